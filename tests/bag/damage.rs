//! A ladder of damages: each is told, and nothing that does not follow from it.

use std::fs;

use tertib::archive::{Depth, inspect};

use crate::bag::package::Package;

const SCAN: &str = "data/foto/serah terima.jpg";

fn changed(path: &str) -> String {
    format!("isi berkas \"{path}\" berubah: sha512 tidak cocok")
}

fn missing(path: &str, manifest: &str) -> String {
    format!("berkas \"{path}\" tidak ada, padahal tercatat pada \"{manifest}\"")
}

fn unlisted(path: &str) -> String {
    format!("berkas \"{path}\" tidak tercatat pada \"manifest-sha512.txt\"")
}

fn unlisted_tag(path: &str) -> String {
    format!("berkas \"{path}\" di luar folder \"data\" tidak tercatat")
}

fn counted(bytes: u64, files: u64) -> String {
    format!("isi paket {bytes} byte dalam {files} berkas, seharusnya 11 byte dalam 2 berkas")
}

#[test]
fn one_flipped_bit_in_the_payload_is_told_of_that_file_alone() {
    let package = Package::written();
    package.flip("data/surat.txt", "abc");
    assert_eq!(package.told(), [changed("data/surat.txt")]);
}

#[test]
fn one_flipped_bit_in_a_tag_file_is_told_of_that_file_alone() {
    let package = Package::written();
    package.flip("LIHAT-SAYA.txt", "Periksa").flip("bag-info.txt", "Pusat");
    assert_eq!(package.told(), [changed("LIHAT-SAYA.txt"), changed("bag-info.txt")]);
}

#[test]
fn one_flipped_bit_in_the_declared_count_is_told_as_count_and_as_change() {
    let package = Package::written();
    package.flip("bag-info.txt", "11.2");
    let count = "isi paket 11 byte dalam 2 berkas, seharusnya 1 byte dalam 2 berkas";
    // "1" becomes "0": "01.2" is one byte.
    assert_eq!(package.told(), [count.to_owned(), changed("bag-info.txt")]);
}

#[test]
fn one_flipped_bit_in_the_declaration_is_told_as_version_and_as_change() {
    let package = Package::written();
    package.flip("bagit.txt", "0\n");
    let version = "versi BagIt \"1.1\" tidak dikenal".to_owned();
    assert_eq!(package.told(), [version, changed("bagit.txt")]);
}

#[test]
fn one_flipped_bit_in_a_checksum_of_the_list_is_told_of_the_file_and_of_the_list() {
    let package = Package::written();
    // The checksum of "abc" begins with "ddaf35": "3" becomes "2".
    package.flip("manifest-sha512.txt", "35a193617abacc");
    assert_eq!(package.told(), [changed("data/surat.txt"), changed("manifest-sha512.txt")]);
}

#[test]
fn one_flipped_bit_in_a_name_of_the_list_is_told_as_missing_and_unlisted() {
    let package = Package::written();
    package.flip("manifest-sha512.txt", "surat");
    assert_eq!(
        package.told(),
        [
            missing("data/rurat.txt", "manifest-sha512.txt"),
            unlisted("data/surat.txt"),
            changed("manifest-sha512.txt")
        ]
    );
}

#[test]
fn one_flipped_bit_in_the_list_of_tag_files_is_told_of_the_file_that_it_names() {
    let package = Package::written();
    let list = package.text("tagmanifest-sha512.txt");
    let line = list.lines().find(|line| line.ends_with("  bagit.txt")).expect("a line");
    let (at, _) = line.match_indices(|c: char| c.is_ascii_digit()).next().expect("a digit");
    package.flip("tagmanifest-sha512.txt", &line[at..]);
    assert_eq!(package.told(), [changed("bagit.txt")]);

    let package = Package::written();
    package.flip("tagmanifest-sha512.txt", "LIHAT");
    let list = "tagmanifest-sha512.txt";
    assert_eq!(package.told(), [missing("MIHAT-SAYA.txt", list), unlisted_tag("LIHAT-SAYA.txt")]);
}

#[test]
fn a_dropped_file_of_the_payload_is_told_as_count_and_as_missing() {
    let package = Package::written();
    package.remove(SCAN);
    assert_eq!(package.told(), [counted(3, 1), missing(SCAN, "manifest-sha512.txt")]);
}

#[test]
fn a_dropped_tag_file_is_told_for_what_it_was() {
    let list = "tagmanifest-sha512.txt";
    let dropped = |path: &str| Package::written().remove(path).told();
    assert_eq!(dropped("LIHAT-SAYA.txt"), [missing("LIHAT-SAYA.txt", list)]);
    assert_eq!(dropped("bag-info.txt"), [missing("bag-info.txt", list)]);
    assert_eq!(
        dropped("bagit.txt"),
        ["berkas \"bagit.txt\" tidak ada".to_owned(), missing("bagit.txt", list)]
    );
    assert_eq!(
        dropped("manifest-sha512.txt"),
        [
            "daftar isi paket (manifest-….txt) tidak ada".to_owned(),
            missing("manifest-sha512.txt", list)
        ]
    );
    assert_eq!(dropped(list), ["daftar berkas keterangan (tagmanifest-….txt) tidak ada"]);
}

