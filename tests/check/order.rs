//! Were the steps done in order, once, and never past a `T`? (L02, L03, L04)

use tertib::diagnostic::Code;

use crate::office::{Office, PEMOHON, step};

const REASON: &str = "Data pegawai belum lengkap";

#[test]
fn a_step_that_starts_when_the_one_before_it_ends_is_in_order() {
    let office = Office::new().kept("P-1").at(step(4));
    office.times("Senin 03/06/2024 09.00", "Senin 03/06/2024 09.20").check().finds_nothing();
}

#[test]
fn a_step_that_starts_one_second_before_the_one_before_it_ends_is_too_early() {
    let office = Office::new().kept("P-1").at(step(4));
    let checked = office.times("Senin 03/06/2024 08.59.59", "Senin 03/06/2024 09.20").check();
    assert_eq!(checked.codes("P-1"), ["L02"]);
    insta::assert_snapshot!(checked.told(), @r#"
    L02 ketidaksesuaian P-1 putaran 1 langkah 4
    langkah 4 (Membuatkan hak akses yang akan diberikan) dimulai Senin, 3 Juni 2024 pukul 08.59.59, sebelum langkah 3 selesai (Senin, 3 Juni 2024 pukul 09.00)
    akibat: permohonan ini tidak sesuai SOP.
    saran: cocokkan kedua waktu dengan lembar kendali; bila salah ketik, betulkan, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!E5 Kendali!F4
    "#);
}

#[test]
fn where_a_step_was_left_out_the_nearest_lower_one_is_the_one_before() {
    let office = Office::new().kept("P-1").without(step(4)).at(step(5));
    let checked = office.times("Senin 03/06/2024 08.50", "Senin 03/06/2024 11.00").check();
    assert_eq!(checked.codes_at(step(5)), ["L02"]);
    assert!(checked.told_of("L02").contains("sebelum langkah 3 selesai"));
}

#[test]
fn without_a_start_it_is_too_early_only_if_it_ended_before() {
    let ended = |at| Office::new().kept("P-1").at(step(4)).times("", at).check();
    assert_eq!(ended("Senin 03/06/2024 09.00").codes("P-1"), ["W04"]);
    let checked = ended("Senin 03/06/2024 08.59");
    assert_eq!(checked.codes("P-1"), ["L02", "W04", "W07"]);
    insta::assert_snapshot!(checked.told_of("L02"), @r#"
    L02 ketidaksesuaian P-1 putaran 1 langkah 4
    langkah 4 (Membuatkan hak akses yang akan diberikan) selesai Senin, 3 Juni 2024 pukul 08.59, sebelum langkah 3 selesai (Senin, 3 Juni 2024 pukul 09.00)
    akibat: permohonan ini tidak sesuai SOP.
    saran: cocokkan kedua waktu dengan lembar kendali; bila salah ketik, betulkan, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F5 Kendali!F4
    "#);
}

#[test]
fn a_date_without_an_hour_is_not_too_early_within_its_day_but_is_on_a_day_before() {
    let on = |day| Office::new().kept("P-1").at(step(4)).times(day, day).check();
    on("Senin 03/06/2024").finds_no("L02");
    assert_eq!(on("Jumat 31/05/2024").codes_at(step(4)), ["L02", "W07"]);
}

#[test]
fn a_step_in_progress_is_never_out_of_order() {
    Office::new()
        .kept_up_to("P-1", step(4))
        .signed("P-1", step(5), "Senin 03/06/2024 08.00", "")
        .signed("P-1", step(7), "Senin 03/06/2024 08.00", "")
        .check()
        .finds_nothing();
}

#[test]
fn a_step_that_is_done_twice_in_one_round_is_told_at_both_rows() {
    let checked = Office::new()
        .kept("P-1")
        .signed("P-1", step(7), "Senin 03/06/2024 13.31", "Senin 03/06/2024 13.35")
        .check();
    assert_eq!(checked.codes("P-1"), ["L03"]);
    insta::assert_snapshot!(checked.told(), @r#"
    L03 ketidaksesuaian P-1 putaran 1 langkah 7
    langkah 7 (Melaporkan hasil kegiatan) tercatat dua kali dalam satu putaran: Senin, 3 Juni 2024 pukul 13.30 dan Senin, 3 Juni 2024 pukul 13.35
    akibat: permohonan ini tidak sesuai SOP; kedua catatan ikut dijumlahkan.
    saran: bila salah satunya keliru, hapus; bila bagian lain, isi kolom aplikasi atau penerima; simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F10 Kendali!F8
    "#);
}

#[test]
fn each_sign_off_of_a_step_done_twice_is_listed_and_counts_in_the_total() {
    let checked = Office::new()
        .kept("P-1")
        .signed("P-1", step(7), "Senin 03/06/2024 13.31", "Senin 03/06/2024 13.35")
        .check();
    assert_eq!(checked.course("P-1"), "1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.7 1.8");
    assert_eq!(checked.history("P-1").worked, Some((210 + 4) * 60));
}

#[test]
fn a_step_done_three_times_is_told_twice() {
    let checked = Office::new()
        .kept_up_to("P-1", step(2))
        .signed("P-1", step(2), "Senin 03/06/2024 09.00", "Senin 03/06/2024 09.10")
        .signed("P-1", step(2), "Senin 03/06/2024 09.20", "Senin 03/06/2024 09.30")
        .check();
    assert_eq!(checked.codes("P-1"), ["L03", "L03"]);
}

#[test]
fn what_follows_a_repeated_step_is_measured_from_the_last_one_before_it() {
    let again = |started, ended| {
        let office = Office::new().kept("P-1").signed("P-1", step(5), started, ended);
        let checked = office.check();
        assert_eq!(checked.codes("P-1"), ["L03"]);
        checked.entry("P-1", 1, step(6)).waited
    };
    // 11.55 to 12.00, then the break until it starts at 13.00.
    assert_eq!(again("Senin 03/06/2024 11.45", "Senin 03/06/2024 11.55"), Some(5 * 60));
    // After step 6: that is still measured from the first, 11.40 to 12.00.
    assert_eq!(again("Senin 03/06/2024 13.12", "Senin 03/06/2024 13.15"), Some(20 * 60));
}

#[test]
fn the_same_step_in_another_round_is_no_repetition() {
    let checked = Office::new()
        .kept_up_to("P-1", step(3))
        .decided("T")
        .with("alasan", REASON)
        .signed("P-1", step(1), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.10")
        .signed("P-1", step(2), "Selasa 04/06/2024 08.10", "Selasa 04/06/2024 08.20")
        .signed("P-1", step(3), "Selasa 04/06/2024 08.20", "Selasa 04/06/2024 08.40")
        .check();
    checked.finds_nothing();
    assert_eq!(checked.course("P-1"), "1.1 1.2 1.3 2.1 2.2 2.3");
}

#[test]
fn going_on_after_t_without_a_new_round_is_told_once_at_the_first_sign_off_after_it() {
    let checked = Office::new().kept("P-1").at(step(3)).decided("T").with("alasan", REASON).check();
    assert_eq!(checked.codes("P-1"), ["L04"]);
    insta::assert_snapshot!(checked.told(), @r#"
    L04 ketidaksesuaian P-1 putaran 1 langkah 4
    langkah 4 (Membuatkan hak akses yang akan diberikan) dikerjakan sesudah keputusan Tidak pada langkah 3, tanpa putaran baru
    akibat: permohonan ini tidak sesuai SOP.
    saran: bila permohonan sudah diperbaiki, catat putaran barunya mulai langkah 1, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F5 Kendali!J4
    "#);
    assert_eq!(checked.status("P-1"), "selesai");
}

#[test]
fn a_sign_off_of_the_deciding_step_after_t_opens_a_round_and_is_no_going_on() {
    Office::new()
        .kept("P-1")
        .signed("P-1", step(3), "Senin 03/06/2024 08.31", "Senin 03/06/2024 08.35")
        .decided("T")
        .with("alasan", REASON)
        .check()
        .finds_nothing();
}

#[test]
fn after_going_on_a_sign_off_from_the_way_back_still_opens_the_new_round() {
    let checked = Office::new()
        .kept_up_to("P-1", step(3))
        .decided("T")
        .with("alasan", REASON)
        .signed("P-1", step(4), "Senin 03/06/2024 09.10", "Senin 03/06/2024 09.30")
        .signed("P-1", step(3), "Senin 03/06/2024 10.00", "Senin 03/06/2024 10.20")
        .check();
    assert_eq!(checked.codes("P-1"), ["L04"]);
    assert_eq!(checked.course("P-1"), "1.1 1.2 1.3 1.4 2.3");
}

#[test]
fn each_t_that_was_passed_over_is_told() {
    let checked = Office::new()
        .kept_up_to("P-1", step(3))
        .decided("T")
        .with("alasan", REASON)
        .signed("P-1", step(4), "Senin 03/06/2024 09.10", "Senin 03/06/2024 09.30")
        .signed("P-1", step(3), "Senin 03/06/2024 10.00", "Senin 03/06/2024 10.20")
        .decided("T")
        .with("alasan", REASON)
        .signed("P-1", step(4), "Senin 03/06/2024 10.30", "Senin 03/06/2024 10.50")
        .check();
    assert_eq!(checked.codes("P-1"), ["L04", "L04"]);
}

#[test]
fn going_on_after_a_refusal_is_told_in_its_own_words() {
    let checked = Office::new()
        .kept_up_to("P-1", step(4))
        .at(step(3))
        .decided("Ditolak")
        .with("alasan", REASON)
        .check();
    assert_eq!(checked.codes("P-1"), ["L04"]);
    insta::assert_snapshot!(checked.told(), @r#"
    L04 ketidaksesuaian P-1 putaran 1 langkah 4
    langkah 4 (Membuatkan hak akses yang akan diberikan) dikerjakan, padahal permohonan sudah ditolak pada langkah 3
    akibat: permohonan ini tidak sesuai SOP.
    saran: cocokkan keputusan dengan lembar verifikasi; bila salah ketik, betulkan, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F5 Kendali!J4
    "#);
}

#[test]
fn the_row_of_the_applicant_alone_is_no_going_on_and_hides_none() {
    let office = Office::new()
        .kept_up_to("P-1", step(3))
        .decided("T")
        .with("alasan", REASON)
        .signed("P-1", step(6), "Senin 03/06/2024 13.00", "Senin 03/06/2024 13.10")
        .by(PEMOHON);
    let checked = office.clone().check();
    checked.finds_nothing();
    assert_eq!(checked.status("P-1"), "dikembalikan");
    let went_on =
        office.signed("P-1", step(7), "Senin 03/06/2024 13.20", "Senin 03/06/2024 13.30").check();
    assert_eq!(went_on.codes_at(step(7)), ["L04"]);
    assert_eq!(went_on.status("P-1"), "dalam_proses");
}

#[test]
fn a_start_too_early_is_told_though_the_end_cannot_be_read() {
    let office = Office::new().kept("P-1").at(step(4));
    let checked = office.times("Senin 03/06/2024 08.59.59", "?").check();
    assert_eq!(checked.codes_at(step(4)), ["L02"]);
    let told = checked.told_of("L02");
    assert!(told.contains("dimulai ") && told.contains(", sebelum langkah 3 selesai"), "{told}");
}

#[test]
fn of_more_requests_than_one_core_judges_each_has_its_own_verdict_in_its_own_place() {
    let mut office = Office::new();
    for number in 1..=600 {
        let number = format!("P-{number}");
        office = match number.ends_with("00") {
            true => office.kept_up_to(&number, step(2)).done(&number, step(4), step(4)),
            false => office.kept_up_to(&number, step(4)),
        };
    }
    let checked = office.check();
    let skipped = checked.told.iter().filter(|told| told.code == Some(Code::L01));
    let skipped: Vec<&str> = skipped.filter_map(|told| told.case.as_deref()).collect();
    assert_eq!(skipped, ["P-100", "P-200", "P-300", "P-400", "P-500", "P-600"]);
    let numbers = checked.cases.iter().map(|judged| judged.case.number.to_string());
    assert!(numbers.eq((1..=600).map(|number| format!("P-{number}"))));
}
