//! Dates and times in all the forms that people write, and why one is refused.

use chrono::{Datelike, NaiveDate, Timelike};
use proptest::prelude::*;

use super::book::moment;
use tertib::calendar::wording;
use tertib::intake::moment::{MomentFault, parse};
use tertib::office::Zone;

fn read(text: &str) -> String {
    match parse(text, Zone::Wib) {
        Ok(read) => moment(read.moment),
        Err(fault) => format!("tidak: {fault}"),
    }
}

#[test]
fn a_date_reads_the_same_in_every_form_that_staff_use() {
    for text in [
        "24 Juli 2023",
        "24 JULI 2023",
        "Senin, 24 Juli 2023",
        "Senin 24 Juli 2023",
        "24/7/2023",
        "24/07/2023",
        "24-07-23",
        "24.07.2023",
        "24-Jul-23",
        "24 Jul. 2023",
        "2023-07-24",
        "2023/07/24",
        " 24\u{a0}Juli\u{a0}2023 ",
        "July 24, 2023",
        "24 July 2023",
        "tanggal 24 Juli 2023",
        "Tgl. 24-07-2023",
        "24 Juli tahun 2023",
        "24/7/2023 00:00:00",
        "24Juli2023",
        "Senin/24 Juli 2023",
        "Hari Senin, 24 Juli 2023",
        "Pada hari Senin tanggal 24 Juli 2023",
        "24 Juli 2023 (Senin)",
        "24 Juli 2023, Senin",
        "24/VII/2023",
        "24-VII-2023",
    ] {
        assert_eq!(read(text), "2023-07-24", "{text}");
    }
    for (text, date) in [
        ("1 Pebruari 2024", "2024-02-01"),
        ("5 Nopember 2024", "2024-11-05"),
        ("7 Agust 2024", "2024-08-07"),
        ("7 Ags 2024", "2024-08-07"),
        ("1 mey 2024", "2024-05-01"),
        ("Jum'at, 7 Juni 2024", "2024-06-07"),
        ("Jum’at, 7 Juni 2024", "2024-06-07"),
        ("Ahad, 2 Juni 2024", "2024-06-02"),
        ("29 Feb 2024", "2024-02-29"),
        ("1 Des 2024", "2024-12-01"),
        ("1 Okt 24", "2024-10-01"),
        ("31 Dec 2024", "2024-12-31"),
    ] {
        assert_eq!(read(text), date, "{text}");
    }
}

#[test]
fn a_time_reads_the_same_in_every_form_that_staff_use() {
    for text in [
        "24/7/2023 09.15 WIB",
        "24/07/2023 9:15:00",
        "24 Juli 2023 pkl. 09.15",
        "24 Juli 2023, pukul 09.15 WIB",
        "24 Juli 2023 jam 9.15",
        "2023-07-24T09:15",
        "2023-07-24 09:15:00.000",
        "24 Juli 2023 9.15 pagi",
        "24 Juli 2023 (09.15 WIB)",
        "2023-07-24T09:15+07:00",
        "2023-07-24T02:15Z",
        "24 Juli 2023 - 09.15",
        "24-Jul-23 9:15 AM",
        "24 Juli 2023 10.15 WITA",
        "24 Juli 2023 11.15 WIT",
    ] {
        assert_eq!(read(text), "2023-07-24 09:15", "{text}");
    }
    for (text, time) in [
        ("24 Juli 2023 jam 9", "2023-07-24 09:00"),
        ("24 Juli 2023 pukul 2 siang", "2023-07-24 14:00"),
        ("24 Juli 2023 2 siang", "2023-07-24 14:00"),
        ("24 Juli 2023 (Senin) 09.15", "2023-07-24 09:15"),
        ("3/XII/2023 9.15", "2023-12-03 09:15"),
        ("24 Juli 2023 3.30 sore", "2023-07-24 15:30"),
        ("24 Juli 2023 jam 8 malam", "2023-07-24 20:00"),
        ("24 Juli 2023 2:15 PM", "2023-07-24 14:15"),
        ("24 Juli 2023 24.00", "2023-07-25 00:00"),
        ("24 Juli 2023 00.30 WITA", "2023-07-23 23:30"),
    ] {
        assert_eq!(read(text), time, "{text}");
    }
}

