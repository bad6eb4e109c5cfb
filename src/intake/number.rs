//! By what a row is known: the request's number, or, in an office without numbers, the
//! columns that tertib.toml names (`[peta] kunci`), joined.

use super::cell::RowReader;
use super::heading::Field;
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
