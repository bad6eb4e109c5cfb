//! The number of a paper that was written into the sign-off of its step
//! (*nomor_naskah*): given elsewhere, as `tertib nomor isi` would enter it.

use super::due::{Due, rows_for};
use crate::check::{Judged, Rules};
use crate::diagnostic::Cell;
use crate::records::{Decision, SignOff, SignOffField, StepRef, Text, Written};
use crate::sop::PaperKind;

/// What the rows of a paper's step say of its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GivenNumber {
    None,
    One(Written<Text>),
    /// Two rows of one step name two numbers.
    Several(Vec<Cell>),
}

/// The number that the sign-offs of the paper's step name. Where a step yields the
/// sheet of the verification and the letter of return, the number is that of the
/// letter, if letters bear one.
pub fn given_number(due: &Due, judged: &Judged, rules: &Rules<'_>) -> GivenNumber {
    let numbering = &rules.office.numbering;
    if !numbering.is_numbered(due.kind.stem()) || goes_to_the_return(due, judged, rules) {
        return GivenNumber::None;
    }
    let mut found: Vec<&Written<Text>> = Vec::new();
    for row in rows(due, judged) {
        let same = |known: &&Written<Text>, new: &Written<Text>| known.value == new.value;
        if let Some(number) = row.text(SignOffField::NomorNaskah)
            && !found.iter().any(|known| same(known, number))
        {
            found.push(number);
        }
    }
    match found.as_slice() {
        [] => GivenNumber::None,
        [only] => GivenNumber::One((*only).clone()),
        several => GivenNumber::Several(several.iter().map(|written| written.cell).collect()),
    }
}

fn goes_to_the_return(due: &Due, judged: &Judged, rules: &Rules<'_>) -> bool {
    let entry = due.entry.and_then(|at| judged.history.entries.get(at));
    let returned = entry
        .is_some_and(|entry| matches!(entry.decision, Some(Decision::Tidak | Decision::Ditolak)));
    let step = rules.versions.get(judged.history.version).step(due.step);
    let letter = PaperKind::Pengembalian;
    returned
        && due.kind != letter
        && step.is_some_and(|step| step.papers.contains(&letter))
        && rules.office.numbering.is_numbered(letter.stem())
}

/// The rows of the paper's step: those of its entry; before it is signed, those of
/// the step that are not signed off.
fn rows<'a>(due: &'a Due, judged: &'a Judged) -> Vec<&'a SignOff> {
    let Judged { case, history, .. } = judged;
    if let Some(entry) = due.entry.and_then(|at| history.entries.get(at)) {
        return rows_for(entry, case, due.recipient.as_ref()).collect();
    }
    if due.round != history.round {
        return Vec::new();
    }
    let is_of_step = |row: &SignOff| matches!(row.step, StepRef::Known(no, _) if no == due.step);
    let rows = case.sign_offs.iter().enumerate();
    rows.filter(|(at, row)| {
        is_of_step(row) && !history.entries.iter().any(|entry| entry.rows.contains(at))
    })
    .map(|(_, row)| row)
    .collect()
}
