//! The facts as people wrote them: a row of a request, a sign-off, a member of
//! staff, each value with the cell it came from. No opinion on the SOP lives here;
//! what a row means for a step is decided in `check`.

mod attachment;
mod case;
mod field;
mod listed;
mod refusal;
mod request;
mod sign_off;
mod staff;

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::diagnostic::Cell;
use crate::office::Zone;

pub use attachment::{Attachment, AttachmentKind, attachments_by_case, folder_name};
pub use case::{Case, comparable_number};
pub use field::{AttendeeField, ItemField, RequestField, SignOffField, StaffField};
pub use listed::{AttendeeRow, ItemRow};
pub use refusal::says_no;
pub use request::{RequestKind, RequestRow};
pub use sign_off::{Decision, Paraf, Seldom, SignOff, StepRef};
pub use staff::StaffRow;

/// A value and the cell that it was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written<T> {
    pub value: T,
    pub cell: Cell,
}

/// What reading a cell gave. Empty is unknown, never "no"; a value that cannot be
/// used was reported where it was read, and is not the same as none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading<T> {
    Empty,
    Known(Written<T>),
    Unusable(Cell),
}

impl<T> Reading<T> {
    pub fn known(&self) -> Option<&Written<T>> {
        match self {
            Reading::Known(written) => Some(written),
            Reading::Empty | Reading::Unusable(_) => None,
        }
    }

    pub fn value(&self) -> Option<&T> {
        self.known().map(|written| &written.value)
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Reading::Empty)
    }

    pub fn cell(&self) -> Option<Cell> {
        match self {
            Reading::Empty => None,
            Reading::Known(written) => Some(written.cell),
            Reading::Unusable(cell) => Some(*cell),
        }
    }
}

impl Written<Moment> {
    /// The first of the moments that several rows give for one thing; with its hour, where
    /// another of them says it of the same day.
    pub fn first_of<'a>(
        moments: impl Iterator<Item = &'a Written<Moment>> + Clone,
    ) -> Option<&'a Written<Moment>> {
        let first = moments.clone().next()?;
        let mut hours = moments.filter(|moment| moment.value.has_hour());
        let of_day = hours.find(|moment| !first.value.contradicts(moment.value));
        Some(of_day.unwrap_or(first))
    }
}

/// Text of a cell, trimmed; shared, since names and units recur in every row.
pub type Text = Arc<str>;

/// A moment as it was written, in the office's zone, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    At(NaiveDateTime),
    /// A date without an hour: any moment of that day (contract, section 4).
    Day(NaiveDate),
}

impl Moment {
    pub fn date(self) -> NaiveDate {
        match self {
            Moment::At(at) => at.date(),
            Moment::Day(day) => day,
        }
    }

    /// The earliest reading.
    pub fn earliest(self) -> NaiveDateTime {
        match self {
            Moment::At(at) => at,
            Moment::Day(day) => day.and_time(NaiveTime::MIN),
        }
    }

    /// The latest reading, to the second.
    pub fn latest(self) -> NaiveDateTime {
        match self {
            Moment::At(at) => at,
            Moment::Day(day) => {
                day.and_hms_opt(23, 59, 59).unwrap_or_else(|| day.and_time(NaiveTime::MIN))
            }
        }
    }

    /// As RFC 3339 writes it; a date without an hour as `YYYY-MM-DD`.
    pub fn rfc3339(self, zone: Zone) -> String {
        match self {
            Moment::At(at) => zone.rfc3339(at),
            Moment::Day(day) => day.format("%Y-%m-%d").to_string(),
        }
    }

    /// A day alone and an hour of that day are the same moment, said more or less exactly.
    pub fn contradicts(self, other: Moment) -> bool {
        match (self, other) {
            (Moment::At(one), Moment::At(other)) => one != other,
            _ => self.date() != other.date(),
        }
    }

    pub fn has_hour(self) -> bool {
        matches!(self, Moment::At(_))
    }
}
