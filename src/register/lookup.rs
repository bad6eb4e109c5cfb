//! Finding an issue by what is in hand: the digest on a paper, or the file itself.

use std::collections::BTreeSet;

use super::Register;
use super::issue::{Issued, STATE, read};
use super::line::{Line, Value};
use super::number::NumberEntry;
use super::paper::{Paper, compared};
use super::problem::RegisterProblem;

/// A state that a paper was printed in, and what became of the paper since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundIssue {
    pub paper: Paper,
    /// The state that was found.
    pub issued: Issued,
    /// The present state of the paper.
    pub present: Issued,
}

impl FoundIssue {
    /// Whether a later state of the same revision is out: blanks of this one were filled.
    pub fn was_completed(&self) -> bool {
        self.issued.revision == self.present.revision && self.issued.record != self.present.record
    }
}

impl Register {
    /// The states whose record has a digest that begins so; more than one only where it
    /// is short.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn issues_by_record(&self, digest: &str) -> Result<Vec<FoundIssue>, RegisterProblem> {
        let sql = "substr(issue.record_sha256, 1, length(?1)) = ?1";
        self.issues_where(sql, &[digest.into()])
    }

    /// The state whose PDF has that digest.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn issue_by_print(&self, digest: &str) -> Result<Option<FoundIssue>, RegisterProblem> {
        Ok(self.issues_where("issue.pdf_sha256 = ?1", &[digest.into()])?.pop())
    }

    /// Whether a paper of that name was ever issued. Named as on its check line:
    /// `P-2024-017/berita-acara/1`, `2024-06/laporan-bulanan`.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn has_issued(&self, named: &str) -> Result<bool, RegisterProblem> {
        let sql = "SELECT paper.kind, paper.subject, paper.round FROM paper \
                   WHERE EXISTS (SELECT 1 FROM issue WHERE issue.paper = paper.id)";
        let lines = self.ledger.ask(sql, &[])?;
        let papers = lines.iter().map(|line| Paper::read(line, 0));
        let papers = papers.collect::<Result<Vec<_>, _>>()?;
        Ok(papers.iter().any(|paper| paper.is_named(named)))
    }

    /// The number of a paper as it was printed there, with what became of it.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn number_borne(
        &self,
        paper: &Paper,
        number: &str,
    ) -> Result<Option<NumberEntry>, RegisterProblem> {
        let mut borne = self.numbers()?.into_iter().filter(|entry| {
            entry.paper.kind() == paper.kind()
                && entry.paper.name() == paper.name()
                && compared(&entry.number.text) == compared(number)
        });
        // The same number again after it was voided is in force.
        Ok(borne.by_ref().reduce(|one, other| if one.voided.is_none() { one } else { other }))
    }

    /// Whether a paper of that kind and name, as on its check line, ever bore that number.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn ever_bore(
        &self,
        kind: &str,
        named: &str,
        number: &str,
    ) -> Result<bool, RegisterProblem> {
        let sql = "SELECT paper.kind, paper.subject, paper.round FROM number \
                   JOIN paper ON paper.id = number.paper \
                   WHERE number.kind = ? AND number.compared = ?";
        let lines = self.ledger.ask(sql, &[kind.into(), compared(number).as_str().into()])?;
        for line in &lines {
            if Paper::read(line, 0)?.is_named(named) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The SHA-256 of every PDF that was issued.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn prints(&self) -> Result<BTreeSet<String>, RegisterProblem> {
        let lines = self.ledger.ask("SELECT pdf_sha256 FROM issue", &[])?;
        lines.iter().map(|line| line.text(0).map(str::to_owned)).collect()
    }

    fn issues_where(
        &self,
        condition: &str,
        values: &[Value],
    ) -> Result<Vec<FoundIssue>, RegisterProblem> {
        let sql = format!(
            "SELECT paper.kind, paper.subject, paper.round, {STATE} FROM issue \
             JOIN paper ON paper.id = issue.paper WHERE {condition} \
             ORDER BY issue.paper, issue.ordinal"
        );
        let lines = self.ledger.ask(&sql, values)?;
        let found = |line: &Line| {
            let (paper, issued) = (Paper::read(line, 0)?, read(line, 3)?);
            let present = self.issued(&paper)?.unwrap_or_else(|| issued.clone());
            Ok(FoundIssue { paper, issued, present })
        };
        lines.iter().map(found).collect()
    }
}
