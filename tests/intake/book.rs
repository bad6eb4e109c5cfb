//! Builds a workbook in a few words, has it read, and asks what was found.

use std::path::PathBuf;
use std::sync::Arc;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use tempfile::TempDir;
use tertib::diagnostic::{Diagnostic, Place, Sources};
use tertib::intake::{self, HeadMap, InputFile, Intake, RowRole, Rules};
use tertib::office::{Office, Zone};
use tertib::records::{Moment, Reading, StepRef};
use tertib::sop::{Definition, Versions};

/// A cell as it goes into the workbook.
#[derive(Clone)]
pub enum V {
    /// Text; empty text is an empty cell.
    T(&'static str),
    N(f64),
    B(bool),
    /// A true Excel date or date-time, "2024-06-03 09:15".
    D(&'static str),
    /// A true Excel time, "09:15".
    C(&'static str),
    /// A formula and its cached value.
    F(&'static str, &'static str),
}

impl From<&'static str> for V {
    fn from(text: &'static str) -> Self {
        V::T(text)
    }
}

impl From<f64> for V {
    fn from(number: f64) -> Self {
        V::N(number)
    }
}

/// One row of values of any kind.
#[macro_export]
macro_rules! line {
    ($($value:expr),* $(,)?) => { vec![$($crate::intake::book::V::from($value)),*] };
}

pub fn sop() -> Versions {
    Versions::only(Definition::builtin().expect("the built-in SOP"))
}

pub struct Book {
    folder: TempDir,
    workbook: Workbook,
    zone: Zone,
    office: &'static str,
}

impl Book {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the workbook");
        Self { folder, workbook: Workbook::new(), zone: Zone::Wib, office: "" }
    }

    /// More of tertib.toml than the office's name.
    pub fn of_office(mut self, toml: &'static str) -> Self {
        self.office = toml;
        self
    }

    pub fn in_zone(mut self, zone: Zone) -> Self {
        self.zone = zone;
        self
    }

    /// A sheet whose rows stand from A1 down.
    pub fn sheet(self, name: &str, rows: &[Vec<V>]) -> Self {
        self.merged_sheet(name, rows, &[])
    }

    /// A sheet with merged regions: first row, first column, last row, last column.
    pub fn merged_sheet(
        mut self,
        name: &str,
        rows: &[Vec<V>],
        regions: &[(u32, u16, u32, u16)],
    ) -> Self {
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(name).expect("a name that Excel takes");
        for (first_row, first, last_row, last) in regions {
            let merged =
                sheet.merge_range(*first_row, *first, *last_row, *last, "", &Format::new());
            merged.expect("a region");
        }
        for (row, values) in (0..).zip(rows) {
            for (column, value) in (0..).zip(values) {
                write(sheet, row, column, value);
            }
        }
        self
    }

    pub fn read(mut self) -> Read {
        let path = self.folder.path().join("uji.xlsx");
        self.workbook.save(&path).expect("the workbook is saved");
        Read::of_office(path, self.zone, self.office)
    }
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, value: &V) {
    let moment = |text, format: &str| {
        (ExcelDateTime::parse_from_str(text).expect("a date"), Format::new().set_num_format(format))
    };
    let written = match value {
        V::T("") => return,
        V::T(text) => sheet.write_string(row, column, *text),
        V::N(number) => sheet.write_number(row, column, *number),
        V::B(truth) => sheet.write_boolean(row, column, *truth),
        V::D(text) => {
            let (date, format) = moment(text, "dd/mm/yyyy hh:mm");
            sheet.write_datetime_with_format(row, column, &date, &format)
        }
        V::C(text) => {
            let (date, format) = moment(text, "hh:mm");
            sheet.write_datetime_with_format(row, column, &date, &format)
        }
        V::F(formula, result) => {
            sheet.write_formula(row, column, Formula::new(*formula).set_result(*result))
        }
    };
    written.expect("the cell is written");
}

/// What was read of one file.
pub struct Read {
    pub intake: Intake,
    pub diagnostics: Vec<Diagnostic>,
}

impl Read {
    pub fn of(path: PathBuf, zone: Zone) -> Self {
        Self::of_office(path, zone, "")
    }

