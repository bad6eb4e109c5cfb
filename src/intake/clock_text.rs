//! The time in a text: "09.15 WIB", "pukul 9", "9:15:30", "2 siang".

use super::moment::{Clock, MomentFault};
use super::token::{Token, Tokens};
use crate::office::Zone;

const DAY: i64 = 86_400;

/// Takes a time from the front, where one stands there. An hour without minutes is
/// one only after "pukul" or "jam", before a zone or a part of the day, or where
/// nothing but a time is expected.
///
/// # Errors
/// A time that does not exist, or two of them.
pub(super) fn take(rest: &mut Tokens<'_>, expected: bool) -> Result<Option<Clock>, MomentFault> {
    let start = *rest;
    rest.sign(&[',', ';', '-', '/', '(']);
    let said = rest.word_of(&["pukul", "pkl", "jam", "t", "at"]);
    rest.sign(&[':']);
    let Some((hour, digits)) = rest.number() else {
        *rest = start;
        return if said { Err(MomentFault::NoSuchTime) } else { Ok(None) };
    };
    let minute = part(rest)?;
    let second = if minute.is_some() { part(rest)? } else { None };
    let fraction = second.is_some() && rest.sign(&['.', ',']).is_some();
    if fraction {
        rest.number();
    }
    let (hour, in_part) = part_of_day(rest, hour)?;
    let offset = zone(rest)?;
    if minute.is_none() && offset.is_none() && !(said || in_part || expected) {
        *rest = start;
        return Ok(None);
    }
    if digits > 2 {
        return Err(MomentFault::NoSuchTime);
    }
    if another(*rest) {
        return Err(MomentFault::TwoTimes);
    }
    let seconds = i64::from(hour) * 3600
        + i64::from(minute.unwrap_or(0)) * 60
        + i64::from(second.unwrap_or(0));
    if hour > 24 || seconds > DAY {
        return Err(MomentFault::NoSuchTime);
    }
    Ok(Some(Clock { seconds, offset, has_minutes: minute.is_some() }))
}

/// Minutes or seconds behind their sign. "9.1" is no time: a digit is missing.
fn part(rest: &mut Tokens<'_>) -> Result<Option<u32>, MomentFault> {
    let start = *rest;
    if rest.sign(&['.', ':']).is_none() {
        return Ok(None);
    }
    match rest.number() {
        Some((value, 2)) if value < 60 => Ok(Some(value)),
        Some(_) => Err(MomentFault::NoSuchTime),
        None => {
            *rest = start;
            Ok(None)
        }
    }
}

/// Pagi, siang, sore and malam (a.m., p.m.) turn a twelve-hour time into 24 hours;
/// whether one of them was there.
fn part_of_day(rest: &mut Tokens<'_>, hour: u32) -> Result<(u32, bool), MomentFault> {
    let later = |from: u32, to: u32| if (from..=to).contains(&hour) { hour + 12 } else { hour };
    let read = if rest.word_of(&["pagi", "dini"]) {
        hour
    } else if rest.word_of(&["siang"]) {
        later(1, 6)
    } else if rest.word_of(&["sore", "petang"]) {
        later(1, 7)
    } else if rest.word_of(&["malam"]) {
        if hour == 12 {
            return Err(MomentFault::NoSuchTime);
        }
        later(6, 11)
    } else if rest.word_of(&["am"]) {
        if hour == 12 { 0 } else { hour }
    } else if rest.word_of(&["pm"]) {
        later(1, 11)
    } else {
        return Ok((hour, false));
    };
    Ok((read, true))
}

/// Seconds east of UTC: of a zone's name, of "Z", or of "+07:00".
fn zone(rest: &mut Tokens<'_>) -> Result<Option<i32>, MomentFault> {
    rest.sign(&['(']);
    if let Some(Token::Word(word)) = rest.peek() {
        if let Some(zone) = Zone::parse(word) {
            rest.take();
            rest.sign(&[')']);
            return Ok(Some(zone.seconds()));
        }
        if word == "z" || word == "utc" {
            rest.take();
            return Ok(Some(0));
        }
    }
    if rest.sign(&['+']).is_none() {
        return Ok(None);
    }
    let (hours, minutes) = match rest.number() {
        Some((value, 4)) => (value / 100, value % 100),
        Some((value, 1 | 2)) => (value, part(rest)?.unwrap_or(0)),
        _ => return Err(MomentFault::NoSuchTime),
    };
    if hours > 14 || minutes > 59 {
        return Err(MomentFault::NoSuchTime);
    }
    Ok(i32::try_from(hours * 3600 + minutes * 60).ok())
}

/// "09.15-09.30", "09.15 s.d. 10.00": which of the two is meant cannot be told.
fn another(mut rest: Tokens<'_>) -> bool {
    if rest.sign(&['-', '/', '~']).is_none() {
        let until = rest.word_of(&["sd", "s", "sampai", "hingga", "dan"]);
        if !until {
            return false;
        }
        rest.sign(&['/', '.']);
        rest.word_of(&["d", "dengan"]);
        rest.sign(&['.']);
    }
    rest.word_of(&["pukul", "pkl", "jam"]);
    rest.number().is_some() || rest.word_of(&["selesai"])
}
