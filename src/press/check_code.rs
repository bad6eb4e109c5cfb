//! The check code (*kode cek*) in the small line at the foot of a paper: which paper
//! it is and a digest of its record. It is no electronic signature.

/// Crockford's digits: none of them is taken for another when typed from paper.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Five bits each: 80 bits of the digest.
const LENGTH: usize = 16;

/// `P-2024-017/berita-acara/1/4F7K-9QWE-…-C`: which paper it is, sixteen digits of the
/// SHA-256 of its record, and a check character over all before it.
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
    let check = check_digit(&text);
    format!("{text}-{check}")
}

/// A weighted sum modulo 31: tells any one wrong character and any two exchanged ones.
fn check_digit(text: &str) -> char {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    let sum = letters.fold(0u32, |sum, letter| {
        let value = letter.to_ascii_uppercase() as u32 % 31;
        (sum * 3 + value) % 31
    });
    digit(sum)
}

fn digit(value: u32) -> char {
    DIGITS.get(value as usize).map_or('0', |digit| char::from(*digit))
}

#[cfg(test)]
mod tests {
    use super::check_code;

    const DIGEST: &str = "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4";

    #[test]
    fn a_code_names_the_paper_and_holds_eighty_bits_of_the_digest() {
        assert_eq!(
            check_code("P-2024-017/berita-acara/1", DIGEST),
            "P-2024-017/berita-acara/1/HX1M-6HK4-HXNS-DQW9-W"
        );
    }

    #[test]
    fn another_paper_round_or_digest_has_another_code() {
        let codes = [
            check_code("P-2024-017/berita-acara/1", DIGEST),
            check_code("P-2024-017/berita-acara/2", DIGEST),
            check_code("P-2024-017/disposisi/1", DIGEST),
            check_code("P-2024-071/berita-acara/1", DIGEST),
            check_code("P-2024-017/berita-acara/1", &DIGEST.replace('8', "9")),
        ];
        let ends: std::collections::BTreeSet<&String> = codes.iter().collect();
        assert_eq!(ends.len(), codes.len());
        let last = |code: &str| code.chars().last();
        assert_ne!(last(&codes[0]), last(&codes[3]), "two digits exchanged");
    }
}
