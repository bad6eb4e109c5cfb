//! What the library that reads the cells of an .ods cannot do with one: skip the
//! blanks with which some programs indent its XML, and tell its merged regions.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::parts::attribute;
use super::value::Merged;

/// Enough to tell; the rest says the same.
const MOST_UNCALCULATED: u32 = 4_000_000;

/// The content without the blanks between the parts of a table. In the text of a
/// cell no part of a table begins, so that no blank of a text is lost.
pub(super) fn without_indents(content: &str) -> String {
    let mut tidy = String::with_capacity(content.len());
    let mut rest = content;
    while let Some((before, after)) = rest.split_once('>') {
        tidy.push_str(before);
        tidy.push('>');
        let next = after.trim_start();
        let is_between = next.starts_with("<table:") || next.starts_with("</table:");
        rest = if is_between { next } else { after };
    }
    tidy.push_str(rest);
    tidy
}

/// The merged regions of a sheet.
pub(super) fn merged(content: &str, sheet: &str) -> Vec<Merged> {
    let mut reader = Reader::from_str(content);
    let (mut regions, mut inside) = (Vec::new(), false);
    // The row at hand, how often it stands there, and the column of the next cell.
    let (mut row, mut times, mut column) = (0_u32, 1_u32, 0_u32);
    loop {
        let (start, is_empty) = match reader.read_event() {
            Ok(Event::Start(start)) => (start, false),
            Ok(Event::Empty(start)) => (start, true),
            Ok(Event::End(end)) => {
                match end.name().into_inner() {
                    "table:table" if inside => return regions,
                    "table:table-row" => row = row.saturating_add(times),
                    _ => {}
                }
                continue;
            }
            Ok(Event::Eof) | Err(_) => return regions,
            Ok(_) => continue,
        };
        match start.name().into_inner() {
            "table:table" => {
                inside = attribute(&start, "name").as_deref() == Some(sheet);
                row = 0;
            }
            "table:table-row" => {
                times = count(&start, "number-rows-repeated");
                column = 0;
                if is_empty {
                    row = row.saturating_add(times);
                }
            }
            "table:table-cell" | "table:covered-table-cell" if inside => {
                let (down, right) =
                    (count(&start, "number-rows-spanned"), count(&start, "number-columns-spanned"));
                if down > 1 || right > 1 {
                    regions.push(Merged {
                        rows: (row, row.saturating_add(down - 1)),
                        columns: (column, column.saturating_add(right - 1)),
                    });
                }
                column = column.saturating_add(count(&start, "number-columns-repeated"));
            }
            _ => {}
        }
    }
}

/// The cells with a formula and no value, of all sheets by their names; by row and column.
/// A formula that gave an empty text has one.
pub(super) fn uncalculated(content: &str) -> BTreeMap<String, Vec<(u32, u16)>> {
    let mut found: BTreeMap<String, Vec<(u32, u16)>> = BTreeMap::new();
    if !content.contains("table:formula=") {
        return found;
    }
    let mut reader = Reader::from_str(content);
    let mut sheet = String::new();
    let (mut row, mut times, mut column) = (0_u32, 1_u32, 0_u32);
    let mut left = MOST_UNCALCULATED;
    while let Ok(event) = reader.read_event() {
        let (start, is_empty) = match event {
            Event::Start(start) => (start, false),
            Event::Empty(start) => (start, true),
            Event::End(end) if end.name().into_inner() == "table:table-row" => {
                row = row.saturating_add(times);
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        match start.name().into_inner() {
            "table:table" => (sheet, row) = (attribute(&start, "name").unwrap_or_default(), 0),
            "table:table-row" => {
                (times, column) = (count(&start, "number-rows-repeated"), 0);
                if is_empty {
                    row = row.saturating_add(times);
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let repeated = count(&start, "number-columns-repeated");
                let is_bare = attribute(&start, "formula").is_some()
                    && attribute(&start, "value-type").is_none();
                if is_bare && left > 0 {
                    left -= 1;
                    let cell = u16::try_from(column).map(|column| (row, column));
                    found.entry(sheet.clone()).or_default().extend(cell);
                }
                column = column.saturating_add(repeated);
            }
            _ => {}
        }
    }
    found
}

fn count(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_without_a_value_are_found_in_their_sheets_past_rows_and_cells_that_repeat() {
        let content = "<a><table:table table:name=\"Satu\"><table:table-row table:number-rows-repeated=\"3\"/>\
            <table:table-row><table:table-cell table:number-columns-repeated=\"2\"/>\
            <table:table-cell table:formula=\"of:=1+1\"/>\
            <table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"/>\
            </table:table-row></table:table><table:table table:name=\"Dua\"><table:table-row>\
            <table:table-cell table:formula=\"of:=\"></table:table-cell></table:table-row>\
            </table:table></a>";
        let found = uncalculated(content);
        assert_eq!(found.get("Satu"), Some(&vec![(3, 2)]));
        assert_eq!(found.get("Dua"), Some(&vec![(0, 0)]));
    }
}
