//! By what a row is known: the request's number, or, in an office without numbers, the
//! columns that tertib.toml names (`[peta] kunci`), joined. A column "No" in which letters
//! stand does not number the rows: it holds the numbers of the requests.

use super::Rules;
use super::body::FEW;
use super::cell::RowReader;
use super::heading::{Field, Kind};
use super::recognition::PlacedHead;
use super::sheet::{Meaning, Table};
use super::text::shown;
use super::workbook::Row;
use crate::records::{RequestField as P, Text, Written};

/// Between the parts of a joined key.
const JOINT: &str = " / ";

/// What a row has in place of a part, where it says that there is none.
const NONE: &str = "-";

/// The number of the row's request, or the name of its person; `None` where it has
/// none, which is reported.
pub(super) fn read(row: &mut RowReader<'_>) -> Option<Written<Text>> {
    let keys = &row.table.keys;
    if let [only] = keys.as_slice()
        && *only == row.table.kind.key()
    {
        return row.text(*only).known().cloned();
    }
    let mut parts = Vec::with_capacity(keys.len());
    let mut cell = None;
    for field in keys {
        let reading = match field {
            Field::Request(P::NipPemohon | P::NipPenerima) => row.nip(*field),
            _ => row.text(*field),
        };
        cell = cell.or(reading.cell());
        match reading.value() {
            Some(value) => parts.push(value.to_string()),
            None if reading.is_empty() && row.is_filled(*field) => parts.push(NONE.to_owned()),
            None => {
                if reading.is_empty() {
                    row.report_key_part(*field);
                }
                return None;
            }
        }
    }
    let value = row.texts.share(&parts.join(JOINT));
    cell.map(|cell| Written { value, cell })
}

/// The columns by which the rows of a table are known.
pub(super) fn keys(table: &Table, rules: &Rules<'_>) -> Vec<Field> {
    let number = table.kind.key();
    if table.has(number) {
        return vec![number];
    }
    let named = rules.heads.key().iter().map(|field| Field::Request(*field));
    let named: Vec<Field> = named.filter(|field| table.has(*field)).collect();
    let is_whole = !named.is_empty() && named.len() == rules.heads.key().len();
    if is_whole && table.kind != Kind::Staff { named } else { Vec::new() }
}

/// The column "No" that holds the numbers of the requests: letters and digits in each of
/// the rows that follow the head without a gap.
pub(super) fn lettered(heads: &[PlacedHead], below: &[Row<'_>]) -> Option<u16> {
    let mut columns = heads.iter().filter(|placed| placed.head.is_row_number());
    let column = columns.next()?.column;
    let first = below.first()?.index;
    let follow = (first..).zip(below).take_while(|(index, row)| row.index == *index);
    let rows = follow.map(|(_, row)| row).filter(|row| row.cells.len() > FEW);
    let mut numbers = rows.map(|row| row.value(column).map(|value| shown(value))).peekable();
    let is_number = |text: &str| {
        text.chars().any(char::is_alphabetic) && text.chars().any(|c| c.is_ascii_digit())
    };
    numbers.peek()?;
    let all = numbers.all(|number| number.is_some_and(|text| is_number(&text)));
    (all && columns.next().is_none()).then_some(column)
}

/// Takes a lettered column for the number, where the table has no other.
pub(super) fn by_content(table: &mut Table, lettered: Option<u16>) {
    if !table.keys.is_empty() || table.kind == Kind::Staff {
        return;
    }
    let key = table.kind.key();
    let column = table
        .columns
        .iter_mut()
        .find(|column| Some(column.index) == lettered && column.meaning == Meaning::RowNumber);
    if let Some(column) = column {
        column.meaning = Meaning::Known(key);
        table.keys = vec![key];
        table.number_by_content = true;
    }
}
