//! Whole numbers in Indonesian words (*terbilang*), as berita acara and letters want them.

const UNITS: [&str; 10] =
    ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

/// The groups of three digits, the greatest first; the last holds 1 to 999.
const GROUPS: [(u64, &str); 7] = [
    (1_000_000_000_000_000_000, "kuintiliun"),
    (1_000_000_000_000_000, "kuadriliun"),
    (1_000_000_000_000, "triliun"),
    (1_000_000_000, "miliar"),
    (1_000_000, "juta"),
    (1_000, "ribu"),
    (1, ""),
];

/// A number in words, all separate, without "dan" and hyphen (EYD V): `2026` is
/// "dua ribu dua puluh enam". *Se-* stands only in sepuluh, sebelas, seratus and
/// seribu; a million is "satu juta".
pub fn number_words(number: u64) -> String {
    if number == 0 {
        return "nol".to_owned();
    }
    let mut words: Vec<&str> = Vec::new();
    let mut rest = number;
    for (size, name) in GROUPS {
        let count = rest / size;
        rest %= size;
        match (count, name) {
            (0, _) => {}
            (1, "ribu") => words.push("seribu"),
            _ => {
                below_a_thousand(count, &mut words);
                if !name.is_empty() {
                    words.push(name);
                }
            }
        }
    }
    words.join(" ")
}

fn below_a_thousand(number: u64, words: &mut Vec<&str>) {
    match number / 100 {
        0 => {}
        1 => words.push("seratus"),
        hundreds => words.extend([unit(hundreds), "ratus"]),
    }
    match number % 100 {
        0 => {}
        10 => words.push("sepuluh"),
        11 => words.push("sebelas"),
        small @ 1..=9 => words.push(unit(small)),
        teen @ 12..=19 => words.extend([unit(teen % 10), "belas"]),
        tens => {
            words.extend([unit(tens / 10), "puluh"]);
            if tens % 10 > 0 {
                words.push(unit(tens % 10));
            }
        }
    }
}

fn unit(digit: u64) -> &'static str {
    usize::try_from(digit).ok().and_then(|digit| UNITS.get(digit)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::number_words;

    #[test]
    fn numbers_are_spelt_as_on_official_papers() {
        let spelt = [
            (0, "nol"),
            (1, "satu"),
            (10, "sepuluh"),
            (11, "sebelas"),
            (12, "dua belas"),
            (19, "sembilan belas"),
            (20, "dua puluh"),
            (21, "dua puluh satu"),
            (100, "seratus"),
            (101, "seratus satu"),
            (111, "seratus sebelas"),
            (200, "dua ratus"),
            (315, "tiga ratus lima belas"),
            (1_000, "seribu"),
            (1_001, "seribu satu"),
            (1_100, "seribu seratus"),
            (1_998, "seribu sembilan ratus sembilan puluh delapan"),
            (2_000, "dua ribu"),
            (2_026, "dua ribu dua puluh enam"),
            (11_000, "sebelas ribu"),
            (21_000, "dua puluh satu ribu"),
            (100_000, "seratus ribu"),
            (101_000, "seratus satu ribu"),
            (1_000_000, "satu juta"),
            (1_001_000, "satu juta seribu"),
            (1_000_000_000, "satu miliar"),
            (2_000_000_000_001, "dua triliun satu"),
        ];
        for (number, words) in spelt {
            assert_eq!(number_words(number), words);
        }
    }

    #[test]
    fn even_the_greatest_number_has_words() {
        assert_eq!(
            number_words(u64::MAX),
            "delapan belas kuintiliun empat ratus empat puluh enam kuadriliun tujuh ratus empat \
             puluh empat triliun tujuh puluh tiga miliar tujuh ratus sembilan juta lima ratus lima \
             puluh satu ribu enam ratus lima belas"
        );
    }
}
