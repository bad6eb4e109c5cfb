//! Where each word stands on its page, by poppler as an outside judge: inside the
//! margins, and over no other word.

use std::process::Command;

use tertib::sop::PaperKind;

use super::STAGES;
use super::crowded::CROWDED;
use super::made::Made;
use super::sparse::SPARSE;

/// Points of 1/72 inch in a millimetre.
const MM: f64 = 72.0 / 25.4;

pub(super) struct Word {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub text: String,
}

pub(super) struct Page {
    pub width: f64,
    pub height: f64,
    pub words: Vec<Word>,
}

fn number(line: &str, key: &str) -> f64 {
    let rest = line.split_once(&format!("{key}=\"")).expect("a measure").1;
    rest.split('"').next().unwrap_or_default().parse().expect("a number")
}

/// The words of each page; `None`, told on screen, without poppler.
pub(super) fn pages_of(pdf: &[u8]) -> Option<Vec<Page>> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("naskah.pdf");
    std::fs::write(&file, pdf).expect("a file");
    let Ok(output) = Command::new("pdftotext").arg("-bbox").arg(&file).arg("-").output() else {
        eprintln!("skipped: pdftotext (poppler-utils) is not installed");
        return None;
    };
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let mut pages: Vec<Page> = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.starts_with("<page") {
            let (width, height) = (number(line, "width"), number(line, "height"));
            pages.push(Page { width, height, words: Vec::new() });
        } else if line.starts_with("<word") {
            let text = line.split_once('>').expect("a word").1.replace("</word>", "");
            pages.last_mut().expect("a page before its words").words.push(Word {
                left: number(line, "xMin"),
                top: number(line, "yMin"),
                right: number(line, "xMax"),
                bottom: number(line, "yMax"),
                text,
            });
        }
    }
    Some(pages)
}

/// Words of which one covers a good part of the other.
fn covered(page: &Page) -> Option<(&Word, &Word)> {
    let overlap = |a: (f64, f64), b: (f64, f64)| a.1.min(b.1) - a.0.max(b.0);
    page.words.iter().enumerate().find_map(|(at, one)| {
        let other = page.words[at + 1..].iter().find(|other| {
            let across = overlap((one.left, one.right), (other.left, other.right));
            let down = overlap((one.top, one.bottom), (other.top, other.bottom));
            let lower = (one.bottom - one.top).min(other.bottom - other.top);
            across > 1.0 && down > lower * 0.5
        })?;
        Some((one, other))
    })
}

fn every_page(check: impl Fn(&str, PaperKind, &Page)) {
    let offices: [&Made; 3] = [&CROWDED, &STAGES, &SPARSE];
    for office in offices {
        for (request, kind, round, _) in office.papers() {
            let Some(pages) = pages_of(&office.paper(&request, kind, round).bytes) else { return };
            assert!(!pages.is_empty());
            pages.iter().for_each(|page| check(&request, kind, page));
        }
    }
}

/// Inside the margins, and no word over another.
pub(super) fn stands_well(request: &str, kind: PaperKind, page: &Page) {
    assert!(!page.words.is_empty(), "{request} {kind} has an empty page");
    for word in &page.words {
        let Word { left, top, right, bottom, text } = word;
        let inside = *left >= 30.0 * MM - 1.0
            && *right <= page.width - 20.0 * MM + 1.0
            && *top >= 15.0 * MM
            && *bottom <= page.height - 5.0 * MM;
        assert!(inside, "{request} {kind}: {text} at {left}–{right}, {top}–{bottom}");
    }
    if let Some((one, other)) = covered(page) {
        panic!("{request} {kind}: {} and {} cover each other", one.text, other.text);
    }
}

#[test]
fn every_word_stands_inside_the_margins_and_over_no_other() {
    every_page(stands_well);
}

#[test]
fn a_word_over_another_is_noticed() {
    let word =
        |left, top| Word { left, top, right: left + 20.0, bottom: top + 10.0, text: String::new() };
    let page = |other| Page { width: 100.0, height: 100.0, words: vec![word(10.0, 10.0), other] };
    assert!(covered(&page(word(15.0, 12.0))).is_some());
    assert!(covered(&page(word(10.0, 21.0))).is_none());
    assert!(covered(&page(word(31.0, 10.0))).is_none());
}
