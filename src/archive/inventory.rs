//! What stands in the folder of a bag, as the disk tells it.
//!
//! Every file that is read later is opened under the name found here. A path in a
//! manifest is only looked up among these, so nothing that a manifest says can lead
//! out of the bag, to a device, or through a link.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::bag_path;
use super::fault::Fault;

/// The count of bytes and files of a payload (*Payload-Oxum*, "octet stream sum").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Oxum {
    pub bytes: u64,
    pub files: u64,
}

impl Oxum {
    /// Reads `bytes.files`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let number = |digits: &str| {
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
        };
        let (bytes, files) = text.split_once('.')?;
        Some(Self { bytes: number(bytes)?, files: number(files)? })
    }
}

impl Display for Oxum {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.bytes, self.files)
    }
}

/// The files of a bag.
#[derive(Debug)]
pub(super) struct Inventory {
    root: PathBuf,
    /// Every regular file by its path in the bag; in the order of the text, so that
    /// no file system decides the order of what is told.
    files: BTreeMap<String, u64>,
    /// The same, by the composed form of the name.
    composed: BTreeMap<String, String>,
    pub payload: Oxum,
    pub has_payload_folder: bool,
}

impl Inventory {
    /// Walks a bag; `None` if there is no such folder. Links are told, not followed.
    pub fn of(root: &Path) -> (Option<Self>, Vec<Fault>) {
        match fs::metadata(root) {
            Ok(metadata) if metadata.is_dir() => {}
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                let why = error.kind();
                return (None, vec![Fault::Unreadable { path: ".".to_owned(), why }]);
            }
            _ => return (None, vec![Fault::NotAFolder]),
        }
        let mut inventory = Self {
            root: root.to_owned(),
            files: BTreeMap::new(),
            composed: BTreeMap::new(),
            payload: Oxum::default(),
            has_payload_folder: false,
        };
        // By path, for the same reason as above.
        let mut faults = BTreeMap::new();
        let mut folders = vec![(root.to_owned(), String::new())];
        while let Some((folder, prefix)) = folders.pop() {
            if let Err(error) = inventory.enter(&folder, &prefix, &mut folders, &mut faults) {
                let path = if prefix.is_empty() { ".".to_owned() } else { prefix };
                faults.insert(path.clone(), Fault::Unreadable { path, why: error.kind() });
            }
        }
        let mut told: Vec<Fault> = faults.into_values().collect();
        told.extend(inventory.alike());
        (Some(inventory), told)
    }

    fn enter(
        &mut self,
        folder: &Path,
        prefix: &str,
        folders: &mut Vec<(PathBuf, String)>,
        faults: &mut BTreeMap<String, Fault>,
    ) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let mut path = name.to_string_lossy().into_owned();
            if !prefix.is_empty() {
                path = format!("{prefix}/{path}");
            }
            let is_payload = path.starts_with("data/");
            let metadata = match fs::symlink_metadata(entry.path()) {
                Ok(metadata) => metadata,
                Err(error) => {
                    let why = error.kind();
                    faults.insert(path.clone(), Fault::Unreadable { path, why });
                    continue;
                }
            };
            let kind = metadata.file_type();
            if kind.is_file() && is_payload {
                self.payload.files += 1;
                self.payload.bytes = self.payload.bytes.saturating_add(metadata.len());
            }
            if path == "data" {
                self.has_payload_folder = !kind.is_file();
            }
            if kind.is_symlink() {
                faults.insert(path.clone(), Fault::Symlink { path });
            } else if name.to_str().is_none() {
                // What is below such a folder cannot be named either.
                faults.insert(path.clone(), Fault::NameNotText { path });
            } else if kind.is_dir() {
                folders.push((entry.path(), path));
            } else if kind.is_file() {
                self.composed.entry(bag_path::composed(&path)).or_insert_with(|| path.clone());
                self.files.insert(path, metadata.len());
            } else {
                faults.insert(path.clone(), Fault::NotAFile { path });
            }
        }
        Ok(())
    }

    /// Files whose names some computers cannot tell apart.
    fn alike(&self) -> Vec<Fault> {
        let mut known: BTreeMap<String, &str> = BTreeMap::new();
        let mut faults = Vec::new();
        for path in self.files.keys() {
            match known.get(&bag_path::folded(path)) {
                Some(first) => faults.push(Fault::Alike {
                    first: (*first).to_owned(),
                    second: path.clone(),
                    only_case: bag_path::composed(first) != bag_path::composed(path),
                }),
                None => {
                    known.insert(bag_path::folded(path), path);
                }
            }
        }
        faults
    }

    /// The file of that name as it stands on the disk, in whatever form a Mac or
    /// another computer has put its accents.
    pub fn find(&self, path: &str) -> Option<&str> {
        match self.files.get_key_value(path) {
            Some((name, _)) => Some(name),
            None => self.composed.get(&bag_path::composed(path)).map(String::as_str),
        }
    }

    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    pub fn payload_files(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str).filter(|path| path.starts_with("data/"))
    }

    pub fn tag_files(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str).filter(|path| !path.starts_with("data/"))
    }

    /// Opens a file that was found here.
    pub fn open(&self, path: &str) -> io::Result<File> {
        if !self.has(path) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let mut place = self.root.clone();
        place.extend(path.split('/'));
        File::open(place)
    }
}
