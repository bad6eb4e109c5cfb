//! The wording of papers that an office may change without touching a template
//! (*kalimat.toml*). The built-in wording stands in one file, which is also the example
//! that is written for the office.
//!
//! A mistake costs the papers that use what stands in its part of the file, not the
//! others, and no other command.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use toml::de::DeTable;

use super::problem::{Expected, Fault};
use super::reading::Reader;
use super::sentence::Sentence;
use super::table::Table;
use super::value::Value;
use crate::diagnostic::Diagnostic;

/// The built-in wording, with its comments.
pub const BUILTIN_PHRASES: &str = include_str!("kalimat.toml");

const CONSEQUENCE: &str = "naskah yang memakai kalimat itu tidak dibuat; yang lain dibuat.";

/// Each kind of paper with its texts and its lists.
const KEYS: [(&str, &[&str], &[&str]); 8] = [
    ("disposisi", &[], &["petunjuk"]),
    ("verifikasi", &["butir_baru", "butir_lain"], &["butir"]),
    ("pengembalian", &["diajukan_kembali", "penutup"], &[]),
    ("akun", &["kata_sandi", "penutup"], &[]),
    ("dokumentasi", &["penutup"], &[]),
    ("berita-acara", &["pengantar_kewajiban", "pencabutan", "penutup"], &["kewajiban"]),
    (
        "berita-acara-pencabutan",
        &["pengantar_kewajiban", "pemberian_kembali", "penutup"],
        &["kewajiban"],
    ),
    ("laporan-kegiatan", &["penutup"], &[]),
];

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phrase {
    Text(Sentence),
    List(Vec<Sentence>),
}

/// By kind and key.
type Wording = BTreeMap<(&'static str, &'static str), Phrase>;

/// The wording of an office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrases {
    wording: Wording,
    /// What is worded otherwise from a day on, in the order of days.
    changes: Vec<(NaiveDate, Wording)>,
    /// The kinds whose part of the file has a mistake.
    faulty: BTreeSet<&'static str>,
    /// What is wrong in the file.
    pub told: Vec<Diagnostic>,
}

impl Phrases {
    pub fn builtin() -> Phrases {
        Phrases::parse("bawaan", BUILTIN_PHRASES)
    }

    /// Reads kalimat.toml over the built-in wording; what is wrong in it is kept beside.
    pub fn read(file: &str, text: &str) -> Phrases {
        let own = Phrases::parse(file, text);
        let mut wording = Phrases::builtin().wording;
        wording.extend(own.wording);
        Phrases { wording, ..own }
    }

    /// Of a file that cannot be read as text: none of its kinds can be made.
    pub fn unreadable(told: Vec<Diagnostic>) -> Phrases {
        let mut phrases = Phrases::builtin();
        phrases.all_faulty();
        phrases.told = told.into_iter().map(|told| told.consequence(CONSEQUENCE)).collect();
        phrases
    }

    fn parse(file: &str, text: &str) -> Phrases {
        let file: Arc<str> = file.into();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader::new(text);
        let (top, errors) = DeTable::parse_recoverable(text);
        let mut phrases = Phrases::default();
        if reader.note_slips(&errors) {
            phrases.read_top(&Table::top(&reader, &top), &reader);
        }
        if !errors.is_empty() {
            phrases.all_faulty();
        }
        let told = reader.into_diagnostics(&file).into_iter();
        phrases.told = told.map(|told| told.consequence(CONSEQUENCE)).collect();
        phrases
    }

    fn read_top(&mut self, top: &Table<'_>, reader: &Reader<'_>) {
        let mut wording = Wording::new();
        self.read_kinds(top, reader, &mut wording);
        self.wording = wording;
        let before = reader.count();
        for change in top.tables("perubahan") {
            let noted = reader.count();
            let day = change.date("berlaku_dari");
            if day.is_none() && reader.count() == noted {
                change.missing("berlaku_dari", change.position());
            }
            if let Some(day) = &day
                && self.changes.iter().any(|(earlier, _)| *earlier == day.value)
            {
                reader.note(day.position(), Fault::SameDay { day: day.value });
            }
            let mut wording = Wording::new();
            self.read_kinds(&change, reader, &mut wording);
            change.finish();
            self.changes.extend(day.map(|day| (day.value, wording)));
        }
        self.changes.sort_by_key(|(day, _)| *day);
        let within_changes = reader.count() > before && self.faulty.is_empty();
        let so_far = reader.count();
        top.finish();
        // Whose a part is that nobody knows cannot be told.
        if within_changes || reader.count() > so_far {
            self.all_faulty();
        }
    }

    fn read_kinds(&mut self, table: &Table<'_>, reader: &Reader<'_>, wording: &mut Wording) {
        for (kind, texts, lists) in KEYS {
            let before = reader.count();
            if let Some(own) = table.table(kind) {
                for key in texts {
                    let text = own.value(key).and_then(|value| sentence(&value, Expected::Text));
                    wording.extend(text.map(|text| ((kind, *key), Phrase::Text(text))));
                }
                for key in lists {
                    let Some(value) = own.value(key) else { continue };
                    let items = value.items(Expected::Texts);
                    let list =
                        items.iter().filter_map(|item| sentence(item, Expected::Texts)).collect();
                    wording.insert((kind, key), Phrase::List(list));
                }
                own.finish();
            }
            if reader.count() > before {
                self.faulty.insert(kind);
            }
        }
    }

