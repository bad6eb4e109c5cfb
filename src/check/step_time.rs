//! The time of a step laid out: each stretch of it that was counted and each that was
//! not, by its shortest and its longest reading, and the cells that it rests on.

use super::history::{Entry, WaitFrom};
use super::interval::Interval;
use super::part::{Part, Reading};
use super::timing::laid;
use super::{Judged, Rules};
use crate::diagnostic::Cell;
use crate::records::{Moment, RequestField, SignOffField, Text};

/// The time of one step that was signed off.
#[derive(Debug, Clone)]
pub struct StepTime {
    pub entry: Entry,
    /// Who signed it, as written.
    pub actor: Option<Text>,
    /// The shortest reading. Where the time is certain, it is the time.
    pub shortest: Vec<Part>,
    /// The longest reading, where it is another.
    pub longest: Vec<Part>,
    /// A start is missing: the longest reading runs from the end of the step before.
    pub since_before: bool,
    /// The wait before it began, with the moment it was counted from.
    pub wait: Option<Part>,
    /// The cells that the time rests on, with the names of their columns.
    pub rests_on: Vec<(&'static str, Cell)>,
}

impl StepTime {
    /// The time of an entry of a judged request.
    pub fn of(entry: &Entry, judged: &Judged, rules: &Rules<'_>) -> StepTime {
        let rules = rules.of(judged);
        let parts = |intervals: &[Interval], reading| -> Vec<Part> {
            let parts = intervals.iter().map(|span| Part::of_step(rules.calendar, *span, reading));
            parts.flatten().collect()
        };
        let laid = laid(&judged.case, &rules, &judged.history.entries, entry);
        let (shortest, longest, since_before) = match &laid {
            Some(laid) if laid.since_before => {
                let bound = laid.longest.iter();
                let bound =
                    bound.filter_map(|span| Part::of(rules.calendar, *span, Reading::Longest));
                (parts(&laid.shortest, Reading::Shortest), bound.collect(), true)
            }
            Some(laid) => (
                parts(&laid.shortest, Reading::Shortest),
                parts(&laid.longest, Reading::Longest),
                false,
            ),
            None => (Vec::new(), Vec::new(), false),
        };
        let longest = if longest == shortest { Vec::new() } else { longest };
        let wait = wait(entry, judged, &rules);
        StepTime {
            entry: entry.clone(),
            actor: entry.actor(&judged.case).cloned(),
            shortest,
            longest,
            since_before,
            wait,
            rests_on: rests_on(entry, judged),
        }
    }
}

fn wait(entry: &Entry, judged: &Judged, rules: &Rules<'_>) -> Option<Part> {
    entry.waited?;
    let since = match entry.wait_from? {
        WaitFrom::Step(before) => judged.history.entries.get(before.index())?.ended?,
        WaitFrom::ReceivedByTeam => judged.case.received_by_team()?.value,
    };
    match (since, entry.started?) {
        (Moment::At(from), Moment::At(to)) => {
            Part::of(rules.calendar, Interval { from, to }, Reading::Shortest)
        }
        _ => None,
    }
}

fn rests_on(entry: &Entry, judged: &Judged) -> Vec<(&'static str, Cell)> {
    let mut cells = Vec::new();
    for row in entry.sign_offs(&judged.case) {
        let started = row.started.cell().map(|cell| (SignOffField::Mulai.key(), cell));
        let ended = row.ended.cell().map(|cell| (SignOffField::Selesai.key(), cell));
        cells.extend(started.into_iter().chain(ended));
    }
    if entry.wait_from == Some(WaitFrom::ReceivedByTeam)
        && let Some(received) = judged.case.received_by_team()
    {
        cells.push((RequestField::DiterimaTim.key(), received.cell));
    }
    cells
}
