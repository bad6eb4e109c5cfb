//! The styles of a workbook: a cell that is marked keeps its own style but for the fill.

use std::collections::BTreeMap;
use std::ops::Range;

use super::problem::AnnotateProblem;
use super::tags::{Shape, Tag, Tags, prefixed};
use crate::diagnostic::Level;

/// Sections of styles.xml in their order.
const SECTIONS: [&str; 11] = [
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
];

/// A part without any style.
pub(super) const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"></styleSheet>";

/// What each section holds where a workbook has none of it.
const FIRST: [(&str, &[&str]); 5] = [
    (
        "fonts",
        &[
            "<font><sz val=\"11\"/><color theme=\"1\"/><name val=\"Calibri\"/><family val=\"2\"/><scheme val=\"minor\"/></font>",
        ],
    ),
    (
        "fills",
        &[
            "<fill><patternFill patternType=\"none\"/></fill>",
            "<fill><patternFill patternType=\"gray125\"/></fill>",
        ],
    ),
    ("borders", &["<border><left/><right/><top/><bottom/><diagonal/></border>"]),
    ("cellStyleXfs", &["<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"]),
    ("cellXfs", &["<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"]),
];

/// The colour of a cell by the gravest finding on it. None is a colour that Excel offers,
/// so that ours can be told from those that people gave.
pub(super) fn colour(level: Level) -> &'static str {
    match level {
        Level::Kesalahan => "FFFFC9D1",
        Level::Ketidaksesuaian => "FFE4CDF3",
        Level::Peringatan => "FFFFEC9E",
        Level::Info => "FFDDECF8",
    }
}

pub(super) struct Styles {
    xml: String,
    prefix: String,
    /// The cell formats as written.
    formats: Vec<String>,
    /// The numbers of the fills in a colour of ours.
    own_fills: Vec<String>,
    /// Pieces to add, by section.
    added: BTreeMap<&'static str, Vec<String>>,
    /// How many each section had.
    counts: BTreeMap<&'static str, usize>,
    fills: BTreeMap<Level, usize>,
    marked: BTreeMap<(usize, Level), usize>,
}

impl Styles {
    pub fn of(xml: Option<String>) -> Result<Self, AnnotateProblem> {
        let xml = xml.unwrap_or_else(|| EMPTY.to_owned());
        let mut styles = Self {
            prefix: String::new(),
            formats: Vec::new(),
            own_fills: Vec::new(),
            added: BTreeMap::new(),
            counts: BTreeMap::new(),
            fills: BTreeMap::new(),
            marked: BTreeMap::new(),
            xml,
        };
        styles.survey()?;
        for (section, pieces) in FIRST {
            if styles.counts.get(section).copied().unwrap_or(0) == 0 {
                for piece in pieces {
                    styles.add(section, (*piece).to_owned());
                }
            }
        }
        Ok(styles)
    }

    fn survey(&mut self) -> Result<(), AnnotateProblem> {
        let xml = std::mem::take(&mut self.xml);
        let mut tags = Tags::of(&xml);
        let mut section = None;
        while let Some(tag) = tags.next()? {
            match (tag.depth, tag.shape) {
                (0, Shape::Open) => self.prefix = tag.prefix().to_owned(),
                (1, Shape::Open) => section = SECTIONS.iter().find(|name| **name == tag.local()),
                (1, Shape::Close) => section = None,
                (2, Shape::Open | Shape::Empty) => {
                    let Some(section) = section else { continue };
                    let count = self.counts.entry(section).or_default();
                    let number = *count;
                    *count += 1;
                    let range = tags.element(tag)?;
                    let piece = xml.get(range).unwrap_or("");
                    if *section == "cellXfs" {
                        self.formats.push(piece.to_owned());
                    } else if *section == "fills"
                        && Level::ALL.iter().any(|level| piece.contains(colour(*level)))
                    {
                        self.own_fills.push(number.to_string());
                    }
                }
                _ => {}
            }
        }
        self.xml = xml;
        Ok(())
    }

    /// Adds a piece to a section and gives its number there.
    pub fn add(&mut self, section: &'static str, piece: String) -> usize {
        let piece = prefixed(&piece, &self.prefix).into_owned();
        if section == "cellXfs" {
            self.formats.push(piece.clone());
        }
        let before = self.counts.get(section).copied().unwrap_or(0);
        let added = self.added.entry(section).or_default();
        added.push(piece);
        before + added.len() - 1
    }

