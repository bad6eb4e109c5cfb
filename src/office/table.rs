//! A table of tertib.toml.
//!
//! It remembers which keys it was asked for. What nobody asked for is unknown, so that
//! the list of known keys and the reading of them cannot drift apart.

use std::cell::RefCell;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::located::{Located, Position};
use super::nearest::nearest;
use super::problem::{Expected, Fault};
use super::reading::Reader;
use super::value::Value;

/// One table of the file.
pub(super) struct Table<'r> {
    reader: &'r Reader<'r>,
    /// As users write it: `[instansi]`; empty for the top of the file.
    name: String,
    path: String,
    entries: &'r DeTable<'r>,
    start: usize,
    asked: RefCell<Vec<&'static str>>,
}

impl<'r> Table<'r> {
    pub(super) fn top(reader: &'r Reader<'r>, table: &'r Spanned<DeTable<'r>>) -> Self {
        let (name, path) = (String::new(), String::new());
        Self { reader, name, path, entries: table.get_ref(), start: 0, asked: RefCell::default() }
    }

    /// A table that is a value of another; `None` where the value is none.
    pub(super) fn of(
        reader: &'r Reader<'r>,
        name: String,
        path: String,
        value: &'r Spanned<DeValue<'r>>,
    ) -> Option<Self> {
        let entries = value.get_ref().as_table()?;
        let start = value.span().start;
        Some(Self { reader, name, path, entries, start, asked: RefCell::default() })
    }

    pub(super) fn reader(&self) -> &'r Reader<'r> {
        self.reader
    }

    pub(super) fn position(&self) -> Position {
        self.reader.position(self.start)
    }

    pub(super) fn value(&self, key: &'static str) -> Option<Value<'r>> {
        self.asked.borrow_mut().push(key);
        let value = self.entries.get(key)?;
        Some(Value::new(self.reader, key, &self.name, &self.path, value))
    }

    /// The text of a key; `None` where it is not there or blank.
    pub(super) fn text(&self, key: &'static str) -> Option<Located<String>> {
        self.value(key)?.text(Expected::Text)
    }

    /// A text that must be there.
    pub(super) fn needed(&self, key: &'static str) -> Option<Located<String>> {
        let Some(value) = self.value(key) else {
            self.missing(key, self.position());
            return None;
        };
        let position = value.position();
        let text = value.text(Expected::Text);
        if text.is_none() && value.is_text() {
            self.missing(key, position);
        }
        text
    }

    pub(super) fn missing(&self, key: &'static str, position: Position) {
        self.reader.note(position, Fault::Missing { key, table: self.name.clone() });
    }

    pub(super) fn texts(&self, key: &'static str) -> Vec<Located<String>> {
        self.value(key).map_or_else(Vec::new, |value| value.texts())
    }

    pub(super) fn date(&self, key: &'static str) -> Option<Located<NaiveDate>> {
        self.value(key)?.date()
    }

    pub(super) fn flag(&self, key: &'static str) -> Option<bool> {
        self.value(key)?.flag()
    }

    pub(super) fn years(&self, key: &'static str) -> Option<u32> {
        self.value(key)?.years()
    }

    pub(super) fn choice<T: Copy>(
        &self,
        key: &'static str,
        known: &[(&'static str, T)],
    ) -> Option<T> {
        self.value(key)?.choice(known, Expected::Text)
    }

    pub(super) fn table(&self, key: &'static str) -> Option<Table<'r>> {
        let value = self.value(key)?;
        value.table().or_else(|| value.wrong_type(Expected::Table))
    }

    /// The tables of `[[key]]`; a single `[key]` is told.
    pub(super) fn tables(&self, key: &'static str) -> Vec<Table<'r>> {
        self.value(key).map_or_else(Vec::new, |value| value.tables(Expected::Tables))
    }

    /// All keys with their texts, for a table whose keys the office chooses itself.
    pub(super) fn pairs(&self) -> Vec<(Located<String>, Located<String>)> {
        let pair = |(key, value): (&'r toml::Spanned<_>, &'r Spanned<DeValue<'r>>)| {
            let key: &toml::Spanned<std::borrow::Cow<'r, str>> = key;
            let name = key.get_ref().as_ref();
            let text = Value::new(self.reader, name, &self.name, &self.path, value);
            let place = self.reader.position(key.span().start);
            Some((Located::new(name.to_owned(), place), text.text(Expected::Text)?))
        };
        self.entries.iter().filter_map(pair).collect()
    }

    /// Tells of every key that nobody asked for.
    pub(super) fn finish(&self) {
        let asked = self.asked.borrow();
        for (key, value) in self.entries.iter() {
            let name = key.get_ref().as_ref();
            if asked.contains(&name) {
                continue;
            }
            let (table, known) = (self.name.clone(), asked.clone());
            let nearest = nearest(name, asked.iter().copied()).map(str::to_owned);
            let fault = match heading(value.get_ref(), &join(&self.path, name)) {
                Some(key) => Fault::UnknownTable { key, table, nearest, known },
                None => Fault::UnknownKey { key: name.to_owned(), table, nearest, known },
            };
            self.reader.note(self.reader.position(key.span().start), fault);
        }
    }
}

/// The heading under which a table or tables stand; `None` for a plain value.
fn heading(value: &DeValue<'_>, path: &str) -> Option<String> {
    match value {
        DeValue::Table(_) => Some(format!("[{path}]")),
        DeValue::Array(list) if list.iter().any(|item| item.get_ref().is_table()) => {
            Some(format!("[[{path}]]"))
        }
        _ => None,
    }
}

/// The dotted path of a key inside a table.
pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
