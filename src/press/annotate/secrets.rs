//! What stood in columns of passwords must be nowhere in the copy: not in the shared
//! texts, not in a picture of the first page, not in what a pivot table remembers.

use std::collections::BTreeSet;

use super::blanked::Blanked;
use super::book::Book;
use super::content_types::ContentTypes;
use super::package::Package;
use super::problem::AnnotateProblem;
use super::relationships::Relationships;
use super::tags::{Tags, attribute_text, cell_text, plain_text};

/// Shorter texts are found everywhere by chance.
const SHORTEST: usize = 4;

pub(super) fn remove(
    package: &mut Package<'_>,
    types: &mut ContentTypes,
    book: &Book,
    blanked: Blanked,
) -> Result<(), AnnotateProblem> {
    let sheets: Vec<String> = book.sheets.iter().map(|(_, part)| part.clone()).collect();
    let Blanked { shared, mut texts, formula } = blanked;
    let mut of_workbook = Relationships::of(package, &book.part)?;
    let shared_part = of_workbook.of_kind("sharedStrings").map(|item| item.part.clone());
    if let Some(part) = &shared_part {
        texts.extend(blank_shared(package, part, &sheets, &shared)?);
    }
    if formula {
        // The order of calculation names cells that hold no formula any more.
        for part in of_workbook.remove_kind(package, "calcChain")? {
            package.remove(&part);
            types.remove(&part)?;
        }
    }
    let mut of_package = Relationships::of(package, "")?;
    for part in of_package.remove_kind(package, "thumbnail")? {
        package.remove(&part);
        types.remove(&part)?;
    }
    let texts: BTreeSet<String> = texts
        .iter()
        .map(|text| text.trim().to_owned())
        .filter(|text| text.chars().count() >= SHORTEST)
        .collect();
    search(package, &sheets, shared_part.as_deref(), &texts)
}

/// Empties shared texts that only cells of passwords showed, and gives them.
fn blank_shared(
    package: &mut Package<'_>,
    part: &str,
    sheets: &[String],
    shared: &BTreeSet<usize>,
) -> Result<Vec<String>, AnnotateProblem> {
    let mut used = BTreeSet::new();
    for sheet in sheets {
        if let Some(xml) = package.text(sheet)? {
            shared_texts_of(&xml, &mut used)?;
        }
    }
    let Some(xml) = package.text(part)? else { return Ok(Vec::new()) };
    let mut written = String::with_capacity(xml.len());
    let (mut copied, mut at, mut texts) = (0, 0, Vec::new());
    let mut tags = Tags::of(&xml);
    while let Some(tag) = tags.next()? {
        if !tag.opens("si") {
            continue;
        }
        let range = tags.element(tag)?;
        if shared.contains(&at) && !used.contains(&at) {
            texts.push(plain_text(xml.get(range.clone()).unwrap_or(""))?);
            written.push_str(xml.get(copied..range.start).unwrap_or(""));
            written.push_str(&format!("<{0}si><{0}t></{0}t></{0}si>", tag.prefix()));
            copied = range.end;
        }
        at += 1;
    }
    written.push_str(xml.get(copied..).unwrap_or(""));
    package.put(part, written);
    Ok(texts)
}

fn shared_texts_of(xml: &str, used: &mut BTreeSet<usize>) -> Result<(), AnnotateProblem> {
    let mut tags = Tags::of(xml);
    let mut is_shared = false;
    while let Some(tag) = tags.next()? {
        if tag.opens("c") {
            is_shared = tag.attribute("t").as_deref() == Some("s");
        } else if is_shared && tag.opens("v") {
            let range = tags.element(tag)?;
            let text = xml.get(tag.end..range.end).unwrap_or("");
            let number = text.split('<').next().unwrap_or("").trim();
            used.extend(number.parse::<usize>().ok());
        }
    }
    Ok(())
}

/// Looks for the texts in all that is not a cell.
fn search(
    package: &mut Package<'_>,
    sheets: &[String],
    shared: Option<&str>,
    texts: &BTreeSet<String>,
) -> Result<(), AnnotateProblem> {
    if texts.is_empty() {
        return Ok(());
    }
    let written: Vec<[String; 2]> =
        texts.iter().map(|text| [cell_text(text), attribute_text(text)]).collect();
    for name in package.names() {
        if shared.is_some_and(|part| part.eq_ignore_ascii_case(&name)) {
            continue;
        }
        let bytes = package.bytes(&name)?.unwrap_or_default();
        let is_sheet = sheets.iter().any(|sheet| sheet.eq_ignore_ascii_case(&name));
        let found = match String::from_utf8(bytes) {
            Ok(text) if is_sheet => written.iter().any(|forms| holds(around_cells(&text), forms)),
            Ok(text) => written.iter().any(|forms| holds(&text, forms)),
            Err(raw) => texts.iter().any(|text| holds_raw(raw.as_bytes(), text)),
        };
        if found {
            return Err(AnnotateProblem::SecretElsewhere { part: name });
        }
    }
    Ok(())
}

/// As a whole text of an element, or a whole attribute.
fn holds(text: &str, [as_text, as_attribute]: &[String; 2]) -> bool {
    text.contains(&format!(">{as_text}<"))
        || text.contains(&format!("\"{as_attribute}\""))
        || text.contains(&format!("'{as_attribute}'"))
}

/// Digits alone stand in any picture.
fn holds_raw(bytes: &[u8], text: &str) -> bool {
    if text.chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [text.as_bytes(), &wide]
        .iter()
        .any(|form| !form.is_empty() && bytes.windows(form.len()).any(|window| window == *form))
}

/// What follows the cells of a sheet: filters, links, rules.
fn around_cells(xml: &str) -> &str {
    xml.rfind("sheetData>").and_then(|at| xml.get(at..)).unwrap_or(xml)
}
