//! The time of each step, its wait, and whether it was on time.
//!
//! The SOP's *Waktu* is processing time in working time only. A step finished in
//! exactly its target is on time. Waiting between steps is measured apart. Where the
//! start is not recorded, the time lies between nothing and all that passed since
//! the step before; a date without an hour stands for any moment of that day. Only
//! where the shortest and the longest reading agree is there a verdict, so that a gap
//! in the records can look neither like good work nor like bad (contract, section 4).

use super::Rules;
use super::history::{Entry, EntryAt, Unjudged, WaitFrom};
use super::interval::{self, Interval, Span, measure_all};
use super::sequence::{Use, see};
use crate::records::{Case, Moment};

pub(super) fn measure(case: &Case, rules: &Rules<'_>, entries: &mut [Entry]) {
    for at in 0..entries.len() {
        let before = nearest_lower(entries, at);
        let wait_from = wait_from(case, rules, entries, at, before);
        let Some(entry) = entries.get_mut(at) else { continue };
        entry.before = before.and_then(EntryAt::of);
        entry.wait_from = wait_from.map(|(from, _)| from);
        entry.waited = wait_from.and_then(|(_, since)| waited(rules, since, entry.started));
        let Some(entry) = entries.get(at) else { continue };
        let reading = read_time(case, rules, entries, entry);
        let Some(entry) = entries.get_mut(at) else { continue };
        entry.by_clock = reading.by_clock;
        entry.span = reading.span;
        entry.has_hours = reading.has_hours;
        entry.on_time = reading.span.and_then(|span| span.within(entry.target));
        entry.unjudged = if entry.on_time.is_none() { Some(reading.doubt) } else { None };
    }
}

/// The entry whose end bounds the time of a step without a start. The first sign-off of
/// a round has none, also where a lower step was signed after it.
fn bound<'a>(entries: &'a [Entry], entry: &Entry) -> Option<&'a Entry> {
    let first = entries.iter().find(|other| other.round == entry.round);
    if first.is_some_and(|first| first.rows == entry.rows) {
        return None;
    }
    entries.get(entry.before?.index())
}

/// The nearest lower step signed in the same round; of a repeated one the last that
/// was signed before this one.
fn nearest_lower(entries: &[Entry], at: usize) -> Option<usize> {
    let entry = entries.get(at)?;
    let lower = || {
        entries
            .iter()
            .enumerate()
            .filter(|(_, other)| other.round == entry.round && other.step < entry.step)
    };
    let nearest = lower().map(|(_, other)| other.step).max()?;
    let same = || lower().filter(|(_, other)| other.step == nearest).map(|(index, _)| index);
    same().take_while(|index| *index < at).last().or_else(|| same().next())
}

/// Where the wait of an entry is counted from: the end of the step before; for the
/// first step of the team, in the first round, *diterima_tim* where it is given.
/// There is no wait between a `T` and what follows it.
fn wait_from(
    case: &Case,
    rules: &Rules<'_>,
    entries: &[Entry],
    at: usize,
    before: Option<usize>,
) -> Option<(WaitFrom, Moment)> {
    let entry = entries.get(at)?;
    if entry.after_return {
        return None;
    }
    let first_of_team = rules.sop.steps.iter().find(|step| step.of_team(rules.sop));
    if entry.round == 1
        && first_of_team.is_some_and(|step| step.no == entry.step)
        && let Some(received) = case.received_by_team()
    {
        return Some((WaitFrom::ReceivedByTeam, received.value));
    }
    let before = before?;
    let ended = entries.get(before)?.ended?;
    Some((WaitFrom::Step(EntryAt::of(before)?), ended))
}

fn waited(rules: &Rules<'_>, since: Moment, started: Option<Moment>) -> Option<i64> {
    match (since, started?) {
        (Moment::At(since), Moment::At(started)) => {
            rules.calendar.bounds_between(since, started, false)?.certain()
        }
        _ => None,
    }
}

/// The time of an entry as another calendar counts it.
pub(super) fn span(
    case: &Case,
    rules: &Rules<'_>,
    entries: &[Entry],
    entry: &Entry,
) -> Option<Span> {
    read_time(case, rules, entries, entry).span
}

struct Reading {
    span: Option<Span>,
    has_hours: bool,
    by_clock: bool,
    /// Why it cannot be judged, if it cannot.
    doubt: Unjudged,
}

