//! A value of tertib.toml, read as what was expected of it.

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::DeValue;

use super::as_of;
use super::located::{Located, Position};
use super::nearest::nearest;
use super::problem::{Expected, Fault, Found};
use super::reading::Reader;
use super::syntax::is_full_date;
use super::table::{Table, join};

/// A schedule of retention longer than this is a slip of the pen.
const MOST_YEARS: u32 = 200;

/// One value of a table.
pub(super) struct Value<'r> {
    reader: &'r Reader<'r>,
    key: String,
    table: String,
    path: String,
    value: &'r Spanned<DeValue<'r>>,
}

impl<'r> Value<'r> {
    pub(super) fn new(
        reader: &'r Reader<'r>,
        key: &str,
        table: &str,
        path: &str,
        value: &'r Spanned<DeValue<'r>>,
    ) -> Self {
        let (key, table, path) = (key.to_owned(), table.to_owned(), path.to_owned());
        Self { reader, key, table, path, value }
    }

    pub(super) fn position(&self) -> Position {
        self.reader.position(self.value.span().start)
    }

    /// Where the `at`-th byte of the text stands; the start of the value where the file
    /// writes it in another way than it reads (with escapes).
    pub(super) fn position_within(&self, text: &str, at: usize) -> Position {
        let span = self.value.span();
        match self.reader.slice(span.clone()).find(text) {
            Some(offset) if !text.is_empty() => self.reader.position(span.start + offset + at),
            _ => self.reader.position(span.start),
        }
    }

    pub(super) fn is_text(&self) -> bool {
        self.value.get_ref().is_str()
    }

    pub(super) fn note(&self, position: Position, fault: Fault) {
        self.reader.note(position, fault);
    }

    pub(super) fn wrong_type<T>(&self, expected: Expected) -> Option<T> {
        let found = match self.value.get_ref() {
            DeValue::String(_) => Found::Text,
            DeValue::Integer(_) | DeValue::Float(_) => Found::Number,
            DeValue::Boolean(_) => Found::Flag,
            DeValue::Datetime(_) => Found::Date,
            DeValue::Array(list) if list.iter().any(|item| item.get_ref().is_table()) => {
                Found::Tables
            }
            DeValue::Array(_) => Found::List,
            DeValue::Table(_) => Found::Table,
        };
        let (key, table) = (self.key.clone(), self.table.clone());
        self.reader.note(self.position(), Fault::WrongType { key, table, expected, found });
        None
    }

    pub(super) fn text(&self, expected: Expected) -> Option<Located<String>> {
        let DeValue::String(text) = self.value.get_ref() else {
            return self.wrong_type(expected);
        };
        let text = text.trim();
        (!text.is_empty()).then(|| Located::new(text.to_owned(), self.position()))
    }

    pub(super) fn texts(&self) -> Vec<Located<String>> {
        let items = self.items(Expected::Texts);
        items.iter().filter_map(|item| item.text(Expected::Texts)).collect()
    }

    pub(super) fn items(&self, expected: Expected) -> Vec<Value<'r>> {
        let DeValue::Array(list) = self.value.get_ref() else {
            self.wrong_type::<()>(expected);
            return Vec::new();
        };
        list.iter().map(|item| self.item(item)).collect()
    }

    fn item(&self, value: &'r Spanned<DeValue<'r>>) -> Value<'r> {
        Value::new(self.reader, &self.key, &self.table, &self.path, value)
    }

    pub(super) fn flag(&self) -> Option<bool> {
        match self.value.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.wrong_type(Expected::Flag),
        }
    }

    pub(super) fn years(&self) -> Option<u32> {
        let DeValue::Integer(number) = self.value.get_ref() else {
            return self.wrong_type(Expected::Years);
        };
        let years = u32::from_str_radix(number.as_str(), number.radix()).ok();
        let years = years.filter(|years| *years <= MOST_YEARS);
        if years.is_none() {
            self.note(self.position(), Fault::Years { key: self.key.clone(), most: MOST_YEARS });
        }
        years
    }

    /// One of the named values, read without regard to case and a closing stop.
    pub(super) fn choice<T: Copy>(
        &self,
        known: &[(&'static str, T)],
        expected: Expected,
    ) -> Option<T> {
        let text = self.text(expected)?.value;
        let bare = |name: &str| name.trim_end_matches('.').to_lowercase();
        let found = known.iter().find(|(name, _)| bare(name) == bare(&text));
        if found.is_none() {
            self.not_one_of(&text, known.iter().map(|(name, _)| *name).collect());
        }
        found.map(|(_, meaning)| *meaning)
    }

    pub(super) fn not_one_of(&self, written: &str, allowed: Vec<&'static str>) {
        let fault = Fault::NotOneOf {
            key: self.key.clone(),
            table: self.table.clone(),
            written: written.to_owned(),
            nearest: nearest(written, allowed.iter().copied()),
            allowed,
        };
        self.reader.note(self.position(), fault);
    }

    pub(super) fn date(&self) -> Option<Located<NaiveDate>> {
        let date = match self.value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => return None,
            DeValue::String(text) => self.date_of_text(text.trim())?,
            DeValue::Datetime(written) if written.time.is_none() => {
                let date = written.date?;
                let (month, day) = (u32::from(date.month), u32::from(date.day));
                NaiveDate::from_ymd_opt(i32::from(date.year), month, day)?
            }
            _ => return self.wrong_type(Expected::Date),
        };
        Some(Located::new(date, self.position()))
    }

    fn date_of_text(&self, text: &str) -> Option<NaiveDate> {
        let date = as_of::date(text);
        if date.is_none() {
            let (key, written) = (self.key.clone(), text.to_owned());
            let fault = if is_full_date(text) {
                Fault::NoSuchDay { key, written }
            } else {
                Fault::NotADate { key, written }
            };
            self.reader.note(self.position(), fault);
        }
        date
    }

    pub(super) fn raw(&self) -> &'r DeValue<'r> {
        self.value.get_ref()
    }

    pub(super) fn table(&self) -> Option<Table<'r>> {
        let path = join(&self.path, &self.key);
        Table::of(self.reader, format!("[{path}]"), path, self.value)
    }

    pub(super) fn tables(&self, expected: Expected) -> Vec<Table<'r>> {
        let path = join(&self.path, &self.key);
        let table = |item: Value<'r>| {
            let table = Table::of(self.reader, format!("[[{path}]]"), path.clone(), item.value);
            table.or_else(|| item.wrong_type(expected))
        };
        self.items(expected).into_iter().filter_map(table).collect()
    }
}
