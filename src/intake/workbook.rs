//! The only door to calamine: opens an .xlsx and hands out its rows one by one.
//!
//! Rows stream, so that a year of sign-offs needs no more memory than a day of them.
//! Values arrive as what they are: a date is a date only where the cell has the
//! format of one, never because its number could be one.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek};
use std::path::Path;
use std::sync::Arc;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxCellReader, XlsxError};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::problem::FileFault;

const SECONDS_OF_DAY: f64 = 86_400.0;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    /// A plain number, whatever it may mean.
    Number(f64),
    Bool(bool),
    /// A cell with a date format; to the second.
    Date(NaiveDateTime),
    /// A cell with a date or time format that holds less than a day.
    Clock(NaiveTime),
    /// What a formula gave in place of a value: `#N/A`.
    Fault(&'static str),
}

/// One filled cell. In a merged region it keeps the row in which it is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RowCell<'a> {
    pub column: u16,
    pub row: u32,
    pub value: Value<'a>,
}

/// The filled cells of one row, by column; rows count from zero.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row<'a> {
    pub index: u32,
    pub cells: Vec<RowCell<'a>>,
}

impl<'a> Row<'a> {
    pub(super) fn cell(&self, column: u16) -> Option<&RowCell<'a>> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(at)
    }

    pub(super) fn value(&self, column: u16) -> Option<&Value<'a>> {
        self.cell(column).map(|cell| &cell.value)
    }
}

/// A region of merged cells; rows and columns from zero, both ends inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merged {
    pub rows: (u32, u32),
    pub columns: (u32, u32),
}

pub(super) struct Workbook {
    inner: Xlsx<BufReader<File>>,
}

impl Workbook {
    /// Opens a workbook (.xlsx, .xlsm).
    ///
    /// # Errors
    /// What keeps the file from being read, in the office's terms.
    pub(super) fn open(path: &Path) -> Result<Self, FileFault> {
        let mut file = File::open(path).map_err(|error| FileFault::of_file(&error))?;
        let kind = kind_of(path, &mut file).map_err(|error| FileFault::of_file(&error))?;
        kind?;
        match Xlsx::new(BufReader::new(file)) {
            Ok(inner) => Ok(Self { inner }),
            Err(XlsxError::Password) => Err(FileFault::Password),
            Err(XlsxError::Io(error)) if error.kind() == io::ErrorKind::PermissionDenied => {
                Err(FileFault::Denied)
            }
            Err(XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound) => {
                Err(FileFault::NotWorkbook)
            }
            Err(_) if starts_as_compound(path) => Err(FileFault::OtherFormat(".xls")),
            Err(_) => Err(FileFault::Damaged),
        }
    }

    /// The names of the worksheets, hidden ones included; charts hold no cells.
    pub(super) fn sheets(&self) -> Vec<Arc<str>> {
        let sheets = self.inner.sheets_metadata().iter();
        sheets
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| sheet.name.as_str().into())
            .collect()
    }

    /// The rows of a sheet, from the top.
    pub(super) fn rows(&mut self, sheet: &str) -> Result<Rows<'_>, Unreadable> {
        let is_1904 = self.inner.has_1904_epoch();
        let cells = self.inner.worksheet_cells_reader(sheet).map_err(|_| Unreadable)?;
        Ok(Rows { cells, is_1904, next: None, ended: false })
    }

    /// The merged regions of a sheet that reach over more than one row. They stand
    /// behind the cells in the file, so asking for them costs a second pass.
    pub(super) fn merged(&mut self, sheet: &str) -> Vec<Merged> {
        let regions = self.inner.merge_cells_by_sheet_name(sheet).unwrap_or_default();
        let mut regions: Vec<Merged> = regions
            .into_iter()
            .map(|region| Merged {
                rows: (region.start.0, region.end.0),
                columns: (region.start.1, region.end.1),
            })
            .filter(|region| region.rows.0 < region.rows.1)
            .collect();
        regions.sort_by_key(|region| (region.rows, region.columns));
        regions
    }
}

/// The sheet breaks off here: what follows in it cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unreadable;

/// The rows of one sheet as they stream in.
pub(super) struct Rows<'a> {
    cells: XlsxCellReader<'a, BufReader<File>>,
    is_1904: bool,
    /// The first cell of the next row, read to know that the row before has ended.
    next: Option<(u32, RowCell<'a>)>,
    ended: bool,
}

