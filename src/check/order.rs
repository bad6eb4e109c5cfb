//! Were the steps done in order, once, and never past a `T`? (L02, L03, L04)

use std::sync::Arc;

use super::Rules;
use super::completeness::step_cells;
use super::finding::{EarlySign, Fact, Finding};
use super::history::{Entry, History};
use crate::diagnostic::Place;
use crate::records::Case;
use crate::sop::IfNo;

pub(super) fn check(case: &Case, history: &History, rules: &Rules<'_>, found: &mut Vec<Finding>) {
    for entry in &history.entries {
        if let Some((fact, places)) = too_early(case, history, entry) {
            found.push(about(case, entry, fact, places));
        }
        if let Some(first) = entry.repeats.and_then(|at| history.entries.get(at.index())) {
            let mut places = time_or_step(case, entry);
            places.extend(time_or_step(case, first));
            let fact = Fact::DoneTwice { first: first.ended, again: entry.ended };
            found.push(about(case, entry, fact, places));
        }
    }
    for back in &history.returns {
        let decided = history.entries.get(back.entry);
        let went_on = back.went_on.and_then(|at| history.entries.get(at));
        let (Some(decided), Some(entry)) = (decided, went_on) else { continue };
        let rule = rules.sop.step(decided.step).and_then(|step| step.decision.as_ref());
        let back_to = match rule.map(|rule| &rule.if_no) {
            Some(IfNo::BackTo(step)) if !back.refused => Some(*step),
            _ => None,
        };
        let mut places = time_or_step(case, entry);
        let decisions = decided.sign_offs(case).filter_map(|row| row.decision.cell());
        places.extend(decisions.map(Place::Cell));
        let fact =
            Fact::WentOnAfterReturn { decided: decided.step, refused: back.refused, back_to };
        found.push(about(case, entry, fact, places));
    }
}

/// L02: it started before the step before it had ended; where an hour or the start
/// is missing, only if even the most favourable reading says so.
fn too_early(case: &Case, history: &History, entry: &Entry) -> Option<(Fact, Vec<Place>)> {
    let before = history.entries.get(entry.before?.index())?;
    let before_ended = before.ended?;
    let shown_by = match (entry.started, entry.ended) {
        (Some(started), _) => EarlySign::Start(started),
        (None, ended) => EarlySign::End(ended?),
    };
    let (EarlySign::Start(latest) | EarlySign::End(latest)) = shown_by;
    if latest.latest() >= before_ended.earliest() {
        return None;
    }
    let mut places: Vec<Place> = entry
        .sign_offs(case)
        .filter_map(|row| row.started.cell().or(row.ended.cell()))
        .map(Place::Cell)
        .collect();
    places.extend(before.sign_offs(case).filter_map(|row| row.ended.cell()).map(Place::Cell));
    Some((Fact::StartedTooEarly { before: before.step, shown_by, before_ended }, places))
}

fn time_or_step(case: &Case, entry: &Entry) -> Vec<Place> {
    let ends: Vec<Place> =
        entry.sign_offs(case).filter_map(|row| row.ended.cell()).map(Place::Cell).collect();
    if ends.is_empty() { step_cells(case, entry) } else { ends }
}

fn about(case: &Case, entry: &Entry, fact: Fact, places: Vec<Place>) -> Finding {
    Finding {
        case: Some(Arc::clone(&case.number)),
        round: Some(entry.round),
        step: Some(entry.step),
        fact,
        places,
    }
}
