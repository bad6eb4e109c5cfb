//! The requests and steps that the report names one by one: what was late and why,
//! what cannot be judged, what runs, and what stands outside the figures.

use chrono::NaiveDate;

use super::calendar_month::Month;
use super::executor::Executors;
use super::stay::{Course, Outcome};
use crate::check::{Entry, Judged, Rules, Status, Unjudged};
use crate::diagnostic::{Code, Diagnostic};
use crate::records::{Case, Moment, RequestField, RequestKind, SignOffField, Text};

/// A signed step that took longer than its target (*terlambat*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateStep {
    pub number: Text,
    pub round: u32,
    pub step: u32,
    pub executor: Option<String>,
    pub ended: Option<Moment>,
    /// The time that it took; where only a part of it is sure, at least this much.
    pub took: i64,
    pub at_least: bool,
    pub target: i64,
    /// What the sign-offs say of it: *kendala*, else *keterangan*.
    pub reason: Option<String>,
}

/// A signed step whose time cannot be judged (*tidak dapat dinilai*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnjudgedStep {
    pub number: Text,
    pub round: u32,
    pub step: u32,
    pub executor: Option<String>,
    pub ended: Option<Moment>,
    pub why: Option<Unjudged>,
}

/// A request that was in hand at the end (*berjalan*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunningRequest {
    pub number: Text,
    pub received: Option<NaiveDate>,
    pub unit: Option<Text>,
    /// Its data give no usable sign-off.
    pub to_mend: bool,
    pub round: u32,
    pub next_step: Option<u32>,
    pub since: Option<Moment>,
    /// The next step is planned for a moment that is still to come.
    pub planned: bool,
    /// Working seconds since then.
    pub waits: Option<i64>,
    /// It waits longer than the office allows (W06).
    pub overdue: bool,
    /// Steps of it that took too long already.
    pub late_steps: usize,
}

/// A request that waited on its applicant at the end (*dikembalikan*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnedRequest {
    pub number: Text,
    pub received: Option<NaiveDate>,
    pub returned: NaiveDate,
    pub unit: Option<Text>,
    /// What the decision gives as *alasan*, else *keterangan*.
    pub reason: Option<String>,
}

/// A request of a kind that the SOP does not cover (*di luar SOP*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideRequest {
    pub number: Text,
    pub kind: RequestKind,
    pub received: Option<NaiveDate>,
    pub status: Status,
}

/// Why a request is named beside the balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// No date tells when it was received.
    Undated,
    /// It had left the office in an earlier month and was then cancelled.
    CancelledAway(NaiveDate),
}

pub fn late(finished: &[&Judged], executors: &Executors) -> Vec<LateStep> {
    let mut late = Vec::new();
    for judged in finished {
        for entry in judged.history.entries.iter().filter(|entry| entry.on_time == Some(false)) {
            let shortest = entry.span.map_or(entry.target, |span| span.shortest);
            late.push(LateStep {
                number: judged.case.number.clone(),
                round: entry.round,
                step: entry.step,
                executor: executors.shown(judged, entry).map(str::to_owned),
                ended: entry.ended,
                took: entry.worked().unwrap_or(shortest),
                at_least: entry.worked().is_none(),
                target: entry.target,
                reason: said(judged, entry, &[SignOffField::Kendala, SignOffField::Keterangan]),
            });
        }
    }
    // The longest excess first; equals stay in the order of their requests.
    late.sort_by_key(|step| std::cmp::Reverse(step.took - step.target));
    late
}

pub fn unjudged(finished: &[&Judged], executors: &Executors) -> Vec<UnjudgedStep> {
    let of = |judged: &Judged, entry: &Entry| UnjudgedStep {
        number: judged.case.number.clone(),
        round: entry.round,
        step: entry.step,
        executor: executors.shown(judged, entry).map(str::to_owned),
        ended: entry.ended,
        why: entry.unjudged,
    };
    let entries = |judged: &&Judged| {
        let listed = judged.history.listed();
        let unsure = listed.into_iter().filter(|entry| entry.on_time.is_none());
        unsure.map(|entry| of(judged, entry)).collect::<Vec<_>>()
    };
    finished.iter().flat_map(entries).collect()
}

pub fn running(
    judged: &Judged,
    course: &Course,
    findings: &[Diagnostic],
    rules: &Rules<'_>,
) -> RunningRequest {
    let Judged { case, history, .. } = judged;
    let since = history.waiting_since;
    let is_overdue = |told: &Diagnostic| {
        told.code == Some(Code::W06) && told.case.as_deref() == Some(&*case.number)
    };
    RunningRequest {
        number: case.number.clone(),
        received: course.received(),
        unit: unit(case),
        to_mend: history.status == Status::PerluPerbaikan,
        round: history.round,
        next_step: history.next_step,
        since,
        planned: since.is_some_and(|since| since.earliest() > rules.as_of),
        waits: since
            .filter(|since| since.has_hour() && since.latest() <= rules.as_of)
            .and_then(|since| rules.calendar.seconds_between(since.latest(), rules.as_of)),
        overdue: findings.iter().any(is_overdue),
        late_steps: history.entries.iter().filter(|entry| entry.on_time == Some(false)).count(),
    }
}

/// A request that was returned and has not come back; `None` for any other.
pub fn returned(judged: &Judged, course: &Course) -> Option<ReturnedRequest> {
    let Judged { case, history, .. } = judged;
    let (returned, outcome) = course.stays.last()?.left?;
    if outcome != Outcome::Dikembalikan || history.status != Status::Dikembalikan {
        return None;
    }
    let entry = history.returns.last().and_then(|back| history.entries.get(back.entry));
    let fields = [SignOffField::Alasan, SignOffField::Keterangan];
    Some(ReturnedRequest {
        number: case.number.clone(),
        received: course.received(),
        returned,
        unit: unit(case),
        reason: entry.and_then(|entry| said(judged, entry, &fields)),
    })
}

/// Requests outside the SOP that were received in the month, or were still running.
pub fn outside(judged: &Judged, course: Option<&Course>, month: Month) -> Option<OutsideRequest> {
    let Judged { case, history, .. } = judged;
    let named = course.is_none_or(|course| course.touches(month));
    (history.outside_sop && named).then(|| OutsideRequest {
        number: case.number.clone(),
        kind: history.kind,
        received: course.and_then(Course::received),
        status: history.status,
    })
}

/// What the sign-offs of an entry say in the first column that says anything, each
/// text once.
fn said(judged: &Judged, entry: &Entry, fields: &[SignOffField]) -> Option<String> {
    fields.iter().find_map(|field| {
        let mut texts: Vec<&str> = Vec::new();
        for text in entry.sign_offs(&judged.case).filter_map(|row| row.text_value(*field)) {
            if !texts.contains(&&**text) {
                texts.push(text);
            }
        }
        (!texts.is_empty()).then(|| texts.join("; "))
    })
}

fn unit(case: &Case) -> Option<Text> {
    case.rows.iter().find_map(|row| row.text_value(RequestField::UnitKerja)).cloned()
}
