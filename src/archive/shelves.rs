//! What stands in the archive folder: packages, drafts that a killed run left, and
//! whatever does not belong there.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// The lists of the archive stand beside the shelves.
pub const LIST: &str = "daftar-arsip";

/// The archive folder as it was found; all names relative to it, with `/`, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelves {
    /// Folders that are packages, and those that the register takes for such.
    pub packages: Vec<String>,
    /// What a run that was killed left behind.
    pub drafts: Vec<String>,
    /// Files and links outside any package.
    pub strays: Vec<String>,
    /// Folders that cannot be opened.
    pub unreadable: Vec<(String, io::ErrorKind)>,
}

impl Shelves {
    /// Walks the archive folder; one that does not exist holds nothing. Links are not
    /// followed, packages not entered.
    pub fn of(archive: &Path, known: &BTreeSet<&str>) -> Self {
        let mut shelves = Self::default();
        if archive.exists() {
            shelves.walk(archive, "", known);
        }
        shelves.packages.sort();
        shelves.drafts.sort();
        shelves.strays.sort();
        shelves.unreadable.sort_by(|a, b| a.0.cmp(&b.0));
        shelves
    }

    fn walk(&mut self, folder: &Path, name: &str, known: &BTreeSet<&str>) {
        let entries = match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
            Ok(entries) => entries,
            Err(error) => return self.unreadable.push((name.to_owned(), error.kind())),
        };
        for entry in entries {
            let own = entry.file_name().to_string_lossy().into_owned();
            let path = if name.is_empty() { own.clone() } else { format!("{name}/{own}") };
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder && own.starts_with(".tmp-") {
                self.drafts.push(path);
            } else if is_folder {
                let place = entry.path();
                if known.contains(path.as_str()) || place.join("bagit.txt").exists() {
                    self.packages.push(path);
                } else {
                    self.walk(&place, &path, known);
                }
            } else if !is_left_behind(&own, name) {
                self.strays.push(path);
            }
        }
    }

    /// Takes away the drafts of runs that were killed. Only whoever holds the register
    /// may do so: nobody else is writing then.
    pub fn clear_drafts(&self, archive: &Path) {
        for draft in &self.drafts {
            // What cannot be removed now is told by the next check.
            let _ = fs::remove_dir_all(archive.join(draft));
        }
    }
}

/// What systems put into every folder, and the lists that tertib itself makes.
fn is_left_behind(own: &str, folder: &str) -> bool {
    let lower = own.to_lowercase();
    let list = folder.is_empty()
        && [".xlsx", ".pdf"].iter().any(|ending| lower == format!("{LIST}{ending}"));
    list || own.starts_with('.')
        || own.starts_with("~$")
        || ["desktop.ini", "thumbs.db"].contains(&lower.as_str())
}
