//! The wide form of *kendali*: a group of columns for each step of the SOP.
//!
//! Heads make a table wide only where at least two steps have a column that tells
//! when; one head that happens to name a step ("Tanggal disposisi") does not. A head
//! that names a step and nothing else is the step's end, where dates stand below it.

use std::collections::{BTreeMap, BTreeSet};

use super::Rules;
use super::moment;
use super::recognition::PlacedHead;
use super::text::is_placeholder;
use super::workbook::{Row, RowCell, Value};
use crate::records::SignOffField as K;

/// For each head the step and column that it means; all `None` in long form.
pub(super) type StepColumns = Vec<Option<(u32, K)>>;

/// The columns of steps among the heads, by what they say and what stands below.
pub(super) fn step_columns(
    heads: &[PlacedHead],
    below: &[Row<'_>],
    rules: &Rules<'_>,
) -> StepColumns {
    let mut columns: StepColumns = heads
        .iter()
        .map(|placed| match placed.head.step_column(rules.sop)? {
            (step, Some(column)) => Some((step.no, column)),
            (step, None) if has_only_dates(placed.column, below, rules) => {
                Some((step.no, K::Selesai))
            }
            (_, None) => None,
        })
        .collect();
    let mut told: BTreeMap<u32, bool> = BTreeMap::new();
    for (step, column) in columns.iter().flatten() {
        *told.entry(*step).or_default() |= tells_when(*column);
    }
    let whole: BTreeSet<u32> =
        told.into_iter().filter(|(_, tells)| *tells).map(|(step, _)| step).collect();
    let is_wide = whole.len() >= 2;
    for column in &mut columns {
        *column = column.filter(|(step, _)| is_wide && whole.contains(step));
    }
    columns
}

fn tells_when(column: K) -> bool {
    matches!(column, K::Mulai | K::Selesai | K::Tanggal)
}

/// What is filled in the column is dates; one at least.
fn has_only_dates(column: u16, below: &[Row<'_>], rules: &Rules<'_>) -> bool {
    let is_filled = |value: &&Value<'_>| match value {
        Value::Text(text) => !is_placeholder(text),
        _ => true,
    };
    let is_date = |value: &Value<'_>| match value {
        Value::Date(_) => true,
        Value::Text(text) => moment::parse(text, rules.zone).is_ok(),
        Value::Number(_) | Value::Bool(_) | Value::Clock(_) | Value::Fault(_) => false,
    };
    let mut values = below.iter().filter_map(|row| row.value(column)).filter(is_filled).peekable();
    values.peek().is_some() && values.all(is_date)
}

/// Whether anything in a step's cells says that it was done, begun or planned. Names
/// alone do not: they stand there before anyone has worked.
pub(super) fn tells_of_work(column: K, cell: &RowCell<'_>) -> bool {
    let names_only = matches!(
        column,
        K::Pelaksana | K::NipPelaksana | K::DitugaskanKepada | K::Aplikasi | K::Penerima
    );
    !names_only && is_filled(cell)
}

/// Boxes to tick and dashes are there before anyone has filled a row.
pub(super) fn is_filled(cell: &RowCell<'_>) -> bool {
    match &cell.value {
        Value::Bool(truth) => *truth,
        Value::Text(text) => !is_placeholder(text),
        Value::Number(_) | Value::Date(_) | Value::Clock(_) | Value::Fault(_) => true,
    }
}
