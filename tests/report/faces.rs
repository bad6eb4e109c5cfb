//! Paper, workbook and browser page, read back as a stranger would read them: the same
//! figures in each, text of people as it was written, the same bytes twice.

use std::io::Cursor;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use sha2::{Digest, Sha256};
use tertib::press::{Pages, Press, Templates, check_code};
use tertib::report::{self, Cell, Issue, MonthReport, sections};

use super::{june, report_of, report_with};
use crate::office::{Office, step};

const HOSTILE: &str = "<script>alert(1)</script> & #strong[x] $y$ *z* \"q\"";
const FORMULA: &str = "=1+1";

/// Two requests: one late with a hostile reason in a hostile unit, one still running.
fn story() -> Office {
    Office::new()
        .kept("P-1")
        .at(step(3))
        .times("Senin 03/06/2024 08.35", "Senin 03/06/2024 09.06")
        .with("kendala", HOSTILE)
        .request(FORMULA)
        .with("unit_kerja", HOSTILE)
        .signed(FORMULA, step(2), "Senin 03/06/2024 08.20", "Senin 03/06/2024 08.30")
}

fn pdf_of(report: &MonthReport) -> Vec<u8> {
    let press = Press::new(&Templates::built_in()).unwrap();
    report::pdf(report, &press, Issue { number: Some("SDM-1") }).unwrap().pdf
}

fn html_of(report: &MonthReport) -> String {
    report::html(report, &Pages::new(&Templates::built_in()).unwrap()).unwrap()
}

/// Blanks, and the hyphens that break a word over two lines, do not count.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{ad}' | '-' | '\u{2010}'))
        .collect()
}

/// The text of the pages by poppler's pdftotext; `None`, told on screen, without it.
pub(super) fn pages_of(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("laporan.pdf");
    std::fs::write(&file, pdf).unwrap();
    match Command::new("pdftotext").arg(&file).arg("-").output() {
        Ok(output) => Some(String::from_utf8(output.stdout).unwrap()),
        Err(_) => {
            eprintln!("skipped: pdftotext (poppler-utils) is not installed");
            None
        }
    }
}

fn plain(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        text.push(' ');
    }
    for (entity, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, letter);
    }
    text
}

fn book_of(report: &MonthReport) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(report::workbook(report).unwrap())).unwrap()
}

#[test]
fn paper_and_browser_show_every_cell_of_every_table() {
    let report = report_of(&story(), june());
    let html = squeezed(&plain(&html_of(&report)));
    let pdf = pages_of(&pdf_of(&report)).map(|text| squeezed(&text));
    for section in sections(&report) {
        let said = section.paragraphs.iter().chain(&section.points).chain(&section.notes);
        let cells = section.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        for words in said.cloned().chain(cells.map(Cell::words)) {
            let words = squeezed(&words);
            assert!(html.contains(&words), "{words} is not in the page:\n{html}");
            if let Some(pdf) = pdf.as_ref().filter(|_| !words.contains("script")) {
                assert!(pdf.contains(&words), "{words} is not on paper:\n{pdf}");
            }
        }
    }
}

#[test]
fn the_workbook_holds_the_same_figures_as_numbers() {
    let report = report_of(&story(), june());
    let mut book = book_of(&report);
    let names = book.sheet_names();
    for wanted in [
        "Ringkasan",
        "Per langkah",
        "Per unit",
        "Per aplikasi",
        "Per pelaksana",
        "Terlambat",
        "Berjalan",
        "Temuan",
        "Data",
    ] {
        assert!(names.iter().any(|name| name == wanted), "{wanted} is not among {names:?}");
    }
    let steps = book.worksheet_range("Per langkah").unwrap();
    let row: Vec<&Data> = steps.rows().nth(3).unwrap().iter().collect();
    assert_eq!(row[0], &Data::String("3. Verifikasi permohonan".to_owned()));
    let number = |at: usize| match row[at] {
        Data::Float(number) => *number,
        other => panic!("{other:?} is no number"),
    };
    // Target and median in minutes; on time 0 of 1.
    assert_eq!([1, 2, 3, 6, 7, 8].map(number), [30.0, 1.0, 31.0, 0.0, 1.0, 0.0]);
    let signed = book.worksheet_range("Data").unwrap();
    assert_eq!(signed.height(), 1 + report.signed.len());
}

