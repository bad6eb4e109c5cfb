//! The only door to calamine: the sheets of .xlsx, .xlsb, .xls and .ods, cell by cell.
//!
//! Values arrive as what they are: a date is a date only where the cell has the
//! format of one, never because its number could be one.

use std::borrow::Cow;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{
    CellErrorType, Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Range, Reader,
    SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxCellReader, XlsxError,
};

use super::binary::{self, Besides};
use super::package;
use super::serial::{of_days, of_iso_date, of_iso_duration};
use super::value::{Merged, Row, RowCell, Sheet, Value, fault_named, is_blank};
use super::{Unreadable, opendocument, parts};
use crate::intake::problem::{FileFault, Foreign};

type Bytes = Cursor<Arc<[u8]>>;
/// The next cell of a sheet, by row and column.
type NextCell<'a> = Box<dyn FnMut() -> Result<Option<PlacedValue<'a>>, Unreadable> + 'a>;
type PlacedValue<'a> = ((u32, u32), Option<Value<'a>>);

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// An open workbook of one of the four kinds.
pub(super) enum Spreadsheet {
    Xlsx(Box<Xlsx<Bytes>>),
    Xlsb(Box<Xlsb<Bytes>>),
    Xls(Box<Xls<Bytes>>),
    Ods(Box<Ods<Bytes>>),
}

impl Spreadsheet {
    pub(super) fn xlsx(bytes: Arc<[u8]>) -> Result<Self, FileFault> {
        match Xlsx::new(Cursor::new(bytes)) {
            Ok(book) => Ok(Self::Xlsx(Box::new(book))),
            Err(XlsxError::Password) => Err(FileFault::Password),
            Err(XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound) => {
                Err(FileFault::PartMissing)
            }
            Err(XlsxError::Zip(_) | XlsxError::Io(_)) => Err(FileFault::Damaged),
            Err(_) => Err(FileFault::Deviant),
        }
    }

    pub(super) fn xlsb(bytes: Arc<[u8]>) -> Result<Self, FileFault> {
        match Xlsb::new(Cursor::new(bytes)) {
            Ok(book) => Ok(Self::Xlsb(Box::new(book))),
            Err(XlsbError::Password) => Err(FileFault::Password),
            Err(XlsbError::FileNotFound(_)) => Err(FileFault::PartMissing),
            Err(XlsbError::Zip(_) | XlsbError::Io(_)) => Err(FileFault::Damaged),
            Err(_) => Err(FileFault::Deviant),
        }
    }

    pub(super) fn xls(bytes: Arc<[u8]>) -> Result<Self, FileFault> {
        match Xls::new(Cursor::new(bytes)) {
            Ok(book) => Ok(Self::Xls(Box::new(book))),
            Err(XlsError::Password) => Err(FileFault::Password),
            Err(XlsError::Cfb(error)) if error.to_string().contains("odepage") => {
                Err(FileFault::Foreign(Foreign::OtherTable))
            }
            Err(_) => Err(FileFault::Damaged),
        }
    }

    pub(super) fn ods(bytes: Arc<[u8]>) -> Result<Self, FileFault> {
        let opened = Ods::new(Cursor::new(Arc::clone(&bytes))).or_else(|error| match error {
            OdsError::Mismatch { .. } | OdsError::FileNotFound("mimetype") => {
                let tidy = tidied(&bytes).ok_or(error)?;
                Ods::new(Cursor::new(tidy.into()))
            }
            other => Err(other),
        });
        match opened {
            Ok(book) => Ok(Self::Ods(Box::new(book))),
            Err(OdsError::Password) => Err(FileFault::Password),
            Err(OdsError::FileNotFound(_)) => Err(FileFault::PartMissing),
            Err(OdsError::CellLimitExceeded { .. }) => Err(FileFault::TooLarge),
            Err(OdsError::Zip(_) | OdsError::Io(_)) => Err(FileFault::Damaged),
            Err(_) => Err(FileFault::Deviant),
        }
    }

    /// The worksheets, hidden ones included; charts hold no cells.
    pub(super) fn sheets(&self) -> Vec<Sheet> {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        let worksheets = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        worksheets
            .map(|sheet| Sheet {
                name: sheet.name.as_str().into(),
                hidden: sheet.visible != SheetVisible::Visible,
            })
            .collect()
    }