    pub fn of_office(path: PathBuf, zone: Zone, office: &str) -> Self {
        let sop = sop();
        let toml = format!("[instansi]\nnama = \"Kantor\"\n{office}");
        let office = Office::parse("tertib.toml", &toml).expect("an office");
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let file = InputFile { path, name: Arc::from(name.unwrap_or_default()) };
        let heads = HeadMap::of(&office, &sop).expect("columns that there are");
        let applications = &office.applications;
        let rules = Rules { sop: &sop, zone, heads: &heads, applications };
        let intake = intake::read(&[file], &rules);
        let diagnostics =
            intake.problems.iter().map(|problem| problem.diagnostic(sop.newest())).collect();
        Self { intake, diagnostics }
    }

    /// Every finding as "D03 F12", in the order of reading; "-" for a sheet or file.
    pub fn found(&self) -> Vec<String> {
        let shown = |diagnostic: &Diagnostic| {
            let code = diagnostic.code.map_or("", |code| code.name());
            match diagnostic.places.first() {
                Some(Place::Cell(cell)) => format!("{code} {}", cell.address()),
                _ => format!("{code} -"),
            }
        };
        self.diagnostics.iter().map(shown).collect()
    }

    /// The message of the only finding with this code.
    pub fn message(&self, code: &str) -> &str {
        let mut with = self.diagnostics.iter().filter(|d| d.code.is_some_and(|c| c.name() == code));
        match (with.next(), with.next()) {
            (Some(diagnostic), None) => &diagnostic.message,
            _ => panic!("not exactly one {code}: {:?}", self.found()),
        }
    }

    pub fn sources(&self) -> &Sources {
        &self.intake.sources
    }

    /// Number, step, start, end and signer of each sign-off, in the order of reading.
    pub fn signed(&self) -> Vec<String> {
        let shown = |row: &tertib::records::SignOff| {
            let step = match row.step {
                StepRef::Known(no, _) => no.to_string(),
                StepRef::Unknown(_) => "?".to_owned(),
            };
            let actor = row.actor.value().map_or("", |name| &**name);
            let (from, to) = (told(&row.started), told(&row.ended));
            format!("{} {step} {from}..{to} {actor}", row.number.value)
        };
        self.intake.sign_offs.iter().map(shown).collect()
    }

    /// How many rows that are not empty were taken for what, in the order of roles.
    pub fn rows(&self) -> Vec<(RowRole, u32)> {
        let count = |role: RowRole| {
            let runs = self.intake.rows.iter().filter(|run| run.role == role);
            (role, runs.map(|run| run.count).sum())
        };
        RowRole::ALL.map(count).into_iter().filter(|(_, count)| *count > 0).collect()
    }

    /// Start and end of each sign-off, as "2024-06-03 09:15", "2024-06-03", "" or "?".
    pub fn times(&self) -> Vec<(String, String)> {
        let sign_offs = self.intake.sign_offs.iter();
        sign_offs.map(|row| (told(&row.started), told(&row.ended))).collect()
    }
}

pub fn told(reading: &Reading<Moment>) -> String {
    match reading {
        Reading::Empty => String::new(),
        Reading::Unusable(_) => "?".to_owned(),
        Reading::Known(written) => moment(written.value),
    }
}

pub fn moment(moment: Moment) -> String {
    match moment {
        Moment::Day(day) => day.to_string(),
        Moment::At(at) => at.format("%Y-%m-%d %H:%M").to_string(),
    }
}

/// The head of a plain sheet of sign-offs.
pub fn kendali() -> Vec<V> {
    crate::line!["No. permohonan", "Langkah", "Petugas", "Mulai", "Selesai", "Hasil", "Paraf"]
}

/// The head of a plain sheet of requests.
pub fn permohonan() -> Vec<V> {
    crate::line![
        "No",
        "Nomor Permohonan",
        "Tgl Surat",
        "Nama Pemohon",
        "NIP",
        "Unit Kerja",
        "Aplikasi",
        "Peran",
        "Jenis"
    ]
}
