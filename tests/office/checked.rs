//! What was found of a story, in forms that a test can state in a line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use tertib::check::{Entry, History, Judged};
use tertib::diagnostic::{Diagnostic, Place, Sources};
use tertib::document::Due;

use super::Step;

pub struct Checked {
    pub cases: Vec<Judged>,
    /// All findings, in the order in which they are shown.
    pub told: Vec<Diagnostic>,
    pub sources: Sources,
    pub papers: BTreeMap<String, Vec<DuePaper>>,
}

/// A paper that is due, where it is kept and what it states.
pub struct DuePaper {
    pub due: Due,
    pub file: String,
    pub record: serde_json::Value,
}

impl Checked {
    /// The papers that are due of a request: "6-berita-acara.pdf" once its step is
    /// signed, "6-berita-acara.pdf?" while it is to be signed.
    pub fn due(&self, number: &str) -> Vec<String> {
        let papers = self.papers.get(number).map(Vec::as_slice).unwrap_or_default();
        papers
            .iter()
            .map(|paper| {
                let name = paper.file.rsplit('/').next().unwrap_or_default();
                format!("{name}{}", if paper.due.signed { "" } else { "?" })
            })
            .collect()
    }

    /// What a paper of a request states, by its stem and round.
    pub fn states(&self, number: &str, stem: &str, round: u32) -> &serde_json::Value {
        let papers = self.papers.get(number).map(Vec::as_slice).unwrap_or_default();
        let found =
            papers.iter().find(|paper| paper.due.kind.stem() == stem && paper.due.round == round);
        &found.unwrap_or_else(|| panic!("no {stem} of {number} in round {round}")).record
    }

    /// The codes found about a request, sorted.
    pub fn codes(&self, number: &str) -> Vec<&'static str> {
        self.codes_of(|told| told.case.as_deref() == Some(number))
    }

    /// The codes found about a step of any request, sorted.
    pub fn codes_at(&self, step: Step) -> Vec<&'static str> {
        self.codes_of(|told| told.step == Some(step.0))
    }

    /// The codes of findings that are about no request, sorted.
    pub fn codes_of_office(&self) -> Vec<&'static str> {
        self.codes_of(|told| told.case.is_none())
    }

    fn codes_of(&self, about: impl Fn(&Diagnostic) -> bool) -> Vec<&'static str> {
        let mut codes: Vec<_> = self.told.iter().filter(|told| about(told)).map(code).collect();
        codes.sort_unstable();
        codes
    }

    #[track_caller]
    pub fn finds(&self, wanted: &str) -> &Self {
        assert!(self.has(wanted), "no {wanted} among:\n{}", self.told());
        self
    }

    #[track_caller]
    pub fn finds_no(&self, unwanted: &str) -> &Self {
        assert!(!self.has(unwanted), "{unwanted} among:\n{}", self.told());
        self
    }

    #[track_caller]
    pub fn finds_nothing(&self) -> &Self {
        assert!(self.told.is_empty(), "{}", self.told());
        self
    }

    #[track_caller]
    pub fn finds_nothing_about(&self, step: Step) -> &Self {
        assert!(self.codes_at(step).is_empty(), "{}", self.told());
        self
    }

    fn has(&self, wanted: &str) -> bool {
        self.told.iter().any(|told| code(told) == wanted)
    }

    pub fn judged(&self, number: &str) -> &Judged {
        let found = self.cases.iter().find(|judged| &*judged.case.number == number);
        found.unwrap_or_else(|| panic!("no request {number}"))
    }

    pub fn history(&self, number: &str) -> &History {
        &self.judged(number).history
    }

    /// The one entry of a step in a round.
    pub fn entry(&self, number: &str, round: u32, step: Step) -> &Entry {
        let mut of_step =
            self.history(number).round_entries(round).filter(|(_, entry)| entry.step == step.0);
        match (of_step.next(), of_step.next()) {
            (Some((_, entry)), None) => entry,
            _ => panic!("not exactly one entry of step {} in round {round}", step.0),
        }
    }

    /// Who signed it, of the team.
    pub fn actor(&self, number: &str, round: u32, step: Step) -> Option<&str> {
        let entry = self.entry(number, round, step);
        entry.actor(&self.judged(number).case).map(|name| &**name)
    }

    pub fn status(&self, number: &str) -> &'static str {
        self.history(number).status.key()
    }

    /// *sesuai_sop*
    pub fn kept(&self, number: &str) -> Option<bool> {
        self.history(number).verdict.kept
    }

    /// *tepat_waktu*
    pub fn on_time(&self, number: &str) -> Option<bool> {
        self.history(number).verdict.on_time
    }

    /// Rounds and steps in the order of signing: "1.3 2.1" is step 3 of round 1, then
    /// step 1 of round 2.
    pub fn course(&self, number: &str) -> String {
        let entries = &self.history(number).entries;
        let signed: Vec<_> = entries.iter().map(|e| format!("{}.{}", e.round, e.step)).collect();
        signed.join(" ")
    }

    /// All findings with all that a person sees of them.
    pub fn told(&self) -> String {
        self.tell(|_| true)
    }

    /// The findings of one code, as a person sees them.
    pub fn told_of(&self, wanted: &str) -> String {
        self.tell(|told| code(told) == wanted)
    }

    fn tell(&self, wanted: impl Fn(&Diagnostic) -> bool) -> String {
        let mut text = String::new();
        for told in self.told.iter().filter(|told| wanted(told)) {
            self.tell_one(told, &mut text);
        }
        text
    }

    fn tell_one(&self, told: &Diagnostic, text: &mut String) {
        let _ = write!(text, "{} {}", code(told), told.level);
        let _ = told.case.as_ref().map(|number| write!(text, " {number}"));
        let _ = told.round.map(|round| write!(text, " putaran {round}"));
        let _ = told.step.map(|step| write!(text, " langkah {step}"));
        let _ = write!(
            text,
            "\n{}\nakibat: {}\nsaran: {}",
            told.message, told.consequence, told.advice
        );
        let places: Vec<String> = told.places.iter().map(|place| self.place(place)).collect();
        let _ = writeln!(text, "\ndi: {}", places.join(" "));
    }

    fn place(&self, place: &Place) -> String {
        match place {
            Place::Cell(cell) => {
                let sheet = self.sources.sheet_name(place).unwrap_or("-");
                format!("{sheet}!{}", cell.address())
            }
            Place::Text { file, line, column } => format!("{file}:{line}:{column}"),
            Place::File(_) | Place::Sheet(_) => self.sources.file(place).to_owned(),
        }
    }
}

fn code(told: &Diagnostic) -> &'static str {
    told.code.map_or("-", |code| code.name())
}
