//! The jobs of `tertib nomor`.

use chrono::NaiveDate;
use clap::Subcommand;

use super::{TEMPLATE, day, numbered_kind};

/// `tertib nomor …`
#[derive(Debug, Subcommand)]
pub(in super::super) enum NumberJob {
    /// Mengisi nomor naskah yang diberikan agenda atau SRIKANDI
    #[command(
        override_usage = "tertib nomor isi [PILIHAN] <PERMOHONAN> <JENIS> <NOMOR>",
        help_template = TEMPLATE
    )]
    Isi {
        /// Nomor permohonan seperti di lembar permohonan; untuk laporan-bulanan: bulannya, TTTT-BB
        #[arg(value_name = "PERMOHONAN", help_heading = "Yang diisi")]
        request: String,
        /// Jenis naskah, misalnya berita-acara, atau laporan-bulanan
        #[arg(value_name = "JENIS", value_parser = numbered_kind, help_heading = "Yang diisi")]
        kind: &'static str,
        /// Nomor naskah seperti diberikan
        #[arg(value_name = "NOMOR", help_heading = "Yang diisi")]
        number: String,
        /// Tanggal nomor itu: TTTT-BB-HH
        #[arg(long = "tanggal", value_name = "TANGGAL", value_parser = day, help_heading = "Yang diisi")]
        date: Option<NaiveDate>,
        /// Pengajuan ke berapa; 1 bila tidak disebut
        #[arg(
            long = "putaran",
            value_name = "R",
            default_value_t = 1,
            hide_default_value = true,
            help_heading = "Yang diisi"
        )]
        round: u32,
        /// Nama penerima, bila berita acara dibuat per penerima
        #[arg(long = "penerima", value_name = "NAMA", help_heading = "Yang diisi")]
        recipient: Option<String>,
        /// Menunjukkan apa yang akan dicatat, tanpa menulis apa pun
        #[arg(long = "simulasi", help_heading = "Yang diisi")]
        simulate: bool,
    },
    /// Membatalkan nomor; register tidak pernah memberikannya lagi, dan alasannya disimpan
    #[command(
        override_usage = "tertib nomor batal [PILIHAN] <JENIS> <NOMOR> --alasan <ALASAN>",
        help_template = TEMPLATE
    )]
    Batal {
        /// Jenis naskah, atau laporan-bulanan
        #[arg(value_name = "JENIS", value_parser = numbered_kind, help_heading = "Yang dibatalkan")]
        kind: &'static str,
        /// Nomor yang dibatalkan
        #[arg(value_name = "NOMOR", help_heading = "Yang dibatalkan")]
        number: String,
        /// Mengapa dibatalkan
        #[arg(
            long = "alasan",
            value_name = "ALASAN",
            required = true,
            help_heading = "Yang dibatalkan"
        )]
        reason: String,
        /// Tahun nomor itu, bila beberapa tahun mempunyai nomor yang sama
        #[arg(long = "tahun", value_name = "TTTT", help_heading = "Yang dibatalkan")]
        year: Option<i32>,
        /// Menunjukkan apa yang akan dicatat, tanpa menulis apa pun
        #[arg(long = "simulasi", help_heading = "Yang dibatalkan")]
        simulate: bool,
    },
}
