//! The Indonesian words for what is wrong with a bag.
//!
//! The advice names the part of RFC 8493 that asks for it, so that the maker of a
//! package from elsewhere can be told.

use std::fmt::{self, Display, Formatter};
use std::io;

use super::bag_path::PathFault;
use super::fault::{DeclarationFault, Fault, LineFault};
use crate::diagnostic::{Diagnostic, Place};

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFolder => f.write_str("paket arsip tidak ada atau bukan folder"),
            Self::NoDeclaration => f.write_str("berkas \"bagit.txt\" tidak ada"),
            Self::Declaration(fault) => write!(f, "isi \"bagit.txt\" tidak benar: {fault}"),
            Self::VersionUnknown { found } => {
                write!(f, "versi BagIt \"{}\" tidak dikenal", shown(found))
            }
            Self::EncodingUnknown { found } => {
                write!(f, "pengodean teks \"{}\" tidak dikenal", shown(found))
            }
            Self::NoPayloadFolder => f.write_str("folder \"data\" tidak ada"),
            Self::EmptyPayload => f.write_str("folder \"data\" tidak berisi berkas apa pun"),
            Self::NoPayloadManifest => f.write_str("daftar isi paket (manifest-….txt) tidak ada"),
            Self::NoTagManifest => {
                f.write_str("daftar berkas keterangan (tagmanifest-….txt) tidak ada")
            }
            Self::AlgorithmUnknown { manifest, .. } => {
                write!(f, "cara hitung pada daftar \"{}\" tidak dikenal", shown(manifest))
            }
            Self::FetchFile => f.write_str(
                "paket belum utuh: \"fetch.txt\" menunjuk isi yang berada di luar paket",
            ),
            Self::OxumMalformed { found } => {
                write!(f, "Payload-Oxum \"{}\" tidak dapat dibaca", shown(found))
            }
            Self::OxumMismatch { declared, found } => write!(
                f,
                "isi paket {} byte dalam {} berkas, seharusnya {} byte dalam {} berkas",
                found.bytes, found.files, declared.bytes, declared.files
            ),
            Self::MalformedLine { file, line, fault } => {
                write!(f, "baris {line} pada \"{}\" tidak dapat dipakai: {fault}", shown(file))
            }
            Self::UnsafePath { manifest, line, path, fault } => write!(
                f,
                "baris {line} pada \"{}\" menyebut nama yang tidak aman \"{}\": {fault}",
                shown(manifest),
                shown(path)
            ),
            Self::Repeated { manifest, line, path } => write!(
                f,
                "baris {line} pada \"{}\" menyebut \"{}\" untuk kedua kalinya",
                shown(manifest),
                shown(path)
            ),
            Self::Missing { path, manifest } => write!(
                f,
                "berkas \"{}\" tidak ada, padahal tercatat pada \"{}\"",
                shown(path),
                shown(manifest)
            ),
            Self::Unlisted { path, manifests } => write!(
                f,
                "berkas \"{}\" tidak tercatat pada {}",
                shown(path),
                manifests
                    .iter()
                    .map(|name| format!("\"{}\"", shown(name)))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            Self::UnlistedTagFile { path } => {
                write!(f, "berkas \"{}\" di luar folder \"data\" tidak tercatat", shown(path))
            }
            Self::WrongChecksum { path, algorithm, .. } => write!(
                f,
                "isi berkas \"{}\" berubah: {} tidak cocok",
                shown(path),
                algorithm.name()
            ),
            Self::Symlink { path } => {
                write!(f, "\"{}\" adalah tautan, bukan berkas atau folder", shown(path))
            }
            Self::NotAFile { path } => {
                write!(f, "\"{}\" bukan berkas dan bukan folder", shown(path))
            }
            Self::NameNotText { path } => {
                write!(f, "nama berkas \"{}\" bukan teks Unicode", shown(path))
            }
            Self::Alike { first, second, only_case } => write!(
                f,
                "nama \"{}\" dan \"{}\" hanya berbeda {}",
                shown(first),
                shown(second),
                if *only_case { "besar kecil hurufnya" } else { "pengodean hurufnya" }
            ),
            Self::Unreadable { path, why } => {
                write!(f, "\"{}\" tidak dapat dibaca: {}", shown(path), reason(*why))
            }
        }
    }
}

