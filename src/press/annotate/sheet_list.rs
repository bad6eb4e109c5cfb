//! The list of sheets of a workbook, with one more put first.

use std::ops::Range;

use super::problem::AnnotateProblem;
use super::relationships::Dialect;
use super::tags::{Shape, Tag, Tags, attribute_text, cell_text, prefixed};

/// A sheet as the workbook lists it.
#[derive(Debug, Clone)]
pub(super) struct ListedSheet {
    pub name: String,
    /// Its relationship.
    pub id: String,
}

pub(super) fn sheets(xml: &str) -> Result<Vec<ListedSheet>, AnnotateProblem> {
    let mut found = Vec::new();
    let mut tags = Tags::of(xml);
    while let Some(tag) = tags.next()? {
        if tag.depth == 2
            && tag.opens("sheet")
            && let (Some(name), Some(id)) = (tag.attribute("name"), relationship_id(&tag))
        {
            found.push(ListedSheet { name: name.into_owned(), id });
        }
    }
    Ok(found)
}

/// The `r:id` of a tag, not an `id` without prefix.
pub(super) fn relationship_id(tag: &Tag<'_>) -> Option<String> {
    tag.attribute("r:id").or_else(|| tag.attribute("id")).map(Into::into)
}

/// A name for our sheet that none of the others has; Excel does not tell letters' case.
pub(super) fn free_name(sheets: &[ListedSheet]) -> String {
    let taken =
        |name: &str| sheets.iter().any(|sheet| sheet.name.to_lowercase() == name.to_lowercase());
    let names = (1..).map(|no| match no {
        1 => "Temuan".to_owned(),
        no => format!("Temuan ({no})"),
    });
    names.into_iter().find(|name| !taken(name)).unwrap_or_default()
}

/// Our sheet as the workbook is to list it.
pub(super) struct FirstSheet<'a> {
    pub name: &'a str,
    pub id: &'a str,
    /// The cells of its table, `$A$4:$H$20`, and the rows of its head, `$4:$4`.
    pub table: &'a str,
    pub head_rows: &'a str,
}

/// The part with our sheet first: what counts sheets from the front counts one more, and
/// the workbook opens on it.
pub(super) fn with_first(
    xml: &str,
    first: &FirstSheet<'_>,
    dialect: Dialect,
) -> Result<String, AnnotateProblem> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut tags = Tags::of(xml);
    let (mut highest, mut prefix) = (0_u32, "");
    let (mut sheets_at, mut names_at, mut names_anchor) = (None, None, None);
    let (mut views, mut views_at) = (0, None);
    let mut root = None;
    while let Some(tag) = tags.next()? {
        match (tag.depth, tag.local()) {
            (0, _) if tag.shape == Shape::Open => {
                prefix = tag.prefix();
                root = Some(tag);
            }
            (2, "sheet") => highest = highest.max(tag.number("sheetId").unwrap_or(0)),
            (1, "sheets") if tag.shape == Shape::Open => sheets_at = Some((tag.start, tag.end)),
            (1, "bookViews") if tag.shape == Shape::Open => views_at = Some(tag.end),
            (1, "bookViews") if tag.shape == Shape::Empty => {
                edits.push((tag.start..tag.end, String::new()));
            }
            (1, "definedNames") if tag.shape == Shape::Open => names_at = Some(tag.end),
            (2, "workbookView") if tag.shape != Shape::Close => {
                views += 1;
                let without = tag.without("firstSheet");
                let text = Tag { text: &without, ..tag }.with("activeTab", "0");
                edits.push((tag.start..tag.end, text));
            }
            (2, "definedName") if tag.shape != Shape::Close => {
                if let Some(sheet) = tag.number("localSheetId") {
                    let moved = sheet.saturating_add(1).to_string();
                    edits.push((tag.start..tag.end, tag.with("localSheetId", &moved)));
                }
            }
            _ => {}
        }
        let ends_before_names = ["sheets", "functionGroups", "externalReferences"];
        if tag.depth == 1 && tag.shape != Shape::Open && ends_before_names.contains(&tag.local()) {
            names_anchor = Some(tag.end);
        }
        if tag.depth == 1 && tag.local() == "definedNames" && tag.shape == Shape::Empty {
            // An empty list is written anew, with ours.
            edits.push((tag.start..tag.end, String::new()));
        }
    }
    let (list_start, list_end) = sheets_at.ok_or(AnnotateProblem::Malformed)?;
    let sheet = format!(
        "<sheet name=\"{}\" sheetId=\"{}\" {}/>",
        attribute_text(first.name),
        highest.saturating_add(1),
        reference(root.as_ref(), first.id, dialect)
    );
    edits.push((list_end..list_end, prefixed(&sheet, prefix).into_owned()));
    let view = "<workbookView activeTab=\"0\"/>";
    match views_at {
        _ if views > 0 => {}
        Some(at) => edits.push((at..at, prefixed(view, prefix).into_owned())),
        None => {
            let views = prefixed(&format!("<bookViews>{view}</bookViews>"), prefix).into_owned();
            edits.push((list_start..list_start, views));
        }
    }
    let names = prefixed(&names(first), prefix).into_owned();
    match (names_at, names_anchor) {
        (Some(at), _) => edits.push((at..at, names)),
        (None, Some(at)) => {
            edits.push((at..at, format!("<{prefix}definedNames>{names}</{prefix}definedNames>")));
        }
        (None, None) => return Err(AnnotateProblem::Malformed),
    }
    Ok(edited(xml, edits))
}

