//! `tertib sop --cetak`: nothing of the printed form is lost, and the form is a document
//! that can be kept.

use std::fs;

use super::{definition, office_with, printed, step};
use crate::cli::folder::Folder;
use crate::papers::opened::Opened;

/// As the form on the wall prints it, listed by hand.
const FORM: [&str; 33] = [
    "STANDAR OPERASIONAL PROSEDUR PENGEMBANGAN APLIKASI",
    "KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA BPSDM HUKUM DAN HAM PUSAT PENILAIAN KOMPETENSI",
    "NOMOR SOP SDM-233-OT.02.02 TAHUN 2024",
    "TANGGAL PEMBUATAN 24 JULI 2023",
    "TANGGAL REVISI 3 JUNI 2024",
    // Empty, and so it stays: what follows is the cell at its side.
    "TANGGAL EFEKTIF KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA",
    "DISAHKAN OLEH KEPALA BPSDM HUKUM DAN HAM, RAZILU NIP 196511281991031002",
    "NAMA SOP PEMBERIAN HAK AKSES SISTEM APLIKASI",
    "DASAR HUKUM :",
    "1. Undang-undang Nomor 20 tahun 2023 tentang Aparatur Sipil Negara;",
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
    "1. Mengetahui tugas dan fungsi di setiap unit masing-masing;",
    "2. Melaksanakan tugas dan fungsi sesuai dengan SOP",
    "1. STANDAR OPERASIONAL PROSEDUR FASILITASI PENDAMPINGAN TEKNIS PENGGUNAAN APLIKASI DI BPSDM \
     HUKUM DAN HAM 2.",
    "1. Komputer/Printer 2. Jaringan Internet 3. Alat Tulis",
    "Apabila SOP ini tidak dijalankan maka kegiatan tidak akan berjalan dengan baik.",
    "Disimpan sebagai arsip dan dokumen",
    "STANDAR OPERASIONAL PROSEDUR PEMBERIAN HAK AKSES SISTEM APLIKASI",
    "Nomor SOP SDM-233-OT.02.02 TAHUN 2024 Tanggal Pembuatan 24 JULI 2023 Tanggal Revisi \
     3 JUNI 2024 Tanggal Efektif",
    "1 Mengirimkan surat permohonan hak akses sistem aplikasi",
    "surat permohonan pemberian hak akses 15 Menit Disposisi Surat permohonan memuat data hak \
     akses yang diperlukan",
    "2 Menugaskan Anggota Tim melakukan verifikasi Disposisi 15 Menit Disposisi",
    "3 Melakukan verifikasi permohonan yang disampaikan Disposisi 30 Menit Hasil verifikasi",
    "4 Membuatkan hak akses yang akan diberikan Hasil verifikasi 30 menit akun sistem aplikasi",
    "5 Memberikan tutorial penggunaan sistem aplikasi kepada pemohon user manual sistem aplikasi \
     3 jam dokumentasi kegiatan",
    "6 Penandatanganan berita acara serah terima hak akses bersama pemohon Berita Acara Serah \
     Terima Hak Akses Sistem Aplikasi 15 Menit Berita Acara Serah Terima Hak Akses Sistem Aplikasi",
    "7 Melaporkan hasil kegiatan Berita Acara Serah Terima Hak Akses Sistem Aplikasi 15 Menit",
    "8 Menerima laporan serah terima hak akses sistem aplikasi Berita Acara Serah Terima Hak Akses",
    "Mengetahui Kepala Pusat Penilaian Kompetensi, Jusman NIP 197405102000121001",
];

#[test]
fn the_built_in_sop_prints_all_that_hangs_on_the_wall_on_two_pages() {
    let pdf = printed(&Folder::empty(), &["sop"]);
    for words in FORM {
        assert!(pdf.says(words), "{words}\n{}", pdf.text());
    }
    assert_eq!(pdf.sizes(), [(297, 210), (297, 210)]);
    for head in ["No", "Kegiatan", "Pelaksana", "Mutu Baku", "Kelengkapan", "Waktu", "Output"] {
        assert!(pdf.page(2).contains(head), "{head}");
    }
    // What the definition calls a guess is printed as one.
    assert!(pdf.says("keputusan pada langkah 3 merupakan dugaan"));
}

#[test]
fn an_office_prints_it_on_its_own_paper() {
    let office = "[instansi]\nnama = \"Kantor Contoh\"\nkertas = \"F4\"\n";
    let pdf = printed(&Folder::empty().with("tertib.toml", office), &["sop"]);
    assert_eq!(pdf.sizes(), [(330, 215), (330, 215)]);
}

#[test]
fn the_print_is_a_document_to_keep_that_carries_its_definition() {
    let folder = Folder::empty();
    let pdf = printed(&folder, &["sop"]);
    let packet = pdf.metadata();
    for fact in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<xmp:CreateDate>2024-06-03T00:00:00",
    ] {
        assert!(packet.contains(fact), "{fact} in {packet}");
    }
    assert_eq!(pdf.title(), "SOP PEMBERIAN HAK AKSES SISTEM APLIKASI");
    assert_eq!(pdf.language(), "id");
    assert!(pdf.is_tagged() && pdf.shows_its_title());
    let (fonts, wanting) = pdf.fonts();
    assert!(fonts.iter().all(|name| name.contains("Arimo")) && wanting.is_empty(), "{fonts:?}");
    let attached = pdf.attachments();
    assert_eq!((&*attached[0].name, &*attached[0].mime), ("bawaan.toml", "application/toml"));
    assert_eq!(attached[0].content, tertib::sop::BUILTIN_TEXT.as_bytes());
    assert_eq!(attached.len(), 1);
}

