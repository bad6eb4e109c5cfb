//! Tables that stand side by side on one sheet, and what only looks like them.

use super::book::{Book, V, kendali, permohonan};
use crate::line;
use tertib::intake::RowRole;

/// The cells of one table, then blank columns, then those of another.
fn beside(left: Vec<V>, right: Vec<V>) -> Vec<V> {
    let width = permohonan().len() + 1;
    let mut row = left;
    row.resize(width, V::T(""));
    row.extend(right);
    row
}

fn asked(number: &'static str) -> Vec<V> {
    line!["", number, "13 Juni 2024", "Arif", "-", "Sekretariat", "SIMPEG", "Operator", "baru"]
}

fn signed(number: &'static str, step: f64) -> Vec<V> {
    line![number, step, "Rina", "13 Juni 2024 09.00", "13 Juni 2024 09.15", "", "v"]
}

#[test]
fn two_tables_of_different_kinds_side_by_side_are_read_apart() {
    let read = Book::new()
        .sheet(
            "Juni",
            &[
                beside(line!["PERMOHONAN"], line!["LEMBAR KENDALI"]),
                vec![],
                beside(permohonan(), kendali()),
                beside(asked("P-1"), signed("P-2", 2.0)),
                beside(asked("P-2"), signed("P-1", 2.0)),
                beside(vec![], signed("P-1", 4.0)),
                vec![],
                beside(line!["", "", "", "Mengetahui,"], line!["", "", "Depok, 30 Juni 2024"]),
            ],
        )
        .read();
    assert_eq!(read.intake.requests.len(), 2);
    assert_eq!(
        read.signed(),
        [
            "P-2 2 2024-06-13 09:00..2024-06-13 09:15 Rina",
            "P-1 2 2024-06-13 09:00..2024-06-13 09:15 Rina",
            "P-1 4 2024-06-13 09:00..2024-06-13 09:15 Rina"
        ]
    );
    assert_eq!(read.found(), [""; 0]);
    assert_eq!(
        read.rows(),
        [(RowRole::Title, 1), (RowRole::Head, 1), (RowRole::Record, 3), (RowRole::Aside, 1)],
        "each row is counted once"
    );
}

#[test]
fn the_two_halves_of_a_month_side_by_side_are_two_tables_of_one_kind() {
    let half = |number, step| {
        let mut row = signed(number, step);
        row.resize(8, V::T(""));
        row
    };
    let both = |left: Vec<V>, right: Vec<V>| left.into_iter().chain(right).collect::<Vec<V>>();
    let mut head = kendali();
    head.resize(8, V::T(""));
    let mut broken = signed("P-9", 2.0);
    broken[4] = V::T("31/06/2024 09.15");
    let rows = [
        both(head, kendali()),
        both(half("P-1", 2.0), broken),
        both(half("P-1", 3.0), signed("P-9", 3.0)),
    ];
    let read = Book::new().sheet("Juni", &rows).read();
    assert_eq!(read.signed().len(), 4);
    assert_eq!(read.found(), ["D03 M2"]);
    assert_eq!(read.intake.problems[0].about.number.as_deref(), Some("P-9"));
    let excerpt = read.sources().excerpt(read.intake.problems[0].cells(), 3).expect("its row");
    let heads: Vec<_> = excerpt.cells.iter().filter_map(|cell| cell.head.as_deref()).collect();
    assert_eq!(heads, ["No. permohonan", "Langkah", "Selesai"]);
}

