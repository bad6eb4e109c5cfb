//! The list of what kind each part of a package is.

use super::package::Package;
use super::problem::AnnotateProblem;
use super::relationships::before_end;
use super::tags::{Tags, attribute_text};

const PART: &str = "[Content_Types].xml";

pub(super) struct ContentTypes {
    xml: String,
}

impl ContentTypes {
    pub fn of(package: &mut Package<'_>) -> Result<Self, AnnotateProblem> {
        let xml = package.text(PART)?.ok_or(AnnotateProblem::NotPackage)?;
        Ok(Self { xml })
    }

    /// Names the type of a new part.
    pub fn add(&mut self, part: &str, kind: &str) -> Result<(), AnnotateProblem> {
        let piece =
            format!("<Override PartName=\"/{}\" ContentType=\"{kind}\"/>", attribute_text(part));
        self.xml = before_end(&self.xml, "Types", &piece)?;
        Ok(())
    }

    /// Names the type of all parts with that ending, where it has none yet.
    pub fn add_ending(&mut self, ending: &str, kind: &str) -> Result<(), AnnotateProblem> {
        let mut tags = Tags::of(&self.xml);
        while let Some(tag) = tags.next()? {
            let named = tag.attribute("Extension");
            if tag.opens("Default") && named.is_some_and(|name| name.eq_ignore_ascii_case(ending)) {
                return Ok(());
            }
        }
        let piece = format!("<Default Extension=\"{ending}\" ContentType=\"{kind}\"/>");
        // Endings stand before single parts.
        let mut tags = Tags::of(&self.xml);
        while let Some(tag) = tags.next()? {
            if tag.opens("Override") {
                let (before, after) = (self.xml.get(..tag.start), self.xml.get(tag.start..));
                let piece = super::tags::prefixed(&piece, tag.prefix());
                self.xml = format!("{}{piece}{}", before.unwrap_or(""), after.unwrap_or(""));
                return Ok(());
            }
        }
        self.xml = before_end(&self.xml, "Types", &piece)?;
        Ok(())
    }

    /// Forgets a part that is no longer there.
    pub fn remove(&mut self, part: &str) -> Result<(), AnnotateProblem> {
        let mut written = String::with_capacity(self.xml.len());
        let mut copied = 0;
        let mut tags = Tags::of(&self.xml);
        while let Some(tag) = tags.next()? {
            let named = tag.attribute("PartName").unwrap_or_default();
            if tag.opens("Override") && named.trim_start_matches('/').eq_ignore_ascii_case(part) {
                let range = tags.element(tag)?;
                written.push_str(self.xml.get(copied..range.start).unwrap_or(""));
                copied = range.end;
            }
        }
        written.push_str(self.xml.get(copied..).unwrap_or(""));
        self.xml = written;
        Ok(())
    }

    pub fn keep(self, package: &mut Package<'_>) {
        package.put(PART, self.xml);
    }
}
