//! `data/catatan.json`: what the records say of a closed request, beside its papers.
//!
//! It is written once with the package and read again for the lists of the archive, so
//! that these speak of what lies in the archive and not of what a workbook says today.
//! Unknown is null, never "" or 0.

use serde::Serialize;

use super::summary::Summary;
use super::written_row::WrittenRow;
use crate::check::Entry;
use crate::diagnostic::{Diagnostic, Place, Sources};
use crate::office::Zone;
use crate::records::{Case, Decision};

/// Where it stands below `data/`.
pub(super) const NAME: &str = "catatan.json";

/// What the whole file says.
#[derive(Debug, Serialize)]
pub(super) struct Record<'a> {
    pub versi: u32,
    pub keterangan: &'static str,
    #[serde(flatten)]
    pub summary: Summary,
    pub sop: &'a str,
    pub per: String,
    pub menggantikan: Option<&'a str>,
    pub putaran: u32,
    pub di_luar_sop: bool,
    pub sesuai_sop: Option<bool>,
    pub tepat_waktu: Option<bool>,
    pub detik_kerja: Option<i64>,
    pub target_detik: i64,
    pub naskah: &'a [PaperNote],
    pub naskah_belum_dibuat: &'a [MissingPaper],
    pub bukti_dukung: &'a [AttachmentNote],
    pub buku_kerja: &'a [WorkbookNote],
    pub langkah: Vec<StepNote<'a>>,
    pub permohonan: &'a [WrittenRow],
    pub kendali: &'a [WrittenRow],
    pub temuan: Vec<FindingNote<'a>>,
}

pub(super) const ABOUT: &str = "Catatan satu permohonan dari lembar kerja kantor. Pada permohonan dan kendali: \
     kolom, nilai, dan sel asalnya; nilai null berarti sel itu berisi, tetapi isinya tidak dapat \
     dipakai; sel kosong tidak ditulis.";

#[derive(Debug, Clone, Serialize)]
pub(super) struct PaperNote {
    pub jenis: &'static str,
    pub judul: &'static str,
    pub putaran: u32,
    /// Whose it is, where each recipient has one of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penerima: Option<String>,
    pub revisi: u32,
    pub nomor: Option<String>,
    /// Relative to the package; null where the paper is not in it.
    pub berkas: Option<String>,
    pub sha256: String,
    pub keterangan: Option<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct MissingPaper {
    pub jenis: &'static str,
    pub judul: &'static str,
    pub putaran: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penerima: Option<String>,
    pub keterangan: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct AttachmentNote {
    /// As it is called in `bukti-dukung/`.
    pub nama: String,
    /// Relative to the package; another name where the own one does not travel.
    pub berkas: String,
    pub jenis: &'static str,
    pub sha512: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct WorkbookNote {
    pub file: String,
    pub sha512: Option<String>,
    /// Relative to the package, where the workbook itself is in it.
    pub berkas: Option<String>,
    pub keterangan: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub(super) struct StepNote<'a> {
    no: u32,
    putaran: u32,
    mulai: Option<String>,
    selesai: Option<String>,
    pelaksana: Option<&'a str>,
    hasil: Option<&'static str>,
    detik_kerja: Option<i64>,
    target_detik: i64,
    detik_tunggu: Option<i64>,
    tepat_waktu: Option<bool>,
}

impl<'a> StepNote<'a> {
    pub fn of(entry: &'a Entry, case: &'a Case, zone: Zone) -> Self {
        Self {
            no: entry.step,
            putaran: entry.round,
            mulai: entry.started.map(|at| at.rfc3339(zone)),
            selesai: entry.ended.map(|at| at.rfc3339(zone)),
            pelaksana: entry.actor(case).map(|name| &**name),
            hasil: entry.decision.map(|decision| match decision {
                Decision::Ya => "Y",
                Decision::Tidak | Decision::Ditolak => "T",
            }),
            detik_kerja: entry.worked(),
            target_detik: entry.target,
            detik_tunggu: entry.waited,
            tepat_waktu: entry.on_time,
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct FindingNote<'a> {
    kode: Option<&'static str>,
    tingkat: &'static str,
    langkah: Option<u32>,
    putaran: Option<u32>,
    pesan: &'a str,
    lokasi: Vec<PlaceNote<'a>>,
}

#[derive(Debug, Serialize)]
struct PlaceNote<'a> {
    file: &'a str,
    lembar: Option<&'a str>,
    sel: Option<String>,
}

impl<'a> FindingNote<'a> {
    pub fn of(told: &'a Diagnostic, sources: &'a Sources) -> Self {
        let place = |place: &'a Place| PlaceNote {
            file: sources.file(place),
            lembar: sources.sheet_name(place),
            sel: match place {
                Place::Cell(cell) => Some(cell.address()),
                Place::File(_) | Place::Sheet(_) | Place::Text { .. } => None,
            },
        };
        Self {
            kode: told.code.map(|code| code.name()),
            tingkat: told.level.name(),
            langkah: told.step,
            putaran: told.round,
            pesan: &told.message,
            lokasi: told.places.iter().map(place).collect(),
        }
    }
}
