//! `tertib buat`: the papers that are due, numbered, printed and entered in the
//! register. What is unchanged is not made again.

use std::cell::Cell;
use std::path::PathBuf;

use super::late_number::Latest;
use super::shelf::Shelf;
use super::task::Task;
use super::unknown_number::Numbers;
use super::workshop::Workshop;
use super::{Choices, Examination, OfficeFolder, Refusal, check};
use super::{held_back, identity};
use crate::diagnostic::Diagnostic;
use crate::records::{Text, comparable_number};
use crate::register::{Access, Outcome, Paper, Register, RegisterProblem};
use crate::sop::PaperKind;

/// The file of the register, relative to the office's folder.
pub(super) const REGISTER: &str = "register.db";
pub(super) const RESULTS: &str = "hasil";

/// Which papers are asked for; empty lists ask for all.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    pub kinds: Vec<PaperKind>,
    pub requests: Vec<String>,
}

/// What became of the papers of a run.
#[derive(Debug)]
pub struct Issue {
    pub examination: Examination,
    /// In the order in which they were made.
    pub papers: Vec<PaperResult>,
    /// What could not be done, and what there is to know.
    pub told: Vec<Diagnostic>,
    pub simulated: bool,
}

/// One paper and what became of it.
#[derive(Debug, Clone)]
pub struct PaperResult {
    pub request: Text,
    pub kind: PaperKind,
    pub round: u32,
    /// Whose it is, where each recipient has their own.
    pub recipient: Option<Text>,
    pub signed: bool,
    /// The number that it bears, where one is known.
    pub number: Option<String>,
    /// Relative to the office's folder, with `/`.
    pub file: String,
    pub fate: Fate,
}

/// What became of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    Made,
    /// The same issue, with blanks filled or its step signed since.
    Completed,
    /// Facts already printed are others now.
    Revised {
        revision: u32,
        changed: Vec<String>,
    },
    /// The same record, with another template or program.
    Reprinted,
    /// The same, but its file was gone or had been changed by other hands.
    Restored,
    Unchanged,
    /// The signed scan is there: nothing is made any more.
    Frozen {
        changed: Vec<String>,
    },
    /// Facts differ, but perhaps only because a file cannot be read: what is out stays.
    Held {
        changed: Vec<String>,
    },
    /// Not made; `told` says why.
    Failed,
}

impl Fate {
    /// What becomes of a draft, by what the register knows of it and whether the file
    /// that was written last is still as it was.
    pub(super) fn of(outcome: Outcome, intact: bool) -> Fate {
        match outcome {
            Outcome::First => Fate::Made,
            Outcome::Unchanged if intact => Fate::Unchanged,
            Outcome::Unchanged => Fate::Restored,
            Outcome::Reprinted => Fate::Reprinted,
            Outcome::Completed { .. } => Fate::Completed,
            Outcome::Revision { number, changed } => Fate::Revised { revision: number, changed },
            Outcome::Frozen { changed } => Fate::Frozen { changed },
        }
    }
}

impl Fate {
    pub fn is_held(&self) -> bool {
        matches!(self, Fate::Held { .. })
    }

    /// Whether something that was asked for could not be made.
    pub fn is_not_done(&self) -> bool {
        matches!(self, Fate::Failed | Fate::Held { .. })
    }
}

impl Issue {
    /// Whether something that was asked for could not be made.
    pub fn has_failures(&self) -> bool {
        self.papers.iter().any(|paper| paper.fate.is_not_done())
    }
}

/// Makes the papers that are due. `progress` hears how many of how many are done.
///
/// # Errors
/// The office's own files, its templates as a whole or its register cannot be used.
pub fn issue(
    choices: &Choices,
    selection: &Selection,
    simulate: bool,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Issue, Refusal> {
    let examination = check(choices, &[])?;
    unknown_requests(selection, &examination)?;
    let mut bench = Bench::to_issue(choices, &examination.folder, simulate)?;
    papers(examination, selection, &mut bench, progress)
}

/// What a run makes its papers with: the templates and the register.
pub(super) struct Bench {
    pub shelf: Shelf,
    pub register: Register,
    pub simulate: bool,
    program: Option<PathBuf>,
    /// No paper is out with a number that the register does not know.
    knows_all: Cell<bool>,
}

impl Bench {
    /// A bench at which papers are numbered and issued. A register is not begun beside
    /// papers that bear numbers of one.
    pub(super) fn to_issue(
        choices: &Choices,
        folder: &OfficeFolder,
        simulate: bool,
    ) -> Result<Bench, Refusal> {
        let program = choices.program.as_deref();
        let file = folder.path.join(REGISTER);
        let begins = !file.exists();
        if begins {
            let register = Register::open(&file, Access::Look).map_err(unusable)?;
            Numbers { folder, register: &register, program }.hold()?;
        }
        let bench = Bench::open(choices, folder, simulate)?;
        bench.knows_all.set(begins);
        Ok(bench)
    }

    /// Refuses to go on where one of these papers is to get a new number and papers are
    /// out whose number the register does not know.
    pub(super) fn hold_for<'p>(
        &self,
        folder: &OfficeFolder,
        papers: impl IntoIterator<Item = &'p Paper>,
    ) -> Result<(), Refusal> {
        let numbers =
            Numbers { folder, register: &self.register, program: self.program.as_deref() };
        if !self.knows_all.get() && numbers.are_wanted(papers).map_err(unusable)? {
            numbers.hold()?;
            self.knows_all.set(true);
        }
        Ok(())
    }

    pub(super) fn open(
        choices: &Choices,
        folder: &OfficeFolder,
        simulate: bool,
    ) -> Result<Bench, Refusal> {
        let shelf = Shelf::stock(folder, choices)?;
        let access = if simulate { Access::Look } else { Access::Write };
        let register = Register::open(&folder.path.join(REGISTER), access).map_err(unusable)?;
        let program = choices.program.clone();
        Ok(Bench { shelf, register, simulate, program, knows_all: Cell::new(false) })
    }

    /// What the templates have against being used.
    fn told(&self) -> Vec<Diagnostic> {
        let mut told: Vec<Diagnostic> = Vec::new();
        for problem in self.shelf.faulty.values().flatten().chain(&self.shelf.problems) {
            if !told.contains(problem) {
                told.push(problem.clone());
            }
        }
        told
    }
}

