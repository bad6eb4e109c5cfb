//! `tertib kalender`: a year as on the wall, with what it rests on.

use super::folder::{Folder, in_repository, is_as_kept};

const OWN: &str = r#"
[[libur]]
tanggal = 2027-03-01
nama = "Hari jadi kota"
jenis = "libur daerah"
sumber = "Keputusan Wali Kota"

[[pindah]]
dari = 2027-03-05
ke = 2027-03-06
nama = "Pindah gedung"
sumber = "Surat Edaran Kepala Pusat"

[[jam_kerja]]
hari = ["Senin", "Selasa", "Rabu", "Kamis"]
dari = 2027-03-15
mulai = "07.30"
mulai_paling_lambat = "09.00"
selesai = "16.00"
istirahat = [["12.00", "13.00"]]
sumber = "Surat Edaran jam kerja lentur"
"#;

fn office() -> Folder {
    Folder::office().with("kalender.toml", OWN)
}

#[test]
fn a_month_shows_its_hours_its_days_off_and_what_is_only_expected() {
    let told = office().tertib(&["kalender", "2027", "--bulan", "3"]).ends_with(0);
    is_as_kept("kalender_bulan", &told.whole());
    let told = office().tertib(&["kalender", "2027", "--bulan", "3", "--format", "json"]);
    is_as_kept("kalender_bulan_json", &told.ends_with(0).whole());
}

#[test]
fn a_year_of_the_built_in_calendar_needs_no_office() {
    let told = Folder::empty().tertib(&["kalender", "2027"]).ends_with(0);
    is_as_kept("kalender_tahun", &told.whole());
    for line in told.out.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn without_a_year_it_is_that_of_the_moment_of_the_run() {
    let office = Folder::office();
    let told = office.tertib(&["kalender"]).ends_with(0);
    assert_eq!(told, office.tertib(&["kalender", "2024"]));
    assert_eq!(
        office.tertib(&["--per", "2026-01-01", "kalender"]),
        office.tertib(&["kalender", "2026"])
    );
}

#[test]
fn the_sums_are_those_of_the_days() {
    for year in ["2024", "2025", "2026", "2027"] {
        let told = in_repository(&["kalender", year, "--format", "json"]).ends_with(0).json();
        let months = told["hasil"]["bulan"].as_array().expect("months");
        assert_eq!(months.len(), 12);
        let sum = |of: &serde_json::Value, list: &str, key: &str| -> i64 {
            of[list].as_array().expect("a list").iter().map(|one| one[key].as_i64().unwrap()).sum()
        };
        assert_eq!(told["hasil"]["detik_kerja"], sum(&told["hasil"], "bulan", "detik_kerja"));
        for month in months {
            assert_eq!(month["detik_kerja"], sum(month, "hari", "detik_kerja"));
        }
    }
}

#[test]
fn a_year_outside_the_calendar_and_a_month_that_is_none_are_refused() {
    let said = office().conversation(&[
        &["kalender", "2031"],
        &["kalender", "1"],
        &["kalender", "999999"],
        &["kalender", "tahun-ini"],
        &["kalender", "2027", "--bulan", "13"],
        &["kalender", "2027", "--bulan", "Maret"],
    ]);
    is_as_kept("kalender_ditolak", &said);
}

#[test]
fn flexible_hours_leave_a_time_between_two_bounds() {
    let said = office().conversation(&[
        &["hitung", "16/3/2027 15.50", "17/3/2027 08.00"],
        &["hitung", "16/3/2027 10.00", "16/3/2027 11.00"],
        &["hitung", "16/3/2027 10.00", "17/3/2027 10.00", "--format", "json"],
        &["hitung", "16/3/2027 15.50", "+30 menit"],
        &["hitung", "5/3/2027 08.00", "6/3/2027 10.00"],
    ]);
    is_as_kept("hitung_jam_lentur", &said);
}
