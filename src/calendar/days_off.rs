//! Days off, and days off that are worked after all.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::hours::Hours;
use crate::diagnostic::Place;

/// What kind of day off it is (*jenis*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOffKind {
    NationalHoliday,
    CollectiveLeave,
    RegionalHoliday,
    OfficeHoliday,
}

impl DayOffKind {
    pub(super) const WORDS: [(&'static str, DayOffKind); 4] = [
        ("libur nasional", DayOffKind::NationalHoliday),
        ("cuti bersama", DayOffKind::CollectiveLeave),
        ("libur daerah", DayOffKind::RegionalHoliday),
        ("libur kantor", DayOffKind::OfficeHoliday),
    ];

    pub fn name(self) -> &'static str {
        match self {
            DayOffKind::NationalHoliday => "libur nasional",
            DayOffKind::CollectiveLeave => "cuti bersama",
            DayOffKind::RegionalHoliday => "libur daerah",
            DayOffKind::OfficeHoliday => "libur kantor",
        }
    }
}

/// On what a day off rests (*status*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The joint decree of three ministers, the year's list of holidays.
    Skb,
    /// A decision of the President, such as for an election day.
    Keppres,
    /// A decision of the region or of the office.
    Local,
    /// Expected, and not yet set.
    Estimate,
}

impl Standing {
    pub(super) const WORDS: [(&'static str, Standing); 4] = [
        ("SKB", Standing::Skb),
        ("Keppres", Standing::Keppres),
        ("lokal", Standing::Local),
        ("perkiraan", Standing::Estimate),
    ];

    pub fn name(self) -> &'static str {
        match self {
            Standing::Skb => "SKB",
            Standing::Keppres => "Keppres",
            Standing::Local => "lokal",
            Standing::Estimate => "perkiraan",
        }
    }
}

/// A day on which the office does not work (*hari libur* or *cuti bersama*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOff {
    pub name: String,
    pub kind: DayOffKind,
    pub standing: Standing,
    /// The decision or list it was taken from.
    pub source: String,
}

impl DayOff {
    /// Whether the date is only expected (*perkiraan*).
    pub fn is_estimate(&self) -> bool {
        self.standing == Standing::Estimate
    }
}

/// What a calendar file says of one single day.
#[derive(Debug, Clone)]
pub(super) enum DayRule {
    Off(Arc<DayOff>),
    /// Worked although it would be off, with its own hours where given, and why.
    Worked {
        hours: Option<Arc<Hours>>,
        /// The day whose hours it has, where it was moved from there.
        like: Option<NaiveDate>,
        why: Arc<str>,
    },
}

/// All single days of all files; what is written later, or by the office, wins.
#[derive(Debug, Default)]
pub(super) struct SpecialDays {
    days: BTreeMap<NaiveDate, (DayRule, Place)>,
}

impl SpecialDays {
    pub(super) fn add(&mut self, day: NaiveDate, rule: DayRule, place: Place) {
        self.days.insert(day, (rule, place));
    }

    pub(super) fn get(&self, day: NaiveDate) -> Option<&DayRule> {
        self.days.get(&day).map(|(rule, _)| rule)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (NaiveDate, &DayRule, &Place)> {
        self.days.iter().map(|(day, (rule, place))| (*day, rule, place))
    }
}
