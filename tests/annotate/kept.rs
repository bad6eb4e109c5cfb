//! What a copy says, and that all else in it is as it was.

use std::fs;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;
use tempfile::TempDir;

use super::package::{parts_of, text, with_parts};
use crate::cli::folder::{
    Folder, REQUESTS, SIGN_OFFS, Told, in_repository, program, request, signed,
};

const SAMPLES: [&str; 2] = ["samples/kantor", "samples/kantor-bermasalah"];

/// The folder with the copies of a sample office.
fn copies_of(sample: &str) -> TempDir {
    let folder = TempDir::new().expect("a folder for the copies");
    let path = folder.path().to_string_lossy().into_owned();
    let told = in_repository(&["--folder", sample, "periksa", "--anotasi", &path]).ends_with(1);
    assert_eq!(told.err, "");
    folder
}

fn copy_all(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let from = entry.expect("an entry").path();
        let to = to.join(from.file_name().expect("a name"));
        match from.is_dir() {
            true => {
                fs::create_dir_all(&to).expect("a folder");
                copy_all(&from, &to);
            }
            false => fs::copy(&from, &to).map(|_| ()).expect("a file"),
        }
    }
}

fn examined(folder: &Path) -> Value {
    let arguments = ["periksa", "--format", "json"];
    Told::of(program(folder).args(arguments).output().expect("it starts")).ends_with(1).json()
}

#[test]
fn a_copy_given_to_periksa_again_says_what_the_original_said() {
    for sample in SAMPLES {
        let (copies, again) = (copies_of(sample), TempDir::new().expect("a folder"));
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
        copy_all(&root, again.path());
        let before = examined(again.path());
        copy_all(copies.path(), &again.path().join("data"));
        let after = examined(again.path());
        for key in ["ringkasan", "permohonan", "temuan"] {
            assert_eq!(before[key], after[key], "{sample}: {key}");
        }
    }
}

#[test]
fn the_first_sheet_lists_every_finding_and_the_others_hold_what_they_held() {
    for sample in SAMPLES {
        let copies = copies_of(sample);
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
        let told = examined(&root);
        let findings = told["temuan"].as_array().expect("findings");
        for file in files_below(copies.path()) {
            let mut copy: Xlsx<_> = open_workbook(copies.path().join(&file)).expect("a workbook");
            let mut original: Xlsx<_> =
                open_workbook(root.join("data").join(&file)).expect("a workbook");
            let names = copy.sheet_names().to_vec();
            assert_eq!(names[1..], original.sheet_names(), "{file}");
            let listed = copy.worksheet_range("Temuan").expect("the list");
            let of_file = findings.iter().filter(|told| {
                let places = told["lokasi"].as_array().expect("places");
                places.iter().any(|place| place["file"] == format!("data/{file}"))
            });
            let wanted: Vec<&str> =
                of_file.map(|told| told["pesan"].as_str().expect("a message")).collect();
            let rows = listed.rows().skip(3).filter(|row| row[0] != Data::Empty);
            let said: Vec<String> = rows.map(|row| row[5].to_string()).collect();
            assert_eq!(said, wanted, "{file}");
            for name in &names[1..] {
                let (before, after) = (
                    original.worksheet_range(name).expect("a sheet"),
                    copy.worksheet_range(name).expect("a sheet"),
                );
                let secret: Vec<u32> = before
                    .used_cells()
                    .filter(|(.., value)| **value == Data::String("Kata Sandi".to_owned()))
                    .map(|(_, column, _)| column as u32 + before.start().expect("cells").1)
                    .collect();
                for (row, column, value) in before.used_cells() {
                    let start = before.start().expect("cells");
                    let at = (start.0 + row as u32, start.1 + column as u32);
                    let kept = after.get_value(at);
                    let head = *value == Data::String("Kata Sandi".to_owned());
                    if secret.contains(&at.1) && !head && *value != Data::Empty {
                        assert!(matches!(kept, None | Some(Data::Empty)), "{file} {name} {at:?}");
                    } else {
                        assert_eq!(kept, Some(value), "{file} {name} {at:?}");
                    }
                }
            }
        }
    }
}

fn files_below(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(here) = folders.pop() {
        for entry in fs::read_dir(here).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    let below = path.strip_prefix(folder).expect("below it");
                    found.push(below.to_string_lossy().replace('\\', "/"));
                }
            }
        }
    }
    assert!(!found.is_empty());
    found
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (first, second) = (copies_of(SAMPLES[1]), copies_of(SAMPLES[1]));
    for file in files_below(first.path()) {
        let [one, other] = [&first, &second].map(|folder| fs::read(folder.path().join(&file)));
        assert!(one.expect("a copy") == other.expect("a copy"), "{file}");
    }
}

/// An office with an unreadable date and an empty cell, in a workbook with much beside.
fn full_of_things() -> Folder {
    let rows = [signed("A-1", "2", "Ratih Maheswari", ["kemarin", "28/06/2024 07.50"], "")];
    let office = Folder::office()
        .book("data/p.xlsx", &[("Permohonan", &REQUESTS, &[request("A-1")])])
        .book("data/k.xlsx", &[("Temuan", &SIGN_OFFS, &rows), ("Lain", &["x"], &[])]);
    let path = office.path("data/k.xlsx");
    let bytes = fs::read(&path).expect("the workbook");
    let parts = parts_of(&path);
    let workbook = text(&parts, "xl/workbook.xml").replace(
        "</sheets>",
        "</sheets><definedNames><definedName name=\"kita\" localSheetId=\"1\">Lain!$A$1</definedName></definedNames>",
    );
    let sheet = text(&parts, "xl/worksheets/sheet1.xml")
        .replace("<row r=\"2\"", "<row r=\"2\" hidden=\"1\"");
    let with_more = with_parts(
        &bytes,
        &[
            ("xl/workbook.xml", &workbook),
            ("xl/worksheets/sheet1.xml", &sheet),
            ("xl/vbaProject.bin", "macros"),
            ("xl/theme/theme1.xml", "<theme>  as   it was</theme>"),
        ],
    );
    office.with("data/k.xlsx", with_more)
}

