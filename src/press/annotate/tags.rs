//! The tags of an XML part with where they stand, so that all that is not changed is
//! copied letter by letter.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

use super::problem::AnnotateProblem;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Open,
    Close,
    /// `<c/>`
    Empty,
}

/// One tag as written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'a> {
    pub text: &'a str,
    pub start: usize,
    pub end: usize,
    pub shape: Shape,
    /// How many elements are open around it.
    pub depth: usize,
}

/// The tags of a part, from the top.
pub(super) struct Tags<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    end: usize,
    depth: usize,
}

impl<'a> Tags<'a> {
    pub fn of(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, text, end: 0, depth: 0 }
    }

    /// The next tag; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Tag<'a>>, AnnotateProblem> {
        loop {
            let start = self.end;
            let event = self.reader.read_event().map_err(|_| AnnotateProblem::Malformed)?;
            let shape = match event {
                Event::Start(_) => Some(Shape::Open),
                Event::End(_) => Some(Shape::Close),
                Event::Empty(_) => Some(Shape::Empty),
                Event::Eof => return Ok(None),
                _ => None,
            };
            let end = usize::try_from(self.reader.buffer_position());
            self.end = end.map_err(|_| AnnotateProblem::Malformed)?;
            let Some(shape) = shape else { continue };
            let text = self.text.get(start..self.end).ok_or(AnnotateProblem::Malformed)?;
            if shape == Shape::Close {
                self.depth = self.depth.saturating_sub(1);
            }
            let depth = self.depth;
            if shape == Shape::Open {
                self.depth += 1;
            }
            return Ok(Some(Tag { text, start, end: self.end, shape, depth }));
        }
    }

    /// The range from an opening tag to the end of its element.
    pub fn element(&mut self, open: Tag<'a>) -> Result<Range<usize>, AnnotateProblem> {
        if open.shape == Shape::Empty {
            return Ok(open.start..open.end);
        }
        while let Some(tag) = self.next()? {
            if tag.shape == Shape::Close && tag.depth == open.depth {
                return Ok(open.start..tag.end);
            }
        }
        Err(AnnotateProblem::Malformed)
    }
}

impl<'a> Tag<'a> {
    /// The name with its prefix.
    pub fn name(&self) -> &'a str {
        let text = self.text.trim_start_matches('<').trim_start_matches('/');
        let end = text.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
        end.and_then(|end| text.get(..end)).unwrap_or(text)
    }

    /// The prefix with its colon; empty where there is none.
    pub fn prefix(&self) -> &'a str {
        let name = self.name();
        name.find(':').and_then(|at| name.get(..=at)).unwrap_or("")
    }

    pub fn local(&self) -> &'a str {
        local(self.name())
    }

    pub fn opens(&self, name: &str) -> bool {
        self.shape != Shape::Close && self.local() == name
    }

    pub fn closes(&self, name: &str) -> bool {
        self.shape == Shape::Close && self.local() == name
    }

    /// The attribute of that name; of any prefix where the name has none.
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        let raw = self.attributes().find(|at| at.is(name))?.value(self.text)?;
        unescape(raw).ok()
    }

    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    pub fn truth(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| matches!(&*value, "1" | "true"))
    }

    /// The tag with that attribute set, in its place or behind the others.
    pub fn with(&self, name: &str, value: &str) -> String {
        let value = attribute_text(value);
        let found = self.attributes().find(|at| at.name == name);
        match found {
            Some(at) => spliced(self.text, at.value.clone(), &value),
            None => {
                let at = self.text.trim_end_matches(['>', '/']).trim_end().len();
                spliced(self.text, at..at, &format!(" {name}=\"{value}\""))
            }
        }
    }

    pub fn without(&self, name: &str) -> String {
        match self.attributes().find(|at| at.name == name) {
            Some(at) => spliced(self.text, at.whole, ""),
            None => self.text.to_owned(),
        }
    }

    /// The same tag as one that opens or closes an element of its own name.
    pub fn opened(text: &str) -> String {
        format!("{}>", text.trim_end_matches(['>', '/']).trim_end())
    }

    fn attributes(&self) -> Attributes<'a> {
        let name = self.name();
        Attributes { text: self.text, at: self.text.find(name).unwrap_or(0) + name.len() }
    }
}

struct Attribute<'a> {
    name: &'a str,
    /// What stands between the quotes.
    value: Range<usize>,
    /// With the blank before it and the quote behind it.
    whole: Range<usize>,
}

impl Attribute<'_> {
    fn is(&self, wanted: &str) -> bool {
        self.name == wanted
            || (!wanted.contains(':') && local(self.name) == wanted && !self.is_declaration())
    }

    fn is_declaration(&self) -> bool {
        self.name.starts_with("xmlns")
    }

    fn value<'a>(&self, text: &'a str) -> Option<&'a str> {
        text.get(self.value.clone())
    }
}

