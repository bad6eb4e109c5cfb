//! One step of the SOP: a row of its table, and what tertib needs to know beside it.

use super::{Definition, PaperKind};

/// A step (*langkah*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub no: u32,
    /// *Kegiatan*, as the SOP prints it.
    pub activity: String,
    /// What else clerks call it (*sebutan*); the first is the short name.
    pub also_known_as: Vec<String>,
    /// The ids of the roles that carry it out (*pelaksana*), at least one.
    pub actors: Vec<String>,
    /// *Kelengkapan*, as printed; may be empty.
    pub inputs: String,
    /// *Waktu*, as printed: "15 Menit".
    pub target_text: String,
    /// *Waktu* in seconds of working time, more than 0.
    pub target_seconds: i64,
    /// *Output*, as printed; may be empty.
    pub output: String,
    /// *Keterangan*, as printed; may be empty.
    pub note: String,
    /// The papers that it yields (*naskah*); no kind is yielded by two steps.
    pub papers: Vec<PaperKind>,
    pub decision: Option<DecisionRule>,
    /// The columns of a request that prove it (*terbukti_oleh*), so that it needs no
    /// sign-off; see [`super::PROVING_COLUMNS`].
    pub proven_by: Vec<String>,
    /// The step that receives the letter (*penerimaan*); at most one is.
    pub receiving: bool,
    /// The step that hands over (*serah_terima*); at most one is.
    pub handover: bool,
    /// What is left of the flowchart, by column.
    pub flow_marks: Vec<FlowMark>,
    /// The keys whose values were inferred and are not read in the SOP (*dugaan*).
    pub inferred: Vec<&'static str>,
}

/// What a step that decides Ya or Tidak leads to (*keputusan*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRule {
    pub if_no: IfNo,
}

/// Where a request goes after Tidak (*bila_tidak*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfNo {
    /// Back to a step before the deciding one.
    BackTo(u32),
    End,
}

/// A letter of the flowchart that can still be read, and the column it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowMark {
    /// The id of the role.
    pub role: String,
    pub text: String,
}

impl Step {
    /// The first of its other names, else the whole *kegiatan*.
    pub fn short_name(&self) -> &str {
        self.also_known_as.first().unwrap_or(&self.activity)
    }

    /// Whether someone of the team carries it out, alone or with the applicant.
    pub fn of_team(&self, sop: &Definition) -> bool {
        self.actors.iter().any(|actor| sop.role(actor).is_some_and(|role| !role.applicant))
    }

    /// Whether the applicant carries it out alone.
    pub fn for_applicant_only(&self, sop: &Definition) -> bool {
        !self.of_team(sop)
    }

    /// Whether the applicant carries it out together with someone of the team.
    pub fn shared_with_applicant(&self, sop: &Definition) -> bool {
        self.of_team(sop) && sop.applicant_role().is_some_and(|role| self.actors.contains(&role.id))
    }
}
