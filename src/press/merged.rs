//! Several PDFs in one file for the printer: their pages one after the other, as they
//! are. A door to lopdf.
//!
//! Each paper is read, written and let go before the next, so that many of them need no
//! more memory than one. What a printer has no use for stays behind: tags, attachments
//! and metadata are those of the single papers.

use std::collections::BTreeSet;
use std::io::{self, Write};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, Writer, dictionary};
use sha2::{Digest, Sha256};

/// Ours: the catalog, the tree of pages, the information, the metadata, the outline.
const CATALOG: u32 = 1;
const PAGES: u32 = 2;
const INFORMATION: u32 = 3;
const METADATA: u32 = 4;
const OUTLINE: u32 = 5;
const FIRST_FREE: u32 = 6;

/// What joins papers.
pub struct Merge<W: Write> {
    out: Counted<W>,
    /// Where each object begins, by its number.
    offsets: Vec<(u32, u64)>,
    next: u32,
    pages: Vec<Object>,
    bookmarks: Vec<(String, ObjectId)>,
    duplex: bool,
    title: String,
}

/// Why papers could not be joined.
#[derive(Debug)]
pub enum MergeFault {
    /// This paper is no PDF that can be read.
    Unreadable,
    Output(io::Error),
}

impl From<io::Error> for MergeFault {
    fn from(error: io::Error) -> Self {
        MergeFault::Output(error)
    }
}

