//! Who gives the numbers of papers, and how they look (*penomoran*).

use super::located::Located;
use super::number::{NUMBERED, Pattern};
use super::paper::{PerKind, each_kind, listed_kinds};
use super::problem::{Expected, Fault};
use super::table::Table;
use super::value::Value;

/// Where the number of a paper comes from (*cara*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NumberSource {
    /// The register of this folder gives it.
    Register,
    /// It is given elsewhere and entered here (*diberikan*).
    Given,
    /// A line to fill by hand (*kosong*).
    #[default]
    Blank,
}

/// The choices of `[penomoran]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbering {
    numbered: Vec<&'static str>,
    source: PerKind<NumberSource>,
    pattern: PerKind<Located<Pattern>>,
}

impl Default for Numbering {
    fn default() -> Self {
        Self {
            numbered: NUMBERED.to_vec(),
            source: PerKind::default(),
            pattern: PerKind::default(),
        }
    }
}

impl Numbering {
    /// Whether papers of this kind bear a number (*bernomor*).
    pub fn is_numbered(&self, kind: &str) -> bool {
        self.numbered.contains(&kind)
    }

    pub fn source(&self, kind: &str) -> NumberSource {
        self.source.of(kind).copied().unwrap_or_default()
    }

    /// Whether the register gives the numbers of this kind.
    pub fn is_of_register(&self, kind: &str) -> bool {
        self.source(kind) == NumberSource::Register && self.is_numbered(kind)
    }

    /// The pattern of the numbers of a kind (*pola*), where one is given.
    pub fn pattern(&self, kind: &str) -> Option<&Pattern> {
        self.located_pattern(kind).map(|pattern| &pattern.value)
    }

    pub(super) fn located_pattern(&self, kind: &str) -> Option<&Located<Pattern>> {
        self.pattern.of(kind)
    }

    pub(super) fn read(table: Table<'_>) -> Numbering {
        let numbered = table.value("bernomor").map(|value| listed_kinds(&value));
        let mut source = PerKind::read(&table, "cara", read_source);
        let mut pattern = PerKind::read(&table, "pola", read_pattern);
        each_kind(&table, |kind, own| {
            source.add(kind, own.value("cara").and_then(|value| read_source(&value)));
            pattern.add(kind, own.value("pola").and_then(|value| read_pattern(&value)));
        });
        table.finish();
        Numbering { numbered: numbered.unwrap_or_else(|| NUMBERED.to_vec()), source, pattern }
    }
}

fn read_source(value: &Value<'_>) -> Option<NumberSource> {
    let ways = [
        ("register", NumberSource::Register),
        ("diberikan", NumberSource::Given),
        ("kosong", NumberSource::Blank),
    ];
    value.choice(&ways, Expected::TextOrPerKind)
}

fn read_pattern(value: &Value<'_>) -> Option<Located<Pattern>> {
    let text = value.text(Expected::TextOrPerKind)?.value;
    match Pattern::parse(&text) {
        Ok(pattern) => Some(Located::new(pattern, value.position())),
        Err((at, fault)) => {
            value.note(value.position_within(&text, at), Fault::Pattern(fault));
            None
        }
    }
}
