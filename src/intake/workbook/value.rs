//! What the cells of a workbook hold, whatever program wrote it.

use std::borrow::Cow;

use chrono::{NaiveDateTime, NaiveTime};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::intake) enum Value<'a> {
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

/// What stands in a cell whose formula has not been calculated.
pub(in crate::intake) const UNCALCULATED: &str = "rumus tanpa nilai";

/// What a sheet says beside its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::intake) struct Marks {
    /// The rows that the office does not see, ascending.
    pub hidden: Vec<u32>,
    /// The cells with a formula and no value, by row and column, ascending.
    pub uncalculated: Vec<(u32, u16)>,
}

/// One filled cell. In a merged region it keeps the row in which it is written.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::intake) struct RowCell<'a> {
    pub column: u16,
    pub row: u32,
    pub value: Value<'a>,
}

/// The filled cells of one row, by column; rows count from zero.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::intake) struct Row<'a> {
    pub index: u32,
    pub cells: Vec<RowCell<'a>>,
}

impl RowCell<'_> {
    /// A formula stands in it that has not been calculated: it may well give nothing.
    pub(in crate::intake) fn is_uncalculated(&self) -> bool {
        matches!(self.value, Value::Fault(UNCALCULATED))
    }
}

impl<'a> Row<'a> {
    pub(in crate::intake) fn cell(&self, column: u16) -> Option<&RowCell<'a>> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(at)
    }

    pub(in crate::intake) fn value(&self, column: u16) -> Option<&Value<'a>> {
        self.cell(column).map(|cell| &cell.value)
    }

    /// By column, each column once: a file may have them otherwise.
    pub(super) fn in_order(mut self) -> Self {
        if !self.cells.is_sorted_by(|a, b| a.column < b.column) {
            self.cells.sort_by_key(|cell| cell.column);
            self.cells.dedup_by_key(|cell| cell.column);
        }
        self
    }
}

/// A region of merged cells; rows and columns from zero, both ends inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) struct Merged {
    pub rows: (u32, u32),
    pub columns: (u32, u32),
}

/// A sheet by its name, and whether the office sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::intake) struct Sheet {
    pub name: std::sync::Arc<str>,
    pub hidden: bool,
}

/// What stands in a cell whose formula failed: Excel's words and those of LibreOffice.
pub(super) const FAULTS: [&str; 27] = [
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#VALUE!",
    "#GETTING_DATA",
    "#SPILL!",
    "#CALC!",
    "Err:501",
    "Err:502",
    "Err:503",
    "Err:504",
    "Err:507",
    "Err:508",
    "Err:509",
    "Err:510",
    "Err:511",
    "Err:512",
    "Err:513",
    "Err:518",
    "Err:519",
    "Err:520",
    "Err:522",
    "Err:523",
    "Err:532",
];

/// The fault that a text names, in files that know no faults but as text.
pub(super) fn fault_named(text: &str) -> Option<&'static str> {
    if !text.starts_with(['#', 'E']) {
        return None;
    }
    FAULTS.into_iter().find(|fault| *fault == text)
}

/// Nothing that anyone could see.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || crate::intake::text::is_invisible(c))
}
