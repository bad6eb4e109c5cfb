//! When a request was received: the day that decides its month.
//!
//! The folder of its papers, the month that reports it and the months that want a
//! report all go by this one day, so that they cannot differ.

use std::collections::BTreeSet;

use super::{Judged, Rules};
use crate::records::Moment;

/// *tanggal_diterima*, else the end of the first step, else *tanggal_surat* (contract,
/// section 8). The rounds are asked in their order: a later one tells of a request
/// whose first letter is in no sheet.
pub fn received_on(judged: &Judged, rules: &Rules<'_>) -> Option<Moment> {
    let Judged { case, history, .. } = judged;
    let first_step = rules.versions.get(history.version).first_step().map(|step| step.no);
    // As the sheets name them: a round of that number need not have been reached.
    let rounds: BTreeSet<u32> =
        (1..=history.round).chain(case.rows.iter().map(|row| row.round())).collect();
    rounds.into_iter().find_map(|round| {
        let received = case.moment(round, |row| &row.received).map(|written| written.value);
        let signed = || {
            let mut entries = history.round_entries(round).map(|(_, entry)| entry);
            entries.find_map(|entry| entry.ended.filter(|_| Some(entry.step) == first_step))
        };
        let letter = || case.rows_of(round).find_map(|row| row.letter_date.value().copied());
        received.or_else(signed).or_else(|| letter().map(Moment::Day))
    })
}
