//! `tertib register`: the agenda book (*buku agenda*), every number of the register and
//! every paper of a numbered kind that went out without one.
//!
//! It is made from the register alone, so that it can be made when the workbooks are
//! long gone. The date of a paper is the one that is printed on it, or that was entered
//! with its number; one that is not signed yet has none.

mod double;
mod line;
mod page;
mod sequence;

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};

use super::issue::{REGISTER, unusable};
use super::{Choices, OfficeFolder, Refusal};
use crate::office::{Office, Zone};
use crate::register::{Access, Register, RegisterProblem};
use crate::report::Month;

pub use line::{AgendaLine, NumberState};
pub use page::print_agenda;
pub(super) use sequence::late;

/// The book, or one month of it.
#[derive(Debug, Clone)]
pub struct Agenda {
    pub office: String,
    pub month: Option<Month>,
    /// By kind and year, each with its lines in the order of numbers.
    pub sequences: Vec<AgendaSequence>,
    /// Lines that are in no month: they have no date. Only where one month was asked for.
    pub undated: usize,
    pub as_of: NaiveDateTime,
    pub zone: Zone,
    /// There is a register at all.
    pub is_begun: bool,
    paper_size: &'static str,
}

/// The numbers of one kind and year.
#[derive(Debug, Clone)]
pub struct AgendaSequence {
    /// The kind as users type it, and its title.
    pub kind: &'static str,
    pub title: &'static str,
    pub year: Option<i32>,
    pub lines: Vec<AgendaLine>,
    /// What is to be said of the sequence as a whole: how far it goes, and each place
    /// in it that is no number in force.
    pub gaps: Vec<String>,
}

impl Agenda {
    pub fn lines(&self) -> impl Iterator<Item = &AgendaLine> {
        self.sequences.iter().flat_map(|sequence| &sequence.lines)
    }
}

/// By kind and year: the latest date, and the number that bears it.
pub(super) type LatestDates = BTreeMap<(&'static str, i32), (NaiveDate, String)>;

/// Of each sequence the latest date, and the number that bears it.
pub(super) fn latest(register: &Register, office: &Office) -> Result<LatestDates, RegisterProblem> {
    let mut latest: BTreeMap<_, (NaiveDate, String)> = BTreeMap::new();
    for line in line::all(register, office)? {
        let (Some(_), Some(year), Some(date), Some(number)) =
            (line.place, line.year, line.date, line.number)
        else {
            continue;
        };
        let known = latest.entry((line.kind, year)).or_insert_with(|| (date, number.clone()));
        if known.0 < date {
            *known = (date, number);
        }
    }
    Ok(latest)
}

/// Lays out the book.
///
/// # Errors
/// The office's own files or its register cannot be used.
pub fn agenda(choices: &Choices, month: Option<Month>) -> Result<Agenda, Refusal> {
    let folder = OfficeFolder::open(choices)?;
    agenda_of(&folder, month)
}

fn agenda_of(folder: &OfficeFolder, month: Option<Month>) -> Result<Agenda, Refusal> {
    let register = Register::open(&folder.path.join(REGISTER), Access::Look).map_err(unusable)?;
    let mut lines = line::all(&register, &folder.office).map_err(unusable)?;
    double::note(&mut lines);
    let mut sequences = sequence::in_order(lines);
    let mut undated = 0;
    if let Some(month) = month {
        for sequence in &mut sequences {
            undated += sequence.lines.iter().filter(|line| line.date.is_none()).count();
            sequence.lines.retain(|line| line.date.is_some_and(|date| month.holds(date)));
        }
        sequences.retain(|sequence| !sequence.lines.is_empty());
    }
    let institution = folder.office.institution_on(folder.as_of.date());
    Ok(Agenda {
        is_begun: folder.path.join(REGISTER).exists(),
        office: institution.name.clone(),
        month,
        sequences,
        undated,
        as_of: folder.as_of,
        zone: folder.office.zone,
        paper_size: institution.paper_size.name(),
    })
}
