//! The stable codes of the findings and how grave each is (contract, section 5).

use std::fmt;

/// How grave a finding is; the names are those that users see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The data cannot be used.
    Kesalahan,
    /// The SOP was not kept.
    Ketidaksesuaian,
    Peringatan,
    Info,
}

impl Level {
    pub const ALL: [Level; 4] =
        [Level::Kesalahan, Level::Ketidaksesuaian, Level::Peringatan, Level::Info];

    pub fn name(self) -> &'static str {
        match self {
            Level::Kesalahan => "kesalahan",
            Level::Ketidaksesuaian => "ketidaksesuaian",
            Level::Peringatan => "peringatan",
            Level::Info => "info",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

macro_rules! codes {
    ($($code:ident $level:ident $about:literal;)*) => {
        /// A code that users and other programs may rely on. D speaks of data, L of
        /// the order of steps (*langkah*), W of time (*waktu*), P of people
        /// (*pelaksana*), K of completeness (*kelengkapan*).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $about] $code,)* }

        impl Code {
            pub const ALL: &'static [Code] = &[$(Code::$code,)*];

            pub fn name(self) -> &'static str {
                match self { $(Code::$code => stringify!($code),)* }
            }

            pub fn level(self) -> Level {
                match self { $(Code::$code => Level::$level,)* }
            }

            /// What the code stands for, in one line of Indonesian.
            pub fn about(self) -> &'static str {
                match self { $(Code::$code => $about,)* }
            }
        }
    };
}

codes! {
    D01 Kesalahan "lembar yang dikenal tidak memiliki kolom wajib";
    D02 Kesalahan "sel wajib kosong";
    D03 Kesalahan "tanggal atau jam tidak dapat dibaca";
    D04 Kesalahan "NIP tersimpan sebagai angka sehingga digitnya hilang";
    D05 Peringatan "bentuk NIP tidak wajar";
    D06 Kesalahan "langkah tidak ada dalam SOP, atau SOP yang disebut tidak dikenal";
    D07 Kesalahan "catatan langkah untuk permohonan yang tidak dikenal";
    D08 Kesalahan "baris-baris satu permohonan atau satu pegawai saling bertentangan";
    D09 Kesalahan "selesai sebelum mulai";
    D10 Peringatan "baris atau buku kerja yang sama dua kali";
    D11 Kesalahan "sel berisi kesalahan rumus";
    D12 Peringatan "waktu sesudah saat pemeriksaan";
    D13 Info "lembar yang tidak dikenal jenisnya";
    D14 Info "kolom yang tidak dikenal";
    D15 Info "tanggal yang dapat dibaca dengan dua cara";
    D16 Peringatan "aplikasi atau peran tidak ada dalam daftar aplikasi";
    D17 Kesalahan "tanggal di luar tahun kalender kerja";
    D18 Kesalahan "berkas tidak dapat dibaca";
    D19 Peringatan "kolom yang tampak berisi kata sandi atau OTP";
    L01 Ketidaksesuaian "langkah terlewat";
    L02 Ketidaksesuaian "langkah mulai sebelum langkah sebelumnya selesai";
    L03 Ketidaksesuaian "langkah dikerjakan dua kali dalam satu putaran";
    L04 Ketidaksesuaian "diteruskan sesudah keputusan Tidak tanpa putaran baru";
    L05 Peringatan "keputusan pada langkah yang memutuskan tidak tercatat";
    L06 Peringatan "keputusan Tidak tanpa alasan";
    W01 Ketidaksesuaian "langkah melebihi waktu yang ditetapkan";
    W02 Peringatan "jumlah waktu semua langkah melebihi jumlah target";
    W03 Info "ditandatangani di luar jam kerja";
    W04 Info "waktu mulai tidak tercatat";
    W05 Peringatan "jeda antarlangkah melebihi batas tunggu";
    W06 Peringatan "permohonan berjalan sudah terlalu lama menunggu";
    W07 Peringatan "ketepatan waktu tidak dapat dinilai";
    W08 Info "putusan memakai hari yang masih perkiraan";
    P01 Ketidaksesuaian "pelaksana tidak berperan untuk langkah itu pada hari itu";
    P02 Ketidaksesuaian "pemohon mengerjakan langkah tim";
    P03 Peringatan "pelaksana tidak ada dalam daftar pegawai";
    P04 Ketidaksesuaian "langkah selesai, tetapi tidak diparaf";
    P05 Peringatan "banyak langkah ditandatangani orang yang sama hampir bersamaan";
    P06 Peringatan "ditandatangani pada hari pelaksananya tidak di kantor";
    K01 Ketidaksesuaian "surat permohonan tidak bernomor atau tidak bertanggal";
    K02 Peringatan "berita acara yang sudah ditandatangani belum ada di bukti dukung";
    K03 Peringatan "catatan berubah sesudah berita acara ditandatangani dan dipindai";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
