//! The papers of a request (*naskah*): which are due, what each states, and where it
//! is kept. A paper states only what was recorded; what is not known is left to be
//! filled by hand and never invented (contract, section 8).
//!
//! The record of a paper is exactly the data that it prints. It is what the template
//! gets, what is attached to the PDF, and what the check code is a digest of.

mod access;
mod akun;
mod berita_acara;
mod berita_acara_pencabutan;
mod disposisi;
mod dokumentasi;
mod due;
mod facts;
mod fields;
mod given_number;
mod grant;
mod hitungan;
mod laporan_kegiatan;
mod pengembalian;
mod photo;
mod phrases;
mod place;
mod signature;
mod verifikasi;
mod wording;
mod work;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::check::{Judged, Roster, Rules};
use crate::office::{Letterhead, Signing};
use crate::sop::PaperKind;

pub use due::{Due, due, due_by};
pub use fields::{TemplateField, template_fields};
pub use given_number::{GivenNumber, given_number};
pub use photo::Photo;
pub use place::file_of;
pub use wording::facts_in_words;

use facts::Facts;

/// What a paper is made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub judged: &'a Judged,
    pub roster: &'a Roster,
    pub rules: &'a Rules<'a>,
    /// The photos among the evidence that can be shown.
    pub photos: &'a [Photo],
}

/// The number of a paper and the date that was entered with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Number {
    pub text: Option<String>,
    pub date: Option<NaiveDate>,
}

/// The record of a paper: exactly what it prints. An unknown value is null.
#[derive(Debug, Clone, Serialize)]
pub struct Record {
    /// The version of this form.
    versi: u32,
    naskah: &'static str,
    permohonan: String,
    putaran: u32,
    kop: Letterhead,
    judul: String,
    nomor: Option<String>,
    /// As printed: "3 Juni 2024".
    tanggal: Option<String>,
    /// What the paper says of its sources, at its foot.
    sumber: Option<String>,
    /// The wording that an office may change.
    kalimat: Map<String, Value>,
    isi: Value,
}

impl Record {
    /// The JSON that is attached and digested.
    pub fn to_json(&self) -> String {
        // A record of strings, numbers and lists has nothing that JSON cannot hold.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// The title of a paper of a request, as a reader of PDF shows it: what the paper itself
/// says it is, and whose.
pub fn title(due: &Due, source: &Source<'_>) -> String {
    let name = match due.kind {
        PaperKind::Pengembalian => {
            let rules = source.rules.of(source.judged);
            pengembalian::subject(&Facts::of(due, &Source { rules: &rules, ..*source }))
        }
        kind => kind.title(),
    };
    let whose = due.recipient.as_ref().map_or(String::new(), |one| format!(" – {}", one.name));
    format!("{name} – {}{whose}", source.judged.case.number)
}

/// What a due paper states.
pub fn record(due: &Due, source: &Source<'_>, number: &Number) -> Record {
    let rules = source.rules.of(source.judged);
    let source = &Source { rules: &rules, ..*source };
    let facts = Facts::of(due, source);
    let isi = match due.kind {
        PaperKind::Disposisi => to_value(disposisi::state(&facts)),
        PaperKind::Verifikasi => to_value(verifikasi::state(&facts)),
        PaperKind::Pengembalian => to_value(pengembalian::state(&facts)),
        PaperKind::Akun => to_value(akun::state(&facts)),
        PaperKind::Dokumentasi => to_value(dokumentasi::state(&facts)),
        PaperKind::BeritaAcara => to_value(berita_acara::state(&facts)),
        PaperKind::BeritaAcaraPencabutan => to_value(berita_acara_pencabutan::state(&facts)),
        PaperKind::LaporanKegiatan => to_value(laporan_kegiatan::state(&facts)),
    };
    // SRIKANDI dates what it sends: a date stands on the paper only once it gave one.
    let tanggal = match facts.signing() {
        Signing::Srikandi => number.date,
        _ => facts.paper_date().or(number.date),
    };
    Record {
        versi: 1,
        naskah: due.kind.stem(),
        permohonan: source.judged.case.number.to_string(),
        putaran: due.round,
        kop: Letterhead::of(source.rules.office.institution_on(facts.reference_date())),
        judul: due.kind.title().to_uppercase(),
        nomor: number.text.clone(),
        tanggal: tanggal.map(crate::calendar::wording::date),
        sumber: facts.sources_line(),
        kalimat: phrases::phrases(&facts),
        isi,
    }
}

fn to_value(statement: impl Serialize) -> Value {
    serde_json::to_value(statement).unwrap_or(Value::Null)
}
