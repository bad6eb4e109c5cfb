//! `tertib status --cetak`: what runs, as a page to hang beside the desk.

use serde::Serialize;

use super::printout::Sheet;
use super::shelf::Shelf;
use super::{Choices, PrintTo, Printout, Refusal, Running, Waiting, status};
use crate::calendar::wording;
use crate::press::Attachment;

const TEMPLATE: &str = "status.typ";

/// The data of the template.
#[derive(Serialize)]
struct Page<'a> {
    kertas: &'static str,
    kantor: &'a str,
    sop: String,
    per: String,
    kelompok: Vec<Group<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    judul: &'static str,
    permohonan: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    nomor: &'a str,
    pemohon: Option<&'a str>,
    unit: Option<&'a str>,
    langkah: Option<String>,
    pada: String,
    sejak: Option<String>,
    /// "sisa 3 jam 30 menit", "lewat 47 jam 30 menit"
    sisa: Option<String>,
    lewat: bool,
    jatuh_tempo: Option<String>,
}

/// Lists what runs and prints it.
///
/// # Errors
/// As [`status`], or with the file that is to be written.
pub fn print_status(choices: &Choices, to: &PrintTo) -> Result<(Running, Printout), Refusal> {
    let running = status(choices)?;
    let folder = &running.examination.folder;
    let day = folder.as_of.date();
    let institution = folder.office.institution_on(day);
    let groups = running.groups().into_iter().filter(|(_, group)| !group.is_empty());
    let rows = |group: Vec<_>| group.into_iter().map(row_of).collect();
    let page = Page {
        kertas: institution.paper_size.name(),
        kantor: &institution.name,
        sop: folder.versions.in_words(),
        per: format!("{} {}", wording::date_time(folder.as_of), folder.office.zone),
        kelompok: groups.map(|(judul, group)| Group { judul, permohonan: rows(group) }).collect(),
    };
    let shelf = Shelf::stock(folder, choices)?;
    let content = serde_json::to_vec(&page).unwrap_or_default();
    let sheet = Sheet {
        option: "--cetak",
        template: TEMPLATE,
        title: "Permohonan yang masih berjalan".to_owned(),
        date: day,
        zone: folder.office.zone,
        data: &page,
        attachment: Attachment {
            name: "status.json".to_owned(),
            content,
            mime: "application/json".to_owned(),
            description: "Data yang dicetak pada lembar ini".to_owned(),
        },
    };
    let print = sheet.print(shelf, to, choices)?;
    Ok((running, print))
}

fn row_of(one: &Waiting) -> Row<'_> {
    Row {
        nomor: &one.number,
        pemohon: one.applicant.as_deref(),
        unit: one.unit.as_deref(),
        langkah: one.step_in_words(),
        pada: one.with_in_words(),
        sejak: one.since_in_words(),
        sisa: one.left_in_words(),
        lewat: one.is_overdue(),
        jatuh_tempo: one.due.map(wording::short_date_time),
    }
}
