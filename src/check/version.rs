//! By which procedure, and which version of it, a request is judged.
//!
//! The procedure is the one that its rows name, by a column, a title or the name of the
//! sheet; else the only one that is for its kind of request (*jenis*); else the main one.
//! The version is the one in force when the request was received, to its end and through
//! all its rounds. What a sign-off calls its step is settled by that version.

use std::sync::Arc;

use chrono::NaiveDate;

use super::finding::{Fact, Finding};
use super::{Rules, sequence};
use crate::diagnostic::{Cell, Place};
use crate::records::{
    Case, Moment, Reading, RequestField, RequestKind, SignOff, StepRef, Text, Written,
};
use crate::sop::{ProcedureId, VersionId, Versions};

/// How a request came to its procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// Its own rows say it, or those of its sign-offs.
    Said(ProcedureId),
    /// Nothing says it: by the kind of request, else the main one.
    ByKind(ProcedureId),
    /// What was said names no procedure of the office.
    Unknown,
    /// Nothing says it, and several procedures are for its kind of request.
    Unclear(RequestKind),
    /// The one that is named is not for this kind of request.
    NotForKind(ProcedureId, RequestKind),
}

/// The procedure and version that a request is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Judge {
    pub named: Named,
    pub version: VersionId,
}

impl Judge {
    /// The version in force on the day of receipt; without any date, at the moment of the
    /// run.
    pub(super) fn of(case: &Case, rules: &Rules<'_>) -> Judge {
        let versions = rules.versions;
        let said = said(case);
        if !versions.are_several() {
            let named = said.unwrap_or(Named::ByKind(ProcedureId::default()));
            return Judge { named, version: VersionId::default() };
        }
        let day = received(case, rules).unwrap_or(rules.as_of.date());
        let named = match said {
            Some(Named::Said(procedure)) => fitting(case, procedure, day, versions),
            Some(named) => named,
            None => by_kind(case, day, versions),
        };
        let procedure = match named {
            Named::Said(procedure) | Named::ByKind(procedure) => procedure,
            Named::NotForKind(procedure, _) => procedure,
            Named::Unknown | Named::Unclear(_) => ProcedureId::default(),
        };
        Judge { named, version: versions.in_force_of(procedure, day) }
    }

    /// It cannot be told by which procedure to judge: no verdict is given.
    pub(super) fn is_missing(self) -> bool {
        matches!(self.named, Named::Unknown | Named::Unclear(_) | Named::NotForKind(..))
    }

    /// What a row that does not say it asks for.
    pub(super) fn silent_kind(self, rules: &Rules<'_>) -> RequestKind {
        let first = match self.named {
            Named::Said(_) => rules.versions.get(self.version).covers.first(),
            _ => None,
        };
        first.and_then(|kind| RequestKind::from_name(kind)).unwrap_or(RequestKind::Baru)
    }
}

/// What the rows of a request say, else those of its sign-offs.
fn said(case: &Case) -> Option<Named> {
    let of_request = case.rows.iter().map(|row| &row.procedure);
    let of_steps = case.sign_offs.iter().map(SignOff::procedure);
    first_said(of_request).or_else(|| first_said(of_steps))
}

fn first_said<'a>(
    readings: impl Iterator<Item = &'a Reading<ProcedureId>> + Clone,
) -> Option<Named> {
    let known = readings.clone().find_map(Reading::value);
    let unusable = || readings.clone().any(|reading| matches!(reading, Reading::Unusable(_)));
    known.map(|procedure| Named::Said(*procedure)).or_else(|| unusable().then_some(Named::Unknown))
}

/// The procedure that is named, where it is for what the rows say that they ask for.
fn fitting(case: &Case, procedure: ProcedureId, day: NaiveDate, versions: &Versions) -> Named {
    let sop = versions.get(versions.in_force_of(procedure, day));
    let stated = || case.rows.iter().filter_map(|row| row.kind.value().copied());
    match stated().next() {
        Some(kind) if !stated().any(|kind| sop.applies_to(kind.name())) => {
            Named::NotForKind(procedure, kind)
        }
        _ => Named::Said(procedure),
    }
}

/// The only procedure that is for this kind of request; the main one where it is among
/// several that are, and where none is.
fn by_kind(case: &Case, day: NaiveDate, versions: &Versions) -> Named {
    let covers = |procedure: &ProcedureId, kind: RequestKind| {
        versions.get(versions.in_force_of(*procedure, day)).applies_to(kind.name())
    };
    let main = ProcedureId::default();
    let kind = case.kind(RequestKind::Baru, |kind| covers(&main, kind));
    let all = versions.procedures();
    let fitting: Vec<ProcedureId> =
        all.into_iter().filter(|procedure| covers(procedure, kind)).collect();
    match fitting.as_slice() {
        [only] => Named::ByKind(*only),
        several if several.contains(&main) || several.is_empty() => Named::ByKind(main),
        _ => Named::Unclear(kind),
    }
}

