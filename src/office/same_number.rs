//! Kinds of paper whose numbers could not be told apart (*penomoran*).
//!
//! Each kind has a sequence of its own, so its pattern has to tell the kind. Patterns are
//! compared as they read once they are filled in, under every name of the office, in
//! every month, and in every year that one of them writes out; blanks, case and zeros
//! before the sequence number make no difference to who reads them.
//!
//! Patterns that meet only at single places (`1{urut}` and `{urut}1`) may stand: the
//! register passes over what another kind bears.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::archive::ArchiveRules;
use super::filling::NumberParts;
use super::institution::Institutions;
use super::located::Located;
use super::number::{KINDS, Part, Pattern};
use super::numbering::Numbering;
use super::paper::PaperRules;
use super::problem::Fault;
use super::reading::Reader;

/// Beside the years that patterns write out, one for all others.
const ANY_YEAR: i32 = 2024;

/// What goes into the numbers of an office.
pub(super) struct Sources<'a> {
    pub(super) numbering: &'a Numbering,
    pub(super) papers: &'a PaperRules,
    pub(super) archive: &'a ArchiveRules,
    pub(super) institutions: Option<&'a Institutions>,
}

/// A kind whose numbers the register gives.
struct Counted<'a> {
    kind: &'static str,
    pattern: &'a Located<Pattern>,
    classification: Option<&'a str>,
}

impl Sources<'_> {
    /// Tells of kinds that give the same number, at the pattern that is written last.
    pub(super) fn tell_same_numbers(&self, reader: &Reader<'_>) {
        let counted = self.counted();
        let mut told: Vec<Vec<&'static str>> = Vec::new();
        for parts in self.occasions(&counted) {
            for alike in alike(&counted, &parts) {
                let kinds: Vec<_> = alike.iter().map(|one| one.kind).collect();
                if told.iter().any(|known| kinds.iter().all(|kind| known.contains(kind))) {
                    continue;
                }
                told.push(kinds.clone());
                let last = alike.iter().map(|one| one.pattern.position()).max();
                let numbers: BTreeSet<_> =
                    alike.iter().filter_map(|one| one.first_number(&parts)).collect();
                let fault = Fault::SameNumber { kinds, numbers: numbers.into_iter().collect() };
                reader.note(last.unwrap_or_default(), fault);
            }
        }
    }

    fn counted(&self) -> Vec<Counted<'_>> {
        let of_register = KINDS
            .into_iter()
            .filter(|kind| self.numbering.is_of_register(kind) && self.papers.is_made_here(kind));
        let counted = of_register.filter_map(|kind| {
            let classification = self.archive.classification.of(kind);
            Some(Counted {
                kind,
                pattern: self.numbering.located_pattern(kind)?,
                classification: classification.map(|code| code.value.as_str()),
            })
        });
        counted.collect()
    }

    /// All that makes a difference to a pattern, but for the kind of paper.
    fn occasions(&self, counted: &[Counted<'_>]) -> Vec<NumberParts<'_>> {
        let units = self.institutions.map(|all| all.all().map(|one| one.unit_code.as_deref()));
        let units: BTreeSet<_> = units.map_or_else(|| [None].into(), Iterator::collect);
        let days = days(counted);
        let on = |unit_code, date| NumberParts { date, unit_code, classification: None };
        units.iter().flat_map(|unit| days.iter().map(|day| on(*unit, *day))).collect()
    }
}

impl Counted<'_> {
    fn parts<'p>(&'p self, occasion: &NumberParts<'p>) -> NumberParts<'p> {
        NumberParts { classification: self.classification, ..*occasion }
    }

    fn first_number(&self, occasion: &NumberParts<'_>) -> Option<String> {
        self.pattern.value.fill(&self.parts(occasion), 1).ok()
    }

    /// What a reader tells numbers apart by, whatever their place in the sequence.
    fn as_read(&self, occasion: &NumberParts<'_>) -> Option<String> {
        let text = self.pattern.value.filled(&self.parts(occasion), |_| "{urut}".to_owned());
        let text = text.ok()?.to_lowercase();
        Some(text.split_whitespace().collect())
    }
}

/// The kinds that read the same on an occasion.
fn alike<'c>(
    counted: &'c [Counted<'c>],
    occasion: &NumberParts<'_>,
) -> impl Iterator<Item = Vec<&'c Counted<'c>>> {
    let mut groups: BTreeMap<String, Vec<&Counted<'_>>> = BTreeMap::new();
    for one in counted {
        if let Some(text) = one.as_read(occasion) {
            groups.entry(text).or_default().push(one);
        }
    }
    groups.into_values().filter(|group| group.len() > 1)
}

