//! The file: who may write, what is refused, what survives.

use std::path::Path;

use tertib::register::{Access, Dated, Register, RegisterProblem, Stage};

use super::desk::{Desk, digest, draft, minutes, told};

fn refusal(path: &Path, access: Access) -> RegisterProblem {
    Register::open(path, access).err().expect("the file is refused")
}

#[test]
fn only_the_register_itself_is_left_in_the_folder() {
    let desk = Desk::new();
    let mut register = desk.open();
    desk.give(&mut register, &minutes("P-1"), "2024-06-10");
    drop(register);
    assert_eq!(desk.files(), ["register.db"]);
}

#[test]
fn of_two_who_open_it_to_write_the_second_is_told_of_the_first() {
    let desk = Desk::new();
    let mut first = desk.open();
    let second = refusal(&desk.path(), Access::Write);
    assert_eq!(second, RegisterProblem::InUse);
    assert_eq!(second.to_string(), "buku register sedang dipakai: tertib lain masih berjalan");
    desk.give(&mut first, &minutes("P-1"), "2024-06-10");
    assert_eq!(refusal(&desk.path(), Access::Look), RegisterProblem::InUse);
    drop(first);
    assert_eq!(told(&desk.open()), ["2024 1: BA-001/VI/2024 P-1"]);
}

#[test]
fn who_only_looks_does_not_keep_others_from_writing() {
    let desk = Desk::new();
    desk.give(&mut desk.open(), &minutes("P-1"), "2024-06-10");
    let look = desk.look();
    desk.give(&mut desk.open(), &minutes("P-2"), "2024-06-10");
    assert_eq!(told(&look), ["2024 1: BA-001/VI/2024 P-1"]);
}

