//! Berita Acara Pencabutan Hak Akses Sistem Aplikasi: which access was taken from whom,
//! when and why. An SOP for such requests yields it; the built-in one does not. Who held
//! the access signs it; this paper leaves the space.

use serde::Serialize;

use super::berita_acara::first_party;
use super::facts::{Facts, Person};
use super::grant::{Grant, NotGranted, Reference};
use super::signature::Signature;
use crate::calendar::wording;
use crate::office::Signing;
use crate::records::RequestField;

/// What the minutes state.
#[derive(Debug, Serialize)]
pub(super) struct BeritaAcaraPencabutan {
    /// As in the minutes of a handover.
    hari_ini: Option<String>,
    tanggal_angka: Option<String>,
    tempat: Option<String>,
    pihak_pertama: Person,
    pihak_kedua: Person,
    surat: Reference,
    /// What was taken away.
    akses: Vec<Grant>,
    /// What was asked to be taken away and stays, by the verification.
    tidak_diberikan: Vec<NotGranted>,
    pelaksanaan: Option<Removal>,
    alasan: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    atas_nama: Vec<String>,
    mengetahui: Option<Signature>,
    tembusan: Vec<String>,
}

/// The step before, by which the access was taken away, as it was signed off.
#[derive(Debug, Serialize)]
struct Removal {
    langkah: String,
    waktu: Option<String>,
}

pub(super) fn state(facts: &Facts<'_>) -> BeritaAcaraPencabutan {
    let date = facts.paper_date();
    let pihak_pertama = first_party(facts);
    BeritaAcaraPencabutan {
        hari_ini: date.map(wording::date_in_words),
        tanggal_angka: date.map(|day| day.format("%d-%m-%Y").to_string()),
        tempat: facts.town(),
        atas_nama: match facts.signing() {
            Signing::Srikandi => Vec::new(),
            _ => facts.on_behalf(pihak_pertama.jabatan.as_deref()),
        },
        pihak_pertama,
        pihak_kedua: facts.second_party(),
        surat: facts.reference(),
        akses: facts.granted(),
        tidak_diberikan: facts.not_granted(),
        pelaksanaan: removal(facts),
        alasan: facts.texts(RequestField::Alasan).or_else(|| facts.texts(RequestField::Keperluan)),
        mengetahui: facts.acknowledged_by(),
        tembusan: facts.copies(),
    }
}

fn removal(facts: &Facts<'_>) -> Option<Removal> {
    let before = facts.source.rules.sop.step_before(facts.due.step)?;
    let entry = facts.entry(before.no)?;
    Some(Removal {
        langkah: before.short_name().to_owned(),
        waktu: facts.when(entry.started, entry.ended),
    })
}
