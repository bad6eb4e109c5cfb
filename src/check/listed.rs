//! The lists beside the requests (*peserta*, *butir verifikasi*): each row goes to its
//! request. A number that no request has is D07, as with sign-offs.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::finding::{Fact, Finding};
use crate::diagnostic::Place;
use crate::records::{AttendeeRow, Case, ItemRow, Text, Written, comparable_number};

/// Gives the rows to the requests of their numbers, in the order of the rows.
pub(super) fn hand_out(
    attendees: Vec<AttendeeRow>,
    items: Vec<ItemRow>,
    cases: &mut [Case],
    found: &mut Vec<Finding>,
) {
    if attendees.is_empty() && items.is_empty() {
        return;
    }
    let plain = |number: &str| comparable_number(number.split(" (").next().unwrap_or(number));
    let mut of_number: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, case) in cases.iter().enumerate() {
        let written = case.rows.first().map(|row| &*row.number.value);
        of_number
            .entry(written.map_or_else(|| plain(&case.number), comparable_number))
            .or_default()
            .push(at);
    }
    for known in of_number.values_mut() {
        known.sort_by_key(|at| cases.get(*at).and_then(Case::received_on));
    }
    let place = |cases: &[Case], number: &Written<Text>, day: Option<NaiveDate>| {
        let known = of_number.get(&comparable_number(&number.value))?;
        let received = |at: &usize| cases.get(*at).and_then(Case::received_on);
        // A day goes to the latest request received before it, none to the newest.
        let before = known
            .iter()
            .rfind(|at| matches!((received(at), day), (Some(on), Some(day)) if on <= day));
        before.or(if day.is_some() { known.first() } else { known.last() }).copied()
    };
    for row in attendees {
        let at = place(cases, &row.number, row.date.value().copied());
        match at.and_then(|at| cases.get_mut(at)) {
            Some(case) => case.attendees.push(row),
            None => found.push(unknown(&row.number)),
        }
    }
    for row in items {
        let at = place(cases, &row.number, None);
        match at.and_then(|at| cases.get_mut(at)) {
            Some(case) => case.items.push(row),
            None => found.push(unknown(&row.number)),
        }
    }
}

fn unknown(number: &Written<Text>) -> Finding {
    Finding {
        case: Some(Arc::clone(&number.value)),
        round: None,
        step: None,
        fact: Fact::ListedForUnknown { number: Arc::clone(&number.value) },
        places: vec![Place::Cell(number.cell)],
    }
}
