//! PDF pages, set by typst. The only door to it.
//!
//! A [`Press`] is built once and shared by all threads: fonts, templates and the
//! library of typst stand still. Each paper adds a small world of its own that holds
//! its data as the one file `/data.json`. Whatever typst asks of the world outside is
//! answered from these two or not at all, so a page cannot depend on the machine.
//!
//! Every paper is PDF/A-3a (archive, tagged, may carry its record) and PDF/UA-1
//! (readable aloud) at once. A warning of typst counts as an error: an unknown font
//! is only a warning there, and would set the paper in another face.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::sync::Arc;

use chrono::{DateTime, Datelike, FixedOffset, Offset as _, Timelike};
use serde::Serialize;
use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{DiagSpan, DiagSpanKind, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::manuscript::{ATTACHMENT, EDITION, Files, Manuscript, OWN, Product, cover_of};
use super::problem::{PressProblem, TemplateFault, TemplatePlace};
use super::{Apart, PrintJob, Templates, picture, template_text};

/// The file that a template reads its data from: `json("/data.json")`.
pub(super) const DATA: &str = "data.json";
const NO_PACKAGES: &str = "paket dari internet tidak dapat dipakai";

macro_rules! font {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../templates/fonts/", $name)))
    };
}

/// The fonts, all of them: Arimo has the measures of Arial, TeX Gyre Bonum those of
/// Bookman; the last one lends ticks and boxes to both.
const FONTS: [(&str, &[u8]); 9] = [
    font!("Arimo-Regular.ttf"),
    font!("Arimo-Bold.ttf"),
    font!("Arimo-Italic.ttf"),
    font!("Arimo-BoldItalic.ttf"),
    font!("texgyrebonum-regular.otf"),
    font!("texgyrebonum-bold.otf"),
    font!("texgyrebonum-italic.otf"),
    font!("texgyrebonum-bolditalic.otf"),
    font!("DejaVuSans-Simbol.ttf"),
];

/// One issue of a paper: what identifies it beside its data.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The document's title, shown in the window of a reader and read aloud.
    pub title: String,
    /// The document's date in the office's zone; also the only "today" of a template.
    pub date: DateTime<FixedOffset>,
    /// What tells this paper from all others; the PDF's identifier is made from it.
    pub ident: String,
    /// A file that travels inside the PDF.
    pub attachment: Option<Attachment>,
}

/// A file inside a PDF: the data that the paper was made from.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its file name, without a folder.
    pub name: String,
    pub content: Vec<u8>,
    /// Its kind, such as `application/json`.
    pub mime: String,
    /// What it is, in a few words; PDF/A-3 demands it.
    pub description: String,
}

/// A paper that came off the press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    pub pdf: Vec<u8>,
    /// Characters of the data that no font has; each is printed as U+FFFD (�).
    pub unprintable: BTreeSet<char>,
}

/// Fonts, templates and library, ready to print any number of papers.
pub struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: BTreeMap<String, Source>,
    images: BTreeMap<String, Bytes>,
    standards: PdfStandards,
    /// Who sets pages by the templates of an office.
    apart: Option<Arc<Apart>>,
}

