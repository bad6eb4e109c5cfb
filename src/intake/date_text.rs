//! The date in a text: every order and spelling that staff use.

use chrono::{Datelike, NaiveDate, Weekday};

use super::moment::MomentFault;
use super::token::{Token, Tokens};
use crate::calendar::wording;

/// A date that was read and what may be doubted about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DateText {
    pub date: NaiveDate,
    pub exchanged: Option<NaiveDate>,
    pub weekday: Option<Weekday>,
}

/// Month names as they are written, old and English spellings included.
const MONTHS: [&[&str]; 12] = [
    &["januari", "jan", "january", "janauri"],
    &["februari", "feb", "pebruari", "peb", "february", "febuari", "pebuari"],
    &["maret", "mar", "mrt", "march"],
    &["april", "apr"],
    &["mei", "mey", "may"],
    &["juni", "jun", "june"],
    &["juli", "jul", "july"],
    &["agustus", "agu", "ags", "agt", "agust", "agus", "august", "aug"],
    &["september", "sep", "sept", "septemb"],
    &["oktober", "okt", "october", "oct"],
    &["november", "nov", "nop", "nopember", "novem"],
    &["desember", "des", "december", "dec"],
];

const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["senin", "sen", "monday", "mon"]),
    (Weekday::Tue, &["selasa", "sel", "tuesday", "tue"]),
    (Weekday::Wed, &["rabu", "rab", "wednesday", "wed"]),
    (Weekday::Thu, &["kamis", "kam", "thursday", "thu"]),
    (Weekday::Fri, &["jumat", "jum", "friday", "fri"]),
    (Weekday::Sat, &["sabtu", "sab", "saturday", "sat"]),
    (Weekday::Sun, &["minggu", "min", "ahad", "sunday", "sun"]),
];

const BETWEEN: &[char] = &['/', '-', '.', ',', '\\'];

/// Takes a date from the front.
pub(super) fn take(rest: &mut Tokens<'_>) -> Result<DateText, MomentFault> {
    rest.word_of(&["hari", "pada"]);
    rest.word_of(&["hari"]);
    let weekday = take_weekday(rest);
    rest.word_of(&["tanggal", "tgl", "tg"]);
    rest.sign(&[':']);
    let weekday = weekday.or_else(|| take_weekday(rest));
    let mut read = match rest.peek() {
        Some(Token::Number { .. }) => number_first(rest)?,
        Some(Token::Word(_)) => month_first(rest)?,
        _ => return Err(MomentFault::NoDate),
    };
    let weekday = weekday.or_else(|| take_weekday_behind(rest));
    read.weekday = weekday.filter(|weekday| *weekday != read.date.weekday());
    Ok(read)
}

fn take_weekday(rest: &mut Tokens<'_>) -> Option<Weekday> {
    let Some(Token::Word(word)) = rest.peek() else { return None };
    let known = WEEKDAYS.iter().find(|(_, names)| names.contains(&word.as_str()));
    // "Minggu ke-2" is no date; "min" and "mar" are told apart by the month's list.
    let (weekday, _) = known?;
    rest.take();
    rest.sign(&['.']);
    rest.sign(&[',', '/', '-']);
    Some(*weekday)
}

/// "24 Juli 2023 (Senin)".
fn take_weekday_behind(rest: &mut Tokens<'_>) -> Option<Weekday> {
    let mut behind = *rest;
    let bracketed = behind.sign(&['(', ',']) == Some('(');
    let weekday = take_weekday(&mut behind)?;
    if bracketed {
        behind.sign(&[')'])?;
    }
    *rest = behind;
    Some(weekday)
}

/// The month's number in Roman letters, as numbers of letters have it: "24/VII/2023".
fn roman_month(word: &str) -> Option<u32> {
    (1..=12).find(|month| wording::roman_month(*month).eq_ignore_ascii_case(word))
}

/// The month's number, from 1, that a word names.
pub(super) fn month_of(word: &str) -> Option<u32> {
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(month, _)| month)
}

