//! The main job again, after something changed: what is made anew, what it is told as,
//! and what stays as it was.

#[path = "renewal/rows.rs"]
mod rows;
#[path = "renewal/rules.rs"]
mod rules;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::cli::folder::{Folder, Told};
use crate::office::{Office, step};
use crate::papers::made::below;

/// Two requests that are done, one with its minutes signed and scanned, and numbers.
pub fn office() -> Office {
    let post = "Analis Kebijakan";
    Office::new()
        .toml(crate::papers::OFFICE)
        .toml("[opsi]\nper = \"2024-07-01 08:00\"\n")
        .request("P-1")
        .with("jabatan", post)
        .done("P-1", step(2), step(8))
        .request("P-2")
        .with("jabatan", post)
        .done("P-2", step(2), step(6))
        .without_minutes()
        .attached("P-1 berita acara.pdf")
}

/// What became of each paper, by request and kind.
pub fn fates(told: &Value) -> BTreeMap<String, String> {
    let papers = told["hasil"]["naskah"].as_array().expect("papers").iter();
    let text = |paper: &Value, key: &str| paper[key].as_str().expect("a text").to_owned();
    papers
        .map(|paper| {
            let name = format!("{} {}", text(paper, "permohonan"), text(paper, "naskah"));
            (name, text(paper, "keadaan"))
        })
        .collect()
}

/// The papers that became something else than `tetap`, and what.
pub fn changed(told: &Value) -> BTreeSet<String> {
    let fates = fates(told);
    assert!(!fates.is_empty());
    let others = fates.into_iter().filter(|(_, fate)| fate != "tetap");
    others.map(|(name, fate)| format!("{name} {fate}")).collect()
}

pub fn paper<'t>(told: &'t Value, request: &str, kind: &str) -> &'t Value {
    let papers = told["hasil"]["naskah"].as_array().expect("papers").iter();
    let mut found = papers.filter(|one| one["permohonan"] == request && one["naskah"] == kind);
    found.next().unwrap_or_else(|| panic!("no {kind} of {request} in {told}"))
}

pub fn process(folder: &Folder) -> Value {
    folder.tertib(&["proses", "--format", "json"]).ends_with(0).json()
}

/// An office after its first run, with what that run made.
pub struct Before {
    pub folder: Folder,
    pub told: Value,
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Before {
    pub fn of(office: &Office) -> Before {
        let folder = office.folder();
        let told = process(&folder);
        let files = below(&folder, "hasil");
        Before { folder, told, files }
    }

    /// The folder with the workbooks of another story.
    pub fn rewritten(self, office: &Office) -> Before {
        Before { folder: office.write_books(self.folder), ..self }
    }

    pub fn with(self, name: &str, text: &str) -> Before {
        Before { folder: self.folder.with(name, text), ..self }
    }

    /// The names of the files below `hasil/` that are not what they were.
    pub fn touched(&self) -> BTreeSet<String> {
        let now = below(&self.folder, "hasil");
        assert!(self.files.keys().all(|name| now.contains_key(name)), "a file is gone");
        let others = now.into_iter().filter(|(name, bytes)| self.files.get(name) != Some(bytes));
        others.map(|(name, _)| name).collect()
    }

    pub fn text(&self, arguments: &[&str]) -> Told {
        self.folder.tertib(arguments).ends_with(0)
    }
}

pub fn set(texts: &[&str]) -> BTreeSet<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
