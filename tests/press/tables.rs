//! Workbooks and pages for a browser, read back.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use serde_json::json;
use tertib::press::{Column, Pages, PressProblem, Table, Value, write_workbook};

use super::{moment, place_of, templates};

fn table() -> Table {
    let column = |head: &str| Column { head: head.to_owned(), width: 20.0 };
    let date = NaiveDate::from_ymd_opt(2024, 6, 10).unwrap();
    Table {
        title: "Kendali".to_owned(),
        columns: ["Teks", "Bilangan", "Pecahan", "Tanggal", "Waktu", "Kosong"].map(column).to_vec(),
        rows: vec![
            vec![
                Value::Text("=1+1".to_owned()),
                Value::Integer(-315),
                Value::Decimal(87.5),
                Value::Date(date),
                Value::DateTime(date.and_hms_opt(9, 15, 30).unwrap()),
                Value::Blank,
            ],
            vec![
                Value::Text("197405102000121001".to_owned()),
                Value::Integer(197_405_102_000_121_001),
            ],
            vec![Value::Text("@SUM(A1) <b> & ' \u{1}".to_owned())],
        ],
    }
}

#[test]
fn a_workbook_keeps_text_as_text_and_dates_as_dates() {
    let bytes = write_workbook(&[table()], moment()).unwrap();
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert!(workbook.worksheet_formula("Kendali").unwrap().is_empty());
    let sheet = workbook.worksheet_range("Kendali").unwrap();
    let cell = |row, column| sheet.get((row, column)).cloned().unwrap_or(Data::Empty);
    let text = |text: &str| Data::String(text.to_owned());
    assert_eq!(cell(0, 4), text("Waktu"));
    assert_eq!(cell(1, 0), text("=1+1"));
    assert_eq!(cell(1, 1), Data::Float(-315.0));
    assert_eq!(cell(1, 2), Data::Float(87.5));
    assert_eq!(cell(1, 5), Data::Empty);
    assert_eq!(cell(2, 0), text("197405102000121001"));
    assert_eq!(cell(2, 1), text("197405102000121001"));
    assert_eq!(cell(3, 0), text("@SUM(A1) <b> & ' \u{1}"));
    for (column, serial) in
        [(3, 45453.0), (4, 45453.0 + (9.0 * 3600.0 + 15.0 * 60.0 + 30.0) / 86400.0)]
    {
        let Data::DateTime(read) = cell(1, column) else { panic!("{:?}", cell(1, column)) };
        assert!((read.as_f64() - serial).abs() < 1e-6, "{read:?}");
    }
}

#[test]
fn a_workbook_of_the_same_tables_has_the_same_bytes() {
    assert!(
        write_workbook(&[table()], moment()).unwrap()
            == write_workbook(&[table()], moment()).unwrap()
    );
}

#[test]
fn what_excel_cannot_hold_is_refused_with_its_place() {
    let refused = |change: fn(&mut Table)| {
        let mut table = table();
        change(&mut table);
        write_workbook(&[table], moment()).unwrap_err().to_string()
    };
    assert_eq!(
        refused(|table| table.rows[1][0] = Value::Text("x".repeat(32_768))),
        "lembar \"Kendali\" baris 3 kolom 1: teks lebih dari 32.767 huruf, batas satu sel Excel"
    );
    assert_eq!(
        refused(|table| table.rows[0][2] = Value::Decimal(f64::NAN)),
        "lembar \"Kendali\" baris 2 kolom 3: nilainya bukan bilangan"
    );
    assert_eq!(
        refused(|table| table.columns.truncate(3)),
        "lembar \"Kendali\" baris 2: nilainya lebih banyak daripada kolom tabel"
    );
    assert_eq!(
        refused(|table| table.title = "Juni/2024".to_owned()),
        "nama lembar \"Juni/2024\" tidak dapat dipakai: memuat [ ] : * ? / \\ atau tanda petik tunggal di ujungnya"
    );
    let mut twin = table();
    twin.title = "KENDALI".to_owned();
    assert_eq!(
        write_workbook(&[table(), twin], moment()).unwrap_err().to_string(),
        "nama lembar \"KENDALI\" tidak dapat dipakai: sudah dipakai lembar lain"
    );
}

#[test]
fn html_shows_markup_of_people_as_text() {
    let pages =
        Pages::new(&templates("uji.html", "<p title=\"{{ nama }}\">{{ nama }}</p>\n")).unwrap();
    let html = pages
        .render("uji.html", &json!({ "nama": "<script>alert('x')</script> & \"A\"" }))
        .unwrap();
    assert!(!html.contains("<script>"), "{html}");
    assert!(html.contains("&lt;script&gt;") && html.contains("&amp; &quot;A&quot;"), "{html}");
}

#[test]
fn a_mistake_in_an_html_template_names_its_place() {
    let syntax = Pages::new(&templates("uji.html", "<p>\n{% if %}\n")).err().unwrap();
    assert!(place_of(&syntax[0]).starts_with("uji.html:2:"), "{syntax:?}");
    let text = "<p>\n{{ nama | tiada }}\n{% include \"lain.html\" %}\n";
    let unknown = Pages::new(&templates("uji.html", text)).err().unwrap();
    let places: Vec<String> = unknown.iter().map(place_of).collect();
    assert_eq!(places, ["uji.html:2:11", "uji.html:3:12"]);
    assert_eq!(unknown[0].to_string(), "templat \"uji.html\": filter \"tiada\" tidak dikenal");

    let pages = Pages::new(&templates("uji.html", "<p>\n\n{{ tiada }}</p>\n")).unwrap();
    let missing = pages.render("uji.html", &json!({ "nama": "x" })).unwrap_err();
    assert!(place_of(&missing[0]).starts_with("uji.html:3:"), "{missing:?}");
    let unknown = PressProblem::NoTemplate { name: "tiada.html".to_owned() };
    assert_eq!(pages.render("tiada.html", &json!({})), Err(vec![unknown]));
}
