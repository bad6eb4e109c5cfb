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
            let DayRule::Worked { hours: None, like, .. } = rule else { continue };
            if self.timetable.hours(like.unwrap_or(day), false).is_none() {
                let problem = match like {
                    Some(like) => Problem::NothingToMove(*like),
                    None => Problem::NoHoursThatDay(day, day.weekday()),
                };
                told.push(problem.at(place.clone()));
            }
        }
    }

    /// Lays out every day of every year; where something is only expected, once more
    /// without it.
    pub(super) fn calendar(&self) -> WorkingCalendar {
        let estimates = self.estimates();
        let firm = (!estimates.is_empty()).then(|| {
            let ledgers = self.ledgers(true);
            Box::new(WorkingCalendar { ledgers, estimates: Vec::new(), firm: None })
        });
        WorkingCalendar { ledgers: self.ledgers(false), estimates, firm }
    }

    /// The days that would have other hours if nothing were only expected, by date.
    fn estimates(&self) -> Vec<(NaiveDate, String)> {
        let mut days: Vec<(NaiveDate, String)> = Vec::new();
        for (day, rule, _) in self.special.iter() {
            if let DayRule::Off(off) = rule
                && off.is_estimate()
                && self.timetable.hours(day, true).is_some()
            {
                days.push((day, off.name.clone()));
            }
        }
        for ramadan in self.timetable.estimated_ramadans() {
            let name = |part: &str| format!("{part} Ramadan {} H", ramadan.hijri_year);
            let ends = [(ramadan.from, name("hari pertama")), (ramadan.to, name("hari terakhir"))];
            let free = |day: NaiveDate| self.special.get(day).is_none();
            let works = |day: NaiveDate| self.timetable.hours(day, true).is_some();
            days.extend(ends.into_iter().filter(|(day, _)| free(*day) && works(*day)));
        }
        days.sort();
        days
    }

    fn ledgers(&self, firm: bool) -> Vec<Ledger> {
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
                first
                    .iter_days()
                    .take_while(|day| day.year() == *year)
                    .map(|day| self.plan(day, firm)),
            );
        }
        ledgers.extend(run.map(|(first, days)| Ledger::new(first, days)));
        ledgers
    }

    fn plan(&self, day: NaiveDate, firm: bool) -> PlannedDay {
        let usual = self.timetable.hours(day, firm);
        let ramadan = self.timetable.ramadan(day, firm).cloned();
        let weekend = usual.is_none();
        let rule = self.special.get(day);
        let singled_out = matches!(rule, Some(DayRule::Worked { .. }));
        let (hours, off) = match rule {
            None => (usual.cloned(), None),
            Some(DayRule::Off(off)) if firm && off.is_estimate() => (usual.cloned(), None),
            Some(DayRule::Off(off)) => (None, Some(Arc::clone(off))),
            Some(DayRule::Worked { hours, like, why }) => {
                let usual = like.map_or(usual, |like| self.timetable.hours(like, firm));
                let usual = || usual.map(|usual| Arc::new(usual.with_source(Arc::clone(why))));
                (hours.clone().or_else(usual), None)
            }
        };
        PlannedDay { hours, off, weekend, ramadan, singled_out }
    }
}
