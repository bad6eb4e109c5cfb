//! The procedures of the office, and the versions of each over the years.
//!
//! Each version is in force from its *tanggal efektif*. A request keeps to its end,
//! through all rounds, the version of its procedure that was in force when it was
//! received. The oldest version applies to all that was received before the next one,
//! whether or not its own effective date is known; that it does is told with it. One of
//! several procedures is the main one: what no sheet says otherwise of, goes by it.

use std::iter;
use std::sync::Arc;

use chrono::NaiveDate;

use super::Definition;
use super::versions_wording as words;

/// All versions of the office's procedures: the main one first, of each the oldest
/// first; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    first: Placed,
    rest: Vec<Placed>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Placed {
    procedure: ProcedureId,
    /// The day from which it is in force; `None` for the oldest of its procedure.
    from: Option<NaiveDate>,
    definition: Definition,
}

/// Which of the procedures (*prosedur*), the main one being the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProcedureId(usize);

/// Which of the versions of all procedures, the oldest of the main one being the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionId(usize);

/// A version and the days of receipt that it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version<'a> {
    pub id: VersionId,
    pub procedure: ProcedureId,
    pub definition: &'a Definition,
    /// The first day of receipt; `None`: all before the next version.
    pub from: Option<NaiveDate>,
    /// The last day of receipt; `None`: until another version comes.
    pub until: Option<NaiveDate>,
    /// There are other procedures: a number alone does not tell what it is for.
    pub(super) named: bool,
}

/// A step as a text names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepName {
    /// Its number in the newest version that knows the name, the main procedure before
    /// the others.
    pub no: u32,
    /// Its number in each version; `None` where all versions know it by `no`.
    pub by_version: Option<Arc<[Option<u32>]>>,
}

impl Versions {
    /// An SOP of which there is one version only.
    pub fn only(definition: Definition) -> Self {
        let first = Placed { procedure: ProcedureId::default(), from: None, definition };
        Self { first, rest: Vec::new() }
    }

    /// Of procedures in their order, each with its versions in theirs; `None` where there
    /// is none at all.
    pub(super) fn of(procedures: Vec<Vec<Definition>>) -> Option<Self> {
        let placed = |(at, versions): (usize, Vec<Definition>)| {
            let of_procedure = versions.into_iter().enumerate();
            of_procedure.map(move |(nth, definition)| Placed {
                procedure: ProcedureId(at),
                from: if nth == 0 { None } else { definition.effective },
                definition,
            })
        };
        let mut all = procedures.into_iter().enumerate().flat_map(placed);
        Some(Self { first: all.next()?, rest: all.collect() })
    }

    fn iter(&self) -> impl DoubleEndedIterator<Item = &Placed> {
        iter::once(&self.first).chain(&self.rest)
    }

    fn versions_of(&self, procedure: ProcedureId) -> impl DoubleEndedIterator<Item = &Placed> {
        self.iter().filter(move |placed| placed.procedure == procedure)
    }

    /// Whether there is more than one, be it of the same procedure or of another.
    pub fn are_several(&self) -> bool {
        !self.rest.is_empty()
    }

    /// Whether the office has more than one procedure.
    pub fn are_several_procedures(&self) -> bool {
        self.iter().any(|placed| placed.procedure != ProcedureId::default())
    }

    /// The procedures, the main one first.
    pub fn procedures(&self) -> Vec<ProcedureId> {
        let mut all: Vec<ProcedureId> = self.iter().map(|placed| placed.procedure).collect();
        all.dedup();
        all
    }

    /// A version by its place; the newest of the main procedure where there is none of
    /// that place.
    pub fn get(&self, id: VersionId) -> &Definition {
        self.iter().nth(id.0).map_or(self.newest(), |placed| &placed.definition)
    }

    /// The procedure of a version.
    pub fn procedure_of(&self, id: VersionId) -> ProcedureId {
        self.iter().nth(id.0).map_or(ProcedureId::default(), |placed| placed.procedure)
    }

    /// The newest version of the main procedure.
    pub fn newest(&self) -> &Definition {
        self.newest_of(ProcedureId::default())
    }

    /// The newest version of a procedure.
    pub fn newest_of(&self, procedure: ProcedureId) -> &Definition {
        let last = self.versions_of(procedure).next_back();
        &last.unwrap_or(&self.first).definition
    }