#[test]
fn the_workbook_draws_its_charts_itself_and_tells_what_they_show() {
    let bytes = report::workbook(&report_of(&story(), june())).unwrap();
    let mut parts = zip_names(&bytes);
    parts.retain(|name| name.starts_with("xl/charts/chart"));
    assert_eq!(parts.len(), 1, "one month is no line: {parts:?}");
}

/// The names in the local headers of a zip file.
fn zip_names(bytes: &[u8]) -> Vec<String> {
    let starts = bytes.windows(4).enumerate().filter(|(_, four)| four == b"PK\x03\x04");
    let name = |at: usize| {
        let long = usize::from(u16::from_le_bytes([bytes[at + 26], bytes[at + 27]]));
        String::from_utf8_lossy(&bytes[at + 30..at + 30 + long]).into_owned()
    };
    starts.map(|(at, _)| name(at)).collect()
}

#[test]
fn what_people_wrote_is_text_in_every_face() {
    let report = report_of(&story(), june());
    let html = html_of(&report);
    assert!(!html.contains("<script"), "{html}");
    assert!(plain(&html).contains(FORMULA));
    let mut book = book_of(&report);
    let running = book.worksheet_range("Berjalan").unwrap();
    assert_eq!(running.get_value((1, 0)), Some(&Data::String(FORMULA.to_owned())));
    assert_eq!(running.get_value((1, 1)), Some(&Data::String(HOSTILE.to_owned())));
    assert!(book.worksheet_formula("Berjalan").unwrap().used_cells().next().is_none());
    if let Some(text) = pages_of(&pdf_of(&report)) {
        let text = squeezed(&text);
        assert!(text.contains(&squeezed("#strong[x]")), "{text}");
        assert!(text.contains(FORMULA), "{text}");
    }
}

#[test]
fn the_browser_page_asks_nothing_of_the_network() {
    let html = html_of(&report_of(&story(), june()));
    for outside in ["src=", "href=", "url(", "@import", "<link", "<iframe"] {
        assert!(!html.contains(outside), "{outside} in:\n{html}");
    }
    assert_eq!(html.matches("http").count(), html.matches("http://www.w3.org/2000/svg").count());
}

#[test]
fn the_same_month_gives_the_same_bytes() {
    let make = || {
        let report = report_of(&story(), june());
        (pdf_of(&report), report::workbook(&report).unwrap(), html_of(&report))
    };
    assert!(make() == make());
}

#[test]
fn the_record_on_paper_is_attached_and_its_digest_stands_in_the_check_line() {
    let report = report_of(&story(), june());
    let record = report::record(&report, Issue { number: Some("SDM-1") }).unwrap();
    let pdf = lopdf::Document::load_mem(&pdf_of(&report)).unwrap();
    let attached =
        pdf.objects.values().filter_map(|object| object.as_stream().ok()).any(|stream| {
            let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            content == record.as_bytes()
        });
    assert!(attached);
    if let Some(text) = pages_of(&pdf_of(&report)) {
        let digest: String =
            Sha256::digest(record.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        let code = check_code("2024-06/laporan-bulanan", &digest);
        assert_eq!(code.len(), "2024-06/laporan-bulanan/XXXX-XXXX-XXXX-XXXX-XX".len());
        let line = format!("Kode cek (bukan tanda tangan elektronik): {code}");
        assert!(squeezed(&text).contains(&squeezed(&line)), "{text}");
    }
}

#[test]
fn the_check_code_is_a_picture_or_not_there_where_the_office_wants_it_so() {
    let with = |choice: &str| {
        let toml = format!("[opsi]\nkode_cek = \"{choice}\"\n");
        pdf_of(&report_with(&story(), &toml, june()))
    };
    let (Some(text), Some(picture), Some(none)) =
        (pages_of(&with("teks")), pages_of(&with("qr")), pages_of(&with("tidak")))
    else {
        return;
    };
    assert!(text.contains("Kode cek (bukan"), "{text}");
    assert!(picture.contains("Kode cek pada gambar; bukan tanda tangan elektronik"), "{picture}");
    assert!(!picture.contains("2024-06/laporan-bulanan/"), "{picture}");
    assert!(!none.contains("Kode cek"), "{none}");
}

#[test]
fn an_empty_month_prints_in_every_face() {
    let report = report_of(&Office::new(), june());
    assert!(!pdf_of(&report).is_empty());
    assert!(html_of(&report).contains("tidak ada data"));
    assert!(!book_of(&report).sheet_names().is_empty());
}
