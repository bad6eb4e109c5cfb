//! `tertib status`: the requests that have not come to an end, the most urgent first.

use chrono::NaiveDateTime;

use super::{Choices, Examination, Refusal, check};
use crate::calendar::wording;
use crate::check::{History, Judged, Roster, Rules, Status};
use crate::office::Absence;
use crate::records::{Moment, RequestField, SignOffField, Text};

/// What has not come to an end, as of the moment of the run.
#[derive(Debug)]
pub struct Running {
    pub examination: Examination,
    /// The most urgent first: what is due earliest, then what has no due moment.
    pub waiting: Vec<Waiting>,
}

/// One request that runs, or waits on the applicant or on better data.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub number: Text,
    pub status: Status,
    pub outside_sop: bool,
    pub round: u32,
    pub applicant: Option<Text>,
    pub unit: Option<Text>,
    /// The step that comes next.
    pub next_step: Option<u32>,
    /// What that step is called.
    pub next_name: Option<String>,
    /// Whether that step was begun.
    pub begun: Option<Moment>,
    /// With whom it is: the one who began it or to whom it was assigned; else the
    /// names of the roles of the step.
    pub with: Vec<String>,
    /// Whether that person is away at the moment of the run (*tidak_di_kantor*).
    pub away: Option<Absence>,
    pub since: Option<Moment>,
    /// When the next step has to be signed so as not to be overdue.
    pub due: Option<NaiveDateTime>,
    /// Seconds of working time until then; negative where it has passed.
    pub left: Option<i64>,
}

impl Running {
    /// The same by where they stand, under the title of each group; within a group the
    /// most urgent first.
    pub fn groups(&self) -> [(&'static str, Vec<&Waiting>); 4] {
        let of = |status: Status| {
            let inside = self.waiting.iter().filter(|one| !one.outside_sop);
            inside.filter(|one| one.status == status).collect()
        };
        [
            ("Dalam proses", of(Status::DalamProses)),
            ("Menunggu pemohon, dikembalikan", of(Status::Dikembalikan)),
            ("Perlu perbaikan data", of(Status::PerluPerbaikan)),
            ("Di luar SOP ini", self.waiting.iter().filter(|one| one.outside_sop).collect()),
        ]
    }
}

impl Waiting {
    /// "langkah 5 (Tutorial), sedang dikerjakan, putaran 2"
    pub fn step_in_words(&self) -> Option<String> {
        let no = self.next_step?;
        let name = self.next_name.as_deref().unwrap_or_default();
        let begun = if self.begun.is_some() { ", sedang dikerjakan" } else { "" };
        let round =
            if self.round > 1 { format!(", putaran {}", self.round) } else { String::new() };
        Some(format!("langkah {no} ({name}){begun}{round}"))
    }

    /// "22 Jul 2024 10.00"; the day alone where the hour is not known.
    pub fn since_in_words(&self) -> Option<String> {
        self.since.map(|since| match since {
            Moment::At(at) => wording::short_date_time(at),
            Moment::Day(day) => wording::short_date(day),
        })
    }

    /// "sisa 3 jam 30 menit", or "lewat 47 jam 30 menit".
    pub fn left_in_words(&self) -> Option<String> {
        let left = self.left?;
        let word = if self.is_overdue() { "lewat" } else { "sisa" };
        Some(format!("{word} {}", wording::duration(left.saturating_abs())))
    }

    /// With whom it is, and till when that person is away: "Bagus (cuti s.d. 2 Agu 2024)"
    pub fn with_in_words(&self) -> String {
        let away = self.away.as_ref().map_or_else(String::new, |away| {
            format!(" ({} s.d. {})", away.kind.name(), wording::short_date(away.until))
        });
        format!("{}{away}", self.with.join(" dan "))
    }

