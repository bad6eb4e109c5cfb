//! Hours in columns of their own: of a request's dates, and of what beside them they are
//! not. How those of sign-offs are joined stands in `cells.rs` and `tables.rs`.

use super::book::{Book, Read, V, moment, told};
use crate::line;
use tertib::office::Zone;
use tertib::records::{Moment, Reading, RequestRow};

/// A sheet of requests with these columns behind the request's own; from H on.
fn heads(columns: &[&'static str]) -> Vec<V> {
    let mut head = line![
        "Nomor permohonan",
        "Tanggal surat",
        "Nama pemohon",
        "NIP",
        "Unit kerja",
        "Aplikasi",
        "Peran"
    ];
    head.extend(columns.iter().map(|column| V::T(column)));
    head
}

fn asked(cells: impl IntoIterator<Item = V>) -> Vec<V> {
    let own = ["P-1", "2 Mei 2024", "Arif", "", "Sekretariat", "SIMPEG", "Operator"];
    own.into_iter().map(V::T).chain(cells).collect()
}

fn read(columns: &[&'static str], rows: &[Vec<V>]) -> Read {
    read_in(Zone::Wib, columns, rows)
}

fn read_in(zone: Zone, columns: &[&'static str], rows: &[Vec<V>]) -> Read {
    let rows: Vec<Vec<V>> = rows.iter().cloned().map(asked).collect();
    let sheet = [vec![heads(columns)], rows].concat();
    Book::new().in_zone(zone).sheet("Permohonan", &sheet).read()
}

fn received(read: &Read) -> Vec<String> {
    read.intake.requests.iter().map(|row| told(&row.received)).collect()
}

fn of_rows(read: &Read, of: impl Fn(&RequestRow) -> &Reading<Moment>) -> Vec<String> {
    read.intake.requests.iter().map(|row| told(of(row))).collect()
}

#[test]
fn a_date_of_receipt_and_its_hour_are_one_moment_however_their_heads_are_worded() {
    for columns in [
        ["Tanggal terima", "Jam terima"],
        ["Tgl. Diterima", "Pukul diterima"],
        ["Tanggal masuk", "Jam masuk (WIB)"],
        ["tanggal_diterima", "jam_diterima"],
        ["Date received", "Time received"],
        ["Tanggal terima", "Waktu terima"],
        ["Jam terima", "Tanggal terima"],
    ] {
        let (day, hour) = (V::D("2024-06-13"), V::C("09:15"));
        let cells = if columns[0].starts_with("Jam") { [hour, day] } else { [day, hour] };
        let read = read(&columns, &[cells.to_vec()]);
        assert_eq!(received(&read), ["2024-06-13 09:15"], "{columns:?}");
        assert_eq!(read.found(), [""; 0], "{columns:?}");
    }
}

#[test]
fn the_hour_is_read_in_every_form_in_which_people_write_one() {
    let day = || V::T("13 Juni 2024");
    let rows = [
        line![day(), "09.15"],
        line![day(), "pukul 9.15 WIB"],
        line![day(), "10:15 WITA"],
        line![day(), 9.15],
        line![day(), 9.1],
        line![day(), V::D("2024-06-13 09:15")],
        line![day(), "-"],
        line![day(), ""],
        line!["", ""],
    ];
    let read = read(&["Tanggal terima", "Jam terima"], &rows);
    let (whole, day) = ("2024-06-13 09:15", "2024-06-13");
    let tenth = "2024-06-13 09:10";
    assert_eq!(received(&read), [whole, whole, whole, whole, tenth, whole, day, day, ""]);
    assert_eq!(read.found(), ["D15 I5", "D15 I6"], "the two that became numbers");
    assert_eq!(read.diagnostics[1].message, "jam tersimpan sebagai angka 9,1, dibaca pukul 09.10");
}

#[test]
fn an_hour_of_another_zone_moves_into_the_offices_even_past_midnight() {
    let rows = [line!["13 Juni 2024", "00.30"], line!["13 Juni 2024", "09.15 WIB"]];
    let read = read_in(Zone::Wib, &["Tanggal terima", "Jam terima (WITA)"], &rows);
    assert_eq!(received(&read), ["2024-06-12 23:30", "2024-06-13 09:15"]);
    let read = read_in(Zone::Wita, &["Tanggal terima", "Jam terima"], &rows);
    assert_eq!(received(&read), ["2024-06-13 00:30", "2024-06-13 10:15"]);
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn the_teams_receipt_and_the_cancellation_may_have_their_hours_apart_too() {
    let columns = [
        "Tanggal terima",
        "Jam terima",
        "Tanggal diterima tim",
        "Jam diterima tim",
        "Tanggal batal",
        "Pukul batal",
    ];
    let row = line!["13 Juni 2024", "09.15", "13 Juni 2024", "10.20", "14 Juni 2024", "11.30"];
    let read = read(&columns, &[row]);
    assert_eq!(received(&read), ["2024-06-13 09:15"]);
    assert_eq!(of_rows(&read, |row| &row.received_by_team), ["2024-06-13 10:20"]);
    assert_eq!(of_rows(&read, |row| &row.cancelled), ["2024-06-14 11:30"]);
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn a_head_of_two_rows_names_what_its_date_and_hour_are_of() {
    for group in ["Diterima", "Waktu diterima", "Waktu penerimaan", "Tanggal terima"] {
        let upper = heads(&[group, "", "Diterima tim", ""]);
        let mut lower: Vec<V> = upper[..7].iter().map(|_| V::T("")).collect();
        lower.extend(line!["Tanggal", "Jam", "Tanggal", "Pukul"]);
        let row = asked(line!["13 Juni 2024", "09.15", "13 Juni 2024", "10.20"]);
        let regions = [(0, 7, 0, 8), (0, 9, 0, 10)];
        let sheet = [upper, lower, row];
        let read = Book::new().merged_sheet("Permohonan", &sheet, &regions).read();
        assert_eq!(received(&read), ["2024-06-13 09:15"], "{group}");
        assert_eq!(of_rows(&read, |row| &row.received_by_team), ["2024-06-13 10:20"], "{group}");
        assert_eq!(read.found(), [""; 0], "{group}");
    }
}

#[test]
fn a_bare_jam_right_behind_the_date_of_receipt_is_its_hour_and_that_is_told() {
    for head in ["Jam", "Pukul (WIB)", "Waktu"] {
        let columns = ["Tanggal terima", head, "Keterangan"];
        let rows = [
            line!["13 Juni 2024", V::C("09:15"), "lengkap"],
            line!["14 Juni 2024", 9.1, ""],
            line!["14 Juni 2024", "", "menyusul"],
        ];
        let read = read(&columns, &rows);
        assert_eq!(received(&read), ["2024-06-13 09:15", "2024-06-14 09:10", "2024-06-14"]);
        assert_eq!(read.found(), ["D14 I1", "D15 I3"]);
        let told = &read.diagnostics[0];
        let wanted = format!(
            "kolom \"{head}\" dibaca sebagai jam diterima: isinya jam dan kolom di kirinya \"Tanggal terima\""
        );
        assert_eq!(told.message, wanted);
    }
}

#[test]
fn a_bare_jam_that_could_mean_something_else_stays_unknown() {
    let day = "13 Juni 2024";
    let unlike: [(&[&'static str], Vec<V>, &str); 8] = [
        (&["Tanggal terima", "Saluran", "Jam"], line![day, "Surel", "09.15"], "J1"),
        (&["Jam", "Tanggal terima"], line!["09.15", day], "H1"),
        (&["Tanggal terima", "Jam", "Tanggal batal"], line![day, "09.15", ""], "I1"),
        (&["Tanggal terima", "Jam", "Tgl proses"], line![day, "09.15", day], "I1"),
        (&["Tanggal terima", "Waktu"], line![day, "2 hari"], "I1"),
        (&["Tanggal terima", "Waktu"], line![day, 2.0], "I1"),
        (&["Tanggal terima", "Jam"], line![day, "09.15-10.00"], "I1"),
        (&["Tanggal terima", "Jam", "Jam terima"], line![day, "10.20", "09.15"], "I1"),
    ];
    for (columns, row, cell) in unlike {
        let read = read(columns, &[row]);
        assert!(read.found().contains(&format!("D14 {cell}")), "{columns:?}: {:?}", read.found());
        let is_unknown = |message: &str| message.contains("tidak dikenal di lembar permohonan");
        let known = read.diagnostics.iter().filter(|told| is_unknown(&told.message)).count();
        assert_eq!(known, if columns.contains(&"Tgl proses") { 2 } else { 1 }, "{columns:?}");
        let wanted =
            if columns.contains(&"Jam terima") { "2024-06-13 09:15" } else { "2024-06-13" };
        assert_eq!(received(&read), [wanted], "{columns:?}");
    }
}

#[test]
fn a_bare_jam_behind_the_date_that_is_left_unknown_names_what_may_be_meant() {
    let row = line!["13 Juni 2024", "09.15", ""];
    let read = read(&["Tanggal terima", "Jam", "Tanggal batal"], &[row]);
    assert_eq!(
        read.message("D14"),
        "kolom \"Jam\" tidak dikenal di lembar permohonan; mungkin maksudnya \"Jam diterima\""
    );
}

#[test]
fn the_hour_of_a_step_beside_a_request_stays_the_steps() {
    let mut upper = heads(&["Tanggal terima", "Langkah 2", "", "", "Langkah 3", "", ""]);
    let mut lower: Vec<V> = upper.iter().map(|_| V::T("")).collect();
    lower.splice(8.., line!["Tanggal", "Jam", "Pelaksana", "Tanggal", "Jam", "Pelaksana"]);
    let done = line![V::D("2024-06-13"), "09.30", "Ratih", V::D("2024-06-13"), "10.15", "Yoga"];
    let row = [asked([V::T("13 Juni 2024")]), done.clone()].concat();
    let read = Book::new().sheet("Rekap", &[upper.clone(), lower.clone(), row]).read();
    let signed = ["P-1 2 ..2024-06-13 09:30 Ratih", "P-1 3 ..2024-06-13 10:15 Yoga"];
    assert_eq!(read.signed(), signed);
    assert_eq!(received(&read), ["2024-06-13"]);
    assert_eq!(read.found(), [""; 0]);

    // The request's own hour in front of them is the request's.
    upper.insert(8, V::T("Jam terima"));
    lower.insert(8, V::T(""));
    let row = [asked(line!["13 Juni 2024", "09.15"]), done].concat();
    let read = Book::new().sheet("Rekap", &[upper, lower, row]).read();
    assert_eq!(read.signed(), signed);
    assert_eq!(received(&read), ["2024-06-13 09:15"]);
    assert_eq!(read.found(), [""; 0]);
}

#[test]
fn an_hour_of_receipt_below_the_head_of_a_step_is_not_the_requests() {
    let columns = ["Tanggal terima", "Langkah 2", "", "", "Langkah 3", ""];
    let upper = heads(&columns);
    let mut lower: Vec<V> = upper.iter().map(|_| V::T("")).collect();
    lower.splice(8.., line!["Jam terima", "Selesai", "Pelaksana", "Selesai", "Pelaksana"]);
    let mut row = asked([V::T("13 Juni 2024"), V::T("09.20")]);
    row.extend(line!["13 Juni 2024 09.30", "Ratih", "13 Juni 2024 10.15", "Yoga"]);
    let read = Book::new().sheet("Rekap", &[upper, lower, row]).read();
    assert_eq!(received(&read), ["2024-06-13"]);
    assert_eq!(read.intake.sign_offs.len(), 2);
    assert_eq!(read.found(), ["D14 I2"]);
}

#[test]
fn an_hour_without_its_date_is_told_in_its_row() {
    let rows = [line!["", "09.15"], line!["13 Juni 2024", "09.15"]];
    let read = read(&["Tanggal terima", "Jam terima"], &rows);
    assert_eq!(received(&read), ["?", "2024-06-13 09:15"]);
    assert_eq!(read.found(), ["D03 I2"]);
    let told = &read.diagnostics[0];
    assert_eq!(told.message, "jam \"09.15\" tidak dapat dibaca: hanya ada jam, tanpa tanggal");
    assert!(told.advice.starts_with("lengkapi tanggalnya pada baris ini"), "{}", told.advice);
    assert!(read.intake.requests[0].flawed && !read.intake.requests[1].flawed);
}

#[test]
fn hours_whose_date_has_no_column_are_told_once_and_flaw_no_request() {
    let rows = [line!["13 Juni 2024", "09.15"], line!["14 Juni 2024", "10.15"]];
    let read = read(&["Tanggal", "Jam terima"], &rows);
    assert_eq!(received(&read), ["", ""]);
    assert_eq!(read.found(), ["D14 H1", "D14 I1"]);
    assert_eq!(
        read.diagnostics[1].message,
        "kolom \"Jam terima\" berisi jam, tetapi kolom tanggal diterima tidak ada di lembar ini"
    );
    assert!(read.intake.requests.iter().all(|row| !row.flawed));
}

#[test]
fn an_hour_that_cannot_be_read_is_told_and_leaves_the_day_known() {
    let day = || V::T("13 Juni 2024");
    let rows = [
        line![day(), "siang"],
        line![day(), "25.00"],
        line![day(), "09.15-10.00"],
        line!["31 Juni 2024", "09.15"],
    ];
    let read = read(&["Tanggal terima", "Jam terima"], &rows);
    let day = "2024-06-13";
    assert_eq!(received(&read), [day, day, day, "?"]);
    assert_eq!(read.found(), ["D03 I2", "D03 I3", "D03 I4", "D03 H5"]);
    let two = &read.diagnostics[2];
    assert_eq!(two.message, "jam \"09.15-10.00\" tidak dapat dibaca: ada dua jam dalam satu sel");
    assert!(two.advice.starts_with("tulis di sel I4 jam diterima menurut"), "{}", two.advice);
    assert!(read.intake.requests.iter().all(|row| row.flawed));
}

#[test]
fn a_date_with_an_hour_beside_another_hour_is_told_and_beside_the_same_it_is_not() {
    let rows = [
        line!["13 Juni 2024 09.15", "09.15"],
        line![V::D("2024-06-13 09:15:40"), V::C("09:15")],
        line![V::D("2024-06-13 09:15"), V::D("2024-06-13 09:15")],
        line!["13 Juni 2024 09.15", "10.15 WITA"],
        line!["13 Juni 2024 09.15", "-"],
        line!["13 Juni 2024 09.15", "10.00"],
        line!["13 Juni 2024", V::D("2024-06-14 09:15")],
        line![V::D("2024-06-13 09:15"), V::D("2024-06-14 09:15")],
    ];
    let read = read(&["Tanggal terima", "Jam terima"], &rows);
    let whole = "2024-06-13 09:15";
    assert_eq!(
        received(&read),
        [whole, whole, whole, whole, whole, whole, "2024-06-13", whole],
        "the date's cell counts"
    );
    assert_eq!(read.found(), ["D08 I7", "D08 I8", "D08 I9"]);
    let told = &read.diagnostics[0];
    assert_eq!(
        told.message,
        "tanggal diterima dan jam diterima pada baris ini berbeda: \"13 Juni 2024 09.15\" dan \"10.00\""
    );
    let flawed: Vec<bool> = read.intake.requests.iter().map(|row| row.flawed).collect();
    assert_eq!(flawed, [false, false, false, false, false, true, true, true]);
}

/// Start and end, and what is found, of a step with these times.
fn step(columns: &[&'static str], cells: &[&'static str]) -> ([String; 2], Vec<String>) {
    let mut head = line!["No. permohonan", "Langkah", "Petugas"];
    head.extend(columns.iter().map(|column| V::T(column)));
    let mut row = line!["P-1", 4.0, "Rina"];
    row.extend(cells.iter().map(|cell| V::T(cell)));
    let read = Book::new().sheet("Kendali", &[head, row]).read();
    let [sign_off] = &read.intake.sign_offs[..] else { panic!("{:?}", read.found()) };
    ([told(&sign_off.started), told(&sign_off.ended)], read.found())
}

#[test]
fn an_hour_of_a_step_that_its_dates_contradict_is_told_too() {
    let mulai = ["Mulai", "Jam mulai", "Selesai", "Jam selesai"];
    let full = |from, to| ["13 Juni 2024 09.15", from, "13 Juni 2024 09.30", to];
    let times = ["2024-06-13 09:15".to_owned(), "2024-06-13 09:30".to_owned()];
    for (cells, found) in [
        (full("09.15", "09.30"), vec![]),
        (full("", "09.30"), vec![]),
        (full("", "09.15-09.30"), vec![]),
        (full("09.20", "09.30"), vec!["D08 E2"]),
        (full("09.15", "10.00"), vec!["D08 G2"]),
        (full("", "09.00-09.30"), vec!["D08 G2"]),
        (full("", "siang"), vec!["D03 G2"]),
    ] {
        assert_eq!(
            step(&mulai, &cells),
            (times.clone(), found.into_iter().map(Into::into).collect())
        );
    }
}

#[test]
fn a_span_beside_an_end_gives_the_start_that_no_other_column_gives() {
    let (times, found) = step(&["Selesai", "Jam"], &["13 Juni 2024 09.30", "09.15-09.30"]);
    assert_eq!(times, ["2024-06-13 09:15", "2024-06-13 09:30"]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn the_hour_of_a_day_is_told_where_neither_start_nor_end_is_at_it() {
    let columns = ["Tanggal", "Jam mulai", "Jam selesai"];
    for (cells, found) in [
        (["13 Juni 2024 09.15", "09.15", "09.30"], vec![]),
        (["13 Juni 2024 09.30", "09.15", "09.30"], vec![]),
        (["13 Juni 2024", "09.15", "09.30"], vec![]),
        (["13 Juni 2024 10.00", "09.15", "09.30"], vec!["D08 E2"]),
        (["13 Juni 2024 10.00", "13 Juni 2024 09.15", "09.30"], vec![]),
    ] {
        let (times, told) = step(&columns, &cells);
        assert_eq!(times, ["2024-06-13 09:15", "2024-06-13 09:30"], "{cells:?}");
        assert_eq!(told, found, "{cells:?}");
    }
    let (times, found) = step(&["Tanggal"], &["13 Juni 2024 09.15"]);
    assert_eq!((times[1].as_str(), found.len()), ("2024-06-13 09:15", 0), "it is the end itself");
}

#[test]
fn of_two_columns_of_an_end_the_one_with_hours_alone_is_its_hour() {
    let columns = ["Tanggal mulai", "Waktu mulai", "Tanggal selesai", "Waktu selesai"];
    let cells = ["13 Juni 2024", "09.15", "14 Juni 2024", "10.00"];
    let (times, found) = step(&columns, &cells);
    assert_eq!(times, ["2024-06-13 09:15", "2024-06-14 10:00"]);
    assert_eq!(found, [""; 0]);
    // Two columns of full moments are two that mean the same, and contradict each other.
    let cells = ["13 Juni 2024 09.15", "13 Juni 2024 09.20", "14 Juni 2024", "14 Juni 2024"];
    let (times, found) = step(&columns, &cells);
    assert_eq!(times, ["2024-06-13 09:15", "2024-06-14"]);
    assert_eq!(found, ["D14 E1", "D14 G1", "D08 E2"]);
}

#[test]
fn a_stamp_that_shows_its_hour_alone_does_not_hide_what_its_column_holds() {
    let rows = [
        line![V::D("2024-06-13 09:15"), V::D("2024-06-13 09:15")],
        line![V::D("2024-06-14"), V::C("10:00")],
    ];
    let read = read(&["Tanggal penerimaan", "Waktu penerimaan"], &rows);
    assert_eq!(received(&read), ["2024-06-13 09:15", "2024-06-14 10:00"]);
    assert_eq!(read.found(), [""; 0]);
    // A column in which no cell is an hour alone is a second one of the same meaning.
    let read = self::read(&["Tanggal penerimaan", "Waktu penerimaan"], &rows[..1]);
    assert_eq!(read.found(), ["D14 I1"]);
}

#[test]
fn an_hour_may_be_named_in_the_office_s_own_words() {
    let head = heads(&["Tanggal terima", "Cap jam"]);
    let rows = [head, asked(line!["13 Juni 2024", "09.15"])];
    let office = "[peta.kolom]\n\"Cap jam\" = \"jam_diterima\"\n";
    let read = Book::new().of_office(office).sheet("Permohonan", &rows).read();
    assert_eq!(received(&read), ["2024-06-13 09:15"]);
    let cell = read.intake.requests[0].received.known().map(|at| (moment(at.value), at.cell));
    let (value, cell) = cell.expect("a moment");
    assert_eq!((value.as_str(), cell.address().as_str()), ("2024-06-13 09:15", "I2"));
    assert_eq!(read.found(), [""; 0]);
}