    fn all_faulty(&mut self) {
        self.faulty = KEYS.map(|(kind, _, _)| kind).into_iter().collect();
    }

    /// The kinds of paper that cannot be made, since what is wrong is theirs.
    pub fn faulty_kinds(&self) -> impl Iterator<Item = &'static str> {
        self.faulty.iter().copied()
    }

    /// The wording of a kind on a day, by its keys.
    pub fn of(&self, kind: &str, on: NaiveDate) -> BTreeMap<&'static str, &Phrase> {
        let began = self.changes.iter().filter(|(day, _)| *day <= on);
        let layers = std::iter::once(&self.wording).chain(began.map(|(_, wording)| wording));
        let own = layers.flatten().filter(|((of, _), _)| *of == kind);
        own.map(|((_, key), phrase)| (*key, phrase)).collect()
    }
}

/// A blank text is a sentence that is left out.
fn sentence(value: &Value<'_>, expected: Expected) -> Option<Sentence> {
    let text = match value.text(expected) {
        Some(text) => text.value,
        None if value.is_text() => String::new(),
        None => return None,
    };
    match Sentence::parse(&text) {
        Ok(sentence) => Some(sentence),
        Err((at, fault)) => {
            value.note(value.position_within(&text, at), Fault::Sentence(fault));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{KEYS, Phrase, Phrases};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_built_in_wording_has_every_key_and_no_mistake() {
        let builtin = Phrases::builtin();
        assert!(builtin.told.is_empty(), "{:?}", builtin.told);
        for (kind, texts, lists) in KEYS {
            let own = builtin.of(kind, day("2024-06-03"));
            assert_eq!(own.len(), texts.len() + lists.len(), "{kind}");
            let is_list = |key: &&&str| matches!(own[**key], Phrase::List(_));
            assert!(
                lists.iter().all(|key| is_list(&key)) && !texts.iter().any(|key| is_list(&key))
            );
        }
    }

    #[test]
    fn a_change_holds_from_its_day_on() {
        let text = "[akun]\npenutup = \"satu\"\n[[perubahan]]\nberlaku_dari = 2024-07-01\n\
                    [perubahan.akun]\npenutup = \"dua\"\n";
        let phrases = Phrases::read("kalimat.toml", text);
        assert!(phrases.told.is_empty(), "{:?}", phrases.told);
        let on = |text: &str| match phrases.of("akun", day(text))["penutup"] {
            Phrase::Text(sentence) => sentence.fill(|_| None),
            Phrase::List(_) => panic!("a list"),
        };
        assert_eq!([on("2024-06-30"), on("2024-07-01")], ["satu", "dua"]);
    }

    #[test]
    fn a_mistake_costs_the_kinds_of_its_part() {
        let faulty = |text: &str| {
            let phrases = Phrases::read("kalimat.toml", text);
            assert!(!phrases.told.is_empty());
            phrases.faulty_kinds().collect::<Vec<_>>()
        };
        assert_eq!(faulty("[akun]\npenutp = \"x\"\n"), ["akun"]);
        assert_eq!(
            faulty("[akun]\npenutup = \"{kta}\"\n[verifikasi]\nbutir = 3\n"),
            ["akun", "verifikasi"]
        );
        assert_eq!(faulty("[aku]\npenutup = \"x\"\n").len(), KEYS.len());
        assert_eq!(faulty("[akun]\npenutup = x\n").len(), KEYS.len());
        assert_eq!(faulty("[[perubahan]]\n[perubahan.akun]\npenutup = \"x\"\n").len(), KEYS.len());
    }

    #[test]
    fn a_change_has_one_day_that_no_other_has() {
        let told = |text: &str| {
            let told = Phrases::read("kalimat.toml", text).told.into_iter();
            told.map(|told| told.message).collect::<Vec<_>>()
        };
        let change = "[[perubahan]]\nberlaku_dari = ";
        assert_eq!(
            told(&format!("{change}2024-07-01\n{change}\"2024-07-01\"\n")),
            ["dua [[perubahan]] berlaku sejak hari yang sama, 2024-07-01"]
        );
        assert_eq!(
            told(&format!("{change}\"kapan\"\n")),
            ["tanggal pada `berlaku_dari` tidak dapat dibaca: \"kapan\""]
        );
    }

    #[test]
    fn what_is_no_text_in_a_list_is_told_of_the_list() {
        let told = Phrases::read("kalimat.toml", "[disposisi]\npetunjuk = [\"a\", 3]\n").told;
        let advice = told.first().map(|told| told.advice.clone()).unwrap_or_default();
        assert_eq!(advice, "tulis seperti ini: petunjuk = [\"…\", \"…\"]");
    }
}
