//! Sign-offs in wide form: a group of columns for each step, one row per request and
//! round, alone or beside the request's own columns.

use super::book::{Book, V};
use crate::line;
use tertib::intake::RowRole;
use tertib::records::{Paraf, RequestField, SignOffField};

fn two_rows() -> [Vec<V>; 2] {
    [
        line!["No", "No. Permohonan", "Langkah 2", "", "", "Langkah 3", "", "", "", ""],
        line![
            "",
            "",
            "Mulai",
            "Selesai",
            "Pelaksana",
            "Mulai",
            "Selesai",
            "Pelaksana",
            "Hasil",
            "Paraf"
        ],
    ]
}

const DONE_2: [&str; 3] = ["3/6/2024 08.00", "3/6/2024 08.10", "Ratih"];

fn row(number: &'static str, third: [&'static str; 5]) -> Vec<V> {
    let mut row = line![1.0, number];
    row.extend(DONE_2.iter().chain(&third).map(|text| V::T(text)));
    row
}

fn done_3() -> [&'static str; 5] {
    ["3/6/2024 08.20", "3/6/2024 08.40", "Yoga", "Y", "v"]
}

const SIGNED: [&str; 2] = [
    "P-1 2 2024-06-03 08:00..2024-06-03 08:10 Ratih",
    "P-1 3 2024-06-03 08:20..2024-06-03 08:40 Yoga",
];

/// Without D15: the dates of these tests could be read two ways, which is told.
fn but_two_readings(found: Vec<String>) -> Vec<String> {
    found.into_iter().filter(|found| !found.starts_with("D15")).collect()
}

#[test]
fn a_group_for_each_step_over_two_rows_gives_one_sign_off_for_each() {
    let [upper, lower] = two_rows();
    let read = Book::new().sheet("K", &[upper, lower, row("P-1", done_3())]).read();
    assert_eq!(read.signed(), SIGNED);
    assert_eq!(but_two_readings(read.found()), [""; 0]);
    let paraf: Vec<_> = read.intake.sign_offs.iter().map(|row| row.paraf).collect();
    assert!(matches!(paraf[..], [Paraf::NoColumn, Paraf::Signed(_)]), "{paraf:?}");
    let cells = read.intake.sign_offs[1].ended.cell().map(|cell| cell.address());
    assert_eq!(cells.as_deref(), Some("G3"));
}

#[test]
fn heads_in_one_row_name_step_and_column_in_either_order() {
    for heads in [
        line![
            "Nomor permohonan",
            "Langkah 2 Mulai",
            "Langkah 2 Selesai",
            "Langkah 2 Pelaksana",
            "Langkah 3 Mulai",
            "Langkah 3 Selesai",
            "Langkah 3 Petugas"
        ],
        line![
            "Nomor permohonan",
            "Mulai L2",
            "Selesai L2",
            "Pelaksana L2",
            "Mulai L3",
            "Selesai L3",
            "Pelaksana L3"
        ],
        line![
            "Nomor permohonan",
            "Disposisi | Mulai",
            "Disposisi | Selesai",
            "Disposisi | PIC",
            "Verifikasi - Mulai",
            "Verifikasi - Selesai",
            "Verifikasi - Petugas"
        ],
        line![
            "Nomor permohonan",
            "II. Penugasan (mulai)",
            "II. Penugasan (selesai)",
            "Petugas Penugasan",
            "III. Verifikasi (mulai)",
            "III. Verifikasi (selesai)",
            "Petugas Verifikasi"
        ],
    ] {
        let mut row = line!["P-1"];
        row.extend(DONE_2.iter().chain(&done_3()[..3]).map(|text| V::T(text)));
        let read = Book::new().sheet("K", &[heads, row]).read();
        assert_eq!(read.signed(), SIGNED);
        assert_eq!(but_two_readings(read.found()), [""; 0]);
    }
}

