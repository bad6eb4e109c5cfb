//! The check code (*kode cek*) in the small line at the foot of a paper: which paper
//! it is and a digest of its record. It is no electronic signature.
//!
//! Its last two characters tell a mistyped code from one of a paper that nobody issued:
//! any one wrong character, and any two exchanged, give others.

/// Tells the form of the code; papers that bear an older one are printed anew.
pub const CODE_FORM: &str = "kode-cek-2";

/// Crockford's digits: none of them is taken for another when typed from paper.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Five bits each: 80 bits of the digest.
const LENGTH: usize = 16;
/// The characters at the end that are made of all the others.
const CHECKS: usize = 2;
/// Two digits of 32 hold it; no two letters or digits of ASCII are equal modulo it.
const PRIME: u32 = 1021;
/// A primitive root of it: no two places of a code weigh the same.
const ROOT: u32 = 10;

/// `P-2024-017/berita-acara/1/4F7K-9QWE-…-CC`: which paper it is, sixteen digits of the
/// SHA-256 of its record, and two check characters over all before them.
///
/// `digest` is the SHA-256 in hexadecimal; a shorter one gives a shorter code.
pub fn check_code(paper: &str, digest: &str) -> String {
    let mut digits = String::new();
    let mut bits: u32 = 0;
    let mut held = 0;
    for nibble in digest.chars().filter_map(|letter| letter.to_digit(16)) {
        bits = (bits << 4 | nibble) & 0xfff;
        held += 4;
        if held >= 5 && digits.len() < LENGTH {
            held -= 5;
            digits.push(digit((bits >> held) & 31));
        }
    }
    let groups: Vec<String> = digits
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    let text = format!("{paper}/{}", groups.join("-"));
    let check = check_characters(&text);
    format!("{text}-{check}")
}

/// A check code as it was typed from a paper or read from its picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedCode {
    /// Which paper it names, as it was typed: `P-2024-017/berita-acara/1`.
    pub paper: String,
    /// The first twenty hexadecimal digits of the digest of its record.
    digest: String,
}

/// Why what was typed names no paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFault {
    /// It does not have the form of a check code.
    NoCode,
    /// It has, but its check characters belong to another.
    Mistyped,
}

impl TypedCode {
    /// Reads a code. Blanks, small letters, any kind of hyphen, and O, I, L for 0, 1, 1
    /// in the digits are taken as they are meant.
    ///
    /// # Errors
    /// It is none, or it was mistyped.
    pub fn read(typed: &str) -> Result<TypedCode, CodeFault> {
        let (paper, end) = typed.trim().rsplit_once('/').ok_or(CodeFault::NoCode)?;
        let hyphen = |c: char| matches!(c, '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}');
        let meant = |c: char| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let digits: Vec<char> =
            end.chars().filter(|c| !c.is_whitespace() && !hyphen(*c)).map(meant).collect();
        let (digits, check) = match digits.split_at_checked(LENGTH) {
            Some((digits, check)) if check.len() == CHECKS => (digits, check),
            _ => return Err(CodeFault::NoCode),
        };
        let paper = paper.split('/').map(str::trim).collect::<Vec<_>>().join("/");
        if !paper.contains('/') {
            return Err(CodeFault::NoCode);
        }
        let text = format!("{paper}/{}", digits.iter().collect::<String>());
        if !check_characters(&text).chars().eq(check.iter().copied()) {
            return Err(CodeFault::Mistyped);
        }
        let digest = hexadecimal(digits).ok_or(CodeFault::Mistyped)?;
        Ok(TypedCode { paper, digest })
    }

    /// How the digest of the record begins that the code was made of.
    pub fn digest_begins(&self) -> &str {
        &self.digest
    }

    /// Whether it was made of the record of that digest.
    pub fn is_of(&self, digest: &str) -> bool {
        digest.starts_with(&self.digest)
    }
}

/// Five bits a digit as four bits a digit; `None` for what is no digit.
fn hexadecimal(digits: &[char]) -> Option<String> {
    let mut text = String::new();
    let mut bits: u32 = 0;
    let mut held = 0;
    for letter in digits {
        let value = DIGITS.iter().position(|digit| char::from(*digit) == *letter)?;
        bits = (bits << 5 | u32::try_from(value).ok()?) & 0xfff;
        held += 5;
        while held >= 4 {
            held -= 4;
            text.push(char::from_digit((bits >> held) & 15, 16)?);
        }
    }
    Some(text)
}

