//! From rows to requests: which rows and sign-offs speak of the same request.
//!
//! A number is compared trimmed, blanks folded and without case. One that recurs in
//! another year of receipt is another request; a sign-off belongs to the latest one
//! received before it (contract, section 3). Numbers that no request has are D07,
//! rows of one request and round that contradict each other D08.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::duplicates;
use super::finding::{Fact, Finding};
use crate::diagnostic::{Place, Sources, natural_order};
use crate::office::nip::Nip;
use crate::office::person::comparable_name;
use crate::records::{
    Case, Moment, RequestField, RequestRow, SignOff, StepRef, Text, Written, comparable_number,
};

/// Joins rows into requests, in natural order of their numbers.
pub(super) fn assemble(
    requests: Vec<RequestRow>,
    sign_offs: Vec<SignOff>,
    sources: &Sources,
    findings: &mut Vec<Finding>,
) -> Vec<Case> {
    let (requests, sign_offs, twice) = duplicates::without(requests, sign_offs, sources);
    let mut by_number: BTreeMap<String, Vec<RequestRow>> = BTreeMap::new();
    for row in requests {
        let number = comparable_number(&row.number.value);
        by_number.entry(number).or_insert_with(nearly_always_one).push(row);
    }
    let mut cases: BTreeMap<String, Vec<Case>> =
        by_number.into_iter().map(|(number, rows)| (number, split_by_year(rows))).collect();
    let unknown = hand_out(sign_offs, &mut cases);
    findings.extend(unknown_requests(unknown, &cases));
    let mut cases: Vec<Case> = cases.into_values().flatten().collect();
    cases.sort_by(|a, b| natural_order(&a.number, &b.number));
    for case in &mut cases {
        case.rows.shrink_to_fit();
        case.sign_offs.shrink_to_fit();
        let contradictions = contradictions(case);
        case.contradicted = !contradictions.is_empty();
        findings.extend(contradictions);
    }
    findings.extend(duplicates::findings(twice, &cases));
    cases
}

/// Room for the one row that most requests have: a first row would else take that of four.
fn nearly_always_one() -> Vec<RequestRow> {
    Vec::with_capacity(1)
}

/// Rows of one number, told apart by the year of receipt.
fn split_by_year(mut rows: Vec<RequestRow>) -> Vec<Case> {
    rows.sort_by_key(|row| row.place);
    let years = years_of(&rows);
    let mut of_year: BTreeMap<i32, Vec<RequestRow>> = BTreeMap::new();
    for (row, year) in rows.into_iter().zip(years) {
        of_year.entry(year).or_insert_with(nearly_always_one).push(row);
    }
    let first_written = of_year
        .values()
        .flatten()
        .min_by_key(|row| row.place)
        .map(|row| Arc::clone(&row.number.value));
    let mut is_first = true;
    of_year
        .into_iter()
        .map(|(year, rows)| {
            let written = rows.first().map(|row| Arc::clone(&row.number.value));
            // The request of the earliest year keeps its plain number, so that what
            // was issued under it stays under it when a later year uses it again.
            let number: Text = if is_first {
                first_written.clone().or(written).unwrap_or_default()
            } else {
                format!("{} ({year})", written.as_deref().unwrap_or_default()).into()
            };
            is_first = false;
            Case {
                number,
                rows,
                sign_offs: Vec::new(),
                attendees: Vec::new(),
                items: Vec::new(),
                contradicted: false,
            }
        })
        .collect()
}

/// The year of receipt of each row. A row without *tanggal_diterima* goes with a row
/// of the same letter; one without any date with the row above it; a row of a later
/// round with the latest request received before it.
fn years_of(rows: &[RequestRow]) -> Vec<i32> {
    let received = |row: &RequestRow| row.received.value().map(|moment| moment.date().year());
    let by_letter = |row: &RequestRow| {
        let letter = row.letter_date.value()?;
        rows.iter()
            .filter(|other| other.round() == 1 && other.letter_date.value() == Some(letter))
            .find_map(received)
            .or(Some(letter.year()))
    };
    let own = |row: &RequestRow| received(row).or_else(|| by_letter(row));
    let first_rounds: Vec<i32> =
        rows.iter().filter(|row| row.round() == 1).filter_map(own).collect();
    let fallback =
        first_rounds.iter().copied().min().or_else(|| rows.iter().find_map(own)).unwrap_or(0);
    let mut last = fallback;
    rows.iter()
        .map(|row| {
            let year = match own(row) {
                Some(year) if row.round() > 1 => first_rounds
                    .iter()
                    .copied()
                    .filter(|first| *first <= year)
                    .max()
                    .unwrap_or(fallback),
                Some(year) => year,
                None => last,
            };
            last = year;
            year
        })
        .collect()
}

