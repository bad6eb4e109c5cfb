//! Laporan Hasil Kegiatan: the member of the team reports to its head what was done and
//! granted. It belongs to the step that reports; who carried it out signs. The step
//! after it is its receipt: whoever receives it signs on the same sheet.

use serde::Serialize;

use super::facts::{Facts, Person};
use super::grant::{Grant, NotGranted, Reference};
use super::signature::Signature;
use crate::calendar::wording;
use crate::check::Entry;
use crate::records::{AttachmentKind, Decision, Moment, RequestKind, SignOffField};
use crate::sop::Step;

/// What the report states.
#[derive(Debug, Serialize)]
pub(super) struct LaporanKegiatan {
    /// The post of whoever receives it, never a name.
    kepada: Option<String>,
    dari: Option<String>,
    /// What was asked for, where it is another thing than a new access.
    #[serde(skip_serializing_if = "Option::is_none")]
    jenis: Option<&'static str>,
    sop: Sop,
    surat: Reference,
    pemohon: Person,
    /// The number of the submission, from the second on.
    pengajuan: Option<u32>,
    pengembalian: Vec<Returned>,
    langkah: Vec<StepDone>,
    /// The date of the handover that was signed.
    serah_terima: Option<String>,
    akses: Vec<Grant>,
    tidak_diberikan: Vec<NotGranted>,
    kendala: Notes,
    tindak_lanjut: Notes,
    lampiran: Annexes,
    tempat: Option<String>,
    penanda: Signature,
    penerimaan: Receipt,
    mengetahui: Option<Signature>,
    tembusan: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Sop {
    nomor: Option<String>,
    nama: Option<String>,
}

/// A return of the request before it was granted.
#[derive(Debug, Serialize)]
struct Returned {
    tanggal: Option<String>,
    alasan: Option<String>,
}

/// A step of the team before the report; one that nobody signed off has no cells filled.
#[derive(Debug, Serialize)]
struct StepDone {
    no: u32,
    kegiatan: String,
    hasil: Option<&'static str>,
    pelaksana: Option<String>,
    waktu: Option<String>,
    tempat: Option<String>,
}

/// What was noted with the steps. That of the report itself stands apart, so that its
/// sign-off adds to what was printed before and changes none of it.
#[derive(Debug, Serialize)]
struct Notes {
    sebelumnya: Option<String>,
    laporan: Option<String>,
}

/// What lies among the attachments of the request; a box each.
#[derive(Debug, Serialize)]
struct Annexes {
    berita_acara: Option<bool>,
    daftar_hadir: Option<bool>,
    foto: Option<bool>,
}

#[derive(Debug, Serialize)]
struct Receipt {
    tanggal: Option<String>,
    penerima: Signature,
}

pub(super) fn state(facts: &Facts<'_>) -> LaporanKegiatan {
    let sop = facts.source.rules.sop;
    let attached = |kind| (facts.attached(kind) > 0).then_some(true);
    let written = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let handover = sop.steps.iter().find(|step| step.handover);
    let after = sop.step_after(facts.due.step);
    let role = facts.team_role(after);
    let receiver = role.map(|role| facts.post_holder(None, role)).unwrap_or_default();
    LaporanKegiatan {
        kepada: receiver.jabatan.clone(),
        dari: reporter(facts),
        jenis: Some(facts.history().kind)
            .filter(|kind| *kind != RequestKind::Baru)
            .map(RequestKind::name),
        sop: Sop { nomor: written(&sop.number), nama: written(&sop.name_in_sentence()) },
        surat: facts.reference(),
        pemohon: facts.applicant(),
        pengajuan: (facts.due.round > 1).then_some(facts.due.round),
        pengembalian: returns(facts),
        langkah: steps_done(facts),
        serah_terima: handover
            .and_then(|step| facts.entry(step.no)?.ended)
            .map(|ended| wording::date(ended.date())),
        akses: facts.granted(),
        tidak_diberikan: facts.not_granted(),
        kendala: notes(facts, SignOffField::Kendala),
        tindak_lanjut: notes(facts, SignOffField::TindakLanjut),
        lampiran: Annexes {
            berita_acara: attached(AttachmentKind::BeritaAcara),
            daftar_hadir: attached(AttachmentKind::DaftarHadir),
            foto: attached(AttachmentKind::Foto),
        },
        tempat: facts.town(),
        penanda: facts.sender(facts.signer_block()),
        penerimaan: receipt(facts, after, receiver),
        mengetahui: facts.acknowledged_by(),
        tembusan: facts.copies(),
    }
}

/// Who reports: the post that tertib.toml names to sign, else who carried out the step.
fn reporter(facts: &Facts<'_>) -> Option<String> {
    let post = facts.configured(|rules| rules.signer.as_ref().map(|post| post.value.as_str()));
    match post {
        Some(_) => facts.signer_block().jabatan,
        None => facts.executor().nama,
    }
}

/// Who receives the report: until the receipt is signed off, the holder of the post.
fn receipt(facts: &Facts<'_>, after: Option<&Step>, holder: Signature) -> Receipt {
    let received = after.and_then(|step| Some((step, facts.entry(step.no)?)));
    match received {
        None => Receipt { tanggal: None, penerima: holder },
        Some((step, entry)) => Receipt {
            tanggal: entry.ended.map(Moment::date).map(wording::date),
            penerima: facts.received_by(entry, step),
        },
    }
}

fn returns(facts: &Facts<'_>) -> Vec<Returned> {
    let history = facts.history();
    let before = history.returns.iter().filter(|returned| returned.round < facts.due.round);
    before
        .filter_map(|returned| history.entries.get(returned.entry))
        .map(|entry| Returned {
            tanggal: entry.ended.map(Moment::date).map(wording::date),
            alasan: facts
                .noted(entry, SignOffField::Alasan)
                .or_else(|| facts.noted(entry, SignOffField::Keterangan)),
        })
        .collect()
}

fn notes(facts: &Facts<'_>, field: SignOffField) -> Notes {
    let entries = facts.history().round_entries(facts.due.round).map(|(_, entry)| entry);
    let before = entries.filter(|entry| entry.step < facts.due.step);
    let mut noted: Vec<String> = Vec::new();
    for note in before.filter_map(|entry| facts.noted(entry, field)) {
        if !noted.contains(&note) {
            noted.push(note);
        }
    }
    Notes {
        sebelumnya: (!noted.is_empty()).then(|| noted.join("; ")),
        laporan: facts.own_entry().and_then(|entry| facts.noted(entry, field)),
    }
}

/// The steps of the team before the report, as they were signed off last: what a later
/// round did not do again stands from the round before.
fn steps_done(facts: &Facts<'_>) -> Vec<StepDone> {
    let sop = facts.source.rules.sop;
    let before = sop.steps.iter().filter(|step| step.no < facts.due.step && step.of_team(sop));
    before
        .map(|step| {
            let entry = last_until(facts, step.no);
            StepDone {
                no: step.no,
                kegiatan: step.activity.clone(),
                hasil: entry.filter(|_| step.decision.is_some()).and_then(|entry| {
                    entry.decision.map(|decision| match decision {
                        Decision::Ya => "Ya",
                        Decision::Tidak => "Tidak",
                        Decision::Ditolak => "Ditolak",
                    })
                }),
                pelaksana: entry.and_then(|entry| facts.signer(entry)?.nama),
                waktu: entry.and_then(|entry| facts.when(entry.started, entry.ended)),
                tempat: entry.and_then(|entry| facts.noted(entry, SignOffField::Tempat)),
            }
        })
        .collect()
}

fn last_until<'a>(facts: &Facts<'a>, step: u32) -> Option<&'a Entry> {
    let mut until = facts.history().entries.iter().filter(|entry| entry.round <= facts.due.round);
    until.rfind(|entry| entry.step == step)
}
