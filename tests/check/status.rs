//! Where a request stands, and the two verdicts on it: yes, no, and not known.

use crate::office::{Checked, Office, step};

const REASON: &str = "Surat belum ditandatangani";

/// Status, *sesuai_sop*, *tepat_waktu*.
fn stands(checked: &Checked) -> (&'static str, Option<bool>, Option<bool>) {
    (checked.status("P-1"), checked.kept("P-1"), checked.on_time("P-1"))
}

fn returned() -> Office {
    Office::new().kept_up_to("P-1", step(3)).decided("T").with("alasan", REASON)
}

#[test]
fn a_request_of_which_all_was_kept_is_finished_in_order_and_on_time() {
    let checked = Office::new().kept("P-1").check();
    checked.finds_nothing();
    assert_eq!(stands(&checked), ("selesai", Some(true), Some(true)));
    assert_eq!(checked.history("P-1").worked, Some(210 * 60));
}

#[test]
fn with_the_last_step_signed_it_is_finished_though_others_are_missing() {
    let checked = Office::new().kept("P-1").without(step(4)).without(step(7)).check();
    assert_eq!(stands(&checked), ("selesai", Some(false), Some(true)));
}

#[test]
fn only_the_last_step_of_the_last_round_finishes_a_request() {
    let office = Office::new().kept("P-1").at(step(3)).decided("T").with("alasan", REASON);
    let office =
        office.signed("P-1", step(3), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.20");
    assert_eq!(stands(&office.check()), ("dalam_proses", Some(false), None));
}

#[test]
fn a_running_request_has_no_verdict_yet() {
    let checked = Office::new().kept_up_to("P-1", step(7)).check();
    assert_eq!(stands(&checked), ("dalam_proses", None, None));
}

#[test]
fn a_running_request_that_broke_the_sop_or_was_late_has_one() {
    let skipped = Office::new().kept_up_to("P-1", step(5)).without(step(4)).check();
    assert_eq!(stands(&skipped), ("dalam_proses", Some(false), None));
    let office = Office::new().kept_up_to("P-1", step(4)).at(step(4));
    let late = office.times("Senin 03/06/2024 09.00", "Senin 03/06/2024 09.31").check();
    assert_eq!(stands(&late), ("dalam_proses", Some(false), Some(false)));
}

#[test]
fn a_returned_request_waits_on_the_applicant_and_may_be_in_order() {
    assert_eq!(stands(&returned().check()), ("dikembalikan", Some(true), None));
}

#[test]
fn a_refused_request_is_closed_and_may_be_in_order() {
    let checked = returned().decided("Ditolak").check();
    checked.finds_nothing();
    assert_eq!(stands(&checked), ("ditolak", Some(true), None));
}

#[test]
fn a_request_is_cancelled_from_the_moment_of_cancelling_on() {
    let office = Office::new().request("P-1").with("tanggal_batal", "Senin 03/06/2024 10.00");
    let office = office.signed("P-1", step(2), "Senin 03/06/2024 08.20", "Senin 03/06/2024 08.30");
    let at = |moment| office.clone().as_of(moment).check();
    assert_eq!(stands(&at("Senin 03/06/2024 09.59.59")).0, "dalam_proses");
    assert_eq!(stands(&at("Senin 03/06/2024 10.00")), ("dibatalkan", Some(true), None));
}

#[test]
fn a_day_of_cancelling_without_an_hour_counts_on_that_day() {
    let office = Office::new().request("P-1").with("tanggal_batal", "Selasa 04/06/2024");
    assert_eq!(stands(&office.clone().as_of("Selasa 04/06/2024 08.00").check()).0, "dibatalkan");
    assert_eq!(stands(&office.as_of("Senin 03/06/2024").check()).0, "dalam_proses");
}

#[test]
fn cancelling_wins_over_every_other_status() {
    let cancelled = |office: Office| {
        let office = office.request("P-1").with("aplikasi", "SIPKA");
        office.with("tanggal_batal", "Senin 03/06/2024").check().status("P-1")
    };
    let unusable = Office::new().kept_up_to("P-1", step(1)).with("selesai", "?");
    for office in [Office::new().kept("P-1"), returned(), returned().decided("Ditolak"), unusable] {
        assert_eq!(cancelled(office), "dibatalkan");
    }
}

#[test]
fn where_no_sign_off_has_a_usable_time_the_data_must_be_mended_first() {
    let office = Office::new().kept_up_to("P-1", step(2)).at(step(1)).with("selesai", "?");
    assert_eq!(stands(&office.clone().check()).0, "dalam_proses");
    let office = office.at(step(2)).with("selesai", "?");
    assert_eq!(stands(&office.check()), ("perlu_perbaikan", None, None));
    let unknown_step = Office::new().kept_up_to("P-1", step(1)).with("langkah", "?").check();
    assert_eq!(stands(&unknown_step), ("perlu_perbaikan", None, None));
}

#[test]
fn without_sign_off_and_letter_a_request_is_running_and_waits_for_nobody() {
    let office = Office::new().request("P-1").without_letter();
    let office = office.with("tanggal_diterima", "Senin 03/06/2024 08.00");
    let checked = office.as_of("Jumat 28/06/2024").check();
    assert_eq!(checked.codes("P-1"), ["K01"]);
    assert_eq!(stands(&checked), ("dalam_proses", Some(false), None));
    assert_eq!(checked.history("P-1").next_step, Some(1));
}

#[test]
fn one_step_that_cannot_be_judged_leaves_both_verdicts_open() {
    let checked = Office::new().kept("P-1").at(step(1)).with("mulai", "").check();
    assert_eq!(checked.codes("P-1"), ["W04", "W07"]);
    assert_eq!(stands(&checked), ("selesai", None, None));
}

#[test]
fn a_decision_that_is_missing_leaves_only_the_order_open() {
    let checked = Office::new().kept("P-1").at(step(3)).decided("").check();
    assert_eq!(stands(&checked), ("selesai", None, Some(true)));
}

#[test]
fn late_is_late_though_another_step_cannot_be_judged() {
    let office = Office::new().kept("P-1").at(step(1)).with("mulai", "").at(step(8));
    let checked = office.times("Senin 03/06/2024 13.40", "Senin 03/06/2024 13.56").check();
    assert_eq!(checked.codes("P-1"), ["W01", "W04", "W07"]);
    assert_eq!(stands(&checked), ("selesai", Some(false), Some(false)));
}

#[test]
fn any_cell_that_cannot_be_used_leaves_the_order_open_unless_it_was_broken_anyway() {
    let office = Office::new().kept("P-1").at(step(4)).with("nip_pelaksana", "?");
    assert_eq!(stands(&office.clone().check()), ("selesai", None, Some(true)));
    let office = office.at(step(8)).with("paraf", "");
    assert_eq!(stands(&office.check()), ("selesai", Some(false), Some(true)));
    let request = Office::new().request("P-1").with("tanggal_diterima", "?").kept("P-1").check();
    assert_eq!(request.kept("P-1"), None);
}

#[test]
fn a_warning_alone_changes_no_verdict() {
    for office in [
        Office::new().kept("P-1").without_minutes(),
        Office::new().kept("P-1").at(step(4)).by("Sinta Maharani"),
        Office::new().toml("[opsi]\nbatas_tunggu = \"5 menit\"\n").kept("P-1"),
    ] {
        let checked = office.check();
        assert!(!checked.codes("P-1").is_empty());
        assert_eq!(stands(&checked), ("selesai", Some(true), Some(true)));
    }
}

#[test]
fn a_request_outside_the_sop_has_its_status_and_nothing_else() {
    for kind in ["perubahan", "pencabutan"] {
        let office = Office::new().request("P-1").with("jenis", kind).without_letter();
        let office = office
            .signed("P-1", step(5), "", "Senin 03/06/2024 17.00")
            .by(crate::office::PEMOHON)
            .with("paraf", "")
            .signed("P-1", step(8), "Senin 03/06/2024 08.00", "Senin 03/06/2024 15.00")
            .without_minutes();
        let checked = office.check();
        checked.finds_nothing();
        assert!(checked.history("P-1").outside_sop);
        assert_eq!(stands(&checked), ("selesai", None, None));
        assert_eq!(checked.entry("P-1", 1, step(8)).on_time, None);
    }
}

#[test]
fn a_request_that_asks_for_new_access_among_others_is_within_the_sop() {
    let office = Office::new().request("P-1").with("jenis", "pencabutan").kept("P-1");
    let checked = office.with("paraf", "").check();
    assert_eq!(checked.codes("P-1"), ["P04"]);
    assert!(!checked.history("P-1").outside_sop);
}

#[test]
fn an_sop_may_be_for_other_kinds_too() {
    let sop = tertib::sop::BUILTIN_TEXT
        .replace("berlaku_untuk = [\"baru\"]", "berlaku_untuk = [\"baru\", \"perubahan\"]");
    let office = Office::new().sop(&sop).request("P-1").with("jenis", "perubahan");
    let office = office.signed("P-1", step(8), "Senin 03/06/2024 08.00", "Senin 03/06/2024 08.10");
    office.check().finds("L01");
}

#[test]
fn what_is_wrong_with_the_data_is_told_outside_the_sop_too() {
    let office = Office::new().request("P-1").with("jenis", "pencabutan");
    let office = office.signed("P-1", step(2), "Senin 03/06/2024 08.00", "Senin 03/06/2024 08.10");
    assert_eq!(office.as_of("Senin 03/06/2024 08.05").check().codes("P-1"), ["D12"]);
}
