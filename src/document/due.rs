//! Which papers are due, and at which stage (contract, section 8).
//!
//! A kind is due once the step before its own is signed, and decided Ya where that
//! step decides, so that it can be signed at its step; the proof of an account only
//! when its own step is signed, the letter of return when Tidak was given.

use chrono::NaiveDateTime;

use crate::check::{Entry, History, Judged, Recipient, Rules, Status, is_proven, recipients};
use crate::office::Handover;
use crate::records::{Case, Decision, Moment, SignOff, SignOffField};
use crate::sop::{PaperKind, Step};

/// A paper that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub kind: PaperKind,
    pub round: u32,
    /// The number of the step that yields it.
    pub step: u32,
    /// Whose minutes it is, where each recipient has their own.
    pub recipient: Option<Recipient>,
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
    due_by(judged, rules, &|_, _| rules.office.options.handover)
}

/// The same, where minutes that are out already say whether a round has one for all or one
/// for each recipient: a paper that was issued is not issued again in another shape.
pub fn due_by(
    judged: &Judged,
    rules: &Rules<'_>,
    handover: &dyn Fn(PaperKind, u32) -> Handover,
) -> Vec<Due> {
    let history = &judged.history;
    let rules = &rules.of(judged);
    let mut found = Vec::new();
    if history.outside_sop {
        return found;
    }
    for round in 1..=history.round {
        for step in &rules.sop.steps {
            for kind in &step.papers {
                if !rules.office.papers.is_made_here(kind.stem()) {
                    continue;
                }
                let all = match kind.has_parties() && handover(*kind, round).is_apart() {
                    true => recipients(&judged.case, round),
                    false => Vec::new(),
                };
                let due = |whose| one(judged, rules, (round, step), *kind, whose);
                match all.as_slice() {
                    [] | [_] => found.extend(due(None)),
                    all => found.extend(all.iter().filter_map(|one| due(Some(one)))),
                }
            }
        }
    }
    found
}

fn one(
    judged: &Judged,
    rules: &Rules<'_>,
    (round, step): (u32, &Step),
    kind: PaperKind,
    recipient: Option<&Recipient>,
) -> Option<Due> {
    let history = &judged.history;
    let own = last_entry(history, round, step.no);
    // Of a step that is done for each recipient in turn, only theirs signs a paper.
    let own = own.filter(|(_, entry)| rows_for(entry, &judged.case, recipient).next().is_some());
    let no = step.no;
    let recipient_of_due = recipient.cloned();
    let made = |signed: bool, entry: Option<usize>, event: Moment| Due {
        kind,
        round,
        step: no,
        recipient: recipient_of_due,
        signed,
        entry,
        event,
    };
    let is_return = own.is_some_and(|(_, entry)| {
        matches!(entry.decision, Some(Decision::Tidak | Decision::Ditolak))
    });
    if kind == PaperKind::Pengembalian && !is_return {
        return None;
    }
    if let Some((at, entry)) = own {
        let ended = ended_for(entry, &judged.case, recipient);
        let event = ended.or_else(|| received(judged, 1))?;
        return Some(made(true, Some(at), event));
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
    Some(made(false, None, event))
}

/// Nothing is left to be signed once a request was cancelled, refused or returned, nor
/// in a round that is over, nor at a step that the round began after.
fn may_be_signed(history: &History, round: u32, step: &Step) -> bool {
    let running = matches!(history.status, Status::DalamProses | Status::Selesai);
    let first = history.round_entries(round).map(|(_, entry)| entry.step).min();
    let began_after = round > 1 && first.is_none_or(|first| first > step.no);
    running && round == history.round && !began_after
}

/// The sign-offs of an entry that concern a recipient: those that name them, and those
/// that name nobody.
pub(super) fn rows_for<'a>(
    entry: &'a Entry,
    case: &'a Case,
    recipient: Option<&'a Recipient>,
) -> impl Iterator<Item = &'a SignOff> {
    entry.sign_offs(case).filter(move |row| {
        let named = row.text_value(SignOffField::Penerima);
        recipient.zip(named).is_none_or(|(recipient, named)| recipient.is(named, None))
    })
}

/// When an entry ended, as far as it concerns a recipient.
pub(super) fn ended_for(
    entry: &Entry,
    case: &Case,
    recipient: Option<&Recipient>,
) -> Option<Moment> {
    if recipient.is_none() {
        return entry.ended;
    }
    let ends = rows_for(entry, case, recipient).filter_map(|row| row.ended.value().copied());
    ends.max_by_key(|moment| moment.latest()).or(entry.ended)
}

/// The last entry of a step in a round: what was done again counts as it was last.
pub(super) fn last_entry(history: &History, round: u32, step: u32) -> Option<(usize, &Entry)> {
    history.round_entries(round).filter(|(_, entry)| entry.step == step).last()
}

/// When a letter came in that proves the step before.
fn received(judged: &Judged, round: u32) -> Option<Moment> {
    let case = &judged.case;
    let letter = case.reading(round, |row| &row.letter_date).value().copied();
    case.received_by_team()
        .filter(|_| round == 1)
        .or_else(|| case.moment(round, |row| &row.received))
        .map(|written| written.value)
        .or_else(|| letter.map(Moment::Day))
}
