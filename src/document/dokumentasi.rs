//! Dokumentasi Kegiatan Tutorial: when, where and by whom the tutorial was given, what
//! was taught, and the list that those who attended sign. It belongs to the step that
//! gives the tutorial; who gives it signs. Before that step is signed off, time and place
//! are lines to fill by hand; who was to attend and what it was about are known.
//!
//! Whether someone did attend is told by their signature. The list names those whom the
//! tutorial was for; where the office keeps a sheet of *peserta*, those whom it names, and
//! what it says of their being there.

use serde::Serialize;

use super::access::Access;
use super::facts::{Facts, Person, nip_line};
use super::grant::Reference;
use super::photo::Photo;
use super::signature::Signature;
use super::work::{Part, Timing};
use crate::calendar::wording;
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
    peserta: Vec<Attendee>,
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

/// One who attends: as the list of *peserta* tells, else whom the tutorial is for.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Attendee {
    #[serde(flatten)]
    orang: Person,
    #[serde(skip_serializing_if = "Option::is_none")]
    tanggal: Option<String>,
    /// Only where the list says so, and only once the step is signed off.
    #[serde(skip_serializing_if = "Option::is_none")]
    hadir: Option<&'static str>,
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
        bahan: step
            .map(|step| wording::with_capital(&step.inputs))
            .filter(|inputs| !inputs.is_empty()),
        rencana: facts.planned().map(|planned| facts.moment_in_zone(planned)),
        waktu: facts.timing(own),
        tempat_kegiatan: noted(SignOffField::Tempat),
        pemberi: facts.executor().nama,
        bagian: own.map(|entry| facts.parts(entry)).unwrap_or_default(),
        materi: each_once(subjects),
        peserta: attendants(facts, applicant, accesses),
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
fn attendants(facts: &Facts<'_>, applicant: Person, accesses: Vec<Access>) -> Vec<Attendee> {
    let listed = listed(facts);
    if !listed.is_empty() {
        return listed;
    }
    let asked = std::iter::once(applicant).filter(|person| person.nama.is_some());
    let all = each_once(asked.chain(accesses.into_iter().map(|access| access.penerima)));
    all.into_iter().map(|orang| Attendee { orang, tanggal: None, hadir: None }).collect()
}

/// Those whom the sheet of *peserta* names. It is of the tutorial that was given, and so
/// of the last round.
fn listed(facts: &Facts<'_>) -> Vec<Attendee> {
    if facts.due.round != facts.history().round {
        return Vec::new();
    }
    let rows = facts.judged().case.attendees.iter();
    rows.filter_map(|row| {
        let present = row.present.value().filter(|_| facts.due.signed);
        Some(Attendee {
            orang: Person {
                nama: Some(row.name.value()?.to_string()),
                nip: row.nip.value().map(|nip| nip_line(nip)),
                jabatan: None,
                unit: row.unit.value().map(ToString::to_string),
            },
            tanggal: row.date.value().copied().map(wording::date),
            hadir: present.map(|present| if *present { "Hadir" } else { "Tidak" }),
        })
    })
    .collect()
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