#[test]
fn heads_of_tables_side_by_side_need_not_stand_in_one_row() {
    let rows = [
        beside(line!["PERMOHONAN"], kendali()),
        beside(permohonan(), signed("P-1", 2.0)),
        beside(asked("P-1"), signed("P-1", 3.0)),
    ];
    let read = Book::new().sheet("Juni", &rows).read();
    assert_eq!((read.intake.requests.len(), read.signed().len()), (1, 2));
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn three_tables_side_by_side_are_three() {
    let staff = |name| line!["", name, "198609262015051001", "Pranata Komputer", "anggota_tim"];
    let three = |left, middle, right: Vec<V>| {
        let mut row = beside(left, middle);
        row.resize(permohonan().len() + 1 + kendali().len(), V::T(""));
        row.extend(right);
        row
    };
    let rows = [
        three(permohonan(), kendali(), line!["", "Nama", "NIP", "Jabatan", "Peran"]),
        three(asked("P-1"), signed("P-1", 2.0), staff("Rina")),
        three(vec![], signed("P-1", 3.0), vec![]),
    ];
    let read = Book::new().sheet("Juni", &rows).read();
    let intake = &read.intake;
    assert_eq!((intake.requests.len(), intake.sign_offs.len(), intake.staff.len()), (1, 2, 1));
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn a_number_merged_over_its_steps_reaches_down_in_the_right_hand_table_too() {
    let below = |step| beside(vec![], line!["", step, "Rina", "", "13 Juni 2024 09.15", "", "v"]);
    let rows = [
        beside(permohonan(), kendali()),
        beside(asked("P-1"), signed("P-1", 2.0)),
        below(3.0),
        below(4.0),
    ];
    let read = Book::new().merged_sheet("Juni", &rows, &[(1, 10, 3, 10)]).read();
    let numbers: Vec<_> =
        read.intake.sign_offs.iter().map(|row| row.number.value.to_string()).collect();
    assert_eq!(numbers, ["P-1", "P-1", "P-1"]);
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn a_second_table_below_one_of_the_two_is_found_within_its_columns() {
    let rows = [
        beside(permohonan(), kendali()),
        beside(asked("P-1"), signed("P-1", 2.0)),
        vec![],
        beside(line!["", "Nama", "NIP", "Jabatan", "Peran"], signed("P-1", 3.0)),
        beside(
            line!["", "Rina", "198609262015051001", "Pranata Komputer", "anggota_tim"],
            signed("P-1", 4.0),
        ),
    ];
    let read = Book::new().sheet("Juni", &rows).read();
    assert_eq!((read.signed().len(), read.intake.staff.len()), (3, 1));
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn blank_columns_within_a_table_part_nothing() {
    let spaced = |row: Vec<V>| {
        let mut spaced = Vec::new();
        for (at, cell) in row.into_iter().enumerate() {
            spaced.extend((at == 4 || at == 6).then_some(V::T("")));
            spaced.push(cell);
        }
        spaced
    };
    let read = Book::new().sheet("P", &[spaced(permohonan()), spaced(asked("P-1"))]).read();
    assert_eq!(read.intake.requests.len(), 1);
    assert_eq!(read.found(), [""; 0]);
    let read = Book::new().sheet("K", &[spaced(kendali()), spaced(signed("P-1", 2.0))]).read();
    assert_eq!(read.signed(), ["P-1 2 2024-06-13 09:00..2024-06-13 09:15 Rina"]);
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn groups_of_steps_with_blank_columns_between_them_are_one_table() {
    let rows = [
        line![
            "No. Permohonan",
            "",
            "",
            "Petugas",
            "",
            "Langkah 2",
            "",
            "",
            "",
            "Langkah 3",
            "",
            "",
            ""
        ],
        line![
            "", "Putaran", "", "", "", "Mulai", "Selesai", "Paraf", "", "Mulai", "Selesai",
            "Paraf", "Hasil"
        ],
        line![
            "P-1",
            1.0,
            "",
            "Rina",
            "",
            "13 Juni 2024 08.00",
            "13 Juni 2024 08.10",
            "v",
            "",
            "13 Juni 2024 08.20",
            "13 Juni 2024 08.40",
            "v",
            "Y"
        ],
    ];
    let read = Book::new().sheet("K", &rows).read();
    assert_eq!(read.signed().len(), 2);
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn a_gap_that_a_row_further_down_uses_is_none_and_the_doubled_columns_are_told() {
    let mut rows = vec![beside(permohonan(), kendali())];
    rows.extend((0..40).map(|_| beside(asked("P-1"), signed("P-1", 2.0))));
    let mut row = beside(asked("P-1"), signed("P-1", 2.0));
    row[9] = V::T("catatan");
    rows.push(row);
    let read = Book::new().sheet("Juni", &rows).read();
    assert!(read.found().contains(&"D14 K1".to_owned()), "{:?}", read.found());
    assert!(read.found().contains(&"D14 J42".to_owned()), "{:?}", read.found());
}

#[test]
fn what_stands_beside_a_table_and_is_none_is_told_as_before() {
    let rows = [
        beside(permohonan(), line!["Kode", "Arti", "Warna"]),
        beside(asked("P-1"), line!["Y", "Ya", "hijau"]),
    ];
    let read = Book::new().sheet("Juni", &rows).read();
    assert_eq!(read.intake.requests.len(), 1);
    assert_eq!(read.found(), ["D14 K1", "D14 L1", "D14 M1"]);
}

#[test]
fn rows_of_what_stands_beside_a_table_past_a_blank_column_are_no_records() {
    let rows = [
        beside(permohonan(), line!["Kode", "Arti"]),
        beside(asked("P-1"), line!["Y", "Ya"]),
        beside(vec![], line!["T", "Tidak"]),
        beside(vec![], line!["", "", "", "lihat buku agenda"]),
        beside(asked("P-2"), vec![]),
    ];
    let read = Book::new().sheet("P", &rows).read();
    assert_eq!(read.intake.requests.len(), 2);
    assert_eq!(read.found(), ["D14 K1", "D14 L1"]);
    assert_eq!(read.rows(), [(RowRole::Head, 1), (RowRole::Record, 2), (RowRole::Aside, 2)]);
}
