//! Are two names the same person?
//!
//! One person is written in many ways: with and without titles, in capitals, with
//! degrees run together. What remains once titles, degrees, case and punctuation are
//! taken away is compared. Nothing is guessed beyond that: "M. Yusuf" is not
//! "Muhammad Yusuf", and a NIP, where both sides have one, decides alone.

use super::nip::Nip;

/// Titles before a name, without dots: academic, religious, noble, and forms of address.
const TITLES: &[&str] = &[
    "dr", "drs", "dra", "drg", "drh", "ir", "prof", "h", "hj", "kh", "ust", "ustadz", "ustaz",
    "ustadzah", "habib", "r", "ra", "rr", "rm", "raden", "pdt", "apt", "ns", "bapak", "bpk", "pak",
    "ibu", "bu", "sdr", "sdri", "saudara", "saudari", "tn", "ny", "mr", "mrs", "cand",
    // Acting for another: of the post, but clerks write it beside the name.
    "plt", "plh", "pjs",
];

/// Degrees after a name, without dots.
const DEGREES: &[&str] = &[
    // Diploma
    "amd", "ama", "amp", "amdkom", "amdim", "amdip", "amdak", "amdkeb", "amdkep", "amdpel", "amdt",
    "amdab", "amdikom", "amddip", "ap", "bcip", "bcim", "bchk", "ba", "be", "bsc",
    // Sarjana and sarjana terapan
    "sh", "shi", "se", "sei", "sip", "ssos", "ssosi", "skom", "ssi", "spd", "spdi", "sag", "sth",
    "sthi", "st", "sst", "sstp", "stp", "sp", "spt", "spsi", "ss", "ssn", "skm", "skep", "sked",
    "skg", "skh", "sfarm", "shut", "sikom", "siptek", "sap", "sak", "sab", "sas", "sds", "sgz",
    "sfil", "sor", "spi", "sptk", "strkeb", "stratan", "strip", "strim", "strk", "strp", "strak",
    "strkom", "strt", "strsos", "strpas", "strimi", "sstpi", "sti", "sstat", "smat", "shum",
    "shan", // Magister and above
    "mh", "mhum", "mkn", "mm", "msi", "mkom", "mt", "mti", "mpd", "mpdi", "mag", "ma", "mba",
    "mpa", "mpp", "map", "mkes", "mkm", "mpsi", "msc", "mak", "mikom", "mip", "mtr", "mtrap",
    "meng", "msn", "msos", "mphil", "llm", "mhan", "mds", "mars", "mph", "mtrip", "mei", "mesy",
    "mstat", "mhi", "mcs", "msm", "phd", "dba", "edd", "jd", // Of a profession
    "psikolog", "psi", "ak", "ca", "cpa", "cfra", "cia", "qia", "apt", "ners", "ns", "sppd",
    "spog", "spa", "sprad", "spkj", "ipm", "ipu", "cht", "crmp", "cgcae", "pmp", "cisa", "cissp",
    "cssl", // Acting for another, behind the name.
    "plt", "plh", "pjs",
];

/// Degrees that are names too: without dots and without a comma they are kept.
const ALSO_NAMES: &[&str] = &[
    "ama", "ap", "ba", "be", "cia", "mak", "mars", "mei", "psi", "sab", "sak", "sas", "sip", "spa",
];

/// A word this short after a comma is taken for a degree, known or not.
const SHORT: usize = 4;

/// The words of a degree that people part with blanks: "S. Kom.", "A. Md. Im."
const LONGEST_DEGREE: usize = 3;

/// A word of a name: its letters in lower case, and whether dots were in it.
struct Word {
    letters: String,
    dotted: bool,
}

/// The name without titles, degrees, case and punctuation: "Dr. Ir. H. Budi Santoso,
/// S.H., M.Si." becomes "budi santoso". A name of titles only stays what it is, without
/// dots and case; one without letters or digits is empty.
pub fn comparable_name(name: &str) -> String {
    let mut parts = name.split([',', ';']).map(words).filter(|part| !part.is_empty());
    let Some(mut head) = parts.next() else { return String::new() };
    for part in parts {
        // "Dr., Ir. Budi Santoso": what stands before the comma is no name yet.
        if is_titles_only(&head) || !is_degrees(&part) {
            head.extend(part);
        }
    }
    let all = join(&head);
    let titles = leading_titles(&head);
    let mut rest = head.split_off(titles.min(head.len()));
    rest.truncate(without_degrees(&rest));
    if rest.is_empty() { all } else { join(&rest) }
}

/// By NIP where both sides have one, else by comparable name. Two empty names are
/// never the same person.
pub fn same_person(a: (&str, Option<&Nip>), b: (&str, Option<&Nip>)) -> bool {
    if let (Some(mine), Some(theirs)) = (a.1, b.1) {
        return mine == theirs;
    }
    let name = comparable_name(a.0);
    !name.is_empty() && name == comparable_name(b.0)
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let parted =
        |c: char| c.is_whitespace() || !(c.is_alphanumeric() || c == '.' || is_apostrophe(c));
    for written in text.split(parted) {
        let dotted = written.contains('.');
        let word = |piece: &str| {
            let plain = piece.chars().filter(|c| c.is_alphanumeric());
            Word { letters: plain.flat_map(char::to_lowercase).collect(), dotted }
        };
        let whole = word(written);
        if is_title(&whole.letters) || is_degree(&whole.letters) {
            words.push(whole);
        } else {
            words.extend(written.split('.').map(word));
        }
    }
    words.retain(|word| !word.letters.is_empty());
    words
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ')
}

