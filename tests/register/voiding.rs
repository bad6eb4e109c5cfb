//! Voiding a number: the gap stays, with its reason.

use tertib::register::{Dated, RegisterProblem};

use super::desk::{Desk, minutes, told};

const KIND: &str = "berita-acara";

#[test]
fn a_voided_number_stays_with_its_reason_and_the_paper_gets_the_next() {
    let desk = Desk::new();
    let mut register = desk.open();
    desk.give(&mut register, &minutes("P-1"), "2024-06-10");
    desk.give(&mut register, &minutes("P-2"), "2024-06-10");
    let voided = register.void_number(KIND, "ba-002/vi/2024", None, " salah cetak ");
    assert_eq!(voided.expect("voided").paper, minutes("P-2"));
    assert_eq!(register.number_of(&minutes("P-2")), Ok(None));
    assert_eq!(
        desk.give(&mut register, &minutes("P-2"), "2024-06-11").as_deref(),
        Some("BA-003/VI/2024")
    );
    assert_eq!(
        told(&register),
        [
            "2024 1: BA-001/VI/2024 P-1",
            "2024 2: BA-002/VI/2024 P-2 (salah cetak)",
            "2024 3: BA-003/VI/2024 P-2",
        ]
    );
}

#[test]
fn a_voided_number_of_the_register_cannot_come_back_by_hand() {
    let desk = Desk::new();
    let mut register = desk.open();
    desk.give(&mut register, &minutes("P-1"), "2024-06-10");
    register.void_number(KIND, "BA-001/VI/2024", None, "rusak").expect("voided");
    for paper in [minutes("P-1"), minutes("P-2")] {
        let refused = register.enter_number(&paper, "BA-001/VI/2024", Dated::In(2024));
        let problem = refused.expect_err("spent");
        assert_eq!(
            problem.to_string(),
            "nomor berita-acara \"BA-001/VI/2024\" tahun 2024 sudah dibatalkan: rusak"
        );
    }
}

#[test]
fn a_number_typed_to_the_wrong_paper_can_be_voided_and_typed_to_the_right_one() {
    let desk = Desk::with("cara = \"diberikan\"\n");
    let mut register = desk.open();
    register.enter_number(&minutes("P-1"), "SRI-6", Dated::In(2024)).expect("entered");
    register.void_number(KIND, "SRI-6", None, "salah ketik").expect("voided");
    register.enter_number(&minutes("P-2"), "SRI-6", Dated::In(2024)).expect("where it belongs");
    assert_eq!(told(&register), ["2024 -: SRI-6 P-1 (salah ketik)", "2024 -: SRI-6 P-2"]);
}

#[test]
fn the_sequence_passes_over_an_entered_number_though_it_is_voided() {
    let desk = Desk::new();
    let mut register = desk.open();
    register.enter_number(&minutes("P-1"), "BA-001/VI/2024", Dated::In(2024)).expect("entered");
    register.void_number(KIND, "BA-001/VI/2024", None, "salah ketik").expect("voided");
    assert_eq!(
        desk.give(&mut register, &minutes("P-1"), "2024-06-10").as_deref(),
        Some("BA-002/VI/2024")
    );
}

#[test]
fn voiding_twice_for_the_same_reason_is_once_and_for_another_is_refused() {
    let desk = Desk::new();
    let mut register = desk.open();
    desk.give(&mut register, &minutes("P-1"), "2024-06-10");
    let once = register.void_number(KIND, "BA-001/VI/2024", None, "rusak");
    assert_eq!(register.void_number(KIND, "BA-001/VI/2024", None, "rusak"), once);
    let other = register.void_number(KIND, "BA-001/VI/2024", None, "hilang");
    assert!(matches!(other, Err(RegisterProblem::NumberSpent { .. })), "{other:?}");
    assert_eq!(told(&register), ["2024 1: BA-001/VI/2024 P-1 (rusak)"]);
}

#[test]
fn what_no_paper_bears_cannot_be_voided_nor_anything_without_a_reason() {
    let desk = Desk::new();
    let mut register = desk.open();
    desk.give(&mut register, &minutes("P-1"), "2024-06-10");
    let number = "BA-002/VI/2024".to_owned();
    assert_eq!(
        register.void_number(KIND, "BA-002/VI/2024", None, "rusak"),
        Err(RegisterProblem::UnknownNumber { number, kind: KIND, year: None })
    );
    let other_kind = register.void_number("laporan-kegiatan", "BA-001/VI/2024", None, "rusak");
    assert!(matches!(other_kind, Err(RegisterProblem::UnknownNumber { .. })), "{other_kind:?}");
    let other_year = register.void_number(KIND, "BA-001/VI/2024", Some(2023), "rusak");
    assert!(matches!(other_year, Err(RegisterProblem::UnknownNumber { .. })), "{other_year:?}");
    let no_reason = register.void_number(KIND, "BA-001/VI/2024", None, "  ");
    assert_eq!(no_reason, Err(RegisterProblem::NoReason));
    assert_eq!(told(&register), ["2024 1: BA-001/VI/2024 P-1"]);
}

#[test]
fn a_number_that_several_years_have_is_voided_only_with_its_year() {
    let desk = Desk::with("cara = \"register\"\n[penomoran.pola]\nberita-acara = \"BA-{urut}\"\n");
    let mut register = desk.open();
    desk.give(&mut register, &minutes("P-1"), "2024-06-10");
    desk.give(&mut register, &minutes("P-2"), "2025-06-10");
    let problem = register.void_number(KIND, "BA-1", None, "rusak").expect_err("which one");
    assert_eq!(problem.to_string(), "nomor berita-acara \"BA-1\" ada pada tahun 2024, 2025");
    register.void_number(KIND, "BA-1", Some(2025), "rusak").expect("that one");
    assert_eq!(told(&register), ["2024 1: BA-1 P-1", "2025 1: BA-1 P-2 (rusak)"]);
}
