//! `buat --format json`.

use std::io::{self, Write};

use serde::Serialize;

use super::{AnswerJson, Told, VERSION, finding, print};
use crate::desk::{Fate, Issue, PaperResult};

#[derive(Serialize)]
struct PaperJson<'a> {
    permohonan: &'a str,
    naskah: &'static str,
    putaran: u32,
    sudah_ditandatangani: bool,
    nomor: Option<&'a str>,
    file: &'a str,
    keadaan: &'static str,
    revisi: Option<u32>,
    berubah: Option<&'a [String]>,
}

pub fn issue(told: &Issue, out: &mut dyn Write) -> io::Result<()> {
    let examination = &told.examination;
    let by = Told { sources: &examination.sources, zone: examination.folder.office.zone };
    let hasil: Vec<_> = told.papers.iter().map(paper).collect();
    let temuan = told.told.iter().map(|told| finding(told, by)).collect();
    let per = by.at(examination.as_of());
    print(&AnswerJson { versi: VERSION, perintah: "buat", per, hasil, temuan }, out)
}

fn paper(paper: &PaperResult) -> PaperJson<'_> {
    let (keadaan, revisi, berubah) = match &paper.fate {
        Fate::Made => ("dibuat", None, None),
        Fate::Completed => ("dilengkapi", None, None),
        Fate::Revised { revision, changed } => ("direvisi", Some(*revision), Some(&**changed)),
        Fate::Reprinted => ("dicetak_ulang", None, None),
        Fate::Restored => ("dipulihkan", None, None),
        Fate::Unchanged => ("tetap", None, None),
        Fate::Frozen { changed } => ("final", None, Some(&**changed)),
        Fate::Failed => ("gagal", None, None),
    };
    PaperJson {
        permohonan: &paper.request,
        naskah: paper.kind.stem(),
        putaran: paper.round,
        sudah_ditandatangani: paper.signed,
        nomor: paper.number.as_deref(),
        file: &paper.file,
        keadaan,
        revisi,
        berubah,
    }
}
