//! Sheets as offices shape them: several tables, spans in one cell, forms, sheets
//! without numbers, heads that the office maps itself; and the account of the rows.

use super::book::{Book, V, kendali, permohonan};
use crate::line;
use tertib::intake::RowRole;
use tertib::records::RequestField;

fn asked(number: &'static str) -> Vec<V> {
    line!["", number, "13 Juni 2024", "Arif", "-", "Sekretariat", "SIMPEG", "Operator", "baru"]
}

fn signed(number: &'static str) -> Vec<V> {
    line![number, 2.0, "Rina", "", "13 Juni 2024 09.15", "", "v"]
}

fn texts(read: &super::book::Read, field: RequestField) -> Vec<String> {
    let rows = read.intake.requests.iter();
    rows.map(|row| row.text_value(field).map_or(String::new(), |text| text.to_string())).collect()
}

#[test]
fn several_tables_of_any_kind_may_stand_below_one_another() {
    let read = Book::new()
        .sheet(
            "Juni",
            &[
                line!["A. PERMOHONAN"],
                permohonan(),
                asked("P-1"),
                asked("P-2"),
                line!["Jumlah", "", "", "", "", "", 2.0],
                vec![],
                line!["B. KENDALI"],
                line!["Bulan Juni"],
                kendali(),
                signed("P-1"),
                vec![],
                line!["C. PEGAWAI"],
                vec![],
                line!["Nama", "NIP", "Jabatan", "Peran"],
                line!["Rina", "198609262015051001", "Pranata Komputer", "anggota_tim"],
            ],
        )
        .read();
    let intake = &read.intake;
    assert_eq!((intake.requests.len(), intake.sign_offs.len(), intake.staff.len()), (2, 1, 1));
    assert_eq!(read.found(), [""; 0]);
    assert_eq!(
        read.rows(),
        [(RowRole::Title, 4), (RowRole::Head, 3), (RowRole::Record, 4), (RowRole::Aside, 1)]
    );
    let place = intake.sign_offs[0].place;
    let cell = read.sources().cell_of(place, None, "mulai").map(|cell| cell.address());
    assert_eq!(cell.as_deref(), Some("D10"), "by the head of its own table");
}

