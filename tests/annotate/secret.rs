//! What stands in a column of passwords is nowhere in the copy.

use std::fs;

use super::package::{parts_of, text, with_parts};
use crate::cli::folder::{Folder, REQUESTS, in_repository, request};

const SECRET: &str = "Rahasia&Kita#24";
const ESCAPED: &str = "Rahasia&amp;Kita#24";

/// An office whose requests have a column of passwords; all texts are shared ones.
fn with_secret() -> Folder {
    let heads = [&REQUESTS[..], &["Kata Sandi", "Catatan"]].concat();
    let row = |number, note| [&request(number)[..], &[SECRET, note]].concat();
    let rows = [row("A-1", "biasa"), row("A-2", "lain")];
    Folder::office().book("data/p.xlsx", &[("Permohonan", &heads, &rows)])
}

fn parts_with(office: &Folder, name: &str) -> Vec<String> {
    let parts = parts_of(&office.path(name)).into_iter();
    parts
        .filter(|(_, content)| {
            let content = String::from_utf8_lossy(content);
            content.contains(SECRET) || content.contains(ESCAPED)
        })
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn a_password_is_taken_from_its_cells_and_from_the_shared_texts() {
    let office = with_secret();
    assert_eq!(parts_with(&office, "data/p.xlsx"), ["xl/sharedStrings.xml"]);
    office.tertib(&["periksa", "--anotasi", "salinan"]).ends_with(0);
    assert_eq!(parts_with(&office, "salinan/p.xlsx"), [""; 0]);
    let shared = text(&parts_of(&office.path("salinan/p.xlsx")), "xl/sharedStrings.xml");
    for kept in ["Kata Sandi", "biasa", "lain", "A-2"] {
        assert!(shared.contains(&format!(">{kept}<")), "{shared}");
    }
}

#[test]
fn a_password_of_the_sample_is_in_no_part_of_its_copy() {
    let folder = Folder::empty();
    let to = folder.path("salinan").to_string_lossy().into_owned();
    let sample = "samples/kantor-bermasalah";
    in_repository(&["--folder", sample, "periksa", "--anotasi", &to]).ends_with(1);
    for (name, content) in parts_of(&folder.path("salinan/Permohonan Juni 2024.xlsx")) {
        assert!(!String::from_utf8_lossy(&content).contains("ContohSandi"), "{name}");
    }
}

#[test]
fn a_password_that_a_part_of_another_kind_remembers_keeps_the_copy_from_being_made() {
    let office = with_secret();
    let bytes = fs::read(office.path("data/p.xlsx")).expect("the workbook");
    let cache = format!("<pivotCacheRecords><r><s v=\"{ESCAPED}\"/></r></pivotCacheRecords>");
    let bytes = with_parts(&bytes, &[("xl/pivotCache/pivotCacheRecords1.xml", &cache)]);
    let office = office.with("data/p.xlsx", bytes);
    let told = office.tertib(&["periksa", "--anotasi", "salinan"]).ends_with(2);
    let said = told.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("isi kolom kata sandi juga tersimpan"), "{}", told.whole());
    assert!(!office.path("salinan/p.xlsx").exists());
}

#[test]
fn a_picture_of_the_first_page_does_not_go_with_it() {
    let office = with_secret();
    let bytes = fs::read(office.path("data/p.xlsx")).expect("the workbook");
    let links = text(&parts_of(&office.path("data/p.xlsx")), "_rels/.rels").replace(
        "</Relationships>",
        "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail\" Target=\"docProps/thumbnail.jpeg\"/></Relationships>",
    );
    let changed = [("_rels/.rels", links.as_str()), ("docProps/thumbnail.jpeg", "gambar")];
    let office = office.with("data/p.xlsx", with_parts(&bytes, &changed));
    office.tertib(&["periksa", "--anotasi", "salinan"]).ends_with(0);
    let after = parts_of(&office.path("salinan/p.xlsx"));
    assert!(!after.contains_key("docProps/thumbnail.jpeg"));
    assert!(!text(&after, "_rels/.rels").contains("thumbnail"));
}
