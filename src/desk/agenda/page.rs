//! `tertib register --simpan-ke`: the agenda book as PDF or as a workbook.

use std::fs;
use std::io;

use serde::Serialize;

use super::line::{AgendaLine, NumberState};
use super::{Agenda, AgendaSequence, agenda_of};
use crate::calendar::wording;
use crate::desk::deposit::{among_workbooks, lies_among_workbooks, not_written, write_whole};
use crate::desk::printout::{PrintFate, PrintTo, Printout, Sheet};
use crate::desk::shelf::{self, Shelf};
use crate::desk::{Choices, OfficeFolder, Refusal};
use crate::diagnostic::{Diagnostic, Place};
use crate::press::{Attachment, Column, Table, Value, is_own_workbook, write_titled_workbook};
use crate::register::MONTHLY;
use crate::report::Month;

const TEMPLATE: &str = "buku-agenda.typ";

/// The data of the template.
#[derive(Serialize)]
struct Page<'a> {
    kertas: &'static str,
    kantor: &'a str,
    bulan: Option<String>,
    per: String,
    urutan: Vec<SequenceData<'a>>,
    tanpa_tanggal: usize,
}

#[derive(Serialize)]
struct SequenceData<'a> {
    jenis: &'static str,
    tahun: Option<i32>,
    keterangan: String,
    nomor: Vec<LineData<'a>>,
}

#[derive(Serialize)]
struct LineData<'a> {
    urut: Option<i64>,
    nomor: Option<&'a str>,
    tanggal: Option<String>,
    permohonan: String,
    untuk: Option<&'a str>,
    revisi: Option<u32>,
    keadaan: String,
    catatan: String,
}

/// Lays out the book and writes it into a file, by the end of its name.
///
/// # Errors
/// As [`super::agenda`], or with the file that is to be written.
pub fn print_agenda(
    choices: &Choices,
    month: Option<Month>,
    to: &PrintTo,
) -> Result<(Agenda, Printout), Refusal> {
    let folder = OfficeFolder::open(choices)?;
    let agenda = agenda_of(&folder, month)?;
    let ends_with =
        |end: &str| to.file.extension().is_some_and(|own| own.eq_ignore_ascii_case(end));
    let print = match (ends_with("pdf"), ends_with("xlsx")) {
        (true, _) => agenda.pdf(&folder, choices, to)?,
        (_, true) => agenda.workbook(choices, to)?,
        _ => return Err(vec![no_form(&to.file.to_string_lossy())]),
    };
    Ok((agenda, print))
}

impl Agenda {
    fn title(&self) -> String {
        match self.month {
            Some(month) => format!("Buku Agenda {}", month.name()),
            None => "Buku Agenda".to_owned(),
        }
    }

