//! Numbers that were given elsewhere and written into the sign-off (*nomor_naskah*).

use crate::cli::folder::{Folder, REQUESTS, request, signed};
use crate::office::Office;

const HEADS: [&str; 8] = [
    "No. Permohonan",
    "Langkah",
    "Pelaksana",
    "Mulai",
    "Selesai",
    "Hasil",
    "Paraf",
    "Nomor Naskah",
];

/// An office whose numbers are given elsewhere, with the minutes of two requests.
fn office(cara: &str, first: &'static str, second: &'static str) -> Folder {
    let toml = format!(
        "[instansi]\nnama = \"Kantor Contoh\"\n[penomoran]\ncara = \"{cara}\"\n\
         [penomoran.pola]\nberita-acara = \"BA-{{urut}}\"\nlaporan-kegiatan = \"LK-{{urut}}\"\n\
         [opsi]\nper = \"2024-06-28 08:00\"\n"
    );
    let minutes = |number: &'static str, given: &'static str| {
        let times = ["25/06/2024 08.00", "25/06/2024 08.10"];
        [signed(number, "6", "Yoga Pradana", times, ""), vec![given]].concat()
    };
    Folder::empty()
        .with("tertib.toml", toml)
        .book("data/p.xlsx", &[("P", &REQUESTS, &[request("A-1"), request("A-2")])])
        .book("data/k.xlsx", &[("K", &HEADS, &[minutes("A-1", first), minutes("A-2", second)])])
}

fn numbers(folder: &Folder) -> Vec<(String, String, String)> {
    let told = folder.tertib(&["buat", "berita-acara", "--format", "json"]).json();
    let text =
        |paper: &serde_json::Value, key: &str| paper[key].as_str().unwrap_or("kosong").to_owned();
    let papers = told["hasil"].as_array().expect("papers").clone();
    let line = |paper| (text(paper, "permohonan"), text(paper, "nomor"), text(paper, "keadaan"));
    papers.iter().map(line).collect()
}

fn line(request: &str, number: &str, fate: &str) -> (String, String, String) {
    (request.to_owned(), number.to_owned(), fate.to_owned())
}

#[test]
fn a_number_in_the_row_of_the_step_is_printed_and_kept() {
    let folder = office("diberikan", "AG-7/2024", "");
    assert_eq!(
        numbers(&folder),
        [line("A-1", "AG-7/2024", "dibuat"), line("A-2", "kosong", "dibuat")]
    );
    assert_eq!(
        numbers(&folder),
        [line("A-1", "AG-7/2024", "tetap"), line("A-2", "kosong", "tetap")]
    );
}

#[test]
fn the_sequence_of_the_register_passes_over_what_a_later_row_was_given() {
    let folder = office("register", "", "BA-1");
    assert_eq!(numbers(&folder), [line("A-1", "BA-2", "dibuat"), line("A-2", "BA-1", "dibuat")]);
}

#[test]
fn a_number_that_two_papers_claim_is_told_with_its_cell_and_the_second_is_not_made() {
    let folder = office("diberikan", "AG-7/2024", "AG-7/2024");
    let told = folder.tertib(&["buat", "berita-acara", "--format", "json"]);
    assert_eq!(told.status, Some(2), "{}", told.whole());
    assert!(told.err.contains("sel H3"), "{}", told.err);
    assert_eq!(
        numbers(&folder),
        [line("A-1", "AG-7/2024", "tetap"), line("A-2", "kosong", "gagal")]
    );
}

#[test]
fn a_number_that_was_changed_in_the_row_is_told_and_not_printed() {
    let folder = office("diberikan", "AG-7/2024", "");
    numbers(&folder);
    let minutes =
        ["A-1", "6", "Yoga Pradana", "25/06/2024 08.00", "25/06/2024 08.10", "", "v", "AG-8"];
    let folder = folder.book("data/k.xlsx", &[("K", &HEADS, &[minutes.to_vec()])]);
    let told = folder.tertib(&["buat", "berita-acara"]);
    assert_eq!(told.status, Some(2));
    assert!(told.err.contains("AG-7/2024") && told.err.contains("nomor batal"), "{}", told.err);
}

#[test]
fn a_kind_without_a_pattern_costs_its_own_papers_only() {
    let toml = "[opsi]\nper = \"2024-07-01 08:00\"\n[penomoran]\ncara = \"register\"\n\
                [penomoran.pola]\nberita-acara = \"BA-{urut}\"\nlaporan-bulanan = \"LB-{kode_unit}-{urut}\"\n";
    let folder = Office::new().toml(toml).kept("P-1").kept("P-2").folder();
    let told = folder.tertib(&["proses"]).ends_with(2).whole();
    assert_eq!(told.matches("pola nomor laporan-kegiatan belum ada").count(), 1, "{told}");
    assert!(told.contains("6-berita-acara.pdf, nomor BA-2"), "{told}");
    assert!(told.contains("GAGAL         hasil/2024-06/P-2/7-laporan-kegiatan.pdf"), "{told}");
}
