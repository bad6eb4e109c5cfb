//! The jobs of `tertib arsip`.

use clap::Subcommand;

use super::TEMPLATE;

/// `tertib arsip …`
#[derive(Debug, Subcommand)]
pub(in super::super) enum ArchiveJob {
    /// Menyimpan permohonan yang sudah ditutup sebagai paket arsip
    #[command(
        override_usage = "tertib arsip simpan [PILIHAN] [NOMOR]...",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib arsip simpan                  semua yang ditutup dan lengkap
  tertib arsip simpan P-2024-016       permohonan ini, asal sudah ditutup
  tertib arsip simpan --simulasi

Ditutup berarti selesai, ditolak, atau dibatalkan. Tanpa NOMOR, permohonan selesai yang berita
acaranya belum ada di bukti dukung (K02) tidak disimpan dan disebut dalam daftar. Paket yang sudah
ada tidak pernah diubah: bila naskah, catatan, atau bukti dukungnya berubah, dibuat paket baru
(-2, -3, ...) yang menyebut paket yang digantikannya. Status keluar 1 bila data memuat kesalahan."
    )]
    Simpan {
        /// Nomor permohonan seperti di lembar permohonan
        #[arg(value_name = "NOMOR", help_heading = "Yang disimpan")]
        numbers: Vec<String>,
        /// Menunjukkan paket apa yang akan dibuat; tidak menulis apa pun
        #[arg(long = "simulasi", help_heading = "Yang disimpan")]
        simulate: bool,
    },
    /// Memeriksa keutuhan setiap paket, dan kecocokannya dengan buku register
    #[command(
        override_usage = "tertib arsip cek [PILIHAN]",
        help_template = TEMPLATE,
        after_help = "Status keluar 1 bila ada paket yang rusak, hilang, berubah, atau tidak tercatat."
    )]
    Cek,
    /// Membuat Daftar Berkas dan Daftar Isi Berkas (XLSX dan PDF) di folder arsip
    #[command(
        override_usage = "tertib arsip daftar [PILIHAN]",
        help_template = TEMPLATE,
        after_help = "Yang ditulis: arsip/daftar-arsip.xlsx dan arsip/daftar-arsip.pdf."
    )]
    Daftar {
        /// Menunjukkan apa yang akan ditulis; tidak menulis apa pun
        #[arg(long = "simulasi", help_heading = "Yang dibuat")]
        simulate: bool,
    },
}