/// Gives each sign-off to its request; hands back those of unknown numbers.
fn hand_out(sign_offs: Vec<SignOff>, cases: &mut BTreeMap<String, Vec<Case>>) -> Vec<SignOff> {
    let mut unknown = Vec::new();
    let mut rest = Releasing(sign_offs).peekable();
    while let Some(first) = rest.next() {
        let number = Arc::clone(&first.number.value);
        let mut of_number = cases.get_mut(&comparable_number(&number));
        // The sign-offs of a request mostly stand together: it is looked up once.
        let mut next = Some(first);
        while let Some(sign_off) = next {
            match of_number.as_deref_mut() {
                Some(same_number) => give(sign_off, same_number),
                None => unknown.push(sign_off),
            }
            next = rest.next_if(|next| Arc::ptr_eq(&next.number.value, &number));
        }
    }
    for case in cases.values_mut().flatten() {
        case.sign_offs.sort_by_key(SignOff::order);
    }
    unknown
}

/// Gives a sign-off to the one of the requests of its number that it belongs to.
fn give(sign_off: SignOff, same_number: &mut [Case]) {
    let day = day_of(&sign_off);
    let received_before = same_number
        .iter()
        .rposition(|case| matches!((case.received_on(), day), (Some(on), Some(day)) if on <= day));
    let at = match (received_before, day) {
        (Some(at), _) => at,
        (None, Some(_)) => 0,
        // Without any date it can only be of the request that is the newest.
        (None, None) => same_number.len().saturating_sub(1),
    };
    if let Some(case) = same_number.get_mut(at) {
        case.sign_offs.push(sign_off);
    }
}

/// Hands out from the end and gives back the room: a year of sign-offs need not stand
/// in memory twice. What is handed out is put in order of its rows afterwards.
struct Releasing(Vec<SignOff>);

impl Iterator for Releasing {
    type Item = SignOff;

    fn next(&mut self) -> Option<SignOff> {
        let next = self.0.pop();
        if self.0.len().is_multiple_of(8192) {
            self.0.shrink_to_fit();
        }
        next
    }
}

fn day_of(sign_off: &SignOff) -> Option<NaiveDate> {
    [&sign_off.ended, &sign_off.started, sign_off.planned()]
        .into_iter()
        .find_map(|reading| reading.value().copied())
        .map(Moment::date)
}

/// How many numbers are compared at most to find what was likely meant.
const MOST_COMPARISONS: usize = 3_000_000;

/// D07: a sign-off whose number no request has, told under that number.
fn unknown_requests(unknown: Vec<SignOff>, cases: &BTreeMap<String, Vec<Case>>) -> Vec<Finding> {
    let mut nearest: BTreeMap<String, Option<Text>> = BTreeMap::new();
    // A sheet whose numbers are all written otherwise is told without suggestions, rather
    // than after minutes.
    let mut comparisons = MOST_COMPARISONS;
    unknown
        .into_iter()
        .map(|sign_off| {
            let folded = comparable_number(&sign_off.number.value);
            let nearest = nearest
                .entry(folded)
                .or_insert_with_key(|folded| {
                    comparisons = comparisons.checked_sub(cases.len())?;
                    nearest_number(folded, cases)
                })
                .clone();
            let number = sign_off.number.value;
            Finding {
                case: Some(Arc::clone(&number)),
                round: None,
                step: match sign_off.step {
                    StepRef::Known(step, _) => Some(step),
                    StepRef::Unknown(_) => None,
                },
                fact: Fact::UnknownRequest { number, nearest },
                places: vec![Place::Cell(sign_off.number.cell)],
            }
        })
        .collect()
}

