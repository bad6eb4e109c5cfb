//! `tertib kalender` as text: a grid for each month, with its hours and its days off.

use std::io::{self, Write};

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use super::paint::{Paint, plain, wrapped};
use crate::desk::{CalendarDay, CalendarMonth, CalendarYear, Off, wording};

const COLUMNS: usize = 96;
const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Writes the months, the sources of their days, and what the year comes to.
pub(super) fn write(told: &CalendarYear, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", paint.strong(&format!("Kalender kerja {} ({})", told.year, told.zone)))?;
    writeln!(
        out,
        "Tanda: * libur, r jam Ramadan, + hari atau jam khusus, ? masih perkiraan, - tanpa jam kerja"
    )?;
    let mut sources = Sources::default();
    for month in told.months() {
        self::month(&month, &mut sources, paint, out)?;
    }
    sources.write(paint, out)?;
    if told.is_whole() { summary(told, paint, out) } else { Ok(()) }
}

fn month(
    month: &CalendarMonth<'_>,
    sources: &mut Sources,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let title = format!("{} {}", wording::month(month.month), month.year);
    writeln!(
        out,
        "\n{}: {} hari kerja, {}",
        paint.strong(&title),
        month.working_days(),
        wording::duration(month.working_seconds())
    )?;
    grid(month, out)?;
    hours(month, sources, out)?;
    for one in &month.days {
        if let Some(Off::DayOff(off)) = one.day.off() {
            let kind = off.kind.name();
            let expected = if one.estimate || off.is_estimate() { ", perkiraan" } else { "" };
            let source = sources.number(&off.source);
            let text = format!("{} ({kind}{expected}) [{source}]", off.name);
            day_line(one.day.date, &text, out)?;
        } else if let Some(why) = one.day.hours_source().filter(|_| one.day.is_singled_out()) {
            day_line(one.day.date, &format!("{}: {why}", spans(one)), out)?;
        }
    }
    Ok(())
}

fn grid(month: &CalendarMonth<'_>, out: &mut dyn Write) -> io::Result<()> {
    let heads = WEEK
        .map(|day| format!("{:>4}  ", wording::weekday(day).chars().take(3).collect::<String>()));
    writeln!(out, "{}", heads.concat().trim_end())?;
    let mut line = String::new();
    for one in &month.days {
        let date = one.day.date;
        if line.is_empty() {
            let before = usize::try_from(date.weekday().num_days_from_monday()).unwrap_or(0);
            line = "      ".repeat(before);
        }
        line.push_str(&format!("{:>4}{:<2}", date.day(), marks(one)));
        if date.weekday() == Weekday::Sun {
            writeln!(out, "{}", line.trim_end())?;
            line.clear();
        }
    }
    if line.is_empty() { Ok(()) } else { writeln!(out, "{}", line.trim_end()) }
}

/// At most two signs: what the day is, and whether that is only expected.
fn marks(one: &CalendarDay<'_>) -> String {
    let kind = match one.day.off() {
        Some(Off::DayOff(_)) => "*",
        Some(Off::Weekend) => "-",
        None if one.day.is_singled_out() => "+",
        None if one.day.ramadan().is_some() => "r",
        None => "",
    };
    format!("{kind}{}", if one.estimate { "?" } else { "" })
}

