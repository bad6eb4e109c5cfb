//! Which kind of sheet it is, and where the head of its table stands.
//!
//! Names of sheets say nothing; the heads do. They stand anywhere in the first
//! thirty rows, below titles, in one row or in two, where the upper row names
//! groups ("Waktu" over "Mulai | Selesai"). Most known heads win; what is not
//! recognised is told with the kind that it comes nearest to and what it lacks.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::head::Head;
use super::heading::{Field, Kind};
use super::problem::Lack;
use super::text::{fold, shown};
use super::workbook::{Row, RowCell, Value};
use crate::diagnostic::{FINDINGS_HEAD, FINDINGS_TITLE};
use crate::office::Zone;
use crate::records::{RequestField as P, SignOffField as K, StaffField as S};

/// How many rows from the top the head may stand in (contract, section 3).
pub(super) const HEAD_WITHIN: u32 = 30;
const LEAST_HEADS: usize = 3;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Known(Field),
    RowNumber,
    /// Not read, and its text is kept nowhere.
    Secret,
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub index: u16,
    /// The row in which the head, or its lower part, stands.
    pub head_row: u32,
    pub head: Arc<str>,
    pub meaning: Meaning,
    /// The zone that the head names for all times below it.
    pub zone: Option<Zone>,
    /// The known column that was most likely meant, where it is unknown.
    pub nearest: Option<Field>,
}

/// A table that was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    pub kind: Kind,
    pub columns: Vec<Column>,
    /// The first row below the head.
    pub body: u32,
}

/// Whether it is the sheet that `periksa --anotasi` puts first into a copy: it repeats
/// what was found in the others and is no input.
pub(super) fn is_list_of_findings(top: &[Row<'_>]) -> bool {
    let text = |row: &Row<'_>, column: u16| match row.value(column) {
        Some(Value::Text(text)) => text.to_string(),
        _ => String::new(),
    };
    let title = top.first().map_or_else(String::new, |row| text(row, 0));
    let is_head =
        |row: &Row<'_>| (0..).zip(FINDINGS_HEAD).all(|(column, head)| text(row, column) == head);
    title.starts_with(FINDINGS_TITLE) && top.iter().any(is_head)
}

/// A sheet of no known kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unrecognised {
    pub nearest: Option<(Kind, Vec<Lack>)>,
    /// Two kinds fit equally well.
    pub tie: bool,
}

impl Table {
    pub(super) fn columns_of(&self, field: Field) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.meaning == Meaning::Known(field))
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.columns_of(field).next().is_some()
    }

    pub(super) fn column(&self, index: u16) -> Option<&Column> {
        let at = self.columns.binary_search_by_key(&index, |column| column.index).ok()?;
        self.columns.get(at)
    }

    /// The column by which a row is known: the request's number, a person's name.
    pub(super) fn key(&self) -> Field {
        match self.kind {
            Kind::Requests => Field::Request(P::NomorPermohonan),
            Kind::SignOffs => Field::SignOff(K::NomorPermohonan),
            Kind::Staff => Field::Staff(S::Nama),
        }
    }

    /// The required columns that are not there. A date column gives the end too.
    pub(super) fn missing(&self) -> Vec<Field> {
        let selesai = Field::SignOff(K::Selesai);
        let by_date = self.has(Field::SignOff(K::Tanggal));
        let mut fields = self.kind.fields();
        fields.retain(|field| {
            field.required() && !self.has(*field) && !(*field == selesai && by_date)
        });
        fields
    }

    /// "(1) (2) (3)" below the head, or the head once more on a new page.
    pub(super) fn repeats_head(&self, row: &Row<'_>) -> bool {
        let is_text = matches!(row.cells.first(), Some(RowCell { value: Value::Text(_), .. }));
        if !is_text && row.index > self.body {
            return false;
        }
        let numbers = row.cells.iter().map(|cell| number_in(&cell.value));
        let counts = row.cells.len() >= LEAST_HEADS
            && numbers
                .clone()
                .zip(numbers.skip(1))
                .all(|(a, b)| a.zip(b).is_some_and(|(a, b)| a.checked_add(1) == Some(b)));
        counts || {
            let same = |cell: &RowCell<'_>| {
                let own = fold(&shown(&cell.value));
                self.column(cell.column).is_some_and(|column| {
                    let head = fold(&column.head);
                    head == own
                        || head.ends_with(&format!(" {own}"))
                        || head.starts_with(&format!("{own} "))
                })
            };
            row.cells.len() >= 2 && row.cells.iter().all(same)
        }
    }
}

fn number_in(value: &Value<'_>) -> Option<u32> {
    let text = shown(value);
    text.trim_matches(['(', ')', '.', '[', ']', ' ']).parse().ok()
}

