//! `tertib siapkan`, from outside.

use std::fs;

use calamine::{Reader, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

use crate::archive::room::tertib;

const MADE: [&str; 6] = [
    "tertib.toml",
    "kalender.toml",
    "contoh-kalimat.toml",
    "data/",
    "data/Lembar Kerja.xlsx",
    "bukti-dukung/",
];

#[test]
fn an_empty_folder_becomes_an_office_that_can_be_checked() {
    let room = TempDir::new().expect("a folder for the test");
    let said = tertib(room.path(), &["siapkan", "kantor"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("Ganti dahulu \"Nama Kantor Anda\""), "{}", said.out);
    let office = room.path().join("kantor");
    assert!(MADE.iter().all(|name| office.join(name).exists()));
    let said = tertib(&office, &["periksa"]);
    assert_eq!(said.status, 0, "{}", said.out);
    assert!(said.out.contains("Belum ada permohonan di buku kerja."), "{}", said.out);
    let read = tertib(&office, &["periksa", "--format", "json", "-v"]);
    assert_eq!(read.json()["temuan"], serde_json::json!([]), "no D13, no D14");
    for sheet in ["permohonan", "kendali", "pegawai"] {
        assert!(read.err.contains(&format!("lembar \"{sheet}\"")), "{}", read.err);
    }
}

#[test]
fn what_is_there_is_left_and_told() {
    let room = TempDir::new().expect("a folder for the test");
    fs::write(room.path().join("kalender.toml"), "# milik kantor\n").expect("a file");
    fs::create_dir(room.path().join("data")).expect("a folder");
    let answer = tertib(room.path(), &["siapkan", "--format", "json"]).json();
    assert_eq!(answer["perintah"], "siapkan");
    assert_eq!(answer["hasil"]["sudah_ada"], serde_json::json!(["kalender.toml", "data/"]));
    let kept = fs::read_to_string(room.path().join("kalender.toml")).expect("a text");
    assert_eq!(kept, "# milik kantor\n");
    let again = tertib(room.path(), &["siapkan", "--format", "json"]).json();
    assert_eq!(again["hasil"]["sudah_ada"], serde_json::json!(MADE));
}

#[test]
fn a_trial_writes_nothing_and_each_run_makes_the_same_bytes() {
    let room = TempDir::new().expect("a folder for the test");
    let tried = tertib(room.path(), &["siapkan", "satu", "--simulasi"]);
    assert!(tried.out.contains("akan dibuat") && !room.path().join("satu").exists());
    for name in ["satu", "dua"] {
        assert_eq!(tertib(room.path(), &["siapkan", name]).status, 0);
    }
    for name in MADE.iter().filter(|name| !name.ends_with('/')) {
        let bytes = |office: &str| fs::read(room.path().join(office).join(name)).expect("made");
        assert!(bytes("satu") == bytes("dua"), "{name}");
    }
}

#[test]
fn what_cannot_be_made_is_told_and_the_rest_is_made() {
    let room = TempDir::new().expect("a folder for the test");
    fs::write(room.path().join("data"), "bukan folder").expect("a file");
    let said = tertib(room.path(), &["siapkan"]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("data/ tidak dapat dibuat"), "{}", said.err);
    assert!(room.path().join("tertib.toml").exists());
    assert_eq!(tertib(room.path(), &["siapkan", "data/kantor"]).status, 2);
}

#[cfg(unix)]
#[test]
fn a_folder_that_takes_nothing_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let room = TempDir::new().expect("a folder for the test");
    let closed = room.path().join("tertutup");
    fs::create_dir(&closed).expect("a folder");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).expect("closed");
    if fs::write(closed.join("coba"), "x").is_ok() {
        println!("skipped: this user may write anywhere");
        return;
    }
    let said = tertib(room.path(), &["siapkan", "tertutup"]);
    assert_eq!(said.status, 2);
    assert!(said.out.contains("tidak ada izin untuk menulis di sini"), "{}", said.out);
}

