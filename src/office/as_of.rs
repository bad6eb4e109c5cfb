//! The moment of which a run speaks (*per*), as an option or tertib.toml gives it.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// Reads `YYYY-MM-DD`, `YYYY-MM-DD HH:MM` or `YYYY-MM-DD HH:MM:SS`. A date alone is
/// the end of that day (23:59:59), so that all that was done on it counts.
pub fn parse(text: &str) -> Option<NaiveDateTime> {
    let mut parts = text.split_whitespace();
    let date = date(parts.next()?)?;
    let time = match parts.next() {
        Some(written) => time(written)?,
        None => NaiveTime::from_hms_opt(23, 59, 59)?,
    };
    if parts.next().is_some() {
        return None;
    }
    Some(date.and_time(time))
}

/// Reads `YYYY-MM-DD` with all its digits; `None` also for a day that does not exist.
pub fn date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let year = i32::try_from(digits(year, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, digits(month, 2)?, digits(day, 2)?)
}

fn time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.split(':');
    let (hour, minute) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let second = parts.next().map_or(Some(0), |written| digits(written, 2))?;
    if parts.next().is_some() {
        return None;
    }
    NaiveTime::from_hms_opt(hour, minute, second)
}

/// Exactly so many digits and nothing else; a sign or a blank is refused.
fn digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn read(text: &str) -> String {
        parse(text).map_or_else(|| "-".to_owned(), |moment| moment.to_string())
    }

    #[test]
    fn a_date_alone_is_the_end_of_that_day() {
        assert_eq!(read("2024-07-01"), "2024-07-01 23:59:59");
        assert_eq!(read(" 2024-02-29 "), "2024-02-29 23:59:59");
    }

    #[test]
    fn a_time_is_taken_to_the_minute_or_second_that_is_written() {
        assert_eq!(read("2024-07-01 00:00"), "2024-07-01 00:00:00");
        assert_eq!(read("2024-07-01 16:30:05"), "2024-07-01 16:30:05");
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "2024",
            "2024-7-1",
            "01-07-2024",
            "2024-02-30",
            "2024-07-01 24:00",
            "2024-07-01 9:00",
            "2024-07-01 09.00",
            "2024-07-01 09:00:60",
            "2024-07-01 09:00 WIB",
            "+024-07-01",
            "2024-07-01-01",
            "２０２４-07-01",
        ] {
            assert_eq!(read(text), "-", "{text}");
        }
    }
}
