//! Which procedure (*prosedur*) a row goes by: its own column, else the title above its
//! table, else the name of its sheet.

use super::Rules;
use super::cell::{Found, RowReader};
use super::heading::Field;
use super::problem::Fact;
use super::text::{is_placeholder, shown};
use super::workbook::{Row, Value};
use crate::diagnostic::{Cell, SheetId};
use crate::records::{Reading, Text, Written};
use crate::sop::{ProcedureId, Versions};

/// What the name of a sheet or the title of a table says, and where.
pub(super) type Said = Option<Written<ProcedureId>>;

/// What a row says of its procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub procedure: Reading<ProcedureId>,
    /// As its own cell writes it.
    pub written: Option<Written<Text>>,
}

/// What a cell says; where it is empty, what was said above the table. A procedure that
/// the office does not have is reported, never guessed.
pub(super) fn read(row: &mut RowReader<'_>, field: Field, rules: &Rules<'_>) -> Named {
    let said = row.table.procedure.map_or(Reading::Empty, Reading::Known);
    let above = Named { procedure: said, written: None };
    let (cell, value) = match row.find(field) {
        Found::Nothing => return above,
        Found::Broken(cell) => return Named { procedure: Reading::Unusable(cell), ..above },
        Found::Value(cell, value) => (cell, value),
    };
    let text = shown(value);
    if is_placeholder(&text) {
        return above;
    }
    let written = Some(Written { value: row.texts.share(&text), cell });
    if let Some(value) = rules.sop.recognise_procedure(&text) {
        return Named { procedure: Reading::Known(Written { value, cell }), written };
    }
    let nearest = rules.sop.nearest_procedures(&text);
    row.report(vec![cell], Fact::NoSuchProcedure { text: text.into_owned(), nearest });
    Named { procedure: Reading::Unusable(cell), written }
}

/// What the name of a sheet says.
pub(super) fn of_sheet(name: &str, sheet: SheetId, sop: &Versions) -> Said {
    let value = sop.procedure_of_sheet(name)?;
    Some(Written { value, cell: Cell { sheet, row: 0, column: 0 } })
}

/// What the titles above a table say; `None` where they name no procedure, or several.
pub(super) fn in_titles<'t, 'a: 't>(
    rows: impl Iterator<Item = &'t Row<'a>>,
    sheet: SheetId,
    sop: &Versions,
) -> Said {
    let mut said: Said = None;
    for row in rows {
        for cell in &row.cells {
            let Value::Text(text) = &cell.value else { continue };
            let Some(value) = sop.procedure_in_title(text) else { continue };
            match &said {
                Some(other) if other.value != value => return None,
                Some(_) => {}
                None => {
                    let cell = Cell { sheet, row: cell.row, column: cell.column };
                    said = Some(Written { value, cell });
                }
            }
        }
    }
    said
}
