//! Tables to a spreadsheet (xlsx). The only door to rust_xlsxwriter.
//!
//! Text stays text: a value that begins with `=` is no formula and eighteen digits of
//! a NIP are not rounded to fifteen, neither when written nor when someone later edits
//! the cell. The moment of making is given, so that the bytes are repeatable.

mod chart;
mod entry;
mod plain;

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, Timelike};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook,
    Worksheet, XlsxError,
};

use crate::press::problem::{PressProblem, SheetNameFault};
use crate::press::spreadsheet_chart::Chart;

pub use entry::{Entry, EntryColumn, EntrySheet, write_entry_workbook};
pub use plain::{PlainSheet, PlainValue, sheet_names, write_plain_workbook};

use chart::insert_chart;

/// Excel keeps fifteen digits of a number.
const LARGEST_INTEGER: i64 = 999_999_999_999_999;
/// Excel counts days from 1900; earlier dates are written as text.
const FIRST_YEAR: i32 = 1900;
const LAST_YEAR: i32 = 9999;
const PAPER_A4: u8 = 9;
/// Who is named as the author of a workbook with a title.
pub const OWN_AUTHOR: &str = "tertib";
/// The last row of a sheet, counted from zero.
const LAST_ROW: u32 = 1_048_575;

/// One sheet: a head row and rows below it.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The sheet's name.
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Value>>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub head: String,
    /// Width in characters of the sheet's font.
    pub width: f64,
}

/// One cell's value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    Integer(i64),
    Decimal(f64),
    Date(NaiveDate),
    /// In the office's zone; shown to the minute, kept to the second.
    DateTime(NaiveDateTime),
    Blank,
}

/// Writes each table to a sheet of its own, ready to be filtered and printed: the head
/// stays in view and stands on every printed page.
///
/// # Errors
/// The first sheet name, row or value that Excel cannot hold.
pub fn write_workbook(
    tables: &[Table],
    created: DateTime<FixedOffset>,
) -> Result<Vec<u8>, PressProblem> {
    write_workbook_with_charts(tables, &[], created)
}

/// As [`write_workbook`], with charts below the tables that they draw.
///
/// # Errors
/// As there. A chart of a sheet that is not among the tables is left out.
pub fn write_workbook_with_charts(
    tables: &[Table],
    charts: &[Chart],
    created: DateTime<FixedOffset>,
) -> Result<Vec<u8>, PressProblem> {
    let mut workbook = begin(DocProperties::new(), created)?;
    add_tables(&mut workbook, tables, charts)?;
    workbook.save_to_buffer().map_err(unexpected)
}

/// As [`write_workbook`], with a title among the properties of the workbook, by which
/// [`is_own_workbook`](crate::press::is_own_workbook) knows it again.
///
/// # Errors
/// As there.
pub fn write_titled_workbook(
    tables: &[Table],
    title: &str,
    created: DateTime<FixedOffset>,
) -> Result<Vec<u8>, PressProblem> {
    let properties = DocProperties::new().set_title(title).set_author(OWN_AUTHOR);
    let mut workbook = begin(properties, created)?;
    add_tables(&mut workbook, tables, &[])?;
    workbook.save_to_buffer().map_err(unexpected)
}

fn add_tables(
    workbook: &mut Workbook,
    tables: &[Table],
    charts: &[Chart],
) -> Result<(), PressProblem> {
    let formats = Formats::new();
    let mut taken = BTreeSet::new();
    for table in tables {
        check_name(&table.title, &mut taken)?;
        let mut own = charts.iter().filter(|chart| chart.sheet == table.title).peekable();
        // A chart keeps a copy of its cells for readers that do not calculate; a sheet
        // that was let go row by row has none to give.
        let sheet = match own.peek() {
            Some(_) => workbook.add_worksheet(),
            None => workbook.add_worksheet_with_constant_memory().map_err(unexpected)?,
        };
        sheet.set_name(&table.title).map_err(unexpected)?;
        write_table(sheet, table, &formats)?;
        for (at, chart) in own.enumerate() {
            insert_chart(sheet, table, chart, at)?;
        }
    }
    Ok(())
}

fn begin(
    properties: DocProperties,
    created: DateTime<FixedOffset>,
) -> Result<Workbook, PressProblem> {
    let made = excel_moment(created.naive_utc())
        .ok_or_else(|| PressProblem::Date { date: created.to_string() })?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties.set_creation_datetime(&made));
    Ok(workbook)
}

struct Formats {
    head: Format,
    text: Format,
    integer: Format,
    decimal: Format,
    date: Format,
    date_time: Format,
}

impl Formats {
    fn new() -> Self {
        let cell = Format::new().set_align(FormatAlign::Top);
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0xE7_EC_F1))
                .set_border_bottom(FormatBorder::Thin),
            // "@" keeps a later edit of the cell text as well.
            text: cell.clone().set_text_wrap().set_num_format("@"),
            integer: cell.clone().set_num_format("#,##0"),
            decimal: cell.clone().set_num_format("#,##0.00"),
            date: cell.clone().set_num_format("dd/mm/yyyy"),
            date_time: cell.set_num_format("dd/mm/yyyy hh\".\"mm"),
        }
    }
}

