//! Giving numbers and entering those given elsewhere.

use tertib::office::{NumberParts, NumberSource};
use tertib::register::{Dated, Paper, Register, RegisterProblem};
use tertib::sop::PaperKind;

use super::desk::{Desk, day, minutes, report, told};

#[test]
fn a_number_is_given_once_and_kept_for_ever() {
    let desk = Desk::new();
    let mut register = desk.open();
    let given = desk.give(&mut register, &minutes("P-017"), "2024-06-10");
    assert_eq!(given.as_deref(), Some("BA-001/VI/2024"));
    assert_eq!(
        desk.give(&mut register, &minutes("P-018"), "2024-07-01").as_deref(),
        Some("BA-002/VII/2024")
    );
    drop(register);
    let mut later = desk.open();
    assert_eq!(desk.give(&mut later, &minutes(" p-017 "), "2025-01-31"), given);
    assert_eq!(told(&later), ["2024 1: BA-001/VI/2024 P-017", "2024 2: BA-002/VII/2024 P-018"]);
}

#[test]
fn each_kind_and_each_year_has_its_own_sequence() {
    let desk = Desk::new();
    let mut register = desk.open();
    let mut give = |paper: &Paper, on| desk.give(&mut register, paper, on).expect("a number");
    assert_eq!(give(&minutes("P-1"), "2024-12-30"), "BA-001/XII/2024");
    assert_eq!(give(&report("P-1"), "2024-12-30"), "SDM.3-OT.02.02-1");
    assert_eq!(give(&minutes("P-2"), "2025-01-02"), "BA-001/I/2025");
    assert_eq!(give(&report("P-2"), "2025-01-02"), "SDM.3-OT.02.02-1");
    assert_eq!(give(&report("P-3"), "2024-12-31"), "SDM.3-OT.02.02-2");
    assert_eq!(give(&Paper::Month { year: 2024, month: 12 }, "2024-12-31"), "LB-1-12");
}

#[test]
fn each_round_of_a_request_is_a_paper_of_its_own() {
    let desk = Desk::new();
    let mut register = desk.open();
    let of_round = |round| Paper::of_request("P-1", PaperKind::BeritaAcara, round);
    assert_eq!(
        desk.give(&mut register, &of_round(1), "2024-06-10").as_deref(),
        Some("BA-001/VI/2024")
    );
    assert_eq!(
        desk.give(&mut register, &of_round(2), "2024-06-10").as_deref(),
        Some("BA-002/VI/2024")
    );
}

#[test]
fn a_number_beyond_its_width_is_written_whole() {
    let desk = Desk::with("cara = \"register\"\n[penomoran.pola]\nberita-acara = \"{urut}\"\n");
    let mut register = desk.open();
    for place in 1..=11 {
        let paper = minutes(&format!("P-{place}"));
        assert_eq!(desk.give(&mut register, &paper, "2024-06-10"), Some(place.to_string()));
    }
}

#[test]
fn no_number_is_given_where_the_register_does_not_give_it() {
    for cara in ["diberikan", "kosong"] {
        let desk = Desk::with(&format!("cara = \"{cara}\"\n"));
        let mut register = desk.open();
        assert_eq!(desk.give(&mut register, &minutes("P-1"), "2024-06-10"), None);
        assert_eq!(told(&register), [""; 0]);
    }
    let desk = Desk::new();
    let unnumbered = Paper::of_request("P-1", PaperKind::Akun, 1);
    assert_eq!(desk.give(&mut desk.open(), &unnumbered, "2024-06-10"), None);
}

#[test]
fn a_number_given_elsewhere_is_the_number_of_the_paper_with_its_date() {
    let desk = Desk::with("cara = \"diberikan\"\n");
    let mut register = desk.open();
    let paper = minutes("P-1");
    register.enter_number(&paper, " BA-77/2024 ", Dated::In(2024)).expect("entered");
    assert_eq!(desk.give(&mut register, &paper, "2024-06-10").as_deref(), Some("BA-77/2024"));
    let dated = register.enter_number(&paper, "ba-77/2024", Dated::On(day("2024-06-11")));
    let dated = dated.expect("the same number with its date");
    assert_eq!(dated.text, "BA-77/2024");
    let number = register.number_of(&paper).expect("read").expect("a number");
    assert_eq!(number, dated);
    assert_eq!((number.date, number.source), (Some(day("2024-06-11")), NumberSource::Given));
}