fn number_first(rest: &mut Tokens<'_>) -> Result<DateText, MomentFault> {
    let Some((first, digits)) = rest.number() else { return Err(MomentFault::NoDate) };
    let sign = rest.sign(BETWEEN);
    if let Some(Token::Word(word)) = rest.peek() {
        let roman = || roman_month(word).filter(|_| sign.is_some());
        let Some(month) = month_of(word).or_else(roman) else { return Err(MomentFault::NoDate) };
        rest.take();
        rest.sign(BETWEEN);
        let Some(year) = take_year(rest) else { return Err(MomentFault::NoYear) };
        return Ok(plain(date(year?, month, first)?));
    }
    if sign.is_none() || sign == Some(',') {
        return Err(MomentFault::NoDate);
    }
    if digits == 4 {
        return year_first(first, rest);
    }
    if digits > 2 {
        return Err(MomentFault::NoDate);
    }
    let Some((month, month_digits)) = rest.number() else { return Err(MomentFault::NoDate) };
    // "09.15" is a time, "24/7" a day of no year.
    let timelike = sign == Some('.');
    match rest.sign(BETWEEN) {
        None if timelike => return Err(MomentFault::NoDate),
        None => return Err(MomentFault::NoYear),
        Some(_) if month_digits > 2 => return Err(MomentFault::NoDate),
        Some(second) if timelike && second != '.' => return Err(MomentFault::NoDate),
        Some(_) => {}
    }
    let Some(year) = take_year(rest) else { return Err(MomentFault::NoYear) };
    let year = year?;
    let read = date(year, month, first)?;
    let other = NaiveDate::from_ymd_opt(year, first, month).filter(|other| *other != read);
    Ok(DateText { exchanged: other, ..plain(read) })
}

fn year_first(year: u32, rest: &mut Tokens<'_>) -> Result<DateText, MomentFault> {
    let year = year_of(year, 4)?;
    let month = match rest.number() {
        Some((month, 1 | 2)) => month,
        _ => return Err(MomentFault::NoDate),
    };
    if rest.sign(BETWEEN).is_none() {
        return Err(MomentFault::NoDay);
    }
    match rest.number() {
        Some((day, 1 | 2)) => Ok(plain(date(year, month, day)?)),
        _ => Err(MomentFault::NoDay),
    }
}

/// "July 24, 2023": the month's name settles the order.
fn month_first(rest: &mut Tokens<'_>) -> Result<DateText, MomentFault> {
    let Some(month) = rest.word().and_then(month_of) else { return Err(MomentFault::NoDate) };
    rest.sign(BETWEEN);
    match rest.number() {
        Some((day, 1 | 2)) => {
            rest.sign(BETWEEN);
            match take_year(rest) {
                Some(year) => Ok(plain(date(year?, month, day)?)),
                None => Err(MomentFault::NoYear),
            }
        }
        _ => Err(MomentFault::NoDay),
    }
}

fn take_year(rest: &mut Tokens<'_>) -> Option<Result<i32, MomentFault>> {
    rest.word_of(&["tahun", "thn", "th"]);
    rest.number().map(|(year, digits)| year_of(year, digits))
}

/// Two digits are of this century; four are meant as they stand.
fn year_of(year: u32, digits: usize) -> Result<i32, MomentFault> {
    let year = match digits {
        2 => year + 2000,
        4 => year,
        _ => return Err(MomentFault::NoSuchYear),
    };
    i32::try_from(year).ok().filter(|year| *year >= 1900).ok_or(MomentFault::NoSuchYear)
}

fn date(year: i32, month: u32, day: u32) -> Result<NaiveDate, MomentFault> {
    if !(1..=12).contains(&month) {
        return Err(MomentFault::NoSuchMonth(month));
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| match (month, day) {
        (2, 29) => MomentFault::NoLeapDay { year },
        _ => MomentFault::NoSuchDay { month, last: last_day(year, month) },
    })
}

fn last_day(year: i32, month: u32) -> u32 {
    (28..=31).rev().find(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some()).unwrap_or(31)
}

fn plain(date: NaiveDate) -> DateText {
    DateText { date, exchanged: None, weekday: None }
}