/// What a clerk types below the heads of the entry workbook, sheet by sheet.
const TYPED: [(&str, &[&str], &[&[&str]]); 3] = [
    (
        "permohonan",
        &[
            "Nomor permohonan",
            "Nomor surat",
            "Tanggal surat",
            "Nama pemohon",
            "Unit kerja",
            "Aplikasi",
            "Peran",
        ],
        &[&["P-1", "S-1", "3 Juni 2024", "Sekar Ayu", "Bagian Umum", "SIMPEG", "Operator"]],
    ),
    (
        "kendali",
        &["Nomor permohonan", "Langkah", "Pelaksana", "Mulai", "Selesai", "Hasil", "Paraf"],
        &[
            &["P-1", "2", "Ratih Maheswari", "03/06/2024 08.00", "03/06/2024 08.10", "", "v"],
            &["P-1", "3", "Yoga Pradana", "03/06/2024 08.20", "03/06/2024 08.40", "Y", "v"],
            &["P-1", "4", "Yoga Pradana", "03/06/2024 09.00", "03/06/2024 09.20", "", "v"],
            &["P-1", "5", "Yoga Pradana", "03/06/2024 09.30", "03/06/2024 11.30", "", "v"],
            &["P-1", "6", "Yoga Pradana", "03/06/2024 13.00", "03/06/2024 13.10", "", "v"],
            &["P-1", "7", "Yoga Pradana", "03/06/2024 13.20", "03/06/2024 13.30", "", "v"],
            &["P-1", "8", "Ratih Maheswari", "03/06/2024 13.40", "03/06/2024 13.50", "", "v"],
        ],
    ),
    (
        "pegawai",
        &["Nama", "Peran"],
        &[&["Ratih Maheswari", "ketua_tim"], &["Yoga Pradana", "anggota_tim"]],
    ),
];

/// Types that below the heads that the entry workbook has.
fn fill_in(book: &std::path::Path) {
    let mut empty: Xlsx<_> = open_workbook(book).expect("the entry workbook");
    let mut filled = Workbook::new();
    for (sheet, columns, rows) in TYPED {
        let range = empty.worksheet_range(sheet).expect("a sheet of that name");
        let heads: Vec<String> =
            range.rows().next().expect("heads").iter().map(ToString::to_string).collect();
        let page = filled.add_worksheet();
        page.set_name(sheet).expect("a name");
        for (at, head) in (0..).zip(&heads) {
            page.write_string(0, at, head).expect("a cell");
        }
        for (row, values) in (1..).zip(rows) {
            for (column, value) in columns.iter().zip(*values) {
                let at = heads.iter().position(|head| head == column);
                let at = at.unwrap_or_else(|| panic!("no {column} among {heads:?}"));
                page.write_string(row, u16::try_from(at).expect("few"), *value).expect("a cell");
            }
        }
    }
    filled.save(book).expect("a workbook");
}

#[test]
fn a_new_user_prepares_fills_in_and_gets_papers_report_and_package() {
    let room = TempDir::new().expect("a folder for the test");
    assert_eq!(tertib(room.path(), &["siapkan", "kantor"]).status, 0);
    let office = room.path().join("kantor");
    // Nothing is filled in yet: nothing to make, and no harm done.
    let said = tertib(&office, &["proses"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(said.out.starts_with("0 naskah\n"), "{}", said.out);
    assert!(!office.join("hasil").exists() && !office.join("arsip").exists());

    let toml = fs::read_to_string(office.join("tertib.toml")).expect("a text");
    let toml = toml.replace("Nama Kantor Anda", "Kantor Contoh");
    fs::write(office.join("tertib.toml"), toml).expect("saved");
    fill_in(&office.join("data/Lembar Kerja.xlsx"));
    let run = || tertib(&office, &["--per", "2024-07-01 08:00", "proses"]);
    let said = run();
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("6 naskah: 6 dibuat\n"), "{}", said.out);
    assert!(said.out.contains("0 diarsipkan, 0 tidak berubah, 1 belum lengkap"), "{}", said.out);
    let papers = ["2-disposisi", "3-verifikasi", "4-akun", "5-dokumentasi", "6-berita-acara"];
    for name in papers {
        assert!(office.join(format!("hasil/2024-06/P-1/{name}.pdf")).is_file(), "{name}");
    }
    assert!(office.join("hasil/2024-06/laporan-bulanan.html").is_file());

    // The signed minutes are scanned: the request can be packed.
    fs::write(office.join("bukti-dukung/P-1 berita acara.pdf"), "pindaian").expect("a scan");
    let said = run();
    assert!(said.out.contains("\n1 diarsipkan, 0 tidak berubah"), "{}", said.out);
    assert!(office.join("arsip/2024/tanpa-klasifikasi/P-1/bagit.txt").is_file());
    assert_eq!(tertib(&office, &["arsip", "cek"]).status, 0);
    let said = run();
    assert!(said.out.contains("\n0 diarsipkan, 1 tidak berubah"), "{}", said.out);
}
