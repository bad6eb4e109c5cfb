//! Flexible hours: who came when is not known, so only what holds for all is judged.

use crate::office::{Checked, Office, step};

const HOURS: &str = "[[jam_kerja]]\nhari = [\"Senin\", \"Selasa\", \"Rabu\", \"Kamis\", \"Jumat\"]\n\
    mulai = \"07.30\"\nmulai_paling_lambat = \"09.00\"\nselesai = \"16.00\"\n\
    istirahat = [[\"12.00\", \"13.00\"]]\n";

/// The last step at another time; all others on Monday, 3 June, from 08.00 on.
fn step_8(started: &str, ended: &str) -> Checked {
    Office::new().calendar(HOURS).kept("P-1").at(step(8)).times(started, ended).check()
}

#[test]
fn who_signed_in_the_morning_was_at_work_then() {
    let checked = Office::new().calendar(HOURS).kept("P-1").check();
    checked.finds_nothing();
    assert_eq!(checked.entry("P-1", 1, step(1)).worked(), Some(10 * 60));
    assert_eq!(checked.on_time("P-1"), Some(true));
    // What was waited before nine may have been worked or not.
    assert_eq!(checked.entry("P-1", 1, step(2)).waited, None);
    assert_eq!(checked.entry("P-1", 1, step(5)).waited, Some(10 * 60));
}

#[test]
fn a_stretch_over_the_evening_is_judged_only_if_every_coming_and_going_agrees() {
    let checked = step_8("Senin 03/06/2024 15.50", "Selasa 04/06/2024 07.35");
    assert_eq!(checked.codes("P-1"), ["W07"]);
    let span = checked.entry("P-1", 1, step(8)).span.expect("a span");
    assert_eq!((span.shortest, span.longest), (10 * 60, Some(105 * 60)));
    insta::assert_snapshot!(checked.told(), @r#"
    W07 peringatan P-1 putaran 1 langkah 8
    ketepatan waktu langkah 8 (Menerima laporan serah terima hak akses sistem aplikasi) tidak dapat dinilai: jam kerja lentur, sehingga tidak diketahui berapa lama dikerjakan; lamanya antara 10 menit dan 1 jam 45 menit, target 15 menit
    akibat: langkah 8 (Menerima laporan serah terima hak akses sistem aplikasi) tidak dinyatakan tepat waktu dan tidak pula terlambat.
    saran: cocokkan dengan jam datang dan pulang pelaksana pada hari-hari itu; tertib tidak menebaknya
    di: Kendali!F9 Kendali!E9
    "#);
    // Even at the least it is more than 15 minutes.
    let late = step_8("Senin 03/06/2024 15.44", "Selasa 04/06/2024 07.35");
    assert_eq!(late.codes("P-1"), ["W01"]);
    assert_eq!(late.entry("P-1", 1, step(8)).worked(), None);
}

#[test]
fn the_evening_is_inside_working_hours_for_as_long_as_one_may_have_stayed() {
    let evening = step_8("Senin 03/06/2024 17.15", "Senin 03/06/2024 17.30");
    evening.finds_nothing();
    assert_eq!(evening.entry("P-1", 1, step(8)).worked(), Some(15 * 60));
    assert!(!evening.entry("P-1", 1, step(8)).by_clock);
    assert_eq!(step_8("Senin 03/06/2024 17.20", "Senin 03/06/2024 17.30.01").codes("P-1"), ["W03"]);
}

#[test]
fn a_wait_is_too_long_only_if_it_is_so_for_whoever_came_early() {
    let later = |started: &str, ended: &str| {
        let toml = "[opsi]\nbatas_tunggu = \"2 jam\"\n";
        let office = Office::new().toml(toml).calendar(HOURS).kept("P-1").at(step(8));
        office.times(started, ended).check()
    };
    // From 13.30: two hours and a half until four; until then at most two.
    assert_eq!(later("Senin 03/06/2024 16.00", "Senin 03/06/2024 16.05").codes("P-1"), ["W05"]);
    later("Senin 03/06/2024 15.30", "Senin 03/06/2024 15.40").finds_nothing();
}
