//! Writes a bag: payload, lists and what is said of them (BagIt 1.0, RFC 8493, SHA-512).
//!
//! A package appears under its name only when it is whole: it is written beside, in
//! a folder `.tmp-<name>`, brought to the disk, checked by the same check as any
//! other bag, and then renamed. A run that was killed leaves at most that folder,
//! and the next run of the same package clears it away. The bytes depend on nothing
//! but what is given: no clock, no order of a disk.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::bag_path;
use super::deposit::{Content, disk, put, put_text, settle, settle_all};
use super::inventory::Oxum;
use super::manifest::{self, recognised};
use super::problem::{BagProblem, InfoFault};
use super::tag_file;
use super::verify::{Depth, inspect};

/// Everything that goes into one package.
#[derive(Debug, Clone)]
pub struct Bag {
    pub info: BagInfo,
    /// The files that are kept, below `data/`.
    pub payload: Vec<BagFile>,
    /// Files beside `data/`, such as one that says how to check the package.
    pub tags: Vec<BagFile>,
}

/// What `bag-info.txt` says of the package.
#[derive(Debug, Clone)]
pub struct BagInfo {
    /// Comes from outside: this room asks no clock.
    pub bagging_date: NaiveDate,
    /// Labels and values in the order they are to be read (`External-Identifier`,
    /// `Source-Organization`, …). An element without a value is left out; breaks of
    /// lines in a value become blanks. `Bagging-Date` and `Payload-Oxum` follow
    /// them and are not given here.
    pub elements: Vec<(String, String)>,
}

/// One file of a package.
#[derive(Debug, Clone)]
pub struct BagFile {
    /// Its path below `data/`, or for a tag file below the package, with `/`.
    pub path: String,
    pub content: Content,
}

/// A package that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub payload: Oxum,
    /// The SHA-512 of its `tagmanifest-sha512.txt`, which stands for all of it.
    pub digest: String,
}

/// Writes a package to a folder that does not exist yet.
///
/// # Errors
/// Every [`BagProblem`]; nothing new stands under the name of the target then.
pub fn write(target: &Path, bag: &Bag) -> Result<Written, BagProblem> {
    examine(bag)?;
    let unnamed = || BagProblem::NoName { target: target.display().to_string() };
    let name = target.file_name().ok_or_else(unnamed)?;
    let parent = match target.parent().ok_or_else(unnamed)? {
        // A name alone stands in the working folder, which must be opened by a name.
        nothing if nothing.as_os_str().is_empty() => Path::new("."),
        parent => parent,
    };
    refuse_existing(target)?;
    fs::create_dir_all(parent).map_err(|error| disk(parent, &error))?;
    let mut beside = OsString::from(".tmp-");
    beside.push(name);
    let draft = Draft::begin(parent.join(beside))?;
    fill(&draft.folder, bag)?;
    let found = inspect(&draft.folder, Depth::Checksums);
    let digest = match found.digest {
        Some(digest) if found.faults.is_empty() => digest,
        _ => return Err(BagProblem::Faulty { faults: found.faults }),
    };
    // Once more: an empty folder would be replaced by the renaming.
    refuse_existing(target)?;
    fs::rename(&draft.folder, target).map_err(|error| disk(target, &error))?;
    if let Err(error) = settle(parent) {
        // The name may not survive a power cut, so it is not claimed.
        let _ = fs::rename(target, &draft.folder);
        return Err(disk(parent, &error));
    }
    Ok(Written { payload: found.payload, digest })
}

