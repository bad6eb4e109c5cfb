//! The only door to zip: what lies in a package, by its parts, before it is read.
//!
//! A package says how large its parts become. One that says too much is refused;
//! one that says less than it holds meets the limits of the reader (`reader.rs`).

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::charset;
use crate::intake::problem::{FileFault, Foreign};

/// The largest part, unpacked: a sheet that uses every row Excel has, a dozen columns
/// wide, comes to half of it.
const LARGEST_PART: u64 = 1 << 30;
const LARGEST_ALL: u64 = 2 << 30;
const MOST_PARTS: usize = 20_000;
pub(super) const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";
/// A template that was filled in and saved as it was.
const ODS_TEMPLATE: &str = "application/vnd.oasis.opendocument.spreadsheet-template";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Package {
    Xlsx,
    Xlsb,
    Ods,
    Encrypted,
    Foreign(Foreign),
}

pub(super) type Parts<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// # Errors
/// The package cannot be unpacked, or would become too large.
pub(super) fn read(bytes: &[u8]) -> Result<Package, FileFault> {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileFault::Damaged)?;
    if parts.len() > MOST_PARTS {
        return Err(FileFault::TooLarge);
    }
    let mut all = 0_u64;
    for at in 0..parts.len() {
        let part = match parts.by_index_raw(at) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(_)) => return Err(FileFault::Password),
            Err(_) => return Err(FileFault::Damaged),
        };
        if part.encrypted() {
            return Err(FileFault::Password);
        }
        all = all.saturating_add(part.size());
        if part.size() > LARGEST_PART || all > LARGEST_ALL {
            return Err(FileFault::TooLarge);
        }
    }
    Ok(kind(&mut parts))
}

fn kind(parts: &mut Parts<'_>) -> Package {
    let names: Vec<String> =
        parts.file_names().flatten().map(|name| name.to_lowercase().replace('\\', "/")).collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let below = |folder: &str| names.iter().any(|name| name.starts_with(folder));
    if let Some(mimetype) = text(parts, "mimetype") {
        return match mimetype.trim() {
            ODS | ODS_TEMPLATE if is_encrypted(parts) => Package::Encrypted,
            ODS | ODS_TEMPLATE => Package::Ods,
            other if other.contains("opendocument.text") => Package::Foreign(Foreign::Word),
            other if other.contains("presentation") => Package::Foreign(Foreign::PowerPoint),
            _ => Package::Foreign(Foreign::Archive),
        };
    }
    if has("xl/workbook.bin") {
        Package::Xlsb
    } else if below("xl/") {
        Package::Xlsx
    } else if below("word/") {
        Package::Foreign(Foreign::Word)
    } else if below("ppt/") {
        Package::Foreign(Foreign::PowerPoint)
    } else if below("index/") && names.iter().any(|name| name.ends_with(".iwa")) {
        Package::Foreign(Foreign::Numbers)
    } else if has("content.xml") && has("meta-inf/manifest.xml") {
        // An .ods whose writer left out what it is.
        if is_encrypted(parts) { Package::Encrypted } else { Package::Ods }
    } else if has("[content_types].xml") {
        // An Office package whose workbook lies where it seldom does.
        Package::Xlsx
    } else {
        Package::Foreign(Foreign::Archive)
    }
}

fn is_encrypted(parts: &mut Parts<'_>) -> bool {
    text(parts, "META-INF/manifest.xml")
        .is_some_and(|manifest| manifest.contains("encryption-data"))
}

/// The beginning of a part, as text.
fn text(parts: &mut Parts<'_>, name: &str) -> Option<String> {
    let mut text = Vec::new();
    parts.by_name(name).ok()?.take(1 << 20).read_to_end(&mut text).ok()?;
    Some(String::from_utf8_lossy(&text).into_owned())
}

/// A part as a whole.
pub(super) fn part(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    with_part(bytes, name, |part| {
        let mut whole = Vec::new();
        part.read_to_end(&mut whole).ok().map(|_| whole)
    })
    .flatten()
}

/// Has a part read as it is unpacked.
pub(super) fn with_part<T>(
    bytes: &[u8],
    name: &str,
    read: impl FnOnce(&mut dyn Read) -> T,
) -> Option<T> {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).ok()?;
    // Some programs write the names in other letters, or with the other slash.
    let plain = |name: &str| name.replace('\\', "/").to_lowercase();
    let wanted = plain(name);
    let written = parts.file_names().flatten().find(|known| plain(known) == wanted)?.into_owned();
    let mut part = parts.by_name(&written).ok()?;
    Some(read(&mut part))
}

/// All parts of that name, as wholes.
pub(super) fn all_parts(
    bytes: &[u8],
    wanted: impl Fn(&str) -> bool,
) -> Option<Vec<(String, Vec<u8>)>> {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut found = Vec::new();
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).ok()?;
        let name = part.name().ok()?.into_owned();
        if part.is_file() && wanted(&name) {
            let mut whole = Vec::new();
            part.read_to_end(&mut whole).ok()?;
            found.push((name, whole));
        }
    }
    Some(found)
}

/// The package with its XML in UTF-8, where some of it is in UTF-16 or ISO-8859-1, which
/// is as good XML and which the reader does not know; `None` where none is.
pub(super) fn in_utf8(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let count = parts.len();
    let is_foreign = |at: usize| {
        let mut start = Vec::new();
        parts.by_index(at).ok()?.take(charset::SHOWS).read_to_end(&mut start).ok()?;
        charset::foreign_to_utf8(&start)
    };
    (0..count).find_map(is_foreign)?;
    let parts = all_parts(bytes, |name| !name.contains("/media/"))?.into_iter();
    let parts = parts.map(|(name, holds)| match charset::xml_in_utf8(&holds) {
        Some(xml) => (name, xml.into_bytes()),
        None => (name, holds),
    });
    let parts: Vec<(String, Vec<u8>)> = parts.collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, holds)| (&**name, &**holds)).collect();
    of_parts(&parts)
}

/// A package of these parts, none of them packed.
pub(super) fn of_parts(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, holds) in parts {
        writer.start_file(*name, stored).ok()?;
        writer.write_all(holds).ok()?;
    }
    writer.finish().ok().map(Cursor::into_inner)
}
