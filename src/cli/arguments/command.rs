//! Every command with its options, its Indonesian help and examples.

use std::path::PathBuf;

use clap::Subcommand;

use super::super::agenda::Agenda;
use super::super::comparison::Compared;
use super::super::making::Making;
use super::super::templates::TemplateJob;
use super::archive::ArchiveJob;
use super::export::ExportJob;
use super::number::NumberJob;
use super::print::Print;
use super::{TEMPLATE, kind, month, month_number};
use crate::desk::{Month, PaperKind};

#[derive(Debug, Subcommand)]
pub(in super::super) enum Command {
    /// Memeriksa permohonan dan lembar kendali; menulis temuan sel demi sel
    #[command(
        override_usage = "tertib periksa [PILIHAN] [BERKAS]...",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib periksa
  tertib periksa data/Kendali.xlsx \"data/Permohonan Juni.xlsx\"
  tertib --per 2024-06-30 periksa --format json > hasil.json
  tertib periksa --anotasi hasil-periksa

Tidak ada buku kerja yang diubah. Salinan beranotasi: sel yang bermasalah diberi warna dan
catatan; lembar pertamanya, Temuan, memuat semua temuan dengan tautan ke selnya; kolom kata
sandi dikosongkan. DIR tidak boleh di dalam folder data. Berkas yang sudah ada di DIR hanya
diganti bila itu salinan buatan tertib yang belum diubah; bila tidak, berkas itu dibiarkan.

Status keluar 1 bila ada kesalahan atau ketidaksesuaian, 2 bila ada yang tidak dapat ditulis."
    )]
    Periksa {
        /// Buku kerja yang diperiksa; bila tidak disebut: semua di folder data
        #[arg(value_name = "BERKAS", help_heading = "Yang diperiksa")]
        files: Vec<PathBuf>,
        /// Menulis ke folder ini salinan setiap buku kerja yang memuat temuannya
        #[arg(long = "anotasi", value_name = "DIR", help_heading = "Salinan beranotasi")]
        annotate: Option<PathBuf>,
        /// Menunjukkan salinan apa yang akan ditulis, tanpa menulis apa pun
        #[arg(long = "simulasi", requires = "annotate", help_heading = "Salinan beranotasi")]
        simulate: bool,
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
    /// Memeriksa naskah di tangan: asli, sudah diganti, dibatalkan, atau tidak dikenal
    #[command(
        override_usage = "tertib cek-naskah [PILIHAN] <KODE|BERKAS>",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib cek-naskah P-2024-017/berita-acara/1/HX1M-6HK4-HXNS-DQW9-2C
  tertib cek-naskah \"unduhan/6-berita-acara.pdf\"

Kode cek tercetak di kaki naskah, sebagai teks atau QR. Kode yang salah ketik dikatakan salah
ketik. Isian yang ditampilkan harus sama dengan yang tercetak di kertas: satu saja berbeda,
kertas itu bukan naskah ini. PDF yang sudah ditandatangani secara elektronik tetap dikenali;
tanda tangannya sendiri tidak diperiksa. Kode cek bukan tanda tangan elektronik.

Status keluar 0 bila asli; 1 bila sudah diganti, dibatalkan, atau tidak dikenal; 2 bila kodenya
salah ketik atau berkasnya tidak dapat dibaca."
    )]
    CekNaskah {
        /// Kode cek dari kaki naskah, atau berkas PDF-nya
        #[arg(value_name = "KODE|BERKAS", help_heading = "Yang diperiksa")]
        asked: String,
    },
    Register(Agenda),
    /// Mengisi nomor yang diberikan di tempat lain, atau membatalkan nomor
    #[command(
        override_usage = "tertib nomor [PILIHAN] <PEKERJAAN>",
        help_template = TEMPLATE,
        subcommand_help_heading = "Pekerjaan",
        disable_help_subcommand = true,
        after_help = "\
Contoh:
  tertib nomor isi P-2024-016 berita-acara SDM-TI.01.01-15 --tanggal 2024-06-19
  tertib nomor batal berita-acara SDM-TI.01.01-15 --alasan \"salah ketik\""
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
Jenis: disposisi, verifikasi, pengembalian, akun, dokumentasi, berita-acara,
berita-acara-pencabutan (bila SOP menghasilkannya), laporan-kegiatan.

Contoh:
  tertib buat
  tertib buat berita-acara --permohonan P-2024-016
  tertib buat --simulasi
  tertib buat berita-acara --gabung cetak.pdf --bolak-balik
  tertib buat berita-acara --permohonan P-2024-016 --pratinjau
  tertib buat berita-acara --permohonan P-2024-016 --teks

Naskah ditulis ke folder hasil; yang tidak berubah tidak dibuat ulang. Status keluar 1 bila
data memuat kesalahan, 2 bila ada naskah yang tidak dapat dibuat.

--gabung menulis juga satu berkas untuk dicetak: semua naskah yang diminta, menurut permohonan
lalu langkah. Berkas yang sudah ada hanya diganti bila itu gabungan tertib.

