//! The collections of odd and damaged workbooks in `../shared/corpus`: each file is
//! read or refused, within ten seconds and 512 megabytes, without a word of a crash.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::Office;

const WORKERS: usize = 2;

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending != "md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// What is wrong with how the program took a file.
fn trouble_with(office: &Office, path: &Path) -> Option<String> {
    // Both processes together stay below the bound where each stays below half of it.
    let mut command = if cfg!(unix) {
        let mut shell = Command::new("sh");
        shell.args(["-c", "ulimit -v 524288; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_tertib")]);
        shell
    } else {
        Command::new(env!("CARGO_BIN_EXE_tertib"))
    };
    command.arg("--folder").arg(office.folder.path()).args(["--format", "json", "periksa"]);
    command.arg(path).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().expect("the program starts");
    let stdout = running.stdout.take().expect("its output");
    let output = thread::spawn(move || std::io::read_to_string(stdout));
    let ended = (0..1_000).find_map(|_| {
        let status = running.try_wait().expect("its status");
        if status.is_none() {
            thread::sleep(Duration::from_millis(10));
        }
        status
    });
    let Some(status) = ended else {
        running.kill().expect("ended");
        return Some("takes more than ten seconds".to_owned());
    };
    let errors = std::io::read_to_string(running.stderr.take().expect("its errors"));
    let errors = errors.expect("UTF-8");
    let output = output.join().expect("read").expect("UTF-8");
    let told: Result<serde_json::Value, _> = serde_json::from_str(&output);
    if !matches!(status.code(), Some(0 | 1)) || !errors.is_empty() || told.is_err() {
        return Some(format!("{status}: {errors}"));
    }
    None
}

#[test]
fn every_workbook_of_the_collections_is_read_or_refused() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !corpus.is_dir() {
        println!("skipped: there is no {}", corpus.display());
        return;
    }
    let (files, office) = (files_below(&corpus), Office::new());
    let next = AtomicUsize::new(0);
    let mut troubles: Vec<String> = thread::scope(|scope| {
        let work = || {
            let mut troubles = Vec::new();
            while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                let trouble = trouble_with(&office, path);
                troubles.extend(trouble.map(|trouble| format!("{}: {trouble}", path.display())));
            }
            troubles
        };
        let workers: Vec<_> = (0..WORKERS).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("worked")).collect()
    });
    troubles.sort();
    assert_eq!(troubles, [""; 0]);
    assert!(files.len() > 400, "only {} files", files.len());
}
