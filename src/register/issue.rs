//! What was issued: the states a paper was printed in, and what a new record means.
//!
//! A blank that is filled completes the issue that is out; only a change to a fact
//! already printed makes a revision. Once the signed scan is there nothing is made
//! again, and a changed fact is for people to mend (*ralat*).

use super::Register;
use super::difference::Difference;
use super::line::Line;
use super::paper::Paper;
use super::problem::RegisterProblem;

/// Whether the step of a paper is signed off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Due: made so that it can be signed.
    ToSign,
    /// Its step is signed off.
    Signed,
}

/// A paper as it is about to be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draft<'a> {
    /// The record (JSON) to the byte, as it is attached.
    pub record: &'a str,
    /// SHA-256 of the record, 64 small hexadecimal digits.
    pub record_digest: &'a str,
    /// Relative to `hasil/`, with `/`.
    pub file: &'a str,
    pub stage: Stage,
    /// What of template and program goes into the print besides the record.
    pub fingerprint: &'a str,
}

/// What a draft is to what was issued before. Paths are told as `pemohon.nama`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was issued before.
    First,
    /// The same in all: there is nothing to print.
    Unchanged,
    /// The same facts, but printed with another template or program, to another file, or
    /// written otherwise: the same issue.
    Reprinted,
    /// Blanks were filled, or the step was signed off: the same issue.
    Completed { filled: Vec<String> },
    /// Facts already printed are now others.
    Revision { number: u32, changed: Vec<String> },
    /// Something differs, but the signed scan is there: nothing is printed or written.
    /// Where nothing is `changed`, only blanks were filled, and the scan still holds.
    Frozen { changed: Vec<String> },
}

/// One state that a paper was printed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// 0 for the first issue (*revisi*).
    pub revision: u32,
    pub stage: Stage,
    pub record: String,
    pub record_digest: String,
    pub pdf_digest: String,
    pub file: String,
    pub fingerprint: String,
}

pub(super) const STATE: &str = "issue.revision, issue.stage, issue.record, issue.record_sha256, \
                     issue.pdf_sha256, issue.file, issue.fingerprint";

impl Register {
    /// What [`Register::record_issue`] would make of a draft; writes nothing. To be asked
    /// before printing: what is frozen or unchanged is not printed.
    ///
    /// # Errors
    ///
    /// The record is no JSON, or the register cannot be read.
    pub fn compare(&self, paper: &Paper, draft: &Draft<'_>) -> Result<Outcome, RegisterProblem> {
        let new = parse(paper, draft.record)?;
        let Some(last) = self.issued(paper)? else { return Ok(Outcome::First) };
        let difference = Difference::between(&parse(paper, &last.record)?, &new);
        let same_facts = difference == Difference::default();
        let signed_since = last.stage == Stage::ToSign && draft.stage == Stage::Signed;
        let Difference { filled, changed } = difference;
        if self.is_frozen(paper)? {
            let same = same_facts && !signed_since;
            return Ok(if same { Outcome::Unchanged } else { Outcome::Frozen { changed } });
        }
        if !changed.is_empty() {
            return Ok(Outcome::Revision { number: last.revision.saturating_add(1), changed });
        }
        if !filled.is_empty() || signed_since {
            return Ok(Outcome::Completed { filled });
        }
        let same_print = last.record == draft.record
            && last.record_digest == draft.record_digest
            && last.fingerprint == draft.fingerprint
            && last.file == draft.file
            && last.stage == draft.stage;
        Ok(if same_print { Outcome::Unchanged } else { Outcome::Reprinted })
    }

