//! The lines of a kind and year in the order of their numbers, and what the order tells:
//! places that are no number in force, and numbers that were given late.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::AgendaSequence;
use super::line::{AgendaLine, NumberState};
use crate::calendar::wording;
use crate::diagnostic::natural_order;
use crate::office::number::KINDS;
use crate::register::MONTHLY;
use crate::sop::PaperKind;

pub(super) fn in_order(lines: Vec<AgendaLine>) -> Vec<AgendaSequence> {
    let mut parted: BTreeMap<(usize, Option<i32>), Vec<AgendaLine>> = BTreeMap::new();
    for line in lines {
        let kind = KINDS.iter().position(|kind| *kind == line.kind).unwrap_or(KINDS.len());
        parted.entry((kind, line.year)).or_default().push(line);
    }
    parted.into_values().map(sequence).collect()
}

fn sequence(mut lines: Vec<AgendaLine>) -> AgendaSequence {
    lines.sort_by(|a, b| {
        let place = |line: &AgendaLine| (line.place.is_none(), line.place);
        let day = |line: &AgendaLine| (line.date.is_none(), line.date);
        let number = |line: &AgendaLine| line.number.clone().unwrap_or_default();
        place(a)
            .cmp(&place(b))
            .then_with(|| day(a).cmp(&day(b)))
            .then_with(|| natural_order(&number(a), &number(b)))
            .then_with(|| natural_order(&a.subject, &b.subject))
            .then(a.round.cmp(&b.round))
    });
    note_late(&mut lines);
    let (kind, year) = lines.first().map_or(("", None), |line| (line.kind, line.year));
    AgendaSequence { kind, title: title(kind), year, gaps: gaps(&lines), lines }
}

fn title(kind: &'static str) -> &'static str {
    match PaperKind::from_stem(kind) {
        Some(kind) => kind.title(),
        None if kind == MONTHLY => "Laporan Bulanan",
        None => kind,
    }
}

/// A number that comes later in the sequence than one with a later date.
fn note_late(lines: &mut [AgendaLine]) {
    let mut latest: Option<(NaiveDate, String)> = None;
    for line in lines.iter_mut().filter(|line| line.place.is_some()) {
        let (Some(date), Some(number)) = (line.date, line.number.clone()) else { continue };
        match &latest {
            Some((before, earlier)) if date < *before => line.notes.push(late(earlier, *before)),
            _ => latest = Some((date, number)),
        }
    }
}

/// What is told of a number that was given late.
pub(in crate::desk) fn late(earlier: &str, before: NaiveDate) -> String {
    format!(
        "catatannya menyusul: bertanggal lebih awal daripada nomor {earlier} ({})",
        wording::date(before)
    )
}

/// How far the sequence goes, and each place in it that is no number in force.
fn gaps(lines: &[AgendaLine]) -> Vec<String> {
    let places: BTreeMap<i64, &AgendaLine> =
        lines.iter().filter_map(|line| Some((line.place?, line))).collect();
    let Some((last, _)) = places.last_key_value() else { return Vec::new() };
    let mut told = vec![format!("Nomor urut 1 sampai {last}")];
    for place in 1..=*last {
        match places.get(&place) {
            None => told.push(format!(
                "urut {place} tidak ada catatannya: register.db pernah diubah di luar tertib"
            )),
            Some(AgendaLine { state: NumberState::Voided { reason }, .. }) => {
                told.push(format!("urut {place} dibatalkan: {reason}"));
            }
            Some(_) => {}
        }
    }
    if told.len() == 1 {
        told.push("tidak ada yang terlewat".to_owned());
    }
    told
}
