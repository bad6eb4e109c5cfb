//! The rules themselves, each a function of a text, so that a made-up breach can be
//! shown to be noticed.

use std::fs;
use std::path::{Path, PathBuf};

/// A room and the rooms that it may import.
pub const ROOMS: &[(&str, &[&str])] = &[
    ("diagnostic", &[]),
    ("abreast", &[]),
    ("settings", &["diagnostic"]),
    ("calendar", &["settings", "diagnostic"]),
    ("office", &["settings", "diagnostic"]),
    ("sop", &["calendar", "settings", "diagnostic"]),
    ("records", &["sop", "office", "calendar", "diagnostic"]),
    ("intake", &["records", "sop", "office", "calendar", "diagnostic"]),
    ("check", &["records", "sop", "office", "calendar", "diagnostic", "abreast"]),
    ("register", &["sop", "office", "diagnostic"]),
    ("press", &["diagnostic"]),
    ("document", &["check", "records", "sop", "office", "calendar", "press", "diagnostic"]),
    ("report", &["check", "records", "sop", "office", "calendar", "press", "diagnostic"]),
    ("event_log", &["check", "records", "sop", "office", "calendar", "diagnostic"]),
    (
        "archive",
        &["register", "check", "records", "sop", "office", "calendar", "press", "diagnostic"],
    ),
    (
        "desk",
        &[
            "document",
            "report",
            "event_log",
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
            "abreast",
        ],
    ),
    ("cli", &["desk", "abreast"]),
];

/// A foreign crate and the files, or folders, that may name it.
pub const DOORS: &[(&str, &[&str])] = &[
    ("calamine", &["intake/workbook/spreadsheet.rs", "intake/workbook/cells.rs"]),
    ("zip", &["intake/workbook/package.rs", "press/annotate/package.rs"]),
    ("encoding_rs", &["intake/workbook/charset.rs"]),
    ("memchr", &["intake/workbook/hidden.rs", "intake/workbook/uncalculated.rs"]),
    (
        "quick_xml",
        &["intake/workbook/parts.rs", "intake/workbook/opendocument.rs", "press/annotate/tags.rs"],
    ),
    ("rlimit", &["memory.rs"]),
    ("cap", &["memory.rs"]),
    ("typst", &["press/pdf.rs"]),
    ("typst_pdf", &["press/pdf.rs"]),
    ("typst_layout", &["press/pdf.rs", "press/picture.rs"]),
    ("typst_render", &["press/picture.rs"]),
    ("comemo", &["press/pdf.rs"]),
    ("rayon", &["press/workers.rs"]),
    ("image", &["press/photo.rs"]),
    ("lopdf", &["press/read_back/", "press/merged.rs"]),
    ("qrcodegen", &["press/qr.rs"]),
    ("tera", &["press/html.rs"]),
    ("rust_xlsxwriter", &["press/workbook/"]),
    ("rusqlite", &["register/ledger.rs"]),
    ("clap", &["cli/"]),
    ("indicatif", &["cli/progress.rs"]),
];

/// Crates that any room may name: vocabulary, not a library to be replaced.
pub const VOCABULARY: [&str; 7] =
    ["chrono", "serde", "serde_json", "sha2", "strsim", "unicode_normalization", "unicode_width"];

/// Parts of templates, the list of the archive, and what is printed on demand: no paper of
/// the SOP.
pub const NO_PAPER: [&str; 10] = [
    "akses-diminta",
    "bagan-alir",
    "buku-agenda",
    "daftar-arsip",
    "kop",
    "lampiran-hitungan",
    "naskah",
    "perhitungan",
    "sop",
    "status",
];

pub const FORBIDDEN_NAMES: [&str; 6] = ["utils", "helpers", "common", "types", "consts", "manager"];
/// A file is questioned at 400 lines; past this it is to be parted.
pub const MOST_LINES: usize = 400;

pub fn sources(root: &str) -> Vec<(String, String)> {
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
pub fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

pub fn room_of(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or_default()
}

/// Imports that the table does not allow, as "cli → check".
pub fn forbidden_imports(file: &str, text: &str) -> Vec<String> {
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
pub fn escapes(file: &str, text: &str) -> Vec<String> {
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
pub fn names(code: &str, crate_name: &str) -> bool {
    code.match_indices(crate_name).any(|(at, _)| {
        let before = code[..at].chars().last();
        let after = &code[at + crate_name.len()..];
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':' && c != '.')
            && after.starts_with("::")
    })
}

/// Foreign crates that a file names though they have their door elsewhere.
pub fn wrong_doors(file: &str, text: &str) -> Vec<&'static str> {
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
pub fn readers_of_toml(settings_is_built: bool) -> &'static [&'static str] {
    if settings_is_built { &["settings"] } else { &["calendar", "office", "sop"] }
}

/// What a file is named that no noun of the office is.
pub fn misnamed(file: &str) -> Option<&'static str> {
    FORBIDDEN_NAMES.into_iter().find(|name| file.split(['/', '.']).any(|part| part == *name))
}

/// Calls that stop the program, or write where only the screen may.
pub fn forbidden_calls(text: &str) -> Vec<&'static str> {
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

/// The names of the dependencies, as code writes them; those of one system too.
pub fn dependencies(manifest: &str) -> Vec<String> {
    let blocks = manifest.split("\n[").filter(|block| {
        let title = block.lines().next().unwrap_or_default().trim_start_matches('[');
        title == "dependencies]"
            || (title.starts_with("target.") && title.ends_with(".dependencies]"))
    });
    let lines = blocks.flat_map(str::lines).skip(1).filter(|line| !line.starts_with('#'));
    let named = lines.filter(|line| !line.contains(']') || line.contains(" = "));
    let named = named.filter_map(|line| line.split_once(" = "));
    named.map(|(name, _)| name.trim().replace('-', "_")).collect()
}
