//! One request as a trace: its events in the order of time.

use chrono::NaiveDateTime;

use super::EventLog;
use super::event::{Event, Outcome, Transition};
use crate::check::{Entry, Judged, Signature, Status, signatures};
use crate::records::{Moment, RequestField};

/// One request (*permohonan*) and its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace<'a> {
    pub number: &'a str,
    /// *Jenis*: baru, perubahan, pencabutan.
    pub kind: &'static str,
    pub status: Status,
    /// The number of its SOP, where there are several procedures or versions.
    pub sop: Option<&'a str>,
    pub outside_sop: bool,
    pub unit: Option<&'a str>,
    /// How many rounds it took.
    pub rounds: u32,
    pub kept: Option<bool>,
    pub on_time: Option<bool>,
    pub events: Vec<Event<'a>>,
}

impl<'a> Trace<'a> {
    pub(super) fn of(judged: &'a Judged, log: &EventLog<'a>) -> Self {
        let Judged { case, history, .. } = judged;
        let unit = case.rows.iter().find_map(|row| row.text_value(RequestField::UnitKerja));
        let versions = log.rules.versions;
        let log = &EventLog { rules: log.rules.of(judged), ..*log };
        Trace {
            number: &history.number,
            kind: history.kind.name(),
            status: history.status,
            sop: versions.are_several().then(|| &*versions.get(history.version).number),
            outside_sop: history.outside_sop,
            unit: unit.map(|unit| &**unit),
            rounds: history.round,
            kept: history.verdict.kept,
            on_time: history.verdict.on_time,
            events: events(judged, log),
        }
    }
}

fn events<'a>(judged: &'a Judged, log: &EventLog<'a>) -> Vec<Event<'a>> {
    let Judged { case, history, .. } = judged;
    let signatures = signatures(case, log.rules.sop, log.roster);
    let mut events = Vec::with_capacity(history.entries.len() * 2);
    for entry in &history.entries {
        let actor = entry.actor(case).map(|name| &**name);
        let signed = |row: &usize| case.sign_offs.get(*row).and_then(|row| row.actor.value());
        let mut others: Vec<&str> = Vec::new();
        for name in entry.rows.iter().filter_map(signed).map(|name| &**name) {
            if Some(name) != actor && !others.contains(&name) {
                others.push(name);
            }
        }
        let ended = Event {
            step: entry.step,
            activity: activity(log, entry.step),
            round: entry.round,
            transition: Transition::Complete,
            at: entry.ended,
            actor,
            others,
            outcome: Some(outcome(entry)),
            ..blank(log, signatures.get(entry.signer()))
        };
        if entry.started.is_some() {
            let (at, outcome) = (entry.started, None);
            let transition = Transition::Start;
            events.push(Event { transition, at, outcome, ..ended.clone() });
        }
        events.push(ended);
    }
    for open in history.open.iter().filter(|open| open.started.is_some()) {
        let row = case.sign_offs.get(open.row);
        events.push(Event {
            step: open.step,
            activity: activity(log, open.step),
            round: history.round,
            at: open.started,
            actor: row.and_then(|row| row.actor.value()).map(|name| &**name),
            ..blank(log, signatures.get(open.row))
        });
    }
    in_order(events)
}

fn activity<'a>(log: &EventLog<'a>, step: u32) -> &'a str {
    log.rules.sop.step(step).map_or("", |step| step.short_name())
}

/// An event of whom the signature tells, of which nothing else is known yet.
fn blank<'a>(log: &EventLog<'a>, signature: Option<&Signature>) -> Event<'a> {
    let role = signature.and_then(|signature| signature.role.as_deref());
    let nip = signature.and_then(|signature| signature.nip.as_ref()).filter(|_| log.with_nip);
    Event {
        step: 0,
        activity: "",
        round: 1,
        transition: Transition::Start,
        at: None,
        actor: None,
        role: role.and_then(|id| log.rules.sop.role(id)).map(|role| role.name.as_str()),
        nip: nip.map(ToString::to_string),
        others: Vec::new(),
        outcome: None,
    }
}

fn outcome(entry: &Entry) -> Outcome {
    let verdict = match (entry.on_time, entry.unjudged) {
        (Some(true), _) => Some("tepat waktu"),
        (Some(false), _) => Some("terlambat"),
        (None, Some(_)) => Some("tidak dapat dinilai"),
        (None, None) => None,
    };
    let Entry { target, waited, decision, .. } = *entry;
    let worked = entry.worked();
    Outcome { verdict, worked, target, waited, decision }
}

/// By time, as XES wants the events of a trace. A start without an hour stands at the
/// beginning of its day, an end at its close; what has no time stays behind the event
/// that was recorded before it.
fn in_order(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut last = NaiveDateTime::MIN;
    let mut placed: Vec<(NaiveDateTime, Event<'_>)> = Vec::with_capacity(events.len());
    for event in events {
        last = match (event.at, event.transition) {
            (Some(moment), Transition::Start) => Moment::earliest(moment),
            (Some(moment), Transition::Complete) => Moment::latest(moment),
            (None, _) => last,
        };
        placed.push((last, event));
    }
    // The sort is stable: what ends at a moment goes before what then begins.
    placed.sort_by_key(|(at, _)| *at);
    placed.into_iter().map(|(_, event)| event).collect()
}