#[test]
fn what_is_no_date_is_refused_with_its_reason() {
    for (text, reason) in [
        ("31/06/2024", "Juni hanya sampai tanggal 30"),
        ("31 April 2024 09.00", "April hanya sampai tanggal 30"),
        ("29/2/2023", "Februari 2023 hanya sampai tanggal 28"),
        ("30 Februari 2024", "Februari hanya sampai tanggal 29"),
        ("7/24/2023", "tidak ada bulan ke-24; tanggal ditulis sebelum bulan"),
        ("24 Juli", "tahunnya tidak ada"),
        ("24/7", "tahunnya tidak ada"),
        ("Juli 2023", "tanggalnya tidak ada, hanya bulan dan tahun"),
        ("24/7/203", "tahunnya tidak terbaca"),
        ("24 Juli 0203", "tahunnya tidak terbaca"),
        ("09.15", "hanya ada jam, tanpa tanggal"),
        ("09.15.30", "hanya ada jam, tanpa tanggal"),
        ("pukul 9", "isinya bukan tanggal"),
        ("09.15-10.00", "hanya ada jam, tanpa tanggal"),
        ("24/7/2023 09.15-09.30", "ada dua jam dalam satu sel"),
        ("24 Juli 2023 09.15 s.d. 10.00 WIB", "ada dua jam dalam satu sel"),
        ("24/7/2023 25.00", "jam itu tidak ada"),
        ("24/7/2023 09.75", "jam itu tidak ada"),
        ("24/7/2023 9.1", "jam itu tidak ada"),
        ("24/7/2023 selesai", "ada tulisan lain di samping tanggal"),
        ("24 Juli 2023 2", "ada tulisan lain di samping tanggal"),
        ("24 Juli 2023 (Senin", "ada tulisan lain di samping tanggal"),
        ("24/IIX/2023", "isinya bukan tanggal"),
        ("24 VII 2023", "isinya bukan tanggal"),
        ("hari libur", "isinya bukan tanggal"),
        ("kemarin", "isinya bukan tanggal"),
        ("45446", "isinya bukan tanggal"),
        ("", "isinya bukan tanggal"),
        ("999999999999/1/2024", "isinya bukan tanggal"),
    ] {
        assert_eq!(read(text), format!("tidak: {reason}"), "{text}");
    }
}

#[test]
fn only_digits_that_could_both_be_a_month_are_doubted() {
    let doubted = |text| parse(text, Zone::Wib).ok().and_then(|read| read.exchanged);
    assert_eq!(doubted("3/6/2024"), NaiveDate::from_ymd_opt(2024, 3, 6));
    for text in ["13/6/2024", "6/6/2024", "3 Juni 2024", "2024-06-03"] {
        assert_eq!(doubted(text), None, "{text}");
    }
}

#[test]
fn a_moment_is_brought_into_the_zone_of_the_office() {
    let read = |zone| parse("3 Juni 2024 23.30 WIB", zone).map(|read| moment(read.moment));
    assert_eq!(read(Zone::Wit), Ok("2024-06-04 01:30".to_owned()));
    assert_eq!(read(Zone::Wib), Ok("2024-06-03 23:30".to_owned()));
    assert_eq!(parse("3 Juni 2024 25.30 WIB", Zone::Wit).err(), Some(MomentFault::NoSuchTime));
}

proptest! {
    #[test]
    fn no_text_makes_the_reading_of_a_moment_fail(text in "\\PC{0,40}") {
        let _ = parse(&text, Zone::Wita);
    }

    #[test]
    fn nothing_that_resembles_a_date_makes_it_fail(
        text in "((Senin|Mei|pukul|jam|s\\.d\\.|WIB|[0-9]{1,12})[ /.,:+T-]{0,2}){0,9}"
    ) {
        let _ = parse(&text, Zone::Wit);
    }

    #[test]
    fn a_moment_written_in_many_forms_reads_back_the_same(
        days in 0..40_000_i64, minute in 1..1440_u32, form in 0..8_usize
    ) {
        let day = NaiveDate::from_ymd_opt(1990, 1, 1)
            .and_then(|first| first.checked_add_signed(chrono::TimeDelta::days(days)))
            .expect("a day that exists");
        let at = day.and_hms_opt(minute / 60, minute % 60, 0).expect("a time that exists");
        let (d, m, y) = (day.day(), day.month(), day.year());
        let (hh, mm) = (at.hour(), at.minute());
        let text = match form {
            0 => format!("{d}/{m}/{y} {hh:02}.{mm:02} WIB"),
            1 => format!("{} {hh}:{mm:02}", wording::date(day)),
            2 => wording::date_time(at),
            3 => format!("{y}-{m:02}-{d:02}T{hh:02}:{mm:02}:00"),
            4 => wording::short_date_time(at),
            5 => format!("{d:02}.{m:02}.{y} pkl. {hh:02}.{mm:02}"),
            6 => format!("{}, jam {hh}.{mm:02}", wording::day_and_date(day).to_uppercase()),
            _ => format!("{d:02}-{m:02}-{y} ({hh:02}:{mm:02})"),
        };
        let read = parse(&text, Zone::Wib).map(|read| (read.moment, read.weekday));
        prop_assert_eq!(read, Ok((tertib::records::Moment::At(at), None)), "{}", text);
    }
}
