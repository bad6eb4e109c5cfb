//! Giving the next number of a kind.
//!
//! Each kind has a sequence per year. A number that was entered by hand and that the
//! sequence would give too is passed over and takes that place in it, so that every
//! place from 1 on is a number in force, a voided one with its reason, or one entered.
//! A number that a paper of another kind bears in that year is passed over too:
//! tertib.toml may have changed since, or the number was given elsewhere.
//!
//! A paper that bears a number keeps it, whatever tertib.toml says later: the rule only
//! decides where a new one comes from.

use chrono::Datelike;

use super::Register;
use super::line::Value;
use super::number::{DocumentNumber, NewNumber};
use super::paper::{Paper, compared};
use super::problem::RegisterProblem;
use crate::office::number::{KINDS, Pattern};
use crate::office::{NumberParts, NumberSource, Numbering};

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
            let text = fill(kind, pattern, parts, sequence)?;
            let mut line = NewNumber { paper: key, kind, year, text: &text, ..NewNumber::EMPTY };
            line.sequence = Some(sequence);
            let taken = match self.passed_over(kind, pattern, parts, sequence)? {
                Some((entered, None)) => {
                    let sql = "UPDATE number SET sequence = ? WHERE id = ?";
                    self.ledger.change(sql, &[sequence.into(), entered.into()])?;
                    continue;
                }
                // Only after the pattern was changed: an earlier place gave this text.
                Some((_, Some(earlier))) => Some(format!("sama dengan nomor urut {earlier}")),
                None => {
                    let other = self.other_kind_with(kind, year, &text)?;
                    other.map(|other| format!("sudah menjadi nomor {other}"))
                }
            };
            let Some(taken) = taken else {
                self.add_number(&line)?;
                return Ok(DocumentNumber { text, date: None, source: NumberSource::Register });
            };
            let reason = format!("dilewati: {taken}");
            self.add_number(&NewNumber { voided: Some(&reason), ..line })?;
        }
    }

    /// Another kind of which a paper bears that number in that year. What was given
    /// elsewhere and voided here is nobody's; what the register gave stays spent.
    fn other_kind_with(
        &self,
        kind: &'static str,
        year: i32,
        number: &str,
    ) -> Result<Option<String>, RegisterProblem> {
        let others: Vec<_> = KINDS.into_iter().filter(|other| *other != kind).collect();
        let places = vec!["?"; others.len()].join(", ");
        // Named one by one, for the index of numbers begins with the kind.
        let sql = format!(
            "SELECT kind FROM number WHERE kind IN ({places}) AND compared = ? AND year = ? \
             AND (voided IS NULL OR source = 'register') ORDER BY id LIMIT 1"
        );
        let mut values: Vec<Value> = others.into_iter().map(Value::from).collect();
        values.extend([compared(number).as_str().into(), year.into()]);
        let lines = self.ledger.ask(&sql, &values)?;
        lines.first().map(|line| line.text(0).map(str::to_owned)).transpose()
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
            let text = compared(&fill(kind, pattern, &parts.in_month(month), sequence)?);
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
) -> Result<String, RegisterProblem> {
    pattern.fill(parts, sequence).map_err(|part| RegisterProblem::PatternLacks { kind, part })
}
