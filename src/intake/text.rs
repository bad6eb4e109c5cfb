//! Text of cells, cleaned of what no one sees, and shared where it recurs.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveTime;

use super::workbook::Value;
use crate::calendar::wording;
use crate::sop::{StepName, Versions};

/// So many texts are remembered: those of a team and of a request recur in the rows that
/// follow, remarks and telephone numbers hardly ever.
const MOST_REMEMBERED: usize = 4096;

/// Keeps one copy of a text that recurs soon: names, units and numbers stand in row after
/// row.
#[allow(clippy::disallowed_types, reason = "only asked whether a text is in it, never listed")]
#[derive(Debug, Default)]
pub(super) struct Texts {
    shared: std::collections::HashSet<Arc<str>>,
    /// What the spellings of steps were read as.
    steps: BTreeMap<Arc<str>, Option<StepName>>,
}

impl Texts {
    pub(super) fn share(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.shared.get(text) {
            return Arc::clone(known);
        }
        if self.shared.len() >= MOST_REMEMBERED {
            self.shared.clear();
        }
        let text: Arc<str> = text.into();
        self.shared.insert(Arc::clone(&text));
        text
    }

    /// The step that a text means. One SOP serves a whole reading, so each spelling is
    /// looked up once.
    pub(super) fn step(&mut self, text: &str, sop: &Versions) -> Option<StepName> {
        if let Some(known) = self.steps.get(text) {
            return known.clone();
        }
        let read = sop.recognise_step(text);
        self.steps.insert(text.into(), read.clone());
        read
    }
}

/// Signs of copied text that have no width.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Trimmed, with one blank where there were several of any kind, line breaks
/// included, and without signs that have no width.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    let mut last = 'x';
    let is_clean = trimmed.chars().all(|c| {
        let fine = !is_invisible(c) && (!c.is_whitespace() || (c == ' ' && last != ' '));
        last = c;
        fine
    });
    if is_clean {
        return Cow::Borrowed(trimmed);
    }
    let visible: String = trimmed.chars().filter(|c| !is_invisible(*c)).collect();
    Cow::Owned(visible.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Letters and digits in lower case, one blank for all else: how heads and words
/// are compared, whatever their case, line breaks and punctuation.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            folded.extend(c.to_lowercase());
        } else if !is_invisible(c) && !matches!(c, '\'' | '’' | '‘' | '`') && !folded.ends_with(' ')
        {
            folded.push(' ');
        }
    }
    folded.trim().to_owned()
}

/// Whether a cell says "nothing here": dashes, dots or underscores alone.
pub(super) fn is_placeholder(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || matches!(c, '-' | '–' | '—' | '−' | '.' | '…' | '_' | '\u{2010}'..='\u{2012}')
    })
}

/// What the cell shows, as near to Excel's own as text columns and excerpts need: a
/// number without exponent and without `.0`, a date with the day first.
pub(super) fn shown<'v>(value: &'v Value<'_>) -> Cow<'v, str> {
    match value {
        Value::Text(text) => clean(text),
        Value::Number(number) => Cow::Owned(plain_number(*number)),
        Value::Bool(true) => Cow::Borrowed("TRUE"),
        Value::Bool(false) => Cow::Borrowed("FALSE"),
        Value::Date(at) => {
            let mut text = wording::date_in_digits(at.date());
            if at.time() != NaiveTime::MIN {
                text.push(' ');
                text.push_str(&wording::time(at.time()));
            }
            Cow::Owned(text)
        }
        Value::Clock(time) => Cow::Owned(wording::time(*time)),
        Value::Fault(name) => Cow::Borrowed(name),
    }
}

/// A whole number is written out by its digits, which is also much faster.
fn plain_number(number: f64) -> String {
    let whole = number as i64;
    if whole as f64 == number && number.abs() < 9e15 {
        whole.to_string()
    } else {
        number.to_string()
    }
}
