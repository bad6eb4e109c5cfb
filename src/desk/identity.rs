//! Which papers of a request are due, each with what it is known by in the register.
//!
//! Minutes that are out keep their shape: one that was issued for a whole letter is not
//! issued again for each recipient because tertib.toml says otherwise since, nor the
//! other way round. And who got a NIP later is still the one who had none.

use std::cell::RefCell;

use crate::check::{Judged, Rules};
use crate::document::{self, Due};
use crate::office::Handover;
use crate::register::{Paper, Register, RegisterProblem};
use crate::sop::PaperKind;

/// The papers of a request that are due, and what each is known by.
pub(super) fn due_papers(
    judged: &Judged,
    rules: &Rules<'_>,
    register: &Register,
) -> Result<Vec<(Due, Paper)>, RegisterProblem> {
    let number = &judged.case.number;
    let mut failed = RefCell::new(None);
    let handover = |kind: PaperKind, round: u32| {
        let whole = Paper::of_request(number, kind, round);
        let known = register
            .knows(&whole)
            .and_then(|whole| Ok((whole, register.knows_recipients(number, kind, round)?)));
        match known {
            Ok((true, _)) => Handover::PerLetter,
            Ok((false, true)) => Handover::PerRecipient,
            Ok((false, false)) => rules.office.options.handover,
            Err(problem) => {
                failed.replace(Some(problem));
                Handover::PerLetter
            }
        }
    };
    let due = document::due_by(judged, rules, &handover);
    if let Some(problem) = failed.get_mut().take() {
        return Err(problem);
    }
    due.into_iter().map(|due| known_as(number, due, register)).collect()
}

fn known_as(number: &str, due: Due, register: &Register) -> Result<(Due, Paper), RegisterProblem> {
    let Some(recipient) = &due.recipient else {
        let paper = Paper::of_request(number, due.kind, due.round);
        return Ok((due, paper));
    };
    let [own, before] =
        recipient.keys().map(|key| Paper::of_recipient(number, due.kind, due.round, &key));
    let paper = if !register.knows(&own)? && register.knows(&before)? { before } else { own };
    Ok((due, paper))
}
