//! Hours that overlap with what is off, and hours of which nobody knows whose they are.

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use proptest::prelude::*;
use tertib::calendar::{Day, WorkingCalendar};

use super::{calendars, days, intervals, load, quick, seconds, slow_count};

/// Hours of which nobody knows whose they are: two kinds of day, and a moved one.
const FLEXIBLE: &str = r#"
[[jam_kerja]]
hari = ["Senin", "Selasa", "Rabu", "Kamis"]
mulai = "07.30"
mulai_paling_lambat = "09.00"
selesai = "16.00"
istirahat = [["12.00", "13.00"]]

[[jam_kerja]]
hari = ["Jumat"]
mulai = "07.30"
mulai_paling_lambat = "08.10"
selesai = "16.30"

[[pindah]]
dari = 2025-07-01
ke = 2025-07-05
"#;

static FLEXIBLE_CALENDAR: LazyLock<WorkingCalendar> = LazyLock::new(|| load(FLEXIBLE));

/// The least and the most of one day, tried minute by minute of coming later.
fn slow_bounds(day: &Day<'_>, from: NaiveDateTime, to: NaiveDateTime) -> (i64, i64) {
    let (Some(first), Some(last)) = (day.working().first(), day.working().last()) else {
        return (0, 0);
    };
    let slack = day.latest_start().map_or(0, |latest| (latest - first.from).num_minutes());
    let is_break = |at: NaiveTime| day.breaks().iter().any(|span| span.from <= at && at < span.to);
    let worked = |later: i64| {
        let later = TimeDelta::minutes(later);
        let (start, end) =
            (day.date.and_time(first.from) + later, day.date.and_time(last.to) + later);
        let mut at = from.max(start);
        let mut minutes = 0;
        while at < to.min(end) {
            minutes += i64::from(!is_break(at.time()));
            at += TimeDelta::minutes(1);
        }
        minutes * 60
    };
    let tried: Vec<i64> = (0..=slack).map(worked).collect();
    (tried.iter().copied().min().unwrap(), tried.into_iter().max().unwrap())
}

proptest! {
    #![proptest_config(quick(48))]

    #[test]
    fn flexible_hours_give_the_least_and_the_most_of_all_comings_and_goings(
        (from, to) in intervals(),
    ) {
        let minute = |at: NaiveDateTime| at.with_second(0).unwrap();
        let (from, to) = (minute(from), minute(to));
        let calendar = &*FLEXIBLE_CALENDAR;
        let days = from.date().iter_days().take_while(|day| *day <= to.date());
        let (least, most) = days.fold((0, 0), |(least, most), date| {
            let (low, high) = slow_bounds(&calendar.day(date).unwrap(), from, to);
            (least + low, most + high)
        });
        let bounds = calendar.bounds_between(from, to, false).unwrap();
        prop_assert_eq!((bounds.least, bounds.most), (least, most));
        // Whoever was at work at both ends came and went within the same bounds.
        let seen = calendar.bounds_between(from, to, true).unwrap();
        prop_assert!(least <= seen.least && seen.least <= seen.most && seen.most <= most);
        prop_assert_eq!(calendar.seconds_between(from, to), Some(least));
    }

    #[test]
    fn with_fixed_hours_nothing_is_left_open(
        calendar in calendars(), (from, to) in intervals(), at_work in any::<bool>(),
    ) {
        let bounds = calendar.bounds_between(from, to, at_work).unwrap();
        prop_assert_eq!(bounds.certain(), Some(seconds(calendar, from, to)));
    }

    /// What is off twice is taken away once: two holidays, or a holiday and a break.
    #[test]
    fn two_reasons_not_to_work_take_away_their_union(
        first in days(), second in days(), (from, to) in intervals(), noon in any::<bool>(),
    ) {
        let hours = "[[jam_kerja]]\nhari = [\"Senin\", \"Selasa\", \"Rabu\", \"Kamis\", \"Jumat\"]\n\
                     mulai = \"07.30\"\nselesai = \"16.00\"\n";
        let pause = format!("{hours}istirahat = [[\"11.00\", \"14.00\"]]\n");
        let off = |day: NaiveDate| format!("[[libur]]\ntanggal = {day}\nnama = \"Libur\"\n");
        let one = if noon { pause } else { format!("{hours}{}", off(first)) };
        let other = off(second);
        let count = |own: &str| seconds(&load(own), from, to);
        let taken_by = |own: &str| count(hours) - count(own);
        let (one_alone, other_alone) = (taken_by(&one), taken_by(&format!("{hours}{other}")));
        let both = taken_by(&format!("{one}{other}"));
        prop_assert!(both <= one_alone + other_alone);
        prop_assert!(both >= one_alone.max(other_alone));
        // Counted minute by minute, the seconds that neither takes away are left.
        let together = load(&format!("{one}{other}"));
        prop_assert_eq!(seconds(&together, from, to), slow_count(&together, from, to));
    }
}
