//! Which cells of an .xlsx hold a formula without the value that it gave: programs that
//! write workbooks without calculating leave it out, and Excel fills it in when it opens
//! the file and saves it again.
//!
//! The library that reads the cells takes such a cell for an empty one. So the sheet's
//! XML is watched as it is run through for the marks of its rows.

use std::io::{self, Read};

use memchr::memmem::{self, Finder};

/// How far before a formula its cell may begin, and how far behind it may end; a
/// formula, or a text that one gave, is no longer.
const BEFORE: usize = 1024;
const BEHIND: usize = 256 << 10;
/// Enough to tell; the rest says the same.
const MOST: usize = 4_000_000;

/// Passes a sheet on as it is read, and gathers the cells.
pub(super) struct Watched<R> {
    sheet: R,
    marks: Option<Marks>,
    text: Vec<u8>,
    /// How much of the text is done with.
    done: usize,
    found: Vec<(u32, u16)>,
}

/// How the sheet writes its marks, which may all have a prefix: "<x:c".
struct Marks {
    formula: Finder<'static>,
    cell: Vec<u8>,
    cell_end: Finder<'static>,
    value: Vec<u8>,
    value_end: Vec<u8>,
}

impl Marks {
    fn of(start: &[u8]) -> Option<Self> {
        let at = memmem::find(start, b"worksheet")?;
        let before = start.get(..at)?;
        let open = memchr::memrchr(b'<', before)?;
        let prefix = before.get(open + 1..)?;
        let mark = |end: &[u8], name: &[u8]| [end, prefix, name].concat();
        Some(Self {
            formula: Finder::new(&mark(b"<", b"f")).into_owned(),
            cell: mark(b"<", b"c "),
            cell_end: Finder::new(&mark(b"</", b"c>")).into_owned(),
            value: mark(b"<", b"v"),
            value_end: mark(b"</", b"v>"),
        })
    }
}

impl<R: Read> Watched<R> {
    pub(super) fn new(sheet: R) -> Self {
        Self { sheet, marks: None, text: Vec::new(), done: 0, found: Vec::new() }
    }

    /// The cells, by row and column, ascending.
    pub(super) fn into_cells(mut self) -> Vec<(u32, u16)> {
        self.look(true);
        self.found.sort_unstable();
        self.found.dedup();
        self.found
    }

    fn look(&mut self, is_last: bool) {
        if self.marks.is_none() {
            self.marks = Marks::of(&self.text);
        }
        let Some(marks) = &self.marks else {
            if self.text.len() > BEHIND {
                self.text.clear();
            }
            return;
        };
        // The end of the cell at hand; none from there on where there is none.
        let mut end = Some(0);
        while let Some(at) = find(&marks.formula, &self.text, self.done) {
            if end.is_some_and(|end| end < at) {
                end = find(&marks.cell_end, &self.text, at);
            }
            if end.is_none() && !is_last && self.text.len() - at < BEHIND {
                break;
            }
            let behind = at + marks.formula.needle().len();
            let is_formula = matches!(self.text.get(behind), Some(b' ' | b'>' | b'/'));
            if let Some(end) = end.filter(|_| is_formula)
                && let Some(cell) = uncalculated(&self.text, at, end, marks)
                && self.found.len() < MOST
            {
                self.found.push(cell);
            }
            self.done = behind;
        }
        // What comes next may end a mark that begins here.
        let next = find(&marks.formula, &self.text, self.done);
        let rest = self.text.len().saturating_sub(marks.formula.needle().len());
        self.done = self.done.max(next.unwrap_or(rest));
        let past = self.done.saturating_sub(BEFORE);
        self.text.drain(..past);
        self.done -= past;
    }
}

fn find(finder: &Finder<'_>, text: &[u8], from: usize) -> Option<usize> {
    finder.find(text.get(from..)?).map(|at| from + at)
}