impl Press {
    /// Reads the fonts and the templates that end in `.typ`.
    ///
    /// # Errors
    /// Every syntax mistake of every template, with its place.
    pub fn new(templates: &Templates) -> Result<Self, Vec<PressProblem>> {
        let mut problems = Vec::new();
        let mut fonts = Vec::new();
        for (name, content) in FONTS {
            match Font::new(Bytes::new(content), 0) {
                Some(font) => fonts.push(font),
                None => problems.push(PressProblem::Font { name: name.to_owned() }),
            }
        }
        let standards =
            PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).map_err(|error| {
                vec![PressProblem::Standards { reason: error.message().to_string() }]
            })?;
        let mut press = Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources: BTreeMap::new(),
            images: BTreeMap::new(),
            standards,
            apart: None,
        };
        for (name, content) in templates.iter() {
            if !is_page(name) {
                if !name.ends_with(".html") {
                    press.images.insert(name.to_owned(), Bytes::new(content.to_vec()));
                }
                continue;
            }
            let text = match template_text(name, content) {
                Ok(text) => text,
                Err(problem) => {
                    problems.push(problem);
                    continue;
                }
            };
            let cover = format!("{OWN}{name}");
            press.add_source(name, text.to_owned())?;
            press.add_source(&cover, cover_of(name))?;
        }
        for (name, source) in &press.sources {
            let (errors, _) = source.root().errors_and_warnings();
            let errors = errors.into_iter().map(SourceDiagnostic::from);
            problems.extend(errors.map(|error| press.problem(name, &error)));
        }
        if problems.is_empty() { Ok(press) } else { Err(problems) }
    }

    /// Lets pages by the templates of an office be set by other processes.
    #[must_use]
    pub fn with_apart(mut self, apart: Option<Arc<Apart>>) -> Self {
        self.apart = apart;
        self
    }

    /// Prints `data` by the template of that name.
    ///
    /// # Errors
    /// All that typst has against the template or the PDF, warnings included.
    pub fn print<D: Serialize + ?Sized>(
        &self,
        template: &str,
        data: &D,
        edition: &Edition,
    ) -> Result<Printed, Vec<PressProblem>> {
        self.printed(template, data, edition, BTreeMap::new())
    }

    /// Prints a job, with the pictures that it names.
    ///
    /// # Errors
    /// As of [`Press::print`].
    pub fn print_job(&self, job: &PrintJob) -> Result<Printed, Vec<PressProblem>> {
        let PrintJob { template, data, edition, pictures } = job;
        self.printed(template, data, edition, pictures.fetch())
    }

    fn printed<D: Serialize + ?Sized>(
        &self,
        template: &str,
        data: &D,
        edition: &Edition,
        pictures: BTreeMap<String, Vec<u8>>,
    ) -> Result<Printed, Vec<PressProblem>> {
        let (made, unprintable) = self.make(template, data, edition, pictures, Product::Pdf)?;
        Ok(Printed { pdf: made.into_iter().next().unwrap_or_default(), unprintable })
    }

    /// Sets the pages of a template and makes a product of them; also gives the characters
    /// that could not be printed.
    pub(super) fn make<D: Serialize + ?Sized>(
        &self,
        template: &str,
        data: &D,
        edition: &Edition,
        pictures: BTreeMap<String, Vec<u8>>,
        product: Product,
    ) -> Result<(Files, BTreeSet<char>), Vec<PressProblem>> {
        let has_glyph =
            |c| self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)));
        let (manuscript, unprintable) =
            Manuscript::of(template, data, edition, pictures, has_glyph)?;
        let apart = self.apart.as_ref().and_then(|apart| apart.set(&manuscript, product));
        let made = apart.unwrap_or_else(|| self.set(manuscript, product))?;
        Ok((made, unprintable))
    }

    /// Sets a manuscript in this process.
    pub(super) fn set(
        &self,
        manuscript: Manuscript,
        product: Product,
    ) -> Result<Files, Vec<PressProblem>> {
        let Manuscript { template, data, title, front, attachment, pictures, date, ident } =
            manuscript;
        let cover = self.sources.get(&format!("{OWN}{template}"));
        let cover =
            cover.ok_or_else(|| vec![PressProblem::NoTemplate { name: template.clone() }])?;
        let (today, stamp) =
            moment(&date).ok_or_else(|| vec![PressProblem::Date { date: date.to_string() }])?;
        let world = PaperWorld {
            press: self,
            main: cover.id(),
            data: Bytes::new(data),
            edition: Bytes::new(front),
            attachment: attachment.map(Bytes::new),
            pictures: pictures.into_iter().map(|(name, file)| (name, Bytes::new(file))).collect(),
            today,
        };
        let titled = |mut document: PagedDocument| {
            // Not by a rule in the cover: what stands under a title that no other paper has is
            // laid out anew for each.
            document.info_mut().title.get_or_insert_with(|| title.into());
            document
        };
        let made = compile(&world).map(titled).and_then(|document| match product {
            Product::Pdf => self.export(&document, ident, stamp).map(|pdf| Some(vec![pdf])),
            Product::Pictures => Ok(picture::drawn(&document)),
        });
        // What typst keeps of papers would fill the memory. What the next paper can use, such
        // as the letterhead, stays as long as each paper uses it; and a worker that is done
        // takes nothing from the others, which are in the midst of theirs.
        comemo::evict(std::thread::available_parallelism().map_or(1, NonZeroUsize::get));
        let problems = |errors: Vec<SourceDiagnostic>| {
            let told = |error| self.problem(&template, error).meaning(&world.data, self.texts());
            errors.iter().map(told).collect::<Vec<_>>()
        };
        let too_large = || vec![PressProblem::Picture { template: template.clone() }];
        made.map_err(problems)?.ok_or_else(too_large)
    }

    fn export(
        &self,
        document: &PagedDocument,
        ident: String,
        stamp: Timestamp,
    ) -> Result<Vec<u8>, Vec<SourceDiagnostic>> {
        let options = PdfOptions {
            ident: Smart::Custom(ident),
            creator: Smart::Custom(Some("tertib".to_owned())),
            timestamp: Some(stamp),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(document, &options).map_err(|errors| errors.to_vec())
    }

    fn add_source(&mut self, name: &str, text: String) -> Result<(), Vec<PressProblem>> {
        let path = VirtualPath::new(name)
            .map_err(|_| vec![PressProblem::TemplateName { name: name.to_owned() }])?;
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        self.sources.insert(name.to_owned(), Source::new(id, text));
        Ok(())
    }

    fn problem(&self, template: &str, error: &SourceDiagnostic) -> PressProblem {
        let place = self.place(error.span);
        let named = place.as_ref().map_or(template, |place| &place.template).to_owned();
        let calls = error.trace.iter().filter_map(|call| self.place(call.span.into()));
        PressProblem::Template(Box::new(TemplateFault {
            template: named,
            place,
            message: error.message.to_string(),
            hints: error.hints.iter().map(|hint| hint.v.to_string()).collect(),
            called_from: calls.collect(),
        }))
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        self.sources.values().map(Source::text)
    }

    /// Where a span stands, if it stands in a template.
    fn place(&self, span: DiagSpan) -> Option<TemplatePlace> {
        let name = span.id()?.get().vpath().get_without_slash();
        let source = self.sources.get(name).filter(|_| !name.starts_with(OWN))?;
        let range = match span.get() {
            DiagSpanKind::Detached => return None,
            DiagSpanKind::Number { num, sub_range, .. } => source.range(num, sub_range)?,
            DiagSpanKind::Range { range, .. } => range,
        };
        let (line, column) = source.lines().byte_to_line_column(range.start)?;
        Some(TemplatePlace { template: name.to_owned(), line: line + 1, column: column + 1 })
    }
}

