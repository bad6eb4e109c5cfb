//! What can go wrong at the register, as facts, and its Indonesian words.

use std::fmt::{self, Display, Formatter};

use super::paper::Paper;
use crate::diagnostic::{Diagnostic, Place};

/// Why the register could not be opened, or refused what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegisterProblem {
    /// Another process has it open to write.
    InUse,
    /// The file or its folder cannot be reached, in the words of the system.
    CannotOpen {
        reason: String,
    },
    /// The storage fails or takes no more; the number of the error in SQLite.
    Storage {
        number: i32,
    },
    /// The file or its folder cannot be written.
    NotWritable,
    DiskFull,
    /// A SQLite file, but no register of tertib.
    NotARegister,
    /// A later program laid it out.
    Newer {
        found: i64,
        known: i64,
    },
    Damaged {
        reason: String,
    },
    /// Anything else, in the words of SQLite.
    Engine {
        reason: String,
    },

    /// The register is to give the numbers of a kind that has no pattern.
    NoPattern {
        kind: &'static str,
    },
    /// The pattern of a kind asks for what is not known.
    PatternLacks {
        kind: &'static str,
        part: &'static str,
    },
    EmptyNumber,
    /// Another paper of the kind bears the number in that year.
    NumberTaken {
        number: String,
        kind: &'static str,
        year: i32,
        by: Paper,
    },
    /// The number was voided.
    NumberSpent {
        number: String,
        kind: &'static str,
        year: i32,
        reason: String,
    },
    /// The paper bears another number.
    AlreadyNumbered {
        paper: Paper,
        number: String,
    },
    /// No paper of the kind bears the number (in that year, where one is given).
    UnknownNumber {
        number: String,
        kind: &'static str,
        year: Option<i32>,
    },
    /// Papers of the kind bear the number in several years.
    SeveralYears {
        number: String,
        kind: &'static str,
        years: Vec<i32>,
    },
    /// A number is to be voided without a reason.
    NoReason,

    /// The record of a paper is no JSON: a mistake of the program, or damage.
    BadRecord {
        paper: Paper,
        reason: String,
    },

    /// Another package has that path.
    PackageTaken {
        path: String,
    },
    /// The package does not replace the present one of its request.
    NotReplacing {
        path: String,
        request: String,
        present: Option<String>,
    },
}

impl Display for RegisterProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::InUse => f.write_str("buku register sedang dipakai: tertib lain masih berjalan"),
            Self::CannotOpen { reason } => {
                write!(f, "buku register tidak dapat dibuka: {reason}")
            }
            Self::Storage { number } => write!(
                f,
                "buku register tidak dapat dibaca atau ditulis oleh komputer ini (galat SQLite {number})"
            ),
            Self::NotWritable => f.write_str("buku register tidak dapat ditulisi"),
            Self::DiskFull => f.write_str("tempat penyimpanan penuh: buku register tidak berubah"),
            Self::NotARegister => f.write_str("berkas ini bukan buku register tertib"),
            Self::Newer { found, known } => write!(
                f,
                "buku register ini ditulis tertib yang lebih baru (susunan {found}; program ini \
                 mengenal sampai {known})"
            ),
            Self::Damaged { reason } => write!(f, "buku register rusak: {reason}"),
            Self::Engine { reason } => write!(f, "buku register menolak: {reason}"),
            Self::NoPattern { kind } => {
                write!(f, "pola nomor {kind} belum ada, padahal nomornya diberikan register")
            }
            Self::PatternLacks { kind, part } => {
                write!(f, "pola nomor {kind} memuat {{{part}}}, tetapi {part} belum diisi")
            }
            Self::EmptyNumber => f.write_str("nomor naskah kosong"),
            Self::NumberTaken { number, kind, year, by } => {
                write!(f, "nomor {kind} \"{number}\" tahun {year} sudah dipakai: {by}")
            }
            Self::NumberSpent { number, kind, year, reason } => {
                write!(f, "nomor {kind} \"{number}\" tahun {year} sudah dibatalkan: {reason}")
            }
            Self::AlreadyNumbered { paper, number } => {
                write!(f, "{paper} sudah bernomor \"{number}\"")
            }
            Self::UnknownNumber { number, kind, year } => {
                write!(f, "tidak ada {kind} yang bernomor \"{number}\"")?;
                year.map_or(Ok(()), |year| write!(f, " pada tahun {year}"))
            }
            Self::SeveralYears { number, kind, years } => {
                let years = years.iter().map(ToString::to_string).collect::<Vec<_>>();
                write!(f, "nomor {kind} \"{number}\" ada pada tahun {}", years.join(", "))
            }
            Self::NoReason => f.write_str("alasan pembatalan nomor kosong"),
            Self::BadRecord { paper, reason } => {
                write!(f, "data {paper} tidak dapat dibaca: {reason}")
            }
            Self::PackageTaken { path } => {
                write!(f, "paket arsip \"{path}\" sudah tercatat dengan isi lain")
            }
            Self::NotReplacing { path, request, present: Some(present) } => write!(
                f,
                "paket arsip \"{path}\" tidak menggantikan paket terakhir permohonan {request}: \
                 \"{present}\""
            ),
            Self::NotReplacing { path, request, present: None } => write!(
                f,
                "paket arsip \"{path}\" menggantikan paket lain, padahal permohonan {request} \
                 belum diarsipkan"
            ),
        }
    }
}