#[test]
fn a_paper_keeps_its_number_when_the_way_of_numbering_changes() {
    let desk = Desk::new();
    let given = desk.give(&mut desk.open(), &minutes("P-1"), "2024-06-10");
    let numbering = Desk::with("cara = \"kosong\"\n").numbering;
    let parts = NumberParts { date: day("2024-06-10"), unit_code: None, classification: None };
    let kept = desk.open().number_for(&minutes("P-1"), &numbering, &parts).expect("read");
    assert_eq!(kept.map(|number| number.text), given);
}

#[test]
fn the_sequence_passes_over_a_number_that_was_entered_whatever_its_month() {
    let desk = Desk::new();
    let mut register = desk.open();
    register.enter_number(&minutes("P-9"), "BA-001/V/2024", Dated::In(2024)).expect("entered");
    register.enter_number(&minutes("P-8"), "ba-003/vi/2024", Dated::In(2024)).expect("entered");
    register.enter_number(&minutes("P-7"), "BA-002/VI/2024", Dated::In(2023)).expect("entered");
    assert_eq!(
        desk.give(&mut register, &minutes("P-1"), "2024-06-10").as_deref(),
        Some("BA-002/VI/2024")
    );
    assert_eq!(
        desk.give(&mut register, &minutes("P-2"), "2024-06-10").as_deref(),
        Some("BA-004/VI/2024")
    );
    assert_eq!(
        told(&register),
        [
            "2023 -: BA-002/VI/2024 P-7",
            "2024 1: BA-001/V/2024 P-9",
            "2024 2: BA-002/VI/2024 P-1",
            "2024 3: ba-003/vi/2024 P-8",
            "2024 4: BA-004/VI/2024 P-2",
        ]
    );
}

#[test]
fn no_place_of_the_sequence_is_unexplained_after_the_pattern_changed() {
    let first = Desk::with("cara = \"register\"\n[penomoran.pola]\nberita-acara = \"{urut}1\"\n");
    let second = Desk::with("cara = \"register\"\n[penomoran.pola]\nberita-acara = \"{urut}\"\n");
    let mut register = first.open();
    first.give(&mut register, &minutes("P-1"), "2024-06-10");
    for place in 2..=11 {
        second.give(&mut register, &minutes(&format!("P-{place}")), "2024-06-10");
    }
    let told = told(&register);
    assert_eq!(told.first().map(String::as_str), Some("2024 1: 11 P-1"));
    assert_eq!(
        told.get(10..),
        Some(
            [
                "2024 11: 11 P-11 (dilewati: sama dengan nomor urut 1)".to_owned(),
                "2024 12: 12 P-11".to_owned()
            ]
            .as_slice()
        )
    );
}

#[test]
fn the_sequence_passes_over_what_a_paper_of_another_kind_bears_in_that_year() {
    let pattern =
        |kind: &str| format!("cara = \"register\"\n[penomoran.pola]\n{kind} = \"S-{{urut}}\"\n");
    // The pattern of the minutes became that of the reports.
    let [first, second] =
        ["berita-acara", "laporan-kegiatan"].map(|kind| Desk::with(&pattern(kind)));
    let mut register = first.open();
    first.give(&mut register, &minutes("P-1"), "2024-06-10");
    register.enter_number(&minutes("P-2"), "s-3", Dated::In(2024)).expect("entered");
    register.enter_number(&minutes("P-3"), "S-4", Dated::In(2024)).expect("entered");
    let void = |register: &mut Register, number| {
        register.void_number("berita-acara", number, None, "salah ketik").expect("voided");
    };
    void(&mut register, "S-1");
    void(&mut register, "S-4");
    let mut give = |request: &str, on| second.give(&mut register, &report(request), on);
    assert_eq!(give("P-1", "2024-06-10").as_deref(), Some("S-2"));
    assert_eq!(
        give("P-2", "2024-06-10").as_deref(),
        Some("S-4"),
        "voided, and not of the register"
    );
    assert_eq!(give("P-3", "2025-01-02").as_deref(), Some("S-1"), "another year");
    let told = told(&register);
    assert_eq!(
        told.get(3..),
        Some(
            [
                "2024 1: S-1 P-1 (dilewati: sudah menjadi nomor berita-acara)".to_owned(),
                "2024 2: S-2 P-1".to_owned(),
                "2024 3: S-3 P-2 (dilewati: sudah menjadi nomor berita-acara)".to_owned(),
                "2024 4: S-4 P-2".to_owned(),
                "2025 1: S-1 P-3".to_owned(),
            ]
            .as_slice()
        )
    );
}

