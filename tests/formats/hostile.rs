//! Workbooks made to hurt their reader: each is refused with its cause, and the good
//! one beside it is read.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use super::{Office, said_of_files, workbooks};
use tertib::intake::{self, HeadMap, InputFile, Rules};
use tertib::office::Zone;
use tertib::sop::{Definition, Versions};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn good() -> Vec<u8> {
    fs::read(workbooks().join("fakta/libreoffice-xlsx/fakta.xlsx")).expect("a workbook")
}

/// The workbook with one part changed.
fn with_part(workbook: &[u8], part: &str, change: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(workbook)).expect("a package");
    let mut change = Some(change);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let mut from = parts.by_index(at).expect("a part");
        let name = from.name().expect("a name").into_owned();
        let holds = std::io::read_to_string(&mut from).expect("XML");
        let holds = if name == part { change.take().expect("once")(holds) } else { holds };
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(holds.as_bytes()).expect("written");
    }
    assert!(change.is_none(), "there is no {part}");
    writer.finish().expect("a package").into_inner()
}

/// What is said of a hostile file beside a good one, which is read all the same.
fn said(name: &str, hostile: &[u8]) -> Vec<String> {
    let told = Office::new().with("baik.xlsx", &good()).with(name, hostile).examined();
    assert_eq!(told["ringkasan"]["permohonan"], 4, "{name}");
    said_of_files(&told, "D18")
}

const OVERWHELMING: &str = "berkas ini tidak dapat dibaca: susunannya rusak, atau membacanya memerlukan terlalu banyak memori";

#[test]
fn a_count_of_texts_that_no_memory_holds_is_refused() {
    let hostile = with_part(&good(), "xl/sharedStrings.xml", |xml| {
        xml.replacen("uniqueCount=\"", "uniqueCount=\"40000000", 1)
    });
    assert_eq!(said("jahat.xlsx", &hostile), [format!("jahat.xlsx: {OVERWHELMING}")]);
}

#[test]
fn a_text_that_unpacks_to_more_than_memory_holds_is_refused() {
    let hostile = with_part(&good(), "xl/worksheets/sheet1.xml", |xml| {
        let text = "x".repeat(300 << 20);
        xml.replacen("<sheetData>", &format!("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>"), 1)
    });
    assert!(hostile.len() < 1 << 20, "{} bytes", hostile.len());
    assert_eq!(said("jahat.xlsx", &hostile), [format!("jahat.xlsx: {OVERWHELMING}")]);
}

#[test]
fn an_ods_that_repeats_a_cell_without_end_is_refused() {
    let ods = fs::read(workbooks().join("fakta/libreoffice-ods/fakta.ods")).expect("a workbook");
    let content = |xml: String| {
        let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
                   table:number-columns-repeated=\"90\" office:value-type=\"float\" \
                   office:value=\"1\"/></table:table-row></table:table>";
        xml.replacen("</table:table>", row, 1)
    };
    let mut parts = ZipArchive::new(Cursor::new(&ods)).expect("a package");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["mimetype", "META-INF/manifest.xml", "content.xml"] {
        let holds = std::io::read_to_string(parts.by_name(name).expect("a part")).expect("XML");
        let holds = if name == "content.xml" { content(holds) } else { holds };
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(holds.as_bytes()).expect("written");
    }
    let hostile = writer.finish().expect("a package").into_inner();
    assert_eq!(said("jahat.ods", &hostile), [format!("jahat.ods: {OVERWHELMING}")]);
}

#[test]
fn an_xls_whose_sectors_lead_round_in_circles_is_refused() {
    let mut hostile =
        fs::read(workbooks().join("fakta/libreoffice-xls/fakta.xls")).expect("a workbook");
    let table = u32::from_le_bytes(hostile[0x4C..0x50].try_into().expect("a number"));
    let start = (table as usize + 1) * 512;
    for (at, entry) in hostile[start..start + 512].as_chunks_mut::<4>().0.iter_mut().enumerate() {
        *entry = (at as u32).to_le_bytes();
    }
    assert_eq!(said("jahat.xls", &hostile), [format!("jahat.xls: {OVERWHELMING}")]);
}

