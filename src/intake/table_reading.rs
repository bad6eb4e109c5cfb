//! The rows below a head, on their way to records, up to the end of the sheet or to
//! the head of another table.

use super::ahead::Ahead;
use super::body::{self, Headless, Line, Overlay};
use super::cell::RowReader;
use super::heading::{FieldSet, Kind};
use super::problem::{About, Fact};
use super::recognition;
use super::row_count::RowRole;
use super::shared_rows::SharedRows;
use super::sheet::{Meaning, Table};
use super::sheet_reading::Pass;
use super::text::shown;
use super::workbook::{Merged, Row, RowCell};
use super::{listed, number, request, sign_off, staff};
use crate::diagnostic::RowPlace;

/// How far to look for the head of another table below a title.
const TITLES: usize = 3;

/// A row since the last record.
enum Waiting<'a> {
    Known(u32, RowRole),
    /// Little stands in it; what it is depends on what follows.
    Doubtful(Row<'a>),
}

/// The rows below one head.
pub(super) struct Body<'b, 'p, 'r, 'a> {
    pass: &'b mut Pass<'p, 'r>,
    table: &'b Table,
    fields: FieldSet,
    overlay: Overlay<'b>,
    /// The sheet lacks a required column: no record of it is whole.
    is_incomplete: bool,
    headless: Headless,
    /// The record above, whose merged cells may reach down.
    above: Option<Row<'a>>,
    /// Rows since the last record of which it is not known yet what they are.
    waiting: Vec<Waiting<'a>>,
    /// What rows that hold a request and its steps have said so far.
    shared: SharedRows,
    /// The row before, blank ones not counted.
    before: u32,
    below_gap: bool,
}

impl<'b, 'p, 'r, 'a> Body<'b, 'p, 'r, 'a> {
    pub(super) fn new(pass: &'b mut Pass<'p, 'r>, table: &'b Table, merged: &'b [Merged]) -> Self {
        Self {
            pass,
            table,
            fields: table.fields(),
            overlay: Overlay::new(merged),
            is_incomplete: !table.missing().is_empty(),
            headless: Headless::default(),
            above: None,
            waiting: Vec::new(),
            shared: SharedRows::default(),
            before: table.body.saturating_sub(1),
            below_gap: false,
        }
    }

    /// Reads on; the table whose head comes next, if one does.
    pub(super) fn read(mut self, rows: &mut Ahead<'a>) -> Option<Table> {
        let mut next = None;
        while let Some(row) = rows.next() {
            self.below_gap |= row.index > self.before.saturating_add(1);
            self.before = row.index;
            next = self.table_begins(&row, rows);
            if let Some(table) = &mut next {
                self.pass.titled(std::iter::once(&row).chain(rows.peek(TITLES)), table);
                self.last_rows_end();
                let role = if row.index < table.head { RowRole::Title } else { RowRole::Head };
                self.pass.enter(row.index, role);
                break;
            }
            self.row(row);
        }
        if next.is_none() {
            // Whether a record would have followed can no longer be told.
            if rows.broken.is_some() { self.settle() } else { self.last_rows_end() }
        }
        self.report_headless();
        next
    }

    /// The other table whose head is in this row, or in one of the next below a title.
    fn table_begins(&self, row: &Row<'a>, rows: &mut Ahead<'a>) -> Option<Table> {
        let may_be_title = row.index > self.table.body && self.is_title(row);
        if !self.below_gap && !may_be_title {
            return None;
        }
        if !may_be_title {
            if self.table.repeats_head(row) {
                return None;
            }
            let lines: Vec<&Row<'_>> = std::iter::once(row).chain(rows.peek(1)).collect();
            return recognition::begins_in(&lines, self.pass.rules);
        }
        let lines: Vec<&Row<'_>> = rows.peek(TITLES + 1).collect();
        let at = lines.iter().take(TITLES).take_while(|row| self.is_title(row)).count();
        let below = lines.get(at..)?;
        if below.first().is_none_or(|first| self.table.repeats_head(first)) {
            return None;
        }
        recognition::begins_in(below.get(..below.len().min(2))?, self.pass.rules)
    }

    /// One cell, and nothing that makes it a record: a number alone is one.
    fn is_title(&self, row: &Row<'_>) -> bool {
        let rules = self.pass.rules;
        let line = || body::line_of(row, self.table, rules.sop, rules.zone);
        row.cells.len() == 1 && !matches!(line(), Line::Record | Line::Unnumbered)
    }

