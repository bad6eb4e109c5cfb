//! The cells of a sheet as values, row by row; with `spreadsheet.rs` the door to calamine.
//!
//! Values arrive as what they are: a date is a date only where the cell has the
//! format of one, never because its number could be one.

use std::borrow::Cow;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime, Range, XlsxCellReader};

use super::Unreadable;
use super::serial::{of_days, of_iso_date, of_iso_duration};
use super::value::{Row, RowCell, Value, fault_named, is_blank};

pub(super) type Bytes = Cursor<Arc<[u8]>>;
/// The next cell of a sheet, by row and column.
pub(super) type NextCell<'a> = Box<dyn FnMut() -> Result<Option<PlacedValue<'a>>, Unreadable> + 'a>;
type PlacedValue<'a> = ((u32, u32), Option<Value<'a>>);

/// Where the cells of a sheet come from.
pub(super) enum Cells<'a> {
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
    pub(super) fn new(cells: Cells<'a>) -> Self {
        Self { cells, next: None, ended: false }
    }

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
pub(super) fn cells_of<'a>(
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

pub(super) fn value_of<'a>(data: &DataRef<'a>, is_1904: bool) -> Option<Value<'a>> {
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
pub(super) fn xls_value(data: &Data, is_1904: bool) -> Option<Value<'static>> {
    match data {
        Data::String(text) if text.contains('\0') => text_value(&text.replace('\0', "")),
        other => held_value(other, is_1904),
    }
}

/// An .ods knows a formula's failure only as the text that stands for it.
pub(super) fn ods_value(data: &Data) -> Option<Value<'static>> {
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
