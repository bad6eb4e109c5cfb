//! A text file whose lines are rows (.csv, .tsv): every value in it is a text.
//!
//! Which sign parts the fields is looked for, not assumed: the one by which most
//! heads of columns are known, else the one that gives the lines most alike. So
//! "S.H., M.Si." and "1,5" do not part a line that semicolons part.
//!
//! A quote counts only where it opens a field and its partner closes that field;
//! any other is a sign like others. Without that rule one stray quote would swallow
//! all rows up to the next.

use std::borrow::Cow;

use super::Unreadable;
use super::value::{Row, RowCell, Value, fault_named, is_blank};
use crate::intake::head::Head;
use crate::intake::heading::Kind;

/// How many lines are looked at for the sign that parts them.
const LINES_TO_JUDGE: usize = 200;
const LINES_WITH_HEAD: usize = 31;
/// The most telling first, where several would do.
const SIGNS: [u8; 3] = [b'\t', b';', b','];

/// The text of the one sheet, and how it is parted.
#[derive(Debug)]
pub(super) struct Delimited {
    text: String,
    /// Behind a line `sep=;`, which Excel does not count.
    start: usize,
    sign: u8,
}

impl Delimited {
    /// The table that a text holds. Where it is surely one, the text may also have one
    /// column only; where its name does not say so, it has to look like one: a note may
    /// have commas too.
    pub(super) fn new(text: String, surely: bool) -> Option<Self> {
        let (start, named) = sign_named(&text);
        let body = text.get(start..).unwrap_or_default();
        let guessed = sign_of(body).filter(|(_, looks_so)| surely || *looks_so);
        let sign = named.or(guessed.map(|(sign, _)| sign)).or(surely.then_some(b','))?;
        Some(Self { text, start, sign })
    }

    pub(super) fn lines(&self) -> Lines<'_> {
        Lines { rest: Fields::new(&self.text, self.start, self.sign), index: 0 }
    }
}

/// The rows as they are parted off one by one.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    rest: Fields<'a>,
    index: u32,
}

impl<'a> Lines<'a> {
    /// The next row that has a filled cell. Blank lines are rows too, as in Excel.
    pub(super) fn next_row(&mut self) -> Result<Option<Row<'a>>, Unreadable> {
        while !self.rest.ended() {
            let index = self.index;
            self.index = index.checked_add(1).ok_or(Unreadable::TooLarge)?;
            let mut cells = Vec::with_capacity(16);
            for column in 0_u32.. {
                let (field, is_last) = self.rest.next_field();
                let column = u16::try_from(column).map_err(|_| Unreadable::Damaged)?;
                if let Some(value) = value_of(field) {
                    cells.push(RowCell { column, row: index, value });
                }
                if is_last {
                    break;
                }
            }
            if !cells.is_empty() {
                return Ok(Some(Row { index, cells }));
            }
        }
        Ok(None)
    }
}

fn value_of(field: Cow<'_, str>) -> Option<Value<'_>> {
    if is_blank(&field) {
        return None;
    }
    // `="0123"`: how programs keep Excel from taking a text for a number.
    let bare = field.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    if let Some(bare) = bare.filter(|bare| !bare.contains('"')) {
        let bare = bare.to_owned();
        return (!is_blank(&bare)).then_some(Value::Text(Cow::Owned(bare)));
    }
    Some(fault_named(field.trim()).map_or(Value::Text(field), Value::Fault))
}

/// Parts a text into fields.
#[derive(Debug)]
struct Fields<'a> {
    text: &'a str,
    at: usize,
    sign: u8,
}

impl<'a> Fields<'a> {
    fn new(text: &'a str, at: usize, sign: u8) -> Self {
        Self { text, at, sign }
    }

    fn ended(&self) -> bool {
        self.at >= self.text.len()
    }

    /// The next field, and whether its line ends with it.
    fn next_field(&mut self) -> (Cow<'a, str>, bool) {
        if let Some(quoted) = self.quoted() {
            return quoted;
        }
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let ends = |byte: &u8| *byte == self.sign || matches!(byte, b'\n' | b'\r');
        let end = start + rest.iter().position(ends).unwrap_or(rest.len());
        let is_last = self.step_over(end);
        (Cow::Borrowed(self.text.get(start..end).unwrap_or_default()), is_last)
    }