    pub fn is_overdue(&self) -> bool {
        self.left.is_some_and(|left| left < 0)
    }
}

/// Lists what runs.
///
/// # Errors
/// The office's own files cannot be used.
pub fn status(choices: &Choices) -> Result<Running, Refusal> {
    let examination = check(choices, &[])?;
    let rules = examination.folder.rules();
    let mut waiting: Vec<Waiting> = examination
        .cases
        .iter()
        .filter(|judged| !judged.history.is_closed())
        .map(|judged| waiting(judged, &rules.of(judged), &examination.roster))
        .collect();
    // The sort is stable: equals stay in the order of their numbers.
    waiting.sort_by_key(|one| (one.outside_sop, one.status, one.due.is_none(), one.due));
    Ok(Running { waiting, examination })
}

fn waiting(judged: &Judged, rules: &Rules<'_>, roster: &Roster) -> Waiting {
    let Judged { case, history, .. } = judged;
    let open = history.open.iter().rev().find(|open| Some(open.step) == history.next_step);
    let begun = open.and_then(|open| open.started);
    let due = due(history, begun, rules);
    let left = due.and_then(|due| left(due, rules));
    let with = with(judged, rules);
    let away = match &with {
        With::Person(name) => roster.absence_of(name, rules.as_of.date()).cloned(),
        With::Others(_) => None,
    };
    let text = |field| case.rows.iter().find_map(|row| row.text_value(field)).cloned();
    Waiting {
        number: case.number.clone(),
        status: history.status,
        outside_sop: history.outside_sop,
        round: history.round,
        applicant: text(RequestField::NamaPemohon),
        unit: text(RequestField::UnitKerja),
        next_step: history.next_step,
        next_name: history
            .next_step
            .and_then(|no| rules.sop.step(no))
            .map(|step| step.short_name().to_owned()),
        begun,
        with: match with {
            With::Person(name) => vec![name.to_string()],
            With::Others(names) => names,
        },
        away,
        since: history.waiting_since,
        due,
        left,
    }
}

/// A step that runs is due when its target has passed; one that waits, when
/// `batas_tunggu` and its target have passed since the last sign-off (W06). The
/// earlier of the two, and nothing for a request outside the SOP.
fn due(history: &History, begun: Option<Moment>, rules: &Rules<'_>) -> Option<NaiveDateTime> {
    if history.outside_sop {
        return None;
    }
    let target = rules.sop.step(history.next_step?)?.target_seconds;
    // A day without an hour is over when the day is.
    let after = |moment: Option<Moment>, seconds| rules.calendar.after(moment?.latest(), seconds);
    let runs = after(begun, target);
    let waits = after(history.waiting_since, rules.wait_limit.saturating_add(target));
    match (runs, waits) {
        (Some(runs), Some(waits)) => Some(runs.min(waits)),
        (runs, waits) => runs.or(waits),
    }
}

fn left(due: NaiveDateTime, rules: &Rules<'_>) -> Option<i64> {
    if rules.as_of <= due {
        rules.calendar.seconds_between(rules.as_of, due)
    } else {
        rules.calendar.seconds_between(due, rules.as_of).map(|seconds| -seconds)
    }
}

/// With whom a request is.
enum With {
    Person(Text),
    /// Roles, the applicant, or nobody.
    Others(Vec<String>),
}

fn with(judged: &Judged, rules: &Rules<'_>) -> With {
    let Judged { case, history, .. } = judged;
    if history.status == Status::Dikembalikan {
        return With::Others(vec!["pemohon".to_owned()]);
    }
    let Some(next) = history.next_step.and_then(|no| rules.sop.step(no)) else {
        return With::Others(Vec::new());
    };
    let open = history.open.iter().rev().find(|open| open.step == next.no);
    let opener = open
        .and_then(|open| case.sign_offs.get(open.row))
        .and_then(|row| row.actor.value())
        .cloned();
    let assigned = || {
        let row = case.sign_offs.iter().rev();
        let mut named = row.filter_map(|row| row.text_value(SignOffField::DitugaskanKepada));
        // Who was given the request does the steps of the team's members, not those of
        // the one who gave it.
        let giver = history.entries.iter().find(|entry| {
            entry
                .sign_offs(case)
                .any(|row| row.text_value(SignOffField::DitugaskanKepada).is_some())
        });
        let giver_roles = giver.and_then(|entry| rules.sop.step(entry.step));
        let same_roles = giver_roles.is_some_and(|step| step.actors == next.actors);
        if same_roles || !next.of_team(rules.sop) { None } else { named.next().cloned() }
    };
    let roles =
        || next.actors.iter().map(|id| rules.sop.role_name(id).to_owned()).collect::<Vec<_>>();
    opener.or_else(assigned).map_or_else(|| With::Others(roles()), With::Person)
}
