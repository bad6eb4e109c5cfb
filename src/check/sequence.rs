//! What a row is at the moment of the run, and in which order sign-offs are taken.

use chrono::NaiveDateTime;

use super::Rules;
use crate::diagnostic::{Cell, RowPlace};
use crate::records::{Moment, Reading, SignOff};

/// What a row is at the moment of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Signed off; `None` where the end cannot be used.
    Signed { started: Option<Moment>, ended: Option<Moment> },
    /// Begun or planned.
    Open { started: Option<Moment>, planned: Option<Moment> },
    /// Nothing of it had happened yet.
    NotYet,
}

/// A row seen from the moment of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    pub at: Use,
    /// A time later than the moment of the run: not used (D12).
    pub later: Option<Cell>,
    /// Times outside the years of the calendar (D17).
    pub outside: [Option<Cell>; 2],
}

/// Sees a row as of the moment of the run: what lies outside the calendar cannot be
/// used, what is later has not happened.
pub(super) fn see(row: &SignOff, rules: &Rules<'_>) -> Seen {
    let outside = [&row.ended, &row.started].map(|reading| {
        reading
            .known()
            .filter(|written| !rules.calendar.covers(written.value.date()))
            .map(|written| written.cell)
    });
    let usable = |reading: &Reading<Moment>, outside: Option<Cell>| {
        if outside.is_some() { None } else { reading.value().copied() }
    };
    let ended = usable(&row.ended, outside[0]);
    let started = usable(&row.started, outside[1]);
    let planned = row.planned().value().copied();
    let is_later = |moment: Option<Moment>| moment.is_some_and(|m| m.earliest() > rules.as_of);
    let begun = started.filter(|_| !is_later(started));
    let not_signed = |later| {
        let at = if begun.is_some() || planned.is_some() {
            Use::Open { started: begun, planned }
        } else {
            Use::NotYet
        };
        Seen { at, later, outside }
    };
    if row.is_open() {
        let later = if is_later(started) { row.started.cell() } else { None };
        return not_signed(later);
    }
    if is_later(ended) {
        return not_signed(row.ended.cell());
    }
    // An end that cannot be used is not before a start that is still to come.
    if ended.is_none() && is_later(started) {
        return not_signed(row.started.cell());
    }
    // An end before its start is D09, and neither of the two can be used.
    let contrary =
        matches!((started, ended), (Some(from), Some(to)) if from.earliest() > to.latest());
    let at = if contrary {
        Use::Signed { started: None, ended: None }
    } else {
        Use::Signed { started, ended }
    };
    Seen { at, later: None, outside }
}

/// A signed row with what its place in the order goes by.
pub(super) struct SignedRow {
    pub row: usize,
    pub step: u32,
    pub started: Option<Moment>,
    pub ended: Option<Moment>,
    pub place: RowPlace,
    /// What its place in the order goes by; `None`: by its row alone.
    pub key: Option<Moment>,
}

impl SignedRow {
    fn hour(&self) -> Option<NaiveDateTime> {
        match self.key {
            Some(Moment::At(at)) => Some(at),
            _ => None,
        }
    }
}

/// By the end; ties, and days without an hour, by row; a row without any usable time
/// stays behind the row above it.
pub(super) fn in_order(mut rows: Vec<SignedRow>) -> Vec<SignedRow> {
    rows.sort_by_key(|row| (row.place, row.row));
    if is_in_order(&rows) {
        return rows;
    }
    let mut day = None;
    let mut days: Vec<_> = rows
        .iter()
        .map(|row| {
            day = row.key.map(Moment::date).or(day);
            day
        })
        .collect();
    // Rows above the first dated one go with it.
    let first = days.iter().flatten().next().copied();
    for slot in &mut days {
        *slot = (*slot).or(first);
    }
    let mut dated: Vec<_> = days.into_iter().zip(rows).collect();
    dated.sort_by_key(|(day, _)| *day);
    let mut ordered: Vec<SignedRow> = Vec::with_capacity(dated.len());
    let mut rest = dated.into_iter().peekable();
    while let Some((day, row)) = rest.next() {
        let mut of_day = vec![row];
        while let Some((_, row)) = rest.next_if(|(next, _)| *next == day) {
            of_day.push(row);
        }
        ordered.extend(by_hour(of_day));
    }
    ordered
}

/// Whether each row has an hour and none is before the one above it, as most requests are
/// written down.
fn is_in_order(rows: &[SignedRow]) -> bool {
    rows.iter().all(|row| row.hour().is_some()) && rows.is_sorted_by_key(SignedRow::hour)
}

/// Within a day: rows with an hour by hour, in the places that rows with an hour
/// hold; the others stay where their row is.
fn by_hour(rows: Vec<SignedRow>) -> Vec<SignedRow> {
    let holds_hour: Vec<bool> = rows.iter().map(|row| row.hour().is_some()).collect();
    let (mut timed, untimed): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| row.hour().is_some());
    timed.sort_by_key(SignedRow::hour);
    let (mut timed, mut untimed) = (timed.into_iter(), untimed.into_iter());
    holds_hour
        .into_iter()
        .filter_map(|has_hour| if has_hour { timed.next() } else { untimed.next() })
        .collect()
}
