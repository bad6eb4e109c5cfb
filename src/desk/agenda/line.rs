//! One line of the agenda book: a number with what it was given to, or a paper without
//! a number.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use crate::intake::moment;
use crate::office::{NumberSource, Office, Zone};
use crate::register::{Issued, NumberEntry, Paper, Register, RegisterProblem, Stage, compared};

/// A line of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaLine {
    /// The kind as users type it.
    pub kind: &'static str,
    pub year: Option<i32>,
    /// Its place in the sequence of its kind and year.
    pub place: Option<i64>,
    pub number: Option<String>,
    pub date: Option<NaiveDate>,
    /// The request, or the month of a report.
    pub subject: String,
    /// The submission (*pengajuan*) of the request, from 1.
    pub round: u32,
    /// To or for whom the paper is, with their unit.
    pub concerns: Option<String>,
    /// How often facts printed on it were changed; `None` while nothing was issued.
    pub revision: Option<u32>,
    pub state: NumberState,
    pub notes: Vec<String>,
}

/// What became of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberState {
    InForce,
    Voided {
        reason: String,
    },
    /// It is borne by a paper that was not made yet.
    NotIssued,
    /// The paper is out, its number is a line to fill by hand.
    Blank,
}

/// All lines, in no order.
pub(super) fn all(
    register: &Register,
    office: &Office,
) -> Result<Vec<AgendaLine>, RegisterProblem> {
    let entries = register.numbers()?;
    let mut lines = Vec::new();
    for entry in &entries {
        lines.push(of_number(entry, &register.issues_of(&entry.paper)?, office.zone));
    }
    let in_force = entries.iter().filter(|entry| entry.voided.is_none());
    let numbered: BTreeSet<&Paper> = in_force.map(|entry| &entry.paper).collect();
    for (paper, issued) in register.papers()? {
        if !numbered.contains(&paper) && office.numbering.is_numbered(paper.kind()) {
            lines.push(of_paper(&paper, &issued, office.zone));
        }
    }
    Ok(lines)
}

fn of_number(entry: &NumberEntry, states: &[Issued], zone: Zone) -> AgendaLine {
    let bearing = states.iter().rev().map(|state| (state, record_of(state)));
    let bearing = bearing.into_iter().find(|(_, record)| {
        text(record, "nomor").is_some_and(|number| compared(number) == compared(&entry.number.text))
    });
    let record = bearing.as_ref().map(|(_, record)| record);
    let printed = record.and_then(|record| date(&entry.paper, record, zone));
    let mut notes = Vec::new();
    if entry.number.source == NumberSource::Given {
        notes.push("diberikan di luar register".to_owned());
    }
    if bearing.as_ref().is_some_and(|(state, _)| state.stage == Stage::ToSign) && printed.is_none()
    {
        notes.push("belum ditandatangani, maka belum bertanggal".to_owned());
    }
    let state = match (&entry.voided, &bearing) {
        (Some(reason), _) => NumberState::Voided { reason: reason.clone() },
        (None, None) => NumberState::NotIssued,
        (None, Some(_)) => NumberState::InForce,
    };
    AgendaLine {
        kind: entry.paper.kind(),
        year: Some(entry.year),
        place: entry.sequence,
        number: Some(entry.number.text.clone()),
        date: printed.or(entry.number.date),
        concerns: record.and_then(concerns),
        revision: bearing.as_ref().map(|(state, _)| state.revision),
        state,
        notes,
        ..about(&entry.paper)
    }
}

fn of_paper(paper: &Paper, issued: &Issued, zone: Zone) -> AgendaLine {
    let record = record_of(issued);
    let date = date(paper, &record, zone);
    AgendaLine {
        year: date.map(|date| date.year()),
        date,
        concerns: concerns(&record),
        revision: Some(issued.revision),
        ..about(paper)
    }
}

/// What a paper is, without a number.
fn about(paper: &Paper) -> AgendaLine {
    let (subject, round) = match paper {
        Paper::Request { number, round, .. } => (number.clone(), *round),
        Paper::Month { year, month } => (format!("{year:04}-{month:02}"), 1),
    };
    AgendaLine {
        kind: paper.kind(),
        year: None,
        place: None,
        number: None,
        date: None,
        subject,
        round,
        concerns: None,
        revision: None,
        state: NumberState::Blank,
        notes: Vec::new(),
    }
}

fn record_of(issued: &Issued) -> Value {
    serde_json::from_str(&issued.record).unwrap_or_default()
}

/// The date that is printed; a report bears the last day of its month at the latest.
fn date(paper: &Paper, record: &Value, zone: Zone) -> Option<NaiveDate> {
    let written =
        text(record, "tanggal").or_else(|| record.pointer("/isi/tanggal").and_then(Value::as_str));
    match (written, paper) {
        (Some(written), _) => Some(moment::parse(written, zone).ok()?.moment.date()),
        (None, Paper::Month { .. }) => {
            let posisi = text(record, "posisi")?;
            let day = posisi.rsplit_once(" pukul").map_or(posisi, |(day, _)| day);
            let from = day.find(|letter: char| letter.is_ascii_digit())?;
            Some(moment::parse(day.get(from..)?, zone).ok()?.moment.date())
        }
        (None, Paper::Request { .. }) => None,
    }
}

/// Whom a record speaks to, else for whom it was made.
fn concerns(record: &Value) -> Option<String> {
    let told = |way: &str| record.pointer(way).and_then(Value::as_str);
    let person = |way: &str| {
        let part = |key: &str| told(&format!("{way}/{key}"));
        let named: Vec<&str> = [part("nama"), part("unit")].into_iter().flatten().collect();
        (!named.is_empty()).then(|| named.join(", "))
    };
    told("/isi/kepada")
        .map(str::to_owned)
        .or_else(|| person("/isi/kepada"))
        .or_else(|| person("/isi/pihak_kedua"))
        .or_else(|| person("/isi/pemohon"))
}

fn text<'a>(record: &'a Value, key: &str) -> Option<&'a str> {
    record.get(key).and_then(Value::as_str)
}
