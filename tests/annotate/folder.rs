//! Where copies are written, and what is never written over.

use std::fs;

use super::package::{parts_of, text, with_parts};
use crate::cli::folder::{Folder, REQUESTS, SIGN_OFFS, is_as_kept, request, signed};

fn office() -> Folder {
    let rows = [signed("A-1", "2", "Ratih Maheswari", ["kemarin", "28/06/2024 07.50"], "")];
    Folder::office()
        .book("data/p.xlsx", &[("Permohonan", &REQUESTS, &[request("A-1")])])
        .book("data/2024/k.xlsx", &[("Kendali", &SIGN_OFFS, &rows)])
        .with("data/rusak.xlsx", "bukan buku kerja")
}

#[test]
fn copies_stand_by_their_paths_below_data_and_what_was_done_is_told() {
    let office = office();
    let said = office.conversation(&[
        &["periksa", "--anotasi", "salinan", "--simulasi"],
        &["periksa", "--anotasi", "salinan"],
        &["periksa", "--anotasi", "salinan", "--senyap"],
    ]);
    is_as_kept("periksa_anotasi", &said);
    assert!(office.path("salinan/p.xlsx").exists() && office.path("salinan/2024/k.xlsx").exists());
    assert!(!office.path("salinan/rusak.xlsx").exists());
    let left: Vec<_> = fs::read_dir(office.path("salinan")).expect("the folder").collect();
    assert_eq!(left.len(), 2, "nothing is left beside: {left:?}");
}

#[test]
fn a_simulation_writes_nothing() {
    let office = office();
    office.tertib(&["periksa", "--anotasi", "salinan", "--simulasi"]).ends_with(1);
    assert!(!office.path("salinan").exists());
}

#[test]
fn json_says_of_each_workbook_what_became_of_its_copy() {
    let told = office().tertib(&["periksa", "--anotasi", "salinan", "--format", "json"]);
    let told = told.ends_with(1).json();
    let copies = told["anotasi"]["salinan"].as_array().expect("copies");
    let states: Vec<_> = copies.iter().map(|copy| copy["keadaan"].as_str().unwrap()).collect();
    assert_eq!(states, ["ditulis", "ditulis", "tidak_terbaca"]);
    assert_eq!(copies[2]["salinan"], serde_json::Value::Null);
}

#[test]
fn no_copy_is_put_where_tertib_reads_or_keeps_its_own() {
    let office = office();
    fs::create_dir_all(office.path("arsip")).expect("a folder");
    let said = office.conversation(&[
        &["periksa", "--anotasi", "data/salinan"],
        &["periksa", "--anotasi", "data"],
        &["periksa", "--anotasi", "lain/../data/baru/sekali"],
        &["periksa", "--anotasi", "arsip"],
        &["periksa", "--anotasi", "bukti-dukung/x"],
        &["periksa", "--anotasi", "tertib.toml"],
        &["periksa", "--simulasi"],
    ]);
    is_as_kept("periksa_anotasi_ditolak", &said);
    assert!(!office.path("data/salinan").exists());
}

#[test]
fn a_copy_in_which_nobody_has_worked_is_replaced_and_any_other_file_is_left() {
    let office = office();
    office.tertib(&["periksa", "--anotasi", "salinan"]).ends_with(1);
    let first = fs::read(office.path("salinan/2024/k.xlsx")).expect("a copy");
    // Another finding, and the copy follows.
    let rows = [signed("A-1", "9", "Ratih Maheswari", ["kemarin", "28/06/2024 07.50"], "")];
    let office = office.book("data/2024/k.xlsx", &[("Kendali", &SIGN_OFFS, &rows)]);
    office.tertib(&["periksa", "--anotasi", "salinan"]).ends_with(1);
    let second = fs::read(office.path("salinan/2024/k.xlsx")).expect("a copy");
    assert!(first != second);
    // A clerk corrects a cell in the copy: that work must not be lost.
    let sheet = text(&parts_of(&office.path("salinan/2024/k.xlsx")), "xl/worksheets/sheet1.xml");
    let worked = with_parts(&second, &[("xl/worksheets/sheet1.xml", &sheet.replace("2", "3"))]);
    let office = office.with("salinan/2024/k.xlsx", &worked).with("salinan/p.xlsx", "surat");
    let told = office.tertib(&["periksa", "--anotasi", "salinan"]).ends_with(2);
    assert_eq!(told.err.matches("sudah ada dan tidak ditimpa").count(), 2, "{}", told.whole());
    assert!(fs::read(office.path("salinan/2024/k.xlsx")).expect("the copy") == worked);
    assert_eq!(fs::read(office.path("salinan/p.xlsx")).expect("the file"), b"surat");
}

#[test]
fn workbooks_of_one_name_do_not_take_each_others_copy() {
    let rows = [request("A-1")];
    let sheet: &[crate::cli::folder::Sheet<'_>] = &[("Permohonan", &REQUESTS, &rows)];
    let office = Folder::office().book("data/p.xlsx", sheet).book("P.xlsx", sheet);
    let files = ["periksa", "data/p.xlsx", "P.xlsx", "P.xlsx", "--anotasi", "salinan"];
    let told = office.tertib(&files).ends_with(0);
    for name in ["p.xlsx", "P (2).xlsx", "P (3).xlsx"] {
        assert!(office.path(&format!("salinan/{name}")).exists(), "{name}: {}", told.whole());
    }
    // The folder of the office itself holds an input of that name.
    office.tertib(&["periksa", "P.xlsx", "--anotasi", "."]).ends_with(0);
    assert!(office.path("P (2).xlsx").exists());
}

#[test]
fn the_list_is_no_input_whatever_program_saved_it() {
    let office = office();
    office.tertib(&["periksa", "--anotasi", "salinan"]).ends_with(1);
    fs::rename(office.path("salinan/p.xlsx"), office.path("data/p.xlsx")).expect("moved");
    let told = office.tertib(&["periksa"]).ends_with(1);
    assert!(!told.out.contains("(D13)"), "{}", told.whole());
}
