//! `tertib nomor isi`, `tertib nomor batal`: a number that was given elsewhere is
//! entered, one that must not be used is voided. Neither is ever used again by the
//! register.

use chrono::{Datelike, NaiveDate};

use super::issue::{REGISTER, unusable};
use super::month::paper_of;
use super::{Choices, Refusal, check, identity};
use crate::diagnostic::Diagnostic;
use crate::document::Due;
use crate::records::Text;
use crate::register::{Access, Dated, Paper, Register};
use crate::report::Month;
use crate::sop::PaperKind;

/// A number that was entered, or voided.
#[derive(Debug, Clone)]
pub struct Numbered {
    pub kind: &'static str,
    pub number: String,
    /// The request whose paper bears it, or the month of the report: `2024-06`.
    pub request: Option<Text>,
    pub simulated: bool,
}

/// What to enter.
#[derive(Debug, Clone)]
pub enum NumberFor {
    Paper(NumberToEnter),
    /// Of the report of a month.
    Report {
        month: Month,
        number: String,
        date: Option<NaiveDate>,
    },
}

/// The number of a paper of a request.
#[derive(Debug, Clone)]
pub struct NumberToEnter {
    pub request: String,
    pub kind: PaperKind,
    pub number: String,
    pub date: Option<NaiveDate>,
    pub round: u32,
    /// Whose paper it is, where each recipient has their own.
    pub recipient: Option<String>,
}

/// Enters the number that a paper of a request, or the report of a month, was given
/// elsewhere.
///
/// # Errors
/// No such request or paper, the number is taken, or the office's files or its register
/// cannot be used.
pub fn enter_number(
    choices: &Choices,
    entry: &NumberFor,
    simulate: bool,
) -> Result<Numbered, Refusal> {
    match entry {
        NumberFor::Paper(entry) => of_paper(choices, entry, simulate),
        NumberFor::Report { month, number, date } => {
            let paper = paper_of(*month);
            let mut register = open(&super::OfficeFolder::open(choices)?.path, simulate)?;
            let dated = date.map_or(Dated::In(month.first_day().year()), Dated::On);
            register.enter_number(&paper, number, dated).map_err(unusable)?;
            let (kind, number, request) = (paper.kind(), number.clone(), Some(month.key().into()));
            Ok(Numbered { kind, number, request, simulated: simulate })
        }
    }
}

fn of_paper(choices: &Choices, entry: &NumberToEnter, simulate: bool) -> Result<Numbered, Refusal> {
    let examination = check(choices, &[])?;
    let rules = examination.folder.rules();
    let (_, judged) = examination.requested(&entry.request)?;
    let mut register = open(&examination.folder.path, simulate)?;
    let due = identity::due_papers(judged, &rules, &register).map_err(unusable)?;
    let of_kind: Vec<_> = due
        .into_iter()
        .filter(|(due, _)| due.kind == entry.kind && due.round == entry.round)
        .collect();
    let (due, paper) = the_one(of_kind, entry).map_err(|told| vec![*told])?;
    let dated = match entry.date {
        Some(date) => Dated::On(date),
        None => Dated::In(due.event.date().year()),
    };
    register.enter_number(&paper, &entry.number, dated).map_err(unusable)?;
    Ok(Numbered {
        kind: entry.kind.stem(),
        number: entry.number.clone(),
        request: Some(judged.case.number.clone()),
        simulated: simulate,
    })
}

/// Voids a number of a kind: it stays in the register with its reason, and its paper
/// may be given another.
///
/// # Errors
/// No such number, or the office's files or its register cannot be used.
pub fn void_number(
    choices: &Choices,
    kind: &'static str,
    number: &str,
    year: Option<i32>,
    reason: &str,
    simulate: bool,
) -> Result<Numbered, Refusal> {
    let folder = super::OfficeFolder::open(choices)?;
    let mut register = open(&folder.path, simulate)?;
    register.void_number(kind, number, year, reason).map_err(unusable)?;
    Ok(Numbered { kind, number: number.to_owned(), request: None, simulated: simulate })
}

fn open(folder: &std::path::Path, simulate: bool) -> Result<Register, Refusal> {
    let access = if simulate { Access::Look } else { Access::Write };
    Register::open(&folder.join(REGISTER), access).map_err(unusable)
}

/// The paper that the number is for: that of the recipient who is named, or the only one.
fn the_one(
    mut due: Vec<(Due, Paper)>,
    entry: &NumberToEnter,
) -> Result<(Due, Paper), Box<Diagnostic>> {
    if due.is_empty() {
        return Err(Box::new(not_due(entry)));
    }
    let names: Vec<String> = due
        .iter()
        .filter_map(|(due, _)| due.recipient.as_ref().map(|one| one.name.to_string()))
        .collect();
    due.retain(|(due, _)| match (&entry.recipient, &due.recipient) {
        (Some(named), Some(one)) => one.is(named, None),
        (None, None) => true,
        _ => false,
    });
    if due.len() == 1
        && let Some(found) = due.pop()
    {
        return Ok(found);
    }
    let told = Diagnostic::error(format!(
        "{} untuk {} dibuat {}",
        entry.kind.title(),
        entry.request,
        if names.is_empty() { "satu untuk semua penerima" } else { "per penerima" }
    ));
    Err(Box::new(match names.is_empty() {
        true => told.advice("jalankan lagi tanpa --penerima"),
        false => {
            told.advice(format!("sebut penerimanya dengan --penerima NAMA: {}", names.join("; ")))
        }
    }))
}

fn not_due(entry: &NumberToEnter) -> Diagnostic {
    Diagnostic::error(format!(
        "{} untuk {} pengajuan ke-{} belum waktunya dibuat, sehingga belum bernomor",
        entry.kind.title(),
        entry.request,
        entry.round
    ))
    .advice("periksa nomor permohonan, jenis naskah, dan --putaran; lihat keadaannya dengan: tertib status")
}
