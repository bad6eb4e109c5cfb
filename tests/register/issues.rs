//! What a new record means to what was issued.

use tertib::register::{Draft, Outcome, Paper, Register, RegisterProblem, Stage};

use super::desk::{Desk, digest, draft, minutes};

const BLANK: &str = r#"{"nomor":null,"pemohon":{"nama":"Sari Dewanti","nip":""},"tanggal":null}"#;
const SIGNED: &str =
    r#"{"nomor":"BA-1","pemohon":{"nama":"Sari Dewanti","nip":""},"tanggal":"2024-06-10"}"#;
const OTHER_NAME: &str =
    r#"{"nomor":"BA-1","pemohon":{"nama":"Sari Dewantari","nip":""},"tanggal":null}"#;

/// Records a draft after asking what it would be, which must be the same answer.
fn record(register: &mut Register, draft: &Draft<'_>) -> Outcome {
    let paper = minutes("P-017");
    let asked = register.compare(&paper, draft).expect("compared");
    let done = register.record_issue(&paper, draft, &digest('f')).expect("recorded");
    assert_eq!(asked, done);
    done
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn the_first_issue_is_told_and_the_same_again_changes_nothing() {
    let desk = Desk::new();
    let a = digest('a');
    let draft = draft(BLANK, &a, Stage::ToSign);
    assert_eq!(record(&mut desk.open(), &draft), Outcome::First);
    let before = desk.bytes();
    assert_eq!(record(&mut desk.open(), &draft), Outcome::Unchanged);
    assert!(before == desk.bytes(), "the file changed");
}

#[test]
fn a_blank_that_is_filled_completes_the_same_issue() {
    let desk = Desk::new();
    let (a, b) = (digest('a'), digest('b'));
    let mut register = desk.open();
    record(&mut register, &draft(BLANK, &a, Stage::ToSign));
    let filled = texts(&["nomor", "tanggal"]);
    assert_eq!(
        record(&mut register, &draft(SIGNED, &b, Stage::Signed)),
        Outcome::Completed { filled }
    );
    let states = register.issues_of(&minutes("P-017")).expect("read");
    let told = states.iter().map(|state| (state.revision, state.stage, state.record.as_str()));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [(0, Stage::ToSign, BLANK), (0, Stage::Signed, SIGNED)],
        "the print to be signed by hand is still known"
    );
}

#[test]
fn a_step_signed_off_completes_the_issue_though_no_blank_was_filled() {
    let desk = Desk::new();
    let a = digest('a');
    let mut register = desk.open();
    record(&mut register, &draft(BLANK, &a, Stage::ToSign));
    let outcome = record(&mut register, &draft(BLANK, &a, Stage::Signed));
    assert_eq!(outcome, Outcome::Completed { filled: Vec::new() });
    assert_eq!(register.issues_of(&minutes("P-017")).expect("read").len(), 1);
}

#[test]
fn a_printed_fact_that_changes_or_goes_makes_a_revision_that_names_it() {
    let desk = Desk::new();
    let (a, b, c) = (digest('a'), digest('b'), digest('c'));
    let mut register = desk.open();
    record(&mut register, &draft(SIGNED, &a, Stage::Signed));
    let changed = texts(&["pemohon.nama", "tanggal"]);
    assert_eq!(
        record(&mut register, &draft(OTHER_NAME, &b, Stage::Signed)),
        Outcome::Revision { number: 1, changed }
    );
    assert_eq!(record(&mut register, &draft(OTHER_NAME, &b, Stage::Signed)), Outcome::Unchanged);
    assert_eq!(
        record(&mut register, &draft(SIGNED, &c, Stage::Signed)),
        Outcome::Revision { number: 2, changed: texts(&["pemohon.nama"]) }
    );
    let states = register.issues_of(&minutes("P-017")).expect("read");
    assert_eq!(states.iter().map(|state| state.revision).collect::<Vec<_>>(), [0, 1, 2]);
}

