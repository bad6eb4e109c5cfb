//! Texts of cells one after another, in as few bytes as serves: most cells of an office's
//! sheets hold dates, hours and numbers, whose signs need half a byte each.

use std::borrow::Cow;

/// The signs of dates, hours and numbers.
const SIGNS: [u8; 16] = *b"0123456789/.:- ,";
/// Stands behind a text with an odd number of signs; its length tells that it is none.
const NO_SIGN: u8 = 0;

/// Seven bits a byte, the lowest first.
pub(super) fn pack(mut number: usize, packed: &mut Vec<u8>) {
    while number > 0x7f {
        packed.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    packed.push(number as u8);
}

pub(super) fn unpack(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((number, bytes.get(at + 1..)?));
        }
    }
    None
}

/// The length doubled, and one more where the signs are half a byte each; then the text.
pub(super) fn pack_text(text: &str, packed: &mut Vec<u8>) {
    let half = |byte: u8| half_of(byte).unwrap_or(NO_SIGN);
    if text.bytes().all(|byte| half_of(byte).is_some()) {
        pack(text.len() * 2 + 1, packed);
        let pairs = text.as_bytes().chunks(2).map(|pair| match pair {
            [first, second] => half(*first) << 4 | half(*second),
            [only] => half(*only) << 4,
            _ => NO_SIGN,
        });
        packed.extend(pairs);
    } else {
        pack(text.len() * 2, packed);
        packed.extend_from_slice(text.as_bytes());
    }
}

pub(super) fn unpack_text(bytes: &[u8]) -> Option<(Cow<'_, str>, &[u8])> {
    let (length, rest) = unpack(bytes)?;
    let (length, is_halved) = (length / 2, length % 2 == 1);
    if !is_halved {
        let (text, rest) = rest.split_at_checked(length)?;
        return Some((Cow::Borrowed(std::str::from_utf8(text).ok()?), rest));
    }
    let (halved, rest) = rest.split_at_checked(length.div_ceil(2))?;
    let signs = halved.iter().flat_map(|byte| [byte >> 4, byte & 0x0f]);
    let signs = signs.take(length).filter_map(|half| SIGNS.get(usize::from(half)));
    Some((Cow::Owned(signs.map(|sign| char::from(*sign)).collect()), rest))
}

/// Where a sign stands among those that need half a byte.
fn half_of(byte: u8) -> Option<u8> {
    Some(match byte {
        b'0'..=b'9' => byte - b'0',
        b'/' => 10,
        b'.' => 11,
        b':' => 12,
        b'-' => 13,
        b' ' => 14,
        b',' => 15,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_sign_of_half_a_byte_comes_back_as_itself() {
        for (at, sign) in (0..).zip(SIGNS) {
            assert_eq!(half_of(sign), Some(at));
        }
        assert_eq!(half_of(b'A'), None);
    }

    #[test]
    fn a_date_takes_half_its_length() {
        let mut packed = Vec::new();
        pack_text("03/06/2024 09.15", &mut packed);
        assert_eq!(packed.len(), 1 + 8);
    }

    proptest! {
        #[test]
        fn texts_come_back_as_they_were_in_their_order(
            texts in prop::collection::vec("[0-9/.: ,-]{0,30}|.{0,200}", 0..6),
        ) {
            let mut packed = Vec::new();
            texts.iter().for_each(|text| pack_text(text, &mut packed));
            let mut rest = packed.as_slice();
            for text in &texts {
                let (read, after) = unpack_text(rest).expect("a text");
                prop_assert_eq!(&*read, text.as_str());
                rest = after;
            }
            prop_assert!(rest.is_empty());
        }
    }
}
