//! All that the calendar files say together, and its layout day by day.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::WorkingCalendar;
use super::days_off::{DayRule, SpecialDays};
use super::hours::Timetable;
use super::ledger::{Ledger, PlannedDay};
use super::problem::Problem;
use crate::diagnostic::Diagnostic;

/// What was read so far; later files add to it and win over earlier ones.
#[derive(Default)]
pub(super) struct Plan {
    pub years: BTreeSet<i32>,
    /// A `[[tahun]]` could not be read, so it is not known which years are covered.
    pub years_unsure: bool,
    pub special: SpecialDays,
    pub timetable: Timetable,
}

impl Plan {
    /// Tells of single days that cannot be laid out.
    pub(super) fn check_special_days(&self, told: &mut Vec<Diagnostic>) {
        for (day, rule, place) in self.special.iter() {
            if !self.years.contains(&day.year()) && !self.years_unsure {
                told.push(Problem::OutsideYears(day).at(place.clone()));
            }
            if matches!(rule, DayRule::Worked { hours: None, .. })
                && self.timetable.hours(day).is_none()
            {
                told.push(Problem::NoHoursThatDay(day, day.weekday()).at(place.clone()));
            }
        }
    }

    /// Lays out every day of every year.
    pub(super) fn calendar(&self) -> WorkingCalendar {
        let mut ledgers: Vec<Ledger> = Vec::new();
        let mut run: Option<(NaiveDate, Vec<PlannedDay>)> = None;
        let mut last = None;
        for year in &self.years {
            let Some(first) = NaiveDate::from_ymd_opt(*year, 1, 1) else { continue };
            if last.is_some_and(|last| last + 1 != *year)
                && let Some((first, days)) = run.take()
            {
                ledgers.push(Ledger::new(first, days));
            }
            last = Some(*year);
            let (_, days) = run.get_or_insert_with(|| (first, Vec::new()));
            days.extend(
                first.iter_days().take_while(|day| day.year() == *year).map(|day| self.plan(day)),
            );
        }
        ledgers.extend(run.map(|(first, days)| Ledger::new(first, days)));
        WorkingCalendar { ledgers }
    }

    fn plan(&self, day: NaiveDate) -> PlannedDay {
        let usual = self.timetable.hours(day);
        let ramadan = self.timetable.ramadan(day).cloned();
        let weekend = usual.is_none();
        let (hours, off) = match self.special.get(day) {
            None => (usual.cloned(), None),
            Some(DayRule::Off(off)) => (None, Some(Arc::clone(off))),
            Some(DayRule::Worked { hours, why }) => {
                let usual = || usual.map(|usual| Arc::new(usual.with_source(Arc::clone(why))));
                (hours.clone().or_else(usual), None)
            }
        };
        PlannedDay { hours, off, weekend, ramadan }
    }
}