/// The hours of the month by weekday, each kind once, in the order of its first day.
fn hours(month: &CalendarMonth<'_>, sources: &mut Sources, out: &mut dyn Write) -> io::Result<()> {
    let mut kinds: Vec<(String, &str, Vec<&CalendarDay<'_>>)> = Vec::new();
    for one in &month.days {
        let usual = one.day.hours_source().filter(|_| !one.day.is_singled_out());
        let Some(source) = usual else { continue };
        let told = spans(one);
        match kinds.iter_mut().find(|(known, from, _)| *known == told && *from == source) {
            Some((_, _, days)) => days.push(one),
            None => kinds.push((told, source, vec![one])),
        }
    }
    let weekdays_of = |days: &[&CalendarDay<'_>]| -> Vec<Weekday> {
        let is_of = |weekday: &Weekday| days.iter().any(|one| one.day.date.weekday() == *weekday);
        WEEK.into_iter().filter(is_of).collect()
    };
    let all: Vec<Vec<Weekday>> = kinds.iter().map(|(_, _, days)| weekdays_of(days)).collect();
    for (told, source, days) in kinds {
        let weekdays = weekdays_of(&days);
        let shared =
            |weekday: &Weekday| all.iter().filter(|kind| kind.contains(weekday)).count() > 1;
        let dates = match (days.first(), days.last()) {
            (Some(first), Some(last)) if weekdays.iter().any(shared) => {
                format!(" (tanggal {} s.d. {})", first.day.date.day(), last.day.date.day())
            }
            _ => String::new(),
        };
        let weekdays: Vec<&str> = weekdays.into_iter().map(wording::weekday).collect();
        let ramadan = days.first().and_then(|one| one.day.ramadan());
        let season = ramadan.map_or_else(String::new, |ramadan| {
            let expected = if ramadan.estimate { ", perkiraan" } else { "" };
            let number = sources.number(&ramadan.source);
            format!(" (Ramadan {} H{expected}) [{number}]", ramadan.hijri_year)
        });
        let source = sources.number(source);
        let text = format!("jam {}{dates}: {told}{season} [{source}]", listed(&weekdays));
        for (at, line) in wrapped(&plain(&text), COLUMNS - 4).iter().enumerate() {
            writeln!(out, "{}{line}", if at == 0 { "  " } else { "    " })?;
        }
    }
    Ok(())
}

/// "Senin, Selasa, dan Rabu"
fn listed(names: &[&str]) -> String {
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, [first])) => format!("{first} dan {last}"),
        Some((last, rest)) => format!("{}, dan {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// "07.30–12.00, 13.00–16.00"; with flexible hours "…, lentur: mulai paling lambat 09.00".
fn spans(one: &CalendarDay<'_>) -> String {
    let span =
        |from: NaiveTime, to: NaiveTime| format!("{}–{}", wording::time(from), wording::time(to));
    let worked: Vec<String> =
        one.day.working().iter().map(|part| span(part.from, part.to)).collect();
    let flexible = one.day.latest_start().map_or_else(String::new, |latest| {
        format!(", lentur: mulai paling lambat {}", wording::time(latest))
    });
    format!("{}{flexible}", worked.join(", "))
}

fn day_line(date: NaiveDate, text: &str, out: &mut dyn Write) -> io::Result<()> {
    let label = format!("{:>4} {:<6}", date.day(), wording::weekday(date.weekday()));
    for (at, line) in wrapped(&plain(text), COLUMNS - 13).iter().enumerate() {
        let label = if at == 0 { label.as_str() } else { "           " };
        writeln!(out, "{label}  {line}")?;
    }
    Ok(())
}

fn summary(told: &CalendarYear, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{}", paint.strong(&format!("Jumlah {}", told.year)))?;
    let (mut days, mut seconds) = (0, 0);
    for month in told.months() {
        days += month.working_days();
        seconds += month.working_seconds();
        let name = wording::month(month.month);
        let hours = wording::duration(month.working_seconds());
        writeln!(out, "  {name:<10}{:>4} hari kerja  {hours:>20}", month.working_days())?;
    }
    writeln!(out, "  {:<10}{days:>4} hari kerja  {:>20}", "setahun", wording::duration(seconds))
}

/// The sources in the order in which they are first named; each is told once.
#[derive(Default)]
struct Sources(Vec<String>);

impl Sources {
    fn number(&mut self, source: &str) -> usize {
        match self.0.iter().position(|known| known == source) {
            Some(at) => at + 1,
            None => {
                self.0.push(source.to_owned());
                self.0.len()
            }
        }
    }

    fn write(&self, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "\n{}", paint.strong("Sumber"))?;
        for (at, source) in self.0.iter().enumerate() {
            let label = format!("[{}]", at + 1);
            for (line, text) in wrapped(&plain(source), COLUMNS - 8).iter().enumerate() {
                writeln!(out, "  {:<5} {text}", if line == 0 { label.as_str() } else { "" })?;
            }
        }
        Ok(())
    }
}
