//! Tables as text: parted by whichever sign, in whichever letters, under any name.

use super::{Office, said_of_files};
use serde_json::Value;

/// Names of applicants by request, as they were read.
fn read(name: &str, text: &[u8]) -> Value {
    Office::new().with(name, text).examined()
}

fn numbers(told: &Value) -> Vec<&str> {
    let requests = told["permohonan"].as_array().expect("requests");
    requests.iter().map(|request| request["nomor"].as_str().expect("a number")).collect()
}

const HEADS: [&str; 6] =
    ["No. Permohonan", "Nama Pemohon", "Unit Kerja", "Aplikasi", "Peran", "Keterangan"];

fn table(sign: &str, rows: &[[&str; 6]]) -> String {
    let lines = [HEADS].iter().chain(rows).map(|row| row.join(sign)).collect::<Vec<_>>();
    lines.join("\r\n")
}

#[test]
fn the_sign_that_parts_a_table_is_found_whatever_else_stands_in_it() {
    let rows = [
        ["P-1", "Rina, S.H., M.Si.", "Umum, Keuangan", "SIMAK", "Operator", "1,5, 2,5"],
        ["P-2", "Budi, S.H., M.Si.", "Umum, Keuangan", "SIMAK", "Operator", "3,5, 4,5"],
    ];
    for sign in [";", "\t"] {
        assert_eq!(
            numbers(&read("p.csv", table(sign, &rows).as_bytes())),
            ["P-1", "P-2"],
            "{sign}"
        );
    }
    let rows = rows.map(|row| row.map(|value| value.replace(", ", "; ")));
    let rows = rows.each_ref().map(|row| row.each_ref().map(|value| &**value));
    let quoted =
        table(",", &rows).replace("1,5; 2,5", "\"1,5; 2,5\"").replace("3,5; 4,5", "\"3,5; 4,5\"");
    assert_eq!(numbers(&read("p.csv", quoted.as_bytes())), ["P-1", "P-2"]);
}

#[test]
fn what_excel_itself_says_of_the_sign_counts_and_is_no_row() {
    let text = format!("sep=|\r\n{}", table("|", &[["", "Budi", "Umum", "SIMAK", "Operator", ""]]));
    let told = read("p.csv", text.as_bytes());
    let empty = &told["temuan"].as_array().expect("findings")[0];
    assert_eq!(
        (empty["kode"].as_str(), empty["lokasi"][0]["sel"].as_str()),
        (Some("D02"), Some("A2"))
    );
    assert_eq!(empty["lokasi"][0]["lembar"], "p");
}

#[test]
fn blank_lines_and_breaks_in_quotes_leave_the_rows_where_excel_shows_them() {
    let rows = [
        ["P-1", "\"Rina\r\nWulandari\"", "Umum", "SIMAK", "Operator", "\"kata \"\"baru\"\"\""],
        ["", "", "", "", "", ""],
        ["P-3", "Budi", "", "SIMAK", "Operator", ""],
    ];
    let told = read("p.csv", table(";", &rows).as_bytes());
    assert_eq!(numbers(&told), ["P-1", "P-3"]);
    assert!(said_of_files(&told, "D02").len() == 1);
    let cells = told["temuan"].as_array().expect("findings").iter();
    let empty = cells.clone().find(|finding| finding["kode"] == "D02").expect("D02");
    assert_eq!(empty["lokasi"][0]["sel"], "C4");
}

#[test]
fn a_stray_quote_swallows_no_rows() {
    let rows = [
        ["P-1", "\"Rina", "Umum", "SIMAK", "Operator", ""],
        ["P-2", "Budi", "Umum", "SIMAK \"baru\"", "Operator", "\"lama\" sekali"],
        ["P-3", "Sari", "Umum", "SIMAK", "Operator", "\""],
    ];
    assert_eq!(numbers(&read("p.csv", table(";", &rows).as_bytes())), ["P-1", "P-2", "P-3"]);
}

#[test]
fn a_table_of_text_under_the_name_of_a_workbook_is_read_as_the_table_that_it_is() {
    let rows = [["P-1", "José", "Umum", "SIMAK", "Operator", ""]];
    let bytes: Vec<u8> = table("\t", &rows).chars().map(|c| c as u8).collect();
    for name in ["p.xls", "p.xlsx", "p.txt", "p.tsv", "p.CSV"] {
        assert_eq!(numbers(&read(name, &bytes)), ["P-1"], "{name}");
    }
}

#[test]
fn a_nip_that_was_written_out_as_a_number_is_still_told() {
    let text = "No. Permohonan;Nama Pemohon;NIP Pemohon;Unit Kerja;Aplikasi;Peran\n\
                P-1;Rina;1,97405E+17;Umum;SIMAK;Operator\n\
                P-2;Budi;=\"198201152006041001\";Umum;SIMAK;Operator\n";
    let told = read("p.csv", text.as_bytes());
    assert_eq!(said_of_files(&told, "D04").len(), 1);
    assert_eq!(said_of_files(&told, "D05").len(), 0);
}