    fn row(&mut self, mut row: Row<'a>) {
        self.pass.last = Some(row.index);
        self.overlay.fill(&mut row, self.above.as_ref(), self.table);
        let rules = self.pass.rules;
        match body::line_of(&row, self.table, rules.sop, rules.zone) {
            Line::Blank => {
                if row.cells.iter().any(RowCell::is_uncalculated) {
                    self.pass.unread.push(row.index);
                }
                self.wait(Waiting::Known(row.index, RowRole::Unfilled));
            }
            Line::Aside => self.wait(Waiting::Known(row.index, self.role_beside(&row))),
            Line::Doubtful if self.below_gap => self.wait(Waiting::Doubtful(row)),
            Line::Record | Line::Unnumbered | Line::Doubtful => {
                self.settle();
                self.below_gap = false;
                self.record(row);
            }
        }
    }

    fn wait(&mut self, row: Waiting<'a>) {
        self.below_gap = true;
        self.waiting.push(row);
    }

    /// A record follows: what stood above it is no block below the table.
    fn settle(&mut self) {
        for row in std::mem::take(&mut self.waiting) {
            match row {
                Waiting::Known(row, role) => self.pass.enter(row, role),
                Waiting::Doubtful(row) => self.record(row),
            }
        }
    }

    /// No record follows: the rows are the block below the table. What little stands
    /// there with no note or signature beside it is told, for it may be a record.
    fn last_rows_end(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let is_block = waiting.iter().any(|row| matches!(row, Waiting::Known(_, RowRole::Aside)));
        for row in waiting {
            match row {
                Waiting::Known(row, role) => self.pass.enter(row, role),
                Waiting::Doubtful(row) if is_block => self.pass.enter(row.index, RowRole::Aside),
                Waiting::Doubtful(row) => {
                    self.keep(&row);
                    let place = RowPlace { sheet: self.pass.id, row: row.index };
                    let cells = row.cells.iter().map(|cell| place.cell(cell.column)).collect();
                    let kind = self.table.kind;
                    self.pass.report(cells, kind, Fact::RowBelowTable { kind });
                    self.pass.enter(row.index, RowRole::Told);
                }
            }
        }
    }

    fn role_beside(&self, row: &Row<'_>) -> RowRole {
        if self.table.repeats_head(row) { RowRole::Head } else { RowRole::Aside }
    }

    fn record(&mut self, row: Row<'a>) {
        if body::lacks(&row, self.table) {
            self.pass.lacking.push(row.index);
        }
        self.headless.note(&row, self.table);
        self.keep(&row);
        let made = self.records_of(&row);
        let role = if made { RowRole::Record } else { RowRole::Told };
        self.pass.enter(row.index, role);
        self.above = Some(row);
    }

    /// Makes the records of a row; whether there is one.
    fn records_of(&mut self, row: &Row<'a>) -> bool {
        let Pass { id, rules, texts, intake, tally, .. } = &mut *self.pass;
        let mut reader = RowReader {
            sheet: *id,
            table: self.table,
            fields: self.fields,
            row,
            step: None,
            zone: rules.zone,
            texts,
            problems: &mut intake.problems,
            tally,
            about: About { kind: Some(self.table.kind), ..About::default() },
            flawed: self.is_incomplete,
        };
        if self.table.keys.is_empty() {
            return false;
        }
        let Some(number) = number::read(&mut reader) else { return false };
        reader.about.number = Some(number.value.clone());
        match self.table.kind {
            Kind::Staff => intake.staff.push(staff::read(&mut reader, number, rules)),
            Kind::Attendees => intake.attendees.push(listed::attendee(&mut reader, number)),
            Kind::Items => intake.items.push(listed::item(&mut reader, number)),
            Kind::SignOffs if self.table.steps.is_empty() => {
                intake.sign_offs.push(sign_off::read(&mut reader, number, rules));
            }
            Kind::SignOffs => {
                let read = sign_off::read_wide(&mut reader, &number, rules);
                intake.sign_offs.extend(read);
            }
            Kind::Requests => {
                let steps = sign_off::read_wide(&mut reader, &number, rules);
                // What is wrong in a step's cells is that step's, not the request's.
                reader.flawed = self.is_incomplete;
                let requests = request::read(&mut reader, number, rules);
                self.shared.keep(requests, steps, intake);
            }
        }
        true
    }

    /// Keeps the row's text for the excerpt under a finding.
    fn keep(&mut self, row: &Row<'_>) {
        let table = self.table;
        let open = row.cells.iter().filter(|cell| {
            let column = table.column(cell.column);
            cell.row == row.index && column.is_some_and(|column| column.meaning != Meaning::Secret)
        });
        if let Some(source) = self.pass.intake.sources.sheet_mut(self.pass.id) {
            source.keep_row(row.index, open.map(|cell| (cell.column, shown(&cell.value))));
        }
    }

    fn report_headless(&mut self) {
        let kind = self.table.kind;
        for (column, row) in std::mem::take(&mut self.headless.0) {
            let cell = RowPlace { sheet: self.pass.id, row }.cell(column);
            self.pass.report(vec![cell], kind, Fact::HeadlessColumn { kind });
        }
    }
}
