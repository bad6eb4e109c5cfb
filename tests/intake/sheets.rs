//! Which sheet is which, by its heads alone.

use super::book::{Book, V, kendali, permohonan};
use crate::line;
use tertib::records::RequestField;

fn asked() -> Vec<V> {
    line![1.0, "P-1", "3 Juni 2024", "Arif", "-", "Sekretariat", "SIMPEG", "Operator", "baru"]
}

#[test]
fn heads_stand_below_titles_and_are_known_however_they_are_spelt() {
    let head = line![
        "NO.",
        "NOMOR\nPERMOHONAN *",
        "tgl. surat (dd/mm/yyyy)",
        " Nama  Pemohon:",
        "N.I.P.",
        "SATKER",
        "Nama Aplikasi",
        "Hak Akses",
        "ket"
    ];
    let read = Book::new()
        .sheet(
            "Bebas",
            &[line!["REKAP PERMOHONAN"], line!["BULAN JUNI 2024"], vec![], head, asked()],
        )
        .read();
    assert_eq!(read.intake.requests.len(), 1);
    assert!(read.found().is_empty(), "{:?}", read.found());
}

#[test]
fn a_head_of_two_rows_is_read_by_filling_its_groups_to_the_right() {
    let upper =
        line!["No", "Nomor Permohonan", "Surat", "", "Pemohon", "", "", "Akses yang Diminta", ""];
    let lower = line!["", "", "Nomor", "Tanggal", "Nama", "NIP", "Unit Kerja", "Aplikasi", "Peran"];
    let numbers = line!["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"];
    let row =
        line![1.0, "P-1", "SDM-1", "3 Juni 2024", "Arif", "-", "Sekretariat", "SIMPEG", "Operator"];
    let regions = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 6), (0, 7, 0, 8)];
    let read = Book::new().merged_sheet("P", &[upper, lower, numbers, row], &regions).read();
    assert!(read.found().is_empty(), "{:?}", read.found());
    let request = &read.intake.requests[0];
    let text = |field| request.text_value(field).map(|text| text.to_string()).unwrap_or_default();
    assert_eq!(text(RequestField::NomorSurat), "SDM-1");
    assert_eq!(text(RequestField::NamaPemohon), "Arif");
    assert_eq!(request.letter_date.cell().map(|cell| cell.address()), Some("D4".into()));
}

#[test]
fn a_name_below_a_group_of_another_is_not_the_applicant() {
    let upper = line!["Nomor Permohonan", "Pemohon", "", "Atasan", "", "Aplikasi"];
    let lower = line!["", "Nama", "Unit Kerja", "Nama", "NIP", ""];
    let row = line!["P-1", "Arif", "Sekretariat", "Budi", "-", "SIMPEG"];
    let read = Book::new().sheet("P", &[upper, lower, row]).read();
    assert_eq!(read.found(), ["D01 -", "D14 D2", "D14 E2"]);
    let name = read.intake.requests[0].text_value(RequestField::NamaPemohon);
    assert_eq!(name.map(|name| &**name), Some("Arif"));
}

#[test]
fn each_sheet_of_a_workbook_is_read_as_what_it_is() {
    let staff = line!["Nama", "NIP", "Jabatan", "Peran", "Berlaku dari"];
    let person =
        line!["Rina", "198609262015051001", "Pranata Komputer", "anggota_tim", "1 Juni 2024"];
    let read = Book::new()
        .sheet("A", &[permohonan(), asked()])
        .sheet("B", &[kendali(), line!["P-1", 2.0, "Rina", "", "3 Juni 2024 09.15", "", "v"]])
        .sheet("C", &[staff, person])
        .sheet("Kosong", &[])
        .read();
    let intake = &read.intake;
    assert_eq!((intake.requests.len(), intake.sign_offs.len(), intake.staff.len()), (1, 1, 1));
    assert_eq!(intake.staff[0].role.value().map(|role| &**role), Some("anggota_tim"));
    assert!(read.found().is_empty());
}

