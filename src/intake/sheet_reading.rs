//! One sheet from its first row to its last, table after table.
//!
//! Rows are read once, as they stream by. Only where a row lacks something that a
//! merged cell above could hold are the merged regions asked for, which stand behind
//! the cells in the file; if one reaches over such a row, the sheet is read again
//! with the regions known.

use std::sync::Arc;

use super::ahead::Ahead;
use super::beside::{self, Lane, RolesOfRows};
use super::downward;
use super::heading::{Field, Kind};
use super::mark::Mark;
use super::problem::{About, Fact, FileFault, Problem, ProblemTally};
use super::procedure::{self, Said};
use super::recognition;
use super::row_count::{self, RowRole};
use super::sheet::{self, HEAD_WITHIN, Meaning, Table};
use super::table_reading::Body;
use super::text::Texts;
use super::workbook::{Merged, Row, Workbook};
use super::{Intake, Rules};
use crate::diagnostic::{Cell, ColumnKey, SheetId, TableSource};

/// Reads a sheet. Each of the tables that stand side by side on it has an id of its own,
/// all of the same name; the first is the sheet's.
///
/// # Errors
/// There are more tables than can be told apart.
pub(super) fn read(
    book: &mut Workbook<'_>,
    name: &str,
    id: SheetId,
    uncalculated: &[(u32, u16)],
    rules: &Rules<'_>,
    texts: &mut Texts,
    intake: &mut Intake,
) -> Result<Vec<SheetId>, FileFault> {
    let mut pass = Pass::new(id, rules, texts, intake);
    (pass.lane, pass.uncalculated) = (None, uncalculated);
    pass.read(book, name);
    let lanes = std::mem::take(&mut pass.beside);
    if lanes.is_empty() {
        return Ok(vec![id]);
    }
    let lanes = book.rows(name).map_or(vec![Lane::ALL], |rows| beside::confirmed(&lanes, rows));
    if let [whole] = lanes.as_slice() {
        pass.lane = Some(*whole);
        pass.read(book, name);
        return Ok(vec![id]);
    }
    let mut ids = Vec::with_capacity(lanes.len());
    let mut rows = RolesOfRows::default();
    for lane in lanes {
        let own = if ids.is_empty() { Some(id) } else { beside_of(id, ids.len(), intake) };
        let own = own.ok_or(FileFault::TooManySheets)?;
        let mut pass = Pass::new(own, rules, texts, intake);
        (pass.lane, pass.is_further) = (Some(lane), !ids.is_empty());
        pass.uncalculated = uncalculated;
        pass.read(book, name);
        rows.take_in(&mut pass.roles);
        ids.push(own);
    }
    for (row, role) in rows.into_rows() {
        row_count::enter(&mut intake.rows, id, row, role);
    }
    Ok(ids)
}

/// The id of another table on the same sheet: the one that it has, where the sheet is
/// read once more.
fn beside_of(id: SheetId, at: usize, intake: &mut Intake) -> Option<SheetId> {
    let source = intake.sources.sheet(id)?;
    let (file, sheet) = (Arc::clone(&source.file), Arc::clone(&source.sheet));
    let same = intake
        .sources
        .sheets_with_ids()
        .filter(|(_, known)| known.file == file && known.sheet == sheet);
    let known = same.map(|(known, _)| known).filter(|known| *known >= id).nth(at);
    known.or_else(|| intake.sources.add(file, sheet))
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
    /// The columns that are read; not known yet before the first rows were seen.
    lane: Option<Lane>,
    /// What was found instead of one table: several side by side.
    beside: Vec<Lane>,
    /// Another table of the sheet was read before.
    is_further: bool,
    /// The cells whose formula was not calculated, where they are known.
    uncalculated: &'p [(u32, u16)],
    /// Rows that were not read because nothing but such formulas stands in them.
    pub unread: Vec<u32>,
    /// How often the same was found in a column.
    pub tally: ProblemTally,
    /// What the rows were taken for, where other tables stand on them too.
    roles: RolesOfRows,
}

