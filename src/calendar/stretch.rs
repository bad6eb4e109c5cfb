//! An interval laid out stretch by stretch, for whoever follows the arithmetic with
//! a calendar in hand (`tertib jelaskan`, `tertib hitung`).
//!
//! A night is one stretch, a weekend (with a holiday that falls on it) is one
//! stretch, and each day off is its own stretch from midnight to midnight.

use chrono::{Datelike, NaiveDateTime, NaiveTime, Timelike, Weekday};

use super::ledger::{Ledger, PlannedDay};

/// Why a stretch counts or does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StretchKind {
    Working,
    /// Flexible hours: worked by whoever came, or left, late or early enough.
    Flexible,
    /// The break of a working day (*istirahat*).
    Break,
    /// Before the first or after the last working hour.
    OutsideHours,
    /// Days without office hours.
    Weekend,
    DayOff {
        name: String,
        source: String,
        /// The date is only expected (*perkiraan*).
        estimate: bool,
    },
}

/// A part of an interval that is of one kind; `from` is earlier than `to`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    pub from: NaiveDateTime,
    pub to: NaiveDateTime,
    pub kind: StretchKind,
}

impl Stretch {
    /// Its length by the clock.
    pub fn seconds(&self) -> i64 {
        self.to.signed_duration_since(self.from).num_seconds()
    }

    /// What it is, in Indonesian: "istirahat", "Idul Fitri 1448 Hijriah (perkiraan)".
    pub fn describe(&self) -> String {
        let fixed = match &self.kind {
            StretchKind::Working => "jam kerja",
            StretchKind::Flexible => "jam kerja lentur",
            StretchKind::Break => "istirahat",
            StretchKind::OutsideHours => "di luar jam kerja",
            StretchKind::Weekend => match self.from.weekday() {
                Weekday::Sat | Weekday::Sun => "akhir pekan",
                _ => "hari tanpa jam kerja",
            },
            StretchKind::DayOff { name, estimate: true, .. } => {
                return format!("{name} (perkiraan)");
            }
            StretchKind::DayOff { name, .. } => name,
        };
        fixed.to_owned()
    }

    /// The decree that makes it a day off.
    pub fn decree(&self) -> Option<&str> {
        match &self.kind {
            StretchKind::DayOff { source, .. } => Some(source),
            _ => None,
        }
    }

    /// Whether it counts as working time.
    pub fn counts(&self) -> bool {
        self.kind == StretchKind::Working
    }
}

/// The stretches from one whole second to another, both within the ledger.
pub(super) fn lay_out(
    ledger: &Ledger,
    from: NaiveDateTime,
    to: NaiveDateTime,
) -> Option<Vec<Stretch>> {
    let (from, to) = (from.with_nanosecond(0)?, to.with_nanosecond(0)?);
    let mut row = Row { from, to, stretches: Vec::new() };
    let mut date = from.date();
    while date.and_time(NaiveTime::MIN) < to {
        let next = date.succ_opt()?;
        let (start, end) = (date.and_time(NaiveTime::MIN), next.and_time(NaiveTime::MIN));
        row.add_day(ledger.day(date)?, start, end);
        date = next;
    }
    Some(row.stretches)
}

struct Row {
    from: NaiveDateTime,
    to: NaiveDateTime,
    stretches: Vec<Stretch>,
}

impl Row {
    fn add_day(&mut self, day: &PlannedDay, start: NaiveDateTime, end: NaiveDateTime) {
        let Some(hours) = &day.hours else {
            let kind = match &day.off {
                Some(off) if !day.weekend => StretchKind::DayOff {
                    name: off.name.clone(),
                    source: off.source.clone(),
                    estimate: off.is_estimate(),
                },
                _ => StretchKind::Weekend,
            };
            return self.add(start, end, kind);
        };
        let mut at = start;
        let mut gap = StretchKind::OutsideHours;
        for (span, all_are_there) in hours.spans() {
            let (from, to) = (start.date().and_time(span.from), start.date().and_time(span.to));
            self.add(at, from, gap);
            self.add(
                from,
                to,
                if all_are_there { StretchKind::Working } else { StretchKind::Flexible },
            );
            at = to;
            gap = StretchKind::Break;
        }
        self.add(at, end, StretchKind::OutsideHours);
    }

    /// Adds what of it lies in the interval; nights and weekends run on over midnight.
    fn add(&mut self, from: NaiveDateTime, to: NaiveDateTime, kind: StretchKind) {
        let (from, to) = (from.max(self.from), to.min(self.to));
        if to <= from {
            return;
        }
        let runs_on = matches!(kind, StretchKind::OutsideHours | StretchKind::Weekend);
        match self.stretches.last_mut() {
            Some(last) if runs_on && last.kind == kind => last.to = to,
            _ => self.stretches.push(Stretch { from, to, kind }),
        }
    }
}
