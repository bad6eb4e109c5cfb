//! The only door to quick-xml: where in a package the sheets lie.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// By which relation an .xlsx holds a sheet, by its list of sheets.
pub(super) fn relation_of(workbook: &str, sheet: &str) -> Option<String> {
    find(workbook, "sheet", ("name", sheet), "id")
}

/// The part to which a relation leads.
pub(super) fn behind(relations: &str, id: &str) -> Option<String> {
    let target = find(relations, "Relationship", ("Id", id), "Target")?;
    let target = target.replace('\\', "/");
    Some(match target.strip_prefix('/') {
        Some(from_root) => from_root.to_owned(),
        None => format!("xl/{}", target.trim_start_matches("./")),
    })
}

/// The list of sheets without those that hold macros: old ones of which it does not say
/// where they lie, and sheets of Excel 4. `None` where there are none such.
pub(super) fn without_macros(workbook: &str, relations: &str) -> Option<String> {
    let is_macro = |id: &str| {
        let kind = || find(relations, "Relationship", ("Id", id), "Type");
        id.is_empty() || kind().is_some_and(|kind| kind.to_lowercase().ends_with("macrosheet"))
    };
    let mut reader = Reader::from_str(workbook);
    let (mut kept, mut from) = (String::with_capacity(workbook.len()), 0);
    loop {
        let at = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let behind = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Empty(start)
                if is_named(&start, "sheet")
                    && attribute(&start, "id").is_some_and(|id| is_macro(&id)) =>
            {
                kept.push_str(workbook.get(from..at)?);
                from = behind;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    kept.push_str(workbook.get(from..)?);
    (from > 0).then_some(kept)
}

/// Of the first element of that name with that value of an attribute, another one.
fn find(xml: &str, element: &str, known: (&str, &str), wanted: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) | Event::Empty(start)
                if is_named(&start, element)
                    && attribute(&start, known.0).as_deref() == Some(known.1) =>
            {
                return attribute(&start, wanted);
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn is_named(start: &BytesStart<'_>, name: &str) -> bool {
    start.local_name().into_inner() == name
}

pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes().flatten();
    let attribute = attributes.find(|known| known.key.local_name().into_inner() == name)?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
}
