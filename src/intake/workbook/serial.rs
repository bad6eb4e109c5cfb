//! Days and times as workbooks keep them: Excel's count of days, and the words of
//! ISO 8601 in an .ods. To the second, as people write them.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::value::Value;

const SECONDS_OF_DAY: f64 = 86_400.0;

/// Excel counts days; a moment is a count with a fraction, which seldom hits the
/// second exactly. What is no day of Excel's stays a plain number.
pub(super) fn of_days(days: f64, is_duration: bool, is_1904: bool) -> Value<'static> {
    if !(0.0..2_958_466.0).contains(&days) {
        return Value::Number(days);
    }
    let seconds = (days * SECONDS_OF_DAY).round() as i64;
    if days < 1.0 || is_duration {
        let clock = u32::try_from(seconds)
            .ok()
            .and_then(|seconds| NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0));
        return clock.map_or(Value::Number(days), Value::Clock);
    }
    // The epoch of 1900 counts a 29 February that never was.
    let epoch = match (is_1904, days < 60.0) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1),
        (false, true) => NaiveDate::from_ymd_opt(1899, 12, 31),
        (false, false) => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    epoch
        .and_then(|epoch| {
            epoch.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::try_seconds(seconds)?)
        })
        .map_or(Value::Number(days), Value::Date)
}

/// "2024-06-03", "2024-06-03T09:15:00" or "09:15:00"; `None` where it is no such moment.
pub(super) fn of_iso_date(text: &str) -> Option<Value<'static>> {
    let text = text.trim().trim_end_matches('Z');
    if let Ok(time) = text.parse::<NaiveTime>() {
        return to_the_second(NaiveDate::MIN.and_time(time)).map(|at| Value::Clock(at.time()));
    }
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(Value::Date(day.and_time(NaiveTime::MIN)));
    }
    text.parse::<NaiveDateTime>().ok().and_then(to_the_second).map(Value::Date)
}

fn to_the_second(at: NaiveDateTime) -> Option<NaiveDateTime> {
    let whole = at.with_nanosecond(0)?;
    if at.nanosecond() < 500_000_000 {
        return Some(whole);
    }
    whole.checked_add_signed(TimeDelta::try_seconds(1)?)
}

/// "PT09H15M00S": a time of day; a day or more of it is a length, a plain number of
/// days as in Excel.
pub(super) fn of_iso_duration(text: &str) -> Option<Value<'static>> {
    let parts = text.trim().strip_prefix("PT")?;
    let (mut seconds, mut digits) = (0.0, String::new());
    for c in parts.chars() {
        let unit = match c {
            'H' => 3_600.0,
            'M' => 60.0,
            'S' => 1.0,
            '0'..='9' => {
                digits.push(c);
                continue;
            }
            '.' | ',' => {
                digits.push('.');
                continue;
            }
            _ => return None,
        };
        seconds += digits.parse::<f64>().ok()? * unit;
        digits.clear();
    }
    digits.is_empty().then(|| of_days(seconds / SECONDS_OF_DAY, true, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Value<'static> {
        Value::Date(text.parse().unwrap())
    }

    #[test]
    fn both_epochs_count_to_the_same_day() {
        assert_eq!(of_days(45446.385416666664, false, false), date("2024-06-03T09:15:00"));
        assert_eq!(of_days(43984.385416666664, false, true), date("2024-06-03T09:15:00"));
        assert_eq!(of_days(59.0, false, false), date("1900-02-28T00:00:00"));
        assert_eq!(of_days(61.0, false, false), date("1900-03-01T00:00:00"));
    }

    #[test]
    fn what_misses_the_second_by_a_hair_is_that_second() {
        assert_eq!(of_days(45_446.416_666_655, false, false), date("2024-06-03T10:00:00"));
        assert_eq!(of_iso_date("2024-06-03T09:59:59.999999"), Some(date("2024-06-03T10:00:00")));
    }

    #[test]
    fn less_than_a_day_is_a_time_and_more_of_a_length_is_a_number() {
        let clock = NaiveTime::from_hms_opt(9, 15, 0).unwrap();
        assert_eq!(of_days(0.385416666664, false, false), Value::Clock(clock));
        assert_eq!(of_iso_duration("PT09H15M00S"), Some(Value::Clock(clock)));
        assert_eq!(of_iso_duration("PT36H00M00S"), Some(Value::Number(1.5)));
    }

    #[test]
    fn a_day_without_a_time_is_its_midnight_and_nonsense_is_nothing() {
        assert_eq!(of_iso_date("2024-06-03"), Some(date("2024-06-03T00:00:00")));
        assert_eq!(of_iso_date("2024-06-31"), None);
        assert_eq!(of_iso_duration("P1D"), None);
        assert_eq!(of_iso_duration("PT1X"), None);
    }
}
