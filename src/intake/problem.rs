//! Everything that can be wrong in a file, a sheet or a cell, as facts.
//!
//! The words for them stand in `wording.rs`, in one place.

use std::io;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::heading::{Field, Kind};
use super::moment::MomentFault;
use crate::diagnostic::{Cell, Code, Kept, Place, RowPlace, SheetId, Tally};
use crate::office::nip::NipFault;
use crate::records::{Moment, RequestField as P, SignOffField as K};

/// What was found while reading, where, and whose row it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub fact: Fact,
    pub seat: Seat,
    /// What the row speaks of, as far as it could be read.
    pub about: About,
    /// How many of its kind it stands for, itself among them.
    pub stands_for: u32,
}

/// How often the same was found in one column of a sheet.
pub(super) type ProblemTally = Tally<(Code, u8, Option<u16>)>;

/// Where a problem was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seat {
    File(Arc<str>),
    Sheet(SheetId),
    /// One cell or several; the most telling first.
    Cells(Vec<Cell>),
}

/// The request and step that a row speaks of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    pub kind: Option<Kind>,
    /// The request's number, or the staff member's name.
    pub number: Option<Arc<str>>,
    pub step: Option<u32>,
}

/// Why a whole file or folder cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileFault {
    Missing,
    /// Reading is not permitted, or another program holds the file.
    Denied,
    /// Nothing is in it, or blanks only.
    Empty,
    Password,
    /// Cut short or changed: its parts cannot be unpacked.
    Damaged,
    /// Whole, but not as its kind is to be.
    Deviant,
    /// A part without which no sheet can be found is not in it.
    PartMissing,
    /// There is no sheet with cells in it.
    NoSheets,
    NotWorkbook,
    /// Another kind of file, whatever its name says.
    Foreign(Foreign),
    TooLarge,
    TooSlow,
    /// The process that read it has died of it.
    Overwhelming,
    FolderUnreadable,
    TooManySheets,
    /// Reading stopped inside the program.
    Stopped,
    /// The process that reads workbooks cannot be started.
    NoReader,
}

/// What a file is that is none of the workbooks that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Foreign {
    Pdf,
    Picture,
    Word,
    PowerPoint,
    /// A table of Apple's Numbers.
    Numbers,
    /// Several files packed into one.
    Archive,
    /// A web page, as many systems hand out under the name of an .xls.
    WebPage,
    /// Excel's XML of 2003, often named .xls or .xml.
    XmlSpreadsheet,
    OtherXml,
    /// Excel 4 or older.
    OldExcel,
    /// A table of another program that LibreOffice knows.
    OtherTable,
}

/// Why a sheet cannot be read any further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetFault {
    /// Cut short or changed.
    Damaged,
    TooLarge,
}

impl FileFault {
    pub(super) fn of_file(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => FileFault::Missing,
            io::ErrorKind::PermissionDenied => FileFault::Denied,
            // Windows, where another program holds the file: sharing, lock.
            _ if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) => {
                FileFault::Denied
            }
            _ => FileFault::Damaged,
        }
    }

    pub(super) fn of_folder(_: &io::Error) -> Self {
        FileFault::FolderUnreadable
    }
}