/// The known number that differs least, where it differs little enough to be a slip.
fn nearest_number(folded: &str, cases: &BTreeMap<String, Vec<Case>>) -> Option<Text> {
    let is_near = |known: &str| known.len().abs_diff(folded.len()) <= 2 && folded.len() <= 100;
    cases
        .iter()
        .filter(|(known, _)| is_near(known))
        .map(|(known, cases)| (strsim::damerau_levenshtein(folded, known), known, cases))
        .filter(|(distance, known, _)| *distance <= 2 && *distance < known.chars().count())
        .min_by_key(|(distance, known, _)| (*distance, known.to_string()))
        .and_then(|(_, _, cases)| cases.first())
        .map(|case| Arc::clone(&case.number))
}

/// D08: two different values in rows of the same round, in a column that speaks of
/// the request as a whole.
fn contradictions(case: &Case) -> Vec<Finding> {
    let mut rounds: Vec<u32> = case.rows.iter().map(RequestRow::round).collect();
    rounds.sort_unstable();
    rounds.dedup();
    // Most rounds have one row, which cannot contradict itself.
    rounds.retain(|round| case.rows_of(*round).nth(1).is_some());
    // Which procedure a row names is not a matter of its spelling: see `version`.
    let whole = RequestField::ALL
        .iter()
        .copied()
        .filter(|field| !field.differs_by_row() && *field != RequestField::Sop);
    let mut found = Vec::new();
    for field in whole {
        for round in &rounds {
            let values: Vec<_> =
                case.rows_of(*round).filter_map(|row| comparable_value(row, field)).collect();
            let Some(first) = used(&values) else { continue };
            let others: Vec<_> = values.iter().filter(|value| value.differs_from(first)).collect();
            let Some(other) = others.first() else { continue };
            let mut places = vec![Place::Cell(first.cell)];
            places.extend(others.iter().map(|value| Place::Cell(value.cell)));
            found.push(Finding {
                case: Some(Arc::clone(&case.number)),
                round: Some(*round),
                step: None,
                fact: Fact::ContradictoryRows {
                    field,
                    first: Arc::clone(&first.shown),
                    other: Arc::clone(&other.shown),
                },
                places,
            });
        }
    }
    found
}

struct Comparable<'a> {
    compared: String,
    moment: Option<&'a Written<Moment>>,
    shown: Text,
    cell: crate::diagnostic::Cell,
}

/// The value that counts of those that the rows give.
fn used<'v, 'a>(values: &'v [Comparable<'a>]) -> Option<&'v Comparable<'a>> {
    let moment = Written::first_of(values.iter().filter_map(|value| value.moment));
    let of_moment = values.iter().find(|value| value.moment.is_some() && value.moment == moment);
    of_moment.or(values.first())
}

impl<'a> Comparable<'a> {
    fn of_moment(moment: &'a Written<Moment>) -> Self {
        let shown: Text = super::wording::moment(moment.value).into();
        Comparable { compared: String::new(), moment: Some(moment), shown, cell: moment.cell }
    }

    fn differs_from(&self, other: &Comparable<'_>) -> bool {
        match (self.moment, other.moment) {
            (Some(own), Some(other)) => own.value.contradicts(other.value),
            _ => self.compared != other.compared,
        }
    }
}

fn comparable_value(row: &RequestRow, field: RequestField) -> Option<Comparable<'_>> {
    let of_date = |day: NaiveDate, cell| {
        let shown: Text = crate::calendar::wording::date(day).into();
        Comparable { compared: shown.to_string(), moment: None, shown, cell }
    };
    match field {
        RequestField::TanggalSurat => row.letter_date.known().map(|w| of_date(w.value, w.cell)),
        RequestField::TanggalDiterima => row.received.known().map(Comparable::of_moment),
        RequestField::DiterimaTim => row.received_by_team.known().map(Comparable::of_moment),
        RequestField::TanggalBatal => row.cancelled.known().map(Comparable::of_moment),
        _ => row.text(field).map(|written| Comparable {
            compared: match field {
                RequestField::NamaPemohon => comparable_name(&written.value),
                RequestField::NipPemohon => Nip::parse(&written.value)
                    .map_or_else(|| comparable_number(&written.value), |nip| nip.to_string()),
                _ => comparable_number(&written.value),
            },
            moment: None,
            shown: Arc::clone(&written.value),
            cell: written.cell,
        }),
    }
}
