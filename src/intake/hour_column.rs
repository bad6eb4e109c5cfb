//! Which column holds the hour of a date that stands in another.
//!
//! Mostly its head says so: "Jam terima". Of two columns of one date ("Tanggal terima",
//! "Waktu terima") the one with hours alone is the hour's. A head that says "Jam" and no
//! more is the hour of the date right in front of it, where hours stand below and no other
//! date is near; what could be meant otherwise is left unknown. An hour whose date has no
//! column is not read, and that is told once.

use chrono::NaiveTime;

use super::Rules;
use super::body::FEW;
use super::decision::says_no_date;
use super::heading::{Field, Kind};
use super::moment;
use super::recognition::PlacedHead;
use super::sheet::{Meaning, Table};
use super::workbook::{Row, Value};
use crate::office::Zone;
use crate::records::{RequestField as P, SignOffField as K};

/// The dates of a request that may have their hour apart.
const OF_REQUESTS: [(P, P); 3] = [
    (P::TanggalDiterima, P::JamDiterima),
    (P::DiterimaTim, P::JamDiterimaTim),
    (P::TanggalBatal, P::JamBatal),
];

const OF_SIGN_OFFS: [(K, K); 2] = [(K::Mulai, K::JamMulai), (K::Selesai, K::JamSelesai)];

/// A date and its hour.
type Pair = (Meaning, Meaning);

/// Settles which columns of a table hold hours, by their heads and what stands below them.
pub(super) fn settle(table: &mut Table, heads: &[PlacedHead], rows: &[Row<'_>], rules: &Rules<'_>) {
    let below = first_rows(table, rows);
    for pair in of_sign_offs(table).into_iter().chain(of_requests()) {
        by_content(table, pair, &below);
    }
    if table.kind != Kind::Requests {
        return;
    }
    for pair in of_requests() {
        leave_to_its_step(table, pair, heads, rules);
        by_seat(table, pair, heads, &below);
    }
    for (date, hour) in of_requests() {
        let (Meaning::Known(field), true) = (date, column_of(table, date).is_none()) else {
            continue;
        };
        for column in table.columns.iter_mut().filter(|column| column.meaning == hour) {
            column.meaning = Meaning::OfNoDate(field);
        }
    }
}

fn of_requests() -> impl Iterator<Item = Pair> {
    let known = |field| Meaning::Known(Field::Request(field));
    OF_REQUESTS.into_iter().map(move |(date, hour)| (known(date), known(hour)))
}

fn of_sign_offs(table: &Table) -> Vec<Pair> {
    let known = |field| Meaning::Known(Field::SignOff(field));
    let whole = OF_SIGN_OFFS.map(|(date, hour)| (known(date), known(hour)));
    let of_step = |step: &u32| {
        let step = *step;
        OF_SIGN_OFFS.map(|(date, hour)| (Meaning::Step(step, date), Meaning::Step(step, hour)))
    };
    whole.into_iter().chain(table.steps.iter().flat_map(of_step)).collect()
}

/// The rows that follow the head without a gap; the titles of groups are of few cells.
fn first_rows<'r, 'a>(table: &Table, rows: &'r [Row<'a>]) -> Vec<&'r Row<'a>> {
    let mut below = rows.iter().skip_while(|row| row.index < table.body).peekable();
    let first = below.peek().map_or(0, |row| row.index);
    let follow = (first..).zip(below).take_while(|(index, row)| row.index == *index);
    let rows = follow.map(|(_, row)| row);
    rows.filter(|row| row.cells.len() > FEW && !table.repeats_head(row)).collect()
}

/// Where in the table the first column of a meaning stands.
fn column_of(table: &Table, meaning: Meaning) -> Option<usize> {
    table.columns.iter().position(|column| column.meaning == meaning)
}