#[test]
fn two_kinds_with_one_pattern_share_its_numbers_and_none_is_given_twice() {
    let desk = Desk::with(
        "cara = \"register\"\n[penomoran.pola]\nberita-acara = \"S-{urut}\"\nlaporan-kegiatan = \"s-{urut}\"\n",
    );
    let mut register = desk.open();
    let papers = [minutes("P-1"), report("P-1"), minutes("P-2"), report("P-2"), minutes("P-3")];
    let given = papers.map(|paper| desk.give(&mut register, &paper, "2024-06-10"));
    let given: Vec<&str> = given.iter().flatten().map(String::as_str).collect();
    assert_eq!(given, ["S-1", "s-2", "S-3", "s-4", "S-5"]);
}

#[test]
fn a_number_that_another_paper_bears_in_that_year_is_refused() {
    let desk = Desk::new();
    let mut register = desk.open();
    desk.give(&mut register, &minutes("P-1"), "2024-06-10");
    let refused = register.enter_number(&minutes("P-2"), "ba-001/VI/2024", Dated::In(2024));
    let problem = refused.expect_err("borne by P-1");
    assert_eq!(
        problem,
        RegisterProblem::NumberTaken {
            number: "ba-001/VI/2024".to_owned(),
            kind: "berita-acara",
            year: 2024,
            by: minutes("P-1"),
        }
    );
    assert_eq!(
        problem.to_string(),
        "nomor berita-acara \"ba-001/VI/2024\" tahun 2024 sudah dipakai: \
         Berita Acara Serah Terima Hak Akses Sistem Aplikasi permohonan P-1"
    );
    register
        .enter_number(&minutes("P-2"), "BA-001/VI/2024", Dated::In(2025))
        .expect("another year");
    register.enter_number(&report("P-2"), "BA-001/VI/2024", Dated::In(2024)).expect("another kind");
}

#[test]
fn a_date_cannot_move_a_number_into_a_year_where_another_paper_bears_it() {
    let desk = Desk::new();
    let mut register = desk.open();
    register.enter_number(&minutes("P-1"), "7", Dated::In(2024)).expect("entered");
    register.enter_number(&minutes("P-2"), "7", Dated::In(2025)).expect("another year");
    let moved = register.enter_number(&minutes("P-2"), "7", Dated::On(day("2024-12-31")));
    assert!(matches!(moved, Err(RegisterProblem::NumberTaken { .. })), "{moved:?}");
    assert_eq!(told(&register), ["2024 -: 7 P-1", "2025 -: 7 P-2"]);
}

#[test]
fn a_paper_that_bears_a_number_does_not_take_another() {
    let desk = Desk::new();
    let mut register = desk.open();
    desk.give(&mut register, &minutes("P-1"), "2024-06-10");
    let refused = register.enter_number(&minutes("P-1"), "BA-9", Dated::In(2024));
    let number = "BA-001/VI/2024".to_owned();
    assert_eq!(refused, Err(RegisterProblem::AlreadyNumbered { paper: minutes("P-1"), number }));
    let empty = register.enter_number(&minutes("P-2"), " \u{a0} ", Dated::In(2024));
    assert_eq!(empty, Err(RegisterProblem::EmptyNumber));
}

#[test]
fn a_pattern_that_is_missing_or_lacks_a_part_gives_no_number_and_says_how_to_mend_it() {
    let desk = Desk::with("cara = \"register\"\n");
    let problem = desk.try_give(&mut desk.open(), &minutes("P-1"), "2024-06-10");
    let problem = problem.expect_err("no pattern");
    assert_eq!(problem, RegisterProblem::NoPattern { kind: "berita-acara" });
    assert_eq!(
        problem.diagnostic("register.db").advice,
        "tulis polanya di tertib.toml, bagian [penomoran.pola], misalnya \
         berita-acara = \"{urut:3}/{bulan_romawi}/{tahun}\""
    );
    let desk = Desk::new();
    let mut register = desk.open();
    let parts = NumberParts { date: day("2024-06-10"), unit_code: None, classification: None };
    let lacking = register.number_for(&report("P-1"), &desk.numbering, &parts);
    let part = "kode_unit";
    assert_eq!(lacking, Err(RegisterProblem::PatternLacks { kind: "laporan-kegiatan", part }));
    assert_eq!(told(&register), [""; 0]);
}
