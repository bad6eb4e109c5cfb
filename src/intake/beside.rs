//! Tables that stand side by side on one sheet: which columns belong to which.
//!
//! Columns that no row uses part a sheet only where what stands on either side of them
//! is a table by itself, with known heads and with the column by which its rows are
//! known. Blank columns within a table, and steps side by side that have the request's
//! number in front of them once, part nothing. Each table is then read as if it stood
//! alone.

use std::collections::{BTreeMap, BTreeSet};

use super::Rules;
use super::body::FEW;
use super::recognition;
use super::row_count::RowRole;
use super::sheet::LEAST_HEADS;
use super::workbook::{Row, Rows};

/// In a wider sheet, or one with more gaps, nothing is sought: no office has such tables.
const WIDEST: usize = 256;
const MOST_GAPS: usize = 12;

/// The columns of one table: the first and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lane {
    first: u16,
    last: u16,
}

impl Lane {
    /// The whole sheet.
    pub(super) const ALL: Lane = Lane { first: 0, last: u16::MAX };

    pub(super) fn has(self, column: u16) -> bool {
        (self.first..=self.last).contains(&column)
    }

    /// Leaves of a row what stands in these columns.
    pub(super) fn cut(self, row: &mut Row<'_>) {
        if self != Lane::ALL {
            row.cells.retain(|cell| self.has(cell.column));
        }
    }
}

/// The tables side by side among the first rows of a sheet; one where there are not
/// several.
pub(super) fn lanes(top: &[Row<'_>], rules: &Rules<'_>) -> Vec<Lane> {
    let used = used(top);
    let starts: Vec<u16> = behind_gaps(&used).collect();
    if starts.is_empty() || starts.len() > MOST_GAPS || used.len() > WIDEST {
        return vec![Lane::ALL];
    }
    let is_table = |first: u16, last: u16| {
        let lane = Lane { first, last };
        recognition::recognise(&part(top, lane), rules).is_ok_and(|table| !table.keys.is_empty())
    };
    let mut begun = vec![0];
    for (at, start) in starts.iter().enumerate() {
        let left = begun.last().copied().unwrap_or_default();
        let ends = starts.iter().skip(at + 1).map(|next| next - 1).chain([u16::MAX]);
        if is_table(left, start - 1) && ends.into_iter().any(|end| is_table(*start, end)) {
            begun.push(*start);
        }
    }
    from_starts(&begun)
}

/// The same once all rows are known: no gap is one in which a row further down stands.
pub(super) fn confirmed(lanes: &[Lane], mut rows: Rows<'_>) -> Vec<Lane> {
    let mut seen: BTreeSet<u16> = BTreeSet::new();
    while let Ok(Some(row)) = rows.next_row() {
        if row.cells.len() > FEW {
            seen.extend(row.cells.iter().map(|cell| cell.column));
        }
    }
    let gaps: BTreeSet<u16> = behind_gaps(&seen).collect();
    let starts = lanes.iter().map(|lane| lane.first);
    from_starts(&starts.filter(|start| *start == 0 || gaps.contains(start)).collect::<Vec<_>>())
}

fn from_starts(starts: &[u16]) -> Vec<Lane> {
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([u16::MAX]);
    starts.iter().zip(ends).map(|(first, last)| Lane { first: *first, last }).collect()
}

/// The columns in which rows of a table stand; titles and signatures are of few cells.
fn used(rows: &[Row<'_>]) -> BTreeSet<u16> {
    let rows = rows.iter().filter(|row| row.cells.len() > FEW);
    rows.flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect()
}

/// The columns with an unused one before them and used ones on either side, enough for
/// the heads of a table.
fn behind_gaps(used: &BTreeSet<u16>) -> impl Iterator<Item = u16> {
    used.iter().copied().filter(|column| {
        let is_gap = column.checked_sub(1).is_some_and(|before| !used.contains(&before));
        is_gap
            && used.range(..column).count() >= LEAST_HEADS
            && used.range(column..).count() >= LEAST_HEADS
    })
}

fn part<'a>(rows: &[Row<'a>], lane: Lane) -> Vec<Row<'a>> {
    let cut = rows.iter().map(|row| {
        let mut row = row.clone();
        lane.cut(&mut row);
        row.cells.retain(recognition::is_short);
        row
    });
    cut.filter(|row| !row.cells.is_empty()).collect()
}

/// What rows were taken for on which several tables stand: what tells most.
#[derive(Debug, Default)]
pub(super) struct RolesOfRows(BTreeMap<u32, RowRole>);

impl RolesOfRows {
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub(super) fn enter(&mut self, row: u32, role: RowRole) {
        let known = self.0.entry(row).or_insert(role);
        if weight(role) > weight(*known) {
            *known = role;
        }
    }

    pub(super) fn take_in(&mut self, other: &mut RolesOfRows) {
        for (row, role) in std::mem::take(&mut other.0) {
            self.enter(row, role);
        }
    }

    /// From the top down.
    pub(super) fn into_rows(self) -> impl Iterator<Item = (u32, RowRole)> {
        self.0.into_iter()
    }
}

fn weight(role: RowRole) -> u8 {
    match role {
        RowRole::Record => 5,
        RowRole::Told => 4,
        RowRole::Head => 3,
        RowRole::Title => 2,
        RowRole::Aside => 1,
        RowRole::Unfilled => 0,
    }
}