/// One thing that is wrong, or worth knowing, in what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// D18
    File(FileFault),
    /// D18: the sheet breaks off; the last row that was read, if any.
    SheetBroken { last_row: Option<u32>, fault: SheetFault },
    /// D01
    ColumnMissing { field: Field },
    /// D02
    Empty { field: Field },
    /// D03
    Moment { field: Field, text: String, fault: MomentFault },
    /// D04
    NipAsNumber { field: Field },
    /// D05; no fault where it is not made of digits.
    NipMalformed { field: Field, text: String, fault: Option<NipFault> },
    /// D06, with the steps of nearest name.
    NoSuchStep { text: String, nearest: Vec<String> },
    /// D06: none of the office's procedures, with the nearest number and name.
    NoSuchProcedure { text: String, nearest: Vec<String> },
    /// D08: two columns of one meaning say different things in one row.
    ColumnsDisagree { field: Field, first: String, second: String },
    /// D08: a date that has an hour beside an hour, or another date, that is not the same.
    HourDiffers { date: Field, hour: Field, first: String, second: String },
    /// D09
    EndBeforeStart { started: Moment, ended: Moment },
    /// D11
    FormulaError { head: Arc<str>, error: &'static str },
    /// D11, or D14 where nothing is judged by the column: the formula of the cell has not
    /// been calculated.
    Uncalculated { head: Arc<str>, field: Field },
    /// D13
    UnknownSheet { nearest: Option<(Kind, Vec<Lack>)>, tie: bool },
    /// D13: the heads stand one below the other, as in a form.
    HeadsDownward { kind: Kind },
    /// D13: a sheet that the office does not see was read.
    SheetHidden,
    /// D13: rows that the office does not see were read; from zero, ascending.
    RowsHidden { rows: Vec<u32> },
    /// D13: nothing but formulas that have not been calculated stands in these rows.
    RowsUncalculated { rows: Vec<u32> },
    /// D13: no table was found, perhaps because of such formulas.
    SheetUncalculated { formulas: usize },
    /// D14
    UnknownColumn { head: Arc<str>, kind: Kind, nearest: Option<Field> },
    /// D14
    HeadlessColumn { kind: Kind },
    /// D14: beside groups of steps, and it is not said of which step it is
    ColumnOfNoStep { head: Arc<str> },
    /// D14: a column "No" is read as the number, for letters stand in it
    NumberByContent { head: Arc<str> },
    /// D14: a column "Jam" is read as the hour of the date in front of it
    HourBySeat { head: Arc<str>, field: Field, date: Arc<str> },
    /// D14: hours whose date has no column
    HourOfNoDate { head: Arc<str>, date: Field },
    /// D14
    SecondColumn { head: Arc<str>, field: Field, first: Arc<str> },
    /// D14: columns of *permohonan* on a sheet of sign-offs.
    ColumnsOfRequests { heads: Vec<Arc<str>> },
    /// D14: little stands in a row below the table, and nothing that tells what it is.
    RowBelowTable { kind: Kind },
    /// D14: what the cell says is none of the words that the column may hold.
    NotUnderstood { field: Field, text: String, known: Vec<String> },
    /// D15
    TwoReadings { read: NaiveDate, exchanged: NaiveDate, text: String },
    /// D15
    WeekdayDiffers { date: NaiveDate, written: Weekday },
    /// D15
    ClockAsNumber { read: NaiveTime, text: String },
    /// D19
    SecretColumn { head: Arc<str> },
}

impl Fact {
    /// Tells apart what has one code and yet says different things.
    fn sort(&self) -> u8 {
        match self {
            Fact::Uncalculated { .. } | Fact::TwoReadings { .. } | Fact::HourDiffers { .. } => 1,
            Fact::NotUnderstood { .. } | Fact::WeekdayDiffers { .. } => 2,
            Fact::RowBelowTable { .. } | Fact::ClockAsNumber { .. } => 3,
            Fact::ColumnOfNoStep { .. } => 4,
            Fact::NumberByContent { .. } => 5,
            Fact::HourBySeat { .. } => 6,
            Fact::HourOfNoDate { .. } => 7,
            _ => 0,
        }
    }
}

/// What a sheet would need to be of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    Column(Field),
    /// One column of the two.
    Either(Field, Field),
    /// More heads that are known; so many are.
    Heads(usize),
}

impl Problem {
    pub(super) fn of_file(name: Arc<str>, fact: Fact) -> Self {
        Self { fact, seat: Seat::File(name), about: About::default(), stands_for: 1 }
    }

    pub(super) fn of_sheet(sheet: SheetId, kind: Option<Kind>, fact: Fact) -> Self {
        let about = About { kind, ..About::default() };
        Self { fact, seat: Seat::Sheet(sheet), about, stands_for: 1 }
    }

    pub(super) fn of_cells(cells: Vec<Cell>, about: About, fact: Fact) -> Self {
        Self { fact, seat: Seat::Cells(cells), about, stands_for: 1 }
    }

