//! Which papers are due, and at which stage (contract, section 8).
//!
//! A kind is due once the step before its own is signed, and decided Ya where that
//! step decides, so that it can be signed at its step; the proof of an account only
//! when its own step is signed, the letter of return when Tidak was given.

use chrono::NaiveDateTime;

use crate::check::{Entry, History, Judged, Rules, Status, is_proven};
use crate::records::{Decision, Moment};
use crate::sop::{PaperKind, Step};

/// A paper that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub kind: PaperKind,
    pub round: u32,
    /// The number of the step that yields it.
    pub step: u32,
    /// Its step is signed off; else it is made so that it can be signed.
    pub signed: bool,
    /// Index of the entry of its own step, once signed.
    pub entry: Option<usize>,
    /// When the event was that made it due: the end of its step, else of the step
    /// before, else the receipt of the letter. It dates what has to be dated before the
    /// step is signed; a paper that nothing dates is not due.
    pub event: Moment,
}

impl Due {
    /// What papers are numbered by: the time of the step.
    pub fn order(&self) -> (NaiveDateTime, u32, u32) {
        (self.event.earliest(), self.round, self.step)
    }
}

/// The papers of a request that are due, by round and step. Requests outside the SOP
/// have none.
pub fn due(judged: &Judged, rules: &Rules<'_>) -> Vec<Due> {
    let history = &judged.history;
    let rules = &rules.of(judged);
    let mut found = Vec::new();
    if history.outside_sop {
        return found;
    }
    for round in 1..=history.round {
        for step in &rules.sop.steps {
            for kind in &step.papers {
                if rules.office.papers.is_made_here(kind.stem()) {
                    found.extend(one(judged, rules, round, step, *kind));
                }
            }
        }
    }
    found
}

fn one(
    judged: &Judged,
    rules: &Rules<'_>,
    round: u32,
    step: &Step,
    kind: PaperKind,
) -> Option<Due> {
    let history = &judged.history;
    let own = last_entry(history, round, step.no);
    let is_return = own.is_some_and(|(_, entry)| {
        matches!(entry.decision, Some(Decision::Tidak | Decision::Ditolak))
    });
    if kind == PaperKind::Pengembalian && !is_return {
        return None;
    }
    if let Some((at, entry)) = own {
        let event = entry.ended.or_else(|| received(judged, 1))?;
        return Some(Due { kind, round, step: step.no, signed: true, entry: Some(at), event });
    }
    if kind == PaperKind::Akun || !may_be_signed(history, round, step) {
        return None;
    }
    let before = rules.sop.step_before(step.no)?;
    let event = match last_entry(history, round, before.no) {
        Some((_, entry)) => {
            if before.decision.is_some() && entry.decision != Some(Decision::Ya) {
                return None;
            }
            entry.ended
        }
        None if is_proven(&judged.case, round, before) => received(judged, round),
        None => return None,
    };
    let event = event.or_else(|| received(judged, 1))?;
    Some(Due { kind, round, step: step.no, signed: false, entry: None, event })
}

/// Nothing is left to be signed once a request was cancelled, refused or returned, nor
/// in a round that is over, nor at a step that the round began after.
fn may_be_signed(history: &History, round: u32, step: &Step) -> bool {
    let running = matches!(history.status, Status::DalamProses | Status::Selesai);
    let first = history.round_entries(round).map(|(_, entry)| entry.step).min();
    let began_after = round > 1 && first.is_none_or(|first| first > step.no);
    running && round == history.round && !began_after
}

/// The last entry of a step in a round: what was done again counts as it was last.
pub(super) fn last_entry(history: &History, round: u32, step: u32) -> Option<(usize, &Entry)> {
    history.round_entries(round).filter(|(_, entry)| entry.step == step).last()
}

/// When a letter came in that proves the step before.
fn received(judged: &Judged, round: u32) -> Option<Moment> {
    let case = &judged.case;
    let received = case.reading(round, |row| &row.received).value().copied();
    let letter = case.reading(round, |row| &row.letter_date).value().copied();
    case.received_by_team()
        .map(|written| written.value)
        .filter(|_| round == 1)
        .or(received)
        .or_else(|| letter.map(Moment::Day))
}
