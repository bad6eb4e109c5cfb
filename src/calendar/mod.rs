//! Working time: which seconds of which days the office works.
//!
//! Everything that the SOP measures is working time in the office's zone. Years,
//! holidays, hours and Ramadan are data with their sources (`bawaan/*.toml`); the
//! office's own `kalender.toml` lies on top of them. Nothing is computed from the
//! moon: a year that is not in the data is outside the calendar, and every answer
//! about it is `None`, never that of an ordinary day.

mod days_off;
pub mod duration;
mod file;
mod flexible;
mod hours;
mod ledger;
#[cfg(test)]
mod mistakes;
mod number_words;
mod plan;
mod problem;
mod slip;
mod stretch;
mod table;
pub mod wording;

use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::diagnostic::Diagnostic;

pub use days_off::{DayOff, DayOffKind, Standing};
pub use flexible::Bounds;
pub use hours::{Ramadan, Span};
pub use stretch::{Stretch, StretchKind};

use ledger::{Ledger, PlannedDay};

/// One working day (*1 hari kerja*) is 450 minutes: 37,5 hours a week over five days
/// (Perpres 21/2023). Days in Ramadan are shorter and are not meant by it.
pub const SECONDS_OF_WORKING_DAY: i64 = 27_000;

/// A `kalender.toml` that explains itself, every entry of it commented out, for a new
/// office folder.
pub const EXAMPLE: &str = include_str!("contoh-kalender.toml");

/// The working calendar of an office (*kalender kerja*).
#[derive(Debug, Clone)]
pub struct WorkingCalendar {
    /// Runs of years in ascending order; between two of them lies a year that is
    /// outside the calendar.
    ledgers: Vec<Ledger>,
    /// Working days that are off, or shorter, only by what is expected; by date.
    estimates: Vec<(NaiveDate, String)>,
    /// The same calendar with those days as ordinary ones; `None` where there are none.
    firm: Option<Box<WorkingCalendar>>,
}

/// Why a day is not worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Off<'a> {
    /// The weekday has no office hours.
    Weekend,
    DayOff(&'a DayOff),
}

/// One day of the calendar.
#[derive(Debug, Clone, Copy)]
pub struct Day<'a> {
    pub date: NaiveDate,
    planned: &'a PlannedDay,
}

impl<'a> Day<'a> {
    /// The spans that are worked, in order; none on a day off. With flexible hours those
    /// of who comes at the earliest start.
    pub fn working(&self) -> &'a [Span] {
        self.planned.hours.as_ref().map_or(&[], |hours| &hours.working)
    }

    /// The breaks between them (*istirahat*).
    pub fn breaks(&self) -> &'a [Span] {
        self.planned.hours.as_ref().map_or(&[], |hours| &hours.breaks)
    }

    /// Until when one may come, with flexible hours.
    pub fn latest_start(&self) -> Option<NaiveTime> {
        self.planned.hours.as_ref().and_then(|hours| hours.latest_start())
    }

    /// Whether an entry of its own makes it a working day, or gives it other hours.
    pub fn is_singled_out(&self) -> bool {
        self.planned.singled_out
    }

    pub fn working_seconds(&self) -> i64 {
        self.planned.hours.as_ref().map_or(0, |hours| hours.seconds())
    }

    /// Where the hours come from; `None` on a day off.
    pub fn hours_source(&self) -> Option<&'a str> {
        self.planned.hours.as_ref().map(|hours| &*hours.source)
    }

    /// Why it is not worked; a holiday on a weekend is told as the holiday.
    pub fn off(&self) -> Option<Off<'a>> {
        match (&self.planned.hours, &self.planned.off) {
            (Some(_), _) => None,
            (None, Some(off)) => Some(Off::DayOff(off)),
            (None, None) => Some(Off::Weekend),
        }
    }

    /// Whether nobody would work on it even if it were no day off.
    pub fn is_weekend(&self) -> bool {
        self.planned.weekend
    }

    /// The Ramadan it lies in, whose hours then hold.
    pub fn ramadan(&self) -> Option<&'a Ramadan> {
        self.planned.ramadan.as_deref()
    }
}

