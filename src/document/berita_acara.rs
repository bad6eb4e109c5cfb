//! Berita Acara Serah Terima Hak Akses Sistem Aplikasi (step 6): who hands over which
//! access to whom. The applicant signs it; this paper leaves the space.

use serde::Serialize;

use super::facts::{Facts, Person};
use super::grant::{Grant, NotGranted, Reference};
use super::signature::Signature;
use crate::calendar::wording;
use crate::office::Signing;

/// What the minutes state.
#[derive(Debug, Serialize)]
pub(super) struct BeritaAcara {
    /// "Senin, tanggal tiga bulan Juni tahun dua ribu dua puluh empat".
    hari_ini: Option<String>,
    /// "03-06-2024", in brackets after the words.
    tanggal_angka: Option<String>,
    tempat: Option<String>,
    pihak_pertama: Person,
    pihak_kedua: Person,
    surat: Reference,
    akses: Vec<Grant>,
    tidak_diberikan: Vec<NotGranted>,
    /// What stands above the post of the first party's signature.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    atas_nama: Vec<String>,
    mengetahui: Option<Signature>,
    tembusan: Vec<String>,
}

pub(super) fn state(facts: &Facts<'_>) -> BeritaAcara {
    let date = facts.paper_date();
    let pihak_pertama = first_party(facts);
    BeritaAcara {
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
        mengetahui: facts.acknowledged_by(),
        tembusan: facts.copies(),
    }
}

/// Who hands over: the post that tertib.toml names, else who signed off the step, else
/// who was given the request.
fn first_party(facts: &Facts<'_>) -> Person {
    let configured = facts.configured(|rules| {
        rules.first_party.as_ref().or(rules.signer.as_ref()).map(|post| post.value.as_str())
    });
    let unit = Some(facts.source.rules.office.institution_on(facts.reference_date()).name.clone());
    if let Some(post) = configured {
        let Signature { jabatan, nama, nip, .. } = facts.post_holder(Some(&post), "");
        return Person { nama, nip, jabatan, unit };
    }
    let signer = facts.own_entry().and_then(|entry| facts.signer(entry));
    let assigned =
        || facts.assigned().map(|name| facts.member(&name, None, Some(facts.reference_date())));
    Person { unit, ..signer.or_else(assigned).unwrap_or_default() }
}
