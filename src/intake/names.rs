//! What columns and sheets are called within a sentence.

use super::heading::{Field, Kind};
use crate::calendar::wording::with_capital;
use crate::records::{
    AttendeeField as A, ItemField as I, RequestField as P, SignOffField as K, StaffField as S,
};

/// What a kind of sheet is called.
pub(super) fn sheet_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Requests => "permohonan",
        Kind::SignOffs => "kendali",
        Kind::Staff => "pegawai",
        Kind::Attendees => "peserta",
        Kind::Items => "butir verifikasi",
    }
}

pub(super) fn is_key(field: Field) -> bool {
    matches!(
        field,
        Field::Request(P::NomorPermohonan)
            | Field::SignOff(K::NomorPermohonan)
            | Field::Staff(S::Nama)
            | Field::Attendee(A::NomorPermohonan)
            | Field::Item(I::NomorPermohonan)
    )
}

/// What a column holds, within a sentence.
pub(super) fn label(field: Field) -> String {
    match field {
        Field::SignOff(K::Mulai) => "waktu mulai".to_owned(),
        Field::SignOff(K::Selesai) => "waktu selesai".to_owned(),
        Field::SignOff(K::Dijadwalkan) => "waktu yang dijadwalkan".to_owned(),
        Field::Request(P::Jenis) => "jenis permohonan".to_owned(),
        Field::Request(P::Sop) | Field::SignOff(K::Sop) => "SOP".to_owned(),
        Field::Request(P::DiterimaTim) => "waktu diterima tim".to_owned(),
        Field::Request(P::BerlakuSampai) => "tanggal berlaku sampai".to_owned(),
        Field::Staff(S::BerlakuDari) => "tanggal berlaku dari".to_owned(),
        Field::Staff(S::BerlakuSampai) => "tanggal berlaku sampai".to_owned(),
        Field::Attendee(A::Hadir) => "kehadiran".to_owned(),
        Field::Item(I::Ada) => "ada atau tidak".to_owned(),
        _ => spelt(field.key()),
    }
}

/// A head that is understood, to be copied into a sheet.
pub(super) fn head(field: Field) -> String {
    with_capital(&spelt(field.key()))
}

fn spelt(key: &str) -> String {
    let word = |word: &str| {
        if matches!(word, "nip" | "id" | "sop") { word.to_uppercase() } else { word.to_owned() }
    };
    key.split('_').map(word).collect::<Vec<_>>().join(" ")
}

pub(super) fn quoted(names: &[String], last: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    match quoted.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{} {last} {end}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