    /// Enters that a draft was printed, with the SHA-256 of the PDF.
    ///
    /// # Errors
    ///
    /// Those of [`Register::compare`], or the register cannot be written.
    pub fn record_issue(
        &mut self,
        paper: &Paper,
        draft: &Draft<'_>,
        pdf_digest: &str,
    ) -> Result<Outcome, RegisterProblem> {
        self.together(|register| {
            let mut outcome = register.compare(paper, draft)?;
            let last = register.issued(paper)?;
            let revision = match (&outcome, &last) {
                (Outcome::Frozen { .. }, _) => return Ok(outcome),
                (Outcome::Unchanged, Some(last))
                    if last.pdf_digest == pdf_digest || register.is_frozen(paper)? =>
                {
                    return Ok(outcome);
                }
                (Outcome::Unchanged, Some(last)) => {
                    outcome = Outcome::Reprinted;
                    last.revision
                }
                (Outcome::Revision { number, .. }, _) => *number,
                (_, Some(last)) => last.revision,
                (_, None) => 0,
            };
            let key = register.enter_paper(paper)?;
            let values = [
                key.into(),
                revision.into(),
                draft.stage.word().into(),
                draft.record.into(),
                draft.record_digest.into(),
                pdf_digest.into(),
                draft.file.into(),
                draft.fingerprint.into(),
            ];
            let ordinal = "SELECT coalesce(max(ordinal), 0) FROM issue WHERE paper = ?1";
            // The same record printed otherwise is the same state: its check code is the same.
            let same_record = last.is_some_and(|last| last.record == draft.record);
            let sql = if same_record {
                format!(
                    "UPDATE issue SET revision = ?2, stage = ?3, record = ?4, \
                     record_sha256 = ?5, pdf_sha256 = ?6, file = ?7, fingerprint = ?8 \
                     WHERE paper = ?1 AND ordinal = ({ordinal})"
                )
            } else {
                format!(
                    "INSERT INTO issue (paper, ordinal, revision, stage, record, record_sha256, \
                     pdf_sha256, file, fingerprint) \
                     VALUES (?1, ({ordinal}) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                )
            };
            register.ledger.change(&sql, &values)?;
            Ok(outcome)
        })
    }

    /// The present state of a paper; `None` where none was issued.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn issued(&self, paper: &Paper) -> Result<Option<Issued>, RegisterProblem> {
        Ok(self.issues_of(paper)?.pop())
    }

    /// All states that a paper was printed in, the oldest first.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn issues_of(&self, paper: &Paper) -> Result<Vec<Issued>, RegisterProblem> {
        let Some((key, _)) = self.key_of(paper)? else { return Ok(Vec::new()) };
        let sql = format!("SELECT {STATE} FROM issue WHERE paper = ? ORDER BY ordinal");
        self.ledger.ask(&sql, &[key.into()])?.iter().map(|line| read(line, 0)).collect()
    }

    /// Every paper that was issued with its present state, in the order of first issue.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn papers(&self) -> Result<Vec<(Paper, Issued)>, RegisterProblem> {
        let sql = format!(
            "SELECT paper.kind, paper.subject, paper.round, {STATE} FROM paper \
             JOIN issue ON issue.paper = paper.id AND issue.ordinal = \
             (SELECT max(ordinal) FROM issue WHERE paper = paper.id) ORDER BY paper.id"
        );
        let lines = self.ledger.ask(&sql, &[])?;
        lines.iter().map(|line| Ok((Paper::read(line, 0)?, read(line, 3)?))).collect()
    }
}

impl Stage {
    const ALL: [Stage; 2] = [Stage::ToSign, Stage::Signed];

    fn word(self) -> &'static str {
        match self {
            Stage::ToSign => "akan_ditandatangani",
            Stage::Signed => "ditandatangani",
        }
    }
}

pub(super) fn read(line: &Line, at: usize) -> Result<Issued, RegisterProblem> {
    let stage = line.text(at + 1)?;
    let known = Stage::ALL.into_iter().find(|known| known.word() == stage);
    let text = |at| line.text(at).map(str::to_owned);
    Ok(Issued {
        revision: line.int(at)?,
        stage: known.ok_or_else(|| RegisterProblem::Damaged {
            reason: format!("tahap \"{stage}\" tidak dikenal"),
        })?,
        record: text(at + 2)?,
        record_digest: text(at + 3)?,
        pdf_digest: text(at + 4)?,
        file: text(at + 5)?,
        fingerprint: text(at + 6)?,
    })
}

fn parse(paper: &Paper, record: &str) -> Result<serde_json::Value, RegisterProblem> {
    serde_json::from_str(record).map_err(|error| RegisterProblem::BadRecord {
        paper: paper.clone(),
        reason: error.to_string(),
    })
}
