//! Papers that are out with a number that the register does not know.
//!
//! Where register.db is gone, or an old copy of it was put back, its sequences would go on
//! from too low and a number would be given twice. The papers remember: each carries its
//! record. So before a run gives the first new number, the papers in hasil/ and the packages
//! in arsip/ that this register did not make are read, and where one bears a number that
//! it never gave, it gives none.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::check_paper::{beginnings, name_of};
use super::file_away::ARCHIVE;
use super::issue::{REGISTER, RESULTS, unusable};
use super::{OfficeFolder, Refusal};
use crate::archive::Shelves;
use crate::diagnostic::{Diagnostic, Place};
use crate::office::Numbering;
use crate::office::number::KINDS;
use crate::press::read_pdf;
use crate::register::{Paper, Register, RegisterProblem};

/// So many prove it; the rest need not be read.
const MOST: usize = 3;

/// A paper whose number the register does not know.
struct Unknown {
    /// Relative to the office's folder, with `/`.
    file: String,
    kind: &'static str,
    number: String,
}

/// What is asked before a run gives numbers.
pub(super) struct Numbers<'a> {
    pub folder: &'a OfficeFolder,
    pub register: &'a Register,
    /// The program itself, which reads the papers.
    pub program: Option<&'a Path>,
}

impl Numbers<'_> {
    /// Whether one of these papers is to get a new number.
    pub(super) fn are_wanted<'p>(
        &self,
        papers: impl IntoIterator<Item = &'p Paper>,
    ) -> Result<bool, RegisterProblem> {
        let numbering = &self.folder.office.numbering;
        for paper in papers {
            if numbering.is_of_register(paper.kind()) && self.register.number_of(paper)?.is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Refuses to go on where a number could be given twice.
    ///
    /// # Errors
    /// Papers are out that the register does not know, or it cannot be read.
    pub(super) fn hold(&self) -> Result<(), Refusal> {
        let unknown = self.unknown().map_err(unusable)?;
        if unknown.is_empty() { Ok(()) } else { Err(vec![self.told(&unknown)]) }
    }

    fn unknown(&self) -> Result<Vec<Unknown>, RegisterProblem> {
        let mut search = Search {
            kinds: kinds(&self.folder.office.numbering),
            prints: BTreeSet::new(),
            found: Vec::new(),
            asked: self,
        };
        if search.kinds.is_empty() {
            return Ok(Vec::new());
        }
        search.prints = self.register.prints()?;
        let root = &self.folder.path;
        search.walk(&root.join(RESULTS), RESULTS)?;
        let packages = self.register.packages()?;
        let known: BTreeSet<&str> = packages.iter().map(|package| &*package.path).collect();
        let archive = root.join(ARCHIVE);
        // The numbers of a paper were entered before its package was.
        for package in Shelves::of(&archive, &known).packages {
            if !known.contains(&*package) {
                search.walk(&archive.join(&package), &format!("{ARCHIVE}/{package}"))?;
            }
        }
        Ok(search.found)
    }

    fn told(&self, unknown: &[Unknown]) -> Diagnostic {
        let is_there = self.folder.path.join(REGISTER).exists();
        let named = unknown.iter().map(|one| format!("{} \"{}\"", one.kind, one.number));
        let named = named.collect::<Vec<_>>().join(", ");
        let (what, why) = match is_there {
            true => (
                format!("{REGISTER} tidak mengenal nomor pada naskah yang sudah ada: {named}"),
                "agaknya berkas itu baru, atau salinan lama dari sebelum naskah-naskah itu terbit",
            ),
            false => (
                format!("{REGISTER} tidak ada, padahal sudah ada naskah yang bernomor: {named}"),
                "nomor yang sudah diberikan hanya tercatat di berkas itu",
            ),
        };
        let told = Diagnostic::error(what)
            .consequence(format!(
                "{why}; nomor berikutnya akan sama dengan yang sudah terbit. Karena itu tidak ada \
                 nomor yang diberikan, dan tidak ada yang dibuat atau dicatat."
            ))
            .advice(format!(
                "kembalikan {REGISTER} yang terakhir dari cadangan ke folder kantor, lalu jalankan \
                 lagi. Bila cadangannya tidak ada, catat kembali nomor setiap naskah yang sudah \
                 terbit, masing-masing dengan: tertib nomor isi PERMOHONAN JENIS NOMOR --tanggal T. \
                 Bila naskah-naskah \
                 itu memang tidak berlaku (misalnya dari latihan), pindahkan ke luar folder \
                 {RESULTS} dan {ARCHIVE}"
            ));
        unknown.iter().fold(told, |told, one| told.at(Place::File(one.file.as_str().into())))
    }
}

/// The kinds whose numbers the register gives.
fn kinds(numbering: &Numbering) -> Vec<&'static str> {
    KINDS.into_iter().filter(|kind| numbering.is_of_register(kind)).collect()
}

struct Search<'a> {
    kinds: Vec<&'static str>,
    /// What this register issued it knows with its number.
    prints: BTreeSet<String>,
    found: Vec<Unknown>,
    asked: &'a Numbers<'a>,
}

impl Search<'_> {
    /// Looks below a folder, in the order of names. Links are not followed.
    fn walk(&mut self, folder: &Path, shown: &str) -> Result<(), RegisterProblem> {
        let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
        let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            if self.found.len() >= MOST {
                return Ok(());
            }
            let name = entry.file_name().to_string_lossy().into_owned();
            let shown = format!("{shown}/{name}");
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.walk(&entry.path(), &shown)?;
            } else if self.is_numbered(&name) {
                self.look(&entry.path(), shown)?;
            }
        }
        Ok(())
    }

    fn is_numbered(&self, file: &str) -> bool {
        let lower = file.to_lowercase();
        lower.ends_with(".pdf") && self.kinds.iter().any(|kind| lower.contains(kind))
    }

    fn look(&mut self, path: &Path, shown: String) -> Result<(), RegisterProblem> {
        let Ok(pdf) = fs::read(path) else { return Ok(()) };
        if beginnings(&pdf).any(|(digest, _)| self.prints.contains(&digest)) {
            return Ok(());
        }
        // What cannot be read is no paper of ours.
        let Ok(parts) = read_pdf(&pdf, self.asked.program) else { return Ok(()) };
        for (file, content) in &parts.attachments {
            let Ok(record) = serde_json::from_slice::<Value>(content) else { continue };
            let text = |key: &str| record.get(key).and_then(Value::as_str);
            let kind = text("naskah").or_else(|| text("jenis"));
            let kind = self.kinds.iter().find(|known| Some(**known) == kind).copied();
            let (Some(kind), Some(number), Some(named)) =
                (kind, text("nomor"), name_of(file, &record))
            else {
                continue;
            };
            if !self.asked.register.ever_bore(kind, &named, number)? {
                let number = number.to_owned();
                self.found.push(Unknown { file: shown, kind, number });
                return Ok(());
            }
        }
        Ok(())
    }
}
