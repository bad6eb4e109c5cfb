//! Joins what the intake found in a row to the request, round and step of that row.
//!
//! Intake knows cells and no cases; check knows cases and no problems of reading.
//! They meet here, by the place of the row.

use std::collections::BTreeMap;

use crate::check::{History, Judged};
use crate::diagnostic::{Diagnostic, RowPlace};
use crate::intake::Problem;
use crate::records::{Case, StepRef, Text, comparable_number};
use crate::sop::Definition;

/// Whose row it is.
#[derive(Debug, Clone, Default)]
struct Owner {
    case: Option<Text>,
    round: Option<u32>,
    step: Option<u32>,
}

/// The problems as they are told, each with its request, round and step where the
/// row has one.
pub(super) fn diagnostics(
    problems: Vec<Problem>,
    cases: &[Judged],
    sop: &Definition,
) -> Vec<Diagnostic> {
    let mut owners: BTreeMap<RowPlace, Owner> =
        problems.iter().filter_map(Problem::row).map(|row| (row, Owner::default())).collect();
    if !owners.is_empty() {
        for judged in cases {
            claim_rows(judged, &mut owners);
        }
    }
    let numbers = NumberBook::of(cases, &problems, &owners);
    problems
        .into_iter()
        .map(|problem| {
            let owner = problem.row().and_then(|row| owners.get(&row)).cloned().unwrap_or_default();
            let mut told = problem.diagnostic(sop);
            told.case = owner.case.or_else(|| numbers.case_of(&problem));
            told.round = owner.round;
            told.step = owner.step.or_else(|| told.case.as_ref().and(problem.about.step));
            told
        })
        .collect()
}

fn claim_rows(judged: &Judged, owners: &mut BTreeMap<RowPlace, Owner>) {
    let Judged { case, history, .. } = judged;
    for row in &case.rows {
        if let Some(owner) = owners.get_mut(&row.place) {
            owner.case = Some(case.number.clone());
            owner.round = Some(row.round());
        }
    }
    for (at, row) in case.sign_offs.iter().enumerate() {
        if let Some(owner) = owners.get_mut(&row.place) {
            owner.case = Some(case.number.clone());
            owner.round = Some(round_of(history, case, at));
            owner.step = match row.step {
                StepRef::Known(no, _) => Some(no),
                StepRef::Unknown(_) => None,
            };
        }
    }
}

/// The round in which a row was signed. A row that is no sign-off, for want of a
/// step or of an end, stands in the last one.
fn round_of(history: &History, case: &Case, at: usize) -> u32 {
    debug_assert!(at < case.sign_offs.len());
    let signed = history.entries.iter().find(|entry| entry.rows.contains(&at));
    signed.map_or(history.round, |entry| entry.round)
}

/// The requests by their numbers, for rows that were left out of a case, such as the
/// second of two equal ones.
struct NumberBook(BTreeMap<String, Text>);

impl NumberBook {
    fn of(cases: &[Judged], problems: &[Problem], owners: &BTreeMap<RowPlace, Owner>) -> Self {
        let is_homeless = |problem: &Problem| {
            let owner = problem.row().and_then(|row| owners.get(&row));
            problem.about.number.is_some() && owner.is_none_or(|owner| owner.case.is_none())
        };
        if !problems.iter().any(is_homeless) {
            return Self(BTreeMap::new());
        }
        Self(
            cases
                .iter()
                .map(|judged| (comparable_number(&judged.case.number), judged.case.number.clone()))
                .collect(),
        )
    }

    fn case_of(&self, problem: &Problem) -> Option<Text> {
        problem
            .about
            .number
            .as_ref()
            .and_then(|number| self.0.get(&comparable_number(number)))
            .cloned()
    }
}
