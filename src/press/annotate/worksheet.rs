//! One worksheet: cells get another style, cells of passwords lose what they hold, and
//! all else is copied letter by letter.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::blanked::{self, Blanked};
use super::layout::{self, Layout, column_of};
use super::problem::AnnotateProblem;
use super::styles::Styles;
use super::tags::{Shape, Tag, Tags};
use crate::diagnostic::{Level, cell_address};

/// What is to be done to a sheet. Rows and columns count from zero.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// The gravest level found on a cell, by row, then column.
    pub marks: BTreeMap<u32, BTreeMap<u16, Level>>,
    /// Columns of passwords, and the row of their head: what stands below is blanked.
    pub secrets: Vec<(u16, u32)>,
}

/// A sheet as it was changed.
#[derive(Debug, Default)]
pub(super) struct Changed {
    pub xml: String,
    pub prefix: String,
    /// The relationship of the drawing of its notes, where it has one.
    pub drawing: Option<String>,
    /// Where a reference to such a drawing would stand.
    pub drawing_at: usize,
    pub layout: Layout,
    pub blanked: Blanked,
}

/// The elements before which the drawing of notes stands.
const AFTER_DRAWING: [&str; 9] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
];

pub(super) fn change(
    xml: &str,
    changes: &Changes,
    styles: &mut Styles,
) -> Result<Changed, AnnotateProblem> {
    let changed = Changed { xml: String::with_capacity(xml.len() + 1024), ..Changed::default() };
    let mut edit = Edit {
        xml,
        copied: 0,
        changes,
        styles,
        changed,
        rows_done: None,
        shared_formulas: BTreeSet::new(),
    };
    edit.run()?;
    Ok(edit.changed)
}

struct Edit<'a, 's> {
    xml: &'a str,
    /// How far the sheet was copied.
    copied: usize,
    changes: &'a Changes,
    styles: &'s mut Styles,
    changed: Changed,
    /// The last row that was written.
    rows_done: Option<u32>,
    /// Shared formulas whose first cell was blanked.
    shared_formulas: BTreeSet<String>,
}

/// The row that is being read.
struct OpenRow {
    index: u32,
    /// The style that it gives to cells it does not hold.
    style: Option<usize>,
    /// The last column that was read.
    column: Option<u16>,
}

