//! A paper as it would be now, for looking at or for its words: nothing is numbered,
//! entered or counted as issued. It bears the number that it has already, and no check
//! code, for the register could not know it again.

use super::issue::{Bench, Selection, due_papers, unknown_requests, unusable};
use super::late_number::Latest;
use serde_json::Value;

use super::task::Task;
use super::workshop::{Workshop, template_of};
use super::{Choices, Examination, Refusal, check};
use crate::check::Judged;
use crate::diagnostic::Diagnostic;
use crate::document::{Number, Source};
use crate::press::{Press, PressProblem, PrintJob};
use crate::records::Text;
use crate::register::{Register, RegisterProblem};
use crate::sop::PaperKind;

/// What was asked for, ready to be set.
pub(super) struct Drafts {
    pub examination: Examination,
    pub bench: Bench,
    pub drafts: Vec<DraftPaper>,
}

/// One paper before it is set.
pub(super) struct DraftPaper {
    pub request: Text,
    pub kind: PaperKind,
    pub round: u32,
    /// The name of its file without the folder of the month and its end:
    /// `P-2024-017/6-berita-acara`.
    pub name: String,
    pub job: Result<PrintJob, Vec<Diagnostic>>,
}

impl DraftPaper {
    /// Sets it and hands it to `make`; what is wrong with its template is told.
    pub(super) fn set<T>(
        &self,
        press: &Press,
        make: impl FnOnce(&Press, &PrintJob) -> Result<T, Vec<PressProblem>>,
    ) -> Result<T, Vec<Diagnostic>> {
        let job = self.job.as_ref().map_err(Clone::clone)?;
        make(press, job).map_err(|problems| super::shelf::told(&problems))
    }
}

/// The papers that are due and selected: by request as it is read, in the order of steps.
pub(super) fn drafts(choices: &Choices, selection: &Selection) -> Result<Drafts, Refusal> {
    let examination = check(choices, &[])?;
    unknown_requests(selection, &examination)?;
    let bench = Bench::open(choices, &examination.folder, true)?;
    let tasks = due_papers(&examination, selection, &bench.register).map_err(unusable)?;
    let latest = Latest::default();
    let workshop = Workshop { examination: &examination, shelf: &bench.shelf, latest };
    let mut drafts = Vec::new();
    for mut task in tasks {
        let Some(judged) = examination.cases.get(task.case) else { continue };
        let job = match bench.shelf.faulty.get(&template_of(&task)) {
            Some(faulty) => Err(faulty.clone()),
            None => Ok(workshop.draft(&mut task, judged, &bench.register).map_err(unusable)?),
        };
        let (kind, round, request) = (task.due.kind, task.due.round, judged.case.number.clone());
        drafts.push(DraftPaper { request, kind, round, name: task.name(), job });
    }
    Ok(Drafts { examination, bench, drafts })
}

impl Workshop<'_> {
    /// What a paper would be printed from now, with the number that it has already and
    /// without a check code. Nothing is entered anywhere.
    fn draft(
        &self,
        task: &mut Task,
        judged: &Judged,
        register: &Register,
    ) -> Result<PrintJob, RegisterProblem> {
        let rules = self.folder().rules();
        let photos = self.photos(task, judged, None);
        let roster = &self.examination.roster;
        let source = Source { judged, roster, rules: &rules, photos: &photos.shown };
        let given = register.number_of(&task.paper)?;
        let number = given.map_or_else(Number::default, |number| Number {
            text: Some(number.text),
            date: number.date,
        });
        task.state(&source, &number);
        let mut job = self.job(task, &source, template_of(task), photos.pictures());
        if let Some(data) = job.data.as_object_mut() {
            data.insert("cek".to_owned(), Value::Null);
        }
        Ok(job)
    }
}
