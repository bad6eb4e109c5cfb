//! Where a request stands, and the two verdicts on it, each with three values:
//! yes, no, and not known (contract, section 5).

use chrono::NaiveDateTime;

use super::Rules;
use super::history::History;
use crate::records::{Case, Moment, RequestField, StepRef, Written};
use crate::sop::Step;

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The last step of the last round is signed; a skipped one is a finding.
    Selesai,
    DalamProses,
    /// Returned with a decision T; it waits on the applicant.
    Dikembalikan,
    Ditolak,
    Dibatalkan,
    /// Kesalahan leave no usable sign-off.
    PerluPerbaikan,
}

impl Status {
    pub const ALL: [Status; 6] = [
        Status::Selesai,
        Status::DalamProses,
        Status::Dikembalikan,
        Status::Ditolak,
        Status::Dibatalkan,
        Status::PerluPerbaikan,
    ];

    /// The name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Status::Selesai => "selesai",
            Status::DalamProses => "dalam_proses",
            Status::Dikembalikan => "dikembalikan",
            Status::Ditolak => "ditolak",
            Status::Dibatalkan => "dibatalkan",
            Status::PerluPerbaikan => "perlu_perbaikan",
        }
    }

    /// The name in a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Status::Selesai => "selesai",
            Status::DalamProses => "dalam proses",
            Status::Dikembalikan => "dikembalikan kepada pemohon",
            Status::Ditolak => "ditolak",
            Status::Dibatalkan => "dibatalkan",
            Status::PerluPerbaikan => "perlu perbaikan data",
        }
    }
}

/// *sesuai_sop* and *tepat_waktu*; `None` is "not known", never "no".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Verdict {
    pub kept: Option<bool>,
    pub on_time: Option<bool>,
}

/// What the checks found about a request, as far as its verdict needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weight {
    pub nonconformity: bool,
    pub late: bool,
    /// A kesalahan, a W07 or an L05.
    pub gap: bool,
}

/// The verdicts by contract, section 5.
pub fn verdict(history: &History, weight: Weight) -> Verdict {
    if history.outside_sop {
        return Verdict::default();
    }
    let ended = history.is_closed() || history.status == Status::Dikembalikan;
    let kept = match weight {
        Weight { nonconformity: true, .. } => Some(false),
        Weight { gap: false, .. } if ended && !history.flawed => Some(true),
        _ => None,
    };
    let judged = history.entries.iter().all(|entry| entry.on_time == Some(true));
    let on_time = match weight {
        Weight { late: true, .. } => Some(false),
        _ if history.status == Status::Selesai && judged => Some(true),
        _ => None,
    };
    Verdict { kept, on_time }
}

pub(super) fn of(case: &Case, history: &History, rules: &Rules<'_>) -> Status {
    if cancelled_at(case, rules.as_of).is_some() {
        return Status::Dibatalkan;
    }
    if has_no_usable_sign_off(case, history) {
        return Status::PerluPerbaikan;
    }
    if history.returns.iter().any(|back| back.refused) {
        return Status::Ditolak;
    }
    let last_step = rules.sop.last_step().map(|step| step.no);
    if history.round_entries(history.round).any(|(_, entry)| Some(entry.step) == last_step) {
        return Status::Selesai;
    }
    let waits =
        history.returns.iter().any(|back| back.round == history.round && back.went_on.is_none());
    if waits { Status::Dikembalikan } else { Status::DalamProses }
}

/// The moment of cancellation, if it is not later than `as_of`.
pub fn cancelled_at(case: &Case, as_of: NaiveDateTime) -> Option<Moment> {
    let known = case.rows.iter().filter_map(|row| row.cancelled.known());
    let passed = known.filter(|moment| moment.value.earliest() <= as_of);
    Written::first_of(passed).map(|moment| moment.value)
}

/// There are sign-offs, and kesalahan leave not one of them with a usable time.
fn has_no_usable_sign_off(case: &Case, history: &History) -> bool {
    let unusable =
        !history.entries.is_empty() && history.entries.iter().all(|entry| entry.ended.is_none());
    let nameless = history.entries.is_empty()
        && history.open.is_empty()
        && case.sign_offs.iter().any(|row| row.flawed && matches!(row.step, StepRef::Unknown(_)));
    unusable || nameless
}

/// The highest signed step of the last round plus one; with nothing signed, the
/// first step that its letter does not prove.
pub(super) fn next_step(case: &Case, history: &History, rules: &Rules<'_>) -> Option<u32> {
    if history.status != Status::DalamProses {
        return None;
    }
    let highest = history.round_entries(history.round).map(|(_, entry)| entry.step).max();
    match highest {
        Some(step) => rules.sop.step_after(step).map(|step| step.no),
        None => rules.sop.steps.iter().find(|step| !is_proven(case, 1, step)).map(|step| step.no),
    }
}

/// Since when the next step waits: the last sign-off, else the receipt of a letter
/// that proves the step before; where the next step is planned for later, from then.
pub(super) fn waiting_since(case: &Case, history: &History, rules: &Rules<'_>) -> Option<Moment> {
    let next = history.next_step?;
    let since = match history.last_entry() {
        Some(entry) => entry.ended?,
        None => {
            let proven = rules.sop.first_step().is_some_and(|step| is_proven(case, 1, step));
            if !proven {
                return None;
            }
            let received = case.received_by_team().or_else(|| case.moment(1, |row| &row.received));
            let letter = || case.reading(1, |row| &row.letter_date).value().copied();
            received.map(|written| written.value).or_else(|| letter().map(Moment::Day))?
        }
    };
    let planned = history
        .open
        .iter()
        .filter(|open| open.step == next)
        .filter_map(|open| open.planned)
        .max_by_key(|moment| moment.latest());
    Some(match planned {
        Some(planned) if planned.latest() > since.latest() => planned,
        _ => since,
    })
}

/// Whether the columns that prove a step (*terbukti_oleh*) are all filled. A value
/// that is there but cannot be read is not missing.
pub fn is_proven(case: &Case, round: u32, step: &Step) -> bool {
    !step.proven_by.is_empty() && step.proven_by.iter().all(|key| is_filled(case, round, key))
}

/// Whether a column of the request has something in a round.
pub fn is_filled(case: &Case, round: u32, key: &str) -> bool {
    match RequestField::from_key(key) {
        Some(RequestField::TanggalSurat) => !case.reading(round, |row| &row.letter_date).is_empty(),
        Some(RequestField::TanggalDiterima) => !case.reading(round, |row| &row.received).is_empty(),
        Some(RequestField::DiterimaTim) => {
            !case.reading(round, |row| &row.received_by_team).is_empty()
        }
        Some(field) => case.text(round, field).is_some(),
        None => false,
    }
}
