//! The notes (*catatan*) of a sheet: the text that shows when the pointer rests on a
//! cell. Those that people wrote stay, ours are put below them.

use std::collections::BTreeMap;

use super::layout::position;
use super::problem::AnnotateProblem;
use super::relationships::{before_end, inside};
use super::tags::{Shape, Tags, cell_text, prefixed};
use crate::diagnostic::cell_address;

const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors></authors><commentList></commentList></comments>";
const AUTHOR: &str = "tertib";
/// What stands in the place of a note on a cell of passwords.
const BLANKED: &str = "(isi catatan ini dihapus oleh tertib)";
/// What stands between the words of people and ours.
pub(super) const BELOW: &str = "\n\n– tertib –\n";
/// The longest text of a note; Excel takes 32,767 letters and shows far fewer.
const LONGEST: usize = 6_000;

/// One finding as a note tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Remark {
    /// "kesalahan (D03)"
    pub title: String,
    pub text: String,
}

/// The remarks on the cells of one sheet, by row and column.
pub(super) type Remarks = BTreeMap<(u32, u16), Vec<Remark>>;

/// What became of the part of notes.
pub(super) struct Notes {
    pub xml: String,
    /// Cells that had a note before, and so have a box.
    pub known: Vec<(u32, u16)>,
}

/// Puts remarks into the part of notes of a sheet, or into a new one.
pub(super) fn notes(
    xml: Option<&str>,
    remarks: &Remarks,
    is_secret: &dyn Fn(u32, u16) -> bool,
) -> Result<Notes, AnnotateProblem> {
    let xml = xml.unwrap_or(EMPTY);
    let mut written = String::with_capacity(xml.len() + 512 * remarks.len());
    let (mut copied, mut authors, mut known) = (0, 0_usize, Vec::new());
    let mut has_list = false;
    let mut tags = Tags::of(xml);
    let mut here = None;
    while let Some(tag) = tags.next()? {
        if tag.opens("author") {
            authors += 1;
        } else if tag.opens("commentList") {
            has_list = true;
        } else if tag.opens("comment") {
            here = tag.attribute("ref").and_then(|address| position(&address));
            known.extend(here);
        } else if tag.opens("text")
            && let Some(at) = here
        {
            let (of_cell, secret) = (remarks.get(&at), is_secret(at.0, at.1));
            if of_cell.is_none() && !secret {
                continue;
            }
            let range = tags.element(tag)?;
            let inner = match tag.shape {
                Shape::Open => xml.get(tag.end..range.end).unwrap_or(""),
                _ => "",
            };
            let inner = inner.rfind("</").and_then(|end| inner.get(..end)).unwrap_or("");
            let prefix = tag.prefix();
            let before = match secret {
                true => prefixed(&run(BLANKED, false), prefix).into_owned(),
                false => runs(inner)?,
            };
            let gap = if before.is_empty() { "" } else { BELOW };
            let ours = text_of(of_cell.map_or(&[], Vec::as_slice), gap);
            let ours = prefixed(&ours, prefix);
            written.push_str(xml.get(copied..tag.start).unwrap_or(""));
            written.push_str(&format!("<{0}text>{before}{ours}</{0}text>", prefix));
            copied = range.end;
        }
    }
    written.push_str(xml.get(copied..).unwrap_or(""));
    if !has_list {
        written = before_end(&written, "comments", "<commentList></commentList>")?;
    }
    written = inside(&written, "authors", &format!("<author>{AUTHOR}</author>"))?;
    let new = remarks.iter().filter(|(at, _)| !known.contains(at));
    let new: String = new
        .map(|((row, column), remarks)| {
            let text = text_of(remarks, "");
            let address = cell_address(*row, *column);
            format!(
                "<comment ref=\"{address}\" authorId=\"{authors}\"><text>{text}</text></comment>"
            )
        })
        .collect();
    Ok(Notes { xml: inside(&written, "commentList", &new)?, known })
}

