//! What stands in a package that was written.

use std::fs;

use tertib::archive::{BagProblem, Content, InfoFault, Oxum, write};

use crate::bag::package::{Package, file, sample};

/// SHA-512 of `abc`, from FIPS 180.
const ABC: &str = "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

#[test]
fn a_written_package_holds_the_files_of_bagit_and_checks_without_a_fault() {
    let package = Package::nowhere();
    let written = write(&package.folder, &sample()).expect("the sample can be written");
    let names: Vec<String> = package.bytes().into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "LIHAT-SAYA.txt",
            "bag-info.txt",
            "bagit.txt",
            "data/foto/serah terima.jpg",
            "data/surat.txt",
            "manifest-sha512.txt",
            "tagmanifest-sha512.txt"
        ]
    );
    assert_eq!(
        package.text("bagit.txt"),
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    );
    assert_eq!(
        package.text("bag-info.txt"),
        "Source-Organization: Pusat Data Contoh\nExternal-Identifier: P-2024-017\n\
         Bagging-Date: 2024-07-01\nPayload-Oxum: 11.2\n"
    );
    let manifest = package.text("manifest-sha512.txt");
    let lines: Vec<&str> = manifest.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].ends_with("  data/foto/serah terima.jpg"), "{manifest}");
    assert_eq!(lines[1], format!("{ABC}  data/surat.txt"));
    let tags = package.text("tagmanifest-sha512.txt");
    let tags: Vec<&str> = tags.lines().filter_map(|line| Some(line.split_once("  ")?.1)).collect();
    assert_eq!(tags, ["LIHAT-SAYA.txt", "bag-info.txt", "bagit.txt", "manifest-sha512.txt"]);

    let found = package.inspect();
    assert_eq!(found.faults, []);
    assert_eq!(found.payload, Oxum { bytes: 11, files: 2 });
    assert_eq!(written.payload, found.payload);
    assert_eq!(Some(written.digest), found.digest);
    assert_eq!(package.names_in_room(), ["P-2024-017"]);
}

#[test]
fn equal_calls_give_equal_bytes_in_whatever_order_the_files_are_given() {
    let (first, second) = (Package::written(), Package::nowhere());
    let mut bag = sample();
    bag.payload.reverse();
    write(&second.folder, &bag).expect("the sample can be written");
    assert_eq!(first.bytes(), second.bytes());
}

#[test]
fn a_file_is_copied_and_folders_above_the_package_are_made() {
    let mut package = Package::nowhere();
    let scan = package.room().join("pindaian.pdf");
    let bytes: Vec<u8> = (0..300_000_u32).map(|n| (n % 251) as u8).collect();
    fs::write(&scan, &bytes).expect("a file can be written");
    package.folder = package.room().join("arsip/2024/OT.02.02/P-2024-017");
    let mut bag = sample();
    bag.payload[0].content = Content::File(scan);
    let written = write(&package.folder, &bag).expect("the file can be copied");
    assert_eq!(written.payload, Oxum { bytes: 300_008, files: 2 });
    assert_eq!(package.read("data/surat.txt"), bytes);
    assert_eq!(package.told(), Vec::<String>::new());
}

#[test]
fn a_long_value_is_folded_and_reads_back_on_one_line() {
    let package = Package::nowhere();
    let value = "Berkas permohonan hak akses sistem aplikasi atas nama Sekar Ayuningtyas,\n\
                 Unit Layanan Contoh, beserta bukti dukungnya yang lengkap dan sudah diperiksa";
    let mut bag = sample();
    bag.info.elements = vec![
        ("Internal-Sender-Description".to_owned(), value.to_owned()),
        ("Contact-Name".to_owned(), "  ".to_owned()),
    ];
    write(&package.folder, &bag).expect("the sample can be written");
    let text = package.text("bag-info.txt");
    assert_eq!(
        text,
        "Internal-Sender-Description: Berkas permohonan hak akses sistem aplikasi atas\n \
         nama Sekar Ayuningtyas, Unit Layanan Contoh, beserta bukti dukungnya yang\n \
         lengkap dan sudah diperiksa\nBagging-Date: 2024-07-01\nPayload-Oxum: 11.2\n"
    );
    assert_eq!(package.inspect().info[0].1, value.replace('\n', " "));
}

#[test]
fn a_percent_sign_in_a_name_is_encoded_in_the_list_and_nowhere_else() {
    let package = Package::nowhere();
    let mut bag = sample();
    bag.payload = vec![file("diskon 100%.txt", b"abc"), file("%0A.txt", b"abc")];
    write(&package.folder, &bag).expect("such names can be written");
    assert_eq!(
        package.text("manifest-sha512.txt"),
        format!("{ABC}  data/%250A.txt\n{ABC}  data/diskon 100%25.txt\n")
    );
    assert!(package.path("data/diskon 100%.txt").is_file());
    assert_eq!(package.told(), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn a_break_of_lines_in_a_name_is_encoded_in_the_list() {
    let package = Package::nowhere();
    let mut bag = sample();
    bag.payload = vec![file("dua\r\nbaris.txt", b"abc")];
    write(&package.folder, &bag).expect("such a name can be written");
    let list = package.text("manifest-sha512.txt");
    assert_eq!(list, format!("{ABC}  data/dua%0D%0Abaris.txt\n"));
    assert_eq!(package.told(), Vec::<String>::new());
}

#[test]
fn what_a_killed_run_left_beside_is_cleared_away() {
    let package = Package::nowhere();
    let left = package.room().join(".tmp-P-2024-017");
    fs::create_dir_all(left.join("data")).expect("a folder");
    fs::write(left.join("data/setengah.pdf"), b"setengah").expect("a file");
    write(&package.folder, &sample()).expect("the sample can be written");
    assert_eq!(package.bytes(), Package::written().bytes());
    assert_eq!(package.names_in_room(), ["P-2024-017"]);
}

#[test]
fn an_element_that_the_writer_computes_or_that_breaks_its_line_is_refused() {
    let refused = |label: &str| {
        let package = Package::nowhere();
        let mut bag = sample();
        bag.info.elements = vec![(label.to_owned(), "x".to_owned())];
        let problem = write(&package.folder, &bag).expect_err("such a label");
        assert_eq!(package.names_in_room(), Vec::<String>::new());
        match problem {
            BagProblem::Info { fault, .. } => fault,
            other => panic!("{other:?}"),
        }
    };
    for label in ["payload-oxum", "Bagging-Date"] {
        assert_eq!(refused(label), InfoFault::Computed);
    }
    for label in ["", " Nama", "Nama ", "Na:ma", "Na\nma"] {
        assert_eq!(refused(label), InfoFault::Label);
    }
}
