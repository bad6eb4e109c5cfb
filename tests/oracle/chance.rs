//! Stories that nobody thought up, the same in every run: a plausible course of a
//! request, and then all that goes wrong in real sheets.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

use super::days;
use super::story::{Deed, Letter, Person, Says, Story, Time};

/// A plain generator of numbers (SplitMix64): no two runs differ.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: u64) -> u64 {
        self.next() % count
    }

    fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}

const TARGETS: [i64; 8] = [900, 900, 1800, 1800, 10800, 900, 900, 900];

/// Days around which working time is odd: the turn of a year, Ramadan and Idul Fitri,
/// long weekends, moved roles.
const ODD_DAYS: [&str; 16] = [
    "2024-03-07",
    "2024-04-05",
    "2024-12-24",
    "2024-12-31",
    "2025-01-24",
    "2025-03-27",
    "2025-06-30",
    "2025-12-31",
    "2026-02-18",
    "2026-03-17",
    "2026-12-31",
    "2027-02-05",
    "2027-03-05",
    "2027-03-09",
    "2027-05-14",
    "2024-06-14",
];

pub fn story(seed: u64) -> Story {
    let mut chance = Chance::new(seed);
    let start = first_moment(&mut chance);
    let mut deeds = course(&mut chance, start);
    spoil(&mut chance, &mut deeds);
    deeds.truncate(22);
    if chance.percent(3) {
        // Of a request that was just begun nothing can be read.
        deeds.truncate(2);
        deeds.iter_mut().for_each(|deed| deed.ended = Time::Unreadable);
    }
    let mut start = start;
    let flexible = Chance::new(!seed).percent(25);
    if flexible {
        // The slow judge tries each minute at which one may come.
        start = whole_minute(start);
        for deed in &mut deeds {
            for time in [&mut deed.started, &mut deed.ended, &mut deed.planned] {
                if let Time::At(at) = time {
                    *at = whole_minute(*at);
                }
            }
        }
    }
    let mut unlike: Vec<Deed> = Vec::new();
    for deed in deeds {
        // The same row twice is used once; that is told of elsewhere.
        if !unlike.contains(&deed) {
            unlike.push(deed);
        }
    }
    let ends: Vec<_> = unlike.iter().filter_map(|deed| deed.ended.latest()).collect();
    let last = ends.iter().copied().max().unwrap_or(start);
    let as_of = match chance.below(6) {
        0 if !ends.is_empty() => chance.one_of(&ends),
        1 => start + TimeDelta::seconds((last - start).num_seconds().max(1) / 2),
        2 => last + TimeDelta::hours(chance.below(80) as i64),
        _ => last + TimeDelta::days(1),
    };
    let end_of_calendar = days::first() + Days::new(1460);
    let as_of = if flexible { whole_minute(as_of) } else { as_of };
    let as_of = as_of.min(end_of_calendar.and_hms_opt(23, 59, 59).unwrap());
    Story {
        kind: if chance.percent(3) { "perubahan" } else { "" },
        applicant: if chance.percent(8) { Person::Anggota } else { Person::Pemohon },
        written_on: start.date(),
        letter: letter(&mut chance),
        corrected: chance
            .percent(25)
            .then(|| (start.date() + Days::new(chance.below(9)), letter(&mut chance))),
        reached_team: match chance.below(8) {
            0 => Time::Day(start.date()),
            1 | 2 => Time::At(start + TimeDelta::minutes(chance.below(900) as i64)),
            _ => Time::Empty,
        },
        cancelled: match chance.below(20) {
            0 => Time::Day(last.date()),
            1 => Time::At(last + TimeDelta::hours(2)),
            _ => Time::Empty,
        },
        minutes: chance.percent(80),
        flexible,
        as_of,
        deeds: unlike,
    }
}

fn whole_minute(at: NaiveDateTime) -> NaiveDateTime {
    at - TimeDelta::seconds(i64::from(chrono::Timelike::second(&at)))
}

fn letter(chance: &mut Chance) -> Letter {
    Letter { number: chance.percent(92), date: chance.percent(92) }
}

fn first_moment(chance: &mut Chance) -> NaiveDateTime {
    let day = if chance.percent(50) {
        chance.one_of(&ODD_DAYS).parse().unwrap()
    } else {
        NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + Days::new(chance.below(1420))
    };
    let second =
        if chance.percent(80) { 27_000 + chance.below(30_600) } else { chance.below(86_400) };
    day.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::seconds(second as i64)
}

