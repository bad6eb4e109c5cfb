//! The text of a definition as its tables, each value with the place it stands at.
//!
//! Every reader here tells what is wrong and goes on with an empty value, so that all
//! mistakes of a file are told at once.

use std::sync::Arc;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Fault, Wanted};
use super::slip::Slip;
use crate::calendar::wording;
use crate::diagnostic::{Diagnostic, Place};

/// The highest number that a step may have.
const LAST_NUMBER: u32 = 999;

/// The file that is being read, and what was found wrong in it so far.
pub(super) struct Page<'t> {
    text: &'t str,
    faults: Vec<(usize, Fault)>,
    /// Lines that have a slip; what is read there says nothing more.
    muted: Vec<usize>,
}

impl<'t> Page<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, faults: Vec::new(), muted: Vec::new() }
    }

    /// Line and column of a byte, both from 1, the column in characters.
    fn position(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.matches('\n').count() + 1;
        let within = before.get(start..).unwrap_or_default().trim_start_matches('\u{feff}');
        (line, within.chars().count() + 1)
    }

    pub(super) fn line(&self, offset: usize) -> usize {
        self.position(offset).0
    }

    pub(super) fn tell(&mut self, offset: usize, fault: Fault) {
        // What is missing may stand in a line that could not be read.
        let lost = matches!(fault, Fault::Missing { .. } | Fault::NoSteps);
        let hidden = lost && !self.muted.is_empty();
        if !hidden && !self.muted.contains(&self.line(offset)) {
            self.faults.push((offset, fault));
        }
    }

    /// Tells what is no TOML, one slip a line. False where the rest cannot be judged.
    pub(super) fn tell_slips(&mut self, errors: &[toml::de::Error]) -> bool {
        let mut slips: Vec<(usize, Slip)> = errors
            .iter()
            .map(|error| {
                let span = error.span().unwrap_or(0..0);
                let written = self.text.get(span.clone()).unwrap_or_default();
                (span.start, Slip::of(error.message(), written))
            })
            .collect();
        slips.sort_by_key(|(offset, _)| *offset);
        for (offset, slip) in slips {
            let line = self.line(offset);
            if self.muted.contains(&line) {
                continue;
            }
            self.faults.push((offset, Fault::Syntax(slip)));
            self.muted.push(line);
            if !slip.is_local() {
                return false;
            }
        }
        true
    }

    pub(super) fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    /// All that was told, in the order of the file.
    pub(super) fn into_diagnostics(mut self, file: &str) -> Vec<Diagnostic> {
        let file: Arc<str> = file.into();
        self.faults.sort_by_key(|(offset, _)| *offset);
        let tell = |(offset, fault): &(usize, Fault)| {
            let (line, column) = self.position(*offset);
            fault.diagnostic().at(Place::Text { file: Arc::clone(&file), line, column })
        };
        self.faults.iter().map(tell).collect()
    }
}

/// One table of the file.
pub(super) struct Entry<'t> {
    /// As users write it: `[[langkah]]`; empty for the top of the file.
    pub section: &'static str,
    pub start: usize,
    table: &'t DeTable<'t>,
}

