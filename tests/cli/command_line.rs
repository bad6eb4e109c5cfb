//! What was typed wrong is told in Indonesian, with the nearest that is right; the
//! status is 2 and nothing is done.

use super::folder::{Folder, is_as_kept};

#[test]
fn what_was_typed_wrong_is_told_with_what_would_be_right() {
    let said = Folder::small().conversation(&[
        &[],
        &["periska"],
        &["xyz"],
        &["periksa", "--formt", "json"],
        &["periksa", "--apa"],
        &["periksa", "-x"],
        &["periksa", "--format", "xml"],
        &["periksa", "--format"],
        &["periksa", "--warna", "kuning"],
        &["--per", "1 Juli 2024", "periksa"],
        &["--per", "2024-02-30", "periksa"],
        &["--senyap", "--senyap", "status"],
        &["--format", "json", "--format", "teks", "status"],
        &["status", "sekarang"],
        &["jelaskan"],
        &["jelaskan", "A-1", "--langkah", "tiga"],
        &["jelaskan", "A-1", "--langkah", "-1"],
        &["buat", "berita-acra"],
        &["arsip"],
        &["arsip", "buang"],
    ]);
    is_as_kept("baris_perintah_keliru", &said);
}

#[test]
fn an_option_may_stand_before_or_after_the_command() {
    let office = Folder::small();
    let before = office.tertib(&["--format", "json", "--per", "2024-06-26", "status"]);
    assert_eq!(before, office.tertib(&["status", "--per", "2024-06-26", "--format", "json"]));
    assert_eq!(before.status, Some(0));
}

#[test]
fn the_folder_may_be_named_after_any_command() {
    let office = Folder::small();
    for command in [&["periksa"][..], &["status"], &["sop"], &["siapkan", "--simulasi"]] {
        let before = office.tertib(&[&["--folder", "."], command].concat());
        assert_eq!(office.tertib(&[command, &["--folder", "."]].concat()), before, "{command:?}");
        assert_ne!(before.status, Some(2), "{command:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_word_that_is_no_text_is_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let word = OsStr::from_bytes(b"P-\xff");
    let office = Folder::small();
    let output = office.program("").args(["jelaskan".as_ref(), word]).output().expect("it starts");
    let told = super::folder::Told::of(output).ends_with(2);
    assert_eq!(told.out, "");
    assert_eq!(
        told.err,
        "kesalahan: baris perintah memuat huruf yang tidak dapat dibaca\n  \
         saran:  lihat perintah dan pilihannya dengan: tertib --help\n"
    );
}