/// The part without some of its sheets, by their positions: names that belong to one of
/// them go with it, and what counts sheets from the front counts fewer.
pub(super) fn without(xml: &str, gone: &[usize]) -> Result<String, AnnotateProblem> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let (mut tags, mut at) = (Tags::of(xml), 0);
    let before = |position: u32| gone.iter().filter(|gone| **gone < position as usize).count();
    while let Some(tag) = tags.next()? {
        if tag.depth != 2 || tag.shape == Shape::Close {
            continue;
        }
        let of_sheet = tag.number("localSheetId");
        match (tag.local(), of_sheet) {
            ("sheet", _) => {
                if gone.contains(&at) {
                    edits.push((tags.element(tag)?, String::new()));
                }
                at += 1;
            }
            ("definedName", Some(sheet)) if gone.contains(&(sheet as usize)) => {
                edits.push((tags.element(tag)?, String::new()));
            }
            ("definedName", Some(sheet)) => {
                let moved = sheet as usize - before(sheet);
                edits.push((tag.start..tag.end, tag.with("localSheetId", &moved.to_string())));
            }
            _ => {}
        }
    }
    Ok(edited(xml, edits))
}

/// `r:id="…"`, by the prefix that the root gives to relationships.
pub(super) fn reference(root: Option<&Tag<'_>>, id: &str, dialect: Dialect) -> String {
    let declared = root.and_then(|root| {
        let prefixes = ["r", "d3p1", "rel"];
        prefixes.into_iter().find(|prefix| {
            root.attribute(&format!("xmlns:{prefix}"))
                .is_some_and(|space| space.ends_with("/relationships"))
        })
    });
    match declared {
        Some(prefix) => format!("{prefix}:id=\"{id}\""),
        None => format!("xmlns:r=\"{}\" r:id=\"{id}\"", dialect.kinds()),
    }
}

fn names(first: &FirstSheet<'_>) -> String {
    let sheet = cell_text(&quoted(first.name));
    format!(
        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">{sheet}!{}</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">{sheet}!{}</definedName>",
        first.table, first.head_rows
    )
}

/// The name of a sheet as it stands in a formula.
pub(super) fn quoted(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

/// A part with pieces of it replaced.
pub(super) fn edited(xml: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    // What is put in stands before what is replaced at the same place.
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut written = String::with_capacity(xml.len() + 512);
    let mut copied = 0;
    for (range, new) in edits {
        written.push_str(xml.get(copied..range.start).unwrap_or(""));
        written.push_str(&new);
        copied = copied.max(range.end);
    }
    written.push_str(xml.get(copied..).unwrap_or(""));
    written
}

/// A sheet that is no longer the one that is shown: two chosen at once would both take
/// what is typed. `None` where nothing is to be changed.
pub(super) fn without_choice(xml: &str) -> Result<Option<String>, AnnotateProblem> {
    let mut edits = Vec::new();
    let mut tags = Tags::of(xml);
    while let Some(tag) = tags.next()? {
        if tag.opens("sheetView") && tag.truth("tabSelected") {
            edits.push((tag.start..tag.end, tag.without("tabSelected")));
        }
        if tag.depth <= 1 && (tag.opens("sheetData") || tag.closes("sheetViews")) {
            break;
        }
    }
    Ok((!edits.is_empty()).then(|| edited(xml, edits)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_sheets_from_the_front_counts_one_more() {
        let xml = "<workbook xmlns:r=\"http://x/relationships\"><bookViews><workbookView firstSheet=\"1\" activeTab=\"2\"/></bookViews><sheets><sheet name=\"temuan\" sheetId=\"7\" r:id=\"rId1\"/></sheets><definedNames><definedName name=\"a\" localSheetId=\"0\">1</definedName><definedName name=\"b\">2</definedName></definedNames></workbook>";
        let found = sheets(xml).expect("sheets");
        assert_eq!(free_name(&found), "Temuan (2)");
        let first =
            FirstSheet { name: "Temuan (2)", id: "rId9", table: "$A$3:$H$4", head_rows: "$3:$3" };
        let xml = with_first(xml, &first, Dialect::Transitional).expect("a workbook");
        assert!(xml.contains("<workbookView activeTab=\"0\"/>"), "{xml}");
        assert!(xml.contains("<sheets><sheet name=\"Temuan (2)\" sheetId=\"8\" r:id=\"rId9\"/>"));
        assert!(xml.contains("<definedName name=\"a\" localSheetId=\"1\">"));
        assert!(xml.contains("<definedName name=\"b\">"));
    }
}
