//! The rows below the head: which are records, and which are a total, a note, a
//! sub-heading or the block of signatures.
//!
//! Nothing that may be a record is passed over. A row is left out only by what it
//! says: a total, the words of a note or a signature, a bare row number. A row with
//! little in it and nothing that tells what it is counts as part of the block below
//! the table only if it stands below a gap and no record follows it; otherwise it
//! is a row whose number is missing (D02).

use std::collections::BTreeMap;

use super::date_text::month_of;
use super::heading::{Field, Kind};
use super::moment::{self, MomentFault};
use super::sheet::{Meaning, Table};
use super::staff::role_id;
use super::step_group::is_filled;
use super::text::{fold, is_placeholder, shown};
use super::workbook::{Merged, Row, RowCell, Value};
use crate::office::Zone;
use crate::office::nip::Nip;
use crate::records::{RequestField as P, SignOffField as K, StaffField as S};
use crate::sop::Versions;

/// What a row below the head is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Blank,
    /// A total, a note, a sub-heading, the head once more.
    Aside,
    Record,
    /// Filled like a record, without that by which one is known.
    Unnumbered,
    /// Little in it; what it is depends on where it stands.
    Doubtful,
}

const TOTALS: &[&str] = &["jumlah", "jml", "jmlh", "jlh", "total", "subtotal", "grand", "rata"];

/// First words of what stands beside and below a table.
const NOTES: &[&str] = &[
    "catatan",
    "keterangan",
    "ket",
    "note",
    "nb",
    "mengetahui",
    "menyetujui",
    "mengesahkan",
    "disahkan",
    "dibuat",
    "diperiksa",
    "disetujui",
    "disusun",
    "pembuat",
    "penyusun",
    "pemeriksa",
    "nip",
    "sumber",
    "lampiran",
    "tembusan",
    "dicetak",
    "hormat",
    "bulan",
    "halaman",
    "kepala",
    "ketua",
    "plt",
    "plh",
    "sekretaris",
    "direktur",
    "ttd",
    "paraf",
    "tanda",
    "petunjuk",
    "unit",
    "periode",
    "minggu",
    "triwulan",
];

/// Three officials sign side by side at most: so much text is not yet a record.
pub(super) const FEW: usize = 3;

/// A note has at least so many words.
const WORDS_OF_A_NOTE: usize = 6;

pub(super) fn line_of(row: &Row<'_>, table: &Table, sop: &Versions, zone: Zone) -> Line {
    let mut filled = row.cells.iter().filter(|cell| is_content(cell, table)).peekable();
    if filled.peek().is_none() {
        let is_beside = row.cells.iter().any(|cell| cell.column > table.edge && is_filled(cell));
        return if is_beside { Line::Aside } else { Line::Blank };
    }
    let filled: Vec<&RowCell<'_>> = filled.collect();
    if table.repeats_head(row) || is_total(&filled, table) {
        return Line::Aside;
    }
    let few = filled.len() <= FEW;
    if few && filled.iter().all(|cell| is_note(&shown(&cell.value), filled.len())) {
        return Line::Aside;
    }
    let fits = || filled.iter().any(|cell| fits(cell, table, sop, zone));
    if is_sub_heading(&filled, table) {
        return Line::Aside;
    }
    match key_of(row, table) {
        Some(text) if !few || has_digit(&text) || fits() => Line::Record,
        Some(_) => Line::Doubtful,
        None => {
            let known = filled.iter().filter(|cell| is_known(cell, table)).count();
            if known > FEW || fits() { Line::Unnumbered } else { Line::Doubtful }
        }
    }
}

