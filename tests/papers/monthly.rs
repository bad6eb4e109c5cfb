//! The monthly report as `tertib proses` leaves it: three files of one month.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::opened::{Opened, squeezed};
use super::placed::{Word, pages_of};
use super::{STAGES, UNIT};

fn file(end: &str) -> &'static [u8] {
    &STAGES.files[&format!("2024-06/laporan-bulanan.{end}")]
}

fn html() -> &'static str {
    std::str::from_utf8(file("html")).expect("UTF-8")
}

fn book() -> Xlsx<Cursor<&'static [u8]>> {
    Xlsx::new(Cursor::new(file("xlsx"))).expect("a workbook")
}

/// The page without its tags, with its entities read.
pub fn plain(html: &str) -> String {
    let text: String = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, after)| after))
        .collect::<Vec<_>>()
        .join(" ");
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text, |text, (entity, letter)| text.replace(entity, letter))
}

#[test]
fn the_report_on_paper_is_a_whole_pdf_of_both_standards_with_its_record() {
    let report = Opened::new(file("pdf"));
    let packet = report.metadata();
    for declared in ["pdfaid:part", "pdfaid:conformance", "pdfuaid:part"] {
        assert!(packet.contains(declared), "{packet}");
    }
    assert_eq!(report.language(), "id");
    assert!(report.is_tagged() && report.shows_its_title() && !report.is_encrypted());
    assert!(report.title().contains("Juni 2024"), "{}", report.title());
    assert!(report.fonts().1.is_empty(), "{:?}", report.fonts());
    assert!(report.sizes().iter().all(|size| *size == (210, 297)), "{:?}", report.sizes());
    let attached = report.attachments();
    assert_eq!(attached.len(), 1);
    assert_eq!(attached[0].mime, "application/json");
    let record: serde_json::Value = serde_json::from_slice(&attached[0].content).expect("JSON");
    assert!(record.is_object());
    let pages = report.page_count();
    for page in 1..=pages {
        let text = squeezed(&report.page(page as u32));
        assert!(text.contains(&format!("{page}dari{pages}")), "{text}");
    }
    assert!(report.says("bukan tanda tangan elektronik"));
    assert!(report.says("SDM-TI.01.01-LB-001"), "its number: {}", report.text());
}

#[test]
fn the_three_files_of_a_month_tell_the_same_of_every_request() {
    let paper = squeezed(&Opened::new(file("pdf")).text());
    let page = squeezed(&plain(html()));
    let mut book = book();
    let running = book.worksheet_range("Berjalan").expect("a sheet");
    let mut seen = 0;
    for row in running.rows().skip(1) {
        let Data::String(number) = &row[0] else { continue };
        let number = squeezed(number);
        assert!(paper.contains(&number), "{number} is not on paper");
        assert!(page.contains(&number), "{number} is not in the page");
        seen += 1;
    }
    assert!(seen >= 5, "{seen} running requests");
}

#[test]
fn names_full_of_markup_are_text_in_the_page_and_in_the_workbook() {
    let html = html();
    assert!(plain(html).contains(UNIT), "{html}");
    for live in ["<label>", "<Rapat>", "<script", "<Kusuma>"] {
        assert!(!html.contains(live), "{live} in:\n{html}");
    }
    let mut book = book();
    let names = book.sheet_names();
    let mut cells = Vec::new();
    for name in &names {
        assert!(book.worksheet_formula(name).expect("a sheet").used_cells().next().is_none());
        let range = book.worksheet_range(name).expect("a sheet");
        cells.extend(range.used_cells().map(|(.., cell)| cell.to_string()));
    }
    assert!(cells.iter().any(|cell| cell == UNIT), "{UNIT} is in no cell");
}

#[test]
fn the_page_asks_nothing_of_the_network() {
    let html = html();
    for outside in ["src=", "href=", "url(", "@import", "<link", "<iframe", "<object"] {
        assert!(!html.contains(outside), "{outside} in:\n{html}");
    }
    let addresses = html.matches("http://").count() + html.matches("https://").count();
    assert_eq!(addresses, html.matches("http://www.w3.org/2000/svg").count());
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("<html lang=\"id\">"));
    assert!(html.trim_end().ends_with("</html>"));
}

#[test]
fn what_a_chart_has_no_figure_for_stands_behind_the_mark_of_its_target() {
    let Some(pages) = pages_of(file("pdf")) else { return };
    let chart = pages.iter().find(|page| page.words.iter().any(|word| word.text == "Median"));
    let words = &chart.expect("a page with a chart").words;
    let row = |label: &str| words.iter().find(|word| word.text == label).expect("a row");
    let beside = |of: &Word| {
        let line = words.iter().filter(|word| (word.top - of.top).abs() < 2.0);
        line.filter(|word| word.left > of.right + 1.0).map(|word| word.left).collect::<Vec<_>>()
    };
    // Both steps have fifteen minutes; of the first there is no time.
    let (letter, assignment) = (beside(row("permohonan")), beside(row("Penugasan")));
    let first = |lefts: &[f64]| lefts.iter().copied().fold(f64::MAX, f64::min);
    let apart = (first(&letter) - first(&assignment)).abs();
    assert!(apart < 1.0, "{letter:?} and {assignment:?}");
}
