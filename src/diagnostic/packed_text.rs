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

/// Stands in place of a length: the four bytes that follow are a moment, "03/06/2024 09.15".
const MOMENT: usize = 1;
/// Where its digits stand, from the left; between them stand these signs.
const DIGITS: [usize; 12] = [0, 1, 3, 4, 6, 7, 8, 9, 11, 12, 14, 15];
const BETWEEN: [(usize, u8); 4] = [(2, b'/'), (5, b'/'), (10, b' '), (13, b'.')];
/// Days, months, hours and minutes are below these; so all years to 7168 fit into 32 bits.
const BELOW: [u32; 4] = [32, 13, 24, 60];

/// A moment as one number; `None` for any other text.
fn moment_of(text: &str) -> Option<u32> {
    let bytes: &[u8; 16] = text.as_bytes().try_into().ok()?;
    let sign = |at: usize| bytes.get(at).copied().unwrap_or_default();
    if !BETWEEN.iter().all(|(at, between)| sign(*at) == *between) {
        return None;
    }
    let digit = |at: usize| sign(at).is_ascii_digit().then(|| u32::from(sign(at) - b'0'));
    let mut digits = DIGITS.into_iter().map(digit);
    let mut two = || Some(digits.next()?? * 10 + digits.next()??);
    let (day, month, century, year, hour, minute) =
        (two()?, two()?, two()?, two()?, two()?, two()?);
    let [days, months, hours, minutes] = BELOW;
    if day >= days || month >= months || hour >= hours || minute >= minutes {
        return None;
    }
    let hours = (((century * 100 + year) * months + month) * days + day) * hours + hour;
    hours.checked_mul(minutes)?.checked_add(minute)
}

fn moment_text(moment: u32) -> String {
    let [days, months, hours, minutes] = BELOW;
    let (rest, minute) = (moment / minutes, moment % minutes);
    let (rest, hour) = (rest / hours, rest % hours);
    let (rest, day) = (rest / days, rest % days);
    let (year, month) = (rest / months, rest % months);
    format!("{day:02}/{month:02}/{year:04} {hour:02}.{minute:02}")
}

/// A moment in five bytes; else the length doubled, and one more where the signs are half a
/// byte each, then the text.
pub(super) fn pack_text(text: &str, packed: &mut Vec<u8>) {
    if let Some(moment) = moment_of(text) {
        pack(MOMENT, packed);
        packed.extend(moment.to_le_bytes());
        return;
    }
    let half = |byte: u8| half_of(byte).unwrap_or(NO_SIGN);
    if !text.is_empty() && text.bytes().all(|byte| half_of(byte).is_some()) {
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
    if length == MOMENT {
        let (moment, rest) = rest.split_first_chunk()?;
        return Some((Cow::Owned(moment_text(u32::from_le_bytes(*moment))), rest));
    }
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
        pack_text("03/06/2024", &mut packed);
        assert_eq!(packed.len(), 1 + 5);
    }

    #[test]
    fn a_moment_takes_five_bytes_and_what_only_looks_like_one_comes_back_as_it_was() {
        let texts = [
            "03/06/2024 09.15",
            "31/12/9999 23.59",
            "32/06/2024 09.15",
            "03/06/2024 24.15",
            "00/00/0000 00.00",
            "03-06-2024 09.15",
        ];
        let mut lengths = Vec::new();
        for text in texts {
            let mut packed = Vec::new();
            pack_text(text, &mut packed);
            lengths.push(packed.len());
            assert_eq!(unpack_text(&packed), Some((text.into(), &[][..])));
        }
        assert_eq!(lengths, [5, 9, 9, 9, 5, 9]);
    }

    proptest! {
        #[test]
        fn texts_come_back_as_they_were_in_their_order(
            texts in prop::collection::vec("[0-9/.: ,-]{0,30}|[0-3][0-9]/[01][0-9]/[0-9]{4} [0-2][0-9].[0-9]{2}|.{0,200}", 0..6),
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
