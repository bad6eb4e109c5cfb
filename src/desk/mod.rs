//! The desk: one file per job that staff can ask for. It joins the rooms below,
//! returns data and prints nothing; how a result looks is decided at the street door.

mod abreast;
mod agenda;
mod annotate;
mod calculate;
mod calendar_year;
mod check;
mod check_paper;
mod compare;
mod copy_templates;
mod deposit;
mod draft;
mod explain;
mod explanation_page;
mod export;
mod file_away;
mod folder;
mod folder_wording;
mod held_back;
mod identity;
mod issue;
mod join;
mod late_number;
mod ledger;
mod merge;
mod misnumbered;
mod month;
mod number;
mod paper_text;
mod photos;
mod preview;
mod printout;
mod process;
mod requested;
mod setup;
mod shelf;
mod sop_print;
mod standing;
mod status;
mod status_page;
mod system_words;
mod task;
mod unknown_number;
mod workshop;

use std::path::PathBuf;

use chrono::{DateTime, NaiveDateTime, Utc};

pub use abreast::in_parts;
pub use agenda::{Agenda, AgendaLine, AgendaSequence, NumberState, agenda, print_agenda};
pub use annotate::{Annotated, AnnotatedCopy, CopyFate, annotate};
pub use calculate::{Answer, Calculation, calculate};
pub use calendar_year::{CalendarDay, CalendarMonth, CalendarYear, calendar_year};
pub use check::{Examination, Summary, check};
pub use check_paper::{
    FileState, FoundPaper, PaperCheck, PaperVerdict, Particular, Unknown, check_paper,
};
pub use compare::{Alternative, Changed, Comparison, StepComparison, StepSide, Tally, compare};
pub use copy_templates::{TemplateCopies, TemplateCopy, copy_templates};
pub use explain::{Explanation, explain};
pub use explanation_page::print_explanation;
pub use export::{Export, ExportFate, Exported, export};
pub use file_away::{
    ArchiveCheck, ArchiveList, FiledAway, Lacking, Packed, check_archive, file_away, list_archive,
};
pub use folder::{OfficeFolder, chosen as chosen_sop, sop};
pub use issue::{Fate, Issue, PaperResult, Selection, issue};
pub use ledger::standing;
pub use merge::{Merged, may_merge, merge};
pub use month::{MonthResult, Reported, report_month};
pub use number::{NumberFor, NumberToEnter, Numbered, enter_number, void_number};
pub use paper_text::{PaperText, PaperTexts, paper_texts};
pub use preview::{Preview, preview};
pub use printout::{PrintFate, PrintTo, Printout};
pub use process::{Process, Stage, process};
pub use setup::{Setup, SetupItem, set_up};
pub use sop_print::{SopPrint, print_sop};
pub use status::{Running, Waiting, status};
pub use status_page::print_status;
pub use system_words::why as why_refused;

// What the desk hands out, so that whoever shows it need not know the rooms below.
pub use crate::calendar::{Off, Stretch, StretchKind, wording};
pub use crate::check::{
    Entry, History, Judged, LedgerLine, LedgerText, Part, Roster, Span, Status, StepLedger,
    StepTime, StretchLine, Unjudged, Verdict, WaitFrom,
};
pub use crate::diagnostic::{
    Cell, Code, Diagnostic, Excerpt, ExcerptCell, Level, ONE_BY_ONE, Place, SheetId, SheetSource,
    Sources, cell_address, column_letters,
};
pub use crate::document::facts_in_words;
pub use crate::event_log::{Counts, Form};
pub use crate::intake::{RowRole, RowRun};
pub use crate::office::number::kind as number_kind;
pub use crate::office::{Zone, as_of};
pub use crate::records::{Decision, Moment, RequestField, StepRef};
pub use crate::report::Month;
pub use crate::sop::{
    Definition, IfNo, PaperKind, ProcedureId, Version, Versions, text as sop_text,
};

/// What whoever asks for a job chose, and where and when it was asked.
#[derive(Debug, Clone)]
pub struct Choices {
    /// `--folder`; else the nearest folder from `here` upward that has a tertib.toml.
    pub folder: Option<PathBuf>,
    /// `--per`, in the office's zone.
    pub as_of: Option<NaiveDateTime>,
    /// The folder in which the program was started.
    pub here: PathBuf,
    /// The moment at which it was started: the one clock of the whole run.
    pub now: DateTime<Utc>,
    /// The program itself, which is started once more to read workbooks; without it
    /// they are read in this process.
    pub program: Option<PathBuf>,
}

/// Why a job could not be done: each with its place and what to do.
pub type Refusal = Vec<Diagnostic>;