/// *tanggal_diterima*, else the end of the first step, else *tanggal_surat*, else the
/// first thing that was signed. The rounds are asked in their order.
fn received(case: &Case, rules: &Rules<'_>) -> Option<NaiveDate> {
    let mut rounds: Vec<u32> = case.rows.iter().map(|row| row.round()).collect();
    rounds.sort_unstable();
    rounds.dedup();
    let signed = |wanted: &dyn Fn(&SignOff) -> bool| {
        let rows = case.sign_offs.iter().filter(|row| wanted(row));
        let usable = rows.filter_map(|row| match sequence::see(row, rules).at {
            sequence::Use::Signed { ended, .. } => ended.map(Moment::date),
            _ => None,
        });
        usable.min()
    };
    let first = rules.versions.all().into_iter().filter_map(|version| {
        let step = version.definition.first_step()?.no;
        Some((version.id, step))
    });
    let first: Vec<(VersionId, u32)> = first.collect();
    let is_first = |row: &SignOff| first.iter().any(|(id, no)| number_in(row, *id) == Some(*no));
    let of_round = |round: u32| {
        let received = case.rows_of(round).find_map(|row| row.received.value().copied());
        let letter = || case.rows_of(round).find_map(|row| row.letter_date.value().copied());
        let first_step = || if round == 1 { signed(&is_first) } else { None };
        received.map(Moment::date).or_else(first_step).or_else(letter)
    };
    rounds.into_iter().find_map(of_round).or_else(|| signed(&|_| true))
}

/// The number that a row's step has in a version.
fn number_in(row: &SignOff, version: VersionId) -> Option<u32> {
    let StepRef::Known(no, _) = row.step else { return None };
    match row.step_by_version() {
        Some(readings) => Versions::reading(readings, version),
        None => Some(no),
    }
}

/// Gives each sign-off the step that it names in the version of its request. A step that
/// this version does not have is D06; rows that name other procedures are D08.
pub(super) fn settle(case: &mut Case, judge: Judge, rules: &Rules<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    match judge.named {
        Named::Unclear(kind) => found.push(unclear(case, kind, rules)),
        Named::NotForKind(procedure, kind) => {
            found.push(not_for_kind(case, (procedure, kind), rules));
        }
        Named::Said(_) | Named::ByKind(_) | Named::Unknown => {}
    }
    found.extend(contradiction(case, judge, rules));
    if !rules.versions.are_several() || judge.is_missing() {
        return found;
    }
    let version = judge.version;
    let sop = rules.versions.get(version);
    let number = Arc::clone(&case.number);
    for row in &mut case.sign_offs {
        let StepRef::Known(written, cell) = row.step else { continue };
        match number_in(row, version).filter(|no| sop.step(*no).is_some()) {
            Some(no) => row.step = StepRef::Known(no, cell),
            None => {
                row.step = StepRef::Unknown(cell);
                row.flawed = true;
                let other_procedures = rules.versions.are_several_procedures();
                let sop = sop.number.clone();
                found.push(Finding {
                    case: Some(Arc::clone(&number)),
                    round: None,
                    step: None,
                    fact: Fact::NotInVersion { step: written, sop, other_procedures },
                    places: vec![Place::Cell(cell)],
                });
            }
        }
    }
    found
}

/// What is told of a request as a whole, at these cells.
fn about(case: &Case, fact: Fact, cells: impl IntoIterator<Item = Cell>) -> Finding {
    Finding {
        case: Some(Arc::clone(&case.number)),
        round: None,
        step: None,
        fact,
        places: cells.into_iter().map(Place::Cell).collect(),
    }
}

/// The procedures that the rows of a request name, then those of its sign-offs.
fn written(case: &Case) -> impl Iterator<Item = &Written<ProcedureId>> {
    let of_request = case.rows.iter().filter_map(|row| row.procedure.known());
    of_request.chain(case.sign_offs.iter().filter_map(|row| row.procedure().known()))
}

/// D06: the procedure that is named is not for this kind of request.
fn not_for_kind(
    case: &Case,
    (procedure, kind): (ProcedureId, RequestKind),
    rules: &Rules<'_>,
) -> Finding {
    let named = written(case).map(|written| written.cell).take(1);
    let cells = named.chain(case.rows.iter().filter_map(|row| row.kind.cell()).take(1));
    let sop = rules.versions.newest_of(procedure).number.clone();
    about(case, Fact::ProcedureNotForKind { kind, sop }, cells)
}

/// D06: nothing says which of several procedures it is.
fn unclear(case: &Case, kind: RequestKind, rules: &Rules<'_>) -> Finding {
    let versions = rules.versions;
    let newest = versions.procedures().into_iter().map(|procedure| versions.newest_of(procedure));
    let fitting = newest.filter(|sop| sop.applies_to(kind.name()));
    let procedures = fitting.map(|sop| sop.number.clone()).collect();
    let cells = case.rows.iter().map(|row| row.number.cell);
    about(case, Fact::ProcedureUnclear { kind, procedures }, cells)
}

/// D08: rows of one request, or its sign-offs, name different procedures.
fn contradiction(case: &mut Case, judge: Judge, rules: &Rules<'_>) -> Option<Finding> {
    let (Named::Said(first) | Named::NotForKind(first, _)) = judge.named else { return None };
    let (same, others): (Vec<_>, Vec<_>) =
        written(case).copied().partition(|written| written.value == first);
    let other = others.first()?.value;
    let mut cells: Vec<Cell> =
        same.iter().take(1).chain(&others).map(|written| written.cell).collect();
    cells.dedup();
    let shown = |procedure| Text::from(&*rules.versions.newest_of(procedure).number);
    let fact = Fact::ContradictoryRows {
        field: RequestField::Sop,
        first: shown(first),
        other: shown(other),
    };
    case.contradicted = true;
    Some(about(case, fact, cells))
}
