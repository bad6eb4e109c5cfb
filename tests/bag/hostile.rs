//! Bags that would lead a careless reader astray: out of the bag, into a pipe, to a
//! file that is not whole.

use sha2::{Digest, Sha256};
use tertib::archive::{Fault, LineFault, PathFault};

use crate::bag::package::Package;

const DECLARATION: &[u8] = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// A bag with one file `data/a` and this list; `{}` stands for the checksum.
fn bag(list: &str) -> Package {
    let checksum: String = Sha256::digest(b"abc").iter().map(|b| format!("{b:02x}")).collect();
    let list = list.replace("{}", &checksum);
    Package::of(&[
        ("bagit.txt", DECLARATION),
        ("data/a", b"abc"),
        ("manifest-sha256.txt", list.as_bytes()),
    ])
}

fn faults(package: &Package) -> Vec<Fault> {
    let mut faults = package.inspect().faults;
    faults.retain(|fault| *fault != Fault::NoTagManifest);
    faults
}

fn manifest() -> String {
    "manifest-sha256.txt".to_owned()
}

#[test]
fn a_path_that_leads_out_of_the_bag_is_told_and_nothing_is_read_there() {
    for (path, fault) in [
        ("../rahasia.txt", PathFault::Dots),
        ("data/../../rahasia.txt", PathFault::Dots),
        ("data/./a", PathFault::Dots),
        ("/etc/hostname", PathFault::Absolute),
        ("~/rahasia.txt", PathFault::Absolute),
        ("C:/rahasia.txt", PathFault::Absolute),
        ("..\\rahasia.txt", PathFault::Backslash),
        ("data\\a", PathFault::Backslash),
        ("data//a", PathFault::Empty),
        ("data/", PathFault::Empty),
        ("data/a\0", PathFault::Nul),
    ] {
        let package = bag(&format!("{{}}  data/a\n{{}}  {path}\n"));
        std::fs::write(package.room().join("rahasia.txt"), b"rahasia").expect("a file");
        let unsafe_path =
            Fault::UnsafePath { manifest: manifest(), line: 2, path: path.to_owned(), fault };
        assert_eq!(faults(&package), [unsafe_path]);
    }
}

#[test]
fn a_list_that_names_files_of_the_other_side_is_told() {
    let package = bag("{}  data/a\n{}  bagit.txt\n");
    let line =
        |file: &str, line, fault| Fault::MalformedLine { file: file.to_owned(), line, fault };
    assert_eq!(faults(&package), [line(&manifest(), 2, LineFault::OutsidePayload)]);
    let package = bag("{}  data/a\n");
    let list = package.text("manifest-sha256.txt");
    package.put("tagmanifest-sha256.txt", list.as_bytes());
    let told = faults(&package);
    assert_eq!(told[0], line("tagmanifest-sha256.txt", 1, LineFault::InsidePayload));
}

#[test]
fn a_file_that_is_listed_twice_is_told_in_whatever_form_its_name_is_written() {
    let package = bag("{}  data/a\n{}  ./data/a\n{}  data/\u{e9}\n{}  data/e\u{301}\n");
    let repeated =
        |line, path: &str| Fault::Repeated { manifest: manifest(), line, path: path.to_owned() };
    let missing = Fault::Missing { path: "data/\u{e9}".to_owned(), manifest: manifest() };
    assert_eq!(faults(&package), [repeated(2, "data/a"), repeated(4, "data/e\u{301}"), missing]);
}

#[test]
fn a_line_without_checksum_or_path_is_told_with_its_number() {
    let package = bag("# daftar\n{}  data/a\n{}\n{} *\nabcd  data/a\n  {}  data/a\n");
    let lines = [
        (1, LineFault::NoChecksum),
        (3, LineFault::NoPath),
        (4, LineFault::NoPath),
        (5, LineFault::NoChecksum),
        (6, LineFault::NoChecksum),
    ];
    let expected =
        lines.map(|(line, fault)| Fault::MalformedLine { file: manifest(), line, fault });
    assert_eq!(faults(&package), expected);
}

#[test]
fn a_line_that_is_not_text_spoils_no_other_line() {
    let package = bag("{}  data/a\n");
    let mut list = b"\xFF\xFE\x00\n".to_vec();
    list.extend(package.read("manifest-sha256.txt"));
    package.put("manifest-sha256.txt", &list);
    let expected = Fault::MalformedLine { file: manifest(), line: 1, fault: LineFault::NotText };
    assert_eq!(faults(&package), [expected]);
}

