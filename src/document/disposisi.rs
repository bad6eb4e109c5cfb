//! Lembar Disposisi (step 2): the head of the team hands a request to a member. It
//! bears no number of its own but that of the agenda.

use serde::Serialize;

use super::facts::{Facts, Letter, Person, moment};
use super::signature::Signature;
use crate::records::SignOffField;

/// What the sheet states.
#[derive(Debug, Serialize)]
pub(super) struct Disposisi {
    surat_dari: Person,
    surat: Letter,
    diteruskan_kepada: Vec<Receiver>,
    instruksi: Option<String>,
    catatan: Option<String>,
    batas_waktu: Option<String>,
    tempat: Option<String>,
    penanda: Signature,
}

/// One to whom the request may be passed on; ticked where it was.
#[derive(Debug, Serialize)]
struct Receiver {
    nama: String,
    dipilih: Option<bool>,
}

pub(super) fn state(facts: &Facts<'_>) -> Disposisi {
    let own = facts.own_entry();
    let noted = |field| own.and_then(|entry| facts.noted(entry, field));
    let role = facts.team_role(facts.step()).unwrap_or_default();
    let post = facts.configured(|rules| rules.signer.as_ref().map(|post| post.value.as_str()));
    Disposisi {
        surat_dari: facts.applicant(),
        surat: facts.letter(),
        diteruskan_kepada: receivers(facts),
        instruksi: noted(SignOffField::Instruksi),
        catatan: noted(SignOffField::Keterangan),
        batas_waktu: own
            .and_then(|entry| facts.sign_offs(entry).find_map(|row| row.planned.value().copied()))
            .map(moment),
        tempat: facts.town(),
        penanda: facts.post_holder(post.as_deref(), role),
    }
}

/// Those who on that day hold the role of the next step; the one who was named is
/// ticked, and stands last where the staff list does not know them.
fn receivers(facts: &Facts<'_>) -> Vec<Receiver> {
    let next = facts.source.rules.sop.step_after(facts.due.step);
    let role = facts.team_role(next).unwrap_or_default();
    let mut named: Vec<String> = facts
        .own_entry()
        .and_then(|entry| facts.noted(entry, SignOffField::DitugaskanKepada))
        .map(|names| names.split("; ").map(str::to_owned).collect())
        .unwrap_or_default();
    let mut receivers = Vec::new();
    for member in facts.source.roster.holders(role, facts.reference_date()) {
        let before = named.len();
        named.retain(|name| !facts.is_same_person(name, &member.written));
        let dipilih = (named.len() < before).then_some(true);
        receivers.push(Receiver { nama: member.written.to_string(), dipilih });
    }
    receivers.extend(named.into_iter().map(|nama| Receiver { nama, dipilih: Some(true) }));
    receivers
}
