//! One file put into a package and brought to the disk, with its size and checksum.

use std::fs::{self, File};
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use super::checksum;
use super::problem::BagProblem;

/// Where the content of a file comes from.
#[derive(Debug, Clone)]
pub enum Content {
    Bytes(Vec<u8>),
    /// A file that is copied.
    File(PathBuf),
}

/// Writes a text; its size and SHA-512.
pub(super) fn put_text(folder: &Path, path: &str, text: &str) -> Result<(u64, String), BagProblem> {
    put_from(folder, path, text.as_bytes(), path)
}

/// Writes a file from where its content is; its size and SHA-512.
pub(super) fn put(
    folder: &Path,
    path: &str,
    content: &Content,
) -> Result<(u64, String), BagProblem> {
    match content {
        Content::Bytes(bytes) => put_from(folder, path, bytes.as_slice(), path),
        Content::File(file) => {
            let name = file.display().to_string();
            let refused = |why| BagProblem::Source { file: name.clone(), why };
            // Asked before it is opened: opening a pipe would wait for ever.
            let kind = fs::metadata(file).map_err(|error| refused(error.kind()))?;
            if kind.is_dir() {
                return Err(refused(io::ErrorKind::IsADirectory));
            }
            if !kind.is_file() {
                return Err(refused(io::ErrorKind::InvalidInput));
            }
            let source = File::open(file).map_err(|error| refused(error.kind()))?;
            put_from(folder, path, BufReader::new(source), &name)
        }
    }
}

fn put_from(
    folder: &Path,
    path: &str,
    source: impl io::Read,
    source_name: &str,
) -> Result<(u64, String), BagProblem> {
    let mut place = folder.to_owned();
    place.extend(path.split('/'));
    let refused = |error: &io::Error| disk(&place, error);
    if let Some(parent) = place.parent() {
        fs::create_dir_all(parent).map_err(|error| refused(&error))?;
    }
    // Never over another: on a disk that does not tell two names apart this fails.
    let file = File::create_new(&place).map_err(|error| refused(&error))?;
    let mut target = Target { file, failure: None };
    let copied = checksum::copy(source, &mut target);
    match (copied, target.failure) {
        (Err(_), Some(why)) => Err(BagProblem::Disk { path: place.display().to_string(), why }),
        (Err(error), None) => {
            Err(BagProblem::Source { file: source_name.to_owned(), why: error.kind() })
        }
        (Ok(copied), _) => target.file.sync_all().map(|()| copied).map_err(|error| refused(&error)),
    }
}

/// A file that is written, which remembers that it was the one to fail: a copy can
/// fail on either side, and people look at the side that is named.
struct Target {
    file: File,
    failure: Option<io::ErrorKind>,
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes);
        self.failure = written.as_ref().err().map(io::Error::kind);
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Brings the names in a folder and in all folders below to the disk.
pub(super) fn settle_all(folder: &Path) -> Result<(), BagProblem> {
    let settled = settle(folder).and_then(|()| fs::read_dir(folder));
    for entry in settled.map_err(|error| disk(folder, &error))? {
        let entry = entry.map_err(|error| disk(folder, &error))?;
        if entry.file_type().map_err(|error| disk(folder, &error))?.is_dir() {
            settle_all(&entry.path())?;
        }
    }
    Ok(())
}

/// Brings the names in a folder to the disk.
#[cfg(unix)]
pub(super) fn settle(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows cannot open a folder to bring it to the disk, and needs it less.
#[cfg(not(unix))]
pub(super) fn settle(_folder: &Path) -> io::Result<()> {
    Ok(())
}

pub(super) fn disk(path: &Path, error: &io::Error) -> BagProblem {
    BagProblem::Disk { path: path.display().to_string(), why: error.kind() }
}
