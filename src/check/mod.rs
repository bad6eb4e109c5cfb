//! Was the SOP kept?
//!
//! Records come in, findings and histories go out. Nothing here knows where a
//! record was read from but by the cells that its values name, and no step number,
//! role or minute stands in the code: they come from the SOP definition.

mod assembly;
mod completeness;
mod data;
mod duplicates;
mod finding;
mod guidance;
mod history;
mod identity;
mod interval;
mod ledger;
mod listed;
mod order;
mod part;
mod people;
mod receipt;
mod recipient;
mod roster;
mod rounds;
mod sequence;
mod signature;
mod status;
mod step_time;
mod timeliness;
mod timing;
mod version;
mod wording;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::abreast::in_parts;
use crate::calendar::WorkingCalendar;
use crate::diagnostic::{Code, Level, Sources};
use crate::office::Office;
use crate::records::{
    Attachment, AttendeeRow, Case, ItemRow, RequestRow, SignOff, StaffRow, attachments_by_case,
};
use crate::sop::{Definition, Versions};

pub use finding::{Fact, Finding};
pub use history::{Entry, EntryAt, EntryRows, History, OpenStep, Return, Unjudged, WaitFrom};
pub use interval::{Interval, Measured, Span, measure};
pub use ledger::{LedgerLine, LedgerText, StepLedger};
pub use part::{Part, Reading, StretchLine};
pub use receipt::received_on;
pub use recipient::{Recipient, recipients};
pub use roster::{Member, Roster};
pub use signature::{Signature, signatures};
pub use status::{Status, Verdict, cancelled_at, is_proven};
pub use step_time::StepTime;
pub use timing::{Laid, laid};

/// By what the records are judged.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// The SOP: of a request, the version that it is judged by; else the one in force at
    /// the moment of the run.
    pub sop: &'a Definition,
    /// All versions of it.
    pub versions: &'a Versions,
    pub calendar: &'a WorkingCalendar,
    pub office: &'a Office,
    /// The moment of which the run speaks, in the office's zone.
    pub as_of: NaiveDateTime,
    /// `batas_tunggu`: how long a request may wait between steps, in seconds of
    /// working time.
    pub wait_limit: i64,
}

impl<'a> Rules<'a> {
    /// The rules for one request: with the version of the SOP that it is judged by.
    pub fn of(&self, judged: &Judged) -> Rules<'a> {
        Rules { sop: self.versions.get(judged.history.version), ..*self }
    }
}

/// The facts to judge, in the order in which they were read.
#[derive(Debug, Clone, Default)]
pub struct Records {
    pub requests: Vec<RequestRow>,
    pub sign_offs: Vec<SignOff>,
    pub staff: Vec<StaffRow>,
    pub attendees: Vec<AttendeeRow>,
    pub items: Vec<ItemRow>,
    /// The files below `bukti-dukung/`, relative to it, with `/`.
    pub attachments: Vec<Arc<str>>,
}

/// A request and what became of it.
#[derive(Debug, Clone)]
pub struct Judged {
    pub case: Case,
    pub history: History,
    pub attachments: Vec<Attachment>,
}

/// All requests in natural order of their numbers, and all findings.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    pub cases: Vec<Judged>,
    pub findings: Vec<Finding>,
    /// The staff list that signers were looked up in.
    pub roster: Roster,
}

/// Judges all records. The checks stand in the order in which staff read them.
pub fn check(records: Records, sources: &Sources, rules: &Rules<'_>) -> Checked {
    let mut findings = Vec::new();
    let Records { requests, sign_offs, staff, attendees, items, attachments } = records;
    let roster = Roster::gather(rules.office, &staff, &mut findings);
    let mut cases = assembly::assemble(requests, sign_offs, sources, &mut findings);
    listed::hand_out(attendees, items, &mut cases, &mut findings);
    let mut attached: BTreeMap<_, _> =
        attachments_by_case(cases.iter().map(|case| &case.number), &attachments);
    let mut with_files = |case: Case| {
        let attachments = attached.remove(&case.number).unwrap_or_default();
        (case, attachments)
    };
    let mut judged_all = Vec::with_capacity(cases.len());
    let mut waiting = VecDeque::from(cases);
    while !waiting.is_empty() {
        let some = waiting.drain(..AT_ONCE.min(waiting.len()));
        let some: Vec<(Case, Vec<Attachment>)> = some.map(&mut with_files).collect();
        waiting.shrink_to_fit();
        for (judged, found) in in_parts(some, |part| judge_all(part, sources, rules, &roster)) {
            judged_all.extend(judged);
            findings.extend(found);
        }
    }
    Checked { cases: judged_all, findings, roster }
}

/// So many requests are handed out to the cores at once: what they all come to need not
/// stand in memory twice.
const AT_ONCE: usize = 2048;

fn judge_all(
    cases: Vec<(Case, Vec<Attachment>)>,
    sources: &Sources,
    rules: &Rules<'_>,
    roster: &Roster,
) -> (Vec<Judged>, Vec<Finding>) {
    let (mut names, mut findings) = (people::NameBook::default(), Vec::new());
    let judge = |(case, attachments)| {
        judge(case, attachments, sources, rules, roster, &mut names, &mut findings)
    };
    (cases.into_iter().map(judge).collect(), findings)
}

/// Judges one request, by the version of the SOP that it is judged by.
fn judge(
    mut case: Case,
    attachments: Vec<Attachment>,
    sources: &Sources,
    rules: &Rules<'_>,
    roster: &Roster,
    names: &mut people::NameBook,
    findings: &mut Vec<Finding>,
) -> Judged {
    let judge = version::Judge::of(&case, rules);
    findings.extend(version::settle(&mut case, judge, rules));
    let rules = &Rules { sop: rules.versions.get(judge.version), ..*rules };
    let signers = people::signers(&case, rules.sop, roster, names);
    let history = History::of(&case, judge, rules, &signers);
    let mut judged = Judged { case, history, attachments };
    let found = findings_of(&judged, sources, rules, roster, &signers);
    judged.history.verdict = status::verdict(&judged.history, weigh(&found));
    findings.extend(found);
    judged
}

fn findings_of(
    judged: &Judged,
    sources: &Sources,
    rules: &Rules<'_>,
    roster: &Roster,
    signers: &[people::Signer],
) -> Vec<Finding> {
    let Judged { case, history, .. } = judged;
    let mut found = Vec::new();
    data::check(case, rules, &mut found);
    if history.outside_sop {
        return found;
    }
    completeness::check(judged, sources, rules, &mut found);
    order::check(case, history, rules, &mut found);
    timeliness::check(case, history, sources, rules, &mut found);
    identity::check(case, history, rules, roster, signers, &mut found);
    found
}

fn weigh(found: &[Finding]) -> status::Weight {
    let any = |test: &dyn Fn(Code) -> bool| found.iter().any(|finding| test(finding.code()));
    status::Weight {
        nonconformity: any(&|code| code.level() == Level::Ketidaksesuaian),
        late: any(&|code| code == Code::W01),
        gap: any(&|code| code.level() == Level::Kesalahan || matches!(code, Code::W07 | Code::L05)),
    }
}
