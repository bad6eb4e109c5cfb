//! Papers are out with numbers, and the register that gave them is gone or an old copy of
//! itself: no number is given a second time.

use std::collections::BTreeMap;
use std::fs;

use crate::cli::folder::{Folder, is_as_kept};
use crate::faults::{completes_as_if_nothing_had_happened, office};
use crate::papers::made::below;

/// An office whose papers, reports and packages are made.
fn made() -> Folder {
    let folder = office();
    folder.tertib(&["proses"]).ends_with(0);
    folder
}

/// Everything in the folder, byte for byte.
fn whole(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    below(folder, "")
}

#[test]
fn where_the_register_is_gone_no_number_is_given_and_nothing_is_begun_in_its_place() {
    let folder = made();
    let kept = fs::read(folder.path("register.db")).unwrap();
    fs::remove_file(folder.path("register.db")).unwrap();
    let before = whole(&folder);
    is_as_kept("register_hilang", &folder.conversation(&[&["proses"]]));
    for command in [
        &["proses", "--simulasi"][..],
        &["buat", "berita-acara"],
        &["buat", "disposisi"],
        &["laporan", "--bulan", "2024-06"],
    ] {
        let told = folder.tertib(command).ends_with(2);
        assert!(told.err.contains("register.db tidak ada"), "{}", told.whole());
        assert!(whole(&folder) == before, "{command:?} left the folder as it was");
    }
    // What gives no number still answers.
    folder.tertib(&["periksa"]).ends_with(0);
    folder.tertib(&["buat", "berita-acara", "--permohonan", "P-1", "--teks"]).ends_with(0);
    fs::write(folder.path("register.db"), kept).unwrap();
    completes_as_if_nothing_had_happened(&folder);
}

#[test]
fn packages_prove_it_too_and_only_where_all_are_taken_away_numbers_begin_anew() {
    let folder = made();
    fs::remove_file(folder.path("register.db")).unwrap();
    fs::remove_dir_all(folder.path("hasil")).unwrap();
    let told = folder.tertib(&["proses"]).ends_with(2);
    assert!(told.err.contains("──▶ arsip/2024/TI.01.01/P-1/data/naskah/"), "{}", told.err);
    assert!(!folder.path("register.db").exists() && !folder.path("hasil").exists());
    // An empty register knows no more than none.
    fs::write(folder.path("register.db"), "").unwrap();
    let told = folder.tertib(&["proses"]).ends_with(2);
    assert!(told.err.contains("register.db tidak mengenal nomor pada naskah"), "{}", told.err);
    fs::remove_dir_all(folder.path("arsip")).unwrap();
    completes_as_if_nothing_had_happened(&folder);
}

#[test]
fn an_old_copy_of_the_register_gives_no_number_that_is_out() {
    let folder = office();
    folder.tertib(&["buat", "--permohonan", "P-4"]).ends_with(0);
    let old = fs::read(folder.path("register.db")).unwrap();
    folder.tertib(&["proses"]).ends_with(0);
    let last = fs::read(folder.path("register.db")).unwrap();
    fs::write(folder.path("register.db"), &old).unwrap();
    let before = whole(&folder);
    is_as_kept("register_lama", &folder.conversation(&[&["proses"]]));
    assert!(whole(&folder) == before, "all is as it was");
    // What needs no new number is not kept waiting.
    folder.tertib(&["buat", "--permohonan", "P-4"]).ends_with(0);
    fs::write(folder.path("register.db"), last).unwrap();
    completes_as_if_nothing_had_happened(&folder);
}

#[test]
fn without_a_copy_the_numbers_are_entered_again_and_the_sequence_goes_on_behind_them() {
    let folder = office();
    folder.tertib(&["buat", "berita-acara", "--permohonan", "P-4"]).ends_with(0);
    folder.tertib(&["laporan", "--bulan", "2024-06"]).ends_with(0);
    fs::remove_file(folder.path("register.db")).unwrap();
    folder.tertib(&["proses"]).ends_with(2);
    let minutes = ["nomor", "isi", "P-4", "berita-acara", "SDM-TI.01.01-BA-001"];
    folder.tertib(&minutes).ends_with(0);
    let told = folder.tertib(&["proses"]).ends_with(2);
    assert!(told.err.contains("\"SDM-TI.01.01-LB-001\""), "{}", told.err);
    assert!(!told.err.contains("-BA-001"), "what is entered is known: {}", told.err);
    let report = ["nomor", "isi", "2024-06", "laporan-bulanan", "SDM-TI.01.01-LB-001"];
    folder.tertib(&report).ends_with(0);
    completes_as_if_nothing_had_happened(&folder);
}

#[test]
fn the_number_of_a_report_is_entered_for_a_month_and_for_nothing_else() {
    let folder = office();
    let told = folder.tertib(&["nomor", "isi", "P-1", "laporan-bulanan", "LB-7"]).ends_with(2);
    assert!(told.err.contains("\"P-1\" bukan bulan laporan"), "{}", told.err);
    let entered = ["nomor", "isi", "2024-06", "laporan-bulanan", "LB-7", "--tanggal", "2024-07-01"];
    let told = folder.tertib(&entered).ends_with(0);
    assert!(told.out.starts_with("diisi: nomor laporan-bulanan LB-7 untuk 2024-06\n"));
    let told = folder.tertib(&["laporan", "--bulan", "2024-06", "--format", "json"]).ends_with(0);
    assert_eq!(told.json()["hasil"]["nomor"], "LB-7");
}

#[test]
fn a_paper_that_was_signed_electronically_or_lies_elsewhere_too_is_known() {
    let folder = office();
    folder.tertib(&["buat", "berita-acara", "--permohonan", "P-4"]).ends_with(0);
    let file = "hasil/2024-06/P-4/6-berita-acara.pdf";
    let mut signed = fs::read(folder.path(file)).unwrap();
    let folder = folder.with("hasil/salinan/berita-acara P-4.pdf", &signed);
    signed.extend_from_slice(b"\n1 0 obj /ByteRange [0 1 2 3]\n%%EOF\n");
    let folder = folder.with(file, signed).with("hasil/berita-acara.pdf", "bukan PDF");
    let told = folder.tertib(&["buat", "berita-acara", "--format", "json"]).ends_with(0).json();
    let numbers = told["hasil"].as_array().unwrap().iter().map(|paper| paper["nomor"].as_str());
    let given: Vec<_> = numbers.flatten().collect();
    let expected = ["001", "002", "003", "004"].map(|place| format!("SDM-TI.01.01-BA-{place}"));
    assert_eq!(given, expected);
}

#[test]
fn where_the_register_gives_no_numbers_a_new_one_is_begun_beside_papers() {
    let folder = crate::cli::folder::Folder::small();
    folder.tertib(&["buat"]).ends_with(0);
    fs::remove_file(folder.path("register.db")).unwrap();
    folder.tertib(&["buat"]).ends_with(0);
    assert!(folder.path("register.db").exists());
}