/// One text in front of the table: "Minggu II".
fn is_sub_heading(filled: &[&RowCell<'_>], table: &Table) -> bool {
    let [only] = filled else { return false };
    let leftmost = table.columns.first().map(|column| column.index);
    Some(only.column) <= leftmost
        && table.column(only.column).is_none_or(|column| {
            matches!(column.meaning, Meaning::RowNumber | Meaning::Ignored | Meaning::Elsewhere)
        })
}

fn has_digit(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
}

/// Whether a merged cell from above could be what the row lacks: without it a
/// required value or a signature is missing.
pub(super) fn lacks(row: &Row<'_>, table: &Table) -> bool {
    let empty = |field: Field| {
        table.has(field) && table.columns_of(field).all(|column| row.cell(column.index).is_none())
    };
    let paraf = Field::SignOff(K::Paraf);
    let date = Field::SignOff(K::Tanggal);
    let fields = table.columns.iter().filter_map(|column| match column.meaning {
        Meaning::Known(field) => Some(field),
        _ => None,
    });
    let matters = |field: Field| {
        field.required() || field == paraf || field == date || table.keys.contains(&field)
    };
    fields.into_iter().any(|field| matters(field) && empty(field)) || lacks_a_step(row, table)
}

/// A merged cell may hold a step of several accesses that stand below one another.
fn lacks_a_step(row: &Row<'_>, table: &Table) -> bool {
    table.kind == Kind::Requests
        && table.columns.iter().any(|column| {
            matches!(column.meaning, Meaning::Step(..)) && row.cell(column.index).is_none()
        })
}

/// The merged regions below the head, laid over the rows as these go by.
pub(super) struct Overlay<'m> {
    waiting: &'m [Merged],
    open: Vec<Merged>,
}

impl<'m> Overlay<'m> {
    /// Regions in the order of their first rows.
    pub(super) fn new(regions: &'m [Merged]) -> Self {
        Self { waiting: regions, open: Vec::new() }
    }

    /// Fills what a merged cell says for this row too, from the record above.
    pub(super) fn fill<'a>(&mut self, row: &mut Row<'a>, above: Option<&Row<'a>>, table: &Table) {
        while let Some((next, rest)) = self.waiting.split_first() {
            if next.rows.0 >= row.index {
                break;
            }
            self.waiting = rest;
            if next.rows.0 >= table.body {
                self.open.push(*next);
            }
        }
        self.open.retain(|region| region.rows.1 >= row.index);
        let Some(above) = above else { return };
        if self.open.is_empty() {
            return;
        }
        let filled: Vec<&RowCell<'_>> =
            row.cells.iter().filter(|cell| is_content(cell, table)).collect();
        if filled.is_empty() || is_sub_heading(&filled, table) {
            return;
        }
        for region in self.open.iter().filter(|region| region.rows.0 <= above.index) {
            let Ok(column) = u16::try_from(region.columns.0) else { continue };
            let Some(value) = above.cell(column) else { continue };
            if let Err(at) = row.cells.binary_search_by_key(&column, |cell| cell.column) {
                row.cells.insert(at, value.clone());
            }
        }
    }
}

/// The first filled cell of each column that has no head.
#[derive(Debug, Default)]
pub(super) struct Headless(pub BTreeMap<u16, u32>);

impl Headless {
    pub(super) fn note(&mut self, row: &Row<'_>, table: &Table) {
        for cell in row.cells.iter().filter(|cell| table.column(cell.column).is_none()) {
            self.0.entry(cell.column).or_insert(row.index);
        }
    }
}

/// Anything but a bare row number and what is not to be read.
fn is_content(cell: &RowCell<'_>, table: &Table) -> bool {
    if cell.is_uncalculated() {
        return false;
    }
    match table.column(cell.column).map(|column| column.meaning) {
        Some(Meaning::Secret) => false,
        Some(Meaning::RowNumber) => {
            let text = shown(&cell.value);
            text.chars().any(char::is_alphabetic)
        }
        Some(
            Meaning::Known(_)
            | Meaning::Step(..)
            | Meaning::Elsewhere
            | Meaning::Ignored
            | Meaning::OfNoStep
            | Meaning::OfNoDate(_),
        ) => is_filled(cell),
        Some(Meaning::Unknown) | None => cell.column <= table.edge && is_filled(cell),
    }
}

fn is_known(cell: &RowCell<'_>, table: &Table) -> bool {
    let column = table.column(cell.column);
    column.is_some_and(|column| matches!(column.meaning, Meaning::Known(_) | Meaning::Step(..)))
}

