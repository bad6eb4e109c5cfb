//! The built-in SOP as `tertib sop` shows it: nothing of the printed form is lost.
//!
//! The phrases are listed here by hand, as the form prints them, so that a slip in the
//! definition cannot slip into the expectation as well.

use tertib::sop::{Definition, PaperKind, text};

/// The widths of the columns: No, Kegiatan, Pelaksana, Kelengkapan, Waktu, Output.
const WIDTHS: [usize; 6] = [3, 18, 14, 13, 8, 14];

const TEAM_LEAD: &str = "Ketua Tim Kerja Pengelolaan Sistem Informasi";
const TEAM_MEMBER: &str = "Anggota Tim Kerja Pengelolaan Sistem Informasi";
const MINUTES: &str = "Berita Acara Serah Terima Hak Akses Sistem Aplikasi";

/// Kegiatan, kelengkapan, waktu, output, keterangan.
const STEPS: [[&str; 5]; 8] = [
    [
        "Mengirimkan surat permohonan hak akses sistem aplikasi",
        "surat permohonan pemberian hak akses",
        "15 Menit",
        "Disposisi",
        "Surat permohonan memuat data hak akses yang diperlukan",
    ],
    ["Menugaskan Anggota Tim melakukan verifikasi", "Disposisi", "15 Menit", "Disposisi", ""],
    [
        "Melakukan verifikasi permohonan yang disampaikan",
        "Disposisi",
        "30 Menit",
        "Hasil verifikasi",
        "",
    ],
    [
        "Membuatkan hak akses yang akan diberikan",
        "Hasil verifikasi",
        "30 menit",
        "akun sistem aplikasi",
        "",
    ],
    [
        "Memberikan tutorial penggunaan sistem aplikasi kepada pemohon",
        "user manual sistem aplikasi",
        "3 jam",
        "dokumentasi kegiatan",
        "",
    ],
    [
        "Penandatanganan berita acara serah terima hak akses bersama pemohon",
        MINUTES,
        "15 Menit",
        MINUTES,
        "",
    ],
    ["Melaporkan hasil kegiatan", MINUTES, "15 Menit", MINUTES, ""],
    ["Menerima laporan serah terima hak akses sistem aplikasi", MINUTES, "15 Menit", MINUTES, ""],
];

const PHRASES: [&str; 33] = [
    "STANDAR OPERASIONAL PROSEDUR PENGEMBANGAN APLIKASI",
    "KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA BPSDM HUKUM DAN HAM PUSAT PENILAIAN KOMPETENSI",
    "Nomor SOP : SDM-233-OT.02.02 TAHUN 2024",
    "Tanggal Pembuatan : 24 Juli 2023",
    "Tanggal Revisi : 3 Juni 2024",
    "Tanggal Efektif : (kosong)",
    "Disahkan oleh : KEPALA BPSDM HUKUM DAN HAM, RAZILU NIP 196511281991031002",
    "Nama SOP : PEMBERIAN HAK AKSES SISTEM APLIKASI",
    "DASAR HUKUM 1. Undang-undang Nomor 20 tahun 2023 tentang Aparatur Sipil Negara;",
    "2. Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik;",
    "3. Peraturan Menteri Hukum dan Hak Asasi Manusia Republik Indonesia Nomor 13 Tahun 2015 \
     tentang Pedoman Penyusunan SOP Administrasi Pemerintahan Kemenkumham;",
    "4. Peraturan Menteri Hukum dan Hak Asasi Manusia Republik Indonesia Nomor 30 Tahun 2021 \
     tentang Penyelenggaraan Sistem Pemerintahan Berbasis Elektronik di Lingkungan Kementerian \
     Hukum dan Hak Asasi Manusia",
    "5. Peraturan Menteri Hukum dan Hak Asasi Manusia Republik Indonesia Nomor 26 Tahun 2022 \
     tentang Pelaksanaan Pengembangan Kompetensi Melalui Sistem Pembelajaran Terintegrasi di \
     Bidang Hukum dan Hak Asasi Manusia;",
    "6. Peraturan Menteri Hukum dan Hak Asasi Manusia Nomor 28 Tahun 2023 tentang Organisasi dan \
     Tata Kerja Kementerian Hukum dan Hak Asasi Manusia Republik Indonesia;",
    "KUALIFIKASI PELAKSANA 1. Mengetahui tugas dan fungsi di setiap unit masing-masing;",
    "2. Melaksanakan tugas dan fungsi sesuai dengan SOP",
    "KETERKAITAN 1. STANDAR OPERASIONAL PROSEDUR FASILITASI PENDAMPINGAN TEKNIS PENGGUNAAN \
     APLIKASI DI BPSDM HUKUM DAN HAM 2. (kosong)",
    "PERALATAN/PERLENGKAPAN 1. Komputer/Printer 2. Jaringan Internet 3. Alat Tulis",
    "PERINGATAN Apabila SOP ini tidak dijalankan maka kegiatan tidak akan berjalan dengan baik.",
    "PENCATATAN DAN PENDAFTARAN Disimpan sebagai arsip dan dokumen",
    "STANDAR OPERASIONAL PROSEDUR PEMBERIAN HAK AKSES SISTEM APLIKASI",
    "No Kegiatan Pelaksana Kelengkapan Waktu Output",
    "Keterangan: Surat permohonan memuat data hak akses yang diperlukan",
    "Mengetahui Kepala Pusat Penilaian Kompetensi, Jusman NIP 197405102000121001",
    // What the form does not print is marked with a star.
    "Berlaku untuk : permohonan baru *",
    "Bila tidak *: kembali ke langkah 1",
    "Terbukti oleh *: nomor_surat, tanggal_surat",
    "Naskah *: Lembar Disposisi",
    "Naskah *: Lembar Hasil Verifikasi; Surat Pengembalian Permohonan",
    "Naskah *: Bukti Pembuatan Akun",
    "Naskah *: Dokumentasi Kegiatan Tutorial",
    "Naskah *: Laporan Hasil Kegiatan",
    // The one letter that is left of the flowchart, and where it stands.
    "\"T\" pada kolom Ketua Tim Kerja Pengelolaan Sistem Informasi",
];

