//! Each sample office says what stands beside it, whole, and what its maker expected.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn tertib(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tertib"))
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("the program starts")
}

fn examined(sample: &str) -> Value {
    let folder = format!("samples/{sample}");
    let output = tertib(&["--folder", &folder, "periksa", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// `UPDATE_KELUARAN=1` writes what is said now beside the sample.
fn says_what_stands_beside_it(sample: &str) {
    let output = tertib(&["--folder", &format!("samples/{sample}"), "periksa"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    let beside = root().join("samples").join(sample).join("keluaran.txt");
    if std::env::var_os("UPDATE_KELUARAN").is_some() {
        fs::write(&beside, &said).expect("the sample can be written");
    }
    let kept = fs::read_to_string(&beside).expect("keluaran.txt");
    let differs = kept.lines().zip(said.lines()).position(|(kept, said)| kept != said);
    assert!(kept == said, "line {:?} of {} differs", differs.map(|at| at + 1), beside.display());
}

fn expected(sample: &str) -> Value {
    let path = root().join("samples").join(sample).join("harapan.json");
    serde_json::from_str(&fs::read_to_string(path).expect("harapan.json")).expect("JSON")
}

/// How often each code was found, by request; `""` for no request.
fn codes_by_case(told: &Value) -> BTreeMap<String, BTreeMap<String, u64>> {
    let mut codes: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    for finding in told["temuan"].as_array().expect("findings") {
        let case = finding["permohonan"].as_str().unwrap_or("").to_owned();
        let code = finding["kode"].as_str().expect("a code").to_owned();
        *codes.entry(case).or_default().entry(code).or_default() += 1;
    }
    codes
}

#[test]
fn the_plausible_office_is_judged_as_its_maker_expected() {
    let (told, expected) = (examined("kantor"), expected("kantor"));
    assert_eq!(told["per"], expected["per"]);
    assert_eq!(told["ringkasan"], expected["ringkasan"]);
    let codes = codes_by_case(&told);
    let found = |case: &str| codes.get(case).cloned().unwrap_or_default();
    let counted = |wanted: &Value| -> BTreeMap<String, u64> {
        let wanted = wanted.as_object().expect("counts by code");
        wanted.iter().map(|(code, n)| (code.clone(), n.as_u64().expect("a count"))).collect()
    };
    assert_eq!(found(""), counted(&expected["tanpa_permohonan"]), "about no request");
    let cases = told["permohonan"].as_array().expect("requests");
    let wanted = expected["permohonan"].as_array().expect("requests");
    assert_eq!(cases.len(), wanted.len());
    for (case, wanted) in cases.iter().zip(wanted) {
        let number = wanted["nomor"].as_str().expect("a number");
        for (key, value) in wanted.as_object().expect("what is expected") {
            if key == "temuan" {
                assert_eq!(found(number), counted(value), "{number}");
            } else {
                assert_eq!(case[key], *value, "{number}: {key}");
            }
        }
    }
}

/// For D codes the cell is binding, for the others the request and its row.
#[test]
fn the_office_of_every_mistake_is_judged_as_its_maker_expected() {
    let (told, expected) = (examined("kantor-bermasalah"), expected("kantor-bermasalah"));
    let findings = told["temuan"].as_array().expect("findings");
    let row_of = |cell: &str| cell.trim_start_matches(char::is_alphabetic).to_owned();
    for (code, places) in expected["temuan"].as_object().expect("places by code") {
        for place in places.as_array().expect("places") {
            let [case, file, sheet, cell] = place.as_array().expect("a place").as_slice() else {
                panic!("{place}")
            };
            let stands_there = |finding: &&Value| {
                let here = |wanted: &Value, found: &Value| wanted.is_null() || wanted == found;
                finding["kode"] == **code
                    && here(case, &finding["permohonan"])
                    && finding["lokasi"].as_array().expect("places").iter().any(|found| {
                        let same_cell = match (cell.as_str(), found["sel"].as_str()) {
                            (Some(wanted), Some(found)) if !code.starts_with('D') => {
                                row_of(wanted) == row_of(found)
                            }
                            _ => here(cell, &found["sel"]),
                        };
                        here(file, &found["file"]) && here(sheet, &found["lembar"]) && same_cell
                    })
            };
            assert!(findings.iter().any(|f| stands_there(&f)), "{code} at {place}");
        }
    }
    let known = |finding: &Value| {
        let code = finding["kode"].as_str().expect("a code");
        !expected["temuan"][code].is_null() || expected["boleh"].to_string().contains(code)
    };
    assert!(findings.iter().all(known));
}

#[test]
fn the_plausible_office_says_what_stands_beside_it() {
    says_what_stands_beside_it("kantor");
}

#[test]
fn the_office_of_every_mistake_says_what_stands_beside_it() {
    says_what_stands_beside_it("kantor-bermasalah");
}

#[test]
fn the_plausible_office_has_no_cell_that_cannot_be_used() {
    let told = examined("kantor");
    assert_eq!(told["ringkasan"]["temuan"]["kesalahan"], 0);
}

/// The first `sh` block of the README holds the two commands that it promises.
#[test]
fn the_first_command_of_the_readme_works_as_it_stands() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let block = readme.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next());
    let lines: Vec<&str> = block.expect("a block of commands").lines().collect();
    let [main_job, tests] = lines.as_slice() else { panic!("two commands: {lines:?}") };
    assert_eq!(*tests, "cargo test --release");
    let ci = fs::read_to_string(root().join(".ci/run")).expect(".ci/run");
    assert!(ci.lines().any(|line| line == *tests), ".ci/run runs it as it stands");
    let given = main_job.strip_prefix("cargo run --release -- ").expect("a run of the program");
    let copy = tempfile::tempdir().expect("a folder");
    let arguments: Vec<String> = given
        .split_whitespace()
        .map(|word| match word.strip_prefix("samples/") {
            Some(sample) => copied(sample, copy.path()),
            None => word.to_owned(),
        })
        .collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = tertib(&arguments);
    let status = output.status.code();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(status, Some(0 | 1)), "{status:?}: {told}");
}

/// A copy of a sample, so that what the command writes is not left in the repository.
fn copied(sample: &str, into: &Path) -> String {
    let (from, to) = (root().join("samples").join(sample), into.join(sample));
    copy_folder(&from, &to);
    to.to_string_lossy().into_owned()
}

pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder of the sample") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name");
        if ["hasil", "arsip", "register.db"].iter().any(|made| name == *made) {
            continue;
        }
        let target = to.join(name);
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}
