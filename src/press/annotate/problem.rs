//! Why a copy of a workbook cannot be annotated, as facts, and its Indonesian words.

use std::fmt::{self, Display, Formatter};

/// Why there is no annotated copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnnotateProblem {
    /// No package of Office Open XML: an old or foreign format, which is rewritten instead.
    NotPackage,
    /// A part cannot be unpacked.
    Damaged,
    /// A part is larger than the program unpacks.
    TooLarge,
    /// A part is no XML in UTF-8.
    Malformed,
    /// A part that must be there is not.
    PartMissing { part: String },
    /// What stands in a column of passwords is also kept elsewhere in the package.
    SecretElsewhere { part: String },
}

impl Display for AnnotateProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPackage => f.write_str("berkas ini bukan buku kerja .xlsx"),
            Self::Damaged => f.write_str("sebagian isi buku kerja ini rusak"),
            Self::TooLarge => f.write_str("sebagian isi buku kerja ini terlalu besar"),
            Self::Malformed => {
                f.write_str("susunan di dalam buku kerja ini tidak dapat diubah dengan aman")
            }
            Self::PartMissing { part } => {
                write!(f, "bagian \"{part}\" di dalam buku kerja ini tidak ada")
            }
            Self::SecretElsewhere { part } => write!(
                f,
                "isi kolom kata sandi juga tersimpan di bagian lain buku kerja ini ({part})"
            ),
        }
    }
}

impl std::error::Error for AnnotateProblem {}
