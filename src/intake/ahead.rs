//! The rows of a sheet with a look ahead: a head may stand in two rows, and a title
//! above a second table shows only by what follows it.

use std::collections::VecDeque;

use super::beside::Lane;
use super::workbook::{Row, Rows, Unreadable};

pub(super) struct Ahead<'a> {
    rows: Rows<'a>,
    /// The columns that are looked at.
    lane: Lane,
    waiting: VecDeque<Row<'a>>,
    /// The sheet breaks off behind the rows that are waiting.
    pub broken: Option<Unreadable>,
    ended: bool,
}

impl<'a> Ahead<'a> {
    pub(super) fn of(rows: Rows<'a>, lane: Lane) -> Self {
        Self { rows, lane, waiting: VecDeque::new(), broken: None, ended: false }
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
                        self.waiting.push_back(row);
                        return true;
                    }
                }
                Ok(None) => break,
                Err(fault) => {
                    self.broken = Some(fault);
                    break;
                }
            }
        }
        self.ended = true;
        false
    }
}