#[test]
fn what_people_made_of_the_workbook_is_still_in_the_copy() {
    let office = full_of_things();
    let before = parts_of(&office.path("data/k.xlsx"));
    office.tertib(&["periksa", "--anotasi", "salinan"]).ends_with(1);
    let after = parts_of(&office.path("salinan/k.xlsx"));
    let changed: Vec<&str> = before
        .iter()
        .filter(|(name, content)| after.get(*name) != Some(*content))
        .map(|(name, _)| name.as_str())
        .collect();
    let touched = [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    ];
    assert_eq!(changed, touched);
    let workbook = text(&after, "xl/workbook.xml");
    assert!(workbook.contains("<sheet name=\"Temuan (2)\""), "{workbook}");
    assert!(workbook.contains("localSheetId=\"2\">Lain!$A$1"), "{workbook}");
    let sheet = text(&after, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("hidden=\"1\"") && sheet.contains("<legacyDrawing "));
    let chosen = after.iter().filter(|(name, content)| {
        name.starts_with("xl/worksheets/sheet")
            && String::from_utf8_lossy(content).contains("tabSelected=\"1\"")
    });
    assert_eq!(chosen.count(), 1, "only one sheet is shown as chosen");
    let notes = text(&after, "xl/comments1.xml");
    assert!(notes.contains("ref=\"D2\"") && notes.contains("(D03)"), "{notes}");
}

#[test]
fn text_that_looks_like_a_formula_is_none_in_the_list() {
    let rows = [signed("=1+1", "2", "@Ratih", ["+x", "-y"], "")];
    let office = Folder::office()
        .book("data/p.xlsx", &[("Permohonan", &REQUESTS, &[request("A-1")])])
        .book("data/k.xlsx", &[("Kendali", &SIGN_OFFS, &rows)]);
    office.tertib(&["periksa", "--anotasi", "salinan"]).ends_with(1);
    let parts = parts_of(&office.path("salinan/k.xlsx"));
    let list =
        parts.iter().find(|(_, content)| String::from_utf8_lossy(content).contains("<!-- tertib "));
    let list = String::from_utf8_lossy(list.expect("our sheet").1).into_owned();
    assert!(list.contains("=1+1") && !list.contains("<f>") && !list.contains("t=\"str\""));
}

#[test]
fn links_of_the_list_lead_to_the_cells_of_the_findings() {
    let copies = copies_of(SAMPLES[1]);
    let parts = parts_of(&copies.path().join("Kendali Juni 2024.xlsx"));
    let list = text(&parts, "xl/worksheets/sheet2.xml");
    assert!(list.contains("location=\"'Kendali'!E84\""), "{list}");
    assert_eq!(list.matches("<hyperlink ").count(), 28, "each of them stands in a cell");
}

#[test]
fn a_copy_that_was_mended_and_is_annotated_again_says_only_what_is_wrong_now() {
    let rows = |started| [signed("A-1", "2", "Ratih Maheswari", [started, "28/06/2024 07.50"], "")];
    let book = |office: Folder, started| {
        office.book("data/k.xlsx", &[("Kendali", &SIGN_OFFS, &rows(started))])
    };
    let office =
        Folder::office().book("data/p.xlsx", &[("Permohonan", &REQUESTS, &[request("A-1")])]);
    let office = book(office, "kemarin");
    office.tertib(&["periksa", "--anotasi", "pertama"]).ends_with(1);
    // The clerk writes the hour into the copy and puts it in the place of the original.
    let copy = fs::read(office.path("pertama/k.xlsx")).expect("a copy");
    let shared = text(&parts_of(&office.path("pertama/k.xlsx")), "xl/sharedStrings.xml");
    let mended = shared.replace("kemarin", "28/06/2024 07.40");
    let office =
        office.with("data/k.xlsx", with_parts(&copy, &[("xl/sharedStrings.xml", &mended)]));
    office.tertib(&["periksa", "--anotasi", "kedua"]).ends_with(0);
    let parts = parts_of(&office.path("kedua/k.xlsx"));
    let workbook = text(&parts, "xl/workbook.xml");
    assert_eq!(workbook.matches("<sheet ").count(), 2, "{workbook}");
    assert_eq!(workbook.matches("_FilterDatabase").count(), 1, "{workbook}");
    assert!(!text(&parts, "xl/comments1.xml").contains("(D03)"));
    assert!(!text(&parts, "xl/drawings/vmlDrawing1.vml").contains("<v:shape "));
    let mut opened: Xlsx<_> = open_workbook(office.path("kedua/k.xlsx")).expect("a workbook");
    assert_eq!(opened.sheet_names(), ["Temuan", "Kendali"]);
    let list = opened.worksheet_range("Temuan").expect("the list");
    assert_eq!(
        list.get_value((3, 5)),
        Some(&Data::String("tidak ada temuan pada buku kerja ini".to_owned()))
    );
}
