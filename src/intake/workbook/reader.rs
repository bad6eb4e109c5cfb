//! The program's end of the line to the reading process.
//!
//! The process has a limit of memory (set where it starts) and of time (watched
//! here). A file that makes it pass one of them, or die, costs that file; the next
//! one is read by a new process.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Unreadable;
use super::process::Process;
use super::value::{Marks, Merged, Row, Sheet};
use super::wire::{Answer, Ask, Taking, receive, send};
use crate::intake::problem::FileFault;

/// How long the process may be waited for because of one file, and for each megabyte
/// of it.
const WAIT: Duration = Duration::from_secs(8);
const WAIT_PER_MEGABYTE: Duration = Duration::from_secs(1);
pub(super) const PIECE: usize = 64 << 10;

/// Who reads the workbooks: a process of its own, started when it is needed.
#[derive(Debug)]
pub(in crate::intake) struct Reader {
    program: PathBuf,
    process: Option<Process>,
    /// Why the process has gone, where it has.
    lost: Option<FileFault>,
    answer: Vec<u8>,
}

impl Reader {
    pub(in crate::intake) fn new(program: &Path) -> Self {
        let program = program.to_path_buf();
        Self { program, process: None, lost: None, answer: Vec::new() }
    }

    /// Opens a file; the names of its sheets.
    pub(super) fn open(
        &mut self,
        name: &str,
        file: &mut File,
        length: u64,
    ) -> Result<Vec<Sheet>, FileFault> {
        let is_used = self.process.is_some();
        let opened = self.try_open(name, file, length);
        // What other files left behind in the process is no fault of this one.
        if is_used && opened == Err(FileFault::Overwhelming) && file.rewind().is_ok() {
            return self.try_open(name, file, length);
        }
        opened
    }

    fn try_open(
        &mut self,
        name: &str,
        file: &mut File,
        length: u64,
    ) -> Result<Vec<Sheet>, FileFault> {
        self.lost = None;
        if self.process.is_none() {
            self.process = Some(Process::start(&self.program).map_err(|_| FileFault::NoReader)?);
        }
        let megabytes = u32::try_from(length >> 20).unwrap_or(u32::MAX);
        let wait = WAIT.saturating_add(WAIT_PER_MEGABYTE.saturating_mul(megabytes));
        if let Some(process) = &self.process {
            process.begins(wait);
        }
        self.hand_over(name, file)?;
        let answer = self.receive();
        let sheets = match answer {
            Some(Answer::End) => sheets_in(&self.answer),
            Some(Answer::Fault) => {
                self.close();
                return Err(serde_json::from_slice(&self.answer).unwrap_or(FileFault::Stopped));
            }
            _ => None,
        };
        sheets.ok_or_else(|| self.gone())
    }

    /// The file is read: the watch stands down.
    pub(super) fn close(&mut self) {
        if let Some(process) = &self.process {
            process.ends();
        }
    }

    /// Why the file was lost, if it was.
    pub(super) fn lost(&self) -> Option<FileFault> {
        self.lost
    }

