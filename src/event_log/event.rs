//! One event: a step was begun, or was ended.

use crate::records::{Decision, Moment};

/// One event of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event<'a> {
    pub step: u32,
    /// The short name of the step.
    pub activity: &'a str,
    pub round: u32,
    pub transition: Transition,
    /// `None`: it happened, and when cannot be told.
    pub at: Option<Moment>,
    /// Who did it, as written.
    pub actor: Option<&'a str>,
    /// The role that this person held on that day, as the SOP prints it.
    pub role: Option<&'a str>,
    /// Only where the log is to tell it.
    pub nip: Option<String>,
    /// Who else signed the same step, as written.
    pub others: Vec<&'a str>,
    /// At the end of a step alone.
    pub outcome: Option<Outcome>,
}

/// What happened to the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transition {
    Start,
    Complete,
}

/// What the step came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// "tepat waktu", "terlambat", "tidak dapat dinilai"; `None` outside the SOP.
    pub verdict: Option<&'static str>,
    /// Seconds of working time, where that is certain.
    pub worked: Option<i64>,
    pub target: i64,
    /// Seconds of working time that the step waited before it began.
    pub waited: Option<i64>,
    pub decision: Option<Decision>,
}

impl Transition {
    /// As the lifecycle extension of XES calls it.
    pub fn lifecycle(self) -> &'static str {
        match self {
            Transition::Start => "start",
            Transition::Complete => "complete",
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Transition::Start => "mulai",
            Transition::Complete => "selesai",
        }
    }
}

impl Outcome {
    /// Y or T, as the JSON of `periksa` has it.
    pub fn decided(&self) -> Option<&'static str> {
        self.decision.map(|decision| match decision {
            Decision::Ya => "Y",
            Decision::Tidak | Decision::Ditolak => "T",
        })
    }
}
