//! What stands once in a row, beside the groups of its steps.
//!
//! A column "Hasil" or "Alasan" of the whole row is the deciding step's, for no other has
//! one. What could be any step's is none's, and that is told.

use super::heading::Field;
use super::sheet::{Meaning, Table, is_shared};
use crate::records::SignOffField as K;
use crate::sop::Versions;

/// Settles of which step the columns are that stand outside the groups of a wide table.
pub(super) fn settle(table: &mut Table, sop: &Versions) {
    if table.steps.is_empty() {
        return;
    }
    let deciding = deciding_step(table, sop);
    for at in 0..table.columns.len() {
        let Some(column) = table.columns.get(at) else { continue };
        let Meaning::Known(Field::SignOff(field)) = column.meaning else { continue };
        let of_step = deciding.filter(|_| matches!(field, K::Hasil | K::Alasan));
        let of_step = of_step.map(|no| Meaning::Step(no, field));
        let is_free = |meaning: &Meaning| table.columns_meaning(*meaning).next().is_none();
        let meaning = match of_step.filter(is_free) {
            Some(meaning) => meaning,
            None if is_shared(field) || field == K::Keterangan => continue,
            None => Meaning::OfNoStep,
        };
        if let Some(column) = table.columns.get_mut(at) {
            column.meaning = meaning;
        }
    }
}

/// The one step of the table that decides; none where procedures differ in it.
fn deciding_step(table: &Table, sop: &Versions) -> Option<u32> {
    if sop.are_several_procedures() {
        return None;
    }
    let steps = sop.newest().deciding_steps().map(|step| step.no);
    let mut steps = steps.filter(|no| table.steps.contains(no));
    match (steps.next(), steps.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}
