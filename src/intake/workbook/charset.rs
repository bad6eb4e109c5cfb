//! The only door to encoding_rs: the bytes of a text file as text.
//!
//! A mark at the start says it outright; else it is UTF-8 where it can be, and
//! Windows-1252, in which Excel saves a CSV, where it cannot.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

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

/// How much of a part shows in what encoding it is, in bytes.
pub(super) const SHOWS: u64 = 80;

/// The encoding of a part of XML by its beginning, where it is not UTF-8: UTF-16 begins
/// with its mark or with a "<"; another one is said in the first line.
pub(super) fn foreign_to_utf8(start: &[u8]) -> Option<&'static Encoding> {
    match start {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => return Some(UTF_16LE),
        [0xFE, 0xFF, ..] | [0, b'<', ..] => return Some(UTF_16BE),
        _ => {}
    }
    let line = start.strip_prefix(b"<?xml")?.split(|byte| *byte == b'>').next()?;
    let (_, said) = str::from_utf8(line).ok()?.split_once("encoding=")?;
    let name = said.split(['"', '\'']).nth(1)?;
    let encoding = Encoding::for_label(name.as_bytes())?;
    // What says that it is wide and is not is no wide text.
    (encoding.is_ascii_compatible() && encoding != UTF_8).then_some(encoding)
}

/// XML in another encoding than UTF-8 as text, without the line that says so.
pub(super) fn xml_in_utf8(bytes: &[u8]) -> Option<String> {
    let encoding = foreign_to_utf8(bytes.get(..SHOWS as usize).unwrap_or(bytes))?;
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
    fn xml_in_another_encoding_is_text_without_the_line_that_says_so() {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>José</a>";
        let (little, big): (Vec<u8>, Vec<u8>) = (
            xml.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "\u{feff}<a>José</a>".encode_utf16().flat_map(u16::to_be_bytes).collect(),
        );
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>Jos\xE9</a>".to_vec();
        for bytes in [little, big, latin] {
            assert_eq!(xml_in_utf8(&bytes).as_deref(), Some("<a>José</a>"));
        }
        let plain = [
            "<a>José</a>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>José</a>",
            "<?xml version=\"1.0\" encoding=\"us-utf\"?><a>José</a>",
            "<a encoding=\"ISO-8859-1\">José</a>",
        ];
        for text in plain {
            assert_eq!(xml_in_utf8(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn bytes_that_no_one_types_are_no_text() {
        assert_eq!(text_of(b"nama;nip\n\0\x01\x02"), None);
        assert_eq!(text_of(b"\x89PNG\r\n\x1a\n\0\0"), None);
    }
}