impl<W: Write> Merge<W> {
    /// Begins a file. With `duplex` each paper begins on a sheet of its own when both
    /// sides are printed.
    ///
    /// # Errors
    /// The output takes nothing.
    pub fn begin(out: W, title: &str, duplex: bool) -> io::Result<Self> {
        let mut out = Counted { out, written: 0, hash: Sha256::new() };
        out.write_all(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")?;
        Ok(Merge {
            out,
            offsets: Vec::new(),
            next: FIRST_FREE,
            pages: Vec::new(),
            bookmarks: Vec::new(),
            duplex,
            title: title.to_owned(),
        })
    }

    /// Puts a paper behind those before it.
    ///
    /// # Errors
    /// It cannot be read, or the output takes no more.
    pub fn add(&mut self, pdf: &[u8], bookmark: &str) -> Result<(), MergeFault> {
        let mut document = Document::load_mem(pdf).map_err(|_| MergeFault::Unreadable)?;
        document.renumber_objects_with(self.next);
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        let first = *pages.first().ok_or(MergeFault::Unreadable)?;
        let mut size = None;
        for id in &pages {
            let page = document.get_object_mut(*id).and_then(Object::as_dict_mut);
            let page = page.map_err(|_| MergeFault::Unreadable)?;
            for key in [&b"StructParents"[..], b"Tabs", b"Metadata", b"AF"] {
                page.remove(key);
            }
            page.set("Parent", (PAGES, 0));
            size = page.get(b"MediaBox").ok().cloned();
        }
        for id in reached(&document, &pages) {
            if let Ok(object) = document.get_object(id) {
                self.object(id.0, object)?;
            }
        }
        self.next = document.max_id.saturating_add(1).max(self.next);
        self.pages.extend(pages.iter().map(|id| Object::Reference(*id)));
        self.bookmarks.push((bookmark.to_owned(), first));
        if self.duplex && pages.len() % 2 == 1 {
            self.blank_page(size)?;
        }
        Ok(())
    }

    /// How many pages there are so far.
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// Writes what holds the pages together.
    ///
    /// # Errors
    /// The output takes no more.
    pub fn end(mut self) -> io::Result<()> {
        let pages = dictionary! {
            "Type" => "Pages",
            "Count" => self.pages.len() as i64,
            "Kids" => std::mem::take(&mut self.pages),
        };
        self.object(PAGES, &pages.into())?;
        self.outline()?;
        let title = lopdf::text_string(&self.title);
        let information =
            dictionary! { "Title" => title, "Creator" => lopdf::text_string("tertib") };
        self.object(INFORMATION, &information.into())?;
        let packet = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        let packet = Stream::new(packet, metadata(&self.title).into_bytes());
        self.object(METADATA, &packet.with_compression(false).into())?;
        let catalog = dictionary! {
            "Type" => "Catalog",
            "Pages" => (PAGES, 0),
            "Outlines" => (OUTLINE, 0),
            "Metadata" => (METADATA, 0),
            "Lang" => lopdf::text_string("id"),
            "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        };
        self.object(CATALOG, &catalog.into())?;
        self.cross_references()
    }

    fn blank_page(&mut self, size: Option<Object>) -> io::Result<()> {
        let id = self.take_number();
        let mut page = dictionary! {
            "Type" => "Page",
            "Parent" => (PAGES, 0),
            "Resources" => Dictionary::new(),
        };
        page.set(
            "MediaBox",
            size.unwrap_or_else(|| vec![0.into(), 0.into(), 595.into(), 842.into()].into()),
        );
        self.object(id, &page.into())?;
        self.pages.push(Object::Reference((id, 0)));
        Ok(())
    }

    /// One line for each paper in the side bar of a reader.
    fn outline(&mut self) -> io::Result<()> {
        let bookmarks = std::mem::take(&mut self.bookmarks);
        let first = self.next;
        let last = first.saturating_add(bookmarks.len() as u32).saturating_sub(1);
        let mut outline = dictionary! { "Type" => "Outlines", "Count" => bookmarks.len() as i64 };
        if !bookmarks.is_empty() {
            outline.set("First", (first, 0));
            outline.set("Last", (last, 0));
        }
        self.object(OUTLINE, &outline.into())?;
        for (title, page) in bookmarks {
            let id = self.take_number();
            let target: Vec<Object> = vec![page.into(), "Fit".into()];
            let mut line = dictionary! {
                "Title" => lopdf::text_string(&title),
                "Parent" => (OUTLINE, 0),
                "Dest" => target,
            };
            if id > first {
                line.set("Prev", (id - 1, 0));
            }
            if id < last {
                line.set("Next", (id + 1, 0));
            }
            self.object(id, &line.into())?;
        }
        Ok(())
    }

    fn take_number(&mut self) -> u32 {
        let id = self.next;
        self.next = id.saturating_add(1);
        id
    }

    fn object(&mut self, id: u32, object: &Object) -> io::Result<()> {
        self.offsets.push((id, self.out.written));
        write!(self.out, "{id} 0 obj\n")?;
        Writer::write_object(&mut self.out, object)?;
        self.out.write_all(b"\nendobj\n")
    }

    fn cross_references(mut self) -> io::Result<()> {
        self.offsets.sort_unstable();
        let start = self.out.written;
        self.out.write_all(b"xref\n0 1\n0000000000 65535 f \n")?;
        let offsets = std::mem::take(&mut self.offsets);
        // Numbers that nothing bears part the table.
        for run in offsets.chunk_by(|(one, _), (other, _)| one + 1 == *other) {
            let Some((first, _)) = run.first() else { continue };
            write!(self.out, "{first} {}\n", run.len())?;
            for (_, offset) in run {
                write!(self.out, "{offset:010} 00000 n \n")?;
            }
        }
        let digest = self.out.hash.clone().finalize();
        let id: String = digest.iter().take(16).map(|byte| format!("{byte:02X}")).collect();
        let next = self.next;
        write!(
            self.out,
            "trailer\n<</Size {next}/Root {CATALOG} 0 R/Info {INFORMATION} 0 R\
             /ID[<{id}><{id}>]>>\nstartxref\n{start}\n%%EOF\n"
        )?;
        self.out.flush()
    }
}

/// What the pages need, in the order of numbers.
fn reached(document: &Document, pages: &[ObjectId]) -> BTreeSet<ObjectId> {
    let mut found: BTreeSet<ObjectId> = pages.iter().copied().collect();
    let mut open: Vec<ObjectId> = pages.to_vec();
    while let Some(id) = open.pop() {
        let Ok(object) = document.get_object(id) else { continue };
        let mut named = Vec::new();
        references(object, &mut named);
        open.extend(named.into_iter().filter(|id| id.0 != PAGES && found.insert(*id)));
    }
    found
}

fn references(object: &Object, named: &mut Vec<ObjectId>) {
    let entries = |entries: &Dictionary, named: &mut Vec<ObjectId>| {
        entries.iter().for_each(|(_, value)| references(value, named));
    };
    match object {
        Object::Reference(id) => named.push(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, named)),
        Object::Dictionary(own) => entries(own, named),
        Object::Stream(stream) => entries(&stream.dict, named),
        _ => {}
    }
}

/// As the single papers tell who made them, so that an earlier print is known again.
fn metadata(title: &str) -> String {
    let title = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <xmp:CreatorTool>tertib</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>\
         <?xpacket end=\"r\"?>"
    )
}

/// Counts and digests what goes through.
struct Counted<W: Write> {
    out: W,
    written: u64,
    hash: Sha256,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.out.write(bytes)?;
        self.written += taken as u64;
        self.hash.update(bytes.get(..taken).unwrap_or_default());
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