    /// The rows of a sheet, from the top. The bytes are those of the file.
    pub(super) fn rows(&mut self, bytes: &[u8], sheet: &str) -> Result<CellRows<'_>, Unreadable> {
        let cells = match self {
            Self::Xlsx(book) => {
                let is_1904 = book.has_1904_epoch();
                let reader = book.worksheet_cells_reader(sheet).map_err(|_| Unreadable::Damaged)?;
                Cells::Xlsx(Box::new(reader), is_1904)
            }
            Self::Xlsb(book) => {
                let is_1904 = book.has_1904_epoch();
                let faults = besides(bytes, sheet).faults;
                let mut reader =
                    book.worksheet_cells_reader(sheet).map_err(|_| Unreadable::Damaged)?;
                let cells = Box::new(move || {
                    let cell = reader.next_cell().map_err(|_| Unreadable::Damaged)?;
                    Ok(cell.map(|cell| (cell.get_position(), value_of(cell.get_value(), is_1904))))
                });
                Cells::Streamed(with_faults(cells, faults))
            }
            Self::Xls(book) => {
                let is_1904 = book.has_1904_epoch();
                let range = book.worksheet_range(sheet).map_err(|_| Unreadable::Damaged)?;
                Cells::Streamed(cells_of(range, move |data| xls_value(data, is_1904)))
            }
            Self::Ods(book) => {
                let range = book.worksheet_range(sheet).map_err(|_| Unreadable::Damaged)?;
                Cells::Streamed(cells_of(range, ods_value))
            }
        };
        Ok(CellRows { cells, next: None, ended: false })
    }

    /// The merged regions of a sheet. They stand behind the cells in the file, so
    /// asking for them costs a second pass.
    pub(super) fn merged(&mut self, bytes: &[u8], sheet: &str) -> Vec<Merged> {
        let regions: Vec<Dimensions> = match self {
            Self::Xlsx(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
            Self::Xls(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
            Self::Xlsb(_) => return besides(bytes, sheet).merged,
            Self::Ods(_) => {
                let content = package::part(bytes, CONTENT).unwrap_or_default();
                return opendocument::merged(&String::from_utf8_lossy(&content), sheet);
            }
        };
        let regions = regions.into_iter().map(|region| Merged {
            rows: (region.start.0, region.end.0),
            columns: (region.start.1, region.end.1),
        });
        regions.collect()
    }
}

/// An .ods as this reader of it wants it, which is stricter than others are.
fn tidied(bytes: &[u8]) -> Option<Vec<u8>> {
    let content = package::part(bytes, CONTENT)?;
    let manifest = package::part(bytes, MANIFEST)?;
    let content = opendocument::without_indents(&String::from_utf8_lossy(&content));
    let mimetype = package::ODS.as_bytes();
    package::of_parts(&[
        ("mimetype", mimetype),
        (MANIFEST, &manifest),
        (CONTENT, content.as_bytes()),
    ])
}

fn besides(bytes: &[u8], sheet: &str) -> Besides {
    let part = || {
        let relation = binary::relation_of(&package::part(bytes, "xl/workbook.bin")?, sheet)?;
        let relations = package::part(bytes, "xl/_rels/workbook.bin.rels")?;
        let part = parts::behind(&String::from_utf8_lossy(&relations), &relation)?;
        package::part(bytes, &part)
    };
    part().map_or_else(Besides::default, |sheet| binary::besides(&sheet))
}

/// The cells, and in their places the faults that were passed over.
fn with_faults<'a>(mut cells: NextCell<'a>, faults: Vec<(u32, u32, &'static str)>) -> NextCell<'a> {
    let mut faults = faults.into_iter().peekable();
    let mut waiting = None;
    Box::new(move || {
        let next = match waiting.take() {
            Some(next) => Some(next),
            None => cells()?,
        };
        let place = next.as_ref().map(|(place, _)| *place);
        let before = faults.next_if(|(row, column, _)| place.is_none_or(|at| (*row, *column) < at));
        match before {
            Some((row, column, fault)) => {
                waiting = next;
                Ok(Some(((row, column), Some(Value::Fault(fault)))))
            }
            None => Ok(next),
        }
    })
}

/// Where the cells of a sheet come from.
enum Cells<'a> {
    Xlsx(Box<XlsxCellReader<'a, Bytes>>, bool),
    Streamed(NextCell<'a>),
}

/// The rows of one sheet as its cells stream in.
pub(super) struct CellRows<'a> {
    cells: Cells<'a>,
    /// The first cell of the next row, read to know that the row before has ended.
    next: Option<RowCell<'a>>,
    ended: bool,
}

impl<'a> CellRows<'a> {
    /// The next row that has a filled cell; `None` after the last.
    pub(super) fn next_row(&mut self) -> Result<Option<Row<'a>>, Unreadable> {
        let first = match self.next.take() {
            Some(first) => first,
            None => match self.next_cell()? {
                Some(first) => first,
                None => return Ok(None),
            },
        };
        let index = first.row;
        let mut cells = Vec::with_capacity(16);
        cells.push(first);
        while let Some(cell) = self.next_cell()? {
            if cell.row != index {
                self.next = Some(cell);
                break;
            }
            cells.push(cell);
        }
        Ok(Some(Row { index, cells }.in_order()))
    }

    fn next_cell(&mut self) -> Result<Option<RowCell<'a>>, Unreadable> {
        if self.ended {
            return Ok(None);
        }
        loop {
            let read = match &mut self.cells {
                Cells::Xlsx(cells, is_1904) => {
                    cells.next_cell().map_err(|_| Unreadable::Damaged).map(|cell| {
                        cell.map(|cell| (cell.get_position(), value_of(cell.get_value(), *is_1904)))
                    })
                }
                Cells::Streamed(next) => next(),
            };
            let Some(((row, column), value)) = read.inspect_err(|_| self.ended = true)? else {
                self.ended = true;
                return Ok(None);
            };
            if let Some(value) = value {
                let Ok(column) = u16::try_from(column) else {
                    self.ended = true;
                    return Err(Unreadable::Damaged);
                };
                return Ok(Some(RowCell { column, row, value }));
            }
        }
    }
}

