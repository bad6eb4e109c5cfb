//! Sheets and rows that the office does not see in its workbook. They are read like
//! all others, and that is said: whoever hid them may have meant to take them away.

use super::Intake;
use super::problem::{Fact, Problem};
use super::workbook::Workbook;
use crate::diagnostic::{RowPlace, SheetId};

/// Tells what was hidden in a sheet from which something was read: one table, or some
/// side by side.
pub(super) fn tell(
    book: &mut Workbook<'_>,
    name: &str,
    hidden: bool,
    tables: &[SheetId],
    intake: &mut Intake,
) {
    // A sheet of which no row was kept was not read as a table.
    let is_kept = |row: u32| {
        let kept = |sheet| !intake.sources.row_texts(RowPlace { sheet, row }).is_empty();
        tables.iter().any(|sheet| kept(*sheet))
    };
    let Some(sheet) = tables.first().copied() else { return };
    let is_read = intake.sources.sheet(sheet).is_some_and(|source| source.has_tables());
    if !is_read {
        return;
    }
    let rows: Vec<u32> = book.hidden_rows(name).into_iter().filter(|row| is_kept(*row)).collect();
    if hidden {
        intake.problems.push(Problem::of_sheet(sheet, None, Fact::SheetHidden));
    }
    if !rows.is_empty() {
        intake.problems.push(Problem::of_sheet(sheet, None, Fact::RowsHidden { rows }));
    }
}
