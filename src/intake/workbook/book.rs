//! An open workbook in this process, and the rows of its sheets.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use super::cells::CellRows;
use super::content::{self, Content};
use super::delimited::{Delimited, Lines};
use super::spreadsheet::{CONTENT, Spreadsheet};
use super::uncalculated::Watched;
use super::value::{Marks, Merged, Row, Sheet};
use super::{Unreadable, hidden, opendocument, package, parts};
use crate::intake::problem::FileFault;

/// A workbook, held as a whole or read as it streams by.
pub(super) struct Book {
    inner: Inner,
    sheets: Vec<Sheet>,
    bytes: Arc<[u8]>,
    /// Of an .ods, once it was asked for.
    uncalculated: Option<BTreeMap<String, Vec<(u32, u16)>>>,
}

enum Inner {
    Cells(Spreadsheet),
    Text(Delimited),
}

impl Book {
    /// Opens what is in the bytes; the name counts only where they leave it open.
    ///
    /// # Errors
    /// What keeps them from being read, in the office's terms.
    pub(super) fn open(name: &str, bytes: Vec<u8>) -> Result<Self, FileFault> {
        let opening = AssertUnwindSafe(|| Self::open_unguarded(name, bytes.into()));
        catch_unwind(opening).unwrap_or(Err(FileFault::Stopped))
    }

    fn open_unguarded(name: &str, bytes: Arc<[u8]>) -> Result<Self, FileFault> {
        let content = content::of(name, &bytes)?;
        let bytes = match content {
            Content::Xlsx | Content::Ods => package::in_utf8(&bytes).map_or(bytes, Arc::from),
            Content::Xlsb | Content::Xls | Content::Text(_) => bytes,
        };
        let shared = Arc::clone(&bytes);
        let cells = match content {
            Content::Xlsx => Spreadsheet::xlsx(shared)?,
            Content::Xlsb => Spreadsheet::xlsb(shared)?,
            Content::Xls => Spreadsheet::xls(shared)?,
            Content::Ods => Spreadsheet::ods(shared)?,
            Content::Text(table) => {
                // A text has no sheets; Excel and LibreOffice show it as one of its name.
                let stem = Path::new(name).file_stem().unwrap_or_default().to_string_lossy();
                let sheets = vec![Sheet { name: stem.into(), hidden: false }];
                let bytes = Arc::from([]);
                return Ok(Self { inner: Inner::Text(table), sheets, bytes, uncalculated: None });
            }
        };
        let sheets = cells.sheets();
        if sheets.is_empty() {
            return Err(FileFault::NoSheets);
        }
        Ok(Self { inner: Inner::Cells(cells), sheets, bytes, uncalculated: None })
    }

    pub(super) fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    pub(super) fn rows(&mut self, sheet: &str) -> Result<BookRows<'_>, Unreadable> {
        let inner = match &mut self.inner {
            Inner::Text(table) => return Ok(BookRows::Lines(table.lines())),
            Inner::Cells(cells) => AssertUnwindSafe(cells),
        };
        let opening = || { inner }.0.rows(sheet).map(BookRows::Cells);
        catch_unwind(AssertUnwindSafe(opening)).unwrap_or(Err(Unreadable::Damaged))
    }

    /// Sorted, those that reach over more than one row.
    pub(super) fn merged(&mut self, sheet: &str) -> Vec<Merged> {
        let Inner::Cells(cells) = &mut self.inner else { return Vec::new() };
        let asking = AssertUnwindSafe(|| cells.merged(&self.bytes, sheet));
        let mut regions = catch_unwind(asking).unwrap_or_default();
        regions.retain(|region| region.rows.0 < region.rows.1);
        regions.sort_by_key(|region| (region.rows, region.columns));
        regions
    }

    /// What a sheet says beside its cells: all of it in an .xlsx, its formulas in an .ods.
    pub(super) fn marks(&mut self, sheet: &str) -> Marks {
        let looking = AssertUnwindSafe(|| match &self.inner {
            Inner::Cells(Spreadsheet::Xlsx(_)) => marks(&self.bytes, sheet).unwrap_or_default(),
            Inner::Cells(Spreadsheet::Ods(_)) => {
                let of_all = self.uncalculated.get_or_insert_with(|| {
                    let content = package::part(&self.bytes, CONTENT).unwrap_or_default();
                    opendocument::uncalculated(&String::from_utf8_lossy(&content))
                });
                let uncalculated = of_all.get(sheet).cloned().unwrap_or_default();
                Marks { hidden: Vec::new(), uncalculated }
            }
            _ => Marks::default(),
        });
        catch_unwind(looking).unwrap_or_default()
    }
}

fn marks(bytes: &[u8], sheet: &str) -> Option<Marks> {
    let workbook = package::part(bytes, "xl/workbook.xml")?;
    let relation = parts::relation_of(&String::from_utf8_lossy(&workbook), sheet)?;
    let relations = package::part(bytes, "xl/_rels/workbook.xml.rels")?;
    let part = parts::behind(&String::from_utf8_lossy(&relations), &relation)?;
    package::with_part(bytes, &part, |sheet| {
        let mut sheet = Watched::new(sheet);
        let hidden = hidden::rows(&mut sheet);
        Marks { hidden, uncalculated: sheet.into_cells() }
    })
}

pub(super) enum BookRows<'a> {
    Cells(CellRows<'a>),
    Lines(Lines<'a>),
}

impl<'a> BookRows<'a> {
    pub(super) fn next_row(&mut self) -> Result<Option<Row<'a>>, Unreadable> {
        match self {
            Self::Lines(lines) => lines.next_row(),
            Self::Cells(cells) => {
                let mut cells = AssertUnwindSafe(cells);
                catch_unwind(move || cells.next_row()).unwrap_or(Err(Unreadable::Damaged))
            }
        }
    }
}
