//! The event log (*log kejadian*) of all requests, for process mining: computed once,
//! written three ways.
//!
//! A trace is a request; an event is the start or the end of a step. Only what was
//! recorded is an event: a step without a start has an end alone, a step in progress a
//! start alone, and what was merely planned has none. What is unknown is left out, and a
//! date without an hour stays a date: a time that nobody wrote down would be mined as
//! if it had been seen. How long a step took, and the verdict, stand at its end, so that
//! a sum over all events counts no step twice.

mod csv;
mod event;
mod json;
mod plain;
mod trace;
mod xes;

use std::io::{self, Write};

use chrono::NaiveDateTime;

use crate::check::{Judged, Roster, Rules};
use crate::office::Zone;

pub use event::{Event, Outcome, Transition};
pub use trace::Trace;

/// The three faces of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Xes,
    /// With the sign that parts its columns.
    Csv(char),
    Json,
}

/// All requests with their events.
#[derive(Clone, Copy)]
pub struct EventLog<'a> {
    pub cases: &'a [Judged],
    pub rules: Rules<'a>,
    pub roster: &'a Roster,
    /// Whether the NIP of who did a step is told.
    pub with_nip: bool,
}

/// How much a log holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub requests: usize,
    pub events: usize,
}

impl<'a> EventLog<'a> {
    /// The traces in the order of the requests, one at a time.
    pub fn traces(&self) -> impl Iterator<Item = Trace<'a>> {
        let log = *self;
        self.cases.iter().map(move |judged| Trace::of(judged, &log))
    }

    pub fn counts(&self) -> Counts {
        let events = self.traces().map(|trace| trace.events.len()).sum();
        Counts { requests: self.cases.len(), events }
    }

    /// Writes the log as one of its faces.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, form: Form, out: &mut dyn Write) -> io::Result<()> {
        match form {
            Form::Xes => xes::write(self, out),
            Form::Csv(separator) => csv::write(self, separator, out),
            Form::Json => json::write(self, out),
        }
    }

    fn zone(&self) -> Zone {
        self.rules.office.zone
    }

    fn as_of(&self) -> NaiveDateTime {
        self.rules.as_of
    }
}

impl Form {
    /// The name of its command.
    pub fn name(self) -> &'static str {
        match self {
            Form::Xes => "xes",
            Form::Csv(_) => "csv",
            Form::Json => "json",
        }
    }

    /// Whether a file that begins so was written as a log in this form.
    pub fn begins(self, head: &[u8]) -> bool {
        match self {
            Form::Xes => head.starts_with(xes::HEAD.as_bytes()),
            Form::Csv(_) => csv::begins(head),
            Form::Json => head.starts_with(json::HEAD.as_bytes()),
        }
    }
}