/// What can be refused before anything is written.
fn examine(bag: &Bag) -> Result<(), BagProblem> {
    if bag.payload.is_empty() {
        return Err(BagProblem::NothingToPack);
    }
    for file in bag.payload.iter().chain(&bag.tags) {
        if let Some(fault) = bag_path::unportability(&file.path) {
            return Err(BagProblem::Name { path: file.path.clone(), fault });
        }
    }
    for file in &bag.tags {
        let name = bag_path::folded(&file.path);
        let first = name.split('/').next().unwrap_or_default();
        let fixed = matches!(first, "data" | "bagit.txt" | "bag-info.txt" | "fetch.txt");
        if fixed || recognised(&name).is_some() {
            return Err(BagProblem::Reserved { path: file.path.clone() });
        }
    }
    for files in [&bag.payload, &bag.tags] {
        let pair = bag_path::alike(files.iter().map(|file| file.path.as_str()));
        if let Some((first, second)) = pair {
            return Err(BagProblem::Alike { first, second });
        }
    }
    for (label, _) in &bag.info.elements {
        let refused = |fault| Err(BagProblem::Info { label: label.clone(), fault });
        let seen = !label.contains(':') && !label.contains(char::is_control);
        if label.is_empty() || label.trim() != label || !seen {
            return refused(InfoFault::Label);
        }
        if ["Bagging-Date", "Payload-Oxum"].iter().any(|own| own.eq_ignore_ascii_case(label)) {
            return refused(InfoFault::Computed);
        }
    }
    Ok(())
}

fn refuse_existing(target: &Path) -> Result<(), BagProblem> {
    // A link that leads nowhere stands there too.
    match fs::symlink_metadata(target) {
        Ok(_) => Err(BagProblem::Exists { target: target.display().to_string() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(disk(target, &error)),
    }
}

/// The folder beside, which goes away unless it was renamed into place.
struct Draft {
    folder: PathBuf,
}

impl Draft {
    fn begin(folder: PathBuf) -> Result<Self, BagProblem> {
        let cleared = match fs::symlink_metadata(&folder) {
            Ok(left) if left.is_dir() => fs::remove_dir_all(&folder),
            Ok(_) => fs::remove_file(&folder),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        };
        cleared.and_then(|()| fs::create_dir(&folder)).map_err(|error| disk(&folder, &error))?;
        Ok(Self { folder })
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next run.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Writes all files of the package and brings them to the disk.
fn fill(folder: &Path, bag: &Bag) -> Result<(), BagProblem> {
    let mut payload = Oxum::default();
    // By path: the order of the lines is that of their names, not of the caller.
    let (mut lines, mut tag_lines) = (Vec::new(), Vec::new());
    for file in &bag.payload {
        let path = format!("data/{}", file.path);
        let (bytes, checksum) = put(folder, &path, &file.content)?;
        payload = Oxum {
            bytes: payload.bytes.saturating_add(bytes),
            files: payload.files.saturating_add(1),
        };
        lines.push((path, checksum));
    }
    for file in &bag.tags {
        let (_, checksum) = put(folder, &file.path, &file.content)?;
        tag_lines.push((file.path.clone(), checksum));
    }
    let texts = [
        ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_owned()),
        ("bag-info.txt", info_text(&bag.info, payload)),
        ("manifest-sha512.txt", list(lines)),
    ];
    for (name, text) in texts {
        let (_, checksum) = put_text(folder, name, &text)?;
        tag_lines.push((name.to_owned(), checksum));
    }
    put_text(folder, "tagmanifest-sha512.txt", &list(tag_lines))?;
    settle_all(folder)
}

fn info_text(info: &BagInfo, payload: Oxum) -> String {
    let mut text = String::new();
    for (label, value) in &info.elements {
        if !value.trim().is_empty() {
            text.push_str(&tag_file::folded(label, value));
        }
    }
    let date = info.bagging_date.format("%Y-%m-%d").to_string();
    text.push_str(&tag_file::folded("Bagging-Date", &date));
    text.push_str(&tag_file::folded("Payload-Oxum", &payload.to_string()));
    text
}

fn list(mut files: Vec<(String, String)>) -> String {
    files.sort();
    files.iter().map(|(path, checksum)| manifest::line(checksum, path)).collect()
}
