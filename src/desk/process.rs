//! `tertib proses`: the main job. Check, papers that are due, the report of each month
//! that has ended, packages of closed requests; only what changed is made again.

use super::check::Reading;
use super::file_away::{self, FiledAway, Held};
use super::held_back;
use super::issue::{Bench, papers};
use super::month::{self, MonthResult};
use super::{Choices, Examination, Fate, Issue, OfficeFolder, PaperResult, Refusal, Selection};
use crate::diagnostic::Diagnostic;

/// What the main job made.
#[derive(Debug)]
pub struct Process {
    pub papers: Vec<PaperResult>,
    pub months: Vec<MonthResult>,
    pub filed: FiledAway,
    /// What could not be done, and what there is to know.
    pub told: Vec<Diagnostic>,
    pub simulated: bool,
}

/// A stage of the job, as the progress bar names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Papers,
    Months,
}

impl Process {
    /// Whether something could not be made.
    pub fn has_failures(&self) -> bool {
        self.papers.iter().any(|paper| paper.fate.is_not_done())
            || self.months.iter().any(|month| month.fate.is_not_done())
            || !self.filed.problems.is_empty()
    }
}

/// Does all that is to be done. `progress` hears how many of how many of a stage are
/// done.
///
/// # Errors
/// The office's own files, its templates as a whole or its register cannot be used.
pub fn process(
    choices: &Choices,
    simulate: bool,
    progress: &mut dyn FnMut(Stage, usize, usize),
) -> Result<Process, Refusal> {
    let folder = OfficeFolder::open(choices)?;
    let reading = Reading::of(&folder, choices, &[]);
    let as_of = folder.as_of;
    let examination = reading.clone().judged(folder.clone(), as_of);
    let ended = month::ended_months(&examination);
    let unread = held_back::unread(&examination.findings);
    let mut bench = Bench::to_issue(choices, &folder, simulate)?;
    let mut tell = |done, all| progress(Stage::Papers, done, all);
    let issue = papers(examination, &Selection::default(), &mut bench, &mut tell)?;
    let mut months = Vec::new();
    for (at, month) in ended.iter().enumerate() {
        let (report, _) = month::compute(&folder, &reading, *month);
        // What was made so far is told, whatever keeps a report from being made.
        let made = month::make(&folder, &report, &mut bench, !unread.is_empty());
        months.push(made.unwrap_or_else(|refusal| MonthResult::refused(*month, refusal)));
        progress(Stage::Months, at + 1, ended.len());
    }
    let Issue { examination, papers, mut told, simulated } = issue;
    for problem in months.iter().flat_map(|month| &month.told) {
        if !told.contains(problem) {
            told.push(problem.clone());
        }
    }
    let waiting = months.iter().filter(|month| month.fate.is_held()).count();
    if waiting > 0 {
        told.push(held_back::note(&format!("{waiting} laporan bulanan"), unread));
    }
    // The register goes from hand to hand: nobody else gets it in between.
    let open = |_: &Examination| Ok(bench.register);
    let filed = file_away::file_examined(examination, &[], simulate, &held(&papers), open)?;
    told.extend(filed.problems.iter().cloned());
    Ok(Process { papers, months, filed, told, simulated })
}

/// A package is never changed: what could not be printed today would be missing in it
/// for good.
fn held(papers: &[PaperResult]) -> Held {
    let mut held = Held::new();
    for paper in papers.iter().filter(|paper| paper.fate == Fate::Failed) {
        let lack = format!("{} belum dapat dibuat", paper.file);
        held.entry(paper.request.clone()).or_default().push(lack);
    }
    held
}
