//! What was taken out of cells of passwords, so that it can be looked for elsewhere.

use std::collections::BTreeSet;

use super::problem::AnnotateProblem;
use super::tags::{Shape, Tags, plain_text};

/// What was taken out of cells of passwords.
#[derive(Debug, Default)]
pub(super) struct Blanked {
    /// Numbers of shared texts.
    pub shared: BTreeSet<usize>,
    /// Texts and numbers that stood in the cells themselves.
    pub texts: BTreeSet<String>,
    /// A formula was among it.
    pub formula: bool,
}

impl Blanked {
    /// Keeps account of what a cell of this type held, and gives the number of a formula
    /// that other cells shared with it.
    pub fn take(&mut self, inner: &str, kind: &str) -> Result<Option<String>, AnnotateProblem> {
        let mut shared_formula = None;
        let mut tags = Tags::of(inner);
        // It ends with the end of the cell, which was not opened in this piece.
        while let Some(part) = tags.next().ok().flatten() {
            if part.opens("f") {
                self.formula = true;
                let is_shared = part.attribute("t").as_deref() == Some("shared");
                shared_formula = part.attribute("si").filter(|_| is_shared).map(Into::into);
            }
            if part.shape != Shape::Open {
                continue;
            }
            let piece = tags.element(part)?;
            let text = plain_text(inner.get(part.end..piece.end).unwrap_or(""))?;
            if part.local() == "v" && kind == "s" {
                self.shared.extend(text.trim().parse::<usize>().ok());
            } else if part.local() != "f" && !text.trim().is_empty() {
                self.texts.insert(text);
            }
        }
        Ok(shared_formula)
    }
}
