//! Workbooks that Excel opens without a word and that are put together otherwise than
//! most: each is read like any other.

use std::fs;
use std::io::{Cursor, Read, Write};

use super::{Office, said_of_files, workbooks};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const ENTRY: usize = 128;

fn xlsx() -> Vec<u8> {
    fs::read(workbooks().join("fakta/libreoffice-xlsx/fakta.xlsx")).expect("a workbook")
}

fn xls() -> Vec<u8> {
    fs::read(workbooks().join("fakta/libreoffice-xls/fakta.xls")).expect("a workbook")
}

/// The workbook with each of its parts changed.
fn changed(workbook: &[u8], change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(workbook)).expect("a package");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let mut from = parts.by_index(at).expect("a part");
        let name = from.name().expect("a name").into_owned();
        let mut holds = Vec::new();
        from.read_to_end(&mut holds).expect("read");
        writer.start_file(&name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(&change(&name, holds)).expect("written");
    }
    writer.finish().expect("a package").into_inner()
}

/// What is said of a workbook that holds the facts, and how many requests it gave.
fn said(name: &str, workbook: &[u8]) -> (Vec<String>, u64) {
    let told = Office::new().with(name, workbook).examined();
    (said_of_files(&told, "D18"), told["ringkasan"]["permohonan"].as_u64().expect("a count"))
}

#[test]
fn modules_of_old_macros_are_no_sheets_and_keep_none_from_being_read() {
    let module = "<sheet name=\"Module1\" sheetId=\"99\" state=\"veryHidden\" r:id=\"\"/></sheets>";
    let list = |name: &str, holds: Vec<u8>| match name {
        "xl/workbook.xml" => {
            let text = String::from_utf8(holds).expect("UTF-8");
            assert!(text.contains("</sheets>"));
            text.replace("</sheets>", module).into_bytes()
        }
        _ => holds,
    };
    assert_eq!(said("makro.xlsx", &changed(&xlsx(), list)), (vec![], 4));
    // So is a sheet of macros of Excel 4, which lies somewhere.
    let relation = "<Relationship Id=\"rId98\" Type=\"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet\" Target=\"macrosheets/sheet1.xml\"/></Relationships>";
    let sheet = |name: &str, holds: Vec<u8>| {
        let (end, more) = match name {
            "xl/workbook.xml" => ("</sheets>", module.replace("\"\"", "\"rId98\"")),
            "xl/_rels/workbook.xml.rels" => ("</Relationships>", relation.to_owned()),
            _ => return holds,
        };
        String::from_utf8(holds).expect("UTF-8").replace(end, &more).into_bytes()
    };
    assert_eq!(said("makro4.xlsx", &changed(&xlsx(), sheet)), (vec![], 4));
    // A sheet that is said to lie somewhere, and does not, is a loss.
    let lost = |name: &str, holds: Vec<u8>| match name {
        "xl/workbook.xml" => {
            let text = String::from_utf8(holds).expect("UTF-8");
            text.replace("</sheets>", &module.replace("\"\"", "\"rId99\"")).into_bytes()
        }
        _ => holds,
    };
    let (told, requests) = said("hilang.xlsx", &changed(&xlsx(), lost));
    assert_eq!((told.len(), requests), (1, 0), "{told:?}");
}

#[test]
fn xml_in_latin_1_is_read_with_its_letters() {
    let latin = |name: &str, holds: Vec<u8>| {
        if !name.ends_with(".xml") {
            return holds;
        }
        let text = String::from_utf8(holds).expect("UTF-8");
        let text = text.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"");
        let text = text.replace('–', "-").replace('’', "'");
        text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
    };
    let workbook = changed(&xlsx(), latin);
    assert_eq!(said("latin.xlsx", &workbook), (vec![], 4));
}

#[test]
fn a_filled_template_of_libreoffice_is_a_workbook() {
    let ods = fs::read(workbooks().join("fakta/libreoffice-ods/fakta.ods")).expect("a workbook");
    let kind = |more: &'static str| {
        changed(&ods, move |name, mut holds| {
            if name == "mimetype" {
                holds.extend(more.as_bytes());
            }
            holds
        })
    };
    assert_eq!(said("templat.ods", &kind("-template")), (vec![], 4));
    let (told, requests) = said("lain.ods", &kind("-lain"));
    assert_eq!((told.len(), requests), (1, 0), "{told:?}");
}

/// Where the entries of the directory of an OLE file stand: LibreOffice writes them in
/// one sector.
fn directory(bytes: &[u8]) -> usize {
    let sector = u32::from_le_bytes(bytes[48..52].try_into().expect("four bytes"));
    (sector as usize + 1) * 512
}

fn entry_named(bytes: &[u8], name: &str) -> usize {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let at = directory(bytes);
    let mut entries = (at..bytes.len()).step_by(ENTRY);
    entries.find(|at| bytes[*at..].starts_with(&wide)).expect("the entry")
}

/// An entry that is put where none is, of no folder unless something leads to it.
fn put_entry(bytes: &mut [u8], name: &str, like: usize) -> (usize, u32) {
    let first = directory(bytes);
    let (number, at) = (0_u32..)
        .zip((first..).step_by(ENTRY))
        .find(|(_, at)| bytes[at + 66] == 0)
        .expect("room for an entry");
    bytes.copy_within(like..like + ENTRY, at);
    let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    bytes[at..at + 64].fill(0);
    bytes[at..at + wide.len()].copy_from_slice(&wide);
    bytes[at + 64] = u8::try_from(wide.len()).expect("a short name");
    bytes[at + 68..at + 80].fill(0xFF);
    (at, number)
}

#[test]
fn an_xls_in_which_a_document_is_embedded_is_a_workbook_all_the_same() {
    let mut holding = xls();
    let like = entry_named(&holding, "Workbook");
    let (document, number) = put_entry(&mut holding, "WordDocument", like);
    assert_eq!(said("menyematkan.xls", &holding), (vec![], 4));
    // The same entry below the root itself makes it a document with a workbook in it.
    let mut held = holding;
    let root = directory(&held);
    let first: [u8; 4] = held[root + 76..root + 80].try_into().expect("four bytes");
    held[document + 68..document + 72].copy_from_slice(&first);
    held[root + 76..root + 80].copy_from_slice(&number.to_le_bytes());
    let told = said("disematkan.xls", &held).0;
    assert_eq!(told, ["disematkan.xls: berkas ini dokumen pengolah kata, bukan buku kerja"]);
}

#[test]
fn the_workbook_of_an_xls_is_its_own_and_not_one_that_is_embedded_in_it() {
    let mut holding = xls();
    let own = entry_named(&holding, "Workbook");
    let number = u32::try_from((own - directory(&holding)) / ENTRY).expect("a number");
    let links: [u8; 12] = holding[own + 68..own + 80].try_into().expect("links");
    // The own one moves behind; what stands first is of no use and in no folder.
    let (moved, at) = put_entry(&mut holding, "Workbook", own);
    holding[moved + 68..moved + 80].copy_from_slice(&links);
    let first = directory(&holding);
    for entry in (first..holding.len()).step_by(ENTRY).take(8) {
        for link in [68, 72, 76] {
            if holding[entry + link..entry + link + 4] == number.to_le_bytes() {
                holding[entry + link..entry + link + 4].copy_from_slice(&at.to_le_bytes());
            }
        }
    }
    holding[own + 68..own + 80].fill(0xFF);
    let summary = entry_named(&holding, "\u{5}SummaryInformation");
    holding.copy_within(summary + 116..summary + 128, own + 116);
    assert_eq!(said("menyematkan.xls", &holding), (vec![], 4));
}
