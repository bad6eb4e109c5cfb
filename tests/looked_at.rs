//! `tertib buat --teks` and `--pratinjau`: papers looked at, and none made.

use std::fs;

use serde_json::Value;
use tertib::press::is_own_picture;
use tertib::sop::PaperKind;

use crate::cli::folder::{Folder, is_as_kept};
use crate::office::{Office, step};
use crate::papers::opened::{Opened, squeezed};

fn office() -> Folder {
    let toml = "[opsi]\nper = \"2024-07-01 08:00\"\n";
    let mut office = Office::new().toml(crate::papers::OFFICE).toml(toml).kept("P-1");
    office = office.at(step(2)).with("ditugaskan_kepada", crate::office::ANGGOTA);
    office = office.kept_up_to("P-2", step(5));
    // So many accesses that the papers take several pages.
    for role in 0..30 {
        office = office.request("P-3").with("peran", &format!("Peran {role}"));
    }
    office = office.done("P-3", step(2), step(8));
    let office = office.request("R-1").done("R-1", step(2), step(3)).decided("T");
    office.with("alasan", "Surat tugas #belum *ada*").folder()
}

fn nothing_was_made(folder: &Folder) {
    assert!(!folder.path("register.db").exists());
    let found = crate::papers::made::below(folder, "hasil");
    assert!(found.keys().all(|name| name.starts_with("pratinjau/")), "{:?}", found.keys());
}

/// Every text and every chosen box of a record.
fn facts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(rows) => rows.iter().for_each(|row| facts(row, found)),
        Value::Object(keys) => keys.values().for_each(|value| facts(value, found)),
        _ => {}
    }
}

#[test]
fn the_words_of_a_paper_are_those_of_its_pages() {
    let folder = office();
    let told = folder.tertib(&["buat", "--teks", "--format", "json"]).ends_with(0).json();
    nothing_was_made(&folder);
    folder.tertib(&["buat", "--format", "json"]).ends_with(0);
    // Once more, with the numbers that the papers bear now.
    let told_after = folder.tertib(&["buat", "--teks", "--format", "json"]).ends_with(0).json();
    let made = folder.tertib(&["buat", "--format", "json"]).ends_with(0).json();
    let papers = told_after["hasil"].as_array().unwrap();
    assert_eq!(papers.len(), told["hasil"].as_array().unwrap().len());
    assert_eq!(papers.len(), made["hasil"].as_array().unwrap().len());
    for paper in papers {
        let same = |one: &&Value| {
            ["permohonan", "naskah", "putaran"].iter().all(|key| one[key] == paper[key])
        };
        let file =
            made["hasil"].as_array().unwrap().iter().find(same).unwrap()["file"].as_str().unwrap();
        let opened = Opened::new(&fs::read(folder.path(file)).unwrap());
        let text = paper["teks"].as_str().unwrap();
        // Each line of it stands on a page; its own signs are the bullet-free labels.
        let page = squeezed(&opened.text()).replace('.', "");
        for line in text.lines().flat_map(|line| line.split(['\t', ':', '…'])) {
            for word in line.split(' ') {
                let word = squeezed(word).replace('.', "");
                assert!(page.contains(&word), "{file}: {word:?} of {line:?} is on no page");
            }
        }
        let record: Value =
            serde_json::from_slice(&opened.attachments().remove(0).content).unwrap();
        let mut said = Vec::new();
        let kind = PaperKind::from_stem(paper["naskah"].as_str().unwrap()).unwrap();
        for key in ["nomor", "tanggal", "isi", "kalimat"] {
            let in_words = kind == PaperKind::BeritaAcara && key == "tanggal";
            if !in_words {
                facts(&record[key], &mut said);
            }
        }
        let all = squeezed(text);
        for fact in said {
            let fact = squeezed(fact.strip_prefix("NIP ").unwrap_or(&fact));
            assert!(all.contains(&fact), "{file}: {fact} is not in\n{text}");
        }
    }
}