    fn hand_over(&mut self, name: &str, file: &mut File) -> Result<(), FileFault> {
        self.ask(Ask::Open, name).ok_or_else(|| self.gone())?;
        let mut piece = vec![0; PIECE];
        loop {
            let read = match file.read(&mut piece) {
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    // Half a file was handed over: that process is of no more use.
                    self.process = None;
                    return Err(FileFault::of_file(&error));
                }
            };
            let piece = piece.get(..read).unwrap_or_default();
            self.waits(true);
            let sent = self.process.as_mut().map(|to| send(&mut to.to, Ask::Bytes as u8, piece));
            self.waits(false);
            if !matches!(sent, Some(Ok(()))) {
                return Err(self.gone());
            }
            if read == 0 {
                return Ok(());
            }
        }
    }

    pub(super) fn rows(&mut self, sheet: &str) -> Result<FarRows<'_>, Unreadable> {
        self.ask(Ask::Rows, sheet).ok_or_else(|| self.broken())?;
        let mut rows = FarRows { reader: self, batch: Vec::new(), at: 0, comes: Comes::More };
        rows.next_batch()?;
        Ok(rows)
    }

    pub(super) fn merged(&mut self, sheet: &str) -> Vec<Merged> {
        let counts = self.counts(Ask::Merged, sheet);
        let regions = counts.as_chunks().0.iter().map(|[first, last, left, right]| Merged {
            rows: (*first, *last),
            columns: (*left, *right),
        });
        regions.collect()
    }

    pub(super) fn marks(&mut self, sheet: &str) -> Marks {
        let mut hidden = self.counts(Ask::Marks, sheet);
        if hidden.is_empty() {
            return Marks::default();
        }
        let count = usize::try_from(hidden.remove(0)).unwrap_or_default();
        let cells = hidden.split_off(count.min(hidden.len()));
        let cells = cells.as_chunks().0.iter();
        let cells = cells.map(|[row, column]| (*row, u16::try_from(*column).unwrap_or(u16::MAX)));
        Marks { hidden, uncalculated: cells.collect() }
    }

    fn counts(&mut self, ask: Ask, sheet: &str) -> Vec<u32> {
        if self.ask(ask, sheet).is_none() || self.receive() != Some(Answer::End) {
            self.broken();
            return Vec::new();
        }
        let mut taking = Taking(&self.answer);
        let mut counts = Vec::new();
        while let Some(count) = taking.count() {
            counts.extend(u32::try_from(count));
        }
        counts
    }

    fn ask(&mut self, ask: Ask, what: &str) -> Option<()> {
        send(&mut self.process.as_mut()?.to, ask as u8, what.as_bytes()).ok()
    }

    /// The next answer; `None` where the process has gone.
    fn receive(&mut self) -> Option<Answer> {
        self.waits(true);
        let from = &mut self.process.as_mut()?.from;
        let answer = receive(from, &mut self.answer);
        self.waits(false);
        answer.ok().flatten().and_then(Answer::of_kind)
    }

    fn waits(&self, waits: bool) {
        if let Some(process) = &self.process {
            process.waits(waits);
        }
    }

    fn broken(&mut self) -> Unreadable {
        self.gone();
        Unreadable::Damaged
    }

    /// Gives the process up and keeps why.
    fn gone(&mut self) -> FileFault {
        let slow = self.process.take().is_some_and(|gone| gone.timed_out());
        let fault = if slow { FileFault::TooSlow } else { FileFault::Overwhelming };
        *self.lost.get_or_insert(fault)
    }
}

fn sheets_in(answer: &[u8]) -> Option<Vec<Sheet>> {
    let mut taking = Taking(answer);
    let mut sheets = Vec::new();
    while !taking.is_empty() {
        let hidden = taking.count()? != 0;
        sheets.push(Sheet { hidden, name: taking.text()?.into() });
    }
    Some(sheets)
}

/// What comes after the batch at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comes {
    /// Another batch, which is being made.
    More,
    Nothing,
    Broken(Unreadable),
}

/// The rows of one sheet as they arrive, a batch at a time. While one is used, the
/// next is being made.
pub(super) struct FarRows<'a> {
    reader: &'a mut Reader,
    batch: Vec<u8>,
    at: usize,
    comes: Comes,
}

impl FarRows<'_> {
    pub(super) fn next_row(&mut self) -> Result<Option<Row<'static>>, Unreadable> {
        loop {
            let rest = self.batch.get(self.at..).unwrap_or_default();
            if !rest.is_empty() {
                let mut taking = Taking(rest);
                let row = taking.row();
                self.at = self.batch.len() - taking.len();
                return row.ok_or_else(|| self.reader.broken()).map(Some);
            }
            match self.comes {
                Comes::More => self.next_batch()?,
                Comes::Nothing => return Ok(None),
                Comes::Broken(cause) => return Err(cause),
            }
        }
    }

    fn next_batch(&mut self) -> Result<(), Unreadable> {
        self.comes = match self.reader.receive() {
            Some(Answer::More) => Comes::More,
            Some(Answer::End) => Comes::Nothing,
            Some(Answer::Broken) => Comes::Broken(Unreadable::Damaged),
            Some(Answer::TooLarge) => Comes::Broken(Unreadable::TooLarge),
            Some(Answer::Fault) | None => {
                self.comes = Comes::Nothing;
                return Err(self.reader.broken());
            }
        };
        std::mem::swap(&mut self.batch, &mut self.reader.answer);
        self.at = 0;
        if self.comes == Comes::More && self.reader.ask(Ask::More, "").is_none() {
            self.comes = Comes::Broken(self.reader.broken());
        }
        Ok(())
    }
}

impl Drop for FarRows<'_> {
    /// Leaves the line free for what is asked next.
    fn drop(&mut self) {
        if self.comes == Comes::More && self.reader.receive() == Some(Answer::More) {
            self.reader.ask(Ask::Stop, "");
        }
    }
}
