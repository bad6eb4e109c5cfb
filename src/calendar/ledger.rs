//! The ledger of working seconds: what had been worked before each day.
//!
//! With the sums at hand, the working time between two moments is one subtraction,
//! however many years lie between them.

use std::fmt;
use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::days_off::DayOff;
use super::hours::{Hours, Ramadan, second_of_day};

/// What is known of one day.
#[derive(Debug, Clone)]
pub(super) struct PlannedDay {
    /// The hours that are worked.
    pub hours: Option<Arc<Hours>>,
    pub off: Option<Arc<DayOff>>,
    /// Without a day off, too, nobody would work.
    pub weekend: bool,
    pub ramadan: Option<Arc<Ramadan>>,
}

/// Whole years that follow one another.
#[derive(Clone)]
pub(super) struct Ledger {
    first: NaiveDate,
    days: Vec<PlannedDay>,
    /// `before[n]`: working seconds of all days before day `n`; one entry more than days.
    before: Vec<i64>,
}

/// The years alone: thousands of days would hide what stands beside them.
impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.years(), f)
    }
}

impl Ledger {
    pub(super) fn new(first: NaiveDate, days: Vec<PlannedDay>) -> Self {
        let mut before = Vec::with_capacity(days.len() + 1);
        let mut sum = 0;
        before.push(sum);
        for day in &days {
            sum += day.hours.as_ref().map_or(0, |hours| hours.seconds());
            before.push(sum);
        }
        Self { first, days, before }
    }

    pub(super) fn years(&self) -> RangeInclusive<i32> {
        let last = self.date(self.days.len().saturating_sub(1)).unwrap_or(self.first);
        self.first.year()..=last.year()
    }

    fn index(&self, day: NaiveDate) -> Option<usize> {
        let index = usize::try_from(day.signed_duration_since(self.first).num_days()).ok()?;
        (index < self.days.len()).then_some(index)
    }

    fn date(&self, index: usize) -> Option<NaiveDate> {
        self.first.checked_add_days(chrono::Days::new(u64::try_from(index).ok()?))
    }

    pub(super) fn day(&self, day: NaiveDate) -> Option<&PlannedDay> {
        self.days.get(self.index(day)?)
    }

    /// Working seconds from the first day of the ledger to this moment. A part of a
    /// second does not count.
    pub(super) fn worked_until(&self, at: NaiveDateTime) -> Option<i64> {
        let index = self.index(at.date())?;
        let hours = self.days.get(index)?.hours.as_ref();
        let today = hours.map_or(0, |hours| hours.passed(second_of_day(at.time())));
        Some(self.before.get(index)? + today)
    }

    /// The earliest moment at which so many working seconds have passed since the
    /// first day of the ledger; `None` past its end, or for less than one second.
    pub(super) fn moment(&self, seconds: i64) -> Option<NaiveDateTime> {
        // The first day before whose end all of them have passed.
        let index = self.before.partition_point(|before| *before < seconds).checked_sub(1)?;
        let hours = self.days.get(index)?.hours.as_ref()?;
        let time = hours.moment(seconds - self.before.get(index)?)?;
        Some(self.date(index)?.and_time(time))
    }
}
