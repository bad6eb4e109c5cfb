//! What keeps a package from being written, as facts, and its Indonesian words.

use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::Path;

use super::bag_path::PathFault;
use super::fault::Fault;
use super::fault_wording::{reason, shown};
use crate::diagnostic::Diagnostic;

/// Why a package could not be written. Nothing stands under its name then, unless
/// something stood there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BagProblem {
    /// The place of the package has no name of its own (`/`, `..`).
    NoName { target: String },
    /// Something stands there already; a package is never changed.
    Exists { target: String },
    /// There is nothing to pack.
    NothingToPack,
    /// A file cannot bear that name in a package.
    Name { path: String, fault: PathFault },
    /// The name belongs to BagIt itself (`bagit.txt`, `manifest-….txt`, `data/…`).
    Reserved { path: String },
    /// Two names that some computers cannot tell apart, or a file and a folder of
    /// one name.
    Alike { first: String, second: String },
    /// An element that cannot stand in `bag-info.txt`.
    Info { label: String, fault: InfoFault },
    /// A file to be packed cannot be read.
    Source { file: String, why: io::ErrorKind },
    /// The disk does not take the package.
    Disk { path: String, why: io::ErrorKind },
    /// The package did not stand the check after it was written.
    Faulty { faults: Vec<Fault> },
}

/// What is wrong with an element of `bag-info.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InfoFault {
    /// The label is empty, begins or ends with a blank, or holds a colon or a sign
    /// that cannot be seen.
    Label,
    /// The writer gives this element itself.
    Computed,
}

impl Display for BagProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoName { target } => {
                write!(f, "\"{}\" tidak dapat menjadi nama paket arsip", shown(target))
            }
            Self::Exists { target } => write!(f, "\"{}\" sudah ada", shown(target)),
            Self::NothingToPack => f.write_str("tidak ada berkas untuk dipaketkan"),
            Self::Name { path, fault } => {
                write!(f, "nama \"{}\" tidak dapat dipakai dalam paket arsip: {fault}", shown(path))
            }
            Self::Reserved { path } => {
                write!(f, "nama \"{}\" sudah dipakai oleh susunan paket arsip", shown(path))
            }
            Self::Alike { first, second } => write!(
                f,
                "nama \"{}\" dan \"{}\" tidak dapat dibedakan oleh sebagian komputer",
                shown(first),
                shown(second)
            ),
            Self::Info { label, fault } => {
                let why = match fault {
                    InfoFault::Label => "labelnya tidak sah",
                    InfoFault::Computed => "isinya dihitung sendiri",
                };
                write!(f, "keterangan paket \"{}\" tidak dapat dipakai: {why}", shown(label))
            }
            Self::Source { file, why } => {
                write!(f, "\"{}\" tidak dapat dibaca: {}", shown(file), reason(*why))
            }
            Self::Disk { path, why } => {
                write!(f, "\"{}\" tidak dapat ditulis: {}", shown(path), reason(*why))
            }
            Self::Faulty { faults } => write!(
                f,
                "paket arsip yang baru ditulis tidak lolos pemeriksaan: {}",
                faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
            ),
        }
    }
}

impl std::error::Error for BagProblem {}

impl BagProblem {
    /// The same with its places relative to a folder, where they lie in it.
    pub fn below(self, folder: &Path) -> Self {
        let relative = |place: String| match Path::new(&place).strip_prefix(folder) {
            Ok(path) => path.display().to_string().replace('\\', "/"),
            Err(_) => place,
        };
        match self {
            Self::Exists { target } => Self::Exists { target: relative(target) },
            Self::Disk { path, why } => Self::Disk { path: relative(path), why },
            Self::Source { file, why } => Self::Source { file: relative(file), why },
            other => other,
        }
    }

    /// The problem as it is shown to people.
    pub fn diagnostic(&self) -> Diagnostic {
        let diagnostic = Diagnostic::error(self.to_string());
        let diagnostic = match self {
            Self::Exists { .. } => {
                diagnostic.consequence("paket yang sudah ada tidak diubah dan tidak ditimpa.")
            }
            _ => diagnostic.consequence("paket arsip tidak dibuat; tidak ada yang tersisa."),
        };
        match self {
            Self::Name { .. } | Self::Alike { .. } => {
                diagnostic.advice("ganti nama berkas itu (RFC 8493 bagian 6.1)")
            }
            Self::Reserved { .. } => diagnostic.advice("ganti nama berkas itu (RFC 8493 bagian 2)"),
            Self::Info { .. } => {
                diagnostic.advice("perbaiki keterangan itu (RFC 8493 bagian 2.2.2)")
            }
            Self::Source { .. } => diagnostic
                .advice("periksa apakah berkas itu ada dan boleh dibaca, lalu jalankan lagi"),
            Self::Disk { .. } => diagnostic
                .advice("periksa izin folder dan sisa tempat penyimpanan, lalu jalankan lagi"),
            Self::Faulty { .. } => {
                diagnostic.advice("periksa keadaan tempat penyimpanan, lalu jalankan lagi")
            }
            Self::NoName { .. } | Self::Exists { .. } | Self::NothingToPack => diagnostic,
        }
    }
}