    /// The version of the main procedure in force on a day.
    pub fn in_force(&self, day: NaiveDate) -> VersionId {
        self.in_force_of(ProcedureId::default(), day)
    }

    /// The version of a procedure in force on a day.
    pub fn in_force_of(&self, procedure: ProcedureId, day: NaiveDate) -> VersionId {
        let of_procedure =
            self.iter().enumerate().filter(|(_, placed)| placed.procedure == procedure);
        let mut in_force =
            of_procedure.take_while(|(_, placed)| placed.from.is_none_or(|from| from <= day));
        VersionId(in_force.by_ref().last().map_or(0, |(at, _)| at))
    }

    /// Each version with the days of receipt that it is for, the oldest of each procedure
    /// first.
    pub fn all(&self) -> Vec<Version<'_>> {
        let named = self.are_several_procedures();
        let next = self.iter().skip(1).map(Some).chain([None]);
        let with_next = self.iter().zip(next).enumerate();
        with_next
            .map(|(at, (placed, next))| Version {
                id: VersionId(at),
                procedure: placed.procedure,
                definition: &placed.definition,
                from: placed.from,
                until: next
                    .filter(|next| next.procedure == placed.procedure)
                    .and_then(|next| next.from?.pred_opt()),
                named,
            })
            .collect()
    }

    /// The definitions of the main procedure, the newest first, then those of the others.
    pub fn newest_first(&self) -> impl Iterator<Item = &Definition> {
        self.places_newest_first().into_iter().map(|(_, placed)| &placed.definition)
    }

    fn places_newest_first(&self) -> Vec<(usize, &Placed)> {
        let mut all: Vec<(usize, &Placed)> = self.iter().enumerate().collect();
        all.sort_by_key(|(at, placed)| (placed.procedure, std::cmp::Reverse(*at)));
        all
    }

    /// The number or numbers of the SOP, each with the receipts that it is for where
    /// there are several.
    pub fn in_words(&self) -> String {
        if !self.are_several() {
            return self.first.definition.number.clone();
        }
        self.all().iter().map(Version::in_words).collect::<Vec<_>>().join("; ")
    }

    /// The step that a cell means; see [`Definition::recognise_step`].
    pub fn recognise_step(&self, text: &str) -> Option<StepName> {
        if self.rest.is_empty() {
            let no = self.first.definition.recognise_step(text)?;
            return Some(StepName { no, by_version: None });
        }
        let readings: Vec<Option<u32>> =
            self.iter().map(|placed| placed.definition.recognise_step(text)).collect();
        let newest = self.places_newest_first().into_iter();
        let no = newest.filter_map(|(at, _)| readings.get(at).copied().flatten()).next()?;
        let differ = readings.iter().any(|reading| *reading != Some(no));
        Some(StepName { no, by_version: differ.then(|| readings.into()) })
    }

    /// What a step is called in a version, of the readings that its name had.
    pub fn reading(by_version: &[Option<u32>], version: VersionId) -> Option<u32> {
        by_version.get(version.0).copied().flatten()
    }

    /// The number of a step in the newest version of a procedure that knows its name.
    pub fn number_in(&self, step: &StepName, procedure: ProcedureId) -> Option<u32> {
        let Some(readings) = &step.by_version else { return Some(step.no) };
        let known = self.iter().zip(readings.iter());
        let of_procedure = known.filter(|(placed, _)| placed.procedure == procedure);
        of_procedure.filter_map(|(_, no)| *no).last()
    }

    /// The same with another definition in the place of all versions of a procedure.
    #[must_use]
    pub fn with_only(&self, procedure: ProcedureId, definition: Definition) -> Self {
        let versions = |of: ProcedureId| match of == procedure {
            true => vec![definition.clone()],
            false => self.versions_of(of).map(|placed| placed.definition.clone()).collect(),
        };
        let all = self.procedures().into_iter().map(versions).collect();
        Self::of(all).unwrap_or_else(|| self.clone())
    }
}

impl<'a> Version<'a> {
    /// The name of its procedure, where there are several.
    pub fn name(&self) -> Option<&'a str> {
        self.named.then_some(&*self.definition.name)
    }

    /// "SDM-233-OT.02.02 TAHUN 2024 (penerimaan sejak 1 Juli 2024)"
    pub fn in_words(&self) -> String {
        words::version(self)
    }

    /// A short name that tells it from the others: "SOP efektif 1 Juli 2024".
    pub fn label(&self) -> String {
        words::label(self)
    }
}
