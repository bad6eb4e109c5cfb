//! By which version of the SOP a request is judged.
//!
//! It is the one that was in force when the request was received, to its end and through
//! all its rounds. What a sign-off calls its step is settled by that version.

use std::sync::Arc;

use chrono::NaiveDate;

use super::finding::{Fact, Finding};
use super::{Rules, sequence};
use crate::diagnostic::Place;
use crate::records::{Case, Moment, SignOff, StepRef};
use crate::sop::{VersionId, Versions};

/// The version in force on the day of receipt; without any date, at the moment of the
/// run.
pub(super) fn of(case: &Case, rules: &Rules<'_>) -> VersionId {
    if !rules.versions.are_several() {
        return VersionId::default();
    }
    let day = received(case, rules).unwrap_or(rules.as_of.date());
    rules.versions.in_force(day)
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
    match &row.step_by_version {
        Some(readings) => Versions::reading(readings, version),
        None => Some(no),
    }
}

/// Gives each sign-off the step that it names in the version of its request. A step that
/// this version does not have is D06.
pub(super) fn settle(case: &mut Case, version: VersionId, rules: &Rules<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if !rules.versions.are_several() {
        return found;
    }
    let sop = rules.versions.get(version);
    let number = Arc::clone(&case.number);
    for row in &mut case.sign_offs {
        let StepRef::Known(written, cell) = row.step else { continue };
        match number_in(row, version).filter(|no| sop.step(*no).is_some()) {
            Some(no) => row.step = StepRef::Known(no, cell),
            None => {
                row.step = StepRef::Unknown(cell);
                row.flawed = true;
                found.push(Finding {
                    case: Some(Arc::clone(&number)),
                    round: None,
                    step: None,
                    fact: Fact::NotInVersion { step: written, sop: sop.number.clone() },
                    places: vec![Place::Cell(cell)],
                });
            }
        }
    }
    found
}