/// The first of every month of the years that are to be looked at.
fn days(counted: &[Counted<'_>]) -> Vec<NaiveDate> {
    let mut years: BTreeSet<i32> = counted.iter().flat_map(|one| written_years(one)).collect();
    years.insert(ANY_YEAR);
    let months = |year| (1..=12).filter_map(move |month| NaiveDate::from_ymd_opt(year, month, 1));
    years.into_iter().flat_map(months).collect()
}

/// Four digits in the text of a pattern that may be meant as a year.
fn written_years(one: &Counted<'_>) -> BTreeSet<i32> {
    let mut years = BTreeSet::new();
    for part in one.pattern.value.parts() {
        let Part::Text(text) = part else { continue };
        let fours = text.as_bytes().windows(4).filter(|four| four.iter().all(u8::is_ascii_digit));
        years.extend(fours.filter_map(|four| std::str::from_utf8(four).ok()?.parse::<i32>().ok()));
    }
    years
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Place;
    use crate::office::Office;

    /// What is told of an office of two names, `line: message`, by what stands below
    /// `[penomoran]`. The first line below it is line 11.
    fn told(numbering: &str) -> Vec<String> {
        let text = format!(
            "[[instansi]]\nnama = \"Lama\"\nkode_unit = \"OT.1\"\nberlaku_sampai = 2024-06-30\n\
             [[instansi]]\nnama = \"Baru\"\nkode_unit = \"SDM\"\nberlaku_dari = 2024-07-01\n\
             [penomoran]\ncara = \"register\"\n{numbering}"
        );
        let found = Office::parse("tertib.toml", &text).err().unwrap_or_default();
        let line = |told: &crate::diagnostic::Diagnostic| match told.places.as_slice() {
            [Place::Text { line, .. }] => format!("{line}: {}", told.message),
            other => panic!("an odd place: {other:?}"),
        };
        found.iter().map(line).collect()
    }

    fn of_two(minutes: &str, report: &str) -> Vec<String> {
        told(&format!(
            "[penomoran.pola]\nlaporan-kegiatan = \"{report}\"\nberita-acara = \"{minutes}\"\n"
        ))
    }

    fn both(numbers: &str) -> Vec<String> {
        let said = "pola nomor berita-acara dan laporan-kegiatan memberi nomor yang sama";
        vec![format!("13: {said}: {numbers}")]
    }

    #[test]
    fn kinds_with_the_same_pattern_are_told_together_where_the_last_of_it_stands() {
        assert_eq!(of_two("BA-{urut}", "BA-{urut}"), both("\"BA-1\""));
        assert_eq!(
            told(
                "bernomor = [\"berita-acara\", \"akun\", \"disposisi\"]\npola = \"{kode_unit}/{urut:3}\""
            ),
            [
                "12: pola nomor disposisi, akun, dan berita-acara memberi nomor yang sama: \"OT.1/001\""
            ]
        );
        let apart = "[penomoran.pengembalian]\npola = \"{urut}\"\n[penomoran.akun]\npola = \"A-{urut}\"\n\
                     [penomoran.berita-acara]\npola = \"{urut}\"\n";
        assert_eq!(
            told(apart),
            ["16: pola nomor pengembalian dan berita-acara memberi nomor yang sama: \"1\""]
        );
    }

    #[test]
    fn blanks_case_and_zeros_tell_no_kind() {
        assert_eq!(of_two("BA-{urut}", "ba - {urut}"), both("\"BA-1\", \"ba - 1\""));
        assert_eq!(of_two("BA-{urut}", "BA-{urut:3}"), both("\"BA-001\", \"BA-1\""));
    }

    #[test]
    fn what_fills_a_pattern_may_be_what_another_writes_out() {
        assert_eq!(of_two("{kode_unit}-{urut}", "SDM-{urut}"), both("\"SDM-1\""));
        assert_eq!(of_two("{kode_unit}-{urut}", "OT.1-{urut}"), both("\"OT.1-1\""));
        assert_eq!(of_two("{urut}/{bulan}", "{urut}/06"), both("\"1/06\""));
        assert_eq!(of_two("{urut}/{bulan_romawi}", "{urut}/xii"), both("\"1/XII\", \"1/xii\""));
        assert_eq!(of_two("{urut}/{tahun}", "{urut}/2031"), both("\"1/2031\""));
        let codes = "[penomoran.pola]\nakun = \"KU-{urut}\"\nlaporan-kegiatan = \"KU-{urut}\"\n\
                     berita-acara = \"{klasifikasi}-{urut}\"\n[arsip.klasifikasi]\nberita-acara = \"KU\"\n";
        assert_eq!(
            told(codes),
            ["14: pola nomor berita-acara dan laporan-kegiatan memberi nomor yang sama: \"KU-1\""]
        );
    }

    #[test]
    fn what_tells_the_kinds_apart_or_gives_no_number_is_let_be() {
        let nothing: [&str; 0] = [];
        for (minutes, report) in [
            ("BA-{urut}", "LK-{urut}"),
            ("{kode_unit}-{urut}", "SDM.1-{urut}"),
            ("{urut}/{bulan}", "{urut}/13"),
            ("{urut}/{bulan}", "{urut}/{bulan_romawi}"),
            ("{urut}/{tahun}", "{urut}/24"),
            // They meet at one place only, which the register passes over.
            ("1{urut}", "{urut}1"),
            // Without a classification no number comes of either.
            ("{klasifikasi}-{urut}", "{klasifikasi}-{urut}"),
        ] {
            assert_eq!(of_two(minutes, report), nothing, "{minutes} {report}");
        }
        let one = "pola = \"{klasifikasi}-{urut}\"\nbernomor = [\"berita-acara\", \"laporan-kegiatan\"]\n";
        let codes = |report: &str| {
            format!(
                "{one}[arsip.klasifikasi]\nberita-acara = \"A\"\nlaporan-kegiatan = \"{report}\"\n"
            )
        };
        assert_eq!((told(&codes("B")), told(&codes("A")).len()), (vec![], 1));
        let pola = "pola = \"{urut}\"\n";
        for numbering in [
            "bernomor = [\"berita-acara\"]\n",
            "bernomor = [\"berita-acara\", \"akun\"]\n[penomoran.akun]\ncara = \"diberikan\"\n",
            "bernomor = [\"berita-acara\", \"akun\"]\n[naskah]\nakun = \"di_luar\"\n",
        ] {
            assert_eq!(told(&format!("{pola}{numbering}")), nothing, "{numbering}");
        }
    }

    #[test]
    fn beside_another_mistake_of_the_section_nothing_is_said_of_kinds_it_may_concern() {
        let told = told("pola = \"{urut}\"\n[penomoran.akun]\npola = \"A-{urt}\"\n");
        assert_eq!(told, ["13: bagian `{urt}` tidak dikenal dalam pola nomor"]);
    }
}
