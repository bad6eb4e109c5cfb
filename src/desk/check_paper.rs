//! `tertib cek-naskah`: whether a paper in hand is one that this office issued, and as
//! it stands now. Asked by the check code at its foot, or by its PDF.

mod hand;
mod particulars;

use chrono::NaiveDateTime;

use super::issue::{REGISTER, unusable};
use super::{Choices, OfficeFolder, Refusal};
use crate::diagnostic::Diagnostic;
use crate::office::Zone;
use crate::press::{CodeFault, TypedCode};
use crate::register::{Access, FoundIssue, Register};

pub use hand::FileState;
pub(super) use hand::{beginnings, name_of};
pub use particulars::Particular;

/// What is to be said of a paper.
#[derive(Debug, Clone)]
pub struct PaperCheck {
    /// The code or the file, as it was typed.
    pub asked: String,
    pub verdict: PaperVerdict,
    /// The paper that it is, where the register knows it.
    pub found: Option<FoundPaper>,
    /// Of a PDF: whether it is the very file that was issued.
    pub file: Option<FileState>,
    pub as_of: NaiveDateTime,
    pub zone: Zone,
}

/// What a paper in hand is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperVerdict {
    /// Issued, and in force.
    Genuine,
    /// Issued, but facts printed on it were changed since.
    Replaced {
        revision: u32,
    },
    /// Its number was voided.
    Withdrawn {
        reason: String,
    },
    Unknown(Unknown),
}

/// Why a paper is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// The register never issued a paper of that name.
    NeverIssued,
    /// There is no register that could have issued it.
    NoRegister,
    /// It issued one of that name, but never with these facts.
    OtherFacts,
    /// The PDF carries no record of a paper.
    NoRecord,
    /// The check code on its pages is not that of the record that it carries.
    CodeOfAnother,
}

/// A paper that the register knows, and what is to be compared with the sheet in hand.
#[derive(Debug, Clone)]
pub struct FoundPaper {
    /// "Berita Acara Serah Terima Hak Akses Sistem Aplikasi permohonan P-2024-017"
    pub name: String,
    /// The kind, as users type it.
    pub kind: &'static str,
    /// 0 for the first issue.
    pub revision: u32,
    /// Blanks of it were filled in a later print of the same revision.
    pub completed: bool,
    pub particulars: Vec<Particular>,
}

/// Looks up a paper.
///
/// # Errors
/// The code was mistyped, the file cannot be read, or the office's register cannot be
/// used.
pub fn check_paper(choices: &Choices, asked: &str) -> Result<PaperCheck, Refusal> {
    let folder = OfficeFolder::open(choices)?;
    let file = folder.path.join(REGISTER);
    let register = Register::open(&file, Access::Look).map_err(unusable)?;
    let mut check = match hand::file_asked(choices, asked) {
        Some(path) => hand::check_file(&path, asked, &register, choices)?,
        None => check_code(asked, &register)?,
    };
    if check.verdict == PaperVerdict::Unknown(Unknown::NeverIssued) && !file.exists() {
        check.verdict = PaperVerdict::Unknown(Unknown::NoRegister);
    }
    check.as_of = folder.as_of;
    check.zone = folder.office.zone;
    Ok(check)
}

fn check_code(asked: &str, register: &Register) -> Result<PaperCheck, Refusal> {
    let code = TypedCode::read(asked).map_err(|fault| vec![unread(asked, fault)])?;
    let found = register.issues_by_record(code.digest_begins()).map_err(unusable)?;
    match found.into_iter().find(|found| found.paper.is_named(&code.paper)) {
        Some(found) => known(asked, &found, register),
        None => unknown(asked, &code.paper, register),
    }
}

/// A paper that the register has issued.
fn known(asked: &str, found: &FoundIssue, register: &Register) -> Result<PaperCheck, Refusal> {
    let record = particulars::record(found);
    let number = particulars::number(&record);
    let borne = match number {
        Some(number) => register.number_borne(&found.paper, number).map_err(unusable)?,
        None => None,
    };
    let verdict = if found.present.revision > found.issued.revision {
        PaperVerdict::Replaced { revision: found.present.revision }
    } else if let Some(reason) = borne.and_then(|entry| entry.voided) {
        PaperVerdict::Withdrawn { reason }
    } else {
        PaperVerdict::Genuine
    };
    let paper = FoundPaper {
        name: particulars::name(found, &record),
        kind: found.paper.kind(),
        revision: found.issued.revision,
        completed: found.was_completed(),
        particulars: particulars::of(found, &record),
    };
    Ok(PaperCheck { found: Some(paper), ..PaperCheck::of(asked, verdict) })
}

fn unknown(asked: &str, named: &str, register: &Register) -> Result<PaperCheck, Refusal> {
    let why = match register.has_issued(named).map_err(unusable)? {
        true => Unknown::OtherFacts,
        false => Unknown::NeverIssued,
    };
    Ok(PaperCheck::of(asked, PaperVerdict::Unknown(why)))
}

impl PaperCheck {
    fn of(asked: &str, verdict: PaperVerdict) -> PaperCheck {
        PaperCheck {
            asked: asked.to_owned(),
            verdict,
            found: None,
            file: None,
            as_of: NaiveDateTime::default(),
            zone: Zone::default(),
        }
    }
}

fn unread(asked: &str, fault: CodeFault) -> Diagnostic {
    match fault {
        CodeFault::Mistyped => Diagnostic::error(format!(
            "kode cek \"{asked}\" salah ketik: dua huruf di ujungnya tidak cocok dengan yang di depannya"
        ))
        .consequence("naskahnya belum dicari: salah ketik tidak sama dengan tidak dikenal.")
        .advice("ketik ulang kode itu seluruhnya dari kaki naskah, huruf demi huruf"),
        CodeFault::NoCode => Diagnostic::error(format!(
            "\"{asked}\" bukan kode cek, dan tidak ada berkas dengan nama itu"
        ))
        .advice("tulis kode cek dari kaki naskah seluruhnya, misalnya P-2024-017/berita-acara/1/HX1M-6HK4-HXNS-DQW9-2C, atau nama berkas PDF"),
    }
}
