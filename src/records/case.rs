//! A request (*permohonan*) with all that was written about it: its rows, over
//! all rounds, and its sign-offs.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    AttendeeRow, ItemRow, Moment, Reading, RequestField, RequestKind, RequestRow, SignOff, Text,
    Written,
};
use crate::diagnostic::{Diagnostic, Place};

/// One request and its sign-offs, in the order of their rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The number as first written; with the year of receipt where the same number
    /// was used in an earlier year too: `001 (2025)`.
    pub number: Text,
    pub rows: Vec<RequestRow>,
    pub sign_offs: Vec<SignOff>,
    /// Who attended the tutorial, in the order of the rows.
    pub attendees: Vec<AttendeeRow>,
    /// What was verified, in the order of the rows.
    pub items: Vec<ItemRow>,
    /// Rows that speak of the same round contradict each other (D08).
    pub contradicted: bool,
}

impl Case {
    /// Whether a finding is about it, or stands for many of which some may be.
    pub fn may_be_meant_by(&self, told: &Diagnostic) -> bool {
        if told.case.is_some() || told.stands_for == 1 {
            return told.case.as_ref() == Some(&self.number);
        }
        let rows = self.rows.iter().map(|row| row.place);
        let mut rows = rows.chain(self.sign_offs.iter().map(|row| row.place));
        let Some(Place::Cell(cell)) = told.places.first() else { return false };
        rows.any(|row| row.sheet == cell.sheet && row.row > cell.row)
    }

    /// The rows of one round; an empty *putaran* means 1.
    pub fn rows_of(&self, round: u32) -> impl Iterator<Item = &RequestRow> + Clone {
        self.rows.iter().filter(move |row| row.round() == round)
    }

    /// The first value that the rows of a round give for a date or a kind; one that
    /// is there but cannot be used goes before none.
    pub fn reading<'a, T>(
        &'a self,
        round: u32,
        of: impl Fn(&'a RequestRow) -> &'a Reading<T>,
    ) -> &'a Reading<T> {
        let mut found: &'a Reading<T> = &Reading::Empty;
        for row in self.rows_of(round) {
            let reading = of(row);
            match (found, reading) {
                (_, Reading::Known(_)) => return reading,
                (Reading::Empty, Reading::Unusable(_)) => found = reading,
                _ => {}
            }
        }
        found
    }

    /// The moment that the rows of a round give: the hour need not stand in each of them.
    pub fn moment<'a>(
        &'a self,
        round: u32,
        of: impl Fn(&'a RequestRow) -> &'a Reading<Moment> + Clone,
    ) -> Option<&'a Written<Moment>> {
        Written::first_of(self.rows_of(round).filter_map(move |row| of(row).known()))
    }

    /// When the request reached the team (*diterima_tim*). It serves the first round
    /// only (contract, section 5).
    pub fn received_by_team(&self) -> Option<&Written<Moment>> {
        self.moment(1, |row| &row.received_by_team)
    }

    /// The first value that the rows of a round give for a column of text.
    pub fn text(&self, round: u32, field: RequestField) -> Option<&Written<Text>> {
        self.rows_of(round).find_map(|row| row.text(field))
    }

    /// The applicant's name and NIP (*pemohon*), as first written in any round.
    pub fn applicant(&self) -> (Option<&Arc<str>>, Option<&Arc<str>>) {
        let first = |field| self.rows.iter().find_map(|row| row.text_value(field));
        (first(RequestField::NamaPemohon), first(RequestField::NipPemohon))
    }

    /// What is asked for; a row that does not say it asks for `silent`. Where the rows of
    /// one request ask for different things, the first that `covered` accepts stands for
    /// the request.
    pub fn kind(&self, silent: RequestKind, covered: impl Fn(RequestKind) -> bool) -> RequestKind {
        let kinds = || self.rows.iter().map(|row| row.kind.value().copied().unwrap_or(silent));
        kinds().find(|kind| covered(*kind)).or_else(|| kinds().next()).unwrap_or(silent)
    }

    /// The day on which the request came in: *tanggal_diterima*, else *tanggal_surat*.
    pub fn received_on(&self) -> Option<NaiveDate> {
        self.rows_of(1).chain(self.rows.iter()).find_map(RequestRow::received_on)
    }
}

/// A request's number as it is compared: trimmed, blanks folded, without case
/// (contract, section 3).
pub fn comparable_number(number: &str) -> String {
    let mut folded = String::with_capacity(number.len());
    for word in number.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded.to_lowercase()
}
