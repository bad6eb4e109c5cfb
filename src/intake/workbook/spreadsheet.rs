//! The door to calamine, with `cells.rs`: the sheets of .xlsx, .xlsb, .xls and .ods.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{
    Dimensions, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError,
    Xlsx, XlsxError,
};

use super::cells::{Bytes, CellRows, Cells, cells_of, ods_value, value_of, xls_value};
use super::value::{Merged, Sheet};
use super::{Unreadable, binary, compound, opendocument, package, parts};
use crate::intake::problem::{FileFault, Foreign};

pub(super) const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// An open workbook of one of the four kinds.
pub(super) enum Spreadsheet {
    Xlsx(Box<Xlsx<Bytes>>),
    Xlsb(Box<Xlsb<Bytes>>),
    Xls(Box<Xls<Bytes>>),
    Ods(Box<Ods<Bytes>>),
}

impl Spreadsheet {
    pub(super) fn xlsx(bytes: Arc<[u8]>) -> Result<Self, FileFault> {
        let opened = Xlsx::new(Cursor::new(Arc::clone(&bytes))).or_else(|error| match error {
            XlsxError::RelationshipNotFound | XlsxError::Unrecognized { .. } => {
                let tidy = without_macros(&bytes).ok_or(error)?;
                Xlsx::new(Cursor::new(tidy.into()))
            }
            other => Err(other),
        });
        match opened {
            Ok(book) => Ok(Self::Xlsx(Box::new(book))),
            Err(XlsxError::Password) => Err(FileFault::Password),
            Err(XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound) => {
                Err(FileFault::PartMissing)
            }
            Err(XlsxError::Zip(_) | XlsxError::Io(_)) => Err(FileFault::Damaged),
            Err(_) => Err(FileFault::Deviant),
        }
    }

    pub(super) fn xlsb(bytes: Arc<[u8]>) -> Result<Self, FileFault> {
        let bytes = in_long_form(&bytes).map_or(bytes, Arc::from);
        match Xlsb::new(Cursor::new(bytes)) {
            Ok(book) => Ok(Self::Xlsb(Box::new(book))),
            Err(XlsbError::Password) => Err(FileFault::Password),
            Err(XlsbError::FileNotFound(_)) => Err(FileFault::PartMissing),
            Err(XlsbError::Zip(_) | XlsbError::Io(_)) => Err(FileFault::Damaged),
            Err(_) => Err(FileFault::Deviant),
        }
    }

    pub(super) fn xls(bytes: Arc<[u8]>) -> Result<Self, FileFault> {
        let bytes = compound::with_own_workbook_only(&bytes).map_or(bytes, Arc::from);
        match Xls::new(Cursor::new(bytes)) {
            Ok(book) => Ok(Self::Xls(Box::new(book))),
            Err(XlsError::Password) => Err(FileFault::Password),
            Err(XlsError::Cfb(error)) if error.to_string().contains("odepage") => {
                Err(FileFault::Foreign(Foreign::OtherTable))
            }
            Err(_) => Err(FileFault::Damaged),
        }
    }

    pub(super) fn ods(bytes: Arc<[u8]>) -> Result<Self, FileFault> {
        let opened = Ods::new(Cursor::new(Arc::clone(&bytes))).or_else(|error| match error {
            OdsError::Mismatch { .. } | OdsError::FileNotFound("mimetype") => {
                let tidy = tidied(&bytes).ok_or(error)?;
                Ods::new(Cursor::new(tidy.into()))
            }
            other => Err(other),
        });
        match opened {
            Ok(book) => Ok(Self::Ods(Box::new(book))),
            Err(OdsError::Password) => Err(FileFault::Password),
            Err(OdsError::FileNotFound(_)) => Err(FileFault::PartMissing),
            Err(OdsError::CellLimitExceeded { .. }) => Err(FileFault::TooLarge),
            Err(OdsError::Zip(_) | OdsError::Io(_)) => Err(FileFault::Damaged),
            Err(_) => Err(FileFault::Deviant),
        }
    }

    /// The worksheets, hidden ones included; charts hold no cells.
    pub(super) fn sheets(&self) -> Vec<Sheet> {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        let worksheets = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        worksheets
            .map(|sheet| Sheet {
                name: sheet.name.as_str().into(),
                hidden: sheet.visible != SheetVisible::Visible,
            })
            .collect()
    }

