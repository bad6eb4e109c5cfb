//! The accesses that a request asks for, and who gets each.

use serde::Serialize;

use super::facts::{Facts, Person, nip_line};
use crate::calendar::wording;
use crate::office::nip::Nip;
use crate::records::RequestField;

/// One access asked for: a row of the request.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Access {
    pub penerima: Person,
    pub aplikasi: Option<String>,
    pub peran: Option<String>,
    pub id_akun: Option<String>,
    pub berlaku_sampai: Option<String>,
    pub hasil_verifikasi: Option<String>,
    pub alasan: Option<String>,
    pub keterangan: Option<String>,
}

impl Facts<'_> {
    /// The accesses asked for, in the order of the rows. Who gets one is the applicant
    /// where the row names nobody else.
    pub(super) fn accesses(&self) -> Vec<Access> {
        let applicant = self.applicant();
        self.rows
            .iter()
            .map(|row| {
                let text = |field| row.text_value(field).map(ToString::to_string);
                let named = text(RequestField::NamaPenerima);
                let penerima = match named {
                    None => applicant.clone(),
                    Some(nama) => Person {
                        nama: Some(nama),
                        nip: text(RequestField::NipPenerima).map(|nip| nip_line(&nip)),
                        jabatan: text(RequestField::JabatanPenerima),
                        unit: text(RequestField::UnitPenerima),
                    },
                };
                Access {
                    penerima,
                    aplikasi: text(RequestField::Aplikasi),
                    peran: text(RequestField::Peran),
                    id_akun: text(RequestField::IdAkun),
                    berlaku_sampai: row.valid_until.value().copied().map(wording::date),
                    hasil_verifikasi: text(RequestField::HasilVerifikasi),
                    alasan: text(RequestField::Alasan),
                    keterangan: text(RequestField::Keterangan),
                }
            })
            .filter(|access: &Access| match (&self.due.recipient, &access.penerima.nama) {
                (Some(recipient), Some(name)) => {
                    let nip = access.penerima.nip.as_deref().and_then(Nip::parse);
                    recipient.is(name, nip.as_ref())
                }
                _ => true,
            })
            .collect()
    }

    /// Who gets the accesses of the paper, where it is theirs alone; else the applicant.
    pub(super) fn second_party(&self) -> Person {
        if self.due.recipient.is_none() {
            return self.applicant();
        }
        let mut known = self.accesses().into_iter().map(|access| access.penerima);
        let first = known.next().unwrap_or_default();
        known.fold(first, |known, other| Person {
            nip: known.nip.or(other.nip),
            jabatan: known.jabatan.or(other.jabatan),
            unit: known.unit.or(other.unit),
            ..known
        })
    }
}
