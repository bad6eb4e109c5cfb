//! The cells of a workbook as they stand, for whoever copies it: no head is looked for
//! and nothing is judged.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use chrono::{NaiveDateTime, NaiveTime};

use super::problem::FileFault;
use super::workbook::{Reader, Sheet, Value, Workbook};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum PlainValue {
    Text(String),
    Number(f64),
    Bool(bool),
    Date(NaiveDateTime),
    Clock(NaiveTime),
    /// `#N/A`
    Fault(&'static str),
}

/// One filled cell; row and column count from zero.
#[derive(Debug, Clone, PartialEq)]
pub struct PlainCell {
    pub row: u32,
    pub column: u16,
    pub value: PlainValue,
}

#[derive(Debug, Clone, PartialEq)]
pub struct PlainSheet {
    pub name: Arc<str>,
    pub cells: Vec<PlainCell>,
    /// Merged regions that reach over more than one row: what stands in one holds for
    /// the rows below it too.
    pub merged: Vec<PlainRegion>,
}

/// A region of cells; rows and columns from zero, both ends inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlainRegion {
    pub rows: (u32, u32),
    pub columns: (u16, u16),
}

/// All filled cells of a workbook, sheet by sheet; `program` reads it apart, as
/// [`read_apart`](super::read_apart) has it.
///
/// # Errors
/// What keeps the file, or one of its sheets, from being read.
pub fn plain_sheets(path: &Path, program: Option<&Path>) -> Result<Vec<PlainSheet>, FileFault> {
    let mut reader = program.map(Reader::new);
    let reading = AssertUnwindSafe(|| sheets(path, reader.as_mut()));
    catch_unwind(reading).unwrap_or(Err(FileFault::Stopped))
}

fn sheets(path: &Path, reader: Option<&mut Reader>) -> Result<Vec<PlainSheet>, FileFault> {
    let mut book = Workbook::open(path, reader)?;
    let mut sheets = Vec::new();
    for Sheet { name, .. } in book.sheets() {
        let mut cells = Vec::new();
        let mut rows = book.rows(&name).map_err(|_| FileFault::Damaged)?;
        while let Some(row) = rows.next_row().map_err(|_| FileFault::Damaged)? {
            cells.extend(row.cells.iter().map(|cell| PlainCell {
                row: row.index,
                column: cell.column,
                value: value(&cell.value),
            }));
        }
        drop(rows);
        let merged = book.merged(&name).into_iter().filter_map(|region| {
            let column = |at: u32| u16::try_from(at).ok();
            let columns = (column(region.columns.0)?, column(region.columns.1)?);
            Some(PlainRegion { rows: region.rows, columns })
        });
        let merged = merged.collect();
        if book.lost().is_some() {
            return Err(FileFault::Damaged);
        }
        sheets.push(PlainSheet { name, cells, merged });
    }
    Ok(sheets)
}

fn value(value: &Value<'_>) -> PlainValue {
    match value {
        Value::Text(text) => PlainValue::Text(text.clone().into_owned()),
        Value::Number(number) => PlainValue::Number(*number),
        Value::Bool(truth) => PlainValue::Bool(*truth),
        Value::Date(moment) => PlainValue::Date(*moment),
        Value::Clock(time) => PlainValue::Clock(*time),
        Value::Fault(fault) => PlainValue::Fault(fault),
    }
}
