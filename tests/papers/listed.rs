//! The optional sheets *peserta* and *butir verifikasi*: they fill the attendance list and
//! the check-list, and no other sheet is taken for them.

use std::fs;

use serde_json::Value;

use super::opened::Opened;
use super::placed::{Word, pages_of};
use crate::cli::folder::Folder;
use crate::office::{Office, step};

const ATTENDEES: [&str; 6] =
    ["No. Permohonan", "Nama Peserta", "NIP", "Unit Kerja", "Tanggal", "Hadir/Tidak"];
const ITEMS: [&str; 5] =
    ["Nomor permohonan", "Putaran", "Butir verifikasi", "Ada/Tidak", "Keterangan"];

fn folder(last: u32) -> Folder {
    let office = Office::new().toml("[opsi]\nper = \"2024-07-01 08:00\"\n").request("L-1");
    office.done("L-1", step(2), step(last)).folder()
}

fn with(folder: Folder, attendees: &[Vec<&str>], items: &[Vec<&str>]) -> Folder {
    folder.book("data/daftar.xlsx", &[("Hadir", &ATTENDEES, attendees), ("Butir", &ITEMS, items)])
}

fn rows() -> [Vec<Vec<&'static str>>; 2] {
    let attendees = vec![
        vec!["L-1", "Siti #1 Aminah, S.E.", "198705012010012001", "Bidang A", "3 Juni 2024", "v"],
        vec!["l-1", "Budi Raharjo", "", "Bidang B", "3 Juni 2024", "Tidak hadir (sakit)"],
        vec!["L-1", "Citra Dewi", "", "", "", ""],
    ];
    let items = vec![
        vec!["L-1", "", "Surat tugas *terlampir*", "Ada", "ST-9"],
        vec!["L-1", "1", "NIP sesuai", "Tidak", ""],
        vec!["L-1", "2", "Butir putaran kedua", "Ada", ""],
    ];
    [attendees, items]
}

fn made(folder: &Folder) -> Value {
    folder.tertib(&["buat", "--format", "json"]).ends_with(0).json()
}

fn paper(folder: &Folder, name: &str) -> Opened {
    let file = folder.path(&format!("hasil/2024-06/L-1/{name}.pdf"));
    Opened::new(&fs::read(file).expect("a paper"))
}

fn says(paper: &Opened, texts: &[&str]) {
    for text in texts {
        assert!(paper.says(text), "{text} is missing in:\n{}", paper.text());
    }
}

fn findings(folder: &Folder) -> Vec<(String, String)> {
    let told = folder.tertib(&["periksa", "--format", "json"]).json();
    let text = |one: &Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let told = told["temuan"].as_array().expect("findings");
    let told = told.iter().filter(|one| one["kode"] != "D15");
    told.map(|one| (text(one, "kode"), text(one, "pesan"))).collect()
}

#[test]
fn those_whom_the_sheet_names_stand_in_the_attendance_list_with_what_it_says_of_them() {
    let [attendees, items] = rows();
    let folder = with(folder(8), &attendees, &items);
    assert_eq!(findings(&folder), []);
    made(&folder);
    let sheet = paper(&folder, "5-dokumentasi");
    says(
        &sheet,
        &[
            "1Siti #1 Aminah, S.E.NIP 19870501 201001 2 001Bidang A3 Juni 2024Hadir1.",
            "2Budi RaharjoBidang B3 Juni 2024Tidak2.",
            "3Citra Dewi3.",
        ],
    );
    assert!(!sheet.says("4."), "{}", sheet.text());
}

#[test]
fn the_date_of_an_attendance_stands_on_one_line() {
    let [attendees, items] = rows();
    let folder = with(folder(8), &attendees, &items);
    made(&folder);
    let file = folder.path("hasil/2024-06/L-1/5-dokumentasi.pdf");
    let Some(pages) = pages_of(&fs::read(file).expect("a paper")) else { return };
    let words = &pages[0].words;
    let months: Vec<_> = words.iter().filter(|word| word.text == "Juni").collect();
    assert!(months.len() >= 4, "{} dates", months.len());
    for month in months {
        let year = |word: &&Word| word.text == "2024" && (word.top - month.top).abs() < 2.0;
        assert!(words.iter().any(|word| year(&word)), "at {}", month.top);
    }
}

