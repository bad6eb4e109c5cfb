//! A calendar file as its tables, each value with the line and column it stands at.
//!
//! Every reader here tells what is wrong and goes on, so that all mistakes of a file
//! are told at once.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Problem, Wanted};
use super::slip::Slip;
use crate::diagnostic::{Diagnostic, Place};

/// One file that is being read.
pub(super) struct Page<'a> {
    file: Arc<str>,
    text: &'a str,
    pub told: Vec<Diagnostic>,
}

/// One entry of a section, such as one `[[libur]]`.
pub(super) struct Entry<'a> {
    pub section: &'static str,
    pub start: usize,
    table: &'a DeTable<'a>,
}

impl<'a> Page<'a> {
    pub(super) fn new(file: &str, text: &'a str) -> Self {
        Self { file: file.into(), text, told: Vec::new() }
    }

    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// Line and column, from one, of a byte of the text.
    pub(super) fn place(&self, offset: usize) -> Place {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.matches('\n').count() + 1;
        let in_line = before.get(line_start..).unwrap_or_default().trim_start_matches('\u{feff}');
        Place::Text { file: Arc::clone(&self.file), line, column: in_line.chars().count() + 1 }
    }

    pub(super) fn tell(&mut self, offset: usize, problem: Problem) {
        let told = problem.at(self.place(offset));
        self.told.push(told);
    }

    /// Tells what is no TOML; one problem a line, since the first explains the others.
    pub(super) fn tell_syntax(&mut self, errors: &[toml::de::Error]) {
        let mut lines = Vec::new();
        for error in errors {
            let offset = error.span().map_or(0, |span| span.start);
            let line = self.text.get(..offset).unwrap_or(self.text).matches('\n').count();
            if lines.contains(&line) {
                continue;
            }
            lines.push(line);
            self.tell(offset, Problem::Syntax(Slip::of(error.message())));
        }
    }
}

