//! Section 5 of the contract read once more: findings, status and the two verdicts.

use chrono::NaiveDateTime;

use super::account::{Account, Found, Signed, compared};
use super::clock::{self, PATIENCE, Took};
use super::course::{Course, DECIDES, Entry, OF_APPLICANT, SHARED, State, follow, is_applicant};
use super::days;
use super::story::{AWAY, Letter, Person, Says, Story, Time};

/// Findings that say that the SOP was not kept.
const NOT_KEPT: [&str; 9] = ["L01", "L02", "L03", "L04", "W01", "P01", "P02", "P04", "K01"];

pub fn judge(story: &Story) -> Account {
    let course = follow(story);
    let signed: Vec<usize> =
        (0..course.entries.len()).filter(|at| course.entries[*at].1.is_signed(story)).collect();
    let took: Vec<Took> =
        (0..course.entries.len()).map(|at| clock::took(story, &course, at)).collect();
    let covered = story.kind.is_empty();
    let status = status(story, &course, &signed);
    let mut found = of_data(story, &course);
    if covered {
        for at in &signed {
            of_step(story, &course, *at, &took[*at], &mut found);
        }
        for at in course.standing().filter_map(|t| course.went_on(story, t)) {
            let entry = &course.entries[at].1;
            found.push(("L04", Some(entry.round), Some(entry.step)));
        }
        skipped(story, &course, &signed, &mut found);
        of_request(story, &course, &signed, status, &took, &mut found);
    }
    let has = |code: &str| found.iter().any(|found| found.0 == code);
    let flawed = story.deeds.iter().any(|deed| is_flawed(deed.started, deed.ended, deed.planned))
        || has("D17");
    let ended = matches!(status, "selesai" | "ditolak" | "dibatalkan" | "dikembalikan");
    let kept = if NOT_KEPT.iter().any(|code| has(code)) {
        Some(false)
    } else if ended && !flawed && !has("W07") && !has("L05") {
        Some(true)
    } else {
        None
    };
    let judged = signed.iter().all(|at| took[*at].on_time == Some(true));
    let on_time = if has("W01") {
        Some(false)
    } else if status == "selesai" && judged {
        Some(true)
    } else {
        None
    };
    let mut steps: Vec<(usize, Signed)> = signed
        .iter()
        .map(|at| {
            let entry = &course.entries[*at].1;
            let signed = Signed {
                round: entry.round,
                step: entry.step,
                started: entry.started(),
                ended: entry.ended(),
                actor: entry.actor(story).to_owned(),
                says: entry.says,
                seconds: took[*at].exactly,
                target: clock::target(entry.step),
                waited: clock::waited(story, &course, *at),
                on_time: took[*at].on_time.filter(|_| covered),
            };
            (*at, signed)
        })
        .collect();
    steps.sort_by_key(|(at, signed)| (signed.round, signed.step, *at));
    Account {
        status,
        round: course.round,
        kept: kept.filter(|_| covered),
        on_time: on_time.filter(|_| covered),
        seconds: signed.iter().map(|at| took[*at].exactly).sum(),
        steps: steps.into_iter().map(|(_, signed)| signed).collect(),
        found: compared(found),
    }
}

/// A kesalahan of a row: a cell that cannot be read, no end at all, an end before its
/// start.
fn is_flawed(started: Time, ended: Time, planned: Time) -> bool {
    let nothing = started.is_empty() && ended.is_empty() && planned.is_empty();
    let contrary = matches!(
        (started.earliest(), ended.latest()),
        (Some(from), Some(to)) if from > to
    );
    nothing || contrary || [started, ended, planned].contains(&Time::Unreadable)
}

fn status(story: &Story, course: &Course, signed: &[usize]) -> &'static str {
    if story.cancelled.earliest().is_some_and(|at| at <= story.as_of) {
        return "dibatalkan";
    }
    let mut entries = signed.iter().map(|at| &course.entries[*at].1);
    if !signed.is_empty() && entries.clone().all(|entry| entry.ended().is_empty()) {
        return "perlu_perbaikan";
    }
    if course.standing().any(|t| t.refused) {
        return "ditolak";
    }
    if entries.any(|entry| entry.round == course.round && entry.step == 8) {
        return "selesai";
    }
    let waits = |t: &super::course::Returned| course.went_on(story, t).is_none();
    if course.standing().any(|t| t.round == course.round && waits(t)) {
        return "dikembalikan";
    }
    "dalam_proses"
}

