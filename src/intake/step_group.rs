//! The wide form of *kendali*: a group of columns for each step of the SOP.
//!
//! Heads make a table wide only where at least two steps have a column that tells
//! when; one head that happens to name a step ("Tanggal disposisi") does not. A head
//! that names a step and nothing else is the step's end, where dates stand below it.

use std::collections::{BTreeMap, BTreeSet};

use super::Rules;
use super::head_map::Mapped;
use super::moment;
use super::recognition::PlacedHead;
use super::text::is_placeholder;
use super::workbook::{Row, RowCell, Value};
use crate::records::SignOffField as K;
use crate::sop::{ProcedureId, StepName, Versions};

/// For each head the step and column that it means; all `None` in long form.
pub(super) type StepColumns = Vec<Option<(u32, K)>>;

/// The columns of steps among the heads, by what they say and what stands below.
pub(super) fn step_columns(
    heads: &[PlacedHead],
    below: &[Row<'_>],
    rules: &Rules<'_>,
) -> StepColumns {
    let named: Vec<Option<(StepName, K)>> = heads
        .iter()
        .map(|placed| {
            if let Some(Mapped::Step(step, column)) = rules.heads.find(&placed.head) {
                return Some((step.clone(), *column));
            }
            match placed.head.step_column(rules.sop)? {
                (step, Some(column)) => Some((step, column)),
                (step, None) if has_only_dates(placed.column, below, rules) => {
                    Some((step, K::Selesai))
                }
                (_, None) => None,
            }
        })
        .collect();
    let by_office =
        |placed: &PlacedHead| matches!(rules.heads.find(&placed.head), Some(Mapped::Step(..)));
    let by_office: Vec<bool> = heads.iter().map(by_office).collect();
    let procedure = procedure_of(&named, rules.sop);
    let number = |step: &StepName| rules.sop.number_in(step, procedure).unwrap_or(step.no);
    let mut columns: StepColumns = named
        .iter()
        .map(|named| named.as_ref().map(|(step, column)| (number(step), *column)))
        .collect();
    let mut told: BTreeMap<u32, bool> = BTreeMap::new();
    let by_themselves = columns.iter().zip(&by_office).filter(|(_, by_office)| !**by_office);
    for (step, column) in by_themselves.filter_map(|(column, _)| column.as_ref()) {
        *told.entry(*step).or_default() |= tells_when(*column);
    }
    let whole: BTreeSet<u32> =
        told.into_iter().filter(|(_, tells)| *tells).map(|(step, _)| step).collect();
    let is_wide = whole.len() >= 2;
    for (column, by_office) in columns.iter_mut().zip(by_office) {
        *column = column.filter(|(step, _)| by_office || (is_wide && whole.contains(step)));
    }
    columns
}

/// Whether a column of a step stands beside another one of it, and none but it is what it
/// is of the step.
pub(super) fn is_within(columns: &StepColumns, at: usize) -> bool {
    let Some(own) = columns.get(at).copied().flatten() else { return false };
    let is_of_step =
        |at: usize| columns.get(at).copied().flatten().is_some_and(|(no, _)| no == own.0);
    let is_only = columns.iter().flatten().filter(|column| **column == own).count() == 1;
    is_only && (at.checked_sub(1).is_some_and(is_of_step) || is_of_step(at + 1))
}

/// The procedure that knows most of the heads: by it the groups are numbered, so that two
/// steps of it are never taken for one. Which step a request went through is settled by
/// its own procedure.
fn procedure_of(named: &[Option<(StepName, K)>], sop: &Versions) -> ProcedureId {
    if !sop.are_several_procedures() {
        return ProcedureId::default();
    }
    let known = |procedure: ProcedureId| {
        let steps = named.iter().flatten();
        steps.filter(|(step, _)| sop.number_in(step, procedure).is_some()).count()
    };
    let mut best = (0, ProcedureId::default());
    for procedure in sop.procedures() {
        let count = known(procedure);
        if count > best.0 {
            best = (count, procedure);
        }
    }
    best.1
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
