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
    /// It lies on one day wholly outside working hours: its seconds are those of the
    /// clock (contract, section 4).
    pub by_clock: bool,
}

impl Part {
    /// The time of a step; `None` outside the calendar.
    pub(super) fn of_step(calendar: &WorkingCalendar, interval: Interval) -> Option<Part> {
        let measured = check::measure(calendar, interval)?;
        let part = Part::of(calendar, interval)?;
        Some(Part { seconds: measured.seconds, by_clock: measured.by_clock, ..part })
    }

    /// Working time alone, never that of the clock; `None` outside the calendar.
    pub(super) fn of(calendar: &WorkingCalendar, interval: Interval) -> Option<Part> {
        let Interval { from, to } = interval;
        let stretches = calendar.stretches(from, to)?;
        let seconds = calendar.seconds_between(from, to)?;
        Some(Part { from, to, stretches, seconds, by_clock: false })
    }
}