#[test]
fn a_package_that_says_it_becomes_gigabytes_is_refused_before_it_is_unpacked() {
    let mut hostile = good();
    // The size of the first part once it is unpacked, in the list at the end.
    let entry = hostile.windows(4).position(|four| four == b"PK\x01\x02").expect("the list");
    hostile[entry + 24..entry + 28].copy_from_slice(&0x7fff_0000_u32.to_le_bytes());
    assert_eq!(
        said("jahat.xlsx", &hostile),
        [
            "jahat.xlsx: berkas ini terlalu besar, atau isinya membengkak jauh melebihi buku kerja kantor"
        ]
    );
}

#[test]
fn a_long_text_that_is_named_in_every_cell_costs_its_sheet() {
    let text = "y".repeat(30_000);
    let hostile = with_part(&good(), "xl/sharedStrings.xml", |xml| {
        let at = xml.find("<si><t xml:space=\"preserve\">P-001").expect("a text");
        format!("{}<si><t>{text}</t></si>{}", &xml[..at], &xml[at..])
    });
    let hostile = with_part(&hostile, "xl/worksheets/sheet2.xml", |xml| {
        let row = |row: u32| {
            let cells = ["X", "Y", "Z", "AA"];
            let cells = cells.map(|column| format!("<c r=\"{column}{row}\" t=\"s\"><v>13</v></c>"));
            format!("<row r=\"{row}\">{}</row>", cells.concat())
        };
        let rows: String = (20..15_020).map(row).collect();
        xml.replacen("</sheetData>", &format!("{rows}</sheetData>"), 1)
    });
    let told = Office::new().with("jahat.xlsx", &hostile).examined();
    let said = said_of_files(&told, "D18");
    assert_eq!(said, ["jahat.xlsx: lembar ini terlalu besar untuk dibaca seluruhnya"]);
    assert_eq!(told["ringkasan"]["permohonan"], 4);
}

#[test]
fn two_cells_at_the_ends_of_a_sheet_are_two_cells() {
    let far = with_part(&good(), "xl/worksheets/sheet1.xml", |xml| {
        let cell = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>";
        xml.replacen("</sheetData>", cell, 1)
    });
    let told = Office::new().with("jauh.xlsx", &far).examined();
    assert_eq!(said_of_files(&told, "D18"), [""; 0]);
    assert_eq!(told["ringkasan"]["permohonan"], 4);
}

fn read_by(program: &Path) -> Vec<String> {
    let sop = Definition::builtin().expect("the built-in SOP");
    let path = workbooks().join("fakta/openpyxl/fakta.xlsx");
    let files = [InputFile { path, name: "fakta.xlsx".into() }];
    let heads = HeadMap::default();
    let versions = Versions::only(sop.clone());
    let rules = Rules { sop: &versions, zone: Zone::Wib, heads: &heads, applications: &[] };
    let read = intake::read_apart(&files, &rules, Some(program));
    assert!(read.requests.is_empty());
    read.problems.iter().map(|problem| problem.diagnostic(&sop).message).collect()
}

#[test]
fn a_program_that_cannot_be_started_again_is_told_and_not_guessed_around() {
    assert_eq!(
        read_by(Path::new("/tidak/ada/tertib")),
        ["berkas ini belum dibaca: bagian program yang membaca buku kerja tidak dapat dijalankan"]
    );
}

#[test]
#[cfg(unix)]
fn a_reader_that_dies_or_talks_nonsense_costs_the_file() {
    // The last of them talks without end.
    for program in ["/bin/true", "/bin/cat", "/bin/echo", "/usr/bin/yes"] {
        assert_eq!(read_by(Path::new(program)), [OVERWHELMING], "{program}");
    }
}

/// Waits for the end of what it is given, which is when the program ends.
#[test]
#[cfg(unix)]
fn a_reader_that_does_not_come_to_an_end_is_ended() {
    assert_eq!(
        read_by(Path::new("/bin/grep")),
        ["berkas ini terlalu lama dibaca; pembacaannya dihentikan"]
    );
}
