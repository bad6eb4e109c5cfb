//! Which sign-off belongs to which round and which step.
//!
//! Sign-offs are taken in the order of their end. `T` returns the request; the next
//! sign-off at a step from `bila_tidak` to the deciding one opens a new round, any
//! other went on without one (L04). Rows of several actors, or of several
//! applications or recipients, of one step are one entry; else a second row is a
//! repetition (L03).

use super::Rules;
use super::history::{Entry, EntryAt, EntryRows, OpenStep, Return};
use super::people::Signer;
use super::sequence::{SignedRow, Use, in_order, see};
use crate::records::{Case, Decision, Moment, SignOffField, StepRef};
use crate::sop::{IfNo, Step};

/// The skeleton of a history: everything but times.
pub(super) struct Draft {
    pub entries: Vec<Entry>,
    pub open: Vec<OpenStep>,
    pub returns: Vec<Return>,
    pub round: u32,
    /// A time outside the calendar (D17) makes the data of the request faulty.
    pub unsteady: bool,
}

pub(super) fn draft(case: &Case, rules: &Rules<'_>, signers: &[Signer]) -> Draft {
    let mut drafting = Drafting {
        case,
        rules,
        signers,
        entries: Vec::with_capacity(case.sign_offs.len()),
        returns: Vec::new(),
        begun_at_return: 0,
        round: 1,
    };
    let mut open = Vec::new();
    let mut signed = Vec::new();
    let mut unsteady = false;
    for (row, sign_off) in case.sign_offs.iter().enumerate() {
        let StepRef::Known(step, _) = sign_off.step else { continue };
        let seen = see(sign_off, rules);
        unsteady |= seen.outside.iter().any(Option::is_some);
        match seen.at {
            Use::Signed { started, ended } => signed.push(SignedRow {
                row,
                step,
                started,
                ended,
                place: sign_off.place,
                // Contrary times are of no use for measuring, yet they tell the day.
                key: ended.or(started).or(sign_off
                    .ended
                    .value()
                    .copied()
                    .filter(|moment| rules.calendar.covers(moment.date()))),
            }),
            Use::Open { started, planned } => open.push(OpenStep { step, row, started, planned }),
            Use::NotYet => {}
        }
    }
    for row in in_order(signed) {
        drafting.take(row);
    }
    let Drafting { entries, returns, round, .. } = drafting;
    let (entries, returns) = without_unsigned(entries, returns, signers, rules);
    Draft { entries, open, returns, round, unsteady }
}

struct Drafting<'a> {
    case: &'a Case,
    rules: &'a Rules<'a>,
    signers: &'a [Signer],
    entries: Vec<Entry>,
    returns: Vec<Return>,
    /// How many entries had begun when the last T was given.
    begun_at_return: usize,
    round: u32,
}

