//! Which files are read, and what is said of those that cannot be.

use std::fs;
use std::path::Path;

use super::book::{Book, Read, kendali, sop};
use crate::line;
use tertib::intake::{self, HeadMap, Rules};
use tertib::office::Zone;

fn names(data: &Path) -> Vec<String> {
    intake::find(data).0.iter().map(|file| file.name.to_string()).collect()
}

#[test]
fn files_are_found_at_any_depth_in_natural_order_without_what_is_left_behind() {
    let office = tempfile::tempdir().expect("a folder");
    let data = office.path().join("data");
    for name in [
        "2024/bulan-10/kendali.xlsx",
        "2024/bulan-9/kendali.xlsx",
        "2024/~$kendali.xlsx",
        "Permohonan.xlsx",
        ".DS_Store",
        ".git/x.xlsx",
        "_lama/permohonan.xlsx",
        "_catatan.xlsx",
        "Thumbs.db",
    ] {
        let path = data.join(name);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("made");
        fs::write(path, "x").expect("written");
    }
    assert_eq!(
        names(&data),
        [
            "data/2024/bulan-9/kendali.xlsx",
            "data/2024/bulan-10/kendali.xlsx",
            "data/_catatan.xlsx",
            "data/Permohonan.xlsx",
        ]
    );
}

#[test]
fn a_folder_that_does_not_exist_holds_no_files() {
    let (files, problems) = intake::find(Path::new("/tidak/ada/data"));
    assert!(files.is_empty() && problems.is_empty());
}

fn reading(name: &str, bytes: &[u8]) -> Read {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("written");
    Read::of(path, Zone::Wib)
}

#[test]
fn a_file_that_is_no_workbook_is_d18_in_the_terms_of_the_office() {
    for (name, bytes, message) in [
        ("a.xlsx", &b""[..], "berkas ini kosong: tidak ada isinya"),
        ("a.csv", b"\r\n \r\n", "berkas ini kosong: tidak ada isinya"),
        ("a.md", b"nomor;nama\n1;Arif\n", "berkas ini bukan buku kerja dan bukan tabel teks (CSV)"),
        ("a.txt", b"Catatan rapat.", "berkas ini bukan buku kerja dan bukan tabel teks (CSV)"),
        ("a.xlsx", b"\x00\x01\x02\x03", "berkas ini rusak atau terpotong"),
        ("a.xlsx", b"PK\x03\x04 terpotong", "berkas ini rusak atau terpotong"),
        ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "berkas ini rusak atau terpotong"),
        (
            "a.xls",
            b"<html><table></table></html>",
            "berkas ini sebenarnya halaman web, bukan buku kerja Excel",
        ),
        (
            "a.xls",
            b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>",
            "berkas ini berbentuk XML Spreadsheet 2003, yang tidak dapat dibaca",
        ),
        (
            "a.xls",
            b"\x09\x04\x06\x00\x00\x04\x10\x00",
            "berkas ini dari Excel 4 atau yang lebih lama, yang tidak dapat dibaca",
        ),
        ("a.pdf", b"%PDF-1.7", "berkas ini dokumen PDF, bukan buku kerja"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n", "berkas ini gambar, bukan buku kerja"),
    ] {
        let read = reading(name, bytes);
        assert_eq!(
            (read.found(), read.message("D18")),
            (vec!["D18 -".to_owned()], message),
            "{name}"
        );
    }
}

#[test]
fn a_file_that_is_not_there_is_d18() {
    let read = Read::of("/tidak/ada/kendali.xlsx".into(), Zone::Wib);
    assert_eq!(read.message("D18"), "berkas ini tidak ada");
}

#[test]
fn a_workbook_with_a_password_is_d18_that_says_so() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks/berkata-sandi.xlsx");
    assert_eq!(Read::of(path, Zone::Wib).message("D18"), "berkas ini dikunci dengan kata sandi");
}

#[test]
fn half_a_workbook_is_d18_and_a_whole_one_beside_it_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    fs::create_dir(&data).expect("made");
    let source =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks/kendali-libreoffice.xlsx");
    let bytes = fs::read(source).expect("a real workbook");
    fs::write(data.join("a.xlsx"), &bytes[..bytes.len() / 2]).expect("written");
    fs::write(data.join("b.xlsx"), &bytes).expect("written");
    let sop = sop();
    let (files, _) = intake::find(&data);
    let heads = HeadMap::default();
    let rules = Rules { sop: &sop, zone: Zone::Wib, heads: &heads, applications: &[] };
    let read = intake::read(&files, &rules);
    assert_eq!(read.problems.len(), 1);
    assert_eq!(read.sign_offs.len(), 3);
}

#[test]
fn workbooks_saved_by_other_programs_are_read_like_our_own() {
    for name in ["kendali-libreoffice.xlsx", "kendali-openpyxl.xlsx"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks").join(name);
        let read = Read::of(path, Zone::Wib);
        assert_eq!(
            read.times(),
            [
                ("2024-06-03 09:15".into(), "2024-06-03 09:30".into()),
                ("2024-06-03 10:00".into(), "2024-06-03 10:20".into()),
                (String::new(), "2024-06-04".into()),
            ],
            "{name}"
        );
        assert!(read.found().is_empty(), "{name}: {:?}", read.found());
    }
}

#[test]
fn dates_of_the_1904_system_are_the_same_dates_rounded_to_the_second() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks/tanggal-1904.xlsx");
    let read = Read::of(path, Zone::Wib);
    assert_eq!(read.times(), [("2024-06-03 09:15".into(), "2024-06-03 10:00".into())]);
}

#[test]
fn every_byte_of_a_workbook_may_be_damaged_and_the_reading_goes_on() {
    let source =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks/kendali-openpyxl.xlsx");
    let bytes = fs::read(source).expect("a real workbook");
    for at in (0..bytes.len()).step_by(37) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        reading("a.xlsx", &damaged);
    }
}

#[test]
fn the_order_of_files_and_rows_is_the_order_of_records() {
    let read = Book::new()
        .sheet("B", &[kendali(), line!["P-9", 2.0, "Rina", "", "13 Juni 2024 09.15"]])
        .sheet("A", &[kendali(), line!["P-1", 2.0, "Rina", "", "13 Juni 2024 09.15"]])
        .read();
    let numbers: Vec<_> =
        read.intake.sign_offs.iter().map(|row| row.number.value.to_string()).collect();
    assert_eq!(numbers, ["P-9", "P-1"]);
}