/// Blanks what a part of conversations says on cells of passwords.
pub(super) fn without_secrets(
    xml: &str,
    is_secret: &dyn Fn(u32, u16) -> bool,
) -> Result<String, AnnotateProblem> {
    let mut written = String::with_capacity(xml.len());
    let (mut copied, mut secret) = (0, false);
    let mut tags = Tags::of(xml);
    while let Some(tag) = tags.next()? {
        if tag.opens("threadedComment") {
            let at = tag.attribute("ref").and_then(|address| position(&address));
            secret = at.is_some_and(|(row, column)| is_secret(row, column));
        } else if tag.opens("text") && secret {
            let range = tags.element(tag)?;
            written.push_str(xml.get(copied..range.start).unwrap_or(""));
            written.push_str(&format!("<{0}text>{BLANKED}</{0}text>", tag.prefix()));
            copied = range.end;
        }
    }
    written.push_str(xml.get(copied..).unwrap_or(""));
    Ok(written)
}

/// The text of a note as runs: a plain text becomes one, for runs may follow runs only.
pub(super) fn runs(inner: &str) -> Result<String, AnnotateProblem> {
    let mut written = String::with_capacity(inner.len() + 16);
    let mut tags = Tags::of(inner);
    while let Some(tag) = tags.next()? {
        let (plain, run) = (tag.opens("t"), tag.opens("r"));
        let range = tags.element(tag)?;
        let piece = inner.get(range).unwrap_or("");
        if plain {
            written.push_str(&format!("<{0}r>{piece}</{0}r>", tag.prefix()));
        } else if run {
            written.push_str(piece);
        }
        // How a text is read aloud in Japanese is not kept: it would stand before ours.
    }
    Ok(written)
}

fn text_of(remarks: &[Remark], mut gap: &str) -> String {
    let (mut written, mut length) = (String::new(), 0);
    for (at, remark) in remarks.iter().enumerate() {
        if at > 0 && length + remark.text.len() > LONGEST {
            let rest = remarks.len() - at;
            let more = format!("{gap}dan {rest} temuan lain; lihat lembar Temuan");
            written.push_str(&run(&more, false));
            break;
        }
        length += remark.title.len() + remark.text.len();
        written.push_str(&run(&format!("{gap}{}\n", remark.title), true));
        written.push_str(&run(&remark.text, false));
        gap = "\n\n";
    }
    written
}

fn run(text: &str, bold: bool) -> String {
    let bold = if bold { "<b/>" } else { "" };
    format!(
        "<r><rPr>{bold}<sz val=\"9\"/><color indexed=\"81\"/><rFont val=\"Tahoma\"/><family val=\"2\"/></rPr><t xml:space=\"preserve\">{}</t></r>",
        cell_text(text)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remark(text: &str) -> Vec<Remark> {
        vec![Remark { title: "info (D14)".to_owned(), text: text.to_owned() }]
    }

    #[test]
    fn a_note_that_people_wrote_stays_above_ours() {
        let old = "<comments><authors><author>A</author></authors><commentList><comment ref=\"B2\" authorId=\"0\"><text><t>lama</t></text></comment></commentList></comments>";
        let remarks = BTreeMap::from([((1, 1), remark("baru")), ((4, 0), remark("lain"))]);
        let notes = notes(Some(old), &remarks, &|_, _| false).expect("notes");
        assert_eq!(notes.known, [(1, 1)]);
        let lama = notes.xml.find("<r><t>lama</t></r>").expect("the old note");
        assert!(notes.xml.find("baru").is_some_and(|baru| baru > lama));
        assert!(notes.xml.contains("<author>A</author><author>tertib</author>"));
        assert!(notes.xml.contains("<comment ref=\"A5\" authorId=\"1\">"));
    }

    #[test]
    fn a_note_on_a_password_says_nothing_of_it() {
        let old = "<comments><authors/><commentList><comment ref=\"B2\" authorId=\"0\"><text><r><t>rahasia</t></r></text></comment></commentList></comments>";
        let notes = notes(Some(old), &BTreeMap::new(), &|_, column| column == 1).expect("notes");
        assert!(!notes.xml.contains("rahasia") && notes.xml.contains(BLANKED));
    }
}
