//! The words for a date or an hour that cannot be read.

use super::heading::Field;
use super::moment::MomentFault;
use super::names::label;
use super::wording::{AGAIN, OTHER_ROWS, Told, Words};
use crate::records::{RequestField as P, SignOffField as K};

impl Told<'_> {
    pub(super) fn moment(&self, field: Field, text: &str, fault: MomentFault) -> Words {
        let is_clock = matches!(
            field,
            Field::SignOff(K::JamMulai | K::JamSelesai)
                | Field::Request(P::JamDiterima | P::JamDiterimaTim | P::JamBatal)
        );
        let message = match fault {
            MomentFault::NoSuchDay { .. }
            | MomentFault::NoLeapDay { .. }
            | MomentFault::NoSuchMonth(_) => {
                format!("tanggal ini tidak ada: {fault}")
            }
            _ if is_clock => format!("jam \"{text}\" tidak dapat dibaca: {fault}"),
            _ => format!("tanggal \"{text}\" tidak dapat dibaca: {fault}"),
        };
        let consequence = match field {
            Field::SignOff(_) => format!("{} belum dapat dinilai; {OTHER_ROWS}", self.subject()),
            Field::Request(_) | Field::Attendee(_) | Field::Item(_) => {
                format!("{} dibaca tanpa {}; {OTHER_ROWS}", self.subject(), label(field))
            }
            Field::Staff(_) => {
                format!("{} dibaca tanpa batas tanggal itu; {OTHER_ROWS}", self.subject())
            }
        };
        let what = label(field);
        let advice = match (fault, field) {
            (MomentFault::PlainNumber, _) if !is_clock => format!(
                "ubah format sel {} menjadi tanggal (Format Sel › Tanggal) dan cocokkan dengan {}, {AGAIN}",
                self.cell,
                self.evidence()
            ),
            (MomentFault::TimeAlone, _) if is_clock => {
                format!("lengkapi tanggalnya pada baris ini menurut {}, {AGAIN}", self.evidence())
            }
            (MomentFault::TwoTimes, Field::SignOff(_)) => format!(
                "tulis waktu mulai dan waktu selesai di dua sel terpisah menurut {}, {AGAIN}",
                self.evidence()
            ),
            (_, _) if is_clock => format!(
                "tulis di sel {} {what} menurut {}, dengan bentuk jam.menit, {AGAIN}",
                self.cell,
                self.evidence()
            ),
            (_, Field::SignOff(_)) | (_, Field::Request(P::DiterimaTim)) => format!(
                "tulis di sel {} {what} menurut {}, dengan bentuk tgl/bln/tahun jam.menit, {AGAIN}",
                self.cell,
                self.evidence()
            ),
            (_, _) => format!(
                "tulis di sel {} {what} menurut {}, dengan bentuk tgl/bln/tahun, {AGAIN}",
                self.cell,
                self.evidence()
            ),
        };
        (message, consequence, advice)
    }
}
