//! OLE compound files, the shell of an old .xls and of an encrypted .xlsx: what lies
//! in one, by the names in its directory.
//!
//! A workbook may hold a document, and a document a workbook, each in a folder of its
//! own; what the file itself is, the names directly below its root say. Where the
//! directory is too damaged to be followed, the names are looked for wherever an entry
//! may stand. No chain of the file is followed further than its length, for it may lead
//! round in circles.

use std::collections::BTreeSet;

/// The first bytes of such a file.
pub(super) const MARK: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];
const ENTRY: usize = 128;
/// Where in an entry the length of its name stands, in bytes with the closing zero.
const NAME_LENGTH: usize = 64;
/// Where in an entry the numbers stand of those beside and below it.
const LEFT: usize = 68;
const RIGHT: usize = 72;
const CHILD: usize = 76;
/// Where in the header the table of all sectors is found, and how much of it.
const TABLES: usize = 76;
const IN_HEADER: usize = 109;
/// Numbers from here on are no sectors: the end of a chain, and the like.
const FIRST_MARK: usize = 0xFFFF_FFF0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compound {
    Xls,
    Encrypted,
    Word,
    PowerPoint,
    Unknown,
}

const KNOWN: [(&str, Compound); 7] = [
    ("EncryptedPackage", Compound::Encrypted),
    ("Workbook", Compound::Xls),
    ("WORKBOOK", Compound::Xls),
    ("Book", Compound::Xls),
    ("BOOK", Compound::Xls),
    ("WordDocument", Compound::Word),
    ("PowerPoint Document", Compound::PowerPoint),
];

pub(super) fn read(bytes: &[u8]) -> Compound {
    let below_root = Directory::of(bytes).map_or_else(Vec::new, |known| known.below_root());
    match kind(below_root.iter().filter_map(|at| entry(bytes, *at))) {
        Compound::Unknown => kind(bytes.as_chunks::<ENTRY>().0.iter()),
        known => known,
    }
}

/// The file with the workbooks that lie in its workbook named otherwise, for the reader
/// takes the first of the name; `None` where there is but one.
pub(super) fn with_own_workbook_only(bytes: &[u8]) -> Option<Vec<u8>> {
    let directory = Directory::of(bytes)?;
    let below_root = directory.below_root();
    let is_workbook = |at: &&usize| {
        let kind = entry(bytes, **at).map(|entry| kind(std::iter::once(entry)));
        kind == Some(Compound::Xls)
    };
    if !below_root.iter().any(|at| is_workbook(&at)) {
        return None;
    }
    let others = directory.entries.iter().filter(|at| !below_root.contains(at)).filter(is_workbook);
    let mut changed = None;
    for at in others {
        let copy = changed.get_or_insert_with(|| bytes.to_vec());
        *copy.get_mut(*at)? = b'_';
    }
    changed
}

fn entry(bytes: &[u8], at: usize) -> Option<&[u8; ENTRY]> {
    bytes.get(at..)?.first_chunk()
}

fn kind<'b>(entries: impl Iterator<Item = &'b [u8; ENTRY]>) -> Compound {
    let mut found = Compound::Unknown;
    for entry in entries {
        for (name, compound) in KNOWN {
            if is_named(entry, name) {
                match compound {
                    Compound::Encrypted => return Compound::Encrypted,
                    // A document may hold a workbook, hardly the other way round.
                    Compound::Word | Compound::PowerPoint => found = compound,
                    _ if found == Compound::Unknown => found = compound,
                    _ => {}
                }
            }
        }
    }
    found
}

/// Where the entries of the directory stand in the file, in their order.
struct Directory<'b> {
    bytes: &'b [u8],
    entries: Vec<usize>,
}

impl<'b> Directory<'b> {
    fn of(bytes: &'b [u8]) -> Option<Self> {
        let size = 1_usize.checked_shl(half(bytes, 30)?.into()).filter(|size| *size >= ENTRY)?;
        let place = |sector: usize| sector.checked_add(1)?.checked_mul(size);
        let most = bytes.len() / size;
        let mut entries = Vec::new();
        let mut sector = word(bytes, 48)?;
        // Its sectors, each with the number of the next in the table of them all.
        for _ in 0..most {
            let at = place(sector).filter(|at| at + size <= bytes.len())?;
            entries.extend((0..size / ENTRY).map(|entry| at + entry * ENTRY));
            let of_table = sector / (size / 4);
            // What the header has no room for lies too far in for a directory.
            let table = (of_table < IN_HEADER).then(|| word(bytes, TABLES + of_table * 4))??;
            sector = word(bytes, place(table)?.checked_add(sector % (size / 4) * 4)?)?;
            if sector >= FIRST_MARK {
                return Some(Self { bytes, entries });
            }
        }
        None
    }

    /// The places of the entries in the root itself.
    fn below_root(&self) -> Vec<usize> {
        let link = |entry: usize, at: usize| {
            word(self.bytes, self.entries.get(entry)? + at).filter(|to| *to < self.entries.len())
        };
        let mut seen = BTreeSet::new();
        let mut open: Vec<usize> = link(0, CHILD).into_iter().collect();
        while let Some(entry) = open.pop() {
            if seen.insert(entry) {
                open.extend([link(entry, LEFT), link(entry, RIGHT)].into_iter().flatten());
            }
        }
        seen.into_iter().filter_map(|entry| self.entries.get(entry).copied()).collect()
    }
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().copied().map(u16::from_le_bytes)
}

fn word(bytes: &[u8], at: usize) -> Option<usize> {
    let word = bytes.get(at..)?.first_chunk().copied().map(u32::from_le_bytes)?;
    usize::try_from(word).ok()
}

fn is_named(entry: &[u8; ENTRY], name: &str) -> bool {
    let written: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let length = entry.get(NAME_LENGTH..NAME_LENGTH + 2);
    let says = length.and_then(|length| length.try_into().ok()).map(u16::from_le_bytes);
    entry.starts_with(&written) && says.map(usize::from) == Some(written.len())
}
