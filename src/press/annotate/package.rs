//! The zip package of a workbook, the only door to zip: parts that are not changed are
//! copied as they lie there, packed; new ones bear a fixed date.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::problem::AnnotateProblem;

/// The most that a part may hold once unpacked: far more than a full sheet of an office.
const LARGEST_PART: u64 = 1 << 30;

pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Parts by their names in small letters: names of parts do not tell letters' case.
    index: BTreeMap<String, usize>,
    /// The name of each entry as written.
    names: Vec<String>,
    changed: BTreeMap<usize, Change>,
    added: Vec<(String, Vec<u8>)>,
}

enum Change {
    Content(Vec<u8>),
    Removed,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, AnnotateProblem> {
        let mut archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| AnnotateProblem::NotPackage)?;
        let mut index = BTreeMap::new();
        let mut names = Vec::with_capacity(archive.len());
        for at in 0..archive.len() {
            let entry = archive.by_index_raw(at).map_err(|_| AnnotateProblem::NotPackage)?;
            let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
            index.insert(folded(&name), at);
            names.push(name);
        }
        Ok(Self { archive, index, names, changed: BTreeMap::new(), added: Vec::new() })
    }

    pub fn has(&self, name: &str) -> bool {
        let known = self.index.get(&folded(name));
        let removed = |at: &&usize| matches!(self.changed.get(*at), Some(Change::Removed));
        known.filter(|at| !removed(at)).is_some()
            || self.added.iter().any(|(added, _)| folded(added) == folded(name))
    }

    /// The content of a part as it stands now; `None` where there is no such part.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, AnnotateProblem> {
        let wanted = folded(name);
        if let Some((_, content)) = self.added.iter().find(|(added, _)| folded(added) == wanted) {
            return Ok(Some(content.clone()));
        }
        let Some(at) = self.index.get(&wanted).copied() else { return Ok(None) };
        match self.changed.get(&at) {
            Some(Change::Content(content)) => return Ok(Some(content.clone())),
            Some(Change::Removed) => return Ok(None),
            None => {}
        }
        let entry = self.archive.by_index(at).map_err(|_| AnnotateProblem::Damaged)?;
        let mut content = Vec::new();
        let read = entry.take(LARGEST_PART + 1).read_to_end(&mut content);
        read.map_err(|_| AnnotateProblem::Damaged)?;
        match content.len() as u64 > LARGEST_PART {
            true => Err(AnnotateProblem::TooLarge),
            false => Ok(Some(content)),
        }
    }

    /// The text of an XML part, without a mark of byte order.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, AnnotateProblem> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| AnnotateProblem::Malformed)?;
        Ok(Some(match text.strip_prefix('\u{feff}') {
            Some(text) => text.to_owned(),
            None => text,
        }))
    }

    /// Puts a part in the place of the one of that name, or behind the others.
    pub fn put(&mut self, name: &str, content: impl Into<Vec<u8>>) {
        let content = content.into();
        let wanted = folded(name);
        if let Some(added) = self.added.iter_mut().find(|(added, _)| folded(added) == wanted) {
            added.1 = content;
        } else if let Some(at) = self.index.get(&wanted) {
            self.changed.insert(*at, Change::Content(content));
        } else {
            self.added.push((name.to_owned(), content));
        }
    }

    pub fn remove(&mut self, name: &str) {
        if let Some(at) = self.index.get(&folded(name)) {
            self.changed.insert(*at, Change::Removed);
        }
    }

    /// The names of all parts.
    pub fn names(&self) -> Vec<String> {
        let kept = self.names.iter().enumerate().filter(|(at, name)| {
            !name.ends_with('/') && !matches!(self.changed.get(at), Some(Change::Removed))
        });
        let added = self.added.iter().map(|(name, _)| name);
        kept.map(|(_, name)| name).chain(added).cloned().collect()
    }

    /// The first name by this pattern that no part has yet.
    pub fn unused(&self, pattern: impl Fn(usize) -> String) -> String {
        let free = (1..usize::MAX).map(&pattern).find(|name| !self.has(name));
        free.unwrap_or_else(|| pattern(0))
    }

    /// The whole package.
    pub fn finish(mut self) -> Result<Vec<u8>, AnnotateProblem> {
        let unwritten = |_| AnnotateProblem::Damaged;
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..self.names.len() {
            match self.changed.get(&at) {
                Some(Change::Removed) => {}
                Some(Change::Content(content)) => {
                    let name = self.names.get(at).map_or("", String::as_str);
                    writer.start_file(name, fixed()).map_err(unwritten)?;
                    writer.write_all(content).map_err(|_| AnnotateProblem::Damaged)?;
                }
                None => {
                    let entry = self.archive.by_index_raw(at).map_err(unwritten)?;
                    writer.raw_copy_file(entry).map_err(unwritten)?;
                }
            }
        }
        for (name, content) in &self.added {
            writer.start_file(name.as_str(), fixed()).map_err(unwritten)?;
            writer.write_all(content).map_err(|_| AnnotateProblem::Damaged)?;
        }
        Ok(writer.finish().map_err(unwritten)?.into_inner())
    }
}

/// What tells this package from any other: the names, lengths and checksums of its parts.
pub(super) fn account(bytes: &[u8], without: Option<&str>) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut account = String::new();
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).ok()?;
        let name = String::from_utf8_lossy(entry.name_raw());
        if Some(&*name) != without {
            account.push_str(&format!("{name} {} {:08x}\n", entry.size(), entry.crc32()));
        }
    }
    Some(account)
}

/// The package with one more part behind the others.
pub(super) fn appended(
    bytes: &[u8],
    name: &str,
    content: String,
) -> Result<Vec<u8>, AnnotateProblem> {
    let mut package = Package::open(bytes)?;
    package.put(name, content);
    package.finish()
}

/// Name and text of the last part.
pub(super) fn last(bytes: &[u8]) -> Option<(String, String)> {
    let mut package = Package::open(bytes).ok()?;
    let name = package.names.last()?.clone();
    let text = package.text(&name).ok()??;
    Some((name, text))
}

/// Names of parts as they are compared: some programs write `\` or a `/` in front.
fn folded(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// The same date for every part that is written, so that the same input gives the same bytes.
fn fixed() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}
