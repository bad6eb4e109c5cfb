//! `tertib bandingkan`: the same records judged by another SOP or another calendar, so
//! that a target can be revised on evidence. Nothing is written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::check::Reading;
use super::folder::read_text;
use super::{Choices, Examination, OfficeFolder, Refusal};
use crate::calendar::WorkingCalendar;
use crate::check::{Entry, History, Judged, Verdict};
use crate::diagnostic::{Cell, Diagnostic};
use crate::intake::HeadMap;
use crate::records::{StepRef, Text};
use crate::sop::{Definition, ProcedureId};

/// By what the records are judged a second time.
#[derive(Debug, Clone, Default)]
pub struct Alternative {
    /// A file like those in `sop/`; it is for all requests of its procedure, whenever they
    /// were received.
    pub sop: Option<PathBuf>,
    /// A file like `kalender.toml`, in its place.
    pub calendar: Option<PathBuf>,
}

/// The same records, judged twice.
#[derive(Debug)]
pub struct Comparison {
    pub by: Alternative,
    pub before: Examination,
    pub after: Examination,
    pub steps: Vec<StepComparison>,
    /// The requests of which a verdict is another, in their order.
    pub changed: Vec<Changed>,
    /// *tepat_waktu* and *sesuai_sop* of all requests.
    pub on_time: [Tally; 2],
    pub kept: [Tally; 2],
}

/// A step in both judgements; `None` where that SOP has no such step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepComparison {
    /// The number of its SOP, where the office has several procedures.
    pub sop: Option<String>,
    pub no: u32,
    pub name: String,
    /// What the other SOP calls the step of that number.
    pub other_name: Option<String>,
    pub before: Option<StepSide>,
    pub after: Option<StepSide>,
    /// How many sign-offs would be late that were not, and the other way round.
    pub become_late: usize,
    pub no_longer_late: usize,
    /// How many verdicts would be others, those that can then be given included.
    pub changed: usize,
}

/// What a step comes to in one judgement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StepSide {
    /// `None` where several versions of the SOP set several.
    pub target: Option<i64>,
    pub signed: usize,
    pub judged: usize,
    pub late: usize,
}

/// Verdicts counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub yes: usize,
    pub no: usize,
    pub unknown: usize,
}

/// A request whose verdicts are others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub number: Text,
    pub before: Verdict,
    pub after: Verdict,
}

/// Judges the records of the office as it is, and by the alternative.
///
/// # Errors
/// Neither an SOP nor a calendar is named, or a file cannot be used.
pub fn compare(choices: &Choices, by: &Alternative) -> Result<Comparison, Refusal> {
    let folder = OfficeFolder::open(choices)?;
    let other = other_rules(&folder, choices, by)?;
    let judged = |folder: OfficeFolder| {
        let as_of = folder.as_of;
        Reading::of(&folder, choices, &[]).judged(folder, as_of)
    };
    let (before, after) = (judged(folder), judged(other));
    let changed = changed(&before, &after);
    let both = [&before, &after];
    Ok(Comparison {
        by: by.clone(),
        steps: steps(&before, &after),
        changed,
        on_time: both.map(|one| tally(one, |verdict| verdict.on_time)),
        kept: both.map(|one| tally(one, |verdict| verdict.kept)),
        before,
        after,
    })
}

fn other_rules(
    folder: &OfficeFolder,
    choices: &Choices,
    by: &Alternative,
) -> Result<OfficeFolder, Refusal> {
    let mut other = folder.clone();
    let mut refusal = Refusal::new();
    if by.sop.is_none() && by.calendar.is_none() {
        let nothing = Diagnostic::error("tidak disebut dengan apa dibandingkan");
        let advice = "sebutkan berkasnya dengan --sop LAIN.toml atau --kalender LAIN.toml";
        return Err(vec![nothing.advice(advice)]);
    }
    if let Some(path) = &by.sop {
        match definition(&choices.here, path) {
            Ok(definition) => {
                let procedure = folder.versions.procedure_like(&definition);
                other.versions = folder.versions.with_only(procedure, definition);
            }
            Err(told) => refusal.extend(told),
        }
    }
    if let Some(path) = &by.calendar {
        match calendar(&choices.here, path) {
            Ok(calendar) => other.calendar = calendar,
            Err(told) => refusal.extend(told),
        }
    }
    match HeadMap::of(&other.office, &other.versions) {
        Ok(heads) => other.heads = heads,
        Err(told) => refusal.extend(told),
    }
    if refusal.is_empty() { Ok(other) } else { Err(refusal) }
}

fn definition(here: &Path, path: &Path) -> Result<Definition, Refusal> {
    let name = path.display().to_string();
    Definition::parse(&name, &read_text(here, &name)?)
}

fn calendar(here: &Path, path: &Path) -> Result<WorkingCalendar, Refusal> {
    let name = path.display().to_string();
    WorkingCalendar::load(Some((&name, &read_text(here, &name)?)))
}

fn tally(examination: &Examination, of: impl Fn(Verdict) -> Option<bool>) -> Tally {
    let mut tally = Tally::default();
    for history in within_sop(examination).map(|judged| &judged.history) {
        match of(history.verdict) {
            Some(true) => tally.yes += 1,
            Some(false) => tally.no += 1,
            None => tally.unknown += 1,
        }
    }
    tally
}

fn within_sop(examination: &Examination) -> impl Iterator<Item = &Judged> {
    examination.cases.iter().filter(|judged| !judged.history.outside_sop)
}

