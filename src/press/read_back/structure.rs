//! The words of a paper in reading order, from the tags of its PDF: paragraphs without
//! the line breaks of the page, lists with their labels, tables with a tab between two
//! cells, "label : value" on one line. A door to lopdf.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::marked::{Piece, Pieces, TO_FILL, marked_text};

/// Deeper than this is no paper of this program.
const DEEPEST: usize = 60;

/// The words of a paper that this program set; `None` where its tags cannot be read.
pub fn text_of(pdf: &[u8]) -> Option<String> {
    let document = Document::load_mem(pdf).ok()?;
    let pages = document.get_pages().into_values();
    let marked = pages.flat_map(|page| marked_text(&document, page)).collect();
    let tags = Tags { document: &document, marked };
    let root = tags.dictionary(document.catalog().ok()?.get(b"StructTreeRoot").ok()?)?;
    let mut lines = Lines::default();
    for child in tags.children(root) {
        tags.block(child, None, 0, &mut lines);
    }
    Some(lines.joined())
}

struct Tags<'a> {
    document: &'a Document,
    marked: Pieces,
}

/// One child of a tag: another tag, or a marked piece of a page.
#[derive(Clone, Copy)]
enum Child<'a> {
    Tag(&'a Dictionary),
    Piece(Option<ObjectId>, i64),
}

