//! The lists of a bag with the checksum of each file (*manifests*): how a line is
//! read and written (RFC 8493, sections 2.1.3 and 2.2.1).
//!
//! Readable are the ways of all known makers: one blank or more, the `*` of
//! `sha512sum --binary`, `./` in front, a `%` that was never encoded.

use std::collections::BTreeMap;
use std::io::{self, BufRead};

use super::bag_path;
use super::checksum::Algorithm;
use super::fault::{Fault, LineFault};
use super::inventory::Inventory;
use super::tag_file::{Line, Lines};

/// Which files a list speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Covers {
    Payload,
    /// The files beside `data`.
    Tags,
}

/// A list that was read.
#[derive(Debug)]
pub(super) struct Manifest {
    pub name: String,
    pub covers: Covers,
    /// `None` if this program cannot compute it.
    pub algorithm: Option<Algorithm>,
    /// The checksum in lower-case hexadecimal of each listed file that is there, by
    /// its name on the disk.
    pub listed: BTreeMap<String, String>,
    /// The listed files that are not there, by the composed form of their names.
    pub missing: BTreeMap<String, String>,
}

/// What the name of a file beside `data` says it lists, if it is a list at all.
pub(super) fn recognised(name: &str) -> Option<(Covers, Option<Algorithm>)> {
    let stem = name.strip_suffix(".txt")?;
    let (covers, algorithm) = match stem.strip_prefix("tagmanifest-") {
        Some(algorithm) => (Covers::Tags, algorithm),
        None => (Covers::Payload, stem.strip_prefix("manifest-")?),
    };
    let plain = !algorithm.is_empty() && !algorithm.contains('/');
    plain.then(|| (covers, Algorithm::from_name(algorithm)))
}

/// One line as this program writes it: two blanks, as `sha512sum --check` reads it.
pub(super) fn line(checksum: &str, path: &str) -> String {
    format!("{checksum}  {}\n", bag_path::encoded(path))
}

impl Manifest {
    /// Reads the list of that name; the faults are in the order of its lines.
    pub fn read(
        name: &str,
        (covers, algorithm): (Covers, Option<Algorithm>),
        source: impl BufRead,
        inventory: &Inventory,
    ) -> io::Result<(Self, Vec<Fault>)> {
        let mut manifest = Self {
            name: name.to_owned(),
            covers,
            algorithm,
            listed: BTreeMap::new(),
            missing: BTreeMap::new(),
        };
        let mut faults = Vec::new();
        let mut lines = Lines::new(source);
        while let Some(Line { number, text }) = lines.next()? {
            let taken = match text {
                Ok(text) if text.trim().is_empty() => continue,
                Ok(text) => split(&text, algorithm)
                    .map_err(|fault| manifest.malformed(number, fault))
                    .and_then(|(checksum, path)| manifest.take(number, checksum, path, inventory)),
                Err(fault) => Err(manifest.malformed(number, fault)),
            };
            faults.extend(taken.err());
        }
        Ok((manifest, faults))
    }

    fn take(
        &mut self,
        line: usize,
        checksum: &str,
        written: &str,
        inventory: &Inventory,
    ) -> Result<(), Fault> {
        let written = written.strip_prefix("./").unwrap_or(written);
        let path = bag_path::decoded(written);
        // Older makers did not encode `%`; what they wrote is the name itself.
        let found = inventory.find(&path).or_else(|| inventory.find(written));
        let unsafety = bag_path::unsafety(&path);
        if unsafety.is_none() {
            match (self.covers, path.starts_with("data/")) {
                (Covers::Payload, false) => {
                    return Err(self.malformed(line, LineFault::OutsidePayload));
                }
                (Covers::Tags, true) => {
                    return Err(self.malformed(line, LineFault::InsidePayload));
                }
                _ => {}
            }
        }
        let (known, key) = match found {
            Some(name) => (&mut self.listed, name.to_owned()),
            None => (&mut self.missing, bag_path::composed(&path)),
        };
        let repeated = known.contains_key(&key);
        if !repeated && (unsafety.is_none() || found.is_some()) {
            let kept = if found.is_some() { checksum.to_ascii_lowercase() } else { path.clone() };
            known.insert(key, kept);
        }
        let manifest = self.name.clone();
        match unsafety {
            Some(fault) => Err(Fault::UnsafePath { manifest, line, path, fault }),
            None if repeated => Err(Fault::Repeated { manifest, line, path }),
            None => Ok(()),
        }
    }

    fn malformed(&self, line: usize, fault: LineFault) -> Fault {
        Fault::MalformedLine { file: self.name.clone(), line, fault }
    }
}

/// The checksum and the path of a line, as written.
fn split(text: &str, algorithm: Option<Algorithm>) -> Result<(&str, &str), LineFault> {
    let (checksum, rest) = text.split_once([' ', '\t']).unwrap_or((text, ""));
    let digits = !checksum.is_empty() && checksum.bytes().all(|byte| byte.is_ascii_hexdigit());
    let fits = algorithm.is_none_or(|algorithm| checksum.len() == algorithm.hex_digits());
    if !(digits && fits) {
        return Err(LineFault::NoChecksum);
    }
    let rest = rest.trim_start_matches([' ', '\t']);
    let path = rest.strip_prefix('*').unwrap_or(rest);
    if path.is_empty() { Err(LineFault::NoPath) } else { Ok((checksum, path)) }
}
