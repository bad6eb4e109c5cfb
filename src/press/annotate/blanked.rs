//! What was taken out of cells of passwords, so that it can be looked for elsewhere.

use std::collections::BTreeSet;
use std::ops::Range;

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

/// Where a cell holds a formula that it shared with one that was blanked: the cell keeps
/// its value, the formula has lost its text.
pub(super) fn lost_formula(
    inner: &str,
    lost: &BTreeSet<String>,
) -> Result<Option<Range<usize>>, AnnotateProblem> {
    let mut tags = Tags::of(inner);
    while let Some(part) = tags.next().ok().flatten() {
        if part.opens("f") && part.attribute("si").is_some_and(|si| lost.contains(&*si)) {
            return tags.element(part).map(Some);
        }
    }
    Ok(None)
}
