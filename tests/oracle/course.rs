//! Sections 2 and 5 of the contract read once more, slowly: what a row is at the moment
//! of the run, in which order rows are taken, and to which round and entry each belongs.

use super::story::{Deed, Person, Says, Story, Time};

/// The steps that the applicant does alone, and those shared with the team.
pub const OF_APPLICANT: u32 = 1;
pub const SHARED: u32 = 6;
pub const DECIDES: u32 = 3;
/// Where a T leads back to.
const BACK_TO: u32 = 1;

/// A row as of the moment of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub row: usize,
    pub state: State,
    /// Usable times; `Empty` where there is none.
    pub started: Time,
    pub ended: Time,
    pub later: bool,
    pub outside: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Signed,
    Open,
    NotYet,
}

/// One sign-off of a step: rows of several actors or parts are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub round: u32,
    pub step: u32,
    pub rows: Vec<Seen>,
    pub says: Says,
}

/// A T that stands: by which entry, and at which row in the order of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Returned {
    pub round: u32,
    pub entry: usize,
    pub at: usize,
    /// The row of a later decision of the round that took its place.
    pub until: Option<usize>,
    pub refused: bool,
}

pub struct Course {
    pub seen: Vec<Seen>,
    /// The signed rows as they are taken.
    order: Vec<usize>,
    /// With the place in the order of all rows that each entry began at.
    pub entries: Vec<(usize, Entry)>,
    /// Every T, whether or not it still stands.
    pub returned: Vec<Returned>,
    pub round: u32,
}

pub fn is_applicant(story: &Story, who: Person) -> bool {
    who == story.applicant || who == Person::TanpaNama
}

pub fn follow(story: &Story) -> Course {
    let seen: Vec<Seen> =
        story.deeds.iter().enumerate().map(|(row, deed)| see(story, row, deed)).collect();
    let signed: Vec<Seen> = seen.iter().copied().filter(|s| s.state == State::Signed).collect();
    let ordered = in_order(story, signed);
    let order = ordered.iter().map(|row| row.row).collect();
    let mut course = Course { seen, order, entries: Vec::new(), returned: Vec::new(), round: 1 };
    for (at, row) in ordered.into_iter().enumerate() {
        take(story, &mut course, at, row);
    }
    course
}

fn see(story: &Story, row: usize, deed: &Deed) -> Seen {
    let within = |time: Time| time.day().is_none_or(super::days::covers);
    let usable = |time: Time| match time {
        Time::Day(_) | Time::At(_) if within(time) => time,
        _ => Time::Empty,
    };
    let is_later = |time: Time| time.earliest().is_some_and(|at| at > story.as_of);
    let (started, ended) = (usable(deed.started), usable(deed.ended));
    let outside = usize::from(!within(deed.started)) + usize::from(!within(deed.ended));
    let is_open = deed.ended.is_empty() && !(deed.started.is_empty() && deed.planned.is_empty());
    let seen = Seen { row, state: State::Signed, started, ended, later: false, outside };
    let later = is_later(ended) || ended.is_empty() && is_later(started);
    if is_open || later {
        let started = if is_later(started) { Time::Empty } else { started };
        let nothing = started.is_empty() && deed.planned.is_empty();
        let state = if nothing { State::NotYet } else { State::Open };
        return Seen { state, started, ended: Time::Empty, later, ..seen };
    }
    match (started.earliest(), ended.latest()) {
        (Some(from), Some(to)) if from > to => {
            Seen { started: Time::Empty, ended: Time::Empty, ..seen }
        }
        _ => seen,
    }
}

/// The day and, where it has one, the hour that a row is ordered by.
fn key(story: &Story, seen: &Seen) -> Time {
    let raw = story.deeds[seen.row].ended;
    let told = raw.day().is_some_and(super::days::covers);
    [seen.ended, seen.started, if told { raw } else { Time::Empty }]
        .into_iter()
        .find(|time| !time.is_empty())
        .unwrap_or(Time::Empty)
}

/// By the end; ties, and days without an hour, by row: a row without an hour keeps its
/// place among the rows of its day, and one without a day goes with the row above it.
fn in_order(story: &Story, signed: Vec<Seen>) -> Vec<Seen> {
    let keys: Vec<Time> = signed.iter().map(|seen| key(story, seen)).collect();
    let mut days: Vec<_> = keys.iter().map(|key| key.day()).collect();
    for at in 1..days.len() {
        days[at] = days[at].or(days[at - 1]);
    }
    let first = days.iter().flatten().next().copied();
    let mut sorted: Vec<_> = days.iter().map(|day| day.or(first)).collect();
    let of_row = sorted.clone();
    sorted.sort();
    sorted.dedup();
    let mut ordered = Vec::new();
    for day in sorted {
        let rows: Vec<usize> = (0..signed.len()).filter(|at| of_row[*at] == day).collect();
        let hours = |at: &usize| matches!(keys[*at], Time::At(_));
        let mut timed: Vec<usize> = rows.iter().copied().filter(hours).collect();
        timed.sort_by_key(|at| (keys[*at].earliest(), *at));
        timed.reverse();
        for at in rows {
            let next = if hours(&at) { timed.pop().unwrap() } else { at };
            ordered.push(signed[next]);
        }
    }
    ordered
}

