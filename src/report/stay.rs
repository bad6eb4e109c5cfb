//! When a request was in the hands of the office, and how it left them.
//!
//! A request is received, may be returned, comes back with a new round, and leaves
//! once and for all. Between coming and leaving lies a stay. All flows of a month are
//! counted over stays, and so is what was there when it began and ended: therefore
//! the balance (*neraca*) of a month holds whatever the records say.
//!
//! Days, not hours, decide: a month begins and ends with a day. A sign-off without a
//! usable time happened, for the balance, on the day of the event before it.

use chrono::NaiveDate;

use super::calendar_month::Month;
use crate::check::{self, Entry, Judged, Rules, Status};
use crate::records::Moment;

/// How a request left the hands of the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Selesai,
    Dikembalikan,
    Ditolak,
    Dibatalkan,
}

/// One time that a request was in the hands of the office; both days count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    pub entered: NaiveDate,
    /// It came back (*masuk kembali*), rather than for the first time.
    pub again: bool,
    /// `None`: it is still there.
    pub left: Option<(NaiveDate, Outcome)>,
}

impl Stay {
    /// Whether it was there at some time between two days.
    pub fn touches(&self, from: NaiveDate, until: NaiveDate) -> bool {
        self.entered <= until && self.left.is_none_or(|(day, _)| day >= from)
    }
}

/// All stays of a request, in order; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub stays: Vec<Stay>,
    /// It was cancelled in a later month than the one in which it had left.
    pub cancelled_away: Option<NaiveDate>,
}

impl Course {
    /// The day on which the request was first received.
    pub fn received(&self) -> Option<NaiveDate> {
        self.stays.first().map(|stay| stay.entered)
    }

    /// The day on which it became *selesai* in a month, if it did.
    pub fn finished_in(&self, month: Month) -> Option<NaiveDate> {
        self.stays.iter().rev().find_map(|stay| match stay.left {
            Some((day, Outcome::Selesai)) if month.holds(day) => Some(day),
            _ => None,
        })
    }

    pub fn touches(&self, month: Month) -> bool {
        self.stays.iter().any(|stay| stay.touches(month.first_day(), month.last_day()))
    }

    pub fn is_in_hand(&self) -> bool {
        self.stays.last().is_some_and(|stay| stay.left.is_none())
    }
}

/// Whether and when a request came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// None of the dates that could tell is there: it is listed, not counted.
    Undated,
    /// Later than the moment of the report.
    NotYet,
    Counted(Course),
}

/// The course of a request as of the moment of the rules.
pub fn arrival(judged: &Judged, rules: &Rules<'_>) -> Arrival {
    let Judged { case, history, .. } = judged;
    let Some(received) = check::received_on(judged, rules) else { return Arrival::Undated };
    if received.earliest() > rules.as_of {
        return Arrival::NotYet;
    }
    let rules = &rules.of(judged);
    let cancelled = check::cancelled_at(case, rules.as_of).map(Moment::date);
    let mut flow = Flow::begin(received.date());
    for (at, entry) in history.entries.iter().enumerate() {
        let day = entry.ended.map_or(flow.day, Moment::date).max(flow.day);
        if cancelled.is_some_and(|cancelled| cancelled <= day) {
            break;
        }
        let back = history.returns.iter().find(|back| back.entry == at);
        let is_last = rules.sop.last_step().is_some_and(|last| last.no == entry.step);
        flow.signed(entry, day, back.map(|back| back.refused), is_last);
    }
    Arrival::Counted(flow.end(history.status, cancelled))
}

/// Follows the sign-offs of a request in their order; days never run back.
struct Flow {
    day: NaiveDate,
    stays: Vec<Stay>,
    now: Stay,
    /// The round in which it left.
    round: u32,
}

impl Flow {
    fn begin(day: NaiveDate) -> Self {
        let now = Stay { entered: day, again: false, left: None };
        Self { day, stays: Vec::new(), now, round: 1 }
    }

    fn signed(&mut self, entry: &Entry, day: NaiveDate, refused: Option<bool>, is_last: bool) {
        self.day = day;
        let comes_back = match self.now.left {
            None => false,
            // Whether a new round was begun or the T was passed over (L04): work went on.
            Some((_, Outcome::Dikembalikan)) => true,
            Some((_, Outcome::Selesai)) => entry.round > self.round,
            Some((_, Outcome::Ditolak | Outcome::Dibatalkan)) => false,
        };
        if comes_back {
            let back = Stay { entered: day, again: true, left: None };
            self.stays.push(std::mem::replace(&mut self.now, back));
        }
        if self.now.left.is_some() {
            return;
        }
        let outcome = match refused {
            Some(true) => Outcome::Ditolak,
            _ if is_last => Outcome::Selesai,
            Some(false) => Outcome::Dikembalikan,
            None => return,
        };
        self.now.left = Some((day, outcome));
        self.round = entry.round;
    }

    /// What the status says of the request has the last word.
    fn end(mut self, status: Status, cancelled: Option<NaiveDate>) -> Course {
        let mut cancelled_away = None;
        let outcome = match status {
            Status::DalamProses | Status::PerluPerbaikan => None,
            Status::Selesai => Some(Outcome::Selesai),
            Status::Dikembalikan => Some(Outcome::Dikembalikan),
            Status::Ditolak => Some(Outcome::Ditolak),
            Status::Dibatalkan => Some(Outcome::Dibatalkan),
        };
        self.now.left = match (outcome, self.now.left) {
            (None, _) => None,
            (Some(Outcome::Dibatalkan), left) => {
                let on = cancelled.unwrap_or(self.day);
                match left {
                    None => Some((on.max(self.now.entered), Outcome::Dibatalkan)),
                    Some((day, _)) if Month::of(day) >= Month::of(on) => {
                        Some((day, Outcome::Dibatalkan))
                    }
                    // The month in which it left was reported already.
                    left => {
                        cancelled_away = Some(on);
                        left
                    }
                }
            }
            (Some(outcome), Some((day, _))) => Some((day, outcome)),
            (Some(outcome), None) => Some((self.day, outcome)),
        };
        self.stays.push(self.now);
        Course { stays: self.stays, cancelled_away }
    }
}