#[test]
fn the_day_of_the_run_leaves_no_trace() {
    let folder = Folder::office();
    for (day, name) in [("2024-07-01", "a.pdf"), ("2026-01-02 09:00", "b.pdf")] {
        folder.tertib(&["--per", day, "sop", "--cetak", name]).ends_with(0);
    }
    let read = |name| fs::read(folder.path(name)).expect("a print");
    assert!(read("a.pdf") == read("b.pdf"));
}

#[test]
fn another_sop_prints_its_own_head_and_steps_and_leaves_empty_what_it_does_not_say() {
    let folder = Folder::office().with("sop/lab.toml", include_str!("../sop/lima-langkah.toml"));
    let pdf = printed(&folder, &["sop"]);
    for words in [
        "DINAS STATISTIK KOTA CONTOH UNIT LABORATORIUM DATA",
        "TANGGAL PEMBUATAN 8 JANUARI 2024 TANGGAL REVISI TANGGAL EFEKTIF 1 FEBRUARI 2024",
        "DISAHKAN OLEH NAMA SOP LAYANAN AKSES LABORATORIUM DATA",
        "4 Mengaktifkan akses dan menyerahkan kunci bersama pengguna penetapan tingkat akses 90 menit akses aktif",
        "Mengetahui Kepala Unit Laboratorium Data, Retno Wibisana",
    ] {
        assert!(pdf.says(words), "{words}\n{}", pdf.text());
    }
    assert!(!pdf.says("dugaan") && !pdf.says("NIP"));
    assert_eq!(pdf.attachments()[0].name, "lab.toml");
}

#[test]
fn what_is_markup_elsewhere_is_printed_as_it_is_written() {
    let odd = "Naskah #1 *tebal* $x$ _garis_ <label> @rujukan // {{nama}}";
    let text = definition(&[odd], &[step(odd, &[0])]).replace("LAYANAN\"", "LAYANAN #2 $y$\"");
    let pdf = printed(&office_with(&text), &["sop"]);
    assert!(pdf.says(odd) && pdf.says("NAMA SOP LAYANAN #2 $y$"), "{}", pdf.text());
}

#[test]
fn a_head_too_long_for_one_page_goes_on_overleaf_and_loses_nothing() {
    let bases: Vec<String> =
        (1..=60).map(|no| format!("\"Peraturan Nomor {no} tentang Penyelenggaraan\"")).collect();
    let head = format!("[sop]\ndasar_hukum = [{}]", bases.join(", "));
    let text = definition(&["Petugas"], &[step("Bekerja", &[0])]).replace("[sop]", &head);
    let pdf = printed(&office_with(&text), &["sop"]);
    for no in 1..=60 {
        assert!(pdf.says(&format!("{no}. Peraturan Nomor {no} tentang")), "{no}");
    }
    assert!(pdf.page_count() > 2);
}

#[test]
fn words_too_long_for_their_column_are_broken_and_a_cell_too_long_for_a_page_stands_below() {
    let address = "https://contoh.example/alamat/yang/sangat/panjang/sekali/tanpa/spasi";
    let long = "Menelaah uraian yang sangat panjang dan ".repeat(80);
    let long = format!("{long}selesai");
    let steps = [step("Mulai", &[0]), step(&long, &[1]), step(address, &[0])];
    let pdf = printed(&office_with(&definition(&["Pemohon", "Petugas"], &steps)), &["sop"]);
    assert!(pdf.says(address));
    assert!(pdf.says("2 (lihat catatan 1 di bawah tabel)"), "{}", pdf.text());
    assert!(pdf.says(&format!("Catatan 1, kegiatan langkah 2: {long}")));
    assert_eq!(pdf.page_count(), 2);
}

#[test]
fn the_command_says_how_much_is_doubtful_and_answers_in_json() {
    let folder = Folder::office();
    let told = folder.tertib(&["sop", "--cetak", "a.pdf"]).ends_with(0);
    assert_eq!(
        told.out,
        "dicetak: a.pdf\nSOP SDM-233-OT.02.02 TAHUN 2024: 20 hal perlu diperhatikan dan dicetak apa \
         adanya; lihat dengan: tertib sop\n"
    );
    let json = folder.tertib(&["--format", "json", "sop", "--cetak", "a.pdf"]).ends_with(0).json();
    assert_eq!(json["perintah"], "sop");
    assert_eq!(json["hasil"]["file"], "a.pdf");
    assert_eq!(
        (&json["hasil"]["keadaan"], &json["hasil"]["simulasi"]),
        (&"tetap".into(), &false.into())
    );
    Opened::new(&fs::read(folder.path("a.pdf")).expect("a print"));
}