#[test]
fn a_bag_that_is_to_be_fetched_from_elsewhere_is_refused() {
    let package = bag("{}  data/a\n{}  data/b\n");
    package.put("fetch.txt", b"https://contoh.invalid/b 3 data/b\n");
    let missing = Fault::Missing { path: "data/b".to_owned(), manifest: manifest() };
    assert_eq!(faults(&package), [Fault::FetchFile, missing]);
}

#[test]
fn names_that_only_some_computers_tell_apart_are_told() {
    let package = bag("{}  data/a\n{}  data/A\n");
    package.put("data/A", b"abc");
    if package.bytes().len() < 4 {
        println!("skipped: this disk does not tell a from A");
        return;
    }
    let alike = |first: &str, second: &str, only_case| Fault::Alike {
        first: first.to_owned(),
        second: second.to_owned(),
        only_case,
    };
    assert_eq!(faults(&package), [alike("data/A", "data/a", true)]);
    assert!(package.inspect().is_valid(), "RFC 8493 allows it; people are warned");

    let package = bag("{}  data/a\n{}  data/\u{e9}\n{}  data/e\u{301}\n");
    package.put("data/\u{e9}", b"abc").put("data/e\u{301}", b"abc");
    assert_eq!(faults(&package), [alike("data/e\u{301}", "data/\u{e9}", false)]);
    assert!(!package.inspect().is_valid());
}

#[cfg(unix)]
#[test]
fn a_link_is_told_and_not_followed() {
    use std::os::unix::fs::symlink;

    let package = bag("{}  data/a\n{}  data/tautan\n");
    std::fs::write(package.room().join("rahasia.txt"), b"abc").expect("a file");
    symlink("../../rahasia.txt", package.path("data/tautan")).expect("a link");
    symlink("..", package.path("data/putaran")).expect("a link");
    let link = |path: &str| Fault::Symlink { path: path.to_owned() };
    let missing = Fault::Missing { path: "data/tautan".to_owned(), manifest: manifest() };
    assert_eq!(faults(&package), [link("data/putaran"), link("data/tautan"), missing]);

    let package = bag("{}  data/a\n");
    package.rename("data", "../luar");
    symlink("../luar", package.path("data")).expect("a link");
    let missing = Fault::Missing { path: "data/a".to_owned(), manifest: manifest() };
    assert_eq!(faults(&package), [link("data"), Fault::EmptyPayload, missing]);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_told_and_not_waited_for() {
    let package = bag("{}  data/a\n{}  data/pipa\n");
    let made = std::process::Command::new("mkfifo").arg(package.path("data/pipa")).status();
    assert!(made.expect("mkfifo is part of every Unix").success());
    let pipe = Fault::NotAFile { path: "data/pipa".to_owned() };
    let missing = Fault::Missing { path: "data/pipa".to_owned(), manifest: manifest() };
    assert_eq!(faults(&package), [pipe, missing]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_text_is_told_and_counted() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let package = bag("{}  data/a\n");
    let name = package.path("data").join(OsStr::from_bytes(b"b\xFF"));
    std::fs::write(name, b"abc").expect("a file");
    package.put("bag-info.txt", b"Payload-Oxum: 6.2\n");
    assert_eq!(faults(&package), [Fault::NameNotText { path: "data/b\u{fffd}".to_owned() }]);
}

#[cfg(unix)]
#[test]
fn a_file_or_folder_that_cannot_be_read_is_told_and_the_rest_is_checked() {
    use std::fs::{Permissions, set_permissions};
    use std::io::ErrorKind;
    use std::os::unix::fs::PermissionsExt;

    let package = bag("{}  data/a\n{}  data/b\n{}  data/c/d\n");
    package.put("data/b", b"abd").put("data/c/d", b"abc");
    for closed in ["data/a", "data/c"] {
        set_permissions(package.path(closed), Permissions::from_mode(0o000)).expect("own file");
    }
    if std::fs::read(package.path("data/a")).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    let told = faults(&package);
    set_permissions(package.path("data/c"), Permissions::from_mode(0o755)).expect("own file");
    let unreadable =
        |path: &str| Fault::Unreadable { path: path.to_owned(), why: ErrorKind::PermissionDenied };
    let missing = Fault::Missing { path: "data/c/d".to_owned(), manifest: manifest() };
    assert_eq!(told[..3], [unreadable("data/c"), missing, unreadable("data/a")]);
    assert!(matches!(&told[3..], [Fault::WrongChecksum { path, .. }] if path == "data/b"));
}
