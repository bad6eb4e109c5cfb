//! What the office does not see in a workbook, and what stands once over several rows.

use super::{Office, said_of_files, workbooks};

fn examined(name: &str) -> serde_json::Value {
    Office::new().with_copy(&workbooks().join("gabung").join(name)).examined()
}

#[test]
fn a_number_that_stands_once_over_its_steps_counts_for_each_in_every_format() {
    for name in ["gabung.xlsx", "gabung.xls", "gabung.xlsb", "gabung.ods"] {
        let told = examined(name);
        let requests = told["permohonan"].as_array().expect("requests");
        let steps: Vec<usize> =
            requests.iter().map(|told| told["langkah"].as_array().map_or(0, Vec::len)).collect();
        assert_eq!(steps, [3, 1, 0, 3], "{name}");
    }
}

#[test]
fn a_hidden_sheet_is_read_and_that_is_said() {
    for name in ["gabung.xls", "gabung.xlsb", "gabung.ods"] {
        assert_eq!(
            said_of_files(&examined(name), "D13"),
            [format!("{name}: lembar ini tersembunyi di buku kerja, dan ikut dibaca")]
        );
    }
}

#[test]
fn hidden_rows_are_read_and_named_in_one_finding_of_their_sheet() {
    assert_eq!(
        said_of_files(&examined("gabung.xlsx"), "D13"),
        [
            "gabung.xlsx: 3 baris tersembunyi ikut dibaca: baris 2–3, 5",
            "gabung.xlsx: lembar ini tersembunyi di buku kerja, dan ikut dibaca",
        ]
    );
}