/// A warning counts as an error.
fn compile(world: &PaperWorld) -> Result<PagedDocument, Vec<SourceDiagnostic>> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    let document =
        output.map_err(|errors| warnings.iter().cloned().chain(errors).collect::<Vec<_>>())?;
    if warnings.is_empty() { Ok(document) } else { Err(warnings.to_vec()) }
}

/// What one paper adds to the press while it is set.
struct PaperWorld<'a> {
    press: &'a Press,
    main: FileId,
    data: Bytes,
    edition: Bytes,
    attachment: Option<Bytes>,
    pictures: BTreeMap<String, Bytes>,
    today: Datetime,
}

impl World for PaperWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.press.sources.get(local_name(id)?).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file = match local_name(id)? {
            DATA => Some(self.data.clone()),
            EDITION => Some(self.edition.clone()),
            ATTACHMENT => self.attachment.clone(),
            name => self.pictures.get(name).or_else(|| self.press.images.get(name)).cloned(),
        };
        file.ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        Some(self.today)
    }
}

/// The name on the shelf; packages from outside are none.
fn local_name(id: FileId) -> FileResult<&'static str> {
    match id.get().root() {
        VirtualRoot::Project => Ok(id.get().vpath().get_without_slash()),
        VirtualRoot::Package(_) => Err(FileError::Other(Some(NO_PACKAGES.into()))),
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

fn is_page(name: &str) -> bool {
    name.ends_with(".typ")
}

/// The moment twice, as typst takes it: without its zone for templates, with it for
/// the PDF's own dates.
fn moment(date: &DateTime<FixedOffset>) -> Option<(Datetime, Timestamp)> {
    let byte = |number: u32| u8::try_from(number).ok();
    let local = Datetime::from_ymd_hms(
        date.year(),
        byte(date.month())?,
        byte(date.day())?,
        byte(date.hour())?,
        byte(date.minute())?,
        byte(date.second())?,
    )?;
    // A PDF writes the year with four digits.
    let stamp = Timestamp::new_local(local, date.offset().fix().local_minus_utc() / 60)?;
    (0..=9999).contains(&date.year()).then_some((local, stamp))
}
