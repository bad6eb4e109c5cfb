//! `tertib hitung`: working time between two moments, and when a duration ends.

use super::folder::{Folder, is_as_kept};

#[test]
fn working_time_is_counted_stretch_by_stretch() {
    let said = Folder::empty().conversation(&[
        &["hitung", "Jumat, 7 Juni 2024 pukul 15.50", "Senin, 10 Juni 2024 pukul 07.35"],
        &["hitung", "14 Juni 2024 16.00", "19 Juni 2024 07.45"],
        &["hitung", "20/3/2024 07.00", "20/3/2024 17.00"],
        &["hitung", "Sabtu 15/6/2024 08.00", "Minggu 16/6/2024 08.00"],
        &["hitung", "25/6/2024 08.00", "25/6/2024 08.00"],
        &["hitung", "25/6/2024 08.00 WITA", "25/6/2024 09.00 WIB"],
        &["hitung", "25/6/2024 08.00.30", "25/6/2024 08.01.15"],
        &["hitung", "15 Januari 2024 08.00", "31 Mei 2024 08.00"],
        &["--format", "json", "hitung", "14/6/2024 15.50", "14/6/2024 16.35"],
    ]);
    is_as_kept("hitung_selang", &said);
}

#[test]
fn a_date_without_an_hour_gives_the_shortest_and_the_longest_reading() {
    let said = Folder::empty().conversation(&[
        &["hitung", "24 Juni 2024", "25 Juni 2024"],
        &["hitung", "24 Juni 2024", "25 Juni 2024 09.00"],
        &["hitung", "24 Juni 2024 09.00", "24 Juni 2024"],
        &["--format", "json", "hitung", "24 Juni 2024", "26 Juni 2024"],
    ]);
    is_as_kept("hitung_tanpa_jam", &said);
}

#[test]
fn the_end_of_a_duration_is_told_with_the_way_to_it() {
    let said = Folder::empty().conversation(&[
        &["hitung", "Jumat, 14 Juni 2024 pukul 15.50", "+2 jam 30 menit"],
        &["hitung", "14/6/2024 15.50", "+1 hari kerja"],
        &["hitung", "14/6/2024", "15.50", "+90", "menit"],
        &["hitung", "15/6/2024 10.00", "+0 menit"],
        &["--format", "json", "hitung", "14/6/2024 15.50", "+90 menit"],
        &["hitung", "14/6/2024", "+90 menit"],
        &["hitung", "14/6/2024 15.50", "+banyak"],
        &["hitung", "14/6/2024 15.50", "+-5 menit"],
        &["hitung", "14/6/2024 15.50", "+9999 hari kerja"],
    ]);
    is_as_kept("hitung_lama", &said);
}

#[test]
fn words_need_no_quotation_marks_where_only_one_reading_is_possible() {
    let office = Folder::empty();
    let quoted = office.tertib(&["hitung", "14 Juni 2024 08.00", "19 Juni 2024 09.00"]);
    let words = "hitung 14 Juni 2024 08.00 19 Juni 2024 09.00";
    let words: Vec<&str> = words.split(' ').collect();
    assert_eq!(office.tertib(&words), quoted);
    assert_eq!(quoted.status, Some(0));
    let said = office.conversation(&[
        &["hitung", "14/6/2024", "08.00", "09.00"],
        &["hitung", "14-06-24", "15-06-24", "16-06-24"],
        &["hitung", "3/6/2024 08.00", "4/6/2024 08.00"],
        &["hitung", "Selasa, 24 Juni 2024 08.00", "24 Juni 2024 09.00"],
        &["--senyap", "hitung", "Selasa, 24 Juni 2024 08.00", "24 Juni 2024 09.00"],
    ]);
    is_as_kept("hitung_bacaan_ganda", &said);
}

#[test]
fn what_cannot_be_counted_is_told() {
    let said = Folder::empty().conversation(&[
        &["hitung"],
        &["hitung", "14/6/2024 08.00"],
        &["hitung", "14/6/2024 08.00", "besok"],
        &["hitung", "31 Juni 2024", "1 Juli 2024"],
        &["hitung", "19/6/2024 08.00", "14/6/2024 08.00"],
        &["hitung", "14/6/2031 08.00", "15/6/2031 08.00"],
        &["hitung", "31/12/2023 08.00", "14/6/2024 08.00"],
        &["hitung", "14/6/2024 08.00", "-5 menit"],
    ]);
    is_as_kept("hitung_tidak_dapat", &said);
}

#[test]
fn the_hours_and_the_zone_are_those_of_the_office() {
    let office = Folder::empty()
        .with("tertib.toml", "[instansi]\nnama = \"Kantor Contoh\"\nzona = \"WITA\"\n")
        .with("kalender.toml", "[[libur]]\ntanggal = 2024-06-19\nnama = \"Hari jadi kota\"\n");
    let said = office.conversation(&[
        &["hitung", "18/6/2024 15.50", "20/6/2024 07.35"],
        &["hitung", "20/6/2024 08.00 WIB", "+15 menit", "--format", "json"],
    ]);
    is_as_kept("hitung_kantor_wita", &said);
}
