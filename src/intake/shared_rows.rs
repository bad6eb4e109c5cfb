//! Rows that hold a request and its steps side by side.
//!
//! A request with several accesses has several rows, and its steps are often written
//! into each of them; one with several rounds has a row for each, and what is said of
//! the request stands in all of them. What one row has said, another that says the same
//! does not say twice. A row that says nothing new at all is the same row twice, which
//! is for the check to tell.

use std::collections::BTreeMap;

use super::Intake;
use crate::records::{
    RequestRow, SignOff, SignOffField, StepRef, Text, Written, comparable_number,
};

/// What was kept of the sheet, by number: places among the records.
#[derive(Debug, Default)]
pub(super) struct SharedRows {
    requests: BTreeMap<String, Vec<usize>>,
    sign_offs: BTreeMap<(String, u32), Vec<usize>>,
}

impl SharedRows {
    /// Keeps what a row says for the first time.
    pub(super) fn keep(
        &mut self,
        requests: Vec<RequestRow>,
        sign_offs: Vec<SignOff>,
        intake: &mut Intake,
    ) {
        let before = intake.sign_offs.len();
        for sign_off in sign_offs {
            self.keep_sign_off(sign_off, &mut intake.sign_offs);
        }
        let has_news = intake.sign_offs.len() > before;
        for request in requests {
            let number = comparable_number(&request.number.value);
            let known = self.requests.entry(number).or_default();
            let is_known = known.iter().any(|at| {
                intake.requests.get(*at).is_some_and(|old| is_same_request(old, &request))
            });
            if !(is_known && has_news) {
                known.push(intake.requests.len());
                intake.requests.push(request);
            }
        }
    }

    fn keep_sign_off(&mut self, sign_off: SignOff, kept: &mut Vec<SignOff>) {
        let StepRef::Known(step, _) = sign_off.step else { return kept.push(sign_off) };
        let number = comparable_number(&sign_off.number.value);
        let known = self.sign_offs.entry((number, step)).or_default();
        let is_known = known
            .iter()
            .any(|at| kept.get(*at).is_some_and(|old| is_same_sign_off(old, &sign_off)));
        if !is_known {
            known.push(kept.len());
            kept.push(sign_off);
        }
    }
}

fn is_same_request(a: &RequestRow, b: &RequestRow) -> bool {
    a.round.value() == b.round.value()
        && a.procedure.value() == b.procedure.value()
        && a.kind.value() == b.kind.value()
        && a.letter_date.value() == b.letter_date.value()
        && a.received.value() == b.received.value()
        && a.received_by_team.value() == b.received_by_team.value()
        && a.valid_until.value() == b.valid_until.value()
        && a.cancelled.value() == b.cancelled.value()
        && same_texts(&a.texts, &b.texts, |_| true)
}

/// For which access it was done is what rows of several accesses differ in; and a reason
/// or a remark may stand in one of them for all.
fn is_same_sign_off(a: &SignOff, b: &SignOff) -> bool {
    let both_say = |field| a.text(field).is_some() && b.text(field).is_some();
    let of_step = |field: &SignOffField| match field {
        SignOffField::Aplikasi | SignOffField::Penerima => false,
        SignOffField::Alasan | SignOffField::Keterangan => both_say(*field),
        _ => true,
    };
    a.actor.value() == b.actor.value()
        && a.actor_nip.value() == b.actor_nip.value()
        && a.started.value() == b.started.value()
        && a.ended.value() == b.ended.value()
        && a.planned().value() == b.planned().value()
        && a.decision.value() == b.decision.value()
        && same_texts(&a.texts, &b.texts, of_step)
}

fn same_texts<F: PartialEq>(
    a: &[(F, Written<Text>)],
    b: &[(F, Written<Text>)],
    counts: impl Fn(&F) -> bool,
) -> bool {
    let said =
        |texts: &[(F, Written<Text>)]| texts.iter().filter(|(field, _)| counts(field)).count();
    let has = |(field, written): &(F, Written<Text>)| {
        b.iter().any(|(other, text)| other == field && text.value == written.value)
    };
    said(a) == said(b) && a.iter().filter(|(field, _)| counts(field)).all(has)
}
