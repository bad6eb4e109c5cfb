//! Surat Pengembalian Permohonan (after T at the deciding step): the letter that
//! returns a request to the applicant, or tells that it was refused. The head of the
//! team signs it.

use serde::Serialize;

use super::facts::{Facts, Person};
use super::signature::Signature;
use super::verifikasi::Examined;
use crate::records::SignOffField;

/// What the letter states.
#[derive(Debug, Serialize)]
pub(super) struct Pengembalian {
    kepada: Addressee,
    /// *Sifat*, as the office calls it for papers of this kind.
    sifat: Option<String>,
    surat: LetterOfRequest,
    akses: Vec<Examined>,
    /// Refused for good; null where it is returned to be mended.
    ditolak: Option<bool>,
    alasan: Option<String>,
    tindak_lanjut: Option<String>,
    penanda: Signature,
    mengetahui: Option<Signature>,
    tembusan: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Addressee {
    nama: Option<String>,
    jabatan: Option<String>,
    unit: Option<String>,
}

#[derive(Debug, Serialize)]
struct LetterOfRequest {
    nomor: Option<String>,
    tanggal: Option<String>,
    hal: Option<String>,
}

/// What the letter is about (*hal*), in the words of its template.
pub(super) fn subject(facts: &Facts<'_>) -> &'static str {
    match facts.is_refused_for_good() {
        true => "Penolakan permohonan hak akses",
        false => "Pengembalian permohonan hak akses",
    }
}

pub(super) fn state(facts: &Facts<'_>) -> Pengembalian {
    let noted = |field| facts.own_entry().and_then(|entry| facts.noted(entry, field));
    let post = facts.configured(|rules| rules.signer.as_ref().map(|post| post.value.as_str()));
    let security = facts.source.rules.office.archive.security.of(facts.due.kind.stem());
    let Person { nama, jabatan, unit, .. } = facts.applicant();
    let letter = facts.letter();
    Pengembalian {
        kepada: Addressee { nama, jabatan, unit },
        sifat: security.map(|word| word.value.clone()),
        surat: LetterOfRequest { nomor: letter.nomor, tanggal: letter.tanggal, hal: letter.hal },
        akses: facts.examined(),
        ditolak: facts.is_refused_for_good().then_some(true),
        alasan: noted(SignOffField::Alasan).or_else(|| noted(SignOffField::Keterangan)),
        tindak_lanjut: noted(SignOffField::TindakLanjut),
        penanda: facts.sender(facts.post_holder(post.as_deref(), facts.leading_role())),
        mengetahui: facts.acknowledged_by(),
        tembusan: facts.copies(),
    }
}