--pratinjau dan --teks tidak membuat naskah: tidak ada yang dicatat atau diberi nomor, dan kode
cek tidak dicetak. Pratinjau: satu jenis dan satu permohonan. Dalam teks, sel tabel dipisahkan tab."
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
        #[command(flatten)]
        more: Making,
    },
    /// Permohonan yang masih berjalan: sampai di mana, pada siapa, kapan jatuh tempo
    #[command(
        override_usage = "tertib status [PILIHAN]",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib status
  tertib status -v                       semuanya, bukan hanya yang muat di satu layar
  tertib status --cetak status.pdf

Yang paling mendesak ditulis paling atas. Jatuh tempo: target langkah sejak dimulai, atau
batas_tunggu ditambah target langkah sejak tanda tangan terakhir; diambil yang lebih awal.
Bila orangnya sedang tidak di kantor ([[tidak_di_kantor]] di tertib.toml), itu disebut.
Layar memuat delapan permohonan; berapa yang tidak ditulis disebut. Cetakan dan json memuat semua."
    )]
    Status {
        #[command(flatten)]
        print: Print,
    },
    /// Menunjukkan hitungan waktu kerja satu permohonan, jam demi jam
    #[command(
        override_usage = "tertib jelaskan [PILIHAN] <NOMOR>",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib jelaskan P-2024-016
  tertib jelaskan P-2024-016 --langkah 5
  tertib jelaskan P-2024-016 --cetak lampiran.pdf

Cetakan memuat hitungan yang sama sebagai lampiran untuk berkas permohonan."
    )]
    Jelaskan {
        /// Nomor permohonan seperti di lembar permohonan
        #[arg(value_name = "NOMOR", help_heading = "Yang dijelaskan")]
        number: String,
        /// Hanya langkah ini
        #[arg(long = "langkah", value_name = "NO", help_heading = "Yang dijelaskan")]
        step: Option<u32>,
        #[command(flatten)]
        print: Print,
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
    /// Menampilkan kalender kerja satu tahun: jam kerja, hari libur, dan sumbernya
    #[command(
        override_usage = "tertib kalender [PILIHAN] [TAHUN]",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib kalender 2027
  tertib kalender 2027 --bulan 3
  tertib kalender --format json

Di dalam folder kantor: dengan kalender.toml kantor itu. Di luarnya: kalender bawaan."
    )]
    Kalender {
        /// Tahun; bila tidak disebut: tahun keadaan (--per), atau tahun ini
        #[arg(value_name = "TAHUN", help_heading = "Yang ditampilkan")]
        year: Option<i32>,
        /// Hanya bulan ini: 1 sampai 12
        #[arg(long = "bulan", value_name = "B", value_parser = month_number, help_heading = "Yang ditampilkan")]
        month: Option<u32>,
    },
    Bandingkan(Compared),
    /// Menampilkan SOP yang dipakai dan hal-hal yang meragukan di dalamnya
    #[command(
        override_usage = "tertib sop [PILIHAN]",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib sop
  tertib sop --cetak SOP.pdf
  tertib sop --nomor \"Pencabutan Hak Akses\" --cetak SOP-pencabutan.pdf

Cetakan berbentuk SOP AP: kepala, lalu tabel langkah dengan bagan alir, mendatar, pada kertas
menurut instansi.kertas (A4 di luar folder kantor). Yang kosong dalam definisi tetap kosong;
tanda tangan tidak pernah digambar.

SOP bawaan dipakai bila folder kantor tidak mempunyai sop/*.toml. Beberapa berkas di folder sop
adalah versi dari satu SOP, atau prosedur yang berlainan; yang ditampilkan ialah yang berlaku,
atau yang berlaku pada --per. Prosedur yang berlainan dicetak satu per satu."
    )]
    Sop {
        /// Hanya SOP bernomor atau bernama ini, bila kantor memakai beberapa
        #[arg(long = "nomor", value_name = "NOMOR", help_heading = "Yang ditampilkan")]
        number: Option<String>,
        #[command(flatten)]
        print: Print,
    },
    /// Menyiapkan folder kantor: tertib.toml, buku kerja, contoh kalender dan kalimat
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
    /// Templat naskah: menyalin yang bawaan untuk diubah
    #[command(
        override_usage = "tertib templat [PILIHAN] <PERINTAH>",
        help_template = TEMPLATE,
        subcommand_help_heading = "Perintah",
        subcommand_value_name = "PERINTAH"
    )]
    Templat {
        #[command(subcommand)]
        job: TemplateJob,
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
    /// Mengekspor log kejadian semua permohonan untuk penambangan proses: xes, csv, json
    #[command(
        override_usage = "tertib ekspor [PILIHAN] <PERINTAH>",
        help_template = TEMPLATE,
        subcommand_help_heading = "Perintah",
        subcommand_value_name = "PERINTAH",
        after_help = "\
Satu kejadian untuk mulainya dan satu untuk selesainya setiap langkah yang tercatat. Putusan dan
lama kerja ada pada kejadian selesai. Tanggal tanpa jam tetap tanpa jam; yang tidak diketahui
tidak diisi. NIP hanya dengan --dengan-nip. Status keluar 1 bila data memuat kesalahan: yang
tidak dapat dibaca tidak ada dalam log."
    )]
    Ekspor {
        #[command(subcommand)]
        job: ExportJob,
    },
}