#[test]
fn a_group_that_is_empty_or_holds_names_alone_is_no_sign_off() {
    let [upper, lower] = two_rows();
    let rows = [
        upper,
        lower,
        row("P-1", ["", "", "", "", ""]),
        row("P-2", ["", "", "Yoga", "", ""]),
        row("P-3", ["-", "", "Yoga", "…", "-"]),
    ];
    let read = Book::new().sheet("K", &rows).read();
    assert_eq!(read.signed().len(), 3, "{:?}", read.signed());
    assert_eq!(but_two_readings(read.found()), [""; 0]);
}

#[test]
fn a_name_without_a_time_before_a_step_that_was_done_lacks_its_end() {
    let [upper, lower] = two_rows();
    let mut forgotten = row("P-1", done_3());
    (forgotten[2], forgotten[3]) = (V::T(""), V::T(""));
    let read = Book::new().sheet("K", &[upper, lower, forgotten]).read();
    assert_eq!(but_two_readings(read.found()), ["D02 D3"]);
    assert_eq!(read.signed(), ["P-1 2 ..? Ratih", SIGNED[1]]);
}

#[test]
fn what_is_wrong_in_one_step_flaws_that_step_alone() {
    let [upper, lower] = two_rows();
    let mut third = done_3();
    third[1] = "31/6/2024 08.40";
    let read = Book::new().sheet("K", &[upper, lower, row("P-1", third)]).read();
    let flawed: Vec<bool> = read.intake.sign_offs.iter().map(|row| row.flawed).collect();
    assert_eq!(flawed, [false, true]);
}

#[test]
fn one_head_that_names_a_step_makes_no_wide_table() {
    let head = line![
        "Nomor Permohonan",
        "Nama Pemohon",
        "Unit Kerja",
        "Aplikasi",
        "Peran",
        "Tanggal Disposisi"
    ];
    let row = line!["P-1", "Arif", "Sekretariat", "SIMPEG", "Operator", "3 Juni 2024"];
    let read = Book::new().sheet("P", &[head, row]).read();
    assert_eq!((read.intake.requests.len(), read.signed().len()), (1, 0));
    assert_eq!(read.found(), ["D14 F1"]);
}

#[test]
fn heads_that_name_steps_alone_are_their_ends_where_dates_stand_below() {
    let head = line!["No. Permohonan", "Petugas", "Disposisi", "Verifikasi", "Tutorial"];
    let dated = line!["P-1", "Yoga", "13 Juni 2024", "14 Juni 2024", "-"];
    let read = Book::new().sheet("K", &[head.clone(), dated]).read();
    assert_eq!(read.signed(), ["P-1 2 ..2024-06-13 Yoga", "P-1 3 ..2024-06-14 Yoga"]);
    let ticked = line!["P-1", "Yoga", "sudah", "sudah", "belum"];
    let read = Book::new().sheet("K", &[head, ticked]).read();
    assert_eq!(read.found(), ["D13 -"], "a tick tells no time: the sheet is not guessed at");
}

fn shared_head() -> [Vec<V>; 2] {
    [
        line![
            "No. Permohonan",
            "Nama Pemohon",
            "Unit Kerja",
            "Aplikasi",
            "Peran",
            "Verifikasi",
            "",
            "",
            "",
            "Pembuatan akun",
            "",
            ""
        ],
        line![
            "", "", "", "", "", "Mulai", "Selesai", "Petugas", "Hasil", "Mulai", "Selesai",
            "Petugas"
        ],
    ]
}

fn shared_row(application: &'static str, end: &'static str) -> Vec<V> {
    line![
        "P-1",
        "Arif",
        "Sekretariat",
        application,
        "Operator",
        "13/06/2024 08.00",
        "13/06/2024 08.10",
        "Yoga",
        "Y",
        "13/06/2024 09.00",
        end,
        "Yoga"
    ]
}

