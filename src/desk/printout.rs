//! `--cetak F.pdf`: a page set for a file that the user names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::Serialize;

use super::deposit::{among_workbooks, lies_among_workbooks, not_written, write_whole};
use super::shelf::{self, Shelf, hex};
use super::{Choices, Refusal};
use crate::diagnostic::{Diagnostic, Level, Place};
use crate::office::Zone;
use crate::press::{Attachment, Edition};
use sha2::{Digest, Sha256};

/// Where a print goes, and whether it is only tried.
#[derive(Debug, Clone)]
pub struct PrintTo {
    /// As it was typed.
    pub file: PathBuf,
    pub simulate: bool,
}

/// What became of a print.
#[derive(Debug, Clone)]
pub struct Printout {
    /// As it was typed, with `/`.
    pub file: String,
    pub fate: PrintFate,
    /// What was printed otherwise than written, or what was left out.
    pub told: Vec<Diagnostic>,
    /// Nothing was written (`--simulasi`).
    pub simulated: bool,
}

/// What a print does to the file of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintFate {
    Made,
    /// An earlier print of the same thing stood there.
    Replaced,
    /// The same bytes stood there.
    Unchanged,
    /// There is nothing to print: whatever stands there stays.
    Nothing,
}

/// A page before it is set.
pub(super) struct Sheet<'a, D: Serialize> {
    /// The option that names the file, as the user types it.
    pub option: &'static str,
    pub template: &'a str,
    pub title: String,
    /// The day that the PDF bears; never that of the run.
    pub date: NaiveDate,
    pub zone: Zone,
    pub data: &'a D,
    pub attachment: Attachment,
}

impl<D: Serialize> Sheet<'_, D> {
    /// Sets the page and puts it in its place.
    ///
    /// # Errors
    /// The name is none for a PDF, something else stands there, a template is faulty, or
    /// the file cannot be written.
    pub(super) fn print(
        &self,
        mut shelf: Shelf,
        to: &PrintTo,
        choices: &Choices,
    ) -> Result<Printout, Refusal> {
        let shown = to.file.to_string_lossy().replace('\\', "/");
        let target = choices.here.join(&to.file);
        if !target.extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf")) {
            return Err(vec![no_pdf(&shown, self.option)]);
        }
        if lies_among_workbooks(&target) {
            return Err(vec![among_workbooks(&shown, self.option)]);
        }
        let present = present(&target, &shown)?;
        if present.as_deref().is_some_and(|present| !is_earlier_print(present, &self.title)) {
            return Err(vec![occupied(&shown, &self.title, self.option)]);
        }
        if let Some(faulty) = shelf.faulty.remove(self.template) {
            return Err(faulty);
        }
        let printed = shelf.press.print(self.template, self.data, &self.edition());
        let printed = printed.map_err(|found| {
            // What it fails for may be a faulty template that it is built upon.
            let faulty = std::mem::take(&mut shelf.faulty).into_values().flatten();
            faulty.chain(shelf::told(&found)).collect::<Refusal>()
        })?;
        let mut told: Vec<Diagnostic> = shelf.problems;
        if !printed.unprintable.is_empty() {
            told.push(unprintable(&printed.unprintable.iter().copied().collect::<Vec<_>>()));
        }
        let fate = match &present {
            None => PrintFate::Made,
            Some(present) if *present == printed.pdf => PrintFate::Unchanged,
            Some(_) => PrintFate::Replaced,
        };
        if !to.simulate && fate != PrintFate::Unchanged {
            write_whole(&target, &printed.pdf)
                .map_err(|error| vec![not_written(&shown, &error)])?;
        }
        Ok(Printout { file: shown, fate, told, simulated: to.simulate })
    }

    fn edition(&self) -> Edition {
        let mut identity = Sha256::new();
        identity.update(self.title.as_bytes());
        identity.update(&self.attachment.content);
        Edition {
            title: self.title.clone(),
            date: self.zone.at(self.date.and_time(chrono::NaiveTime::MIN)),
            ident: hex(&identity.finalize()),
            attachment: Some(self.attachment.clone()),
        }
    }
}

pub(super) fn present(target: &Path, shown: &str) -> Result<Option<Vec<u8>>, Refusal> {
    match fs::read(target) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        // Nothing can stand below a file; the writing says so.
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(None),
        Err(error) => Err(vec![not_written(shown, &error)]),
    }
}

/// Whether a file is what this program printed under the same title, and nobody has
/// signed it since: only that may be printed over.
pub(super) fn is_earlier_print(pdf: &[u8], title: &str) -> bool {
    let title = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let ours =
        format!(">{title}</rdf:li></rdf:Alt></dc:title><xmp:CreatorTool>tertib</xmp:CreatorTool>");
    pdf.starts_with(b"%PDF") && holds(pdf, ours.as_bytes()) && !is_signed(pdf)
}

/// Whether a PDF bears an electronic signature.
pub(super) fn is_signed(pdf: &[u8]) -> bool {
    holds(pdf, b"/ByteRange")
}

/// Whether a file begins and ends as a PDF does.
pub(super) fn is_whole_pdf(file: &[u8]) -> bool {
    let tail = file.get(file.len().saturating_sub(1024)..).unwrap_or(file);
    file.starts_with(b"%PDF") && holds(tail, b"%%EOF")
}

pub(super) fn holds(file: &[u8], wanted: &[u8]) -> bool {
    file.windows(wanted.len()).any(|part| part == wanted)
}

pub(super) fn no_pdf(shown: &str, option: &str) -> Diagnostic {
    Diagnostic::error(format!("nama berkas cetakan \"{shown}\" tidak berakhir dengan .pdf"))
        .advice(format!("tulis sesudah {option} nama berkas PDF, misalnya cetakan.pdf"))
}

pub(super) fn occupied(shown: &str, title: &str, option: &str) -> Diagnostic {
    Diagnostic::error(format!(
        "{shown} sudah ada dan bukan cetakan tertib berjudul \"{title}\", atau sudah ditandatangani secara elektronik"
    ))
    .consequence("berkas itu tidak diubah.")
    .advice(format!("pindahkan berkas itu, atau tulis nama lain sesudah {option}"))
    .at(Place::File(shown.into()))
}

fn unprintable(letters: &[char]) -> Diagnostic {
    let codes: Vec<String> =
        letters.iter().map(|letter| format!("U+{:04X}", u32::from(*letter))).collect();
    let mut told = Diagnostic::error(format!(
        "cetakan ini memuat huruf yang tidak dapat dicetak: {}",
        codes.join(", ")
    ))
    .consequence("huruf itu dicetak sebagai �.");
    told.level = Level::Peringatan;
    told
}

#[cfg(test)]
mod tests {
    use super::is_earlier_print;

    fn printed(title: &str, after: &str) -> Vec<u8> {
        format!(
            "%PDF-1.7 …<rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
             <xmp:CreatorTool>tertib</xmp:CreatorTool>{after}"
        )
        .into_bytes()
    }

    #[test]
    fn only_an_unsigned_print_of_the_same_title_may_be_printed_over() {
        assert!(is_earlier_print(&printed("SOP A &amp; B", ""), "SOP A & B"));
        assert!(!is_earlier_print(&printed("SOP A", ""), "SOP"));
        assert!(!is_earlier_print(&printed("SOP A", "/ByteRange [0 1 2 3]"), "SOP A"));
        assert!(!is_earlier_print(b"%PDF-1.7 SOP A", "SOP A"));
        assert!(!is_earlier_print(b"", ""));
    }
}