/// The filled cells of a sheet that is held as a whole.
fn cells_of<'a>(
    range: Range<Data>,
    value_of: impl Fn(&Data) -> Option<Value<'static>> + 'a,
) -> NextCell<'a> {
    let start = range.start().unwrap_or_default();
    let width = range.width();
    let mut at = 0_usize;
    Box::new(move || {
        while width > 0 && at / width < range.height() {
            let place = (at / width, at % width);
            at += 1;
            let value = range.get(place).and_then(&value_of);
            if value.is_some() {
                let offset = |base: u32, by: usize| {
                    u32::try_from(by)
                        .ok()
                        .and_then(|by| base.checked_add(by))
                        .ok_or(Unreadable::TooLarge)
                };
                let place = (offset(start.0, place.0)?, offset(start.1, place.1)?);
                return Ok(Some((place, value)));
            }
        }
        Ok(None)
    })
}

fn value_of<'a>(data: &DataRef<'a>, is_1904: bool) -> Option<Value<'a>> {
    Some(match data {
        DataRef::Empty => return None,
        DataRef::SharedString(text) if is_blank(text) => return None,
        DataRef::SharedString(text) => Value::Text(Cow::Borrowed(text)),
        DataRef::String(text) => return text_value(text),
        DataRef::DateTimeIso(text) => return iso_value(text, of_iso_date),
        DataRef::DurationIso(text) => return iso_value(text, of_iso_duration),
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::Bool(truth) => Value::Bool(*truth),
        DataRef::DateTime(serial) => moment_of(*serial, is_1904),
        DataRef::Error(error) => Value::Fault(fault_name(error)),
    })
}

fn held_value(data: &Data, is_1904: bool) -> Option<Value<'static>> {
    Some(match data {
        Data::Empty => return None,
        Data::String(text) => return text_value(text),
        Data::DateTimeIso(text) => return iso_value(text, of_iso_date),
        Data::DurationIso(text) => return iso_value(text, of_iso_duration),
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::Bool(truth) => Value::Bool(*truth),
        Data::DateTime(serial) => moment_of(*serial, is_1904),
        Data::Error(error) => Value::Fault(fault_name(error)),
    })
}

fn text_value(text: &str) -> Option<Value<'static>> {
    (!is_blank(text)).then(|| Value::Text(Cow::Owned(text.to_owned())))
}

/// Some programs write the letters of an .xls in a way that leaves a zero byte behind
/// each of them.
fn xls_value(data: &Data, is_1904: bool) -> Option<Value<'static>> {
    match data {
        Data::String(text) if text.contains('\0') => text_value(&text.replace('\0', "")),
        other => held_value(other, is_1904),
    }
}

/// An .ods knows a formula's failure only as the text that stands for it.
fn ods_value(data: &Data) -> Option<Value<'static>> {
    let fault = match data {
        Data::String(text) => fault_named(text),
        _ => None,
    };
    fault.map(Value::Fault).or_else(|| held_value(data, false))
}

/// What is no date after all is told as the text that it is.
fn iso_value(text: &str, read: impl Fn(&str) -> Option<Value<'static>>) -> Option<Value<'static>> {
    read(text).or_else(|| text_value(text))
}

fn moment_of(serial: ExcelDateTime, is_1904: bool) -> Value<'static> {
    of_days(serial.as_f64(), serial.is_duration(), is_1904)
}

fn fault_name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}
