//! What stands once in a row of a wide sheet: of which step it is, or that it is of none.

use super::book::{Book, Read, V};
use crate::line;
use tertib::records::SignOffField;

/// A wide sheet in one row of heads, requests and steps side by side.
fn beside(more: &[&'static str]) -> Vec<V> {
    let mut heads = line![
        "No. permohonan",
        "Nama pemohon",
        "Unit kerja",
        "Aplikasi",
        "Peran",
        "Tgl Mulai Disposisi",
        "Tgl Selesai Disposisi",
        "Petugas Disposisi",
        "Tgl Mulai Verifikasi",
        "Tgl Selesai Verifikasi",
        "Petugas Verifikasi",
    ];
    heads.extend(more.iter().map(|head| V::T(head)));
    heads
}

fn beside_row(more: &[&'static str]) -> Vec<V> {
    let mut row = line![
        "P-1",
        "Andi",
        "Kanwil",
        "SIMPEG",
        "Operator",
        "3 Juni 2024 08.00",
        "3 Juni 2024 08.10",
        "Ratna",
        "3 Juni 2024 08.15",
        "3 Juni 2024 08.40",
        "Dewi",
    ];
    row.extend(more.iter().map(|text| V::T(text)));
    row
}

/// Decision, reason and remark of each sign-off.
fn decided(read: &Read) -> Vec<String> {
    let shown = |row: &tertib::records::SignOff| {
        let text = |field| row.text_value(field).map_or("", |text| text);
        let decision = row.decision.value().map_or(String::new(), |said| format!("{said:?}"));
        format!("{decision}|{}|{}", text(SignOffField::Alasan), text(SignOffField::Keterangan))
    };
    read.intake.sign_offs.iter().map(shown).collect()
}

#[test]
fn hasil_verifikasi_among_the_columns_of_its_step_is_the_decision_and_apart_from_them_it_is_not() {
    let heads = beside(&["Hasil Verifikasi", "Ket."]);
    let read = Book::new().sheet("P", &[heads, beside_row(&["T", "SK belum ada"])]).read();
    assert_eq!(read.found(), [""; 0]);
    assert_eq!(decided(&read), ["||", "Tidak||SK belum ada"]);
    let heads = beside(&["Ket.", "Hasil Verifikasi"]);
    let read = Book::new().sheet("P", &[heads, beside_row(&["SK belum ada", "T"])]).read();
    assert_eq!(decided(&read), ["||", "||"]);
    assert!(read.intake.requests[0].is_refused());
}

#[test]
fn a_reason_of_the_row_is_that_of_its_refusal_and_of_no_other_step() {
    let heads = beside(&["Hasil Verifikasi", "Alasan"]);
    let read = Book::new().sheet("P", &[heads.clone(), beside_row(&["T", "SK belum ada"])]).read();
    assert_eq!(decided(&read), ["||", "Tidak|SK belum ada|"]);
    let read = Book::new().sheet("P", &[heads, beside_row(&["Y", "SK belum ada"])]).read();
    assert_eq!(decided(&read), ["||", "Ya||"]);
}

/// A wide sheet of sign-offs alone, with columns of the whole row around the groups.
fn around(first: &[&'static str], last: &[&'static str]) -> Vec<V> {
    let steps = ["Langkah 2 Mulai", "Langkah 2 Selesai", "Langkah 3 Mulai", "Langkah 3 Selesai"];
    let heads = ["No. permohonan", "Pelaksana"].iter().chain(first).chain(&steps).chain(last);
    heads.map(|head| V::T(head)).collect()
}

#[test]
fn what_stands_once_in_a_wide_row_is_the_deciding_steps_or_the_last_ones_and_else_is_told() {
    let day = "3 Juni 2024";
    let times =
        ["3 Juni 2024 08.00", "3 Juni 2024 08.10", "3 Juni 2024 08.15", "3 Juni 2024 08.40"];
    let row = |last: &[&'static str]| {
        let cells = ["P-1", "Dewi"].iter().chain(&times).chain(last);
        cells.map(|text| V::T(text)).collect::<Vec<V>>()
    };
    let read = Book::new()
        .sheet(
            "K",
            &[
                around(&[], &["Hasil", "Alasan", "Ket.", "Paraf"]),
                row(&["T", "SK belum ada", "kembali", "v"]),
            ],
        )
        .read();
    assert_eq!(decided(&read), ["||", "Tidak|SK belum ada|kembali"]);
    assert_eq!(read.found(), ["D14 J1"]);
    assert_eq!(read.diagnostics[0].message, "kolom \"Paraf\" tidak menyebut langkahnya");
    // With its day in a column of its own, and nothing but hours in the groups.
    let hours = line!["P-1", "Dewi", day, "08.00", "08.10", "", ""];
    let read = Book::new().sheet("K", &[around(&["Tanggal"], &[]), hours]).read();
    assert_eq!(read.found(), [""; 0]);
    assert_eq!(read.signed(), ["P-1 2 2024-06-03 08:00..2024-06-03 08:10 Dewi"]);
}

#[test]
fn the_day_of_a_wide_row_alone_signs_no_step_off() {
    let mut heads = around(&["Tanggal"], &["Langkah 3 Paraf"]);
    heads.truncate(8);
    let row = line!["P-1", "Dewi", "3 Juni 2024", "08.00", "08.10", "", "", "v"];
    let read = Book::new().sheet("K", &[heads, row]).read();
    assert_eq!(read.times()[1], (String::new(), "?".to_owned()));
    assert_eq!(read.found(), ["D02 G2"]);
}
