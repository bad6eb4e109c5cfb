//! `tertib proses`: the main job. Check, papers that are due, the report of each month
//! that has ended, packages of closed requests; only what changed is made again.

use super::check::Reading;
use super::file_away::{self, FiledAway};
use super::held_back;
use super::issue::{Bench, papers};
use super::month::{self, MonthResult};
use super::{Choices, Issue, OfficeFolder, Refusal, Selection};
use crate::diagnostic::Diagnostic;

/// What the main job made.
#[derive(Debug)]
pub struct Process {
    pub papers: Vec<super::PaperResult>,
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
    // Packages are made once the register is free again: it has one writer at a time.
    let (issue, months) = {
        let mut bench = Bench::open(&folder, simulate)?;
        let mut tell = |done, all| progress(Stage::Papers, done, all);
        let issue = papers(examination, &Selection::default(), &mut bench, &mut tell)?;
        let mut months = Vec::new();
        for (at, month) in ended.iter().enumerate() {
            let (report, _) = month::compute(&folder, &reading, *month);
            months.push(month::make(&folder, &report, &mut bench, !unread.is_empty())?);
            progress(Stage::Months, at + 1, ended.len());
        }
        (issue, months)
    };
    let Issue { examination, papers, mut told, simulated } = issue;
    told.extend(months.iter().flat_map(|month| month.told.iter().cloned()));
    let held = months.iter().filter(|month| month.fate.is_held()).count();
    if held > 0 {
        told.push(held_back::note(&format!("{held} laporan bulanan"), unread));
    }
    let filed = file_away::file_examined(examination, &[], simulate)?;
    told.extend(filed.problems.iter().cloned());
    Ok(Process { papers, months, filed, told, simulated })
}
