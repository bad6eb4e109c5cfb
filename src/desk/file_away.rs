//! `tertib arsip simpan`, `arsip cek`, `arsip daftar`: closed requests go into packages,
//! packages are verified, and what lies in the archive is listed.
//!
//! A package that is there is never changed and never written over. Whether one has to
//! be replaced is asked of the package itself; which one is in force, of the register.

mod clerk;
mod inspection;
mod list;

use std::collections::BTreeMap;

use super::issue::{REGISTER, unusable};
use super::{Choices, Examination, OfficeFolder, Refusal, check, held_back};
use crate::archive::AbsentPaper;
use crate::check::Judged;
use crate::diagnostic::{Code, Diagnostic};
use crate::records::Text;
use crate::register::{Access, Register};
use clerk::Clerk;

pub use inspection::{ArchiveCheck, check_archive};
pub use list::{ArchiveList, list_archive};

/// The folder of the archive.
pub(super) const ARCHIVE: &str = "arsip";

/// What filing away came to.
#[derive(Debug)]
pub struct FiledAway {
    pub examination: Examination,
    pub packed: Vec<Packed>,
    /// Requests whose package still holds what there is.
    pub unchanged: Vec<Text>,
    /// Requests whose package is not replaced while a file cannot be read.
    pub held: Vec<Text>,
    /// Closed requests that were left for want of something.
    pub lacking: Vec<Lacking>,
    /// Requests that have not come to an end.
    pub running: usize,
    /// What could not be done.
    pub problems: Vec<Diagnostic>,
    /// Nothing was written (`--simulasi`).
    pub simulated: bool,
}

/// A request that was packed, or would be.
#[derive(Debug, Clone)]
pub struct Packed {
    pub number: Text,
    /// The package, relative to the office's folder.
    pub path: String,
    /// The package that it replaces, relative to the office's folder.
    pub replaces: Option<String>,
    /// The package stood there already and was only entered: a run had been killed.
    pub found: bool,
    /// Papers that are not in it, and why.
    pub without: Vec<AbsentPaper>,
}

/// A closed request that is not packed, and what it lacks.
#[derive(Debug, Clone)]
pub struct Lacking {
    pub number: Text,
    pub lacks: Vec<String>,
}

impl FiledAway {
    /// Whether the records hold something that cannot be used.
    pub fn has_errors(&self) -> bool {
        self.examination.has_errors()
    }
}

/// Packs the closed requests that lack nothing, or the closed ones of these numbers.
///
/// # Errors
/// The office's own files or its register cannot be used.
pub fn file_away(
    choices: &Choices,
    numbers: &[String],
    simulate: bool,
) -> Result<FiledAway, Refusal> {
    let access = if simulate { Access::Look } else { Access::Write };
    let open = |examination: &Examination| {
        Register::open(&examination.folder.path.join(REGISTER), access).map_err(unusable)
    };
    file_examined(check(choices, &[])?, numbers, simulate, &Held::new(), open)
}

/// Requests that are not to be packed of themselves, each with why.
pub(super) type Held = BTreeMap<Text, Vec<String>>;

/// Packs requests that were examined already. The register is opened where there is
/// something to pack.
pub(super) fn file_examined(
    examination: Examination,
    numbers: &[String],
    simulate: bool,
    held: &Held,
    open: impl FnOnce(&Examination) -> Result<Register, Refusal>,
) -> Result<FiledAway, Refusal> {
    let mut chosen = Chosen::of(&examination, numbers, held);
    let mut done = Done::default();
    if !chosen.cases.is_empty() {
        let register = open(&examination)?;
        let mut clerk = Clerk::begin(&examination, register, simulate).map_err(unusable)?;
        for at in &chosen.cases {
            let Some(judged) = examination.cases.get(*at) else { continue };
            if let Err(problem) = clerk.file(judged, &mut done) {
                chosen.problems.push((*problem).of_case(&judged.case.number, None, None));
            }
        }
    }
    let Chosen { lacking, running, mut problems, .. } = chosen;
    let Done { packed, unchanged, held } = done;
    if !held.is_empty() {
        let unread = held_back::unread(&examination.findings);
        problems.push(held_back::note(&format!("{} paket arsip", held.len()), unread));
    }
    Ok(FiledAway {
        examination,
        packed,
        unchanged,
        held,
        lacking,
        running,
        problems,
        simulated: simulate,
    })
}

/// Which requests are to be packed, as indices, and why the others are not.
#[derive(Default)]
struct Chosen {
    cases: Vec<usize>,
    lacking: Vec<Lacking>,
    running: usize,
    problems: Vec<Diagnostic>,
}

impl Chosen {
    fn of(examination: &Examination, numbers: &[String], held: &Held) -> Self {
        let mut chosen = Self::default();
        if numbers.is_empty() {
            for (at, judged) in examination.cases.iter().enumerate() {
                let mut lacks = lacks(judged, examination);
                lacks.extend(held.get(&judged.case.number).into_iter().flatten().cloned());
                if !judged.history.is_closed() {
                    chosen.running += 1;
                } else if lacks.is_empty() {
                    chosen.cases.push(at);
                } else {
                    chosen.lacking.push(Lacking { number: judged.case.number.clone(), lacks });
                }
            }
            return chosen;
        }
        for number in numbers {
            match examination.requested(number) {
                Err(unknown) => chosen.problems.extend(unknown.into_iter().map(|told| {
                    told.consequence("permohonan lain yang disebut tetap dikerjakan.")
                })),
                Ok((_, judged)) if !judged.history.is_closed() => {
                    chosen.problems.push(not_closed(judged));
                }
                Ok((at, _)) if chosen.cases.contains(&at) => {}
                Ok((at, _)) => chosen.cases.push(at),
            }
        }
        chosen
    }
}

/// What keeps a closed request from being packed of itself: an open K02.
fn lacks(judged: &Judged, examination: &Examination) -> Vec<String> {
    let of_case = |told: &&Diagnostic| told.case.as_ref() == Some(&judged.case.number);
    let open = examination.findings.iter().filter(of_case);
    open.filter(|told| told.code == Some(Code::K02)).map(|told| told.message.clone()).collect()
}

fn not_closed(judged: &Judged) -> Diagnostic {
    let (number, status) = (&judged.case.number, judged.history.status.words());
    Diagnostic::error(format!("permohonan {number} belum ditutup: {status}"))
        .consequence("permohonan ini tidak diarsipkan.")
        .advice("arsipkan setelah permohonan selesai, ditolak, atau dibatalkan")
        .of_case(number, None, None)
}

#[derive(Default)]
struct Done {
    packed: Vec<Packed>,
    unchanged: Vec<Text>,
    held: Vec<Text>,
}

/// The moment of the run with the office's offset.
fn in_zone(folder: &OfficeFolder) -> chrono::DateTime<chrono::FixedOffset> {
    folder.office.zone.at(folder.as_of)
}

fn element<'i>(info: &'i [(String, String)], label: &str) -> Option<&'i str> {
    info.iter().find(|(known, _)| known.eq_ignore_ascii_case(label)).map(|(_, value)| &**value)
}

/// A path of the archive relative to the office's folder.
fn shown(path: &str) -> String {
    format!("{ARCHIVE}/{path}")
}