fn of_data(story: &Story, course: &Course) -> Vec<Found> {
    let mut found = Vec::new();
    for seen in &course.seen {
        let step = Some(story.deeds[seen.row].step);
        if seen.later {
            found.push(("D12", None, step));
        }
        found.extend((0..seen.outside).map(|_| ("D17", None, step)));
    }
    found
}

fn of_step(story: &Story, course: &Course, at: usize, took: &Took, found: &mut Vec<Found>) {
    let entry = &course.entries[at].1;
    let mut tell = |code| found.push((code, Some(entry.round), Some(entry.step)));
    match took.on_time {
        Some(false) => tell("W01"),
        None if !took.unusable => tell("W07"),
        _ => {}
    }
    if took.on_time.is_some() && clock::rests_on_expected(story, course, at) {
        tell("W08");
    }
    let at_odd_hours = |row: &super::course::Seen| match row.ended {
        Time::At(ended) => !story.minutes_of_days(false).is_within_hours(ended),
        _ => false,
    };
    if entry.rows.iter().any(at_odd_hours) {
        tell("W03");
    }
    // A row that only says when it was signed lacks no start.
    let lacks = |row: &super::course::Seen| {
        row.started.is_empty()
            && !row.ended.is_empty()
            && (entry.started().is_empty() || row.ended == entry.ended())
    };
    if entry.rows.iter().any(lacks) {
        tell("W04");
    }
    let waited = clock::waits_from(story, course, at)
        .and_then(|since| least(story, since.latest()?, entry.started().earliest()?));
    if waited.is_some_and(|waited| waited > PATIENCE) {
        tell("W05");
    }
    let ended = clock::before(story, course, at).and_then(|before| before.ended().earliest());
    let started = entry.started().latest().or(entry.ended().latest());
    if matches!((started, ended), (Some(started), Some(ended)) if started < ended) {
        tell("L02");
    }
    let same = |(_, other): &&(usize, Entry)| {
        other.round == entry.round && other.step == entry.step && other.is_signed(story)
    };
    if course.entries.iter().take(at).filter(same).count() > 0 {
        tell("L03");
    }
    if entry.step == DECIDES {
        let reason = entry.rows.iter().any(|row| story.deeds[row.row].reason);
        match entry.says {
            Says::Nothing => tell("L05"),
            Says::Yes => {}
            Says::No | Says::Refused if reason => {}
            Says::No | Says::Refused => tell("L06"),
        }
    }
    if entry.rows.iter().any(|row| !story.deeds[row.row].initialled) {
        tell("P04");
    }
    let mut away: Vec<Person> = Vec::new();
    for row in &entry.rows {
        let deed = &story.deeds[row.row];
        if is_away(deed.who, deed.ended) && !away.contains(&deed.who) {
            away.push(deed.who);
            tell("P06");
        }
    }
    let mut told: Vec<Person> = Vec::new();
    for row in &entry.rows {
        let who = story.deeds[row.row].who;
        if !told.contains(&who)
            && let Some(code) = wrong_person(story, row.row)
        {
            told.push(who);
            tell(code);
        }
    }
}

/// The working seconds that have passed by the most favourable reading.
fn least(story: &Story, from: NaiveDateTime, to: NaiveDateTime) -> Option<i64> {
    story.minutes_of_days(false).range(from, to, false).map(|(least, _)| least)
}

/// Not in the office on that day, and not at work elsewhere.
fn is_away(who: Person, ended: Time) -> bool {
    let Some(day) = ended.day().map(|day| day.to_string()) else { return false };
    AWAY.iter().any(|(person, from, until, why)| {
        *person == who && *why != "WFA" && (*from..=*until).contains(&&*day)
    })
}

fn wrong_person(story: &Story, row: usize) -> Option<&'static str> {
    let deed = &story.deeds[row];
    let wanted = match deed.step {
        OF_APPLICANT => "pemohon",
        2 | 8 => "ketua_tim",
        _ => "anggota_tim",
    };
    if is_applicant(story, deed.who) {
        return (deed.step != OF_APPLICANT && deed.step != SHARED).then_some("P02");
    }
    if !deed.who.is_listed() {
        // Who sends the letter for the applicant's office is no one's staff.
        return (deed.step != OF_APPLICANT).then_some("P03");
    }
    match deed.ended.day().or(deed.started.day()) {
        Some(day) if deed.who.role(day) == Some(wanted) => None,
        None if wanted == "pemohon" => Some("P01"),
        // Without any day, each role that was ever held will do.
        None if deed.who == Person::Pindah || deed.who.role(days::first()) == Some(wanted) => None,
        _ => Some("P01"),
    }
}