#[test]
fn what_was_verified_stands_in_the_check_list_of_its_round_in_place_of_our_items() {
    let [attendees, items] = rows();
    let folder = with(folder(8), &attendees, &items);
    made(&folder);
    let sheet = paper(&folder, "3-verifikasi");
    says(&sheet, &["1Surat tugas *terlampir*✓ST-9", "2NIP sesuai✓"]);
    for absent in ["Butir putaran kedua", "Alamat surel kedinasan tercantum"] {
        assert!(!sheet.says(absent), "{absent} stands in:\n{}", sheet.text());
    }
}

#[test]
fn before_its_step_is_signed_a_paper_names_the_rows_and_says_nothing_of_them() {
    let [attendees, items] = rows();
    let early = with(folder(2), &attendees, &items);
    made(&early);
    let sheet = paper(&early, "3-verifikasi");
    says(&sheet, &["1Surat tugas *terlampir*2NIP sesuai"]);
    assert!(!sheet.says("ST-9"), "{}", sheet.text());
    let later = with(folder(4), &attendees, &items);
    made(&later);
    let sheet = paper(&later, "5-dokumentasi");
    says(&sheet, &["Budi RaharjoBidang B3 Juni 20242."]);
    assert!(!sheet.says("Hadir1."), "{}", sheet.text());
}

#[test]
fn an_unknown_request_an_empty_cell_and_a_word_that_is_neither_are_told_at_their_cells() {
    let attendees = vec![
        vec!["L-9", "Siti Aminah", "", "", "", "v"],
        vec!["L-1", "", "198705012010012001", "Bidang A", "", "mungkin"],
    ];
    let items =
        vec![vec!["L-8", "", "Surat tugas", "Ada", ""], vec!["", "", "NIP sesuai", "Ada", "ya"]];
    let folder = with(folder(8), &attendees, &items);
    let told = folder.tertib(&["periksa", "--format", "json"]).ends_with(1).json();
    let told = told["temuan"].as_array().expect("findings").iter();
    let mut seen: Vec<String> = told
        .filter(|one| one["kode"] != "D15")
        .map(|one| {
            let place = &one["lokasi"][0];
            format!("{} {} {}", one["kode"], place["lembar"], place["sel"]).replace('"', "")
        })
        .collect();
    seen.sort();
    assert_eq!(
        seen,
        ["D02 Butir A3", "D02 Hadir B3", "D07 Butir A2", "D07 Hadir A2", "D14 Hadir F3"]
    );
    // No verdict rests on the lists.
    let answer = folder.tertib(&["periksa", "--format", "json"]).json();
    assert_eq!(answer["permohonan"][0]["sesuai_sop"], true);
}

#[test]
fn every_row_of_both_sheets_is_counted() {
    let [attendees, items] = rows();
    let folder = with(folder(8), &attendees, &items);
    let told = folder.tertib(&["periksa", "-v"]).ends_with(0);
    let all = format!("{}{}", told.out, told.err);
    for sheet in ["Hadir", "Butir"] {
        let line = all.lines().find(|line| line.contains(&format!("\"{sheet}\"")));
        assert!(line.is_some_and(|line| line.contains('3')), "{sheet}: {all}");
    }
}

#[test]
fn a_list_without_the_number_of_a_request_or_with_steps_or_roles_is_none_of_them() {
    let people = vec![vec!["1", "Siti Aminah", "", "Bidang A", "3 Juni 2024", "v"]];
    let without = folder(8).book(
        "data/daftar.xlsx",
        &[("Hadir", &["No.", "Nama", "NIP", "Unit", "Tanggal", "Hadir"], &people)],
    );
    let told = findings(&without);
    assert!(matches!(told.as_slice(), [(code, _)] if code == "D13"), "{told:?}");
    made(&without);
    assert!(!paper(&without, "5-dokumentasi").says("Siti Aminah"));
    // A sheet of requests with a column of attendance is one of requests, as before.
    let requests = vec![vec!["L-2", "Siti Aminah", "Bidang A", "SIMPEG", "Operator", "v"]];
    let other = folder(8).book(
        "data/lain.xlsx",
        &[("Lain", &["No. Permohonan", "Nama", "Unit", "Aplikasi", "Peran", "Hadir"], &requests)],
    );
    let told = other.tertib(&["periksa", "--format", "json"]).json();
    assert_eq!(told["ringkasan"]["permohonan"], 2, "{told}");
}