impl<'p, 'r> Pass<'p, 'r> {
    fn new(
        id: SheetId,
        rules: &'p Rules<'r>,
        texts: &'p mut Texts,
        intake: &'p mut Intake,
    ) -> Self {
        Self {
            id,
            rules,
            texts,
            intake,
            lacking: Vec::new(),
            procedure: None,
            last: None,
            lane: Some(Lane::ALL),
            beside: Vec::new(),
            is_further: false,
            uncalculated: &[],
            unread: Vec::new(),
            tally: ProblemTally::default(),
            roles: RolesOfRows::default(),
        }
    }
}

impl Pass<'_, '_> {
    /// Reads the rows; once more where a merged cell reaches over one that lacks what
    /// may stand in it.
    fn read(&mut self, book: &mut Workbook<'_>, name: &str) {
        let mark = Mark::of(self.intake);
        let tables = self.run(book, name, &[]);
        let lacking = std::mem::take(&mut self.lacking);
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
            tables.iter().any(is_known)
                && lacking.get(first).is_some_and(|row| *row <= region.rows.1)
        };
        if regions.iter().any(reaches) {
            mark.undo(self.intake);
            self.run(book, name, &regions);
        }
    }

    /// Reads the sheet; the tables that were read.
    fn run(&mut self, book: &mut Workbook<'_>, name: &str, merged: &[Merged]) -> Vec<Table> {
        self.last = None;
        self.unread.clear();
        self.tally = ProblemTally::default();
        self.roles.clear();
        self.procedure = procedure::of_sheet(name, self.id, self.rules.sop);
        if let Some(source) = self.intake.sources.sheet_mut(self.id) {
            source.forget_all();
        }
        let mut tables = Vec::new();
        let broken = match book.rows(name) {
            Ok(rows) => {
                let mut rows = Ahead::of(rows, self.lane.unwrap_or(Lane::ALL), self.uncalculated);
                self.tables(&mut rows, merged, &mut tables);
                self.tell_unread(std::mem::take(&mut rows.alone));
                rows.broken
            }
            Err(fault) => Some(fault),
        };
        if let Some(fault) = broken.filter(|_| !self.is_further) {
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
        if self.lane.is_none() {
            self.beside = beside::lanes(top, self.rules);
            if self.beside.len() > 1 {
                return;
            }
            self.beside.clear();
        }
        let mut next = match recognition::recognise(top, self.rules) {
            Ok(mut table) => {
                self.titled(top.iter(), &mut table);
                Some(table)
            }
            Err(unknown) => {
                let fact = match downward::kind_of(top, self.rules) {
                    Some(kind) => Fact::HeadsDownward { kind },
                    None => Fact::UnknownSheet { nearest: unknown.nearest, tie: unknown.tie },
                };
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

    /// Rows that may be records, for all that the formulas in them would say.
    fn tell_unread(&mut self, alone: Vec<(u32, u16)>) {
        let mut rows = std::mem::take(&mut self.unread);
        if let Some(source) = self.intake.sources.sheet(self.id) {
            let known = alone.into_iter().filter(|(row, column)| source.knows(*row, *column));
            let mut alone: Vec<u32> = known.map(|(row, _)| row).collect();
            alone.dedup();
            for row in &alone {
                self.enter(*row, RowRole::Told);
            }
            rows.extend(alone);
        }
        rows.sort_unstable();
        rows.dedup();
        if !rows.is_empty() {
            let fact = Fact::RowsUncalculated { rows };
            self.intake.problems.push(Problem::of_sheet(self.id, None, fact));
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
        match self.lane {
            None | Some(Lane::ALL) => row_count::enter(&mut self.intake.rows, self.id, row, role),
            Some(_) => self.roles.enter(row, role),
        }
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
                (Meaning::OfNoStep, _) => Fact::ColumnOfNoStep { head },
                (Meaning::OfNoDate(date), _) => Fact::HourOfNoDate { head, date },
                (Meaning::Known(field), None) if table.hours_by_seat.contains(&column.index) => {
                    let date =
                        before.last().map_or_else(|| "".into(), |date| Arc::clone(&date.head));
                    Fact::HourBySeat { head, field, date }
                }
                (Meaning::Known(field), None)
                    if table.number_by_content && field == table.kind.key() =>
                {
                    Fact::NumberByContent { head }
                }
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
        let problem = Problem::of_cells(cells, about, fact);
        problem.keep(&mut self.intake.problems, &mut self.tally);
    }
}
