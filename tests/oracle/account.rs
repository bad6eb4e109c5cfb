//! What is said of a request, by whomever: the form in which the two are compared.

use tertib::check::Judged;
use tertib::records::{Decision, Moment};

use super::story::{NUMBER, Says, Time};
use crate::office::Checked;

/// A finding: its code, and the round and the step that it is about.
pub type Found = (&'static str, Option<u32>, Option<u32>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub status: &'static str,
    pub round: u32,
    pub kept: Option<bool>,
    pub on_time: Option<bool>,
    pub seconds: Option<i64>,
    /// By round, step, end.
    pub steps: Vec<Signed>,
    /// Sorted.
    pub found: Vec<Found>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    pub round: u32,
    pub step: u32,
    pub started: Time,
    pub ended: Time,
    pub actor: String,
    pub says: Says,
    pub seconds: Option<i64>,
    pub target: i64,
    pub waited: Option<i64>,
    pub on_time: Option<bool>,
}

/// The account that the program gives.
pub fn of_program(checked: &Checked) -> Account {
    let told = checked.told.iter().map(|told| {
        let code = told.code.map_or("-", |code| code.name());
        (code, told.round, told.step)
    });
    of_judged(checked.judged(NUMBER), told.collect())
}

/// The same, of a judged request and what was found.
pub fn of_judged(judged: &Judged, found: Vec<Found>) -> Account {
    let Judged { case, history, .. } = judged;
    let time = |moment: Option<Moment>| match moment {
        None => Time::Empty,
        Some(Moment::Day(day)) => Time::Day(day),
        Some(Moment::At(at)) => Time::At(at),
    };
    let steps = history.listed().into_iter().map(|entry| Signed {
        round: entry.round,
        step: entry.step,
        started: time(entry.started),
        ended: time(entry.ended),
        actor: entry.actor(case).map_or("", |name| &**name).to_owned(),
        says: match entry.decision {
            None => Says::Nothing,
            Some(Decision::Ya) => Says::Yes,
            Some(Decision::Tidak) => Says::No,
            Some(Decision::Ditolak) => Says::Refused,
        },
        seconds: entry.worked(),
        target: entry.target,
        waited: entry.waited,
        on_time: entry.on_time,
    });
    Account {
        status: history.status.key(),
        round: history.round,
        kept: history.verdict.kept,
        on_time: history.verdict.on_time,
        seconds: history.worked,
        steps: steps.collect(),
        found: compared(found),
    }
}

/// Of P05 it is compared whether it was found at all: where three or more signatures
/// stand within a minute, how they are grouped is no verdict.
pub fn compared(mut found: Vec<Found>) -> Vec<Found> {
    for one in &mut found {
        if one.0 == "P05" {
            *one = ("P05", None, None);
        }
    }
    found.sort_unstable();
    found.dedup_by(|a, b| a.0 == "P05" && a == b);
    found
}

/// Line by line what one says and the other does not.
pub fn apart(program: &Account, judge: &Account) -> String {
    let lines = |account: &Account| {
        let Account { status, round, kept, on_time, seconds, steps, found } = account;
        let mut lines = vec![format!("{status} {round} {kept:?} {on_time:?} {seconds:?}")];
        lines.extend(steps.iter().map(|step| format!("{step:?}")));
        lines.extend(found.iter().map(|found| format!("{found:?}")));
        lines
    };
    let (one, other) = (lines(program), lines(judge));
    let only = |mine: &[String], theirs: &[String], who: &str| {
        let mine = mine.iter().filter(|line| !theirs.contains(line));
        mine.map(|line| format!("  {who}: {line}\n")).collect::<String>()
    };
    only(&one, &other, "program") + &only(&other, &one, "judge")
}
