//! The month that a report is about.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime};

use crate::calendar::wording;

/// A month of the calendar (*bulan*), such as Juni 2024.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month of that number, counted from 1, in a year of four digits.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        (1000..=9999).contains(&year).then_some(Self { first })
    }

    /// The month in which a day lies.
    pub fn of(day: NaiveDate) -> Self {
        Self { first: day.with_day(1).unwrap_or(day) }
    }

    /// Reads "2024-06", as `--bulan` takes it.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.trim().split_once('-')?;
        let is_number = |part: &str, digits: usize| {
            part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !is_number(year, 4) || !is_number(month, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    pub fn last_day(self) -> NaiveDate {
        let next = self.first.checked_add_months(Months::new(1));
        next.and_then(|next| next.checked_sub_days(Days::new(1))).unwrap_or(self.first)
    }

    /// The last second of the month: its report stands as of this moment.
    pub fn end(self) -> NaiveDateTime {
        let last = self.last_day();
        last.and_hms_opt(23, 59, 59).unwrap_or_else(|| last.and_time(NaiveTime::MIN))
    }

    pub fn holds(self, day: NaiveDate) -> bool {
        (self.first..=self.last_day()).contains(&day)
    }

    /// The month before.
    pub fn before(self) -> Self {
        let first = self.first.checked_sub_months(Months::new(1));
        Self { first: first.unwrap_or(self.first) }
    }

    /// "2024-06", as folders are called.
    pub fn key(self) -> String {
        format!("{:04}-{:02}", self.first.year(), self.first.month())
    }

    /// "Juni 2024"
    pub fn name(self) -> String {
        format!("{} {}", wording::month(self.first.month()), self.first.year())
    }
}
