//! The cells of a workbook of another format, written as an .xlsx: values stay what they
//! are, in the cells in which they stood.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime, Timelike};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Worksheet, XlsxError};

use super::{Formats, begin, excel_date, excel_moment, unexpected};
use crate::press::problem::PressProblem;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum PlainValue {
    Text(String),
    Number(f64),
    Bool(bool),
    DateTime(NaiveDateTime),
    Time(NaiveTime),
    /// What a formula gave in place of a value: `#N/A`.
    Fault(String),
}

/// A sheet by its cells; row and column count from zero.
#[derive(Debug, Clone, PartialEq)]
pub struct PlainSheet {
    /// A name that Excel takes; see [`sheet_names`].
    pub name: String,
    pub cells: Vec<(u32, u16, PlainValue)>,
    pub merged: Vec<PlainRegion>,
}

/// Merged cells: first and last row, first and last column.
pub type PlainRegion = ((u32, u32), (u16, u16));

/// The most cells that are merged on a sheet, for each of them is written.
const MOST_MERGED: u64 = 200_000;

/// The widest that a column is made for what stands in it.
const WIDEST: usize = 48;

/// Writes the sheets, each value in its cell.
///
/// # Errors
/// The first sheet name, cell or value that Excel cannot hold.
pub fn write_plain_workbook(
    sheets: &[PlainSheet],
    created: DateTime<FixedOffset>,
) -> Result<Vec<u8>, PressProblem> {
    let formats = PlainFormats {
        own: Formats::new(),
        seconds: Format::new().set_num_format("dd/mm/yyyy hh\".\"mm\".\"ss"),
        time: Format::new().set_num_format("hh\".\"mm"),
    };
    let mut workbook = begin(rust_xlsxwriter::DocProperties::new(), created)?;
    for plain in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&plain.name).map_err(unexpected)?;
        merge(sheet, &plain.merged);
        let mut widths: BTreeMap<u16, usize> = BTreeMap::new();
        for (row, column, value) in &plain.cells {
            let written = write(sheet, (*row, *column), value, &formats);
            let taken = written.map_err(|error| problem(&error, plain, *row, *column))?;
            let width = widths.entry(*column).or_default();
            *width = (*width).max(taken);
        }
        for (column, width) in widths {
            let width = width.clamp(8, WIDEST) as f64 + 2.0;
            sheet.set_column_width(column, width).map_err(unexpected)?;
        }
    }
    workbook.save_to_buffer().map_err(unexpected)
}

/// Merges what can be merged, before anything is written: regions that lie over one
/// another, which Excel refuses, stay as the single cells that they are.
fn merge(sheet: &mut Worksheet, regions: &[PlainRegion]) {
    let mut left = MOST_MERGED;
    for (rows, columns) in regions {
        let height = u64::from(rows.1.saturating_sub(rows.0)) + 1;
        let width = u64::from(columns.1.saturating_sub(columns.0)) + 1;
        if let Some(rest) = left.checked_sub(height.saturating_mul(width)) {
            let plain = Format::new();
            if sheet.merge_range(rows.0, columns.0, rows.1, columns.1, "", &plain).is_ok() {
                left = rest;
            }
        }
    }
}

struct PlainFormats {
    own: Formats,
    seconds: Format,
    time: Format,
}

/// Writes a value and gives the letters that it takes.
fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &PlainValue,
    formats: &PlainFormats,
) -> Result<usize, XlsxError> {
    match value {
        PlainValue::Text(text) => {
            sheet.write_string_with_format(row, column, text, &formats.own.text)?;
            Ok(text.lines().map(|line| line.chars().count()).max().unwrap_or(0))
        }
        PlainValue::Number(number) => {
            sheet.write_number(row, column, *number)?;
            Ok(number.to_string().len())
        }
        PlainValue::Bool(truth) => sheet.write_boolean(row, column, *truth).map(|_| 5),
        PlainValue::DateTime(moment) => date(sheet, (row, column), *moment, formats),
        PlainValue::Time(time) => {
            let seconds = f64::from(time.num_seconds_from_midnight()) / 86_400.0;
            sheet.write_number_with_format(row, column, seconds, &formats.time)?;
            Ok(5)
        }
        PlainValue::Fault(fault) => {
            let formula = Formula::new(fault.trim_start_matches('=')).set_result(fault);
            sheet.write_formula(row, column, formula).map(|_| 8)
        }
    }
}

fn date(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    moment: NaiveDateTime,
    formats: &PlainFormats,
) -> Result<usize, XlsxError> {
    let is_day = moment.time() == NaiveTime::MIN;
    let of_excel: Option<ExcelDateTime> = match is_day {
        true => excel_date(moment.date()),
        false => excel_moment(moment),
    };
    let Some(of_excel) = of_excel else {
        sheet.write_string_with_format(row, column, moment.to_string(), &formats.own.text)?;
        return Ok(19);
    };
    let format = match (is_day, moment.second()) {
        (true, _) => &formats.own.date,
        (false, 0) => &formats.own.date_time,
        (false, _) => &formats.seconds,
    };
    sheet.write_datetime_with_format(row, column, &of_excel, format).map(|_| 16)
}

fn problem(error: &XlsxError, plain: &PlainSheet, row: u32, column: u16) -> PressProblem {
    let sheet = plain.name.clone();
    match error {
        XlsxError::RowColumnLimitError => PressProblem::SheetFull { sheet },
        XlsxError::MaxStringLengthExceeded => PressProblem::TextTooLong {
            sheet,
            row: row as usize + 1,
            column: usize::from(column) + 1,
        },
        other => PressProblem::Workbook { reason: other.to_string() },
    }
}

/// The names as Excel takes them for sheets, each only once; in the order given.
pub fn sheet_names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut given: Vec<String> = Vec::new();
    for name in names {
        let plain: String = name
            .chars()
            .map(|c| if "[]:*?/\\".contains(c) || c.is_control() { '-' } else { c })
            .collect();
        let plain = plain.trim_matches('\'').trim();
        let plain = if plain.is_empty() { "Lembar" } else { plain };
        let numbered = (1..).map(|no| match no {
            1 => shortened(plain, ""),
            no => shortened(plain, &format!(" ({no})")),
        });
        let taken =
            |name: &String| given.iter().any(|one| one.to_lowercase() == name.to_lowercase());
        let name = numbered.into_iter().find(|name| !taken(name)).unwrap_or_default();
        given.push(name);
    }
    given
}

/// A name of at most 31 letters, with what is put behind it.
fn shortened(name: &str, behind: &str) -> String {
    let room = 31_usize.saturating_sub(behind.len());
    let mut kept = String::new();
    for letter in name.chars() {
        if kept.encode_utf16().count() + letter.len_utf16() > room {
            break;
        }
        kept.push(letter);
    }
    format!("{}{behind}", kept.trim_end_matches('\''))
}

#[cfg(test)]
mod tests {
    use super::sheet_names;

    #[test]
    fn names_that_excel_refuses_are_given_as_it_takes_them() {
        let long = "Rekapitulasi permohonan hak akses Juni 2024";
        let names = ["Juni/Juli", "juni-juli", "", long, long];
        let given = sheet_names(names.into_iter());
        assert_eq!(
            given,
            [
                "Juni-Juli",
                "juni-juli (2)",
                "Lembar",
                "Rekapitulasi permohonan hak aks",
                "Rekapitulasi permohonan hak (2)"
            ]
        );
    }
}