/// A weighted sum modulo a prime above all letters and digits, in two digits.
fn check_characters(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    let sum = letters.fold(0u32, |sum, letter| {
        let value = letter.to_ascii_uppercase() as u32 % PRIME;
        (sum * ROOT + value) % PRIME
    });
    [digit(sum >> 5), digit(sum & 31)].iter().collect()
}

fn digit(value: u32) -> char {
    DIGITS.get(value as usize).map_or('0', |digit| char::from(*digit))
}

#[cfg(test)]
mod tests {
    use super::{CodeFault, TypedCode, check_code};

    const PAPER: &str = "P-2024-017/berita-acara/1";
    const DIGEST: &str = "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4";

    #[test]
    fn a_code_names_the_paper_and_holds_eighty_bits_of_the_digest() {
        assert_eq!(check_code(PAPER, DIGEST), "P-2024-017/berita-acara/1/HX1M-6HK4-HXNS-DQW9-2C");
    }

    #[test]
    fn another_paper_round_or_digest_has_another_code() {
        let codes = [
            check_code(PAPER, DIGEST),
            check_code("P-2024-017/berita-acara/2", DIGEST),
            check_code("P-2024-017/disposisi/1", DIGEST),
            check_code("P-2024-071/berita-acara/1", DIGEST),
            check_code(PAPER, &DIGEST.replace('8', "9")),
        ];
        let ends: std::collections::BTreeSet<&String> = codes.iter().collect();
        assert_eq!(ends.len(), codes.len());
    }

    #[test]
    fn a_code_is_read_back_as_it_was_printed() {
        for paper in [PAPER, "017/PHA/VI/2024/disposisi/2", "2024-06/laporan-bulanan"] {
            let read = TypedCode::read(&check_code(paper, DIGEST)).unwrap();
            assert_eq!(read.paper, paper);
            assert_eq!(read.digest_begins(), DIGEST.split_at(20).0);
            assert!(read.is_of(DIGEST) && !read.is_of(&DIGEST.replace("8f43", "8f44")));
        }
    }

    #[test]
    fn blanks_case_hyphens_and_look_alikes_do_not_matter() {
        let read = TypedCode::read(&check_code(PAPER, DIGEST)).unwrap();
        let code = check_code(PAPER, DIGEST);
        for typed in [
            code.to_lowercase(),
            format!("  {} ", code.replace("HX1M-6HK4", "HXLM 6HK4")),
            code.replace("HX1M-6HK4", "hxim\u{2013}6hk4").replace('/', " / "),
        ] {
            let typed = TypedCode::read(&typed).unwrap();
            assert_eq!(typed.digest_begins(), read.digest_begins());
            assert_eq!(typed.paper.to_lowercase(), read.paper.to_lowercase());
        }
    }

    #[test]
    fn any_one_wrong_character_and_any_two_exchanged_are_told_as_mistyped() {
        let code: Vec<char> = check_code(PAPER, DIGEST).chars().collect();
        let read = |letters: &[char]| TypedCode::read(&letters.iter().collect::<String>());
        for at in (0..code.len()).filter(|at| code[*at].is_alphanumeric()) {
            for other in ('0'..='9').chain('A'..='Z') {
                let mut typed = code.clone();
                typed[at] = other;
                let same = other.eq_ignore_ascii_case(&code[at]);
                let alike = at > PAPER.len() && "O0I1L".contains(other) && "01".contains(code[at]);
                if !same && !alike {
                    assert_eq!(read(&typed), Err(CodeFault::Mistyped), "{typed:?}");
                }
            }
            for other in (at + 1..code.len()).filter(|at| code[*at].is_alphanumeric()) {
                let mut typed = code.clone();
                typed.swap(at, other);
                if !code[at].eq_ignore_ascii_case(&code[other]) {
                    assert_eq!(read(&typed), Err(CodeFault::Mistyped), "{typed:?}");
                }
            }
        }
    }

    #[test]
    fn what_has_not_the_form_of_a_code_is_none() {
        for typed in ["", "/", "P-2024-017", "HX1M-6HK4-HXNS-DQW9-2C", "a/HX1M-6HK4", "berkas.pdf"]
        {
            assert_eq!(TypedCode::read(typed), Err(CodeFault::NoCode), "{typed}");
        }
    }
}
