//! What stands where a paper is to go, and may exist only there, is not written over.

use std::fs;
use std::io::Write as _;

use crate::cli::folder::Folder;
use crate::office::Office;

const PAPER: &str = "hasil/2024-06/P-1/6-berita-acara.pdf";
const REPORT: &str = "hasil/2024-06/laporan-bulanan.pdf";
const SIGNATURE: &[u8] = b"\n9 0 obj\n<</ByteRange[0 1 2 3]>>\nendobj\nstartxref\n9\n%%EOF\n";

fn office() -> Folder {
    let toml = "[opsi]\nper = \"2024-07-01 08:00\"\n";
    Office::new().toml(crate::papers::OFFICE).toml(toml).kept("P-1").without_minutes().folder()
}

fn signed(folder: &Folder, name: &str) -> Vec<u8> {
    let file = fs::OpenOptions::new().append(true).open(folder.path(name));
    file.and_then(|mut file| file.write_all(SIGNATURE)).expect("a paper to sign");
    fs::read(folder.path(name)).expect("a signed paper")
}

fn change_the_wording(folder: &Folder) {
    let text = "[berita-acara]\npenutup = \"Demikian.\"\n";
    fs::write(folder.path("kalimat.toml"), text).expect("a file can be written");
}

#[test]
fn papers_and_reports_that_were_signed_where_they_were_made_stay_as_they_are() {
    let folder = office();
    folder.tertib(&["proses"]).ends_with(0);
    let made = [PAPER, REPORT].map(|name| signed(&folder, name));
    let again = folder.tertib(&["proses"]).ends_with(0).whole();
    assert!(!again.contains("dipulihkan"), "{again}");
    assert!([PAPER, REPORT].map(|name| fs::read(folder.path(name)).unwrap()) == made);
}

#[test]
fn a_signed_paper_whose_facts_change_is_told_and_not_printed_over() {
    let folder = office();
    folder.tertib(&["buat"]).ends_with(0);
    let made = signed(&folder, PAPER);
    change_the_wording(&folder);
    let told = folder.tertib(&["buat"]).ends_with(2).whole();
    assert!(told.contains("sudah ditandatangani secara elektronik"), "{told}");
    assert!(fs::read(folder.path(PAPER)).unwrap() == made);
    // Once it lies elsewhere the new one takes its place.
    fs::remove_file(folder.path(PAPER)).unwrap();
    folder.tertib(&["buat"]).ends_with(0);
}

#[test]
fn a_scan_in_the_place_of_a_paper_is_not_printed_over_and_a_broken_file_is() {
    let folder = office();
    folder.tertib(&["buat"]).ends_with(0);
    let printed = fs::read(folder.path(PAPER)).unwrap();
    let scan = b"%PDF-1.4 pindaian\n%%EOF\n";
    fs::write(folder.path(PAPER), scan).unwrap();
    let told = folder.tertib(&["buat"]).ends_with(2).whole();
    assert!(told.contains("ada PDF yang bukan buatan tertib"), "{told}");
    assert_eq!(fs::read(folder.path(PAPER)).unwrap(), scan);
    fs::write(folder.path(PAPER), &printed[..printed.len() / 2]).unwrap();
    folder.tertib(&["buat"]).ends_with(0);
    assert!(fs::read(folder.path(PAPER)).unwrap() == printed);
}

#[test]
fn nothing_is_printed_among_the_workbooks_of_an_office() {
    let folder = office();
    let lines: [&[&str]; 7] = [
        &["buat", "--gabung", "data/a.pdf"],
        &["buat", "--teks", "--ke", "data/teks"],
        &["buat", "akun", "--permohonan", "P-1", "--pratinjau", "--ke", "data"],
        &["status", "--cetak", "data/a.pdf"],
        &["sop", "--cetak", "data/baru/a.pdf"],
        &["register", "--simpan-ke", "data/a.xlsx"],
        &["register", "--simpan-ke", "data/a.pdf"],
    ];
    let books = fs::read_dir(folder.path("data")).unwrap().count();
    for line in lines {
        let told = folder.tertib(line).ends_with(2).whole();
        assert!(told.contains("berada di folder data"), "{line:?}: {told}");
        let option = line.iter().rfind(|word| word.starts_with("--")).unwrap();
        assert!(told.contains(&format!("sesudah {option} ")), "{line:?}: {told}");
    }
    assert_eq!(fs::read_dir(folder.path("data")).unwrap().count(), books);
}
