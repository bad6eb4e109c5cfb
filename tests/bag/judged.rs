//! Judged from outside: the bagit package of the Library of Congress and `sha512sum`
//! take our bags for valid, and we take theirs.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tertib::archive::write;

use crate::bag::package::{Package, file, sample};

/// Runs a Python program on a folder; `None`, with a word, where there is no judge.
fn judge(program: &str, folder: &Path) -> Option<Output> {
    let run = |program: &str| Command::new("python3").args(["-c", program]).arg(folder).output();
    if run("import bagit").is_ok_and(|output| output.status.success()) {
        return Some(run(program).expect("it ran a moment ago"));
    }
    println!("skipped: python3 with the package bagit is not installed");
    None
}

const VALIDATE: &str = "import bagit, sys; bagit.Bag(sys.argv[1]).validate(); print('sah')";

#[test]
fn bagit_python_takes_our_package_for_valid_and_a_damaged_one_not() {
    let package = Package::nowhere();
    let mut bag = sample();
    bag.payload.push(file("Sekar Ayuningtyas (é).txt", "Selesai.\n".as_bytes()));
    bag.info.elements.push(("Internal-Sender-Description".to_owned(), "kata ".repeat(40)));
    write(&package.folder, &bag).expect("the sample can be written");
    let Some(output) = judge(VALIDATE, &package.folder) else { return };
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "sah", "{output:?}");
    package.flip("data/surat.txt", "abc");
    let output = judge(VALIDATE, &package.folder).expect("it was there");
    assert!(!output.status.success());
}

#[test]
fn a_package_of_bagit_python_is_valid_for_us_and_a_damaged_one_not() {
    let package = Package::of(&[
        ("surat.txt", b"abc"),
        ("foto/serah terima.jpg", b"satu dua"),
        ("Sekar Ayuningtyas (é).txt", b"Selesai.\n"),
        ("100%.txt", b"seratus"),
        ("kosong.txt", b""),
    ]);
    let make = "import bagit, sys\n\
                info = {'Source-Organization': 'Pusat Data Contoh', 'Contact-Name': ['Sekar', 'Bagus']}\n\
                bagit.make_bag(sys.argv[1], info, checksums=['md5', 'sha256', 'sha512'])\n";
    let Some(output) = judge(make, &package.folder) else { return };
    assert!(output.status.success(), "{output:?}");
    assert_eq!(
        package.told(),
        ["manifest-md5.txt", "tagmanifest-md5.txt"]
            .map(|name| format!("cara hitung pada daftar \"{name}\" tidak dikenal"))
    );
    assert!(package.inspect().is_valid());
    package.flip("data/surat.txt", "abc");
    let changed =
        |algorithm| format!("isi berkas \"data/surat.txt\" berubah: {algorithm} tidak cocok");
    assert_eq!(package.told()[2..], [changed("sha256"), changed("sha512")]);
}

#[test]
fn sha512sum_checks_our_package_without_any_program_of_ours() {
    let package = Package::written();
    let check = |list: &str| {
        Command::new("sha512sum")
            .args(["--check", "--strict", list])
            .current_dir(&package.folder)
            .output()
    };
    let Ok(output) = check("manifest-sha512.txt") else {
        println!("skipped: sha512sum is not installed");
        return;
    };
    assert!(output.status.success(), "{output:?}");
    assert!(check("tagmanifest-sha512.txt").is_ok_and(|output| output.status.success()));
    fs::write(package.path("data/surat.txt"), b"abd").expect("a file");
    assert!(check("manifest-sha512.txt").is_ok_and(|output| !output.status.success()));
}