/// A moment so many working seconds later, or now and then by the clock.
fn later(chance: &mut Chance, from: NaiveDateTime, seconds: i64) -> NaiveDateTime {
    if seconds <= 0 || chance.percent(25) {
        return from + TimeDelta::seconds(seconds);
    }
    let mut at = from + TimeDelta::seconds(seconds);
    for _ in 0..400 {
        match days::worked(from, at) {
            Some(worked) if worked < seconds => {
                at += TimeDelta::seconds((seconds - worked).max(60))
            }
            _ => return at,
        }
    }
    from + TimeDelta::seconds(seconds)
}

fn took(chance: &mut Chance, target: i64) -> i64 {
    match chance.below(10) {
        0 => target,
        1 => target + 1,
        2 => target - 1,
        3 => chance.below(40_000) as i64,
        4 => 0,
        _ => chance.below(target as u64) as i64,
    }
}

fn pause(chance: &mut Chance) -> i64 {
    match chance.below(10) {
        0 => 27_000,
        1 => 27_001,
        2 => chance.below(90_000) as i64,
        3 => -(chance.below(1_200) as i64),
        4 => 0,
        _ => chance.below(5_400) as i64,
    }
}

/// Steps in their order, through rounds, until the request ends or is left alone.
fn course(chance: &mut Chance, start: NaiveDateTime) -> Vec<Deed> {
    let mut deeds = Vec::new();
    let mut at = start;
    let mut no = if chance.percent(50) { 1 } else { 2 };
    let stops_after = if chance.percent(60) { 60 } else { chance.below(14) as usize };
    while no <= 8 && deeds.len() < stops_after {
        if chance.percent(4) {
            no += 1;
            continue;
        }
        let target = TARGETS[no as usize - 1];
        let pause = pause(chance);
        let started = later(chance, at, pause);
        let length = took(chance, target);
        let ended = later(chance, started, length);
        let mut deed = deed(no, started, ended);
        if no == 3 {
            deed.says = match chance.below(10) {
                0..=2 => Says::No,
                3 if chance.percent(50) => Says::Refused,
                4 if chance.percent(50) => Says::Nothing,
                _ => Says::Yes,
            };
            deed.reason = chance.percent(70);
        }
        let says = deed.says;
        deeds.push(deed);
        at = ended;
        no += 1;
        if matches!(says, Says::No | Says::Refused) {
            match chance.below(6) {
                0 => break,
                1 => {}
                _ => {
                    no = 1 + chance.below(3) as u32;
                    at += TimeDelta::hours(chance.below(100) as i64);
                }
            }
        }
    }
    deeds
}

fn deed(step: u32, started: NaiveDateTime, ended: NaiveDateTime) -> Deed {
    Deed {
        step,
        who: match step {
            1 => Person::Pemohon,
            2 | 8 => Person::Ketua,
            _ => Person::Anggota,
        },
        started: Time::At(started),
        ended: Time::At(ended),
        planned: Time::Empty,
        says: Says::Nothing,
        reason: false,
        application: "",
        recipient: "",
        initialled: true,
    }
}

/// What goes wrong in sheets: now and then a story stays as it was.
fn spoil(chance: &mut Chance, deeds: &mut Vec<Deed>) {
    for _ in 0..chance.below(7) {
        if deeds.is_empty() {
            return;
        }
        let at = chance.below(deeds.len() as u64) as usize;
        spoil_one(chance, deeds, at);
    }
}

