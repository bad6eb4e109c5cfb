//! What is not packed, and that nothing stands under the package's name then.

use std::fs;

use tertib::archive::{Bag, BagProblem, Content, PathFault, write};

use crate::bag::package::{Package, file, sample};

/// The problem with a package, which must have left nothing behind.
fn refused(bag: &Bag) -> BagProblem {
    let package = Package::nowhere();
    let problem = write(&package.folder, bag).expect_err("this cannot be packed");
    assert_eq!(package.names_in_room(), Vec::<String>::new());
    problem
}

fn with_payload(names: &[&str]) -> Bag {
    Bag { payload: names.iter().map(|name| file(name, b"abc")).collect(), ..sample() }
}

fn with_tag(name: &str) -> Bag {
    Bag { tags: vec![file(name, b"abc")], ..sample() }
}

#[test]
fn a_name_that_some_computer_cannot_bear_is_refused() {
    let cases: [(PathFault, &[&str]); 8] = [
        (PathFault::Absolute, &["/etc/hosts", "C:/surat.pdf", "~/surat.pdf", "c:surat"]),
        (PathFault::Dots, &["..", "../surat.pdf", "a/../b", "./surat.pdf", "a/."]),
        (PathFault::Empty, &["", "a//b", "a/"]),
        (PathFault::Backslash, &["a\\b", "..\\surat.pdf"]),
        (PathFault::Nul, &["a\0b"]),
        (PathFault::Colon, &["surat:sisi.pdf"]),
        (PathFault::Device, &["CON", "a/nul.txt", "Com1.pdf", "lpt9/surat.pdf"]),
        (PathFault::TrailingDotOrBlank, &["surat.", "a /b", "surat.pdf "]),
    ];
    for (fault, names) in cases {
        for name in names {
            let expected = BagProblem::Name { path: (*name).to_owned(), fault };
            assert_eq!(refused(&with_payload(&[name])), expected);
            assert_eq!(refused(&with_tag(name)), expected);
        }
    }
}

#[test]
fn names_that_some_computer_keeps_as_one_are_refused() {
    for (first, second) in [
        ("surat.pdf", "surat.pdf"),
        ("Surat.pdf", "surat.PDF"),
        ("andr\u{e9}.pdf", "andre\u{301}.pdf"),
        ("Foto/a.jpg", "foto/b.jpg"),
        ("foto", "foto/a.jpg"),
    ] {
        let problem = refused(&with_payload(&[first, second]));
        assert!(matches!(problem, BagProblem::Alike { .. }), "{problem:?}");
    }
}

#[test]
fn a_tag_file_cannot_take_a_name_that_bagit_keeps() {
    for name in [
        "bagit.txt",
        "BagIt.TXT",
        "bag-info.txt",
        "fetch.txt",
        "data",
        "Data/surat.pdf",
        "manifest-md5.txt",
        "TagManifest-sha512.txt",
    ] {
        let expected = BagProblem::Reserved { path: name.to_owned() };
        assert_eq!(refused(&with_tag(name)), expected);
    }
}

#[test]
fn a_package_without_a_file_is_refused() {
    assert_eq!(refused(&with_payload(&[])), BagProblem::NothingToPack);
}

#[test]
fn a_file_to_pack_that_is_not_there_or_is_a_folder_leaves_nothing_behind() {
    let elsewhere = Package::nowhere();
    for place in [elsewhere.room().join("tidak-ada.pdf"), elsewhere.room().to_owned()] {
        let mut bag = sample();
        bag.payload[1].content = Content::File(place.clone());
        match refused(&bag) {
            BagProblem::Source { file, .. } => assert_eq!(file, place.display().to_string()),
            other => panic!("{other:?}"),
        }
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_packed_and_not_waited_for() {
    let elsewhere = Package::nowhere();
    let pipe = elsewhere.room().join("pipa");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo is part of every Unix").success());
    let mut bag = sample();
    bag.payload[0].content = Content::File(pipe);
    assert!(matches!(refused(&bag), BagProblem::Source { .. }));
}

#[test]
fn a_package_that_exists_is_never_written_over_even_if_it_is_an_empty_folder() {
    let package = Package::written();
    let before = package.bytes();
    let problem = write(&package.folder, &with_payload(&["lain.txt"])).expect_err("it exists");
    assert!(matches!(problem, BagProblem::Exists { .. }), "{problem:?}");
    assert_eq!(package.bytes(), before);
    assert_eq!(package.names_in_room(), ["P-2024-017"]);

    let empty = Package::of(&[]);
    let problem = write(&empty.folder, &sample()).expect_err("it exists");
    assert!(matches!(problem, BagProblem::Exists { .. }), "{problem:?}");
    assert_eq!(empty.bytes(), []);

    let file = Package::nowhere();
    fs::write(&file.folder, b"berkas").expect("a file");
    let problem = write(&file.folder, &sample()).expect_err("it exists");
    assert!(matches!(problem, BagProblem::Exists { .. }), "{problem:?}");
}

#[test]
fn a_place_without_a_name_or_below_a_file_is_refused() {
    let package = Package::nowhere();
    let problem = write(&package.room().join(".."), &sample()).expect_err("no name");
    assert!(matches!(problem, BagProblem::NoName { .. }), "{problem:?}");
    let file = package.room().join("berkas");
    fs::write(&file, b"berkas").expect("a file");
    let problem = write(&file.join("paket"), &sample()).expect_err("below a file");
    assert!(matches!(problem, BagProblem::Disk { .. }), "{problem:?}");
    assert_eq!(package.names_in_room(), ["berkas"]);
}

#[cfg(unix)]
#[test]
fn links_where_the_package_or_its_draft_would_stand_are_not_followed() {
    use std::os::unix::fs::symlink;

    let package = Package::nowhere();
    symlink("tidak-ada", &package.folder).expect("a link");
    let problem = write(&package.folder, &sample()).expect_err("a link stands there");
    assert!(matches!(problem, BagProblem::Exists { .. }), "{problem:?}");

    let package = Package::nowhere();
    let elsewhere = Package::written();
    symlink(&elsewhere.folder, package.room().join(".tmp-P-2024-017")).expect("a link");
    write(&package.folder, &sample()).expect("the link is cleared away");
    assert_eq!(package.names_in_room(), ["P-2024-017"]);
    assert_eq!(elsewhere.bytes(), package.bytes());
}
