//! OLE compound files, the shell of an old .xls and of an encrypted .xlsx: what lies
//! in one, by the names in its directory.
//!
//! The names are looked for where directory entries may stand, without following
//! the chains of the file, which may lead round in circles.

/// The first bytes of such a file.
pub(super) const MARK: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];
const ENTRY: usize = 128;
/// Where in an entry the length of its name stands, in bytes with the closing zero.
const NAME_LENGTH: usize = 64;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compound {
    Xls,
    Encrypted,
    Word,
    PowerPoint,
    Unknown,
}

pub(super) fn read(bytes: &[u8]) -> Compound {
    let known = [
        ("EncryptedPackage", Compound::Encrypted),
        ("Workbook", Compound::Xls),
        ("WORKBOOK", Compound::Xls),
        ("Book", Compound::Xls),
        ("BOOK", Compound::Xls),
        ("WordDocument", Compound::Word),
        ("PowerPoint Document", Compound::PowerPoint),
    ];
    let mut found = Compound::Unknown;
    for entry in bytes.as_chunks::<ENTRY>().0 {
        for (name, compound) in known {
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

fn is_named(entry: &[u8; ENTRY], name: &str) -> bool {
    let written: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let length = entry.get(NAME_LENGTH..NAME_LENGTH + 2);
    let says = length.and_then(|length| length.try_into().ok()).map(u16::from_le_bytes);
    entry.starts_with(&written) && says.map(usize::from) == Some(written.len())
}
