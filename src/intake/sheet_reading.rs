//! One sheet from its first row to its last.
//!
//! Rows are read once, as they stream by. Only where a row lacks something that a
//! merged cell above could hold are the merged regions asked for, which stand behind
//! the cells in the file; if one reaches over such a row, the sheet is read again
//! with the regions known.

use std::sync::Arc;

use super::body::{self, Headless, Line, Overlay};
use super::cell::RowReader;
use super::heading::Kind;
use super::problem::{About, Fact, Problem};
use super::sheet::{self, HEAD_WITHIN, Meaning, Table};
use super::text::{Texts, shown};
use super::workbook::{Merged, Row, Rows, Unreadable, Workbook};
use super::{Intake, Rules, request, sign_off, staff};
use crate::diagnostic::{Cell, RowPlace, SheetId};

pub(super) fn read(
    book: &mut Workbook,
    name: &str,
    id: SheetId,
    rules: &Rules<'_>,
    texts: &mut Texts,
    intake: &mut Intake,
) {
    let mark = Mark::of(intake);
    let mut pass = Pass { id, rules, texts, intake, lacking: Vec::new(), last: None };
    let Some(table) = pass.run(book, name, &[]) else { return };
    let lacking = std::mem::take(&mut pass.lacking);
    if lacking.is_empty() {
        return;
    }
    let regions = book.merged(name);
    let reaches = |region: &Merged| {
        let first = lacking.partition_point(|row| *row <= region.rows.0);
        let is_known =
            |column: u32| u16::try_from(column).is_ok_and(|at| table.column(at).is_some());
        region.rows.0 >= table.body
            && is_known(region.columns.0)
            && lacking.get(first).is_some_and(|row| *row <= region.rows.1)
    };
    if regions.iter().any(reaches) {
        mark.undo(pass.intake);
        pass.run(book, name, &regions);
    }
}

/// How much had been read before a sheet.
struct Mark {
    requests: usize,
    sign_offs: usize,
    staff: usize,
    problems: usize,
}

impl Mark {
    fn of(intake: &Intake) -> Self {
        Self {
            requests: intake.requests.len(),
            sign_offs: intake.sign_offs.len(),
            staff: intake.staff.len(),
            problems: intake.problems.len(),
        }
    }

    fn undo(&self, intake: &mut Intake) {
        intake.requests.truncate(self.requests);
        intake.sign_offs.truncate(self.sign_offs);
        intake.staff.truncate(self.staff);
        intake.problems.truncate(self.problems);
    }
}

/// One run over the rows of a sheet.
struct Pass<'p, 'r> {
    id: SheetId,
    rules: &'p Rules<'r>,
    texts: &'p mut Texts,
    intake: &'p mut Intake,
    /// Rows that lack what a merged cell above could hold, ascending.
    lacking: Vec<u32>,
    /// The last row that was read.
    last: Option<u32>,
}

impl Pass<'_, '_> {
    /// Reads the sheet; the table, where there is one with rows to read.
    fn run(&mut self, book: &mut Workbook, name: &str, merged: &[Merged]) -> Option<Table> {
        let mut kind = None;
        let read = self.sheet(book, name, merged, &mut kind);
        if read.is_err() {
            let fact = Fact::SheetBroken { last_row: self.last };
            self.intake.problems.push(Problem::of_sheet(self.id, kind, fact));
        }
        read.unwrap_or(None)
    }

    fn sheet(
        &mut self,
        book: &mut Workbook,
        name: &str,
        merged: &[Merged],
        kind: &mut Option<Kind>,
    ) -> Result<Option<Table>, Unreadable> {
        self.last = None;
        let mut rows = book.rows(name)?;
        let top = self.top(&mut rows)?;
        if top.is_empty() || sheet::is_list_of_findings(&top) {
            return Ok(None);
        }
        let table = match sheet::recognise(&top) {
            Ok(table) => table,
            Err(unknown) => {
                let fact = Fact::UnknownSheet { nearest: unknown.nearest, tie: unknown.tie };
                self.intake.problems.push(Problem::of_sheet(self.id, None, fact));
                return Ok(None);
            }
        };
        *kind = Some(table.kind);
        self.columns(&table);
        if !table.has(table.key()) {
            return Ok(None);
        }
        let body = top.into_iter().filter(|row| row.index >= table.body);
        Body::new(self, &table, merged).read(body, &mut rows)?;
        Ok(Some(table))
    }

    /// The rows in which a head may stand, and the one below them. Where the sheet
    /// begins further down, its first row shows that it is not empty.
    fn top<'a>(&mut self, rows: &mut Rows<'a>) -> Result<Vec<Row<'a>>, Unreadable> {
        let mut top = Vec::new();
        while let Some(row) = rows.next_row()? {
            let below = row.index > HEAD_WITHIN;
            self.last = Some(row.index);
            top.push(row);
            if below {
                break;
            }
        }
        Ok(top)
    }

    /// Keeps the heads and reports what is wrong with the columns.
    fn columns(&mut self, table: &Table) {
        let heads = table.columns.iter().map(|column| (column.index, Arc::clone(&column.head)));
        let keys = table.columns.iter().filter_map(|column| match column.meaning {
            Meaning::Known(field) => Some((column.index, field.key())),
            Meaning::Secret | Meaning::Unknown | Meaning::RowNumber => None,
        });
        if let Some(source) = self.intake.sources.sheet_mut(self.id) {
            source.heads = heads.collect();
            source.keys = keys.collect();
        }
        for field in table.missing() {
            let fact = Fact::ColumnMissing { field };
            self.intake.problems.push(Problem::of_sheet(self.id, Some(table.kind), fact));
        }
        for (at, column) in table.columns.iter().enumerate() {
            let head = Arc::clone(&column.head);
            let before = table.columns.get(..at).unwrap_or_default();
            let first = before.iter().find(|other| other.meaning == column.meaning);
            let fact = match (column.meaning, first) {
                (Meaning::Known(field), Some(first)) => {
                    Fact::SecondColumn { head, field, first: Arc::clone(&first.head) }
                }
                (Meaning::Secret, _) => Fact::SecretColumn { head },
                (Meaning::Unknown, _) => {
                    Fact::UnknownColumn { head, kind: table.kind, nearest: column.nearest }
                }
                (Meaning::Known(_) | Meaning::RowNumber, _) => continue,
            };
            let cell = Cell { sheet: self.id, row: column.head_row, column: column.index };
            let about = About { kind: Some(table.kind), ..About::default() };
            self.intake.problems.push(Problem::of_cells(vec![cell], about, fact));
        }
    }
}

