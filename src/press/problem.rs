//! What can go wrong at the press, as facts, and its Indonesian words.
//!
//! A problem here is always one of a template, of the data given to it or of the
//! program, never of the office's work.

use std::fmt::{self, Display, Formatter};

use serde::{Deserialize, Serialize};

use super::meant;
use crate::diagnostic::{Diagnostic, Place};

/// A position in a template; line and column count from one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TemplatePlace {
    pub template: String,
    pub line: usize,
    pub column: usize,
}

/// What the press has against a template, or the template against its data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateFault {
    /// The template that the mistake stands in; where that is not known, the one
    /// that was to be printed.
    pub template: String,
    pub place: Option<TemplatePlace>,
    /// In the words of typst or tera.
    pub message: String,
    pub hints: Vec<String>,
    /// The calls that led there, the innermost first.
    pub called_from: Vec<TemplatePlace>,
}

/// Why something could not be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PressProblem {
    /// No template of that name is on the shelf.
    NoTemplate { name: String },
    /// A file cannot bear that name among the templates.
    TemplateName { name: String },
    /// A template is not UTF-8 text, from that line on.
    NotText { name: String, line: usize },
    /// Nothing stands in a template.
    EmptyTemplate { name: String },
    /// A font that the program brings along cannot be read.
    Font { name: String },
    /// typst does not know the standards that papers are made to.
    Standards { reason: String },
    /// The press of PDF pages or of HTML refuses the template, or the template the data.
    Template(Box<TemplateFault>),
    /// Setting pages by a template took more time or memory than any paper; `own` are the
    /// files of the office that it reaches.
    RanAway { template: String, own: Vec<String>, how: RanAway },
    /// A page cannot be drawn: it is larger than a picture may be.
    Picture { template: String },
    /// The data for a template cannot be written as JSON.
    Data { template: String, reason: String },
    /// The date of a paper lies outside what a PDF or workbook can hold.
    Date { date: String },
    /// Excel does not take this name for a sheet.
    SheetName { name: String, fault: SheetNameFault },
    /// A row of a table has more values than the table has columns.
    RowTooLong { sheet: String, row: usize },
    /// More rows or columns than a sheet of Excel holds.
    SheetFull { sheet: String },
    /// A text longer than a cell of Excel holds (32,767 characters).
    TextTooLong { sheet: String, row: usize, column: usize },
    /// A number that is none (NaN, infinite).
    NoNumber { sheet: String, row: usize, column: usize },
    /// The workbook could not be put together, in the words of the library.
    Workbook { reason: String },
}

/// How a template ran away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RanAway {
    /// It was not done when its time was over.
    Slow { seconds: u64 },
    /// It took more memory than it may, or broke down.
    Gone,
}

/// What Excel has against a sheet's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetNameFault {
    Empty,
    /// More than 31 characters.
    TooLong,
    /// One of `[ ] : * ? / \`, or an apostrophe at an end.
    Character,
    /// Another sheet has it; Excel does not tell small from capital letters.
    Taken,
}

