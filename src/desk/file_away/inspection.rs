//! `tertib arsip cek`: every package, and the register and the archive against each other.

use std::collections::BTreeSet;
use std::path::Path;

use super::{ARCHIVE, REGISTER, element, shown, unusable};
use crate::archive::{Depth, NUMBER, REPLACES, Shelves, inspect};
use crate::desk::system_words::why;
use crate::desk::{Choices, OfficeFolder, Refusal};
use crate::diagnostic::{Diagnostic, Level, Place};
use crate::records::comparable_number;
use crate::register::{Access, Package, Register};

/// What the check of the archive found.
#[derive(Debug)]
pub struct ArchiveCheck {
    pub folder: OfficeFolder,
    /// How many packages the register or the archive has.
    pub packages: usize,
    /// How many of them are whole and entered.
    pub whole: usize,
    /// In the order of the register, then what else stands in the archive.
    pub faults: Vec<Diagnostic>,
}

/// Verifies every package of the archive.
///
/// # Errors
/// The office's own files or its register cannot be used.
pub fn check_archive(choices: &Choices) -> Result<ArchiveCheck, Refusal> {
    let folder = OfficeFolder::open(choices)?;
    let register = Register::open(&folder.path.join(REGISTER), Access::Look);
    let register = register.map_err(unusable)?;
    let entered = register.packages().map_err(unusable)?;
    let archive = folder.path.join(ARCHIVE);
    let known: BTreeSet<&str> = entered.iter().map(|package| &*package.path).collect();
    let shelves = Shelves::of(&archive, &known);
    let (mut faults, mut whole) = (Vec::new(), 0);
    for package in &entered {
        let found = faults_of(package, &archive);
        whole += usize::from(found.is_empty());
        faults.extend(found);
    }
    let strangers: Vec<&String> =
        shelves.packages.iter().filter(|path| !known.contains(path.as_str())).collect();
    for path in &strangers {
        faults.push(not_entered(path));
        faults.extend(bag_faults(&archive, path));
    }
    faults.extend(shelves.drafts.iter().map(|path| left_over(path)));
    faults.extend(shelves.strays.iter().map(|path| stray(path)));
    faults.extend(shelves.unreadable.iter().map(|(path, kind)| closed_to_us(path, *kind)));
    let packages = entered.len() + strangers.len();
    Ok(ArchiveCheck { folder, packages, whole, faults })
}

fn bag_faults(archive: &Path, path: &str) -> Vec<Diagnostic> {
    let found = inspect(&archive.join(path), Depth::Checksums);
    found.faults.iter().map(|fault| fault.diagnostic(&shown(path))).collect()
}

fn faults_of(package: &Package, archive: &Path) -> Vec<Diagnostic> {
    let Package { request, path, digest, replaces, .. } = package;
    let place = archive.join(path);
    if !place.exists() {
        return vec![named(missing(package), request)];
    }
    let found = inspect(&place, Depth::Checksums);
    let shown_path = shown(path);
    let mut faults: Vec<Diagnostic> =
        found.faults.iter().map(|fault| fault.diagnostic(&shown_path)).collect();
    if found.digest.as_ref().is_some_and(|found| found != digest) {
        faults.push(another(path));
    }
    let told = |label, wanted: &str| {
        element(&found.info, label)
            .is_some_and(|told| comparable_number(told) == comparable_number(wanted))
    };
    let names_earlier = match replaces {
        Some(earlier) => told(REPLACES, earlier),
        None => element(&found.info, REPLACES).is_none(),
    };
    // Of a damaged bag-info.txt enough is told by its checksum.
    if faults.is_empty() && !(told(NUMBER, request) && names_earlier) {
        faults.push(mismatch(path));
    }
    faults.into_iter().map(|fault| named(fault, request)).collect()
}

fn named(mut fault: Diagnostic, request: &str) -> Diagnostic {
    fault.case = Some(request.into());
    fault
}

fn missing(package: &Package) -> Diagnostic {
    Diagnostic::error("paket arsip tercatat di buku register, tetapi foldernya tidak ada")
        .consequence(format!("arsip permohonan {} tidak dapat diperiksa.", package.request))
        .advice("kembalikan folder itu dari cadangan")
        .at(Place::File(shown(&package.path).into()))
}

fn another(path: &str) -> Diagnostic {
    Diagnostic::error("isi paket arsip bukan yang tercatat di buku register")
        .consequence("daftar SHA-512 di dalamnya sudah berubah sejak paket diarsipkan.")
        .advice("kembalikan paket itu dari cadangan")
        .at(Place::File(shown(path).into()))
}

fn mismatch(path: &str) -> Diagnostic {
    Diagnostic::error("keterangan paket arsip tidak sesuai dengan buku register")
        .consequence("nomor permohonan atau paket yang digantikan berbeda.")
        .advice("bandingkan bag-info.txt di paket itu dengan cadangan buku register")
        .at(Place::File(format!("{}/bag-info.txt", shown(path)).into()))
}

fn not_entered(path: &str) -> Diagnostic {
    Diagnostic::error("paket arsip ini tidak tercatat di buku register")
        .consequence("tertib tidak tahu apakah isinya masih seperti saat diarsipkan.")
        .advice(
            "bila paket ini buatan tertib, jalankan tertib arsip simpan untuk mencatatnya; bila \
             bukan, pindahkan ke luar folder arsip",
        )
        .at(Place::File(shown(path).into()))
}

fn left_over(path: &str) -> Diagnostic {
    warning("sisa paket arsip yang pembuatannya terhenti")
        .advice("jalankan tertib arsip simpan: sisa itu dibersihkan dan paketnya dibuat lagi")
        .at(Place::File(shown(path).into()))
}

fn stray(path: &str) -> Diagnostic {
    warning("berkas ini bukan bagian paket arsip mana pun")
        .consequence("keutuhannya tidak diperiksa.")
        .advice("pindahkan ke luar folder arsip")
        .at(Place::File(shown(path).into()))
}

fn closed_to_us(path: &str, kind: std::io::ErrorKind) -> Diagnostic {
    let shown = if path.is_empty() { ARCHIVE.to_owned() } else { shown(path) };
    Diagnostic::error(format!("folder arsip tidak dapat dibuka: {}", why(&kind.into())))
        .consequence("paket di dalamnya tidak diperiksa.")
        .advice("periksa izin folder itu, lalu jalankan lagi: tertib arsip cek")
        .at(Place::File(shown.into()))
}

fn warning(message: &str) -> Diagnostic {
    let mut told = Diagnostic::error(message);
    told.level = Level::Peringatan;
    told
}
