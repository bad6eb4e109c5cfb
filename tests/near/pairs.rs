//! The pairs: what raises a code, and what comes nearest to it and does not.

use tertib::diagnostic::Code;

/// One change of the office in which all was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// In a file, one text for another.
    Swap(&'static str, &'static str, &'static str),
    /// A file more, or another in its place.
    File(&'static str, &'static str),
    Without(&'static str),
}

pub struct Pair {
    pub code: Code,
    pub raises: &'static [Change],
    pub near: &'static [Change],
}

use Change::{File, Swap, Without};

const TOML: &str = "tertib.toml";
const P: &str = "data/permohonan.csv";
const K: &str = "data/kendali.csv";
const MINUTES: &str = "bukti-dukung/A-1 berita acara.pdf";

const fn pair(code: Code, raises: &'static [Change], near: &'static [Change]) -> Pair {
    Pair { code, raises, near }
}

/// The row of the last step, without its line feed.
const LAST: &str = "A-1;8;Ratih Maheswari;24/06/2024 09.10;24/06/2024 09.15;;;;v";
const LAST_TWO: &str = "A-1;7;Yoga Pradana;24/06/2024 09.05;24/06/2024 09.10;;;;v\n\
                        A-1;8;Ratih Maheswari;24/06/2024 09.10;24/06/2024 09.15;;;;v\n";

pub const PAIRS: &[Pair] = &[
    // A column may be called otherwise, but not be missing.
    pair(Code::D01, &[Swap(P, ";Unit kerja;", ";Warna map;")], &[Swap(P, "Unit kerja", "Satker")]),
    pair(Code::D02, &[Swap(P, "Bidang Contoh", "")], &[Swap(P, "199003142015032001", "")]),
    pair(
        Code::D03,
        &[Swap(K, "24/06/2024 08.10;;", "31/06/2024 08.10;;")],
        &[Swap(K, "24/06/2024 08.10;;", "Senin, 24 Juni 2024 pukul 08.10;;")],
    ),
    // An hour in a column of its own.
    pair(
        Code::D03,
        &[
            Swap(P, "Diterima tim;", "Tanggal terima;Jam terima;"),
            Swap(P, ";;Sekar", ";24/06/2024;24.30;Sekar"),
        ],
        &[
            Swap(P, "Diterima tim;", "Tanggal terima;Jam terima;"),
            Swap(P, ";;Sekar", ";24/06/2024;07.30;Sekar"),
        ],
    ),
    pair(
        Code::D04,
        &[Swap(P, "199003142015032001", "1,99003E+17")],
        &[Swap(P, "199003142015032001", "19900314 201503 2 001")],
    ),
    pair(
        Code::D05,
        &[Swap(P, "199003142015032001", "199013142015032001")],
        &[Swap(P, "199003142015032001", "199012142015032001")],
    ),
    pair(Code::D06, &[Swap(K, "A-1;8;", "A-1;9;")], &[Swap(K, "A-1;8;", "A-1;Langkah VIII;")]),
    // Which procedure it is, is of the same code.
    pair(
        Code::D06,
        &[Swap(P, "Operator;\n", "Operator;SDM-323-OT.02.02 TAHUN 2024\n")],
        &[Swap(P, "Operator;\n", "Operator;sdm-233-ot.02.02 tahun 2024\n")],
    ),
    pair(Code::D07, &[Swap(K, "A-1;8;", "A-11;8;")], &[Swap(K, "A-1;8;", " a-1 ;8;")]),
    pair(
        Code::D08,
        &[File(
            "data/lagi.csv",
            "Nomor permohonan;Nomor surat;Nama pemohon;Unit kerja;Aplikasi;Peran\n\
             A-1;B-2;Sekar Ayu;Bidang Contoh;SIMPEG;Operator\n",
        )],
        &[File(
            "data/lagi.csv",
            "Nomor permohonan;Nomor surat;Nama pemohon;Unit kerja;Aplikasi;Peran\n\
             A-1;b-1;SEKAR AYU, S.H.;Bidang Contoh;SIMPEG;Operator\n",
        )],
    ),
    pair(
        Code::D08,
        &[
            Swap(P, "Diterima tim;", "Diterima tim;Jam diterima tim;"),
            Swap(P, ";;Sekar", ";24/06/2024 07.30;07.31;Sekar"),
        ],
        &[
            Swap(P, "Diterima tim;", "Diterima tim;Jam diterima tim;"),
            Swap(P, ";;Sekar", ";24/06/2024 07.30;07.30;Sekar"),
        ],
    ),
    pair(
        Code::D09,
        &[Swap(K, "24/06/2024 09.10;24/06/2024 09.15", "24/06/2024 09.15;24/06/2024 09.10")],
        &[Swap(K, "24/06/2024 09.10;24/06/2024 09.15", "24/06/2024 09.15;24/06/2024 09.15")],
    ),
    pair(
        Code::D10,
        &[Swap(
            K,
            LAST,
            "A-1;8;Ratih Maheswari;24/06/2024 09.10;24/06/2024 09.15;;;;v\n\
             A-1;8;Ratih Maheswari;24/06/2024 09.10;24/06/2024 09.15;;;;v",
        )],
        &[Swap(
            K,
            LAST,
            "A-1;8;Ratih Maheswari;24/06/2024 09.10;24/06/2024 09.15;;;;v\n\
             A-1;8;Ratih Maheswari;24/06/2024 09.10;24/06/2024 09.16;;;;v",
        )],
    ),
    pair(Code::D11, &[Swap(P, "Bidang Contoh", "#N/A")], &[Swap(P, "Bidang Contoh", "Bidang #N")]),
    pair(
        Code::D12,
        &[Swap(TOML, "2024-06-28 08:00", "2024-06-24 09:14")],
        &[Swap(TOML, "2024-06-28 08:00", "2024-06-24 09:15")],
    ),
    pair(
        Code::D13,
        &[File("data/warna.csv", "Warna;Bentuk;Ukuran\nmerah;bulat;3\n")],
        &[File("data/warna.csv", "Nama;Jabatan;Peran\nDewi;Analis;anggota_tim\n")],
    ),
    pair(Code::D14, &[Swap(P, "Putaran;", "Warna map;")], &[Swap(P, "Putaran;", "Pengajuan ke-;")]),
    // What the head does not say is read by its seat, and told.
    pair(
        Code::D14,
        &[
            Swap(P, "Diterima tim;", "Tanggal terima;Jam;"),
            Swap(P, ";;Sekar", ";24/06/2024;07.30;Sekar"),
        ],
        &[
            Swap(P, "Diterima tim;", "Tanggal terima;Pukul terima;"),
            Swap(P, ";;Sekar", ";24/06/2024;07.30;Sekar"),
        ],
    ),
    pair(
        Code::D15,
        &[Swap(P, "B-1;24/06/2024", "B-1;05/06/2024")],
        &[Swap(P, "B-1;24/06/2024", "B-1;13/06/2024")],
    ),
    pair(Code::D16, &[Swap(P, "SIMPEG;", "SIMPEL;")], &[Swap(P, "SIMPEG;", "simpeg;")]),
    pair(
        Code::D17,
        &[Swap(K, "24/06/2024 09.15", "24/06/2023 09.15")],
        &[Swap(K, "24/06/2024 09.15", "24/06/2024 09.20")],
    ),
    pair(
        Code::D18,
        &[File("data/rusak.xlsx", "ini bukan buku kerja\u{0}\u{1}\u{2}")],
        &[File("data/~$rusak.xlsx", "ini bukan buku kerja\u{0}\u{1}\u{2}")],
    ),
    pair(
        Code::D19,
        &[Swap(P, "Putaran;", "Kata sandi awal;")],
        &[Swap(P, "Putaran;", "Sandiwara;")],
    ),
    pair(Code::K01, &[Swap(P, ";B-1;", ";;")], &[Swap(P, ";B-1;", ";tanpa nomor resmi 7;")]),
    pair(
        Code::K02,
        &[Without(MINUTES)],
        &[Without(MINUTES), File("bukti-dukung/A-1/BAST ditandatangani.pdf", "pindaian")],
    ),
    pair(
        Code::L01,
        &[Swap(K, "A-1;7;Yoga Pradana;24/06/2024 09.05;24/06/2024 09.10;;;;v\n", "")],
        &[Swap(K, LAST_TWO, "")],
    ),
    pair(
        Code::L02,
        &[Swap(
            K,
            "A-1;8;Ratih Maheswari;24/06/2024 09.10;",
            "A-1;8;Ratih Maheswari;24/06/2024 09.09;",
        )],
        &[Swap(
            K,
            "A-1;8;Ratih Maheswari;24/06/2024 09.10;",
            "A-1;8;Ratih Maheswari;24/06/2024 09.10.00;",
        )],
    ),
    pair(
        Code::L03,
        &[Swap(
            K,
            LAST,
            "A-1;8;Ratih Maheswari;24/06/2024 09.10;24/06/2024 09.15;;;;v\n\
             A-1;8;Ratih Maheswari;24/06/2024 09.15;24/06/2024 09.20;;;;v",
        )],
        &[Swap(
            K,
            LAST,
            "A-1;8;Ratih Maheswari;24/06/2024 09.10;24/06/2024 09.15;;;SIMPEG;v\n\
             A-1;8;Ratih Maheswari;24/06/2024 09.15;24/06/2024 09.20;;;SIPKA;v",
        )],
    ),
    pair(
        Code::L04,
        &[Swap(K, "08.35;Y;;", "08.35;T;Surat belum lengkap;")],
        &[
            Swap(K, "08.35;Y;;", "08.35;T;Surat belum lengkap;"),
            Swap(K, "A-1;4;", "A-1;3;Yoga Pradana;24/06/2024 08.35;24/06/2024 08.35;Y;;;v\nA-1;4;"),
        ],
    ),
    pair(Code::L05, &[Swap(K, "08.35;Y;;", "08.35;;;")], &[Swap(K, "08.35;Y;;", "08.35;sesuai;;")]),
    pair(
        Code::L06,
        &[Swap(K, "08.35;Y;;", "08.35;T;;")],
        &[Swap(K, "08.35;Y;;", "08.35;T;Surat belum lengkap;")],
    ),
    pair(
        Code::W01,
        &[Swap(K, "24/06/2024 09.15;", "24/06/2024 09.25.01;")],
        &[Swap(K, "24/06/2024 09.15;", "24/06/2024 09.25.00;")],
    ),
    // 25 minutes are left of the total but for the steps that would then be late too.
    pair(
        Code::W02,
        &[Swap(K, "24/06/2024 08.40;24/06/2024 09.00", "21/06/2024 09.00;24/06/2024 09.00")],
        &[Swap(K, "24/06/2024 08.40;24/06/2024 09.00", "24/06/2024 07.30;24/06/2024 09.00")],
    ),
    pair(
        Code::W03,
        &[Swap(K, "24/06/2024 09.15;", "24/06/2024 16.00.01;")],
        &[Swap(K, "24/06/2024 09.15;", "24/06/2024 16.00.00;")],
    ),
    pair(Code::W04, &[Swap(K, "24/06/2024 09.10;24/06/2024 09.15", ";24/06/2024 09.15")], &[]),
    pair(
        Code::W05,
        &[Swap(K, "24/06/2024 09.10;24/06/2024 09.15", "25/06/2024 09.10.01;25/06/2024 09.15")],
        &[Swap(K, "24/06/2024 09.10;24/06/2024 09.15", "25/06/2024 09.10.00;25/06/2024 09.15")],
    ),
    // One working day and the quarter of an hour of the last step after 09.10.
    pair(
        Code::W06,
        &[Swap(K, LAST, ""), Swap(TOML, "2024-06-28 08:00", "2024-06-25 09:25:01")],
        &[Swap(K, LAST, ""), Swap(TOML, "2024-06-28 08:00", "2024-06-25 09:25:00")],
    ),
    pair(
        Code::W07,
        &[Swap(K, "24/06/2024 09.10;24/06/2024 09.15", ";24/06/2024 09.25.01")],
        &[Swap(K, "24/06/2024 09.10;24/06/2024 09.15", ";24/06/2024 09.25.00")],
    ),
    pair(
        Code::W08,
        &[
            File(
                "kalender.toml",
                "[[libur]]\ntanggal = 2024-06-25\nnama = \"Hari contoh\"\nstatus = \"perkiraan\"\n",
            ),
            Swap(K, "24/06/2024 09.10;24/06/2024 09.15", "24/06/2024 15.55;26/06/2024 07.35"),
        ],
        &[
            File("kalender.toml", "[[libur]]\ntanggal = 2024-06-25\nnama = \"Hari contoh\"\n"),
            Swap(K, "24/06/2024 09.10;24/06/2024 09.15", "24/06/2024 15.55;26/06/2024 07.35"),
        ],
    ),
    pair(
        Code::P01,
        &[Swap(K, "A-1;8;Ratih Maheswari", "A-1;8;Yoga Pradana")],
        &[Swap(K, "A-1;8;Ratih Maheswari", "A-1;8;Dr. RATIH MAHESWARI, S.Kom.")],
    ),
    pair(
        Code::P02,
        &[Swap(K, "A-1;7;Yoga Pradana", "A-1;7;Sekar Ayu")],
        &[Swap(K, "A-1;7;", "A-1;6;Sekar Ayu;24/06/2024 09.00;24/06/2024 09.05;;;;v\nA-1;7;")],
    ),
    pair(
        Code::P03,
        &[Swap(K, "A-1;7;Yoga Pradana", "A-1;7;Yoga Perdana")],
        &[Swap(K, "A-1;7;Yoga Pradana", "A-1;7;yoga  pradana")],
    ),
    pair(
        Code::P04,
        &[Swap(K, "09.15;;;;v", "09.15;;;;belum")],
        &[Swap(K, "09.15;;;;v", "09.15;;;;TTE")],
    ),
    pair(
        Code::P05,
        &[
            Swap(K, "24/06/2024 08.40;24/06/2024 09.00", "24/06/2024 08.40;24/06/2024 09.09.00"),
            Swap(K, "24/06/2024 09.00;24/06/2024 09.05", "24/06/2024 09.09;24/06/2024 09.09.30"),
            Swap(K, "24/06/2024 09.05;24/06/2024 09.10", "24/06/2024 09.09.30;24/06/2024 09.10.00"),
        ],
        &[
            Swap(K, "24/06/2024 08.40;24/06/2024 09.00", "24/06/2024 08.40;24/06/2024 09.08.59"),
            Swap(K, "24/06/2024 09.00;24/06/2024 09.05", "24/06/2024 09.09;24/06/2024 09.09.30"),
            Swap(K, "24/06/2024 09.05;24/06/2024 09.10", "24/06/2024 09.09.30;24/06/2024 09.10.00"),
        ],
    ),
    pair(
        Code::P06,
        &[Swap(TOML, "2024-06-21", "2024-06-24")],
        &[Swap(
            TOML,
            "sampai = 2024-06-21\njenis = \"cuti\"",
            "sampai = 2024-06-24\njenis = \"WFA\"",
        )],
    ),
    pair(
        Code::P06,
        &[Swap(TOML, "2024-06-21", "2024-06-24")],
        &[Swap(TOML, "2024-06-21", "2024-06-23")],
    ),
];
