//! Did nothing wait too long, between steps or until now? (W05, W06)

use crate::office::{Office, step};

#[test]
fn a_wait_of_exactly_one_working_day_is_no_finding_and_a_second_more_is() {
    // 150 minutes on Monday after 13.30, 300 on Tuesday.
    let begun = |at| Office::new().kept("P-1").at(step(8)).times(at, "Selasa 04/06/2024 13.40");
    let checked = begun("Selasa 04/06/2024 13.30").check();
    checked.finds_nothing();
    assert_eq!(checked.entry("P-1", 1, step(8)).waited, Some(450 * 60));
    let checked = begun("Selasa 04/06/2024 13.30.01").check();
    assert_eq!(checked.codes("P-1"), ["W05"]);
    insta::assert_snapshot!(checked.told(), @r#"
    W05 peringatan P-1 putaran 1 langkah 8
    langkah 8 (Menerima laporan serah terima hak akses sistem aplikasi) baru dimulai 7 jam 30 menit 1 detik waktu kerja sesudah langkah 7 selesai; batas tunggu 7 jam 30 menit
    akibat: waktu tunggu tidak dihitung sebagai keterlambatan langkah.
    saran: cari sebab permohonan tertahan di antara kedua langkah ini; hitungannya: tertib jelaskan P-1
    di: Kendali!E9 Kendali!F8
    "#);
}

#[test]
fn the_office_may_set_how_long_is_too_long() {
    let wait = |limit| {
        let office = Office::new().toml(&format!("[opsi]\nbatas_tunggu = \"{limit}\"\n"));
        office.kept("P-1").check()
    };
    // The longest wait of that day: 20 minutes before noon at step 6.
    wait("20 menit").finds_nothing();
    let checked = wait("19 menit");
    assert_eq!(checked.codes("P-1"), ["W05"]);
    assert_eq!(checked.codes_at(step(6)), ["W05"]);
}

#[test]
fn the_first_step_of_the_team_waits_from_when_the_team_received_the_letter() {
    let office = Office::new().request("P-1").with("diterima_tim", "Kamis 30/05/2024 08.00");
    let checked = office
        .signed("P-1", step(1), "Senin 03/06/2024 08.00", "Senin 03/06/2024 08.10")
        .signed("P-1", step(2), "Senin 03/06/2024 08.20", "Senin 03/06/2024 08.30")
        .check();
    assert_eq!(checked.codes("P-1"), ["W05"]);
    insta::assert_snapshot!(checked.told(), @r#"
    W05 peringatan P-1 putaran 1 langkah 2
    langkah 2 (Menugaskan Anggota Tim melakukan verifikasi) baru dimulai 15 jam 20 menit waktu kerja sesudah surat diterima tim; batas tunggu 7 jam 30 menit
    akibat: waktu tunggu tidak dihitung sebagai keterlambatan langkah.
    saran: cari sebab permohonan tertahan di antara kedua langkah ini; hitungannya: tertib jelaskan P-1
    di: Kendali!E3 Permohonan!G2
    "#);
    assert_eq!(checked.entry("P-1", 1, step(2)).waited, Some((420 + 450 + 50) * 60));
}

#[test]
fn when_the_team_received_the_letter_serves_the_first_round_only() {
    let checked = Office::new()
        .request("P-1")
        .with("diterima_tim", "Senin 03/06/2024 08.15")
        .signed("P-1", step(2), "Senin 03/06/2024 08.20", "Senin 03/06/2024 08.30")
        .signed("P-1", step(3), "Senin 03/06/2024 08.40", "Senin 03/06/2024 09.00")
        .decided("T")
        .with("alasan", "Surat belum ditandatangani")
        .signed("P-1", step(1), "Kamis 06/06/2024 08.00", "Kamis 06/06/2024 08.10")
        .signed("P-1", step(2), "Kamis 06/06/2024 08.20", "Kamis 06/06/2024 08.30")
        .check();
    checked.finds_nothing();
    assert_eq!(checked.entry("P-1", 1, step(2)).waited, Some(5 * 60));
    assert_eq!(checked.entry("P-1", 2, step(2)).waited, Some(10 * 60));
}

#[test]
fn between_a_return_and_the_next_sign_off_nobody_waits() {
    for next in [step(1), step(2), step(3)] {
        let checked = Office::new()
            .kept_up_to("P-1", step(3))
            .decided("T")
            .with("alasan", "Surat belum ditandatangani")
            .signed("P-1", next, "Jumat 14/06/2024 08.00", "Jumat 14/06/2024 08.10")
            .check();
        checked.finds_nothing();
        assert_eq!(checked.entry("P-1", 2, next).waited, None);
    }
}

#[test]
fn going_on_after_a_return_is_no_wait_either() {
    let checked = Office::new()
        .kept_up_to("P-1", step(3))
        .decided("T")
        .with("alasan", "Surat belum ditandatangani")
        .signed("P-1", step(4), "Jumat 14/06/2024 08.00", "Jumat 14/06/2024 08.10")
        .check();
    assert_eq!(checked.codes("P-1"), ["L04"]);
    assert_eq!(checked.entry("P-1", 1, step(4)).waited, None);
}

#[test]
fn where_an_hour_is_missing_a_wait_is_too_long_only_by_the_most_favourable_reading() {
    let begun = |on| {
        let office = Office::new().kept("P-1").at(step(8)).times(on, "Kamis 06/06/2024 08.00");
        office.check()
    };
    // From Monday 13.30 to the first moment of Tuesday 150 minutes, of Wednesday 600.
    begun("Selasa 04/06/2024").finds_no("W05");
    begun("Rabu 05/06/2024").finds("W05");
}

#[test]
fn a_running_request_waits_too_long_after_the_limit_and_the_target_of_the_next_step() {
    // Since Monday 09.30: 330 minutes on Monday, 300 on Tuesday, of 450 + 180.
    let office = Office::new().kept_up_to("P-1", step(4));
    office.clone().as_of("Selasa 04/06/2024 13.30").check().finds_nothing();
    let checked = office.as_of("Selasa 04/06/2024 13.31").check();
    assert_eq!(checked.codes("P-1"), ["W06"]);
    insta::assert_snapshot!(checked.told(), @r#"
    W06 peringatan P-1 putaran 1 langkah 5
    permohonan ini menunggu langkah 5 (Memberikan tutorial penggunaan sistem aplikasi kepada pemohon) sejak Senin, 3 Juni 2024 pukul 09.30: sudah 10 jam 31 menit waktu kerja, batasnya 10 jam 30 menit
    akibat: pemohon masih menunggu.
    saran: kerjakan langkah ini, atau catat bila sudah; lihat urutannya: tertib status
    di: Kendali!F5
    "#);
}

#[test]
fn a_step_that_is_planned_for_later_waits_from_then() {
    let planned = |planned, as_of| {
        let office = Office::new().kept_up_to("P-1", step(4)).signed("P-1", step(5), "", "");
        office.with("dijadwalkan", planned).as_of(as_of).check()
    };
    planned("Senin 03/06/2024 09.31", "Selasa 04/06/2024 13.31").finds_nothing();
    planned("Senin 03/06/2024 09.31", "Selasa 04/06/2024 13.32").finds("W06");
    planned("Jumat 07/06/2024 09.00", "Selasa 04/06/2024 13.31").finds_nothing();
    // One that is planned for earlier waits since the last sign-off.
    planned("Senin 03/06/2024 09.29", "Selasa 04/06/2024 13.30").finds_nothing();
}

#[test]
fn a_plan_for_another_step_than_the_next_changes_nothing() {
    let office = Office::new().kept_up_to("P-1", step(4)).signed("P-1", step(6), "", "");
    let office = office.with("dijadwalkan", "Jumat 07/06/2024 09.00");
    office.as_of("Selasa 04/06/2024 13.31").check().finds("W06");
}

#[test]
fn a_step_in_progress_does_not_stop_the_wait() {
    let office = Office::new().kept_up_to("P-1", step(4));
    let office = office.signed("P-1", step(5), "Senin 03/06/2024 10.00", "");
    office.as_of("Selasa 04/06/2024 13.31").check().finds("W06");
}

#[test]
fn the_last_sign_off_may_be_a_part_of_an_earlier_step() {
    let office = Office::new().kept_up_to("P-1", step(5)).at(step(4)).with("aplikasi", "SIMPEG");
    let office = office.signed("P-1", step(4), "Jumat 07/06/2024 08.00", "Jumat 07/06/2024 08.10");
    let checked = office.with("aplikasi", "SIPKA").check();
    checked.finds_no("W06");
    assert_eq!(checked.history("P-1").next_step, Some(6));
}

#[test]
fn a_request_with_a_letter_and_no_sign_off_waits_for_the_team() {
    let office = Office::new().request("P-1").with("tanggal_diterima", "Senin 03/06/2024 08.00");
    // 420 minutes on Monday, 45 on Tuesday, of 450 + 15.
    office.clone().as_of("Selasa 04/06/2024 08.15").check().finds_nothing();
    let checked = office.as_of("Selasa 04/06/2024 08.16").check();
    assert_eq!(checked.codes("P-1"), ["W06"]);
    assert_eq!(checked.codes_at(step(2)), ["W06"]);
    // With the team since a later moment, it waits from then.
    let office = Office::new().request("P-1").with("tanggal_diterima", "Senin 03/06/2024 08.00");
    let office = office.with("diterima_tim", "Senin 03/06/2024 08.30");
    office.clone().as_of("Selasa 04/06/2024 08.45").check().finds_nothing();
    office.as_of("Selasa 04/06/2024 08.46").check().finds("W06");
    // A letter that is dated and no more stands for any moment of its day.
    let office = Office::new().request("P-1");
    office.clone().as_of("Rabu 05/06/2024 09.15").check().finds("W06");
    office.as_of("Rabu 05/06/2024 07.45").check().finds_nothing();
}

#[test]
fn a_request_that_is_closed_or_with_the_applicant_does_not_wait_for_the_team() {
    let late = "Jumat 28/06/2024";
    Office::new().kept("P-1").as_of(late).check().finds_nothing();
    let returned = Office::new().kept_up_to("P-1", step(3)).decided("T").with("alasan", "Kurang");
    returned.as_of(late).check().finds_nothing();
    let cancelled = Office::new().request("P-1").with("tanggal_batal", "Selasa 04/06/2024");
    cancelled.as_of(late).check().finds_nothing();
}
