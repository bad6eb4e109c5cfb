//! The work on one sheet: colours and notes on its cells, passwords taken out.

use std::collections::BTreeMap;

use super::Annotation;
use super::blanked::Blanked;
use super::boxes::{self, NewBox};
use super::content_types::ContentTypes;
use super::notes::{self, Remark, Remarks};
use super::package::Package;
use super::problem::AnnotateProblem;
use super::relationships::{Dialect, Relationships};
use super::sheet_list::{reference, without_choice};
use super::styles::Styles;
use super::tags::{Tags, prefixed};
use super::worksheet::{self, Changed, Changes};

/// What is said of one sheet.
pub(super) struct OfSheet {
    changes: Changes,
    remarks: Remarks,
}

impl OfSheet {
    pub fn of(annotation: &Annotation, sheet: &str) -> Self {
        let (mut changes, mut remarks) = (Changes::default(), Remarks::new());
        for finding in &annotation.findings {
            let mut said = Vec::new();
            for cell in finding.cells.iter().filter(|cell| &*cell.sheet == sheet) {
                let columns: &mut BTreeMap<_, _> = changes.marks.entry(cell.row).or_default();
                let level = columns.entry(cell.column).or_insert(finding.level);
                *level = (*level).min(finding.level);
                let at = (cell.row, cell.column);
                if !said.contains(&at) {
                    said.push(at);
                    remarks.entry(at).or_default().push(remark(finding));
                }
            }
        }
        let secrets = annotation.secrets.iter().filter(|column| &*column.sheet == sheet);
        changes.secrets = secrets.map(|column| (column.column, column.row)).collect();
        Self { changes, remarks }
    }

    fn is_secret(&self, row: u32, column: u16) -> bool {
        self.changes.secrets.iter().any(|(secret, head)| *secret == column && row > *head)
    }
}

fn remark(finding: &super::Finding) -> Remark {
    let title = match finding.code.is_empty() {
        true => finding.level.name().to_owned(),
        false => format!("{} ({})", finding.level.name(), finding.code),
    };
    let mut text = finding.message.clone();
    for (label, words) in [("akibat", &finding.consequence), ("saran", &finding.advice)] {
        if !words.is_empty() {
            text.push_str(&format!("\n{label}: {words}"));
        }
    }
    Remark { title, text }
}

/// What the sheets of a workbook are marked with.
pub(super) struct Marking<'m, 'p> {
    pub package: &'m mut Package<'p>,
    pub types: &'m mut ContentTypes,
    pub styles: &'m mut Styles,
    pub dialect: Dialect,
    /// The next block of shapes that no drawing uses, once it was looked for.
    pub free_block: Option<u32>,
    pub blanked: Blanked,
}

impl Marking<'_, '_> {
    pub fn sheet(&mut self, part: &str, said: &OfSheet) -> Result<(), AnnotateProblem> {
        let Some(xml) = self.package.text(part)? else { return Ok(()) };
        let OfSheet { changes, remarks } = said;
        if changes.marks.is_empty() && changes.secrets.is_empty() {
            if let Some(xml) = without_choice(&xml)? {
                self.package.put(part, xml);
            }
            return Ok(());
        }
        let mut changed = worksheet::change(&xml, changes, self.styles)?;
        let mut links = Relationships::of(self.package, part)?;
        let boxes = self.notes(part, said, &mut links)?;
        if !boxes.is_empty() {
            self.boxes(&boxes, &mut changed, &mut links)?;
        }
        debug_assert!(boxes.len() <= remarks.len());
        self.blanked.shared.append(&mut changed.blanked.shared);
        self.blanked.texts.append(&mut changed.blanked.texts);
        self.blanked.formula |= changed.blanked.formula;
        let xml = without_choice(&changed.xml)?.unwrap_or(changed.xml);
        self.package.put(part, xml);
        Ok(())
    }

    /// Writes the notes and gives those that have no box yet.
    fn notes(
        &mut self,
        sheet: &str,
        said: &OfSheet,
        links: &mut Relationships,
    ) -> Result<Vec<NewBox>, AnnotateProblem> {
        let is_secret = |row, column| said.is_secret(row, column);
        let talks = links.items.iter().filter(|item| item.kind == "threadedComment");
        for talk in talks.filter(|_| !said.changes.secrets.is_empty()) {
            if let Some(xml) = self.package.text(&talk.part)? {
                self.package.put(&talk.part, notes::without_secrets(&xml, &is_secret)?);
            }
        }
        let known = links.of_kind("comments").map(|item| item.part.clone());
        let xml = match &known {
            Some(part) => self.package.text(part)?,
            None if said.remarks.is_empty() => return Ok(Vec::new()),
            None => None,
        };
        let written = notes::notes(xml.as_deref(), &said.remarks, &is_secret)?;
        let part = match known {
            Some(part) => part,
            None => {
                let folder = folder_above(sheet);
                let part = self.package.unused(|no| format!("{folder}comments{no}.xml"));
                links.add(self.package, self.dialect, "comments", &part)?;
                self.types.add(
                    &part,
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
                )?;
                part
            }
        };
        self.package.put(&part, self.dialect.spoken(written.xml));
        let new = said.remarks.iter().filter(|(at, _)| !written.known.contains(at));
        Ok(new
            .map(|((row, column), remarks)| {
                let lines =
                    remarks.iter().map(|remark| format!("{}\n{}\n", remark.title, remark.text));
                NewBox { row: *row, column: *column, text: lines.collect() }
            })
            .collect())
    }

    fn boxes(
        &mut self,
        boxes: &[NewBox],
        changed: &mut Changed,
        links: &mut Relationships,
    ) -> Result<(), AnnotateProblem> {
        let first_block = match self.free_block {
            Some(block) => block,
            None => boxes::free_block(&self.drawings()?),
        };
        let known = changed.drawing.as_deref().and_then(|id| links.by_id(id));
        let known = known.map(|item| item.part.clone());
        let existing = match &known {
            Some(part) => self.package.text(part)?,
            None => None,
        };
        let (drawing, taken) =
            boxes::drawing(existing.as_deref(), boxes, &changed.layout, first_block);
        self.free_block = Some(first_block.saturating_add(taken));
        let part = match known {
            Some(part) => part,
            None => {
                let name = |no| format!("xl/drawings/vmlDrawing{no}.vml");
                let part = self.package.unused(name);
                let id = links.add(self.package, self.dialect, "vmlDrawing", &part)?;
                self.types.add_ending(
                    "vml",
                    "application/vnd.openxmlformats-officedocument.vmlDrawing",
                )?;
                let root = Tags::of(&changed.xml).next()?;
                let tag =
                    format!("<legacyDrawing {}/>", reference(root.as_ref(), &id, self.dialect));
                let tag = prefixed(&tag, &changed.prefix);
                changed.xml.insert_str(changed.drawing_at, &tag);
                part
            }
        };
        self.package.put(&part, drawing);
        Ok(())
    }

    fn drawings(&mut self) -> Result<Vec<String>, AnnotateProblem> {
        let names = self.package.names().into_iter();
        let names: Vec<String> =
            names.filter(|name| name.to_lowercase().ends_with(".vml")).collect();
        let mut found = Vec::new();
        for name in names {
            let bytes = self.package.bytes(&name)?.unwrap_or_default();
            found.push(String::from_utf8_lossy(&bytes).into_owned());
        }
        Ok(found)
    }
}

/// The folder above that of a part: `xl/` for `xl/worksheets/sheet1.xml`.
fn folder_above(part: &str) -> String {
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    folder.rsplit_once('/').map_or(String::new(), |(above, _)| format!("{above}/"))
}
