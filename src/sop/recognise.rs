//! Which step a cell means.
//!
//! Clerks write "3", "Langkah III", "03. Verifikasi" or the name alone. All names come
//! from the definition. A text is compared whole, without case, blanks and punctuation;
//! what fits two steps, or says a number and the name of another step, fits none.

use std::collections::{BTreeMap, BTreeSet};

use super::Step;
use crate::calendar::wording::number_words;

/// Words that may stand before a number or a name and say nothing themselves.
const LEADING: [&str; 12] = [
    "langkah", "step", "tahap", "tahapan", "kegiatan", "no", "nomor", "ke", "urutan", "lgk", "lkh",
    "l",
];

/// Words between the others of a name that people leave out or put in.
const BETWEEN: [&str; 9] =
    ["untuk", "yang", "dan", "oleh", "dari", "pada", "kepada", "atas", "terhadap"];

/// A single letter that people also use to tick or cross a cell.
const TICKS: [&str; 2] = ["V", "X"];

/// A name must be this near to be suggested.
const NEAR_ENOUGH: f64 = 0.5;
/// In bytes. What is longer was not meant as the name of a step, and comparing it with
/// all names would take long.
const LONGEST_NAME: usize = 300;
const MOST_SUGGESTIONS: usize = 3;

/// Runs of letters and runs of digits, in their own case.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = ' ';
    for sign in text.chars() {
        if is_silent(sign) {
            continue;
        }
        let goes_on = last.is_alphanumeric() && last.is_numeric() == sign.is_numeric();
        if sign.is_alphanumeric() {
            match words.last_mut() {
                Some(word) if goes_on => word.push(sign),
                _ => words.push(sign.to_string()),
            }
        }
        last = sign;
    }
    words
}

/// Signs without width, and those inside a word: "Jum'at".
fn is_silent(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\'' | '’' | '‘')
}

/// How names are compared: lower case, one blank for all that is no letter or digit.
pub(super) fn fold(text: &str) -> String {
    join(&words(text))
}

fn join(words: &[String]) -> String {
    words.join(" ").to_lowercase()
}

fn without_between(folded: &str) -> String {
    let words = folded.split(' ').filter(|word| !BETWEEN.contains(word));
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a text would be taken for the number of some step, be it one that is not
/// there.
pub(super) fn is_number(text: &str) -> bool {
    let words = words(text);
    let rest = words.get(leading(&words)..).unwrap_or_default();
    matches!(rest, [only] if digits(only).is_some())
}

/// How many of the first words say nothing.
fn leading(words: &[String]) -> usize {
    words.iter().take_while(|word| LEADING.contains(&&*word.to_lowercase())).count()
}

fn digits(word: &str) -> Option<u32> {
    word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse().ok()).flatten()
}

/// Every way to write a step of one SOP, made once: a year of sign-offs asks often.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Names {
    /// *Kegiatan* and *sebutan*, folded.
    own: BTreeMap<String, BTreeSet<u32>>,
    /// The papers of a step, folded; they count only where no step is called so.
    papers: BTreeMap<String, BTreeSet<u32>>,
    /// The own names without the words between the others, alone and with the role that
    /// carries the step out; they count only where nothing is called so.
    loose: BTreeMap<String, BTreeSet<u32>>,
    /// "3", "tiga", "ketiga", in lower case.
    numbers: BTreeMap<String, u32>,
    roman: BTreeMap<String, u32>,
}

impl Names {
    pub(super) fn of(steps: &[Step]) -> Self {
        let mut names = Self::default();
        for step in steps {
            for name in own_names(step) {
                names.own.entry(fold(name)).or_default().insert(step.no);
                let loose = without_between(&fold(name));
                for role in &step.actors {
                    let role = fold(role);
                    for with in [format!("{loose} {role}"), format!("{role} {loose}")] {
                        names.loose.entry(with).or_default().insert(step.no);
                    }
                }
                names.loose.entry(loose).or_default().insert(step.no);
            }
            for name in step.papers.iter().flat_map(|kind| [kind.title(), kind.stem()]) {
                names.papers.entry(fold(name)).or_default().insert(step.no);
            }
            let words = number_words(u64::from(step.no));
            let first = (step.no == 1).then(|| "pertama".to_owned());
            let numbers = [step.no.to_string(), format!("ke{words}"), words];
            names.numbers.extend(numbers.into_iter().chain(first).map(|word| (word, step.no)));
            names.roman.insert(roman(step.no), step.no);
        }
        names
    }

    /// The steps that have this name, already folded.
    fn named(&self, name: &str) -> Option<&BTreeSet<u32>> {
        let named = self.own.get(name).or_else(|| self.papers.get(name));
        named.or_else(|| self.loose.get(&without_between(name)))
    }

