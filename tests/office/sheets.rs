//! Lays rows out on the sheets of their workbooks, so that each value has its cell.

use std::sync::Arc;

use tertib::check::Records;
use tertib::diagnostic::{Cell, ColumnKey, SheetId, Sources, TableSource};

use super::row::{Kind, Row};

/// The records as reading would have given them, and the sheets that they stand in:
/// one for each kind in each workbook, without the columns that are absent.
pub fn lay_out(rows: &[Row], absent: &[String]) -> (Records, Sources) {
    let mut sources = Sources::default();
    let mut records = Records::default();
    let mut sheets: Vec<(String, Kind, SheetId, u32)> = Vec::new();
    for row in rows {
        let row = &row.without_columns(absent);
        let mut columns: Vec<_> = (0..).zip(row.kind.columns()).collect();
        columns.retain(|(_, key)| !absent.iter().any(|absent| absent == key));
        let known =
            sheets.iter().position(|(file, kind, ..)| *file == row.file && *kind == row.kind);
        let at = known.unwrap_or_else(|| {
            let name = format!("{:?}", row.kind).as_str().into();
            let id = sources.add(row.file.as_str().into(), name).expect("room for a sheet");
            let sheet = sources.sheet_mut(id).expect("the sheet just added");
            let heads = columns.iter().map(|(at, key)| (*at, Arc::from(*key))).collect();
            let key = |(column, key): &(u16, &'static str)| ColumnKey {
                column: *column,
                step: None,
                key,
            };
            let keys = columns.iter().map(key).collect();
            sheet.keep_table(TableSource { from: 0, heads, keys });
            sheets.push((row.file.clone(), row.kind, id, 0));
            sheets.len() - 1
        });
        let (_, _, sheet, count) = &mut sheets[at];
        *count += 1;
        let texts = columns.iter().map(|(at, key)| (*at, row.text(key)));
        sources.sheet_mut(*sheet).expect("a known sheet").keep_row(*count, texts);
        let place = Cell { sheet: *sheet, row: *count, column: 0 }.row_place();
        match row.kind {
            Kind::Permohonan => records.requests.push(row.request(place)),
            Kind::Kendali => records.sign_offs.push(row.sign_off(place)),
            Kind::Pegawai => records.staff.push(row.staff(place)),
        }
    }
    (records, sources)
}
