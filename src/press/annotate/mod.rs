//! Notes and colours into a copy of a workbook, and the list of all findings as its
//! first sheet.
//!
//! The package of an .xlsx or .xlsm stays as it was: parts that need no change are
//! copied as they lie there, and in the others only the tags in question are written
//! anew. What people drew, coloured, hid or programmed is therefore all there. Columns
//! of passwords are the exception: what stood in them is nowhere in the copy.

mod blanked;
mod book;
mod boxes;
mod content_types;
mod earlier;
mod findings_sheet;
mod layout;
mod marking;
mod notes;
mod package;
mod problem;
mod relationships;
mod seal;
mod secrets;
mod sheet_list;
mod styles;
mod tags;
mod titled;
mod worksheet;

use std::sync::Arc;

use crate::diagnostic::Level;
use blanked::Blanked;
use book::Book;
use content_types::ContentTypes;
use marking::{Marking, OfSheet};
use package::Package;

pub use problem::AnnotateProblem;
pub use seal::is_untouched;
pub use titled::is_own_workbook;

/// What is to be said in a copy of a workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotation {
    /// The workbook's name, for the title of the list.
    pub file: String,
    /// As of when, and how many findings of each level.
    pub account: String,
    pub findings: Vec<Finding>,
    /// Columns whose content must not be in the copy.
    pub secrets: Vec<SecretColumn>,
}

/// A finding as the copy tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub code: String,
    pub level: Level,
    pub request: String,
    /// Sheet and place in words; they may name other workbooks.
    pub sheet: String,
    pub place: String,
    pub message: String,
    pub consequence: String,
    pub advice: String,
    /// Its cells in this workbook, which are coloured; the list leads to the first.
    pub cells: Vec<MarkedCell>,
}

/// A cell of a sheet; row and column count from zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedCell {
    pub sheet: Arc<str>,
    pub row: u32,
    pub column: u16,
}

/// A column of passwords; what stands below the cell of its head is blanked.
pub type SecretColumn = MarkedCell;

/// An annotated copy of a workbook: the same bytes for the same input.
///
/// # Errors
/// [`AnnotateProblem::NotPackage`] for any format but .xlsx and .xlsm; else why this
/// package cannot be changed without harm.
pub fn annotate(workbook: &[u8], annotation: &Annotation) -> Result<Vec<u8>, AnnotateProblem> {
    let mut package = Package::open(workbook)?;
    let mut types = ContentTypes::of(&mut package)?;
    earlier::removed(&mut package, &mut types)?;
    let mut book = Book::of(&mut package)?;
    let (styles_part, mut styles) = book.styles(&mut package, &mut types)?;
    let mut marking = Marking {
        package: &mut package,
        types: &mut types,
        styles: &mut styles,
        dialect: book.dialect,
        free_block: None,
        blanked: Blanked::default(),
    };
    for (sheet, part) in &book.sheets {
        marking.sheet(part, &OfSheet::of(annotation, &sheet.name))?;
    }
    let blanked = marking.blanked;
    let (sheet, last_row) = findings_sheet::part(annotation, &mut styles);
    package.put(&styles_part, styles.finish()?);
    let part = book.put_first(&mut package, &mut types, last_row)?;
    if !annotation.secrets.is_empty() {
        secrets::remove(&mut package, &mut types, &book, blanked)?;
    }
    types.keep(&mut package);
    seal::sealed(&package.finish()?, &part, book.dialect.spoken(sheet))
}
