//! What was granted of what was asked for, and by which letter it was asked.
//!
//! An access that the verification refused gets no account and is not handed over; a
//! paper names it in a remark, so that nobody looks for it.

use serde::Serialize;

use super::access::Access;
use super::facts::Facts;
use crate::records::says_no;

/// The letter of request, as the papers after the disposition refer to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Reference {
    nomor: Option<String>,
    tanggal: Option<String>,
}

/// An access that was granted: a row of the table that all papers share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Grant {
    penerima: Recipient,
    aplikasi: Option<String>,
    peran: Option<String>,
    id_akun: Option<String>,
    berlaku_sampai: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Recipient {
    nama: Option<String>,
    nip: Option<String>,
}

/// An access that was asked for and not granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct NotGranted {
    /// Null where it was for the applicant.
    penerima: Option<String>,
    aplikasi: Option<String>,
    peran: Option<String>,
    alasan: Option<String>,
}

impl Facts<'_> {
    pub(super) fn reference(&self) -> Reference {
        let letter = self.letter();
        Reference { nomor: letter.nomor, tanggal: letter.tanggal }
    }

    /// The accesses asked for, without those that the verification clearly refused.
    pub(super) fn granted_accesses(&self) -> Vec<Access> {
        self.accesses().into_iter().filter(|access| !access.is_refused()).collect()
    }

    /// The accesses that were granted, in the order of the rows.
    pub(super) fn granted(&self) -> Vec<Grant> {
        let granted = self.granted_accesses().into_iter();
        granted
            .map(|access| Grant {
                penerima: Recipient { nama: access.penerima.nama, nip: access.penerima.nip },
                aplikasi: access.aplikasi,
                peran: access.peran,
                id_akun: access.id_akun,
                berlaku_sampai: access.berlaku_sampai,
            })
            .collect()
    }

    /// The accesses that the verification clearly refused, for the remark.
    pub(super) fn not_granted(&self) -> Vec<NotGranted> {
        let applicant = self.applicant().nama;
        let refused = self.accesses().into_iter().filter(Access::is_refused);
        refused
            .map(|access| NotGranted {
                penerima: access.penerima.nama.filter(|name| Some(name) != applicant.as_ref()),
                aplikasi: access.aplikasi,
                peran: access.peran,
                alasan: access.alasan,
            })
            .collect()
    }
}

impl Access {
    fn is_refused(&self) -> bool {
        self.hasil_verifikasi.as_deref().is_some_and(says_no)
    }
}
