//! `tertib kalender [TAHUN]`: a year of the working calendar, day by day.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::calculate::years;
use super::{Choices, Refusal, folder};
use crate::calendar::{Day, WorkingCalendar};
use crate::diagnostic::Diagnostic;
use crate::office::Zone;

/// The months of a year that were asked for.
#[derive(Debug, Clone)]
pub struct CalendarYear {
    pub year: i32,
    /// Counted from 1.
    months: Vec<u32>,
    calendar: WorkingCalendar,
    pub zone: Zone,
    pub as_of: NaiveDateTime,
}

/// One month.
#[derive(Debug, Clone)]
pub struct CalendarMonth<'a> {
    pub year: i32,
    pub month: u32,
    pub days: Vec<CalendarDay<'a>>,
}

/// One day.
#[derive(Debug, Clone, Copy)]
pub struct CalendarDay<'a> {
    pub day: Day<'a>,
    /// It rests on what is only expected (*perkiraan*).
    pub estimate: bool,
}

/// Lays out a year, or one month of it; without a year that of the moment of the run.
///
/// # Errors
/// The year is outside the calendar, or the office's own files cannot be used.
pub fn calendar_year(
    choices: &Choices,
    year: Option<i32>,
    month: Option<u32>,
) -> Result<CalendarYear, Refusal> {
    let (calendar, zone, as_of) = folder::calendar_zone_and_moment(choices)?;
    let year = year.unwrap_or(as_of.year());
    let is_covered = NaiveDate::from_ymd_opt(year, 1, 1).is_some_and(|day| calendar.covers(day));
    if !is_covered {
        let message =
            format!("tahun {year} di luar kalender kerja, yang memuat tahun {}", years(&calendar));
        return Err(vec![Diagnostic::error(message).advice(
            "tambahkan tahun itu beserta semua hari liburnya pada kalender.toml di folder kantor",
        )]);
    }
    let months = month.map_or_else(|| (1..=12).collect(), |month| vec![month]);
    Ok(CalendarYear { year, months, calendar, zone, as_of })
}

impl CalendarYear {
    pub fn months(&self) -> impl Iterator<Item = CalendarMonth<'_>> {
        self.months.iter().map(|month| CalendarMonth {
            year: self.year,
            month: *month,
            days: self.days(*month),
        })
    }

    /// Whether all months of the year were asked for.
    pub fn is_whole(&self) -> bool {
        self.months.len() == 12
    }

    fn days(&self, month: u32) -> Vec<CalendarDay<'_>> {
        let first = NaiveDate::from_ymd_opt(self.year, month, 1);
        let days = first.into_iter().flat_map(|first| first.iter_days());
        let days = days.take_while(|day| day.month() == month);
        let laid = |date: NaiveDate| {
            let estimate = !self.calendar.estimates_between(date, date).is_empty();
            Some(CalendarDay { day: self.calendar.day(date)?, estimate })
        };
        days.filter_map(laid).collect()
    }
}

impl CalendarMonth<'_> {
    pub fn working_days(&self) -> usize {
        self.days.iter().filter(|one| !one.day.working().is_empty()).count()
    }

    pub fn working_seconds(&self) -> i64 {
        self.days.iter().map(|one| one.day.working_seconds()).sum()
    }
}
