//! The SOP as data.
//!
//! What the office's standard operating procedure prints (header, legal bases, steps,
//! signatures) stands in a TOML file, to the letter; [`Definition`] is that file, read
//! and checked. Another SOP is another file: no step number, role or minute of any SOP
//! stands in the code. Nothing is repaired: what is doubtful in a definition is told by
//! [`Definition::doubts`].

mod doubt;
mod doubt_wording;
mod form;
mod page;
mod paper;
mod problem;
mod procedure_name;
mod procedures;
mod reading;
mod recognise;
mod role;
mod rows;
mod sentence;
mod slip;
mod step;
pub mod text;
mod versions;
mod versions_wording;

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;

pub use doubt::{Doubt, List};
pub use form::Form;
pub use paper::PaperKind;
pub use role::Role;
pub use step::{DecisionRule, FlowMark, IfNo, Step};
pub use versions::{ProcedureId, StepName, Version, VersionId, Versions};

/// The built-in definition as it is written, for those who want to start from it.
pub const BUILTIN_TEXT: &str = include_str!("bawaan.toml");

/// The columns of a request that may prove a step (*terbukti_oleh*): those that the
/// letter and its way to the team leave behind.
pub const PROVING_COLUMNS: [&str; 5] =
    ["nomor_agenda", "nomor_surat", "tanggal_surat", "tanggal_diterima", "diterima_tim"];

/// The kinds of request (*jenis*) that an SOP may be for (*berlaku_untuk*).
pub const REQUEST_KINDS: [&str; 3] = ["baru", "perubahan", "pencabutan"];

/// A whole SOP. Texts are as printed; what the SOP leaves empty is empty here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// *Nomor SOP*
    pub number: String,
    /// *Nama SOP*
    pub name: String,
    /// The title of the cover.
    pub title: String,
    /// The title above the table of steps.
    pub table_title: String,
    /// The unit that the SOP belongs to, line by line.
    pub unit: Vec<String>,
    /// *Tanggal pembuatan*
    pub made: Option<NaiveDate>,
    /// *Tanggal revisi*
    pub revised: Option<NaiveDate>,
    /// *Tanggal efektif*
    pub effective: Option<NaiveDate>,
    /// The number of the SOP whose place it takes (*menggantikan*), where it says so.
    pub replaces: String,
    /// *Disahkan oleh*
    pub approved_by: Signatory,
    /// *Mengetahui*
    pub acknowledged_by: Signatory,
    /// *Dasar hukum*
    pub legal_bases: Vec<String>,
    /// *Kualifikasi pelaksana*
    pub qualifications: Vec<String>,
    /// *Keterkaitan*
    pub related: Vec<String>,
    /// *Peralatan/perlengkapan*
    pub equipment: Vec<String>,
    /// *Peringatan*
    pub warning: String,
    /// *Pencatatan dan pendaftaran*
    pub record_keeping: String,
    /// The kinds of request it is for (*berlaku_untuk*); see [`REQUEST_KINDS`].
    pub covers: Vec<String>,
    /// *Pelaksana*, in the order of the columns.
    pub roles: Vec<Role>,
    /// Ascending by number, at least one; numbers may have gaps.
    pub steps: Vec<Step>,
    /// What whoever wrote the definition wants to be told with it (*keraguan*).
    pub notes: Vec<Note>,
    names: recognise::Names,
}

/// Who signs the SOP; empty where the SOP leaves it empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signatory {
    /// *Jabatan*, as printed, with its comma.
    pub post: String,
    pub name: String,
    pub nip: String,
}

/// A remark that the definition carries with it (*keraguan*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub step: Option<u32>,
    pub text: String,
}

impl Definition {
    /// The SOP that tertib brings with it.
    ///
    /// # Errors
    /// As [`Self::parse`]; a test holds that there are none.
    pub fn builtin() -> Result<Self, Vec<Diagnostic>> {
        Self::parse("bawaan.toml", BUILTIN_TEXT)
    }

    /// Reads a definition; `file` is its name as it is shown.
    ///
    /// # Errors
    /// All that is wrong in the file, in its order, each with line and column.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        reading::read(file, text)
    }

    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }

    /// The role of the one who asks for the access, where one is marked.
    pub fn applicant_role(&self) -> Option<&Role> {
        self.roles.iter().find(|role| role.applicant)
    }

    /// The name of a role, or the id where there is no such role.
    pub fn role_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.role(id).map_or(id, |role| &role.name)
    }

    pub fn step(&self, no: u32) -> Option<&Step> {
        self.steps.iter().find(|step| step.no == no)
    }

    pub fn first_step(&self) -> Option<&Step> {
        self.steps.first()
    }

    pub fn last_step(&self) -> Option<&Step> {
        self.steps.last()
    }

    /// The next step; its number need not be the next one.
    pub fn step_after(&self, no: u32) -> Option<&Step> {
        self.steps.iter().find(|step| step.no > no)
    }

    pub fn step_before(&self, no: u32) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.no < no)
    }

    /// The step that yields papers of this kind; never more than one does.
    pub fn step_of_paper(&self, kind: PaperKind) -> Option<&Step> {
        self.steps.iter().find(|step| step.papers.contains(&kind))
    }

    /// The steps that decide Ya or Tidak.
    pub fn deciding_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.decision.is_some())
    }

    /// The sum of all targets, in seconds of working time.
    pub fn total_target_seconds(&self) -> i64 {
        self.steps.iter().fold(0, |sum: i64, step| sum.saturating_add(step.target_seconds))
    }

    /// Whether it is for requests of this kind (*jenis*).
    pub fn applies_to(&self, kind: &str) -> bool {
        self.covers.iter().any(|covered| covered == kind)
    }

    /// The number of the step that a cell means, as clerks write it: "3", "3.",
    /// "Langkah III", "03. Verifikasi", or one of its names alone. Case, blanks and
    /// punctuation do not count. `None` where it fits none, or more than one, or a
    /// number and a name that contradict each other; never a guess.
    pub fn recognise_step(&self, text: &str) -> Option<u32> {
        self.names.recognise(text)
    }

    /// Up to three steps whose names are near to a text, the nearest first, written so
    /// that [`Self::recognise_step`] knows them: "3. Verifikasi permohonan".
    pub fn nearest_step_names(&self, text: &str) -> Vec<String> {
        recognise::nearest(&self.steps, text)
    }

    /// What is doubtful in the definition itself, in the order of the SOP.
    pub fn doubts(&self) -> Vec<Doubt> {
        doubt::find(self)
    }
}
