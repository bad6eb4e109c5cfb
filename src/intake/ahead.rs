//! The rows of a sheet with a look ahead: a head may stand in two rows, and a title
//! above a second table shows only by what follows it.

use std::collections::VecDeque;

use super::beside::Lane;
use super::workbook::{Row, RowCell, Rows, UNCALCULATED, Unreadable, Value};

pub(super) struct Ahead<'a> {
    rows: Rows<'a>,
    /// The columns that are looked at.
    lane: Lane,
    /// Cells whose formula was not calculated, of rows that are still to come.
    uncalculated: &'a [(u32, u16)],
    /// Those of rows in which nothing else stands.
    pub alone: Vec<(u32, u16)>,
    waiting: VecDeque<Row<'a>>,
    /// The sheet breaks off behind the rows that are waiting.
    pub broken: Option<Unreadable>,
    ended: bool,
}

impl<'a> Ahead<'a> {
    pub(super) fn of(rows: Rows<'a>, lane: Lane, uncalculated: &'a [(u32, u16)]) -> Self {
        let alone = Vec::new();
        Self {
            rows,
            lane,
            uncalculated,
            alone,
            waiting: VecDeque::new(),
            broken: None,
            ended: false,
        }
    }

    /// The rows in which a head may stand, and the one below them. Where the sheet
    /// begins further down, its first row shows that it is not empty.
    pub(super) fn top(&mut self, within: u32) -> &[Row<'a>] {
        while self.waiting.back().is_none_or(|row| row.index <= within) && self.read() {}
        self.waiting.make_contiguous()
    }

    /// Up to so many of the next rows, without taking them.
    pub(super) fn peek(&mut self, count: usize) -> impl Iterator<Item = &Row<'a>> {
        while self.waiting.len() < count && self.read() {}
        self.waiting.iter().take(count)
    }

    pub(super) fn next(&mut self) -> Option<Row<'a>> {
        if self.waiting.is_empty() {
            self.read();
        }
        self.waiting.pop_front()
    }

    fn read(&mut self) -> bool {
        if self.ended {
            return false;
        }
        loop {
            match self.rows.next_row() {
                Ok(Some(mut row)) => {
                    self.lane.cut(&mut row);
                    if !row.cells.is_empty() {
                        self.add_uncalculated(&mut row);
                        self.waiting.push_back(row);
                        return true;
                    }
                }
                Ok(None) => {
                    self.alone.extend(self.uncalculated.iter().filter(|at| self.lane.has(at.1)));
                    break;
                }
                Err(fault) => {
                    self.broken = Some(fault);
                    break;
                }
            }
        }
        self.ended = true;
        false
    }

    /// The library gives a formula without a value as nothing at all.
    fn add_uncalculated(&mut self, row: &mut Row<'a>) {
        while let Some(((index, column), rest)) = self.uncalculated.split_first() {
            if *index > row.index {
                break;
            }
            self.uncalculated = rest;
            if !self.lane.has(*column) {
                continue;
            }
            if *index < row.index {
                self.alone.push((*index, *column));
            } else if let Err(at) = row.cells.binary_search_by_key(column, |cell| cell.column) {
                let value = Value::Fault(UNCALCULATED);
                row.cells.insert(at, RowCell { column: *column, row: row.index, value });
            }
        }
    }
}
