//! What the office's `kalender.toml` can say, and every mistake in it, as it is told.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Off, WorkingCalendar, wording};
use crate::diagnostic::{Diagnostic, Level, Place};

fn told(text: &str) -> Vec<String> {
    let diagnostics = match WorkingCalendar::load(Some(("kalender.toml", text))) {
        Ok(_) => return Vec::new(),
        Err(diagnostics) => diagnostics,
    };
    diagnostics.iter().map(line).collect()
}

fn line(diagnostic: &Diagnostic) -> String {
    assert_eq!(diagnostic.level, Level::Kesalahan);
    assert!(!diagnostic.consequence.is_empty() && !diagnostic.advice.is_empty());
    match diagnostic.places.as_slice() {
        [Place::Text { file, line, column }] => {
            format!("{file}:{line}:{column} {}", diagnostic.message)
        }
        other => panic!("one place in a text is wanted, not {other:?}"),
    }
}

fn with(text: &str) -> WorkingCalendar {
    WorkingCalendar::load(Some(("kalender.toml", text))).unwrap_or_else(|told| panic!("{told:#?}"))
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date that exists")
}

fn at(date: NaiveDate, hour: u32, minute: u32) -> NaiveDateTime {
    date.and_hms_opt(hour, minute, 0).expect("a time that exists")
}

