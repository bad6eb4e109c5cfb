//! The laws of the working calendar, held against a slow count of every minute.

mod hours;

use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use proptest::prelude::*;
use tertib::calendar::wording::{self, number_words};
use tertib::calendar::{Day, Stretch, StretchKind, WorkingCalendar, duration};

/// Hours with odd seconds, two breaks and a short Saturday; moved and local days.
const ODD: &str = r#"
[[jam_kerja]]
hari = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat"]
dari = 2024-03-01
mulai = "07.31.15"
selesai = "16.59.59"
istirahat = [["09.59.30", "10.15"], ["12.00", "13.00.01"]]

[[jam_kerja]]
hari = ["Sabtu"]
mulai = "08.00"
selesai = "11.00"

[[libur]]
tanggal = 2025-07-01
sampai = 2025-07-05
nama = "Gedung direnovasi"

[[hari_kerja]]
tanggal = [2025-12-24, 2025-12-25, 2026-05-15]
"#;

static CALENDARS: LazyLock<Vec<WorkingCalendar>> = LazyLock::new(|| vec![load(""), load(ODD)]);

fn load(own: &str) -> WorkingCalendar {
    WorkingCalendar::load(Some(("kalender.toml", own))).unwrap_or_else(|told| panic!("{told:#?}"))
}

fn built_in() -> &'static WorkingCalendar {
    &CALENDARS[0]
}

fn calendars() -> impl Strategy<Value = &'static WorkingCalendar> {
    (0..CALENDARS.len()).prop_map(|index| &CALENDARS[index])
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (0_u64..1461).prop_map(|count| date(2024, 1, 1) + Days::new(count))
}

fn moments() -> impl Strategy<Value = NaiveDateTime> {
    let edges = prop::sample::select(vec![0, 27_000, 43_200, 46_800, 57_600, 59_400, 86_399]);
    let seconds = prop_oneof![3 => 0_u32..86_400, 1 => edges];
    (days(), seconds).prop_map(|(day, second)| {
        day.and_time(NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap())
    })
}

/// An interval of at most three weeks within the calendar, in order.
fn intervals() -> impl Strategy<Value = (NaiveDateTime, NaiveDateTime)> {
    let last = date(2027, 12, 31).and_hms_opt(23, 59, 59).unwrap();
    (moments(), 0_i64..21 * 86_400)
        .prop_map(move |(from, length)| (from, (from + TimeDelta::seconds(length)).min(last)))
}