/// The cell around a formula, where it has no value. An empty text is one.
fn uncalculated(text: &[u8], formula: usize, end: usize, marks: &Marks) -> Option<(u32, u16)> {
    let before = text.get(formula.saturating_sub(BEFORE)..formula)?;
    let cell = before.get(memmem::rfind(before, &marks.cell)?..)?;
    let cell = cell.get(..memchr::memchr(b'>', cell)?)?;
    let holds = text.get(formula..end)?;
    if let Some(value) = memmem::find(holds, &marks.value) {
        let value = holds.get(value..)?;
        let inside = value.get(memchr::memchr(b'>', value)? + 1..)?;
        let is_closed = value.get(..value.len() - inside.len())?.ends_with(b"/>");
        let is_empty = is_closed || inside.starts_with(&marks.value_end);
        let is_text = memmem::find(cell, b" t=\"str\"").is_some();
        if !is_empty || is_text {
            return None;
        }
    }
    let name = cell.get(memmem::find(cell, b" r=\"")? + 4..)?;
    address(name.get(..memchr::memchr(b'"', name)?)?)
}

/// "F12" from zero.
fn address(name: &[u8]) -> Option<(u32, u16)> {
    let letters = name.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let (letters, digits) = name.split_at_checked(letters)?;
    let column = letters.iter().try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1)
    })?;
    let row: u32 = str::from_utf8(digits).ok()?.parse().ok()?;
    Some((row.checked_sub(1)?, u16::try_from(column.checked_sub(1)?).ok()?))
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.sheet.read(into)?;
        self.text.extend_from_slice(into.get(..read).unwrap_or_default());
        if self.text.len() - self.done > BEFORE {
            self.look(false);
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(xml: &str) -> Vec<(u32, u16)> {
        let mut watched = Watched::new(xml.as_bytes());
        let mut passed = Vec::new();
        while let Ok(1..) = watched.by_ref().take(7).read_to_end(&mut passed) {}
        assert_eq!(passed, xml.as_bytes());
        watched.into_cells()
    }

    #[test]
    fn a_formula_without_a_value_is_found_and_one_with_an_empty_text_is_not() {
        let xml = "<worksheet><sheetData><row r=\"3\">\
                   <c r=\"A3\"><v>1</v></c><c r=\"B3\" s=\"1\"><f>A3+1</f><v></v></c>\
                   <c r=\"C3\"><f>A3</f></c><c r=\"D3\"><f>A3</f><v/></c>\
                   <c r=\"E3\"><f>A3</f><v>1</v></c>\
                   <c r=\"F3\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"AB12\"><f t=\"shared\" si=\"0\"/></c>\
                   <c r=\"G3\"><v>2</v></c></row></sheetData>\
                   <conditionalFormatting><formula>A3</formula></conditionalFormatting></worksheet>";
        assert_eq!(cells(xml), [(2, 1), (2, 2), (2, 3), (11, 27)]);
    }

    #[test]
    fn a_prefix_of_the_names_changes_nothing() {
        let xml = "<x:worksheet><x:c r=\"B2\"><x:f>A1</x:f></x:c>\
                   <x:c r=\"B3\"><x:f>A1</x:f><x:v>5</x:v></x:c></x:worksheet>";
        assert_eq!(cells(xml), [(1, 1)]);
    }

    #[test]
    fn formulas_are_found_wherever_a_piece_ends() {
        let row = |number: u32| {
            let value = if number.is_multiple_of(100) { "" } else { "<v>1</v>" };
            format!("<row r=\"{number}\"><c r=\"A{number}\"><f>A1</f>{value}</c></row>")
        };
        let rows: String = (1..=5_000).map(row).collect();
        let expected: Vec<(u32, u16)> = (1..=50).map(|number| (number * 100 - 1, 0)).collect();
        assert_eq!(cells(&format!("<worksheet>{rows}</worksheet>")), expected);
    }
}
