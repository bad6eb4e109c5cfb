//! An interval laid out for whoever follows the arithmetic with a calendar in hand.

use chrono::{NaiveDateTime, NaiveTime};

use crate::calendar::{Stretch, WorkingCalendar, wording};
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

/// A stretch in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StretchLine {
    /// "Jumat, 7 Juni 2024 15.50–16.30"
    pub span: String,
    /// What of it was counted: "40 menit", "tidak dihitung".
    pub counted: String,
    /// What it is: "jam kerja", "istirahat", the name of a holiday.
    pub kind: String,
}

impl Part {
    /// Its stretches in words.
    pub fn lines(&self) -> Vec<StretchLine> {
        let line = |stretch: &Stretch| StretchLine {
            span: span(stretch),
            counted: match stretch.counts() || self.by_clock {
                true => wording::duration(stretch.seconds()),
                false => "tidak dihitung".to_owned(),
            },
            kind: stretch.describe(),
        };
        self.stretches.iter().map(line).collect()
    }

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

/// "Jumat, 7 Juni 2024 15.50–16.30"; with both dates where they differ.
fn span(stretch: &Stretch) -> String {
    let (from, to) = (stretch.from, stretch.to);
    let start = format!("{} {}", wording::day_and_date(from.date()), wording::time(from.time()));
    let midnight = to.time() == NaiveTime::MIN;
    let end_day = if midnight { to.date().pred_opt().unwrap_or(to.date()) } else { to.date() };
    let end = if midnight { "24.00".to_owned() } else { wording::time(to.time()) };
    if end_day == from.date() {
        format!("{start}–{end}")
    } else {
        format!("{start} – {} {end}", wording::day_and_date(end_day))
    }
}
