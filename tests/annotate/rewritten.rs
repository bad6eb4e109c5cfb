//! A workbook of another format is first written as an .xlsx, cell by cell.

use calamine::{Data, Reader, Xlsx};
use chrono::{DateTime, NaiveDate, NaiveTime};
use std::io::Cursor;
use tertib::press::{PlainSheet, PlainValue as V, annotate, sheet_names, write_plain_workbook};

use super::others::marked;
use super::package::{parts, text};
use crate::cli::folder::{Folder, REQUESTS, request};

fn plain() -> Vec<u8> {
    let day = NaiveDate::from_ymd_opt(2024, 6, 3).expect("a day");
    let noon = NaiveTime::from_hms_opt(12, 0, 30).expect("a time");
    let cells = vec![
        (0, 0, V::Text("=1+1".to_owned())),
        (0, 1, V::Text("198501012010011001".to_owned())),
        (2, 0, V::Number(9.1)),
        (2, 1, V::Bool(true)),
        (3, 0, V::DateTime(day.and_time(NaiveTime::MIN))),
        (3, 1, V::DateTime(day.and_time(noon))),
        (4, 0, V::Time(noon)),
        (4, 1, V::Fault("#N/A".to_owned())),
    ];
    let name = sheet_names(["Juni/Juli"].into_iter()).remove(0);
    let made = DateTime::UNIX_EPOCH.fixed_offset();
    write_plain_workbook(&[PlainSheet { name, cells, merged: Vec::new() }], made)
        .expect("a workbook")
}

#[test]
fn values_stay_what_they_are_in_the_cells_in_which_they_stood() {
    let copy = annotate(&plain(), &marked("Juni-Juli")).expect("a copy");
    let mut book = Xlsx::new(Cursor::new(copy)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Temuan", "Juni-Juli"]);
    let cells = book.worksheet_range("Juni-Juli").expect("the sheet");
    let at = |row, column| cells.get_value((row, column)).cloned().unwrap_or(Data::Empty);
    assert_eq!(at(0, 0), Data::String("=1+1".to_owned()));
    assert_eq!(at(0, 1), Data::String("198501012010011001".to_owned()));
    assert_eq!((at(2, 0), at(2, 1)), (Data::Float(9.1), Data::Bool(true)));
    assert_eq!(at(4, 1), Data::Error(calamine::CellErrorType::NA));
    let moments = [at(3, 0), at(3, 1), at(4, 0)].map(|cell| match cell {
        Data::DateTime(moment) => moment.as_f64(),
        other => panic!("no moment: {other:?}"),
    });
    assert_eq!(moments[0], 45_446.0);
    assert!((moments[1] - 45_446.500_347_222).abs() < 1e-6, "{moments:?}");
    assert!((moments[2] - 0.500_347_222).abs() < 1e-6, "{moments:?}");
}

#[test]
fn the_cells_of_a_workbook_can_be_asked_for_as_they_stand() {
    let office =
        Folder::office().book("data/p.xlsx", &[("Permohonan", &REQUESTS, &[request("A-1")])]);
    let sheets =
        tertib::intake::plain_sheets(&office.path("data/p.xlsx"), None).expect("the cells");
    assert_eq!(&*sheets[0].name, "Permohonan");
    assert_eq!(sheets[0].cells.len(), 16);
    let last = sheets[0].cells.last().expect("a cell");
    assert_eq!((last.row, last.column), (1, 7));
}

#[test]
fn a_format_that_is_no_package_is_told_apart() {
    use tertib::press::{AnnotateProblem, Annotation};
    let problem = annotate(b"a;b;c", &Annotation::default());
    assert_eq!(problem, Err(AnnotateProblem::NotPackage));
    let list = parts(&annotate(&plain(), &Annotation::default()).expect("a copy"));
    let list = text(&list, "xl/worksheets/sheet2.xml");
    assert!(list.contains("tidak ada temuan pada buku kerja ini"), "{list}");
}

/// What a request came to, and the codes of the findings.
fn judged(office: &Folder) -> (serde_json::Value, Vec<String>) {
    let told = office.tertib(&["--format", "json", "periksa", "--anotasi", "salinan"]).json();
    let findings = told["temuan"].as_array().expect("a list").iter();
    let codes = findings.map(|one| one["kode"].as_str().unwrap_or("").to_owned());
    (told["permohonan"].clone(), codes.collect())
}

#[test]
fn a_number_merged_over_its_steps_is_so_in_the_copy_too() {
    let workbooks = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks");
    for ending in ["xls", "ods", "xlsb"] {
        let bytes = std::fs::read(workbooks.join(format!("gabung/gabung.{ending}")));
        let office = Folder::office().with(&format!("data/g.{ending}"), bytes.expect("a file"));
        let first = judged(&office);
        let copy = std::fs::read(office.path(&format!("salinan/g.{ending}.xlsx")));
        let again = judged(&Folder::office().with("data/g.xlsx", copy.expect("a copy")));
        assert_eq!(again.0, first.0, "{ending}");
        // The copy has no hidden sheet.
        let seen = first.1.into_iter().filter(|code| code != "D13").collect::<Vec<_>>();
        assert_eq!(again.1, seen, "{ending}");
    }
}
