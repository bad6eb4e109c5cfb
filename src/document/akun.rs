//! Bukti Pembuatan Akun (step 4): which accounts were made, by whom and when. Never a
//! password.

use serde::Serialize;

use super::facts::{Access, Facts, Letter, Person};
use super::signature::Signature;
use crate::calendar::wording;
use crate::records::SignOffField;

/// What the proof states.
#[derive(Debug, Serialize)]
pub(super) struct Akun {
    pemohon: Person,
    surat: Letter,
    akses: Vec<Access>,
    hari: Option<String>,
    pukul: Option<String>,
    bukti: Option<String>,
    keterangan: Option<String>,
    tempat: Option<String>,
    pembuat: Signature,
}

pub(super) fn state(facts: &Facts<'_>) -> Akun {
    let own = facts.own_entry();
    let noted = |field| own.and_then(|entry| facts.noted(entry, field));
    Akun {
        pemohon: facts.applicant(),
        surat: facts.letter(),
        akses: facts.granted(),
        hari: own.and_then(|entry| entry.ended).map(|at| wording::day_and_date(at.date())),
        pukul: own.and_then(|entry| facts.clock(entry)),
        bukti: noted(SignOffField::Bukti),
        keterangan: noted(SignOffField::Keterangan),
        tempat: facts.town(),
        pembuat: facts.signer_block(),
    }
}
