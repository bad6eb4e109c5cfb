//! Was each step finished within its *Waktu*, and did nothing wait too long?
//! (W01–W08). The times themselves are measured in `timing`.

use std::sync::Arc;

use super::Rules;
use super::finding::{Fact, Finding, WaitedSince};
use super::history::{Entry, History, Unjudged, WaitFrom};
use super::sequence::{Use, see};
use super::{interval, timing};
use crate::diagnostic::{Place, Sources};
use crate::records::{Case, Moment, SignOffField};

pub(super) fn check(
    case: &Case,
    history: &History,
    sources: &Sources,
    rules: &Rules<'_>,
    found: &mut Vec<Finding>,
) {
    for entry in &history.entries {
        let mut tell = |fact, places| found.push(about(case, entry, fact, places));
        if let Some(fact) = duration(entry) {
            tell(fact, entry.time_cells(case).into_iter().map(Place::Cell).collect());
        }
        if let Some(fact) = rests_on_estimate(case, history, entry, rules) {
            tell(fact, entry.time_cells(case).into_iter().map(Place::Cell).collect());
        }
        if let Some((fact, places)) = outside_hours(case, entry, rules) {
            tell(fact, places);
        }
        let (no_start, written) = no_start(case, entry, sources, rules);
        if !no_start.is_empty() {
            tell(Fact::NoStart { written }, no_start);
        }
        if let Some((fact, places)) = waited(case, history, entry, rules) {
            tell(fact, places);
        }
    }
    found.extend(total(case, history));
    found.extend(running(case, history, rules));
}

/// W01, or W07 where the readings differ. A time that cannot be used is a kesalahan,
/// which says what to do already.
fn duration(entry: &Entry) -> Option<Fact> {
    let (shortest, longest) = match entry.span {
        Some(span) => (Some(span.shortest), span.longest),
        None => (None, None),
    };
    match (entry.on_time, entry.unjudged) {
        (Some(false), _) => Some(Fact::Late {
            took: shortest?,
            at_most: longest.filter(|_| entry.worked().is_none()),
            target: entry.target,
        }),
        (None, Some(why)) if why != Unjudged::Unusable => {
            Some(Fact::CannotJudge { why, shortest, longest, target: entry.target })
        }
        _ => None,
    }
}

/// W08: the time would be another if the days that are only expected were ordinary ones.
fn rests_on_estimate(
    case: &Case,
    history: &History,
    entry: &Entry,
    rules: &Rules<'_>,
) -> Option<Fact> {
    let on_time = entry.on_time?;
    let firm = rules.calendar.firm()?;
    // Asked of every step: most lie before all that is only expected.
    rules
        .calendar
        .first_estimate()
        .filter(|first| Some(*first) <= entry.ended.map(Moment::date))?;
    let laid = timing::laid(case, rules, &history.entries, entry)?;
    let widest = interval::hull(&[laid.shortest, laid.longest].concat())?;
    let days = rules.calendar.estimates_between(widest.from.date(), widest.to.date());
    if days.is_empty() {
        return None;
    }
    let firm = Rules { calendar: firm, ..*rules };
    let otherwise = timing::span(case, &firm, &history.entries, entry);
    if otherwise == entry.span {
        return None;
    }
    let otherwise = otherwise.and_then(|span| span.within(entry.target));
    Some(Fact::RestsOnEstimate { days, on_time, otherwise })
}

/// W02: the sum of all steps of all rounds; with gaps, only if even the shortest
/// reading exceeds the total.
fn total(case: &Case, history: &History) -> Option<Finding> {
    let took = history.worked_at_least;
    if took <= history.target {
        return None;
    }
    let last = history.last_entry()?;
    let cells = last.sign_offs(case).filter_map(|row| row.ended.cell());
    Some(Finding {
        case: Some(Arc::clone(&case.number)),
        round: None,
        step: None,
        fact: Fact::TotalTooLong {
            took,
            at_least: history.worked.is_none(),
            target: history.target,
        },
        places: cells.map(Place::Cell).collect(),
    })
}

