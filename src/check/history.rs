//! What became of a request: its rounds, the time of each step, and the verdicts.
//!
//! A [`Case`] becomes its [`History`] once, here; checks, papers, reports and
//! `jelaskan` read only that. Sign-offs are taken in the order of their end,
//! whatever the order of the rows (contract, section 5, "Read exactly so").

use std::num::NonZeroU32;

use super::interval::Span;
use super::rounds::{self, Draft};
use super::status::{self, Status};
use super::version::Judge;
use super::{Rules, timing};
use crate::diagnostic::Cell;
use crate::records::{Case, Decision, Moment, RequestKind, Text};
use crate::sop::VersionId;

/// The history of one request, as of the moment of the run.
#[derive(Debug, Clone)]
pub struct History {
    pub number: Text,
    pub kind: RequestKind,
    /// The version of the SOP that it is judged by, to its end.
    pub version: VersionId,
    /// The SOP does not apply to this kind of request, or it cannot be told which one does:
    /// no verdicts, no L, W, P, K.
    pub outside_sop: bool,
    pub status: Status,
    /// The number of the last round (*putaran*), from 1.
    pub round: u32,
    /// The steps that were signed off, in the order of their sign-off.
    pub entries: Vec<Entry>,
    /// Steps begun or planned, not signed off.
    pub open: Vec<OpenStep>,
    /// Decisions after which the request was returned or refused, in order.
    pub returns: Vec<Return>,
    /// The step that comes next while the request runs; `None` once nothing does.
    pub next_step: Option<u32>,
    /// Since when the next step waits, where that is known.
    pub waiting_since: Option<Moment>,
    /// Sum of the steps over all rounds in seconds of working time; `None` if the
    /// time of one of them is not known.
    pub worked: Option<i64>,
    /// The same sum with each step at its shortest reading.
    pub worked_at_least: i64,
    /// Sum of the targets of the SOP's steps, in seconds.
    pub target: i64,
    /// A kesalahan was found in the data of this request.
    pub flawed: bool,
    /// *sesuai_sop* and *tepat_waktu*; filled in once all checks have spoken.
    pub verdict: status::Verdict,
}

/// A step that was signed off, with its time. Rows of several actors, or of several
/// parts, of one step are one entry; a repetition is an entry of its own.
#[derive(Debug, Clone)]
pub struct Entry {
    pub step: u32,
    pub round: u32,
    /// Indices into [`Case::sign_offs`], in order of their end.
    pub rows: EntryRows,
    /// The earliest start; `None` where none is recorded or usable.
    pub started: Option<Moment>,
    /// The latest end; `None` where it cannot be used.
    pub ended: Option<Moment>,
    /// The row of the first of the team who signed: an index into [`Case::sign_offs`].
    pub(super) signer: u32,
    /// The decision, at a deciding step; a refusal for good is [`Decision::Ditolak`].
    pub decision: Option<Decision>,
    /// The time it took, between its shortest and its longest reading.
    pub span: Option<Span>,
    /// All its times have an hour.
    pub has_hours: bool,
    pub target: i64,
    /// Seconds of working time that the step waited before it began.
    pub waited: Option<i64>,
    /// Where its wait was counted from.
    pub wait_from: Option<WaitFrom>,
    /// `None`: cannot be judged, for the reason in `unjudged`.
    pub on_time: Option<bool>,
    pub unjudged: Option<Unjudged>,
    /// It lies on one day wholly outside working hours and was counted by the clock.
    pub by_clock: bool,
    /// The same step was signed off before in this round (L03).
    pub repeats: Option<EntryAt>,
    /// The first sign-off after a `T` that opened no new round (L04).
    pub after_return: bool,
    /// The entry of the nearest lower step of the same round.
    pub before: Option<EntryAt>,
}

/// Which of the entries of a history: its index, counted from one so that none at all
/// needs no room of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryAt(NonZeroU32);

impl EntryAt {
    /// `None` for more entries than a sheet has rows.
    pub(super) fn of(index: usize) -> Option<Self> {
        let count = u32::try_from(index).ok()?.checked_add(1)?;
        NonZeroU32::new(count).map(EntryAt)
    }

    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// The rows of an entry, at least one; nearly always one, which then needs no room
/// elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryRows {
    One(usize),
    Several(Box<Vec<usize>>),
}

impl EntryRows {
    pub(super) fn push(&mut self, row: usize) {
        match self {
            EntryRows::One(first) => *self = EntryRows::Several(Box::new(vec![*first, row])),
            EntryRows::Several(rows) => rows.push(row),
        }
    }
}

impl std::ops::Deref for EntryRows {
    type Target = [usize];

    fn deref(&self) -> &[usize] {
        match self {
            EntryRows::One(row) => std::slice::from_ref(row),
            EntryRows::Several(rows) => rows,
        }
    }
}

/// From where a wait was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitFrom {
    /// The end of the step before, by its entry.
    Step(EntryAt),
    /// The moment when the request reached the team: [`Case::received_by_team`].
    ReceivedByTeam,
}

/// Why the time of a step cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unjudged {
    /// Its times cannot be used; a kesalahan says so.
    Unusable,
    /// No start, and it is the first sign-off of its round.
    FirstOfRound,
    /// No start, and the end of the step before is not known.
    EndBeforeUnknown,
    /// No start, and all that passed since the step before exceeds the target.
    NoStart,
    /// Flexible hours: how much of the time was worked is not known closely enough.
    FlexibleHours,
    /// A date without an hour: one reading is within the target, another is not.
    NoHour,
}