impl Display for PressProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTemplate { name } => write!(f, "templat \"{name}\" tidak ada"),
            Self::TemplateName { name } => {
                write!(f, "nama berkas \"{name}\" tidak dapat dipakai untuk templat")
            }
            Self::NotText { name, line } => {
                write!(f, "templat \"{name}\" bukan teks UTF-8, mulai baris {line}")
            }
            Self::EmptyTemplate { name } => write!(f, "templat \"{name}\" kosong"),
            Self::Font { name } => write!(f, "jenis huruf \"{name}\" tidak dapat dibaca"),
            Self::Standards { reason } => write!(f, "standar PDF tidak dapat dipakai: {reason}"),
            Self::Template(fault) => {
                write!(f, "templat \"{}\": {}", fault.template, in_indonesian(&fault.message))
            }
            Self::RanAway { template, how: RanAway::Slow { seconds }, .. } => write!(
                f,
                "templat \"{template}\": satu naskah belum selesai disusun sesudah {seconds} detik, \
                 lalu dihentikan"
            ),
            Self::RanAway { template, how: RanAway::Gone, .. } => write!(
                f,
                "templat \"{template}\": penyusunannya terhenti, karena menghabiskan memori atau \
                 memanggil dirinya tanpa akhir"
            ),
            Self::Data { template, reason } => {
                write!(f, "data untuk templat \"{template}\" tidak dapat disusun: {reason}")
            }
            Self::Picture { template } => {
                write!(f, "halaman dari templat \"{template}\" terlalu besar untuk digambar")
            }
            Self::Date { date } => write!(f, "tanggal dokumen {date} di luar jangkauan"),
            Self::SheetName { name, fault } => {
                let why = match fault {
                    SheetNameFault::Empty => "kosong",
                    SheetNameFault::TooLong => "lebih dari 31 huruf",
                    SheetNameFault::Character => {
                        "memuat [ ] : * ? / \\ atau tanda petik tunggal di ujungnya"
                    }
                    SheetNameFault::Taken => "sudah dipakai lembar lain",
                };
                write!(f, "nama lembar \"{name}\" tidak dapat dipakai: {why}")
            }
            Self::RowTooLong { sheet, row } => write!(
                f,
                "lembar \"{sheet}\" baris {row}: nilainya lebih banyak daripada kolom tabel"
            ),
            Self::SheetFull { sheet } => write!(
                f,
                "lembar \"{sheet}\" tidak muat: Excel memuat paling banyak 1.048.576 baris dan 16.384 kolom"
            ),
            Self::TextTooLong { sheet, row, column } => write!(
                f,
                "lembar \"{sheet}\" baris {row} kolom {column}: teks lebih dari 32.767 huruf, batas satu sel Excel"
            ),
            Self::NoNumber { sheet, row, column } => {
                write!(f, "lembar \"{sheet}\" baris {row} kolom {column}: nilainya bukan bilangan")
            }
            Self::Workbook { reason } => write!(f, "buku kerja tidak dapat disusun: {reason}"),
        }
    }
}

impl std::error::Error for PressProblem {}

impl PressProblem {
    /// With what the author most likely meant, where that can be told.
    pub(super) fn meaning<'s>(
        mut self,
        data: &[u8],
        sources: impl Iterator<Item = &'s str>,
    ) -> Self {
        if let Self::Template(fault) = &mut self
            && let Some(hint) = meant::hint(&fault.message, data, sources)
        {
            // What typst proposes instead is seldom what a secretary had in mind.
            fault.hints = vec![hint];
        }
        self
    }

    /// The problem as it is shown to people.
    ///
    /// `folder` is where the templates stand as people know it (`templat`): it goes
    /// before the file in the place, so that the place can be opened.
    pub fn diagnostic(&self, folder: &str) -> Diagnostic {
        if let Self::RanAway { own, .. } = self {
            let told = Diagnostic::error(self.to_string())
                .consequence("yang memakai templat ini tidak dibuat; yang lain tetap dibuat.")
                .advice(format!(
                    "periksa pengulangan (for, while) dan fungsi yang memanggil dirinya di berkas \
                     itu; atau pindahkan berkas itu dari folder {folder}, supaya templat bawaan \
                     dipakai, lalu jalankan lagi"
                ));
            let place = |name: &String| Place::File(format!("{folder}/{name}").into());
            return own.iter().fold(told, |told, name| told.at(place(name)));
        }
        let Self::Template(fault) = self else {
            return Diagnostic::error(self.to_string());
        };
        let mut diagnostic = Diagnostic::error(self.to_string()).advice(
            fault.hints.iter().map(|hint| in_indonesian(hint)).collect::<Vec<_>>().join("; "),
        );
        for TemplatePlace { template, line, column } in fault.place.iter().chain(&fault.called_from)
        {
            diagnostic = diagnostic.at(Place::Text {
                file: format!("{folder}/{template}").into(),
                line: *line,
                column: *column,
            });
        }
        diagnostic
    }
}

