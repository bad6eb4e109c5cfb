//! Dokumentasi Kegiatan Tutorial: when, where and by whom the tutorial was given, what
//! was taught, and the list that those who attended sign. It belongs to the step that
//! gives the tutorial; who gives it signs. Before that step is signed off, time and place
//! are lines to fill by hand; who was to attend and what it was about are known.
//!
//! Whether someone did attend is told by their signature alone. The list therefore names
//! those whom the tutorial was for, and no sheet can tick them off.

use serde::Serialize;

use super::access::Access;
use super::facts::{Facts, Person, moment};
use super::grant::Reference;
use super::photo::Photo;
use super::signature::Signature;
use super::work::{Part, Timing};
use crate::records::{AttachmentKind, SignOffField};

/// What the documentation states.
#[derive(Debug, Serialize)]
pub(super) struct Dokumentasi {
    kegiatan: Option<String>,
    surat: Reference,
    pemohon: Asker,
    /// *Kelengkapan* of the step: what is taught from.
    bahan: Option<String>,
    /// When the tutorial was planned for.
    rencana: Option<String>,
    waktu: Timing,
    tempat_kegiatan: Option<String>,
    pemberi: Option<String>,
    bagian: Vec<Part>,
    /// What was to be taught: each role of each application once.
    materi: Vec<Subject>,
    peserta: Vec<Person>,
    kendala: Option<String>,
    keterangan: Option<String>,
    /// True where such a scan is among the attachments.
    daftar_hadir: Option<bool>,
    foto: Option<bool>,
    foto_kegiatan: Vec<Photo>,
    tempat: Option<String>,
    penanda: Signature,
    mengetahui: Option<Signature>,
    tembusan: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Asker {
    nama: Option<String>,
    unit: Option<String>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Subject {
    aplikasi: Option<String>,
    peran: Option<String>,
}

pub(super) fn state(facts: &Facts<'_>) -> Dokumentasi {
    let own = facts.own_entry();
    let noted = |field| own.and_then(|entry| facts.noted(entry, field));
    let attached = |kind| (facts.attached(kind) > 0).then_some(true);
    let step = facts.step();
    let applicant = facts.applicant();
    let accesses = facts.granted_accesses();
    let subjects = accesses
        .iter()
        .map(|access| Subject { aplikasi: access.aplikasi.clone(), peran: access.peran.clone() });
    Dokumentasi {
        kegiatan: step.map(|step| step.activity.clone()),
        surat: facts.reference(),
        pemohon: Asker { nama: applicant.nama.clone(), unit: applicant.unit.clone() },
        bahan: step.map(|step| step.inputs.clone()).filter(|inputs| !inputs.is_empty()),
        rencana: facts.planned().map(moment),
        waktu: facts.timing(own),
        tempat_kegiatan: noted(SignOffField::Tempat),
        pemberi: facts.executor().nama,
        bagian: own.map(|entry| facts.parts(entry)).unwrap_or_default(),
        materi: each_once(subjects),
        peserta: attendants(applicant, accesses),
        kendala: noted(SignOffField::Kendala),
        keterangan: noted(SignOffField::Keterangan),
        daftar_hadir: attached(AttachmentKind::DaftarHadir),
        foto: attached(AttachmentKind::Foto),
        foto_kegiatan: facts.source.photos.to_vec(),
        tempat: facts.town(),
        penanda: facts.sender(facts.signer_block()),
        mengetahui: facts.acknowledged_by(),
        tembusan: facts.copies(),
    }
}

/// Whom the tutorial is for: the applicant, and who gets an access, in the order of the
/// letter.
fn attendants(applicant: Person, accesses: Vec<Access>) -> Vec<Person> {
    let asked = std::iter::once(applicant).filter(|person| person.nama.is_some());
    each_once(asked.chain(accesses.into_iter().map(|access| access.penerima)))
}

fn each_once<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = Vec::new();
    for one in all {
        if !seen.contains(&one) {
            seen.push(one);
        }
    }
    seen
}
