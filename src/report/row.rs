//! The rows behind the figures: each request that was in hand, each step that was
//! measured, so that whoever doubts a figure can count it again.

use chrono::NaiveDate;

use super::calendar_month::Month;
use super::executor::Executors;
use super::month::Dated;
use super::performance::named_in;
use super::stay::{Outcome, Stay};
use crate::check::{Entry, Judged};
use crate::records::{Moment, RequestField, Text};

/// One stay of a request in the month: a row behind the balance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLine {
    pub number: Text,
    pub unit: String,
    pub applications: String,
    pub entered: NaiveDate,
    pub came: Came,
    /// Within the month.
    pub left: Option<(NaiveDate, Outcome)>,
    pub on_time: Option<bool>,
    pub kept: Option<bool>,
    /// Sum of its steps, in seconds of working time.
    pub worked: Option<i64>,
}

/// In which line of the balance a stay came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// *Sisa awal*
    Before,
    /// *Masuk*
    Received,
    /// *Masuk kembali*
    Again,
}

/// One signed step of a request that became *selesai* in the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    pub number: Text,
    pub received: Option<NaiveDate>,
    pub finished: Option<NaiveDate>,
    pub unit: String,
    pub applications: String,
    pub round: u32,
    pub step: u32,
    pub executor: Option<String>,
    pub started: Option<Moment>,
    pub ended: Option<Moment>,
    pub worked: Option<i64>,
    pub waited: Option<i64>,
    pub target: i64,
    pub on_time: Option<bool>,
}

impl RequestLine {
    pub(super) fn of(dated: &[Dated<'_>], month: Month) -> Vec<RequestLine> {
        let (first, last) = (month.first_day(), month.last_day());
        let mut lines = Vec::new();
        for one in dated {
            let verdict = one.judged.history.verdict;
            for stay in one.course.stays.iter().filter(|stay| stay.touches(first, last)) {
                lines.push(RequestLine {
                    number: one.judged.case.number.clone(),
                    unit: named(one.judged, RequestField::UnitKerja),
                    applications: named(one.judged, RequestField::Aplikasi),
                    entered: stay.entered,
                    came: came(stay, first),
                    left: stay.left.filter(|(day, _)| *day <= last),
                    on_time: verdict.on_time,
                    kept: verdict.kept,
                    worked: one.judged.history.worked,
                });
            }
        }
        lines
    }
}

fn came(stay: &Stay, first: NaiveDate) -> Came {
    match (stay.entered < first, stay.again) {
        (true, _) => Came::Before,
        (false, true) => Came::Again,
        (false, false) => Came::Received,
    }
}

impl StepLine {
    pub(super) fn of(dated: &[Dated<'_>], executors: &Executors, month: Month) -> Vec<StepLine> {
        let mut lines = Vec::new();
        for one in dated.iter().filter(|one| one.finished_on(month).is_some()) {
            for entry in one.judged.history.listed() {
                lines.push(Self::one(one, entry, executors, month));
            }
        }
        lines
    }

    fn one(one: &Dated<'_>, entry: &Entry, executors: &Executors, month: Month) -> StepLine {
        StepLine {
            number: one.judged.case.number.clone(),
            received: one.course.received(),
            finished: one.finished_on(month),
            unit: named(one.judged, RequestField::UnitKerja),
            applications: named(one.judged, RequestField::Aplikasi),
            round: entry.round,
            step: entry.step,
            executor: executors.shown(one.judged, entry).map(str::to_owned),
            started: entry.started,
            ended: entry.ended,
            worked: entry.worked(),
            waited: entry.waited,
            target: entry.target,
            on_time: entry.on_time,
        }
    }
}

fn named(judged: &Judged, field: RequestField) -> String {
    let texts: Vec<Text> = named_in(&judged.case, field).into_values().collect();
    texts.join(", ")
}
