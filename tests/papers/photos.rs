//! Photos of the tutorial stand in its documentation: whatever the file is, the paper is
//! made, and what cannot be shown is told.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::made::digest;
use super::opened::Opened;
use crate::cli::folder::{Folder, Told};
use crate::office::{Office, step};

fn picture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    fs::read(folder.join(name)).expect("a picture of the tests")
}

fn folder() -> Folder {
    let office = Office::new().toml("[opsi]\nper = \"2024-07-01 08:00\"\n").request("F-1");
    office.done("F-1", step(2), step(8)).folder()
}

fn with(folder: Folder, name: &str, content: &[u8]) -> Folder {
    let place = folder.path("bukti-dukung").join(name);
    fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
    fs::write(place, content).expect("a file");
    folder
}

fn made(folder: &Folder) -> Told {
    folder.tertib(&["buat", "dokumentasi", "--format", "json"])
}

fn paper(folder: &Folder) -> Opened {
    Opened::new(&fs::read(folder.path("hasil/2024-06/F-1/5-dokumentasi.pdf")).expect("a paper"))
}

#[test]
fn every_kind_of_picture_stands_on_the_paper_with_a_caption_and_in_the_record_by_its_digest() {
    let mut folder = folder();
    let files = ["cmyk.jpg", "kelabu16.png", "miring.jpg", "tembus.png"];
    for name in files {
        folder = with(folder, &format!("F-1/foto_tutorial {name}"), &picture(name));
    }
    let told = made(&folder).ends_with(0).json();
    assert_eq!(told["temuan"], Value::Array(Vec::new()));
    let paper = paper(&folder);
    let captions = ["cmyk", "kelabu16", "miring", "tembus"];
    for (at, name) in (1..).zip(captions) {
        let caption = format!("Gambar {at}. Foto tutorial {name}");
        assert!(paper.says(&caption), "{caption} is not in\n{}", paper.text());
    }
    let figures = paper.figures();
    let words: Vec<&str> = figures.iter().map(|(words, _)| words.as_str()).collect();
    assert_eq!(words, captions.map(|name| format!("Foto tutorial {name}")));
    let sides = |at: usize| {
        let [left, bottom, right, top] = figures[at].1;
        (right - left, top - bottom)
    };
    // One that lies on its side is set upright: higher than it is wide.
    let (wide, high) = sides(2);
    assert!(high > wide, "{wide} by {high}");
    let record: Value = serde_json::from_slice(&paper.attachments()[0].content).expect("a record");
    for (at, name) in files.iter().enumerate() {
        let digest = digest(&picture(name));
        assert_eq!(record["isi"]["foto_kegiatan"][at]["sha256"], digest);
    }
    // A second run changes nothing, nor does another that has to print anew.
    let bytes = fs::read(folder.path("hasil/2024-06/F-1/5-dokumentasi.pdf")).expect("a paper");
    assert_eq!(made(&folder).json()["hasil"][0]["keadaan"], "tetap");
    fs::remove_dir_all(folder.path("hasil")).expect("made anew");
    made(&folder).ends_with(0);
    let again = fs::read(folder.path("hasil/2024-06/F-1/5-dokumentasi.pdf")).expect("a paper");
    assert!(bytes == again, "other bytes");
}

#[test]
fn a_picture_that_cannot_be_shown_is_told_and_the_paper_is_made_without_it() {
    let whole = picture("tembus.png");
    let folder = with(folder(), "F-1 foto baik.png", &whole);
    let folder = with(folder, "F-1 foto rusak.png", &whole[..whole.len() / 2]);
    let folder = with(folder, "F-1 foto bukan.jpg", b"bukan gambar");
    let folder = with(folder, "F-1 foto.pdf", b"%PDF-1.7");
    let told = made(&folder).ends_with(0);
    let answer = told.json();
    let findings = answer["temuan"].as_array().expect("findings");
    let told: Vec<&str> =
        findings.iter().map(|one| one["pesan"].as_str().expect("words")).collect();
    let message = "foto ini tidak dapat dicetak: berkasnya rusak, atau bukan gambar JPEG atau PNG";
    assert_eq!(told, [message, message]);
    assert!(findings.iter().all(|one| one["tingkat"] == "peringatan"), "{findings:?}");
    let paper = paper(&folder);
    assert!(paper.says("Gambar 1. Foto baik"), "{}", paper.text());
    assert!(!paper.says("Gambar 2."), "{}", paper.text());
}

#[test]
fn without_a_picture_to_show_there_are_frames_or_a_word_of_where_the_photos_are() {
    let bare = folder();
    made(&bare).ends_with(0);
    assert!(paper(&bare).says("Keterangan: ...."), "{}", paper(&bare).text());
    let scanned = with(folder(), "F-1 foto.pdf", b"%PDF-1.7");
    made(&scanned).ends_with(0);
    assert!(paper(&scanned).says("Foto kegiatan tersimpan pada bukti dukung permohonan ini."));
}

#[test]
fn a_photo_that_comes_later_completes_the_paper_and_many_photos_fill_pages_in_pairs() {
    let folder = folder();
    made(&folder).ends_with(0);
    let mut folder = with(folder, "F-1/foto 01.png", &picture("tembus.png"));
    assert_eq!(made(&folder).json()["hasil"][0]["keadaan"], "dilengkapi");
    for at in 2..=11 {
        folder = with(folder, &format!("F-1/foto {at:02}.png"), &picture("miring.jpg"));
    }
    // Another number of photos is another fact.
    assert_eq!(made(&folder).json()["hasil"][0]["keadaan"], "direvisi");
    let paper = paper(&folder);
    assert_eq!(paper.figures().len(), 11);
    let last = paper.page(paper.page_count() as u32);
    assert!(last.contains("Gambar 11"), "{last}");
    assert!(last.contains("Demikian dokumentasi"), "{last}");
}
