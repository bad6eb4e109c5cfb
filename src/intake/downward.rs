//! Sheets whose heads stand one below the other: a form for one request, or a table on
//! its side. They are not read, and told as what they are.

use std::collections::BTreeMap;

use super::Rules;
use super::heading::Kind;
use super::recognition;
use super::sheet::HEAD_WITHIN;
use super::workbook::{Row, RowCell};

/// A form has its heads in one of the first columns.
const COLUMNS: u16 = 12;

/// The kind of table that the first rows would be, were they columns; `None` where no
/// table is known in them that way either.
pub(super) fn kind_of(top: &[Row<'_>], rules: &Rules<'_>) -> Option<Kind> {
    let mut columns: BTreeMap<u16, Vec<RowCell<'_>>> = BTreeMap::new();
    for row in top.iter().filter(|row| row.index < HEAD_WITHIN) {
        let Ok(down) = u16::try_from(row.index) else { continue };
        let cells = row.cells.iter().filter(|cell| cell.column < COLUMNS);
        for cell in cells.filter(|cell| recognition::is_short(cell)) {
            let turned =
                RowCell { column: down, row: cell.column.into(), value: cell.value.clone() };
            columns.entry(cell.column).or_default().push(turned);
        }
    }
    let turned = columns.into_iter().map(|(column, cells)| Row { index: column.into(), cells });
    let table = recognition::recognise(&turned.collect::<Vec<_>>(), rules).ok()?;
    (!table.keys.is_empty()).then_some(table.kind)
}
