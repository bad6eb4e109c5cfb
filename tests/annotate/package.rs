//! A copy opened as what it is: a package of parts.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

use zip::ZipArchive;

/// The parts of a package by name.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    (0..archive.len())
        .map(|at| {
            let mut entry = archive.by_index(at).expect("an entry");
            let name = entry.name().expect("a name").into_owned();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).expect("it can be unpacked");
            (name, content)
        })
        .collect()
}

pub fn parts_of(path: &Path) -> BTreeMap<String, Vec<u8>> {
    parts(&std::fs::read(path).expect("a copy"))
}

pub fn text(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let part = parts.get(name).unwrap_or_else(|| panic!("no {name} in {:?}", parts.keys()));
    String::from_utf8(part.clone()).expect("UTF-8")
}

/// The same parts, some of them with other content, as a package.
pub fn with_parts(bytes: &[u8], changed: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut all = parts(bytes);
    for (name, content) in changed {
        all.insert((*name).to_owned(), content.as_bytes().to_vec());
    }
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in all {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(name, options).expect("a part");
        writer.write_all(&content).expect("a part");
    }
    writer.finish().expect("a package").into_inner()
}
