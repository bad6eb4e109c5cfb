//! Section 4 of the contract read once more: what a step took, what it waited, and
//! whether that was in time.

use chrono::NaiveDateTime;

use super::course::{Course, Entry, Returned};
use super::days;
use super::story::{Story, Time};

pub const TARGETS: [i64; 8] = [900, 900, 1800, 1800, 10800, 900, 900, 900];
/// `batas_tunggu`: one working day.
pub const PATIENCE: i64 = 27_000;

/// The time of an entry.
#[derive(Debug, Clone, Copy, Default)]
pub struct Took {
    /// By the shortest reading.
    pub shortest: Option<i64>,
    /// By the longest; `None` also where nothing bounds it.
    pub longest: Option<i64>,
    /// To the second, where that is sure.
    pub exactly: Option<i64>,
    pub on_time: Option<bool>,
    /// Its times cannot be used: a kesalahan says so.
    pub unusable: bool,
}

pub fn target(step: u32) -> i64 {
    TARGETS[step as usize - 1]
}

/// The entry of the nearest lower step signed in the same round; of a repeated one the
/// last before this one.
pub fn before<'a>(story: &Story, course: &'a Course, at: usize) -> Option<&'a Entry> {
    let this = &course.entries[at].1;
    let lower = |(_, entry): &&(usize, Entry)| {
        entry.round == this.round && entry.step < this.step && entry.is_signed(story)
    };
    let nearest = course.entries.iter().filter(lower).map(|(_, entry)| entry.step).max()?;
    let same = |(_, (_, entry)): &(usize, &(usize, Entry))| {
        entry.round == this.round && entry.step == nearest && entry.is_signed(story)
    };
    let same: Vec<_> = course.entries.iter().enumerate().filter(same).collect();
    let earlier = same.iter().rev().find(|(index, _)| *index < at);
    earlier.or(same.first()).map(|(_, (_, entry))| entry)
}

/// Whether it is the first that was signed in its round.
pub fn is_first_of_round(story: &Story, course: &Course, at: usize) -> bool {
    let round = course.entries[at].1.round;
    let signed = |(_, entry): &&(usize, Entry)| entry.round == round && entry.is_signed(story);
    course.entries.iter().take(at).filter(signed).count() == 0
}

/// From when its wait is counted, if it waited at all.
pub fn waits_from(story: &Story, course: &Course, at: usize) -> Option<Time> {
    let entry = &course.entries[at].1;
    // A part of what began before the T waited for the step before it as ever.
    let began = course.entries[at].0;
    let follows = |t: &Returned| t.at < began && course.went_on(story, t) == Some(at);
    if course.returned.iter().any(follows) {
        return None;
    }
    if entry.step == 2 && entry.round == 1 && !story.reached_team.is_empty() {
        return Some(story.reached_team);
    }
    let ended = before(story, course, at)?.ended();
    (!ended.is_empty()).then_some(ended)
}

pub fn waited(story: &Story, course: &Course, at: usize) -> Option<i64> {
    match (waits_from(story, course, at)?, course.entries[at].1.started()) {
        (Time::At(since), Time::At(started)) => {
            let (least, most) = story.minutes_of_days(false).range(since, started, false)?;
            (least == most).then_some(least)
        }
        _ => None,
    }
}

pub fn took(story: &Story, course: &Course, at: usize) -> Took {
    took_by(story.minutes_of_days(false), story, course, at)
}

/// Whether the time of a step would be another if the days that are only expected were
/// ordinary ones.
pub fn rests_on_expected(story: &Story, course: &Course, at: usize) -> bool {
    let [expected, firm] =
        [false, true].map(|firm| took_by(story.minutes_of_days(firm), story, course, at));
    (expected.shortest, expected.longest) != (firm.shortest, firm.longest)
}

fn took_by(minutes: days::Minutes, story: &Story, course: &Course, at: usize) -> Took {
    let entry = &course.entries[at].1;
    if entry.rows.iter().any(|row| row.ended.is_empty()) {
        return Took { unusable: true, ..Took::default() };
    }
    // A row that only says when it was signed adds nothing to one with a start, unless
    // it is the last.
    let has_start = entry.rows.iter().any(|row| !row.started.is_empty());
    let counted: Vec<_> = entry
        .rows
        .iter()
        .filter(|row| !has_start || !row.started.is_empty() || row.ended == entry.ended())
        .collect();
    let known = |from: fn(Time) -> Option<NaiveDateTime>, to: fn(Time) -> Option<NaiveDateTime>| {
        let stretch = |row: &&&super::course::Seen| Some((from(row.started)?, to(row.ended)?));
        let stretches: Vec<_> = counted.iter().filter_map(|row| stretch(&row)).collect();
        minutes.union(&stretches)
    };
    let shortest = known(Time::latest, Time::earliest).map(|(least, _)| least);
    let lacks_start = counted.iter().any(|row| row.started.is_empty());
    let longest = if lacks_start {
        since_before(minutes, story, course, at, &counted).zip(shortest).map(|(a, b)| a.max(b))
    } else {
        known(Time::earliest, Time::latest).zip(shortest).map(|((_, most), b)| most.max(b))
    };
    let target = target(entry.step);
    let on_time = match (shortest, longest) {
        (_, Some(longest)) if longest <= target => Some(true),
        (Some(shortest), _) if shortest > target => Some(false),
        _ => None,
    };
    let hours = |time: Time| matches!(time, Time::At(_) | Time::Empty);
    let exact = counted.iter().all(|row| hours(row.started) && hours(row.ended));
    let exactly = if exact && shortest == longest { shortest } else { None };
    Took { shortest, longest, exactly, on_time, unusable: false }
}

/// The working time from the end of the step before to the end of this one; `None`
/// where there is no such step, or it did not end before.
fn since_before(
    minutes: days::Minutes,
    story: &Story,
    course: &Course,
    at: usize,
    counted: &[&super::course::Seen],
) -> Option<i64> {
    if is_first_of_round(story, course, at) {
        return None;
    }
    let since = before(story, course, at)?.ended().earliest()?;
    let without = counted.iter().filter(|row| row.started.is_empty());
    for row in without {
        row.ended.latest().filter(|ended| since <= *ended)?;
    }
    let starts = counted.iter().filter_map(|row| row.started.earliest());
    let from = starts.chain([since]).min()?;
    let to = counted.iter().filter_map(|row| row.ended.latest()).max()?;
    minutes.range(from, to, false).map(|(_, most)| most)
}