impl<'a> Entry<'a> {
    pub(super) fn new(
        page: &mut Page<'_>,
        section: &'static str,
        item: &'a Spanned<DeValue<'a>>,
        known: &[&'static str],
    ) -> Option<Self> {
        let start = item.span().start;
        let DeValue::Table(table) = item.get_ref() else {
            page.tell(start, Problem::Unreadable { key: section, wanted: Wanted::Tables });
            return None;
        };
        for key in table.keys() {
            if !known.contains(&key.get_ref().as_ref()) {
                let key_name = key.get_ref().to_string();
                let known = known.to_vec();
                page.tell(key.span().start, Problem::UnknownKey { key: key_name, section, known });
            }
        }
        Some(Self { section, start, table })
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    pub(super) fn offset(&self, key: &str) -> usize {
        self.table.get(key).map_or(self.start, |value| value.span().start)
    }

    pub(super) fn text(&self, page: &mut Page<'_>, key: &'static str) -> Option<String> {
        self.value(page, key, Wanted::Text, |value| {
            let text = value.as_str()?.split_whitespace().collect::<Vec<_>>().join(" ");
            (!text.is_empty()).then_some(text)
        })
    }

    pub(super) fn date(&self, page: &mut Page<'_>, key: &'static str) -> Option<NaiveDate> {
        self.value(page, key, Wanted::Date, as_date)
    }

    pub(super) fn time(&self, page: &mut Page<'_>, key: &'static str) -> Option<NaiveTime> {
        self.value(page, key, Wanted::Time, as_time)
    }

    pub(super) fn yes_no(&self, page: &mut Page<'_>, key: &'static str) -> Option<bool> {
        self.value(page, key, Wanted::YesNo, |value| value.as_bool())
    }

    pub(super) fn number(
        &self,
        page: &mut Page<'_>,
        key: &'static str,
        wanted: Wanted,
    ) -> Option<i32> {
        self.value(page, key, wanted, |value| {
            let written = value.as_integer()?;
            let number = i32::from_str_radix(written.as_str(), written.radix()).ok()?;
            let range = if wanted == Wanted::HijriYear { 1300..=1700 } else { 1900..=2199 };
            range.contains(&number).then_some(number)
        })
    }

    /// One value or a list of them, each with its place.
    pub(super) fn list<T>(
        &self,
        page: &mut Page<'_>,
        key: &'static str,
        wanted: Wanted,
        mut read: impl FnMut(&mut Page<'_>, &DeValue<'_>, usize) -> Option<T>,
    ) -> Option<Vec<(T, usize)>> {
        let value = self.table.get(key)?;
        let items: Vec<&Spanned<DeValue<'_>>> = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        if items.is_empty() && wanted != Wanted::Breaks {
            page.tell(value.span().start, Problem::Unreadable { key, wanted });
            return None;
        }
        let mut all = Some(Vec::with_capacity(items.len()));
        for item in items {
            let offset = item.span().start;
            let told = page.told.len();
            match read(page, item.get_ref(), offset) {
                Some(read) => {
                    if let Some(all) = &mut all {
                        all.push((read, offset));
                    }
                }
                None => {
                    if page.told.len() == told {
                        page.tell(offset, Problem::Unreadable { key, wanted });
                    }
                    all = None;
                }
            }
        }
        all
    }

    /// One of a few words, without regard to case.
    pub(super) fn word<T: Copy>(
        &self,
        page: &mut Page<'_>,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let text = self.text(page, key)?;
        let found = find_word(&text, words);
        if found.is_none() {
            let known = words.iter().map(|(name, _)| *name).collect();
            page.tell(self.offset(key), Problem::UnknownWord { word: text, key, known });
        }
        found
    }

    /// Tells that a key is missing, where it is not there at all.
    pub(super) fn require(&self, page: &mut Page<'_>, key: &'static str) {
        if !self.has(key) {
            page.tell(self.start, Problem::MissingKey { key, section: self.section });
        }
    }

    fn value<T>(
        &self,
        page: &mut Page<'_>,
        key: &'static str,
        wanted: Wanted,
        read: impl Fn(&DeValue<'_>) -> Option<T>,
    ) -> Option<T> {
        let value = self.table.get(key)?;
        let result = read(value.get_ref());
        if result.is_none() {
            page.tell(value.span().start, Problem::Unreadable { key, wanted });
        }
        result
    }
}

pub(super) fn find_word<T: Copy>(text: &str, words: &[(&'static str, T)]) -> Option<T> {
    let plain = text.to_lowercase().replace(['\'', '’'], "");
    words.iter().find(|(name, _)| name.to_lowercase() == plain).map(|(_, meant)| *meant)
}

/// A date of TOML, or the same in quotes.
pub(super) fn as_date(value: &DeValue<'_>) -> Option<NaiveDate> {
    if let Some(text) = value.as_str() {
        return NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok();
    }
    let written = value.as_datetime()?;
    if written.time.is_some() {
        return None;
    }
    let date = written.date?;
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}

/// "07.30", "07:30", "07.30.15", or a time of TOML; whole seconds.
pub(super) fn as_time(value: &DeValue<'_>) -> Option<NaiveTime> {
    let Some(text) = value.as_str() else {
        let written = value.as_datetime().filter(|written| written.date.is_none())?.time?;
        let second = u32::from(written.second.unwrap_or(0));
        return NaiveTime::from_hms_opt(u32::from(written.hour), u32::from(written.minute), second);
    };
    let mut parts = [0; 3];
    let mut count = 0;
    for part in text.trim().split(['.', ':']) {
        let digits =
            (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        *parts.get_mut(count)? = digits.then(|| part.parse().ok()).flatten()?;
        count += 1;
    }
    let [hour, minute, second] = parts;
    if count < 2 { None } else { NaiveTime::from_hms_opt(hour, minute, second) }
}
