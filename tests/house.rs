//! The plan of the house holds: who may import whom, which door a foreign crate has.

mod rules;

use std::fs;
use std::path::Path;

use rules::{
    DOORS, MOST_LINES, NO_PAPER, VOCABULARY, code, dependencies, escapes, forbidden_calls,
    forbidden_imports, misnamed, names, readers_of_toml, room_of, sources, wrong_doors,
};

#[test]
fn rooms_import_only_the_rooms_below_that_the_plan_names() {
    let mut wrong = Vec::new();
    for (file, text) in sources("src") {
        if !["lib.rs", "main.rs", "memory.rs"].contains(&file.as_str()) {
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
