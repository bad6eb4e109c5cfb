//! Which rows are records: nothing that may be one is passed over in silence.

use super::book::{Book, V, kendali, permohonan};
use crate::line;
use tertib::records::{RequestField, StepRef};

fn asked(number: &'static str) -> Vec<V> {
    line!["", number, "3 Juni 2024", "Arif", "-", "Sekretariat", "SIMPEG", "Operator", "baru"]
}

fn signed(number: &'static str) -> Vec<V> {
    line![number, 2.0, "Rina", "", "13 Juni 2024 09.15", "", "v"]
}

#[test]
fn totals_notes_and_the_block_of_signatures_are_no_records() {
    let read = Book::new()
        .sheet(
            "P",
            &[
                permohonan(),
                asked("P-1"),
                vec![],
                asked("P-2"),
                line!["Jumlah", "", "", "", "", "", 2.0],
                vec![],
                line!["Catatan: diisi oleh petugas pada hari yang sama."],
                vec![],
                line!["", "", "", "", "", "Depok, 1 Juli 2024"],
                line!["", "Mengetahui,", "", "", "", "Petugas Pencatat,"],
                line!["", "Kepala Pusat", "", "", "", "Analis SDM"],
                vec![],
                line!["", "Budi Santoso, S.H.", "", "", "", "Rina Wulandari"],
                line!["", "NIP 197405102000121001", "", "", "", "NIP 198609262015051001"],
            ],
        )
        .read();
    assert_eq!(read.intake.requests.len(), 2);
    assert!(read.found().is_empty(), "{:?}", read.found());
}

#[test]
fn a_total_is_known_by_its_short_words_too_and_a_number_that_begins_so_is_a_record() {
    for word in ["Jml", "Jml.", "JLH", "Jmlh"] {
        let total = vec![V::T(word), V::N(2.0)];
        let read = Book::new().sheet("P", &[permohonan(), asked("P-1"), total]).read();
        assert_eq!((read.intake.requests.len(), read.found()), (1, vec![]), "{word}");
    }
    let read = Book::new().sheet("P", &[permohonan(), asked("JML-1")]).read();
    assert_eq!(read.intake.requests.len(), 1);
}

#[test]
fn a_numbered_line_of_the_form_that_nobody_filled_is_no_record() {
    let mut boxes = line![3.0];
    boxes.resize(8, V::T(""));
    boxes.push(V::B(false));
    let read = Book::new().sheet("P", &[permohonan(), line![1.0], line![2.0], boxes]).read();
    assert!(read.intake.requests.is_empty() && read.found().is_empty());
}

#[test]
fn the_head_once_more_on_a_new_page_and_the_months_between_are_no_records() {
    let read = Book::new()
        .sheet(
            "P",
            &[
                permohonan(),
                line!["Juni 2024"],
                asked("P-1"),
                permohonan(),
                line!["JULI 2024"],
                asked("P-2"),
            ],
        )
        .read();
    assert_eq!(read.intake.requests.len(), 2);
    assert!(read.found().is_empty(), "{:?}", read.found());
}

#[test]
fn a_row_filled_like_a_record_without_its_number_is_d02() {
    let read = Book::new().sheet("P", &[permohonan(), asked("P-1"), asked("")]).read();
    assert_eq!(read.found(), ["D02 B3"]);
    assert_eq!(read.message("D02"), "nomor permohonan kosong, padahal wajib diisi");
    let read =
        Book::new().sheet("K", &[kendali(), signed("P-1"), vec![], vec![], line!["", 3.0]]).read();
    assert_eq!(read.found()[0], "D02 A5");
}

#[test]
fn little_in_a_row_without_a_number_is_a_record_where_one_follows_and_a_note_where_none_does() {
    let stray = || line!["", "", "", "Dewi Larasati"];
    let middle =
        Book::new().sheet("P", &[permohonan(), asked("P-1"), vec![], stray(), asked("P-2")]).read();
    assert_eq!(middle.found()[0], "D02 B4");
    let close = Book::new().sheet("P", &[permohonan(), asked("P-1"), stray()]).read();
    assert_eq!(close.found()[0], "D02 B3");
    let below = Book::new().sheet("P", &[permohonan(), asked("P-1"), vec![], stray()]).read();
    assert_eq!(below.found(), ["D14 D4"], "it may be a record all the same: it is told");
    let note = || line!["Mengetahui,"];
    let signed = [permohonan(), asked("P-1"), vec![], note(), stray()];
    assert!(Book::new().sheet("P", &signed).read().found().is_empty());
}

#[test]
fn a_number_alone_is_a_record_that_lacks_the_rest() {
    let read = Book::new().sheet("K", &[kendali(), signed("P-1"), vec![], line!["P-2"]]).read();
    assert_eq!(read.intake.sign_offs.len(), 2);
    assert!(matches!(read.intake.sign_offs[1].step, StepRef::Unknown(_)));
    assert_eq!(read.found(), ["D02 B4", "D02 C4", "D02 E4"]);
}

