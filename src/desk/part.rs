//! An interval laid out for whoever follows the arithmetic with a calendar in hand.

use chrono::NaiveDateTime;

use crate::calendar::{Stretch, WorkingCalendar};
use crate::check::{self, Interval};

/// One interval, stretch by stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub from: NaiveDateTime,
    pub to: NaiveDateTime,
    pub stretches: Vec<Stretch>,
    /// What it comes to, in seconds.
    pub seconds: i64,
    /// How many of them lie in flexible hours.
    pub flexible: i64,
    /// It lies on one day wholly outside working hours: its seconds are those of the
    /// clock (contract, section 4).
    pub by_clock: bool,
}

/// Which of the two readings, where flexible hours leave the time open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    Shortest,
    Longest,
}

impl Part {
    /// The time of a step; `None` outside the calendar.
    pub(super) fn of_step(
        calendar: &WorkingCalendar,
        interval: Interval,
        reading: Reading,
    ) -> Option<Part> {
        let measured = check::measure(calendar, interval)?;
        let seconds = match reading {
            Reading::Shortest => measured.seconds,
            Reading::Longest => measured.at_most,
        };
        Part::lasting(calendar, interval, seconds, measured.by_clock)
    }

    /// Working time alone, never that of the clock; `None` outside the calendar.
    pub(super) fn of(
        calendar: &WorkingCalendar,
        interval: Interval,
        reading: Reading,
    ) -> Option<Part> {
        let worked = calendar.bounds_between(interval.from, interval.to, false)?;
        let seconds = match reading {
            Reading::Shortest => worked.least,
            Reading::Longest => worked.most,
        };
        Part::lasting(calendar, interval, seconds, false)
    }

    /// An interval of which it is known how many seconds of it were worked.
    pub(super) fn lasting(
        calendar: &WorkingCalendar,
        interval: Interval,
        seconds: i64,
        by_clock: bool,
    ) -> Option<Part> {
        let Interval { from, to } = interval;
        let stretches = calendar.stretches(from, to)?;
        let counted: i64 = stretches.iter().filter(|s| s.counts()).map(Stretch::seconds).sum();
        let flexible = if by_clock { 0 } else { seconds - counted };
        Some(Part { from, to, stretches, seconds, flexible, by_clock })
    }
}
