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
    ("rust_xlsxwriter", &["press/workbook/"]),
    ("rusqlite", &["register/ledger.rs"]),
    ("clap", &["cli/"]),
    ("indicatif", &["cli/progress.rs"]),
];

/// Crates that any room may name: vocabulary, not a library to be replaced.
const VOCABULARY: [&str; 7] =
    ["chrono", "serde", "serde_json", "sha2", "strsim", "unicode_normalization", "unicode_width"];

/// Parts of templates, and the list of the archive: no paper of the SOP.
const NO_PAPER: [&str; 3] = ["daftar-arsip", "kop", "naskah"];

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

/// Paths that leave the room by its own door: as many `super` as its file lies deep.
fn escapes(file: &str, text: &str) -> Vec<String> {
    let depth = file.trim_end_matches("/mod.rs").split('/').count();
    let code = code(text);
    let mut found = Vec::new();
    let mut rest = &*code;
    while let Some(at) = rest.find("super::") {
        let path = &rest[at..];
        let steps = path.split("::").take_while(|part| *part == "super").count();
        let after = &path[steps * "super::".len()..];
        // `pub(in super::super)` ends with a `super` of its own.
        if steps + usize::from(after.starts_with("super")) >= depth {
            found.push(path.lines().next().unwrap_or_default().to_owned());
        }
        rest = after;
    }
    found
}

/// Whether the code names something of that crate.
fn names(code: &str, crate_name: &str) -> bool {
    code.match_indices(crate_name).any(|(at, _)| {
        let before = code[..at].chars().last();
        let after = &code[at + crate_name.len()..];
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':' && c != '.')
            && after.starts_with("::")
    })
}

/// Foreign crates that a file names though they have their door elsewhere.
fn wrong_doors(file: &str, text: &str) -> Vec<&'static str> {
    let code = code(text);
    DOORS
        .iter()
        .filter(|(name, doors)| {
            names(&code, name) && !doors.iter().any(|door| file.starts_with(door))
        })
        .map(|(name, _)| *name)
        .collect()
}

/// The rooms that may read TOML: the one of settings, once it is built.
fn readers_of_toml(settings_is_built: bool) -> &'static [&'static str] {
    if settings_is_built { &["settings"] } else { &["calendar", "office", "sop"] }
}

/// What a file is named that no noun of the office is.
fn misnamed(file: &str) -> Option<&'static str> {
    FORBIDDEN_NAMES.into_iter().find(|name| file.split(['/', '.']).any(|part| part == *name))
}

/// Calls that stop the program, or write where only the screen may.
fn forbidden_calls(text: &str) -> Vec<&'static str> {
    const CALLS: [&str; 9] = [
        ".unwrap()",
        ".expect(",
        "println!",
        "print!(",
        "panic!(",
        "todo!(",
        "unreachable!(",
        "unimplemented!(",
        "dbg!(",
    ];
    let code = code(text);
    CALLS.into_iter().filter(|call| code.contains(call)).collect()
}

/// The names of the dependencies, as code writes them.
fn dependencies(manifest: &str) -> Vec<String> {
    let block = manifest.split("\n[dependencies]\n").nth(1).unwrap_or_default();
    let lines = block.lines().take_while(|line| !line.starts_with('['));
    let named = lines.filter_map(|line| line.split_once('='));
    named.map(|(name, _)| name.trim().replace('-', "_")).collect()
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
fn no_path_leaves_a_room_by_way_of_the_root() {
    for (file, text) in sources("src") {
        assert_eq!(escapes(&file, &text), [""; 0], "{file}");
    }
    assert_eq!(escapes("cli/mod.rs", "use super::check;"), ["super::check;"]);
    assert_eq!(escapes("cli/paint.rs", "use super::Screen;"), [""; 0]);
    assert_eq!(escapes("cli/paint.rs", "super::super::check()"), ["super::super::check()"]);
    assert_eq!(escapes("cli/json/sop.rs", "pub(in super::super) fn sop()"), [""; 0]);
    assert_eq!(escapes("cli/sop.rs", "pub(in super::super) fn sop()").len(), 1);
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
fn only_the_rooms_of_settings_read_toml() {
    let settings = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/settings").is_dir();
    for (file, text) in sources("src") {
        let reads = names(&code(&text), "toml");
        assert!(!reads || readers_of_toml(settings).contains(&room_of(&file)), "{file} reads TOML");
    }
    assert!(names("use toml::Spanned;", "toml") && !names("crate::toml::x", "toml"));
    assert_eq!(readers_of_toml(true), ["settings"]);
}

#[test]
fn each_dependency_has_a_door_or_is_common_vocabulary() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let unknown = |manifest: &str| -> Vec<String> {
        let known = |name: &str| {
            name == "toml" || VOCABULARY.contains(&name) || DOORS.iter().any(|door| door.0 == name)
        };
        dependencies(manifest).into_iter().filter(|name| !known(name)).collect()
    };
    assert_eq!(unknown(&fs::read_to_string(manifest).expect("Cargo.toml")), [""; 0]);
    let made_up = "[package]\n[dependencies]\nclap = \"4\"\nleft-pad = \"1\"\n[lints]\nx = 1\n";
    assert_eq!(unknown(made_up), ["left_pad"]);
}

#[test]
fn files_are_small_enough_to_hold_in_the_head_and_bear_the_name_of_a_thing() {
    for root in ["src", "tests"] {
        for (file, text) in sources(root) {
            let lines = text.lines().count();
            assert!(lines <= MOST_LINES, "{root}/{file} has {lines} lines");
            assert_eq!(misnamed(&file), None, "{root}/{file} is no noun of the office");
        }
    }
    assert_eq!(misnamed("desk/utils.rs"), Some("utils"));
    assert_eq!(misnamed("common/mod.rs"), Some("common"));
    assert_eq!(misnamed("desk/uncommon.rs"), None);
}

#[test]
fn nothing_in_the_program_may_stop_it_or_write_past_the_screen() {
    for (file, text) in sources("src") {
        let made_up = file == "calendar/mistakes.rs" || file == "office/tests.rs";
        assert!(
            made_up || forbidden_calls(&text).is_empty(),
            "{file}: {:?}",
            forbidden_calls(&text)
        );
        let code = code(&text);
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

#[test]
fn a_call_that_stops_or_prints_is_noticed_where_no_test_makes_it() {
    assert_eq!(forbidden_calls("let x = y.unwrap();"), [".unwrap()"]);
    assert_eq!(forbidden_calls("eprintln!(\"x\")"), ["println!"]);
    let tested = "fn f() {}\n#[cfg(test)]\nmod tests { fn g() { x.unwrap(); panic!() } }";
    assert_eq!(forbidden_calls(tested), [""; 0]);
    assert_eq!(forbidden_calls("// y.unwrap() would stop\nx.unwrap_or(1)"), [""; 0]);
}

#[test]
fn each_paper_and_the_monthly_report_have_a_template_of_their_name() {
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let entries = fs::read_dir(templates).expect("the templates");
    let mut stems: Vec<String> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "typ"))
        .map(|path| path.file_stem().expect("a stem").to_string_lossy().into_owned())
        .filter(|stem| !NO_PAPER.contains(&stem.as_str()))
        .collect();
    stems.sort();
    let mut kinds = tertib::office::number::KINDS.to_vec();
    kinds.sort();
    assert_eq!(stems, kinds);
}
