//! From workbooks to records: every value with the file, sheet and cell it came from.
//!
//! Sheets are recognised by their heads, rows stream by and become records, and
//! what cannot be used is reported where it stands; the rest of its row and file is
//! used all the same. No opinion on the SOP is formed here: a step is looked up by
//! number or name, and that is all.

mod ahead;
mod beside;
mod body;
mod cell;
mod choices;
mod clock_text;
mod date_and_hour;
mod date_text;
mod decision;
mod downward;
mod field;
mod file_wording;
mod folder;
mod head;
mod head_map;
mod heading;
mod hour_column;
mod lack;
mod listed;
mod mark;
pub mod moment;
mod moment_wording;
mod names;
mod number;
mod once;
mod plain;
mod problem;
mod procedure;
mod recognition;
mod request;
mod row_count;
mod shared_rows;
mod sheet;
mod sheet_reading;
mod sign_off;
mod span_text;
mod staff;
mod stamp;
mod step_group;
mod table_reading;
mod text;
mod token;
mod unseen;
mod wording;
mod workbook;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Sources;
use crate::office::{Application, Zone};
use crate::records::{AttendeeRow, ItemRow, RequestRow, SignOff, StaffRow};
use crate::sop::Versions;

pub use folder::{InputFile, attachments, find};
pub use head_map::HeadMap;
pub use heading::{Field, Kind};
pub use plain::{PlainCell, PlainRegion, PlainSheet, PlainValue, plain_sheets};
pub use problem::{About, Fact, FileFault, Foreign, Lack, Problem, Seat, SheetFault};
pub use row_count::{RowRole, RowRun};
pub use workbook::{READING, serve};

use mark::Mark;
use text::Texts;
use workbook::{Reader, Sheet, Workbook};

/// What the cells are read by.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// Knows the steps and roles by their names.
    pub sop: &'a Versions,
    /// The office's zone, into which all times are brought.
    pub zone: Zone,
    /// The heads that the office maps itself.
    pub heads: &'a HeadMap,
    /// The applications that the office knows; empty where it keeps no list.
    pub applications: &'a [Application],
}

/// All that was read, in the order of files, sheets and rows.
#[derive(Debug, Clone, Default)]
pub struct Intake {
    pub requests: Vec<RequestRow>,
    pub sign_offs: Vec<SignOff>,
    pub staff: Vec<StaffRow>,
    pub attendees: Vec<AttendeeRow>,
    pub items: Vec<ItemRow>,
    pub problems: Vec<Problem>,
    /// What each row of the recognised sheets was taken for.
    pub rows: Vec<RowRun>,
    /// The files and sheets behind the cells, and the text of the rows.
    pub sources: Sources,
}

/// Reads the files one after the other. Whatever one of them is, the others are read.
pub fn read(files: &[InputFile], rules: &Rules<'_>) -> Intake {
    read_apart(files, rules, None)
}

/// As [`read`], but the workbooks are opened by a process of their own, for which
/// the program is started: what a broken one does to its reader, it does there.
pub fn read_apart(files: &[InputFile], rules: &Rules<'_>, program: Option<&Path>) -> Intake {
    let mut intake = Intake::default();
    let mut texts = Texts::default();
    let mut reader = program.map(Reader::new);
    for file in files {
        let before = Mark::of(&intake);
        let reading =
            AssertUnwindSafe(|| read_file(file, rules, reader.as_mut(), &mut texts, &mut intake));
        if let Err(fault) = catch_unwind(reading).unwrap_or(Err(FileFault::Stopped)) {
            // Half a workbook would look like one in which the rest was not done.
            before.undo(&mut intake);
            intake.problems.push(Problem::of_file(Arc::clone(&file.name), Fact::File(fault)));
        }
    }
    intake
}

fn read_file(
    file: &InputFile,
    rules: &Rules<'_>,
    reader: Option<&mut Reader>,
    texts: &mut Texts,
    intake: &mut Intake,
) -> Result<(), FileFault> {
    let mut book = Workbook::open(&file.path, reader)?;
    for Sheet { name, hidden } in book.sheets() {
        let sheet = intake.sources.add(Arc::clone(&file.name), Arc::clone(&name));
        let sheet = sheet.ok_or(FileFault::TooManySheets)?;
        let mark = Mark::of(intake);
        let mut tables = sheet_reading::read(&mut book, &name, sheet, &[], rules, texts, intake)?;
        let marks = book.marks(&name);
        if unseen::are_in_tables(&marks.uncalculated, &tables, intake) {
            // What was taken for empty is not: the sheet is read with that known.
            mark.undo(intake);
            let cells = &marks.uncalculated;
            tables = sheet_reading::read(&mut book, &name, sheet, cells, rules, texts, intake)?;
        }
        unseen::tell(&marks, hidden, &tables, intake);
        if let Some(fault) = book.lost() {
            return Err(fault);
        }
    }
    Ok(())
}
