//! The closed list of the kinds of paper (*naskah*) that a step may yield.
//!
//! It stands with the SOP because a step names its papers, and because the register
//! and the archive know the kinds as well.

use std::fmt;

/// A kind of paper; its stem is that of its file and of its template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperKind {
    Disposisi,
    Verifikasi,
    Pengembalian,
    Akun,
    Dokumentasi,
    BeritaAcara,
    BeritaAcaraPencabutan,
    LaporanKegiatan,
}

impl PaperKind {
    pub const ALL: [PaperKind; 8] = [
        PaperKind::Disposisi,
        PaperKind::Verifikasi,
        PaperKind::Pengembalian,
        PaperKind::Akun,
        PaperKind::Dokumentasi,
        PaperKind::BeritaAcara,
        PaperKind::BeritaAcaraPencabutan,
        PaperKind::LaporanKegiatan,
    ];

    /// The word that users type and that files bear.
    pub fn stem(self) -> &'static str {
        match self {
            PaperKind::Disposisi => "disposisi",
            PaperKind::Verifikasi => "verifikasi",
            PaperKind::Pengembalian => "pengembalian",
            PaperKind::Akun => "akun",
            PaperKind::Dokumentasi => "dokumentasi",
            PaperKind::BeritaAcara => "berita-acara",
            PaperKind::BeritaAcaraPencabutan => "berita-acara-pencabutan",
            PaperKind::LaporanKegiatan => "laporan-kegiatan",
        }
    }

    /// The name of the paper as it is told to people.
    pub fn title(self) -> &'static str {
        match self {
            PaperKind::Disposisi => "Lembar Disposisi",
            PaperKind::Verifikasi => "Lembar Hasil Verifikasi",
            PaperKind::Pengembalian => "Surat Pengembalian Permohonan",
            PaperKind::Akun => "Bukti Pembuatan Akun",
            PaperKind::Dokumentasi => "Dokumentasi Kegiatan Tutorial",
            PaperKind::BeritaAcara => "Berita Acara Serah Terima Hak Akses Sistem Aplikasi",
            PaperKind::BeritaAcaraPencabutan => "Berita Acara Pencabutan Hak Akses Sistem Aplikasi",
            PaperKind::LaporanKegiatan => "Laporan Hasil Kegiatan",
        }
    }

    /// Whether two parties sign it (*berita acara*): it may be made for each recipient
    /// apart, and its signed scan is what completes a request.
    pub fn has_parties(self) -> bool {
        matches!(self, PaperKind::BeritaAcara | PaperKind::BeritaAcaraPencabutan)
    }

    /// The kind of that stem, whatever its case, with blanks or `_` for the hyphen.
    pub fn from_stem(stem: &str) -> Option<Self> {
        let stem = stem.trim().to_lowercase().replace(['_', ' '], "-");
        Self::ALL.into_iter().find(|kind| kind.stem() == stem)
    }
}

impl fmt::Display for PaperKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.stem())
    }
}