impl<'a> Rows<'a> {
    /// The next row that has a filled cell; `None` after the last.
    pub(super) fn next_row(&mut self) -> Result<Option<Row<'a>>, Unreadable> {
        let first = match self.next.take() {
            Some(first) => first,
            None => match self.next_cell()? {
                Some(first) => first,
                None => return Ok(None),
            },
        };
        let index = first.0;
        let mut cells = Vec::with_capacity(16);
        cells.push(first.1);
        while let Some((row, cell)) = self.next_cell()? {
            if row != index {
                self.next = Some((row, cell));
                break;
            }
            cells.push(cell);
        }
        if !cells.is_sorted_by(|a, b| a.column < b.column) {
            cells.sort_by_key(|cell| cell.column);
            cells.dedup_by_key(|cell| cell.column);
        }
        Ok(Some(Row { index, cells }))
    }

    fn next_cell(&mut self) -> Result<Option<(u32, RowCell<'a>)>, Unreadable> {
        if self.ended {
            return Ok(None);
        }
        while let Some(cell) = self.cells.next_cell().map_err(|_| self.end())? {
            let (row, column) = cell.get_position();
            if let Some(value) = value_of(cell.get_value(), self.is_1904) {
                let column = u16::try_from(column).map_err(|_| self.end())?;
                return Ok(Some((row, RowCell { column, row, value })));
            }
        }
        self.ended = true;
        Ok(None)
    }

    fn end(&mut self) -> Unreadable {
        self.ended = true;
        Unreadable
    }
}

fn value_of<'a>(data: &DataRef<'a>, is_1904: bool) -> Option<Value<'a>> {
    Some(match data {
        DataRef::Empty => return None,
        DataRef::SharedString(text) if is_blank(text) => return None,
        DataRef::SharedString(text) => Value::Text(Cow::Borrowed(text)),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            if is_blank(text) {
                return None;
            }
            Value::Text(Cow::Owned(text.clone()))
        }
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::Bool(truth) => Value::Bool(*truth),
        DataRef::DateTime(serial) => moment_of(*serial, is_1904),
        DataRef::Error(error) => Value::Fault(fault_name(error)),
    })
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || super::text::is_invisible(c))
}

/// Excel counts days; a moment is a count with a fraction, which seldom hits the
/// second exactly. What is no day of Excel's stays a plain number.
fn moment_of(serial: ExcelDateTime, is_1904: bool) -> Value<'static> {
    let days = serial.as_f64();
    if !(0.0..2_958_466.0).contains(&days) {
        return Value::Number(days);
    }
    let seconds = (days * SECONDS_OF_DAY).round() as i64;
    if days < 1.0 || serial.is_duration() {
        let clock = u32::try_from(seconds)
            .ok()
            .and_then(|seconds| NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0));
        return clock.map_or(Value::Number(days), Value::Clock);
    }
    // The epoch of 1900 counts a 29 February that never was.
    let epoch = match (is_1904, days < 60.0) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1),
        (false, true) => NaiveDate::from_ymd_opt(1899, 12, 31),
        (false, false) => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    epoch
        .and_then(|epoch| {
            epoch.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::try_seconds(seconds)?)
        })
        .map_or(Value::Number(days), Value::Date)
}

fn fault_name(error: &calamine::CellErrorType) -> &'static str {
    use calamine::CellErrorType as E;
    match error {
        E::Div0 => "#DIV/0!",
        E::NA => "#N/A",
        E::Name => "#NAME?",
        E::Null => "#NULL!",
        E::Num => "#NUM!",
        E::Ref => "#REF!",
        E::Value => "#VALUE!",
        E::GettingData => "#GETTING_DATA",
    }
}

/// Refuses what is no .xlsx before it is opened: by its name, then by its first bytes.
fn kind_of(path: &Path, file: &mut File) -> io::Result<Result<(), FileFault>> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let other = match ending.as_deref() {
        Some("xls") => Some(".xls"),
        Some("xlsb") => Some(".xlsb"),
        Some("ods") => Some(".ods"),
        Some("csv") => Some(".csv"),
        _ => None,
    };
    let length = file.metadata()?.len();
    let mut start = Vec::new();
    file.by_ref().take(8).read_to_end(&mut start)?;
    file.rewind()?;
    Ok(if length == 0 {
        Err(FileFault::Empty)
    } else if let Some(other) = other {
        Err(FileFault::OtherFormat(other))
    } else if !matches!(ending.as_deref(), Some("xlsx" | "xlsm" | "xltx" | "xltm")) {
        Err(FileFault::NotWorkbook)
    } else if start.starts_with(b"PK") || start.starts_with(&COMPOUND) {
        Ok(())
    } else {
        Err(FileFault::NotWorkbook)
    })
}

/// The first bytes of an OLE compound file: an old .xls, or an encrypted .xlsx.
const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

fn starts_as_compound(path: &Path) -> bool {
    let mut start = [0; 4];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == COMPOUND
}
