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
    assert_eq!(entries.iter().filter(|line| line.starts_with("[[")).count(), 10);
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
            "kalender.toml:11:8 isi \"nama\" harus berupa teks dalam tanda petik",
            "kalender.toml:12:9 \"libur nasinal\" tidak dikenal untuk \"jenis\"; mungkin maksudnya \
             \"libur nasional\"",
            "kalender.toml:13:10 isi \"status\" harus berupa teks dalam tanda petik",
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
            "kalender.toml:3:8 teks ini belum diapit tanda petik",
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
fn a_moved_day_is_off_and_its_hours_are_those_of_the_other_date() {
    let calendar = with(
        "[[pindah]]\ndari = 2026-07-10\nke = 2026-07-11\nnama = \"Pindah gedung\"\nsumber = \"SE 5\"\n",
    );
    let Some(Off::DayOff(off)) = calendar.day(day(2026, 7, 10)).and_then(|day| day.off()) else {
        panic!("Friday is off")
    };
    assert_eq!((&*off.name, &*off.source), ("Pindah gedung, pindah ke 11 Juli 2026", "SE 5"));
    assert_eq!(spans(&calendar, day(2026, 7, 11)), "07.30–11.30 13.00–16.30");
    let saturday = calendar.day(day(2026, 7, 11)).expect("a day");
    assert!(saturday.is_singled_out());
    assert_eq!(saturday.hours_source(), Some("Pindah gedung, pindah dari 10 Juli 2026 (SE 5)"));
}

#[test]
fn mistakes_in_moved_days_and_flexible_hours_are_told_at_their_places() {
    let text = r#"
[[pinda]]
dari = 2026-07-10

[[pindah]]
dari = 2026-07-11
ke = 2026-07-13

[[pindah]]
dri = 2026-07-10
ke = "besok"

[[pindah]]
dari = 2026-07-10
ke = 2031-07-11

[[jam_kerja]]
hari = "Senin"
mulai = "07.30"
mulai_paling_lambt = "09.00"
selesai = "16.00"

[[jam_kerja]]
hari = "Senin"
mulai = "07.30"
mulai_paling_lambat = "12.30"
selesai = "16.00"
istirahat = [["12.00", "13.00"]]

[[jam_kerja]]
hari = "Senin"
tutup = true
mulai_paling_lambat = "09.00"

[[hari_kerja]]
tanggal = 2026-07-18
mulai = "08.00"
mulai_paling_lambat = "pagi"
selesai = "12.00"
"#;
    insta::assert_snapshot!(told(text).join("\n"), @r#"
    kalender.toml:2:3 bagian "pinda" tidak dikenal; mungkin maksudnya "pindah"
    kalender.toml:10:1 kunci "dri" tidak dikenal dalam [[pindah]]; mungkin maksudnya "dari"
    kalender.toml:9:1 [[pindah]] ini belum berisi "dari"
    kalender.toml:11:6 isi "ke" harus berupa satu tanggal
    kalender.toml:20:1 kunci "mulai_paling_lambt" tidak dikenal dalam [[jam_kerja]]; mungkin maksudnya "mulai_paling_lambat"
    kalender.toml:26:23 mulai_paling_lambat tidak berada di antara mulai dan istirahat pertama atau selesai, atau jam pulangnya lewat tengah malam
    kalender.toml:32:9 "tutup = true" tidak dapat disertai mulai, selesai, atau istirahat
    kalender.toml:38:23 isi "mulai_paling_lambat" harus berupa jam dan menit
    kalender.toml:6:8 Sabtu, 11 Juli 2026 tidak mempunyai jam kerja yang dapat dipindahkan
    kalender.toml:14:8 11 Juli 2031 berada di luar tahun kalender: belum ada [[tahun]] untuk tahun itu
    "#);
}

#[test]
fn only_what_rests_on_an_estimate_differs_in_the_firm_calendar() {
    let calendar = with("");
    let firm = calendar.firm().expect("2027 has estimates");
    let differ = |date: &NaiveDate| spans(&calendar, *date) != spans(firm, *date);
    let year = day(2027, 1, 1).iter_days().take_while(|date| *date <= day(2027, 12, 31));
    let expected = calendar.estimates_between(day(2024, 1, 1), day(2027, 12, 31));
    let dates: Vec<NaiveDate> = expected.iter().map(|(date, _)| *date).collect();
    assert_eq!(year.filter(differ).collect::<Vec<_>>(), dates);
    let names: Vec<String> =
        expected.iter().map(|(date, name)| format!("{}: {name}", wording::date(*date))).collect();
    insta::assert_snapshot!(names.join("\n"), @r#"
    8 Februari 2027: hari pertama Ramadan 1448 H
    10 Maret 2027: Idul Fitri 1448 Hijriah
    11 Maret 2027: Idul Fitri 1448 Hijriah
    17 Mei 2027: Idul Adha 1448 Hijriah
    "#);
    assert!(firm.firm().is_none());
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
