//! The working calendar once more, by another way: the days off copied by hand from the
//! facts of the built-in years, and every minute of four years marked open or shut.

use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

/// National holidays and collective leave, month and day.
const DAYS_OFF: [(i32, &str); 4] = [
    (
        2024,
        "01-01 02-08 02-09 02-10 02-14 03-11 03-12 03-29 03-31 04-08 04-09 04-10 04-11 04-12 \
         04-15 05-01 05-09 05-10 05-23 05-24 06-01 06-17 06-18 07-07 08-17 09-16 11-27 12-25 12-26",
    ),
    (
        2025,
        "01-01 01-27 01-28 01-29 03-28 03-29 03-31 04-01 04-02 04-03 04-04 04-07 04-18 04-20 \
         05-01 05-12 05-13 05-29 05-30 06-01 06-06 06-09 06-27 08-17 08-18 09-05 12-25 12-26",
    ),
    (
        2026,
        "01-01 01-16 02-16 02-17 03-18 03-19 03-20 03-21 03-22 03-23 03-24 04-03 04-05 05-01 \
         05-14 05-15 05-27 05-28 05-31 06-01 06-16 08-17 08-25 12-24 12-25",
    ),
    (
        2027,
        "01-01 01-05 02-05 02-06 03-08 03-09 03-10 03-11 03-12 03-15 03-25 03-26 03-28 05-01 \
         05-06 05-17 05-18 05-19 05-20 06-01 06-06 08-15 08-17 12-24 12-25 12-26",
    ),
];

const RAMADAN: [(&str, &str); 4] = [
    ("2024-03-12", "2024-04-09"),
    ("2025-03-01", "2025-03-30"),
    ("2026-02-19", "2026-03-20"),
    ("2027-02-08", "2027-03-09"),
];

/// Open, break and close, in minutes of the day: Monday to Thursday, and Friday.
const USUAL: [[u32; 4]; 2] = [[450, 720, 780, 960], [450, 690, 780, 990]];
const IN_RAMADAN: [[u32; 4]; 2] = [[480, 720, 750, 900], [480, 690, 750, 930]];

/// What is only expected: two feasts, and the day on which Ramadan begins.
const EXPECTED: [&str; 4] = ["2027-02-08", "2027-03-10", "2027-03-11", "2027-05-17"];

/// Fixed or flexible hours, with the days that are only expected or without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minutes {
    /// The days that are only expected are ordinary ones.
    pub firm: bool,
    /// One may come later, and then leaves as much later.
    pub flexible: bool,
}

/// The hours of the stories with flexible ones; in Ramadan they are those of all.
pub const FLEXIBLE: &str = "[[jam_kerja]]\nhari = [\"Senin\", \"Selasa\", \"Rabu\", \"Kamis\"]\n\
    mulai = \"07.30\"\nmulai_paling_lambat = \"09.00\"\nselesai = \"16.00\"\n\
    istirahat = [[\"12.00\", \"13.00\"]]\nsumber = \"uji\"\n\
    [[jam_kerja]]\nhari = [\"Jumat\"]\n\
    mulai = \"07.30\"\nmulai_paling_lambat = \"08.20\"\nselesai = \"16.30\"\n\
    istirahat = [[\"11.30\", \"13.00\"]]\nsumber = \"uji\"\n";

/// How many minutes later one may come, from Monday to Thursday and on Friday.
const LATER: [u32; 2] = [90, 50];

/// Every minute of four years, open or shut, as expected and as firm.
static OPEN: LazyLock<[Vec<bool>; 2]> = LazyLock::new(|| [marked(true), marked(false)]);

fn marked(expected_holds: bool) -> Vec<bool> {
    let mut minutes = Vec::new();
    let mut day = first();
    while day.year() < 2028 {
        let ordinary = !expected_holds && EXPECTED.contains(&&*day.to_string());
        minutes.extend((0..1440).map(|minute| is_open(day, minute, ordinary)));
        day = day + Days::new(1);
    }
    minutes
}

pub fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 1).unwrap()
}

fn is_open(day: NaiveDate, minute: u32, ordinary: bool) -> bool {
    hours(day, ordinary).is_some_and(|([open, pause, resume, close], _)| {
        (open..pause).contains(&minute) || (resume..close).contains(&minute)
    })
}

/// The hours of a day, and how much later one may come where hours are flexible.
fn hours(day: NaiveDate, ordinary: bool) -> Option<([u32; 4], u32)> {
    let named = day.format("%m-%d").to_string();
    let of_year = DAYS_OFF.iter().find(|(year, _)| *year == day.year());
    let is_off =
        !ordinary && of_year.is_some_and(|(_, days)| days.split(' ').any(|off| off == named));
    let written = day.to_string();
    let fasting =
        !ordinary && RAMADAN.iter().any(|(from, to)| *from <= &*written && &*written <= *to);
    let week = match day.weekday() {
        Weekday::Sat | Weekday::Sun => return None,
        Weekday::Fri => 1,
        _ => 0,
    };
    let hours = if fasting { IN_RAMADAN } else { USUAL };
    (!is_off).then_some((hours[week], if fasting { 0 } else { LATER[week] }))
}

/// The second since the first of the marked minutes; `None` outside them.
fn second_of(at: NaiveDateTime) -> Option<usize> {
    let midnight = first().and_hms_opt(0, 0, 0)?;
    usize::try_from(at.signed_duration_since(midnight).num_seconds()).ok()
}

pub fn covers(day: NaiveDate) -> bool {
    (2024..=2027).contains(&day.year())
}