#[test]
fn another_template_prints_the_same_issue_again() {
    let desk = Desk::new();
    let a = digest('a');
    let mut register = desk.open();
    let first = draft(BLANK, &a, Stage::ToSign);
    record(&mut register, &first);
    let other = Draft { fingerprint: "templat 2", ..first };
    assert_eq!(record(&mut register, &other), Outcome::Reprinted);
    let moved = Draft { file: "2024-07/P-017/6-berita-acara.pdf", ..other };
    assert_eq!(record(&mut register, &moved), Outcome::Reprinted);
    let state = register.issued(&minutes("P-017")).expect("read").expect("issued");
    assert_eq!(
        (state.revision, state.fingerprint.as_str(), state.file.as_str()),
        (0, "templat 2", moved.file)
    );
    assert_eq!(register.issues_of(&minutes("P-017")).expect("read").len(), 1);
}

#[test]
fn a_print_that_came_out_with_other_bytes_is_noted() {
    let desk = Desk::new();
    let a = digest('a');
    let mut register = desk.open();
    let draft = draft(BLANK, &a, Stage::ToSign);
    record(&mut register, &draft);
    let again = register.record_issue(&minutes("P-017"), &draft, &digest('e'));
    assert_eq!(again, Ok(Outcome::Reprinted));
    let state = register.issued(&minutes("P-017")).expect("read").expect("issued");
    assert_eq!(state.pdf_digest, digest('e'));
}

#[test]
fn a_frozen_paper_is_not_issued_again_and_only_changed_facts_are_told() {
    let desk = Desk::new();
    let (a, b, c) = (digest('a'), digest('b'), digest('c'));
    let mut register = desk.open();
    let blank = draft(BLANK, &a, Stage::ToSign);
    record(&mut register, &blank);
    register.set_frozen(&minutes("P-017"), true).expect("frozen");
    drop(register);
    let before = desk.bytes();
    let mut register = desk.open();
    let other_template = Draft { fingerprint: "templat 2", ..blank };
    assert_eq!(record(&mut register, &other_template), Outcome::Unchanged);
    assert_eq!(
        record(&mut register, &draft(SIGNED, &b, Stage::Signed)),
        Outcome::Frozen { changed: Vec::new() }
    );
    let changed = texts(&["pemohon.nama"]);
    assert_eq!(
        record(&mut register, &draft(OTHER_NAME, &c, Stage::Signed)),
        Outcome::Frozen { changed }
    );
    register.set_frozen(&minutes("P-017"), true).expect("frozen still");
    drop(register);
    assert!(before == desk.bytes(), "the file changed");
    let mut register = desk.open();
    register.set_frozen(&minutes("P-017"), false).expect("the scan was of another paper");
    let outcome = record(&mut register, &draft(SIGNED, &b, Stage::Signed));
    assert_eq!(outcome, Outcome::Completed { filled: texts(&["nomor", "tanggal"]) });
}

#[test]
fn papers_are_listed_with_their_present_state_in_the_order_of_first_issue() {
    let desk = Desk::new();
    let (a, b) = (digest('a'), digest('b'));
    let mut register = desk.open();
    let june = Paper::Month { year: 2024, month: 6 };
    let blank = draft(BLANK, &a, Stage::ToSign);
    for paper in [&minutes("P-2"), &june, &minutes("P-1")] {
        register.record_issue(paper, &blank, &digest('f')).expect("recorded");
    }
    let signed = draft(SIGNED, &b, Stage::Signed);
    register.record_issue(&minutes("P-2"), &signed, &digest('f')).expect("recorded");
    register.set_frozen(&minutes("P-3"), true).expect("a scan of what was never issued");
    let papers = register.papers().expect("read");
    let told = papers.iter().map(|(paper, state)| (paper.clone(), state.stage));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [(minutes("P-2"), Stage::Signed), (june, Stage::ToSign), (minutes("P-1"), Stage::ToSign)]
    );
}

#[test]
fn a_record_that_is_no_json_or_a_digest_that_is_none_is_refused() {
    let desk = Desk::new();
    let a = digest('a');
    let mut register = desk.open();
    let broken = register.record_issue(&minutes("P-1"), &draft("{", &a, Stage::ToSign), &a);
    assert!(matches!(broken, Err(RegisterProblem::BadRecord { .. })), "{broken:?}");
    let short = register.record_issue(&minutes("P-1"), &draft("{}", "abc", Stage::ToSign), &a);
    assert!(matches!(short, Err(RegisterProblem::Engine { .. })), "{short:?}");
    assert_eq!(register.issued(&minutes("P-1")), Ok(None));
}