fn key_of(row: &Row<'_>, table: &Table) -> Option<String> {
    let columns = table.keys.iter().flat_map(|key| table.columns_of(*key));
    let cells = columns.filter_map(|column| row.cell(column.index));
    cells.filter(|cell| !cell.is_uncalculated()).find_map(|cell| {
        let text = shown(&cell.value);
        (!is_placeholder(&text)).then(|| text.into_owned())
    })
}

/// "Jumlah" or "Total" in front, and beside it nothing but counts.
fn is_total(filled: &[&RowCell<'_>], table: &Table) -> bool {
    let Some((lead, rest)) = filled.split_first() else { return false };
    let Value::Text(words) = &lead.value else { return false };
    // Asked of every row: the first word is enough.
    let start = words.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let first = start.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let says_total = TOTALS.iter().any(|word| word.eq_ignore_ascii_case(first));
    let counts = |cell: &&&RowCell<'_>| match &cell.value {
        Value::Number(_) | Value::Fault(_) | Value::Clock(_) => true,
        Value::Text(text) => text.trim().chars().all(|c| c.is_ascii_digit() || c == '.'),
        Value::Date(_) | Value::Bool(_) => false,
    };
    let others = rest.iter().filter(|cell| !counts(cell)).count();
    let has_key = rest.iter().any(|cell| {
        let is_key = |column: &super::sheet::Column| {
            table.keys.iter().any(|key| column.meaning == Meaning::Known(*key))
        };
        table.column(cell.column).is_some_and(is_key) && !counts(&cell)
    });
    says_total && others <= 1 && !has_key
}

fn is_note(text: &str, filled: usize) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let Some(first) = words.first() else { return false };
    NOTES.contains(first)
        || TOTALS.contains(first)
        || text.starts_with(['*', '†'])
        || folded.starts_with("a n ")
        || folded.starts_with("ni pppk")
        || (filled == 1 && words.len() >= WORDS_OF_A_NOTE)
        || is_place_and_date(text)
        || is_month(&words)
}

/// "Depok, 30 Juni 2024" and, to be filled by hand, "Depok,     Juni 2024".
fn is_place_and_date(text: &str) -> bool {
    let Some((place, date)) = text.split_once(',') else { return false };
    let is_place =
        !place.is_empty() && place.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '.');
    let read = moment::parse(date, Zone::default());
    let is_date = matches!(read, Ok(_) | Err(MomentFault::NoDay | MomentFault::NoYear));
    let is_line = !date.trim().is_empty() && is_placeholder(date.trim());
    let ends_in_year = fold(date).split(' ').any(|word| month_of(word).is_some());
    is_place
        && (is_date || is_line || ends_in_year)
        && fold(place).split(' ').count() <= 3
        && moment::parse(text, Zone::default()).is_err()
}

/// "Juni 2024" over the rows of a month.
fn is_month(words: &[&str]) -> bool {
    match words {
        [month] => month_of(month).is_some(),
        [month, year] => {
            month_of(month).is_some() && year.len() == 4 && year.parse::<u32>().is_ok()
        }
        _ => false,
    }
}

/// A value that has the shape of its column, so that the row is no mere text.
fn fits(cell: &RowCell<'_>, table: &Table, sop: &Versions, zone: Zone) -> bool {
    let Some(column) = table.column(cell.column) else { return false };
    let field = match column.meaning {
        Meaning::Known(field) => field,
        Meaning::Step(_, field) => Field::SignOff(field),
        _ => return false,
    };
    match field {
        Field::SignOff(K::Langkah) => sop.recognise_step(&shown(&cell.value)).is_some(),
        Field::SignOff(K::Mulai | K::Selesai | K::Tanggal | K::Dijadwalkan)
        | Field::Request(P::TanggalSurat | P::TanggalDiterima | P::DiterimaTim | P::TanggalBatal) => {
            match &cell.value {
                Value::Date(_) => true,
                Value::Text(text) => moment::parse(text, zone).is_ok(),
                _ => false,
            }
        }
        Field::Staff(S::Nip) => Nip::parse(&shown(&cell.value)).is_some(),
        Field::Staff(S::Peran) => role_id(sop, &shown(&cell.value)).is_some(),
        _ => false,
    }
}
