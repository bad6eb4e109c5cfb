//! `tertib ekspor …`: the event log of all requests, to stdout or into a file.
//!
//! A file that is there already is replaced only where it is an earlier log of the same
//! form: whatever else bears that name is not ours to write over.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use super::deposit::{among_workbooks, lies_among_workbooks, not_written, write_whole_with};
use super::{Choices, Examination, Refusal, check};
use crate::diagnostic::{Diagnostic, Level, Place};
use crate::event_log::{Counts, EventLog, Form};

/// So much of a file shows whether it is an earlier log.
const HEAD_BYTES: u64 = 4096;

/// The log of all requests, as of the moment of the run.
#[derive(Debug)]
pub struct Export {
    pub examination: Examination,
    pub form: Form,
    with_nip: bool,
}

/// A log that was written into a file, or would be.
#[derive(Debug, Clone)]
pub struct Exported {
    /// As it was named.
    pub file: String,
    pub counts: Counts,
    pub fate: ExportFate,
    /// Nothing was written (`--simulasi`).
    pub simulated: bool,
}

/// What became of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFate {
    New,
    /// An earlier log stood there.
    Replaced,
    /// It said the same already.
    Unchanged,
}

/// Gathers the log.
///
/// # Errors
/// The office's own files cannot be used.
pub fn export(choices: &Choices, form: Form, with_nip: bool) -> Result<Export, Refusal> {
    Ok(Export { examination: check(choices, &[])?, form, with_nip })
}

impl Export {
    fn log(&self) -> EventLog<'_> {
        EventLog {
            cases: &self.examination.cases,
            rules: self.examination.folder.rules(),
            roster: &self.examination.roster,
            with_nip: self.with_nip,
        }
    }

    /// Writes the log itself.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        self.log().write(self.form, out)
    }

    /// How many kesalahan were found: what they speak of may be missing in the log.
    pub fn errors(&self) -> usize {
        let findings = self.examination.findings.iter();
        let errors = findings.filter(|told| told.level == Level::Kesalahan);
        errors.map(|told| told.stands_for as usize).sum()
    }

    /// Writes the log into a file, wholly or not at all.
    ///
    /// # Errors
    /// It cannot be written, lies among the workbooks, or would replace something else.
    pub fn to_file(
        &self,
        choices: &Choices,
        named: &Path,
        simulate: bool,
    ) -> Result<Exported, Refusal> {
        let file = named.display().to_string();
        let target = choices.here.join(named);
        let unwritten = |error: io::Error| vec![not_written(&file, &error)];
        if lies_among_workbooks(&target) {
            return Err(vec![among_workbooks(&file, "--ke")]);
        }
        let fate = self.fate(&target).map_err(unwritten)?;
        let Some(fate) = fate else { return Err(vec![not_ours(&file, self.form)]) };
        if !simulate && fate != ExportFate::Unchanged {
            write_whole_with(&target, |out| self.write(out)).map_err(unwritten)?;
        }
        Ok(Exported { file, counts: self.log().counts(), fate, simulated: simulate })
    }

    /// What will become of the target; `None` where something else stands there.
    fn fate(&self, target: &Path) -> io::Result<Option<ExportFate>> {
        let earlier = match File::open(target) {
            Ok(earlier) => earlier,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Some(ExportFate::New));
            }
            Err(error) => return Err(error),
        };
        if earlier.metadata()?.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let mut head = Vec::new();
        earlier.take(HEAD_BYTES).read_to_end(&mut head)?;
        if !head.is_empty() && !self.form.begins(&head) {
            return Ok(None);
        }
        let mut same = Comparison { earlier: BufReader::new(File::open(target)?), differs: false };
        self.write(&mut same)?;
        let unchanged = same.met_all()?;
        Ok(Some(if unchanged { ExportFate::Unchanged } else { ExportFate::Replaced }))
    }
}

/// Takes what would be written and holds it against what stands there.
struct Comparison {
    earlier: BufReader<File>,
    differs: bool,
}

impl Comparison {
    /// Whether all of the earlier file was met, and nothing else.
    fn met_all(mut self) -> io::Result<bool> {
        let mut rest = [0];
        Ok(!self.differs && self.earlier.read(&mut rest)? == 0)
    }
}

impl Write for Comparison {
    fn write(&mut self, written: &[u8]) -> io::Result<usize> {
        if !self.differs {
            let mut there = vec![0; written.len()];
            match self.earlier.read_exact(&mut there) {
                Ok(()) => self.differs = there != written,
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => self.differs = true,
                Err(error) => return Err(error),
            }
        }
        Ok(written.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn not_ours(file: &str, form: Form) -> Diagnostic {
    Diagnostic::error(format!("{file} sudah ada dan bukan hasil tertib ekspor {}", form.name()))
        .consequence("berkas itu tidak ditimpa; log tidak ditulis.")
        .advice("sebutkan nama berkas lain sesudah --ke, atau pindahkan dahulu berkas itu")
        .at(Place::File(file.into()))
}
