//! `buat --format json`.

use std::io::{self, Write};

use serde::Serialize;

use super::super::{issued, printout};
use super::{FindingJson, Told, VERSION, finding, print};
use crate::desk::{Fate, Issue, Merged, PaperResult};

#[derive(Serialize)]
struct PaperJson<'a> {
    permohonan: &'a str,
    naskah: &'static str,
    putaran: u32,
    /// Only where each recipient has a paper of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    penerima: Option<&'a str>,
    sudah_ditandatangani: bool,
    nomor: Option<&'a str>,
    file: &'a str,
    keadaan: &'static str,
    revisi: Option<u32>,
    berubah: Option<&'a [String]>,
    /// Only what would become of it: nothing was written.
    simulasi: bool,
}

/// The answer, with the file that holds all papers where one was asked for.
#[derive(Serialize)]
struct IssueJson<'a> {
    versi: u32,
    perintah: &'static str,
    per: String,
    hasil: Vec<PaperJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gabungan: Option<MergedJson<'a>>,
    temuan: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct MergedJson<'a> {
    file: &'a str,
    keadaan: &'static str,
    naskah: usize,
    halaman: Option<usize>,
    simulasi: bool,
}

pub fn issue(told: &Issue, merged: Option<&Merged>, out: &mut dyn Write) -> io::Result<()> {
    let examination = &told.examination;
    let by = Told { sources: &examination.sources, zone: examination.folder.office.zone };
    let hasil: Vec<_> = told.papers.iter().map(|one| paper(one, told.simulated)).collect();
    let temuan = told.told.iter().chain(merged.into_iter().flat_map(|merged| &merged.print.told));
    let temuan = temuan.map(|told| finding(told, by)).collect();
    let per = by.at(examination.as_of());
    let gabungan = merged.map(|merged| MergedJson {
        file: &merged.print.file,
        keadaan: printout::key(merged.print.fate),
        naskah: merged.papers,
        halaman: merged.pages,
        simulasi: merged.print.simulated,
    });
    print(&IssueJson { versi: VERSION, perintah: "buat", per, hasil, gabungan, temuan }, out)
}

/// A paper as any command tells it.
pub(in super::super) fn paper_json(paper: &PaperResult, simulated: bool) -> serde_json::Value {
    serde_json::to_value(self::paper(paper, simulated)).unwrap_or_default()
}

fn paper(paper: &PaperResult, simulasi: bool) -> PaperJson<'_> {
    let (revisi, berubah) = match &paper.fate {
        Fate::Revised { revision, changed } => (Some(*revision), Some(&**changed)),
        Fate::Frozen { changed } | Fate::Held { changed } => (None, Some(&**changed)),
        _ => (None, None),
    };
    PaperJson {
        permohonan: &paper.request,
        naskah: paper.kind.stem(),
        putaran: paper.round,
        penerima: paper.recipient.as_deref(),
        sudah_ditandatangani: paper.signed,
        nomor: paper.number.as_deref(),
        file: &paper.file,
        keadaan: issued::key(&paper.fate),
        revisi,
        berubah,
        simulasi,
    }
}