/// "Tanggal terima" and "Waktu terima": the one of the two below which hours alone stand.
fn by_content(table: &mut Table, (date, hour): Pair, below: &[&Row<'_>]) {
    let mut both = (0..).zip(&table.columns).filter(|(_, column)| column.meaning == date);
    let (Some(first), Some(second), None) = (both.next(), both.next(), both.next()) else { return };
    let are_hours = |(_, column): &(usize, &super::sheet::Column)| hours_alone(column.index, below);
    let at = match (are_hours(&first), are_hours(&second)) {
        (true, false) => first.0,
        (false, true) => second.0,
        _ => return,
    };
    if column_of(table, hour).is_none()
        && let Some(column) = table.columns.get_mut(at)
    {
        column.meaning = hour;
    }
}

/// An hour below the head of a step is of the request only beside the request's date.
fn leave_to_its_step(
    table: &mut Table,
    (date, hour): Pair,
    heads: &[PlacedHead],
    rules: &Rules<'_>,
) {
    let group = |at: usize| heads.get(at).and_then(|placed| placed.head.group.as_deref());
    let of_date = column_of(table, date).and_then(group);
    for (at, column) in table.columns.iter_mut().enumerate() {
        let is_of_step =
            |name: &str| Some(name) != of_date && rules.sop.recognise_step(name).is_some();
        if column.meaning == hour && group(at).is_some_and(is_of_step) {
            column.meaning = Meaning::Unknown;
        }
    }
}

/// "Tanggal terima | Jam": the column right behind the date, where nothing else can be
/// meant. Where something can, it is named as what was likely meant.
fn by_seat(table: &mut Table, (date, hour): Pair, heads: &[PlacedHead], below: &[&Row<'_>]) {
    let Some(before) = column_of(table, date) else { return };
    let (Some(of_date), Some(own)) = (heads.get(before), heads.get(before + 1)) else { return };
    let (Some(column), Meaning::Known(field)) = (table.columns.get(before + 1), hour) else {
        return;
    };
    let is_free = column.meaning == Meaning::Unknown && column_of(table, hour).is_none();
    let is_beside = own.column == of_date.column + 1
        && (own.head.has_plain_group() || own.head.group == of_date.head.group);
    if !is_free || !is_beside || !own.head.is_bare_hour() {
        return;
    }
    let next = heads.get(before + 2).zip(table.columns.get(before + 2));
    let may_be_of_next = next.is_some_and(|(placed, column)| {
        placed.head.is_bare_hour() || is_date(column.meaning) || has_dates(placed.column, below)
    });
    let is_clear = !may_be_of_next && hours_alone(own.column, below);
    let Some(column) = table.columns.get_mut(before + 1) else { return };
    if is_clear {
        column.meaning = hour;
        table.hours_by_seat.push(own.column);
    } else {
        column.nearest = Some(field);
    }
}

/// A column of which an hour in front of it may be.
fn is_date(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Known(Field::Request(field)) => {
            matches!(field, P::TanggalSurat | P::TanggalDiterima | P::DiterimaTim | P::TanggalBatal)
        }
        Meaning::Step(_, field) => {
            matches!(field, K::Mulai | K::Selesai | K::Tanggal | K::Dijadwalkan)
        }
        _ => false,
    }
}

fn has_dates(column: u16, below: &[&Row<'_>]) -> bool {
    below.iter().filter_map(|row| row.value(column)).any(|value| match value {
        Value::Date(_) => true,
        Value::Text(text) => moment::parse(text, Zone::default()).is_ok(),
        Value::Number(_) | Value::Bool(_) | Value::Clock(_) | Value::Fault(_) => false,
    })
}

/// Whether hours, and nothing else, stand in a column: one at least that can be nothing
/// but an hour, and beside it only numbers that an hour with a dot may have become and
/// whole moments, of which the office sees the hour.
fn hours_alone(column: u16, below: &[&Row<'_>]) -> bool {
    let mut is_sure = false;
    for value in below.iter().filter_map(|row| row.value(column)) {
        let read = match value {
            Value::Text(text) if says_no_date(text) => continue,
            Value::Clock(_) => Some(true),
            Value::Text(text) => match moment::read_clock(text) {
                Ok(clock) => Some(clock.has_minutes),
                Err(_) => moment::clock_of_decimal(text).map(|_| false),
            },
            Value::Number(number) => moment::clock_of_number(*number).map(|_| false),
            Value::Date(at) if at.time() != NaiveTime::MIN => Some(false),
            Value::Date(_) | Value::Bool(_) | Value::Fault(_) => None,
        };
        let Some(sure) = read else { return false };
        is_sure |= sure;
    }
    is_sure
}
