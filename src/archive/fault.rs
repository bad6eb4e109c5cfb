//! Everything that can be wrong with a bag, as facts; the words are in `fault_wording`.
//!
//! A fault is a result, not an error: the check of a package goes on and lists them
//! all. Paths are those inside the bag, with `/`.

use std::io;

use super::bag_path::PathFault;
use super::checksum::Algorithm;
use super::inventory::Oxum;
use crate::diagnostic::Level;

/// What is wrong with a bag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing there, or a file.
    NotAFolder,
    /// `bagit.txt` is not there.
    NoDeclaration,
    /// `bagit.txt` is not what it has to be.
    Declaration(DeclarationFault),
    /// A version of BagIt that this program does not know.
    VersionUnknown { found: String },
    /// The text files of the bag are not in UTF-8.
    EncodingUnknown { found: String },
    /// The folder `data` is not there.
    NoPayloadFolder,
    /// Nothing is in `data`.
    EmptyPayload,
    /// No list of the payload is there.
    NoPayloadManifest,
    /// No list protects the lists and the other files beside `data`.
    NoTagManifest,
    /// A list in an algorithm that this program cannot compute; `alone` if no other
    /// list of the payload can be checked.
    AlgorithmUnknown { manifest: String, alone: bool },
    /// `fetch.txt` is there: a part of the payload may still lie elsewhere.
    FetchFile,
    /// `Payload-Oxum` is no count of bytes and files, or stands there twice.
    OxumMalformed { found: String },
    /// Bytes or files of the payload are not as many as was declared.
    OxumMismatch { declared: Oxum, found: Oxum },
    /// A line of a text file cannot be read; lines count from one.
    MalformedLine { file: String, line: usize, fault: LineFault },
    /// A list names a path that must not be followed; nothing was read there.
    UnsafePath { manifest: String, line: usize, path: String, fault: PathFault },
    /// A list names a file a second time.
    Repeated { manifest: String, line: usize, path: String },
    /// A file that a list names is not there.
    Missing { path: String, manifest: String },
    /// A file of the payload that these lists do not name.
    Unlisted { path: String, manifests: Vec<String> },
    /// A file beside `data` that no list names.
    UnlistedTagFile { path: String },
    /// The content is not what it was when the list was made; the checksums are in
    /// lower-case hexadecimal.
    WrongChecksum { path: String, algorithm: Algorithm, expected: String, found: String },
    /// A link, which may lead out of the bag; it was not followed.
    Symlink { path: String },
    /// Neither file nor folder (a pipe, a device); it was not opened.
    NotAFile { path: String },
    /// A name that is not Unicode text; shown as far as it can be.
    NameNotText { path: String },
    /// Two files whose names some computers cannot tell apart; `only_case` if they
    /// differ in capital letters and not just in the way accents are encoded.
    Alike { first: String, second: String, only_case: bool },
    /// The disk does not give a file or folder.
    Unreadable { path: String, why: io::ErrorKind },
}

/// What is wrong with `bagit.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeclarationFault {
    /// It begins with a byte order mark.
    ByteOrderMark,
    /// The first line is not `BagIt-Version: M.N`.
    Version,
    /// The second line is not `Tag-File-Character-Encoding: …`.
    Encoding,
    /// There is more than two lines.
    MoreLines,
}

/// Why a line of a text file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineFault {
    /// It is not UTF-8.
    NotText,
    /// It is longer than any checksum and path can be.
    TooLong,
    /// It does not begin with a checksum of the list's algorithm.
    NoChecksum,
    /// No path follows the checksum.
    NoPath,
    /// A list of the payload names a file beside `data`.
    OutsidePayload,
    /// A list of the other files names one in `data`.
    InsidePayload,
    /// An element of `bag-info.txt` without label and colon.
    NoLabel,
}

impl Fault {
    /// How grave it is: *peringatan* for what RFC 8493 allows though it weakens the
    /// package, *kesalahan* for all else.
    pub fn level(&self) -> Level {
        match self {
            Self::EmptyPayload
            | Self::NoTagManifest
            | Self::AlgorithmUnknown { alone: false, .. }
            | Self::UnlistedTagFile { .. }
            | Self::Alike { only_case: true, .. } => Level::Peringatan,
            _ => Level::Kesalahan,
        }
    }
}
