//! The account of the rows: on every fixture each row that is not empty is a title, a
//! head, a record, a total or note, an unfilled line of the form, or told.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, open_workbook_auto};
use tertib::intake::{self, Fact, HeadMap, InputFile, Rules, Seat};
use tertib::office::Zone;

use super::book::sop;

/// The rows of each sheet that hold anything, counted by the reader itself.
fn filled_rows(path: &Path) -> Option<BTreeMap<String, u32>> {
    let mut book = open_workbook_auto(path).ok()?;
    let names = book.sheet_names();
    let is_filled = |cell: &Data| match cell {
        Data::Empty => false,
        Data::String(text) => !text.trim().is_empty(),
        _ => true,
    };
    let count = |range: calamine::Range<Data>| {
        range.rows().filter(|row| row.iter().any(is_filled)).count() as u32
    };
    Some(
        names
            .into_iter()
            .filter_map(|name| {
                let range = book.worksheet_range(&name).ok()?;
                Some((name, count(range)))
            })
            .collect(),
    )
}

fn workbooks(below: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(below).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            workbooks(&path, found);
        } else if path.extension().is_some_and(|end| end == "xlsx" || end == "xlsm") {
            found.push(path);
        }
    }
}

#[test]
fn on_every_fixture_the_rows_add_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    workbooks(&root.join("samples"), &mut files);
    workbooks(&root.join("tests/workbooks"), &mut files);
    files.sort();
    let sop = sop();
    let heads = HeadMap::default();
    let rules = Rules { sop: &sop, zone: Zone::Wib, heads: &heads, applications: &[] };
    let mut sheets = 0;
    for path in files {
        let name = path.to_string_lossy().into_owned();
        let file = InputFile { path: path.clone(), name: name.as_str().into() };
        let read = intake::read(&[file], &rules);
        let Some(filled) = filled_rows(&path) else { continue };
        let mut counted: BTreeMap<String, u32> = BTreeMap::new();
        for run in &read.rows {
            let sheet = read.sources.sheet(run.sheet).expect("a sheet that was read");
            *counted.entry(sheet.sheet.to_string()).or_default() += run.count;
        }
        // A sheet of no known kind is told as a whole.
        let unknown = read.problems.iter().filter(|problem| {
            matches!(
                problem.fact,
                Fact::UnknownSheet { .. } | Fact::HeadsDownward { .. } | Fact::SheetBroken { .. }
            )
        });
        let unknown = unknown.count();
        sheets += counted.len();
        let uncounted =
            filled.iter().filter(|(sheet, count)| **count > 0 && !counted.contains_key(*sheet));
        assert_eq!(uncounted.count(), unknown, "{name}");
        // The reader knows nothing of rows in which only formulas without a value stand.
        for problem in &read.problems {
            if let (Fact::RowsUncalculated { rows }, Seat::Sheet(id)) =
                (&problem.fact, &problem.seat)
            {
                let sheet = read.sources.sheet(*id).expect("a sheet that was read");
                *counted.entry(sheet.sheet.to_string()).or_default() -= rows.len() as u32;
            }
        }
        for (sheet, count) in counted {
            assert_eq!(Some(&count), filled.get(&sheet), "{name} › {sheet}");
        }
    }
    assert!(sheets > 15, "{sheets} sheets were looked at");
}
