//! The odd cases that a story holds, by what it says and not by what is judged.

use chrono::{Datelike, NaiveDateTime};

use super::account::Account;
use super::days;
use super::story::{Deed, Story, Time};

/// Each case that the story holds, once.
pub fn cases(story: &Story, account: &Account) -> Vec<&'static str> {
    let deed = |test: &dyn Fn(&Deed) -> bool| story.deeds.iter().any(test);
    let stretch = |test: &dyn Fn(NaiveDateTime, NaiveDateTime) -> bool| {
        story.deeds.iter().any(|deed| match (deed.started, deed.ended) {
            (Time::At(from), Time::At(to)) => from < to && test(from, to),
            _ => false,
        })
    };
    let between = |from: &str, to: &str, day: NaiveDateTime| {
        let day = day.date().to_string();
        from <= &*day && &*day <= to
    };
    let pair = |test: &dyn Fn(&Deed, &Deed) -> bool| {
        deed(&|one| story.deeds.iter().any(|other| one.step == other.step && test(one, other)))
    };
    let differ = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && a != b;
    let over = |day: &str| {
        let day: chrono::NaiveDate = day.parse().expect("a day");
        stretch(&move |from, to| from.date() < day && day < to.date())
    };
    let ends = || story.deeds.iter().filter_map(|deed| deed.ended.latest());
    let all = [
        (
            "end before start",
            deed(&|deed| {
                deed.started.earliest().zip(deed.ended.latest()).is_some_and(|(a, b)| a > b)
            }),
        ),
        ("no hour", deed(&|deed| matches!(deed.ended, Time::Day(_)))),
        ("parts by application", pair(&|a, b| differ(a.application, b.application))),
        ("parts by recipient", pair(&|a, b| differ(a.recipient, b.recipient))),
        ("two actors", pair(&|a, b| a.step == 6 && a.who != b.who)),
        (
            "counted by the clock",
            stretch(&|from, to| {
                from.date() == to.date() && days::worked(from, to).is_some_and(|worked| worked == 0)
            }),
        ),
        (
            "in Ramadan",
            stretch(&|from, _| {
                [("2024-03-12", "2024-04-09"), ("2025-03-01", "2025-03-30")]
                    .iter()
                    .chain(&[("2026-02-19", "2026-03-20"), ("2027-02-08", "2027-03-09")])
                    .any(|(first, last)| between(first, last, from))
            }),
        ),
        (
            "over Idul Fitri",
            ["2024-04-10", "2025-03-31", "2026-03-21", "2027-03-10"].map(over).contains(&true),
        ),
        ("over the turn of a year", stretch(&|from, to| from.year() < to.year())),
        ("over a weekend", stretch(&|from, to| (to.date() - from.date()).num_days() > 2)),
        (
            "to a moment in between",
            ends().any(|end| end <= story.as_of) && ends().any(|end| end > story.as_of),
        ),
        ("in progress", deed(&|deed| deed.ended.is_empty() && !deed.started.is_empty())),
        ("planned", deed(&|deed| !deed.planned.is_empty())),
        ("corrected letter", story.corrected.is_some() && account.round > 1),
        ("flexible hours", story.flexible),
        (
            "open by flexible hours",
            story.flexible
                && account.steps.iter().any(|step| {
                    let hours = [step.started, step.ended].map(|at| matches!(at, Time::At(_)));
                    hours == [true, true] && step.seconds.is_none()
                }),
        ),
        ("outside the SOP", !story.kind.is_empty()),
    ];
    all.into_iter().filter(|(_, holds)| *holds).map(|(what, _)| what).collect()
}
