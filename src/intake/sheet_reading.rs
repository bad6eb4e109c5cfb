//! One sheet from its first row to its last, table after table.
//!
//! Rows are read once, as they stream by. Only where a row lacks something that a
//! merged cell above could hold are the merged regions asked for, which stand behind
//! the cells in the file; if one reaches over such a row, the sheet is read again
//! with the regions known.

use std::sync::Arc;

use super::ahead::Ahead;
use super::heading::{Field, Kind};
use super::mark::Mark;
use super::problem::{About, Fact, Problem};
use super::procedure::{self, Said};
use super::recognition;
use super::row_count::{self, RowRole};
use super::sheet::{self, HEAD_WITHIN, Meaning, Table};
use super::table_reading::Body;
use super::text::Texts;
use super::workbook::{Merged, Row, Workbook};
use super::{Intake, Rules};
use crate::diagnostic::{Cell, ColumnKey, SheetId, TableSource};

pub(super) fn read(
    book: &mut Workbook<'_>,
    name: &str,
    id: SheetId,
    rules: &Rules<'_>,
    texts: &mut Texts,
    intake: &mut Intake,
) {
    let mark = Mark::of(intake);
    let lacking = Vec::new();
    let mut pass = Pass { id, rules, texts, intake, lacking, procedure: None, last: None };
    let tables = pass.run(book, name, &[]);
    let lacking = std::mem::take(&mut pass.lacking);
    if lacking.is_empty() {
        return;
    }
    let regions = book.merged(name);
    let reaches = |region: &Merged| {
        let first = lacking.partition_point(|row| *row <= region.rows.0);
        let is_known = |table: &Table| {
            region.rows.0 >= table.body
                && u16::try_from(region.columns.0).is_ok_and(|at| table.column(at).is_some())
        };
        tables.iter().any(is_known) && lacking.get(first).is_some_and(|row| *row <= region.rows.1)
    };
    if regions.iter().any(reaches) {
        mark.undo(pass.intake);
        pass.run(book, name, &regions);
    }
}

/// One run over the rows of a sheet.
pub(super) struct Pass<'p, 'r> {
    pub id: SheetId,
    pub rules: &'p Rules<'r>,
    pub texts: &'p mut Texts,
    pub intake: &'p mut Intake,
    /// Rows that lack what a merged cell above could hold, ascending.
    pub lacking: Vec<u32>,
    /// The procedure that the name of the sheet, or the last title, says.
    pub procedure: Said,
    /// The last row that was read.
    pub last: Option<u32>,
}

impl Pass<'_, '_> {
    /// Reads the sheet; the tables that were read.
    fn run(&mut self, book: &mut Workbook<'_>, name: &str, merged: &[Merged]) -> Vec<Table> {
        self.last = None;
        self.procedure = procedure::of_sheet(name, self.id, self.rules.sop);
        if let Some(source) = self.intake.sources.sheet_mut(self.id) {
            source.forget_tables();
        }
        let mut tables = Vec::new();
        let broken = match book.rows(name) {
            Ok(rows) => {
                let mut rows = Ahead::of(rows);
                self.tables(&mut rows, merged, &mut tables);
                rows.broken
            }
            Err(fault) => Some(fault),
        };
        if let Some(fault) = broken {
            let kind = tables.first().map(|table| table.kind);
            let fact = Fact::SheetBroken { last_row: self.last, fault };
            self.intake.problems.push(Problem::of_sheet(self.id, kind, fact));
        }
        tables
    }

    fn tables(&mut self, rows: &mut Ahead<'_>, merged: &[Merged], read: &mut Vec<Table>) {
        let top = rows.top(HEAD_WITHIN);
        if top.is_empty() || sheet::is_list_of_findings(top) {
            return;
        }
        let mut next = match recognition::recognise(top, self.rules) {
            Ok(mut table) => {
                self.titled(top.iter(), &mut table);
                Some(table)
            }
            Err(unknown) => {
                let fact = Fact::UnknownSheet { nearest: unknown.nearest, tie: unknown.tie };
                self.intake.problems.push(Problem::of_sheet(self.id, None, fact));
                None
            }
        };
        while let Some(table) = next {
            self.columns(&table);
            while rows.peek(1).next().is_some_and(|row| row.index < table.body) {
                let Some(row) = rows.next() else { break };
                let role = if row.index < table.head { RowRole::Title } else { RowRole::Head };
                self.enter(row.index, role);
            }
            next = Body::new(self, &table, merged).read(rows);
            read.push(table);
        }
    }

