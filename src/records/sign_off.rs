//! A sign-off (*baris lembar kendali*): one step done, or begun, or planned.

use std::sync::Arc;

use super::{Moment, Reading, SignOffField, Text, Written};
use crate::diagnostic::{Cell, RowPlace};
use crate::sop::ProcedureId;

/// The decision of a deciding step (*hasil*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// Y: it goes on.
    Ya,
    /// T: the request is returned (or ends, where the SOP says so).
    Tidak,
    /// Refused for good; counts as T and ends the request.
    Ditolak,
}

/// What the cell of initials (*paraf*) says; an absent column is no opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paraf {
    /// The sheet has no such column.
    NoColumn,
    /// A tick, initials, TTE, SRIKANDI: signed.
    Signed(Cell),
    /// The cell says no, or is empty.
    Unsigned(Cell),
}

/// The step that a row names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepRef {
    /// A step of the SOP, by its number.
    Known(u32, Cell),
    /// Empty, or no such step: reported where it was read.
    Unknown(Cell),
}

/// One row of the sign-offs, or one step group of a row in wide form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignOff {
    pub place: RowPlace,
    pub number: Written<Text>,
    pub step: StepRef,
    /// Who did it (*pelaksana*), as written.
    pub actor: Reading<Text>,
    pub actor_nip: Reading<Text>,
    pub started: Reading<Moment>,
    /// `Unusable` also where the cell is empty though the step is neither in
    /// progress nor only planned (D02).
    pub ended: Reading<Moment>,
    pub decision: Reading<Decision>,
    pub paraf: Paraf,
    /// All other columns, in the order of [`SignOffField`]; empty cells are absent.
    pub texts: Box<[(SignOffField, Written<Text>)]>,
    /// What few rows say; none where it says nothing.
    pub seldom: Option<Box<Seldom>>,
    /// A kesalahan was reported on a cell of this row.
    pub flawed: bool,
}

/// What only few sign-offs say, kept apart so that a year of them needs less room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seldom {
    /// When the step is planned for (*dijadwalkan*).
    pub planned: Reading<Moment>,
    /// The procedure that the step is of, where the row, the title of the table or the
    /// name of the sheet says so.
    pub procedure: Reading<ProcedureId>,
    /// The number of the step in each version of the SOP, where a name was written that
    /// they do not all know by the number of the row.
    pub step_by_version: Option<Arc<[Option<u32>]>>,
}

impl Seldom {
    /// Itself, if it says anything.
    pub fn if_any(self) -> Option<Box<Seldom>> {
        let nothing =
            self.planned.is_empty() && self.procedure.is_empty() && self.step_by_version.is_none();
        (!nothing).then(|| Box::new(self))
    }
}

impl SignOff {
    /// When the step is planned for (*dijadwalkan*).
    pub fn planned(&self) -> &Reading<Moment> {
        self.seldom.as_ref().map_or(&Reading::Empty, |seldom| &seldom.planned)
    }

    /// The procedure that the row says its step is of.
    pub fn procedure(&self) -> &Reading<ProcedureId> {
        self.seldom.as_ref().map_or(&Reading::Empty, |seldom| &seldom.procedure)
    }

    /// The number of the step in each version of the SOP, where they differ in it.
    pub fn step_by_version(&self) -> Option<&Arc<[Option<u32>]>> {
        self.seldom.as_ref()?.step_by_version.as_ref()
    }

    pub fn text(&self, field: SignOffField) -> Option<&Written<Text>> {
        self.texts
            .binary_search_by_key(&field, |(field, _)| *field)
            .ok()
            .and_then(|at| self.texts.get(at))
            .map(|(_, written)| written)
    }

    pub fn text_value(&self, field: SignOffField) -> Option<&Arc<str>> {
        self.text(field).map(|written| &written.value)
    }

    /// The order in which sign-offs are written: by row, and within a row in wide form
    /// by step.
    pub fn order(&self) -> (RowPlace, u32) {
        match self.step {
            StepRef::Known(no, _) => (self.place, no),
            StepRef::Unknown(_) => (self.place, 0),
        }
    }

    /// Begun and not ended, or only planned: no sign-off yet (contract, section 5).
    pub fn is_open(&self) -> bool {
        self.ended.is_empty() && (!self.started.is_empty() || !self.planned().is_empty())
    }
}