impl Reading {
    fn unusable() -> Self {
        Reading { span: None, has_hours: false, by_clock: false, doubt: Unjudged::Unusable }
    }
}

/// The intervals that the time of an entry is measured over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    /// The shortest reading; what overlaps is one interval.
    pub shortest: Vec<Interval>,
    /// The longest reading; empty where nothing bounds it.
    pub longest: Vec<Interval>,
    /// A start is missing, and the end of the step before bounds the longest reading.
    pub since_before: bool,
    /// A start is missing, and nothing bounds the longest reading.
    pub unbounded: bool,
    has_hours: bool,
}

/// The intervals of an entry of a judged request; `None` where its times cannot be
/// used.
pub fn laid(case: &Case, rules: &Rules<'_>, entries: &[Entry], entry: &Entry) -> Option<Laid> {
    lay(case, rules, entry, bound(entries, entry).and_then(|before| before.ended))
}

fn lay(
    case: &Case,
    rules: &Rules<'_>,
    entry: &Entry,
    before_ended: Option<Moment>,
) -> Option<Laid> {
    let mut times = Vec::with_capacity(entry.rows.len());
    for row in entry.sign_offs(case) {
        match see(row, rules).at {
            Use::Signed { started, ended: Some(ended) } => times.push((started, ended)),
            _ => return None,
        }
    }
    // A further row that only says when it was signed adds no time of its own.
    if times.iter().any(|(started, _)| started.is_some()) {
        times.retain(|(started, ended)| started.is_some() || Some(*ended) == entry.ended);
    }
    let (mut surest, mut widest) = (Vec::new(), Vec::new());
    let (mut has_hours, mut since_before, mut unbounded) = (true, false, false);
    for (started, ended) in &times {
        has_hours &= ended.has_hour();
        match started {
            Some(started) => {
                has_hours &= started.has_hour();
                surest.push(Interval { from: started.latest(), to: ended.earliest() });
                widest.push(Interval { from: started.earliest(), to: ended.latest() });
            }
            None => match before_ended.filter(|before| before.earliest() <= ended.latest()) {
                Some(before) => {
                    since_before = true;
                    widest.push(Interval { from: before.earliest(), to: ended.latest() });
                }
                None => unbounded = true,
            },
        }
    }
    let longest = match (unbounded, since_before) {
        (true, _) => Vec::new(),
        (false, true) => interval::hull(&widest).into_iter().collect(),
        (false, false) => interval::merged(widest),
    };
    let shortest = interval::merged(surest);
    Some(Laid { shortest, longest, since_before, unbounded, has_hours })
}

fn read_time(case: &Case, rules: &Rules<'_>, entries: &[Entry], entry: &Entry) -> Reading {
    let Some(laid) = laid(case, rules, entries, entry) else { return Reading::unusable() };
    let Some(shortest) = measure_all(rules.calendar, &laid.shortest) else {
        return Reading::unusable();
    };
    let longest = match laid.longest == laid.shortest && !laid.since_before {
        true => Some(shortest.at_most),
        false => longest(rules, &laid),
    };
    let Some(longest) = longest else { return Reading::unusable() };
    let longest = (!laid.unbounded).then_some(longest.max(shortest.seconds));
    let doubt = match (laid.unbounded, laid.since_before) {
        (true, _) if bound(entries, entry).is_none() => Unjudged::FirstOfRound,
        (true, _) => Unjudged::EndBeforeUnknown,
        (false, true) => Unjudged::NoStart,
        (false, false) if laid.has_hours => Unjudged::FlexibleHours,
        (false, false) => Unjudged::NoHour,
    };
    Reading {
        span: Some(Span { shortest: shortest.seconds, longest }),
        has_hours: laid.has_hours,
        by_clock: shortest.by_clock,
        doubt,
    }
}

/// The seconds of the longest reading. Where a start is missing the bound is the
/// working time since the step before, never the clock.
fn longest(rules: &Rules<'_>, laid: &Laid) -> Option<i64> {
    if !laid.since_before {
        return measure_all(rules.calendar, &laid.longest).map(|measured| measured.at_most);
    }
    laid.longest.iter().try_fold(0, |sum, interval| {
        Some(sum + rules.calendar.bounds_between(interval.from, interval.to, false)?.most)
    })
}