impl Display for DeclarationFault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ByteOrderMark => "diawali tanda urutan byte (BOM)",
            Self::Version => "baris 1 bukan \"BagIt-Version: 1.0\"",
            Self::Encoding => "baris 2 bukan \"Tag-File-Character-Encoding: UTF-8\"",
            Self::MoreLines => "lebih dari dua baris",
        })
    }
}

impl Display for LineFault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotText => "bukan teks UTF-8",
            Self::TooLong => "terlalu panjang",
            Self::NoChecksum => "tidak diawali angka pemeriksa (checksum) yang benar",
            Self::NoPath => "tidak menyebut nama berkas",
            Self::OutsidePayload => "menyebut berkas di luar folder \"data\"",
            Self::InsidePayload => "menyebut berkas di dalam folder \"data\"",
            Self::NoLabel => "tidak berbentuk \"label: isi\"",
        })
    }
}

impl Display for PathFault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "kosong, atau ada bagian yang kosong",
            Self::Absolute => "dimulai dari pangkal disk atau folder rumah",
            Self::Dots => "memuat \".\" atau \"..\"",
            Self::Backslash => "memuat garis miring terbalik",
            Self::Nul => "memuat karakter NUL",
            Self::Colon => "memuat titik dua",
            Self::Device => "nama itu milik perangkat Windows",
            Self::TrailingDotOrBlank => "berakhir dengan titik atau spasi",
        })
    }
}

impl Fault {
    /// The fault as it is shown to people; `folder` is the package as they know it
    /// (`arsip/2024/OT.02.02/P-2024-017`).
    pub fn diagnostic(&self, folder: &str) -> Diagnostic {
        let file = |path: &str| Place::File(format!("{folder}/{}", shown(path)).into());
        let line = |path: &str, line: usize| Place::Text {
            file: format!("{folder}/{}", shown(path)).into(),
            line,
            column: 1,
        };
        let mut diagnostic =
            Diagnostic::error(self.to_string()).consequence(self.effect()).advice(self.remedy());
        diagnostic.level = self.level();
        match self {
            Self::MalformedLine { file, line: number, .. }
            | Self::UnsafePath { manifest: file, line: number, .. }
            | Self::Repeated { manifest: file, line: number, .. } => {
                diagnostic.at(line(file, *number))
            }
            Self::Missing { path, .. }
            | Self::Unlisted { path, .. }
            | Self::UnlistedTagFile { path }
            | Self::WrongChecksum { path, .. }
            | Self::Symlink { path }
            | Self::NotAFile { path }
            | Self::NameNotText { path }
            | Self::Unreadable { path, .. }
            | Self::AlgorithmUnknown { manifest: path, .. } => diagnostic.at(file(path)),
            Self::Alike { first, second, .. } => diagnostic.at(file(first)).at(file(second)),
            Self::Declaration(_) | Self::VersionUnknown { .. } | Self::EncodingUnknown { .. } => {
                diagnostic.at(file("bagit.txt"))
            }
            Self::OxumMalformed { .. } | Self::OxumMismatch { .. } => {
                diagnostic.at(file("bag-info.txt"))
            }
            Self::FetchFile => diagnostic.at(file("fetch.txt")),
            Self::NotAFolder
            | Self::NoDeclaration
            | Self::NoPayloadFolder
            | Self::EmptyPayload
            | Self::NoPayloadManifest
            | Self::NoTagManifest => diagnostic.at(Place::File(folder.into())),
        }
    }

