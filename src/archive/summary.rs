//! What a package says of itself in short: the request, the span of its days and its
//! items. The lists of the archive are made from this and nothing else.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::bag::BagFile;
use super::closing;
use super::filing::{FiledPaper, Filing};
use super::record::{self, AttachmentNote};
use crate::check::Judged;
use crate::records::{RequestField, RequestKind};

/// What the lists of the archive tell of a package.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Summary {
    pub nomor: String,
    /// The office (*unit pengolah*).
    pub kantor: String,
    pub uraian: String,
    pub jenis: String,
    pub status: String,
    pub ditutup: Option<String>,
    pub kurun_waktu: Option<Span>,
    pub klasifikasi: Option<String>,
    pub keamanan: Option<String>,
    /// The items of the dossier, in the order of the list.
    pub isi_berkas: Vec<Item>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub dari: String,
    pub sampai: String,
}

/// One item of a dossier (*isi berkas*).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Item {
    pub berkas: String,
    pub uraian: String,
    pub nomor: Option<String>,
    pub tanggal: Option<String>,
    pub klasifikasi: Option<String>,
    pub keamanan: Option<String>,
}

impl Summary {
    /// What the package in a folder says of itself; `None` where that cannot be read.
    pub fn read(package: &Path) -> Option<Self> {
        let bytes = fs::read(package.join("data").join(record::NAME)).ok()?;
        serde_json::from_slice(&bytes).ok()
    }
}

/// What is told of a closed request with these papers and attachments.
pub(super) fn of(
    judged: &Judged,
    filing: &Filing<'_>,
    papers: &[FiledPaper],
    attached: &[(AttachmentNote, BagFile)],
) -> Summary {
    let closed = closing::closed_at(judged, filing.sop_of(judged), filing.as_of);
    let day = |day: chrono::NaiveDate| day.format("%Y-%m-%d").to_string();
    let rules = &filing.office.archive;
    let class = |kind: Option<&str>| {
        let found = kind.map_or(rules.classification.all(), |kind| rules.classification.of(kind));
        found.map(|written| written.value.clone())
    };
    let security = |kind: Option<&str>| {
        let found = kind.map_or(rules.security.all(), |kind| rules.security.of(kind));
        found.map(|written| written.value.clone())
    };
    let paper = |paper: &FiledPaper| {
        Some(Item {
            berkas: paper.note.berkas.clone()?,
            uraian: format!("{}{}", paper.note.judul, of_round(paper.note.putaran)),
            nomor: paper.note.nomor.clone(),
            tanggal: paper.dated.map(day),
            klasifikasi: class(Some(paper.kind.stem())),
            keamanan: security(Some(paper.kind.stem())),
        })
    };
    let scan = |note: &AttachmentNote| Item {
        berkas: note.berkas.clone(),
        uraian: format!("{} ({})", called(note.jenis), note.nama),
        klasifikasi: class(None),
        keamanan: security(None),
        ..Item::default()
    };
    let letters = attached.iter().map(|(note, _)| note).filter(|note| note.jenis == "surat");
    let others = attached.iter().map(|(note, _)| note).filter(|note| note.jenis != "surat");
    let record = Item {
        berkas: format!("data/{}", record::NAME),
        uraian: "Catatan permohonan dan lembar kendali".to_owned(),
        tanggal: Some(day(filing.as_of.date())),
        klasifikasi: class(None),
        keamanan: security(None),
        nomor: None,
    };
    let items = letters.map(scan).chain(papers.iter().filter_map(paper)).chain(others.map(scan));
    Summary {
        nomor: judged.case.number.to_string(),
        kantor: filing.office.institution_on(filing.as_of.date()).name.clone(),
        uraian: description(judged),
        jenis: judged.history.kind.name().to_owned(),
        status: judged.history.status.key().to_owned(),
        ditutup: closed.map(|at| at.rfc3339(filing.office.zone)),
        kurun_waktu: closing::span(judged, closed)
            .map(|(first, last)| Span { dari: day(first), sampai: day(last) }),
        klasifikasi: class(None),
        keamanan: security(None),
        isi_berkas: items.chain([record]).collect(),
    }
}

/// What the dossier is about (*uraian informasi berkas*), as far as the rows tell.
fn description(judged: &Judged) -> String {
    let what = match judged.history.kind {
        RequestKind::Baru => "Permohonan hak akses",
        RequestKind::Perubahan => "Permohonan perubahan hak akses",
        RequestKind::Pencabutan => "Permohonan pencabutan hak akses",
    };
    let rows = &judged.case.rows;
    let mut applications: Vec<&str> = Vec::new();
    for application in rows.iter().filter_map(|row| row.text_value(RequestField::Aplikasi)) {
        if !applications.contains(&&**application) {
            applications.push(application);
        }
    }
    let first = |field| rows.iter().find_map(|row| row.text_value(field)).map(|text| &**text);
    let mut text = what.to_owned();
    if !applications.is_empty() {
        text.push_str(&format!(" {}", applications.join(", ")));
    }
    if let Some(name) = first(RequestField::NamaPemohon) {
        text.push_str(&format!(" atas nama {name}"));
    }
    if let Some(unit) = first(RequestField::UnitKerja) {
        text.push_str(&format!(", {unit}"));
    }
    text
}

fn called(kind: &str) -> &'static str {
    match kind {
        "berita_acara" => "Pindaian berita acara",
        "surat" => "Pindaian surat",
        "daftar_hadir" => "Daftar hadir",
        "foto" => "Foto",
        _ => "Bukti dukung",
    }
}

/// The round, where it is not the first, as it stands behind the name of a paper.
pub(super) fn of_round(round: u32) -> String {
    if round > 1 { format!(" (pengajuan {round})") } else { String::new() }
}
