//! What bears a number and is issued: a paper of a request, or the report of a month.

use std::fmt;

use super::Register;
use super::line::{Line, Value};
use super::problem::RegisterProblem;
use crate::sop::PaperKind;

/// The kind of the monthly report (*laporan bulanan*), which is no paper of a request.
pub const MONTHLY: &str = "laporan-bulanan";

/// Parts the number of a request from a recipient in the name of what a paper is of: a
/// character that no sheet can hold.
const OF: char = '\u{1f}';

/// The identity of a paper (*naskah*).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// Of a request, by its number as shown, in a round (*putaran*) from 1. Numbers are
    /// compared trimmed, with blanks folded and without case. Where each recipient of an
    /// access has a paper of their own, that person too, by what they are known by.
    Request { number: String, kind: PaperKind, round: u32, recipient: Option<String> },
    /// Of a month, from 1 to 12.
    Month { year: i32, month: u32 },
}

impl Paper {
    pub fn of_request(number: &str, kind: PaperKind, round: u32) -> Paper {
        Paper::Request { number: number.to_owned(), kind, round, recipient: None }
    }

    /// The paper of one recipient of a request.
    pub fn of_recipient(number: &str, kind: PaperKind, round: u32, recipient: &str) -> Paper {
        let recipient = Some(recipient.to_owned());
        Paper::Request { number: number.to_owned(), kind, round, recipient }
    }

    /// The kind as users type it: the stem of its file.
    pub fn kind(&self) -> &'static str {
        match self {
            Paper::Request { kind, .. } => kind.stem(),
            Paper::Month { .. } => MONTHLY,
        }
    }

    /// What it is called on its check line: `P-2024-017/berita-acara/1`.
    pub fn name(&self) -> String {
        match self {
            Paper::Request { number, kind, round, .. } => {
                format!("{number}/{}/{round}", kind.stem())
            }
            Paper::Month { .. } => format!("{}/{MONTHLY}", self.subject()),
        }
    }

    /// Whether that is its name, as numbers are compared.
    pub fn is_named(&self, name: &str) -> bool {
        compared(&self.name()) == compared(name)
    }

    fn subject(&self) -> String {
        match self {
            Paper::Request { number, recipient: None, .. } => number.trim().to_owned(),
            Paper::Request { number, recipient: Some(recipient), .. } => {
                format!("{}{OF}{recipient}", number.trim())
            }
            Paper::Month { year, month } => format!("{year:04}-{month:02}"),
        }
    }

    fn round(&self) -> u32 {
        match self {
            Paper::Request { round, .. } => *round,
            Paper::Month { .. } => 1,
        }
    }

    /// Reads kind, subject and round from three values of a line.
    pub(super) fn read(line: &Line, at: usize) -> Result<Paper, RegisterProblem> {
        let (kind, subject) = (line.text(at)?, line.text(at + 1)?);
        let paper = if kind == MONTHLY {
            month(subject).map(|(year, month)| Paper::Month { year, month })
        } else {
            let kind = PaperKind::ALL.into_iter().find(|known| known.stem() == kind);
            let round = line.int(at + 2)?;
            kind.map(|kind| match subject.split_once(OF) {
                None => Paper::of_request(subject, kind, round),
                Some((number, recipient)) => Paper::of_recipient(number, kind, round, recipient),
            })
        };
        paper.ok_or_else(|| RegisterProblem::Damaged {
            reason: format!("naskah {kind} \"{subject}\" tidak dikenal"),
        })
    }
}

fn month(subject: &str) -> Option<(i32, u32)> {
    let (year, month) = subject.rsplit_once('-')?;
    let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    Some((year.parse().ok()?, month))
}

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Paper::Request { number, kind, round, recipient } => {
                write!(f, "{} permohonan {number}", kind.title())?;
                if *round > 1 {
                    write!(f, " (pengajuan {round})")?;
                }
                match recipient {
                    Some(recipient) => write!(f, " untuk penerima {recipient}"),
                    None => Ok(()),
                }
            }
            Paper::Month { year, month } => write!(f, "Laporan Bulanan {year:04}-{month:02}"),
        }
    }
}

/// A number as it is compared: trimmed, blanks folded, without case.
pub fn compared(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Register {
    /// The key of a paper and whether it is frozen; `None` where nothing is known of it.
    pub(super) fn key_of(&self, paper: &Paper) -> Result<Option<(i64, bool)>, RegisterProblem> {
        let sql = "SELECT id, frozen FROM paper \
                   WHERE kind = ? AND subject_key = ? AND round = ?";
        let identity =
            [paper.kind().into(), compared(&paper.subject()).as_str().into(), paper.round().into()];
        let lines = self.ledger.ask(sql, &identity)?;
        let read = |line: &Line| Ok((line.int(0)?, line.int::<i64>(1)? == 1));
        lines.first().map(read).transpose()
    }

    /// Whether a number was given to a paper, or a state of it issued.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn knows(&self, paper: &Paper) -> Result<bool, RegisterProblem> {
        Ok(self.issued(paper)?.is_some() || self.number_of(paper)?.is_some())
    }

    /// Whether papers of single recipients are known of a request, kind and round.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn knows_recipients(
        &self,
        number: &str,
        kind: PaperKind,
        round: u32,
    ) -> Result<bool, RegisterProblem> {
        let beginning = format!("{}{OF}", compared(number));
        let sql = "SELECT 1 FROM paper WHERE kind = ?1 AND round = ?2 \
                   AND substr(subject_key, 1, length(?3)) = ?3 LIMIT 1";
        let values = [kind.stem().into(), round.into(), beginning.as_str().into()];
        Ok(!self.ledger.ask(sql, &values)?.is_empty())
    }

    /// The key of a paper, which is entered where it was not known.
    pub(super) fn enter_paper(&mut self, paper: &Paper) -> Result<i64, RegisterProblem> {
        if let Some((key, _)) = self.key_of(paper)? {
            return Ok(key);
        }
        let subject = paper.subject();
        let values: [Value; 4] = [
            paper.kind().into(),
            subject.as_str().into(),
            compared(&subject).as_str().into(),
            paper.round().into(),
        ];
        let sql = "INSERT INTO paper (kind, subject, subject_key, round) VALUES (?, ?, ?, ?)";
        self.ledger.change(sql, &values)?;
        Ok(self.ledger.added())
    }

    /// Whether the signed scan of a paper is there, as was told last.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn is_frozen(&self, paper: &Paper) -> Result<bool, RegisterProblem> {
        Ok(self.key_of(paper)?.is_some_and(|(_, frozen)| frozen))
    }

    /// Notes whether the signed scan of a paper is there: while it is, the paper is frozen.
    ///
    /// # Errors
    ///
    /// The register cannot be written.
    pub fn set_frozen(&mut self, paper: &Paper, frozen: bool) -> Result<(), RegisterProblem> {
        if self.is_frozen(paper)? == frozen {
            return Ok(());
        }
        self.together(|register| {
            let key = register.enter_paper(paper)?;
            let values = [i64::from(frozen).into(), key.into()];
            register.ledger.change("UPDATE paper SET frozen = ? WHERE id = ?", &values)
        })
    }
}