#[test]
fn a_request_whose_number_begins_with_total_is_still_a_record() {
    let read = Book::new().sheet("K", &[kendali(), signed("Total-7")]).read();
    assert_eq!(read.intake.sign_offs.len(), 1);
}

#[test]
fn each_empty_required_cell_is_d02_and_the_record_is_made_all_the_same() {
    let mut row = asked("P-1");
    row[3] = V::T("-");
    row[5] = V::T("");
    let read = Book::new().sheet("P", &[permohonan(), row]).read();
    assert_eq!(read.found(), ["D02 D2", "D02 F2"]);
    assert!(read.intake.requests[0].flawed);
}

#[test]
fn a_merged_number_counts_for_its_rows_and_an_empty_one_does_not() {
    let second = || line!["", "", "", "", "", "", "CACT", "Asesor", "baru"];
    let rows = [permohonan(), asked("P-1"), second(), asked("P-2"), second()];
    let regions = [1, 2, 3, 4, 5].map(|column| (1, column, 2, column));
    let read = Book::new().merged_sheet("P", &rows, &regions).read();
    let numbers: Vec<_> =
        read.intake.requests.iter().map(|row| row.number.value.to_string()).collect();
    assert_eq!(numbers, ["P-1", "P-1", "P-2"]);
    let second = &read.intake.requests[1];
    assert_eq!(second.number.cell.address(), "B2", "the cell in which it is written");
    assert_eq!(second.place.row, 2);
    assert_eq!(second.text_value(RequestField::NamaPemohon).map(|name| &**name), Some("Arif"));
    assert_eq!(read.found(), ["D02 B5"]);
}

#[test]
fn every_value_keeps_its_file_sheet_and_cell() {
    let read = Book::new().sheet("Juni", &[line!["KENDALI"], kendali(), signed("P-1")]).read();
    let row = &read.intake.sign_offs[0];
    let source = read.sources().sheet(row.place.sheet).expect("the sheet was kept");
    assert_eq!((&*source.file, &*source.sheet), ("uji.xlsx", "Juni"));
    assert_eq!(row.number.cell.address(), "A3");
    assert_eq!(row.ended.cell().map(|cell| cell.address()), Some("E3".into()));
    assert_eq!(row.actor.cell().map(|cell| cell.address()), Some("C3".into()));
    assert_eq!(read.sources().row_texts(row.place).len(), 5);
}

#[test]
fn a_head_without_rows_is_read_as_no_records() {
    let read = Book::new().sheet("P", &[permohonan()]).read();
    assert!(read.intake.requests.is_empty() && read.found().is_empty());
}

#[test]
fn three_officials_who_sign_side_by_side_are_no_record() {
    let read = Book::new()
        .sheet(
            "K",
            &[
                kendali(),
                signed("P-1"),
                vec![],
                line!["Mengetahui,", "", "Diperiksa oleh,", "", "Dibuat oleh,"],
                vec![],
                line!["Budi Santoso, S.H.", "", "Dewi Larasati", "", "Rina Wulandari"],
            ],
        )
        .read();
    assert_eq!(read.intake.sign_offs.len(), 1);
    assert!(read.found().is_empty(), "{:?}", read.found());
}

#[test]
fn a_member_of_staff_needs_no_digit_to_be_a_record() {
    let head = line!["Nama", "NIP", "Jabatan", "Peran"];
    let read = Book::new()
        .sheet(
            "S",
            &[
                head,
                line![
                    "Rina Wulandari, S.Kom.",
                    "198609262015051001",
                    "Pranata Komputer",
                    "Ketua Tim"
                ],
                line!["Dewi", "", "", "anggota tim"],
                line!["Budi", "", "", "Sekretaris"],
                line!["Arif", "198609262015051001"],
                line!["", "198609262015051001", "Analis", "Anggota Tim"],
                vec![],
                line!["Mengetahui,"],
                line!["Jusman"],
            ],
        )
        .read();
    let roles: Vec<_> = read
        .intake
        .staff
        .iter()
        .map(|row| (row.name.value.to_string(), row.role.value().map(|role| role.to_string())))
        .collect();
    assert_eq!(
        roles,
        [
            ("Rina Wulandari, S.Kom.".to_owned(), Some("ketua_tim".to_owned())),
            ("Dewi".to_owned(), Some("anggota_tim".to_owned())),
            ("Budi".to_owned(), None),
            ("Arif".to_owned(), None),
        ]
    );
    assert_eq!(read.found(), ["D14 D4", "D02 D5", "D02 A6"]);
}

#[test]
fn what_is_wrong_in_a_merged_cell_is_told_once_for_all_its_rows() {
    let mut first = asked("P-1");
    first[2] = V::T("31/06/2024");
    let rows = [permohonan(), first, line!["", "", "", "", "", "", "CACT", "Asesor", "baru"]];
    let regions = [1, 2, 3, 4, 5].map(|column| (1, column, 2, column));
    let read = Book::new().merged_sheet("P", &rows, &regions).read();
    assert_eq!(read.found(), ["D03 C2"]);
    assert!(read.intake.requests.iter().all(|row| row.flawed));
}
