//! `tertib cek-naskah` as text and as JSON.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::json::{AnswerJson, VERSION, print};
use super::paint::{Paint, padded, plain, width, wrapped};
use crate::desk::{FileState, FoundPaper, Level, PaperCheck, PaperVerdict, Unknown};

const COLUMNS: usize = 100;

/// Writes the verdict, what to compare, and what else is to be known.
pub(super) fn write(told: &PaperCheck, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let word = word(&told.verdict).to_uppercase().replace('_', " ");
    let level = match told.verdict {
        PaperVerdict::Genuine => Level::Info,
        PaperVerdict::Replaced { .. } | PaperVerdict::Withdrawn { .. } => Level::Peringatan,
        PaperVerdict::Unknown(_) => Level::Kesalahan,
    };
    let name = told.found.as_ref().map_or(told.asked.as_str(), |found| found.name.as_str());
    writeln!(out, "{}  {}", paint.level(level, &word), plain(name))?;
    for note in notes(told) {
        for line in wrapped(&plain(&note), COLUMNS - 2) {
            writeln!(out, "  {line}")?;
        }
    }
    let Some(found) = &told.found else { return Ok(()) };
    writeln!(out, "\nYang tercetak pada naskah itu, untuk dibandingkan dengan kertasnya:")?;
    let names = found.particulars.iter().map(|one| width(&one.name)).max().unwrap_or(0);
    for one in &found.particulars {
        let value = one.value.as_deref().unwrap_or("(garis untuk diisi tangan)");
        writeln!(out, "  {}  {}", padded(&one.name, names), plain(value))?;
    }
    writeln!(out, "Satu saja berbeda: kertas itu bukan naskah ini.")
}

fn notes(told: &PaperCheck) -> Vec<String> {
    let mut notes = Vec::new();
    let revision = told.found.as_ref().map_or(0, |found| found.revision);
    match &told.verdict {
        PaperVerdict::Genuine if revision > 0 => {
            notes.push(format!("Diterbitkan kantor ini sebagai revisi {revision} dan masih berlaku."));
        }
        PaperVerdict::Genuine => notes.push("Diterbitkan kantor ini dan masih berlaku.".to_owned()),
        PaperVerdict::Replaced { revision } => notes.push(format!(
            "Diterbitkan kantor ini, tetapi sudah diganti dengan revisi {revision}: yang berlaku adalah revisi itu."
        )),
        PaperVerdict::Withdrawn { reason } => notes.push(format!(
            "Diterbitkan kantor ini, tetapi nomornya sudah dibatalkan: {reason}"
        )),
        PaperVerdict::Unknown(why) => notes.push(unknown(*why).to_owned()),
    }
    if told.found.as_ref().is_some_and(|found| found.completed) {
        notes.push("Sesudah cetakan ini, isian yang masih kosong dilengkapi; nomor dan isi yang sudah tercetak tidak berubah.".to_owned());
    }
    match told.file {
        None => {}
        Some(FileState::Whole) => {
            notes.push("Berkas PDF ini sama, byte demi byte, dengan yang diterbitkan.".to_owned());
        }
        Some(FileState::Added { bytes, signed }) => {
            let what = if signed { "tanda tangan elektronik" } else { "sesuatu" };
            notes.push(format!(
                "Berkas yang diterbitkan utuh di dalamnya; sesudah itu ditambahkan {what} ({bytes} byte), yang tidak diperiksa di sini: periksa dengan pembaca PDF."
            ));
        }
        Some(FileState::Other) => notes.push(
            "Data yang terlampir di dalamnya asli, tetapi berkasnya bukan yang terbit terakhir: dicetak dengan templat lain, disimpan ulang, atau diubah. Yang menentukan adalah isian di bawah: bandingkan semuanya dengan halamannya.".to_owned(),
        ),
    }
    notes
}

fn unknown(why: Unknown) -> &'static str {
    match why {
        Unknown::NeverIssued => {
            "Buku register kantor ini tidak memuat naskah itu: bukan dari kantor ini, atau register.db-nya lain."
        }
        Unknown::NoRegister => {
            "Di folder kantor ini tidak ada register.db, sehingga tidak ada naskah yang dikenal: kembalikan register.db dari cadangan, atau naskah ini bukan dari kantor ini."
        }
        Unknown::OtherFacts => {
            "Kantor ini menerbitkan naskah dengan nama itu, tetapi tidak pernah dengan isi ini."
        }
        Unknown::NoRecord => {
            "Berkas PDF ini tidak membawa data naskah tertib: bukan naskah tertib, atau hasil pindaian. Bila ada kode cek di kakinya, ketik kode itu."
        }
        Unknown::CodeOfAnother => {
            "Kode cek yang tercetak di halamannya bukan kode data yang terlampir di dalamnya: berkas ini diubah."
        }
    }
}

pub(super) fn json(told: &PaperCheck, out: &mut dyn Write) -> io::Result<()> {
    let (revision, reason) = match &told.verdict {
        PaperVerdict::Replaced { revision } => (Some(*revision), None),
        PaperVerdict::Withdrawn { reason } => (None, Some(reason.as_str())),
        _ => (None, None),
    };
    let (berkas, tambahan) = match told.file {
        None => (None, None),
        Some(FileState::Whole) => (Some("utuh"), None),
        Some(FileState::Added { bytes, .. }) => (Some("ditambah"), Some(bytes)),
        Some(FileState::Other) => (Some("lain"), None),
    };
    let hasil = json!({
        "ditanyakan": told.asked,
        "putusan": word(&told.verdict),
        "diganti_revisi": revision,
        "alasan_batal": reason,
        "naskah": told.found.as_ref().map(paper),
        "berkas": berkas,
        "byte_tambahan": tambahan,
        "keterangan": notes(told),
    });
    let per = told.zone.rfc3339(told.as_of);
    let temuan = Vec::new();
    print(&AnswerJson { versi: VERSION, perintah: "cek-naskah", per, hasil, temuan }, out)
}

fn paper(found: &FoundPaper) -> Value {
    let particulars = found
        .particulars
        .iter()
        .map(|one| json!({ "isian": one.name, "tercetak": one.value }))
        .collect::<Vec<_>>();
    json!({
        "jenis": found.kind,
        "nama": found.name,
        "revisi": found.revision,
        "dilengkapi_sesudahnya": found.completed,
        "isian": particulars,
    })
}

fn word(verdict: &PaperVerdict) -> &'static str {
    match verdict {
        PaperVerdict::Genuine => "asli",
        PaperVerdict::Replaced { .. } => "diganti",
        PaperVerdict::Withdrawn { .. } => "dibatalkan",
        PaperVerdict::Unknown(_) => "tidak_dikenal",
    }
}
