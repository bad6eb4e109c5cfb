//! A cell of a workbook changes between two runs.

use super::{Before, changed, office, paper, process, set};
use crate::office::{Office, step};

/// The same office with another post of the applicant of P-1 or P-2.
fn with_post(number: &str, post: &str) -> Office {
    let rows = [("P-1", 8), ("P-2", 6)];
    let office =
        Office::new().toml(crate::papers::OFFICE).toml("[opsi]\nper = \"2024-07-01 08:00\"\n");
    let office = rows.iter().fold(office, |office, (request, last)| {
        let post = if *request == number { post } else { "Analis Kebijakan" };
        office.request(request).with("jabatan", post).done(request, step(2), step(*last))
    });
    office.without_minutes()
}

#[test]
fn a_changed_printed_fact_revises_the_papers_that_print_it_and_no_other() {
    let before = Before::of(&office()).rewritten(&with_post("P-2", "Perencana"));
    let trial = before.folder.tertib(&["proses", "--simulasi"]).ends_with(0);
    assert_eq!(before.touched(), set(&[]));
    let told = process(&before.folder);
    // The disposition names no post; the others of P-2 do.
    let revised = set(&[
        "P-2 verifikasi direvisi",
        "P-2 akun direvisi",
        "P-2 dokumentasi direvisi",
        "P-2 berita-acara direvisi",
        "P-2 laporan-kegiatan direvisi",
    ]);
    assert_eq!(changed(&told), revised);
    let announced =
        trial.out.lines().filter(|line| line.contains("direvisi") && line.contains("hasil/"));
    assert_eq!(announced.count(), revised.len(), "{}", trial.out);
    for kind in ["verifikasi", "berita-acara", "laporan-kegiatan"] {
        let (first, now) = (paper(&before.told, "P-2", kind), paper(&told, "P-2", kind));
        assert_eq!(now["revisi"], 1);
        assert_eq!(now["nomor"], first["nomor"], "{kind}");
        assert!(kind == "verifikasi" || now["nomor"].is_string());
        let named = now["berubah"].as_array().expect("what changed");
        assert!(named.iter().any(|path| path.as_str().unwrap().ends_with(".jabatan")), "{now}");
    }
    let touched = before.touched();
    assert_eq!(touched.len(), revised.len(), "{touched:?}");
    assert!(touched.iter().all(|name| name.starts_with("2024-06/P-2/")), "{touched:?}");
    assert_eq!(changed(&process(&before.folder)), set(&[]), "the next run has nothing to do");
}

#[test]
fn a_revision_is_told_in_words_with_its_number_and_what_changed() {
    let before = Before::of(&office()).rewritten(&with_post("P-2", "Perencana"));
    let told = before.text(&["proses"]);
    let number = paper(&before.told, "P-2", "berita-acara")["nomor"].as_str().unwrap();
    let line = format!("hasil/2024-06/P-2/6-berita-acara.pdf, nomor {number}\n");
    let (_, after) = told.out.split_once(&line).unwrap_or_else(|| panic!("{}", told.out));
    let words = after.lines().next().expect("what changed").trim_start();
    assert!(words.starts_with("revisi 1: berubah ") && words.contains("jabatan"), "{words}");
    let second = before.rewritten(&with_post("P-2", "Pranata Komputer"));
    let told = process(&second.folder);
    assert_eq!(paper(&told, "P-2", "berita-acara")["revisi"], 2);
}

#[test]
fn a_fact_that_fills_a_blank_completes_the_same_issue() {
    let before = Before::of(&with_post("P-2", "")).rewritten(&with_post("P-2", "Perencana"));
    let told = process(&before.folder);
    let completed = set(&[
        "P-2 verifikasi dilengkapi",
        "P-2 akun dilengkapi",
        "P-2 dokumentasi dilengkapi",
        "P-2 berita-acara dilengkapi",
        "P-2 laporan-kegiatan dilengkapi",
    ]);
    assert_eq!(changed(&told), completed);
    let now = paper(&told, "P-2", "berita-acara");
    assert_eq!(now["revisi"], serde_json::Value::Null);
    assert_eq!(now["nomor"], paper(&before.told, "P-2", "berita-acara")["nomor"]);
}

#[test]
fn a_step_signed_since_completes_its_paper_and_makes_the_next_due() {
    let before = Before::of(&office());
    let later =
        office().signed("P-2", step(7), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.10");
    let before = before.rewritten(&later);
    let told = process(&before.folder);
    assert_eq!(changed(&told), set(&["P-2 laporan-kegiatan dilengkapi"]));
    let number = |told| paper(told, "P-2", "laporan-kegiatan")["nomor"].clone();
    assert_eq!(number(&told), number(&before.told));
}

#[test]
fn a_cell_that_no_paper_prints_changes_no_paper() {
    let before = Before::of(&office());
    let office = office().at(step(6)).with("bukti", "lemari 3");
    let before = before.rewritten(&office);
    let told = process(&before.folder);
    assert_eq!(changed(&told), set(&[]));
    assert_eq!(before.touched(), set(&[]));
}

#[test]
fn what_was_signed_and_scanned_stays_and_the_change_is_told() {
    let before = Before::of(&office()).rewritten(&with_post("P-1", "Perencana"));
    let told = process(&before.folder);
    let fates = changed(&told);
    assert!(fates.contains("P-1 berita-acara final"), "{fates:?}");
    assert!(fates.contains("P-1 laporan-kegiatan direvisi"), "{fates:?}");
    assert!(!before.touched().contains("2024-06/P-1/6-berita-acara.pdf"));
    let findings = told["temuan"].as_array().expect("findings");
    let told = findings.iter().find(|told| told["kode"] == "K03").expect("K03");
    assert_eq!(told["permohonan"], "P-1");
}

#[test]
fn a_revision_makes_a_new_package_that_names_the_old_and_leaves_it_alone() {
    let before = Before::of(&office());
    let packed = |told: &serde_json::Value| -> Vec<(String, Option<String>)> {
        let packed = told["hasil"]["arsip"]["diarsipkan"].as_array().expect("a list").clone();
        let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
        packed
            .iter()
            .map(|one| (text(&one["paket"]).unwrap(), text(&one["menggantikan"])))
            .collect()
    };
    let first = "arsip/2024/TI.01.01/P-1".to_owned();
    assert_eq!(packed(&before.told), [(first.clone(), None)], "P-2 is not closed");
    let archive = crate::papers::made::below(&before.folder, &first);

    let before = before.rewritten(&with_post("P-1", "Perencana"));
    let told = process(&before.folder);
    let second = "arsip/2024/TI.01.01/P-1-2".to_owned();
    assert_eq!(packed(&told), [(second.clone(), Some(first.clone()))]);
    assert!(archive == crate::papers::made::below(&before.folder, &first), "it was changed");
    let now = crate::papers::made::below(&before.folder, &second);
    let info = String::from_utf8(now["bag-info.txt"].clone()).expect("UTF-8");
    assert!(info.contains("Menggantikan: 2024/TI.01.01/P-1\n"), "{info}");
    // The paper in the package is the one that was just revised, byte for byte.
    let paper = "data/naskah/7-laporan-kegiatan.pdf";
    let results = crate::papers::made::below(&before.folder, "hasil");
    assert!(now[paper] == results["2024-06/P-1/7-laporan-kegiatan.pdf"]);
    assert!(now[paper] != archive[paper]);
    before.folder.tertib(&["arsip", "cek"]).ends_with(0);
    assert_eq!(packed(&process(&before.folder)), []);
}
