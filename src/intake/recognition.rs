//! Which kind of table it is, and where its head stands.
//!
//! Names of sheets say nothing; the heads do. They stand anywhere in the first
//! thirty rows, below titles, in one row or in two, where the upper row names
//! groups ("Waktu" over "Mulai | Selesai", "Langkah 3" over "Mulai | Selesai"). Most
//! known heads win; what is not recognised is told with the kind that it comes nearest
//! to and what it lacks.

use std::collections::{BTreeMap, BTreeSet};

use super::Rules;
use super::head::Head;
use super::head_map::Mapped;
use super::heading::{Field, Kind};
use super::hour_column;
use super::lack::lacks;
use super::number;
use super::once;
use super::problem::Lack;
use super::sheet::{Column, HEAD_WITHIN, Meaning, Table, Unrecognised};
use super::step_group::{StepColumns, is_within, step_columns};
use super::text::{fold, shown};
use super::workbook::{Row, RowCell, Value};
use crate::records::{RequestField as P, SignOffField as K};
use crate::sop::StepName;

/// In bytes; the question of a form is the longest head there is.
const LONGEST_HEAD: usize = 400;

/// Recognises the table among the first rows of a sheet.
pub(super) fn recognise(rows: &[Row<'_>], rules: &Rules<'_>) -> Result<Table, Unrecognised> {
    let candidates = candidates(rows, rules);
    let mut best: Vec<(usize, Kind, &Candidate)> = Vec::new();
    for kind in Kind::ALL {
        let strongest = candidates.iter().filter_map(|candidate| {
            let meanings = candidate.meanings(kind, rules);
            lacks(kind, &candidate.heads, &meanings)
                .is_empty()
                .then(|| (count(&meanings), candidate))
        });
        // The first of equals: one row before two, the upper before the lower.
        if let Some((heads, candidate)) = first_greatest(strongest) {
            best.push((heads, kind, candidate));
        }
    }
    let most = best.iter().map(|(heads, ..)| *heads).max().unwrap_or(0);
    best.retain(|(heads, ..)| *heads == most);
    // Groups of steps are what a sheet of sign-offs has; a request's own columns are few.
    if let Some((_, kind, candidate)) =
        best.iter().find(|(_, kind, candidate)| *kind == Kind::SignOffs && candidate.is_wide())
    {
        return Ok(candidate.table(*kind, rows, rules));
    }
    match best.as_slice() {
        [(_, kind, candidate)] => Ok(candidate.table(*kind, rows, rules)),
        [] => Err(Unrecognised { nearest: nearest(&candidates, rules), tie: false }),
        [(_, kind, _), ..] => Err(Unrecognised { nearest: Some((*kind, Vec::new())), tie: true }),
    }
}

/// The table whose head begins in the first of these rows, below another table.
pub(super) fn begins_in(rows: &[&Row<'_>], rules: &Rules<'_>) -> Option<Table> {
    let first = rows.first()?;
    let is_text = |cell: &RowCell<'_>| matches!(cell.value, Value::Text(_));
    if first.cells.len() < 2 || !first.cells.iter().all(|cell| is_text(cell) && is_short(cell)) {
        return None;
    }
    // The row below is a record already where something long stands in it.
    let rows = rows.iter().take_while(|row| row.cells.iter().all(is_short));
    // However far down the sheet: the head has to stand in the first of them.
    let down = first.index;
    let near: Vec<Row<'_>> = rows
        .map(|row| Row { index: row.index.saturating_sub(down), cells: row.cells.clone() })
        .collect();
    let mut table = recognise(&near, rules).ok().filter(|table| table.head == 0)?;
    table.head = down;
    table.body = table.body.saturating_add(down);
    for column in &mut table.columns {
        column.head_row = column.head_row.saturating_add(down);
    }
    let known = table.columns.iter().filter(|column| {
        matches!(column.meaning, Meaning::Known(_) | Meaning::Step(..) | Meaning::RowNumber)
    });
    (known.count() * 2 > table.columns.len()).then_some(table)
}

/// Heads are short; of what may be the rows below one a look is enough.
pub(super) fn is_short(cell: &RowCell<'_>) -> bool {
    match &cell.value {
        Value::Text(text) => text.len() < LONGEST_HEAD,
        _ => true,
    }
}

fn first_greatest<T>(items: impl Iterator<Item = (usize, T)>) -> Option<(usize, T)> {
    let mut best: Option<(usize, T)> = None;
    for (size, item) in items {
        if best.as_ref().is_none_or(|(most, _)| size > *most) {
            best = Some((size, item));
        }
    }
    best
}

/// A row, or two, that may be the head.
struct Candidate {
    heads: Vec<PlacedHead>,
    head: u32,
    body: u32,
    steps: StepColumns,
    /// The column "No" that holds the numbers of requests.
    lettered: Option<u16>,
}

pub(super) struct PlacedHead {
    pub column: u16,
    row: u32,
    pub head: Head,
}

fn candidates(rows: &[Row<'_>], rules: &Rules<'_>) -> Vec<Candidate> {
    let within = || rows.iter().enumerate().filter(|(_, row)| row.index < HEAD_WITHIN);
    let candidate = |heads: Vec<PlacedHead>, head: u32, body: u32| {
        let below = rows.iter().position(|row| row.index >= body).unwrap_or(rows.len());
        let below = rows.get(below..).unwrap_or_default();
        let steps = step_columns(&heads, below, rules);
        let lettered = number::lettered(&heads, below);
        Candidate { heads, head, body, steps, lettered }
    };
    let single = within().map(|(_, row)| candidate(one_row(row), row.index, row.index + 1));
    let double = within().filter_map(|(at, upper)| {
        let lower = rows.get(at + 1).filter(|lower| lower.index == upper.index + 1)?;
        Some(candidate(two_rows(upper, lower), upper.index, lower.index + 1))
    });
    single.chain(double).collect()
}

fn one_row(row: &Row<'_>) -> Vec<PlacedHead> {
    let place = |cell: &RowCell<'_>| PlacedHead {
        column: cell.column,
        row: row.index,
        head: Head::new(None, shown(&cell.value).into_owned()),
    };
    row.cells.iter().map(place).collect()
}

/// The upper head reaches to the right as far as nothing stands beside it.
fn two_rows(upper: &Row<'_>, lower: &Row<'_>) -> Vec<PlacedHead> {
    let columns: BTreeSet<u16> =
        upper.cells.iter().chain(&lower.cells).map(|cell| cell.column).collect();
    let mut group: Option<String> = None;
    let mut heads = Vec::with_capacity(columns.len());
    for column in columns {
        let above = upper.value(column).map(|value| shown(value).into_owned());
        let below = lower.value(column).map(|value| shown(value).into_owned());
        if above.is_some() {
            group.clone_from(&above);
        }
        let (row, head) = match (above, below) {
            (Some(own), None) => (upper.index, Head::new(None, own)),
            (_, Some(own)) => (lower.index, Head::new(group.clone(), own)),
            (None, None) => continue,
        };
        heads.push(PlacedHead { column, row, head });
    }
    heads
}

impl Candidate {
    fn is_wide(&self) -> bool {
        self.steps.iter().any(Option::is_some)
    }

    /// What each head means in a table of a kind.
    fn meanings(&self, kind: Kind, rules: &Rules<'_>) -> Vec<Meaning> {
        let meaning_of = |(at, placed): (usize, &PlacedHead)| {
            let step = self.steps.get(at).copied().flatten();
            meaning(&placed.head, step, is_within(&self.steps, at), kind, rules)
        };
        self.heads.iter().enumerate().map(meaning_of).collect()
    }

    /// What the heads of each step's group call it, where versions number it differently.
    fn names(&self, meanings: &[Meaning], rules: &Rules<'_>) -> BTreeMap<u32, StepName> {
        let mut names = BTreeMap::new();
        if !rules.sop.are_several() {
            return names;
        }
        for (placed, meaning) in self.heads.iter().zip(meanings) {
            let Meaning::Step(no, _) = meaning else { continue };
            if let Some(name) = rules.heads.step_in(&placed.head, rules.sop) {
                names.entry(*no).or_insert(name);
            }
        }
        names
    }

    fn table(&self, kind: Kind, rows: &[Row<'_>], rules: &Rules<'_>) -> Table {
        let meanings = self.meanings(kind, rules);
        let columns = self.heads.iter().zip(&meanings).map(|(placed, meaning)| Column {
            index: placed.column,
            head_row: placed.row,
            head: placed.head.shown().into(),
            folded: fold(&placed.head.shown()).into(),
            meaning: *meaning,
            zone: placed.head.zone(),
            nearest: None,
        });
        let columns: Vec<Column> = columns.collect();
        let steps: BTreeSet<u32> = meanings
            .iter()
            .filter_map(|meaning| match meaning {
                Meaning::Step(step, _) => Some(*step),
                _ => None,
            })
            .collect();
        let (head, body) = (self.head, self.body);
        let steps = steps.into_iter().collect();
        let edge = Table::edge_of(&columns);
        let mut table = Table {
            kind,
            columns,
            head,
            body,
            keys: Vec::new(),
            edge,
            steps,
            names: self.names(&meanings, rules),
            procedure: None,
            number_by_content: false,
            hours_by_seat: Vec::new(),
        };
        table.keys = number::keys(&table, rules);
        number::by_content(&mut table, self.lettered);
        once::settle(&mut table, rules.sop);
        hour_column::settle(&mut table, &self.heads, rows, rules);
        for (at, placed) in self.heads.iter().enumerate() {
            let nearest = placed.head.nearest(kind, |field| !table.has(field));
            if let Some(column) = table.columns.get_mut(at)
                && column.meaning == Meaning::Unknown
            {
                column.nearest = column.nearest.or(nearest);
            }
        }
        table
    }
}

fn meaning(
    head: &Head,
    step: Option<(u32, K)>,
    is_within: bool,
    kind: Kind,
    rules: &Rules<'_>,
) -> Meaning {
    if head.is_secret() {
        return Meaning::Secret;
    }
    let own = head.field(kind);
    match rules.heads.find(head) {
        Some(Mapped::Ignored) => return Meaning::Ignored,
        Some(Mapped::Step(own, column)) => {
            return Meaning::Step(step.map_or(own.no, |(no, _)| no), *column);
        }
        Some(Mapped::Column(fields)) => {
            let of_kind = fields.iter().find(|field| field.kind() == kind);
            if let Some(field) = of_kind {
                return Meaning::Known(*field);
            }
        }
        None => {}
    }
    // "Hasil verifikasi" in one row is a column of requests, what was granted; below the
    // group of its step, or among its columns, it is the decision.
    let is_decision = is_within && own == Some(Field::Request(P::HasilVerifikasi));
    let is_request_column =
        kind == Kind::Requests && head.group.is_none() && own.is_some() && !is_decision;
    if let Some((step, column)) = step
        && matches!(kind, Kind::Requests | Kind::SignOffs)
        && !is_request_column
    {
        return Meaning::Step(step, column);
    }
    if let Some(field) = own {
        return Meaning::Known(field);
    }
    if kind == Kind::SignOffs
        && let Some(Field::Request(field)) = head.field(Kind::Requests)
    {
        return match field {
            key if rules.heads.key().contains(&key) => Meaning::Known(Field::Request(key)),
            // Rounds follow from the order of the sign-offs; the column is for people.
            P::Putaran => Meaning::Ignored,
            _ => Meaning::Elsewhere,
        };
    }
    if head.is_row_number() { Meaning::RowNumber } else { Meaning::Unknown }
}

pub(super) fn known(meanings: &[Meaning]) -> BTreeSet<Field> {
    let known = meanings.iter().filter_map(|meaning| match meaning {
        Meaning::Known(field) => Some(*field),
        _ => None,
    });
    known.collect()
}

/// How many different columns are known.
pub(super) fn count(meanings: &[Meaning]) -> usize {
    let steps: BTreeSet<(u32, K)> = meanings
        .iter()
        .filter_map(|meaning| match meaning {
            Meaning::Step(step, column) => Some((*step, *column)),
            _ => None,
        })
        .collect();
    known(meanings).len() + steps.len()
}

fn nearest(candidates: &[Candidate], rules: &Rules<'_>) -> Option<(Kind, Vec<Lack>)> {
    let scored = Kind::ALL.into_iter().flat_map(|kind| {
        candidates.iter().map(move |candidate| {
            let meanings = candidate.meanings(kind, rules);
            (count(&meanings), (kind, candidate, meanings))
        })
    });
    let (heads, (kind, candidate, meanings)) = first_greatest(scored)?;
    (heads > 0).then(|| (kind, lacks(kind, &candidate.heads, &meanings)))
}
