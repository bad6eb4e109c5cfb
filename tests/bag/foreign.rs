//! Bags of other makers: ways of writing that are right though they are not ours.

use sha2::{Digest, Sha256, Sha512};

use crate::bag::package::Package;

const DECLARATION: &[u8] = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
const NO_TAG_MANIFEST: &str = "daftar berkas keterangan (tagmanifest-….txt) tidak ada";

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn sha512(bytes: &[u8]) -> String {
    Sha512::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A bag with these files below `data/`, all with the content `abc`, and one list;
/// `{}` in the list stands for the checksum.
fn bag(files: &[&str], list: &str) -> Package {
    let package = Package::of(&[("bagit.txt", DECLARATION)]);
    for file in files {
        package.put(&format!("data/{file}"), b"abc");
    }
    package.put("manifest-sha256.txt", list.replace("{}", &sha256(b"abc")).as_bytes());
    package
}

/// What is told of it, but for the list of tag files that none of these has.
fn told(package: &Package) -> Vec<String> {
    let mut told = package.told();
    told.retain(|line| line != NO_TAG_MANIFEST);
    told
}

#[test]
fn a_list_may_separate_with_one_blank_a_tab_or_a_star_and_lead_with_a_dot() {
    for line in ["{} data/a", "{}\tdata/a", "{}  data/a", "{} *data/a", "{} \t ./data/a"] {
        assert_eq!(told(&bag(&["a"], line)), Vec::<String>::new(), "{line}");
    }
}

#[test]
fn a_list_may_end_its_lines_in_any_way_and_leave_lines_empty() {
    for list in [
        "{}  data/a\r\n{}  data/b\r\n",
        "{}  data/a\r{}  data/b",
        "\u{feff}{}  data/a\n\n{}  data/b\n\n",
    ] {
        assert_eq!(told(&bag(&["a", "b"], list)), Vec::<String>::new(), "{list:?}");
    }
}

#[test]
fn a_checksum_may_be_in_capital_letters() {
    let package = bag(&["a"], "");
    let list = format!("{}  data/a\n", sha256(b"abc").to_uppercase());
    package.put("manifest-sha256.txt", list.as_bytes());
    assert_eq!(told(&package), Vec::<String>::new());
}

#[test]
fn a_name_whose_accents_a_mac_wrote_apart_is_the_same_name() {
    let (apart, whole) = ("andre\u{301}.txt", "andr\u{e9}.txt");
    assert_eq!(told(&bag(&[apart], &format!("{{}}  data/{whole}"))), Vec::<String>::new());
    assert_eq!(told(&bag(&[whole], &format!("{{}}  data/{apart}"))), Vec::<String>::new());
}

#[test]
fn a_percent_sign_that_was_not_encoded_is_understood() {
    assert_eq!(told(&bag(&["100%.txt"], "{}  data/100%.txt")), Vec::<String>::new());
    assert_eq!(told(&bag(&["100%.txt"], "{}  data/100%25.txt")), Vec::<String>::new());
    assert_eq!(told(&bag(&["a%25.txt"], "{}  data/a%25.txt")), Vec::<String>::new());
}

#[test]
fn before_version_1_the_lists_may_share_the_files_and_since_then_each_names_all() {
    let package = bag(&["a", "b"], "{}  data/a\n");
    let list = format!("{}  data/b\n", sha512(b"abc"));
    package.put("manifest-sha512.txt", list.as_bytes());
    assert_eq!(
        told(&package),
        [
            "berkas \"data/a\" tidak tercatat pada \"manifest-sha512.txt\"",
            "berkas \"data/b\" tidak tercatat pada \"manifest-sha256.txt\""
        ]
    );
    package.put("bagit.txt", b"BagIt-Version: 0.97\nTag-File-Character-Encoding: utf-8\n");
    assert_eq!(told(&package), Vec::<String>::new());
}

#[test]
fn a_file_in_two_lists_is_held_against_both() {
    let package = bag(&["a"], "{}  data/a\n");
    let list = format!("{}  data/a\n", sha512(b"abd"));
    package.put("manifest-sha512.txt", list.as_bytes());
    assert_eq!(told(&package), ["isi berkas \"data/a\" berubah: sha512 tidak cocok"]);
}

#[test]
fn a_list_in_another_algorithm_weighs_only_where_it_is_the_only_one() {
    let package = bag(&["a"], "{}  data/a\n");
    package.put("manifest-md5.txt", b"900150983cd24fb0d6963f7d28e17f72  data/a\n");
    let unknown = "cara hitung pada daftar \"manifest-md5.txt\" tidak dikenal";
    assert_eq!(told(&package), [unknown]);
    assert!(package.inspect().is_valid());
    package.remove("manifest-sha256.txt");
    assert_eq!(told(&package), [unknown]);
    assert!(!package.inspect().is_valid());
}

#[test]
fn a_list_named_sha_512_is_checked() {
    let package = bag(&["a"], "");
    package.remove("manifest-sha256.txt");
    package.put("manifest-SHA-512.txt", format!("{} data/a", sha512(b"abd")).as_bytes());
    assert_eq!(told(&package), ["isi berkas \"data/a\" berubah: sha512 tidak cocok"]);
}

#[test]
fn an_empty_payload_is_allowed_and_warned_of() {
    let package = bag(&[], "");
    std::fs::create_dir(package.path("data")).expect("a folder");
    assert_eq!(told(&package), ["folder \"data\" tidak berisi berkas apa pun"]);
    assert!(package.inspect().is_valid());
}

#[test]
fn a_declaration_that_is_not_as_the_rfc_has_it_is_told() {
    let told = |bytes: &[u8]| {
        let package = bag(&["a"], "{}  data/a");
        told(package.put("bagit.txt", bytes))
    };
    let bad = |why: &str| vec![format!("isi \"bagit.txt\" tidak benar: {why}")];
    let (first, second) = ("BagIt-Version: 1.0\n", "Tag-File-Character-Encoding: UTF-8\n");
    assert_eq!(told(format!("{first}{second}").replace('\n', "\r\n").as_bytes()), [""; 0]);
    assert_eq!(
        told(format!("\u{feff}{first}{second}").as_bytes()),
        bad("diawali tanda urutan byte (BOM)")
    );
    let version = bad("baris 1 bukan \"BagIt-Version: 1.0\"");
    let encoding = bad("baris 2 bukan \"Tag-File-Character-Encoding: UTF-8\"");
    assert_eq!(told(first.as_bytes()), encoding);
    assert_eq!(told(format!("Versi: 1.0\n{second}").as_bytes()), version);
    assert_eq!(told(b"\xFF\xFE"), [version, encoding].concat());
    assert_eq!(
        told(format!("{first}{second}Catatan: x\n").as_bytes()),
        bad("lebih dari dua baris")
    );
    assert_eq!(
        told(format!("BagIt-Version: 2.0\n{second}").as_bytes()),
        ["versi BagIt \"2.0\" tidak dikenal"]
    );
    assert_eq!(
        told(format!("{first}Tag-File-Character-Encoding: UTF-16\n").as_bytes()),
        ["pengodean teks \"UTF-16\" tidak dikenal"]
    );
}

#[test]
fn a_count_that_is_none_or_stands_there_twice_is_told() {
    let told = |info: &str| {
        let package = bag(&["a"], "{}  data/a");
        told(package.put("bag-info.txt", info.as_bytes()))
    };
    assert_eq!(told("Payload-Oxum: 3.1\n"), [""; 0]);
    assert_eq!(told("payload-oxum :3.1\r\nCatatan: panjang\r\n\tsekali"), [""; 0]);
    for text in ["3", "3,1", "+3.1", "a.b", "", "99999999999999999999.1", "3.1.1"] {
        let expected = format!("Payload-Oxum \"{text}\" tidak dapat dibaca");
        assert_eq!(told(&format!("Payload-Oxum: {text}\n")), [expected]);
    }
    assert_eq!(
        told("Payload-Oxum: 3.1\nPayload-Oxum: 4.1\n"),
        ["Payload-Oxum \"3.1; 4.1\" tidak dapat dibaca"]
    );
    assert_eq!(
        told("  lanjutan\nCatatan\n: x\n"),
        [1, 2, 3].map(|line| format!(
            "baris {line} pada \"bag-info.txt\" tidak dapat dipakai: tidak berbentuk \"label: isi\""
        ))
    );
}
