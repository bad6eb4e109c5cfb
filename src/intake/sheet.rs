//! A table that was recognised on a sheet: its kind, its columns, what each holds.
//!
//! In wide form each step has a group of columns of its own; a table of requests may
//! have such groups beside its own columns.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::heading::{Field, FieldSet, Kind};
use super::problem::Lack;
use super::procedure::Said;
use super::text::{fold, shown};
use super::workbook::{Row, RowCell, Value};
use crate::diagnostic::{FINDINGS_HEAD, FINDINGS_TITLE};
use crate::office::Zone;
use crate::records::{
    AttendeeField as A, ItemField as I, RequestField as P, SignOffField as K, StaffField as S,
};
use crate::sop::StepName;

/// How many rows from the top the head may stand in (contract, section 3).
pub(super) const HEAD_WITHIN: u32 = 30;
pub(super) const LEAST_HEADS: usize = 3;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Known(Field),
    /// What it holds is of one step: a column of the step's group.
    Step(u32, K),
    RowNumber,
    /// A column of requests on a sheet of sign-offs: it is read there, not here.
    Elsewhere,
    /// Said in tertib.toml not to be read.
    Ignored,
    /// Beside the groups of steps, and of none of them.
    OfNoStep,
    /// The hour of a date that has no column.
    OfNoDate(Field),
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
    /// The head as it is compared.
    pub folded: Box<str>,
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
    /// The row in which its head begins.
    pub head: u32,
    /// The first row below the head.
    pub body: u32,
    /// The columns by which a row is known: the request's number, a person's name; or
    /// those that tertib.toml names where requests have no numbers. Empty: none is there.
    pub keys: Vec<Field>,
    /// The last column that may be of the table; behind it, past a blank one, something
    /// else stands, of which no head is known.
    pub edge: u16,
    /// The steps that have a group of columns, ascending; empty in long form.
    pub steps: Vec<u32>,
    /// The names of these steps, where there are several versions of the SOP.
    pub names: BTreeMap<u32, StepName>,
    /// The column "No" was taken for the number, by what stands in it.
    pub number_by_content: bool,
    /// The columns "Jam" that were taken for the hour of the date in front of them.
    pub hours_by_seat: Vec<u16>,
    /// The procedure that the title above it or the name of the sheet says.
    pub procedure: Said,
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

impl Kind {
    /// The column by which a row is known.
    pub(super) fn key(self) -> Field {
        match self {
            Kind::Requests => Field::Request(P::NomorPermohonan),
            Kind::SignOffs => Field::SignOff(K::NomorPermohonan),
            Kind::Staff => Field::Staff(S::Nama),
            Kind::Attendees => Field::Attendee(A::NomorPermohonan),
            Kind::Items => Field::Item(I::NomorPermohonan),
        }
    }
}

impl Table {
    /// The last column that may be of a table with these columns: the one behind the last
    /// that is known, or behind those that follow it without a gap.
    pub(super) fn edge_of(columns: &[Column]) -> u16 {
        let mut edge = 0;
        for column in columns {
            if column.meaning != Meaning::Unknown || column.index <= edge {
                edge = column.index.saturating_add(1);
            }
        }
        edge
    }

    pub(super) fn columns_of(&self, field: Field) -> impl Iterator<Item = &Column> {
        self.columns_meaning(Meaning::Known(field))
    }

    pub(super) fn columns_meaning(&self, meaning: Meaning) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.meaning == meaning)
    }

    /// The fields that have a column of their own, outside the groups of steps.
    pub(super) fn fields(&self) -> FieldSet {
        let mut fields = FieldSet::default();
        for column in &self.columns {
            if let Meaning::Known(field) = column.meaning {
                fields.add(field);
            }
        }
        fields
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.columns_of(field).next().is_some()
    }

    pub(super) fn column(&self, index: u16) -> Option<&Column> {
        let at = self.columns.binary_search_by_key(&index, |column| column.index).ok()?;
        self.columns.get(at)
    }

    /// Where a field of a step's sign-off stands: in the step's group, else, for what
    /// may be said once for all steps, in a column of the table.
    pub(super) fn meaning_in(&self, step: u32, field: K) -> Meaning {
        let own = Meaning::Step(step, field);
        if self.columns_meaning(own).next().is_some() {
            return own;
        }
        let shared = match (self.kind, field) {
            (Kind::Requests, K::NomorPermohonan) => Field::Request(P::NomorPermohonan),
            (Kind::Requests, K::Aplikasi) => Field::Request(P::Aplikasi),
            (Kind::Requests, K::Penerima) => Field::Request(P::NamaPenerima),
            (Kind::SignOffs, _) if is_shared(field) => Field::SignOff(field),
            _ => return own,
        };
        Meaning::Known(shared)
    }

    /// The required columns that are not there. A date column gives the end too; in
    /// wide form each group has to have its own.
    pub(super) fn missing(&self) -> Vec<Field> {
        let mut fields = self.kind.fields();
        let by_date = self.has(Field::SignOff(K::Tanggal));
        fields.retain(|field| {
            let is_there = match *field {
                key if key == self.kind.key() => !self.keys.is_empty(),
                Field::SignOff(K::Langkah) if !self.steps.is_empty() => true,
                Field::SignOff(column) if !self.steps.is_empty() => self.is_in_each_group(column),
                Field::SignOff(K::Selesai) => self.has(*field) || by_date,
                other => self.has(other),
            };
            field.required() && !is_there
        });
        fields
    }

    fn is_in_each_group(&self, column: K) -> bool {
        let has = |step, field| self.columns_meaning(self.meaning_in(step, field)).next().is_some();
        self.steps
            .iter()
            .all(|step| has(*step, column) || (column == K::Selesai && has(*step, K::Tanggal)))
    }

    /// "(1) (2) (3)" below the head, or the head once more on a new page.
    pub(super) fn repeats_head(&self, row: &Row<'_>) -> bool {
        let is_text = matches!(row.cells.first(), Some(RowCell { value: Value::Text(_), .. }));
        let has_date =
            || row.cells.iter().any(|cell| matches!(cell.value, Value::Date(_) | Value::Clock(_)));
        if row.index > self.body && (!is_text || has_date()) {
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
                let Value::Text(text) = &cell.value else { return false };
                let Some(column) = self.column(cell.column) else { return false };
                // Asked of every row: what is longer than its head is not folded first.
                if text.len() > 2 * column.head.len() + LEAST_HEADS {
                    return false;
                }
                let (head, own) = (&*column.folded, fold(text));
                let rest = head.strip_prefix(&*own).or_else(|| head.strip_suffix(&*own));
                rest.is_some_and(|rest| {
                    rest.is_empty() || rest.starts_with(' ') || rest.ends_with(' ')
                })
            };
            row.cells.len() >= 2 && row.cells.iter().all(same)
        }
    }
}

/// What may be said once for all steps of a row: its day, too, where their cells have
/// times alone.
pub(super) fn is_shared(field: K) -> bool {
    matches!(
        field,
        K::NomorPermohonan
            | K::Sop
            | K::Aplikasi
            | K::Penerima
            | K::Pelaksana
            | K::NipPelaksana
            | K::Tanggal
    )
}

fn number_in(value: &Value<'_>) -> Option<u32> {
    let text = shown(value);
    text.trim_matches(['(', ')', '.', '[', ']', ' ']).parse().ok()
}