/// The working seconds between two moments with fixed hours, minute by minute.
pub fn worked(from: NaiveDateTime, to: NaiveDateTime) -> Option<i64> {
    minute_by_minute(&OPEN[0], from, to)
}

fn minute_by_minute(minutes: &[bool], from: NaiveDateTime, to: NaiveDateTime) -> Option<i64> {
    if !covers(from.date()) || !covers(to.date()) {
        return None;
    }
    let (mut at, to) = (second_of(from)?, second_of(to)?);
    let mut sum = 0;
    while at < to {
        let next = (at - at % 60 + 60).min(to);
        if minutes[at / 60] {
            sum += next - at;
        }
        at = next;
    }
    i64::try_from(sum).ok()
}

/// The least and the most seconds of a stretch.
pub type Range = (i64, i64);

impl Minutes {
    /// The working seconds between two moments. `seen`: somebody was at work at both.
    pub fn range(self, from: NaiveDateTime, to: NaiveDateTime, seen: bool) -> Option<Range> {
        if !self.flexible {
            let sure = minute_by_minute(&OPEN[usize::from(self.firm)], from, to)?;
            return Some((sure, sure));
        }
        if !covers(from.date()) || !covers(to.date()) {
            return None;
        }
        let days = from.date().iter_days().take_while(|day| *day <= to.date());
        Some(
            days.map(|day| self.of_day(day, from, to, seen))
                .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1)),
        )
    }

    /// Of one day the least and the most, tried with every minute at which one may come.
    fn of_day(self, day: NaiveDate, from: NaiveDateTime, to: NaiveDateTime, seen: bool) -> Range {
        let ordinary = self.firm && EXPECTED.contains(&&*day.to_string());
        let Some((hours, later)) = hours(day, ordinary) else { return (0, 0) };
        let [open, pause, resume, close] = hours.map(|minute| i64::from(minute) * 60);
        let second = |at: NaiveDateTime| {
            at.signed_duration_since(day.and_time(chrono::NaiveTime::MIN)).num_seconds()
        };
        let (from, to) = (second(from), second(to));
        let whole = from < 0 && to > 86_400;
        let common = |start: i64, end: i64| (to.min(end) - from.max(start)).max(0);
        let slack = i64::from(if whole { 0 } else { later }) * 60;
        let moments =
            [from, to].into_iter().filter(|at| seen && (open..=close + slack).contains(at));
        let moments: Vec<i64> = moments.collect();
        let arrivals = (0..=slack / 60).map(|minute| minute * 60);
        let fits = |late: &i64| moments.iter().all(|at| (open + late..=close + late).contains(at));
        let mut possible: Vec<i64> = arrivals.clone().filter(fits).collect();
        if possible.is_empty() {
            // Two people, then.
            possible = arrivals.collect();
        }
        let worked =
            possible.iter().map(|late| common(open + late, pause) + common(resume, close + late));
        let worked: Vec<i64> = worked.collect();
        (*worked.iter().min().unwrap(), *worked.iter().max().unwrap())
    }

    /// Seconds of several stretches, what overlaps or touches being one.
    pub fn union(self, stretches: &[(NaiveDateTime, NaiveDateTime)]) -> Option<Range> {
        let real: Vec<_> = stretches.iter().filter(|(from, to)| from <= to).collect();
        let mut edges: Vec<NaiveDateTime> =
            real.iter().flat_map(|(from, to)| [*from, *to]).collect();
        edges.sort();
        edges.dedup();
        let mut runs: Vec<(NaiveDateTime, NaiveDateTime)> = Vec::new();
        for pair in edges.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            if !real.iter().any(|(start, end)| *start <= from && to <= *end) {
                continue;
            }
            match runs.last_mut() {
                Some(run) if run.1 == from => run.1 = to,
                _ => runs.push((from, to)),
            }
        }
        runs.into_iter().try_fold((0, 0), |sum, (from, to)| {
            let one = self.measured(from, to)?;
            Some((sum.0 + one.0, sum.1 + one.1))
        })
    }

    /// Seconds of a stretch: working time, or the clock where it lies on one day wholly
    /// outside the hours.
    fn measured(self, from: NaiveDateTime, to: NaiveDateTime) -> Option<Range> {
        match self.range(from, to, true)? {
            (_, 0) if from < to && from.date() == to.date() => {
                let by_clock = to.signed_duration_since(from).num_seconds();
                Some((by_clock, by_clock))
            }
            worked => Some(worked),
        }
    }

    /// Whether someone may be at work just before or just after a moment.
    pub fn is_within_hours(self, at: NaiveDateTime) -> bool {
        let open = |at: NaiveDateTime| second_of(at).is_some_and(|at| OPEN[0][at / 60]);
        let late = || {
            let (hours, later) = hours(at.date(), false)?;
            let close =
                at.date().and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(hours[3].into());
            Some(close <= at && at <= close + TimeDelta::minutes(later.into()))
        };
        open(at) || open(at - TimeDelta::seconds(1)) || self.flexible && late().unwrap_or(false)
    }
}

#[test]
fn the_minutes_marked_by_hand_are_those_of_the_decrees() {
    let day = |year| {
        let date = |at: &usize| first() + Days::new(*at as u64 / 1440);
        let of_year = (0..OPEN[0].len()).step_by(1440).filter(|at| date(at).year() == year);
        of_year.filter(|at| OPEN[0][*at..at + 1440].contains(&true)).count()
    };
    assert_eq!([2024, 2025, 2026, 2027].map(day), [238, 237, 240, 242]);
}
