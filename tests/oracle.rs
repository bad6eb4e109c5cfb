//! The contract read twice: what the program says of a request is held against a slow
//! judge that shares no code with it, on a thousand requests that nobody thought up.
//!
//! The slow judge counts minutes that were marked by hand, and reads sections 2, 4 and
//! 5 of the contract from the top each time. Both are told the same story; they must
//! agree on every second, verdict and finding. A story on which they differ is made
//! smaller before it is shown.

#[path = "oracle/account.rs"]
mod account;
#[path = "oracle/chance.rs"]
mod chance;
#[path = "oracle/clock.rs"]
mod clock;
#[path = "oracle/course.rs"]
mod course;
#[path = "oracle/days.rs"]
mod days;
#[path = "oracle/judge.rs"]
mod judge;
#[path = "oracle/odd.rs"]
mod odd;
#[path = "oracle/sheets.rs"]
mod sheets;
#[path = "oracle/story.rs"]
mod story;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use account::{Account, of_program};
use story::{Story, tell};
use tertib::diagnostic::Code;

const STORIES: u64 = 1000;

#[test]
fn a_slow_judge_and_the_program_agree_on_every_second_and_verdict() {
    let unlike: Vec<u64> =
        (0..stories()).filter(|seed| differs(&chance::story(*seed)).is_some()).collect();
    let mut told = String::new();
    for seed in unlike.iter().take(5) {
        let smallest = smallest(chance::story(*seed));
        let (program, judge) = differs(&smallest).expect("the smallest still differs");
        let _ = writeln!(told, "story {seed}: {}", shown(&smallest));
        told.push_str(&account::apart(&program, &judge));
    }
    assert!(unlike.is_empty(), "{} of {}: {unlike:?}\n{told}", unlike.len(), stories());
}

/// What a thousand stories have to hold, each at least ten times: statuses, verdicts,
/// findings of the checks, and the odd cases of time.
const WANTED: [&str; 59] = [
    "selesai",
    "dalam_proses",
    "dikembalikan",
    "ditolak",
    "dibatalkan",
    "perlu_perbaikan",
    "kept None",
    "kept Some(false)",
    "kept Some(true)",
    "on time None",
    "on time Some(false)",
    "on time Some(true)",
    "step None",
    "step Some(false)",
    "step Some(true)",
    "round 1",
    "round 2",
    "round 3",
    "D12",
    "D17",
    "K01",
    "K02",
    "L01",
    "L02",
    "L03",
    "L04",
    "L05",
    "L06",
    "P01",
    "P02",
    "P03",
    "P04",
    "P05",
    "P06",
    "W01",
    "W02",
    "W03",
    "W04",
    "W05",
    "W06",
    "W07",
    "W08",
    "end before start",
    "no hour",
    "parts by application",
    "parts by recipient",
    "two actors",
    "counted by the clock",
    "in Ramadan",
    "over Idul Fitri",
    "over the turn of a year",
    "over a weekend",
    "to a moment in between",
    "in progress",
    "planned",
    "corrected letter",
    "flexible hours",
    "open by flexible hours",
    "outside the SOP",
];

#[test]
fn the_stories_reach_every_verdict_status_finding_and_odd_case() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..STORIES {
        let story = chance::story(seed);
        let account = judge::judge(&story);
        let mut count = |what: String| *seen.entry(what).or_default() += 1;
        count(account.status.to_owned());
        count(format!("kept {:?}", account.kept));
        count(format!("on time {:?}", account.on_time));
        count(format!("round {}", account.round.min(3)));
        account.steps.iter().for_each(|step| count(format!("step {:?}", step.on_time)));
        account.found.iter().for_each(|found| count(found.0.to_owned()));
        odd::cases(&story, &account).into_iter().for_each(|what| count(what.to_owned()));
    }
    println!("{seen:#?}");
    let scarce: Vec<_> =
        WANTED.iter().filter(|what| seen.get(**what).is_none_or(|count| *count < 10)).collect();
    assert!(scarce.is_empty(), "{scarce:?} of {seen:#?}");
    // Each code that the checks can find is wanted, but those that these stories cannot
    // tell: they are of one request, of one staff list, without a catalogue.
    let of_others = ["D07", "D08", "D10", "D16"];
    let of_reading = |code: &Code| {
        use Code as C;
        matches!(
            code,
            C::D01
                | C::D02
                | C::D03
                | C::D04
                | C::D05
                | C::D06
                | C::D09
                | C::D11
                | C::D13
                | C::D14
                | C::D15
                | C::D18
                | C::D19
        )
    };
    for code in Code::ALL.iter().filter(|code| !of_reading(code)) {
        let name = code.name();
        assert!(
            WANTED.contains(&name) || of_others.contains(&name) || name == "K03",
            "{name} is in no story"
        );
    }
}

/// More than a thousand where someone looks for what a thousand does not show.
fn stories() -> u64 {
    std::env::var("TERTIB_CERITA").ok().and_then(|text| text.parse().ok()).unwrap_or(STORIES)
}

fn differs(story: &Story) -> Option<(Account, Account)> {
    let (program, judge) = (of_program(&tell(story)), judge::judge(story));
    (program != judge).then_some((program, judge))
}

/// The story with as few rows as still make a difference.
fn smallest(mut story: Story) -> Story {
    let mut at = 0;
    while at < story.deeds.len() {
        let mut without = story.clone();
        without.deeds.remove(at);
        if differs(&without).is_some() {
            story = without;
            at = 0;
        } else {
            at += 1;
        }
    }
    story
}

fn shown(story: &Story) -> String {
    let Story { kind, applicant, written_on, letter, corrected, .. } = story;
    let mut text = format!(
        "{kind} {applicant:?} {written_on} {letter:?} {corrected:?}, tim {}, batal {}, per {}",
        story.reached_team.written(),
        story.cancelled.written(),
        story.as_of
    );
    for deed in &story.deeds {
        let _ = write!(
            text,
            "\n    {} {:?} {} – {} [{}] {:?} {} {}{} {}",
            deed.step,
            deed.who,
            deed.started.written(),
            deed.ended.written(),
            deed.planned.written(),
            deed.says,
            if deed.reason { "alasan" } else { "" },
            deed.application,
            deed.recipient,
            if deed.initialled { "" } else { "tanpa paraf" },
        );
    }
    text
}
