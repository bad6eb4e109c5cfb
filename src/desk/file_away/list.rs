//! `tertib arsip daftar`: Daftar Berkas and Daftar Isi Berkas, as XLSX and PDF.

use std::fs;
use std::io;
use std::path::Path;

use super::super::deposit::write_whole;
use super::super::shelf::{self, Shelf};
use super::{ARCHIVE, REGISTER, in_zone, shown, unusable};
use crate::archive::{DaftarArsip, LIST, Summary, TEMPLATE};
use crate::desk::system_words::why;
use crate::desk::{Choices, OfficeFolder, Refusal};
use crate::diagnostic::{Diagnostic, Place, natural_order};
use crate::press::{Edition, PressProblem, write_workbook};
use crate::register::{Access, Package, Register};

/// The lists that were made, or would be.
#[derive(Debug)]
pub struct ArchiveList {
    pub folder: OfficeFolder,
    pub dossiers: usize,
    pub items: usize,
    /// The files, relative to the office's folder.
    pub files: Vec<String>,
    /// What could not be written, or was printed otherwise than written.
    pub problems: Vec<Diagnostic>,
    /// Nothing was written (`--simulasi`).
    pub simulated: bool,
}

/// Lists the packages in force, by their paths in natural order.
///
/// # Errors
/// The office's own files, its templates or its register cannot be used.
pub fn list_archive(choices: &Choices, simulate: bool) -> Result<ArchiveList, Refusal> {
    let folder = OfficeFolder::open(choices)?;
    let register = Register::open(&folder.path.join(REGISTER), Access::Look);
    let register = register.map_err(unusable)?;
    let entered = register.packages().map_err(unusable)?;
    let archive = folder.path.join(ARCHIVE);
    let is_replaced = |package: &Package| {
        entered.iter().any(|later| later.replaces.as_ref() == Some(&package.path))
    };
    let mut present: Vec<Package> =
        entered.iter().filter(|package| !is_replaced(package)).cloned().collect();
    present.sort_by(|a, b| natural_order(&a.path, &b.path));
    let read = |package: Package| {
        let summary = Summary::read(&archive.join(&package.path));
        (package, summary)
    };
    let packages: Vec<_> = present.into_iter().map(read).collect();
    let lists = DaftarArsip::of(&packages, &folder.office, folder.as_of);
    let (dossiers, items) = lists.counts();
    let unread = packages.iter().filter(|(_, summary)| summary.is_none());
    let mut problems: Vec<Diagnostic> =
        unread.map(|(package, _)| unread_package(package)).collect();
    let made = made(&folder, choices, &lists, &mut problems)?;
    let mut files = Vec::new();
    for (ending, bytes) in made {
        let name = format!("{LIST}.{ending}");
        let written = if simulate { Ok(()) } else { deliver(&archive, &name, &bytes) };
        match written {
            Ok(()) => files.push(shown(&name)),
            Err(error) => problems.push(unwritten(&shown(&name), &error)),
        }
    }
    Ok(ArchiveList { folder, dossiers, items, files, problems, simulated: simulate })
}

type File = (&'static str, Vec<u8>);

/// Both files are made before one is written: a mistake in a template costs neither.
fn made(
    folder: &OfficeFolder,
    choices: &Choices,
    lists: &DaftarArsip,
    problems: &mut Vec<Diagnostic>,
) -> Result<[File; 2], Refusal> {
    let date = in_zone(folder);
    let refusal = |found: Vec<PressProblem>| -> Refusal { shelf::told(&found) };
    let workbook =
        write_workbook(&lists.tables(), date).map_err(|problem| refusal(vec![problem]))?;
    let mut shelf = Shelf::stock(folder, choices)?;
    if let Some(faulty) = shelf.faulty.remove(TEMPLATE) {
        return Err(faulty);
    }
    problems.append(&mut shelf.problems);
    let edition = Edition {
        title: "Daftar Arsip".to_owned(),
        date,
        ident: format!("{LIST} {}", date.to_rfc3339()),
        attachment: None,
    };
    let printed = shelf.press.print(TEMPLATE, lists, &edition).map_err(|found| {
        // What it fails for may be a faulty template that it is built upon.
        shelf.faulty.values().flatten().cloned().chain(refusal(found)).collect::<Refusal>()
    })?;
    if !printed.unprintable.is_empty() {
        problems.push(unprintable(&printed.unprintable.iter().collect::<String>()));
    }
    Ok([("xlsx", workbook), ("pdf", printed.pdf)])
}

fn deliver(archive: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let place = archive.join(name);
    // The same bytes again are no new file.
    if fs::read(&place).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    write_whole(&place, bytes)
}

fn unread_package(package: &Package) -> Diagnostic {
    Diagnostic::error(format!("isi paket arsip permohonan {} tidak dapat dibaca", package.request))
        .consequence("paket ini tetap tercantum, dengan apa yang tercatat di buku register.")
        .advice("jalankan: tertib arsip cek")
        .at(Place::File(shown(&package.path).into()))
}

fn unwritten(name: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error(format!("{name} tidak dapat ditulis: {}", why(error)))
        .consequence("berkas yang lama, bila ada, tidak berubah.")
        .advice(
            "tutup program lain yang membukanya, periksa izin folder arsip dan sisa tempat \
             penyimpanan, lalu jalankan lagi: tertib arsip daftar",
        )
        .at(Place::File(name.into()))
}

fn unprintable(letters: &str) -> Diagnostic {
    let mut told = Diagnostic::error(format!(
        "karakter ini tidak dapat dicetak dan diganti dengan tanda pengganti: {letters}"
    ));
    told.level = crate::diagnostic::Level::Peringatan;
    told
}
