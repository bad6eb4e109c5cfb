//! What a gap in the times leaves open: neither good work nor bad. (W04, W07)

use crate::office::{Office, step};
use tertib::check::Unjudged;

#[test]
fn without_a_start_a_step_is_on_time_if_even_the_longest_reading_fits_its_target() {
    // Step 3 ended at 09.00: 30 minutes at most.
    let office = Office::new().kept("P-1").at(step(4));
    let checked = office.times("", "Senin 03/06/2024 09.30").check();
    assert_eq!(checked.codes("P-1"), ["W04"]);
    insta::assert_snapshot!(checked.told(), @r#"
    W04 info P-1 putaran 1 langkah 4
    waktu mulai langkah 4 (Membuatkan hak akses yang akan diberikan) tidak tercatat
    akibat: lamanya hanya diketahui paling lama sejak langkah sebelumnya selesai.
    saran: isi waktu mulai bila tercatat pada lembar kendali, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!E5
    "#);
    assert_eq!((checked.kept("P-1"), checked.on_time("P-1")), (Some(true), Some(true)));
}

#[test]
fn without_a_start_and_one_minute_more_it_cannot_be_judged() {
    let office = Office::new().kept("P-1").at(step(4));
    let checked = office.times("", "Senin 03/06/2024 09.31").check();
    assert_eq!(checked.codes("P-1"), ["W04", "W07"]);
    insta::assert_snapshot!(checked.told_of("W07"), @r#"
    W07 peringatan P-1 putaran 1 langkah 4
    ketepatan waktu langkah 4 (Membuatkan hak akses yang akan diberikan) tidak dapat dinilai: waktu mulainya tidak diketahui; lamanya antara 0 menit dan 31 menit, target 30 menit
    akibat: langkah 4 (Membuatkan hak akses yang akan diberikan) tidak dinyatakan tepat waktu dan tidak pula terlambat.
    saran: isi waktu mulai menurut lembar kendali, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F5
    "#);
    assert_eq!((checked.kept("P-1"), checked.on_time("P-1")), (None, None));
}

#[test]
fn the_time_of_a_step_that_is_not_sure_is_null_and_so_is_the_sum() {
    let office = Office::new().kept("P-1").at(step(4));
    let checked = office.times("", "Senin 03/06/2024 09.30").check();
    assert_eq!(checked.entry("P-1", 1, step(4)).worked(), None);
    assert_eq!(checked.history("P-1").worked, None);
}

#[test]
fn without_a_start_a_step_does_not_wait() {
    let office = Office::new().kept("P-1").at(step(4));
    let checked = office.times("", "Senin 03/06/2024 09.30").check();
    assert_eq!(checked.entry("P-1", 1, step(4)).waited, None);
}

#[test]
fn the_first_sign_off_of_a_round_without_a_start_cannot_be_judged() {
    let checked = Office::new().kept("P-1").at(step(1)).with("mulai", "").check();
    assert_eq!(checked.codes("P-1"), ["W04", "W07"]);
    insta::assert_snapshot!(checked.told_of("W07"), @r#"
    W07 peringatan P-1 putaran 1 langkah 1
    ketepatan waktu langkah 1 (Mengirimkan surat permohonan hak akses sistem aplikasi) tidak dapat dinilai: waktu mulainya tidak diketahui dan sebelumnya tidak ada langkah lain dalam putaran ini
    akibat: langkah 1 (Mengirimkan surat permohonan hak akses sistem aplikasi) tidak dinyatakan tepat waktu dan tidak pula terlambat.
    saran: isi waktu mulai menurut lembar kendali, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F2
    "#);
    let second = Office::new()
        .kept_up_to("P-1", step(3))
        .decided("T")
        .with("alasan", "Surat belum ditandatangani")
        .signed("P-1", step(3), "", "Senin 03/06/2024 09.10")
        .check();
    assert_eq!(second.codes("P-1"), ["W04", "W07"]);
    assert_eq!(second.entry("P-1", 2, step(3)).unjudged, Some(Unjudged::FirstOfRound));
}

#[test]
fn a_start_that_cannot_be_used_is_as_none() {
    let checked = Office::new().kept("P-1").at(step(4)).with("mulai", "?").check();
    assert_eq!(checked.codes("P-1"), ["W04"]);
    assert_eq!(checked.entry("P-1", 1, step(4)).on_time, Some(true));
    assert_eq!(checked.kept("P-1"), None);
}

#[test]
fn a_start_after_the_end_is_told_where_it_was_read_and_nowhere_else() {
    let office = Office::new().kept("P-1").at(step(4));
    let checked = office.times("Senin 03/06/2024 09.31", "Senin 03/06/2024 09.30").check();
    checked.finds_nothing();
    assert_eq!(checked.entry("P-1", 1, step(4)).worked(), None);
    assert_eq!((checked.kept("P-1"), checked.on_time("P-1")), (None, None));
}

#[test]
fn a_step_whose_time_cannot_be_used_is_not_told_again_as_one_that_cannot_be_judged() {
    let checked = Office::new().kept("P-1").at(step(4)).with("selesai", "?").check();
    checked.finds_nothing();
    assert_eq!(checked.entry("P-1", 1, step(4)).unjudged, Some(Unjudged::Unusable));
}

#[test]
fn without_a_start_after_a_step_of_unknown_end_it_cannot_be_judged() {
    let office = Office::new().kept("P-1").at(step(3)).with("selesai", "?");
    let checked = office.at(step(4)).with("mulai", "").check();
    assert_eq!(checked.codes("P-1"), ["W04", "W07"]);
    assert_eq!(checked.entry("P-1", 1, step(4)).unjudged, Some(Unjudged::EndBeforeUnknown));
}

#[test]
fn without_a_start_after_a_date_without_an_hour_the_longest_reading_begins_with_that_day() {
    let office = Office::new().kept("P-1").at(step(3)).with("selesai", "Senin 03/06/2024");
    let checked = office.at(step(4)).times("", "Senin 03/06/2024 09.20").check();
    assert_eq!(checked.codes_at(step(4)), ["W04", "W07"]);
    assert!(checked.told_of("W07").contains("antara 0 menit dan 1 jam 50 menit"));
}

#[test]
fn a_date_without_an_hour_is_judged_only_if_all_readings_agree() {
    let on = |from, to| {
        let office = Office::new().toml("[opsi]\nbatas_tunggu = \"9 hari kerja\"\n");
        let saturday =
            "[[hari_kerja]]\ntanggal = 2024-06-08\nmulai = \"08.00\"\nselesai = \"11.00\"\n";
        office.calendar(saturday).kept_up_to("P-1", step(5)).at(step(5)).times(from, to).check()
    };
    let monday = on("Senin 03/06/2024", "Senin 03/06/2024");
    assert_eq!(monday.codes("P-1"), ["W07"]);
    insta::assert_snapshot!(monday.told(), @r#"
    W07 peringatan P-1 putaran 1 langkah 5
    ketepatan waktu langkah 5 (Memberikan tutorial penggunaan sistem aplikasi kepada pemohon) tidak dapat dinilai: jamnya tidak tercatat; lamanya antara 0 menit dan 7 jam 30 menit, target 3 jam
    akibat: langkah 5 (Memberikan tutorial penggunaan sistem aplikasi kepada pemohon) tidak dinyatakan tepat waktu dan tidak pula terlambat.
    saran: tambahkan jam menurut lembar kendali, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F6 Kendali!E6
    "#);
    // The whole of that Saturday is three hours, its target.
    let saturday = on("Sabtu 08/06/2024", "Sabtu 08/06/2024");
    assert_eq!(saturday.codes("P-1"), [""; 0]);
    assert_eq!(saturday.entry("P-1", 1, step(5)).on_time, Some(true));
    assert_eq!(saturday.entry("P-1", 1, step(5)).worked(), None);
    // The Tuesday between is longer than three hours whatever the hours were.
    let tuesday = on("Senin 03/06/2024", "Rabu 05/06/2024");
    assert_eq!(tuesday.codes("P-1"), ["W01", "W02"]);
    insta::assert_snapshot!(tuesday.told_of("W01"), @r#"
    W01 ketidaksesuaian P-1 putaran 1 langkah 5
    langkah 5 (Memberikan tutorial penggunaan sistem aplikasi kepada pemohon) memakan sekurang-kurangnya 7 jam 30 menit (paling lama 22 jam 30 menit), target 3 jam: terlambat sekurang-kurangnya 4 jam 30 menit
    akibat: permohonan ini tidak sesuai SOP dan tidak tepat waktu.
    saran: lihat hitungannya: tertib jelaskan P-1 --langkah 5
    di: Kendali!F6 Kendali!E6
    "#);
}

#[test]
fn a_date_without_an_hour_stands_for_any_moment_of_its_day_beside_an_hour() {
    // 16.00 on Monday, signed on a date without an hour: at least 15 minutes on that day.
    let office = Office::new().kept_up_to("P-1", step(2)).at(step(2));
    let checked = office.times("Senin 03/06/2024 15.45", "Selasa 04/06/2024").check();
    assert_eq!(checked.codes("P-1"), ["W07"]);
    let office = Office::new().kept_up_to("P-1", step(2)).at(step(2));
    let checked = office.times("Senin 03/06/2024 15.44", "Selasa 04/06/2024").check();
    assert_eq!(checked.codes("P-1"), ["W01"]);
}

#[test]
fn without_an_hour_the_time_is_null_even_where_all_readings_agree() {
    let checked = Office::new()
        .signed("P-1", step(2), "Sabtu 08/06/2024", "Minggu 09/06/2024")
        .as_of("Senin 10/06/2024")
        .check();
    checked.finds_nothing();
    assert_eq!(checked.entry("P-1", 1, step(2)).on_time, Some(true));
    assert_eq!(checked.entry("P-1", 1, step(2)).worked(), None);
}

#[test]
fn a_step_that_ends_when_it_starts_took_no_time_and_that_is_known() {
    let office = Office::new().kept("P-1").at(step(4));
    let checked = office.times("Senin 03/06/2024 09.30", "Senin 03/06/2024 09.30").check();
    checked.finds_nothing();
    assert_eq!(checked.entry("P-1", 1, step(4)).worked(), Some(0));
    assert_eq!((checked.kept("P-1"), checked.on_time("P-1")), (Some(true), Some(true)));
}

#[test]
fn days_without_an_hour_are_taken_by_row() {
    let day = "Senin 03/06/2024";
    let checked = Office::new()
        .signed("P-1", step(2), day, day)
        .signed("P-1", step(3), day, day)
        .decided("T")
        .with("alasan", "Surat belum ditandatangani")
        .signed("P-1", step(3), day, day)
        .signed("P-1", step(4), day, day)
        .check();
    assert_eq!(checked.course("P-1"), "1.2 1.3 2.3 2.4");
    assert_eq!(checked.codes("P-1"), ["W07", "W07", "W07", "W07"]);
}

#[test]
fn the_first_sign_off_of_a_round_is_not_bounded_by_a_step_signed_after_it() {
    // Step 2 may have been done before or after on that day; by its row it was after.
    let day = "Senin 03/06/2024";
    let office = Office::new().signed("P-1", step(3), "", "Senin 03/06/2024 07.40");
    let checked = office.signed("P-1", step(2), day, day).check();
    let entry = checked.entry("P-1", 1, step(3));
    assert_eq!((entry.on_time, entry.unjudged), (None, Some(Unjudged::FirstOfRound)));
}