    /// A field in quotes, if what begins here is one.
    fn quoted(&mut self) -> Option<(Cow<'a, str>, bool)> {
        let bytes = self.text.as_bytes();
        let open = self.at;
        if bytes.get(open) != Some(&b'"') {
            return None;
        }
        let (mut at, mut has_pairs) = (open + 1, false);
        let close = loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let quote = at + rest.iter().position(|byte| *byte == b'"')?;
            if bytes.get(quote + 1) != Some(&b'"') {
                break quote;
            }
            has_pairs = true;
            at = quote + 2;
        };
        let behind = bytes.get(close + 1..).unwrap_or_default();
        let blanks = behind.iter().take_while(|byte| **byte == b' ').count();
        let end = close + 1 + blanks;
        let closes =
            bytes.get(end).is_none_or(|byte| *byte == self.sign || matches!(byte, b'\n' | b'\r'));
        if !closes {
            return None;
        }
        let inner = self.text.get(open + 1..close)?;
        let field = if has_pairs { inner.replace("\"\"", "\"").into() } else { inner.into() };
        let is_last = self.step_over(end);
        Some((field, is_last))
    }

    /// Goes on behind the sign or line break at `end`; whether the line ended.
    fn step_over(&mut self, end: usize) -> bool {
        let bytes = self.text.as_bytes();
        let (is_last, width) = match (bytes.get(end), bytes.get(end + 1)) {
            (Some(b'\r'), Some(b'\n')) => (true, 2),
            (Some(b'\r' | b'\n'), _) => (true, 1),
            (Some(_), _) => (false, 1),
            (None, _) => (true, 0),
        };
        self.at = end + width;
        is_last
    }

    fn line(&mut self) -> Vec<Cow<'a, str>> {
        let mut fields = Vec::new();
        loop {
            let (field, is_last) = self.next_field();
            fields.push(field);
            if is_last {
                return fields;
            }
        }
    }
}

/// "sep=;" in the first line says it outright.
fn sign_named(text: &str) -> (usize, Option<u8>) {
    let mut lines = Fields::new(text, 0, b'\n');
    let (first, _) = lines.next_field();
    let first = first.trim();
    let named = first.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="));
    match (named, first.as_bytes().get(4..)) {
        (Some(_), Some([sign])) => (lines.at, Some(*sign)),
        // The tab was trimmed off.
        (Some(_), Some([])) => (lines.at, Some(b'\t')),
        _ => (0, None),
    }
}

/// The sign by which the text is a table, if any, and whether it looks like one
/// whatever its name: by its heads, or by several lines of three fields or more.
fn sign_of(text: &str) -> Option<(u8, bool)> {
    let mut best: Option<((usize, f64), (u8, bool))> = None;
    for sign in SIGNS {
        let mut fields = Fields::new(text, 0, sign);
        let mut lines = Vec::new();
        while !fields.ended() && lines.len() < LINES_TO_JUDGE {
            let line = fields.line();
            if line.iter().any(|field| !is_blank(field)) {
                lines.push(line);
            }
        }
        let heads = lines.iter().take(LINES_WITH_HEAD).map(|line| known_heads(line)).max();
        let mark = (heads.unwrap_or(0), likeness(&lines));
        if mark.1 > 0.0 && best.is_none_or(|(most, _)| mark > most) {
            let several = lines.iter().filter(|line| line.len() > 2).count() > 1;
            best = Some((mark, (sign, mark.0 > 0 || several)));
        }
    }
    best.map(|(_, found)| found)
}

/// How many fields are heads that some kind of sheet has; one alone says nothing.
fn known_heads(line: &[Cow<'_, str>]) -> usize {
    let short = line.iter().map(|field| field.trim()).filter(|field| field.len() < 200);
    let heads: Vec<Head> = short.map(|field| Head::new(None, field.to_owned())).collect();
    let known = |kind| heads.iter().filter(|head| head.field(kind).is_some()).count();
    let most = Kind::ALL.into_iter().map(known).max().unwrap_or(0);
    if most > 1 { most } else { 0 }
}

/// How many fields the lines have that are alike, weighed by how many are.
fn likeness(lines: &[Vec<Cow<'_, str>>]) -> f64 {
    let alike = |width: usize| lines.iter().filter(|line| line.len() == width).count();
    let weigh = |line: &Vec<Cow<'_, str>>| {
        let (width, count) = (line.len(), alike(line.len()));
        let is_table = width > 1 && (count > 1 || lines.len() == 1);
        if is_table { (width - 1) as f64 * count as f64 / lines.len() as f64 } else { 0.0 }
    };
    lines.iter().map(weigh).fold(0.0, f64::max)
}
