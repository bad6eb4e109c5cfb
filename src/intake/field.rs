//! The kinds of sheet that are known, and the columns of each.

use crate::records::{
    AttendeeField as A, ItemField as I, RequestField as P, SignOffField as K, StaffField as S,
};

/// The kinds of sheet that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Requests,
    SignOffs,
    Staff,
    Attendees,
    Items,
}

/// A column of one of the kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Request(P),
    SignOff(K),
    Staff(S),
    Attendee(A),
    Item(I),
}

impl Field {
    /// The column's name in the contract: `nomor_surat`.
    pub fn key(self) -> &'static str {
        match self {
            Field::Request(field) => field.key(),
            Field::SignOff(field) => field.key(),
            Field::Staff(field) => field.key(),
            Field::Attendee(field) => field.key(),
            Field::Item(field) => field.key(),
        }
    }

    pub(super) fn kind(self) -> Kind {
        match self {
            Field::Request(_) => Kind::Requests,
            Field::SignOff(_) => Kind::SignOffs,
            Field::Staff(_) => Kind::Staff,
            Field::Attendee(_) => Kind::Attendees,
            Field::Item(_) => Kind::Items,
        }
    }

    pub(super) fn required(self) -> bool {
        match self {
            Field::Request(field) => field.required(),
            Field::SignOff(field) => field.required(),
            Field::Staff(field) => field.required(),
            Field::Attendee(field) => field.required(),
            Field::Item(field) => field.required(),
        }
    }
}

/// Some of the fields, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct FieldSet(u128);

impl FieldSet {
    pub(super) fn add(&mut self, field: Field) {
        self.0 |= Self::bit(field);
    }

    pub(super) fn has(self, field: Field) -> bool {
        self.0 & Self::bit(field) != 0
    }

    fn bit(field: Field) -> u128 {
        let at = match field {
            Field::Request(field) => field as usize,
            Field::SignOff(field) => P::ALL.len() + field as usize,
            Field::Staff(field) => P::ALL.len() + K::ALL.len() + field as usize,
            Field::Attendee(field) => P::ALL.len() + K::ALL.len() + S::ALL.len() + field as usize,
            Field::Item(field) => {
                P::ALL.len() + K::ALL.len() + S::ALL.len() + A::ALL.len() + field as usize
            }
        };
        1 << at
    }
}

impl Kind {
    pub const ALL: [Kind; 5] =
        [Kind::Requests, Kind::SignOffs, Kind::Staff, Kind::Attendees, Kind::Items];

    pub(super) fn fields(self) -> Vec<Field> {
        match self {
            Kind::Requests => P::ALL.iter().copied().map(Field::Request).collect(),
            Kind::SignOffs => K::ALL.iter().copied().map(Field::SignOff).collect(),
            Kind::Staff => S::ALL.iter().copied().map(Field::Staff).collect(),
            Kind::Attendees => A::ALL.iter().copied().map(Field::Attendee).collect(),
            Kind::Items => I::ALL.iter().copied().map(Field::Item).collect(),
        }
    }
}
