//! Other programs open the copies. Each test is passed over where the program is not there.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use tertib::diagnostic::Level;
use tertib::press::{AnnotateProblem, Annotation, Finding, MarkedCell, annotate, is_untouched};

use crate::cli::folder::{Told, in_repository, program};

/// Opens both with openpyxl and compares sheets, values and styles; the marked cells
/// must be coloured and noted, and the list must lead to them.
const COMPARE: &str = r#"
import sys, warnings, openpyxl
warnings.simplefilter('ignore')
one, two, marked = sys.argv[1:4]
vba = one.endswith('m')
try:
    before = openpyxl.load_workbook(one, keep_vba=vba)
except Exception:
    print('original tidak terbaca')
    sys.exit(0)
after = openpyxl.load_workbook(two, keep_vba=vba)
names = before.sheetnames
if not names:
    sys.exit(0)
assert after.sheetnames[1:] == names, (after.sheetnames, names)
found = after.worksheets[0]
assert found['A3'].value == 'Kode' and found.freeze_panes == 'A4'
assert found.auto_filter.ref and found.print_title_rows
def plain(value):
    return getattr(value, 'text', value)
for old in before.worksheets:
    new = after[old.title]
    for row in old.iter_rows(max_row=60, max_col=32):
        for cell in row:
            other = new.cell(cell.row, cell.column)
            assert plain(other.value) == plain(cell.value), (old.title, cell.coordinate)
            if cell.coordinate in marked.split(','):
                continue
            for style in ('font', 'fill', 'border', 'alignment', 'number_format'):
                a, b = getattr(cell, style), getattr(other, style)
                assert repr(a) == repr(b), (old.title, cell.coordinate, style)
    assert old.freeze_panes == new.freeze_panes
    assert len(old.merged_cells.ranges) == len(new.merged_cells.ranges)
    assert {k: v.hidden for k, v in old.row_dimensions.items() if v.hidden} == {k: v.hidden for k, v in new.row_dimensions.items() if v.hidden}
sheet = after[before.worksheets[0].title] if before.worksheets else None
for address in marked.split(',') if marked and sheet is not None else []:
    cell = sheet[address]
    if type(cell).__name__ == 'MergedCell':
        continue
    assert cell.comment and 'kesalahan (D03)' in cell.comment.text, address
    assert cell.fill.fgColor.rgb == 'FFFFC9D1', (address, cell.fill.fgColor.rgb)
print('sama')
"#;

fn has_libreoffice() -> bool {
    let there = Command::new("soffice").args(["--headless", "--version"]).output();
    let there = there.is_ok_and(|output| output.status.success());
    if !there {
        println!("skipped: soffice (LibreOffice) is not installed");
    }
    there
}

fn has_openpyxl() -> bool {
    let import = Command::new("python3").args(["-c", "import openpyxl"]).output();
    let there = import.is_ok_and(|output| output.status.success());
    if !there {
        println!("skipped: python3 with the package openpyxl is not installed");
    }
    there
}

fn compare(original: &Path, copy: &Path, marked: &str) {
    let output = Command::new("python3")
        .args(["-c", COMPARE])
        .args([original, copy])
        .arg(marked)
        .output()
        .expect("python3 starts");
    assert!(
        output.status.success(),
        "{}: {}",
        original.display(),
        String::from_utf8_lossy(&output.stderr)
    );
}

