//! Checks a bag of whatever maker: count and size, then completeness, then checksums.
//!
//! The cheapest question comes first, and no answer ends the check: every fault is
//! listed, in that order. Files stream by and are opened only under names that the
//! walk through the folder found, so a manifest cannot lead out of the bag.

use std::collections::BTreeMap;
use std::io::{self, BufReader};
use std::path::Path;

use super::checksum::{self, Algorithm};
use super::completeness;
use super::fault::{DeclarationFault, Fault};
use super::inventory::{Inventory, Oxum};
use super::manifest::{Covers, Manifest, recognised};
use super::tag_file::{self, Line, Lines};
use crate::diagnostic::Level;

/// How far a check goes; each takes longer than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// Count and size of the files of the payload.
    Count,
    /// And that all listed files are there and no others.
    Completeness,
    /// And that each file is what it was: reads all of the bag.
    Checksums,
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// In the order of the check, then of the paths.
    pub faults: Vec<Fault>,
    /// What the payload really is.
    pub payload: Oxum,
    /// The elements of `bag-info.txt` in their order.
    pub info: Vec<(String, String)>,
    /// The SHA-512 of `tagmanifest-sha512.txt`: it stands for the whole package,
    /// since that list holds the checksum of the list of the payload.
    pub digest: Option<String>,
}

impl Inspection {
    /// Nothing is wrong by RFC 8493; there may be warnings (*peringatan*).
    pub fn is_valid(&self) -> bool {
        self.faults.iter().all(|fault| fault.level() != Level::Kesalahan)
    }
}

/// Checks the bag in a folder.
pub fn inspect(folder: &Path, depth: Depth) -> Inspection {
    let (inventory, mut faults) = Inventory::of(folder);
    let Some(inventory) = inventory else {
        return Inspection { faults, ..Inspection::default() };
    };
    let all_in_each = declaration(&inventory, &mut faults);
    if inventory.has("fetch.txt") {
        faults.push(Fault::FetchFile);
    }
    let info = bag_info(&inventory, &mut faults);
    payload(&inventory, &info, &mut faults);
    if depth >= Depth::Completeness {
        let manifests = manifests(&inventory, &mut faults);
        faults.extend(completeness::faults(&inventory, &manifests, all_in_each));
        if depth >= Depth::Checksums {
            checksums(&inventory, &manifests, &mut faults);
        }
    }
    let digest = inventory
        .open("tagmanifest-sha512.txt")
        .and_then(|file| checksum::of(file, &[Algorithm::Sha512]))
        .ok()
        .and_then(|sums| sums.sha512);
    Inspection { faults, payload: inventory.payload, info, digest }
}

/// Reads `bagit.txt`; whether every list of the payload has to name every file.
fn declaration(inventory: &Inventory, faults: &mut Vec<Fault>) -> bool {
    if !inventory.has("bagit.txt") {
        faults.push(Fault::NoDeclaration);
        return true;
    }
    match declared_version(inventory, faults) {
        Ok(version) => !version.is_some_and(|version| version.starts_with("0.")),
        Err(error) => {
            faults.push(Fault::Unreadable { path: "bagit.txt".to_owned(), why: error.kind() });
            true
        }
    }
}

fn declared_version(inventory: &Inventory, faults: &mut Vec<Fault>) -> io::Result<Option<String>> {
    let mut lines = Lines::new(BufReader::new(inventory.open("bagit.txt")?));
    let value = |lines: &mut Lines<_>, label: &str| -> io::Result<Option<String>> {
        let text = lines.next()?.and_then(|Line { text, .. }| text.ok());
        Ok(text.and_then(|text| {
            let (before, after) = text.split_once(':')?;
            (before.trim() == label).then(|| after.trim().to_owned())
        }))
    };
    let version = value(&mut lines, "BagIt-Version")?;
    let encoding = value(&mut lines, "Tag-File-Character-Encoding")?;
    if lines.marked {
        faults.push(Fault::Declaration(DeclarationFault::ByteOrderMark));
    }
    match &version {
        None => faults.push(Fault::Declaration(DeclarationFault::Version)),
        Some(known)
            if matches!(known.as_str(), "1.0" | "0.93" | "0.94" | "0.95" | "0.96" | "0.97") => {}
        Some(other) => faults.push(Fault::VersionUnknown { found: other.clone() }),
    }
    match encoding {
        None => faults.push(Fault::Declaration(DeclarationFault::Encoding)),
        Some(known) if known.eq_ignore_ascii_case("UTF-8") => {}
        Some(other) => faults.push(Fault::EncodingUnknown { found: other }),
    }
    while let Some(Line { text, .. }) = lines.next()? {
        if !text.is_ok_and(|text| text.trim().is_empty()) {
            faults.push(Fault::Declaration(DeclarationFault::MoreLines));
            break;
        }
    }
    Ok(version)
}