impl<'t> Entry<'t> {
    pub(super) fn new(
        page: &mut Page<'_>,
        section: &'static str,
        start: usize,
        table: &'t DeTable<'t>,
        known: &[&str],
    ) -> Self {
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let fault = Fault::UnknownKey {
                    key: name.to_owned(),
                    section,
                    nearest: nearest(name, known.iter().copied()),
                    known: known.iter().copied().map(str::to_owned).collect(),
                };
                page.tell(key.span().start, fault);
            }
        }
        Self { section, start, table }
    }

    pub(super) fn value(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.table.get(key)
    }

    pub(super) fn offset(&self, key: &str) -> usize {
        self.value(key).map_or(self.start, |value| value.span().start)
    }

    fn wrong<T>(&self, page: &mut Page<'_>, key: &'static str, wanted: Wanted) -> Option<T> {
        page.tell(self.offset(key), Fault::WrongType { key, wanted });
        None
    }

    pub(super) fn missing(&self, page: &mut Page<'_>, key: &'static str) {
        page.tell(self.start, Fault::Missing { key, section: self.section });
    }

    /// A text, on one line; empty where it is not there.
    pub(super) fn text(&self, page: &mut Page<'_>, key: &'static str) -> String {
        let Some(value) = self.value(key) else { return String::new() };
        match value.get_ref().as_str() {
            Some(text) => on_one_line(text),
            None => self.wrong(page, key, Wanted::Text).unwrap_or_default(),
        }
    }

    /// A text that must be there and not blank.
    pub(super) fn needed(&self, page: &mut Page<'_>, key: &'static str) -> Option<String> {
        let Some(value) = self.value(key) else {
            self.missing(page, key);
            return None;
        };
        let text = self.text(page, key);
        if text.is_empty() && value.get_ref().is_str() {
            page.tell(value.span().start, Fault::Blank { key });
        }
        (!text.is_empty()).then_some(text)
    }

    /// A list of texts with their places, or one text; blank items stay.
    pub(super) fn texts(&self, page: &mut Page<'_>, key: &'static str) -> Vec<(String, usize)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let items: Vec<&Spanned<DeValue<'_>>> = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let mut texts = Vec::new();
        for item in items {
            let offset = item.span().start;
            match item.get_ref().as_str() {
                Some(text) => texts.push((on_one_line(text), offset)),
                None => page.tell(offset, Fault::WrongType { key, wanted: Wanted::Texts }),
            }
        }
        texts
    }

    /// A list in which each item stands once.
    pub(super) fn set(&self, page: &mut Page<'_>, key: &'static str) -> Vec<(String, usize)> {
        let mut once: Vec<(String, usize)> = Vec::new();
        for (item, offset) in self.texts(page, key) {
            if once.iter().any(|(known, _)| *known == item) {
                page.tell(offset, Fault::ItemTwice { key, item });
            } else {
                once.push((item, offset));
            }
        }
        once
    }

    pub(super) fn flag(&self, page: &mut Page<'_>, key: &'static str) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.get_ref().as_bool().or_else(|| self.wrong(page, key, Wanted::YesNo)).unwrap_or(false)
    }

    /// A date of TOML or a text such as "3 Juni 2024"; a blank text is no date.
    pub(super) fn date(&self, page: &mut Page<'_>, key: &'static str) -> Option<NaiveDate> {
        let value = self.value(key)?.get_ref();
        if value.as_str().is_some_and(|text| text.trim().is_empty()) {
            return None;
        }
        date_of(value).or_else(|| self.wrong(page, key, Wanted::Date))
    }

    /// The number of a step.
    pub(super) fn step_number(&self, page: &mut Page<'_>, key: &'static str) -> Option<u32> {
        number_of(self.value(key)?.get_ref()).or_else(|| self.wrong(page, key, Wanted::StepNumber))
    }

    /// The table `[key]`, or `key = { … }`.
    pub(super) fn table(
        &self,
        page: &mut Page<'_>,
        key: &'static str,
        section: &'static str,
        wanted: Wanted,
        known: &[&str],
    ) -> Option<Entry<'t>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => {
                Some(Entry::new(page, section, value.span().start, table, known))
            }
            _ => self.wrong(page, key, wanted),
        }
    }

    /// The tables `[[key]]`.
    pub(super) fn tables(
        &self,
        page: &mut Page<'_>,
        key: &'static str,
        section: &'static str,
        known: &[&str],
    ) -> Vec<Entry<'t>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            page.tell(value.span().start, Fault::WrongType { key, wanted: Wanted::Sections });
            return Vec::new();
        };
        let mut entries = Vec::new();
        for item in items.iter() {
            let start = item.span().start;
            match item.get_ref() {
                DeValue::Table(table) => {
                    entries.push(Entry::new(page, section, start, table, known));
                }
                _ => page.tell(start, Fault::WrongType { key, wanted: Wanted::Sections }),
            }
        }
        entries
    }
}

/// The known name nearest to what was written; `None` where none is near enough.
pub(super) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let written = written.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for name in known {
        let likeness = strsim::normalized_damerau_levenshtein(&written, &name.to_lowercase());
        if likeness >= 0.55 && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, name));
        }
    }
    best.map(|(_, name)| name.to_owned())
}

pub(super) fn number_of(value: &DeValue<'_>) -> Option<u32> {
    let written = value.as_integer()?;
    let number = u32::from_str_radix(written.as_str(), written.radix()).ok()?;
    (1..=LAST_NUMBER).contains(&number).then_some(number)
}

/// One blank where there were several, line breaks and control signs included.
fn on_one_line(text: &str) -> String {
    let parts = text.split(|sign: char| sign.is_whitespace() || sign.is_control());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn date_of(value: &DeValue<'_>) -> Option<NaiveDate> {
    if let Some(text) = value.as_str() {
        let plain = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok();
        return plain.or_else(|| date_in_words(text));
    }
    let written = value.as_datetime().filter(|written| written.time.is_none())?.date?;
    NaiveDate::from_ymd_opt(
        i32::from(written.year),
        u32::from(written.month),
        u32::from(written.day),
    )
}

/// "24 JULI 2023"
fn date_in_words(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let month = month.to_lowercase();
    let month = (1..=12).find(|number| wording::month(*number).to_lowercase() == month)?;
    let year = year.parse().ok().filter(|year| (1900..=2199).contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day.parse().ok()?)
}
