//! Lembar Hasil Verifikasi (step 3): what was looked at, and whether the request is
//! granted or returned. The one who verified signs it, the head of the team
//! acknowledges.

use serde::Serialize;

use super::facts::{Access, Facts, Letter, Person};
use super::signature::Signature;
use crate::calendar::wording;
use crate::records::{Decision, Moment, SignOffField};

/// What the sheet states.
#[derive(Debug, Serialize)]
pub(super) struct Verifikasi {
    pemohon: Person,
    surat: Letter,
    akses: Vec<Access>,
    /// The items of the check-list, to be ticked by hand.
    butir: Vec<&'static str>,
    disetujui: Option<bool>,
    dikembalikan: Option<bool>,
    ditolak: Option<bool>,
    alasan: Option<String>,
    hari: Option<String>,
    pukul: Option<String>,
    tempat: Option<String>,
    verifikator: Signature,
    mengetahui: Signature,
}

/// What a request of this kind is looked at for; the SOP names no list of its own.
const ITEMS: [&str; 8] = [
    "Surat permohonan ditandatangani pejabat yang berwenang",
    "Nomor dan tanggal surat tercantum",
    "Nama, NIP, dan jabatan penerima hak akses sesuai data kepegawaian",
    "Unit kerja pemohon tercantum",
    "Aplikasi dan peran yang diminta tercantum",
    "Keperluan atau dasar penugasan tercantum",
    "Alamat surel kedinasan tercantum",
    "Penerima belum mempunyai akun dengan peran yang sama",
];

pub(super) fn state(facts: &Facts<'_>) -> Verifikasi {
    let own = facts.own_entry();
    let decision = own.and_then(|entry| entry.decision);
    let is = |wanted: Decision| (decision == Some(wanted)).then_some(true);
    let noted = |field| own.and_then(|entry| facts.noted(entry, field));
    let before = facts.source.rules.sop.step_before(facts.due.step);
    let leader = facts.team_role(before).unwrap_or_default();
    let post =
        facts.configured(|rules| rules.acknowledged_by.as_ref().map(|post| post.value.as_str()));
    let refused = matches!(decision, Some(Decision::Tidak | Decision::Ditolak));
    let reason = || noted(SignOffField::Alasan).or_else(|| noted(SignOffField::Keterangan));
    Verifikasi {
        pemohon: facts.applicant(),
        surat: facts.letter(),
        akses: facts.accesses(),
        butir: ITEMS.to_vec(),
        disetujui: is(Decision::Ya),
        dikembalikan: is(Decision::Tidak),
        ditolak: is(Decision::Ditolak),
        alasan: if refused { reason() } else { None },
        hari: own.and_then(|entry| entry.ended).map(|at| wording::day_and_date(at.date())),
        pukul: own.and_then(|entry| match entry.ended {
            Some(Moment::At(_)) => facts.clock(entry),
            _ => None,
        }),
        tempat: facts.town(),
        verifikator: facts.signer_block(),
        mengetahui: facts.post_holder(post.as_deref(), leader),
    }
}
