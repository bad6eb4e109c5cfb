//! What a row of heads would need to be the head of a kind of table.

use super::heading::{Field, Kind};
use super::problem::Lack;
use super::recognition::{PlacedHead, count, known};
use super::sheet::{LEAST_HEADS, Meaning};
use super::text::fold;
use crate::records::{
    AttendeeField as A, ItemField as I, RequestField as P, SignOffField as K, StaffField as S,
};

/// What keeps the heads from being those of a kind (contract, section 3).
pub(super) fn lacks(kind: Kind, heads: &[PlacedHead], meanings: &[Meaning]) -> Vec<Lack> {
    let known = known(meanings);
    let mut lacks = Vec::new();
    let mut either = |first: Field, second: Field| {
        if !known.contains(&first) && !known.contains(&second) {
            lacks.push(if first == second {
                Lack::Column(first)
            } else {
                Lack::Either(first, second)
            });
        }
    };
    let is_wide = meanings.iter().any(|meaning| matches!(meaning, Meaning::Step(..)));
    match kind {
        Kind::Requests => {
            either(Field::Request(P::Aplikasi), Field::Request(P::Peran));
            either(Field::Request(P::NomorPermohonan), Field::Request(P::NamaPemohon));
            // "Nama" and "Peran" alone are as good a staff list.
            let app = Field::Request(P::Aplikasi);
            let says_applicant = known.contains(&Field::Request(P::NomorPermohonan))
                || heads.iter().any(|placed| fold(&placed.head.shown()).contains("pemohon"));
            if !known.contains(&app) && !says_applicant && lacks.is_empty() {
                lacks.push(Lack::Column(app));
            }
        }
        Kind::SignOffs if is_wide => {}
        Kind::SignOffs => {
            either(Field::SignOff(K::Langkah), Field::SignOff(K::Langkah));
            either(Field::SignOff(K::Selesai), Field::SignOff(K::Tanggal));
        }
        Kind::Attendees | Kind::Items => {
            let wanted = match kind {
                Kind::Attendees => [
                    Field::Attendee(A::NomorPermohonan),
                    Field::Attendee(A::Nama),
                    Field::Attendee(A::Hadir),
                ],
                _ => [Field::Item(I::NomorPermohonan), Field::Item(I::Butir), Field::Item(I::Ada)],
            };
            for field in wanted {
                either(field, field);
            }
            // What tells of accesses or of steps is no list beside them.
            let is_other = |placed: &PlacedHead| {
                matches!(
                    placed.head.field(Kind::Requests),
                    Some(Field::Request(P::Aplikasi | P::Peran))
                ) || placed.head.field(Kind::SignOffs) == Some(Field::SignOff(K::Langkah))
            };
            if is_wide || heads.iter().any(is_other) {
                lacks.push(Lack::Heads(known.len()));
            }
        }
        Kind::Staff => {
            either(Field::Staff(S::Nama), Field::Staff(S::Nama));
            either(Field::Staff(S::Nip), Field::Staff(S::Jabatan));
            either(Field::Staff(S::Peran), Field::Staff(S::Peran));
            let has_application = heads.iter().any(|placed| {
                placed.head.field(Kind::Requests) == Some(Field::Request(P::Aplikasi))
            });
            if has_application {
                lacks.push(Lack::Heads(known.len()));
            }
        }
    }
    if lacks.is_empty() && count(meanings) < LEAST_HEADS {
        lacks.push(Lack::Heads(known.len()));
    }
    lacks
}
