//! The numbers of papers: looking one up, entering one given elsewhere, voiding one.
//!
//! In one year a number in force is borne by one paper of a kind. Nothing is taken out:
//! a voided number stays with its reason.

use chrono::{Datelike, NaiveDate};

use super::Register;
use super::line::{Line, Value};
use super::paper::{Paper, compared};
use super::problem::RegisterProblem;
use crate::office::NumberSource;

/// The number that a paper bears (*nomor naskah*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentNumber {
    pub text: String,
    /// The date that was entered with it.
    pub date: Option<NaiveDate>,
    /// Who gave it; never [`NumberSource::Blank`].
    pub source: NumberSource,
}

/// When a number that was given elsewhere is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    On(NaiveDate),
    /// The day is not known, only the year.
    In(i32),
}

/// One number that was ever given or entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberEntry {
    pub paper: Paper,
    pub year: i32,
    /// Its place in the sequence of its kind and year, where it has one.
    pub sequence: Option<i64>,
    pub number: DocumentNumber,
    /// Why it was voided; `None` while it is in force.
    pub voided: Option<String>,
}

/// A [`NumberEntry`] as it is asked for, with the key of its line first.
const ENTRY: &str = "SELECT number.id, paper.kind, paper.subject, paper.round, number.year, \
                     number.sequence, number.printed, number.dated, number.source, number.voided \
                     FROM number JOIN paper ON paper.id = number.paper";

impl Register {
    /// The number that a paper bears, if any; gives none.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn number_of(&self, paper: &Paper) -> Result<Option<DocumentNumber>, RegisterProblem> {
        Ok(self.entry_of(paper)?.map(|(_, entry)| entry.number))
    }

    /// Enters a number that was given elsewhere (agenda, SRIKANDI). The same number again
    /// is no mistake; a date that comes with it is noted.
    ///
    /// # Errors
    ///
    /// There is nothing in the number; the paper bears another, which is to be voided
    /// first; another paper of the kind bears it in that year; or the register once gave
    /// it and it was voided.
    pub fn enter_number(
        &mut self,
        paper: &Paper,
        number: &str,
        dated: Dated,
    ) -> Result<DocumentNumber, RegisterProblem> {
        let text = number.trim();
        if text.is_empty() {
            return Err(RegisterProblem::EmptyNumber);
        }
        let (year, date) = match dated {
            Dated::On(date) => (date.year(), Some(date)),
            Dated::In(year) => (year, None),
        };
        self.together(|register| {
            let own = register.entry_of(paper)?;
            if let Some((_, entry)) = &own
                && compared(&entry.number.text) != compared(text)
            {
                let number = entry.number.text.clone();
                return Err(RegisterProblem::AlreadyNumbered { paper: paper.clone(), number });
            }
            register.refuse_if_borne(paper, text, year)?;
            let Some((line, mut entry)) = own else {
                let key = register.enter_paper(paper)?;
                let kind = paper.kind();
                let line = NewNumber { paper: key, kind, year, text, date, ..NewNumber::EMPTY };
                register.add_number(&line)?;
                let source = NumberSource::Given;
                return Ok(DocumentNumber { text: text.to_owned(), date, source });
            };
            if date.is_some() && date != entry.number.date {
                let sql = "UPDATE number SET dated = ?, \
                           year = CASE WHEN sequence IS NULL THEN ? ELSE year END WHERE id = ?";
                let values = [written(date), year.into(), line.into()];
                register.ledger.change(sql, &values)?;
                entry.number.date = date;
            }
            Ok(entry.number)
        })
    }

    fn refuse_if_borne(&self, paper: &Paper, text: &str, year: i32) -> Result<(), RegisterProblem> {
        let kind = paper.kind();
        let own = self.key_of(paper)?.map(|(key, _)| key);
        let values = [kind.into(), year.into(), compared(text).as_str().into(), own.into()];
        // What was given elsewhere and voided here may be right for another paper: who
        // gives those numbers is not this register. Its own it never gives again.
        let sql = format!(
            "{ENTRY} WHERE number.kind = ?1 AND number.year = ?2 AND number.compared = ?3 \
             AND (number.voided IS NULL AND number.paper IS NOT ?4 \
             OR number.voided IS NOT NULL AND number.source = 'register') \
             ORDER BY number.voided IS NOT NULL LIMIT 1"
        );
        let Some(line) = self.ledger.ask(&sql, &values)?.into_iter().next() else {
            return Ok(());
        };
        let (_, entry) = read_entry(&line)?;
        let number = text.to_owned();
        Err(match entry.voided {
            None => RegisterProblem::NumberTaken { number, kind, year, by: entry.paper },
            Some(reason) => RegisterProblem::NumberSpent { number, kind, year, reason },
        })
    }

    /// Voids a number that a paper of a kind bears: the paper may get another, the number
    /// stays voided for ever. `year` tells which, where several years have the number.
    /// The same again with the same reason is no mistake.
    ///
    /// # Errors
    ///
    /// No reason; no paper of the kind bears the number; it is voided for another reason;
    /// or several papers bear it in different years and `year` is not given.
    pub fn void_number(
        &mut self,
        kind: &'static str,
        number: &str,
        year: Option<i32>,
        reason: &str,
    ) -> Result<NumberEntry, RegisterProblem> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(RegisterProblem::NoReason);
        }
        let sql = format!(
            "{ENTRY} WHERE number.kind = ?1 AND number.compared = ?2 \
             AND number.year = coalesce(?3, number.year) ORDER BY number.year, number.id"
        );
        let values = [kind.into(), compared(number).as_str().into(), year.into()];
        let lines = self.ledger.ask(&sql, &values)?;
        let entries = lines.iter().map(read_entry).collect::<Result<Vec<_>, _>>()?;
        let (in_force, voided): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|(_, entry)| entry.voided.is_none());
        let number = number.trim().to_owned();
        let years = in_force.iter().map(|(_, entry)| entry.year).collect::<Vec<_>>();
        match (in_force.into_iter().next(), voided.into_iter().last()) {
            (Some(_), _) if years.len() > 1 => {
                Err(RegisterProblem::SeveralYears { number, kind, years })
            }
            (Some((line, entry)), _) => self.together(|register| {
                let sql = "UPDATE number SET voided = ? WHERE id = ?";
                register.ledger.change(sql, &[reason.into(), line.into()])?;
                Ok(NumberEntry { voided: Some(reason.to_owned()), ..entry })
            }),
            (None, Some((_, entry))) if entry.voided.as_deref() == Some(reason) => Ok(entry),
            (None, Some((_, entry))) => Err(RegisterProblem::NumberSpent {
                number,
                kind,
                year: entry.year,
                reason: entry.voided.unwrap_or_default(),
            }),
            (None, None) => Err(RegisterProblem::UnknownNumber { number, kind, year }),
        }
    }

    /// All numbers, also the voided ones: by kind and year, those of the sequence first
    /// and in its order, then those entered, in the order of entry.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn numbers(&self) -> Result<Vec<NumberEntry>, RegisterProblem> {
        let sql = format!(
            "{ENTRY} ORDER BY number.kind, number.year, number.sequence IS NULL, \
             number.sequence, number.id"
        );
        let lines = self.ledger.ask(&sql, &[])?;
        lines.iter().map(|line| Ok(read_entry(line)?.1)).collect()
    }

    fn entry_of(&self, paper: &Paper) -> Result<Option<(i64, NumberEntry)>, RegisterProblem> {
        let Some((key, _)) = self.key_of(paper)? else { return Ok(None) };
        let sql = format!("{ENTRY} WHERE number.paper = ? AND number.voided IS NULL");
        self.ledger.ask(&sql, &[key.into()])?.first().map(read_entry).transpose()
    }

    pub(super) fn add_number(&self, new: &NewNumber<'_>) -> Result<(), RegisterProblem> {
        let source = if new.sequence.is_some() { "register" } else { "diberikan" };
        let values = [
            new.paper.into(),
            new.kind.into(),
            new.year.into(),
            new.text.into(),
            compared(new.text).as_str().into(),
            source.into(),
            new.sequence.into(),
            written(new.date),
            new.voided.into(),
        ];
        let sql = "INSERT INTO number (paper, kind, year, printed, compared, source, sequence, \
                   dated, voided) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        self.ledger.change(sql, &values)
    }
}

