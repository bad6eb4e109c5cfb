//! One paper on its way from what is due to its file.

use sha2::{Digest, Sha256};

use super::Examination;
use super::issue::{Fate, PaperResult, RESULTS};
use super::shelf::hex;
use crate::check::{Judged, Rules};
use crate::document::{self, Due, Number, Source};
use crate::press::PrintJob;
use crate::records::Text;
use crate::register::{Draft, Paper, Stage};

/// A paper on its way to the press.
pub(super) struct Task {
    pub case: usize,
    pub due: Due,
    pub paper: Paper,
    pub file: String,
    pub record: String,
    pub digest: String,
    pub number: Option<String>,
    /// The number in its row is not the one that it can bear: it is not made.
    pub misnumbered: bool,
    pub fate: Fate,
    pub job: Option<PrintJob>,
}

impl Task {
    pub(super) fn of(
        case: usize,
        judged: &Judged,
        (due, paper): (Due, Paper),
        rules: &Rules<'_>,
    ) -> Self {
        Task {
            case,
            paper,
            file: document::file_of(&due, judged, rules),
            due,
            record: String::new(),
            digest: String::new(),
            number: None,
            misnumbered: false,
            fate: Fate::Failed,
            job: None,
        }
    }

    /// Makes its record, and the digest of it.
    pub(super) fn state(&mut self, source: &Source<'_>, number: &Number) {
        self.record = document::record(&self.due, source, number).to_json();
        self.digest = hex(&Sha256::digest(self.record.as_bytes()));
    }

    /// Forgets what is needed only until it is printed.
    pub(super) fn let_go(&mut self) {
        (self.record, self.job) = (String::new(), None);
    }

    /// Leaves what is out as it is where the facts are others now; whether it did.
    pub(super) fn hold_back(&mut self) -> bool {
        self.fate = std::mem::replace(&mut self.fate, Fate::Failed).held_back();
        let held = self.fate.is_held();
        if held {
            self.job = None;
        }
        held
    }

    pub(super) fn shown_file(&self) -> String {
        format!("{RESULTS}/{}", self.file)
    }

    /// The name of its file without the folder of the month and without its end.
    pub(super) fn name(&self) -> String {
        let below = self.file.split_once('/').map_or(self.file.as_str(), |(_, below)| below);
        below.strip_suffix(".pdf").unwrap_or(below).to_owned()
    }

    pub(super) fn draft<'a>(&'a self, fingerprint: &'a str) -> Draft<'a> {
        Draft {
            record: &self.record,
            record_digest: &self.digest,
            file: &self.file,
            stage: if self.due.signed { Stage::Signed } else { Stage::ToSign },
            fingerprint,
        }
    }

    pub(super) fn result(self, examination: &Examination) -> PaperResult {
        let request = examination
            .cases
            .get(self.case)
            .map_or_else(|| Text::from(""), |judged| judged.case.number.clone());
        PaperResult {
            request,
            kind: self.due.kind,
            round: self.due.round,
            recipient: self.due.recipient.as_ref().map(|one| one.name.clone()),
            signed: self.due.signed,
            number: self.number.clone(),
            file: self.shown_file(),
            fate: self.fate,
        }
    }
}
