//! A workbook as rows: whatever its kind, whatever program wrote it.
//!
//! Rows stream, so that a year of sign-offs needs no more memory than a day of them.
//! The library that knows the formats may panic or ask for memory without bound on a
//! file made or damaged for it; so a workbook is read in a process of its own where
//! the program has one to start (`reader.rs`), and here where it has not.

mod binary;
mod book;
mod cells;
mod charset;
mod compound;
mod content;
mod delimited;
mod hidden;
mod opendocument;
mod package;
mod parts;
mod process;
mod reader;
mod serial;
mod serve;
mod spreadsheet;
mod uncalculated;
mod value;
mod wire;

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::problem::FileFault;
use book::{Book, BookRows};
use reader::FarRows;

pub use process::READING;
pub use serve::serve;

pub(super) use reader::Reader;
pub(super) use value::{Marks, Merged, Row, RowCell, Sheet, UNCALCULATED, Value};

/// The largest file that is read; an .xlsx of a million rows has some 40 megabytes.
const LARGEST_FILE: u64 = 128 << 20;

/// The sheet breaks off here: what follows in it cannot be read.
pub(super) type Unreadable = super::problem::SheetFault;

/// An open workbook.
pub(super) struct Workbook<'r> {
    source: Source<'r>,
    sheets: Vec<Sheet>,
}

enum Source<'r> {
    Here(Box<Book>),
    Apart(&'r mut Reader),
}

impl<'r> Workbook<'r> {
    /// Opens a workbook of any kind, by the reader where there is one.
    ///
    /// # Errors
    /// What keeps the file from being read, in the office's terms.
    pub(super) fn open(path: &Path, reader: Option<&'r mut Reader>) -> Result<Self, FileFault> {
        let told = fs::metadata(path).map_err(|error| FileFault::of_file(&error))?;
        if !told.is_file() {
            return Err(FileFault::NotWorkbook);
        }
        let mut file = File::open(path).map_err(|error| FileFault::of_file(&error))?;
        let length = told.len();
        if length == 0 {
            return Err(FileFault::Empty);
        }
        if length > LARGEST_FILE {
            return Err(FileFault::TooLarge);
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match reader {
            Some(reader) => {
                let sheets = reader.open(&name, &mut file, length)?;
                Ok(Self { source: Source::Apart(reader), sheets })
            }
            None => {
                let mut bytes = Vec::new();
                file.take(LARGEST_FILE)
                    .read_to_end(&mut bytes)
                    .map_err(|error| FileFault::of_file(&error))?;
                let book = Book::open(&name, bytes)?;
                let sheets = book.sheets().to_vec();
                Ok(Self { source: Source::Here(Box::new(book)), sheets })
            }
        }
    }

    /// The worksheets, hidden ones included; charts hold no cells.
    pub(super) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    /// The rows of a sheet, from the top.
    pub(super) fn rows(&mut self, sheet: &str) -> Result<Rows<'_>, Unreadable> {
        Ok(Rows(match &mut self.source {
            Source::Here(book) => From::Here(book.rows(sheet)?),
            Source::Apart(reader) => From::Apart(reader.rows(sheet)?),
        }))
    }

    /// The merged regions of a sheet that reach over more than one row, from the top.
    /// They stand behind the cells in the file, so asking for them costs a second pass.
    pub(super) fn merged(&mut self, sheet: &str) -> Vec<Merged> {
        match &mut self.source {
            Source::Here(book) => book.merged(sheet),
            Source::Apart(reader) => reader.merged(sheet),
        }
    }

    /// The rows of a sheet that the office does not see and the formulas that were not
    /// calculated, as far as the file tells.
    pub(super) fn marks(&mut self, sheet: &str) -> Marks {
        match &mut self.source {
            Source::Here(book) => book.marks(sheet),
            Source::Apart(reader) => reader.marks(sheet),
        }
    }

    /// Why the whole file was lost while it was read, if it was.
    pub(super) fn lost(&self) -> Option<FileFault> {
        match &self.source {
            Source::Here(_) => None,
            Source::Apart(reader) => reader.lost(),
        }
    }
}

impl Drop for Workbook<'_> {
    fn drop(&mut self) {
        if let Source::Apart(reader) = &mut self.source {
            reader.close();
        }
    }
}

/// The rows of one sheet as they stream in.
pub(super) struct Rows<'a>(From<'a>);

enum From<'a> {
    Here(BookRows<'a>),
    Apart(FarRows<'a>),
}

impl<'a> Rows<'a> {
    /// The next row that has a filled cell; `None` after the last.
    pub(super) fn next_row(&mut self) -> Result<Option<Row<'a>>, Unreadable> {
        match &mut self.0 {
            From::Here(rows) => rows.next_row(),
            From::Apart(rows) => rows.next_row(),
        }
    }
}
