//! A PDF, opened by a library that had no part in making it.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object};

pub struct Opened {
    document: Document,
}

/// A file that travels inside a PDF.
#[derive(Debug, PartialEq, Eq)]
pub struct Attached {
    pub name: String,
    pub mime: String,
    pub relationship: String,
    pub content: Vec<u8>,
}

impl Opened {
    pub fn new(pdf: &[u8]) -> Opened {
        assert!(pdf.starts_with(b"%PDF-1.7"), "no PDF");
        assert!(pdf.trim_ascii_end().ends_with(b"%%EOF"), "a PDF without its end");
        Opened { document: Document::load_mem(pdf).expect("a PDF that can be read") }
    }

    pub fn page_count(&self) -> usize {
        self.document.get_pages().len()
    }

    /// Width and height of each page in whole millimetres.
    pub fn sizes(&self) -> Vec<(i32, i32)> {
        let millimetres = |object: &Object| (object.as_float().unwrap() / 72.0 * 25.4).round();
        let size = |page| {
            let page = self.document.get_object(page).unwrap().as_dict().unwrap();
            let corners = page.get(b"MediaBox").unwrap().as_array().unwrap();
            assert_eq!((millimetres(&corners[0]), millimetres(&corners[1])), (0.0, 0.0));
            (millimetres(&corners[2]) as i32, millimetres(&corners[3]) as i32)
        };
        self.document.get_pages().into_values().map(size).collect()
    }

    /// The text of a page as the PDF itself maps its glyphs to letters.
    pub fn page(&self, number: u32) -> String {
        self.document.extract_text(&[number]).expect("a page with text")
    }

    pub fn text(&self) -> String {
        let pages: Vec<u32> = self.document.get_pages().into_keys().collect();
        self.document.extract_text(&pages).expect("pages with text")
    }

    /// The text of all pages without the small lines at their feet, so that what goes on
    /// overleaf is one piece.
    pub fn body(&self) -> String {
        let pages = self.document.get_pages().into_keys().map(|page| self.page(page));
        let bodies = pages.map(|page| {
            let foot = ["Disusun dari lembar kendali", "Kode cek"].iter();
            let end = foot.filter_map(|words| page.rfind(words)).min();
            page[..end.unwrap_or(page.len())].to_owned()
        });
        bodies.collect()
    }

    /// Whether a text stands on it, wherever its lines are broken.
    pub fn says(&self, text: &str) -> bool {
        squeezed(&self.text()).contains(&squeezed(text))
    }

    fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    fn resolved<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).unwrap().1
    }

    fn dictionary<'a>(&'a self, parent: &'a Dictionary, key: &[u8]) -> &'a Dictionary {
        self.resolved(parent.get(key).unwrap()).as_dict().unwrap()
    }

    pub fn language(&self) -> String {
        String::from_utf8(self.catalog().get(b"Lang").unwrap().as_str().unwrap().to_vec()).unwrap()
    }

    pub fn title(&self) -> String {
        let info = self.document.trailer.get(b"Info").unwrap();
        let info = self.resolved(info).as_dict().unwrap();
        lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap()
    }

    /// Whether a reader shows the title, and not the file name, on its window.
    pub fn shows_its_title(&self) -> bool {
        let viewer = self.dictionary(self.catalog(), b"ViewerPreferences");
        viewer.get(b"DisplayDocTitle").unwrap().as_bool().unwrap()
    }

    pub fn is_tagged(&self) -> bool {
        let marks = self.dictionary(self.catalog(), b"MarkInfo");
        let root = self.dictionary(self.catalog(), b"StructTreeRoot");
        marks.get(b"Marked").unwrap().as_bool().unwrap() && root.has(b"K")
    }

    pub fn is_encrypted(&self) -> bool {
        self.document.trailer.has(b"Encrypt")
    }

    /// The XMP packet.
    pub fn metadata(&self) -> String {
        let id = self.catalog().get(b"Metadata").unwrap().as_reference().unwrap();
        String::from_utf8(self.content(id)).unwrap()
    }

    fn content(&self, id: lopdf::ObjectId) -> Vec<u8> {
        let stream = self.document.get_object(id).unwrap().as_stream().unwrap();
        stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())
    }

    /// The names of all fonts, and of those that are not embedded or whose glyphs are
    /// mapped to no letters.
    pub fn fonts(&self) -> (BTreeSet<String>, BTreeSet<String>) {
        let (mut all, mut wanting) = (BTreeSet::new(), BTreeSet::new());
        let dictionaries = self.document.objects.values().filter_map(|one| one.as_dict().ok());
        for font in dictionaries.filter(|one| one.has_type(b"Font")) {
            let name = font.get(b"BaseFont").unwrap().as_name().unwrap();
            let name = String::from_utf8(name.to_vec()).unwrap();
            let composite = font.get(b"Subtype").unwrap().as_name().unwrap() == b"Type0";
            let whole = if composite {
                font.has(b"ToUnicode") && font.has(b"DescendantFonts")
            } else {
                let descriptor = self.dictionary(font, b"FontDescriptor");
                [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| descriptor.has(key))
            };
            if !whole {
                wanting.insert(name.clone());
            }
            all.insert(name);
        }
        (all, wanting)
    }

    /// What is drawn and told in words instead: the words, and left, bottom, right, top.
    pub fn figures(&self) -> Vec<(String, [f32; 4])> {
        let all = self.document.objects.values().filter_map(|one| one.as_dict().ok());
        let figures = all.filter(|one| {
            one.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == b"Figure")
        });
        let figure = |one: &Dictionary| {
            let words = lopdf::decode_text_string(one.get(b"Alt").unwrap()).unwrap();
            let attributes = self.resolved(one.get(b"A").unwrap()).as_array().unwrap();
            let bounds = self.resolved(&attributes[0]).as_dict().unwrap().get(b"BBox").unwrap();
            let bounds = bounds.as_array().unwrap();
            (words, std::array::from_fn(|at| bounds[at].as_float().unwrap()))
        };
        figures.map(figure).collect()
    }

    /// The files that it carries, each tied to the document as a whole.
    pub fn attachments(&self) -> Vec<Attached> {
        let tied = self.resolved(self.catalog().get(b"AF").unwrap()).as_array().unwrap();
        let attached = |file: &Object| {
            let file = self.resolved(file).as_dict().unwrap();
            let text = |key: &[u8]| file.get(key).unwrap();
            let id = self.dictionary(file, b"EF").get(b"F").unwrap().as_reference().unwrap();
            let stream = self.document.get_object(id).unwrap().as_stream().unwrap();
            let word =
                |object: &Object| String::from_utf8(object.as_name().unwrap().to_vec()).unwrap();
            Attached {
                name: lopdf::decode_text_string(text(b"UF")).unwrap(),
                mime: word(stream.dict.get(b"Subtype").unwrap()),
                relationship: word(text(b"AFRelationship")),
                content: self.content(id),
            }
        };
        tied.iter().map(attached).collect()
    }
}

/// Without blanks, without the marks at which a long word may break, and without the
/// hyphens that break a word over two lines.
pub fn squeezed(text: &str) -> String {
    let breaks = |c: &char| matches!(c, '\u{ad}' | '\u{200b}' | '-' | '\u{2010}' | '\u{2011}');
    text.chars().filter(|c| !c.is_whitespace() && !breaks(c)).collect()
}
