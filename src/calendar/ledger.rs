//! The ledger of working seconds: what had been worked before each day.
//!
//! With the sums at hand, the working time between two moments is one subtraction,
//! however many years lie between them.

use std::fmt;
use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::days_off::DayOff;
use super::flexible::Bounds;
use super::hours::{Hours, Ramadan, SECONDS_OF_DAY, second_of_day};

/// What is known of one day.
#[derive(Debug, Clone)]
pub(super) struct PlannedDay {
    /// The hours that are worked.
    pub hours: Option<Arc<Hours>>,
    pub off: Option<Arc<DayOff>>,
    /// Without a day off, too, nobody would work.
    pub weekend: bool,
    pub ramadan: Option<Arc<Ramadan>>,
    /// An entry of its own makes it a working day, or gives it other hours.
    pub singled_out: bool,
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
        let days = day.num_days_from_ce() - self.first.num_days_from_ce();
        let index = usize::try_from(days).ok()?;
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

    /// Working seconds between two moments, the first not later; as many steps for a year
    /// as for a day, since whole days between are worked whole whoever came when.
    pub(super) fn bounds(
        &self,
        from: NaiveDateTime,
        to: NaiveDateTime,
        at_work: bool,
    ) -> Option<Bounds> {
        let (first, last) = (self.index(from.date())?, self.index(to.date())?);
        let on = |index: usize, from: i64, to: i64, seen: [bool; 2]| {
            let hours = self.days.get(index)?.hours.as_ref();
            Some(hours.map_or_else(Bounds::default, |hours| hours.between(from, to, seen)))
        };
        let (from, to) = (second_of_day(from.time()), second_of_day(to.time()));
        if first == last {
            return on(first, from, to, [at_work; 2]);
        }
        let whole = self.before.get(last)? - self.before.get(first + 1)?;
        let head = on(first, from, SECONDS_OF_DAY, [at_work, false])?;
        let tail = on(last, 0, to, [false, at_work])?;
        Some(Bounds::exactly(whole).plus(head).plus(tail))
    }

    /// The earliest moment at which so many working seconds have passed since the
    /// first day of the ledger, for who comes at the earliest start; `None` past its end, or for less than one second.
    pub(super) fn moment(&self, seconds: i64) -> Option<NaiveDateTime> {
        // The first day before whose end all of them have passed.
        let index = self.before.partition_point(|before| *before < seconds).checked_sub(1)?;
        let hours = self.days.get(index)?.hours.as_ref()?;
        let time = hours.moment(seconds - self.before.get(index)?)?;
        Some(self.date(index)?.and_time(time))
    }
}