fn builtin() -> Definition {
    Definition::builtin().expect("the built-in definition loads")
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The cells of the table's rows, each put together again from its lines.
fn rows(printed: &str) -> Vec<[String; 6]> {
    let rule = "-".repeat(80);
    let blocks: Vec<&str> = printed.split(&format!("{rule}\n")).collect();
    // Before the table, its head, the rows, and what stands below it.
    let [_, _, rows @ .., _] = &blocks[..] else { panic!("no table in:\n{printed}") };
    rows.iter().map(|block| cells(block)).collect()
}

fn cells(block: &str) -> [String; 6] {
    let mut columns = [const { String::new() }; 6];
    // The remarks below a row stand indented by four blanks; its cells never do.
    let is_remark = |line: &&str| line.starts_with("    ") && !line.starts_with("     ");
    for line in block.lines().filter(|line| !is_remark(line)) {
        let mut signs = line.chars();
        for (column, width) in columns.iter_mut().zip(WIDTHS) {
            column.extend(signs.by_ref().take(width));
            column.push(' ');
        }
    }
    columns.map(|column| on_one_line(&column))
}

#[test]
fn every_phrase_of_the_printed_form_is_shown() {
    let shown = on_one_line(&text::render(&builtin()));
    for phrase in PHRASES {
        assert!(shown.contains(phrase), "{phrase}\nis not in\n{shown}");
    }
}

#[test]
fn the_table_shows_the_eight_steps_cell_by_cell() {
    let printed = text::render(&builtin());
    let rows = rows(&printed);
    let team_and_applicant = format!("{TEAM_MEMBER}; Pemohon");
    let actors = [
        "Pemohon",
        TEAM_LEAD,
        TEAM_MEMBER,
        TEAM_MEMBER,
        TEAM_MEMBER,
        &team_and_applicant,
        TEAM_MEMBER,
        TEAM_LEAD,
    ];
    assert_eq!(rows.len(), STEPS.len());
    for (at, (row, step)) in rows.iter().zip(STEPS).enumerate() {
        let [activity, inputs, target, output, _] = step;
        let no = (at + 1).to_string();
        assert_eq!(row, &[&no, activity, actors[at], inputs, target, output]);
    }
}

#[test]
fn only_the_first_step_has_a_remark() {
    let sop = builtin();
    let notes: Vec<&str> = sop.steps.iter().map(|step| &*step.note).collect();
    assert_eq!(notes, STEPS.map(|[.., note]| note));
}

#[test]
fn the_targets_add_up_to_315_minutes() {
    let sop = builtin();
    let minutes: Vec<i64> = sop.steps.iter().map(|step| step.target_seconds / 60).collect();
    assert_eq!(minutes, [15, 15, 30, 30, 180, 15, 15, 15]);
    assert_eq!(sop.total_target_seconds(), 315 * 60);
    assert!(text::render(&sop).contains("\nJumlah waktu: 5 jam 15 menit *\n"));
}

#[test]
fn each_paper_is_yielded_by_the_step_of_the_contract() {
    let sop = builtin();
    let steps = PaperKind::ALL.map(|kind| (kind.stem(), sop.step_of_paper(kind).map(|s| s.no)));
    assert_eq!(
        steps,
        [
            ("disposisi", Some(2)),
            ("verifikasi", Some(3)),
            ("pengembalian", Some(3)),
            ("akun", Some(4)),
            ("dokumentasi", Some(5)),
            ("berita-acara", Some(6)),
            // For an SOP of removals.
            ("berita-acara-pencabutan", None),
            ("laporan-kegiatan", Some(7)),
        ]
    );
}

#[test]
fn the_whole_sop_with_its_doubts_is_shown_as_recorded() {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("sop_bawaan", text::render(&builtin()));
    });
}

#[test]
fn no_line_is_wider_than_a_terminal_of_80_columns() {
    for line in text::render(&builtin()).lines() {
        assert!(line.chars().count() <= 80, "{line}");
        assert_eq!(line, line.trim_end());
    }
}