    /// The step of a number in digits, Roman letters or words. A Roman letter that
    /// stands alone must not be a tick.
    fn numbered(&self, word: &str, stands_alone: bool) -> Option<u32> {
        let number = match digits(word) {
            Some(no) => self.numbers.get(&no.to_string()),
            None => self.numbers.get(&word.to_lowercase()),
        };
        let is_tick = stands_alone && TICKS.contains(&word);
        let roman = || self.roman.get(word).filter(|_| !is_tick);
        number.or_else(roman).copied()
    }

    /// See [`super::Definition::recognise_step`].
    pub(super) fn recognise(&self, text: &str) -> Option<u32> {
        let words = words(text);
        let skipped = leading(&words);
        let rest = words.get(skipped..).unwrap_or_default();
        let named = self.named(&join(&words)).or_else(|| self.named(&join(rest)));
        let mut found = named.cloned().unwrap_or_default();
        if is_plainly_written(text)
            && let Some((first, name)) = rest.split_first()
            && let Some(no) = self.numbered(first, skipped == 0 && name.is_empty())
        {
            if name.is_empty() {
                found.insert(no);
            } else if self.named(&join(name)).is_some_and(|steps| steps.contains(&no)) {
                return Some(no);
            }
        }
        let mut found = found.into_iter();
        match (found.next(), found.next()) {
            (Some(no), None) => Some(no),
            _ => None,
        }
    }
}

/// Signs that set a number off; "3?", "30 %" and "-3" are no step.
fn is_plainly_written(text: &str) -> bool {
    let text = text.trim();
    let is_negative = text
        .strip_prefix(['-', '−'])
        .is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()));
    let is_plain = |sign: char| {
        sign.is_alphanumeric()
            || sign.is_whitespace()
            || is_silent(sign)
            || ".,:;()[]-–—/\"“”#*_&".contains(sign)
    };
    !is_negative && text.chars().all(is_plain)
}

fn roman(mut number: u32) -> String {
    let letters = [
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut written = String::new();
    for (value, letter) in letters {
        while number >= value {
            written.push_str(letter);
            number -= value;
        }
    }
    written
}

fn own_names(step: &Step) -> impl Iterator<Item = &str> {
    std::iter::once(&*step.activity).chain(step.also_known_as.iter().map(|name| &**name))
}

/// See [`super::Definition::nearest_step_names`].
pub(super) fn nearest(steps: &[Step], text: &str) -> Vec<String> {
    if text.len() > LONGEST_NAME {
        return Vec::new();
    }
    let words = words(text);
    let rest = words.get(leading(&words)..).unwrap_or_default();
    let name = match rest.split_first() {
        Some((first, name)) if digits(first).is_some() => join(name),
        _ => join(rest),
    };
    if name.is_empty() {
        return Vec::new();
    }
    let mut near: Vec<(f64, &Step)> = Vec::new();
    for step in steps {
        let likeness = own_names(step).map(|own| likeness(&name, &fold(own))).fold(0.0, f64::max);
        if likeness >= NEAR_ENOUGH {
            near.push((likeness, step));
        }
    }
    near.sort_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| x.no.cmp(&y.no)));
    near.truncate(MOST_SUGGESTIONS);
    near.into_iter().map(|(_, step)| format!("{}. {}", step.no, step.short_name())).collect()
}

/// Near by spelling, or because the words of the one stand in the other.
fn likeness(written: &str, name: &str) -> f64 {
    let spelling = strsim::normalized_damerau_levenshtein(written, name);
    let known: BTreeSet<&str> = name.split(' ').collect();
    let said: BTreeSet<&str> = written.split(' ').filter(|word| word.chars().count() > 2).collect();
    let shared = said.intersection(&known).count();
    let words = if said.is_empty() { 0.0 } else { shared as f64 / (said.len() + 1) as f64 };
    spelling.max(words)
}

#[cfg(test)]
mod tests {
    use super::{fold, is_number, roman, words};

    #[test]
    fn a_text_falls_into_runs_of_letters_and_of_digits() {
        assert_eq!(words(" Langkah3:\nVerifikasi "), ["Langkah", "3", "Verifikasi"]);
        assert_eq!(fold("3.Verifikasi--Permohonan\u{a0}SIMPEG"), "3 verifikasi permohonan simpeg");
        assert_eq!(fold("  . "), "");
    }

    #[test]
    fn numbers_are_known_in_every_writing() {
        assert!(is_number("3") && is_number("Langkah ke-3.") && !is_number("3 pilar"));
        assert_eq!([1, 4, 8, 9, 14, 999].map(roman), ["I", "IV", "VIII", "IX", "XIV", "CMXCIX"]);
    }
}