/// A line to be added; one with a place in the sequence is of the register.
#[derive(Debug, Clone, Copy)]
pub(super) struct NewNumber<'a> {
    pub(super) paper: i64,
    pub(super) kind: &'static str,
    pub(super) year: i32,
    pub(super) text: &'a str,
    pub(super) sequence: Option<i64>,
    pub(super) date: Option<NaiveDate>,
    pub(super) voided: Option<&'a str>,
}

impl NewNumber<'_> {
    pub(super) const EMPTY: Self =
        Self { paper: 0, kind: "", year: 0, text: "", sequence: None, date: None, voided: None };
}

fn written(date: Option<NaiveDate>) -> Value {
    date.map(|date| date.to_string()).as_deref().into()
}

fn read_entry(line: &Line) -> Result<(i64, NumberEntry), RegisterProblem> {
    let source = match line.text(8)? {
        "register" => NumberSource::Register,
        _ => NumberSource::Given,
    };
    let date = line.text_if_any(7)?.map(|date| {
        date.parse().map_err(|_| RegisterProblem::Damaged {
            reason: format!("tanggal nomor \"{date}\" tidak dapat dibaca"),
        })
    });
    let number = DocumentNumber { text: line.text(6)?.to_owned(), date: date.transpose()?, source };
    let entry = NumberEntry {
        paper: Paper::read(line, 1)?,
        year: line.int(4)?,
        sequence: line.int_if_any(5)?,
        number,
        voided: line.text_if_any(9)?.map(str::to_owned),
    };
    Ok((line.int(0)?, entry))
}