impl<'a> Edit<'a, '_> {
    fn run(&mut self) -> Result<(), AnnotateProblem> {
        let mut tags = Tags::of(self.xml);
        let mut in_data = false;
        let mut after_data = false;
        let mut row: Option<OpenRow> = None;
        let mut drawing_at = None;
        while let Some(tag) = tags.next()? {
            if in_data {
                self.in_data(&mut tags, tag, &mut row, &mut in_data)?;
                after_data = !in_data;
                continue;
            }
            match tag.depth {
                0 if tag.shape == Shape::Close => {
                    self.copy_to(tag.start);
                    drawing_at.get_or_insert(self.changed.xml.len());
                }
                0 => self.changed.prefix = tag.prefix().to_owned(),
                1 if tag.opens("dimension") => {
                    if let Some(grown) = layout::grown(&tag, &self.changes.marks) {
                        self.copy_to(tag.start);
                        self.changed.xml.push_str(&grown);
                        self.copied = tag.end;
                    }
                }
                1 if tag.opens("sheetData") => {
                    in_data = tag.shape == Shape::Open;
                    if !in_data {
                        self.empty_data(&tag)?;
                        after_data = true;
                    }
                }
                1 if tag.opens("legacyDrawing") => {
                    self.changed.drawing = tag.attribute("id").map(Into::into)
                }
                1 if after_data
                    && tag.shape != Shape::Close
                    && AFTER_DRAWING.contains(&tag.local()) =>
                {
                    self.copy_to(tag.start);
                    drawing_at.get_or_insert(self.changed.xml.len());
                }
                _ => self.changed.layout.note(&tag),
            }
        }
        self.copy_to(self.xml.len());
        self.changed.drawing_at = drawing_at.ok_or(AnnotateProblem::Malformed)?;
        Ok(())
    }

    fn in_data(
        &mut self,
        tags: &mut Tags<'a>,
        tag: Tag<'a>,
        row: &mut Option<OpenRow>,
        in_data: &mut bool,
    ) -> Result<(), AnnotateProblem> {
        if tag.closes("sheetData") {
            self.copy_to(tag.start);
            self.new_rows(None)?;
            *in_data = false;
        } else if tag.opens("row") {
            *row = self.open_row(&tag)?;
        } else if tag.closes("row") {
            if let Some(ended) = row.take() {
                self.copy_to(tag.start);
                self.new_cells(&ended, None)?;
            }
        } else if tag.opens("c")
            && let Some(row) = row
        {
            self.cell(tags, tag, row)?;
        }
        Ok(())
    }

    fn open_row(&mut self, tag: &Tag<'a>) -> Result<Option<OpenRow>, AnnotateProblem> {
        let next = self.rows_done.map_or(0, |row| row.saturating_add(1));
        let index = tag.number("r").map_or(next, |row| row.saturating_sub(1));
        self.copy_to(tag.start);
        self.new_rows(Some(index))?;
        self.rows_done = Some(index);
        let style =
            tag.number("s").filter(|_| tag.truth("customFormat")).map(|style| style as usize);
        let row = OpenRow { index, style, column: None };
        if self.changes.marks.contains_key(&index) {
            // The cells that it spans may become more.
            let text = tag.without("spans");
            if tag.shape == Shape::Empty {
                self.changed.xml.push_str(&Tag::opened(&text));
                self.new_cells(&row, None)?;
                self.changed.xml.push_str(&format!("</{}>", tag.name()));
            } else {
                self.changed.xml.push_str(&text);
            }
            self.copied = tag.end;
        }
        Ok((tag.shape == Shape::Open).then_some(row))
    }

    /// Rows that the sheet does not hold, up to one that it holds.
    fn new_rows(&mut self, before: Option<u32>) -> Result<(), AnnotateProblem> {
        let first = self.rows_done.map_or(0, |row| row.saturating_add(1));
        let marks = &self.changes.marks;
        let rows = marks.range(first..).take_while(|(row, _)| before.is_none_or(|at| **row < at));
        let prefix = self.changed.prefix.clone();
        for index in rows.map(|(row, _)| *row) {
            self.changed.xml.push_str(&format!("<{prefix}row r=\"{}\">", u64::from(index) + 1));
            self.new_cells(&OpenRow { index, style: None, column: None }, None)?;
            self.changed.xml.push_str(&format!("</{prefix}row>"));
            self.rows_done = Some(index);
        }
        Ok(())
    }

    /// Marked cells that a row does not hold, up to one that it holds.
    fn new_cells(&mut self, row: &OpenRow, before: Option<u16>) -> Result<(), AnnotateProblem> {
        let Some(marks) = self.changes.marks.get(&row.index) else { return Ok(()) };
        let first = row.column.map_or(0, |column| column.saturating_add(1));
        if row.column == Some(u16::MAX) {
            return Ok(());
        }
        for (column, level) in marks.range(first..) {
            if before.is_some_and(|before| *column >= before) {
                break;
            }
            let base = row.style.unwrap_or_else(|| self.changed.layout.style(*column));
            let style = self.styles.marked(base, *level)?;
            let (prefix, address) = (&self.changed.prefix, cell_address(row.index, *column));
            let cell = format!("<{prefix}c r=\"{address}\" s=\"{style}\"/>");
            self.changed.xml.push_str(&cell);
        }
        Ok(())
    }

    fn cell(
        &mut self,
        tags: &mut Tags<'a>,
        tag: Tag<'a>,
        row: &mut OpenRow,
    ) -> Result<(), AnnotateProblem> {
        let next = row.column.map_or(0, |column| column.saturating_add(1));
        let column = tag.attribute("r").and_then(|address| column_of(&address)).unwrap_or(next);
        let marks = self.changes.marks.get(&row.index);
        if marks.is_some() {
            self.copy_to(tag.start);
            self.new_cells(row, Some(column))?;
        }
        row.column = Some(column);
        let level = marks.and_then(|marks| marks.get(&column)).copied();
        let style = match level {
            Some(level) => Some(self.styles.marked(tag.number("s").unwrap_or(0) as usize, level)?),
            None => None,
        };
        let is_secret = self
            .changes
            .secrets
            .iter()
            .any(|(secret, head)| *secret == column && row.index > *head);
        if is_secret {
            let range = tags.element(tag)?;
            self.blank(&tag, range, style)
        } else {
            if let Some(style) = style {
                self.copy_to(tag.start);
                self.changed.xml.push_str(&tag.with("s", &style.to_string()));
                self.copied = tag.end;
            }
            if !self.shared_formulas.is_empty() && tag.shape == Shape::Open {
                let range = tags.element(tag)?;
                let inner = self.xml.get(tag.end..range.end).unwrap_or("");
                if let Some(lost) = blanked::lost_formula(inner, &self.shared_formulas)? {
                    self.copy_to(tag.end + lost.start);
                    self.copied = tag.end + lost.end;
                    self.changed.blanked.formula = true;
                }
            }
            Ok(())
        }
    }

    /// Writes a cell without what it holds, and keeps account of that.
    fn blank(
        &mut self,
        tag: &Tag<'a>,
        range: Range<usize>,
        style: Option<usize>,
    ) -> Result<(), AnnotateProblem> {
        let inner = self.xml.get(tag.end..range.end).unwrap_or("");
        let kind = tag.attribute("t").unwrap_or_default();
        self.shared_formulas.extend(self.changed.blanked.take(inner, &kind)?);
        self.copy_to(range.start);
        let mut text = Tag::opened(tag.text);
        text.insert(text.len() - 1, '/');
        for name in ["t", "cm", "vm"] {
            text = Tag { text: &text, ..*tag }.without(name);
        }
        if let Some(style) = style {
            text = Tag { text: &text, ..*tag }.with("s", &style.to_string());
        }
        self.changed.xml.push_str(&text);
        self.copied = range.end;
        Ok(())
    }

    fn empty_data(&mut self, tag: &Tag<'a>) -> Result<(), AnnotateProblem> {
        if self.changes.marks.is_empty() {
            return Ok(());
        }
        self.copy_to(tag.start);
        self.changed.xml.push_str(&Tag::opened(tag.text));
        self.new_rows(None)?;
        self.changed.xml.push_str(&format!("</{}>", tag.name()));
        self.copied = tag.end;
        Ok(())
    }

    fn copy_to(&mut self, end: usize) {
        if let Some(text) = self.xml.get(self.copied..end) {
            self.changed.xml.push_str(text);
            self.copied = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(xml: &str, marks: &[(u32, u16)], secrets: &[(u16, u32)]) -> Changed {
        let mut changes = Changes { secrets: secrets.to_vec(), ..Changes::default() };
        for (row, column) in marks {
            changes.marks.entry(*row).or_default().insert(*column, Level::Info);
        }
        let mut styles = Styles::of(None).expect("styles");
        change(xml, &changes, &mut styles).expect("a sheet")
    }

    fn of_rows(rows: &str) -> String {
        format!("<worksheet><sheetData>{rows}</sheetData><pageMargins/></worksheet>")
    }

    #[test]
    fn cells_and_rows_that_are_not_there_come_in_their_order() {
        let xml = of_rows(
            "<row r=\"2\" spans=\"2:2\"><c r=\"B2\" s=\"0\"><v>1</v></c></row><row r=\"4\"/>",
        );
        let changed = changed(&xml, &[(0, 3), (1, 0), (1, 1), (1, 2), (3, 0), (6, 0)], &[]);
        let rows = "<row r=\"1\"><c r=\"D1\" s=\"1\"/></row>\
            <row r=\"2\"><c r=\"A2\" s=\"1\"/><c r=\"B2\" s=\"1\"><v>1</v></c><c r=\"C2\" s=\"1\"/></row>\
            <row r=\"4\"><c r=\"A4\" s=\"1\"/></row><row r=\"7\"><c r=\"A7\" s=\"1\"/></row>";
        assert_eq!(changed.xml, of_rows(rows));
    }

    #[test]
    fn a_sheet_whose_cells_do_not_say_where_they_stand_is_counted_through() {
        let xml = "<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/></x:row></x:sheetData><x:extLst/></x:worksheet>";
        let changed = changed(xml, &[(0, 1), (1, 0)], &[]);
        let told = "<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c s=\"1\"/></x:row><x:row r=\"2\"><x:c r=\"A2\" s=\"1\"/></x:row></x:sheetData><x:extLst/></x:worksheet>";
        assert_eq!(changed.xml, told);
        assert!(told.get(changed.drawing_at..).is_some_and(|rest| rest.starts_with("<x:extLst/>")));
        assert!(changed.drawing.is_none());
    }

    #[test]
    fn an_empty_sheet_takes_cells_and_its_range_grows() {
        let xml = "<worksheet><dimension ref=\"B2\"/><sheetData/></worksheet>";
        let told = "<worksheet><dimension ref=\"A1:B2\"/><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"/></row></sheetData></worksheet>";
        assert_eq!(changed(xml, &[(0, 0)], &[]).xml, told);
    }

    #[test]
    fn a_password_leaves_its_cell_and_a_formula_shared_with_it_is_let_go() {
        let xml = of_rows(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>\
             <row r=\"2\"><c r=\"A2\" s=\"3\" t=\"s\"><v>8</v></c><c r=\"B2\"><v>5</v></c></row>\
             <row r=\"3\"><c r=\"A3\"><f t=\"shared\" ref=\"A3:B3\" si=\"0\">X1</f><v>secret</v></c><c r=\"B3\"><f t=\"shared\" si=\"0\"/><v>9</v></c></row>",
        );
        let changed = changed(&xml, &[(1, 0)], &[(0, 0)]);
        let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>\
             <row r=\"2\"><c r=\"A2\" s=\"1\"/><c r=\"B2\"><v>5</v></c></row>\
             <row r=\"3\"><c r=\"A3\"/><c r=\"B3\"><v>9</v></c></row>";
        assert_eq!(changed.xml, of_rows(rows));
        assert_eq!(changed.blanked.shared, BTreeSet::from([8]));
        assert!(changed.blanked.texts.contains("secret") && changed.blanked.formula);
    }

    #[test]
    fn a_new_cell_takes_the_style_of_its_row_else_of_its_column() {
        let styles = "<styleSheet><cellXfs count=\"3\"><xf fontId=\"0\"/><xf fontId=\"1\"/><xf fontId=\"2\"/></cellXfs></styleSheet>";
        let mut styles = Styles::of(Some(styles.to_owned())).expect("styles");
        let xml = "<worksheet><cols><col min=\"1\" max=\"2\" width=\"9\" style=\"1\"/></cols><sheetData><row r=\"1\" s=\"2\" customFormat=\"1\"/></sheetData></worksheet>";
        let mut changes = Changes::default();
        for row in [0, 1] {
            changes.marks.entry(row).or_default().insert(1, Level::Info);
        }
        let changed = change(xml, &changes, &mut styles).expect("a sheet");
        assert!(
            changed.xml.contains("<c r=\"B1\" s=\"3\"/>")
                && changed.xml.contains("<c r=\"B2\" s=\"4\"/>")
        );
        let written = styles.finish().expect("styles");
        let fill = written.find("fillId=\"2\" applyFill=\"1\"").expect("a fill of ours");
        assert!(written.get(..fill).is_some_and(|xf| xf.ends_with("<xf fontId=\"2\" ")));
        assert!(written.contains("<cellXfs count=\"5\">"));
    }
}
