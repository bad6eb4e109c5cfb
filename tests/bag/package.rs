//! A package on a disk that tests write, damage and have checked.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use tempfile::TempDir;
use tertib::archive::{Bag, BagFile, BagInfo, Content, Depth, Inspection, inspect, write};

/// A folder for a package, with room beside it.
pub struct Package {
    room: TempDir,
    pub folder: PathBuf,
}

pub fn file(path: &str, bytes: &[u8]) -> BagFile {
    BagFile { path: path.to_owned(), content: Content::Bytes(bytes.to_vec()) }
}

/// A small package of an invented request: two files and a note.
pub fn sample() -> Bag {
    Bag {
        info: BagInfo {
            bagging_date: NaiveDate::from_ymd_opt(2024, 7, 1).expect("a date that exists"),
            elements: [
                ("Source-Organization", "Pusat Data Contoh"),
                ("External-Identifier", "P-2024-017"),
            ]
            .map(|(label, value)| (label.to_owned(), value.to_owned()))
            .to_vec(),
        },
        payload: vec![file("surat.txt", b"abc"), file("foto/serah terima.jpg", b"satu dua")],
        tags: vec![file("LIHAT-SAYA.txt", "Periksa dengan sha512sum.\n".as_bytes())],
    }
}

impl Package {
    /// An empty room; the package itself is not there yet.
    pub fn nowhere() -> Self {
        let room = TempDir::new().expect("a folder for the test");
        let folder = room.path().join("P-2024-017");
        Self { room, folder }
    }

    /// The sample, written.
    pub fn written() -> Self {
        let package = Self::nowhere();
        write(&package.folder, &sample()).expect("the sample can be written");
        package
    }

    /// A bag of another maker: exactly these files.
    pub fn of(files: &[(&str, &[u8])]) -> Self {
        let package = Self::nowhere();
        fs::create_dir(&package.folder).expect("a new folder");
        for (path, bytes) in files {
            package.put(path, bytes);
        }
        package
    }

    pub fn room(&self) -> &Path {
        self.room.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    pub fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).expect("a file of the package")
    }

    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.read(path)).expect("a text of the package")
    }

    pub fn put(&self, path: &str, bytes: &[u8]) -> &Self {
        let place = self.path(path);
        fs::create_dir_all(place.parent().expect("a folder above")).expect("a folder");
        fs::write(place, bytes).expect("a file can be written");
        self
    }

    pub fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.path(path)).expect("a file to remove");
        self
    }

    pub fn rename(&self, from: &str, to: &str) -> &Self {
        fs::rename(self.path(from), self.path(to)).expect("a file to rename");
        self
    }

    /// Flips the lowest bit of the first byte of that text in a file.
    pub fn flip(&self, path: &str, text: &str) -> &Self {
        let mut bytes = self.read(path);
        let at = bytes.windows(text.len()).position(|window| window == text.as_bytes());
        bytes[at.expect("the text stands in the file")] ^= 1;
        self.put(path, &bytes)
    }

    pub fn inspect(&self) -> Inspection {
        inspect(&self.folder, Depth::Checksums)
    }

    /// What the check says, in the words that people read.
    pub fn told(&self) -> Vec<String> {
        self.inspect().faults.iter().map(ToString::to_string).collect()
    }

    /// All files with their bytes, in the order of their names.
    pub fn bytes(&self) -> Vec<(String, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(&self.folder).expect("inside");
                    let name = name.to_str().expect("text").replace('\\', "/");
                    found.push((name, fs::read(&path).expect("a file")));
                }
            }
        }
        found.sort();
        found
    }

    /// The names beside the package and its own.
    pub fn names_in_room(&self) -> Vec<String> {
        let entries = fs::read_dir(self.room()).expect("the room");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("text"))
            .collect();
        names.sort();
        names
    }
}
