//! An interval laid out for whoever follows the arithmetic with a calendar in hand.

use chrono::{NaiveDateTime, NaiveTime};

use super::interval::{Interval, measure};
use crate::calendar::{Stretch, StretchKind, WorkingCalendar, wording};

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
pub enum Reading {
    Shortest,
    Longest,
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
    /// Whether it counts.
    pub counts: bool,
}

impl Part {
    /// Its stretches in words.
    pub fn lines(&self) -> Vec<StretchLine> {
        let is_flexible =
            |stretch: &Stretch| stretch.kind == StretchKind::Flexible && !self.by_clock;
        let line = |stretch: &Stretch| StretchLine {
            span: span(stretch),
            counted: match stretch.counts() || self.by_clock {
                true => wording::duration(stretch.seconds()),
                false if is_flexible(stretch) => "lihat di bawah".to_owned(),
                false => "tidak dihitung".to_owned(),
            },
            kind: stretch.describe(),
            counts: stretch.counts() || self.by_clock,
        };
        let mut lines: Vec<StretchLine> = self.stretches.iter().map(line).collect();
        if self.stretches.iter().any(is_flexible) {
            lines.push(StretchLine {
                span: "seluruh jam kerja lentur".to_owned(),
                counted: wording::duration(self.flexible),
                kind: "dihitung".to_owned(),
                counts: true,
            });
        }
        lines
    }

    /// The time of a step; `None` outside the calendar.
    pub fn of_step(
        calendar: &WorkingCalendar,
        interval: Interval,
        reading: Reading,
    ) -> Option<Part> {
        let measured = measure(calendar, interval)?;
        let seconds = match reading {
            Reading::Shortest => measured.seconds,
            Reading::Longest => measured.at_most,
        };
        Part::lasting(calendar, interval, seconds, measured.by_clock)
    }

    /// Working time alone, never that of the clock; `None` outside the calendar.
    pub fn of(calendar: &WorkingCalendar, interval: Interval, reading: Reading) -> Option<Part> {
        let worked = calendar.bounds_between(interval.from, interval.to, false)?;
        let seconds = match reading {
            Reading::Shortest => worked.least,
            Reading::Longest => worked.most,
        };
        Part::lasting(calendar, interval, seconds, false)
    }

    /// An interval of which it is known how many seconds of it were worked.
    pub fn lasting(
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
