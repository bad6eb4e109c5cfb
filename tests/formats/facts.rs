//! The same facts, saved by several programs in every format, are the same records
//! and the same findings. How the files were made: tests/workbooks/PROVENANCE.md.

use std::fs;

use super::{Office, codes, workbooks};
use serde_json::Value;

fn examined(folder: &str) -> Value {
    let files = fs::read_dir(workbooks().join("fakta").join(folder)).expect("a folder of them");
    let paths = files.map(|file| file.expect("an entry").path());
    paths.fold(Office::new(), |office, path| office.with_copy(&path)).examined()
}

#[test]
fn the_same_facts_in_any_format_are_the_same_requests_and_findings() {
    let expected = examined("openpyxl");
    let folders = fs::read_dir(workbooks().join("fakta")).expect("the folders");
    let mut names: Vec<String> = folders
        .map(|folder| folder.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names.len(), 13, "{names:?}");
    for name in names {
        let told = examined(&name);
        assert_eq!(told["permohonan"], expected["permohonan"], "{name}");
        assert_eq!(codes(&told), codes(&expected), "{name}");
    }
}

#[test]
fn the_facts_are_found_as_they_were_written() {
    insta::assert_snapshot!(codes(&examined("openpyxl")).join("\n"));
}