#[test]
fn a_form_whose_heads_stand_one_below_the_other_is_told_as_one() {
    let form = |application: &'static str| {
        [
            line!["FORMULIR PERMOHONAN"],
            line!["Nomor permohonan", ":", "P-001"],
            line!["Nama pemohon :", "", "Rina Wulandari"],
            line!["Unit kerja", ":", "Kantor Wilayah"],
            line![application, ":", "SIMPEG"],
            line!["Peran", ":", "Operator"],
        ]
    };
    let read = Book::new()
        .sheet("P-001", &form("Aplikasi"))
        .sheet("Catatan", &form("Peran dan aplikasi yang dahulu")[..4])
        .read();
    let messages: Vec<&str> = read.diagnostics.iter().map(|told| &*told.message).collect();
    let [form, note] = messages.as_slice() else { panic!("{messages:?}") };
    assert_eq!(
        *form,
        "kepala kolom permohonan pada lembar ini tersusun ke bawah, seperti pada formulir"
    );
    assert!(note.starts_with("lembar ini tidak dikenal"), "{note}");
    assert!(read.intake.requests.is_empty());
}

#[test]
fn a_sheet_of_no_kind_is_named_with_the_nearest_kind_and_what_it_lacks() {
    let read = Book::new()
        .sheet("Rekap", &[line!["Nomor surat", "Tanggal surat", "Hal"], line!["1", "2", "3"]])
        .sheet("Petunjuk", &[line!["Isilah dengan benar"]])
        .sheet("Kosong", &[])
        .read();
    let messages: Vec<_> =
        read.diagnostics.iter().map(|d| (d.code.map(|c| c.name()), &*d.message)).collect();
    assert_eq!(
        messages,
        [
            (
                Some("D13"),
                "lembar ini tidak dikenal; paling mirip lembar permohonan, tetapi tidak ada kolom aplikasi atau peran dan tidak ada kolom nomor permohonan atau nama pemohon"
            ),
            (Some("D13"), "lembar ini tidak dikenal: tidak ada kepala kolom yang dikenal"),
        ]
    );
}

#[test]
fn a_head_below_the_thirtieth_row_is_no_head() {
    let at = |row: usize| {
        let mut rows = vec![vec![]; row];
        rows.extend([kendali(), line!["P-1", 2.0, "Rina", "", "13 Juni 2024 09.15", "", "v"]]);
        Book::new().sheet("K", &rows).read()
    };
    assert_eq!((at(29).intake.sign_offs.len(), at(29).found().len()), (1, 0));
    assert_eq!((at(30).intake.sign_offs.len(), at(30).found()), (0, vec!["D13 -".to_owned()]));
}

#[test]
fn a_required_column_that_is_not_there_is_d01_once_and_its_rows_are_read() {
    let mut head = permohonan();
    head[5] = V::T("");
    let read = Book::new().sheet("P", &[head, asked(), asked()]).read();
    let d01: Vec<_> = read.found().into_iter().filter(|found| !found.starts_with("D14")).collect();
    assert_eq!(d01, ["D01 -"]);
    assert_eq!(read.message("D01"), "lembar permohonan ini tidak memiliki kolom wajib: unit kerja");
    assert!(read.intake.requests.len() == 2 && read.intake.requests.iter().all(|row| row.flawed));
}

#[test]
fn a_date_column_stands_for_the_end_and_nothing_else_does() {
    let row = line!["P-1", 2.0, "Rina", "13 Juni 2024"];
    let read = Book::new()
        .sheet("K", &[line!["No. permohonan", "Langkah", "Petugas", "Tanggal"], row])
        .read();
    assert!(read.found().is_empty() && read.intake.sign_offs.len() == 1);
}

#[test]
fn an_unknown_column_is_named_with_what_was_likely_meant() {
    let mut head = permohonan();
    head[3] = V::T("Nama Pemhon");
    head[8] = V::T("Lemari berkas");
    let read = Book::new().sheet("P", &[head, asked()]).read();
    assert_eq!(read.found(), ["D01 -", "D14 D1", "D14 I1"]);
    let messages: Vec<_> = read.diagnostics.iter().map(|d| &*d.message).collect();
    assert_eq!(
        messages[1..],
        [
            "kolom \"Nama Pemhon\" tidak dikenal di lembar permohonan; mungkin maksudnya \"Nama pemohon\"",
            "kolom \"Lemari berkas\" tidak dikenal di lembar permohonan",
        ]
    );
}

#[test]
fn a_column_with_data_and_no_head_is_named_at_its_first_value() {
    let mut row = asked();
    row.extend(line!["", "lihat map"]);
    let read = Book::new().sheet("P", &[permohonan(), asked(), row]).read();
    assert_eq!(read.found(), ["D14 K3"]);
}

