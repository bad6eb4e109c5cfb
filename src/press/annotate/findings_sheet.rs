//! The sheet *Temuan*: every finding of the workbook in a row, with a link to its cell.
//!
//! All text stands in the cells themselves, as text: what begins with `=` is no formula,
//! and the workbook's own shared texts are not touched.

use std::fmt::Write as _;

use super::sheet_list::quoted;
use super::styles::Styles;
use super::tags::{attribute_text, cell_text};
use super::{Annotation, Finding};
use crate::diagnostic::{FINDINGS_HEAD, FINDINGS_TITLE, Level, cell_address};

/// Where the head stands, from one: below title and account.
const HEAD_ROW: usize = 3;
/// In characters: kode, tingkat, permohonan, lembar, sel, pesan, akibat, saran.
const WIDTHS: [u32; 8] = [7, 16, 16, 18, 11, 50, 38, 46];
/// Excel takes no more links on a sheet.
const LINKS: usize = 65_530;
/// The height of a line, and the most that a row of Excel may have, in points.
const LINE: f64 = 13.5;
const HIGHEST: f64 = 405.0;
/// The longest text of a cell of Excel.
const LONGEST: usize = 32_767;

/// The numbers of the formats that the sheet uses.
struct Formats {
    title: usize,
    account: usize,
    head: usize,
    text: usize,
    /// For a text that would be a formula if it were typed in again.
    quoted: usize,
    link: usize,
    levels: [usize; 4],
}

/// The part of the sheet, and the last row of its table.
pub(super) fn part(annotation: &Annotation, styles: &mut Styles) -> (String, usize) {
    let formats = formats(styles);
    let last = HEAD_ROW + annotation.findings.len().max(1);
    let mut rows = String::new();
    let title = format!("{FINDINGS_TITLE}: {}", annotation.file);
    row(&mut rows, 1, &[(title.as_str(), formats.title)]);
    row(&mut rows, 2, &[(annotation.account.as_str(), formats.account)]);
    let head: Vec<(&str, usize)> = FINDINGS_HEAD.iter().map(|head| (*head, formats.head)).collect();
    row(&mut rows, HEAD_ROW, &head);
    if annotation.findings.is_empty() {
        let none = ["", "", "", "", "", "tidak ada temuan pada buku kerja ini", "", ""];
        let none: Vec<_> = none.iter().map(|text| (*text, formats.text)).collect();
        row(&mut rows, HEAD_ROW + 1, &none);
    }
    let mut links = String::new();
    for (at, finding) in annotation.findings.iter().enumerate() {
        let no = HEAD_ROW + 1 + at;
        finding_row(&mut rows, no, finding, &formats);
        if at < LINKS
            && let Some(cell) = finding.cells.first()
        {
            let target = format!("{}!{}", quoted(&cell.sheet), cell_address(cell.row, cell.column));
            let _ = write!(
                links,
                "<hyperlink ref=\"E{no}\" location=\"{}\" tooltip=\"Ke sel {}\"/>",
                attribute_text(&target),
                cell_address(cell.row, cell.column)
            );
        }
    }
    let links = match links.is_empty() {
        true => links,
        false => format!("<hyperlinks>{links}</hyperlinks>"),
    };
    let widths: String = (1..)
        .zip(WIDTHS)
        .map(|(no, width)| {
            format!("<col min=\"{no}\" max=\"{no}\" width=\"{width}.7109375\" customWidth=\"1\"/>")
        })
        .collect();
    let first = HEAD_ROW + 1;
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><tabColor rgb=\"FFC00000\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:H{last}\"/><sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"{HEAD_ROW}\" topLeftCell=\"A{first}\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A{first}\" sqref=\"A{first}\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>{widths}</cols><sheetData>{rows}</sheetData><autoFilter ref=\"A{HEAD_ROW}:H{last}\"/>{links}<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RHalaman &amp;P dari &amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref=\"A1:H{last}\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>"
    );
    (xml, last)
}

/// The cells of the table and the rows of its head, as formulas name them.
pub(super) fn ranges(last: usize) -> (String, String) {
    (format!("$A${HEAD_ROW}:$H${last}"), format!("${HEAD_ROW}:${HEAD_ROW}"))
}

