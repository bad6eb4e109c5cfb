//! Papers that are out with a number that the register does not know.
//!
//! Where register.db is gone, or an old copy of it was put back, its sequences would go on
//! from too low and a number would be given twice. The papers remember: each carries its
//! record. So before a run gives the first new number, the papers in hasil/ and the packages
//! in arsip/ that this register did not make are read, and where one bears a number that
//! it never gave, it gives none.
//!
//! A file that is to the byte what the register issued needs no more reading. Whether it
//! is, only its digest tells: a file may lie where another lay, as long and as old.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::check_paper::{beginnings, name_of};
use super::file_away::ARCHIVE;
use super::issue::{REGISTER, RESULTS, unusable};
use super::shelf::hex;
use super::{OfficeFolder, Refusal};
use crate::abreast::in_parts;
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
        let kinds = kinds(&self.folder.office.numbering);
        let mut found = Vec::new();
        if kinds.is_empty() {
            return Ok(found);
        }
        let prints = self.register.prints()?;
        for file in unlike(&prints, &self.numbered_files(&kinds)?) {
            if found.len() >= MOST {
                break;
            }
            found.extend(self.look(file, &prints, &kinds)?);
        }
        Ok(found)
    }

    /// The files that may be numbered papers: all in hasil/, and those of packages that
    /// the register does not know. The numbers of a paper were entered before its package.
    fn numbered_files(&self, kinds: &[&'static str]) -> Result<Vec<Candidate>, RegisterProblem> {
        let root = &self.folder.path;
        let mut files = Vec::new();
        walk(&root.join(RESULTS), RESULTS, kinds, &mut files);
        let packages = self.register.packages()?;
        let known: BTreeSet<&str> = packages.iter().map(|package| &*package.path).collect();
        let archive = root.join(ARCHIVE);
        for package in Shelves::of(&archive, &known).packages {
            if !known.contains(&*package) {
                let shown = format!("{ARCHIVE}/{package}");
                walk(&archive.join(&package), &shown, kinds, &mut files);
            }
        }
        Ok(files)
    }

    /// What a file that is no print to the byte has against it.
    fn look(
        &self,
        file: &Candidate,
        prints: &BTreeSet<String>,
        kinds: &[&'static str],
    ) -> Result<Option<Unknown>, RegisterProblem> {
        let Ok(pdf) = fs::read(&file.path) else { return Ok(None) };
        // One that was signed electronically begins with what was issued.
        if beginnings(&pdf).any(|(digest, _)| prints.contains(&digest)) {
            return Ok(None);
        }
        // What cannot be read is no paper of ours.
        let Ok(parts) = read_pdf(&pdf, self.program) else { return Ok(None) };
        for (name, content) in &parts.attachments {
            let Ok(record) = serde_json::from_slice::<Value>(content) else { continue };
            let text = |key: &str| record.get(key).and_then(Value::as_str);
            let kind = text("naskah").or_else(|| text("jenis"));
            let kind = kinds.iter().find(|known| Some(**known) == kind).copied();
            let (Some(kind), Some(number), Some(named)) =
                (kind, text("nomor"), name_of(name, &record))
            else {
                continue;
            };
            if !self.register.ever_bore(kind, &named, number)? {
                let (file, number) = (file.shown.clone(), number.to_owned());
                return Ok(Some(Unknown { file, kind, number }));
            }
        }
        Ok(None)
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

/// A file with the name of a numbered paper.
struct Candidate {
    path: PathBuf,
    /// Relative to the office's folder, with `/`.
    shown: String,
}

/// Gathers the candidates below a folder, in the order of names. Links are not followed.
fn walk(folder: &Path, shown: &str, kinds: &[&'static str], files: &mut Vec<Candidate>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let (path, shown) = (entry.path(), format!("{shown}/{name}"));
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, &shown, kinds, files);
        } else if is_numbered(&name, kinds) {
            files.push(Candidate { path, shown });
        }
    }
}

fn is_numbered(file: &str, kinds: &[&'static str]) -> bool {
    let lower = file.to_lowercase();
    lower.ends_with(".pdf") && kinds.iter().any(|kind| lower.contains(kind))
}

/// The files that are no print to the byte, in their order. An office has thousands that
/// are, so all cores read.
fn unlike<'f>(
    prints: &BTreeSet<String>,
    files: &'f [Candidate],
) -> impl Iterator<Item = &'f Candidate> {
    let is_print = |file: &Candidate| {
        fs::read(&file.path).is_ok_and(|pdf| prints.contains(&hex(&Sha256::digest(&pdf))))
    };
    let unlike = |part: Vec<&'f Candidate>| {
        part.into_iter().filter(|file| !is_print(file)).collect::<Vec<_>>()
    };
    in_parts(files.iter().collect(), unlike).into_iter().flatten()
}
