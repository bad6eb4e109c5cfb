//! `tertib buat --gabung F.pdf`: one file for the printer.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::cli::folder::{Folder, is_as_kept};
use crate::office::{Office, step};
use crate::papers::made::below;
use crate::papers::opened::Opened;

fn office() -> Folder {
    let toml = "[opsi]\nper = \"2024-07-01 08:00\"\n";
    let office = Office::new().toml(crate::papers::OFFICE).toml(toml).kept("P-10").kept("P-2");
    let mut office = office.request("P-3");
    // So many accesses that its papers take several pages.
    for _ in 0..40 {
        office = office.request("P-3");
    }
    office.done("P-3", step(2), step(6)).folder()
}

fn merged(folder: &Folder, more: &[&str]) -> Opened {
    folder.tertib(&[&["buat", "--gabung", "cetak.pdf"], more].concat()).ends_with(0);
    Opened::new(&fs::read(folder.path("cetak.pdf")).unwrap())
}

/// The papers in the order in which they are to lie in the tray.
fn in_order(folder: &Folder) -> Vec<(String, Opened)> {
    let mut papers: Vec<(String, Vec<u8>)> = below(folder, "hasil").into_iter().collect();
    let rank =
        |name: &str| ["/P-2/", "/P-3/", "/P-10/"].iter().position(|part| name.contains(part));
    papers.sort_by_key(|(name, _)| (rank(name), name.clone()));
    papers.into_iter().map(|(name, bytes)| (name, Opened::new(&bytes))).collect()
}

#[test]
fn all_papers_stand_in_one_file_by_request_and_step_with_the_same_text() {
    let folder = office();
    let merged = merged(&folder, &[]);
    let mut page = 0;
    for (name, paper) in in_order(&folder) {
        for own in 1..=paper.page_count() {
            page += 1;
            assert_eq!(merged.page(page), paper.page(own as u32), "{name} {own}");
        }
    }
    assert_eq!(merged.page_count(), page as usize);
    assert_eq!((merged.title().as_str(), merged.language().as_str()), ("Gabungan naskah", "id"));
    assert!(merged.shows_its_title() && !merged.is_encrypted());
    let (fonts, wanting) = merged.fonts();
    assert!(!fonts.is_empty() && wanting.is_empty(), "{wanting:?}");
}

#[test]
fn printed_on_both_sides_each_paper_begins_on_a_sheet_of_its_own() {
    let folder = office();
    let merged = merged(&folder, &["--bolak-balik"]);
    let mut page = 0;
    for (name, paper) in in_order(&folder) {
        assert_eq!(page % 2, 0, "{name}");
        for own in 1..=paper.page_count() {
            page += 1;
            assert_eq!(merged.page(page), paper.page(own as u32), "{name} {own}");
        }
        if page % 2 == 1 {
            page += 1;
            assert_eq!(merged.page(page).trim(), "", "{name}");
        }
    }
    assert_eq!(merged.page_count(), page as usize);
    assert!(merged.sizes().iter().all(|size| *size == (210, 297)));
}

#[test]
fn the_same_papers_give_the_same_bytes() {
    let (one, other) = (office(), office());
    let bytes = |folder: &Folder| {
        merged(folder, &["--bolak-balik"]);
        fs::read(folder.path("cetak.pdf")).unwrap()
    };
    let first = bytes(&one);
    assert!(first == bytes(&other) && first == bytes(&one));
}

#[test]
fn only_what_was_asked_for_is_joined_and_a_trial_writes_nothing() {
    let folder = office();
    let lines: [&[&str]; 5] = [
        &["buat", "akun", "--permohonan", "P-2", "--gabung", "a.pdf", "--simulasi"],
        &["buat", "akun", "--permohonan", "P-2", "--gabung", "a.pdf"],
        &[
            "buat",
            "akun",
            "berita-acara",
            "--permohonan",
            "P-2",
            "--gabung",
            "a.pdf",
            "--format",
            "json",
        ],
        &["buat", "pengembalian", "--gabung", "b.pdf"],
        &["buat", "--bolak-balik"],
    ];
    is_as_kept("gabung", &folder.conversation(&lines));
    assert!(folder.path("a.pdf").exists() && !folder.path("b.pdf").exists());
}

#[test]
fn what_is_not_ours_is_not_replaced_and_then_no_paper_is_made() {
    let folder = office().with("lain.pdf", "%PDF-1.7 isi orang");
    fs::create_dir(folder.path("folder.pdf")).unwrap();
    for name in ["lain.pdf", "tanpa-ujung", "folder.pdf"] {
        folder.tertib(&["buat", "--gabung", name]).ends_with(2);
    }
    assert!(!folder.path("hasil").exists() && !folder.path("register.db").exists());
    assert_eq!(fs::read(folder.path("lain.pdf")).unwrap(), b"%PDF-1.7 isi orang");
    // A paper alone is no print file.
    folder.tertib(&["buat"]).ends_with(0);
    let paper = "hasil/2024-06/P-2/4-akun.pdf";
    let before = fs::read(folder.path(paper)).unwrap();
    folder.tertib(&["buat", "--gabung", paper]).ends_with(2);
    assert!(fs::read(folder.path(paper)).unwrap() == before);
}

/// Pictures of all pages, where the tool for it is there.
fn pictures(folder: &Folder, pdf: &Path) -> Option<Vec<Vec<u8>>> {
    let room = folder.path("gambar");
    let _ = fs::remove_dir_all(&room);
    fs::create_dir(&room).unwrap();
    let mut program = Command::new("pdftoppm");
    let drawn = program.args(["-r", "40", "-png"]).arg(pdf).arg(room.join("h")).status();
    if !drawn.is_ok_and(|status| status.success()) {
        println!("skipped: pdftoppm is not there");
        return None;
    }
    Some(below(folder, "gambar").into_values().collect())
}

#[test]
fn every_page_looks_as_it_does_in_its_own_paper() {
    let folder = office();
    merged(&folder, &[]);
    let Some(all) = pictures(&folder, &folder.path("cetak.pdf")) else { return };
    let mut single = Vec::new();
    for (name, _) in in_order(&folder) {
        single.extend(pictures(&folder, &folder.path("hasil").join(name)).unwrap());
    }
    assert_eq!(all.len(), single.len());
    assert!(all.iter().zip(&single).all(|(one, other)| one == other), "a page looks otherwise");
    if let Ok(output) = Command::new("qpdf").arg("--check").arg(folder.path("cetak.pdf")).output() {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    } else {
        println!("skipped: qpdf is not there");
    }
}
