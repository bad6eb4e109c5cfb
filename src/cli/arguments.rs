//! Every command and option that staff type, with its Indonesian help and examples.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use super::argument_values::{day, kind, moment, month, numbered_kind};
use super::comparison::Compared;
use crate::desk::{Month, PaperKind};

pub(super) const TEMPLATE: &str = "\
{about-with-newline}
Pemakaian: {usage}

{all-args}{after-help}";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "tertib",
    version,
    about = "tertib – memeriksa pelaksanaan SOP pemberian hak akses dari lembar kerja kantor",
    long_about = None,
    override_usage = "tertib [PILIHAN] <PERINTAH>",
    help_template = TEMPLATE,
    subcommand_help_heading = "Perintah",
    subcommand_value_name = "PERINTAH",
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    arg_required_else_help = false,
    after_help = "\
Contoh:
  tertib periksa                       memeriksa buku kerja di folder kantor ini
  tertib --folder D:\\kantor periksa    memeriksa folder kantor lain
  tertib jelaskan P-2024-017           menunjukkan hitungan satu permohonan

Keterangan satu perintah: tertib PERINTAH --help
Status keluar: 0 selesai; 1 selesai, dengan temuan kesalahan atau ketidaksesuaian (periksa);
2 tidak dapat dikerjakan, seluruhnya atau sebagian."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub shared: Shared,
    #[command(subcommand)]
    pub command: Command,
}

/// Options that every command takes, before or after its name.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub(super) struct Shared {
    /// Folder kantor; bila tidak disebut: folder terdekat ke atas yang memuat tertib.toml
    #[arg(long, global = true, value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Keadaan pada saat ini: "2024-07-01" (akhir hari itu) atau "2024-07-01 08:00"
    #[arg(long = "per", global = true, value_name = "WAKTU", value_parser = moment)]
    pub as_of: Option<NaiveDateTime>,
    /// Bentuk keluaran: teks atau json
    #[arg(
        long,
        global = true,
        value_name = "BENTUK",
        default_value = "teks",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: Format,
    /// Tanpa pesan tambahan; kesalahan tetap ditulis
    #[arg(long = "senyap", global = true)]
    pub quiet: bool,
    /// Warna pada layar: otomatis, selalu, atau tidak-pernah
    #[arg(
        long = "warna",
        global = true,
        value_name = "KAPAN",
        default_value = "otomatis",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub colour: Colour,
    /// Menulis juga berkas apa yang dibaca
    #[arg(short = 'v', global = true)]
    pub verbose: bool,
    /// Menampilkan keterangan ini
    #[arg(short = 'h', long = "help", global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Menampilkan versi
    #[arg(short = 'V', long = "version", action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    #[value(name = "teks")]
    Text,
    #[value(name = "json")]
    Json,
}

/// `--warna`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    #[value(name = "otomatis")]
    Auto,
    #[value(name = "selalu")]
    Always,
    #[value(name = "tidak-pernah")]
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Memeriksa permohonan dan lembar kendali; menulis temuan sel demi sel
    #[command(
        override_usage = "tertib periksa [PILIHAN] [BERKAS]...",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib periksa
  tertib periksa data/Kendali.xlsx \"data/Permohonan Juni.xlsx\"
  tertib --per 2024-06-30 periksa --format json > hasil.json

