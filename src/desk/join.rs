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
pub(super) fn diagnostics<'a>(
    problems: Vec<Problem>,
    cases: &[Judged],
    sop: &dyn Fn(Option<&Text>) -> &'a Definition,
) -> Vec<Diagnostic> {
    let mut owners: BTreeMap<RowPlace, Vec<Owner>> =
        problems.iter().filter_map(Problem::row).map(|row| (row, Vec::new())).collect();
    if !owners.is_empty() {
        for judged in cases {
            claim_rows(judged, &mut owners);
        }
    }
    let numbers = NumberBook::of(cases, &problems, &owners);
    problems
        .into_iter()
        .map(|problem| {
            let owner = owner_of(&problem, &owners).cloned().unwrap_or_default();
            let case = owner.case.or_else(|| numbers.case_of(&problem));
            let mut told = problem.diagnostic(sop(case.as_ref()));
            told.case = case;
            told.round = owner.round;
            told.step = owner.step.or_else(|| told.case.as_ref().and(problem.about.step));
            told.set_for_the_rest(problem.stands_for);
            told
        })
        .collect()
}

/// Whose the problem's row is. A row in wide form is one of several sign-offs, and
/// often of a request too: that of the problem's step, else the row as a whole.
fn owner_of<'o>(
    problem: &Problem,
    owners: &'o BTreeMap<RowPlace, Vec<Owner>>,
) -> Option<&'o Owner> {
    let owners = owners.get(&problem.row()?)?;
    if let [only] = owners.as_slice() {
        return Some(only);
    }
    let of = |step: Option<u32>| owners.iter().find(|owner| owner.step == step);
    of(problem.about.step).or_else(|| of(None))
}

fn claim_rows(judged: &Judged, owners: &mut BTreeMap<RowPlace, Vec<Owner>>) {
    let Judged { case, history, .. } = judged;
    for row in &case.rows {
        if let Some(owners) = owners.get_mut(&row.place) {
            let (case, round) = (Some(case.number.clone()), Some(row.round()));
            let owner = Owner { case, round, step: None };
            // A row that asks for several accesses is claimed once.
            if !owners.iter().any(|known| known.step.is_none()) {
                owners.push(owner);
            }
        }
    }
    for (at, row) in case.sign_offs.iter().enumerate() {
        if let Some(owners) = owners.get_mut(&row.place) {
            let step = match row.step {
                StepRef::Known(no, _) => Some(no),
                StepRef::Unknown(_) => None,
            };
            let round = Some(round_of(history, case, at));
            owners.push(Owner { case: Some(case.number.clone()), round, step });
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
    fn of(cases: &[Judged], problems: &[Problem], owners: &BTreeMap<RowPlace, Vec<Owner>>) -> Self {
        let is_homeless = |problem: &Problem| {
            let owner = owner_of(problem, owners);
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