/// Two rows of one step that stand side by side.
fn side_by_side(story: &Story, one: &Seen, other: &Seen, step: u32) -> bool {
    let (one, other) = (&story.deeds[one.row], &story.deeds[other.row]);
    let actors = is_applicant(story, one.who) != is_applicant(story, other.who);
    let differ = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && a != b;
    (step == SHARED && actors)
        || differ(one.application, other.application)
        || differ(one.recipient, other.recipient)
}

fn take(story: &Story, course: &mut Course, at: usize, row: Seen) {
    let deed = &story.deeds[row.row];
    let latest = |course: &Course| {
        let entries = course.entries.iter().enumerate().rev();
        let mut entries =
            entries.filter(|(_, (_, e))| e.round == course.round && e.step == deed.step);
        let (at, (_, entry)) = entries.next()?;
        let beside = |held: &Seen| side_by_side(story, held, &row, deed.step);
        entry.rows.iter().all(beside).then_some(at)
    };
    let opens = course.standing().any(|t| {
        t.round == course.round
            && !t.refused
            && latest(course) != Some(t.entry)
            && (BACK_TO..=DECIDES).contains(&deed.step)
    });
    course.round += u32::from(opens);
    let entry = match latest(course) {
        Some(entry) => entry,
        None => {
            let round = course.round;
            let new = Entry { round, step: deed.step, rows: vec![], says: Says::Nothing };
            course.entries.push((at, new));
            course.entries.len() - 1
        }
    };
    course.entries[entry].1.rows.push(row);
    if deed.step != DECIDES || deed.says == Says::Nothing {
        return;
    }
    course.entries[entry].1.says = deed.says;
    if course.standing().any(|t| t.refused) {
        return;
    }
    // The last decision of the round decides.
    let round = course.round;
    for t in course.returned.iter_mut().filter(|t| t.round == round) {
        t.until = t.until.or(Some(at));
    }
    if deed.says != Says::Yes {
        let refused = deed.says == Says::Refused;
        course.returned.push(Returned { round, entry, at, until: None, refused });
    }
}

impl Course {
    /// Each T that no later decision of its round replaced.
    pub fn standing(&self) -> impl Iterator<Item = &Returned> {
        self.returned.iter().filter(|t| t.until.is_none())
    }

    /// Of which entry the first sign-off was that came after a T, and before another
    /// decision took its place, and opened no round.
    pub fn went_on(&self, story: &Story, t: &Returned) -> Option<usize> {
        let after = |at: &usize| t.at < *at && t.until.is_none_or(|until| *at < until);
        let mut first: Option<(usize, usize)> = None;
        for (index, (_, entry)) in self.entries.iter().enumerate() {
            if entry.round != t.round || index == t.entry {
                continue;
            }
            let signs = |row: &&Seen| entry.signs_by(story, row);
            let signed = entry.rows.iter().position(|row| signs(&row));
            let Some(signed) = signed else { continue };
            let sign_off = entry.rows.iter().skip(signed).map(|row| self.at(row)).find(after);
            if let Some(at) = sign_off
                && first.is_none_or(|(earliest, _)| at < earliest)
            {
                first = Some((at, index));
            }
        }
        first.map(|(_, index)| index)
    }

    /// The place of a row in the order of all.
    fn at(&self, row: &Seen) -> usize {
        self.order.iter().position(|taken| *taken == row.row).unwrap()
    }
}

impl Entry {
    /// The applicant's row alone does not sign off a step shared with the team.
    pub fn is_signed(&self, story: &Story) -> bool {
        self.rows.iter().any(|row| self.signs_by(story, row))
    }

    fn signs_by(&self, story: &Story, row: &Seen) -> bool {
        self.step != SHARED || !is_applicant(story, story.deeds[row.row].who)
    }

    pub fn started(&self) -> Time {
        let starts = self.rows.iter().map(|row| row.started).filter(|time| !time.is_empty());
        starts.min_by_key(|time| time.earliest()).unwrap_or(Time::Empty)
    }

    pub fn ended(&self) -> Time {
        let ends = self.rows.iter().map(|row| row.ended).filter(|time| !time.is_empty());
        let mut latest = Time::Empty;
        for end in ends {
            if latest.is_empty() || end.latest() > latest.latest() {
                latest = end;
            }
        }
        latest
    }

    pub fn actor(&self, story: &Story) -> &'static str {
        let who = |row: &Seen| story.deeds[row.row].who;
        let of_team = self.rows.iter().map(who).find(|who| !is_applicant(story, *who));
        let of_team = of_team.filter(|_| self.step != OF_APPLICANT);
        of_team.unwrap_or_else(|| who(&self.rows[0])).name()
    }
}