impl<'a> Tags<'a> {
    fn dictionary(&self, object: &'a Object) -> Option<&'a Dictionary> {
        self.document.dereference(object).ok()?.1.as_dict().ok()
    }

    fn children(&self, tag: &'a Dictionary) -> Vec<Child<'a>> {
        let Ok(own) = tag.get(b"K") else { return Vec::new() };
        let own = self.document.dereference(own).map_or(own, |(_, own)| own);
        let list = match own {
            Object::Array(list) => list.iter().collect(),
            one => vec![one],
        };
        let child = |object: &'a Object| match object {
            Object::Integer(id) => Some(Child::Piece(None, *id)),
            other => {
                let tag = self.dictionary(other)?;
                match tag.get(b"MCID").and_then(Object::as_i64) {
                    Ok(id) => Some(Child::Piece(page_of(tag), id)),
                    Err(_) if tag.has(b"S") => Some(Child::Tag(tag)),
                    Err(_) => None,
                }
            }
        };
        list.into_iter().filter_map(child).collect()
    }

    /// All words below a tag, as they follow each other.
    fn words(&self, child: Child<'a>, page: Option<ObjectId>, depth: usize, so_far: &mut Piece) {
        match child {
            Child::Piece(own, id) => {
                let piece = own.or(page).and_then(|page| self.marked.get(&(page, id)));
                let Some(piece) = piece else { return };
                so_far.go_on(piece);
            }
            Child::Tag(tag) if depth < DEEPEST => {
                let page = page_of(tag).or(page);
                for part in self.children(tag) {
                    let before = so_far.text.len();
                    self.words(part, page, depth + 1, so_far);
                    let is_block = matches!(part, Child::Tag(tag) if is_block(kind(tag)));
                    if is_block && so_far.text.len() > before && !so_far.text.ends_with('\n') {
                        so_far.text.push('\n');
                    }
                }
            }
            Child::Tag(_) => {}
        }
    }

    /// Children that are blocks, each by itself, and the words between two blocks as one.
    fn runs(&self, tag: &'a Dictionary) -> Vec<Vec<Child<'a>>> {
        let mut runs: Vec<(bool, Vec<Child<'a>>)> = Vec::new();
        for child in self.children(tag) {
            let inline = match child {
                Child::Piece(..) => true,
                Child::Tag(tag) => matches!(kind(tag), "Span" | "Strong" | "Em" | "Link"),
            };
            match runs.last_mut() {
                Some((true, run)) if inline => run.push(child),
                _ => runs.push((inline, vec![child])),
            }
        }
        runs.into_iter().map(|(_, run)| run).collect()
    }

    fn block(&self, child: Child<'a>, page: Option<ObjectId>, depth: usize, lines: &mut Lines) {
        let Child::Tag(tag) = child else {
            let mut words = Piece::default();
            self.words(child, page, depth, &mut words);
            return lines.say(&words.text);
        };
        if depth > DEEPEST {
            return;
        }
        let page = page_of(tag).or(page);
        match kind(tag) {
            "Table" => {
                lines.gap();
                let has_heads = self.has_heads(tag, depth + 1);
                self.rows(tag, page, (depth + 1, has_heads), lines);
                lines.gap();
            }
            "L" => self.children(tag).into_iter().for_each(|item| {
                self.item(item, page, depth + 1, lines);
            }),
            "Figure" => {
                let alt = tag.get(b"Alt").ok().and_then(|alt| lopdf::decode_text_string(alt).ok());
                lines.say(&alt.map_or_else(String::new, |alt| format!("[gambar: {alt}]")));
            }
            "Document" | "Part" | "Sect" | "Art" | "NonStruct" => {
                for part in self.children(tag) {
                    self.block(part, page, depth + 1, lines);
                }
            }
            "Div" | "TD" | "TH" | "LBody" | "LI" => {
                let cells = self.runs(tag).into_iter().map(|run| {
                    let mut cell = Lines::default();
                    match run.as_slice() {
                        [one] => self.block(*one, page, depth + 1, &mut cell),
                        several => {
                            let mut words = Piece::default();
                            for part in several {
                                self.words(*part, page, depth + 1, &mut words);
                            }
                            cell.say(&words.text);
                        }
                    }
                    cell
                });
                lines.cells(cells.collect());
            }
            name => {
                let mut words = Piece::default();
                self.words(child, page, depth, &mut words);
                if is_block(name) {
                    lines.gap();
                    lines.say(&words.text);
                    lines.gap();
                } else {
                    lines.say(&words.text);
                }
            }
        }
    }

    fn has_heads(&self, tag: &'a Dictionary, depth: usize) -> bool {
        depth < DEEPEST
            && self.children(tag).into_iter().any(|child| match child {
                Child::Tag(tag) => kind(tag) == "TH" || self.has_heads(tag, depth + 1),
                Child::Piece(..) => false,
            })
    }

    /// The rows of a table; one without heads only lays out what stands in it.
    fn rows(
        &self,
        tag: &'a Dictionary,
        page: Option<ObjectId>,
        (depth, has_heads): (usize, bool),
        lines: &mut Lines,
    ) {
        for child in self.children(tag) {
            let Child::Tag(part) = child else { continue };
            let page = page_of(part).or(page);
            if kind(part) != "TR" {
                if depth < DEEPEST {
                    self.rows(part, page, (depth + 1, has_heads), lines);
                }
                continue;
            }
            if !has_heads {
                for cell in self.children(part) {
                    self.block(cell, page, depth + 1, lines);
                }
                continue;
            }
            let cells = self.children(part).into_iter().map(|cell| {
                let mut own = Lines::default();
                self.block(cell, page, depth + 1, &mut own);
                own.in_one_line()
            });
            lines.say_exactly(cells.collect::<Vec<_>>().join("\t"));
        }
    }

    fn item(&self, child: Child<'a>, page: Option<ObjectId>, depth: usize, lines: &mut Lines) {
        let Child::Tag(item) = child else { return };
        let page = page_of(item).or(page);
        let (mut label, mut body) = (Piece::default(), Lines::default());
        for part in self.children(item) {
            match part {
                Child::Tag(tag) if kind(tag) == "Lbl" => {
                    self.words(part, page, depth + 1, &mut label);
                }
                _ => self.block(part, page, depth + 1, &mut body),
            }
        }
        let label = label.text.trim();
        let indent = " ".repeat(label.chars().count() + 1);
        for (at, line) in body.filled().enumerate() {
            let before = if at == 0 { format!("{label} ") } else { indent.clone() };
            lines.say_exactly(format!("{before}{line}"));
        }
    }
}

fn kind(tag: &Dictionary) -> &str {
    let name = tag.get(b"S").and_then(Object::as_name).unwrap_or_default();
    std::str::from_utf8(name).unwrap_or_default()
}

fn is_block(kind: &str) -> bool {
    matches!(kind, "P" | "H" | "H1" | "H2" | "H3" | "H4" | "H5" | "H6" | "Div" | "Caption" | "LI")
}

fn page_of(tag: &Dictionary) -> Option<ObjectId> {
    tag.get(b"Pg").and_then(Object::as_reference).ok()
}

/// Lines of text; an empty one parts two blocks.
#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    /// Words with the line breaks that their author meant.
    fn say(&mut self, text: &str) {
        for line in text.lines() {
            let line =
                line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            match line.as_str() {
                "" => {}
                // A post that is not known yet.
                "," => self.0.push(format!("{},", TO_FILL.trim())),
                _ => self.0.push(line),
            }
        }
    }

    fn say_exactly(&mut self, line: String) {
        self.0.push(line);
    }

    fn gap(&mut self) {
        if self.0.last().is_some_and(|line| !line.is_empty()) {
            self.0.push(String::new());
        }
    }

    fn filled(&self) -> impl Iterator<Item = &String> {
        self.0.iter().filter(|line| !line.trim().is_empty())
    }

    fn in_one_line(&self) -> String {
        self.filled().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
    }

    /// Cells of a grid: what stands left and right of a colon is one line.
    fn cells(&mut self, cells: Vec<Lines>) {
        let mut cells = cells.into_iter().peekable();
        while let Some(cell) = cells.next() {
            let colon = cells.next_if(|next| next.in_one_line() == ":");
            match colon {
                None => self.0.extend(cell.0),
                Some(_) => {
                    let value = cells.next().unwrap_or_default();
                    let mut rest = value.filled();
                    let first = rest.next().map_or("", String::as_str);
                    self.0.push(format!("{}: {first}", cell.in_one_line()).trim_end().to_owned());
                    self.0.extend(rest.cloned());
                }
            }
        }
    }

    fn joined(mut self) -> String {
        while self.0.last().is_some_and(String::is_empty) {
            self.0.pop();
        }
        self.0.dedup_by(|one, before| one.is_empty() && before.is_empty());
        let mut text = self.0.join("\n");
        text.push('\n');
        text
    }
}