fn bag_info(inventory: &Inventory, faults: &mut Vec<Fault>) -> Vec<(String, String)> {
    // RFC 8493, section 2.2.2, leaves it to the maker whether there is one.
    const NAME: &str = "bag-info.txt";
    if !inventory.has(NAME) {
        return Vec::new();
    }
    let read = inventory.open(NAME).and_then(|file| tag_file::elements(BufReader::new(file)));
    match read {
        Ok((elements, lines)) => {
            faults.extend(lines.into_iter().map(|(line, fault)| Fault::MalformedLine {
                file: NAME.to_owned(),
                line,
                fault,
            }));
            elements
        }
        Err(error) => {
            faults.push(Fault::Unreadable { path: NAME.to_owned(), why: error.kind() });
            Vec::new()
        }
    }
}

/// The count of bytes and files, and that there is a payload at all.
fn payload(inventory: &Inventory, info: &[(String, String)], faults: &mut Vec<Fault>) {
    if !inventory.has_payload_folder {
        faults.push(Fault::NoPayloadFolder);
    } else if inventory.payload.files == 0 {
        faults.push(Fault::EmptyPayload);
    }
    let declared: Vec<&str> = info
        .iter()
        .filter(|(label, _)| label.eq_ignore_ascii_case("Payload-Oxum"))
        .map(|(_, value)| value.as_str())
        .collect();
    let found = inventory.payload;
    match (declared.as_slice(), declared.first().and_then(|text| Oxum::parse(text))) {
        ([], _) => {}
        ([_], Some(declared)) if declared == found => {}
        ([_], Some(declared)) => faults.push(Fault::OxumMismatch { declared, found }),
        _ => faults.push(Fault::OxumMalformed { found: declared.join("; ") }),
    }
}

fn manifests(inventory: &Inventory, faults: &mut Vec<Fault>) -> Vec<Manifest> {
    let names: Vec<_> =
        inventory.tag_files().filter_map(|name| Some((name, recognised(name)?))).collect();
    let of = |wanted: Covers| names.iter().filter(move |(_, (covers, _))| *covers == wanted);
    if of(Covers::Payload).next().is_none() {
        faults.push(Fault::NoPayloadManifest);
    }
    if of(Covers::Tags).next().is_none() {
        faults.push(Fault::NoTagManifest);
    }
    let checkable = of(Covers::Payload).any(|(_, (_, algorithm))| algorithm.is_some());
    let mut manifests = Vec::new();
    for &(name, kind) in &names {
        let (covers, algorithm) = kind;
        if algorithm.is_none() {
            let alone = covers == Covers::Payload && !checkable;
            faults.push(Fault::AlgorithmUnknown { manifest: name.to_owned(), alone });
        }
        let read = inventory
            .open(name)
            .and_then(|file| Manifest::read(name, kind, BufReader::new(file), inventory));
        match read {
            Ok((manifest, told)) => {
                manifests.push(manifest);
                faults.extend(told);
            }
            Err(error) => {
                faults.push(Fault::Unreadable { path: name.to_owned(), why: error.kind() });
            }
        }
    }
    manifests
}

fn checksums(inventory: &Inventory, manifests: &[Manifest], faults: &mut Vec<Fault>) {
    // Each file is read once, whatever number of lists names it.
    let mut wanted: BTreeMap<&str, Vec<(Algorithm, &str)>> = BTreeMap::new();
    for manifest in manifests {
        let Some(algorithm) = manifest.algorithm else { continue };
        for (path, expected) in &manifest.listed {
            let expectations = wanted.entry(path).or_default();
            if !expectations.contains(&(algorithm, expected)) {
                expectations.push((algorithm, expected));
            }
        }
    }
    for (path, expectations) in wanted {
        let algorithms: Vec<Algorithm> = expectations.iter().map(|(wanted, _)| *wanted).collect();
        let sums = inventory.open(path).and_then(|file| checksum::of(file, &algorithms));
        let sums = match sums {
            Ok(sums) => sums,
            Err(error) => {
                faults.push(Fault::Unreadable { path: path.to_owned(), why: error.kind() });
                continue;
            }
        };
        for (algorithm, expected) in expectations {
            let found = sums.get(algorithm).unwrap_or_default();
            if found != expected {
                faults.push(Fault::WrongChecksum {
                    path: path.to_owned(),
                    algorithm,
                    expected: expected.to_owned(),
                    found: found.to_owned(),
                });
            }
        }
    }
}
