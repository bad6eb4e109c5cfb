//! How the parts of a package refer to each other.

use super::package::Package;
use super::problem::AnnotateProblem;
use super::tags::{Shape, Tag, Tags, attribute_text, prefixed};

/// The two dialects of the format: what Excel writes, and what it writes as "strict".
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_KINDS: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const SPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_SPACE: &str = "http://purl.oclc.org/ooxml/spreadsheetml/main";

/// In which dialect a package is written, which our parts must share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Transitional,
    Strict,
}

impl Dialect {
    /// That of a package, by the relationships of its workbook.
    pub fn of(workbook: &Relationships) -> Self {
        match workbook.xml.contains(STRICT_KINDS) {
            true => Self::Strict,
            false => Self::Transitional,
        }
    }

    /// The space in which types of relationships are named.
    pub fn kinds(self) -> &'static str {
        match self {
            Self::Transitional => KINDS,
            Self::Strict => STRICT_KINDS,
        }
    }

    /// A part of ours in this dialect.
    pub fn spoken(self, xml: String) -> String {
        match self {
            Self::Transitional => xml,
            Self::Strict => xml.replace(SPACE, STRICT_SPACE),
        }
    }
}

const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

#[derive(Debug, Clone)]
pub(super) struct Relationship {
    pub id: String,
    /// The last word of its type: `worksheet`, `comments`.
    pub kind: String,
    /// The part that is meant, from the root of the package.
    pub part: String,
}

/// The relationships of one part.
pub(super) struct Relationships {
    /// Where they are kept.
    file: String,
    /// The part that they belong to.
    source: String,
    xml: String,
    pub items: Vec<Relationship>,
}

impl Relationships {
    /// Those of a part; of the package itself where the name is empty.
    pub fn of(package: &mut Package<'_>, source: &str) -> Result<Self, AnnotateProblem> {
        let (folder, name) = source.rsplit_once('/').unwrap_or(("", source));
        let file = match folder {
            "" => format!("_rels/{name}.rels"),
            folder => format!("{folder}/_rels/{name}.rels"),
        };
        let xml = package.text(&file)?.unwrap_or_else(|| EMPTY.to_owned());
        let mut items = Vec::new();
        let mut tags = Tags::of(&xml);
        while let Some(tag) = tags.next()? {
            if tag.opens("Relationship") {
                items.extend(relationship(&tag, folder));
            }
        }
        Ok(Self { file, source: source.to_owned(), xml, items })
    }

    /// The first of a kind.
    pub fn of_kind(&self, kind: &str) -> Option<&Relationship> {
        self.items.iter().find(|item| item.kind == kind)
    }

    pub fn by_id(&self, id: &str) -> Option<&Relationship> {
        self.items.iter().find(|item| item.id == id)
    }

    /// Adds one to a part and gives its new id.
    pub fn add(
        &mut self,
        package: &mut Package<'_>,
        dialect: Dialect,
        kind: &str,
        part: &str,
    ) -> Result<String, AnnotateProblem> {
        let taken = |id: &str| self.items.iter().any(|item| item.id.eq_ignore_ascii_case(id));
        let id = (1..u32::MAX).map(|no| format!("rId{no}")).find(|id| !taken(id));
        let id = id.unwrap_or_default();
        let written = format!(
            "<Relationship Id=\"{id}\" Type=\"{}/{kind}\" Target=\"{}\"/>",
            dialect.kinds(),
            attribute_text(&relative(&self.source, part))
        );
        self.xml = before_end(&self.xml, "Relationships", &written)?;
        let (kind, part) = (kind.to_owned(), part.to_owned());
        self.items.push(Relationship { id: id.clone(), kind, part });
        package.put(&self.file, self.xml.clone());
        Ok(id)
    }

    /// Takes out all of a kind and gives the parts that they meant.
    pub fn remove_kind(
        &mut self,
        package: &mut Package<'_>,
        kind: &str,
    ) -> Result<Vec<String>, AnnotateProblem> {
        self.remove(package, |item| item.kind == kind)
    }