#[test]
fn an_added_file_is_told_as_unlisted() {
    let package = Package::written();
    package.put("data/selundupan.txt", b"xy");
    assert_eq!(package.told(), [counted(13, 3), unlisted("data/selundupan.txt")]);

    let package = Package::written();
    package.put("catatan/selundupan.txt", b"xy");
    assert_eq!(package.told(), [unlisted_tag("catatan/selundupan.txt")]);
    assert!(package.inspect().is_valid(), "RFC 8493 allows it; people are warned");
}

#[test]
fn a_renamed_file_is_told_as_missing_and_unlisted() {
    let package = Package::written();
    package.rename("data/surat.txt", "data/surat (1).txt");
    let list = "manifest-sha512.txt";
    assert_eq!(package.told(), [missing("data/surat.txt", list), unlisted("data/surat (1).txt")]);
}

#[test]
fn a_truncated_file_is_told_as_count_and_as_change() {
    let package = Package::written();
    package.put(SCAN, b"satu");
    assert_eq!(package.told(), [counted(7, 2), changed(SCAN)]);
    let package = Package::written();
    package.put(SCAN, b"");
    assert_eq!(package.told(), [counted(3, 2), changed(SCAN)]);
}

#[test]
fn a_truncated_list_is_told_as_a_bad_line_an_unlisted_file_and_a_change() {
    let package = Package::written();
    let list = package.text("manifest-sha512.txt");
    let (first, _) = list.split_once('\n').expect("two lines");
    package.put("manifest-sha512.txt", format!("{first}\nddaf35a1").as_bytes());
    let line = "baris 2 pada \"manifest-sha512.txt\" tidak dapat dipakai: \
                tidak diawali angka pemeriksa (checksum) yang benar";
    let unlisted = unlisted("data/surat.txt");
    assert_eq!(package.told(), [line.to_owned(), unlisted, changed("manifest-sha512.txt")]);
}

#[test]
fn two_files_that_were_swapped_are_both_told() {
    let package = Package::written();
    package.rename("data/surat.txt", "data/x").rename(SCAN, "data/surat.txt");
    package.rename("data/x", SCAN);
    assert_eq!(package.told(), [changed(SCAN), changed("data/surat.txt")]);
}

#[test]
fn a_check_of_count_or_completeness_leaves_out_what_costs_more() {
    let package = Package::written();
    package.put(SCAN, b"dua satu").put("data/baru.txt", b"");
    let told = |depth| inspect(&package.folder, depth).faults.len();
    let depths = [Depth::Count, Depth::Completeness, Depth::Checksums];
    assert_eq!(depths.map(told), [1, 2, 3]);
}

#[test]
fn a_folder_that_is_empty_gone_or_a_file_is_no_package() {
    let empty = Package::of(&[]);
    assert_eq!(
        empty.told(),
        [
            "berkas \"bagit.txt\" tidak ada",
            "folder \"data\" tidak ada",
            "daftar isi paket (manifest-….txt) tidak ada",
            "daftar berkas keterangan (tagmanifest-….txt) tidak ada"
        ]
    );
    let nowhere = Package::nowhere();
    assert_eq!(nowhere.told(), ["paket arsip tidak ada atau bukan folder"]);
    fs::write(&nowhere.folder, b"berkas").expect("a file");
    assert_eq!(nowhere.told(), ["paket arsip tidak ada atau bukan folder"]);
}

/// One bit of each byte of each file, another one from byte to byte.
#[test]
fn no_flipped_bit_goes_unseen() {
    let package = Package::written();
    let whole = package.inspect().digest;
    for (path, bytes) in package.bytes() {
        for (at, byte) in bytes.iter().enumerate() {
            let mut damaged = bytes.clone();
            damaged[at] = byte ^ (1 << (at % 8));
            package.put(&path, &damaged);
            let found = package.inspect();
            // "a" and "A" are the same digit of a checksum; the digest still tells.
            let same = path == "tagmanifest-sha512.txt"
                && byte.is_ascii_alphabetic()
                && damaged[at].eq_ignore_ascii_case(byte);
            assert!(!found.faults.is_empty() || same, "{path}: byte {at}");
            assert!(!same || found.digest != whole, "{path}: byte {at}");
        }
        package.put(&path, &bytes);
    }
    assert_eq!(package.told(), Vec::<String>::new());
}
