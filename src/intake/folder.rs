//! The input files of an office: which files below `data/` are read, in which order.
//!
//! Below `bukti-dukung/` lie the scans, of which only the names are read.
//!
//! What Excel and the system leave behind (`~$…` lock files, dot files, `desktop.ini`)
//! and folders that begin with `_` are no input; every other file is, so that one
//! that cannot be read is told and not passed over.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::problem::{Fact, FileFault, Problem};
use crate::diagnostic::natural_order;

/// A file to read and the name under which it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFile {
    pub path: PathBuf,
    /// Relative to the office's folder, with `/`: `data/2024/kendali.xlsx`.
    pub name: Arc<str>,
}

/// The files below `data`, at any depth, in natural order of their names. A folder
/// that does not exist holds no files; one that cannot be opened is a problem.
pub fn find(data: &Path) -> (Vec<InputFile>, Vec<Problem>) {
    let name =
        data.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Search::over(data, &name, |folder| folder.starts_with('_'))
}

/// The files of evidence below `bukti-dukung`, relative to it, with `/`, in natural
/// order; only their names are looked at. A folder that does not exist holds none.
pub fn attachments(evidence: &Path) -> (Vec<Arc<str>>, Vec<Problem>) {
    let (files, problems) = Search::over(evidence, "", |_| false);
    (files.into_iter().map(|file| file.name).collect(), problems)
}

struct Search {
    files: Vec<InputFile>,
    problems: Vec<Problem>,
    /// Folders by their real path: a link back up must not lead round in circles.
    seen: BTreeSet<PathBuf>,
    /// Folders that are passed over, by their names.
    passes_over: fn(&str) -> bool,
}

impl Search {
    fn over(
        path: &Path,
        name: &str,
        passes_over: fn(&str) -> bool,
    ) -> (Vec<InputFile>, Vec<Problem>) {
        let (files, problems, seen) = (Vec::new(), Vec::new(), BTreeSet::new());
        let mut search = Search { files, problems, seen, passes_over };
        if path.exists() {
            search.folder(path, name);
        }
        search.files.sort_by(|a, b| natural_order(&a.name, &b.name));
        (search.files, search.problems)
    }

    fn folder(&mut self, path: &Path, name: &str) {
        if fs::canonicalize(path).is_ok_and(|real| !self.seen.insert(real)) {
            return;
        }
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(name, &error),
        };
        for entry in entries {
            match entry {
                Ok(entry) => self.entry(&entry.path(), name),
                Err(error) => self.unreadable(name, &error),
            }
        }
    }

    fn entry(&mut self, path: &Path, folder: &str) {
        let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else { return };
        if is_left_behind(&name) {
            return;
        }
        let shown = if folder.is_empty() { name.to_string() } else { format!("{folder}/{name}") };
        if path.is_dir() {
            if !(self.passes_over)(&name) {
                self.folder(path, &shown);
            }
        } else {
            self.files.push(InputFile { path: path.to_path_buf(), name: shown.into() });
        }
    }

    fn unreadable(&mut self, folder: &str, error: &io::Error) {
        let fault = FileFault::of_folder(error);
        self.problems.push(Problem::of_file(folder.into(), Fact::File(fault)));
    }
}

fn is_left_behind(name: &str) -> bool {
    name.starts_with("~$")
        || name.starts_with('.')
        || ["desktop.ini", "thumbs.db"].contains(&name.to_lowercase().as_str())
}