fn write_table(
    sheet: &mut Worksheet,
    table: &Table,
    formats: &Formats,
) -> Result<(), PressProblem> {
    let full = || PressProblem::SheetFull { sheet: table.title.clone() };
    let last_row = u32::try_from(table.rows.len()).map_err(|_| full())?;
    let mut columns = Vec::with_capacity(table.columns.len());
    for (index, column) in table.columns.iter().enumerate() {
        let index = u16::try_from(index).map_err(|_| full())?;
        sheet.set_column_width(index, column.width).map_err(|_| full())?;
        columns.push(index);
    }
    let lines = table.columns.iter().map(head_lines).max().unwrap_or(1);
    sheet.set_row_height(0, HEAD_LINE * f64::from(lines)).map_err(|_| full())?;
    let cell = |row, column| CellPlace { table, row, column };
    for (&index, column) in columns.iter().zip(&table.columns) {
        sheet
            .write_string_with_format(0, index, &column.head, &formats.head)
            .map_err(|error| cell(0, index).problem(&error))?;
    }
    for (row, values) in (1..).zip(&table.rows) {
        if values.len() > columns.len() {
            return Err(PressProblem::RowTooLong {
                sheet: table.title.clone(),
                row: row as usize + 1,
            });
        }
        for (&column, value) in columns.iter().zip(values) {
            write_value(sheet, &cell(row, column), value, formats)?;
        }
    }
    if let Some(&last_column) = columns.last() {
        sheet.autofilter(0, 0, last_row, last_column).map_err(|_| full())?;
        sheet
            .ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)
            .map_err(|_| full())?;
    }
    sheet.set_freeze_panes(1, 0).map_err(unexpected)?;
    sheet.set_repeat_rows(0, 0).map_err(unexpected)?;
    sheet.set_paper_size(PAPER_A4).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// The height of a line of a head, in points.
const HEAD_LINE: f64 = 15.0;

/// How many lines a head takes in its column; what is bold is a little wider.
fn head_lines(column: &Column) -> u8 {
    let room = (column.width * 0.85).max(1.0);
    let mut lines = 1_u8;
    let mut filled = 0.0;
    for word in column.head.split_whitespace() {
        let long = word.chars().count() as f64;
        if filled > 0.0 && filled + 1.0 + long > room {
            lines = lines.saturating_add(1).min(6);
            filled = long;
        } else {
            filled += long + 1.0;
        }
    }
    lines
}

fn write_value(
    sheet: &mut Worksheet,
    cell: &CellPlace,
    value: &Value,
    formats: &Formats,
) -> Result<(), PressProblem> {
    let (row, column) = (cell.row, cell.column);
    let written = match value {
        Value::Blank => return Ok(()),
        Value::Text(text) => sheet.write_string_with_format(row, column, text, &formats.text),
        Value::Integer(number) if number.unsigned_abs() > LARGEST_INTEGER.unsigned_abs() => {
            sheet.write_string_with_format(row, column, number.to_string(), &formats.text)
        }
        Value::Integer(number) => {
            sheet.write_number_with_format(row, column, *number as f64, &formats.integer)
        }
        Value::Decimal(number) if !number.is_finite() => return Err(cell.no_number()),
        Value::Decimal(number) => {
            sheet.write_number_with_format(row, column, *number, &formats.decimal)
        }
        Value::Date(date) => match excel_date(*date) {
            Some(moment) => sheet.write_datetime_with_format(row, column, &moment, &formats.date),
            None => sheet.write_string_with_format(row, column, date.to_string(), &formats.text),
        },
        Value::DateTime(moment) => match excel_moment(*moment) {
            Some(moment) => {
                sheet.write_datetime_with_format(row, column, &moment, &formats.date_time)
            }
            None => sheet.write_string_with_format(row, column, moment.to_string(), &formats.text),
        },
    };
    written.map(|_| ()).map_err(|error| cell.problem(&error))
}

/// A cell as the library counts, from zero.
struct CellPlace<'a> {
    table: &'a Table,
    row: u32,
    column: u16,
}

impl CellPlace<'_> {
    fn problem(&self, error: &XlsxError) -> PressProblem {
        let sheet = self.table.title.clone();
        match error {
            XlsxError::RowColumnLimitError => PressProblem::SheetFull { sheet },
            XlsxError::MaxStringLengthExceeded => {
                let (row, column) = self.counted_from_one();
                PressProblem::TextTooLong { sheet, row, column }
            }
            other => PressProblem::Workbook { reason: other.to_string() },
        }
    }

    fn no_number(&self) -> PressProblem {
        let (row, column) = self.counted_from_one();
        PressProblem::NoNumber { sheet: self.table.title.clone(), row, column }
    }

    fn counted_from_one(&self) -> (usize, usize) {
        (self.row as usize + 1, usize::from(self.column) + 1)
    }
}

fn check_name(name: &str, taken: &mut BTreeSet<String>) -> Result<(), PressProblem> {
    let fault = if name.trim().is_empty() {
        SheetNameFault::Empty
    } else if name.encode_utf16().count() > 31 {
        SheetNameFault::TooLong
    } else if name.contains(['[', ']', ':', '*', '?', '/', '\\'])
        || name.starts_with('\'')
        || name.ends_with('\'')
    {
        SheetNameFault::Character
    } else if !taken.insert(name.to_lowercase()) {
        SheetNameFault::Taken
    } else {
        return Ok(());
    };
    Err(PressProblem::SheetName { name: name.to_owned(), fault })
}

fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    let year = (FIRST_YEAR..=LAST_YEAR).contains(&date.year()).then(|| date.year())?;
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    ExcelDateTime::from_ymd(u16::try_from(year).ok()?, month, day).ok()
}

fn excel_moment(moment: NaiveDateTime) -> Option<ExcelDateTime> {
    let (hour, minute) = (u16::try_from(moment.hour()).ok()?, u8::try_from(moment.minute()).ok()?);
    excel_date(moment.date())?.and_hms(hour, minute, moment.second()).ok()
}

fn unexpected(error: XlsxError) -> PressProblem {
    PressProblem::Workbook { reason: error.to_string() }
}
