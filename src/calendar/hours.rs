//! Office hours: the spans of a day, and which hours hold on which day.
//!
//! A day lies either in Ramadan or in an ordinary season (*masa*), and each season
//! has its own hours by weekday. So an office that shifts its ordinary hours keeps
//! the Ramadan hours, and a corrected start of Ramadan is one entry.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike, Weekday};

pub(super) const SECONDS_OF_DAY: i64 = 86_400;

/// A part of one day; `from` is earlier than `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub from: NaiveTime,
    pub to: NaiveTime,
}

impl Span {
    pub fn seconds(self) -> i64 {
        second_of_day(self.to) - second_of_day(self.from)
    }
}

pub(super) fn second_of_day(time: NaiveTime) -> i64 {
    i64::from(time.num_seconds_from_midnight())
}

/// The hours of one working day (*jam kerja*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    pub(super) working: Vec<Span>,
    pub(super) breaks: Vec<Span>,
    /// How many seconds later one may come, and then leaves; 0 with fixed hours.
    pub(super) slack: i64,
    pub(super) source: Arc<str>,
}

/// Why hours cannot be as they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HoursFault {
    EndNotAfterStart,
    /// The break at this index ends before it starts, or lies outside the hours.
    Break(usize),
    /// The break at this index touches or overlaps another.
    Overlap(usize),
    /// The latest start is not between the start and the first break or the end, or the
    /// end that goes with it is after midnight.
    LatestStart,
}

impl Hours {
    /// `latest`: until when one may come (*mulai_paling_lambat*).
    pub(super) fn new(
        whole: Span,
        breaks: &[Span],
        latest: Option<NaiveTime>,
        source: Arc<str>,
    ) -> Result<Self, HoursFault> {
        if whole.to <= whole.from {
            return Err(HoursFault::EndNotAfterStart);
        }
        let mut ordered: Vec<(usize, Span)> = breaks.iter().copied().enumerate().collect();
        ordered.sort_by_key(|(_, span)| span.from);
        let mut working = Vec::with_capacity(ordered.len() + 1);
        let mut from = whole.from;
        for (index, span) in &ordered {
            if span.to <= span.from || span.from <= whole.from || span.to >= whole.to {
                return Err(HoursFault::Break(*index));
            }
            if span.from <= from {
                return Err(HoursFault::Overlap(*index));
            }
            working.push(Span { from, to: span.from });
            from = span.to;
        }
        working.push(Span { from, to: whole.to });
        let breaks: Vec<Span> = ordered.into_iter().map(|(_, span)| span).collect();
        let slack = latest.map_or(0, |latest| Span { from: whole.from, to: latest }.seconds());
        let must_be_there = breaks.first().map_or(whole.to, |span| span.from);
        let is_late = second_of_day(whole.to) + slack >= SECONDS_OF_DAY;
        if latest.is_some_and(|latest| latest <= whole.from || must_be_there <= latest) || is_late {
            return Err(HoursFault::LatestStart);
        }
        Ok(Self { working, breaks, slack, source })
    }

    /// The same hours on a day that has another reason to be worked.
    pub(super) fn with_source(&self, source: Arc<str>) -> Self {
        Self { source, ..self.clone() }
    }

    /// Until when one may come; `None` with fixed hours.
    pub(super) fn latest_start(&self) -> Option<NaiveTime> {
        let first = self.working.first().filter(|_| self.slack > 0)?;
        Some(first.from + TimeDelta::seconds(self.slack))
    }

    /// The hours in which everybody is there, and those in which some are.
    pub(super) fn spans(&self) -> Vec<(Span, bool)> {
        let mut spans: Vec<(Span, bool)> = self.working.iter().map(|span| (*span, true)).collect();
        let (Some(first), Some(last)) = (self.working.first(), self.working.last()) else {
            return spans;
        };
        if let Some(latest) = self.latest_start() {
            let leaves = last.to + TimeDelta::seconds(self.slack);
            if let Some((core, _)) = spans.first_mut() {
                core.from = latest;
            }
            spans.insert(0, (Span { from: first.from, to: latest }, false));
            spans.push((Span { from: last.to, to: leaves }, false));
        }
        spans
    }

    /// Whether some are at work at this second of the day, the edges included.
    pub(super) fn may_be_worked(&self, second: i64) -> bool {
        let until = |span: &Span| second_of_day(span.to);
        let holds = |span: &Span| (second_of_day(span.from)..=until(span)).contains(&second);
        let end = self.working.last().map(until);
        self.working.iter().any(holds)
            || end.is_some_and(|end| (end..=end + self.slack).contains(&second))
    }

    pub(super) fn seconds(&self) -> i64 {
        self.working.iter().map(|span| span.seconds()).sum()
    }

    /// Working seconds of the day that have passed at this second of the day.
    pub(super) fn passed(&self, second: i64) -> i64 {
        let until = |span: &Span| {
            let from = second_of_day(span.from);
            second.min(second_of_day(span.to)).saturating_sub(from).max(0)
        };
        self.working.iter().map(until).sum()
    }

    /// The earliest time of day at which so many working seconds have passed; `None`
    /// if the day has not so many, or none is asked for.
    pub(super) fn moment(&self, mut seconds: i64) -> Option<NaiveTime> {
        for span in &self.working {
            if seconds <= 0 {
                return None;
            }
            if seconds <= span.seconds() {
                let second = u32::try_from(second_of_day(span.from) + seconds).ok()?;
                return NaiveTime::from_num_seconds_from_midnight_opt(second, 0);
            }
            seconds -= span.seconds();
        }
        None
    }
}