/// What the register has against being used.
pub(super) fn unusable(problem: RegisterProblem) -> Refusal {
    vec![problem.diagnostic(REGISTER)]
}

/// So many papers are got ready before they are printed, and no more: what they state
/// takes a hundred times the room of what remains of them.
const AT_ONCE: usize = 256;

/// Makes the papers of an examination.
pub(super) fn papers(
    examination: Examination,
    selection: &Selection,
    bench: &mut Bench,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Issue, Refusal> {
    let mut told = bench.told();
    let mut tasks = due_papers(&examination, selection, &bench.register).map_err(unusable)?;
    bench.hold_for(&examination.folder, tasks.iter().map(|task| &task.paper))?;
    let Bench { shelf, register, simulate, .. } = bench;
    // In the order of step time: numbers are given so.
    tasks.sort_by_key(|task| (task.due.order(), task.case));
    let workshop = Workshop { examination: &examination, shelf, latest: Latest::default() };
    // All that were given elsewhere go first: the sequence passes them over.
    for task in &mut tasks {
        told.extend(workshop.enter_given_number(task, register)?);
    }
    let unread = held_back::unread(&examination.findings);
    let (mut held, mut done, all) = (0, 0, tasks.len());
    for some in tasks.chunks_mut(AT_ONCE) {
        for task in some.iter_mut() {
            match workshop.prepare(task, register, &mut told) {
                Ok(()) => {}
                // The pattern of one kind costs its papers, not the others.
                Err(problem) if problem.is_of_a_pattern() => {
                    let problem = problem.diagnostic(REGISTER);
                    if !told.contains(&problem) {
                        told.push(problem);
                    }
                    continue;
                }
                Err(problem) => return Err(unusable(problem)),
            }
            if !unread.is_empty() {
                held += usize::from(task.hold_back());
            }
            told.extend(workshop.frozen_note(task));
        }
        if !*simulate && some.iter().any(|task| task.job.is_some()) {
            // Late is what comes after the numbers of earlier runs, not of this one.
            workshop.latest.look(register, &examination.folder.office).map_err(unusable)?;
            let mut tell = |printed: usize| progress(done + printed, all);
            workshop.print(some, register, &mut told, &mut tell);
        }
        done += some.len();
        some.iter_mut().for_each(Task::let_go);
    }
    if held > 0 {
        told.push(held_back::note(&format!("{held} naskah"), unread));
    }
    let simulated = *simulate;
    let papers = tasks.into_iter().map(|task| task.result(&examination)).collect();
    Ok(Issue { examination, papers, told, simulated })
}

/// All that is due and selected, by request as it is read, in the order of steps.
pub(super) fn due_papers(
    examination: &Examination,
    selection: &Selection,
    register: &Register,
) -> Result<Vec<Task>, RegisterProblem> {
    let rules = examination.folder.rules();
    let wanted: Vec<String> =
        selection.requests.iter().map(|number| comparable_number(number)).collect();
    let mut tasks = Vec::new();
    for (case, judged) in examination.cases.iter().enumerate() {
        let number = comparable_number(&judged.case.number);
        if !wanted.is_empty() && !wanted.contains(&number) {
            continue;
        }
        for (due, paper) in identity::due_papers(judged, &rules, register)? {
            if selection.kinds.is_empty() || selection.kinds.contains(&due.kind) {
                tasks.push(Task::of(case, judged, (due, paper), &rules));
            }
        }
    }
    Ok(tasks)
}

pub(super) fn unknown_requests(
    selection: &Selection,
    examination: &Examination,
) -> Result<(), Refusal> {
    let asked = selection.requests.iter().map(|number| examination.requested(number));
    let unknown: Refusal = asked.filter_map(Result::err).flatten().collect();
    if unknown.is_empty() { Ok(()) } else { Err(unknown) }
}
