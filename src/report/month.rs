//! The figures of one month, all of them as data.
//!
//! The requests come judged as of the end of the month, or as of `--per` where that
//! is earlier; whatever happened later does not reach the report. Its faces only
//! lay out what stands here.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};

use super::balance::Balance;
use super::calendar_month::Month;
use super::executor::Executors;
use super::listed::{
    self, Aside, LateStep, OutsideRequest, ReturnedRequest, RunningRequest, UnjudgedStep,
};
use super::performance::{
    self, ExecutorFigures, GroupFigures, Overall, ProcedureFigures, StepFigures,
};
use super::recommendation::{self, Recommendation};
use super::row::{RequestLine, StepLine};
use super::signature::Formalities;
use super::stay::{self, Arrival, Course};
use super::step_names::StepNames;
use crate::check::{Judged, Rules};
use crate::diagnostic::{Code, Diagnostic};
use crate::office::Zone;
use crate::records::{RequestField, Text};

/// How many months before are told.
const MONTHS_BEFORE: usize = 5;

/// The report of one month (*laporan bulanan*).
#[derive(Debug, Clone)]
pub struct MonthReport {
    pub month: Month,
    /// The moment of which it speaks, in the office's zone.
    pub as_of: NaiveDateTime,
    pub zone: Zone,
    pub sop_name: String,
    pub sop_number: String,
    /// Sum of the targets of all steps, in seconds of working time; `None` where the
    /// finished requests were judged by several versions of the SOP.
    pub target: Option<i64>,
    pub balance: Balance,
    pub overall: Overall,
    pub steps: Vec<StepFigures>,
    /// Only where the finished requests are of several procedures.
    pub procedures: Vec<ProcedureFigures>,
    pub step_names: StepNames,
    pub applications: Vec<GroupFigures>,
    pub units: Vec<GroupFigures>,
    pub executors: Vec<ExecutorFigures>,
    pub late: Vec<LateStep>,
    pub unjudged: Vec<UnjudgedStep>,
    pub running: Vec<RunningRequest>,
    pub returned: Vec<ReturnedRequest>,
    pub outside: Vec<OutsideRequest>,
    pub aside: Vec<(Text, Aside)>,
    pub findings: Vec<CodeCount>,
    /// The months before, the earliest first; only those since the first request.
    pub before: Vec<MonthFigures>,
    pub recommendations: Vec<Recommendation>,
    pub formalities: Formalities,
    /// The rows behind the balance, and those behind the figures of the steps.
    pub requests: Vec<RequestLine>,
    pub signed: Vec<StepLine>,
}

/// What a month comes to beside the ones around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthFigures {
    pub month: Month,
    pub balance: Balance,
    pub overall: Overall,
}

/// How often a code was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeCount {
    pub code: Code,
    pub count: usize,
    /// In how many requests; findings about no request are in none.
    pub requests: usize,
}

/// A request of the SOP that has a date, and its course.
pub(super) struct Dated<'a> {
    pub judged: &'a Judged,
    pub course: Course,
}

/// Computes the report of a month.
///
/// `cases` and `findings` are those of a run whose moment is the end of the month, or
/// an earlier one.
pub fn month(
    cases: &[Judged],
    rules: &Rules<'_>,
    findings: &[Diagnostic],
    month: Month,
) -> MonthReport {
    let executors = Executors::of(cases, rules.office);
    let Sorted { dated, outside, aside } = sort_out(cases, rules, month);
    let finished = finished(&dated, month);
    let received: Vec<&Judged> = dated
        .iter()
        .filter(|one| one.course.received().is_some_and(|day| month.holds(day)))
        .map(|one| one.judged)
        .collect();
    let in_hand = || dated.iter().filter(|one| one.course.is_in_hand());
    let running =
        in_hand().map(|one| listed::running(one.judged, &one.course, findings, rules)).collect();
    let day = rules.as_of.date().min(month.last_day());
    let mut report = MonthReport {
        month,
        as_of: rules.as_of.min(month.end()),
        zone: rules.office.zone,
        sop_name: rules.sop.name_in_sentence(),
        sop_number: rules.versions.in_words(),
        target: performance::target(&finished, rules),
        balance: balance(&dated, month),
        overall: Overall::of(&finished),
        steps: performance::per_step(&finished, rules),
        procedures: performance::per_procedure(&finished, rules),
        step_names: StepNames::of(cases, rules),
        applications: performance::per_group(&received, &finished, RequestField::Aplikasi),
        units: performance::per_group(&received, &finished, RequestField::UnitKerja),
        executors: performance::per_executor(&finished, &executors, rules),
        late: listed::late(&finished, &executors),
        unjudged: listed::unjudged(&finished, &executors),
        running,
        returned: dated
            .iter()
            .filter_map(|one| listed::returned(one.judged, &one.course))
            .collect(),
        outside,
        findings: counted(findings, cases, &dated, &aside, month),
        aside,
        before: months_before(&dated, month),
        recommendations: Vec::new(),
        formalities: Formalities::of(rules.office, day),
        requests: RequestLine::of(&dated, month),
        signed: StepLine::of(&dated, &executors, month),
    };
    report.recommendations = recommendation::recommend(&report);
    report
}

