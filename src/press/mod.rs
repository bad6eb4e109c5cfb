//! Data and a template in, bytes out. Knows no SOP, no office and no paper.
//!
//! Three presses stand here, each the only door to its foreign crate: [`Press`]
//! sets PDF pages (typst), [`Pages`] renders HTML (tera), [`write_workbook`] writes
//! spreadsheets (rust_xlsxwriter). What people wrote reaches a template only as
//! data, never as part of its text, so a name with `#` or `<` prints as it is. The
//! same data, template and date give the same bytes: no press asks the clock, the
//! disk or the fonts of the machine.

mod annotate;
mod apart;
mod check_code;
mod html;
mod manuscript;
mod meant;
mod merged;
mod pdf;
mod photo;
mod picture;
mod printable;
mod problem;
mod qr;
mod read_back;
mod spreadsheet_chart;
mod workbook;
mod workers;

use std::collections::BTreeMap;

pub use annotate::{
    AnnotateProblem, Annotation, Finding, MarkedCell, SecretColumn, annotate, is_own_workbook,
    is_untouched,
};
pub use apart::{Apart, SETTING, serve_setting};
pub use check_code::{CODE_FORM, CodeFault, TypedCode, check_code};
pub use html::Pages;
pub use merged::{Merge, MergeFault};
pub use pdf::{Attachment, Edition, Press, Printed};
pub use photo::{LARGEST_FILE, PhotoFault, photo};
pub use picture::{PREVIEW_MARK, is_own_picture};
pub use problem::{PressProblem, RanAway, TemplateFault, TemplatePlace};
pub use qr::qr_code;
pub use read_back::{PdfFault, PdfParts, READING_PDF, read_pdf, serve_pdf, text_of};
pub use spreadsheet_chart::{Chart, ChartSeries, ChartShape};
pub use workbook::{
    Column, Entry, EntryColumn, EntrySheet, PlainSheet, PlainValue, Table, Value, sheet_names,
    write_entry_workbook, write_plain_workbook, write_titled_workbook, write_workbook,
    write_workbook_with_charts,
};
pub use workers::{Pictures, PrintJob, PrintResult};

/// The templates (*templat*) and the images that they use, by file name.
///
/// Starts with the built-in ones; an office's file of the same name replaces a
/// built-in one. The end of a name says which press reads it: `.typ` is typst,
/// `.html` is tera, anything else is an image that a typst template may show.
#[derive(Debug, Clone)]
pub struct Templates {
    files: BTreeMap<String, Vec<u8>>,
}

macro_rules! built_in {
    ($name:literal) => {
        ($name, include_str!(concat!("../../templates/", $name)))
    };
}

/// Every template that the program brings along, by the name of its file.
const BUILT_IN: [(&str, &str); 20] = [
    built_in!("akses-diminta.typ"),
    built_in!("akun.typ"),
    built_in!("bagan-alir.typ"),
    built_in!("berita-acara-pencabutan.typ"),
    built_in!("berita-acara.typ"),
    built_in!("buku-agenda.typ"),
    built_in!("daftar-arsip.typ"),
    built_in!("disposisi.typ"),
    built_in!("dokumentasi.typ"),
    built_in!("kop.typ"),
    built_in!("laporan-bulanan.html"),
    built_in!("laporan-bulanan.typ"),
    built_in!("laporan-kegiatan.typ"),
    built_in!("lampiran-hitungan.typ"),
    built_in!("naskah.typ"),
    built_in!("pengembalian.typ"),
    built_in!("perhitungan.typ"),
    built_in!("sop.typ"),
    built_in!("status.typ"),
    built_in!("verifikasi.typ"),
];

impl Templates {
    /// The templates that the program brings along.
    pub fn built_in() -> Self {
        let files = BUILT_IN
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect();
        Self { files }
    }

    /// Puts a file on the shelf, in place of the one of that name if there is one.
    ///
    /// # Errors
    /// [`PressProblem::TemplateName`] if the name is not a plain path below the
    /// folder of templates (`kop.typ`, `logo/kantor.png`), or is one that the
    /// press keeps for itself.
    pub fn put(&mut self, name: &str, content: Vec<u8>) -> Result<(), PressProblem> {
        let plain = name
            .split('/')
            .all(|part| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':']));
        if !plain || name == pdf::DATA {
            return Err(PressProblem::TemplateName { name: name.to_owned() });
        }
        self.files.insert(name.to_owned(), content);
        Ok(())
    }

    /// Whether a file of that name is there.
    pub fn contains(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Takes a file from the shelf.
    pub fn remove(&mut self, name: &str) {
        self.files.remove(name);
    }

    /// The files in order of name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, content)| (name.as_str(), content.as_slice()))
    }
}

/// The text of a template, without the mark that some editors begin a file with.
fn template_text<'t>(name: &str, content: &'t [u8]) -> Result<&'t str, PressProblem> {
    let text = std::str::from_utf8(content).map_err(|error| {
        let before = content.iter().take(error.valid_up_to());
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        PressProblem::NotText { name: name.to_owned(), line }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // It would print a blank paper.
    if text.trim().is_empty() {
        return Err(PressProblem::EmptyTemplate { name: name.to_owned() });
    }
    Ok(text)
}

impl Default for Templates {
    fn default() -> Self {
        Self::built_in()
    }
}
