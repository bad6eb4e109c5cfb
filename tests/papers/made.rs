//! What `tertib proses` made of an office, read into memory, so that tests may share it
//! and no folder is left behind.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};
use tertib::register::{Access, Issued, Paper, Register};
use tertib::sop::PaperKind;

use super::opened::Opened;
use crate::cli::folder::Folder;
use crate::office::Office;

pub struct Made {
    /// What the program said, as JSON.
    pub told: Value,
    /// Every file below `hasil/`, by its path in there.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What the register knows of each paper that was issued.
    issued: Vec<(Paper, Issued)>,
}

/// One paper: what was told of it, its file, and its record in the register.
pub struct MadePaper {
    pub number: Option<String>,
    pub signed: bool,
    pub bytes: Vec<u8>,
    pub opened: Opened,
    pub record: String,
}

impl Made {
    /// Runs the main job in a folder of this office; it must go well.
    pub fn of(office: &Office) -> Made {
        Made::of_folder(&office.folder())
    }

    pub fn of_folder(folder: &Folder) -> Made {
        let told = folder.tertib(&["proses", "--format", "json"]).ends_with(0).json();
        let register = Register::open(&folder.path("register.db"), Access::Look).unwrap();
        let files = below(folder, "hasil");
        Made { told, files, issued: register.papers().unwrap() }
    }

    /// Request, kind, round and path below `hasil/` of all papers that were told.
    pub fn papers(&self) -> Vec<(String, PaperKind, u32, String)> {
        let told = self.told["hasil"]["naskah"].as_array().expect("papers").iter();
        told.map(|paper| {
            assert_eq!(paper["keadaan"], "dibuat", "{paper}");
            let text = |key: &str| paper[key].as_str().expect("a text").to_owned();
            let kind = PaperKind::from_stem(&text("naskah")).expect("a kind");
            let round = u32::try_from(paper["putaran"].as_u64().expect("a round")).unwrap();
            let file = text("file").strip_prefix("hasil/").expect("below hasil/").to_owned();
            (text("permohonan"), kind, round, file)
        })
        .collect()
    }

    pub fn paper(&self, request: &str, kind: PaperKind, round: u32) -> MadePaper {
        let told = self.told["hasil"]["naskah"].as_array().expect("papers").iter();
        let told = told
            .filter(|one| one["permohonan"] == request && one["naskah"] == kind.stem())
            .find(|one| one["putaran"] == round)
            .unwrap_or_else(|| panic!("no {kind} of {request} in round {round}"));
        let file = told["file"].as_str().expect("a file").strip_prefix("hasil/").unwrap();
        let bytes = self.files[file].clone();
        let of_paper = Paper::of_request(request, kind, round);
        let issued = self.issued.iter().find(|(paper, _)| *paper == of_paper);
        let (_, issued) = issued.expect("a paper that the register knows");
        assert_eq!(issued.pdf_digest, digest(&bytes), "{file}");
        MadePaper {
            number: told["nomor"].as_str().map(str::to_owned),
            signed: told["sudah_ditandatangani"].as_bool().expect("a stage"),
            opened: Opened::new(&bytes),
            bytes,
            record: issued.record.clone(),
        }
    }
}

/// Every file below a folder of an office, by its path in there.
pub fn below(folder: &Folder, name: &str) -> BTreeMap<String, Vec<u8>> {
    let root = folder.path(name);
    let mut found = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(open) = folders.pop() {
        for entry in fs::read_dir(&open).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(shown(&path, &root), fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

fn shown(path: &Path, root: &Path) -> String {
    path.strip_prefix(root).expect("below").to_string_lossy().replace('\\', "/")
}

/// SHA-256 in small hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