#[test]
fn of_two_columns_of_one_meaning_the_first_that_is_filled_counts() {
    let mut head = permohonan();
    head.push(V::T("Satker"));
    let with = |unit, other| {
        let mut row = asked();
        row[5] = V::T(unit);
        row.push(V::T(other));
        row
    };
    let rows = [head, with("Sekretariat", ""), with("", "Kanwil"), with("Sekretariat", "Kanwil")];
    let read = Book::new().sheet("P", &rows).read();
    assert_eq!(read.found(), ["D14 J1", "D08 J4"]);
    let units: Vec<_> = read
        .intake
        .requests
        .iter()
        .filter_map(|row| row.text_value(RequestField::UnitKerja))
        .map(|unit| unit.to_string())
        .collect();
    assert_eq!(units, ["Sekretariat", "Kanwil", "Sekretariat"]);
}

#[test]
fn a_column_of_passwords_is_told_and_its_text_is_kept_nowhere() {
    let mut head = permohonan();
    head.extend(line!["Password awal", "Kode OTP"]);
    let mut row = asked();
    row.extend(line!["rahasia123", "445566"]);
    let read = Book::new().sheet("P", &[head, row]).read();
    assert_eq!(read.found(), ["D19 J1", "D19 K1"]);
    let place = read.intake.requests[0].place;
    let texts = read.sources().row_texts(place);
    assert!(texts.iter().any(|(_, text)| *text == "Arif"));
    assert!(
        texts
            .iter()
            .all(|(column, text)| *column < 9 && !text.contains("rahasia") && *text != "445566")
    );
    assert!(!format!("{:?}", read.intake).contains("rahasia123"));
}

#[test]
fn a_column_no_in_which_letters_stand_is_the_number_and_one_that_counts_is_not() {
    let heads = || line!["Nomor", "Tgl terima", "Nama", "Unit", "Aplikasi", "Peran"];
    let row = |number: &'static str, name: &'static str| {
        line![number, "3 Juni 2024", name, "Kanwil", "SIMPEG", "Operator"]
    };
    let rows = [heads(), row("PMH-001", "Ali"), row("PMH-002", "Beni"), line!["Jumlah", 2.0]];
    let read = Book::new().sheet("P", &rows).read();
    assert_eq!(read.found(), ["D14 A1"]);
    assert_eq!(
        read.diagnostics[0].message,
        "kolom \"Nomor\" dibaca sebagai nomor permohonan: isinya bukan nomor urut"
    );
    let numbers: Vec<&str> = read.intake.requests.iter().map(|row| &*row.number.value).collect();
    assert_eq!(numbers, ["PMH-001", "PMH-002"]);
    for (first, second) in [("1", "2"), ("001", "002"), ("PMH-001", "2"), ("a", "b")] {
        let read =
            Book::new().sheet("P", &[heads(), row(first, "Ali"), row(second, "Beni")]).read();
        assert_eq!((read.found(), read.intake.requests.len()), (vec!["D01 -".to_owned()], 0));
    }
    // Where another column is the number, this one is not.
    let mut heads = heads();
    heads.push(V::T("No. permohonan"));
    let mut only = row("PMH-001", "Ali");
    only.push(V::T("P-1"));
    let read = Book::new().sheet("P", &[heads, only]).read();
    assert_eq!(&*read.intake.requests[0].number.value, "P-1");
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn two_names_of_one_column_are_one_head_and_names_of_two_are_none() {
    let known = |heads: Vec<V>| {
        let values: Vec<V> = heads.iter().map(|_| V::T("x")).collect();
        let read = Book::new().sheet("K", &[heads, values]).read();
        let told: Vec<String> =
            read.found().into_iter().filter(|at| at.starts_with("D14")).collect();
        told
    };
    let plain = || line!["No. permohonan", "Langkah", "Selesai"];
    for head in [
        "Petugas/PIC",
        "Petugas/PIC/Pelaksana",
        "Kendala / Hambatan",
        "Bukti/Eviden",
        "Keterangan/Catatan",
        "Tanda Tangan/TTE (petugas)",
        "Ditugaskan Kpd",
        "Jam (mulai-selesai)",
    ] {
        let mut heads = plain();
        heads.push(V::T(head));
        assert_eq!(known(heads), [""; 0], "{head}");
    }
    for head in ["Petugas/Paraf", "Bukti/Kendala", "Petugas/PIC/Paraf", "Waktu", "Paraf/Tanggal"] {
        let mut heads = plain();
        heads.push(V::T(head));
        assert_eq!(known(heads), ["D14 D1"], "{head}");
    }
}