/// W03 goes by the end; the edges of working time are inside.
fn outside_hours(case: &Case, entry: &Entry, rules: &Rules<'_>) -> Option<(Fact, Vec<Place>)> {
    let mut first = None;
    let mut places = Vec::new();
    for row in entry.sign_offs(case) {
        let Use::Signed { ended: Some(Moment::At(at)), .. } = see(row, rules).at else { continue };
        if rules.calendar.is_within_hours(at) == Some(false) {
            first = first.or(Some(Moment::At(at)));
            places.extend(row.ended.cell().map(Place::Cell));
        }
    }
    let fact = Fact::OutsideHours { ended: first?, by_clock: entry.by_clock };
    Some((fact, places))
}

/// W04: the rows of an entry with an end and without a start, and whether a start is
/// written in each of them that cannot be used. A further row beside
/// one that has a start only says when it was signed.
fn no_start(
    case: &Case,
    entry: &Entry,
    sources: &Sources,
    rules: &Rules<'_>,
) -> (Vec<Place>, bool) {
    let (mut places, mut written) = (Vec::new(), true);
    for row in entry.sign_offs(case) {
        let Use::Signed { started, ended: Some(ended) } = see(row, rules).at else { continue };
        let is_measured = entry.started.is_none() || entry.ended == Some(ended);
        if started.is_none() && is_measured {
            let empty = || sources.cell_of(row.place, Some(entry.step), SignOffField::Mulai.key());
            let cell = row.started.cell().or_else(empty).or(row.ended.cell());
            places.extend(cell.map(Place::Cell));
            written &= !row.started.is_empty();
        }
    }
    (places, written)
}

/// W05: strictly more than `batas_tunggu`, by the most favourable reading.
fn waited(
    case: &Case,
    history: &History,
    entry: &Entry,
    rules: &Rules<'_>,
) -> Option<(Fact, Vec<Place>)> {
    let started = entry.started?;
    let (since, from, before, received) = match entry.wait_from? {
        WaitFrom::Step(at) => {
            let before = history.entries.get(at.index())?;
            (WaitedSince::Step(before.step), before.ended?, Some(before), None)
        }
        WaitFrom::ReceivedByTeam => {
            let received = case.received_by_team()?;
            (WaitedSince::ReceivedByTeam, received.value, None, Some(received.cell))
        }
    };
    let waited = rules.calendar.seconds_between(from.latest(), started.earliest())?;
    if waited <= rules.wait_limit {
        return None;
    }
    let starts = entry.sign_offs(case).filter_map(|row| row.started.cell());
    let ends = before.into_iter().flat_map(|before| before.sign_offs(case));
    let ends = ends.filter_map(|row| row.ended.cell());
    let places = starts.chain(ends).chain(received).map(Place::Cell).collect();
    Some((Fact::WaitedTooLong { waited, limit: rules.wait_limit, since }, places))
}

/// W06: a running request has waited longer than `batas_tunggu` and the target of the
/// next step together.
fn running(case: &Case, history: &History, rules: &Rules<'_>) -> Option<Finding> {
    let next = history.next_step.and_then(|no| rules.sop.step(no))?;
    let since = history.waiting_since?;
    let waits = rules.calendar.seconds_between(since.latest(), rules.as_of)?;
    if waits <= rules.wait_limit.saturating_add(next.target_seconds) {
        return None;
    }
    let places = match history.last_entry() {
        Some(entry) => {
            entry.sign_offs(case).filter_map(|row| row.ended.cell()).map(Place::Cell).collect()
        }
        None => case.rows.iter().map(|row| Place::Cell(row.number.cell)).take(1).collect(),
    };
    Some(Finding {
        case: Some(Arc::clone(&case.number)),
        round: Some(history.round),
        step: Some(next.no),
        fact: Fact::WaitsTooLong {
            waits,
            limit: rules.wait_limit,
            target: next.target_seconds,
            next: next.no,
            since,
        },
        places,
    })
}

fn about(case: &Case, entry: &Entry, fact: Fact, places: Vec<Place>) -> Finding {
    Finding {
        case: Some(Arc::clone(&case.number)),
        round: Some(entry.round),
        step: Some(entry.step),
        fact,
        places,
    }
}
