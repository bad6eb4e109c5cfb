//! Bukti Pembuatan Akun: which accounts were made for whom, by whom and when. It belongs
//! to the step that makes the access and is made only once that step is signed off; who
//! carried it out signs. A password stands in none of the sheets that are read, and so
//! in no paper.

use serde::Serialize;

use super::facts::{Facts, Person};
use super::grant::{Grant, NotGranted, Reference};
use super::signature::Signature;
use super::work::{Part, Timing};
use crate::calendar::wording;
use crate::records::{Decision, Moment, SignOffField};

/// What the proof states.
#[derive(Debug, Serialize)]
pub(super) struct Akun {
    surat: Reference,
    pemohon: Person,
    /// What the making of the access rests on; null where the SOP decides nothing before.
    dasar: Option<Basis>,
    waktu: Timing,
    /// Filled where the work was signed off in parts, else empty.
    bagian: Vec<Part>,
    pelaksana: Option<String>,
    akses: Vec<Grant>,
    tidak_diberikan: Vec<NotGranted>,
    keterangan: Option<String>,
    tempat: Option<String>,
    penanda: Signature,
    mengetahui: Option<Signature>,
    tembusan: Vec<String>,
}

/// The deciding step before, and what it decided.
#[derive(Debug, Serialize)]
struct Basis {
    langkah: String,
    hasil: Option<&'static str>,
    tanggal: Option<String>,
}

pub(super) fn state(facts: &Facts<'_>) -> Akun {
    let own = facts.own_entry();
    Akun {
        surat: facts.reference(),
        pemohon: facts.applicant(),
        dasar: basis(facts),
        waktu: facts.timing(own),
        bagian: own.map(|entry| facts.parts(entry)).unwrap_or_default(),
        pelaksana: facts.executor().nama,
        akses: facts.granted(),
        tidak_diberikan: facts.not_granted(),
        keterangan: own.and_then(|entry| facts.noted(entry, SignOffField::Keterangan)),
        tempat: facts.town(),
        penanda: facts.sender(facts.signer_block()),
        mengetahui: facts.acknowledged_by(),
        tembusan: facts.copies(),
    }
}

fn basis(facts: &Facts<'_>) -> Option<Basis> {
    let before = |no: u32| no < facts.due.step;
    let step = facts.source.rules.sop.deciding_steps().filter(|step| before(step.no)).last()?;
    let entry = facts.entry(step.no);
    let hasil = entry.and_then(|entry| entry.decision).map(|decision| match decision {
        Decision::Ya => "Ya",
        Decision::Tidak => "Tidak",
        Decision::Ditolak => "Ditolak",
    });
    Some(Basis {
        langkah: step.short_name().to_owned(),
        hasil,
        tanggal: entry.and_then(|entry| entry.ended).map(Moment::date).map(wording::date),
    })
}
