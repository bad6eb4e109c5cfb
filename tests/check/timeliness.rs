//! Was each step finished within its *Waktu*, and signed within working hours?
//! (W01, W02, W03)

use crate::office::{Office, step};

#[test]
fn a_step_that_spans_a_weekend_is_on_time_at_exactly_its_target() {
    Office::new()
        .open("07.30", "16.00")
        .signed("P-2024-017", step(2), "Jumat 07/06/2024 15.50", "Senin 10/06/2024 07.35") // 10 + 5 = its 15 minutes
        .check()
        .finds_nothing_about(step(2));
}

#[test]
fn a_step_that_spans_a_weekend_is_late_one_minute_after_it() {
    let checked = Office::new()
        .open("07.30", "16.00")
        .signed("P-2024-017", step(2), "Jumat 07/06/2024 15.50", "Senin 10/06/2024 07.36")
        .check();
    assert_eq!(checked.codes_at(step(2)), ["W01"]);
    insta::assert_snapshot!(checked.told_of("W01"), @r#"
    W01 ketidaksesuaian P-2024-017 putaran 1 langkah 2
    langkah 2 (Menugaskan Anggota Tim melakukan verifikasi) memakan 16 menit, target 15 menit: terlambat 1 menit
    akibat: permohonan ini tidak sesuai SOP dan tidak tepat waktu.
    saran: lihat hitungannya: tertib jelaskan P-2024-017 --langkah 2
    di: Kendali!F2 Kendali!E2
    "#);
}

#[test]
fn one_second_over_the_target_is_late() {
    let ended = |at| {
        let office = Office::new().kept("P-1").at(step(8));
        office.times("Senin 03/06/2024 13.40", at).check()
    };
    ended("Senin 03/06/2024 13.55").finds_nothing();
    let checked = ended("Senin 03/06/2024 13.55.01");
    assert_eq!(checked.codes("P-1"), ["W01"]);
    assert!(checked.told().contains("15 menit 1 detik, target 15 menit: terlambat 1 detik"));
}

#[test]
fn the_break_and_days_off_do_not_count() {
    let took = |from, to| Office::new().signed("P-1", step(2), from, to).check();
    let noon = took("Senin 03/06/2024 11.50", "Senin 03/06/2024 13.05");
    assert_eq!(noon.entry("P-1", 1, step(2)).worked(), Some(15 * 60));
    // Idul Adha, its day of collective leave, and the weekend before them.
    let holidays = took("Jumat 14/06/2024 16.25", "Rabu 19/06/2024 07.40");
    assert_eq!(holidays.entry("P-1", 1, step(2)).worked(), Some(15 * 60));
    noon.finds_nothing_about(step(2));
    holidays.finds_nothing_about(step(2));
}

#[test]
fn all_steps_at_exactly_their_targets_are_on_time_and_their_sum_is_the_target() {
    let checked = Office::new()
        .signed("P-1", step(1), "Senin 03/06/2024 08.00", "Senin 03/06/2024 08.15")
        .signed("P-1", step(2), "Senin 03/06/2024 08.15", "Senin 03/06/2024 08.30")
        .signed("P-1", step(3), "Senin 03/06/2024 08.30", "Senin 03/06/2024 09.00")
        .signed("P-1", step(4), "Senin 03/06/2024 09.00", "Senin 03/06/2024 09.30")
        .signed("P-1", step(5), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 11.00")
        .signed("P-1", step(6), "Selasa 04/06/2024 11.00", "Selasa 04/06/2024 11.15")
        .signed("P-1", step(7), "Selasa 04/06/2024 11.15", "Selasa 04/06/2024 11.30")
        .signed("P-1", step(8), "Selasa 04/06/2024 11.30", "Selasa 04/06/2024 11.45")
        .check();
    checked.finds_nothing();
    assert_eq!(checked.history("P-1").worked, Some(18_900));
    assert_eq!(checked.history("P-1").target, 18_900);
    assert_eq!(checked.on_time("P-1"), Some(true));
}

#[test]
fn steps_that_are_each_on_time_may_exceed_the_total_over_two_rounds() {
    let checked = Office::new()
        .signed("P-1", step(1), "Senin 03/06/2024 08.00", "Senin 03/06/2024 08.15")
        .signed("P-1", step(2), "Senin 03/06/2024 08.15", "Senin 03/06/2024 08.30")
        .signed("P-1", step(3), "Senin 03/06/2024 08.30", "Senin 03/06/2024 09.00")
        .decided("T")
        .with("alasan", "Surat belum ditandatangani")
        .signed("P-1", step(3), "Senin 03/06/2024 09.00", "Senin 03/06/2024 09.30")
        .signed("P-1", step(4), "Senin 03/06/2024 09.30", "Senin 03/06/2024 10.00")
        .signed("P-1", step(5), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 11.00")
        .signed("P-1", step(6), "Selasa 04/06/2024 11.00", "Selasa 04/06/2024 11.15")
        .signed("P-1", step(7), "Selasa 04/06/2024 11.15", "Selasa 04/06/2024 11.30")
        .signed("P-1", step(8), "Selasa 04/06/2024 11.30", "Selasa 04/06/2024 11.45")
        .check();
    assert_eq!(checked.codes("P-1"), ["W02"]);
    insta::assert_snapshot!(checked.told(), @r#"
    W02 peringatan P-1
    seluruh langkah memakan 5 jam 45 menit waktu kerja, target seluruhnya 5 jam 15 menit
    akibat: pelayanan permohonan ini lebih lama daripada yang dijanjikan SOP.
    saran: lihat hitungannya: tertib jelaskan P-1
    di: Kendali!F10
    "#);
    assert_eq!(checked.on_time("P-1"), Some(true));
}

#[test]
fn the_sum_is_too_long_only_beyond_the_total_target() {
    // 60 minutes for the steps before; 140 before noon, the rest from 13.00.
    let ended = |at| {
        let office = Office::new().kept_up_to("P-1", step(5)).at(step(5));
        office.times("Senin 03/06/2024 09.40", at).check()
    };
    assert_eq!(ended("Senin 03/06/2024 14.55").codes("P-1"), ["W01"]);
    assert_eq!(ended("Senin 03/06/2024 14.56").codes("P-1"), ["W01", "W02"]);
}

#[test]
fn with_a_gap_in_the_times_the_sum_is_too_long_only_by_the_shortest_reading() {
    let ended = |at| {
        let office = Office::new().kept_up_to("P-1", step(5)).at(step(5));
        let office = office.times("Senin 03/06/2024 09.40", at);
        office.at(step(4)).with("mulai", "").check()
    };
    // Step 4 took between 0 and 30 minutes: 40 are sure before step 5.
    ended("Senin 03/06/2024 15.15").finds_no("W02");
    let checked = ended("Senin 03/06/2024 15.16");
    assert!(checked.told_of("W02").contains("memakan sekurang-kurangnya 5 jam 16 menit"));
    assert_eq!(checked.history("P-1").worked, None);
}

#[test]
fn the_edges_of_working_time_are_inside_it() {
    let ended = |from, to| Office::new().kept("P-1").at(step(8)).times(from, to).check();
    ended("Senin 03/06/2024 15.50", "Senin 03/06/2024 16.00").finds_nothing();
    ended("Selasa 04/06/2024 07.30", "Selasa 04/06/2024 07.30").finds_nothing();
    let checked = ended("Senin 03/06/2024 15.50", "Senin 03/06/2024 16.00.01");
    assert_eq!(checked.codes("P-1"), ["W03"]);
    insta::assert_snapshot!(checked.told(), @r#"
    W03 info P-1 putaran 1 langkah 8
    langkah 8 (Menerima laporan serah terima hak akses sistem aplikasi) ditandatangani di luar jam kerja: Senin, 3 Juni 2024 pukul 16.00.01
    akibat: tidak mengubah penilaian.
    saran: biarkan bila memang lembur; bila salah ketik, betulkan, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F9
    "#);
}

#[test]
fn outside_hours_goes_by_the_end_and_not_by_the_start() {
    let office = Office::new().kept("P-1").at(step(8));
    office.times("Selasa 04/06/2024 07.10", "Selasa 04/06/2024 07.40").check().finds_nothing();
}

#[test]
fn a_step_on_one_day_wholly_outside_working_hours_is_counted_by_the_clock() {
    let ended = |at| {
        let office = Office::new().kept("P-1").at(step(8));
        office.times("Senin 03/06/2024 19.00", at).check()
    };
    let on_time = ended("Senin 03/06/2024 19.15");
    assert_eq!(on_time.codes("P-1"), ["W03"]);
    assert_eq!(on_time.entry("P-1", 1, step(8)).worked(), Some(15 * 60));
    insta::assert_snapshot!(on_time.told(), @r#"
    W03 info P-1 putaran 1 langkah 8
    langkah 8 (Menerima laporan serah terima hak akses sistem aplikasi) ditandatangani di luar jam kerja: Senin, 3 Juni 2024 pukul 19.15; lamanya dihitung menurut jam dinding
    akibat: tidak mengubah penilaian.
    saran: biarkan bila memang lembur; bila salah ketik, betulkan, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F9
    "#);
    assert_eq!(ended("Senin 03/06/2024 19.15.01").codes("P-1"), ["W01", "W03"]);
}

#[test]
fn a_day_off_is_counted_by_the_clock_too() {
    let office = Office::new().kept_up_to("P-1", step(1)).at(step(1));
    let checked = office.times("Sabtu 08/06/2024 09.00", "Sabtu 08/06/2024 09.16").check();
    assert_eq!(checked.codes("P-1"), ["W01", "W03"]);
    assert_eq!(checked.entry("P-1", 1, step(1)).worked(), Some(16 * 60));
}

#[test]
fn outside_hours_over_two_days_no_time_counts() {
    let office = Office::new().kept("P-1").at(step(8));
    let checked = office.times("Sabtu 08/06/2024 20.00", "Minggu 09/06/2024 09.00").check();
    assert_eq!(checked.codes_at(step(8)), ["W03", "W05"]);
    assert_eq!(checked.entry("P-1", 1, step(8)).worked(), Some(0));
}

#[test]
fn the_interval_counts_by_the_clock_only_if_no_second_of_it_is_working_time() {
    let office = Office::new().kept("P-1").at(step(8));
    let checked = office.times("Senin 03/06/2024 15.59", "Senin 03/06/2024 19.00").check();
    assert_eq!(checked.codes("P-1"), ["W03"]);
    assert_eq!(checked.entry("P-1", 1, step(8)).worked(), Some(60));
}

#[test]
fn a_date_without_an_hour_is_never_outside_hours() {
    let office = Office::new().kept("P-1").at(step(8));
    office.times("Sabtu 08/06/2024", "Sabtu 08/06/2024").check().finds_no("W03");
}
