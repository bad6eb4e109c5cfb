//! `tertib jelaskan N`: the arithmetic of a request, step by step: each stretch of
//! working time that was counted and each that was not, and the cells it rests on.

use super::part::{Part, Reading};
use super::{Choices, Examination, Refusal, check};
use crate::check::{Entry, Interval, Judged, WaitFrom, laid};
use crate::diagnostic::{Cell, Diagnostic};
use crate::records::{Moment, RequestField, SignOffField};

/// One request, explained.
#[derive(Debug)]
pub struct Explanation {
    pub examination: Examination,
    /// Index into [`Examination::cases`].
    case: usize,
    pub steps: Vec<StepTime>,
    /// The findings about the request, or about the one step that was asked for.
    pub findings: Vec<Diagnostic>,
}

/// The time of one step that was signed off.
#[derive(Debug, Clone)]
pub struct StepTime {
    pub entry: Entry,
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

impl Explanation {
    /// The request itself.
    pub fn judged(&self) -> Option<&Judged> {
        self.examination.cases.get(self.case)
    }
}

/// Explains the request of that number, or one step of it.
///
/// # Errors
/// No such request or step, or the office's own files cannot be used.
pub fn explain(choices: &Choices, number: &str, step: Option<u32>) -> Result<Explanation, Refusal> {
    let examination = check(choices, &[])?;
    let (case, judged) = examination.requested(number)?;
    let entries = judged.history.listed();
    let entries: Vec<&Entry> =
        entries.into_iter().filter(|entry| step.is_none_or(|no| entry.step == no)).collect();
    if let Some(no) = step.filter(|_| entries.is_empty()) {
        return Err(vec![no_step(no, judged, &examination)]);
    }
    let steps = entries.into_iter().map(|entry| step_time(entry, judged, &examination)).collect();
    let about = |told: &&Diagnostic| {
        let is_of_step = step.is_none_or(|no| told.step == Some(no)) || told.stands_for > 1;
        judged.case.may_be_meant_by(told) && is_of_step
    };
    let findings = examination.findings.iter().filter(about).cloned().collect();
    Ok(Explanation { case, steps, findings, examination })
}

fn step_time(entry: &Entry, judged: &Judged, examination: &Examination) -> StepTime {
    let rules = examination.folder.rules().of(judged);
    let parts = |intervals: &[Interval], reading| -> Vec<Part> {
        let parts = intervals.iter().map(|span| Part::of_step(rules.calendar, *span, reading));
        parts.flatten().collect()
    };
    let laid = laid(&judged.case, &rules, &judged.history.entries, entry);
    let (shortest, longest, since_before) = match &laid {
        Some(laid) if laid.since_before => {
            let bound = laid.longest.iter();
            let bound = bound.filter_map(|span| Part::of(rules.calendar, *span, Reading::Longest));
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
    let wait = wait(entry, judged, examination);
    StepTime {
        entry: entry.clone(),
        shortest,
        longest,
        since_before,
        wait,
        rests_on: rests_on(entry, judged),
    }
}

fn wait(entry: &Entry, judged: &Judged, examination: &Examination) -> Option<Part> {
    entry.waited?;
    let since = match entry.wait_from? {
        WaitFrom::Step(before) => judged.history.entries.get(before)?.ended?,
        WaitFrom::ReceivedByTeam => judged.case.received_by_team()?.value,
    };
    match (since, entry.started?) {
        (Moment::At(from), Moment::At(to)) => {
            Part::of(&examination.folder.calendar, Interval { from, to }, Reading::Shortest)
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

fn no_step(no: u32, judged: &Judged, examination: &Examination) -> Diagnostic {
    let sop = examination.sop_of(judged);
    let number = &judged.case.number;
    match sop.step(no) {
        Some(step) => Diagnostic::error(format!(
            "langkah {no} ({}) pada {number} belum ditandatangani, sehingga belum ada waktu yang dihitung",
            step.short_name()
        ))
        .advice(format!("lihat langkah yang sudah ditandatangani dengan: tertib jelaskan {number}")),
        None => Diagnostic::error(format!("SOP ini tidak mempunyai langkah {no}"))
            .advice("lihat langkah-langkahnya dengan: tertib sop"),
    }
}
