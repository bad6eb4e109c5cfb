//! `tertib hitung`: working time between two moments, and the moment a duration ends.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Choices, Refusal, folder};
use crate::calendar::{StretchKind, WorkingCalendar, duration, wording};
use crate::check::Interval;
use crate::check::{Part, Reading};
use crate::diagnostic::Diagnostic;
use crate::intake::moment;
use crate::office::Zone;
use crate::records::Moment;

/// What was asked, and what it comes to.
#[derive(Debug, Clone)]
pub struct Calculation {
    pub zone: Zone,
    pub answer: Answer,
    /// What may be doubted about how the dates were read.
    pub doubts: Vec<String>,
}

#[derive(Debug, Clone)]
pub enum Answer {
    /// Working time between two moments. A date without an hour stands for any moment
    /// of its day: then the two readings differ.
    Between { shortest: Part, longest: Part },
    /// The moment at which so many seconds of working time have passed.
    After { from: NaiveDateTime, seconds: i64, ends: NaiveDateTime, part: Part },
}

/// Takes `MULAI SELESAI` or `MULAI +DURASI` as words, so that a moment need not stand
/// in quotation marks: they are parted where both sides can be read.
///
/// # Errors
/// What cannot be read, or lies outside the calendar; or the office's files.
pub fn calculate(choices: &Choices, words: &[String]) -> Result<Calculation, Refusal> {
    let (calendar, zone, _) = folder::calendar_zone_and_moment(choices)?;
    let asked = Asked::read(words, zone)?;
    let outside = || vec![outside(&calendar)];
    let (answer, doubts) = match asked {
        Asked::Between(from, to) => {
            if from.moment.earliest() > to.moment.latest() {
                return Err(vec![contrary(from.moment, to.moment)]);
            }
            let surest = Interval {
                from: from.moment.latest(),
                to: to.moment.earliest().max(from.moment.latest()),
            };
            let widest = Interval { from: from.moment.earliest(), to: to.moment.latest() };
            let shortest = Part::of(&calendar, surest, Reading::Shortest).ok_or_else(outside)?;
            let longest = Part::of(&calendar, widest, Reading::Longest).ok_or_else(outside)?;
            (Answer::Between { shortest, longest }, [doubts(&from), doubts(&to)].concat())
        }
        Asked::After(from, seconds) => {
            let Moment::At(start) = from.moment else {
                return Err(vec![no_hour(from.moment.date())]);
            };
            let ends = calendar.after(start, seconds).ok_or_else(outside)?;
            let way = Interval { from: start, to: ends };
            let part = Part::lasting(&calendar, way, seconds, false).ok_or_else(outside)?;
            let mut doubts = doubts(&from);
            if part.stretches.iter().any(|stretch| stretch.kind == StretchKind::Flexible) {
                doubts.push("jam kerja lentur: dihitung untuk yang mulai paling awal".to_owned());
            }
            (Answer::After { from: start, seconds, ends, part }, doubts)
        }
    };
    Ok(Calculation { zone, answer, doubts })
}

enum Asked {
    Between(moment::MomentText, moment::MomentText),
    After(moment::MomentText, i64),
}

impl Asked {
    fn read(words: &[String], zone: Zone) -> Result<Asked, Refusal> {
        let all: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
        if let Some(plus) = all.iter().position(|word| word.starts_with('+')) {
            let (from, lasts) = all.split_at(plus);
            let from = read_moment(&from.join(" "), zone)?;
            let text = lasts.join(" ");
            let text = text.trim_start_matches('+').trim();
            let seconds = duration::parse(text).ok_or_else(|| vec![no_duration(text)])?;
            return Ok(Asked::After(from, seconds));
        }
        // As the words were given, where there are two of them.
        if let [from, to] = words {
            return Ok(Asked::Between(read_moment(from, zone)?, read_moment(to, zone)?));
        }
        let mut readings = (1..all.len()).filter_map(|at| {
            let (from, to) = all.split_at(at);
            let from = moment::parse(&from.join(" "), zone).ok()?;
            Some((from, moment::parse(&to.join(" "), zone).ok()?))
        });
        match (readings.next(), readings.next()) {
            (Some((from, to)), None) => Ok(Asked::Between(from, to)),
            _ => Err(vec![not_two(&all.join(" "))]),
        }
    }
}

fn read_moment(text: &str, zone: Zone) -> Result<moment::MomentText, Refusal> {
    moment::parse(text, zone).map_err(|fault| {
        let told = Diagnostic::error(format!("waktu \"{text}\" tidak dapat dibaca: {fault}"));
        vec![told.advice("tulis misalnya \"3/6/2024 09.15\" atau \"3 Juni 2024 pukul 09.15\"")]
    })
}

fn doubts(read: &moment::MomentText) -> Vec<String> {
    let date = read.moment.date();
    let exchanged = read.exchanged.map(|other| {
        format!(
            "tanggal dibaca {}, bukan {}: hari ditulis sebelum bulan",
            wording::date(date),
            wording::date(other)
        )
    });
    let weekday = read.weekday.map(|written| {
        format!("{} bukan hari {}", wording::day_and_date(date), wording::weekday(written))
    });
    exchanged.into_iter().chain(weekday).collect()
}

fn contrary(from: Moment, to: Moment) -> Diagnostic {
    let told = |moment: Moment| match moment {
        Moment::At(at) => wording::date_time(at),
        Moment::Day(day) => wording::day_and_date(day),
    };
    Diagnostic::error(format!("selesai ({}) lebih awal daripada mulai ({})", told(to), told(from)))
        .advice("tulis waktu mulai lebih dahulu, lalu waktu selesai")
}

fn no_hour(day: NaiveDate) -> Diagnostic {
    Diagnostic::error(format!("jam mulai pada {} tidak disebut", wording::date(day)))
        .advice("tulis tanggal beserta jamnya, misalnya \"3/6/2024 09.15\"")
}

fn no_duration(text: &str) -> Diagnostic {
    Diagnostic::error(format!("lama waktu \"{text}\" tidak dapat dibaca")).advice(
        "tulis sesudah tanda + misalnya \"90 menit\", \"2 jam 30 menit\", atau \"1 hari kerja\"",
    )
}

fn not_two(text: &str) -> Diagnostic {
    Diagnostic::error(format!("\"{text}\" tidak terbaca sebagai dua waktu")).advice(
        "apit setiap waktu dengan tanda petik: tertib hitung \"3/6/2024 09.15\" \"4/6/2024 10.00\"",
    )
}

/// The years of a calendar: "2024 s.d. 2027".
pub(super) fn years(calendar: &WorkingCalendar) -> String {
    let years: Vec<String> = calendar
        .years()
        .into_iter()
        .map(|years| match (years.start(), years.end()) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first} s.d. {last}"),
        })
        .collect();
    years.join(", ")
}

fn outside(calendar: &WorkingCalendar) -> Diagnostic {
    Diagnostic::error(format!(
        "hitungan ini menyentuh hari di luar kalender kerja, yang memuat tahun {}",
        years(calendar)
    ))
    .advice("tambahkan tahun itu pada kalender.toml di folder kantor, lalu hitung lagi")
}