fn finding_row(rows: &mut String, no: usize, finding: &Finding, formats: &Formats) {
    let level = Level::ALL.iter().position(|level| *level == finding.level);
    let level = level.and_then(|at| formats.levels.get(at)).copied().unwrap_or(formats.text);
    let place = if finding.cells.is_empty() { formats.text } else { formats.link };
    let text = |text| (text, if is_typed_formula(text) { formats.quoted } else { formats.text });
    let cells = [
        text(&finding.code),
        (finding.level.name(), level),
        text(&finding.request),
        text(&finding.sheet),
        (finding.place.as_str(), place),
        text(&finding.message),
        text(&finding.consequence),
        text(&finding.advice),
    ];
    row(rows, no, &cells);
}

/// What a spreadsheet would read as a formula if somebody typed it.
fn is_typed_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

fn row(rows: &mut String, no: usize, cells: &[(&str, usize)]) {
    let height = height(cells, no);
    let _ = write!(rows, "<row r=\"{no}\"{height}>");
    for (column, (text, format)) in (0_u16..).zip(cells) {
        let address = cell_address(u32::try_from(no - 1).unwrap_or(0), column);
        if text.is_empty() {
            let _ = write!(rows, "<c r=\"{address}\" s=\"{format}\"/>");
            continue;
        }
        let text = cell_text(&shortened(text));
        let _ = write!(
            rows,
            "<c r=\"{address}\" s=\"{format}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
        );
    }
    rows.push_str("</row>");
}

/// The height of a row of the table, so that all of its text shows: LibreOffice takes
/// the rows of a workbook of others as they are.
fn height(cells: &[(&str, usize)], no: usize) -> String {
    if no <= HEAD_ROW {
        return String::new();
    }
    let lines = cells.iter().zip(WIDTHS).map(|((text, _), width)| lines(text, width as usize));
    let points = (lines.max().unwrap_or(1) as f64 * LINE + 2.0).min(HIGHEST);
    format!(" ht=\"{points}\" customHeight=\"1\"")
}

/// The lines that a text takes in a column of so many letters.
fn lines(text: &str, width: usize) -> usize {
    let of_line = |line: &str| {
        let (mut lines, mut filled) = (1, 0);
        for word in line.split_whitespace() {
            let long = word.chars().count();
            if filled > 0 && filled + 1 + long > width {
                (lines, filled) = (lines + 1, 0);
            }
            filled += usize::from(filled > 0) + long;
            // A word that is longer than the column goes on below.
            lines += filled.saturating_sub(1) / width;
            filled = filled.saturating_sub(1) % width + usize::from(filled > 0);
        }
        lines
    };
    text.lines().map(of_line).sum::<usize>().max(1)
}

fn shortened(text: &str) -> String {
    match text.chars().count() > LONGEST {
        true => text.chars().take(LONGEST - 1).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

fn formats(styles: &mut Styles) -> Formats {
    let font = |styles: &mut Styles, attributes: &str, size: u32, colour: &str| {
        styles.add(
            "fonts",
            format!("<font>{attributes}<sz val=\"{size}\"/><color rgb=\"{colour}\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"),
        )
    };
    let title = font(styles, "<b/>", 14, "FF000000");
    let plain = font(styles, "", 10, "FF000000");
    let bold = font(styles, "<b/>", 10, "FFFFFFFF");
    let link = font(styles, "<u/>", 10, "FF0563C1");
    let dark = styles.add("fills", super::styles::solid("FF44546A"));
    let thin = |side: &str| format!("<{side} style=\"thin\"><color rgb=\"FFBFBFBF\"/></{side}>");
    let sides: String = ["left", "right", "top", "bottom"].into_iter().map(thin).collect();
    let border = styles.add("borders", format!("<border>{sides}<diagonal/></border>"));
    let mut format = |font: usize, fill: usize, border: usize, more: &str, wrap: bool| {
        let wrap = if wrap { " wrapText=\"1\"" } else { "" };
        styles.add(
            "cellXfs",
            format!("<xf numFmtId=\"49\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\"{more} applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"{wrap}/></xf>"),
        )
    };
    let title = format(title, 0, 0, "", false);
    let account = format(plain, 0, 0, "", false);
    let head = format(bold, dark, border, "", true);
    let text = format(plain, 0, border, "", true);
    let quoted = format(plain, 0, border, " quotePrefix=\"1\"", true);
    let link = format(link, 0, border, "", true);
    let levels = Level::ALL.map(|level| {
        let fill = styles.fill(level);
        styles.add(
            "cellXfs",
            format!("<xf numFmtId=\"49\" fontId=\"{plain}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"),
        )
    });
    Formats { title, account, head, text, quoted, link, levels }
}