    /// The number of a format like that of a cell, with the fill of a level.
    pub fn marked(&mut self, base: usize, level: Level) -> Result<usize, AnnotateProblem> {
        if let Some(known) = self.marked.get(&(base, level)) {
            return Ok(*known);
        }
        let fill = self.fill(level);
        let format = self.formats.get(base).or_else(|| self.formats.first());
        let format = format.cloned().unwrap_or_default();
        let mut tags = Tags::of(&format);
        let open = tags.next()?.ok_or(AnnotateProblem::Malformed)?;
        let filled = open.with("fillId", &fill.to_string());
        let again = Tag { text: &filled, ..open };
        let open_text = again.with("applyFill", "1");
        let rest = format.get(open.end..).unwrap_or("");
        let made = format!("{open_text}{rest}");
        let number = self.add_format(made);
        self.marked.insert((base, level), number);
        Ok(number)
    }

    /// For each format in a colour of ours, one like it without any.
    pub fn uncoloured(&mut self) -> Result<BTreeMap<usize, usize>, AnnotateProblem> {
        let mut found = BTreeMap::new();
        for (number, format) in self.formats.clone().into_iter().enumerate() {
            let open = Tags::of(&format).next()?.ok_or(AnnotateProblem::Malformed)?;
            let fill = open.attribute("fillId").unwrap_or_default();
            if self.own_fills.iter().any(|own| **own == *fill) {
                let rest = format.get(open.end..).unwrap_or("");
                let made = format!("{}{rest}", open.with("fillId", "0"));
                found.insert(number, self.add_format(made));
            }
        }
        Ok(found)
    }

    /// Adds a format that has its prefix already.
    fn add_format(&mut self, format: String) -> usize {
        self.formats.push(format.clone());
        let added = self.added.entry("cellXfs").or_default();
        added.push(format);
        self.counts.get("cellXfs").copied().unwrap_or(0) + added.len() - 1
    }

    /// The number of the fill of a level.
    pub fn fill(&mut self, level: Level) -> usize {
        if let Some(known) = self.fills.get(&level) {
            return *known;
        }
        let number = self.add("fills", solid(colour(level)));
        self.fills.insert(level, number);
        number
    }

    /// The part with all that was added.
    pub fn finish(mut self) -> Result<String, AnnotateProblem> {
        for section in SECTIONS {
            let Some(pieces) = self.added.remove(section) else { continue };
            let count = self.counts.get(section).copied().unwrap_or(0) + pieces.len();
            self.xml = self.with_section(section, &pieces.concat(), count)?;
        }
        Ok(self.xml)
    }

    fn with_section(
        &self,
        section: &str,
        pieces: &str,
        count: usize,
    ) -> Result<String, AnnotateProblem> {
        let rank = |name: &str| SECTIONS.iter().position(|known| *known == name);
        let mut open: Option<(Range<usize>, String)> = None;
        let mut tags = Tags::of(&self.xml);
        while let Some(tag) = tags.next()? {
            let count = count.to_string();
            if tag.depth != 1 {
                continue;
            }
            if tag.local() == section {
                match tag.shape {
                    Shape::Open => open = Some((tag.start..tag.end, tag.with("count", &count))),
                    Shape::Empty => {
                        let opened = Tag::opened(&tag.with("count", &count));
                        let made = format!("{opened}{pieces}</{}>", tag.name());
                        return Ok(self.spliced(tag.start..tag.end, &made));
                    }
                    Shape::Close => {
                        let with_pieces = self.spliced(tag.start..tag.start, pieces);
                        let Some((at, text)) = open else { return Ok(with_pieces) };
                        let (before, after) =
                            (with_pieces.get(..at.start), with_pieces.get(at.end..));
                        return Ok(format!(
                            "{}{text}{}",
                            before.unwrap_or(""),
                            after.unwrap_or("")
                        ));
                    }
                }
            } else if open.is_none()
                && tag.shape != Shape::Close
                && rank(tag.local()) > rank(section)
            {
                let made = self.section(section, pieces, &count);
                return Ok(self.spliced(tag.start..tag.start, &made));
            }
        }
        let mut tags = Tags::of(&self.xml);
        while let Some(tag) = tags.next()? {
            let made = self.section(section, pieces, &count.to_string());
            match (tag.depth, tag.shape) {
                (0, Shape::Close) => return Ok(self.spliced(tag.start..tag.start, &made)),
                (0, Shape::Empty) => {
                    let made = format!("{}{made}</{}>", Tag::opened(tag.text), tag.name());
                    return Ok(self.spliced(tag.start..tag.end, &made));
                }
                _ => {}
            }
        }
        Err(AnnotateProblem::Malformed)
    }

    fn section(&self, section: &str, pieces: &str, count: &str) -> String {
        let prefix = &self.prefix;
        format!("<{prefix}{section} count=\"{count}\">{pieces}</{prefix}{section}>")
    }

    fn spliced(&self, at: Range<usize>, new: &str) -> String {
        let (before, after) = (self.xml.get(..at.start), self.xml.get(at.end..));
        format!("{}{new}{}", before.unwrap_or(""), after.unwrap_or(""))
    }
}

/// A fill of one colour, as Excel writes it.
pub(super) fn solid(colour: &str) -> String {
    format!(
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>"
    )
}
