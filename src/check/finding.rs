//! What the checks found, as facts. The words stand in `wording`.

use chrono::NaiveDate;

use super::history::Unjudged;
use super::{guidance, wording};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::office::AbsenceKind;
use crate::records::{Moment, RequestField, RequestKind, Text};
use crate::sop::Definition;

/// One finding (*temuan*) about the work or the data of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The request's number as shown; `None` where no request is meant.
    pub case: Option<Text>,
    pub round: Option<u32>,
    pub step: Option<u32>,
    pub fact: Fact,
    pub places: Vec<Place>,
}

/// Everything that the checks can find, with the facts that the words need. All
/// durations are seconds of working time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// D06, of a step that another version of the SOP has.
    NotInVersion { step: u32, sop: String, other_procedures: bool },
    /// D06, of a request for which several procedures are, and nothing says which.
    ProcedureUnclear { kind: RequestKind, procedures: Vec<String> },
    /// The procedure that the request names is not for its kind.
    ProcedureNotForKind { kind: RequestKind, sop: String },
    /// D07
    UnknownRequest { number: Text, nearest: Option<Text> },
    /// D07, in a list of those who attended or of what was verified.
    ListedForUnknown { number: Text },
    /// D08, between rows of one request.
    ContradictoryRows { field: RequestField, first: Text, other: Text },
    /// D08, between entries of the staff list.
    ContradictoryStaff { name: Text, about: StaffContradiction },
    /// D10, one row.
    SameRowTwice { number: Text, used: String },
    /// D10, a whole workbook.
    SameWorkbookTwice { used: Text, copy: Text, rows: usize },
    /// D12
    LaterThanAsOf { written: Moment, as_of: chrono::NaiveDateTime },
    /// D16
    NotInCatalogue { application: Text, role: Option<Text>, nearest: Option<String> },
    /// D17
    OutsideCalendar { day: NaiveDate, years: String },
    /// L01
    StepSkipped { later: u32, unreadable_rows: bool },
    /// L02
    StartedTooEarly { before: u32, shown_by: EarlySign, before_ended: Moment },
    /// L03
    DoneTwice { first: Option<Moment>, again: Option<Moment> },
    /// L04
    WentOnAfterReturn { decided: u32, refused: bool, back_to: Option<u32> },
    /// L05
    NoDecision,
    /// L06
    NoReason { refused: bool },
    /// W01
    Late { took: i64, at_most: Option<i64>, target: i64 },
    /// W02
    TotalTooLong { took: i64, at_least: bool, target: i64 },
    /// W03
    OutsideHours { ended: Moment, by_clock: bool },
    /// W04
    NoStart {
        /// A start is written down, but it cannot be used.
        written: bool,
    },
    /// W05
    WaitedTooLong { waited: i64, limit: i64, since: WaitedSince },
    /// W06
    WaitsTooLong { waits: i64, limit: i64, target: i64, next: u32, since: Moment },
    /// W07
    CannotJudge { why: Unjudged, shortest: Option<i64>, longest: Option<i64>, target: i64 },
    /// W08; `otherwise`: the verdict if those days were ordinary ones.
    RestsOnEstimate { days: Vec<(NaiveDate, String)>, on_time: bool, otherwise: Option<bool> },
    /// P01
    WrongRole { who: Text, on: Option<NaiveDate>, roles: Vec<String> },
    /// P02
    ApplicantDidTeamStep { who: Text },
    /// P03
    NotOnStaffList { who: Text },
    /// P04
    NotInitialled,
    /// P05
    SignedInOneGo { who: Text, steps: Vec<u32>, from: Moment, to: Moment },
    /// P06
    SignedWhileAway {
        who: Text,
        on: NaiveDate,
        kind: AbsenceKind,
        from: NaiveDate,
        until: NaiveDate,
    },
    /// K01
    LetterIncomplete { number: bool, date: bool },
    /// K02
    /// Of whom, where some recipients have theirs.
    MinutesNotAttached { folder: String, of: Vec<Text> },
}

/// What shows that a step had started before the one before it had ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EarlySign {
    Start(Moment),
    /// The start is not recorded, but the step had even ended.
    End(Moment),
}

/// In what two entries about a member of staff contradict each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffContradiction {
    /// The same NIP under another name.
    Name { other: Text },
    /// The same role over days that overlap but differ.
    Days { role: Text },
    /// The same role and days under another post (*jabatan*).
    Post { first: Text, other: Text },
}

/// From what a wait between steps was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitedSince {
    Step(u32),
    ReceivedByTeam,
}

impl Finding {
    pub fn code(&self) -> Code {
        match &self.fact {
            Fact::NotInVersion { .. }
            | Fact::ProcedureUnclear { .. }
            | Fact::ProcedureNotForKind { .. } => Code::D06,
            Fact::UnknownRequest { .. } | Fact::ListedForUnknown { .. } => Code::D07,
            Fact::ContradictoryRows { .. } | Fact::ContradictoryStaff { .. } => Code::D08,
            Fact::SameRowTwice { .. } | Fact::SameWorkbookTwice { .. } => Code::D10,
            Fact::LaterThanAsOf { .. } => Code::D12,
            Fact::NotInCatalogue { .. } => Code::D16,
            Fact::OutsideCalendar { .. } => Code::D17,
            Fact::StepSkipped { .. } => Code::L01,
            Fact::StartedTooEarly { .. } => Code::L02,
            Fact::DoneTwice { .. } => Code::L03,
            Fact::WentOnAfterReturn { .. } => Code::L04,
            Fact::NoDecision => Code::L05,
            Fact::NoReason { .. } => Code::L06,
            Fact::Late { .. } => Code::W01,
            Fact::TotalTooLong { .. } => Code::W02,
            Fact::OutsideHours { .. } => Code::W03,
            Fact::NoStart { .. } => Code::W04,
            Fact::WaitedTooLong { .. } => Code::W05,
            Fact::WaitsTooLong { .. } => Code::W06,
            Fact::CannotJudge { .. } => Code::W07,
            Fact::RestsOnEstimate { .. } => Code::W08,
            Fact::WrongRole { .. } => Code::P01,
            Fact::ApplicantDidTeamStep { .. } => Code::P02,
            Fact::NotOnStaffList { .. } => Code::P03,
            Fact::NotInitialled => Code::P04,
            Fact::SignedInOneGo { .. } => Code::P05,
            Fact::SignedWhileAway { .. } => Code::P06,
            Fact::LetterIncomplete { .. } => Code::K01,
            Fact::MinutesNotAttached { .. } => Code::K02,
        }
    }

    /// The finding in words, for a person.
    pub fn diagnostic(&self, sop: &Definition) -> Diagnostic {
        let mut told = Diagnostic::finding(self.code(), wording::message(self, sop))
            .consequence(guidance::consequence(self, sop))
            .advice(guidance::advice(self));
        told.case = self.case.clone();
        told.round = self.round;
        told.step = self.step;
        told.places = self.places.clone();
        told
    }
}