/// The mistakes that one makes when changing a template, in Indonesian; any other
/// message in the words of the press, which its manual explains.
fn in_indonesian(message: &str) -> String {
    // "PDF/A-3a, PDF/UA-1 error: missing alt text": what is said, and which standard says it.
    if let Some((standards, said)) = message.split_once(" error: ")
        && standards.starts_with("PDF/")
    {
        return format!("{} ({standards})", in_indonesian(said));
    }
    let fixed = FIXED.iter().find(|(english, _)| *english == message);
    if let Some((_, indonesian)) = fixed {
        return (*indonesian).to_owned();
    }
    let named = NAMED.iter().find_map(|(before, after, indonesian)| {
        let name = message.strip_prefix(before)?.split(after).next()?;
        Some(indonesian.replace("{}", name.trim_matches(['"', '`', '"'])))
    });
    named.unwrap_or_else(|| message.to_owned())
}

const FIXED: [(&str, &str); 21] = [
    ("unclosed delimiter", "tanda kurung atau petik tidak ditutup"),
    ("missing alt text", "gambar atau rumus tanpa teks pengganti"),
    (
        "make sure your images and equations have alt text",
        "tambahkan alt: \"…\" pada gambar atau rumus itu",
    ),
    ("missing document title", "dokumen tanpa judul"),
    ("heading levels must be consecutive", "urutkan tingkat judul tanpa ada yang terlewat"),
    ("try using a different font", "ganti karakter itu"),
    ("expected comma", "di sini seharusnya ada koma"),
    ("expected expression", "di sini seharusnya ada nilai atau ungkapan"),
    ("condition is always true", "pengulangan ini tidak pernah berakhir"),
    ("loop seems to be infinite", "pengulangan ini tidak pernah berakhir"),
    ("maximum function call depth exceeded", "fungsi ini memanggil dirinya tanpa akhir"),
    ("maximum parsing depth exceeded", "terlalu banyak kurung di dalam kurung"),
    ("maximum layout depth exceeded", "terlalu banyak isi di dalam isi lain"),
    (
        "try to reduce the amount of nesting in your layout",
        "kurangi bagian yang berada di dalam bagian lain",
    ),
    (
        "maximum show rule depth exceeded",
        "aturan show ini berlaku atas hasilnya sendiri tanpa akhir",
    ),
    (
        "check whether the show rule matches its own output",
        "periksa apakah aturan show itu mengenai hasilnya sendiri",
    ),
    ("the first heading must be of level 1", "judul pertama seharusnya bertingkat 1 (=)"),
    (
        "cannot access files outside of the project sandbox",
        "templat hanya dapat membaca isi folder templat dan datanya",
    ),
    (
        "you can adjust the project root with the `--root` argument",
        "salin berkas yang diperlukan ke folder itu",
    ),
    ("unknown image format", "gambar tidak dapat dibaca; yang dapat dipakai: PNG, JPEG, SVG"),
    ("no font could be found", "tidak ada jenis huruf untuk rumus matematika"),
];

/// What stands before and after the name in question, and the Indonesian sentence.
const NAMED: [(&str, &str, &str); 13] = [
    (
        "unknown font family: ",
        "\n",
        "jenis huruf \"{}\" tidak tersedia; yang tersedia: Arimo, TeX Gyre Bonum, DejaVu Sans (tanda saja)",
    ),
    ("unknown variable: ", "\n", "nama \"{}\" tidak dikenal"),
    ("dictionary does not contain key ", " and no default", "data tidak memuat \"{}\""),
    ("file not found (searched at ", ")", "berkas \"{}\" tidak ada di folder templat"),
    ("path ", " would escape", "\"{}\" berada di luar folder templat dan tidak dapat dibaca"),
    ("failed to load file (", ")", "{}"),
    ("unexpected argument: ", "\n", "isian \"{}\" tidak dikenal pada fungsi ini"),
    ("missing argument: ", "\n", "isian \"{}\" pada fungsi ini belum ada"),
    (
        "the text ",
        " could not be displayed",
        "\"{}\" tidak dapat dicetak dengan jenis huruf yang ada",
    ),
    ("skipped from heading level ", " to ", "tingkat judul melompat dari {}"),
    ("Unknown filter ", "\n", "filter \"{}\" tidak dikenal"),
    ("Unknown function ", "\n", "fungsi \"{}\" tidak dikenal"),
    ("Unknown template ", "\n", "templat \"{}\" tidak ada"),
];