Tidak ada yang ditulis ke folder kantor. Status keluar 1 bila ada kesalahan atau ketidaksesuaian."
    )]
    Periksa {
        /// Buku kerja yang diperiksa; bila tidak disebut: semua di folder data
        #[arg(value_name = "BERKAS", help_heading = "Yang diperiksa")]
        files: Vec<PathBuf>,
    },
    /// Pekerjaan utama: memeriksa, membuat naskah, laporan bulanan, dan paket arsip
    #[command(
        override_usage = "tertib proses [PILIHAN]",
        help_template = TEMPLATE,
        after_help = "\
Yang dibuat: naskah yang sudah waktunya, laporan setiap bulan yang sudah berakhir, dan paket
arsip permohonan yang sudah ditutup. Yang tidak berubah tidak dibuat ulang. Status keluar 1
bila data memuat kesalahan, 2 bila ada yang tidak dapat dibuat."
    )]
    Proses {
        /// Menunjukkan apa yang akan dibuat, tanpa menulis apa pun
        #[arg(long = "simulasi", help_heading = "Cara mengerjakan")]
        simulate: bool,
    },
    /// Mengisi nomor yang diberikan di tempat lain, atau membatalkan nomor
    #[command(
        override_usage = "tertib nomor [PILIHAN] <PEKERJAAN>",
        help_template = TEMPLATE,
        subcommand_help_heading = "Pekerjaan",
        disable_help_subcommand = true,
        after_help = "\
Contoh:
  tertib nomor isi P-2024-017 berita-acara SDM-TI.01.01-16 --tanggal 2024-06-12
  tertib nomor batal berita-acara SDM-TI.01.01-16 --alasan \"salah ketik\""
    )]
    Nomor {
        #[command(subcommand)]
        job: NumberJob,
    },
    /// Membuat laporan satu bulan: PDF, XLSX, dan HTML
    #[command(
        override_usage = "tertib laporan [PILIHAN] --bulan <TTTT-BB>",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib laporan --bulan 2024-06

Laporan menunjukkan keadaan pada akhir bulan itu, atau pada saat yang disebut dengan --per
bila lebih awal. Ditulis ke hasil/TTTT-BB/laporan-bulanan.pdf, .xlsx, dan .html."
    )]
    Laporan {
        /// Bulan yang dilaporkan
        #[arg(long = "bulan", value_name = "TTTT-BB", required = true, value_parser = month, help_heading = "Yang dilaporkan")]
        month: Month,
        /// Menunjukkan apa yang akan dibuat, tanpa menulis apa pun
        #[arg(long = "simulasi", help_heading = "Yang dilaporkan")]
        simulate: bool,
    },
    /// Membuat naskah yang sudah waktunya, atau hanya yang disebut
    #[command(
        override_usage = "tertib buat [PILIHAN] [JENIS]...",
        help_template = TEMPLATE,
        after_help = "\
Jenis: disposisi, verifikasi, pengembalian, akun, dokumentasi, berita-acara, laporan-kegiatan.

Contoh:
  tertib buat
  tertib buat berita-acara --permohonan P-2024-017
  tertib buat --simulasi

Naskah ditulis ke folder hasil; yang tidak berubah tidak dibuat ulang. Status keluar 1 bila
data memuat kesalahan, 2 bila ada naskah yang tidak dapat dibuat."
    )]
    Buat {
        /// Jenis naskah; bila tidak disebut: semua
        #[arg(value_name = "JENIS", help_heading = "Yang dibuat", value_parser = kind)]
        kinds: Vec<PaperKind>,
        /// Hanya permohonan bernomor ini; boleh beberapa kali
        #[arg(long = "permohonan", value_name = "NOMOR", help_heading = "Yang dibuat")]
        requests: Vec<String>,
        /// Menunjukkan apa yang akan dibuat, tanpa menulis apa pun
        #[arg(long = "simulasi", help_heading = "Yang dibuat")]
        simulate: bool,
    },
    /// Permohonan yang masih berjalan: sampai di mana, pada siapa, kapan jatuh tempo
    #[command(
        override_usage = "tertib status [PILIHAN]",
        help_template = TEMPLATE,
        after_help = "Yang paling mendesak ditulis paling atas. Jatuh tempo: target langkah sejak dimulai, atau\nbatas_tunggu ditambah target langkah sejak tanda tangan terakhir; diambil yang lebih awal."
    )]
    Status,
    /// Menunjukkan hitungan waktu kerja satu permohonan, jam demi jam
    #[command(
        override_usage = "tertib jelaskan [PILIHAN] <NOMOR>",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib jelaskan P-2024-017
  tertib jelaskan P-2024-017 --langkah 5"
    )]
    Jelaskan {
        /// Nomor permohonan seperti di lembar permohonan
        #[arg(value_name = "NOMOR", help_heading = "Yang dijelaskan")]
        number: String,
        /// Hanya langkah ini
        #[arg(long = "langkah", value_name = "NO", help_heading = "Yang dijelaskan")]
        step: Option<u32>,
    },
    /// Menghitung waktu kerja di antara dua waktu, atau kapan suatu lama berakhir
    #[command(
        override_usage = "tertib hitung [PILIHAN] <MULAI> <SELESAI>\n           tertib hitung [PILIHAN] <MULAI> +<LAMA>",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib hitung \"7/6/2024 15.50\" \"10/6/2024 07.35\"
  tertib hitung \"Jumat, 7 Juni 2024 pukul 15.50\" \"+2 jam 30 menit\"
  tertib hitung 7/6/2024 15.50 +90 menit

