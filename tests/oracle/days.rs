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

static OPEN: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let mut minutes = Vec::new();
    let mut day = first();
    while day.year() < 2028 {
        minutes.extend((0..1440).map(|minute| is_open(day, minute)));
        day = day + Days::new(1);
    }
    minutes
});

pub fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 1).unwrap()
}

fn is_open(day: NaiveDate, minute: u32) -> bool {
    let named = day.format("%m-%d").to_string();
    let of_year = DAYS_OFF.iter().find(|(year, _)| *year == day.year());
    let is_off = of_year.is_some_and(|(_, days)| days.split(' ').any(|off| off == named));
    let written = day.to_string();
    let fasting = RAMADAN.iter().any(|(from, to)| *from <= &*written && &*written <= *to);
    let hours = if fasting { IN_RAMADAN } else { USUAL };
    let [open, pause, resume, close] = match day.weekday() {
        Weekday::Sat | Weekday::Sun => return false,
        Weekday::Fri => hours[1],
        _ => hours[0],
    };
    !is_off && ((open..pause).contains(&minute) || (resume..close).contains(&minute))
}

/// The second since the first of the marked minutes; `None` outside them.
fn second_of(at: NaiveDateTime) -> Option<usize> {
    let midnight = first().and_hms_opt(0, 0, 0)?;
    usize::try_from(at.signed_duration_since(midnight).num_seconds()).ok()
}

pub fn covers(day: NaiveDate) -> bool {
    (2024..=2027).contains(&day.year())
}

/// The working seconds between two moments, minute by minute.
pub fn worked(from: NaiveDateTime, to: NaiveDateTime) -> Option<i64> {
    if !covers(from.date()) || !covers(to.date()) {
        return None;
    }
    let (mut at, to) = (second_of(from)?, second_of(to)?);
    let mut sum = 0;
    while at < to {
        let next = (at - at % 60 + 60).min(to);
        if OPEN[at / 60] {
            sum += next - at;
        }
        at = next;
    }
    i64::try_from(sum).ok()
}

/// Whether the office works just before or just after a moment.
pub fn is_within_hours(at: NaiveDateTime) -> bool {
    let open = |at: NaiveDateTime| second_of(at).is_some_and(|at| OPEN[at / 60]);
    open(at) || open(at - TimeDelta::seconds(1))
}

/// Seconds of a stretch: working time, or the clock where it lies on one day wholly
/// outside the hours.
pub fn measured(from: NaiveDateTime, to: NaiveDateTime) -> Option<i64> {
    match worked(from, to)? {
        0 if from < to && from.date() == to.date() => {
            Some(to.signed_duration_since(from).num_seconds())
        }
        worked => Some(worked),
    }
}

/// Seconds of several stretches, what overlaps or touches being one.
pub fn union(stretches: &[(NaiveDateTime, NaiveDateTime)]) -> Option<i64> {
    let real: Vec<_> = stretches.iter().filter(|(from, to)| from <= to).collect();
    let mut edges: Vec<NaiveDateTime> = real.iter().flat_map(|(from, to)| [*from, *to]).collect();
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
    runs.into_iter().map(|(from, to)| measured(from, to)).sum()
}

#[test]
fn the_minutes_marked_by_hand_are_those_of_the_decrees() {
    let day = |year| {
        let date = |at: &usize| first() + Days::new(*at as u64 / 1440);
        let of_year = (0..OPEN.len()).step_by(1440).filter(|at| date(at).year() == year);
        of_year.filter(|at| OPEN[*at..at + 1440].contains(&true)).count()
    };
    assert_eq!([2024, 2025, 2026, 2027].map(day), [238, 237, 240, 242]);
}