impl WorkingCalendar {
    /// The built-in years, and on top of them the office's own `kalender.toml`: the
    /// name of the file as it is shown, and its text.
    ///
    /// # Errors
    /// All that is wrong in the office's file, each with line and column.
    pub fn load(own: Option<(&str, &str)>) -> Result<Self, Vec<Diagnostic>> {
        file::load(own)
    }

    /// Whether the year of this day is in the calendar (else D17).
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.ledger(day).is_some()
    }

    /// The years of the calendar, as runs without a gap, in ascending order.
    pub fn years(&self) -> Vec<RangeInclusive<i32>> {
        self.ledgers.iter().map(Ledger::years).collect()
    }

    /// The working seconds between two moments, 0 if the second is not later; the least
    /// that they can be, where flexible hours leave them open. A part of a second does
    /// not count. `None` if either lies outside the calendar, or a year between them
    /// does. Takes the same time however far apart they are.
    pub fn seconds_between(&self, from: NaiveDateTime, to: NaiveDateTime) -> Option<i64> {
        self.bounds_between(from, to, false).map(|bounds| bounds.least)
    }

    /// The least and the most that they can be. `at_work`: whoever worked was at work at
    /// both moments, as one who writes down when a step began and ended.
    pub fn bounds_between(
        &self,
        from: NaiveDateTime,
        to: NaiveDateTime,
        at_work: bool,
    ) -> Option<Bounds> {
        let ledger = self.ledger(from.date())?;
        if to <= from {
            return self.covers(to.date()).then(Bounds::default);
        }
        ledger.bounds(from, to, at_work)
    }

    /// This calendar with every day that rests on what is only expected (*perkiraan*) as
    /// an ordinary one; `None` where nothing does.
    pub fn firm(&self) -> Option<&WorkingCalendar> {
        self.firm.as_deref()
    }

    /// The first day that rests on what is only expected.
    pub fn first_estimate(&self) -> Option<NaiveDate> {
        self.estimates.first().map(|(day, _)| *day)
    }

    /// The days from one to another, both included, that rest on what is only expected,
    /// each with its name.
    pub fn estimates_between(&self, from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, String)> {
        let start = self.estimates.partition_point(|(day, _)| *day < from);
        let later = self.estimates.iter().skip(start);
        later.take_while(|(day, _)| *day <= to).cloned().collect()
    }

    /// The earliest moment at which so many working seconds have passed after `from`;
    /// `from` itself where none are asked for; with flexible hours, for who comes at the
    /// earliest start. `None` if the calendar ends before.
    pub fn after(&self, from: NaiveDateTime, seconds: i64) -> Option<NaiveDateTime> {
        let ledger = self.ledger(from.date())?;
        if seconds <= 0 {
            return Some(from);
        }
        ledger.moment(ledger.worked_until(from)?.checked_add(seconds)?)
    }

    /// Whether a moment lies within working hours, the flexible ones included; their
    /// edges, and those of the breaks, are inside. `None` outside the calendar.
    pub fn is_within_hours(&self, at: NaiveDateTime) -> Option<bool> {
        let second = hours::second_of_day(at.time());
        let day = self.day(at.date())?;
        let hours = day.planned.hours.as_ref();
        Some(hours.is_some_and(|hours| hours.may_be_worked(second)))
    }

    /// What the calendar says of a day; `None` outside it.
    pub fn day(&self, day: NaiveDate) -> Option<Day<'_>> {
        let planned = self.ledger(day)?.day(day)?;
        Some(Day { date: day, planned })
    }

    /// The interval laid out stretch by stretch, without gaps, to the second; empty
    /// if `to` is not later than `from`. The stretches that count sum up to
    /// [`Self::seconds_between`], but for what of the flexible ones was worked. `None` where that is `None`.
    pub fn stretches(&self, from: NaiveDateTime, to: NaiveDateTime) -> Option<Vec<Stretch>> {
        self.seconds_between(from, to)?;
        if to <= from {
            return Some(Vec::new());
        }
        stretch::lay_out(self.ledger(from.date())?, from, to)
    }

    fn ledger(&self, day: NaiveDate) -> Option<&Ledger> {
        self.ledgers.iter().find(|ledger| ledger.day(day).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H.%M.%S").expect("a moment")
    }

    fn seconds(from: &str, to: &str) -> Option<i64> {
        built_in().seconds_between(at(from), at(to))
    }

    fn built_in() -> WorkingCalendar {
        WorkingCalendar::load(None).expect("the built-in calendar holds")
    }

    #[test]
    fn the_break_and_the_night_do_not_count() {
        assert_eq!(seconds("2024-06-07 11.20.00", "2024-06-07 13.05.00"), Some(15 * 60));
        assert_eq!(seconds("2024-06-06 11.50.00", "2024-06-06 13.05.00"), Some(15 * 60));
        assert_eq!(seconds("2024-06-07 16.20.00", "2024-06-10 07.35.00"), Some(15 * 60));
        assert_eq!(seconds("2024-06-07 15.50.00", "2024-06-10 07.30.00"), Some(40 * 60));
    }

    #[test]
    fn a_day_in_ramadan_has_390_minutes_and_the_eve_of_ramadan_is_as_the_calendar_says() {
        assert_eq!(seconds("2024-03-13 00.00.00", "2024-03-14 00.00.00"), Some(390 * 60));
        assert_eq!(seconds("2024-03-15 00.00.00", "2024-03-16 00.00.00"), Some(390 * 60));
        assert_eq!(seconds("2024-03-08 00.00.00", "2024-03-09 00.00.00"), Some(450 * 60));
        assert_eq!(seconds("2024-03-15 14.50.00", "2024-03-18 08.10.00"), Some(50 * 60));
    }

    #[test]
    fn time_runs_on_over_the_turn_of_the_year_and_ends_with_the_calendar() {
        assert_eq!(seconds("2024-12-31 15.45.00", "2025-01-02 07.45.00"), Some(30 * 60));
        assert_eq!(seconds("2027-12-31 16.00.00", "2027-12-31 23.59.59"), Some(30 * 60));
        assert_eq!(seconds("2027-12-31 16.00.00", "2028-01-01 00.00.00"), None);
        assert_eq!(seconds("2023-12-31 23.59.59", "2024-01-02 08.00.00"), None);
        assert_eq!(seconds("2028-01-01 00.00.00", "2024-01-02 08.00.00"), None);
        assert_eq!(seconds("2025-01-02 08.00.00", "2024-01-02 08.00.00"), Some(0));
    }

    #[test]
    fn odd_seconds_count_and_parts_of_a_second_do_not() {
        assert_eq!(seconds("2024-06-03 11.59.58", "2024-06-03 13.00.01"), Some(3));
        let late = at("2024-06-03 09.00.00") + chrono::TimeDelta::milliseconds(999);
        assert_eq!(built_in().seconds_between(late, at("2024-06-03 09.00.01")), Some(1));
        assert_eq!(built_in().seconds_between(at("2024-06-03 09.00.00"), late), Some(0));
    }

    #[test]
    fn the_edges_of_working_time_are_inside() {
        let inside = |text: &str| built_in().is_within_hours(at(text));
        for edge in ["07.30.00", "12.00.00", "13.00.00", "16.00.00"] {
            assert_eq!(inside(&format!("2024-06-03 {edge}")), Some(true), "{edge}");
        }
        for outside in ["07.29.59", "12.00.01", "12.59.59", "16.00.01"] {
            assert_eq!(inside(&format!("2024-06-03 {outside}")), Some(false), "{outside}");
        }
        assert_eq!(inside("2024-06-02 09.00.00"), Some(false));
        assert_eq!(inside("2028-01-03 09.00.00"), None);
    }

    #[test]
    fn a_duration_ends_at_closing_rather_than_at_the_next_opening() {
        let after = |from, seconds| built_in().after(at(from), seconds);
        assert_eq!(after("2024-06-07 16.15.00", 900), Some(at("2024-06-07 16.30.00")));
        assert_eq!(after("2024-06-07 16.15.00", 901), Some(at("2024-06-10 07.30.01")));
        assert_eq!(after("2024-06-08 10.00.00", 0), Some(at("2024-06-08 10.00.00")));
        assert_eq!(after("2024-06-08 10.00.00", 27_000), Some(at("2024-06-10 16.00.00")));
        assert_eq!(after("2027-12-31 16.15.00", 901), None);
        assert_eq!(after("2024-06-08 10.00.00", i64::MAX), None);
    }
}
