//! Who we are: the office's name, posts, staff, applications and choices, from
//! tertib.toml (contract, section 1).
//!
//! Only `instansi.nama` must be there. All mistakes of the file are told together,
//! each at its line and column; a key that is not known is a mistake, for what is
//! misspelt would otherwise be left out in silence.

mod absence;
mod application;
mod archive;
pub mod as_of;
mod filling;
mod heads;
mod institution;
mod letterhead;
mod located;
mod nearest;
pub mod nip;
pub mod number;
mod numbering;
mod official;
mod options;
mod paper;
mod period;
pub mod person;
mod phrases;
mod problem;
mod reading;
mod sentence;
mod staff;
mod syntax;
mod table;
mod value;
mod zone;

use std::sync::Arc;

use chrono::NaiveDate;
use toml::de::DeTable;

pub use absence::{Absence, AbsenceKind};
pub use application::Application;
pub use archive::{ArchiveRules, FinalFate, Retention};
pub use filling::NumberParts;
pub use heads::HeadRules;
pub use institution::{Institution, PaperSize};
pub use letterhead::Letterhead;
pub use located::{Located, Position};
pub use nip::{Nip, NipFault};
pub use numbering::{NumberSource, Numbering};
pub use official::{Acting, Official};
pub use options::{CheckCode, ExecutorNaming, Handover, Options};
pub use paper::{PaperRules, PerKind, Side, Signatories, Signing};
pub use period::Period;
pub use phrases::{BUILTIN_PHRASES, Phrase, Phrases};
pub use sentence::{Placeholder, Sentence};
pub use staff::StaffMember;
pub use zone::Zone;

use crate::diagnostic::Diagnostic;
use institution::Institutions;
use reading::Reader;
use table::Table;

/// The office that a folder belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// The file that it was read from, for the places of values that others judge.
    pub file: Arc<str>,
    /// The one zone that all times of this folder are in.
    pub zone: Zone,
    institutions: Institutions,
    pub officials: Vec<Official>,
    pub staff: Vec<StaffMember>,
    pub absences: Vec<Absence>,
    pub applications: Vec<Application>,
    pub papers: PaperRules,
    pub numbering: Numbering,
    /// How the monthly report names who did a step.
    pub executors: ExecutorNaming,
    pub archive: ArchiveRules,
    pub heads: HeadRules,
    pub options: Options,
    /// The wording of papers (*kalimat.toml*); the built-in one until that is read.
    pub phrases: Phrases,
}

impl Office {
    /// Reads tertib.toml. `file` is its name as people are to see it.
    ///
    /// # Errors
    ///
    /// All that is wrong in it, in the order of the file, each with line and column.
    pub fn parse(file: &str, text: &str) -> Result<Office, Vec<Diagnostic>> {
        let file: Arc<str> = file.into();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader::new(text);
        let (top, errors) = DeTable::parse_recoverable(text);
        let readable = reader.note_slips(&errors);
        let office = if readable { read(&file, &Table::top(&reader, &top)) } else { None };
        match office {
            Some(office) if !reader.has_faults() => Ok(office),
            _ => Err(reader.into_diagnostics(&file)),
        }
    }

    /// What the office was called on a day. For a day that no `[[instansi]]` covers:
    /// the last one that had begun by then, else the first of all.
    pub fn institution_on(&self, date: NaiveDate) -> &Institution {
        self.institutions.on(date)
    }

    /// All that the office was ever called, the youngest first.
    pub fn institutions(&self) -> impl Iterator<Item = &Institution> {
        self.institutions.all()
    }

    /// How papers of a kind are signed.
    pub fn signing(&self, kind: &str) -> Signing {
        self.papers.signing(kind).unwrap_or(self.options.signing)
    }

    /// Who signs for a post (*jabatan*) on a day: a Plh. or Plt. of that day goes
    /// before the definitive holder. Posts are compared without case and blanks.
    pub fn official_on(&self, post: &str, date: NaiveDate) -> Option<&Official> {
        official::holder(&self.officials, post, date)
    }
}

fn read(file: &Arc<str>, top: &Table<'_>) -> Option<Office> {
    let (institutions, zone) = Institutions::read(top);
    let officials = top.tables("pejabat").into_iter().filter_map(Official::read).collect();
    let staff = top.tables("pegawai").into_iter().filter_map(StaffMember::read).collect();
    let absences = top.tables("tidak_di_kantor").into_iter().filter_map(Absence::read).collect();
    let applications = top.tables("aplikasi").into_iter().filter_map(Application::read).collect();
    let papers = PaperRules::read(top.table("naskah"), top.table("tanda_tangan"));
    let numbering = top.table("penomoran").map(Numbering::read).unwrap_or_default();
    let executors = top.table("laporan").map(ExecutorNaming::read).unwrap_or_default();
    let archive = top.table("arsip").map(ArchiveRules::read).unwrap_or_default();
    let heads = top.table("peta").map(HeadRules::read).unwrap_or_default();
    let options = top.table("opsi").map(Options::read).unwrap_or_default();
    top.finish();
    Some(Office {
        file: Arc::clone(file),
        zone,
        institutions: institutions?,
        officials,
        staff,
        absences,
        applications,
        papers,
        numbering,
        executors,
        archive,
        heads,
        options,
        phrases: Phrases::builtin(),
    })
}

#[cfg(test)]
mod tests;
