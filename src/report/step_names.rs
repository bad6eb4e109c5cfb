//! What the steps of a request are called, by the version of the SOP that it is judged
//! by.

use std::collections::BTreeMap;

use crate::check::{Judged, Rules};
use crate::records::Text;
use crate::sop::VersionId;

/// The names of the steps, by request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StepNames {
    by_version: BTreeMap<VersionId, BTreeMap<u32, String>>,
    /// Only requests of another version than the oldest.
    versions: BTreeMap<Text, VersionId>,
}

impl StepNames {
    pub(super) fn of(cases: &[Judged], rules: &Rules<'_>) -> Self {
        let names = rules.versions.all().into_iter().map(|version| {
            let steps = version.definition.steps.iter();
            (version.id, steps.map(|step| (step.no, step.short_name().to_owned())).collect())
        });
        let later = cases.iter().filter(|judged| judged.history.version != VersionId::default());
        let versions = later.map(|judged| (judged.case.number.clone(), judged.history.version));
        Self { by_version: names.collect(), versions: versions.collect() }
    }

    /// "3. Verifikasi", of a request.
    pub(super) fn of_request(&self, number: &str, no: u32) -> String {
        let version = self.versions.get(number).copied().unwrap_or_default();
        let name = self.by_version.get(&version).and_then(|names| names.get(&no));
        name.map_or_else(|| no.to_string(), |name| format!("{no}. {name}"))
    }
}
