//! tertib: from the workbooks of an office to the verdict whether its SOP was kept.
//!
//! The plan of the house. A room may import only rooms on floors below its own, and
//! of those only the ones that `tests/house.rs` names; never sideways, never up. Each
//! foreign crate has one door.
//!
//! | floor | room | what it holds |
//! |---|---|---|
//! | 7 street door | `cli` | what staff type and read; the door to clap |
//! | 6 desk | `desk` | the jobs, one file each; data, nothing printed |
//! | 5 outgoing | [`document`] | the papers of a request: which are due, what they state |
//! | | [`report`] | the month for the head of the centre, computed once, drawn three times |
//! | | [`event_log`] | what happened, event by event, for process mining |
//! | | [`archive`] | packages that anyone can verify in twenty years |
//! | 4 workrooms | [`intake`] | from workbooks to records; the door to calamine |
//! | | [`check`] | was the SOP kept: histories, verdicts, findings |
//! | | [`press`] | data and a template in, bytes out; the doors to typst, tera, rust_xlsxwriter, lopdf |
//! | | [`register`] | numbers given out, once and for ever; the door to rusqlite |
//! | 3 the files | [`records`] | the facts as written by people |
//! | 2 the rule | [`sop`] | the SOP as data |
//! | 1 the office | [`office`] | who we are: tertib.toml |
//! | | [`calendar`] | working time and its words |
//! | 0 ground | [`diagnostic`] | how we tell people: place, level, code, excerpt |
//! | | `abreast` | long lists worked through on all cores |

mod abreast;
pub mod archive;
pub mod calendar;
pub mod check;
mod cli;
pub mod desk;
pub mod diagnostic;
pub mod document;
pub mod event_log;
pub mod intake;
mod memory;
pub mod office;
pub mod press;
pub mod records;
pub mod register;
pub mod report;
pub mod sop;

use std::env;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::time::SystemTime;

/// What reading may take: an .ods of 10,000 requests takes a quarter of it.
const MEMORY_FOR_READING: usize = 400 << 20;

/// What setting pages by the templates of an office may take, fonts and photos included.
const MEMORY_FOR_SETTING: usize = 1 << 30;

/// Seconds of computing: some 20,000 papers. Then a new process goes on.
const TIME_FOR_SETTING: u64 = 15 * 60;

/// The whole program: arguments, working directory and clock come in here, and only
/// here; the exit status goes out.
#[must_use]
pub fn run() -> ExitCode {
    // A reader that breaks on a damaged workbook is told as a finding, not as a trace.
    panic::set_hook(Box::new(|_| {}));
    match env::args_os().nth(1) {
        Some(first) if first == intake::READING => return read_workbooks(),
        Some(first) if first == press::READING_PDF => return read_pdf(),
        Some(first) if first == press::SETTING => return set_pages(),
        _ => {}
    }
    let here = env::current_dir().unwrap_or_default();
    #[allow(clippy::disallowed_methods, reason = "the one place where the clock is read")]
    let now = SystemTime::now().into();
    let program = env::current_exe().ok();
    let job = AssertUnwindSafe(|| cli::run(env::args_os(), here, now, program));
    match panic::catch_unwind(job) {
        Ok(status) => ExitCode::from(status),
        Err(_) => {
            cli::broke_down();
            ExitCode::from(2)
        }
    }
}

/// The same, to read a PDF that anyone may have made.
fn read_pdf() -> ExitCode {
    memory::bound(MEMORY_FOR_READING);
    match press::serve_pdf(io::stdin().lock(), io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}

/// The same, to set pages by templates that an office wrote.
fn set_pages() -> ExitCode {
    memory::bound(MEMORY_FOR_SETTING);
    memory::bound_time(TIME_FOR_SETTING);
    match press::serve_setting(io::stdin(), io::stdout()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}

/// What the program does when it was started by itself, to read workbooks for it.
fn read_workbooks() -> ExitCode {
    memory::bound(MEMORY_FOR_READING);
    match intake::serve(io::stdin().lock(), io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}
