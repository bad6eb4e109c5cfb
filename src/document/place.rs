//! Where a paper is kept below `hasil/` (contract, section 8).

use chrono::{Datelike, NaiveDate};

use super::due::{Due, last_entry};
use crate::check::{Judged, Rules};
use crate::records::folder_name;

/// `<YYYY-MM>/<folder of the request>/<step>-<kind>[-pengajuan-R].pdf`, relative to
/// `hasil/`.
pub fn file_of(due: &Due, judged: &Judged, rules: &Rules<'_>) -> String {
    let folder = folder_name(&judged.case.number);
    let month = month_of_receipt(judged, rules).map_or_else(
        || "tanpa-tanggal".to_owned(),
        |day| format!("{:04}-{:02}", day.year(), day.month()),
    );
    let round = if due.round > 1 { format!("-pengajuan-{}", due.round) } else { String::new() };
    format!("{month}/{folder}/{}-{}{round}.pdf", due.step, due.kind.stem())
}

/// The day whose month a request belongs to: its receipt, else the end of the first
/// step, else the date of its letter.
pub fn month_of_receipt(judged: &Judged, rules: &Rules<'_>) -> Option<NaiveDate> {
    let case = &judged.case;
    let received = case.rows_of(1).find_map(|row| row.received.value()).map(|at| at.date());
    let first = rules.sop.first_step().and_then(|step| {
        let (_, entry) = last_entry(&judged.history, 1, step.no)?;
        entry.ended.map(|ended| ended.date())
    });
    let letter = || case.rows_of(1).find_map(|row| row.letter_date.value()).copied();
    received.or(first).or_else(letter)
}
