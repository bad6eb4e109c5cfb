//! Dokumentasi Kegiatan Tutorial (step 5): when and where the tutorial was given, by
//! whom and to whom, with the attendance list (*daftar hadir*) to be signed.

use serde::Serialize;

use super::facts::{Access, Facts, Letter, Person, moment};
use super::signature::Signature;
use crate::calendar::wording;
use crate::records::{AttachmentKind, SignOffField};

/// What the documentation states.
#[derive(Debug, Serialize)]
pub(super) struct Dokumentasi {
    pemohon: Person,
    surat: Letter,
    /// The applications that the tutorial was about, each once.
    aplikasi: Vec<String>,
    dijadwalkan: Option<String>,
    hari: Option<String>,
    pukul: Option<String>,
    tempat_kegiatan: Option<String>,
    peserta: Vec<Person>,
    kendala: Option<String>,
    keterangan: Option<String>,
    /// How many photographs lie among the evidence; null for none.
    foto: Option<usize>,
    tempat: Option<String>,
    pemberi: Signature,
}

pub(super) fn state(facts: &Facts<'_>) -> Dokumentasi {
    let own = facts.own_entry();
    let noted = |field| own.and_then(|entry| facts.noted(entry, field));
    let accesses = facts.granted();
    let photos = facts.attached(AttachmentKind::Foto);
    Dokumentasi {
        pemohon: facts.applicant(),
        surat: facts.letter(),
        aplikasi: each_once(accesses.iter().filter_map(|access| access.aplikasi.clone())),
        dijadwalkan: facts.planned().map(moment),
        hari: own.and_then(|entry| entry.ended).map(|at| wording::day_and_date(at.date())),
        pukul: own.and_then(|entry| facts.clock(entry)),
        tempat_kegiatan: noted(SignOffField::Tempat),
        peserta: recipients(&accesses),
        kendala: noted(SignOffField::Kendala),
        keterangan: noted(SignOffField::Keterangan),
        foto: (photos > 0).then_some(photos),
        tempat: facts.town(),
        pemberi: facts.signer_block(),
    }
}

/// Who gets an access, each once, in the order of the letter.
fn recipients(accesses: &[Access]) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    for access in accesses {
        if !people.contains(&access.penerima) {
            people.push(access.penerima.clone());
        }
    }
    people
}

fn each_once(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = Vec::new();
    for text in texts {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    seen
}
