//! Several choices in one cell, as forms with boxes to tick write them: "SIMPEG, CACT",
//! or as people type them, one in a line, numbered or not.
//!
//! A cell is parted only where every part is an application of the office's own list
//! and the whole is none; so a name with a comma in it stays one. Roles go with their
//! applications where each is a role of just one of them.

use super::text::{Texts, fold};
use crate::office::Application;
use crate::records::{RequestField as P, RequestRow, Text, Written};

/// What the cells hold, line breaks and all.
pub(super) struct Lines<'t> {
    pub applications: Option<&'t str>,
    pub roles: Option<&'t str>,
}

/// The row as it is, or one row for each application chosen.
pub(super) fn parted(
    row: RequestRow,
    lines: &Lines<'_>,
    texts: &mut Texts,
    known: &[Application],
) -> Vec<RequestRow> {
    let written = row.text(P::Aplikasi).map(|cell| lines.applications.unwrap_or(&cell.value));
    let Some(chosen) = written.and_then(|text| applications(text, known)) else {
        return vec![row];
    };
    let roles: Vec<String> = match row.text(P::Peran) {
        None => Vec::new(),
        Some(written) => match roles(lines.roles.unwrap_or(&written.value), &chosen) {
            Some(roles) => roles,
            None => return vec![row],
        },
    };
    (0..)
        .zip(&chosen)
        .map(|(at, application): (usize, &&Application)| {
            let mut one = row.clone();
            set(&mut one, P::Aplikasi, texts.share(&application.name));
            if let Some(role) = roles.get(at) {
                set(&mut one, P::Peran, texts.share(role));
            }
            one
        })
        .collect()
}

fn set(row: &mut RequestRow, field: P, value: Text) {
    if let Some((_, written)) = row.texts.iter_mut().find(|(own, _)| *own == field) {
        *written = Written { value, cell: written.cell };
    }
}

/// The applications that a cell lists; `None` where it is one, or not a list of them.
fn applications<'k>(text: &str, known: &'k [Application]) -> Option<Vec<&'k Application>> {
    let find = |name: &str| known.iter().find(|known| fold(&known.name) == fold(name));
    if find(text).is_some() {
        return None;
    }
    let chosen: Vec<&Application> = parts(text).into_iter().map(find).collect::<Option<_>>()?;
    (chosen.len() > 1).then_some(chosen)
}

/// For each application its role: the one role for all of them, or each its own.
fn roles(text: &str, chosen: &[&Application]) -> Option<Vec<String>> {
    let has = |application: &Application, role: &str| {
        application.roles.iter().any(|own| fold(own) == fold(role))
    };
    if chosen.iter().all(|application| has(application, text)) {
        return Some(vec![text.to_owned(); chosen.len()]);
    }
    let listed = parts(text);
    let mut found = Vec::with_capacity(chosen.len());
    for application in chosen {
        let own: Vec<&&str> = listed.iter().filter(|role| has(application, role)).collect();
        match own.as_slice() {
            [only] => found.push((**only).to_owned()),
            _ => return None,
        }
    }
    (listed.len() == chosen.len()).then_some(found)
}

fn parts(text: &str) -> Vec<&str> {
    let parts = text.split([',', ';', '\n', '\r']).map(|part| unnumbered(part.trim()));
    parts.filter(|part| !part.is_empty()).collect()
}

/// Without the number or the mark in front of one of several: "1. SIMPEG", "- SIMPEG".
fn unnumbered(part: &str) -> &str {
    let rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if rest.len() < part.len() { rest.strip_prefix(['.', ')']) } else { None };
    rest.unwrap_or(part).trim_start_matches(['-', '–', '•', '*', ' ']).trim_start()
}
