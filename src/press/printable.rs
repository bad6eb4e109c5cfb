//! Data as JSON in which every character can be printed.
//!
//! PDF/A forbids a character without a glyph, and people paste emoji and symbols of
//! other scripts into their sheets. One of them must not cost the whole paper, nor
//! vanish unseen: it is printed as U+FFFD (�) and reported. Invisible marks for
//! direction and joining say nothing on paper and are left out.

use std::collections::BTreeSet;
use std::io::{Result, Write};

use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter, Serializer};

/// Stands where a character could not be printed.
const REPLACEMENT: &str = "\u{FFFD}";

/// Writes `data` as JSON; also gives the characters that could not be printed.
///
/// `has_glyph` answers for characters outside ASCII. Line ends become `\n`.
///
/// # Errors
/// What the data's own serialisation refuses (a map whose keys are no text).
pub(super) fn to_json<D: Serialize + ?Sized>(
    data: &D,
    has_glyph: impl Fn(char) -> bool,
) -> serde_json::Result<(Vec<u8>, BTreeSet<char>)> {
    let mut json = Vec::new();
    let mut replaced = BTreeSet::new();
    let printable = Printable { has_glyph, replaced: &mut replaced, after_return: false };
    data.serialize(&mut Serializer::with_formatter(&mut json, printable))?;
    Ok((json, replaced))
}

/// One text with only characters that can be printed.
///
/// # Errors
/// None that a text gives rise to.
pub(super) fn to_text(text: &str, has_glyph: impl Fn(char) -> bool) -> serde_json::Result<String> {
    let (json, _) = to_json(text, has_glyph)?;
    serde_json::from_slice(&json)
}

struct Printable<'a, G> {
    has_glyph: G,
    replaced: &'a mut BTreeSet<char>,
    /// The last thing written was a carriage return: a line feed next to it is the
    /// same line end.
    after_return: bool,
}

impl<G: Fn(char) -> bool> Formatter for Printable<'_, G> {
    fn begin_string<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.after_return = false;
        writer.write_all(b"\"")
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        text: &str,
    ) -> Result<()> {
        self.after_return = false;
        let mut rest = text;
        while let Some((at, odd)) = rest.char_indices().find(|&(_, c)| !self.prints(c)) {
            let (before, after) = rest.split_at(at);
            writer.write_all(before.as_bytes())?;
            if !is_mark_without_ink(odd) {
                self.replaced.insert(odd);
                writer.write_all(REPLACEMENT.as_bytes())?;
            }
            rest = after.strip_prefix(odd).unwrap_or_default();
        }
        writer.write_all(rest.as_bytes())
    }

    fn write_char_escape<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> Result<()> {
        let after_return = std::mem::take(&mut self.after_return);
        let written: &[u8] = match escape {
            CharEscape::Quote => b"\\\"",
            CharEscape::ReverseSolidus => b"\\\\",
            CharEscape::Solidus => b"/",
            CharEscape::Tab => b"\\t",
            CharEscape::LineFeed if after_return => b"",
            CharEscape::LineFeed => b"\\n",
            CharEscape::CarriageReturn => {
                self.after_return = true;
                b"\\n"
            }
            CharEscape::Backspace => self.control('\u{8}'),
            CharEscape::FormFeed => self.control('\u{C}'),
            CharEscape::AsciiControl(byte) => self.control(char::from(byte)),
        };
        writer.write_all(written)
    }
}

impl<G: Fn(char) -> bool> Printable<'_, G> {
    fn prints(&self, c: char) -> bool {
        let plain = c.is_ascii() && !c.is_control();
        plain
            || (!is_mark_without_ink(c) && !is_private(c) && !c.is_control() && (self.has_glyph)(c))
    }

    fn control(&mut self, c: char) -> &'static [u8] {
        self.replaced.insert(c);
        REPLACEMENT.as_bytes()
    }
}

/// Marks that only steer joining, direction or the shape of a neighbour.
fn is_mark_without_ink(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Characters whose meaning each font decides for itself; PDF/A-3a forbids them.
fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use super::to_json;

    fn printed(text: &str) -> (String, Vec<char>) {
        let (json, replaced) = to_json(text, |c| c < '\u{2000}' || c == '\u{FFFD}').unwrap();
        (serde_json::from_slice(&json).unwrap(), replaced.into_iter().collect())
    }

    #[test]
    fn what_has_a_glyph_stays_as_it_was_written() {
        let text = "Ma'ruf é \\ \" {{ }} # $\t/";
        assert_eq!(printed(text), (text.to_owned(), vec![]));
    }

    #[test]
    fn what_has_none_is_shown_as_replaced_and_reported() {
        assert_eq!(printed("baik 🙏\u{7} \u{F0FC}").0, "baik \u{FFFD}\u{FFFD} \u{FFFD}");
        assert_eq!(printed("baik 🙏\u{7} \u{F0FC}").1, ['\u{7}', '\u{F0FC}', '🙏']);
    }

    #[test]
    fn marks_without_ink_are_left_out() {
        assert_eq!(printed("a\u{200B}b\u{202E}c\u{FEFF}"), ("abc".to_owned(), vec![]));
    }

    #[test]
    fn every_kind_of_line_end_is_one_line_feed() {
        assert_eq!(printed("a\r\nb\rc\nd\r\n\r\ne").0, "a\nb\nc\nd\n\ne");
    }
}
