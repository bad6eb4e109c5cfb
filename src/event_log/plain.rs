//! Text from a workbook as every reader of a log can take it.

use std::borrow::Cow;

/// The text with a mark in place of each character that XML 1.0 cannot hold at all; no
/// other face holds one either, so that all three say the same.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_unfit) {
        Cow::Owned(text.chars().map(|c| if is_unfit(c) { '\u{fffd}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn is_unfit(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' => false,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => true,
        _ => false,
    }
}
