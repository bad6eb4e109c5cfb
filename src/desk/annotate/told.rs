//! What is told in the copy of one workbook: every finding that has a place in it, and
//! those without any place that speak of its requests.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::calendar::wording;
use crate::desk::Examination;
use crate::diagnostic::{Cell, Code, Diagnostic, Level, Place, RowPlace, Sources};
use crate::press::{Annotation, Finding, MarkedCell};
use crate::records::Text;

pub(super) struct Telling<'a> {
    examined: &'a Examination,
    by_file: BTreeMap<&'a str, Vec<&'a Diagnostic>>,
    /// Without a place in any workbook.
    placeless: Vec<&'a Diagnostic>,
    /// The workbooks that hold rows of a request.
    files_of: BTreeMap<&'a Text, BTreeSet<&'a str>>,
}

impl<'a> Telling<'a> {
    pub fn of(examined: &'a Examination) -> Self {
        let sources = &examined.sources;
        let mut by_file: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        let mut placeless = Vec::new();
        for told in &examined.findings {
            let files: BTreeSet<&str> =
                told.places.iter().map(|place| sources.file(place)).collect();
            if files.is_empty() {
                placeless.push(told);
            }
            for file in files {
                by_file.entry(file).or_default().push(told);
            }
        }
        let mut files_of: BTreeMap<&Text, BTreeSet<&str>> = BTreeMap::new();
        if !placeless.is_empty() {
            for judged in &examined.cases {
                let rows = judged.case.rows.iter().map(|row| row.place);
                let rows = rows.chain(judged.case.sign_offs.iter().map(|row| row.place));
                let files = rows.filter_map(|row: RowPlace| Some(&*sources.sheet(row.sheet)?.file));
                files_of.entry(&judged.case.number).or_default().extend(files);
            }
        }
        Self { examined, by_file, placeless, files_of }
    }

    /// What the copy of a workbook is to say, in the order in which findings are told.
    pub fn annotation(&self, file: &str) -> Annotation {
        let own = self.by_file.get(file).map_or(&[][..], Vec::as_slice);
        let placeless = self.placeless.iter().filter(|told| match &told.case {
            Some(case) => self.files_of.get(case).is_some_and(|files| files.contains(file)),
            None => true,
        });
        let told: Vec<&Diagnostic> = own.iter().chain(placeless).copied().collect();
        Annotation {
            file: file.to_owned(),
            account: self.account(&told),
            findings: told.iter().map(|told| finding(told, file, &self.examined.sources)).collect(),
            secrets: self.secrets(own),
        }
    }

    fn account(&self, told: &[&Diagnostic]) -> String {
        let counts = Level::ALL.map(|level| {
            let of_level = told.iter().filter(|told| told.level == level);
            let count: u32 = of_level.map(|told| told.stands_for).sum();
            format!("{count} {level}")
        });
        format!(
            "Keadaan pada {} {}. Temuan di buku kerja ini: {}.",
            wording::date_time(self.examined.as_of()),
            self.examined.folder.office.zone,
            counts.join(", ")
        )
    }

    fn secrets(&self, own: &[&Diagnostic]) -> Vec<MarkedCell> {
        let heads = own.iter().filter(|told| told.code == Some(Code::D19));
        heads
            .flat_map(|told| &told.places)
            .filter_map(|place| marked(place, &self.examined.sources))
            .collect()
    }
}

fn marked(place: &Place, sources: &Sources) -> Option<MarkedCell> {
    let Place::Cell(Cell { sheet, row, column }) = place else { return None };
    let sheet = Arc::clone(&sources.sheet(*sheet)?.sheet);
    Some(MarkedCell { sheet, row: *row, column: *column })
}

fn finding(told: &Diagnostic, file: &str, sources: &Sources) -> Finding {
    let here: Vec<&Place> =
        told.places.iter().filter(|place| sources.file(place) == file).collect();
    let sheet = here.first().and_then(|place| sources.sheet_name(place)).unwrap_or("");
    Finding {
        code: told.code.map_or("", Code::name).to_owned(),
        level: told.level,
        request: told.case.as_deref().unwrap_or("").to_owned(),
        sheet: sheet.to_owned(),
        place: place_in_words(told, file, sheet, sources),
        message: told.message.clone(),
        consequence: told.consequence.clone(),
        advice: told.advice.clone(),
        cells: here.iter().filter_map(|place| marked(place, sources)).collect(),
    }
}

/// "E46, D46; Permohonan!C8; data/Lain.xlsx › Kendali!A22": cells of the sheet that the
/// row names first, then those of other sheets, then those of other workbooks.
fn place_in_words(told: &Diagnostic, file: &str, sheet: &str, sources: &Sources) -> String {
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for place in &told.places {
        let (in_file, in_sheet) = (sources.file(place), sources.sheet_name(place).unwrap_or(""));
        let words = match place {
            Place::Cell(cell) => cell.address(),
            Place::Sheet(_) => "seluruh lembar".to_owned(),
            Place::File(_) => "seluruh berkas".to_owned(),
            Place::Text { line, .. } => format!("baris {line}"),
        };
        if in_file == file && in_sheet == sheet {
            own.push(words);
        } else if in_file == file {
            others.push(format!("{in_sheet}!{words}"));
        } else if in_sheet.is_empty() {
            others.push(in_file.to_owned());
        } else {
            others.push(format!("{in_file} › {in_sheet}!{words}"));
        }
    }
    let own = own.join(", ");
    std::iter::once(own).filter(|own| !own.is_empty()).chain(others).collect::<Vec<_>>().join("; ")
}
