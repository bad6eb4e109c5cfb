//! Workbooks of every kind and from every program, read by the program itself with
//! its reading process; what is made to hurt the reader hurts no one.

#[path = "formats/corpus.rs"]
mod corpus;
#[path = "formats/facts.rs"]
mod facts;
#[path = "formats/hidden.rs"]
mod hidden;
#[path = "formats/hostile.rs"]
mod hostile;
#[path = "formats/odd.rs"]
mod odd;
#[path = "formats/text_files.rs"]
mod text_files;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// An office that has these files in its folder data.
struct Office {
    folder: TempDir,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = "[instansi]\nnama = \"Pusat Data\"\n[opsi]\nper = \"2024-07-01 08:00\"\n";
        fs::write(folder.path().join("tertib.toml"), settings).expect("written");
        fs::create_dir(folder.path().join("data")).expect("made");
        Self { folder }
    }

    fn with(self, name: &str, bytes: &[u8]) -> Self {
        fs::write(self.folder.path().join("data").join(name), bytes).expect("written");
        self
    }

    fn with_copy(self, path: &Path) -> Self {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        self.with(&name, &fs::read(path).expect("a workbook"))
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_tertib"))
            .arg("--folder")
            .arg(self.folder.path())
            .args(arguments)
            .output()
            .expect("the program starts")
    }

    fn examined(&self) -> Value {
        let output = self.run(&["--format", "json", "periksa"]);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        serde_json::from_slice(&output.stdout).expect("JSON")
    }
}

fn workbooks() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks")
}

/// Code, request and step of each finding, sorted.
fn codes(told: &Value) -> Vec<String> {
    let findings = told["temuan"].as_array().expect("findings");
    let line = |finding: &Value| {
        format!("{} {} {}", finding["kode"], finding["permohonan"], finding["langkah"])
            .replace('"', "")
    };
    let mut codes: Vec<String> = findings.iter().map(line).collect();
    codes.sort();
    codes
}

/// What is said of a file, as "name: message".
fn said_of_files(told: &Value, code: &str) -> Vec<String> {
    let findings = told["temuan"].as_array().expect("findings").iter();
    let of_code = findings.filter(|finding| finding["kode"] == code);
    let said = of_code.map(|finding| {
        let file = finding["lokasi"][0]["file"].as_str().expect("a file");
        let file = file.trim_start_matches("data/");
        format!("{file}: {}", finding["pesan"].as_str().expect("a message"))
    });
    said.collect()
}
