//! The account of the rows: what each row of a recognised sheet was taken for, so that
//! it can be shown, and tested, that none was lost.

use crate::diagnostic::SheetId;

/// What a row that is not empty was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowRole {
    /// Above the head: titles.
    Title,
    /// The head, its second row, its column numbers, and where it is repeated.
    Head,
    /// A record, or what a merged record says on.
    Record,
    /// A total, a sub-heading, a note, the block of signatures.
    Aside,
    /// A line of the form that nobody has filled: a number, boxes, dashes.
    Unfilled,
    /// No record was made of it, and a finding says why.
    Told,
}

impl RowRole {
    pub const ALL: [RowRole; 6] = [
        RowRole::Title,
        RowRole::Head,
        RowRole::Record,
        RowRole::Aside,
        RowRole::Unfilled,
        RowRole::Told,
    ];
}

/// Rows of one sheet, one below the other, that were taken for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowRun {
    pub sheet: SheetId,
    pub role: RowRole,
    /// First and last row, from zero.
    pub first: u32,
    pub last: u32,
    /// How many of them are not empty.
    pub count: u32,
}

/// Enters a row; rows of a sheet come from the top down.
pub(super) fn enter(runs: &mut Vec<RowRun>, sheet: SheetId, row: u32, role: RowRole) {
    match runs.last_mut() {
        Some(run) if run.sheet == sheet && run.role == role && run.last < row => {
            run.last = row;
            run.count = run.count.saturating_add(1);
        }
        _ => runs.push(RowRun { sheet, role, first: row, last: row, count: 1 }),
    }
}
