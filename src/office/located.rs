//! Values that keep their place in tertib.toml.

use std::sync::Arc;

use crate::diagnostic::Place;

/// A position in a text file; both count from one, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Position {
    /// The place to name in a diagnostic.
    pub fn place(self, file: &Arc<str>) -> Place {
        Place::Text { file: Arc::clone(file), line: self.line, column: self.column }
    }
}

/// A value that a higher floor interprets, with its place for what it has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    pub value: T,
    pub line: usize,
    pub column: usize,
}

impl<T> Located<T> {
    pub(super) fn new(value: T, position: Position) -> Self {
        Self { value, line: position.line, column: position.column }
    }

    pub fn position(&self) -> Position {
        Position { line: self.line, column: self.column }
    }

    /// The place to name in a diagnostic.
    pub fn place(&self, file: &Arc<str>) -> Place {
        self.position().place(file)
    }
}