#[test]
fn a_table_that_follows_without_a_gap_below_its_title_is_found() {
    let rows = [permohonan(), asked("P-1"), line!["Lembar kendali"], kendali(), signed("P-1")];
    let read = Book::new().sheet("P", &rows).read();
    assert_eq!((read.intake.requests.len(), read.signed().len()), (1, 1));
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn the_same_head_with_its_columns_in_another_order_is_another_table() {
    let moved = line!["Langkah", "No. permohonan", "Selesai", "Mulai", "Petugas", "Hasil", "Paraf"];
    let row = line![3.0, "P-1", "14 Juni 2024 09.15", "14 Juni 2024 09.00", "Rina", "Y", "v"];
    let read = Book::new().sheet("K", &[kendali(), signed("P-1"), vec![], moved, row]).read();
    assert_eq!(
        read.signed(),
        ["P-1 2 ..2024-06-13 09:15 Rina", "P-1 3 2024-06-14 09:00..2024-06-14 09:15 Rina"]
    );
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn a_start_and_an_end_in_one_cell_are_both_read() {
    let head = line!["No. permohonan", "Langkah", "Petugas", "Tanggal", "Jam"];
    let row = |day, time| line!["P-1", 4.0, "Rina", day, time];
    let rows = [head, row("13 Juni 2024", "09.15-09.30"), row("14-15 Juni 2024", "")];
    let read = Book::new().sheet("K", &rows).read();
    assert_eq!(
        read.times(),
        [
            ("2024-06-13 09:15".into(), "2024-06-13 09:30".into()),
            ("2024-06-14".into(), "2024-06-15".into()),
        ]
    );
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn date_and_hour_in_two_columns_each_are_one_moment_each() {
    let head = line![
        "No. permohonan",
        "Langkah",
        "Petugas",
        "Tanggal mulai",
        "Jam mulai",
        "Tanggal selesai",
        "Jam selesai"
    ];
    let row = line!["P-1", 4.0, "Rina", "13 Juni 2024", "15.50", "14 Juni 2024", "07.45"];
    let read = Book::new().sheet("K", &[head, row]).read();
    assert_eq!(read.times(), [("2024-06-13 15:50".into(), "2024-06-14 07:45".into())]);
    assert_eq!(read.found(), [""; 0]);
}

const KEYED: &str = "[peta]\nkunci = [\"nomor_surat\", \"nip_pemohon\"]\n";

fn form() -> Vec<V> {
    line![
        "Timestamp",
        "Tuliskan nama lengkap Anda beserta gelar",
        "NIP (18 digit)",
        "Sebutkan unit kerja Anda",
        "Nomor Surat Permohonan",
        "Aplikasi yang dimohonkan",
        "Hak akses yang diminta (boleh lebih dari satu)",
        "Alamat Email Dinas"
    ]
}

fn answer(nip: &'static str, apps: &'static str, roles: &'static str) -> Vec<V> {
    let mut row = vec![V::D("2024-06-13 09:15")];
    row.extend(line!["Arif, S.H.", nip, "Kanwil", "SDM-1", apps, roles, "a@contoh.go.id"]);
    row
}

#[test]
fn an_export_of_a_form_without_numbers_is_read_by_the_key_that_the_office_names() {
    let rows = [
        form(),
        answer("198609262015051001", "SIMPEG", "Operator"),
        answer("-", "SIMPEG", "Operator"),
    ];
    let read = Book::new().of_office(KEYED).sheet("Form Responses 1", &rows).read();
    let numbers: Vec<_> =
        read.intake.requests.iter().map(|row| row.number.value.to_string()).collect();
    assert_eq!(numbers, ["SDM-1 / 198609262015051001", "SDM-1 / -"]);
    assert_eq!(read.found(), [""; 0]);
    assert_eq!(texts(&read, RequestField::NamaPemohon), ["Arif, S.H.", "Arif, S.H."]);

    let unkeyed = Book::new().sheet("F", &rows).read();
    assert_eq!(unkeyed.found()[0], "D01 -");
    assert!(unkeyed.diagnostics[0].advice.contains("[peta]"), "{}", unkeyed.diagnostics[0].advice);
}

#[test]
fn an_empty_part_of_the_key_is_told_at_its_cell() {
    let read =
        Book::new().of_office(KEYED).sheet("F", &[form(), answer("", "SIMPEG", "Operator")]).read();
    assert_eq!(read.found(), ["D02 C2"]);
    assert_eq!(read.rows(), [(RowRole::Head, 1), (RowRole::Told, 1)]);
}

const LISTED: &str = "[peta]\nkunci = [\"nomor_surat\", \"nip_pemohon\"]\n\
    [[aplikasi]]\nnama = \"SIMPEG\"\nperan = [\"Operator\", \"Admin\"]\n\
    [[aplikasi]]\nnama = \"CACT\"\nperan = [\"Asesor\", \"Operator\"]\n";

#[test]
fn several_choices_in_one_cell_are_several_accesses_where_the_list_of_applications_says_so() {
    let of = |apps, roles| {
        let rows = [form(), answer("-", apps, roles)];
        let read = Book::new().of_office(LISTED).sheet("F", &rows).read();
        let apps = texts(&read, RequestField::Aplikasi);
        apps.into_iter().zip(texts(&read, RequestField::Peran)).collect::<Vec<_>>()
    };
    let pair = |app: &str, role: &str| (app.to_owned(), role.to_owned());
    assert_eq!(
        of("SIMPEG, CACT", "Operator"),
        [pair("SIMPEG", "Operator"), pair("CACT", "Operator")]
    );
    assert_eq!(
        of("simpeg; CACT", "Asesor, Admin"),
        [pair("SIMPEG", "Admin"), pair("CACT", "Asesor")]
    );
    assert_eq!(
        of("SIMPEG, CACT", "Admin, Operator"),
        [pair("SIMPEG, CACT", "Admin, Operator")],
        "Operator is a role of both: whose it is cannot be told"
    );
    assert_eq!(of("SIMPEG, Lainnya", "Operator"), [pair("SIMPEG, Lainnya", "Operator")]);
    let both = [pair("SIMPEG", "Admin"), pair("CACT", "Asesor")];
    assert_eq!(of("SIMPEG\nCACT", "Admin\nAsesor"), both);
    assert_eq!(of("1. SIMPEG\r\n2) CACT\n", "- Admin\n- Asesor"), both);
    assert_eq!(of("SIMPEG\nLainnya", "Operator"), [pair("SIMPEG Lainnya", "Operator")]);
}

#[test]
fn heads_that_the_office_maps_are_known_and_those_it_ignores_are_not_told() {
    let toml = "[peta]\nabaikan = [\"Lemari\"]\n[peta.kolom]\n\"Kode Berkas\" = \"nomor_permohonan\"\n\
                \"Beres\" = \"selesai\"\n";
    let head = line!["Kode Berkas", "Langkah", "Petugas", "Beres", "Lemari"];
    let row = line!["P-1", 2.0, "Rina", "13 Juni 2024", "3A"];
    let read = Book::new().of_office(toml).sheet("K", &[head, row]).read();
    assert_eq!(read.signed(), ["P-1 2 ..2024-06-13 Rina"]);
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn a_mapped_head_may_mean_a_column_of_a_step() {
    let toml =
        "[peta.kolom]\n\"Cek\" = \"langkah 3 selesai\"\n\"Akun jadi\" = \"langkah 4 selesai\"\n";
    let head = line!["No. Permohonan", "Petugas", "Cek", "Akun jadi"];
    let row = line!["P-1", "Yoga", "13 Juni 2024", "14 Juni 2024"];
    let read = Book::new().of_office(toml).sheet("K", &[head, row]).read();
    assert_eq!(read.signed(), ["P-1 3 ..2024-06-13 Yoga", "P-1 4 ..2024-06-14 Yoga"]);
}

#[test]
fn a_name_that_is_no_column_is_told_at_its_place_with_the_nearest_one() {
    let toml = "[instansi]\nnama = \"K\"\n[peta]\nkunci = [\"nomor_surt\"]\n[peta.kolom]\n\
                \"Beres\" = \"selesia\"\n\"Kotak\" = \"warna\"\n";
    let office = tertib::office::Office::parse("tertib.toml", toml).expect("an office");
    let told = tertib::intake::HeadMap::of(&office, &super::book::sop()).expect_err("three slips");
    let told: Vec<_> = told.iter().map(|told| (&*told.message, told.places.len())).collect();
    assert_eq!(
        told,
        [
            ("\"selesia\" pada [peta] kolom bukan nama kolom; mungkin maksudnya \"selesai\"", 1),
            ("\"warna\" pada [peta] kolom bukan nama kolom", 1),
            (
                "\"nomor_surt\" pada [peta] kunci bukan nama kolom; mungkin maksudnya \"nomor_surat\"",
                1
            ),
        ]
    );
}

#[test]
fn a_number_alone_above_another_table_is_a_record_and_no_title() {
    let rows =
        [permohonan(), asked("P-1"), line!["", "P-2"], line!["Kendali"], kendali(), signed("P-1")];
    let read = Book::new().sheet("P", &rows).read();
    assert_eq!((read.intake.requests.len(), read.signed().len()), (2, 1));
    assert_eq!(read.found()[0], "D02 D3");
}

#[test]
fn a_total_that_is_counted_in_text_below_the_numbers_is_no_record() {
    let total = line!["Jumlah", "2", "", "", "", "", ""];
    let rows = [permohonan(), asked("P-1"), asked("2"), total];
    let read = Book::new().sheet("P", &rows).read();
    assert_eq!(read.intake.requests.len(), 2);
    assert_eq!(read.found(), [""; 0]);
    assert_eq!(read.rows(), [(RowRole::Head, 1), (RowRole::Record, 2), (RowRole::Aside, 1)]);
}

#[test]
fn a_merged_number_does_not_make_a_record_of_a_sub_heading_below_it() {
    let head = line!["No", "No. permohonan", "Langkah", "Petugas", "Selesai", "Paraf"];
    let row = |step| line!["", "", step, "Rina", "13 Juni 2024 09.15", "v"];
    let first = line![1.0, "P-1", 2.0, "Rina", "13 Juni 2024 09.00", "v"];
    let rows = [head, first, line!["Minggu II"], row(3.0)];
    let read = Book::new().merged_sheet("K", &rows, &[(1, 1, 3, 1)]).read();
    assert_eq!(read.signed(), ["P-1 2 ..2024-06-13 09:00 Rina", "P-1 3 ..2024-06-13 09:15 Rina"]);
    assert_eq!(read.found(), [""; 0]);
    assert_eq!(read.rows(), [(RowRole::Head, 1), (RowRole::Record, 2), (RowRole::Aside, 1)]);
}

#[test]
fn the_number_that_a_time_became_is_read_from_a_table_of_text_too_and_noted() {
    let head = line!["No. permohonan", "Langkah", "Petugas", "Tanggal", "Jam mulai", "Jam selesai"];
    let row = line!["P-1", 4.0, "Rina", "13 Juni 2024", "8.1", "9,15"];
    let read = Book::new().sheet("K", &[head, row]).read();
    assert_eq!(read.times(), [("2024-06-13 08:10".into(), "2024-06-13 09:15".into())]);
    assert_eq!(read.found(), ["D15 E2", "D15 F2"]);
}
