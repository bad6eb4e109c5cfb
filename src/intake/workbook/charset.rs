//! The only door to encoding_rs: the bytes of a text file as text.
//!
//! A mark at the start says it outright; else it is UTF-8 where it can be, and
//! Windows-1252, in which Excel saves a CSV, where it cannot.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text; `None` where the bytes are none.
pub(super) fn text_of(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0
        }
        None => match str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            // Cut inside the last character: the text before it is UTF-8 all the same.
            Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => {
                String::from_utf8_lossy(bytes)
            }
            Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
        },
    };
    let is_foreign =
        |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\x0c' | '\x1a' | '\x1b');
    (!text.chars().any(is_foreign)).then_some(text)
}

/// Whether a part begins as XML in UTF-16 does, with its mark or with a "<".
pub(super) fn is_wide(start: &[u8]) -> bool {
    matches!(start, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'<', 0, ..] | [0, b'<', ..])
}

/// XML in UTF-16 as text, without the line that says so.
pub(super) fn wide_xml(bytes: &[u8]) -> Option<String> {
    if !is_wide(bytes) {
        return None;
    }
    let encoding = match bytes {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => UTF_16LE,
        _ => UTF_16BE,
    };
    let text = encoding.decode_with_bom_removal(bytes).0;
    let behind = text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"));
    Some(behind.map_or(&*text, |(_, rest)| rest).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_in_which_a_csv_is_saved_is_the_same_text() {
        let utf16 =
            |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        for bytes in [
            "José – 3".as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", "José – 3".as_bytes()].concat(),
            [b"\xFF\xFE".to_vec(), utf16("José – 3")].concat(),
            b"Jos\xE9 \x96 3".to_vec(),
        ] {
            assert_eq!(text_of(&bytes).as_deref(), Some("José – 3"));
        }
    }

    #[test]
    fn xml_in_utf_16_is_text_without_the_line_that_says_so() {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>José</a>";
        let (little, big): (Vec<u8>, Vec<u8>) = (
            xml.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "\u{feff}<a>José</a>".encode_utf16().flat_map(u16::to_be_bytes).collect(),
        );
        assert_eq!(wide_xml(&little).as_deref(), Some("<a>José</a>"));
        assert_eq!(wide_xml(&big).as_deref(), Some("<a>José</a>"));
        assert_eq!(wide_xml("<a>José</a>".as_bytes()), None);
    }

    #[test]
    fn bytes_that_no_one_types_are_no_text() {
        assert_eq!(text_of(b"nama;nip\n\0\x01\x02"), None);
        assert_eq!(text_of(b"\x89PNG\r\n\x1a\n\0\0"), None);
    }
}