    fn page(&self) -> Page<'_> {
        Page {
            kertas: self.paper_size,
            kantor: &self.office,
            bulan: self.month.map(Month::name),
            per: format!("{} {}", wording::date_time(self.as_of), self.zone),
            urutan: self.sequences.iter().map(AgendaSequence::data).collect(),
            tanpa_tanggal: self.undated,
        }
    }

    fn pdf(
        &self,
        folder: &OfficeFolder,
        choices: &Choices,
        to: &PrintTo,
    ) -> Result<Printout, Refusal> {
        let page = self.page();
        let content = serde_json::to_vec(&page).unwrap_or_default();
        let sheet = Sheet {
            option: "--simpan-ke",
            template: TEMPLATE,
            title: self.title(),
            date: self.as_of.date(),
            zone: self.zone,
            data: &page,
            attachment: Attachment {
                name: "buku-agenda.json".to_owned(),
                content,
                mime: "application/json".to_owned(),
                description: "Data yang dicetak pada buku ini".to_owned(),
            },
        };
        sheet.print(Shelf::stock(folder, choices)?, to, choices)
    }

    fn workbook(&self, choices: &Choices, to: &PrintTo) -> Result<Printout, Refusal> {
        let shown = to.file.to_string_lossy().replace('\\', "/");
        let target = choices.here.join(&to.file);
        if lies_among_workbooks(&target) {
            return Err(vec![among_workbooks(&shown, "--simpan-ke")]);
        }
        let title = self.title();
        let tables = [self.table(), self.remarks()];
        let book = write_titled_workbook(&tables, &title, self.zone.at(self.as_of))
            .map_err(|problem| shelf::told(&[problem]))?;
        let fate = match fs::read(&target) {
            Ok(present) if present == book => PrintFate::Unchanged,
            Ok(present) if is_own_workbook(&present, &title) => PrintFate::Replaced,
            Ok(_) => return Err(vec![occupied(&shown, &title)]),
            Err(error) if error.kind() == io::ErrorKind::NotFound => PrintFate::Made,
            Err(error) => return Err(vec![not_written(&shown, &error)]),
        };
        if !to.simulate && fate != PrintFate::Unchanged {
            write_whole(&target, &book).map_err(|error| vec![not_written(&shown, &error)])?;
        }
        Ok(Printout { file: shown, fate, told: Vec::new(), simulated: to.simulate })
    }

    fn table(&self) -> Table {
        let columns = [
            ("Jenis", 24.0),
            ("Tahun", 8.0),
            ("No. urut", 8.0),
            ("Nomor", 26.0),
            ("Tanggal", 12.0),
            ("Permohonan atau bulan", 22.0),
            ("Kepada atau untuk", 40.0),
            ("Revisi", 8.0),
            ("Keadaan", 30.0),
            ("Catatan", 44.0),
        ];
        let row = |line: &AgendaLine| {
            let number = |number: Option<i64>| number.map_or(Value::Blank, Value::Integer);
            let text = |text: Option<&str>| {
                text.filter(|text| !text.is_empty())
                    .map_or(Value::Blank, |text| Value::Text(text.to_owned()))
            };
            vec![
                text(Some(line.kind)),
                // A year has no thousands to be grouped.
                text(line.year.map(|year| year.to_string()).as_deref()),
                number(line.place),
                text(line.number.as_deref()),
                line.date.map_or(Value::Blank, Value::Date),
                text(Some(&line.about())),
                text(line.concerns.as_deref()),
                number(line.revision.map(i64::from)),
                text(Some(&line.state.in_words())),
                text(Some(&line.notes.join("; "))),
            ]
        };
        Table {
            title: "Buku Agenda".to_owned(),
            columns: columns.map(|(head, width)| Column { head: head.to_owned(), width }).to_vec(),
            rows: self.lines().map(row).collect(),
        }
    }

    /// What is to be said of the sequences.
    fn remarks(&self) -> Table {
        let text = |text: &str| Value::Text(text.to_owned());
        let row = |sequence: &AgendaSequence| {
            let year = sequence.year.map_or(Value::Blank, |year| text(&year.to_string()));
            vec![text(sequence.kind), year, text(&sequence.gaps.join("; "))]
        };
        let columns = [("Jenis", 24.0), ("Tahun", 8.0), ("Keterangan", 100.0)];
        Table {
            title: "Keterangan".to_owned(),
            columns: columns.map(|(head, width)| Column { head: head.to_owned(), width }).to_vec(),
            rows: self.sequences.iter().map(row).collect(),
        }
    }
}

impl AgendaSequence {
    fn data(&self) -> SequenceData<'_> {
        SequenceData {
            jenis: self.title,
            tahun: self.year,
            keterangan: self.gaps.join("; "),
            nomor: self.lines.iter().map(AgendaLine::data).collect(),
        }
    }
}

impl AgendaLine {
    fn data(&self) -> LineData<'_> {
        LineData {
            urut: self.place,
            nomor: self.number.as_deref(),
            tanggal: self.date.map(wording::date),
            permohonan: self.about(),
            untuk: self.concerns.as_deref(),
            revisi: self.revision,
            keadaan: self.state.in_words(),
            catatan: self.notes.join("; "),
        }
    }

    /// "P-2024-017", "P-2024-017 (pengajuan 2)"; of a report its month, "bulan Juni 2024"
    pub fn about(&self) -> String {
        let month = Some(&self.subject).filter(|_| self.kind == MONTHLY);
        let month = month.and_then(|month| Month::parse(month));
        match (month, self.round) {
            (Some(month), _) => format!("bulan {}", month.name()),
            (None, 1) => self.subject.clone(),
            (None, round) => format!("{} (pengajuan {round})", self.subject),
        }
    }
}

impl NumberState {
    pub fn in_words(&self) -> String {
        match self {
            NumberState::InForce => "berlaku".to_owned(),
            NumberState::Voided { reason } => format!("dibatalkan: {reason}"),
            NumberState::NotIssued => "naskahnya belum dibuat".to_owned(),
            NumberState::Blank => "terbit tanpa nomor: diisi tangan".to_owned(),
        }
    }
}

fn no_form(shown: &str) -> Diagnostic {
    Diagnostic::error(format!("nama berkas \"{shown}\" tidak berakhir dengan .pdf atau .xlsx"))
        .advice("tulis sesudah --simpan-ke nama berkas, misalnya agenda.xlsx atau agenda.pdf")
}

fn occupied(shown: &str, title: &str) -> Diagnostic {
    Diagnostic::error(format!(
        "{shown} sudah ada dan bukan buku kerja tertib berjudul \"{title}\", atau sudah diubah orang"
    ))
    .consequence("berkas itu tidak diubah.")
    .advice("pindahkan berkas itu, atau tulis nama lain sesudah --simpan-ke")
    .at(Place::File(shown.into()))
}