#[test]
fn a_request_and_its_steps_may_share_a_sheet() {
    let [upper, lower] = shared_head();
    let end = "13/06/2024 09.10";
    let rows = [upper, lower, shared_row("SIMPEG", end), shared_row("CACT", end)];
    let read = Book::new().sheet("P", &rows).read();
    assert_eq!(read.intake.requests.len(), 2);
    assert_eq!(
        read.signed(),
        [
            "P-1 3 2024-06-13 08:00..2024-06-13 08:10 Yoga",
            "P-1 4 2024-06-13 09:00..2024-06-13 09:10 Yoga",
        ],
        "what the second row repeats is said once"
    );
    assert_eq!(read.found(), [""; 0]);
    assert_eq!(read.rows(), [(RowRole::Head, 2), (RowRole::Record, 2)]);
}

#[test]
fn a_step_that_ended_otherwise_for_another_access_is_a_part_of_its_own() {
    let [upper, lower] = shared_head();
    let rows = [
        upper,
        lower,
        shared_row("SIMPEG", "13/06/2024 09.10"),
        shared_row("CACT", "13/06/2024 09.30"),
    ];
    let read = Book::new().sheet("P", &rows).read();
    let parts: Vec<_> = read
        .intake
        .sign_offs
        .iter()
        .filter_map(|row| row.text_value(SignOffField::Aplikasi))
        .map(|text| text.to_string())
        .collect();
    assert_eq!(parts, ["SIMPEG", "SIMPEG", "CACT"]);
}

#[test]
fn a_merged_step_counts_for_the_rows_below_it() {
    let [upper, lower] = shared_head();
    let mut second = shared_row("CACT", "");
    second[5..].fill(V::T(""));
    let rows = [upper, lower, shared_row("SIMPEG", "13/06/2024 09.10"), second];
    let regions: Vec<_> = (5..12).map(|column| (2, column, 3, column)).collect();
    let read = Book::new().merged_sheet("P", &rows, &regions).read();
    assert_eq!((read.intake.requests.len(), read.signed().len()), (2, 2));
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn columns_of_requests_on_a_sheet_of_sign_offs_are_told_once() {
    let [mut upper, lower] = two_rows();
    upper.extend(line!["Nama Pemohon", "Unit Kerja"]);
    let mut row = row("P-1", done_3());
    row.extend(line!["Arif", "Sekretariat"]);
    let read = Book::new().sheet("K", &[upper, lower, row]).read();
    assert_eq!(but_two_readings(read.found()), ["D14 K1"]);
    assert_eq!(
        read.message("D14"),
        "kolom \"Nama Pemohon\" dan \"Unit Kerja\" milik lembar permohonan, bukan lembar kendali"
    );
}

#[test]
fn a_required_column_that_one_group_lacks_is_d01() {
    let upper = line!["No. Permohonan", "Langkah 2", "", "Langkah 3", ""];
    let lower = line!["", "Selesai", "Pelaksana", "Selesai", "Hasil"];
    let row = line!["P-1", "13/06/2024", "Ratih", "13/06/2024", "Y"];
    let read = Book::new().sheet("K", &[upper, lower, row]).read();
    assert_eq!(read.found(), ["D01 -"]);
    assert!(read.message("D01").ends_with("pelaksana"), "{}", read.message("D01"));
}

#[test]
fn a_request_column_of_the_verification_is_not_the_decision_of_its_step() {
    let head = line![
        "No. Permohonan",
        "Nama Pemohon",
        "Unit Kerja",
        "Aplikasi",
        "Peran",
        "Hasil verifikasi",
        "Langkah 3 Selesai",
        "Langkah 3 Petugas",
        "Langkah 3 Hasil",
        "Langkah 4 Selesai",
        "Langkah 4 Petugas"
    ];
    let row = line![
        "P-1",
        "Arif",
        "Sekretariat",
        "SIMPEG",
        "Operator",
        "Disetujui",
        "13/06/2024",
        "Yoga",
        "Y",
        "14/06/2024",
        "Yoga"
    ];
    let read = Book::new().sheet("P", &[head, row]).read();
    let request = read.intake.requests[0].text_value(RequestField::HasilVerifikasi);
    assert_eq!(request.map(|text| &**text), Some("Disetujui"));
    assert!(read.intake.sign_offs[0].decision.value().is_some());
    assert_eq!(read.found(), [""; 0]);
}
