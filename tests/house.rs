//! The plan of the house holds: who may import whom, which door a foreign crate has.

use std::fs;
use std::path::{Path, PathBuf};

/// A room and the rooms that it may import.
const ROOMS: &[(&str, &[&str])] = &[
    ("diagnostic", &[]),
    ("settings", &["diagnostic"]),
    ("calendar", &["settings", "diagnostic"]),
    ("office", &["settings", "diagnostic"]),
    ("sop", &["calendar", "settings", "diagnostic"]),
    ("records", &["sop", "office", "calendar", "diagnostic"]),
    ("intake", &["records", "sop", "office", "calendar", "diagnostic"]),
    ("check", &["records", "sop", "office", "calendar", "diagnostic"]),
    ("register", &["sop", "office", "diagnostic"]),
    ("press", &["diagnostic"]),
    ("document", &["check", "records", "sop", "office", "calendar", "press", "diagnostic"]),
    ("report", &["check", "records", "sop", "office", "calendar", "press", "diagnostic"]),
    (
        "archive",
        &["register", "check", "records", "sop", "office", "calendar", "press", "diagnostic"],
    ),
    (
        "desk",
        &[
            "document",
            "report",
            "archive",
            "intake",
            "check",
            "register",
            "press",
            "records",
            "sop",
            "office",
            "calendar",
            "diagnostic",
        ],
    ),
    ("cli", &["desk"]),
];

/// A foreign crate and the files, or folders, that may name it.
const DOORS: &[(&str, &[&str])] = &[
    ("calamine", &["intake/workbook.rs"]),
    ("typst", &["press/pdf.rs"]),
    ("typst_pdf", &["press/pdf.rs"]),
    ("typst_layout", &["press/pdf.rs"]),
    ("comemo", &["press/pdf.rs"]),
    ("rayon", &["press/workers.rs"]),
    ("qrcode", &["press/qr.rs"]),
    ("tera", &["press/html.rs"]),
    ("rust_xlsxwriter", &["press/workbook.rs", "press/spreadsheet_chart.rs", "press/form.rs"]),
    ("rusqlite", &["register/ledger.rs"]),
    ("clap", &["cli/"]),
    ("indicatif", &["cli/progress.rs"]),
];

const FORBIDDEN_NAMES: [&str; 6] = ["utils", "helpers", "common", "types", "consts", "manager"];
/// A file is questioned at 400 lines; past this it is to be parted.
const MOST_LINES: usize = 430;

fn sources(root: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the house") {
            let path: PathBuf = entry.expect("an entry of it").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let name = path.strip_prefix(&root).expect("below the root");
                let name = name.to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).expect("a source file")));
            }
        }
    }
    found.sort();
    found
}

/// The text without comments and without what only tests see.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn room_of(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or_default()
}

/// Imports that the table does not allow, as "cli → check".
fn forbidden_imports(file: &str, text: &str) -> Vec<String> {
    let room = room_of(file);
    let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| *known == room) else {
        return vec![format!("{room} is in no list")];
    };
    let code = code(text);
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let named: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => group.split(',').map(str::trim).collect(),
            None => vec![rest],
        };
        for name in named {
            let imported: String =
                name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let is_room = ROOMS.iter().any(|(known, _)| *known == imported);
            if is_room && imported != room && !allowed.contains(&imported.as_str()) {
                found.push(format!("{room} → {imported}"));
            }
        }
    }
    found
}

/// Foreign crates that a file names though they have their door elsewhere.
fn wrong_doors(file: &str, text: &str) -> Vec<&'static str> {
    let code = code(text);
    let names = |crate_name: &str| {
        code.match_indices(crate_name).any(|(at, _)| {
            let before = code[..at].chars().last();
            let after = &code[at + crate_name.len()..];
            before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':' && c != '.')
                && after.starts_with("::")
        })
    };
    DOORS
        .iter()
        .filter(|(name, doors)| names(name) && !doors.iter().any(|door| file.starts_with(door)))
        .map(|(name, _)| *name)
        .collect()
}

#[test]
fn rooms_import_only_the_rooms_below_that_the_plan_names() {
    let mut wrong = Vec::new();
    for (file, text) in sources("src") {
        if !["lib.rs", "main.rs"].contains(&file.as_str()) {
            wrong.extend(
                forbidden_imports(&file, &text).into_iter().map(|w| format!("{file}: {w}")),
            );
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn an_import_that_goes_up_or_sideways_is_noticed() {
    assert_eq!(forbidden_imports("cli/mod.rs", "use crate::check::History;"), ["cli → check"]);
    assert_eq!(forbidden_imports("intake/mod.rs", "crate::desk::check()"), ["intake → desk"]);
    assert_eq!(
        forbidden_imports("check/mod.rs", "use crate::{records::Case, intake};"),
        ["check → intake"]
    );
    assert_eq!(forbidden_imports("attic/mod.rs", ""), ["attic is in no list"]);
    let allowed = forbidden_imports("desk/mod.rs", "use crate::check::History;\n// crate::cli");
    assert_eq!(allowed, [""; 0]);
}

#[test]
fn each_foreign_crate_stays_behind_its_door() {
    for (file, text) in sources("src") {
        assert_eq!(wrong_doors(&file, &text), [""; 0], "{file}");
    }
    assert_eq!(wrong_doors("desk/check.rs", "use calamine::Xlsx;"), ["calamine"]);
    assert_eq!(wrong_doors("cli/mod.rs", "use clap::Parser;"), [""; 0]);
}

#[test]
fn files_are_small_enough_to_hold_in_the_head_and_bear_the_name_of_a_thing() {
    for root in ["src", "tests"] {
        for (file, text) in sources(root) {
            let lines = text.lines().count();
            assert!(lines <= MOST_LINES, "{root}/{file} has {lines} lines");
            for name in FORBIDDEN_NAMES {
                let named = file.split(['/', '.']).any(|part| part == name);
                assert!(!named, "{root}/{file} is no noun of the office");
            }
        }
    }
}

#[test]
fn nothing_in_the_program_may_stop_it_or_write_past_the_screen() {
    for (file, text) in sources("src") {
        let code = code(&text);
        for call in [".unwrap()", ".expect(", "println!", "print!(", "panic!(", "todo!("] {
            let made_up = file == "calendar/mistakes.rs" || file == "office/tests.rs";
            assert!(made_up || !code.contains(call), "{file} calls {call}");
        }
        let clock = code.contains("SystemTime::now") || code.contains("Instant::now");
        assert!(!clock || file == "lib.rs", "{file} asks the clock");
    }
}

#[test]
fn the_kinds_of_paper_and_the_monthly_report_are_the_kinds_that_bear_numbers() {
    let mut stems: Vec<&str> = tertib::sop::PaperKind::ALL.iter().map(|kind| kind.stem()).collect();
    stems.push("laporan-bulanan");
    assert_eq!(tertib::office::number::KINDS.to_vec(), stems);
}