struct Attributes<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Attribute<'a>;

    fn next(&mut self) -> Option<Attribute<'a>> {
        let rest = self.text.get(self.at..)?;
        let name_at = self.at + (rest.len() - rest.trim_start().len());
        let rest = self.text.get(name_at..)?;
        let equals = name_at + rest.find('=')?;
        let name = self.text.get(name_at..equals)?.trim_end();
        let after = self.text.get(equals + 1..)?;
        let quote_at = equals + 1 + (after.len() - after.trim_start().len());
        let quote =
            self.text.get(quote_at..)?.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let start = quote_at + 1;
        let end = start + self.text.get(start..)?.find(quote)?;
        let whole = self.at..end + 1;
        self.at = end + 1;
        Some(Attribute { name, value: start..end, whole })
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn spliced(text: &str, at: Range<usize>, new: &str) -> String {
    let (before, after) = (text.get(..at.start), text.get(at.end..));
    format!("{}{new}{}", before.unwrap_or(""), after.unwrap_or(""))
}

/// Text as it may stand between quotes.
pub(super) fn attribute_text(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\n' => written.push_str("&#10;"),
            '\t' => written.push_str("&#9;"),
            letter if is_refused(letter) => written.push('\u{fffd}'),
            letter => written.push(letter),
        }
    }
    written
}

/// Text as it may stand in a cell or a note. Excel reads `_x000D_` as a letter by its
/// number: where people wrote such a thing, its underscore is written so itself.
pub(super) fn cell_text(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '_' if is_letter_by_number(text.get(at..)) => written.push_str("_x005F_"),
            letter if is_refused(letter) => written.push('\u{fffd}'),
            letter => written.push(letter),
        }
    }
    written
}

fn is_letter_by_number(text: Option<&str>) -> bool {
    let bytes = text.unwrap_or("").as_bytes();
    bytes.get(..2) == Some(b"_x")
        && bytes.get(2..6).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        && bytes.get(6) == Some(&b'_')
}

/// What XML 1.0 cannot hold.
fn is_refused(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The plain text between tags: letters by name or number put in, tags left out.
pub(super) fn plain_text(xml: &str) -> Result<String, AnnotateProblem> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().allow_dangling_amp = true;
    // A piece may end with the end of the element around it.
    reader.config_mut().allow_unmatched_ends = true;
    let mut text = String::new();
    loop {
        match reader.read_event().map_err(|_| AnnotateProblem::Malformed)? {
            Event::Text(piece) => text.push_str(&piece),
            Event::CData(piece) => text.push_str(&piece),
            Event::GeneralRef(name) => {
                let name = format!("&{};", &*name);
                text.push_str(&unescape(&name).unwrap_or(Cow::Borrowed("")));
            }
            Event::Eof => return Ok(text),
            _ => {}
        }
    }
}

/// A piece of XML of ours with the prefix that the part gives its elements.
pub(super) fn prefixed<'a>(xml: &'a str, prefix: &str) -> Cow<'a, str> {
    if prefix.is_empty() {
        return Cow::Borrowed(xml);
    }
    let mut written = String::with_capacity(xml.len() + 64);
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        let is_close = rest.get(at + 1..).is_some_and(|after| after.starts_with('/'));
        let split = at + 1 + usize::from(is_close);
        written.push_str(rest.get(..split).unwrap_or(""));
        written.push_str(prefix);
        rest = rest.get(split..).unwrap_or("");
    }
    written.push_str(rest);
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_keeps_its_letters_but_for_the_attribute_that_is_set() {
        let mut tags = Tags::of("<x:c  r='A1'\n s=\"3\" t=\"s\"/>");
        let tag = tags.next().expect("XML").expect("a tag");
        assert_eq!((tag.local(), tag.prefix(), tag.number("s")), ("c", "x:", Some(3)));
        assert_eq!(tag.with("s", "12"), "<x:c  r='A1'\n s=\"12\" t=\"s\"/>");
        assert_eq!(tag.with("q", "<"), "<x:c  r='A1'\n s=\"3\" t=\"s\" q=\"&lt;\"/>");
        assert_eq!(tag.without("s"), "<x:c  r='A1' t=\"s\"/>");
        assert_eq!(Tag::opened(tag.text), "<x:c  r='A1'\n s=\"3\" t=\"s\">");
    }

    #[test]
    fn what_excel_reads_as_a_letter_by_its_number_is_written_so_that_it_stays() {
        assert_eq!(cell_text("a_x000D_b_x_\u{1}&"), "a_x005F_x000D_b_x_\u{fffd}&amp;");
        assert_eq!(plain_text("<t>a&amp;b</t><t>&#65;</t>").expect("XML"), "a&bA");
    }

    #[test]
    fn elements_of_ours_take_the_prefix_of_the_part() {
        assert_eq!(prefixed("<a x=\"1\"><b/></a>", "x:"), "<x:a x=\"1\"><x:b/></x:a>");
    }
}
