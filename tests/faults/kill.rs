//! A run that is killed half-way.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use super::{UNDISTURBED, completes_as_if_nothing_had_happened, nothing_is_half, office};
use crate::cli::folder::Folder;
use crate::papers::made::below;

/// How often to look, a thousandth of a second apart, before giving up.
const PATIENCE: u32 = 60_000;

/// Starts the main job and kills it as soon as that many files are there.
fn killed_at(folder: &Folder, below_name: &str, count: usize) -> bool {
    let mut run = folder
        .program("")
        .arg("proses")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    for _ in 0..PATIENCE {
        if files_below(&folder.path(below_name)) >= count {
            run.kill().expect("it is killed");
            return !run.wait().expect("it ends").success();
        }
        if run.try_wait().expect("asked").is_some() {
            return false;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("it makes no {count} files in {below_name}");
}

fn files_below(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    entries.map(|entry| if entry.path().is_dir() { files_below(&entry.path()) } else { 1 }).sum()
}

/// Kills at each of these points; at one at least the program must have been at work.
fn killed_and_taken_up(below_name: &str, counts: &[usize]) {
    let mut caught = 0;
    for count in counts {
        let folder = office();
        caught += usize::from(killed_at(&folder, below_name, *count));
        drafts_aside(&folder);
        completes_as_if_nothing_had_happened(&folder);
    }
    assert!(caught > 0, "every run was over before it could be killed");
}

/// A killed run may leave a draft; under a final name stands nothing half.
fn drafts_aside(folder: &Folder) {
    let draft = below(folder, "hasil").into_keys().find(|name| name.ends_with(".tmp"));
    let moved = |from: &Path, to: &Path| std::fs::rename(from, to).expect("a draft");
    let places = draft.map(|name| (folder.path("hasil").join(name), folder.path("sisa")));
    if let Some((place, aside)) = &places {
        moved(place, aside);
    }
    nothing_is_half(folder);
    if let Some((place, aside)) = &places {
        moved(aside, place);
    }
}

#[test]
fn a_run_that_is_killed_among_the_papers_is_taken_up_by_the_next() {
    killed_and_taken_up("hasil", &[1, 9, 18]);
}

#[test]
fn a_run_that_is_killed_at_the_report_or_the_packages_is_taken_up_by_the_next() {
    killed_and_taken_up("hasil", &[UNDISTURBED.results.len() - 1]);
    killed_and_taken_up("arsip", &[3, 20]);
}
