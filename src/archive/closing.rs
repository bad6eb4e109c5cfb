//! When a request was closed, and the span of days that its papers cover.

use chrono::NaiveDate;

use crate::check::{Judged, Status, cancelled_at};
use crate::records::{Case, Moment};
use crate::sop::Definition;

/// The moment at which a closed request was closed: its last step was signed, it was
/// refused or it was cancelled. `None` where it runs, or where that time cannot be used.
pub fn closed_at(
    judged: &Judged,
    sop: &Definition,
    as_of: chrono::NaiveDateTime,
) -> Option<Moment> {
    let history = &judged.history;
    match history.status {
        Status::Selesai => {
            let last = sop.last_step().map(|step| step.no);
            let of_last = history.round_entries(history.round).map(|(_, entry)| entry);
            let signed = of_last.filter(|entry| Some(entry.step) == last);
            latest(signed.filter_map(|entry| entry.ended))
        }
        Status::Ditolak => {
            let refusals = history.returns.iter().filter(|back| back.refused);
            latest(refusals.filter_map(|back| history.entries.get(back.entry)?.ended))
        }
        Status::Dibatalkan => cancelled_at(&judged.case, as_of),
        Status::DalamProses | Status::Dikembalikan | Status::PerluPerbaikan => None,
    }
}

/// The first and the last day of which the records of a request speak (*kurun waktu*).
pub(super) fn span(judged: &Judged, closed: Option<Moment>) -> Option<(NaiveDate, NaiveDate)> {
    let Judged { case, history, .. } = judged;
    let signed = history.entries.iter().flat_map(|entry| [entry.started, entry.ended]);
    let days = signed.flatten().map(Moment::date).chain(received_days(case));
    let days: Vec<NaiveDate> = days.chain(closed.map(Moment::date)).collect();
    let first = days.iter().min()?;
    let last = closed.map(Moment::date).or_else(|| days.iter().max().copied())?;
    Some((*first, last))
}

fn received_days(case: &Case) -> impl Iterator<Item = NaiveDate> {
    case.rows.iter().flat_map(|row| {
        let received = [&row.received, &row.received_by_team];
        let received = received.into_iter().filter_map(|day| day.value().map(|day| day.date()));
        received.chain(row.letter_date.value().copied())
    })
}

fn latest(moments: impl Iterator<Item = Moment>) -> Option<Moment> {
    moments.max_by_key(|moment| moment.latest())
}