impl Drafting<'_> {
    fn take(&mut self, row: SignedRow) {
        let Some(step) = self.rules.sop.step(row.step) else { return };
        let joined = self.joins(step, &row);
        // A further part of the deciding step opens nothing: the last decision holds.
        if let Some(back) = self.standing_return()
            && joined != Some(back.entry)
            && self.opens_round(&back, step)
        {
            self.round += 1;
        }
        let at = match self.joins(step, &row) {
            Some(at) => {
                self.join(at, &row);
                at
            }
            None => self.begin(step, &row),
        };
        self.go_on(at);
        self.decide(step, at, row.row);
    }

    /// The first sign-off after a T that opened no new round (L04).
    fn go_on(&mut self, at: usize) {
        let round = self.round;
        let Some(entry) = self.entries.get_mut(at) else { return };
        let back = self.returns.last_mut().filter(|back| back.round == round);
        if let Some(back) = back
            && back.entry != at
            && back.went_on.is_none()
            && is_signed(entry, self.signers, self.rules)
        {
            back.went_on = Some(at);
            entry.after_return = at >= self.begun_at_return;
        }
    }

    /// The T under which the request stands.
    fn standing_return(&self) -> Option<Return> {
        self.returns.last().copied().filter(|back| back.round == self.round)
    }

    fn opens_round(&self, back: &Return, step: &Step) -> bool {
        if back.refused {
            return false;
        }
        let Some(decided) = self.entries.get(back.entry).and_then(|e| self.rules.sop.step(e.step))
        else {
            return false;
        };
        match decided.decision.as_ref().map(|decision| &decision.if_no) {
            Some(IfNo::BackTo(first)) => (*first..=decided.no).contains(&step.no),
            Some(IfNo::End) | None => false,
        }
    }

    /// The entry that a row is a further actor or part of.
    fn joins(&self, step: &Step, row: &SignedRow) -> Option<usize> {
        let (at, entry) = self
            .entries
            .iter()
            .enumerate()
            .rev()
            .find(|(_, entry)| entry.round == self.round && entry.step == step.no)?;
        let other = |held: &usize| self.is_other_part(step, *held, row.row);
        entry.rows.iter().all(other).then_some(at)
    }

    /// Two rows of one step stand side by side where another actor signed, or
    /// another application or recipient is named.
    fn is_other_part(&self, step: &Step, held: usize, row: usize) -> bool {
        if step.shared_with_applicant(self.rules.sop)
            && let (Some(one), Some(other)) = (self.signers.get(held), self.signers.get(row))
        {
            let receive = one.is_recipient || other.is_recipient;
            if one.is_applicant != other.is_applicant
                || receive && !one.identity.is_same(&other.identity)
            {
                return true;
            }
        }
        if self.is_shared_within_team(step)
            && let (Some(one), Some(other)) = (self.signers.get(held), self.signers.get(row))
        {
            let known = !one.identity.is_nobody() && !other.identity.is_nobody();
            if known && !one.identity.is_same(&other.identity) {
                return true;
            }
        }
        let (Some(held), Some(row)) = (self.case.sign_offs.get(held), self.case.sign_offs.get(row))
        else {
            return false;
        };
        [SignOffField::Aplikasi, SignOffField::Penerima].into_iter().any(|field| {
            match (held.text_value(field), row.text_value(field)) {
                (Some(one), Some(other)) => !is_same_text(one, other),
                _ => false,
            }
        })
    }

    /// Whether two roles of the team carry the step out together: then the rows of two
    /// people are no repetition.
    fn is_shared_within_team(&self, step: &Step) -> bool {
        let sop = self.rules.sop;
        let of_team = |actor: &&String| sop.role(actor).is_some_and(|role| !role.applicant);
        step.actors.iter().filter(of_team).count() > 1
    }

    fn join(&mut self, at: usize, row: &SignedRow) {
        let Some(entry) = self.entries.get_mut(at) else { return };
        entry.rows.push(row.row);
        let earliest = |a: Moment, b: Moment| if b.earliest() < a.earliest() { b } else { a };
        let latest = |a: Moment, b: Moment| if b.latest() > a.latest() { b } else { a };
        entry.started = match (entry.started, row.started) {
            (Some(a), Some(b)) => Some(earliest(a, b)),
            (a, b) => a.or(b),
        };
        entry.ended = match (entry.ended, row.ended) {
            (Some(a), Some(b)) => Some(latest(a, b)),
            (a, b) => a.or(b),
        };
    }

    fn begin(&mut self, step: &Step, row: &SignedRow) -> usize {
        let repeats = self
            .entries
            .iter()
            .rposition(|entry| entry.round == self.round && entry.step == step.no);
        self.entries.push(Entry {
            step: step.no,
            round: self.round,
            rows: EntryRows::One(row.row),
            started: row.started,
            ended: row.ended,
            signer: 0,
            decision: None,
            span: None,
            has_hours: false,
            target: step.target_seconds,
            waited: None,
            wait_from: None,
            on_time: None,
            unjudged: None,
            by_clock: false,
            repeats: repeats.and_then(EntryAt::of),
            after_return: false,
            before: None,
        });
        self.entries.len() - 1
    }

    /// The last decision of a deciding step holds.
    fn decide(&mut self, step: &Step, at: usize, row: usize) {
        let Some(rule) = &step.decision else { return };
        let Some(decision) =
            self.case.sign_offs.get(row).and_then(|row| row.decision.value().copied())
        else {
            return;
        };
        let round = self.round;
        if let Some(entry) = self.entries.get_mut(at) {
            entry.decision = Some(decision);
        }
        let refused = self.returns.last().is_some_and(|back| back.refused);
        if refused {
            return;
        }
        let entries = &self.entries;
        self.returns.retain(|back| {
            back.round != round || entries.get(back.entry).is_some_and(|e| e.step != step.no)
        });
        if decision != Decision::Ya {
            let refused = decision == Decision::Ditolak || rule.if_no == IfNo::End;
            self.returns.push(Return { entry: at, round, refused, went_on: None });
            self.begun_at_return = self.entries.len();
        }
    }
}

fn is_same_text(one: &str, other: &str) -> bool {
    one.split_whitespace()
        .map(str::to_lowercase)
        .eq(other.split_whitespace().map(str::to_lowercase))
}

/// The applicant's row alone does not sign off a step of the team and the applicant:
/// such entries are taken out, and indices follow.
fn without_unsigned(
    mut entries: Vec<Entry>,
    returns: Vec<Return>,
    signers: &[Signer],
    rules: &Rules<'_>,
) -> (Vec<Entry>, Vec<Return>) {
    let mut new_index = Vec::with_capacity(entries.len());
    let mut kept = 0;
    entries.retain_mut(|entry| {
        if !is_signed(entry, signers, rules) {
            new_index.push(None);
            return false;
        }
        new_index.push(Some(kept));
        kept += 1;
        let moved = |old: usize| new_index.get(old).copied().flatten();
        entry.repeats = entry.repeats.and_then(|first| moved(first.index())).and_then(EntryAt::of);
        let of_team = rules.sop.step(entry.step).is_some_and(|step| step.of_team(rules.sop));
        let of_whom =
            |row: &&usize| !of_team || !signers.get(**row).is_some_and(|s| s.is_applicant);
        let signer = entry.rows.iter().find(of_whom).or(entry.rows.first());
        entry.signer = signer.and_then(|row| u32::try_from(*row).ok()).unwrap_or(u32::MAX);
        true
    });
    let moved = |old: usize| new_index.get(old).copied().flatten();
    let returns = returns
        .into_iter()
        .filter_map(|back| {
            Some(Return {
                entry: moved(back.entry)?,
                went_on: back.went_on.and_then(moved),
                ..back
            })
        })
        .collect();
    (entries, returns)
}

/// Whether a step is signed off: where the applicant shares it, someone of the team did.
fn is_signed(entry: &Entry, signers: &[Signer], rules: &Rules<'_>) -> bool {
    !shares_with_applicant(rules, entry.step)
        || entry.rows.iter().any(|row| !signers.get(*row).is_some_and(|s| s.is_applicant))
}

fn shares_with_applicant(rules: &Rules<'_>, step: u32) -> bool {
    rules.sop.step(step).is_some_and(|step| step.shared_with_applicant(rules.sop))
}
