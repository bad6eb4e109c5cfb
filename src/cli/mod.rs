//! The street door: what staff type becomes one job of the desk, and what the desk
//! returns becomes text or JSON and an exit status.

mod agenda;
mod alike;
mod annotated;
mod arguments;
mod calculation;
mod calendar_page;
mod comparison;
mod diagnostic;
mod examination;
mod explanation;
mod exported;
mod files_read;
mod filing;
mod fold;
mod issued;
mod json;
mod making;
mod numbered;
mod paint;
mod paper_check;
mod printout;
mod processed;
mod progress;
mod refused;
mod running;
mod screen;
mod setup;
mod stretches;
mod templates;

use std::ffi::OsString;
use std::io;
use std::mem;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::Parser;
use clap::error::ErrorKind;

use crate::desk::{self, Choices, Diagnostic, Refusal, Selection, Sources, Stage};
use arguments::{Arguments, Command, Format, Shared};
use printout::Printed;
use progress::Progress;
use screen::Screen;

/// Done, without a finding that the exit status tells of.
const DONE: u8 = 0;
/// Done, with findings.
const FOUND: u8 = 1;
/// Could not be done, wholly or in part.
const NOT_DONE: u8 = 2;

/// Why a job ended without its result.
enum Stop {
    Refused(Refusal),
    /// What was asked for could not be written to stdout.
    Output(io::Error),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Stop::Refused(refusal)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Output(error)
    }
}

/// Does what the arguments ask for and gives the exit status of the contract,
/// section 6. `now` is the one clock of the run, `here` where it was started,
/// `program` what was started.
pub(crate) fn run(
    arguments: impl Iterator<Item = OsString>,
    here: PathBuf,
    now: DateTime<Utc>,
    program: Option<PathBuf>,
) -> u8 {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return not_understood(&error),
    };
    let Arguments { shared, command } = arguments;
    let screen = Screen::new(shared.colour, shared.quiet);
    let (folder, as_of) = (shared.folder.clone(), shared.as_of);
    let choices = Choices { folder, as_of, here, now, program };
    match job(command, &shared, &choices, &screen) {
        Ok(status) => status,
        Err(stop) => {
            tell(&stop, &screen);
            NOT_DONE
        }
    }
}

fn job(command: Command, shared: &Shared, choices: &Choices, screen: &Screen) -> Result<u8, Stop> {
    let (paint, as_json) = (screen.out_paint(), shared.format == Format::Json);
    match command {
        Command::Periksa { files, annotate, simulate } => {
            let told = desk::check(choices, &files)?;
            if shared.verbose {
                screen.note(&files_read::text(&told));
            }
            let annotated =
                annotate.map(|folder| desk::annotate(&told, choices, &folder, simulate));
            let annotated = annotated.transpose()?;
            let problems = annotated.as_ref().map_or(&[][..], |annotated| &annotated.problems);
            screen.error(&diagnostics(problems, &told.sources, screen));
            screen.data(|out| match as_json {
                true => json::examination(&told, annotated.as_ref(), out),
                false => examination::write(&told, annotated.as_ref(), paint, out),
            })?;
            let status = made(told.file_missing || !problems.is_empty(), told.has_faults());
            // The program ends: taking a year of records apart would be for nothing.
            mem::forget(told);
            Ok(status)
        }
        Command::Proses { simulate } => {
            let bar = Progress::new(shared.quiet);
            let mut tell = |stage, done, all| bar.tell(stage_name(stage), done, all);
            let told = desk::process(choices, simulate, &mut tell)?;
            bar.end();
            screen.error(&diagnostics(&told.told, &told.filed.examination.sources, screen));
            screen.data(|out| match as_json {
                true => processed::json(&told, out),
                false => processed::write(&told, shared.verbose, paint, out),
            })?;
            Ok(made(told.has_failures(), told.filed.has_errors()))
        }
        Command::CekNaskah { asked } => {
            let told = desk::check_paper(choices, &asked)?;
            screen.data(|out| match as_json {
                true => paper_check::json(&told, out),
                false => paper_check::write(&told, paint, out),
            })?;
            Ok(if told.verdict == desk::PaperVerdict::Genuine { DONE } else { FOUND })
        }
        Command::Register(asked) => agenda::job(asked, as_json, choices, screen),
        Command::Templat { job } => templates::job(job, as_json, choices, screen),
        Command::Nomor { job } => numbered::job(job, as_json, choices, screen),
        Command::Laporan { month, simulate } => {
            let told = desk::report_month(choices, month, simulate)?;
            screen.error(&diagnostics(&told.result.told, &Sources::default(), screen));
            screen.data(|out| match as_json {
                true => processed::report_json(&told, out),
                false => processed::report(&told, paint, out),
            })?;
            Ok(made(told.result.fate.is_not_done(), !told.errors.is_empty()))
        }
        Command::Buat { kinds, requests, simulate, more } => {
            let selection = Selection { kinds, requests };
            making::job(&selection, simulate, more, shared, choices, screen)
        }
        Command::Status { print } => {
            if let Some(to) = print.to() {
                let (told, print) = desk::print_status(choices, &to)?;
                return printed("status", &print, &told.examination.folder, as_json, screen);
            }
            let told = desk::status(choices)?;
            screen.data(|out| match as_json {
                true => json::running(&told, out),
                false => running::write(&told, shared.verbose, paint, out),
            })?;
            Ok(DONE)
        }
        Command::Jelaskan { number, step, print } => {
            if let Some(to) = print.to() {
                let (told, print) = desk::print_explanation(choices, &number, step, &to)?;
                return printed("jelaskan", &print, &told.examination.folder, as_json, screen);
            }
            let told = desk::explain(choices, &number, step)?;
            screen.data(|out| match as_json {
                true => json::explanation(&told, out),
                false => explanation::write(&told, paint, out),
            })?;
            Ok(DONE)
        }
        Command::Hitung { words } => {
            let told = desk::calculate(choices, &words)?;
            for doubt in &told.doubts {
                screen.note(&format!("info: {}\n", paint::plain(doubt)));
            }
            screen.data(|out| match as_json {
                true => json::calculation(&told, out),
                false => calculation::write(&told, out),
            })?;
            Ok(DONE)
        }
        Command::Kalender { year, month } => {
            let told = desk::calendar_year(choices, year, month)?;
            screen.data(|out| match as_json {
                true => json::calendar(&told, out),
                false => calendar_page::write(&told, paint, out),
            })?;
            Ok(DONE)
        }
        Command::Bandingkan(asked) => {
            let told = desk::compare(choices, &asked.alternative())?;
            screen.data(|out| match as_json {
                true => json::comparison(&told, out),
                false => comparison::write(&told, paint, out),
            })?;
            Ok(DONE)
        }
        Command::Sop { number, print } => {
            let number = number.as_deref();
            if let Some(to) = print.to() {
                let told = desk::print_sop(choices, number, &to)?;
                printout::sop(&told).tell(as_json, screen)?;
                return Ok(DONE);
            }
            let (versions, as_of, zone) = desk::sop(choices)?;
            let procedure = desk::chosen_sop(&versions, number)?;
            let text = desk::sop_text::render_in_force(&versions, procedure, as_of.date());
            screen.data(|out| match as_json {
                true => json::sop(&versions, procedure, (as_of, zone), out),
                false => out.write_all(text.as_bytes()),
            })?;
            Ok(DONE)
        }
        Command::Siapkan { folder, simulate } => {
            let told = desk::set_up(choices, folder.as_deref(), simulate)?;
            screen.error(&diagnostics(&told.problems, &Sources::default(), screen));
            screen.data(|out| match as_json {
                true => setup::json(&told, out),
                false => setup::write(&told, out),
            })?;
            Ok(if told.problems.is_empty() { DONE } else { NOT_DONE })
        }
        Command::Arsip { job } => filing::job(job, as_json, choices, screen),
        Command::Ekspor { job } => exported::job(job, as_json, choices, screen),
    }
}

