//! How long a step took when its times are only partly known: the time lies between
//! a shortest and a longest reading.

use chrono::NaiveDateTime;

use crate::calendar::WorkingCalendar;

/// The time of a step in seconds of working time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub shortest: i64,
    /// `None`: nothing bounds it.
    pub longest: Option<i64>,
}

impl Span {
    pub fn exact(seconds: i64) -> Self {
        Span { shortest: seconds, longest: Some(seconds) }
    }

    /// The time itself, where both readings agree.
    pub fn certain(self) -> Option<i64> {
        (self.longest == Some(self.shortest)).then_some(self.shortest)
    }

    /// Late is strictly more than the target (W01); `None` where one reading is
    /// within it and another is not.
    pub fn within(self, target: i64) -> Option<bool> {
        match self.longest {
            Some(longest) if longest <= target => Some(true),
            _ if self.shortest > target => Some(false),
            _ => None,
        }
    }
}

/// From a moment to a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    pub from: NaiveDateTime,
    pub to: NaiveDateTime,
}

/// What an interval measures, and whether it was counted by the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Measured {
    /// At least so many; with fixed hours exactly so many.
    pub seconds: i64,
    pub at_most: i64,
    pub by_clock: bool,
}

/// The working time of intervals that [`merged`] gave, so that nothing counts twice. One
/// that lies on a single day wholly outside working hours counts by the clock (contract,
/// section 4; W03 says so). `None` outside the calendar.
pub fn measure_all(calendar: &WorkingCalendar, merged: &[Interval]) -> Option<Measured> {
    let mut total = Measured::default();
    for interval in merged {
        let measured = measure(calendar, *interval)?;
        total.seconds += measured.seconds;
        total.at_most += measured.at_most;
        total.by_clock |= measured.by_clock;
    }
    Some(total)
}

/// The working time of one interval, or its time by the clock where it lies on a single
/// day wholly outside working hours.
pub fn measure(calendar: &WorkingCalendar, interval: Interval) -> Option<Measured> {
    let Interval { from, to } = interval;
    // Whoever wrote down that it began or ended then was at work then.
    let worked = calendar.bounds_between(from, to, true)?;
    if worked.most == 0 && from < to && from.date() == to.date() {
        let seconds = to.signed_duration_since(from).num_seconds();
        return Some(Measured { seconds, at_most: seconds, by_clock: true });
    }
    Some(Measured { seconds: worked.least, at_most: worked.most, by_clock: false })
}

/// The intervals with those that overlap or touch made one; what ends before it
/// starts is left out.
pub fn merged(mut intervals: Vec<Interval>) -> Vec<Interval> {
    intervals.retain(|interval| interval.from <= interval.to);
    intervals.sort();
    intervals.dedup_by(|next, last| {
        let meets = next.from <= last.to;
        if meets {
            last.to = last.to.max(next.to);
        }
        meets
    });
    intervals
}

/// From the earliest start to the latest end; `None` for no intervals.
pub fn hull(intervals: &[Interval]) -> Option<Interval> {
    let from = intervals.iter().map(|interval| interval.from).min()?;
    let to = intervals.iter().map(|interval| interval.to).max()?;
    Some(Interval { from, to })
}
