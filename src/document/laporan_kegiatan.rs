//! Laporan Hasil Kegiatan (step 7): the member of the team reports to its head what
//! was done; its receipt (the step after) stands on it.

use serde::Serialize;

use super::facts::{Access, Facts, Letter, Person, moment};
use super::signature::Signature;
use crate::records::{AttachmentKind, SignOffField};

/// What the report states.
#[derive(Debug, Serialize)]
pub(super) struct LaporanKegiatan {
    kepada: Option<String>,
    dari: Option<String>,
    dasar_sop: String,
    pemohon: Person,
    surat: Letter,
    akses: Vec<Access>,
    pelaksanaan: Vec<StepDone>,
    kendala: Option<String>,
    tindak_lanjut: Option<String>,
    lampiran: Vec<String>,
    tempat: Option<String>,
    pelapor: Signature,
    penerima: Signature,
    diterima: Option<String>,
    tembusan: Vec<String>,
}

/// A step before the report, as it was signed off.
#[derive(Debug, Serialize)]
struct StepDone {
    no: u32,
    kegiatan: String,
    pelaksana: Option<String>,
    mulai: Option<String>,
    selesai: Option<String>,
}

pub(super) fn state(facts: &Facts<'_>) -> LaporanKegiatan {
    let sop = facts.source.rules.sop;
    let after = sop.step_after(facts.due.step);
    let leader = facts.team_role(after).unwrap_or_default();
    let post = facts.configured(|rules| rules.acknowledged_by.as_ref().map(|p| p.value.as_str()));
    let receiver = facts.post_holder(post.as_deref(), leader);
    let reporter = facts.signer_block();
    let steps = sop.steps.iter().filter(|step| step.no < facts.due.step);
    let pelaksanaan = steps
        .filter_map(|step| {
            let entry = facts.entry(step.no)?;
            Some(StepDone {
                no: step.no,
                kegiatan: step.activity.clone(),
                pelaksana: entry.actor.as_ref().map(ToString::to_string),
                mulai: entry.started.map(moment),
                selesai: entry.ended.map(moment),
            })
        })
        .collect();
    LaporanKegiatan {
        kepada: receiver.jabatan.clone(),
        dari: reporter.nama.clone(),
        dasar_sop: format!("SOP Nomor {} tentang {}", sop.number, sop.name),
        pemohon: facts.applicant(),
        surat: facts.letter(),
        akses: facts.granted(),
        pelaksanaan,
        kendala: facts.noted_in_round(SignOffField::Kendala),
        tindak_lanjut: facts.noted_in_round(SignOffField::TindakLanjut),
        lampiran: annexes(facts),
        tempat: facts.town(),
        pelapor: reporter,
        penerima: receiver,
        diterima: after.and_then(|step| facts.entry(step.no)?.ended).map(moment),
        tembusan: facts.copies(),
    }
}

/// What lies among the evidence of the request, by kind.
fn annexes(facts: &Facts<'_>) -> Vec<String> {
    let kinds = [
        (AttachmentKind::BeritaAcara, "berita acara serah terima"),
        (AttachmentKind::DaftarHadir, "daftar hadir"),
        (AttachmentKind::Foto, "foto kegiatan"),
        (AttachmentKind::Surat, "surat permohonan"),
    ];
    let there = kinds.into_iter().filter(|(kind, _)| facts.attached(*kind) > 0);
    there.map(|(_, name)| name.to_owned()).collect()
}
