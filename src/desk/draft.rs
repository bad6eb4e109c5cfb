//! A paper as it would be now, for looking at or for its words: nothing is numbered,
//! entered or counted as issued. It bears the number that it has already, and no check
//! code, for the register could not know it again.

use super::issue::{Bench, Selection};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::shelf::hex;
use super::task::Task;
use super::workshop::{Workshop, template_of};
use super::{Choices, Examination, Refusal, check, identity};
use crate::check::Judged;
use crate::diagnostic::Diagnostic;
use crate::document::{self, Number, Source};
use crate::press::{Press, PressProblem, PrintJob};
use crate::records::{Text, comparable_number};
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
    super::issue::unknown_requests(selection, &examination)?;
    let bench = Bench::open(&examination.folder, true)?;
    let rules = examination.folder.rules();
    let wanted: Vec<String> =
        selection.requests.iter().map(|number| comparable_number(number)).collect();
    let mut drafts = Vec::new();
    for (case, judged) in examination.cases.iter().enumerate() {
        if !wanted.is_empty() && !wanted.contains(&comparable_number(&judged.case.number)) {
            continue;
        }
        let due = identity::due_papers(judged, &rules, &bench.register);
        for (due, paper) in due.map_err(super::issue::unusable)? {
            if !selection.kinds.is_empty() && !selection.kinds.contains(&due.kind) {
                continue;
            }
            let (kind, round) = (due.kind, due.round);
            let mut task = Task::of(case, judged, (due, paper), &rules);
            let latest = Default::default();
            let workshop = Workshop { examination: &examination, shelf: &bench.shelf, latest };
            let job = match bench.shelf.faulty.get(&template_of(&task)) {
                Some(faulty) => Err(faulty.clone()),
                None => {
                    let job = workshop.draft(&mut task, judged, &bench.register);
                    Ok(job.map_err(super::issue::unusable)?)
                }
            };
            let request = judged.case.number.clone();
            drafts.push(DraftPaper { request, kind, round, name: task.name(), job });
        }
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
        task.record = document::record(&task.due, &source, &number).to_json();
        task.digest = hex(&Sha256::digest(task.record.as_bytes()));
        let mut job = self.job(task, &source, template_of(task), photos.pictures());
        if let Some(data) = job.data.as_object_mut() {
            data.insert("cek".to_owned(), Value::Null);
        }
        Ok(job)
    }
}
