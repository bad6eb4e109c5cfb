//! The monthly report of the sample office: the same figures in the workbook, on paper
//! and in the page, each read by a program of its own.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use calamine::{Data, Reader, Xlsx};

use super::made::below;
use super::opened::{Opened, squeezed};
use crate::cli::folder::Folder;
use crate::samples::copy_folder;

struct Report {
    book: BTreeMap<String, Vec<Vec<Data>>>,
    paper: String,
    /// The cells of each row of each table.
    page: Vec<Vec<String>>,
}

static JUNE: LazyLock<Report> = LazyLock::new(|| {
    let folder = Folder::empty();
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kantor");
    copy_folder(&sample, &folder.path(""));
    folder.tertib(&["laporan", "--bulan", "2024-06"]).ends_with(0);
    let files = below(&folder, "hasil");
    let file = |end: &str| &files[&format!("2024-06/laporan-bulanan.{end}")];
    let mut book = Xlsx::new(std::io::Cursor::new(file("xlsx"))).expect("a workbook");
    let sheets = book.worksheets().into_iter();
    Report {
        book: sheets
            .map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect()))
            .collect(),
        paper: squeezed(&Opened::new(file("pdf")).text()),
        page: rows_of(std::str::from_utf8(file("html")).expect("UTF-8")),
    }
});

fn rows_of(html: &str) -> Vec<Vec<String>> {
    let rows = html.split("<tr").skip(1).map(|row| row.split("</tr>").next().unwrap_or_default());
    rows.map(|row| {
        let cells = row.split("<t").skip(1).filter(|cell| cell.starts_with(['h', 'd']));
        cells.map(|cell| squeezed(&super::monthly::plain(&format!("<t{cell}")))).collect()
    })
    .collect()
}

/// A number as Indonesian writes it.
fn figure(number: f64) -> String {
    let text = format!("{number:.1}").replace('.', ",");
    text.strip_suffix(",0").unwrap_or(&text).to_owned()
}

/// Minutes as hours, minutes and seconds in words.
fn duration(minutes: f64) -> String {
    let seconds = (minutes * 60.0).round() as u64;
    let parts = [(seconds / 3600, "jam"), (seconds / 60 % 60, "menit"), (seconds % 60, "detik")];
    let told: Vec<String> =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, unit)| format!("{n} {unit}")).collect();
    if told.is_empty() { "0 menit".to_owned() } else { told.join(" ") }
}

/// A row of the workbook as page and paper word it.
fn worded(heads: &[Data], row: &[Data]) -> Vec<String> {
    let mut cells = Vec::new();
    let mut share = Vec::new();
    for (head, cell) in heads.iter().zip(row) {
        let head = head.to_string();
        match cell {
            Data::Float(number) if head.starts_with("Tepat waktu") => share.push(*number),
            Data::Float(number) if head.ends_with("(menit)") => cells.push(duration(*number)),
            Data::Float(number) => cells.push(figure(*number)),
            Data::Empty => cells.push("–".to_owned()),
            other => cells.push(other.to_string()),
        }
        if let [on_time, of, percent] = share.as_slice() {
            cells.push(format!("{on_time} dari {of} ({}%)", figure(*percent)));
            share.clear();
        }
    }
    assert!(share.is_empty(), "{share:?}");
    cells.iter().map(|cell| squeezed(cell)).collect()
}

#[test]
fn each_row_of_figures_in_the_workbook_stands_so_in_the_page_and_on_paper() {
    for sheet in ["Per langkah", "Per unit", "Per aplikasi", "Per pelaksana", "Temuan"] {
        let rows = &JUNE.book[sheet];
        let (heads, rows) = rows.split_first().expect("heads");
        assert!(rows.len() > 3, "{sheet}");
        for row in rows {
            let cells = worded(heads, row);
            assert!(JUNE.page.contains(&cells), "{sheet}: {cells:?} is not in the page");
            let line = cells.concat();
            assert!(JUNE.paper.contains(&line), "{sheet}: {line} is not on paper");
        }
    }
}

#[test]
fn the_rows_behind_the_figures_add_up_to_them() {
    let count = |sheet: &str, column: usize, wanted: &str| {
        let rows = JUNE.book[sheet].iter().skip(1);
        rows.filter(|row| row[column] == *wanted).count() as f64
    };
    let summary = |name: &str| {
        let row = JUNE.book["Ringkasan"].iter().find(|row| row[0] == *name);
        match row.expect("a line of the summary")[2] {
            Data::Float(number) => number,
            ref other => panic!("{name}: {other:?}"),
        }
    };
    let column = |sheet: &str, head: &str| {
        let heads = &JUNE.book[sheet][0];
        heads.iter().position(|one| *one == *head).unwrap_or_else(|| panic!("no {head}"))
    };
    let outcome = column("Permohonan", "Hasil");
    for (name, told) in
        [("Selesai", "selesai"), ("Dikembalikan", "dikembalikan"), ("Ditolak", "ditolak")]
    {
        assert_eq!(summary(name), count("Permohonan", outcome, told), "{name}");
    }
    let steps = column("Data", "Langkah");
    for row in JUNE.book["Per langkah"].iter().skip(1) {
        let Data::Float(signed) = row[2] else { panic!("{row:?}") };
        let name = row[0].to_string();
        let behind = count("Data", steps, &name);
        assert!(!name.starts_with(char::is_numeric) || signed == behind, "{name}: {behind}");
    }
    let late = JUNE.book["Terlambat"].len() - 1;
    let judged = column("Data", "Tepat waktu");
    assert_eq!(late as f64, count("Data", judged, "tidak"));
}