impl std::error::Error for RegisterProblem {}

impl RegisterProblem {
    /// Whether only the numbers of one kind cannot be given.
    pub fn is_of_a_pattern(&self) -> bool {
        matches!(self, Self::NoPattern { .. } | Self::PatternLacks { .. })
    }

    /// The problem as it is shown to people; `file` is the register as they know it.
    pub fn diagnostic(&self, file: &str) -> Diagnostic {
        Diagnostic::error(self.to_string())
            .consequence(self.consequence())
            .advice(self.advice())
            .at(Place::File(file.into()))
    }

    fn consequence(&self) -> &'static str {
        match self {
            Self::NoPattern { .. } | Self::PatternLacks { .. } => {
                "naskah jenis ini belum diberi nomor; nomor lain tidak terpengaruh."
            }
            Self::EmptyNumber
            | Self::NumberTaken { .. }
            | Self::NumberSpent { .. }
            | Self::AlreadyNumbered { .. }
            | Self::UnknownNumber { .. }
            | Self::SeveralYears { .. }
            | Self::NoReason => "tidak ada nomor yang diubah.",
            Self::BadRecord { .. } => "naskah ini tidak dicatat; naskah lain tidak terpengaruh.",
            Self::PackageTaken { .. } | Self::NotReplacing { .. } => {
                "paket ini tidak dicatat; paket yang sudah ada tidak diubah."
            }
            _ => "tidak ada nomor yang diberikan dan tidak ada yang dicatat.",
        }
    }

    fn advice(&self) -> String {
        let plain = match self {
            Self::InUse => {
                "tunggu sampai tertib yang lain selesai, atau tutup program lain yang membuka \
                 berkas ini, lalu jalankan lagi"
            }
            Self::CannotOpen { .. } => "periksa berkas itu dan folder kantor, lalu jalankan lagi",
            Self::Storage { .. } => {
                "periksa sisa tempat penyimpanan, batas besar berkas, dan sambungan ke folder \
                 kantor, lalu jalankan lagi"
            }
            Self::NotWritable => "periksa izin tulis atas berkas ini dan foldernya",
            Self::DiskFull => "kosongkan sebagian tempat penyimpanan, lalu jalankan lagi",
            Self::NotARegister => {
                "pindahkan berkas ini ke tempat lain; bila buku register yang asli ada, \
                 kembalikan dari cadangan"
            }
            Self::Newer { .. } => "pakai tertib versi terbaru",
            Self::Damaged { .. } | Self::BadRecord { .. } => {
                "kembalikan berkas ini dari cadangan terakhir; jangan dihapus, sebab nomor yang \
                 sudah diberikan hanya tercatat di sini"
            }
            Self::Engine { .. } => "simpan salinan berkas ini dan laporkan pesan di atas",
            Self::EmptyNumber => "tulis nomornya: tertib nomor isi PERMOHONAN JENIS NOMOR",
            Self::NumberTaken { .. } => {
                "periksa nomornya; bila naskah yang lain itu salah nomor, batalkan dahulu: \
                 tertib nomor batal JENIS NOMOR --alasan \"…\""
            }
            Self::NumberSpent { .. } => {
                "pakai nomor lain: nomor yang dibatalkan tidak dipakai lagi"
            }
            Self::UnknownNumber { .. } => "periksa jenis naskah dan nomornya",
            Self::SeveralYears { .. } => "sebutkan tahun nomor yang dimaksud",
            Self::NoReason => "tulis alasannya: --alasan \"…\"",
            Self::PackageTaken { .. } | Self::NotReplacing { .. } => {
                "jalankan tertib arsip cek untuk membandingkan arsip dengan buku register"
            }
            Self::NoPattern { kind } => {
                return format!(
                    "tulis polanya di tertib.toml, bagian [penomoran.pola], misalnya \
                     {kind} = \"{{urut:3}}/{{bulan_romawi}}/{{tahun}}\""
                );
            }
            Self::PatternLacks { kind, part: "kode_unit" } => {
                return format!(
                    "isi kode_unit pada [instansi] di tertib.toml, atau ubah pola {kind} pada \
                     [penomoran.pola]"
                );
            }
            Self::PatternLacks { kind, part } => {
                return format!(
                    "isi {part} pada [arsip] di tertib.toml, atau ubah pola {kind} pada \
                     [penomoran.pola]"
                );
            }
            Self::AlreadyNumbered { paper, number } => {
                return format!(
                    "bila nomor itu salah, batalkan dahulu: tertib nomor batal {} \"{number}\" \
                     --alasan \"…\"",
                    paper.kind()
                );
            }
        };
        plain.to_owned()
    }
}