fn files_below(folder: &Path, ends: &[&str]) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(here) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&here) else { continue };
        for path in entries.map(|entry| entry.expect("an entry").path()) {
            let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
            if path.is_dir() {
                folders.push(path);
            } else if end.is_some_and(|end| ends.contains(&end.as_str())) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Three cells of the first sheet: one that is likely filled, and two that are not.
pub fn marked(sheet: &str) -> Annotation {
    let cell = |row, column| MarkedCell { sheet: sheet.into(), row, column };
    let finding = Finding {
        code: "D03".to_owned(),
        level: Level::Kesalahan,
        request: "=P-1".to_owned(),
        sheet: sheet.to_owned(),
        place: "B2, D41, AE1".to_owned(),
        message: "tanggal \"x\" & <y> tidak dapat dibaca".to_owned(),
        consequence: "belum dapat dinilai.".to_owned(),
        advice: "perbaiki".to_owned(),
        cells: vec![cell(1, 1), cell(40, 3), cell(0, 30)],
    };
    Annotation { findings: vec![finding], ..Annotation::default() }
}

/// The name of the first worksheet, as openpyxl gives it.
fn first_sheet(path: &Path) -> Option<String> {
    let script = "import sys, warnings, openpyxl\nwarnings.simplefilter('ignore')\nprint(openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].title, end='')";
    let output = Command::new("python3").args(["-c", script]).arg(path).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn workbooks() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ends = ["xlsx", "xlsm"];
    let mut files = files_below(&root.join("tests/workbooks"), &ends);
    files.extend(files_below(&root.join("samples"), &ends));
    let corpus = files_below(&root.join("../shared/corpus"), &ends);
    if corpus.is_empty() {
        println!("skipped: ../shared/corpus is not there");
    }
    // All of them were gone through by hand; a part of them keeps the test short.
    let macros = |path: &PathBuf| path.extension().is_some_and(|end| end == "xlsm");
    let sample = corpus.into_iter().enumerate().filter(|(at, path)| at % 40 == 0 || macros(path));
    files.extend(sample.map(|(_, path)| path));
    files
}

#[test]
fn openpyxl_finds_in_a_copy_all_that_the_original_has_with_colours_and_notes() {
    if !has_openpyxl() {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let mut annotated = 0;
    for original in workbooks() {
        let Some(sheet) = first_sheet(&original) else { continue };
        let bytes = std::fs::read(&original).expect("a workbook");
        let copy = match annotate(&bytes, &marked(&sheet)) {
            Ok(copy) => copy,
            // UTF-16, which calamine does not read either.
            Err(AnnotateProblem::Malformed) => continue,
            Err(problem) => panic!("{}: {problem}", original.display()),
        };
        assert!(is_untouched(&copy), "{}", original.display());
        let end = original.extension().expect("an ending").to_string_lossy().into_owned();
        let place = folder.path().join(format!("salinan.{end}"));
        std::fs::write(&place, copy).expect("a copy");
        compare(&original, &place, "B2,D41,AE1");
        annotated += 1;
    }
    assert!(annotated >= 15, "{annotated}");
}

#[test]
fn libreoffice_opens_a_copy_and_what_it_saves_says_the_same() {
    if !has_libreoffice() {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let to = folder.path().join("salinan");
    let sample = "samples/kantor-bermasalah";
    let shown = to.to_string_lossy().into_owned();
    in_repository(&["--folder", sample, "periksa", "--anotasi", &shown]).ends_with(1);
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("lo").display());
    let data = folder.path().join("data");
    let files = files_below(&to, &["xlsx"]);
    let converted = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(&data)
        .args(&files)
        .output()
        .expect("soffice starts");
    assert!(converted.status.success(), "{converted:?}");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
    std::fs::copy(root.join("tertib.toml"), folder.path().join("tertib.toml")).expect("copied");
    let said = |folder: &Path| {
        let output = program(folder).args(["periksa", "--format", "json"]).output();
        let told = Told::of(output.expect("it starts")).ends_with(1).json();
        let findings = told["temuan"].as_array().expect("findings").clone();
        let codes = findings.iter().map(|told| {
            let places = told["lokasi"].as_array().expect("places").iter();
            let places: Vec<String> = places
                .map(|place| format!("{} {} {}", place["file"], place["lembar"], place["sel"]))
                .collect();
            (told["kode"].to_string(), places)
        });
        // Files that cannot be read have no copy, and no scans were brought along.
        codes.filter(|(code, _)| code != "\"D18\"" && code != "\"K02\"").collect::<Vec<_>>()
    };
    assert_eq!(said(folder.path()), said(&root));
}
