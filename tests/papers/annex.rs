//! The annex of the lembar hasil verifikasi: the arithmetic of the steps done until then,
//! as part of what the paper says.

use std::fs;

use serde_json::Value;

use super::opened::Opened;
use crate::cli::folder::{Folder, REQUESTS, SIGN_OFFS, request, signed};

const SHEET: &str = "hasil/2024-06/A-1/3-verifikasi.pdf";
const TITLE: &str = "Lampiran: Perhitungan waktu kerja";
const OFFICE: &str = "[instansi]\nnama = \"Kantor Contoh\"\n\
                      [[pegawai]]\nnama = \"Ratih Maheswari\"\nperan = \"ketua_tim\"\n\
                      [[pegawai]]\nnama = \"Yoga Pradana\"\nperan = \"anggota_tim\"\n\
                      [opsi]\nper = \"2024-06-28 08:00\"\n";

/// The assignment ended at this hour of 24 June; what follows is as it is given.
fn with_rows(folder: Folder, assigned: &str, verified: Option<&str>) -> Folder {
    let end: &str = Box::leak(format!("24/06/2024 {assigned}").into_boxed_str());
    let mut rows = vec![signed("A-1", "2", "Ratih Maheswari", ["24/06/2024 08.00", end], "")];
    if let Some(verified) = verified {
        let end: &str = Box::leak(format!("25/06/2024 {verified}").into_boxed_str());
        rows.push(signed("A-1", "3", "Yoga Pradana", ["24/06/2024 15.50", end], "Y"));
        rows.push(signed("A-1", "4", "Yoga Pradana", ["25/06/2024 08.00", "25/06/2024 08.10"], ""));
    }
    folder.book("data/kendali.xlsx", &[("Kendali", &SIGN_OFFS, &rows)])
}

fn office(more: &str) -> Folder {
    Folder::empty()
        .with("tertib.toml", format!("{OFFICE}{more}"))
        .book("data/permohonan.xlsx", &[("Permohonan", &REQUESTS, &[request("A-1")])])
}

/// What `buat verifikasi` says of the one paper, and the paper.
fn made(folder: &Folder) -> (Value, Opened) {
    let told = folder.tertib(&["buat", "verifikasi", "--format", "json"]).ends_with(0).json();
    let pdf = fs::read(folder.path(SHEET)).expect("the paper");
    (told["hasil"].clone(), Opened::new(&pdf))
}

#[test]
fn the_steps_done_until_then_are_laid_out_and_nothing_after_them() {
    let folder = with_rows(office("lampiran_hitungan = true\n"), "08.12", Some("07.40"));
    let (_, pdf) = made(&folder);
    let (said, _) = (pdf.text(), pdf.page_count());
    for words in [
        TITLE,
        "Langkah 2: ",
        "Senin, 24 Juni 2024 08.00–08.12 12 menit jam kerja",
        "12 menit; target 15 menit: tepat waktu, tersisa 3 menit",
        "Langkah 3: ",
        "Senin, 24 Juni 2024 15.50–16.00 10 menit jam kerja",
        "20 menit; target 30 menit: tepat waktu, tersisa 10 menit",
    ] {
        assert!(pdf.says(words), "{words} is missing in:\n{said}");
    }
    assert!(!pdf.says("Langkah 4: "), "{said}");
    let record: Value = serde_json::from_slice(&pdf.attachments()[0].content).expect("a record");
    let steps = record["isi"]["hitungan"].as_object().expect("the annex is in the record");
    let names: Vec<_> = steps.keys().map(String::as_str).collect();
    assert_eq!(names, ["putaran_1_langkah_2", "putaran_1_langkah_3"]);
}

#[test]
fn an_office_that_does_not_ask_for_it_has_no_annex() {
    for more in ["", "lampiran_hitungan = false\n"] {
        let (_, pdf) = made(&with_rows(office(more), "08.12", Some("07.40")));
        assert!(!pdf.says(TITLE));
        let record = &pdf.attachments()[0].content;
        assert!(!String::from_utf8_lossy(record).contains("hitungan"));
    }
    let wrong = office("lampiran_hitungan = \"ya\"\n").tertib(&["periksa"]).ends_with(2);
    assert!(wrong.err.contains("lampiran_hitungan"), "{}", wrong.err);
}

#[test]
fn the_sign_off_completes_the_paper_and_one_that_changes_later_makes_a_revision() {
    let folder = with_rows(office("lampiran_hitungan = true\n"), "08.12", None);
    let (_, pdf) = made(&folder);
    assert!(pdf.says(TITLE) && !pdf.says("Langkah 3: "), "{}", pdf.text());
    let folder = with_rows(folder, "08.12", Some("07.40"));
    let (told, pdf) = made(&folder);
    assert!(told.to_string().contains("dilengkapi"), "{told}");
    assert!(pdf.says("Langkah 3: "), "{}", pdf.text());
    let folder = with_rows(folder, "08.14", Some("07.40"));
    let (told, pdf) = made(&folder);
    let told = told.to_string();
    assert!(told.contains("direvisi") && told.contains("putaran_1_langkah_2"), "{told}");
    assert!(pdf.says("14 menit; target 15 menit: tepat waktu, tersisa 1 menit"));
}