/// L01: of the last round but the first only what comes after the step that opened it.
fn skipped(story: &Story, course: &Course, signed: &[usize], found: &mut Vec<Found>) {
    for round in 1..=course.round {
        let entries = signed.iter().map(|at| &course.entries[*at].1);
        let steps: Vec<u32> =
            entries.filter(|entry| entry.round == round).map(|entry| entry.step).collect();
        let (Some(opened), Some(highest)) = (steps.first(), steps.iter().max()) else { continue };
        let proven = round == 1 && story.letter == (Letter { number: true, date: true });
        let first = if round == 1 { 1 } else { opened + 1 };
        for step in first..*highest {
            let is_there = steps.contains(&step) || step == OF_APPLICANT && proven;
            if !is_there {
                found.push(("L01", Some(round), Some(step)));
            }
        }
    }
}

fn of_request(
    story: &Story,
    course: &Course,
    signed: &[usize],
    status: &str,
    took: &[Took],
    found: &mut Vec<Found>,
) {
    let letters = [(1, Some(&story.letter)), (2, story.corrected.as_ref().map(|(_, it)| it))];
    for (round, letter) in letters {
        if letter.is_some_and(|letter| !letter.number || !letter.date) {
            found.push(("K01", Some(round), Some(OF_APPLICANT)));
        }
    }
    if status == "selesai" && !story.minutes {
        found.push(("K02", Some(course.round), Some(SHARED)));
    }
    let sum: i64 = signed.iter().filter_map(|at| took[*at].shortest).sum();
    if sum > clock::TARGETS.iter().sum() {
        found.push(("W02", None, None));
    }
    if status == "dalam_proses" {
        found.extend(waits_too_long(story, course, signed));
    }
    if in_one_go(story, course, signed) {
        found.push(("P05", None, None));
    }
}

/// W06
fn waits_too_long(story: &Story, course: &Course, signed: &[usize]) -> Option<Found> {
    let of_round =
        || signed.iter().map(|at| &course.entries[*at].1).filter(|e| e.round == course.round);
    let (next, since) = match of_round().map(|entry| entry.step).max() {
        Some(highest) => {
            // The last in order, unless another surely ended later.
            let mut last: Option<&Entry> = None;
            for entry in of_round() {
                let later = last.is_some_and(|last| match (last.ended(), entry.ended()) {
                    (Time::At(one), Time::At(other)) => one > other,
                    (one, other) => one.day().zip(other.day()).is_some_and(|(a, b)| a > b),
                });
                if !later {
                    last = Some(entry);
                }
            }
            (highest + 1, last?.ended())
        }
        None if story.letter == (Letter { number: true, date: true }) => {
            let written = Time::Day(story.written_on);
            (2, if story.reached_team.is_empty() { written } else { story.reached_team })
        }
        None => return None,
    };
    let planned = course.seen.iter().filter(|seen| seen.state == State::Open);
    let planned = planned.map(|seen| &story.deeds[seen.row]).filter(|deed| deed.step == next);
    let planned = planned.filter_map(|deed| deed.planned.latest()).max();
    let since = since.latest()?;
    let since = planned.map_or(since, |planned| planned.max(since));
    let waits = least(story, since, story.as_of)?;
    let too_long = waits > PATIENCE + clock::target(next);
    too_long.then_some(("W06", Some(course.round), Some(next)))
}

/// P05: three sign-offs by one person within a minute; parts of one step that a person
/// signs together are one.
fn in_one_go(story: &Story, course: &Course, signed: &[usize]) -> bool {
    let mut ends: Vec<(Person, NaiveDateTime)> = Vec::new();
    for at in signed {
        let entry = &course.entries[*at].1;
        let mut seen: Vec<Person> = Vec::new();
        for row in &entry.rows {
            let deed = &story.deeds[row.row];
            if let Time::At(ended) = deed.ended
                && !entry.ended().is_empty()
                && !seen.contains(&deed.who)
            {
                seen.push(deed.who);
                ends.push((deed.who, ended));
            }
        }
    }
    ends.iter().any(|(who, first)| {
        let near = |(other, at): &&(Person, NaiveDateTime)| {
            other == who && (0..=60).contains(&at.signed_duration_since(*first).num_seconds())
        };
        ends.iter().filter(near).count() >= 3
    })
}
