//! Blank sheets that people fill in.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Note, ProtectionOptions, Worksheet, XlsxError,
};

use super::{Formats, LAST_ROW, PAPER_A4, begin, check_name, unexpected};
use crate::press::problem::PressProblem;

/// A blank sheet that people fill in: heads, and what the cells below them take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntrySheet {
    pub title: String,
    pub columns: Vec<EntryColumn>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryColumn {
    pub head: String,
    /// Shown when the pointer rests on the head.
    pub note: String,
    /// Its head is set off from the others.
    pub required: bool,
    pub entry: Entry,
}

/// What the cells of a column take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Kept as typed, digit by digit.
    Text,
    Date,
    DateTime,
    /// One of a list, by drop-down; anything else is asked about and still taken.
    Choice(Vec<String>),
}

/// Writes blank sheets to be filled in. Heads are locked, without a password; whatever
/// stands below them is free.
///
/// # Errors
/// The first sheet name or column that Excel cannot hold.
pub fn write_entry_workbook(
    sheets: &[EntrySheet],
    created: DateTime<FixedOffset>,
) -> Result<Vec<u8>, PressProblem> {
    let formats = Formats::new();
    let mut workbook = begin(rust_xlsxwriter::DocProperties::new(), created)?;
    let mut taken = BTreeSet::new();
    for entry in sheets {
        check_name(&entry.title, &mut taken)?;
        let sheet = workbook.add_worksheet();
        sheet.set_name(&entry.title).map_err(unexpected)?;
        for (index, column) in (0..).zip(&entry.columns) {
            write_entry_column(sheet, index, column, &formats).map_err(unexpected)?;
        }
        sheet.set_row_height(0, 32).map_err(unexpected)?;
        sheet.set_freeze_panes(1, 0).map_err(unexpected)?;
        sheet.set_repeat_rows(0, 0).map_err(unexpected)?;
        sheet.set_paper_size(PAPER_A4).set_landscape().set_print_fit_to_pages(1, 0);
        sheet.protect_with_options(&ProtectionOptions {
            format_cells: true,
            format_columns: true,
            format_rows: true,
            insert_rows: true,
            delete_rows: true,
            insert_links: true,
            sort: true,
            use_autofilter: true,
            ..ProtectionOptions::default()
        });
    }
    workbook.save_to_buffer().map_err(unexpected)
}

fn write_entry_column(
    sheet: &mut Worksheet,
    index: u16,
    column: &EntryColumn,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let (format, width) = match &column.entry {
        Entry::Text => (&formats.text, 22.0),
        Entry::Date => (&formats.date, 14.0),
        Entry::DateTime => (&formats.date_time, 18.0),
        Entry::Choice(_) => (&formats.text, 14.0),
    };
    sheet.set_column_width(index, width)?;
    sheet.set_column_format(index, &format.clone().set_unlocked())?;
    let colour = if column.required { Color::RGB(0xF8_E3_C4) } else { Color::RGB(0xE7_EC_F1) };
    let head = formats.head.clone().set_background_color(colour);
    sheet.write_string_with_format(0, index, &column.head, &head)?;
    let note = Note::new(&column.note).set_author("tertib").add_author_prefix(false);
    sheet.insert_note(0, index, &note.set_width(260).set_height(110))?;
    if let Entry::Choice(choices) = &column.entry {
        let rule = DataValidation::new()
            .allow_list_strings(choices)?
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Tidak ada di daftar")?
            .set_error_message(format!("Pilihan: {}", choices.join(", ")))?;
        sheet.add_data_validation(1, index, LAST_ROW, index, &rule)?;
    }
    Ok(())
}
