//! The text of tertib.toml and what is wrong in it: every fault is noted and reading
//! goes on, so that all are told at once.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use super::located::Position;
use super::problem::Fault;
use super::syntax::Slip;
use crate::diagnostic::{Diagnostic, Place};

/// The text of the file, and what was found wrong in it so far.
pub(super) struct Reader<'t> {
    text: &'t str,
    line_starts: Vec<usize>,
    faults: RefCell<Vec<(Position, Fault)>>,
    /// Lines that have a slip; ascending.
    muted: Vec<usize>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect();
        Self { text, line_starts, faults: RefCell::default(), muted: Vec::new() }
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub(super) fn position(&self, at: usize) -> Position {
        let line = self.line_starts.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|index| self.line_starts.get(index));
        let before = self.text.get(start.copied().unwrap_or(0)..at).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }

    pub(super) fn slice(&self, span: Range<usize>) -> &'t str {
        self.text.get(span).unwrap_or_default()
    }

    pub(super) fn note(&self, position: Position, fault: Fault) {
        let lost = matches!(fault, Fault::Missing { .. }) && !self.muted.is_empty();
        if !lost && !self.muted.contains(&position.line) {
            self.faults.borrow_mut().push((position, fault));
        }
    }

    /// How many faults were noted so far.
    pub(super) fn count(&self) -> usize {
        self.faults.borrow().len()
    }

    pub(super) fn has_faults(&self) -> bool {
        !self.faults.borrow().is_empty()
    }

    /// Notes what the TOML reader says, one slip a line. False where the rest of the
    /// file cannot be judged; what comes after that slip would only repeat it.
    ///
    /// From then on nothing is said of the lines that have a slip, nor of what is
    /// missing: it may stand in such a line.
    pub(super) fn note_slips(&mut self, errors: &[toml::de::Error]) -> bool {
        let mut slips: Vec<_> = errors.iter().map(|error| self.slip(error)).collect();
        slips.sort_by_key(|(position, _)| *position);
        slips.dedup_by_key(|(position, _)| position.line);
        let lost = slips.iter().position(|(_, slip)| !slip.is_local());
        slips.truncate(lost.map_or(slips.len(), |at| at + 1));
        for (position, slip) in slips {
            self.note(position, Fault::Syntax(slip));
            self.muted.push(position.line);
        }
        lost.is_none()
    }

    fn slip(&self, error: &toml::de::Error) -> (Position, Slip) {
        let span = error.span().unwrap_or(0..0);
        let slip = Slip::classify(error.message(), self.slice(span.clone()));
        (self.position(span.start), slip)
    }

    /// All that was noted, in the order of the file.
    pub(super) fn into_diagnostics(self, file: &Arc<str>) -> Vec<Diagnostic> {
        let mut faults = self.faults.into_inner();
        faults.sort_by_key(|(position, _)| *position);
        faults.dedup();
        let tell = |(position, fault): (Position, Fault)| {
            let Position { line, column } = position;
            fault.diagnostic().at(Place::Text { file: Arc::clone(file), line, column })
        };
        faults.into_iter().map(tell).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, Reader};

    #[test]
    fn columns_count_characters_and_lines_end_with_or_without_a_return() {
        let text = "é = 1\r\nüü = 2\n\nend";
        let reader = Reader::new(text);
        let places = ["1", "= 2", "end"].map(|part| text.find(part).map(|at| reader.position(at)));
        let at = |line, column| Some(Position { line, column });
        assert_eq!(places, [at(1, 5), at(2, 4), at(4, 1)]);
        assert_eq!(reader.position(text.len() + 9).line, 4);
    }
}