struct Sorted<'a> {
    dated: Vec<Dated<'a>>,
    outside: Vec<OutsideRequest>,
    aside: Vec<(Text, Aside)>,
}

fn sort_out<'a>(cases: &'a [Judged], rules: &Rules<'_>, month: Month) -> Sorted<'a> {
    let mut sorted = Sorted { dated: Vec::new(), outside: Vec::new(), aside: Vec::new() };
    for judged in cases {
        let number = &judged.case.number;
        match stay::arrival(judged, rules) {
            Arrival::NotYet => {}
            Arrival::Undated if judged.history.outside_sop => {
                sorted.outside.extend(listed::outside(judged, None, month));
            }
            Arrival::Undated => sorted.aside.push((number.clone(), Aside::Undated)),
            Arrival::Counted(course) if judged.history.outside_sop => {
                sorted.outside.extend(listed::outside(judged, Some(&course), month));
            }
            Arrival::Counted(course) => {
                if let Some(day) = course.cancelled_away.filter(|day| month.holds(*day)) {
                    sorted.aside.push((number.clone(), Aside::CancelledAway(day)));
                }
                sorted.dated.push(Dated { judged, course });
            }
        }
    }
    sorted
}

fn balance(dated: &[Dated<'_>], month: Month) -> Balance {
    Balance::of(dated.iter().flat_map(|one| &one.course.stays), month)
}

/// The requests that became *selesai* in a month, each once.
fn finished<'a>(dated: &[Dated<'a>], month: Month) -> Vec<&'a Judged> {
    let finished = dated.iter().filter(|one| one.course.finished_in(month).is_some());
    finished.map(|one| one.judged).collect()
}

fn months_before(dated: &[Dated<'_>], month: Month) -> Vec<MonthFigures> {
    let Some(first) = dated.iter().filter_map(|one| one.course.received()).min() else {
        return Vec::new();
    };
    let mut months: Vec<Month> = std::iter::successors(Some(month.before()), |m| Some(m.before()))
        .take(MONTHS_BEFORE)
        .take_while(|before| *before >= Month::of(first))
        .collect();
    months.reverse();
    let figures = |month: Month| MonthFigures {
        month,
        balance: balance(dated, month),
        overall: Overall::of(&finished(dated, month)),
    };
    months.into_iter().map(figures).collect()
}

/// The findings about what the office had in hand in the month, and those about no
/// request at all. What is only later than the moment of the report (D12) is no fault.
fn counted(
    findings: &[Diagnostic],
    cases: &[Judged],
    dated: &[Dated<'_>],
    aside: &[(Text, Aside)],
    month: Month,
) -> Vec<CodeCount> {
    let known: BTreeSet<&str> = cases.iter().map(|judged| &*judged.case.number).collect();
    let in_month = dated.iter().filter(|one| one.course.touches(month));
    let of_month: BTreeSet<&str> = in_month
        .map(|one| &*one.judged.case.number)
        .chain(aside.iter().map(|(number, _)| &**number))
        .collect();
    let mut by_code: BTreeMap<Code, (usize, BTreeSet<&str>)> = BTreeMap::new();
    for told in findings {
        let Some(code) = told.code.filter(|code| *code != Code::D12) else { continue };
        let case = told.case.as_deref();
        if case.is_some_and(|case| known.contains(case) && !of_month.contains(case)) {
            continue;
        }
        let counted = by_code.entry(code).or_default();
        counted.0 += told.stands_for as usize;
        counted.1.extend(case);
    }
    let mut counts: Vec<CodeCount> = by_code
        .into_iter()
        .map(|(code, (count, requests))| CodeCount { code, count, requests: requests.len() })
        .collect();
    counts.sort_by_key(|counted| (counted.code.level(), counted.code));
    counts
}

impl Dated<'_> {
    pub(super) fn finished_on(&self, month: Month) -> Option<NaiveDate> {
        self.course.finished_in(month)
    }
}
