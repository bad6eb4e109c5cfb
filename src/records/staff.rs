//! A row of the staff list (*pegawai*) in a workbook.

use chrono::NaiveDate;

use super::{Reading, Text, Written};
use crate::diagnostic::RowPlace;

/// A member of staff with one role (*peran*) for a span of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffRow {
    pub place: RowPlace,
    pub name: Written<Text>,
    pub nip: Reading<Text>,
    pub post: Reading<Text>,
    /// The id of a role of the SOP.
    pub role: Reading<Text>,
    /// First day on which the role was held; empty is "always before".
    pub from: Reading<NaiveDate>,
    /// Last day on which the role was held; empty is "still".
    pub until: Reading<NaiveDate>,
}
