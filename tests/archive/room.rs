//! An office in a folder of its own: the sample, or a small one whose rows a test writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::DateTime;
use serde_json::Value as Json;
use tempfile::TempDir;
use tertib::press::{Column, Table, Value, write_workbook};

/// What a run said.
pub struct Said {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.out).expect("JSON on stdout")
    }
}

/// Runs the program with these arguments in a folder.
pub fn tertib(here: &Path, arguments: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_tertib"))
        .args(arguments)
        .current_dir(here)
        .output()
        .expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Said {
        status: output.status.code().expect("an exit status"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

pub struct Room {
    room: TempDir,
}

impl Room {
    /// A copy of `samples/kantor`.
    pub fn sample() -> Self {
        let room = TempDir::new().expect("a folder for the test");
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kantor");
        copy(&sample, room.path());
        Self { room }
    }

    /// An office with cancelled requests: number and remark of each.
    pub fn of(rows: &[(&str, &str)]) -> Self {
        let room = Self { room: TempDir::new().expect("a folder for the test") };
        let office = "[instansi]\nnama = \"Kantor Contoh\"\n[opsi]\nper = \"2024-08-01 08:00\"\n";
        room.put("tertib.toml", office.as_bytes());
        room.write_rows(rows);
        room
    }

    pub fn write_rows(&self, rows: &[(&str, &str)]) {
        const HEADS: [&str; 9] = [
            "Nomor permohonan",
            "Nama pemohon",
            "Unit kerja",
            "Aplikasi",
            "Peran",
            "Nomor surat",
            "Tanggal surat",
            "Tanggal batal",
            "Keterangan",
        ];
        let row = |(number, remark): &(&str, &str)| {
            let texts = [
                *number,
                "Sekar Ayuningtyas",
                "Bidang Contoh",
                "SIMPEG",
                "Operator",
                "B-1/2024",
                "03/06/2024",
                "05/06/2024",
                *remark,
            ];
            texts.map(|text| Value::Text(text.to_owned())).to_vec()
        };
        let column = |head: &str| Column { head: head.to_owned(), width: 20.0 };
        let table = Table {
            title: "permohonan".to_owned(),
            columns: HEADS.map(column).to_vec(),
            rows: rows.iter().map(row).collect(),
        };
        let made = DateTime::parse_from_rfc3339("2024-07-01T08:00:00+07:00").expect("a moment");
        self.put("data/permohonan.xlsx", &write_workbook(&[table], made).expect("a workbook"));
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.room.path().join(name)
    }

    pub fn put(&self, name: &str, bytes: &[u8]) {
        let place = self.path(name);
        fs::create_dir_all(place.parent().expect("a folder above")).expect("a folder");
        fs::write(place, bytes).expect("a file can be written");
    }

    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a text")
    }

    pub fn tertib(&self, arguments: &[&str]) -> Said {
        tertib(self.room.path(), arguments)
    }

    /// Runs with `--format json` and gives `hasil`, which the run must have come to.
    pub fn result(&self, arguments: &[&str], status: i32) -> Json {
        let said = self.tertib(&[arguments, &["--format", "json"]].concat());
        assert_eq!(said.status, status, "{}{}", said.out, said.err);
        let answer = said.json();
        assert_eq!(answer["versi"], 1);
        answer["hasil"].clone()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        // What an earlier run by hand left in the sample is no part of it.
        if ["hasil", "arsip", "register.db"].iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}
