//! `tertib jelaskan --cetak`: the arithmetic of a request as an annex to its papers.

use serde::Serialize;

use super::ledger::standing;
use super::printout::Sheet;
use super::shelf::Shelf;
use super::{Choices, Explanation, PrintTo, Printout, Refusal, explain};
use super::{LedgerLine, LedgerText, StepLedger};
use crate::calendar::wording;
use crate::diagnostic::{Diagnostic, Place, Sources};
use crate::press::Attachment;

const TEMPLATE: &str = "perhitungan.typ";

/// The data of the template.
#[derive(Serialize)]
struct Page {
    kertas: &'static str,
    kantor: String,
    sop: String,
    per: String,
    nomor: String,
    pemohon: Option<String>,
    keadaan: String,
    langkah: Vec<Step>,
    jumlah: Option<String>,
    temuan: Vec<FindingRow>,
}

#[derive(Serialize)]
struct Step {
    judul: String,
    baris: Vec<Row>,
}

/// A line in words, or the stretches of an interval.
#[derive(Serialize)]
struct Row {
    label: &'static str,
    isi: Option<String>,
    bagian: Vec<StretchRow>,
    /// What the stretches come to.
    jumlah: Option<String>,
}

#[derive(Serialize)]
struct StretchRow {
    waktu: String,
    dihitung: String,
    keterangan: String,
    /// Whether it counts.
    kerja: bool,
}

#[derive(Serialize)]
struct FindingRow {
    kode: Option<&'static str>,
    tingkat: &'static str,
    pesan: String,
    lokasi: Vec<String>,
}

/// Explains a request, or one step of it, and prints that.
///
/// # Errors
/// As [`explain`], or with the file that is to be written.
pub fn print_explanation(
    choices: &Choices,
    number: &str,
    step: Option<u32>,
    to: &PrintTo,
) -> Result<(Explanation, Printout), Refusal> {
    let told = explain(choices, number, step)?;
    let folder = &told.examination.folder;
    let page = page(&told);
    let only = step.map_or_else(String::new, |no| format!(", langkah {no}"));
    let sheet = Sheet {
        option: "--cetak",
        template: TEMPLATE,
        title: format!("Perhitungan waktu kerja {}{only}", page.nomor),
        date: folder.as_of.date(),
        zone: folder.office.zone,
        data: &page,
        attachment: Attachment {
            name: "perhitungan.json".to_owned(),
            content: serde_json::to_vec(&page).unwrap_or_default(),
            mime: "application/json".to_owned(),
            description: "Data yang dicetak pada lampiran ini".to_owned(),
        },
    };
    let print = sheet.print(Shelf::stock(folder, choices)?, to, choices)?;
    Ok((told, print))
}

fn page(told: &Explanation) -> Page {
    let folder = &told.examination.folder;
    let institution = folder.office.institution_on(folder.as_of.date());
    let judged = told.judged();
    let applicant = judged.and_then(|judged| judged.case.applicant().0);
    let sources = &told.examination.sources;
    Page {
        kertas: institution.paper_size.name(),
        kantor: institution.name.clone(),
        sop: judged
            .map_or_else(String::new, |judged| told.examination.sop_of(judged).number.clone()),
        per: format!("{} {}", wording::date_time(folder.as_of), folder.office.zone),
        nomor: judged.map(|judged| judged.history.number.to_string()).unwrap_or_default(),
        pemohon: applicant.map(|name| name.to_string()),
        keadaan: judged.map(|judged| standing(&judged.history)).unwrap_or_default(),
        langkah: told.ledger().into_iter().map(step_of).collect(),
        jumlah: told.total(),
        temuan: told.findings.iter().map(|finding| finding_row(finding, sources)).collect(),
    }
}

fn step_of(step: StepLedger) -> Step {
    Step { judul: step.title, baris: step.lines.into_iter().map(row_of).collect() }
}

fn row_of(line: LedgerLine) -> Row {
    let label = line.label;
    let part = match line.told {
        LedgerText::Words(words) => {
            return Row { label, isi: Some(words), bagian: Vec::new(), jumlah: None };
        }
        LedgerText::Stretches(part) => part,
    };
    let stretch = |line: super::StretchLine| StretchRow {
        waktu: line.span,
        dihitung: line.counted,
        keterangan: line.kind,
        kerja: line.counts,
    };
    let bagian = part.lines().into_iter().map(stretch).collect();
    Row { label, isi: None, bagian, jumlah: Some(wording::duration(part.seconds)) }
}

fn finding_row(told: &Diagnostic, sources: &Sources) -> FindingRow {
    let place = |place: &Place| {
        let mut words = sources.file(place).to_owned();
        if let Some(sheet) = sources.sheet_name(place) {
            words.push_str(&format!(" › lembar \"{sheet}\""));
        }
        if let Place::Cell(cell) = place {
            words.push_str(&format!(" › sel {}", cell.address()));
        }
        words
    };
    FindingRow {
        kode: told.code.map(|code| code.name()),
        tingkat: told.level.name(),
        pesan: told.message.clone(),
        lokasi: told.places.iter().map(place).collect(),
    }
}
