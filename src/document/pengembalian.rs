//! The letter that returns a request (after T at the deciding step), or tells that it
//! was refused.

use serde::Serialize;

use super::facts::{Access, Facts, Letter, Person};
use super::signature::Signature;
use crate::records::{Decision, SignOffField};

/// What the letter states.
#[derive(Debug, Serialize)]
pub(super) struct Pengembalian {
    kepada: Person,
    surat: Letter,
    akses: Vec<Access>,
    /// Refused for good; null where it is returned to be completed.
    ditolak: Option<bool>,
    alasan: Option<String>,
    tindak_lanjut: Option<String>,
    tempat: Option<String>,
    penanda: Signature,
    tembusan: Vec<String>,
}

pub(super) fn state(facts: &Facts<'_>) -> Pengembalian {
    let own = facts.own_entry();
    let noted = |field| own.and_then(|entry| facts.noted(entry, field));
    let refused = own.is_some_and(|entry| entry.decision == Some(Decision::Ditolak));
    let before = facts.source.rules.sop.step_before(facts.due.step);
    let leader = facts.team_role(before).unwrap_or_default();
    let post = facts.configured(|rules| rules.signer.as_ref().map(|post| post.value.as_str()));
    Pengembalian {
        kepada: facts.applicant(),
        surat: facts.letter(),
        akses: facts.accesses(),
        ditolak: refused.then_some(true),
        alasan: noted(SignOffField::Alasan).or_else(|| noted(SignOffField::Keterangan)),
        tindak_lanjut: noted(SignOffField::TindakLanjut),
        tempat: facts.town(),
        penanda: facts.post_holder(post.as_deref(), leader),
        tembusan: facts.copies(),
    }
}
