//! What a file is, by what is in it: its name may lie.
//!
//! An .xls is often a web page, a CSV or an .xlsx under another name. What can be
//! read is read as what it is; what cannot is named, so that staff know what to do.

use super::charset::text_of;
use super::compound::{self, Compound};
use super::delimited::Delimited;
use super::package::{self, Package};
use crate::intake::problem::{FileFault, Foreign};

/// How much of a text is looked at for what it is.
const START: usize = 4096;
/// Text files with these endings are tables even where they have one column only.
const TABLES: [&str; 3] = ["csv", "tsv", "tab"];
/// Text under these endings may be a table: some programs give a CSV such a name.
const MAY_BE_TABLES: [&str; 8] = ["txt", "prn", "xls", "xlsx", "xlsm", "xlsb", "xlt", "ods"];

/// What can be read.
#[derive(Debug)]
pub(super) enum Content {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    Text(Delimited),
}

/// What the bytes are.
///
/// # Errors
/// What they are instead of a workbook, or what keeps them from being read.
pub(super) fn of(name: &str, bytes: &[u8]) -> Result<Content, FileFault> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    let ending = ending.as_deref().unwrap_or_default();
    if bytes.is_empty() {
        return Err(FileFault::Empty);
    }
    if bytes.starts_with(b"PK") {
        return of_package(package::read(bytes)?);
    }
    if bytes.starts_with(&compound::MARK) {
        return of_compound(compound::read(bytes));
    }
    if let Some(foreign) = by_first_bytes(bytes) {
        return Err(FileFault::Foreign(foreign));
    }
    let is_named_table = TABLES.contains(&ending);
    let text = text_of(bytes).ok_or(not_text(ending))?;
    if text.chars().all(char::is_whitespace) {
        return Err(FileFault::Empty);
    }
    if let Some(foreign) = by_first_words(&text) {
        return Err(FileFault::Foreign(foreign));
    }
    let table = (is_named_table || MAY_BE_TABLES.contains(&ending))
        .then(|| Delimited::new(text.into_owned(), is_named_table))
        .flatten();
    table.map(Content::Text).ok_or(FileFault::NotWorkbook)
}

fn of_package(package: Package) -> Result<Content, FileFault> {
    match package {
        Package::Xlsx => Ok(Content::Xlsx),
        Package::Xlsb => Ok(Content::Xlsb),
        Package::Ods => Ok(Content::Ods),
        Package::Encrypted => Err(FileFault::Password),
        Package::Foreign(foreign) => Err(FileFault::Foreign(foreign)),
    }
}

fn of_compound(compound: Compound) -> Result<Content, FileFault> {
    match compound {
        Compound::Xls => Ok(Content::Xls),
        Compound::Encrypted => Err(FileFault::Password),
        Compound::Word => Err(FileFault::Foreign(Foreign::Word)),
        Compound::PowerPoint => Err(FileFault::Foreign(Foreign::PowerPoint)),
        Compound::Unknown => Err(FileFault::Damaged),
    }
}

/// A workbook by its name whose bytes are neither a workbook's nor a text.
fn not_text(ending: &str) -> FileFault {
    let is_workbook = ["xls", "xlsx", "xlsm", "xlsb", "ods"].contains(&ending);
    if is_workbook { FileFault::Damaged } else { FileFault::NotWorkbook }
}

fn by_first_bytes(bytes: &[u8]) -> Option<Foreign> {
    let starts: [(&[u8], Foreign); 11] = [
        (b"%PDF", Foreign::Pdf),
        (b"\x89PNG", Foreign::Picture),
        (b"\xFF\xD8\xFF", Foreign::Picture),
        (b"GIF8", Foreign::Picture),
        (b"II*\0", Foreign::Picture),
        (b"MM\0*", Foreign::Picture),
        (b"Rar!", Foreign::Archive),
        (b"7z\xBC\xAF", Foreign::Archive),
        (b"\x1F\x8B", Foreign::Archive),
        (b"{\\rtf", Foreign::Word),
        (b"ID;P", Foreign::OtherTable),
    ];
    // A bare stream of Excel 2, 3 or 4: its first record, then the length of it.
    let is_old = matches!(bytes, [0x09, 0x00 | 0x02 | 0x04, 0x04 | 0x06 | 0x08, 0x00, ..]);
    let known = starts.into_iter().find(|(start, _)| bytes.starts_with(start));
    known.map(|(_, foreign)| foreign).or(is_old.then_some(Foreign::OldExcel))
}

fn by_first_words(text: &str) -> Option<Foreign> {
    let start: String = text.trim_start().chars().take(START).collect::<String>().to_lowercase();
    if start.starts_with("mime-version:") || start.contains("content-type: text/html") {
        return Some(Foreign::WebPage);
    }
    if !start.starts_with('<') {
        return None;
    }
    let marks = [
        ("urn:schemas-microsoft-com:office:spreadsheet", Foreign::XmlSpreadsheet),
        ("excel.sheet", Foreign::XmlSpreadsheet),
        ("opendocument.spreadsheet", Foreign::OtherTable),
        ("gnumeric", Foreign::OtherTable),
        ("<!doctype html", Foreign::WebPage),
        ("<html", Foreign::WebPage),
        ("<table", Foreign::WebPage),
        ("<body", Foreign::WebPage),
        ("<head", Foreign::WebPage),
        ("<div", Foreign::WebPage),
        ("<meta", Foreign::WebPage),
    ];
    let known = marks.into_iter().find(|(mark, _)| start.contains(mark));
    known.map(|(_, foreign)| foreign).or(start.starts_with("<?xml").then_some(Foreign::OtherXml))
}