    /// Takes out some and gives the parts that they meant.
    pub fn remove(
        &mut self,
        package: &mut Package<'_>,
        is_gone: impl Fn(&Relationship) -> bool,
    ) -> Result<Vec<String>, AnnotateProblem> {
        let (gone, kept) = self.items.drain(..).partition(is_gone);
        self.items = kept;
        let gone: Vec<Relationship> = gone;
        if gone.is_empty() {
            return Ok(Vec::new());
        }
        let mut written = String::with_capacity(self.xml.len());
        let mut copied = 0;
        let mut tags = Tags::of(&self.xml);
        while let Some(tag) = tags.next()? {
            let id = tag.attribute("Id");
            if tag.opens("Relationship") && gone.iter().any(|item| Some(&*item.id) == id.as_deref())
            {
                let range = tags.element(tag)?;
                written.push_str(self.xml.get(copied..range.start).unwrap_or(""));
                copied = range.end;
            }
        }
        written.push_str(self.xml.get(copied..).unwrap_or(""));
        self.xml = written;
        package.put(&self.file, self.xml.clone());
        Ok(gone.into_iter().map(|item| item.part).collect())
    }
}

fn relationship(tag: &Tag<'_>, folder: &str) -> Option<Relationship> {
    if tag.attribute("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external")) {
        let id = tag.attribute("Id")?.into_owned();
        return Some(Relationship { id, kind: "external".to_owned(), part: String::new() });
    }
    let kind = tag.attribute("Type")?;
    let kind = kind.rsplit('/').next().unwrap_or("").to_owned();
    let part = resolved(folder, &tag.attribute("Target")?);
    Some(Relationship { id: tag.attribute("Id")?.into_owned(), kind, part })
}

/// The part that a target means, seen from a folder of the package.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut parts: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A target that means the part, seen from where the source lies.
fn relative(source: &str, part: &str) -> String {
    let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (from, to): (Vec<&str>, Vec<&str>) =
        (folder.split('/').filter(|part| !part.is_empty()).collect(), part.split('/').collect());
    let same = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    let up = from.len().saturating_sub(same);
    let mut steps = vec![".."; up];
    steps.extend(to.iter().skip(same));
    steps.join("/")
}

/// The part with a piece of ours put before the end of its root; a root without
/// content is opened for it.
pub(super) fn before_end(xml: &str, root: &str, piece: &str) -> Result<String, AnnotateProblem> {
    put_in(xml, piece, |tag| tag.depth == 0 && tag.local() == root)
}

/// The part with a piece of ours put before the end of the first element of that name,
/// however deep it stands.
pub(super) fn inside(xml: &str, name: &str, piece: &str) -> Result<String, AnnotateProblem> {
    put_in(xml, piece, |tag| tag.local() == name)
}

fn put_in(
    xml: &str,
    piece: &str,
    is_meant: impl Fn(&Tag<'_>) -> bool,
) -> Result<String, AnnotateProblem> {
    let mut tags = Tags::of(xml);
    while let Some(tag) = tags.next()? {
        if !is_meant(&tag) {
            continue;
        }
        let (before, after) = (xml.get(..tag.start), xml.get(tag.end..));
        let (before, after) = (before.unwrap_or(""), after.unwrap_or(""));
        let piece = prefixed(piece, tag.prefix());
        match tag.shape {
            Shape::Open => {}
            Shape::Close => return Ok(format!("{before}{piece}{}{after}", tag.text)),
            Shape::Empty => {
                let open = Tag::opened(tag.text);
                return Ok(format!("{before}{open}{piece}</{}>{after}", tag.name()));
            }
        }
    }
    Err(AnnotateProblem::Malformed)
}

#[cfg(test)]
mod tests {
    use super::{before_end, relative, resolved};

    #[test]
    fn a_target_is_seen_from_where_its_part_lies() {
        assert_eq!(resolved("xl/worksheets", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(resolved("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(relative("xl/worksheets/sheet1.xml", "xl/comments1.xml"), "../comments1.xml");
        assert_eq!(relative("xl/workbook.xml", "xl/worksheets/s.xml"), "worksheets/s.xml");
    }

    #[test]
    fn a_root_without_content_is_opened() {
        let opened = before_end("<?xml version=\"1.0\"?><p:R x=\"1\"/>", "R", "<A/>");
        assert_eq!(opened.as_deref(), Ok("<?xml version=\"1.0\"?><p:R x=\"1\"><p:A/></p:R>"));
    }
}
