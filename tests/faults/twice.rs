//! Two runs in one folder at the same moment.

use std::collections::BTreeSet;

use tertib::register::{Access, Register};

use super::{completes_as_if_nothing_had_happened, is_plain_indonesian, office};
use crate::cli::folder::Told;

#[test]
fn who_finds_the_register_in_use_says_so_and_makes_nothing() {
    let folder = office();
    let held = Register::open(&folder.path("register.db"), Access::Write).expect("the register");
    let told = folder.tertib(&["proses"]).ends_with(2);
    let words = "buku register sedang dipakai: tertib lain masih berjalan";
    assert!(told.err.contains(words), "{}", told.err);
    assert!(told.err.contains("tunggu sampai tertib yang lain selesai"), "{}", told.err);
    assert!(!folder.path("hasil").exists() && !folder.path("arsip").exists());
    drop(held);
    completes_as_if_nothing_had_happened(&folder);
}

#[test]
fn of_two_runs_at_once_none_gives_a_number_that_the_other_gave() {
    let folder = office();
    let start = || {
        let mut program = folder.program("");
        program.args(["proses", "--format", "json"]);
        program.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        program.spawn().expect("the program starts")
    };
    let runs = [start(), start(), start()];
    let told = runs.map(|run| Told::of(run.wait_with_output().expect("it ends")));
    let mut done = 0;
    for told in &told {
        is_plain_indonesian(&told.err);
        match told.status {
            Some(0) => {
                done += 1;
                let papers = told.json()["hasil"]["naskah"].as_array().expect("papers").clone();
                let mut numbers = BTreeSet::new();
                for paper in &papers {
                    let bears = format!("{} {}", paper["naskah"], paper["nomor"]);
                    assert!(paper["nomor"].is_null() || numbers.insert(bears), "{paper} twice");
                }
            }
            // Who waited too long is told of the other, and nothing of theirs is made.
            Some(2) => assert!(told.err.contains("sedang dipakai"), "{}", told.whole()),
            _ => panic!("{}", told.whole()),
        }
    }
    assert!(done >= 1, "one of them had the register");
    completes_as_if_nothing_had_happened(&folder);
}