/// Ramadan of one Hijri year, as the government set or expects it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ramadan {
    pub hijri_year: i32,
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    pub source: String,
    /// Set before the sighting (*perkiraan*).
    pub estimate: bool,
}

/// The season whose hours a rule gives (*masa*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Ordinary,
    Ramadan,
}

/// Hours of some weekdays in a season, from a day to a day (included) where given.
#[derive(Debug, Clone)]
pub(super) struct HoursRule {
    pub season: Season,
    pub weekdays: Vec<Weekday>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// `None`: the office is closed on these weekdays.
    pub hours: Option<Arc<Hours>>,
}

impl HoursRule {
    fn holds(&self, season: Season, day: NaiveDate) -> bool {
        self.season == season
            && self.weekdays.contains(&day.weekday())
            && self.from.is_none_or(|from| from <= day)
            && self.to.is_none_or(|to| day <= to)
    }
}

/// All hours and all Ramadans, built-in ones first.
#[derive(Debug, Default)]
pub(super) struct Timetable {
    rules: Vec<HoursRule>,
    /// By Hijri year, so that a later entry replaces an earlier one whole.
    ramadans: BTreeMap<i32, Arc<Ramadan>>,
}

impl Timetable {
    pub(super) fn add_rule(&mut self, rule: HoursRule) {
        self.rules.push(rule);
    }

    pub(super) fn add_ramadan(&mut self, ramadan: Ramadan) {
        self.ramadans.insert(ramadan.hijri_year, Arc::new(ramadan));
    }

    /// Of a Ramadan that is only expected, `firm` leaves out the first and the last day.
    pub(super) fn ramadan(&self, day: NaiveDate, firm: bool) -> Option<&Arc<Ramadan>> {
        let unsure = |ramadan: &Ramadan| {
            firm && ramadan.estimate && (day == ramadan.from || day == ramadan.to)
        };
        let mut all = self.ramadans.values();
        all.find(|ramadan| ramadan.from <= day && day <= ramadan.to && !unsure(ramadan))
    }

    pub(super) fn estimated_ramadans(&self) -> impl Iterator<Item = &Arc<Ramadan>> {
        self.ramadans.values().filter(|ramadan| ramadan.estimate)
    }

    /// The hours of a day: the last rule of its season that names it. A weekday that
    /// no Ramadan rule names keeps its ordinary hours in Ramadan.
    pub(super) fn hours(&self, day: NaiveDate, firm: bool) -> Option<&Arc<Hours>> {
        let last = |season| self.rules.iter().rev().find(|rule| rule.holds(season, day));
        let rule = match self.ramadan(day, firm) {
            Some(_) => last(Season::Ramadan).or_else(|| last(Season::Ordinary)),
            None => last(Season::Ordinary),
        };
        rule?.hours.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: (u32, u32), to: (u32, u32)) -> Span {
        let time = |(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).expect("a time");
        Span { from: time(from), to: time(to) }
    }

    fn friday() -> Hours {
        Hours::new(span((7, 30), (16, 30)), &[span((11, 30), (13, 0))], None, "uji".into())
            .expect("hours that hold")
    }

    #[test]
    fn the_longer_friday_has_the_same_450_minutes() {
        assert_eq!(friday().seconds(), super::super::SECONDS_OF_WORKING_DAY);
    }

    #[test]
    fn a_moment_that_many_seconds_into_a_day_is_the_earliest_one() {
        let noon = NaiveTime::from_hms_opt(11, 30, 0);
        assert_eq!(friday().moment(4 * 3600), noon);
        assert_eq!(friday().moment(4 * 3600 + 1), NaiveTime::from_hms_opt(13, 0, 1));
        assert_eq!(friday().moment(27_000), NaiveTime::from_hms_opt(16, 30, 0));
        assert_eq!(friday().moment(27_001), None);
    }

    #[test]
    fn hours_that_cannot_be_are_refused() {
        let whole = span((7, 30), (16, 0));
        let fault = |whole, breaks: &[Span]| Hours::new(whole, breaks, None, "uji".into()).err();
        assert_eq!(fault(span((16, 0), (7, 30)), &[]), Some(HoursFault::EndNotAfterStart));
        assert_eq!(fault(whole, &[span((13, 0), (12, 0))]), Some(HoursFault::Break(0)));
        assert_eq!(fault(whole, &[span((7, 30), (8, 0))]), Some(HoursFault::Break(0)));
        assert_eq!(
            fault(whole, &[span((12, 30), (13, 0)), span((12, 0), (12, 30))]),
            Some(HoursFault::Overlap(0))
        );
    }

    #[test]
    fn a_latest_start_lies_before_the_first_break_and_its_end_before_midnight() {
        let with = |latest: (u32, u32), whole| {
            let latest = NaiveTime::from_hms_opt(latest.0, latest.1, 0);
            Hours::new(whole, &[], latest, "uji".into()).err()
        };
        let day = span((7, 30), (16, 0));
        assert_eq!(with((9, 0), day), None);
        for latest in [(7, 30), (7, 0), (16, 0)] {
            assert_eq!(with(latest, day), Some(HoursFault::LatestStart), "{latest:?}");
        }
        assert_eq!(with((16, 0), span((15, 0), (23, 0))), Some(HoursFault::LatestStart));
    }
}
