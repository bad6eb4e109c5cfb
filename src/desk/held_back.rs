//! What is not replaced while a file cannot be read.
//!
//! Facts that stand in a workbook that is damaged, locked or open elsewhere are missing
//! from this run, not from the office. A revision or a new package would state less than
//! the one that is out, and be taken for better knowledge; so what is out stays, and
//! whatever has the same facts, or is made for the first time, goes on.

use super::Fate;
use crate::diagnostic::{Code, Diagnostic, Place};

/// The files and sheets that could not be read (D18).
pub(super) fn unread(findings: &[Diagnostic]) -> Vec<Place> {
    let unread = findings.iter().filter(|told| told.code == Some(Code::D18));
    unread.flat_map(|told| told.places.iter().cloned()).collect()
}

impl Fate {
    /// What becomes of it while a file cannot be read. The signed scan is not held
    /// against facts that are not there to be compared either.
    pub(super) fn held_back(self) -> Fate {
        match self {
            Fate::Revised { changed, .. } => Fate::Held { changed },
            Fate::Frozen { changed } if !changed.is_empty() => Fate::Held { changed },
            other => other,
        }
    }
}

/// Tells that so many things of a kind were not replaced, and what to mend.
pub(super) fn note(what: &str, unread: Vec<Place>) -> Diagnostic {
    let mut told = Diagnostic::error(format!(
        "{what} ditahan: catatannya berbeda, tetapi ada berkas yang tidak dapat dibaca"
    ))
    .consequence(
        "yang sudah terbit tetap sebagaimana adanya; yang baru dan yang tidak berubah tetap dikerjakan.",
    )
    .advice(
        "perbaiki berkas itu, atau pindahkan dari folder data bila tidak dipakai, lalu jalankan lagi",
    );
    told.places = unread;
    told
}