    /// The rows of a sheet, from the top.
    pub(super) fn rows(&mut self, sheet: &str) -> Result<CellRows<'_>, Unreadable> {
        let cells = match self {
            Self::Xlsx(book) => {
                let is_1904 = book.has_1904_epoch();
                let reader = book.worksheet_cells_reader(sheet).map_err(|_| Unreadable::Damaged)?;
                Cells::Xlsx(Box::new(reader), is_1904)
            }
            Self::Xlsb(book) => {
                let is_1904 = book.has_1904_epoch();
                let mut reader =
                    book.worksheet_cells_reader(sheet).map_err(|_| Unreadable::Damaged)?;
                Cells::Streamed(Box::new(move || {
                    let cell = reader.next_cell().map_err(|_| Unreadable::Damaged)?;
                    Ok(cell.map(|cell| (cell.get_position(), value_of(cell.get_value(), is_1904))))
                }))
            }
            Self::Xls(book) => {
                let is_1904 = book.has_1904_epoch();
                let range = book.worksheet_range(sheet).map_err(|_| Unreadable::Damaged)?;
                Cells::Streamed(cells_of(range, move |data| xls_value(data, is_1904)))
            }
            Self::Ods(book) => {
                let range = book.worksheet_range(sheet).map_err(|_| Unreadable::Damaged)?;
                Cells::Streamed(cells_of(range, ods_value))
            }
        };
        Ok(CellRows::new(cells))
    }

    /// The merged regions of a sheet; the bytes are those of the file. They stand behind the cells in the file, so
    /// asking for them costs a second pass.
    pub(super) fn merged(&mut self, bytes: &[u8], sheet: &str) -> Vec<Merged> {
        let regions: Vec<Dimensions> = match self {
            Self::Xlsx(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
            Self::Xls(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
            Self::Xlsb(_) => return merged_in_xlsb(bytes, sheet).unwrap_or_default(),
            Self::Ods(_) => {
                let content = package::part(bytes, CONTENT).unwrap_or_default();
                return opendocument::merged(&String::from_utf8_lossy(&content), sheet);
            }
        };
        let regions = regions.into_iter().map(|region| Merged {
            rows: (region.start.0, region.end.0),
            columns: (region.start.1, region.end.1),
        });
        regions.collect()
    }
}

/// An .xlsx without the sheets that hold macros and no cells of an office: modules from
/// before 1997, which are listed without a place, and sheets of Excel 4.
fn without_macros(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut is_changed = false;
    let relations = package::part(bytes, "xl/_rels/workbook.xml.rels")?;
    let relations = String::from_utf8_lossy(&relations);
    let parts = package::all_parts(bytes, |name| !name.contains("/media/"))?.into_iter();
    let parts = parts.map(|(name, holds)| {
        let is_list = name.eq_ignore_ascii_case("xl/workbook.xml");
        let list = String::from_utf8_lossy(&holds);
        let tidy = is_list.then(|| parts::without_macros(&list, &relations));
        let tidy = tidy.flatten();
        is_changed |= tidy.is_some();
        (name, tidy.map_or(holds, String::into_bytes))
    });
    let parts: Vec<(String, Vec<u8>)> = parts.collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, holds)| (&**name, &**holds)).collect();
    if is_changed { package::of_parts(&parts) } else { None }
}

/// An .ods as this reader of it wants it, which is stricter than others are.
fn tidied(bytes: &[u8]) -> Option<Vec<u8>> {
    let content = package::part(bytes, CONTENT)?;
    let manifest = package::part(bytes, MANIFEST)?;
    let content = opendocument::without_indents(&String::from_utf8_lossy(&content));
    let mimetype = package::ODS.as_bytes();
    package::of_parts(&[
        ("mimetype", mimetype),
        (MANIFEST, &manifest),
        (CONTENT, content.as_bytes()),
    ])
}

/// An .xlsb as this reader of it knows its cells; `None` where it is so already.
fn in_long_form(bytes: &[u8]) -> Option<Vec<u8>> {
    let parts = package::all_parts(bytes, |name| !name.contains("/media/"))?;
    let mut is_changed = false;
    let parts = parts.into_iter().map(|(name, holds)| {
        let is_sheet = name.to_lowercase().contains("sheets/") && name.ends_with(".bin");
        let long = if is_sheet { binary::in_long_form(&holds) } else { None };
        is_changed |= long.is_some();
        (name, long.unwrap_or(holds))
    });
    let parts: Vec<(String, Vec<u8>)> = parts.collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, holds)| (&**name, &**holds)).collect();
    if is_changed { package::of_parts(&parts) } else { None }
}

fn merged_in_xlsb(bytes: &[u8], sheet: &str) -> Option<Vec<Merged>> {
    let relation = binary::relation_of(&package::part(bytes, "xl/workbook.bin")?, sheet)?;
    let relations = package::part(bytes, "xl/_rels/workbook.bin.rels")?;
    let part = parts::behind(&String::from_utf8_lossy(&relations), &relation)?;
    Some(binary::merged(&package::part(bytes, &part)?))
}