Waktu boleh ditulis dengan semua bentuk yang boleh ada di sel. Lama: menit, jam, hari kerja."
    )]
    Hitung {
        /// Waktu mulai, lalu waktu selesai atau lama dengan tanda +
        #[arg(value_name = "WAKTU", required = true, num_args = 2.., help_heading = "Yang dihitung", allow_hyphen_values = false)]
        words: Vec<String>,
    },
    Bandingkan(Compared),
    /// Menampilkan SOP yang dipakai dan hal-hal yang meragukan di dalamnya
    #[command(
        override_usage = "tertib sop [PILIHAN]",
        help_template = TEMPLATE,
        after_help = "\
SOP bawaan dipakai bila folder kantor tidak mempunyai sop/*.toml. Beberapa berkas di folder sop
adalah versi dari satu SOP; yang ditampilkan ialah yang berlaku, atau yang berlaku pada --per."
    )]
    Sop,
    /// Menyiapkan folder kantor: tertib.toml, buku kerja isian, dan contoh kalender
    #[command(
        override_usage = "tertib siapkan [PILIHAN] [DIR]",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib siapkan
  tertib siapkan D:\\kantor
  tertib siapkan --simulasi

Yang sudah ada tidak diubah dan tidak ditimpa."
    )]
    Siapkan {
        /// Folder yang disiapkan; bila tidak disebut: folder --folder, atau folder ini
        // Its own id: one of the same name would hide `--folder` behind the command.
        #[arg(id = "prepared", value_name = "DIR", help_heading = "Yang disiapkan")]
        folder: Option<PathBuf>,
        /// Menunjukkan apa yang akan dibuat; tidak menulis apa pun
        #[arg(long = "simulasi", help_heading = "Yang disiapkan")]
        simulate: bool,
    },
    /// Arsip permohonan yang sudah ditutup: simpan, cek, daftar
    #[command(
        override_usage = "tertib arsip [PILIHAN] <PERINTAH>",
        help_template = TEMPLATE,
        subcommand_help_heading = "Perintah",
        subcommand_value_name = "PERINTAH"
    )]
    Arsip {
        #[command(subcommand)]
        job: ArchiveJob,
    },
}

/// `tertib arsip …`
#[derive(Debug, Subcommand)]
pub(super) enum ArchiveJob {
    /// Menyimpan permohonan yang sudah ditutup sebagai paket arsip
    #[command(
        override_usage = "tertib arsip simpan [PILIHAN] [NOMOR]...",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib arsip simpan                  semua yang ditutup dan lengkap
  tertib arsip simpan P-2024-017       permohonan ini, asal sudah ditutup
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

/// `tertib nomor …`
#[derive(Debug, Subcommand)]
pub(super) enum NumberJob {
    /// Mengisi nomor naskah yang diberikan agenda atau SRIKANDI
    #[command(
        override_usage = "tertib nomor isi [PILIHAN] <PERMOHONAN> <JENIS> <NOMOR>",
        help_template = TEMPLATE
    )]
    Isi {
        /// Nomor permohonan seperti di lembar permohonan
        #[arg(value_name = "PERMOHONAN", help_heading = "Yang diisi")]
        request: String,
        /// Jenis naskah, misalnya berita-acara
        #[arg(value_name = "JENIS", value_parser = kind, help_heading = "Yang diisi")]
        kind: PaperKind,
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
        /// Menunjukkan apa yang akan dicatat, tanpa menulis apa pun
        #[arg(long = "simulasi", help_heading = "Yang diisi")]
        simulate: bool,
    },
    /// Membatalkan nomor; nomor itu tidak pernah dipakai lagi dan alasannya disimpan
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
