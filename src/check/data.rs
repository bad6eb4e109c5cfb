//! Findings about the data that only the whole office can tell: a time later than
//! the moment of the run (D12), outside the calendar (D17), an application or role
//! that the catalogue does not have (D16).

use std::sync::Arc;

use super::Rules;
use super::finding::{Fact, Finding};
use super::sequence::see;
use crate::diagnostic::{Cell, Place};
use crate::records::{Case, Moment, Reading, RequestField, RequestRow, SignOff, StepRef};

pub(super) fn check(case: &Case, rules: &Rules<'_>, found: &mut Vec<Finding>) {
    for row in &case.sign_offs {
        let seen = see(row, rules);
        for cell in seen.outside.into_iter().flatten() {
            if let Some(moment) = moment_in(row, cell) {
                found.push(finding(
                    case,
                    row,
                    cell,
                    Fact::OutsideCalendar { day: moment.date(), years: years_in_words(rules) },
                ));
            }
        }
        if let Some(cell) = seen.later
            && let Some(written) = moment_in(row, cell)
        {
            let fact = Fact::LaterThanAsOf { written, as_of: rules.as_of };
            found.push(finding(case, row, cell, fact));
        }
    }
    if !rules.office.applications.is_empty() {
        found.extend(case.rows.iter().filter_map(|row| not_in_catalogue(case, row, rules)));
    }
}

/// The years that the calendar covers: "2024–2027".
fn years_in_words(rules: &Rules<'_>) -> String {
    let spans = rules.calendar.years().into_iter().map(|years| {
        let (first, last) = years.into_inner();
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    });
    spans.collect::<Vec<_>>().join(", ")
}

fn finding(case: &Case, row: &SignOff, cell: Cell, fact: Fact) -> Finding {
    let step = match row.step {
        StepRef::Known(step, _) => Some(step),
        StepRef::Unknown(_) => None,
    };
    Finding {
        case: Some(Arc::clone(&case.number)),
        round: None,
        step,
        fact,
        places: vec![Place::Cell(cell)],
    }
}

fn moment_in(row: &SignOff, cell: Cell) -> Option<Moment> {
    [&row.ended, &row.started].into_iter().find_map(|reading| match reading {
        Reading::Known(written) if written.cell == cell => Some(written.value),
        _ => None,
    })
}

/// D16: names are compared trimmed, blanks folded, without case.
fn not_in_catalogue(case: &Case, row: &RequestRow, rules: &Rules<'_>) -> Option<Finding> {
    let written = row.text(RequestField::Aplikasi)?;
    let catalogue = &rules.office.applications;
    let told = |cell, fact| Finding {
        case: Some(Arc::clone(&case.number)),
        round: Some(row.round()),
        step: None,
        fact,
        places: vec![Place::Cell(cell)],
    };
    let Some(known) = catalogue.iter().find(|known| is_same(&known.name, &written.value)) else {
        let nearest = nearest(&written.value, catalogue.iter().map(|known| known.name.as_str()));
        let fact =
            Fact::NotInCatalogue { application: Arc::clone(&written.value), role: None, nearest };
        return Some(told(written.cell, fact));
    };
    let role = row.text(RequestField::Peran)?;
    if known.roles.is_empty() || known.roles.iter().any(|known| is_same(known, &role.value)) {
        return None;
    }
    let nearest = nearest(&role.value, known.roles.iter().map(String::as_str));
    let fact = Fact::NotInCatalogue {
        application: Arc::clone(&written.value),
        role: Some(Arc::clone(&role.value)),
        nearest,
    };
    Some(told(role.cell, fact))
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn is_same(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// The known name that is near enough to be what was meant.
fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let written = folded(written);
    known
        .map(|name| (strsim::jaro_winkler(&written, &folded(name)), name))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, name)| name.to_owned())
}
