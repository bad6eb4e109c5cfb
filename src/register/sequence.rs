//! Giving the next number of a kind.
//!
//! Each kind has a sequence per year. A number that was entered by hand and that the
//! sequence would give too is passed over and takes that place in it, so that every
//! place from 1 on is a number in force, a voided one with its reason, or one entered.
//!
//! A paper that bears a number keeps it, whatever tertib.toml says later: the rule only
//! decides where a new one comes from.

use chrono::{Datelike, NaiveDate};

use super::Register;
use super::number::{DocumentNumber, NewNumber};
use super::paper::{Paper, compared};
use super::problem::RegisterProblem;
use crate::office::number::{Part, Pattern};
use crate::office::{NumberSource, Numbering};

/// What a pattern is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberParts<'a> {
    /// The day whose year and month the number bears: that of the paper, else of the
    /// event that made it due; never that of the run.
    pub date: NaiveDate,
    /// *kode_unit* of the institution on that day.
    pub unit_code: Option<&'a str>,
    /// *klasifikasi* of the kind of paper.
    pub classification: Option<&'a str>,
}

impl Register {
    /// The number that a paper bears; where it has none and the register gives those of
    /// its kind, the next one of the sequence. Numbers go in the order of the calls.
    ///
    /// # Errors
    ///
    /// The kind has no pattern, the pattern asks for what is not known, or the register
    /// cannot be written.
    pub fn number_for(
        &mut self,
        paper: &Paper,
        numbering: &Numbering,
        parts: &NumberParts<'_>,
    ) -> Result<Option<DocumentNumber>, RegisterProblem> {
        if let Some(number) = self.number_of(paper)? {
            return Ok(Some(number));
        }
        let kind = paper.kind();
        if !numbering.is_of_register(kind) {
            return Ok(None);
        }
        let pattern = numbering.pattern(kind).ok_or(RegisterProblem::NoPattern { kind })?;
        self.together(|register| register.give(paper, pattern, parts).map(Some))
    }

    fn give(
        &mut self,
        paper: &Paper,
        pattern: &Pattern,
        parts: &NumberParts<'_>,
    ) -> Result<DocumentNumber, RegisterProblem> {
        let (kind, year) = (paper.kind(), parts.date.year());
        let key = self.enter_paper(paper)?;
        let sql = "SELECT max(sequence) FROM number WHERE kind = ? AND year = ?";
        let lines = self.ledger.ask(sql, &[kind.into(), year.into()])?;
        let last = lines.first().map_or(Ok(None), |line| line.int_if_any::<i64>(0))?;
        let mut sequence = last.unwrap_or(0);
        loop {
            sequence = sequence.saturating_add(1);
            let text = fill(kind, pattern, parts, sequence, parts.date.month())?;
            let mut line = NewNumber { paper: key, kind, year, text: &text, ..NewNumber::EMPTY };
            line.sequence = Some(sequence);
            match self.passed_over(kind, pattern, parts, sequence)? {
                None => {
                    self.add_number(&line)?;
                    let source = NumberSource::Register;
                    return Ok(DocumentNumber { text, date: None, source });
                }
                Some((entered, None)) => {
                    let sql = "UPDATE number SET sequence = ? WHERE id = ?";
                    self.ledger.change(sql, &[sequence.into(), entered.into()])?;
                }
                // Only after the pattern was changed: an earlier place gave this text.
                Some((_, Some(earlier))) => {
                    let reason = format!("dilewati: sama dengan nomor urut {earlier}");
                    self.add_number(&NewNumber { voided: Some(&reason), ..line })?;
                }
            }
        }
    }

    /// The number that already has what the sequence would give at a place, in whatever
    /// month of the year: its key, and its own place in the sequence.
    fn passed_over(
        &self,
        kind: &'static str,
        pattern: &Pattern,
        parts: &NumberParts<'_>,
        sequence: i64,
    ) -> Result<Option<(i64, Option<i64>)>, RegisterProblem> {
        let sql = "SELECT id, sequence FROM number WHERE kind = ? AND year = ? AND compared = ? \
                   ORDER BY id DESC LIMIT 1";
        let mut tried = Vec::new();
        for month in 1..=12 {
            let text = compared(&fill(kind, pattern, parts, sequence, month)?);
            if tried.contains(&text) {
                continue;
            }
            let values = [kind.into(), parts.date.year().into(), text.as_str().into()];
            if let Some(line) = self.ledger.ask(sql, &values)?.first() {
                return Ok(Some((line.int(0)?, line.int_if_any(1)?)));
            }
            tried.push(text);
        }
        Ok(None)
    }
}

fn fill(
    kind: &'static str,
    pattern: &Pattern,
    parts: &NumberParts<'_>,
    sequence: i64,
    month: u32,
) -> Result<String, RegisterProblem> {
    let lacking = |part| RegisterProblem::PatternLacks { kind, part };
    let mut text = String::new();
    for part in pattern.parts() {
        match part {
            Part::Text(plain) => text.push_str(plain),
            Part::Sequence { width } => {
                text.push_str(&format!("{sequence:0width$}", width = usize::from(*width)));
            }
            Part::UnitCode => {
                text.push_str(parts.unit_code.ok_or_else(|| lacking("kode_unit"))?);
            }
            Part::Classification => {
                text.push_str(parts.classification.ok_or_else(|| lacking("klasifikasi"))?);
            }
            Part::Month => text.push_str(&format!("{month:02}")),
            Part::MonthRoman => text.push_str(roman(month)),
            Part::Year => text.push_str(&format!("{:04}", parts.date.year())),
        }
    }
    Ok(text)
}

fn roman(month: u32) -> &'static str {
    const MONTHS: [&str; 12] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let at = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    at.and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}
