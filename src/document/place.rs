//! Where a paper is kept below `hasil/` (contract, section 8).

use chrono::Datelike;

use super::due::Due;
use crate::check::{Judged, Rules, received_on};
use crate::records::folder_name;

/// `<YYYY-MM>/<folder of the request>/<step>-<kind>[_<recipient>][-pengajuan-R].pdf`,
/// relative to `hasil/`.
pub fn file_of(due: &Due, judged: &Judged, rules: &Rules<'_>) -> String {
    let folder = folder_name(&judged.case.number);
    let month = received_on(judged, rules).map_or_else(
        || "tanpa-tanggal".to_owned(),
        |received| format!("{:04}-{:02}", received.date().year(), received.date().month()),
    );
    let round = if due.round > 1 { format!("-pengajuan-{}", due.round) } else { String::new() };
    let whose = due.recipient.as_ref().map_or(String::new(), |one| format!("_{}", one.slug));
    format!("{month}/{folder}/{}-{}{whose}{round}.pdf", due.step, due.kind.stem())
}