/// The rows below the head, on their way to records.
struct Body<'b, 'p, 'r, 'a> {
    pass: &'b mut Pass<'p, 'r>,
    table: &'b Table,
    overlay: Overlay<'b>,
    /// The sheet lacks a required column: no record of it is whole.
    is_incomplete: bool,
    headless: Headless,
    /// The record above, whose merged cells may reach down.
    above: Option<Row<'a>>,
    /// Rows below a gap of which it is not known yet whether a record follows.
    doubtful: Vec<Row<'a>>,
    /// The row before, blank ones not counted.
    before: u32,
    below_gap: bool,
}

impl<'b, 'p, 'r, 'a> Body<'b, 'p, 'r, 'a> {
    fn new(pass: &'b mut Pass<'p, 'r>, table: &'b Table, merged: &'b [Merged]) -> Self {
        Self {
            pass,
            table,
            overlay: Overlay::new(merged),
            is_incomplete: !table.missing().is_empty(),
            headless: Headless::default(),
            above: None,
            doubtful: Vec::new(),
            before: table.body.saturating_sub(1),
            below_gap: false,
        }
    }

    fn read(
        mut self,
        top: impl Iterator<Item = Row<'a>>,
        rows: &mut Rows<'a>,
    ) -> Result<(), Unreadable> {
        for row in top {
            self.row(row);
        }
        let ended = loop {
            match rows.next_row() {
                Ok(Some(row)) => self.row(row),
                Ok(None) => break Ok(()),
                Err(error) => {
                    // Whether a record would have followed can no longer be told.
                    self.settle();
                    break Err(error);
                }
            }
        };
        self.report_headless();
        ended
    }

    fn row(&mut self, mut row: Row<'a>) {
        self.below_gap |= row.index > self.before.saturating_add(1);
        self.before = row.index;
        self.pass.last = Some(row.index);
        self.overlay.fill(&mut row, self.above.as_ref(), self.table);
        let rules = self.pass.rules;
        match body::line_of(&row, self.table, rules.sop, rules.zone) {
            Line::Blank | Line::Aside => self.below_gap = true,
            Line::Doubtful if self.below_gap => self.doubtful.push(row),
            Line::Record | Line::Unnumbered | Line::Doubtful => {
                self.settle();
                self.below_gap = false;
                self.record(row);
            }
        }
    }

    /// A record follows: what stood above it is no block below the table.
    fn settle(&mut self) {
        for row in std::mem::take(&mut self.doubtful) {
            self.record(row);
        }
    }

    fn record(&mut self, row: Row<'a>) {
        if body::lacks(&row, self.table) {
            self.pass.lacking.push(row.index);
        }
        self.headless.note(&row, self.table);
        self.keep(&row);
        let Pass { id, rules, texts, intake, .. } = &mut *self.pass;
        let mut reader = RowReader {
            sheet: *id,
            table: self.table,
            row: &row,
            zone: rules.zone,
            texts,
            problems: &mut intake.problems,
            about: About { kind: Some(self.table.kind), ..About::default() },
            flawed: self.is_incomplete,
        };
        match self.table.kind {
            Kind::Requests => intake.requests.extend(request::read(&mut reader, rules)),
            Kind::SignOffs => intake.sign_offs.extend(sign_off::read(&mut reader, rules)),
            Kind::Staff => intake.staff.extend(staff::read(&mut reader, rules)),
        }
        self.above = Some(row);
    }

    /// Keeps the row's text for the excerpt under a finding.
    fn keep(&mut self, row: &Row<'_>) {
        let table = self.table;
        let open = row.cells.iter().filter(|cell| {
            let column = table.column(cell.column);
            cell.row == row.index && column.is_some_and(|column| column.meaning != Meaning::Secret)
        });
        let texts: Vec<(u16, std::borrow::Cow<'_, str>)> =
            open.map(|cell| (cell.column, shown(&cell.value))).collect();
        if let Some(source) = self.pass.intake.sources.sheet_mut(self.pass.id) {
            source.keep_row(row.index, texts.iter().map(|(column, text)| (*column, &**text)));
        }
    }

    fn report_headless(&mut self) {
        let kind = self.table.kind;
        for (column, row) in std::mem::take(&mut self.headless.0) {
            let place = RowPlace { sheet: self.pass.id, row };
            let about = About { kind: Some(kind), ..About::default() };
            let fact = Fact::HeadlessColumn { kind };
            self.pass.intake.problems.push(Problem::of_cells(
                vec![place.cell(column)],
                about,
                fact,
            ));
        }
    }
}