/// Working seconds counted one minute, and at the edges one second, after the other.
fn slow_count(calendar: &WorkingCalendar, from: NaiveDateTime, to: NaiveDateTime) -> i64 {
    let mut worked = 0;
    let mut at = from;
    let mut day: Option<(NaiveDate, Day<'_>)> = None;
    while at < to {
        let (_, today) = match day {
            Some(known) if known.0 == at.date() => known,
            _ => *day.insert((at.date(), calendar.day(at.date()).unwrap())),
        };
        let minute = at.time()..at.time() + TimeDelta::seconds(60);
        let cut = |time: NaiveTime| minute.start < time && time < minute.end;
        let whole = at.second() == 0
            && at + TimeDelta::seconds(60) <= to
            && !today.working().iter().any(|span| cut(span.from) || cut(span.to));
        let step = if whole { 60 } else { 1 };
        if today.working().iter().any(|span| span.from <= at.time() && at.time() < span.to) {
            worked += step;
        }
        at += TimeDelta::seconds(step);
    }
    worked
}

fn seconds(calendar: &WorkingCalendar, from: NaiveDateTime, to: NaiveDateTime) -> i64 {
    calendar.seconds_between(from, to).unwrap()
}

fn check_layout(stretches: &[Stretch], from: NaiveDateTime, to: NaiveDateTime) {
    let mut at = from;
    for stretch in stretches {
        assert_eq!(stretch.from, at, "without a gap");
        assert!(stretch.from < stretch.to, "none is empty");
        at = stretch.to;
    }
    assert!(at == to || to <= from && stretches.is_empty());
    for pair in stretches.windows(2) {
        // Two days of one feast are two stretches; nothing else stands beside its own kind.
        let day_off = matches!(pair[0].kind, StretchKind::DayOff { .. });
        assert!(day_off || pair[0].kind != pair[1].kind, "{pair:?}");
    }
}

fn quick(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(quick(192))]

    #[test]
    fn the_ledger_agrees_with_counting_every_minute(
        calendar in calendars(), (from, to) in intervals(),
    ) {
        prop_assert_eq!(seconds(calendar, from, to), slow_count(calendar, from, to));
    }

    #[test]
    fn a_split_span_adds_up_and_is_never_negative(
        calendar in calendars(), mut moments in prop::array::uniform3(moments()),
    ) {
        moments.sort();
        let [a, b, c] = moments;
        prop_assert_eq!(
            seconds(calendar, a, b) + seconds(calendar, b, c), seconds(calendar, a, c)
        );
        prop_assert!(seconds(calendar, a, b) >= 0);
        prop_assert!(seconds(calendar, a, b) <= (b - a).num_seconds());
        prop_assert!(seconds(calendar, a, c) >= seconds(calendar, b, c));
        prop_assert_eq!(seconds(calendar, c, a), 0);
    }

    #[test]
    fn adding_a_duration_and_measuring_it_gives_it_back(
        calendar in calendars(), from in moments(), length in 0_i64..2_000_000,
    ) {
        let Some(end) = calendar.after(from, length) else {
            let last = date(2027, 12, 31).and_hms_opt(23, 59, 59).unwrap();
            prop_assert!(seconds(calendar, from, last) < length);
            return Ok(());
        };
        prop_assert_eq!(seconds(calendar, from, end), length);
        prop_assert!(from <= end);
        if length > 0 {
            let earlier = end - TimeDelta::seconds(1);
            prop_assert_eq!(seconds(calendar, from, earlier), length - 1, "the earliest moment");
            prop_assert_eq!(calendar.is_within_hours(end), Some(true));
        }
    }

    #[test]
    fn the_stretches_of_an_interval_leave_no_gap_and_sum_up(
        calendar in calendars(), (from, to) in intervals(),
    ) {
        let stretches = calendar.stretches(from, to).unwrap();
        check_layout(&stretches, from, to);
        let counted: i64 = stretches.iter().filter(|s| s.counts()).map(Stretch::seconds).sum();
        prop_assert_eq!(counted, seconds(calendar, from, to));
    }

    #[test]
    fn a_moment_is_inside_hours_where_a_second_beside_it_counts(
        calendar in calendars(), at in moments(),
    ) {
        let second = TimeDelta::seconds(1);
        let before = calendar.seconds_between(at - second, at).unwrap_or(0);
        let after = calendar.seconds_between(at, at + second).unwrap_or(0);
        prop_assert_eq!(calendar.is_within_hours(at), Some(before + after > 0));
    }

    #[test]
    fn a_duration_in_words_is_read_back(length in 0_i64..100_000_000) {
        prop_assert_eq!(duration::parse(&wording::duration(length)), Some(length));
    }

    #[test]
    fn no_text_makes_the_reader_of_durations_fail(text in ".{0,24}", number in ".{0,6}") {
        let units = ["menit", "jam", "hari kerja", "'", ":00"];
        prop_assert!(duration::parse(&text).is_none_or(|seconds| seconds >= 0));
        for unit in units {
            let read = duration::parse(&format!("{number} {unit}"));
            prop_assert!(read.is_none_or(|seconds| seconds >= 0));
        }
    }

    #[test]
    fn number_words_can_be_counted_back(number in prop_oneof![0_u64..100_000, any::<u64>()]) {
        prop_assert_eq!(counted_back(&number_words(number)), Some(number));
    }

    #[test]
    fn a_date_is_written_with_its_own_words(day in days()) {
        let text = wording::day_and_date(day);
        let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        let month = (1..=12).find(|month| wording::month(*month) == words[2]).unwrap();
        let read = date(words[3].parse().unwrap(), month, words[1].parse().unwrap());
        prop_assert_eq!(read, day);
        prop_assert_eq!(words[0], wording::weekday(read.weekday()));
    }
}

proptest! {
    #![proptest_config(quick(48))]

    #[test]
    fn a_day_off_only_subtracts_and_only_its_own_hours(
        off in days(), from in moments(), to in moments(),
    ) {
        let own = format!("[[libur]]\ntanggal = {off}\nnama = \"Libur kantor\"\n");
        let calendar = load(&own);
        let taken = seconds(built_in(), from, to) - seconds(&calendar, from, to);
        let (start, end) = (off.and_time(NaiveTime::MIN), off + Days::new(1));
        let end = end.and_time(NaiveTime::MIN) - TimeDelta::seconds(1);
        let expected = seconds(built_in(), from.max(start), to.min(end));
        prop_assert_eq!(taken, expected);
    }

    #[test]
    fn no_calendar_file_makes_the_reader_fail(
        text in "(\\[\\[(libur|jam_kerja|tahun|ramadan|hari_kerja)\\]\\]\n|(tanggal|hari|mulai|tahun|nama|sampai|istirahat) = [0-9\\[\\]\",.: -]{0,12}\n|.{0,8}\n){0,8}",
    ) {
        if let Err(told) = WorkingCalendar::load(Some(("kalender.toml", &text))) {
            prop_assert!(!told.is_empty());
        }
    }
}