#[test]
fn words_go_to_the_screen_or_into_files_that_are_never_written_over() {
    let folder = office();
    let kept = folder.conversation(&[
        &["buat", "berita-acara", "--permohonan", "P-1", "--teks"],
        &["buat", "dokumentasi", "--permohonan", "P-2", "--teks", "--senyap"],
        &[
            "buat",
            "disposisi",
            "akun",
            "--permohonan",
            "P-1",
            "--teks",
            "--ke",
            "teks",
            "--simulasi",
        ],
        &["buat", "disposisi", "akun", "--permohonan", "P-1", "--teks", "--ke", "teks"],
        &["buat", "disposisi", "akun", "--permohonan", "P-1", "--teks", "--ke", "teks"],
        &["buat", "akun", "--permohonan", "P-2", "--ke", "teks"],
        &["buat", "--teks", "--pratinjau"],
        &["buat", "pengembalian", "--permohonan", "P-1", "--teks"],
    ]);
    is_as_kept("buat_teks", &kept);
    let folder = folder.with("teks/P-1-4-akun.txt", "milik orang");
    let told = folder
        .tertib(&["buat", "disposisi", "akun", "--permohonan", "P-1", "--teks", "--ke", "teks"])
        .ends_with(2);
    assert!(told.err.contains("sudah ada dengan isi lain"), "{}", told.err);
    assert_eq!(fs::read(folder.path("teks/P-1-4-akun.txt")).unwrap(), b"milik orang");
    nothing_was_made(&folder);
}

#[test]
fn a_preview_shows_every_page_of_one_paper_and_marks_nothing() {
    let folder = office();
    let kept = folder.conversation(&[
        &["buat", "laporan-kegiatan", "--permohonan", "P-3", "--pratinjau", "--simulasi"],
        &["buat", "laporan-kegiatan", "--permohonan", "P-3", "--pratinjau"],
        &[
            "buat",
            "akun",
            "--permohonan",
            "P-1",
            "--pratinjau",
            "--ke",
            "gambar",
            "--format",
            "json",
        ],
        &["buat", "akun", "--pratinjau"],
        &["buat", "pengembalian", "--permohonan", "P-1", "--pratinjau"],
    ]);
    is_as_kept("buat_pratinjau", &kept);
    nothing_was_made(&folder);
    let pictures = crate::papers::made::below(&folder, "hasil");
    assert!(pictures.len() > 1 && pictures.values().all(|png| is_own_picture(png)));
    for png in pictures.values() {
        // Width and height stand first in a PNG: A4 at 144 dots an inch.
        assert_eq!(png[16..24], [0, 0, 4, 167, 0, 0, 6, 148], "{:?}", &png[16..24]);
    }
    // The same again gives the same bytes in the same places.
    folder.tertib(&["buat", "laporan-kegiatan", "--permohonan", "P-3", "--pratinjau"]).ends_with(0);
    assert!(pictures == crate::papers::made::below(&folder, "hasil"));
    // The next run does not take them for papers.
    folder.tertib(&["proses"]).ends_with(0);
}

#[test]
fn a_picture_of_someone_else_is_not_replaced() {
    let folder = office().with("gambar/P-1-4-akun-1.png", b"\x89PNG milik orang");
    let line = ["buat", "akun", "--permohonan", "P-1", "--pratinjau", "--ke", "gambar"];
    let told = folder.tertib(&line).ends_with(2);
    assert!(told.err.contains("bukan gambar pratinjau tertib"), "{}", told.err);
    assert_eq!(fs::read(folder.path("gambar/P-1-4-akun-1.png")).unwrap(), b"\x89PNG milik orang");
}

#[test]
fn a_faulty_template_has_no_preview_and_its_mistake_is_told() {
    let folder =
        office().with("templat/akun.typ", "#let data = json(\"/data.json\")\n#data.catatn\n");
    let told = folder.tertib(&["buat", "akun", "--permohonan", "P-1", "--pratinjau"]).ends_with(2);
    assert!(told.err.contains("templat/akun.typ:2:7"), "{}", told.err);
    assert!(told.err.contains("mungkin maksudnya \"catatan\""), "{}", told.err);
    let told = folder.tertib(&["buat", "--permohonan", "P-1", "--teks"]).ends_with(2);
    assert!(told.out.contains("Lembar Disposisi P-1") && !told.out.contains("Bukti Pembuatan"));
}
