//! Dates, times and durations as Indonesian papers print them.
//!
//! Written by hand rather than taken from a locale table: nineteen words that no
//! library can change. Dates have no leading zero, times a dot and 24 hours (EYD V).

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

pub use super::number_words::number_words;

const MONTHS: [(&str, &str, &str); 12] = [
    ("Januari", "Jan", "I"),
    ("Februari", "Feb", "II"),
    ("Maret", "Mar", "III"),
    ("April", "Apr", "IV"),
    ("Mei", "Mei", "V"),
    ("Juni", "Jun", "VI"),
    ("Juli", "Jul", "VII"),
    ("Agustus", "Agu", "VIII"),
    ("September", "Sep", "IX"),
    ("Oktober", "Okt", "X"),
    ("November", "Nov", "XI"),
    ("Desember", "Des", "XII"),
];

fn month_entry(month: u32) -> (&'static str, &'static str, &'static str) {
    usize::try_from(month)
        .ok()
        .and_then(|month| MONTHS.get(month.checked_sub(1)?))
        .copied()
        .unwrap_or(("", "", ""))
}

/// The name of a month counted from 1; empty for a number that is no month.
pub fn month(month: u32) -> &'static str {
    month_entry(month).0
}

/// The month of a document number, `VI` for 6; empty for a number that is no month.
pub fn roman_month(month: u32) -> &'static str {
    month_entry(month).2
}

pub fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Senin",
        Weekday::Tue => "Selasa",
        Weekday::Wed => "Rabu",
        Weekday::Thu => "Kamis",
        Weekday::Fri => "Jumat",
        Weekday::Sat => "Sabtu",
        Weekday::Sun => "Minggu",
    }
}

/// "3 Juni 2024"
pub fn date(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date.month()), date.year())
}

/// "Senin, 3 Juni 2024"
pub fn day_and_date(day: NaiveDate) -> String {
    format!("{}, {}", weekday(day.weekday()), date(day))
}

/// "Senin, tanggal tiga bulan Juni tahun dua ribu dua puluh empat", as the opening
/// sentence of a berita acara has it.
pub fn date_in_words(day: NaiveDate) -> String {
    format!(
        "{}, tanggal {} bulan {} tahun {}",
        weekday(day.weekday()),
        number_words(u64::from(day.day())),
        month(day.month()),
        number_words(u64::from(day.year().unsigned_abs()))
    )
}

/// "09.15"; the seconds only where they are not zero: "09.15.30".
pub fn time(time: NaiveTime) -> String {
    let mut text = String::with_capacity(8);
    push_two(time.hour(), &mut text);
    text.push('.');
    push_two(time.minute(), &mut text);
    if time.second() != 0 {
        text.push('.');
        push_two(time.second(), &mut text);
    }
    text
}

/// Two digits of a number below one hundred. Done for each date of each row that is
/// read, where the general way takes ten times as long.
fn push_two(number: u32, text: &mut String) {
    for digit in [number / 10 % 10, number % 10] {
        text.push(char::from(b'0' + digit as u8));
    }
}

/// "Senin, 3 Juni 2024 pukul 09.15"; the zone is the office's and is not repeated.
pub fn date_time(at: NaiveDateTime) -> String {
    format!("{} pukul {}", day_and_date(at.date()), time(at.time()))
}

/// "3 Jun 2024", for tables. The month is a word so that nobody can take it for the day.
pub fn short_date(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_entry(date.month()).1, date.year())
}

/// "03/06/2024": a day as Excel shows it here.
pub fn date_in_digits(date: NaiveDate) -> String {
    let mut text = String::with_capacity(16);
    push_two(date.day(), &mut text);
    text.push('/');
    push_two(date.month(), &mut text);
    text.push('/');
    match u32::try_from(date.year()) {
        Ok(year) if year < 10_000 => {
            push_two(year / 100, &mut text);
            push_two(year % 100, &mut text);
        }
        _ => text.push_str(&date.year().to_string()),
    }
    text
}

/// "3 Jun 2024 09.15", for tables.
pub fn short_date_time(at: NaiveDateTime) -> String {
    format!("{} {}", short_date(at.date()), time(at.time()))
}

/// Working or clock time in hours and minutes: "2 jam 15 menit", "0 menit",
/// "15 menit 30 detik". Hours are never turned into days, since a day is 24 hours
/// to one reader and 7,5 to another.
pub fn duration(seconds: i64) -> String {
    let size = seconds.unsigned_abs();
    let (hours, minutes, rest) = (size / 3600, size % 3600 / 60, size % 60);
    let mut parts = Vec::new();
    if hours > 0 {
        parts.push(format!("{} jam", grouped(hours)));
    }
    if minutes > 0 {
        parts.push(format!("{minutes} menit"));
    }
    if rest > 0 {
        parts.push(format!("{rest} detik"));
    }
    if parts.is_empty() {
        parts.push("0 menit".to_owned());
    }
    let text = parts.join(" ");
    if seconds < 0 { format!("minus {text}") } else { text }
}

/// Digits with a dot between thousands: "1.234".
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// The text with a capital at its beginning, for what begins a line, a sentence or a head of
/// its own; the rest stays as it was written.
pub fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2024, 6, 3)
            .and_then(|day| day.and_hms_opt(9, 15, second))
            .expect("a moment that exists")
    }

    #[test]
    fn a_moment_is_written_as_on_a_paper_and_shorter_in_a_table() {
        assert_eq!(date_time(at(0)), "Senin, 3 Juni 2024 pukul 09.15");
        assert_eq!(short_date_time(at(0)), "3 Jun 2024 09.15");
        assert_eq!(time(at(30).time()), "09.15.30");
        assert_eq!(
            date_in_words(at(0).date()),
            "Senin, tanggal tiga bulan Juni tahun dua ribu dua puluh empat"
        );
    }

    #[test]
    fn a_duration_is_told_in_hours_and_minutes_and_never_in_days() {
        let told = [
            (0, "0 menit"),
            (30, "30 detik"),
            (930, "15 menit 30 detik"),
            (8100, "2 jam 15 menit"),
            (27_000, "7 jam 30 menit"),
            (97_200, "27 jam"),
            (3600 * 1234, "1.234 jam"),
            (-60, "minus 1 menit"),
        ];
        for (seconds, text) in told {
            assert_eq!(duration(seconds), text);
        }
        assert_eq!(duration(i64::MIN), "minus 2.562.047.788.015.215 jam 30 menit 8 detik");
    }

    #[test]
    fn months_count_from_one_and_a_number_that_is_no_month_is_empty() {
        assert_eq!([month(1), month(12), month(0), month(13)], ["Januari", "Desember", "", ""]);
        assert_eq!([roman_month(6), roman_month(13)], ["VI", ""]);
    }
}
