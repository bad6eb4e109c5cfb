//! A moment as people write it, and why one cannot be read.
//!
//! The day comes before the month, a month's name wins over any order, and nothing
//! is guessed: a text that could mean two moments, or none, is refused with its
//! reason. A hint on the zone (WIB, WITA, WIT) counts and shifts into the office's.

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use super::clock_text;
use super::date_text;
use super::token::{Tokens, tokens};
use crate::calendar::wording;
use crate::office::Zone;
use crate::records::Moment;

/// A moment that was read from text, and what about it may be doubted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MomentText {
    pub moment: Moment,
    /// The date as it would be with day and month exchanged, where both can be a
    /// month: `3/6/2024` may have been meant as 6 March.
    pub exchanged: Option<NaiveDate>,
    /// The weekday that is written but does not fit the date.
    pub weekday: Option<Weekday>,
}

/// Why a text, or a cell, is no moment. Its words are a reason that completes
/// "… tidak dapat dibaca: ".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MomentFault {
    /// Nothing in it is a date.
    NoDate,
    /// The month has no such day; the month and its last day are known.
    NoSuchDay {
        month: u32,
        last: u32,
    },
    /// 29 February in a year that has none.
    NoLeapDay {
        year: i32,
    },
    NoSuchMonth(u32),
    /// The year has neither two nor four digits, or is not of our time.
    NoSuchYear,
    /// Day and month without a year.
    NoYear,
    /// A month without a day.
    NoDay,
    /// Nothing in it is a time of day.
    NoTime,
    /// An hour above 24, or a minute above 59.
    NoSuchTime,
    /// A time alone.
    TimeAlone,
    /// Two times in one cell, as "09.15–10.00".
    TwoTimes,
    /// Something follows the date that is no time.
    Rest,
    /// A plain number in a cell without a date format.
    PlainNumber,
    /// True or false.
    Truth,
}

impl fmt::Display for MomentFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MomentFault::NoDate => f.write_str("isinya bukan tanggal"),
            MomentFault::NoSuchDay { month, last } => {
                write!(f, "{} hanya sampai tanggal {last}", wording::month(*month))
            }
            MomentFault::NoLeapDay { year } => {
                write!(f, "Februari {year} hanya sampai tanggal 28")
            }
            MomentFault::NoSuchMonth(month) => {
                write!(f, "tidak ada bulan ke-{month}; tanggal ditulis sebelum bulan")
            }
            MomentFault::NoSuchYear => f.write_str("tahunnya tidak terbaca"),
            MomentFault::NoYear => f.write_str("tahunnya tidak ada"),
            MomentFault::NoDay => f.write_str("tanggalnya tidak ada, hanya bulan dan tahun"),
            MomentFault::NoTime => f.write_str("isinya bukan jam"),
            MomentFault::NoSuchTime => f.write_str("jam itu tidak ada"),
            MomentFault::TimeAlone => f.write_str("hanya ada jam, tanpa tanggal"),
            MomentFault::TwoTimes => f.write_str("ada dua jam dalam satu sel"),
            MomentFault::Rest => f.write_str("ada tulisan lain di samping tanggal"),
            MomentFault::PlainNumber => f.write_str("isinya angka biasa, bukan tanggal atau jam"),
            MomentFault::Truth => f.write_str("isinya benar atau salah, bukan tanggal"),
        }
    }
}

/// Reads a date, or a date with a time, in any form that a cell may have: "24 Juli
/// 2023", "24/7/2023 09.15 WIB", "Senin, 24-07-23", "2024-06-03T09:15". A time of
/// 00.00 without a zone is a date without an hour, as in Excel.
///
/// # Errors
/// The reason, where it is no moment or could be more than one.
pub fn parse(text: &str, zone: Zone) -> Result<MomentText, MomentFault> {
    read(text, zone, zone)
}