fn is_title(letters: &str) -> bool {
    TITLES.contains(&letters)
}

fn is_degree(letters: &str) -> bool {
    DEGREES.contains(&letters)
}

fn is_titles_only(words: &[Word]) -> bool {
    leading_titles(words) == words.len()
}

/// How many words at the start are titles; "R. A." and "K. H." are one of two words.
fn leading_titles(words: &[Word]) -> usize {
    let mut count = 0;
    while let Some(rest) = words.get(count..) {
        count += match rest {
            [one, two, ..]
                if one.letters.len() == 1
                    && two.letters.len() == 1
                    && is_title(&format!("{}{}", one.letters, two.letters)) =>
            {
                2
            }
            [one, ..] if is_title(&one.letters) => 1,
            _ => break,
        };
    }
    count
}

/// Whether what follows a comma is degrees: known ones, or written like ones.
fn is_degrees(part: &[Word]) -> bool {
    let alike = |word: &Word| {
        let known = is_degree(&word.letters) || is_title(&word.letters);
        word.dotted || known || word.letters.chars().count() <= SHORT
    };
    part.iter().any(alike)
}

/// How many words remain once the degrees at the end are taken away; at least one.
fn without_degrees(words: &[Word]) -> usize {
    let mut end = words.len();
    while let Some(length) = degree_at_end(words.get(..end).unwrap_or_default()) {
        end -= length;
    }
    end
}

fn degree_at_end(words: &[Word]) -> Option<usize> {
    (1..=LONGEST_DEGREE).rev().filter(|length| *length < words.len()).find(|length| {
        let tail = words.get(words.len() - length..).unwrap_or_default();
        let letters: String = tail.iter().map(|word| word.letters.as_str()).collect();
        let dotted = tail.iter().any(|word| word.dotted);
        is_degree(&letters) && (dotted || !ALSO_NAMES.contains(&letters.as_str()))
    })
}

fn join(words: &[Word]) -> String {
    words.iter().map(|word| word.letters.as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{comparable_name, same_person};
    use crate::office::nip::Nip;
    use proptest::prelude::*;

    #[test]
    fn titles_degrees_case_and_punctuation_make_no_other_person() {
        for written in [
            "Dr. Ir. H. Budi Santoso, S.H., M.Si.",
            "BUDI SANTOSO",
            "budi  santoso",
            "Budi Santoso S.Kom.",
            "Budi Santoso SKom",
            "Budi Santoso, S. Kom., M. M.",
            "Budi Santoso S. H.",
            "Dr.Ir.H.Budi Santoso,SH.,M.Si",
            "drs budi santoso mm",
            "Budi\u{a0}Santoso, A.Md.Im.",
            "Budi Santoso, A. Md. Im.",
            "Budi Santoso, Ph.D",
            "Budi Santoso, XYZ",
            "Dr., Ir. Budi Santoso, M.Si.",
            "Prof. Dr. Budi Santoso, S.E., Ak., CA.",
            "Bapak Budi Santoso",
            "Dr (cand) Budi Santoso",
            " Budi Santoso , ",
        ] {
            assert_eq!(comparable_name(written), "budi santoso", "{written}");
        }
    }

    #[test]
    fn names_of_every_shape_keep_what_is_the_name() {
        for (written, name) in [
            ("Jusman", "jusman"),
            ("R. Ma'ruf", "maruf"),
            ("R. Ma’ruf", "maruf"),
            ("M. Yusuf", "m yusuf"),
            ("M.Yusuf", "m yusuf"),
            ("H.M. Yusuf", "m yusuf"),
            ("drg. Hj. Siti Nur-Aini, M.Kes", "siti nur aini"),
            ("K. H. Ahmad", "ahmad"),
            ("R. A. Kartini", "kartini"),
            ("R.A. Kartini", "kartini"),
            ("A. H. Nasution", "a h nasution"),
            ("Lina Mei", "lina mei"),
            ("Lina, M.E.I.", "lina"),
            ("Budi, Santoso", "budi santoso"),
            ("BUDI, SANTOSO", "budi santoso"),
            ("I Gusti Ngurah Rai, S.Sos", "i gusti ngurah rai"),
            ("Drs. H.", "drs h"),
            ("Ir", "ir"),
            ("S.H.", "sh"),
            ("-", ""),
            ("", ""),
            (" . , ", ""),
        ] {
            assert_eq!(comparable_name(written), name, "{written}");
        }
    }

    #[test]
    fn a_nip_decides_where_both_sides_have_one() {
        let [one, other] = ["198609262015051001", "198609262015051002"].map(Nip::parse);
        let (one, other) = (one.as_ref(), other.as_ref());
        assert!(same_person(("Budi", one), ("B. Santoso", one)));
        assert!(!same_person(("Budi", one), ("Budi", other)));
        assert!(same_person(("Budi, S.H.", one), ("budi", None)));
        assert!(!same_person(("-", None), ("", None)));
        assert!(!same_person(("", one), ("", None)));
    }

    proptest! {
        #[test]
        fn names_and_numbers_of_any_text_are_read_without_panic(text in any::<String>()) {
            let _ = comparable_name(&text);
            let _ = Nip::parse(&text).map(|nip| (nip.fault(), nip.grouped(), nip.is_pppk()));
        }

        #[test]
        fn case_never_matters_and_no_word_is_empty(text in "[A-Za-zé.,' ]{0,40}") {
            let name = comparable_name(&text);
            prop_assert!(name.split(' ').all(|word| !word.is_empty()) || name.is_empty());
            prop_assert_eq!(&name, &comparable_name(&text.to_uppercase()));
        }
    }
}
