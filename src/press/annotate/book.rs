//! The workbook of a package: its sheets and the parts that they are.

use super::content_types::ContentTypes;
use super::findings_sheet;
use super::package::Package;
use super::problem::AnnotateProblem;
use super::relationships::{Dialect, Relationships};
use super::sheet_list::{self, FirstSheet, ListedSheet};
use super::styles::{self, Styles};

const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

pub(super) struct Book {
    /// The name of its part.
    pub part: String,
    pub xml: String,
    pub listed: Vec<ListedSheet>,
    /// The sheets that are there, with the names of their parts.
    pub sheets: Vec<(ListedSheet, String)>,
    pub relationships: Relationships,
    pub dialect: Dialect,
}

impl Book {
    pub fn of(package: &mut Package<'_>) -> Result<Self, AnnotateProblem> {
        let root = Relationships::of(package, "")?;
        let part = root.of_kind("officeDocument").ok_or(AnnotateProblem::NotPackage)?.part.clone();
        if part.to_lowercase().ends_with(".bin") {
            return Err(AnnotateProblem::NotPackage);
        }
        let xml = package.text(&part)?.ok_or(AnnotateProblem::NotPackage)?;
        let relationships = Relationships::of(package, &part)?;
        let listed = sheet_list::sheets(&xml)?;
        let sheets = listed
            .iter()
            .filter_map(|sheet| {
                let part = relationships.by_id(&sheet.id)?.part.clone();
                package.has(&part).then(|| (sheet.clone(), part))
            })
            .collect();
        let dialect = Dialect::of(&relationships);
        Ok(Self { part, xml, listed, sheets, relationships, dialect })
    }

    /// The part of styles, new where the workbook has none.
    pub fn styles(
        &mut self,
        package: &mut Package<'_>,
        types: &mut ContentTypes,
    ) -> Result<(String, Styles), AnnotateProblem> {
        if let Some(known) = self.relationships.of_kind("styles")
            && package.has(&known.part)
        {
            let part = known.part.clone();
            let xml = package.text(&part)?;
            return Ok((part, Styles::of(xml)?));
        }
        let part = self.beside(package, "styles");
        self.relationships.add(package, self.dialect, "styles", &part)?;
        types.add(&part, &format!("{TYPE}.styles+xml"))?;
        let empty = self.dialect.spoken(styles::EMPTY.to_owned());
        Ok((part, Styles::of(Some(empty))?))
    }

    /// Lists a new sheet of findings before all others and gives the name of its part,
    /// which is yet to be put there.
    pub fn put_first(
        &mut self,
        package: &mut Package<'_>,
        types: &mut ContentTypes,
        last_row: usize,
    ) -> Result<String, AnnotateProblem> {
        let part = self.beside(package, "worksheets/sheet");
        let id = self.relationships.add(package, self.dialect, "worksheet", &part)?;
        types.add(&part, &format!("{TYPE}.worksheet+xml"))?;
        let (table, head_rows) = findings_sheet::ranges(last_row);
        let name = sheet_list::free_name(&self.listed);
        let first = FirstSheet { name: &name, id: &id, table: &table, head_rows: &head_rows };
        package.put(&self.part, sheet_list::with_first(&self.xml, &first, self.dialect)?);
        Ok(part)
    }

    /// A name for a new part below the folder of the workbook.
    fn beside(&self, package: &Package<'_>, name: &str) -> String {
        let folder = self.part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let gap = if folder.is_empty() { "" } else { "/" };
        package.unused(|no| match (name, no) {
            // Some programs look for it under this very name.
            ("styles", 1) => format!("{folder}{gap}styles.xml"),
            (name, no) => format!("{folder}{gap}{name}{no}.xml"),
        })
    }
}