/// As [`parse`], where a text without a zone is of the zone `written`.
pub(super) fn read(text: &str, written: Zone, zone: Zone) -> Result<MomentText, MomentFault> {
    let list = tokens(text);
    let mut rest = Tokens::new(&list);
    let day = match date_text::take(&mut rest) {
        Ok(day) => day,
        Err(fault) => {
            let mut alone = Tokens::new(&list);
            let is_time = match clock_text::take(&mut alone, true) {
                Ok(clock) => clock.is_some_and(|clock| clock.has_minutes) && alone.is_done(),
                Err(second) => (fault, second) == (MomentFault::NoDate, MomentFault::TwoTimes),
            };
            return Err(if is_time { MomentFault::TimeAlone } else { fault });
        }
    };
    let clock = clock_text::take(&mut rest, false)?;
    if !rest.is_done() {
        return Err(MomentFault::Rest);
    }
    let moment = match clock {
        None => Moment::Day(day.date),
        Some(clock) if clock.is_midnight() && clock.offset.is_none() => Moment::Day(day.date),
        Some(clock) => at(day.date, clock, written, zone).ok_or(MomentFault::NoSuchTime)?,
    };
    Ok(MomentText { moment, exchanged: day.exchanged, weekday: day.weekday })
}

/// Reads a time of day: "09.15", "9:15 WITA", "pukul 9", "9.15 pagi".
///
/// # Errors
/// The reason, where it is no time or more than one.
pub(super) fn read_clock(text: &str) -> Result<Clock, MomentFault> {
    let list = tokens(text);
    let mut rest = Tokens::new(&list);
    match clock_text::take(&mut rest, true)? {
        Some(clock) if rest.is_done() => Ok(clock),
        _ => Err(MomentFault::NoTime),
    }
}

/// A time of day and the zone that was written beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// Seconds since midnight, up to and including 24.00.
    pub seconds: i64,
    /// Seconds east of UTC, where a zone is written.
    pub offset: Option<i32>,
    /// More than an hour is written.
    pub has_minutes: bool,
}

impl Clock {
    pub(super) fn of(time: NaiveTime) -> Self {
        Self { seconds: (time - NaiveTime::MIN).num_seconds(), offset: None, has_minutes: true }
    }

    fn is_midnight(self) -> bool {
        self.seconds == 0
    }
}

/// A date and a time of day as a moment in the office's zone.
pub(super) fn at(date: NaiveDate, clock: Clock, written: Zone, zone: Zone) -> Option<Moment> {
    let offset = clock.offset.unwrap_or(written.seconds());
    let shift = TimeDelta::try_seconds(clock.seconds + i64::from(zone.seconds() - offset))?;
    date.and_time(NaiveTime::MIN).checked_add_signed(shift).map(Moment::At)
}

/// An Excel date as a moment; 00:00:00 is a date without an hour.
pub(super) fn of_excel(at: NaiveDateTime, written: Zone, zone: Zone) -> Moment {
    if at.time() == NaiveTime::MIN {
        return Moment::Day(at.date());
    }
    let shift = TimeDelta::try_seconds(i64::from(zone.seconds() - written.seconds()));
    Moment::At(shift.and_then(|shift| at.checked_add_signed(shift)).unwrap_or(at))
}

/// Such a number as a table of text has it: "9.1" and, where Excel speaks Indonesian,
/// "9,1" and "9,15".
pub(super) fn clock_of_decimal(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let (hour, minute) = text.split_once(['.', ','])?;
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !are_digits(hour) || !are_digits(minute) || hour.len() > 2 || minute.len() > 2 {
        return None;
    }
    clock_of_number(format!("{hour}.{minute}").parse().ok()?)
}

/// A number typed in place of a time: Excel turns "9.15" into the number 9,15 and
/// "9.10" into 9,1. Less than a day with more digits is Excel's own time.
pub(super) fn clock_of_number(number: f64) -> Option<NaiveTime> {
    if number <= 0.0 || number >= 24.0 {
        return None;
    }
    let text = number.to_string();
    let (hour, minute) = text.split_once('.').unwrap_or((&text, "0"));
    match (hour.parse::<u32>().ok()?, minute.len()) {
        (0, 3..) => {
            let seconds = (number * 86_400.0).round() as u32;
            NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)
        }
        (1.., 1) => {
            NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse::<u32>().ok()? * 10, 0)
        }
        (1.., 2) => NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0),
        _ => None,
    }
}
