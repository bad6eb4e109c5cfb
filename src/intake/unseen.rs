//! Sheets and rows that the office does not see in its workbook. They are read like
//! all others, and that is said: whoever hid them may have meant to take them away.

use super::Intake;
use super::problem::{Fact, Problem, Seat};
use super::workbook::Marks;
use crate::diagnostic::{RowPlace, SheetId};

/// Whether formulas that were not calculated stand in columns that are read.
pub(super) fn are_in_tables(cells: &[(u32, u16)], tables: &[SheetId], intake: &Intake) -> bool {
    let sources = || tables.iter().filter_map(|sheet| intake.sources.sheet(*sheet));
    cells.iter().any(|(row, column)| sources().any(|source| source.knows(*row, *column)))
}

/// Tells what was hidden in a sheet from which something was read: one table, or some
/// side by side.
pub(super) fn tell(marks: &Marks, hidden: bool, tables: &[SheetId], intake: &mut Intake) {
    // A sheet of which no row was kept was not read as a table.
    let is_kept = |row: u32| {
        let kept = |sheet| !intake.sources.row_texts(RowPlace { sheet, row }).is_empty();
        tables.iter().any(|sheet| kept(*sheet))
    };
    let Some(sheet) = tables.first().copied() else { return };
    let is_read = intake.sources.sheet(sheet).is_some_and(|source| source.has_tables());
    if !is_read {
        let is_told = |told: &Problem| told.seat == Seat::Sheet(sheet);
        if !marks.uncalculated.is_empty() && !intake.problems.iter().rev().any(is_told) {
            let formulas = marks.uncalculated.len();
            let fact = Fact::SheetUncalculated { formulas };
            intake.problems.push(Problem::of_sheet(sheet, None, fact));
        }
        return;
    }
    let rows: Vec<u32> = marks.hidden.iter().copied().filter(|row| is_kept(*row)).collect();
    if hidden {
        intake.problems.push(Problem::of_sheet(sheet, None, Fact::SheetHidden));
    }
    if !rows.is_empty() {
        intake.problems.push(Problem::of_sheet(sheet, None, Fact::RowsHidden { rows }));
    }
}
