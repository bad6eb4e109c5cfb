//! The versions of one SOP over the years, each in force from its *tanggal efektif*.
//!
//! A request keeps to its end, through all rounds, the version that was in force when it
//! was received. The oldest version applies to all that was received before the next
//! one, whether or not its own effective date is known; that it does is told with it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::Definition;
use super::recognise::fold;
use super::versions_wording as words;
use crate::diagnostic::Diagnostic;

/// All versions of the office's SOP, the oldest first; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    oldest: Definition,
    /// The later ones, each with the day from which it is in force.
    later: Vec<(NaiveDate, Definition)>,
}

/// Which of the versions, the oldest being the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionId(usize);

/// A version and the days of receipt that it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version<'a> {
    pub id: VersionId,
    pub definition: &'a Definition,
    /// The first day of receipt; `None`: all before the next version.
    pub from: Option<NaiveDate>,
    /// The last day of receipt; `None`: until another version comes.
    pub until: Option<NaiveDate>,
}

/// A step as a text names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepName {
    /// Its number in the newest version that knows the name.
    pub no: u32,
    /// Its number in each version; `None` where all versions know it by `no`.
    pub by_version: Option<Arc<[Option<u32>]>>,
}

impl Versions {
    /// An SOP of which there is one version only.
    pub fn only(definition: Definition) -> Self {
        Self { oldest: definition, later: Vec::new() }
    }

    /// Puts versions in order, each with the name of its file.
    ///
    /// # Errors
    /// They are not versions of one SOP, or it cannot be told which is in force when.
    pub fn in_order(mut all: Vec<(String, Definition)>) -> Result<Self, Vec<Diagnostic>> {
        let mut told = strangers(&all);
        all.sort_by_key(|(_, definition)| definition.effective);
        for pair in all.windows(2) {
            if let [(one, first), (other, second)] = pair
                && first.effective == second.effective
            {
                told.push(words::same_day(one, other, first.effective));
            }
        }
        let mut all = all.into_iter().map(|(_, definition)| definition);
        match all.next() {
            Some(oldest) if told.is_empty() => {
                let later = all.filter_map(|version| Some((version.effective?, version)));
                Ok(Self { oldest, later: later.collect() })
            }
            Some(_) => Err(told),
            None => Definition::builtin().map(Self::only),
        }
    }

    /// Whether there is more than one.
    pub fn are_several(&self) -> bool {
        !self.later.is_empty()
    }

    /// A version by its place; the newest where there is none of that place.
    pub fn get(&self, id: VersionId) -> &Definition {
        match id.0.checked_sub(1) {
            None => &self.oldest,
            Some(at) => self.later.get(at).map_or(self.newest(), |(_, version)| version),
        }
    }

    pub fn newest(&self) -> &Definition {
        self.later.last().map_or(&self.oldest, |(_, version)| version)
    }

    /// The version in force on a day.
    pub fn in_force(&self, day: NaiveDate) -> VersionId {
        VersionId(self.later.iter().take_while(|(from, _)| *from <= day).count())
    }

    /// Each version with the days of receipt that it is for, the oldest first.
    pub fn all(&self) -> Vec<Version<'_>> {
        let later = self.later.iter().map(|(from, version)| (Some(*from), version));
        let starts: Vec<_> = std::iter::once((None, &self.oldest)).chain(later).collect();
        let ends = starts.iter().skip(1).map(|(from, _)| from.and_then(|from| from.pred_opt()));
        let ends: Vec<_> = ends.chain([None]).collect();
        let with_ends = starts.into_iter().zip(ends).enumerate();
        with_ends
            .map(|(at, ((from, definition), until))| Version {
                id: VersionId(at),
                definition,
                from,
                until,
            })
            .collect()
    }

    /// The definitions, the newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &Definition> {
        self.later.iter().rev().map(|(_, version)| version).chain([&self.oldest])
    }

    /// The number or numbers of the SOP, each with the receipts that it is for where
    /// there are several.
    pub fn in_words(&self) -> String {
        if !self.are_several() {
            return self.oldest.number.clone();
        }
        self.all().iter().map(Version::in_words).collect::<Vec<_>>().join("; ")
    }

    /// The step that a cell means; see [`Definition::recognise_step`].
    pub fn recognise_step(&self, text: &str) -> Option<StepName> {
        if self.later.is_empty() {
            let no = self.oldest.recognise_step(text)?;
            return Some(StepName { no, by_version: None });
        }
        let mut readings: Vec<Option<u32>> =
            self.newest_first().map(|version| version.recognise_step(text)).collect();
        let no = readings.iter().copied().flatten().next()?;
        let differ = readings.iter().any(|reading| *reading != Some(no));
        readings.reverse();
        Some(StepName { no, by_version: differ.then(|| readings.into()) })
    }

    /// What a step is called in a version, of the readings that its name had.
    pub fn reading(by_version: &[Option<u32>], version: VersionId) -> Option<u32> {
        by_version.get(version.0).copied().flatten()
    }
}

impl Version<'_> {
    /// "SDM-233-OT.02.02 TAHUN 2024 (penerimaan sejak 1 Juli 2024)"
    pub fn in_words(&self) -> String {
        words::version(self)
    }

    /// A short name that tells it from the others: "SOP efektif 1 Juli 2024".
    pub fn label(&self) -> String {
        words::label(self)
    }
}

/// The files that are no version of the same SOP as the first. What belongs together has
/// the same number or the same name, or says whose place it takes (*menggantikan*).
fn strangers(all: &[(String, Definition)]) -> Vec<Diagnostic> {
    let Some(first) = all.first() else { return Vec::new() };
    let mut family = vec![first];
    let mut rest: Vec<_> = all.iter().skip(1).collect();
    while let Some(at) =
        rest.iter().position(|(_, one)| family.iter().any(|(_, known)| is_kin(one, known)))
    {
        family.push(rest.remove(at));
    }
    rest.iter().map(|(file, _)| words::stranger(file, &first.0)).collect()
}

fn is_kin(one: &Definition, other: &Definition) -> bool {
    let same = |a: &str, b: &str| fold(a) == fold(b);
    let replaces = |new: &Definition, old: &Definition| {
        !new.replaces.is_empty() && same(&new.replaces, &old.number)
    };
    same(&one.number, &other.number)
        || same(&one.name, &other.name)
        || replaces(one, other)
        || replaces(other, one)
}
