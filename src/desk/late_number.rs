//! A number that is given late: it comes later in its sequence than one whose paper
//! bears a later date, since the sign-off was recorded after the fact.

use std::cell::OnceCell;

use chrono::{Datelike, NaiveDate};

use super::agenda;
use super::task::Task;
use super::workshop::Workshop;
use crate::diagnostic::{Diagnostic, Level, Place};
use crate::office::Office;
use crate::register::{Register, RegisterProblem};

/// The latest date of each sequence before this run, with the number that bears it.
#[derive(Default)]
pub(super) struct Latest {
    known: OnceCell<agenda::LatestDates>,
}

/// A number that was given in this run.
struct Given<'a> {
    pub kind: &'static str,
    pub year: i32,
    pub number: &'a str,
    pub date: NaiveDate,
    /// The file of its paper, as it is told.
    pub file: &'a str,
}

impl Latest {
    /// Looks before the first paper of the run is entered.
    pub(super) fn look(
        &self,
        register: &Register,
        office: &Office,
    ) -> Result<&agenda::LatestDates, RegisterProblem> {
        if let Some(latest) = self.known.get() {
            return Ok(latest);
        }
        let found = agenda::latest(register, office)?;
        Ok(self.known.get_or_init(|| found))
    }

    /// What is to be told of a number that was just given; usually nothing.
    fn note(
        &self,
        given: &Given<'_>,
        register: &Register,
        office: &Office,
    ) -> Result<Option<Diagnostic>, RegisterProblem> {
        let latest = self.look(register, office)?;
        let late = latest.get(&(given.kind, given.year)).filter(|(date, _)| given.date < *date);
        Ok(late.map(|(date, earlier)| {
            let mut told = Diagnostic::error(format!(
                "nomor {} {}",
                given.number,
                agenda::late(earlier, *date)
            ))
            .consequence("nomor tidak diubah; buku agenda menandainya: tertib register")
            .advice("bila perlu, tulis keterangan tentang catatan yang menyusul ini di buku agenda kantor")
            .at(Place::File(given.file.into()));
            told.level = Level::Peringatan;
            told
        }))
    }
}

impl Workshop<'_> {
    /// What is to be told of the number that a paper was just given, where its day is
    /// known.
    pub(super) fn late_note(
        &self,
        task: &Task,
        register: &Register,
    ) -> Result<Option<Diagnostic>, RegisterProblem> {
        let Some(number) = task.number.as_deref().filter(|_| task.due.signed) else {
            return Ok(None);
        };
        let date = self.date(task);
        let file = task.shown_file();
        let kind = task.due.kind.stem();
        let given = Given { kind, year: date.year(), number, date, file: &file };
        let told = self.latest.note(&given, register, &self.folder().office)?;
        Ok(told.map(|told| self.about(task, told)))
    }
}
