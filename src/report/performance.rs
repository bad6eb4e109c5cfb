//! How well the SOP was kept, over the requests that became *selesai* in a month.
//!
//! A step counts once for each time that it was signed, in whatever round. What
//! cannot be judged stands beside what was judged and is never taken for either.

use std::collections::BTreeMap;

use super::executor::Executors;
use super::share::{Durations, Share};
use crate::check::{Entry, Judged, Rules};
use crate::diagnostic::natural_order;
use crate::records::{Case, RequestField, Text};
use crate::sop::Version;

/// How signed steps were judged against their targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Judgement {
    pub on_time: usize,
    pub late: usize,
    pub unjudged: usize,
}

impl Judgement {
    fn take(&mut self, verdict: Option<bool>) {
        *match verdict {
            Some(true) => &mut self.on_time,
            Some(false) => &mut self.late,
            None => &mut self.unjudged,
        } += 1;
    }

    pub fn all(self) -> usize {
        self.on_time + self.late + self.unjudged
    }

    /// On time, of those that can be judged.
    pub fn kept(self) -> Share {
        Share::new(self.on_time, self.on_time + self.late)
    }
}

/// One step of the SOP over the month (*per langkah*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepFigures {
    pub no: u32,
    pub name: String,
    pub target: i64,
    pub judged: Judgement,
    /// Over those whose time is known; `None` where there are none.
    pub durations: Option<Durations>,
}

/// The requests of one application or unit over the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupFigures {
    /// As first written; `None` where the records name none.
    pub name: Option<Text>,
    pub received: usize,
    pub finished: usize,
    pub judged: Judgement,
    pub durations: Option<Durations>,
}

/// What one member of the team signed in the requests of the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExecutorFigures {
    /// Initials or name; `None` where the records name nobody.
    pub name: Option<String>,
    pub judged: Judgement,
    pub durations: Option<Durations>,
}

/// All requests that became *selesai* in the month, taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Overall {
    pub finished: usize,
    /// *tepat_waktu*
    pub judged: Judgement,
    /// *sesuai_sop*, with `late` for those that were not kept.
    pub kept: Judgement,
    /// The sum of the steps of a request, over those whose sum is known.
    pub durations: Option<Durations>,
}

impl Overall {
    pub fn of(finished: &[&Judged]) -> Overall {
        let mut overall = Overall { finished: finished.len(), ..Overall::default() };
        for judged in finished {
            overall.judged.take(judged.history.verdict.on_time);
            overall.kept.take(judged.history.verdict.kept);
        }
        let worked = finished.iter().filter_map(|judged| judged.history.worked);
        overall.durations = Durations::of(worked.collect());
        overall
    }
}

/// Each step of the SOP, whether it was signed or not; of each version of it by which a
/// finished request was judged.
pub fn per_step(finished: &[&Judged], rules: &Rules<'_>) -> Vec<StepFigures> {
    let figures = |step: &crate::sop::Step, version: &Version<'_>, name: String| {
        let mut tally = Tally::default();
        let of_version = |judged: &&&Judged| judged.history.version == version.id;
        for judged in finished.iter().filter(of_version) {
            for entry in judged.history.entries.iter().filter(|entry| entry.step == step.no) {
                tally.take_entry(entry);
            }
        }
        StepFigures {
            no: step.no,
            name,
            target: step.target_seconds,
            judged: tally.judged,
            durations: tally.durations(),
        }
    };
    let used = used_versions(finished, rules);
    let several = used.len() > 1;
    let mut all = Vec::new();
    for version in &used {
        for step in &version.definition.steps {
            let name = match several {
                true => format!("{} – {}", step.short_name(), version.label()),
                false => step.short_name().to_owned(),
            };
            all.push(figures(step, version, name));
        }
    }
    all
}

/// The versions by which the finished requests were judged; where there are none, the
/// one in force.
fn used_versions<'a>(finished: &[&Judged], rules: &Rules<'a>) -> Vec<Version<'a>> {
    let mut all = rules.versions.all();
    let in_force = rules.versions.in_force(rules.as_of.date());
    all.retain(|version| match finished {
        [] => version.id == in_force,
        finished => finished.iter().any(|judged| judged.history.version == version.id),
    });
    all
}

