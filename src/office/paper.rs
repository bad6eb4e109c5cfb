//! What an office may choose per kind of paper (*naskah*, *tanda_tangan*).

use std::collections::BTreeMap;

use super::located::Located;
use super::number::{KINDS, kind};
use super::problem::Expected;
use super::table::Table;
use super::value::Value;

/// A choice for all kinds of paper, and those that differ for one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerKind<T> {
    all: Option<T>,
    by_kind: BTreeMap<&'static str, T>,
}

impl<T> Default for PerKind<T> {
    fn default() -> Self {
        Self { all: None, by_kind: BTreeMap::new() }
    }
}

impl<T> PerKind<T> {
    /// The choice for a kind: its own, else that for all.
    pub fn of(&self, kind: &str) -> Option<&T> {
        self.by_kind.get(kind).or(self.all.as_ref())
    }

    /// The choice for whatever has no own one.
    pub fn all(&self) -> Option<&T> {
        self.all.as_ref()
    }

    pub(super) fn add(&mut self, kind: &'static str, own: Option<T>) {
        if let Some(own) = own {
            self.by_kind.insert(kind, own);
        }
    }

    /// Reads `key = …` for all kinds, or a table of kinds under that key.
    pub(super) fn read(
        table: &Table<'_>,
        key: &'static str,
        read: impl Fn(&Value<'_>) -> Option<T>,
    ) -> Self {
        let mut choice = Self::default();
        let Some(value) = table.value(key) else { return choice };
        match value.table() {
            Some(own) => {
                choice.read_kinds(&own, read);
                own.finish();
            }
            None => choice.all = read(&value),
        }
        choice
    }

    fn read_kinds(&mut self, table: &Table<'_>, read: impl Fn(&Value<'_>) -> Option<T>) {
        for name in KINDS {
            self.add(name, table.value(name).and_then(|value| read(&value)));
        }
    }
}

/// Hands each sub-table that is named by a kind of paper to `read`.
pub(super) fn each_kind(table: &Table<'_>, mut read: impl FnMut(&'static str, &Table<'_>)) {
    for name in KINDS {
        if let Some(own) = table.table(name) {
            read(name, &own);
            own.finish();
        }
    }
}

/// Who signs a kind of paper and who is told of it (`[tanda_tangan.<kind>]`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signatories {
    /// The post that signs (*penanda*).
    pub signer: Option<Located<String>>,
    /// Who hands over in the minutes (*pihak_pertama*).
    pub first_party: Option<Located<String>>,
    /// The post that acknowledges (*mengetahui*).
    pub acknowledged_by: Option<Located<String>>,
    /// Who gets a copy (*tembusan*), in the order of the list.
    pub copies: Vec<String>,
}

/// The choices of `[naskah]` and `[tanda_tangan]`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaperRules {
    /// The kinds that are made elsewhere (*di_luar*), for instance in SRIKANDI: only
    /// their number and date are kept.
    made_elsewhere: BTreeMap<&'static str, bool>,
    signatories: BTreeMap<&'static str, Signatories>,
}

impl PaperRules {
    /// Whether papers of this kind are made here.
    pub fn is_made_here(&self, kind: &str) -> bool {
        !self.made_elsewhere.get(kind).copied().unwrap_or(false)
    }

    /// What `[tanda_tangan.<kind>]` says, where it is there.
    pub fn signatories(&self, kind: &str) -> Option<&Signatories> {
        self.signatories.get(kind)
    }

    pub(super) fn read(naskah: Option<Table<'_>>, tanda_tangan: Option<Table<'_>>) -> PaperRules {
        let mut rules = PaperRules::default();
        if let Some(table) = naskah {
            for name in KINDS {
                let made = table.choice(name, &[("buat", false), ("di_luar", true)]);
                rules.made_elsewhere.extend(made.map(|elsewhere| (name, elsewhere)));
            }
            table.finish();
        }
        if let Some(table) = tanda_tangan {
            each_kind(&table, |name, own| {
                rules.signatories.insert(name, Signatories::read(own));
            });
            table.finish();
        }
        rules
    }
}

impl Signatories {
    fn read(table: &Table<'_>) -> Signatories {
        Signatories {
            signer: table.text("penanda"),
            first_party: table.text("pihak_pertama"),
            acknowledged_by: table.text("mengetahui"),
            copies: table.texts("tembusan").into_iter().map(|copy| copy.value).collect(),
        }
    }
}

/// The kinds that a list names; one that is not known is told.
pub(super) fn listed_kinds(value: &Value<'_>) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    for item in value.items(Expected::Texts) {
        let Some(text) = item.text(Expected::Text) else { continue };
        match kind(&text.value) {
            Some(known) if !kinds.contains(&known) => kinds.push(known),
            Some(_) => {}
            None => item.not_one_of(&text.value, KINDS.to_vec()),
        }
    }
    kinds
}