fn spans(calendar: &WorkingCalendar, date: NaiveDate) -> String {
    let day = calendar.day(date).expect("a day of the calendar");
    let span =
        |span: &super::Span| format!("{}–{}", wording::time(span.from), wording::time(span.to));
    day.working().iter().map(span).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_built_in_files_and_an_empty_file_have_no_mistakes() {
    assert_eq!(told(""), [""; 0]);
    assert_eq!(told("\u{feff}# hanya komentar\r\n"), [""; 0]);
}

#[test]
fn the_example_holds_as_it_is_and_with_every_entry_put_to_use() {
    assert_eq!(told(super::EXAMPLE), [""; 0]);
    let used = super::EXAMPLE.replace("\n#", "\n").replace("\n ", "\n# ");
    let entries = used.lines().filter(|line| line.starts_with('[') || line.contains(" = "));
    let entries: Vec<&str> = entries.filter(|line| !line.starts_with('#')).collect();
    assert_eq!(entries.iter().filter(|line| line.starts_with("[[")).count(), 8);
    let calendar = with(&entries.join("\n"));
    assert_eq!(calendar.years(), [2024..=2028]);
    assert_eq!(spans(&calendar, day(2027, 11, 6)), "08.00–12.00");
}

#[test]
fn places_count_from_one_after_a_byte_order_mark_and_with_windows_line_ends() {
    assert_eq!(
        told("\u{feff}[[libr]]\r\n\r\n[[libur]]\r\nnama = \"é\"\r\n  tgl = 2026-01-01\r\n"),
        [
            "kalender.toml:1:3 bagian \"libr\" tidak dikenal; mungkin maksudnya \"libur\"",
            "kalender.toml:5:3 kunci \"tgl\" tidak dikenal dalam [[libur]]; mungkin maksudnya \
             \"tanggal\"",
            "kalender.toml:3:1 [[libur]] ini belum berisi \"tanggal\"",
        ]
    );
}

#[test]
fn all_mistakes_are_told_at_once_each_at_its_line_and_column() {
    let text = r#"
[[libr]]
tanggal = 2026-07-01

[[libur]]
tangal = 2026-07-01
nama = "Hari Jadi Kota"

[[libur]]
tanggal = 2026-07-02
nama = ""
jenis = "libur nasinal"
status = 5

[[libur]]
tanggal = [2026-07-03, "3 Juli"]
nama = "Rapat"

[[libur]]
tanggal = 2026-07-05
sampai = 2026-07-04
nama = "Terbalik"

[[libur]]
tanggal = 2026-07-05
sampai = 2028-07-04
nama = "Terlalu panjang"

[[libur]]
tanggal = 2029-01-01
nama = "Tahun Baru"

[[hari_kerja]]
tanggal = 2026-07-11

[[jam_kerja]]
hari = ["Senin", "Jumaat"]
mulai = "16.00"
selesai = "07.30"

[[jam_kerja]]
hari = []
mulai = "7.61"
istirahat = [["12.00"]]

[[jam_kerja]]
hari = "Senin"
mulai = 07:30:00
selesai = "16:00"
istirahat = [["12.00", "13.00"], ["12.30", "13.30"]]

[[jam_kerja]]
hari = "Senin"
mulai = "07.30"
selesai = "16.00"
istirahat = [["06.00", "07.00"]]

[[jam_kerja]]
hari = "Sabtu"
tutup = true
mulai = "07.30"

[[ramadan]]
dari = 2028-01-28
sampai = 2027-02-25
"#;
    assert_eq!(
        told(text),
        [
            "kalender.toml:2:3 bagian \"libr\" tidak dikenal; mungkin maksudnya \"libur\"",
            "kalender.toml:6:1 kunci \"tangal\" tidak dikenal dalam [[libur]]; mungkin maksudnya \
             \"tanggal\"",
            "kalender.toml:5:1 [[libur]] ini belum berisi \"tanggal\"",
            "kalender.toml:11:8 isi \"nama\" harus berupa teks dalam tanda kutip",
            "kalender.toml:12:9 \"libur nasinal\" tidak dikenal untuk \"jenis\"; mungkin maksudnya \
             \"libur nasional\"",
            "kalender.toml:13:10 isi \"status\" harus berupa teks dalam tanda kutip",
            "kalender.toml:16:24 isi \"tanggal\" harus berupa satu tanggal atau daftar tanggal",
            "kalender.toml:21:10 tanggal akhir lebih awal daripada tanggal awal",
            "kalender.toml:26:10 rentang hari ini lebih panjang daripada satu tahun",
            "kalender.toml:37:18 \"Jumaat\" tidak dikenal untuk \"hari\"; mungkin maksudnya \"Jumat\"",
            "kalender.toml:39:11 jam selesai tidak sesudah jam mulai",
            "kalender.toml:42:8 isi \"hari\" harus berupa daftar nama hari",
            "kalender.toml:41:1 [[jam_kerja]] ini belum berisi \"selesai\"",
            "kalender.toml:43:9 isi \"mulai\" harus berupa jam dan menit",
            "kalender.toml:44:14 isi \"istirahat\" harus berupa daftar pasangan jam",
            "kalender.toml:50:34 istirahat ini bertumpang tindih atau bersambung dengan istirahat lain",
            "kalender.toml:56:14 istirahat ini tidak berada di antara jam mulai dan jam selesai",
            "kalender.toml:60:9 \"tutup = true\" tidak dapat disertai mulai, selesai, atau istirahat",
            "kalender.toml:63:1 [[ramadan]] ini belum berisi \"tahun_hijriah\"",
            "kalender.toml:65:10 tanggal akhir lebih awal daripada tanggal awal",
            "kalender.toml:34:11 11 Juli 2026 dijadikan hari kerja, tetapi hari Sabtu tidak mempunyai \
             jam kerja",
            "kalender.toml:30:11 1 Januari 2029 berada di luar tahun kalender: belum ada [[tahun]] \
             untuk tahun itu",
        ]
    );
}

#[test]
fn text_that_is_no_toml_is_told_once_a_line() {
    let text = "[[libur]]\ntanggal = 17-08-2026\nnama = Proklamasi\nnama = \"a\"\nnama = \"b\"\n";
    assert_eq!(
        told(text),
        [
            "kalender.toml:2:11 tanggal ini tidak ditulis dengan urutan tahun-bulan-tanggal",
            "kalender.toml:3:8 teks ini belum diapit tanda kutip",
            "kalender.toml:4:1 kunci ini ditulis dua kali dalam bagian yang sama",
            "kalender.toml:5:1 kunci ini ditulis dua kali dalam bagian yang sama",
        ]
    );
    assert_eq!(told("libur = 3").len(), 1);
    assert_eq!(told("[libur]\ntanggal = 2026-08-17").len(), 1);
    assert_eq!(told("[[libur]]\ntanggal = 2026-02-30\nnama = \"x\"").len(), 1);
}

#[test]
fn a_local_day_off_and_a_moved_working_day_win_over_the_built_in_calendar() {
    let calendar = with(
        r#"
[[libur]]
tanggal = 2026-07-06
sampai = 2026-07-07
nama = "Gedung direnovasi"
sumber = "Surat Edaran Kepala Pusat"

[[hari_kerja]]
tanggal = [2026-12-24, 2026-12-26]
mulai = "08.00"
selesai = "12.00"
nama = "Layanan akhir tahun"

[[hari_kerja]]
tanggal = 2026-05-15
"#,
    );
    let Some(Off::DayOff(off)) = calendar.day(day(2026, 7, 7)).and_then(|day| day.off()) else {
        panic!("7 July is off")
    };
    assert_eq!((&*off.name, off.kind.name()), ("Gedung direnovasi", "libur kantor"));
    assert_eq!(spans(&calendar, day(2026, 7, 8)), "07.30–12.00 13.00–16.00");
    assert_eq!(spans(&calendar, day(2026, 12, 26)), "08.00–12.00");
    assert_eq!(spans(&calendar, day(2026, 5, 15)), "07.30–11.30 13.00–16.30");
    let source = calendar.day(day(2026, 12, 24)).and_then(|day| day.hours_source());
    assert_eq!(source, Some("Layanan akhir tahun (kalender.toml)"));
}

#[test]
fn within_a_file_the_later_entry_wins_across_sections() {
    let off = "[[libur]]\ntanggal = 2026-07-06\nnama = \"Libur\"\n";
    let worked = "[[hari_kerja]]\ntanggal = 2026-07-06\n";
    let calendar = with(&format!("{off}{worked}"));
    assert_eq!(spans(&calendar, day(2026, 7, 6)), "07.30–12.00 13.00–16.00");
    let calendar = with(&format!("{worked}{off}"));
    assert_eq!(spans(&calendar, day(2026, 7, 6)), "");
}

#[test]
fn other_ordinary_hours_leave_the_hours_of_ramadan_as_they_are() {
    let calendar = with(
        r#"
[[jam_kerja]]
hari = ["Senin", "Selasa", "Rabu", "Kamis", "Sabtu"]
dari = 2026-01-01
mulai = "08.00"
selesai = "16.30"
istirahat = [["12.00", "13.00"]]

[[jam_kerja]]
hari = ["Rabu"]
dari = 2026-06-01
sampai = 2026-06-30
tutup = true

[[ramadan]]
tahun_hijriah = 1447
dari = 2026-02-20
sampai = 2026-03-20
"#,
    );
    assert_eq!(spans(&calendar, day(2025, 12, 30)), "07.30–12.00 13.00–16.00");
    assert_eq!(spans(&calendar, day(2026, 1, 5)), "08.00–12.00 13.00–16.30");
    assert_eq!(spans(&calendar, day(2026, 2, 19)), "08.00–12.00 13.00–16.30");
    assert_eq!(spans(&calendar, day(2026, 2, 23)), "08.00–12.00 12.30–15.00");
    assert_eq!(spans(&calendar, day(2026, 6, 10)), "");
    assert_eq!(spans(&calendar, day(2026, 7, 4)), "08.00–12.00 13.00–16.30");
}

#[test]
fn a_year_counts_once_it_is_declared_and_a_missing_one_between_stays_outside() {
    let calendar = with(
        "[[tahun]]\ntahun = 2029\n[[libur]]\ntanggal = 2029-01-01\nnama = \"Tahun Baru 2029 Masehi\"\n",
    );
    assert_eq!(calendar.years(), [2024..=2027, 2029..=2029]);
    assert!(calendar.covers(day(2029, 12, 31)) && !calendar.covers(day(2028, 6, 1)));
    let (before, after) = (at(day(2027, 12, 30), 9, 0), at(day(2029, 1, 2), 9, 0));
    assert_eq!(calendar.seconds_between(before, after), None);
    assert_eq!(calendar.seconds_between(after, before), Some(0));
    assert_eq!(calendar.stretches(before, after), None);
    assert_eq!(calendar.after(before, 3 * super::SECONDS_OF_WORKING_DAY), None);
    assert_eq!(calendar.seconds_between(at(day(2029, 1, 1), 0, 0), after), Some(5400));
}
