//! A PDF read back, from whatever hand it comes: what travels in it, and the check codes
//! on its pages.
//!
//! It is read by a process of its own, with a bound on its memory and time, so that one
//! that is damaged or made to do harm costs nothing but its own answer.

mod marked;
mod parts;
mod structure;

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

pub use structure::text_of;

/// The argument that makes the program read a PDF from its input and nothing else.
pub const READING_PDF: &str = "baca-pdf";
/// How long one may take; a paper takes some hundredths of a second.
const PATIENCE: Duration = Duration::from_secs(20);

/// What was found in a PDF.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PdfParts {
    /// The files that travel in it: name and content.
    pub attachments: Vec<(String, Vec<u8>)>,
    /// The check codes on its pages, as they stand there.
    pub codes: Vec<String>,
}

/// Why a PDF cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PdfFault {
    /// Its inner order is broken.
    Damaged,
    /// It asks for a password.
    Encrypted,
    /// It takes more memory or time than any paper.
    TooMuch,
}

/// Reads a PDF; in a process of its own where the program is known.
///
/// # Errors
/// It cannot be read.
pub fn read_pdf(pdf: &[u8], program: Option<&Path>) -> Result<PdfParts, PdfFault> {
    match program {
        None => parts::parts_of(pdf),
        Some(program) => read_apart(pdf, program).unwrap_or(Err(PdfFault::TooMuch)),
    }
}

/// Answers for the PDF on the input.
///
/// # Errors
/// Who asked has gone.
pub fn serve_pdf(mut from: impl Read, to: impl Write) -> io::Result<()> {
    let mut pdf = Vec::new();
    from.read_to_end(&mut pdf)?;
    serde_json::to_writer(to, &parts::parts_of(&pdf)).map_err(io::Error::other)
}

fn read_apart(pdf: &[u8], program: &Path) -> io::Result<Result<PdfParts, PdfFault>> {
    let mut command = Command::new(program);
    command.arg(READING_PDF).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    let (Some(mut to), Some(mut from)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::ErrorKind::BrokenPipe.into());
    };
    let (sender, answered) = mpsc::channel();
    thread::Builder::new().spawn(move || {
        let mut answer = Vec::new();
        let read = from.read_to_end(&mut answer).map(|_| answer);
        // Nobody waits any more where the time is over.
        let _ = sender.send(read);
    })?;
    // Where it ended before it had read all, its answer says why.
    let _ = to.write_all(pdf);
    drop(to);
    let answer = answered.recv_timeout(PATIENCE);
    // One that has ended already cannot be ended.
    let _ = child.kill();
    let _ = child.wait();
    let answer = answer.map_err(io::Error::other)??;
    serde_json::from_slice(&answer).map_err(io::Error::other)
}