fn changed(before: &Examination, after: &Examination) -> Vec<Changed> {
    let verdicts: BTreeMap<&Text, &History> =
        after.cases.iter().map(|judged| (&judged.case.number, &judged.history)).collect();
    let change = |judged: &Judged| {
        let (number, before) = (&judged.case.number, judged.history.verdict);
        let after = verdicts.get(number)?.verdict;
        (before != after).then(|| Changed { number: number.clone(), before, after })
    };
    before.cases.iter().filter_map(change).collect()
}

/// A step of a procedure.
type StepOf = (ProcedureId, u32);

/// The verdict on each sign-off, by its request and the cell that names its step.
fn on_time(examination: &Examination) -> BTreeMap<(&Text, Cell), (StepOf, Option<bool>)> {
    let mut verdicts = BTreeMap::new();
    for judged in within_sop(examination) {
        let Judged { case, history, .. } = judged;
        for entry in &history.entries {
            let row = entry.sign_offs(case).next();
            if let Some(StepRef::Known(_, cell)) = row.map(|row| row.step) {
                let step = (procedure_of(examination, history), entry.step);
                verdicts.insert((&case.number, cell), (step, entry.on_time));
            }
        }
    }
    verdicts
}

fn procedure_of(examination: &Examination, history: &History) -> ProcedureId {
    examination.folder.versions.procedure_of(history.version)
}

/// The definitions of a procedure, the newest first.
fn definitions(
    examination: &Examination,
    procedure: ProcedureId,
) -> impl Iterator<Item = &Definition> {
    let all = examination.folder.versions.all().into_iter().rev();
    all.filter(move |version| version.procedure == procedure).map(|version| version.definition)
}

fn steps(before: &Examination, after: &Examination) -> Vec<StepComparison> {
    let (old, new) = (on_time(before), on_time(after));
    let versions = &before.folder.versions;
    let numbers = |examination: &Examination| {
        let all = examination.folder.versions.all();
        let steps = all.iter().flat_map(|version| {
            version.definition.steps.iter().map(|step| (version.procedure, step.no))
        });
        steps.collect::<BTreeSet<StepOf>>()
    };
    let all: BTreeSet<StepOf> = numbers(before).union(&numbers(after)).copied().collect();
    let compared = |of: StepOf| {
        let pairs = old
            .iter()
            .filter(|(_, (step, _))| *step == of)
            .filter_map(|(at, (_, was))| Some((*was, new.get(at)?.1)));
        let pairs: Vec<(Option<bool>, Option<bool>)> = pairs.collect();
        let count = |test: fn(&(Option<bool>, Option<bool>)) -> bool| {
            pairs.iter().filter(|pair| test(pair)).count()
        };
        StepComparison {
            sop: versions.are_several_procedures().then(|| versions.newest_of(of.0).number.clone()),
            no: of.1,
            name: name_of(before, of).or_else(|| name_of(after, of)).unwrap_or_default(),
            other_name: name_of(after, of),
            before: side(before, of),
            after: side(after, of),
            become_late: count(|(was, is)| *was != Some(false) && *is == Some(false)),
            no_longer_late: count(|(was, is)| *was == Some(false) && *is != Some(false)),
            changed: count(|(was, is)| was != is),
        }
    };
    all.into_iter().map(compared).collect()
}

fn name_of(examination: &Examination, (procedure, no): StepOf) -> Option<String> {
    let step = definitions(examination, procedure).find_map(|sop| sop.step(no));
    step.map(|step| step.short_name().to_owned())
}

fn side(examination: &Examination, (procedure, no): StepOf) -> Option<StepSide> {
    let steps = definitions(examination, procedure).filter_map(|sop| sop.step(no));
    let targets: BTreeSet<i64> = steps.map(|step| step.target_seconds).collect();
    let first = targets.first().copied()?;
    let mut side =
        StepSide { target: (targets.len() == 1).then_some(first), ..StepSide::default() };
    let of_procedure = within_sop(examination)
        .map(|judged| &judged.history)
        .filter(|history| procedure_of(examination, history) == procedure);
    let entries = of_procedure.flat_map(|history| &history.entries);
    for Entry { on_time, .. } in entries.filter(|entry| entry.step == no) {
        side.signed += 1;
        side.judged += usize::from(on_time.is_some());
        side.late += usize::from(*on_time == Some(false));
    }
    Some(side)
}

impl Comparison {
    /// All steps together.
    pub fn sum(&self) -> StepComparison {
        let mut sum = StepComparison {
            sop: None,
            no: 0,
            name: "Semua langkah".to_owned(),
            other_name: None,
            before: Some(StepSide { target: total(&self.before), ..StepSide::default() }),
            after: Some(StepSide { target: total(&self.after), ..StepSide::default() }),
            become_late: 0,
            no_longer_late: 0,
            changed: 0,
        };
        let add = |sum: &mut Option<StepSide>, step: Option<StepSide>| {
            if let (Some(sum), Some(step)) = (sum, step) {
                sum.signed += step.signed;
                sum.judged += step.judged;
                sum.late += step.late;
            }
        };
        for step in &self.steps {
            add(&mut sum.before, step.before);
            add(&mut sum.after, step.after);
            sum.become_late += step.become_late;
            sum.no_longer_late += step.no_longer_late;
            sum.changed += step.changed;
        }
        sum
    }
}

fn total(examination: &Examination) -> Option<i64> {
    let versions = &examination.folder.versions;
    (!versions.are_several()).then(|| versions.newest().total_target_seconds())
}