/// The sum of the targets of a request, where the finished ones were judged by one
/// version.
pub fn target(finished: &[&Judged], rules: &Rules<'_>) -> Option<i64> {
    match used_versions(finished, rules).as_slice() {
        [only] => Some(only.definition.total_target_seconds()),
        _ => None,
    }
}

/// The finished requests of one procedure, taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureFigures {
    pub number: String,
    pub target: Option<i64>,
    pub overall: Overall,
}

/// Each procedure by which a finished request was judged, where there are several: a sum
/// over requests of different procedures stands beside no target.
pub fn per_procedure(finished: &[&Judged], rules: &Rules<'_>) -> Vec<ProcedureFigures> {
    let versions = rules.versions;
    let of = |judged: &Judged| versions.procedure_of(judged.history.version);
    let used = versions.procedures().into_iter().filter_map(|procedure| {
        let own: Vec<&Judged> =
            finished.iter().copied().filter(|judged| of(judged) == procedure).collect();
        (!own.is_empty()).then(|| ProcedureFigures {
            number: versions.newest_of(procedure).number.clone(),
            target: target(&own, rules),
            overall: Overall::of(&own),
        })
    });
    let used: Vec<ProcedureFigures> = used.collect();
    if used.len() > 1 { used } else { Vec::new() }
}

/// The requests received or finished in the month by what a column says. A request
/// that names several applications counts for each of them.
pub fn per_group(
    received: &[&Judged],
    finished: &[&Judged],
    field: RequestField,
) -> Vec<GroupFigures> {
    let mut groups: BTreeMap<String, (Option<Text>, usize, usize, Tally)> = BTreeMap::new();
    let group = |judged: &Judged, take: &mut dyn FnMut(String, Option<Text>)| {
        let named = named_in(&judged.case, field);
        if named.is_empty() {
            take(String::new(), None);
        }
        for (key, name) in named {
            take(key, Some(name));
        }
    };
    for judged in received {
        group(judged, &mut |key, name| {
            groups.entry(key).or_insert_with(|| (name, 0, 0, Tally::default())).1 += 1;
        });
    }
    for judged in finished {
        group(judged, &mut |key, name| {
            let held = groups.entry(key).or_insert_with(|| (name, 0, 0, Tally::default()));
            held.2 += 1;
            held.3.judged.take(judged.history.verdict.on_time);
            held.3.worked.extend(judged.history.worked);
        });
    }
    let mut figures: Vec<_> = groups
        .into_values()
        .map(|(name, received, finished, tally)| GroupFigures {
            name,
            received,
            finished,
            judged: tally.judged,
            durations: tally.durations(),
        })
        .collect();
    // What the records do not name comes last.
    figures.sort_by(|a, b| match (&a.name, &b.name) {
        (Some(a), Some(b)) => natural_order(a, b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    });
    figures
}

/// What a column says of a request, once each, with what it is compared by.
pub fn named_in(case: &Case, field: RequestField) -> BTreeMap<String, Text> {
    let mut named = BTreeMap::new();
    for value in case.rows.iter().filter_map(|row| row.text_value(field)) {
        let key = value.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        named.entry(key).or_insert_with(|| Text::clone(value));
    }
    named
}

/// The steps of the team, by who signed them; the steps that the applicant takes alone
/// are nobody's work here.
pub fn per_executor(
    finished: &[&Judged],
    executors: &Executors,
    rules: &Rules<'_>,
) -> Vec<ExecutorFigures> {
    let mut by_name: BTreeMap<(bool, Option<String>), Tally> = BTreeMap::new();
    for judged in finished {
        let rules = rules.of(judged);
        for entry in &judged.history.entries {
            if rules.sop.step(entry.step).is_some_and(|step| step.of_team(rules.sop)) {
                let name = executors.shown(judged, entry).map(str::to_owned);
                by_name.entry((name.is_none(), name)).or_default().take_entry(entry);
            }
        }
    }
    let figures = |((_, name), tally): ((bool, Option<String>), Tally)| ExecutorFigures {
        name,
        judged: tally.judged,
        durations: tally.durations(),
    };
    by_name.into_iter().map(figures).collect()
}

#[derive(Debug, Default)]
struct Tally {
    judged: Judgement,
    worked: Vec<i64>,
}

impl Tally {
    fn take_entry(&mut self, entry: &Entry) {
        self.judged.take(entry.on_time);
        self.worked.extend(entry.worked());
    }

    fn durations(self) -> Option<Durations> {
        Durations::of(self.worked)
    }
}
