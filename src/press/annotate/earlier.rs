//! What an earlier annotation left in a workbook that is annotated again: a clerk mends a
//! copy and has it checked once more, and what was mended must not stay red.
//!
//! Our list, our notes and our colours are known by what they say and are, not by marks
//! that other programs drop on saving. A fill that people had given below a colour of
//! ours is gone; all else is as it was.

use std::collections::BTreeMap;
use std::ops::Range;

use super::blanked::Blanked;
use super::book::Book;
use super::boxes;
use super::content_types::ContentTypes;
use super::layout::position;
use super::notes::{BELOW, runs};
use super::package::Package;
use super::problem::AnnotateProblem;
use super::relationships::Relationships;
use super::sheet_list::{self, edited};
use super::styles::Styles;
use super::tags::{Tags, plain_text};
use crate::diagnostic::{Code, FINDINGS_TITLE, Level};

/// Takes out what an earlier annotation left, where there was one.
pub(super) fn removed(
    package: &mut Package<'_>,
    types: &mut ContentTypes,
) -> Result<(), AnnotateProblem> {
    let mut book = Book::of(package)?;
    let mut lists = Vec::new();
    for (sheet, part) in &book.sheets {
        if sheet.name.starts_with("Temuan") && is_list(package, &book, part)? {
            lists.push((sheet.id.clone(), part.clone()));
        }
    }
    if lists.is_empty() {
        return Ok(());
    }
    let (part, mut styles): (String, Styles) = book.styles(package, types)?;
    let uncoloured = styles.uncoloured()?;
    package.put(&part, styles.finish()?);
    for (_, part) in
        book.sheets.iter().filter(|(sheet, _)| !lists.iter().any(|(id, _)| *id == sheet.id))
    {
        if let Some(xml) = package.text(part)? {
            package.put(part, restyled(&xml, &uncoloured)?);
        }
        without_notes(package, part)?;
    }
    let positions = book.listed.iter().enumerate();
    let is_gone = |id: &str| lists.iter().any(|(gone, _)| gone == id);
    let gone: Vec<usize> =
        positions.filter(|(_, sheet)| is_gone(&sheet.id)).map(|(at, _)| at).collect();
    package.put(&book.part, sheet_list::without(&book.xml, &gone)?);
    book.relationships.remove(package, |item| is_gone(&item.id))?;
    for (_, part) in lists {
        package.remove(&part);
        types.remove(&part)?;
    }
    Ok(())
}

/// Whether the first cell of a sheet says that it is our list.
fn is_list(package: &mut Package<'_>, book: &Book, part: &str) -> Result<bool, AnnotateProblem> {
    let Some(xml) = package.text(part)? else { return Ok(false) };
    let mut tags = Tags::of(&xml);
    while let Some(tag) = tags.next()? {
        if !tag.opens("c") {
            continue;
        }
        let kind = tag.attribute("t").unwrap_or_default();
        let range = tags.element(tag)?;
        let inner = xml.get(tag.end..range.end).unwrap_or("");
        if kind != "s" {
            return Ok(plain_text(inner)?.starts_with(FINDINGS_TITLE));
        }
        let mut held = Blanked::default();
        held.take(inner, &kind)?;
        let number = held.shared.first().copied();
        let shared = book.relationships.of_kind("sharedStrings").map(|item| item.part.clone());
        let (Some(number), Some(shared)) = (number, shared) else { return Ok(false) };
        return Ok(shared_text(package, &shared, number)?.starts_with(FINDINGS_TITLE));
    }
    Ok(false)
}

fn shared_text(
    package: &mut Package<'_>,
    part: &str,
    number: usize,
) -> Result<String, AnnotateProblem> {
    let Some(xml) = package.text(part)? else { return Ok(String::new()) };
    let (mut tags, mut at) = (Tags::of(&xml), 0);
    while let Some(tag) = tags.next()? {
        if tag.opens("si") {
            let range = tags.element(tag)?;
            if at == number {
                return plain_text(xml.get(range).unwrap_or(""));
            }
            at += 1;
        }
    }
    Ok(String::new())
}

fn restyled(xml: &str, formats: &BTreeMap<usize, usize>) -> Result<String, AnnotateProblem> {
    let mut edits = Vec::new();
    let mut tags = Tags::of(xml);
    while let Some(tag) = tags.next()? {
        if tag.opens("c")
            && let Some(style) = tag.number("s")
            && let Some(plain) = formats.get(&(style as usize))
        {
            edits.push((tag.start..tag.end, tag.with("s", &plain.to_string())));
        }
    }
    Ok(edited(xml, edits))
}

/// Takes our notes and their boxes from a sheet; of a note that people had begun only
/// what stands below their words.
fn without_notes(package: &mut Package<'_>, sheet: &str) -> Result<(), AnnotateProblem> {
    let links = Relationships::of(package, sheet)?;
    let Some(part) = links.of_kind("comments").map(|item| item.part.clone()) else {
        return Ok(());
    };
    let Some(xml) = package.text(&part)? else { return Ok(()) };
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut cells = Vec::new();
    let mut tags = Tags::of(&xml);
    while let Some(tag) = tags.next()? {
        if !tag.opens("comment") {
            continue;
        }
        let range = tags.element(tag)?;
        let note = xml.get(range.clone()).unwrap_or("");
        let text = plain_text(note)?;
        if is_ours(&text) {
            edits.push((range, String::new()));
            cells.extend(tag.attribute("ref").and_then(|address| position(&address)));
        } else if text.contains(BELOW.trim()) {
            edits.push((range, without_ours(note)?));
        }
    }
    package.put(&part, edited(&xml, edits));
    let drawings = links.items.iter().filter(|item| item.kind == "vmlDrawing");
    for drawing in drawings {
        if let Some(text) = package.text(&drawing.part)? {
            package.put(&drawing.part, boxes::without(&text, &cells));
        }
    }
    Ok(())
}

/// "kesalahan (D03)" in its first line.
fn is_ours(text: &str) -> bool {
    let first = text.lines().next().unwrap_or("").trim();
    Level::ALL.iter().any(|level| {
        let code = first.strip_prefix(level.name()).and_then(|rest| rest.strip_prefix(" ("));
        let code = code.and_then(|rest| rest.strip_suffix(')'));
        first == level.name()
            || code.is_some_and(|code| Code::ALL.iter().any(|of| of.name() == code))
    })
}

/// A note up to where our words begin.
fn without_ours(note: &str) -> Result<String, AnnotateProblem> {
    let mut tags = Tags::of(note);
    while let Some(tag) = tags.next()? {
        if !tag.opens("text") {
            continue;
        }
        let range = tags.element(tag)?;
        let inner = note.get(tag.end..range.end).unwrap_or("");
        let inner = inner.rfind("</").and_then(|end| inner.get(..end)).unwrap_or("");
        let (mut kept, mut rest) = (String::new(), Tags::of(inner));
        while let Some(run) = rest.next()? {
            let piece = inner.get(rest.element(run)?).unwrap_or("");
            if plain_text(piece)?.contains(BELOW.trim()) {
                break;
            }
            kept.push_str(piece);
        }
        let (before, after) = (note.get(..tag.end), note.get(range.end..));
        let text = format!("{}</{}>", runs(&kept)?, tag.name());
        return Ok(format!("{}{text}{}", before.unwrap_or(""), after.unwrap_or("")));
    }
    Ok(note.to_owned())
}
