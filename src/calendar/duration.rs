//! Durations as staff write them: "15 Menit", "1 ½ jam", "1 hari kerja", "00:15".
//!
//! A bare "hari" is refused: it is 24 hours to one reader and 7,5 to another, and
//! a target must not depend on who reads it.

use super::SECONDS_OF_WORKING_DAY;

/// Reads a duration and gives it in seconds of working time; a working day
/// (*hari kerja*, HK) is 450 minutes. `None` for anything that is not surely a
/// duration: a number without a unit, "hari", the same unit twice, a negative
/// value, or more than fits.
///
/// Numbers have a decimal comma; a dot parts thousands, but "1.5 jam" is taken as
/// 1,5. A part of a second is rounded.
pub fn parse(text: &str) -> Option<i64> {
    let text = without_brackets(text)?.to_lowercase();
    let text = text.trim();
    if let Some(seconds) = clock(text) {
        return Some(seconds);
    }
    let mut total: i64 = 0;
    let mut smallest = i64::MAX;
    let mut rest = text;
    while !rest.is_empty() {
        let (number, after) = number(rest)?;
        let (unit, after) = unit(after)?;
        if unit >= smallest {
            return None;
        }
        smallest = unit;
        total = total.checked_add(number.times(unit)?)?;
        rest = after.trim_start();
        if !rest.is_empty() {
            rest = rest.strip_prefix("dan ").or_else(|| rest.strip_prefix(", ")).unwrap_or(rest);
            rest = rest.trim_start();
        }
    }
    (smallest != i64::MAX).then_some(total)
}

/// "15 (lima belas) menit" says the same number twice; the words are left out.
fn without_brackets(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut inside = false;
    for letter in text.chars() {
        match (letter, inside) {
            ('(', false) => inside = true,
            (')', true) => inside = false,
            ('(' | ')', _) => return None,
            (_, true) => {}
            (letter, false) if letter.is_whitespace() => plain.push(' '),
            (letter, false) => plain.push(letter),
        }
    }
    (!inside).then_some(plain)
}

/// `[h]:mm` or `[h]:mm:ss`.
fn clock(text: &str) -> Option<i64> {
    let parts: Vec<&str> = text.split(':').map(str::trim).collect();
    let (hours, minutes, seconds) = match parts.as_slice() {
        [hours, minutes] => (*hours, *minutes, "00"),
        [hours, minutes, seconds] => (*hours, *minutes, *seconds),
        _ => return None,
    };
    let sixty =
        |part: &str| (part.len() == 2).then(|| digits(part)).flatten().filter(|value| *value < 60);
    let (minutes, seconds) = (sixty(minutes)?, sixty(seconds)?);
    digits(hours)?.checked_mul(3600)?.checked_add(minutes * 60 + seconds)
}

fn digits(text: &str) -> Option<i64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// A number that is not negative, as a fraction.
struct Fraction {
    over: i64,
    under: i64,
}

impl Fraction {
    /// This many units in whole seconds, half a second rounded up.
    fn times(&self, unit: i64) -> Option<i64> {
        let twice = self.over.checked_mul(unit)?.checked_mul(2)?.checked_add(self.under)?;
        Some(twice / self.under.checked_mul(2)?)
    }
}

/// Takes "15", "1,5", "1.000", "½", "1½", "1 ½" or "1 1/2" from the start.
fn number(text: &str) -> Option<(Fraction, &str)> {
    if let Some((part, rest)) = vulgar(text) {
        return Some((part, rest));
    }
    let end = text
        .find(|letter: char| !(letter.is_ascii_digit() || letter == ',' || letter == '.'))
        .unwrap_or(text.len());
    let (written, rest) = text.split_at_checked(end)?;
    // "1 jam, 30 menit" never has its comma here, since a unit stands between.
    let whole = decimal(written)?;
    match vulgar(rest.trim_start()) {
        Some((part, rest)) if whole.under == 1 => {
            let over = whole.over.checked_mul(part.under)?.checked_add(part.over)?;
            Some((Fraction { over, under: part.under }, rest))
        }
        Some(_) => None,
        None => Some((whole, rest)),
    }
}