/// A step begun or planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenStep {
    pub step: u32,
    /// Index into [`Case::sign_offs`].
    pub row: usize,
    pub started: Option<Moment>,
    pub planned: Option<Moment>,
}

/// A decision T: the request was returned, or refused for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Return {
    /// The entry that decided.
    pub entry: usize,
    pub round: u32,
    pub refused: bool,
    /// The first entry that went on without a new round.
    pub went_on: Option<usize>,
}

impl History {
    /// The history of a case as of the moment of `rules`.
    pub(super) fn of(
        case: &Case,
        judge: Judge,
        rules: &Rules<'_>,
        signers: &[super::people::Signer],
    ) -> History {
        let drafts = rounds::draft(case, rules, signers);
        let silent = judge.silent_kind(rules);
        let kind = case.kind(silent, |kind| rules.sop.applies_to(kind.name()));
        let outside_sop = judge.is_missing() || !rules.sop.applies_to(kind.name());
        let Draft { entries, open, returns, round, unsteady } = drafts;
        let mut entries: Vec<Entry> = entries;
        timing::measure(case, rules, &mut entries);
        if outside_sop {
            for entry in &mut entries {
                entry.on_time = None;
                entry.unjudged = None;
            }
        }
        let flawed = case.contradicted
            || unsteady
            || case.rows.iter().any(|row| row.flawed)
            || case.sign_offs.iter().any(|row| row.flawed);
        let worked = entries.iter().map(Entry::worked).sum();
        let worked_at_least =
            entries.iter().filter_map(|entry| entry.span).map(|span| span.shortest).sum();
        let mut history = History {
            number: case.number.clone(),
            kind,
            version: judge.version,
            outside_sop,
            status: Status::DalamProses,
            round,
            entries,
            open,
            returns,
            next_step: None,
            waiting_since: None,
            worked,
            worked_at_least,
            target: rules.sop.total_target_seconds(),
            flawed,
            verdict: status::Verdict::default(),
        };
        history.status = status::of(case, &history, rules);
        if judge.is_missing() {
            // Which step comes next, and which is the last, only its procedure can tell.
            if history.status != Status::Dibatalkan {
                history.status = Status::PerluPerbaikan;
            }
            return history;
        }
        history.next_step = status::next_step(case, &history, rules);
        history.waiting_since = status::waiting_since(case, &history, rules);
        history
    }

    /// The entries of one round, with their indices.
    pub fn round_entries(&self, round: u32) -> impl Iterator<Item = (usize, &Entry)> {
        self.entries.iter().enumerate().filter(move |(_, entry)| entry.round == round)
    }

    /// The entries as the JSON of `periksa` lists them: by round, step, end.
    pub fn listed(&self) -> Vec<&Entry> {
        let mut listed: Vec<(usize, &Entry)> = self.entries.iter().enumerate().collect();
        // Within a step the order of sign-off is the order of their end.
        listed.sort_by_key(|(at, entry)| (entry.round, entry.step, *at));
        listed.into_iter().map(|(_, entry)| entry).collect()
    }

    /// The entry of the last sign-off of the last round. It need not be the last that
    /// was begun: a further part of an earlier step may have ended after it.
    pub fn last_entry(&self) -> Option<&Entry> {
        let of_round = self.round_entries(self.round).map(|(_, entry)| entry);
        of_round.reduce(|last, entry| if last.ended_after(entry) { last } else { entry })
    }

    /// Whether the request came to an end.
    pub fn is_closed(&self) -> bool {
        matches!(self.status, Status::Selesai | Status::Ditolak | Status::Dibatalkan)
    }
}

impl Entry {
    /// Seconds of working time, where that is certain.
    pub fn worked(&self) -> Option<i64> {
        self.span.filter(|_| self.has_hours).and_then(Span::certain)
    }

    /// The row of the first of the team who signed, as an index into [`Case::sign_offs`].
    pub fn signer(&self) -> usize {
        self.signer as usize
    }

    /// Who that was, as written.
    pub fn actor<'a>(&self, case: &'a Case) -> Option<&'a Text> {
        case.sign_offs.get(self.signer())?.actor.value()
    }

    /// The rows that this entry rests on.
    pub fn sign_offs<'a>(
        &'a self,
        case: &'a Case,
    ) -> impl Iterator<Item = &'a crate::records::SignOff> {
        self.rows.iter().filter_map(|row| case.sign_offs.get(*row))
    }

    /// The cells of its end and, where there is one, of its start.
    pub fn time_cells(&self, case: &Case) -> Vec<Cell> {
        let mut cells = Vec::new();
        for row in self.sign_offs(case) {
            cells.extend(row.ended.cell());
            cells.extend(row.started.cell());
        }
        cells
    }

    /// Whether it surely ended later than an entry that was begun after it.
    fn ended_after(&self, other: &Entry) -> bool {
        match (self.ended, other.ended) {
            (Some(Moment::At(at)), Some(Moment::At(other))) => at > other,
            (Some(ended), Some(other)) => ended.date() > other.date(),
            _ => false,
        }
    }
}
