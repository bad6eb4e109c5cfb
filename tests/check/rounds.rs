//! Which sign-off belongs to which round (*putaran*), and in which order they are taken.

use crate::office::{Checked, Office, step};
use tertib::records::Decision;
use tertib::sop::BUILTIN_TEXT;

const REASON: &str = "Surat belum ditandatangani";

/// Three steps and a decision T on Monday at 09.00.
fn returned() -> Office {
    Office::new().kept_up_to("P-1", step(3)).decided("T").with("alasan", REASON)
}

fn then(no: u32) -> Checked {
    returned().signed("P-1", step(no), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.10").check()
}

#[test]
fn the_next_sign_off_after_t_opens_a_round_at_any_step_of_the_way_back() {
    for no in [1, 2, 3] {
        let checked = then(no);
        assert_eq!(checked.course("P-1"), format!("1.1 1.2 1.3 2.{no}"));
        assert_eq!(checked.history("P-1").round, 2);
        checked.finds_nothing();
    }
}

#[test]
fn a_step_beyond_the_deciding_one_opens_no_round() {
    let checked = then(4);
    assert_eq!(checked.course("P-1"), "1.1 1.2 1.3 1.4");
    assert_eq!(checked.codes("P-1"), ["L04"]);
}

#[test]
fn a_step_before_the_one_that_t_goes_back_to_opens_no_round() {
    let sop = BUILTIN_TEXT.replace("bila_tidak = 1", "bila_tidak = 2");
    let office = |no| {
        let office = Office::new().sop(&sop).kept_up_to("P-1", step(3)).decided("T");
        let office = office.with("alasan", REASON);
        office.signed("P-1", step(no), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.10").check()
    };
    assert_eq!(office(2).course("P-1"), "1.1 1.2 1.3 2.2");
    let checked = office(1);
    assert_eq!(checked.course("P-1"), "1.1 1.2 1.3 1.1");
    assert_eq!(checked.codes("P-1"), ["L03", "L04"]);
}

#[test]
fn where_t_is_the_end_the_request_is_refused() {
    let sop = BUILTIN_TEXT.replace("bila_tidak = 1", "bila_tidak = \"selesai\"");
    let office = Office::new().sop(&sop).kept_up_to("P-1", step(3)).decided("T");
    let office = office.with("alasan", REASON);
    assert_eq!(office.clone().check().status("P-1"), "ditolak");
    let again = office.signed("P-1", step(3), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.10");
    let checked = again.check();
    assert_eq!(checked.history("P-1").round, 1);
    checked.finds("L04");
}

#[test]
fn a_refusal_for_good_opens_no_round_and_stays() {
    let office = Office::new().kept_up_to("P-1", step(3)).decided("Ditolak");
    let checked = office
        .with("alasan", REASON)
        .signed("P-1", step(3), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.10")
        .signed("P-1", step(8), "Selasa 04/06/2024 08.20", "Selasa 04/06/2024 08.25")
        .check();
    assert_eq!(checked.status("P-1"), "ditolak");
    assert_eq!(checked.history("P-1").round, 1);
}

#[test]
fn sign_offs_are_taken_by_their_end_whatever_the_order_of_the_rows() {
    let checked = Office::new()
        .signed("P-1", step(3), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.20")
        .signed("P-1", step(3), "Senin 03/06/2024 08.40", "Senin 03/06/2024 09.00")
        .decided("T")
        .with("alasan", REASON)
        .signed("P-1", step(2), "Senin 03/06/2024 08.20", "Senin 03/06/2024 08.30")
        .check();
    checked.finds_nothing();
    assert_eq!(checked.course("P-1"), "1.2 1.3 2.3");
}

#[test]
fn sign_offs_that_end_together_are_taken_by_row() {
    let at = "Senin 03/06/2024 09.00";
    let in_order = |first, second| {
        let office = Office::new().signed("P-1", step(first), at, at);
        office.signed("P-1", step(second), at, at).check().course("P-1")
    };
    assert_eq!(in_order(2, 3), "1.2 1.3");
    assert_eq!(in_order(3, 2), "1.3 1.2");
}

#[test]
fn a_day_without_an_hour_is_taken_by_row_among_the_hours_of_that_day() {
    let checked = Office::new()
        .signed("P-1", step(4), "Senin 03/06/2024 09.10", "Senin 03/06/2024 09.20")
        .signed("P-1", step(3), "", "Senin 03/06/2024")
        .signed("P-1", step(2), "Senin 03/06/2024 08.10", "Senin 03/06/2024 08.20")
        .check();
    assert_eq!(checked.course("P-1"), "1.2 1.3 1.4");
}

#[test]
fn a_sign_off_whose_end_cannot_be_used_is_taken_on_the_day_of_its_start() {
    let checked = Office::new()
        .signed("P-1", step(3), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.20")
        .signed("P-1", step(3), "Senin 03/06/2024 08.40", "?")
        .decided("T")
        .with("alasan", REASON)
        .signed("P-1", step(2), "Senin 03/06/2024 08.20", "Senin 03/06/2024 08.30")
        .check();
    assert_eq!(checked.course("P-1"), "1.2 1.3 2.3");
}

#[test]
fn a_step_is_done_in_the_round_that_stands_open_then() {
    let checked = returned()
        .signed("P-1", step(3), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.10")
        .decided("T")
        .with("alasan", REASON)
        .signed("P-1", step(2), "Rabu 05/06/2024 08.00", "Rabu 05/06/2024 08.10")
        .signed("P-1", step(3), "Rabu 05/06/2024 08.20", "Rabu 05/06/2024 08.30")
        .signed("P-1", step(4), "Rabu 05/06/2024 08.40", "Rabu 05/06/2024 08.50")
        .check();
    checked.finds_nothing();
    assert_eq!(checked.course("P-1"), "1.1 1.2 1.3 2.3 3.2 3.3 3.4");
    assert_eq!(checked.history("P-1").next_step, Some(5));
}

#[test]
fn of_two_decisions_in_one_round_the_last_decides() {
    let again = |decision| {
        let office = Office::new().kept_up_to("P-1", step(3));
        office
            .signed("P-1", step(3), "Senin 03/06/2024 09.10", "Senin 03/06/2024 09.20")
            .decided(decision)
            .with("alasan", REASON)
            .check()
    };
    assert_eq!(again("Y").status("P-1"), "dalam_proses");
    let checked = again("T");
    assert_eq!(checked.codes("P-1"), ["L03"]);
    assert_eq!(checked.status("P-1"), "dikembalikan");
}

#[test]
fn a_missing_decision_goes_on_as_y() {
    let office = Office::new().kept_up_to("P-1", step(4)).at(step(3)).decided("");
    let checked = office.check();
    assert_eq!(checked.history("P-1").round, 1);
    assert_eq!(checked.history("P-1").next_step, Some(5));
}

#[test]
fn the_next_step_is_the_highest_signed_one_of_the_last_round_plus_one() {
    let checked = Office::new().kept_up_to("P-1", step(5)).without(step(4)).check();
    assert_eq!(checked.history("P-1").next_step, Some(6));
    assert_eq!(then(1).history("P-1").next_step, Some(2));
}

#[test]
fn what_was_granted_per_access_is_not_the_decision_of_the_step() {
    let office = Office::new().request("P-1").with("hasil_verifikasi", "Tidak");
    let checked = office
        .with("alasan", "Peran itu sudah ada pemegangnya")
        .signed("P-1", step(3), "Senin 03/06/2024 08.40", "Senin 03/06/2024 09.00")
        .check();
    assert_eq!(checked.entry("P-1", 1, step(3)).decision, Some(Decision::Ya));
    assert_eq!(checked.status("P-1"), "dalam_proses");
}

#[test]
fn a_step_of_another_round_is_not_the_step_before() {
    let checked = returned()
        .signed("P-1", step(3), "Senin 03/06/2024 09.00", "Senin 03/06/2024 09.10")
        .signed("P-1", step(4), "Senin 03/06/2024 09.20", "Senin 03/06/2024 09.30")
        .check();
    checked.finds_nothing();
    assert_eq!(checked.entry("P-1", 2, step(3)).before, None);
    assert_eq!(checked.entry("P-1", 2, step(4)).waited, Some(10 * 60));
}