#[test]
fn a_try_gives_the_same_answers_and_writes_not_a_byte() {
    let desk = Desk::new();
    let mut register = desk.open();
    let record = r#"{"nama":"Sari Dewanti"}"#;
    let (a, f) = (digest('a'), digest('f'));
    register.record_issue(&minutes("P-1"), &draft(record, &a, Stage::ToSign), &f).expect("issued");
    desk.give(&mut register, &minutes("P-1"), "2024-06-10");
    register.enter_number(&minutes("P-9"), "BA-002/VI/2024", Dated::In(2024)).expect("entered");
    drop(register);
    let before = desk.bytes();
    let run = |mut register: Register| {
        desk.give(&mut register, &minutes("P-2"), "2024-06-10");
        register.void_number("berita-acara", "BA-001/VI/2024", None, "rusak").expect("voided");
        desk.give(&mut register, &minutes("P-1"), "2024-06-10");
        let other = draft(r#"{"nama":"Sari D."}"#, &f, Stage::ToSign);
        let outcome = register.record_issue(&minutes("P-1"), &other, &a).expect("compared");
        (told(&register), outcome, register.papers().expect("read"))
    };
    let tried = run(desk.look());
    assert!(before == desk.bytes(), "the file changed");
    assert_eq!(desk.files(), ["register.db"]);
    assert_eq!(run(desk.open()), tried);
}

#[test]
fn a_try_where_no_register_is_begins_none() {
    let desk = Desk::new();
    let mut look = desk.look();
    assert_eq!(
        desk.give(&mut look, &minutes("P-1"), "2024-06-10").as_deref(),
        Some("BA-001/VI/2024")
    );
    assert_eq!(desk.files(), [""; 0]);
}

#[test]
fn the_same_calls_make_the_same_file() {
    let made = || {
        let desk = Desk::new();
        let mut register = desk.open();
        desk.give(&mut register, &minutes("P-1"), "2024-06-10");
        register.set_frozen(&minutes("P-1"), true).expect("frozen");
        drop(register);
        desk.bytes()
    };
    assert!(made() == made(), "two registers differ");
}

#[test]
fn what_is_done_together_is_done_wholly_or_not_at_all() {
    let desk = Desk::new();
    let mut register = desk.open();
    let failed = register.together(|register| {
        desk.give(register, &minutes("P-1"), "2024-06-10");
        let refused = register.enter_number(&minutes("P-1"), "BA-9", Dated::In(2024));
        assert!(refused.is_err(), "P-1 bears a number");
        desk.give(register, &minutes("P-2"), "2024-06-10");
        assert_eq!(told(register).len(), 2, "a refusal inside takes back only its own");
        Err::<(), _>(RegisterProblem::DiskFull)
    });
    assert_eq!(failed, Err(RegisterProblem::DiskFull));
    assert_eq!(told(&register), [""; 0]);
    assert_eq!(
        desk.give(&mut register, &minutes("P-3"), "2024-06-10").as_deref(),
        Some("BA-001/VI/2024")
    );
}

#[test]
fn a_run_that_is_killed_leaves_the_register_as_it_was_before() {
    let desk = Desk::new();
    let mut register = desk.open();
    desk.give(&mut register, &minutes("P-1"), "2024-06-10");
    drop(register);
    let before = desk.look();
    let killed = Desk::new();
    let a = digest('a');
    let mut register = desk.open();
    let done = register.together(|register| {
        // More than SQLite keeps in memory: half of it reaches the file before the end.
        let record = format!("{{\"isi\":\"{}\"}}", "x".repeat(1_000_000));
        for request in ["P-2", "P-3", "P-4", "P-5", "P-6", "P-7"] {
            let paper = minutes(request);
            register.record_issue(&paper, &draft(&record, &a, Stage::ToSign), &a)?;
            desk.give(register, &paper, "2024-06-10");
        }
        // What lies on the disk at this moment is what a killed process leaves behind.
        for name in ["register.db", "register.db-journal"] {
            let from = desk.path().with_file_name(name);
            std::fs::copy(from, killed.path().with_file_name(name)).expect("a copy");
        }
        Ok::<_, RegisterProblem>(())
    });
    done.expect("all of it");
    let half = std::fs::metadata(killed.path()).expect("the copy").len();
    assert!(half > 1_000_000, "the test must catch a file that is half written: {half}");
    assert_eq!(told(&killed.look()), told(&before));
    let mut register = killed.open();
    assert_eq!(told(&register), told(&before));
    assert_eq!(register.papers().expect("read"), []);
    assert_eq!(
        killed.give(&mut register, &minutes("P-2"), "2024-06-10").as_deref(),
        Some("BA-002/VI/2024")
    );
    drop(register);
    assert_eq!(killed.files(), ["register.db"]);
}

#[test]
fn a_file_of_a_newer_program_is_left_alone() {
    let desk = Desk::new();
    drop(desk.open());
    let mut bytes = desk.bytes();
    // The user version of a SQLite file, big-endian.
    bytes.splice(60..64, [0, 0, 0, 7]);
    std::fs::write(desk.path(), &bytes).expect("written");
    for access in [Access::Write, Access::Look] {
        let problem = refusal(&desk.path(), access);
        assert_eq!(problem, RegisterProblem::Newer { found: 7, known: 1 });
        let shown = problem.diagnostic("register.db");
        assert_eq!(
            shown.message,
            "buku register ini ditulis tertib yang lebih baru (susunan 7; program ini mengenal \
             sampai 1)"
        );
        assert_eq!(shown.advice, "pakai tertib versi terbaru");
    }
    assert!(bytes == desk.bytes(), "the file changed");
}

#[test]
fn a_file_that_is_no_register_is_left_alone() {
    let desk = Desk::new();
    drop(desk.open());
    let mut other_program = desk.bytes();
    // The application id of a SQLite file.
    other_program.splice(68..72, [0, 0, 0, 9]);
    let mut other_tables = desk.bytes();
    let at = other_tables.windows(6).position(|part| part == b"digest").expect("a column");
    other_tables.splice(at..at + 6, *b"dijest");
    for bytes in [other_program, other_tables] {
        std::fs::write(desk.path(), &bytes).expect("written");
        for access in [Access::Write, Access::Look] {
            assert_eq!(refusal(&desk.path(), access), RegisterProblem::NotARegister);
        }
        assert!(bytes == desk.bytes(), "the file changed");
    }
}

#[test]
fn a_damaged_file_is_told_and_left_alone() {
    let desk = Desk::new();
    let mut register = desk.open();
    for place in 1..=200 {
        desk.give(&mut register, &minutes(&format!("P-{place}")), "2024-06-10");
    }
    drop(register);
    let whole = desk.bytes();
    let mut overwritten = whole.clone();
    let middle = whole.len() / 2;
    overwritten.splice(middle..middle + 4096, [0xA5; 4096]);
    let cut = whole.get(..middle).expect("half of it").to_vec();
    let text = b"nomor;naskah\r\n1;berita acara\r\n".repeat(100);
    for bytes in [overwritten, cut, text] {
        std::fs::write(desk.path(), &bytes).expect("written");
        for access in [Access::Write, Access::Look] {
            let problem = refusal(&desk.path(), access);
            assert!(matches!(problem, RegisterProblem::Damaged { .. }), "{problem:?}");
        }
        assert!(bytes == desk.bytes(), "the file changed");
    }
}

#[test]
fn an_empty_file_is_a_register_not_yet_begun() {
    let desk = Desk::new();
    std::fs::write(desk.path(), b"").expect("written");
    assert_eq!(told(&desk.look()), [""; 0]);
    assert_eq!(told(&desk.open()), [""; 0]);
}

#[test]
fn a_folder_that_is_not_there_or_stands_in_the_way_is_told() {
    let desk = Desk::new();
    let path = desk.path().join("tidak").join("ada.db");
    let problem = refusal(&path, Access::Write);
    assert_eq!(problem.to_string(), "buku register tidak dapat dibuka: foldernya tidak ada");
    std::fs::create_dir(desk.path()).expect("a folder of that name");
    for access in [Access::Write, Access::Look] {
        let problem = refusal(&desk.path(), access);
        assert_eq!(
            problem.to_string(),
            "buku register tidak dapat dibuka: di tempatnya ada folder"
        );
    }
}

#[test]
fn hostile_text_is_data() {
    let desk = Desk::new();
    let a = digest('a');
    let hostile =
        ["'; DROP TABLE number; --", "P\0Q", "P\0R", "\"x\" OR 1=1", "%_?1:a@b", "😀\u{202e}"];
    let mut register = desk.open();
    for text in hostile {
        let paper = minutes(text);
        let number = register.enter_number(&paper, text, Dated::In(2024)).expect("entered");
        assert_eq!(number.text, text);
        let record = serde_json::json!({ "isi": text }).to_string();
        let mut draft = draft(&record, &a, Stage::ToSign);
        draft.file = text;
        draft.fingerprint = text;
        register.record_issue(&paper, &draft, &a).expect("recorded");
    }
    drop(register);
    let register = desk.look();
    for text in hostile {
        let number = register.number_of(&minutes(text)).expect("read").expect("a number");
        let state = register.issued(&minutes(text)).expect("read").expect("issued");
        assert_eq!((number.text.as_str(), state.file.as_str()), (text, text));
    }
    assert_eq!(register.numbers().expect("read").len(), hostile.len());
    drop(register);
    desk.open().void_number("berita-acara", hostile[0], None, hostile[0]).expect("voided");
}