    /// What follows from it (*akibat*).
    fn effect(&self) -> &'static str {
        match self {
            Self::WrongChecksum { .. } => {
                "berkas itu tidak lagi sama dengan yang diarsipkan; berkas lain tetap diperiksa."
            }
            Self::Missing { .. } | Self::FetchFile | Self::NoPayloadFolder => "paket tidak utuh.",
            Self::Unlisted { .. } => "keaslian berkas itu tidak dapat dibuktikan dari paket ini.",
            Self::NoPayloadManifest | Self::AlgorithmUnknown { alone: true, .. } => {
                "isi paket tidak dapat diperiksa."
            }
            Self::NoTagManifest => "perubahan pada berkas keterangan paket tidak akan ketahuan.",
            Self::UnlistedTagFile { .. } => "perubahan pada berkas itu tidak akan ketahuan.",
            Self::UnsafePath { .. } | Self::Symlink { .. } => {
                "tidak ada yang dibaca di luar paket; berkas lain tetap diperiksa."
            }
            Self::Alike { .. } => "di komputer lain kedua berkas itu dapat saling menimpa.",
            Self::AlgorithmUnknown { alone: false, .. } => {
                "isi paket diperiksa dengan daftar yang lain."
            }
            _ => "",
        }
    }

    /// What to do about it (*saran*).
    fn remedy(&self) -> String {
        let (advice, section) = match self {
            Self::NotAFolder => {
                return "periksa letak paket; bila hilang, pulihkan dari cadangan".to_owned();
            }
            Self::Unreadable { .. } => {
                return "periksa izin folder dan keadaan tempat penyimpanan, lalu periksa paket lagi".to_owned();
            }
            Self::NoDeclaration
            | Self::Declaration(_)
            | Self::VersionUnknown { .. }
            | Self::EncodingUnknown { .. } => (
                "pulihkan \"bagit.txt\" dari cadangan, atau minta paket baru dari pembuatnya",
                "2.1.1",
            ),
            Self::NoPayloadFolder => ("pulihkan folder \"data\" dari cadangan", "2.1.2"),
            Self::EmptyPayload => ("pastikan paket itu memang kosong sejak dibuat", "2.1.2"),
            Self::NoPayloadManifest | Self::Unlisted { .. } | Self::Repeated { .. } => (
                "bandingkan paket dengan cadangannya; daftar isi tidak boleh dibetulkan dengan tangan",
                "2.1.3",
            ),
            Self::NoTagManifest | Self::UnlistedTagFile { .. } => {
                ("bandingkan paket dengan cadangannya", "2.2.1")
            }
            Self::AlgorithmUnknown { .. } => {
                ("minta paket dengan daftar sha512 atau sha256 dari pembuatnya", "2.4")
            }
            Self::FetchFile => (
                "minta paket yang utuh dari pembuatnya; program ini tidak mengunduh apa pun",
                "2.2.3",
            ),
            Self::OxumMalformed { .. } | Self::OxumMismatch { .. } => {
                ("bandingkan \"bag-info.txt\" dan isi folder \"data\" dengan cadangannya", "2.2.2")
            }
            Self::MalformedLine { fault: LineFault::NoLabel, .. } => {
                ("pulihkan berkas itu dari cadangan", "2.2.2")
            }
            Self::MalformedLine { .. } => ("pulihkan berkas itu dari cadangan", "2.3"),
            Self::UnsafePath { .. } | Self::Symlink { .. } => {
                ("jangan membuka paket ini sebelum pembuatnya menjelaskan", "5")
            }
            Self::Missing { .. } | Self::WrongChecksum { .. } | Self::NotAFile { .. } => {
                ("pulihkan berkas itu dari cadangan", "3")
            }
            Self::NameNotText { .. } | Self::Alike { .. } => {
                ("minta paket dengan nama berkas yang dapat dibaca semua komputer", "6.1")
            }
        };
        format!("{advice} (RFC 8493 bagian {section})")
    }
}

/// A name that stays on its line: signs that cannot be seen are written out.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Why the disk refused, in a few words.
pub(super) fn reason(kind: io::ErrorKind) -> String {
    match kind {
        io::ErrorKind::NotFound => "tidak ada".to_owned(),
        io::ErrorKind::PermissionDenied => "tidak ada izin".to_owned(),
        io::ErrorKind::AlreadyExists => "sudah ada".to_owned(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "tempat penyimpanan penuh".to_owned()
        }
        io::ErrorKind::ReadOnlyFilesystem => "tempat itu hanya dapat dibaca".to_owned(),
        io::ErrorKind::NotADirectory => "bukan folder".to_owned(),
        io::ErrorKind::IsADirectory => "itu folder".to_owned(),
        io::ErrorKind::InvalidFilename => "nama itu tidak diterima tempat penyimpanan".to_owned(),
        _ => "ditolak sistem komputer".to_owned(),
    }
}