/// Reads number words back by other rules than those that wrote them.
fn counted_back(words: &str) -> Option<u64> {
    let units =
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
    let groups = ["ribu", "juta", "miliar", "triliun", "kuadriliun", "kuintiliun"];
    let spread = words
        .replace("seribu", "satu ribu")
        .replace("seratus", "satu ratus")
        .replace("sepuluh", "satu puluh")
        .replace("sebelas", "satu belas");
    let (mut total, mut group, mut digit) = (0_u64, 0_u64, 0_u64);
    for word in spread.split(' ') {
        if let Some(value) = units.iter().position(|unit| *unit == word) {
            digit = value as u64;
            continue;
        }
        let factor = match word {
            "belas" => {
                group += 10 + digit;
                digit = 0;
                continue;
            }
            "puluh" => 10,
            "ratus" => 100,
            name => {
                let place = groups.iter().position(|group| *group == name)?;
                let size = 1000_u64.checked_pow(place as u32 + 1)?;
                total = total.checked_add((group + digit).checked_mul(size)?)?;
                (group, digit) = (0, 0);
                continue;
            }
        };
        group += digit * factor;
        digit = 0;
    }
    total.checked_add(group + digit)
}

#[test]
fn every_month_of_four_years_has_the_working_days_that_were_counted_by_hand() {
    let counted = [
        (2024, [22, 18, 18, 16, 18, 18, 23, 22, 20, 23, 20, 20], 238),
        (2025, [19, 20, 19, 16, 17, 18, 23, 20, 21, 23, 20, 21], 237),
        (2026, [20, 18, 17, 21, 16, 20, 23, 19, 22, 22, 21, 21], 240),
        (2027, [19, 19, 15, 22, 16, 21, 22, 21, 22, 21, 22, 22], 242),
    ];
    for (year, months, sum) in counted {
        let mut found = [0; 12];
        for day in date(year, 1, 1).iter_days().take_while(|day| day.year() == year) {
            let day = built_in().day(day).unwrap();
            if !day.working().is_empty() {
                found[day.date.month0() as usize] += 1;
            }
        }
        assert_eq!(found, months, "{year}");
        assert_eq!(found.iter().sum::<i32>(), sum, "{year}");
    }
    assert_eq!(built_in().years(), [2024..=2027]);
}

#[test]
fn each_day_off_of_the_built_in_years_has_its_source_and_only_feasts_of_2027_are_estimates() {
    let mut estimates = Vec::new();
    for day in date(2024, 1, 1).iter_days().take_while(|day| day.year() < 2028) {
        let Some(tertib::calendar::Off::DayOff(off)) = built_in().day(day).unwrap().off() else {
            continue;
        };
        assert!(!off.name.is_empty() && !off.source.is_empty(), "{day}");
        if off.is_estimate() {
            estimates.push(wording::date(day));
        }
    }
    assert_eq!(estimates, ["10 Maret 2027", "11 Maret 2027", "17 Mei 2027"]);
}

#[test]
fn an_interval_over_idul_fitri_is_laid_out_as_on_the_wall_calendar() {
    let from = date(2024, 4, 5).and_hms_opt(14, 30, 0).unwrap();
    let to = date(2024, 4, 16).and_hms_opt(8, 0, 0).unwrap();
    let told: Vec<String> = built_in()
        .stretches(from, to)
        .unwrap()
        .into_iter()
        .map(|stretch| {
            let kind = match stretch.kind {
                StretchKind::DayOff { name, .. } => name,
                other => format!("{other:?}"),
            };
            let (from, to) = (stretch.from, stretch.to);
            format!("{} – {} {kind}", wording::short_date_time(from), wording::short_date_time(to))
        })
        .collect();
    assert_eq!(
        told,
        [
            "5 Apr 2024 14.30 – 5 Apr 2024 15.30 Working",
            "5 Apr 2024 15.30 – 6 Apr 2024 00.00 OutsideHours",
            "6 Apr 2024 00.00 – 8 Apr 2024 00.00 Weekend",
            "8 Apr 2024 00.00 – 9 Apr 2024 00.00 Cuti bersama Idul Fitri 1445 Hijriah",
            "9 Apr 2024 00.00 – 10 Apr 2024 00.00 Cuti bersama Idul Fitri 1445 Hijriah",
            "10 Apr 2024 00.00 – 11 Apr 2024 00.00 Idul Fitri 1445 Hijriah",
            "11 Apr 2024 00.00 – 12 Apr 2024 00.00 Idul Fitri 1445 Hijriah",
            "12 Apr 2024 00.00 – 13 Apr 2024 00.00 Cuti bersama Idul Fitri 1445 Hijriah",
            "13 Apr 2024 00.00 – 15 Apr 2024 00.00 Weekend",
            "15 Apr 2024 00.00 – 16 Apr 2024 00.00 Cuti bersama Idul Fitri 1445 Hijriah",
            "16 Apr 2024 00.00 – 16 Apr 2024 07.30 OutsideHours",
            "16 Apr 2024 07.30 – 16 Apr 2024 08.00 Working",
        ]
    );
}