    /// Gives a table the procedure that its titles say, else what was said before.
    pub(super) fn titled<'t, 'a: 't>(
        &mut self,
        above: impl Iterator<Item = &'t Row<'a>>,
        table: &mut Table,
    ) {
        let titles = above.take_while(|row| row.index < table.head);
        let said = procedure::in_titles(titles, self.id, self.rules.sop);
        self.procedure = said.or(self.procedure);
        table.procedure = self.procedure;
    }

    pub(super) fn enter(&mut self, row: u32, role: RowRole) {
        self.last = Some(row);
        row_count::enter(&mut self.intake.rows, self.id, row, role);
    }

    /// Keeps the heads and reports what is wrong with the columns.
    fn columns(&mut self, table: &Table) {
        let heads = table.columns.iter().map(|column| (column.index, Arc::clone(&column.head)));
        let key =
            |column: u16, step: Option<u32>, key: &'static str| ColumnKey { column, step, key };
        let keys = table.columns.iter().filter_map(|column| match column.meaning {
            Meaning::Known(field) => Some(key(column.index, None, field.key())),
            Meaning::Step(step, field) => Some(key(column.index, Some(step), field.key())),
            _ => None,
        });
        if let Some(source) = self.intake.sources.sheet_mut(self.id) {
            let (heads, keys) = (heads.collect(), keys.collect());
            source.keep_table(TableSource { from: table.head, heads, keys });
        }
        for field in table.missing() {
            let fact = Fact::ColumnMissing { field };
            self.intake.problems.push(Problem::of_sheet(self.id, Some(table.kind), fact));
        }
        self.elsewhere(table);
        for (at, column) in table.columns.iter().enumerate() {
            let head = Arc::clone(&column.head);
            let before = table.columns.get(..at).unwrap_or_default();
            let first = before.iter().find(|other| other.meaning == column.meaning);
            let second = |field: Field, first: &super::sheet::Column| Fact::SecondColumn {
                head: Arc::clone(&column.head),
                field,
                first: Arc::clone(&first.head),
            };
            let fact = match (column.meaning, first) {
                (Meaning::Known(field), Some(first)) => second(field, first),
                (Meaning::Step(_, field), Some(first)) => second(Field::SignOff(field), first),
                (Meaning::Secret, _) => Fact::SecretColumn { head },
                (Meaning::Unknown, _) => {
                    Fact::UnknownColumn { head, kind: table.kind, nearest: column.nearest }
                }
                _ => continue,
            };
            let cell = Cell { sheet: self.id, row: column.head_row, column: column.index };
            self.report(vec![cell], table.kind, fact);
        }
    }

    /// The columns of requests on a sheet of sign-offs, told once for all of them.
    fn elsewhere(&mut self, table: &Table) {
        let columns = || table.columns_meaning(Meaning::Elsewhere);
        let heads: Vec<Arc<str>> = columns().map(|column| Arc::clone(&column.head)).collect();
        if heads.is_empty() {
            return;
        }
        let cell = |column: &super::sheet::Column| Cell {
            sheet: self.id,
            row: column.head_row,
            column: column.index,
        };
        let cells = columns().map(cell).collect();
        self.report(cells, table.kind, Fact::ColumnsOfRequests { heads });
    }

    pub(super) fn report(&mut self, cells: Vec<Cell>, kind: Kind, fact: Fact) {
        let about = About { kind: Some(kind), ..About::default() };
        self.intake.problems.push(Problem::of_cells(cells, about, fact));
    }
}
