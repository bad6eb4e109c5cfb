//! The first letter of what begins a line or a caption of its own.

/// The text with a capital at its beginning; the rest stays as it was written.
pub(super) fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