fn spoil_one(chance: &mut Chance, deeds: &mut Vec<Deed>, at: usize) {
    let day = |time: Time| time.day().map_or(time, Time::Day);
    let shift = TimeDelta::minutes(chance.below(240) as i64 - 60);
    let moved = |time: Time| match time {
        Time::At(at) => Time::At(at + shift),
        other => other,
    };
    let last_year = |time: Time| match time {
        Time::At(at) => Time::At(at.with_time_of_2023()),
        other => other,
    };
    match chance.below(25) {
        0..=2 => deeds[at].started = Time::Empty,
        3 => deeds[at].started = day(deeds[at].started),
        4 | 5 => deeds[at].ended = day(deeds[at].ended),
        6 => {
            deeds[at].started = day(deeds[at].started);
            deeds[at].ended = day(deeds[at].ended);
        }
        7 => deeds[at].started = Time::Unreadable,
        8 => deeds[at].ended = Time::Unreadable,
        9 => {
            let deed = &mut deeds[at];
            (deed.started, deed.ended) = (deed.ended, deed.started);
        }
        10 => deeds[at].ended = last_year(deeds[at].ended),
        11 => deeds[at].started = last_year(deeds[at].started),
        12 => {
            deeds.remove(at);
        }
        13 => {
            let again = Deed {
                started: moved(deeds[at].started),
                ended: moved(deeds[at].ended),
                ..deeds[at].clone()
            };
            deeds.insert(at + 1, again);
        }
        14 | 15 => parts(chance, deeds, at, moved),
        16 => {
            let to = chance.below(deeds.len() as u64) as usize;
            deeds.swap(at, to);
        }
        17 => {
            let others =
                [Person::Pemohon, Person::Asing, Person::Pindah, Person::Ketua, Person::Anggota];
            deeds[at].who = chance.one_of(&others);
        }
        18 => {
            // In progress, or only planned.
            deeds[at].ended = Time::Empty;
            deeds[at].says = Says::Nothing;
            if chance.percent(50) {
                deeds[at].planned = moved(deeds[at].started);
                deeds[at].started = Time::Empty;
            }
        }
        19 => deeds[at].initialled = false,
        20 => {
            // Three and more in one go.
            let Time::At(moment) = deeds[at].ended else { return };
            let who = deeds[at].who;
            for (apart, deed) in deeds.iter_mut().skip(at).take(3).enumerate() {
                deed.ended = Time::At(moment + TimeDelta::seconds(29 * apart as i64));
                deed.started = Time::Empty;
                deed.who = who;
            }
        }
        21 => {
            deeds[at].says = chance.one_of(&[Says::Yes, Says::No, Says::Refused, Says::Nothing]);
        }
        22 => with_applicant(chance, deeds, at, moved),
        23 => {
            let no = 1 + chance.below(8) as u32;
            deeds[at].step = no;
        }
        // A row without any time.
        _ => (deeds[at].started, deeds[at].ended) = (Time::Empty, Time::Empty),
    }
}

/// A step in two parts, one for each application or for each recipient; now and then in
/// three.
fn parts(chance: &mut Chance, deeds: &mut Vec<Deed>, at: usize, moved: impl Fn(Time) -> Time) {
    let by_recipient = chance.percent(40);
    let names: [&'static str; 3] = match by_recipient {
        true => ["Budi Santoso", "Citra Ayu", "Dimas Putra"],
        false => ["SIMPEG", "SIPKA", "SIMPEL"],
    };
    let named = |deed: &mut Deed, name: &'static str| match by_recipient {
        true => deed.recipient = name,
        false => deed.application = name,
    };
    named(&mut deeds[at], names[0]);
    if chance.percent(20) {
        let mut third = deeds[at].clone();
        named(&mut third, names[2]);
        third.ended = moved(third.ended);
        deeds.insert(at + 1, third);
    }
    let mut part = deeds[at].clone();
    named(&mut part, names[1]);
    part.started = if chance.percent(70) { moved(part.started) } else { Time::Empty };
    part.ended = moved(part.ended);
    if part.step == 3 && chance.percent(40) {
        part.says = chance.one_of(&[Says::Yes, Says::No]);
    }
    deeds.insert(at + chance.below(2) as usize, part);
}

/// The minutes, signed by the applicant too, or by the applicant alone.
fn with_applicant(
    chance: &mut Chance,
    deeds: &mut Vec<Deed>,
    at: usize,
    moved: impl Fn(Time) -> Time,
) {
    deeds[at].step = 6;
    let who = chance.one_of(&[Person::Pemohon, Person::TanpaNama]);
    if chance.percent(40) {
        deeds[at].who = who;
        return;
    }
    let mut row = deeds[at].clone();
    row.who = who;
    row.ended = moved(row.ended);
    row.started = if chance.percent(50) { moved(row.started) } else { Time::Empty };
    deeds.insert(at + chance.below(2) as usize, row);
}

trait LastYear {
    fn with_time_of_2023(self) -> Self;
}

impl LastYear for NaiveDateTime {
    /// The slip of January: the year before the first of the calendar.
    fn with_time_of_2023(self) -> Self {
        let day = chrono::Datelike::with_year(&self, 2023);
        day.unwrap_or_else(|| self - TimeDelta::days(1500))
    }
}
