//! A folder with a register in it, and the office that it belongs to.

use std::path::PathBuf;

use chrono::NaiveDate;
use tempfile::TempDir;
use tertib::office::{NumberParts, Numbering, Office};
use tertib::register::{Access, Draft, Paper, Register, RegisterProblem, Stage};
use tertib::sop::PaperKind;

/// A digest as a digest looks.
pub fn digest(letter: char) -> String {
    letter.to_string().repeat(64)
}

pub struct Desk {
    folder: TempDir,
    pub numbering: Numbering,
}

impl Desk {
    /// The register gives the numbers of handover minutes, `BA-001/VI/2024`.
    pub fn new() -> Desk {
        Desk::with(
            "cara = \"register\"\n[penomoran.pola]\n\
             berita-acara = \"BA-{urut:3}/{bulan_romawi}/{tahun}\"\n\
             laporan-kegiatan = \"{kode_unit}-{klasifikasi}-{urut}\"\n\
             laporan-bulanan = \"LB-{urut}-{bulan}\"\n",
        )
    }

    /// What stands below `[penomoran]`.
    pub fn with(numbering: &str) -> Desk {
        let text = format!("[instansi]\nnama = \"Pusat Contoh\"\n[penomoran]\n{numbering}");
        let office = Office::parse("tertib.toml", &text).expect("an office");
        let folder = TempDir::new().expect("a folder");
        Desk { folder, numbering: office.numbering }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("register.db")
    }

    pub fn files(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.folder.path()).expect("the folder");
        let name = |file: std::io::Result<std::fs::DirEntry>| {
            file.expect("a file").file_name().to_string_lossy().into_owned()
        };
        let mut names = files.map(name).collect::<Vec<_>>();
        names.sort();
        names
    }

    pub fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.path()).expect("the register")
    }

    pub fn open(&self) -> Register {
        Register::open(&self.path(), Access::Write).expect("a register to write")
    }

    pub fn look(&self) -> Register {
        Register::open(&self.path(), Access::Look).expect("a register to look at")
    }

    /// The number of a paper on a day, given where it has none.
    pub fn give(&self, register: &mut Register, paper: &Paper, on: &str) -> Option<String> {
        self.try_give(register, paper, on).expect("a number or none")
    }

    pub fn try_give(
        &self,
        register: &mut Register,
        paper: &Paper,
        on: &str,
    ) -> Result<Option<String>, RegisterProblem> {
        let parts = NumberParts {
            date: day(on),
            unit_code: Some("SDM.3"),
            classification: Some("OT.02.02"),
        };
        let number = register.number_for(paper, &self.numbering, &parts)?;
        Ok(number.map(|number| number.text))
    }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn minutes(request: &str) -> Paper {
    Paper::of_request(request, PaperKind::BeritaAcara, 1)
}

pub fn report(request: &str) -> Paper {
    Paper::of_request(request, PaperKind::LaporanKegiatan, 1)
}

/// Every number, as `text paper [reason]`.
pub fn told(register: &Register) -> Vec<String> {
    let entries = register.numbers().expect("the numbers");
    let tell = |entry: tertib::register::NumberEntry| {
        let place = entry.sequence.map_or("-".to_owned(), |place| place.to_string());
        let reason = entry.voided.map_or(String::new(), |reason| format!(" ({reason})"));
        let subject = match entry.paper {
            Paper::Request { number, .. } => number,
            Paper::Month { year, month } => format!("{year}-{month}"),
        };
        format!("{} {place}: {} {subject}{reason}", entry.year, entry.number.text)
    };
    entries.into_iter().map(tell).collect()
}

/// A record that is printed for the first time in its stage.
pub fn draft<'a>(record: &'a str, digest: &'a str, stage: Stage) -> Draft<'a> {
    Draft {
        record,
        record_digest: digest,
        file: "2024-06/P-017/6-berita-acara.pdf",
        stage,
        fingerprint: "templat 1",
    }
}