/// Recognises the table among the first rows of a sheet.
pub(super) fn recognise(rows: &[Row<'_>]) -> Result<Table, Unrecognised> {
    let candidates = candidates(rows);
    let mut best: Vec<(usize, Kind, &Candidate)> = Vec::new();
    for kind in Kind::ALL {
        let fit = |candidate: &&Candidate| lacks(kind, &candidate.heads).is_empty();
        // The first of equals: one row before two, the upper before the lower.
        let strongest = candidates
            .iter()
            .filter(fit)
            .map(|candidate| (count(kind, &candidate.heads), candidate));
        if let Some((heads, candidate)) = first_greatest(strongest) {
            best.push((heads, kind, candidate));
        }
    }
    let most = best.iter().map(|(heads, ..)| *heads).max().unwrap_or(0);
    best.retain(|(heads, ..)| *heads == most);
    match best.as_slice() {
        [(_, kind, candidate)] => Ok(candidate.table(*kind)),
        [] => Err(Unrecognised { nearest: nearest(&candidates), tie: false }),
        [(_, kind, _), ..] => Err(Unrecognised { nearest: Some((*kind, Vec::new())), tie: true }),
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
    body: u32,
}

struct PlacedHead {
    column: u16,
    row: u32,
    head: Head,
}

fn candidates(rows: &[Row<'_>]) -> Vec<Candidate> {
    let within = || rows.iter().enumerate().filter(|(_, row)| row.index < HEAD_WITHIN);
    let single = within().map(|(_, row)| Candidate { heads: one_row(row), body: row.index + 1 });
    let double = within().filter_map(|(at, upper)| {
        let lower = rows.get(at + 1).filter(|lower| lower.index == upper.index + 1)?;
        Some(Candidate { heads: two_rows(upper, lower), body: lower.index + 1 })
    });
    single.chain(double).collect()
}

fn one_row(row: &Row<'_>) -> Vec<PlacedHead> {
    let place = |cell: &RowCell<'_>| PlacedHead {
        column: cell.column,
        row: row.index,
        head: Head { group: None, own: shown(&cell.value).into_owned() },
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
            (Some(own), None) => (upper.index, Head { group: None, own }),
            (_, Some(own)) => (lower.index, Head { group: group.clone(), own }),
            (None, None) => continue,
        };
        heads.push(PlacedHead { column, row, head });
    }
    heads
}

impl Candidate {
    fn table(&self, kind: Kind) -> Table {
        let mut columns: Vec<Column> = Vec::with_capacity(self.heads.len());
        for placed in &self.heads {
            let head = &placed.head;
            let meaning = if head.is_secret() {
                Meaning::Secret
            } else if let Some(field) = head.field(kind) {
                Meaning::Known(field)
            } else if head.is_row_number() {
                Meaning::RowNumber
            } else {
                Meaning::Unknown
            };
            columns.push(Column {
                index: placed.column,
                head_row: placed.row,
                head: head.shown().into(),
                meaning,
                zone: head.zone(),
                nearest: None,
            });
        }
        let mut table = Table { kind, columns, body: self.body };
        for (at, placed) in self.heads.iter().enumerate() {
            let nearest = placed.head.nearest(kind, |field| !table.has(field));
            if let Some(column) = table.columns.get_mut(at)
                && column.meaning == Meaning::Unknown
            {
                column.nearest = nearest;
            }
        }
        table
    }
}

fn fields(kind: Kind, heads: &[PlacedHead]) -> BTreeSet<Field> {
    let open = heads.iter().filter(|placed| !placed.head.is_secret());
    open.filter_map(|placed| placed.head.field(kind)).collect()
}

fn count(kind: Kind, heads: &[PlacedHead]) -> usize {
    fields(kind, heads).len()
}

/// What keeps the heads from being those of a kind (contract, section 3).
fn lacks(kind: Kind, heads: &[PlacedHead]) -> Vec<Lack> {
    let known = fields(kind, heads);
    let mut lacks = Vec::new();
    let mut either = |first: Field, second: Field| {
        if !known.contains(&first) && !known.contains(&second) {
            lacks.push(if first == second {
                Lack::Column(first)
            } else {
                Lack::Either(first, second)
            });
        }
    };
    let one = |field: Field| (field, field);
    match kind {
        Kind::Requests => {
            either(Field::Request(P::Aplikasi), Field::Request(P::Peran));
            either(Field::Request(P::NomorPermohonan), Field::Request(P::NamaPemohon));
            // "Nama" and "Peran" alone are as good a staff list.
            let (app, _) = one(Field::Request(P::Aplikasi));
            let says_applicant = known.contains(&Field::Request(P::NomorPermohonan))
                || heads.iter().any(|placed| fold(&placed.head.shown()).contains("pemohon"));
            if !known.contains(&app) && !says_applicant && lacks.is_empty() {
                lacks.push(Lack::Column(app));
            }
        }
        Kind::SignOffs => {
            let (step, same) = one(Field::SignOff(K::Langkah));
            either(step, same);
            either(Field::SignOff(K::Selesai), Field::SignOff(K::Tanggal));
        }
        Kind::Staff => {
            let (name, same) = one(Field::Staff(S::Nama));
            either(name, same);
            either(Field::Staff(S::Nip), Field::Staff(S::Jabatan));
            let (role, same) = one(Field::Staff(S::Peran));
            either(role, same);
            let has_application =
                fields(Kind::Requests, heads).contains(&Field::Request(P::Aplikasi));
            if has_application {
                lacks.push(Lack::Heads(known.len()));
            }
        }
    }
    if lacks.is_empty() && known.len() < LEAST_HEADS {
        lacks.push(Lack::Heads(known.len()));
    }
    lacks
}

fn nearest(candidates: &[Candidate]) -> Option<(Kind, Vec<Lack>)> {
    let scored = Kind::ALL.into_iter().flat_map(|kind| {
        candidates.iter().map(move |candidate| (count(kind, &candidate.heads), (kind, candidate)))
    });
    let (heads, (kind, candidate)) = first_greatest(scored)?;
    (heads > 0).then(|| (kind, lacks(kind, &candidate.heads)))
}
