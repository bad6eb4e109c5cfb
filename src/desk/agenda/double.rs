//! A number that papers of two kinds bear in one year. The register gives none such any
//! more, but one may stand in it from before, or have been entered by hand afterwards.

use std::collections::BTreeMap;

use super::line::{AgendaLine, NumberState};
use crate::register::compared;

/// Notes it on each of the lines. Where all were given elsewhere, each kind may have a
/// book of its own there, and nothing is said.
pub(super) fn note(lines: &mut [AgendaLine]) {
    let mut bearers: BTreeMap<(i32, String), Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let in_force = matches!(line.state, NumberState::InForce | NumberState::NotIssued);
        if let (Some(year), Some(number), true) = (line.year, &line.number, in_force) {
            bearers.entry((year, compared(number))).or_default().push(at);
        }
    }
    for bearers in bearers.into_values() {
        let named: Vec<(&'static str, String, bool)> = bearers
            .iter()
            .filter_map(|at| lines.get(*at))
            .map(|line| (line.kind, line.subject.clone(), line.place.is_some()))
            .collect();
        if !named.iter().any(|(.., of_register)| *of_register) {
            continue;
        }
        for at in bearers {
            let Some(line) = lines.get_mut(at) else { continue };
            let others = named.iter().filter(|(kind, ..)| *kind != line.kind);
            let others: Vec<_> =
                others.map(|(kind, subject, _)| format!("{kind} {subject}")).collect();
            if !others.is_empty() {
                line.notes.push(format!("bernomor sama dengan {}", others.join(" dan ")));
            }
        }
    }
}
