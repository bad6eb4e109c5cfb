//! Was every step done, decided and documented? (L01, L05, L06, K01, K02)

use std::sync::Arc;

use super::finding::{Fact, Finding};
use super::history::{Entry, History};
use super::recipient::recipients;
use super::status::{Status, is_filled, is_proven};
use super::{Judged, Rules};
use crate::diagnostic::{Cell, Place, Sources};
use crate::office::Handover;
use crate::records::{
    Attachment, AttachmentKind, Case, Decision, RequestField, SignOff, SignOffField, StepRef, Text,
    folder_name,
};

pub(super) fn check(
    judged: &Judged,
    sources: &Sources,
    rules: &Rules<'_>,
    found: &mut Vec<Finding>,
) {
    let Judged { case, history, attachments } = judged;
    for round in 1..=history.round {
        skipped(case, history, round, rules, found);
    }
    for entry in &history.entries {
        decision(case, entry, sources, rules, found);
    }
    letter(case, sources, rules, found);
    minutes(case, history, attachments, rules, found);
}

/// L01: a later step of the same round is signed. A later round begins at the step
/// that opened it; a step that the letter proves needs no sign-off.
fn skipped(
    case: &Case,
    history: &History,
    round: u32,
    rules: &Rules<'_>,
    found: &mut Vec<Finding>,
) {
    let signed = || history.round_entries(round).map(|(_, entry)| entry);
    let Some(highest) = signed().map(|entry| entry.step).max() else { return };
    let opened_at = if round == 1 { None } else { signed().next().map(|entry| entry.step) };
    let expected = rules
        .sop
        .steps
        .iter()
        .filter(|step| step.no < highest && opened_at.is_none_or(|opened| step.no > opened));
    for step in expected {
        if signed().any(|entry| entry.step == step.no)
            || (round == 1 && is_proven(case, round, step))
        {
            continue;
        }
        let later = signed().filter(|entry| entry.step > step.no).min_by_key(|entry| entry.step);
        let unreadable_rows =
            case.sign_offs.iter().any(|row| matches!(row.step, StepRef::Unknown(_)));
        found.push(Finding {
            case: Some(Arc::clone(&case.number)),
            round: Some(round),
            step: Some(step.no),
            fact: Fact::StepSkipped {
                later: later.map_or(highest, |entry| entry.step),
                unreadable_rows,
            },
            places: later.map(|entry| step_cells(case, entry)).unwrap_or_default(),
        });
    }
}

/// L05 and L06: a deciding step says Y or T, and a T says why.
fn decision(
    case: &Case,
    entry: &Entry,
    sources: &Sources,
    rules: &Rules<'_>,
    found: &mut Vec<Finding>,
) {
    let decides = rules.sop.step(entry.step).is_some_and(|step| step.decision.is_some());
    if !decides {
        return;
    }
    let (fact, lacking) = match entry.decision {
        None => (Fact::NoDecision, SignOffField::Hasil),
        Some(Decision::Ya) => return,
        Some(refused) => {
            let has_reason = entry.sign_offs(case).any(|row| {
                row.text(SignOffField::Alasan).is_some()
                    || row.text(SignOffField::Keterangan).is_some()
            });
            if has_reason {
                return;
            }
            (Fact::NoReason { refused: refused == Decision::Ditolak }, SignOffField::Alasan)
        }
    };
    let cell = |row: &SignOff| {
        let empty = sources.cell_of(row.place, Some(entry.step), lacking.key());
        empty.or(row.decision.cell()).unwrap_or_else(|| step_cell(row))
    };
    found.push(Finding {
        case: Some(Arc::clone(&case.number)),
        round: Some(entry.round),
        step: Some(entry.step),
        fact,
        places: entry.sign_offs(case).map(cell).map(Place::Cell).collect(),
    });
}

/// K01: the letter that the receiving step (*penerimaan*) takes in has a number and
/// a date, in each round that has rows of its own.
fn letter(case: &Case, sources: &Sources, rules: &Rules<'_>, found: &mut Vec<Finding>) {
    let Some(receiving) = rules.sop.steps.iter().find(|step| step.receiving) else { return };
    let mut rounds: Vec<u32> = case.rows.iter().map(|row| row.round()).collect();
    rounds.sort_unstable();
    rounds.dedup();
    for round in rounds {
        let lacks = |field: RequestField| !is_filled(case, round, field.key());
        let (number, date) = (lacks(RequestField::NomorSurat), lacks(RequestField::TanggalSurat));
        if !number && !date {
            continue;
        }
        let Some(row) = case.rows_of(round).next() else { continue };
        let lacking = [(number, RequestField::NomorSurat), (date, RequestField::TanggalSurat)];
        let empty = lacking.iter().filter(|(lacks, _)| *lacks);
        let mut cells: Vec<Cell> =
            empty.filter_map(|(_, field)| sources.cell_of(row.place, None, field.key())).collect();
        if cells.is_empty() {
            cells.push(row.number.cell);
        }
        found.push(Finding {
            case: Some(Arc::clone(&case.number)),
            round: Some(round),
            step: Some(receiving.no),
            fact: Fact::LetterIncomplete { number, date },
            places: cells.into_iter().map(Place::Cell).collect(),
        });
    }
}

/// K02: a finished request has its signed minutes among the attachments; where each
/// recipient has minutes of their own, those of each.
fn minutes(
    case: &Case,
    history: &History,
    attachments: &[Attachment],
    rules: &Rules<'_>,
    found: &mut Vec<Finding>,
) {
    let Some(handover) = rules.sop.steps.iter().find(|step| step.handover) else { return };
    let is_scan = |file: &Attachment| file.kind == AttachmentKind::BeritaAcara;
    let any = attachments.iter().any(is_scan);
    let all = match rules.office.options.handover {
        Handover::PerRecipient if any => recipients(case, history.round),
        _ => Vec::new(),
    };
    let lacking = all.iter().filter(|one| !one.has_minutes(&all, attachments));
    let lacking: Vec<Text> = lacking.map(|one| one.name.clone()).collect();
    let is_attached = any && lacking.is_empty();
    if history.status != Status::Selesai || is_attached {
        return;
    }
    let signed =
        history.round_entries(history.round).map(|(_, e)| e).find(|e| e.step == handover.no);
    let places = match signed {
        Some(entry) => step_cells(case, entry),
        None => case.rows.iter().map(|row| Place::Cell(row.number.cell)).take(1).collect(),
    };
    found.push(Finding {
        case: Some(Arc::clone(&case.number)),
        round: Some(history.round),
        step: Some(handover.no),
        fact: Fact::MinutesNotAttached { folder: folder_name(&case.number), of: lacking },
        places,
    });
}

/// The cell that names the step of a row.
pub(super) fn step_cell(row: &SignOff) -> Cell {
    match row.step {
        StepRef::Known(_, cell) | StepRef::Unknown(cell) => cell,
    }
}

pub(super) fn step_cells(case: &Case, entry: &Entry) -> Vec<Place> {
    entry.sign_offs(case).map(step_cell).map(Place::Cell).collect()
}