/// Tells of a print of an office's folder.
fn printed(
    command: &'static str,
    print: &desk::Printout,
    folder: &desk::OfficeFolder,
    as_json: bool,
    screen: &Screen,
) -> Result<u8, Stop> {
    let (as_of, zone) = (folder.as_of, folder.office.zone);
    Printed { command, print, as_of, zone, remark: None }.tell(as_json, screen)?;
    Ok(DONE)
}

/// The status of a command that makes something: what was not made goes before what
/// was found in the data.
fn made(failed: bool, errors: bool) -> u8 {
    match (failed, errors) {
        (true, _) => NOT_DONE,
        (false, true) => FOUND,
        (false, false) => DONE,
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Papers => "Mencetak naskah",
        Stage::Months => "Menyusun laporan bulanan",
    }
}

/// Diagnostics as they go to stderr.
fn diagnostics(told: &[Diagnostic], sources: &Sources, screen: &Screen) -> String {
    alike::text(told, sources, screen.err_paint())
}

fn tell(stop: &Stop, screen: &Screen) {
    match stop {
        Stop::Refused(refusal) => {
            screen.error(&diagnostics(refusal, &Sources::default(), screen));
        }
        Stop::Output(error) => screen.error(&format!(
            "kesalahan: keluaran tidak dapat ditulis seluruhnya: {}\n",
            desk::why_refused(error)
        )),
    }
}

/// Help and version are answers; all else is told in Indonesian.
fn not_understood(error: &clap::Error) -> u8 {
    let screen = Screen::new(arguments::Colour::Auto, false);
    let text = error.render().to_string();
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return match screen.data(|out| out.write_all(text.as_bytes())) {
            Ok(()) => DONE,
            Err(error) => {
                tell(&Stop::Output(error), &screen);
                NOT_DONE
            }
        };
    }
    let told = Diagnostic::error(refused::message(error))
        .advice("lihat perintah dan pilihannya dengan: tertib --help");
    screen.error(&diagnostics(&[told], &Sources::default(), &screen));
    NOT_DONE
}

/// The program itself failed: nothing that the office wrote should be able to do that.
pub(crate) fn broke_down() {
    Screen::new(arguments::Colour::Never, false).error(
        "kesalahan: tertib berhenti karena kesalahan di dalam program\n\
         \u{20} akibat: pekerjaan ini tidak selesai; buku kerja kantor tidak diubah.\n\
         \u{20} saran:  kirim baris perintah dan buku kerjanya kepada pengembang tertib\n",
    );
}
