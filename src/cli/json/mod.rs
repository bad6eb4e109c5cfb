//! What the commands say as JSON (contract, section 7). Unknown is null, never "" or 0.

mod calculation;
mod calendar;
mod comparison;
mod examination;
mod explanation;
mod issue;
mod running;
mod sop;

use std::io::{self, Write};

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::desk::{Diagnostic, Moment, Place, Sources, Zone};

pub(super) use calculation::calculation;
pub(super) use calendar::calendar;
pub(super) use comparison::comparison;
pub(super) use examination::examination;
pub(super) use explanation::explanation;
pub(super) use issue::{issue, paper_json};
pub(super) use running::running;
pub(super) use sop::sop;

pub(super) const VERSION: u32 = 1;

/// Writes a value as indented JSON, ended by a line feed.
pub(super) fn print(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// Sources and zone that the values of one answer are told by.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub sources: &'a Sources,
    pub zone: Zone,
}

impl Told<'_> {
    pub fn at(self, at: NaiveDateTime) -> String {
        self.zone.rfc3339(at)
    }

    fn moment(self, moment: Moment) -> String {
        moment.rfc3339(self.zone)
    }
}

/// The answer of any command but `periksa` and `hitung`.
#[derive(Serialize)]
pub(super) struct AnswerJson<'a, R: Serialize> {
    pub versi: u32,
    pub perintah: &'static str,
    pub per: String,
    pub hasil: R,
    pub temuan: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct FindingJson<'a> {
    kode: Option<&'static str>,
    tingkat: &'static str,
    permohonan: Option<&'a str>,
    langkah: Option<u32>,
    putaran: Option<u32>,
    pesan: &'a str,
    akibat: Option<&'a str>,
    saran: Option<&'a str>,
    /// Only where it stands for others that are not listed.
    #[serde(skip_serializing_if = "is_one")]
    mewakili: u32,
    lokasi: Vec<PlaceJson<'a>>,
}

fn is_one(count: &u32) -> bool {
    *count == 1
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    file: &'a str,
    lembar: Option<&'a str>,
    sel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baris: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kolom: Option<usize>,
}

pub(super) fn finding<'a>(told: &'a Diagnostic, by: Told<'a>) -> FindingJson<'a> {
    let filled = |text: &'a String| (!text.is_empty()).then_some(text.as_str());
    FindingJson {
        kode: told.code.map(|code| code.name()),
        tingkat: told.level.name(),
        permohonan: told.case.as_deref(),
        langkah: told.step,
        putaran: told.round,
        pesan: &told.message,
        akibat: filled(&told.consequence),
        saran: filled(&told.advice),
        mewakili: told.stands_for,
        lokasi: told.places.iter().map(|place| self::place(place, by)).collect(),
    }
}

fn place<'a>(place: &'a Place, by: Told<'a>) -> PlaceJson<'a> {
    let (sel, baris, kolom) = match place {
        Place::Cell(cell) => (Some(cell.address()), None, None),
        Place::Text { line, column, .. } => (None, Some(*line), Some(*column)),
        Place::File(_) | Place::Sheet(_) => (None, None, None),
    };
    let (file, lembar) = (by.sources.file(place), by.sources.sheet_name(place));
    PlaceJson { file, lembar, sel, baris, kolom }
}