    /// Adds it to the others, or to the one that stands for the rest of its kind.
    pub(super) fn keep(self, problems: &mut Vec<Problem>, tally: &mut ProblemTally) {
        let column = self.cells().first().map(|cell| cell.column);
        let kept = tally.count((self.code(), self.fact.sort(), column), problems.len());
        match kept {
            Kept::Own | Kept::ForTheRest => problems.push(self),
            Kept::In(at) => {
                if let Some(rest) = problems.get_mut(at) {
                    rest.stands_for = rest.stands_for.saturating_add(1);
                    (rest.about.number, rest.about.step) = (None, None);
                }
            }
        }
    }

    pub fn code(&self) -> Code {
        match &self.fact {
            Fact::File(_) | Fact::SheetBroken { .. } => Code::D18,
            Fact::ColumnMissing { .. } => Code::D01,
            Fact::Empty { .. } => Code::D02,
            Fact::Moment { .. } => Code::D03,
            Fact::NipAsNumber { .. } => Code::D04,
            Fact::NipMalformed { .. } => Code::D05,
            Fact::NoSuchStep { .. } | Fact::NoSuchProcedure { .. } => Code::D06,
            Fact::ColumnsDisagree { .. } | Fact::HourDiffers { .. } => Code::D08,
            Fact::EndBeforeStart { .. } => Code::D09,
            Fact::FormulaError { .. } => Code::D11,
            Fact::Uncalculated { field, .. } if is_judged_by(*field) => Code::D11,
            Fact::UnknownSheet { .. }
            | Fact::HeadsDownward { .. }
            | Fact::SheetHidden
            | Fact::RowsHidden { .. }
            | Fact::RowsUncalculated { .. }
            | Fact::SheetUncalculated { .. } => Code::D13,
            Fact::UnknownColumn { .. }
            | Fact::HeadlessColumn { .. }
            | Fact::ColumnOfNoStep { .. }
            | Fact::NumberByContent { .. }
            | Fact::HourBySeat { .. }
            | Fact::HourOfNoDate { .. }
            | Fact::SecondColumn { .. }
            | Fact::ColumnsOfRequests { .. }
            | Fact::RowBelowTable { .. }
            | Fact::NotUnderstood { .. }
            | Fact::Uncalculated { .. } => Code::D14,
            Fact::TwoReadings { .. } | Fact::WeekdayDiffers { .. } | Fact::ClockAsNumber { .. } => {
                Code::D15
            }
            Fact::SecretColumn { .. } => Code::D19,
        }
    }

    /// The cells that it is about; none where it is about a sheet or a file.
    pub fn cells(&self) -> &[Cell] {
        match &self.seat {
            Seat::Cells(cells) => cells,
            Seat::File(_) | Seat::Sheet(_) => &[],
        }
    }

    /// The row that it is about, by which it is joined to a request. A head's row
    /// belongs to no request, and what stands for many belongs to many.
    pub fn row(&self) -> Option<RowPlace> {
        if self.stands_for > 1 {
            return None;
        }
        self.cells().first().map(|cell| cell.row_place())
    }

    pub fn places(&self) -> Vec<Place> {
        match &self.seat {
            Seat::File(name) => vec![Place::File(Arc::clone(name))],
            Seat::Sheet(sheet) => vec![Place::Sheet(*sheet)],
            Seat::Cells(cells) => cells.iter().copied().map(Place::Cell).collect(),
        }
    }
}

/// Whether a verdict or a finding may hang on what stands in a column.
fn is_judged_by(field: Field) -> bool {
    match field {
        Field::Staff(_) => true,
        // Lists that are printed; no verdict rests on them.
        Field::Attendee(_) | Field::Item(_) => false,
        Field::Request(field) => !matches!(
            field,
            P::NomorAgenda
                | P::Saluran
                | P::Hal
                | P::Sifat
                | P::Derajat
                | P::Jabatan
                | P::Email
                | P::Telepon
                | P::Keperluan
                | P::BerlakuSampai
                | P::IdAkun
                | P::JabatanPenerima
                | P::UnitPenerima
                | P::HasilVerifikasi
                | P::Alasan
                | P::AlasanBatal
                | P::Keterangan
        ),
        Field::SignOff(field) => !matches!(
            field,
            K::Bukti
                | K::DitugaskanKepada
                | K::Instruksi
                | K::Tempat
                | K::Kendala
                | K::TindakLanjut
        ),
    }
}