fn vulgar(text: &str) -> Option<(Fraction, &str)> {
    let signs = [
        ("½", 1, 2),
        ("¼", 1, 4),
        ("¾", 3, 4),
        ("⅓", 1, 3),
        ("⅔", 2, 3),
        ("1/2", 1, 2),
        ("1/4", 1, 4),
        ("3/4", 3, 4),
    ];
    signs.into_iter().find_map(|(sign, over, under)| {
        let rest = text.strip_prefix(sign)?;
        (!rest.starts_with(|next: char| next.is_ascii_digit()))
            .then_some((Fraction { over, under }, rest))
    })
}

fn decimal(written: &str) -> Option<Fraction> {
    let (whole, part) = match written.split_once(',') {
        Some((whole, part)) => (thousands(whole)?, part),
        None => match written.split_once('.') {
            // "1.30 jam" may be meant as a time of day, so only one digit is safe.
            Some((whole, part)) if part.len() == 1 => (digits(whole)?, part),
            _ => return thousands(written).map(|over| Fraction { over, under: 1 }),
        },
    };
    if part.len() > 6 {
        return None;
    }
    let under = 10_i64.checked_pow(u32::try_from(part.len()).ok()?)?;
    let over = whole.checked_mul(under)?.checked_add(digits(part)?)?;
    Some(Fraction { over, under })
}

/// "1000" or "1.000"; a dot only between full groups of three.
fn thousands(written: &str) -> Option<i64> {
    let mut groups = written.split('.');
    let first = groups.next()?;
    let mut joined = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return None;
        }
        joined.push_str(group);
    }
    digits(&joined)
}

/// Takes a unit from the start and gives its seconds.
fn unit(text: &str) -> Option<(i64, &str)> {
    let text = text.trim_start();
    if let Some(rest) = text.strip_prefix(['\'', '’', '′']) {
        return Some((60, rest));
    }
    let end = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at_checked(end)?;
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let seconds = match word {
        "detik" | "dtk" => 1,
        "menit" | "mnt" | "min" => 60,
        "jam" => 3600,
        "hk" => return Some((SECONDS_OF_WORKING_DAY, rest)),
        "hari" => {
            return after_word(rest, "kerja").map(|rest| (SECONDS_OF_WORKING_DAY, rest));
        }
        _ => return None,
    };
    Some((seconds, after_word(rest, "kerja").unwrap_or(rest)))
}

fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.trim_start().strip_prefix(word)?;
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn durations_are_read_the_way_people_write_them() {
        let read = [
            ("15 Menit", 900),
            ("15 menit", 900),
            ("15'", 900),
            ("15 mnt", 900),
            ("15 mnt.", 900),
            ("15 (lima belas) menit", 900),
            ("15\u{a0}menit", 900),
            ("180 menit kerja", 10_800),
            ("3 jam", 10_800),
            ("3jam", 10_800),
            ("1,5 jam", 5_400),
            ("1.5 jam", 5_400),
            ("1 jam 30 menit", 5_400),
            ("1 jam, 30 menit", 5_400),
            ("1 jam dan 30 menit", 5_400),
            ("1 ½ jam", 5_400),
            ("1½ jam", 5_400),
            ("½ jam", 1_800),
            ("1 1/2 jam", 5_400),
            ("11/2 jam", -1),
            ("1 hari kerja", 27_000),
            ("1 Hari  Kerja", 27_000),
            ("2 HK", 54_000),
            ("½ hari kerja", 13_500),
            ("1 hari kerja 2 jam", 34_200),
            ("00:15", 900),
            ("27:00:30", 97_230),
            ("90 detik", 90),
            ("1.000 menit", 60_000),
            ("0 menit", 0),
            ("0,001 menit", 0),
        ];
        for (text, seconds) in read {
            assert_eq!(parse(text).unwrap_or(-1), seconds, "{text}");
        }
    }

    #[test]
    fn what_is_not_surely_a_duration_is_refused() {
        let refused = [
            "",
            " ",
            "15",
            "1 hari",
            "3 hari 2 jam",
            "segera",
            "-5 menit",
            "menit",
            "5 menit 5 menit",
            "30 menit 1 jam",
            "1.30 jam",
            "1.00.0 jam",
            "0:60",
            "1:5",
            ":15",
            "1,,5 jam",
            ",5 jam",
            "5, jam",
            "1 hari kerjaan",
            "5 (lima menit",
            "5) menit",
            "99999999999999999999 menit",
            "9223372036854775807 hari kerja",
            "9223372036854775807:00",
            "1 tahun",
            "½½ jam",
            "1,5 ½ jam",
            "15 menit lebih",
            "1/0 jam",
            "٣ jam",
        ];
        for text in refused {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
