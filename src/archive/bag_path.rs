//! Paths inside a bag: which are safe to read, which travel to every computer.
//!
//! The two questions differ. A manifest of another maker may hold a name that
//! Windows cannot bear, and is still right; one with `..` in it is an attack or a
//! mistake (RFC 8493, section 5). What this program writes must survive a stick, a
//! Mac and a file server (section 6.1).

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

/// Why a path cannot stand in a bag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathFault {
    /// Nothing, or nothing between two slashes.
    Empty,
    /// Begins at the root of the disk, in a home folder (`~`) or with a drive letter.
    Absolute,
    /// Holds `.` or `..` as a part.
    Dots,
    Backslash,
    /// Holds the character NUL.
    Nul,
    /// Holds a colon, which Windows takes for a drive or a hidden stream.
    Colon,
    /// A part is a name that Windows keeps for a device (`CON`, `NUL`, `COM1`).
    Device,
    /// A part ends in a dot or a blank, which Windows drops.
    TrailingDotOrBlank,
}

/// What makes a path unsafe to follow on some computer.
pub(super) fn unsafety(path: &str) -> Option<PathFault> {
    let drive = matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    if path.starts_with(['/', '~']) || drive {
        Some(PathFault::Absolute)
    } else if path.contains('\0') {
        Some(PathFault::Nul)
    } else if path.contains('\\') {
        Some(PathFault::Backslash)
    } else if path.split('/').any(str::is_empty) {
        Some(PathFault::Empty)
    } else if path.split('/').any(|part| matches!(part, "." | "..")) {
        Some(PathFault::Dots)
    } else {
        None
    }
}

/// What keeps a path from being written so that every computer can read it.
pub(super) fn unportability(path: &str) -> Option<PathFault> {
    if let Some(fault) = unsafety(path) {
        return Some(fault);
    }
    path.split('/').find_map(|part| {
        if part.contains(':') {
            Some(PathFault::Colon)
        } else if part.ends_with(['.', ' ']) {
            Some(PathFault::TrailingDotOrBlank)
        } else if is_device(part) {
            Some(PathFault::Device)
        } else {
            None
        }
    })
}

/// `NUL.txt` is the device as much as `nul` is, and so is `COM¹`.
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    if matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") {
        return true;
    }
    let number = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    number.is_some_and(|rest| {
        let mut rest = rest.chars();
        let digit = rest.next().is_some_and(|c| c.is_ascii_digit() || "¹²³".contains(c));
        digit && rest.next().is_none()
    })
}

/// The composed form, in which names of a Mac and of other computers are equal.
pub(super) fn composed(path: &str) -> String {
    path.nfc().collect()
}

/// A form that is equal for two names which some file system cannot tell apart.
///
/// Upper case first, so that letters with one capital in common fall together.
pub(super) fn folded(path: &str) -> String {
    path.nfd().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect()
}

/// The first two of these files or of their folders that one disk would keep as one.
pub(super) fn alike<'a>(paths: impl Iterator<Item = &'a str>) -> Option<(String, String)> {
    // Folded name → name as written, and whether it is a file.
    let mut known: BTreeMap<String, (&str, bool)> = BTreeMap::new();
    for path in paths {
        let folders = path.match_indices('/').filter_map(|(at, _)| path.get(..at));
        for (name, is_file) in folders.map(|name| (name, false)).chain([(path, true)]) {
            match known.get(&folded(name)) {
                Some((other, false)) if *other == name && !is_file => {}
                Some((other, _)) => return Some(((*other).to_owned(), name.to_owned())),
                None => {
                    known.insert(folded(name), (name, is_file));
                }
            }
        }
    }
    None
}

/// Writes a path as manifests have it (RFC 8493, section 2.1.3).
pub(super) fn encoded(path: &str) -> String {
    path.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D")
}

/// Reads a path of a manifest; only these three sequences mean something.
pub(super) fn decoded(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        let sequence = after.get(..2).map(str::to_ascii_uppercase);
        let meant = match sequence.as_deref() {
            Some("0A") => Some('\n'),
            Some("0D") => Some('\r'),
            Some("25") => Some('%'),
            _ => None,
        };
        text.push(meant.unwrap_or('%'));
        rest = if meant.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_back_as_it_was_written_and_a_lone_percent_sign_is_itself() {
        for path in ["100%.pdf", "a%25b", "garis\nbaru\r.txt", "%", "é%0a"] {
            assert_eq!(decoded(&encoded(path)), path);
        }
        assert_eq!(decoded("100%.pdf %0a%0D%2"), "100%.pdf \n\r%2");
    }

    #[test]
    fn names_that_one_disk_would_keep_as_one_are_alike() {
        let found = |paths: &[&str]| alike(paths.iter().copied()).is_some();
        assert!(found(&["a/Surat.pdf", "a/surat.pdf"]));
        assert!(found(&["Andre\u{301}.pdf", "andr\u{e9}.pdf"]));
        assert!(found(&["STRASSE", "straße"]));
        assert!(found(&["A/satu", "a/dua"]));
        assert!(found(&["a", "a/b"]));
        assert!(found(&["a/b", "a"]));
        assert!(found(&["a", "a"]));
        assert!(!found(&["a/b", "a/c", "ab"]));
    }

    #[test]
    fn devices_of_windows_are_known_in_any_case_and_with_any_ending() {
        for name in ["CON", "nul.txt", "Aux.tar.gz", "com1", "LPT9.log", "COM¹", "prn .x"] {
            assert_eq!(unportability(name), Some(PathFault::Device), "{name}");
        }
        for name in ["CONTOH", "COM", "COM10", "null.txt", "kon"] {
            assert_eq!(unportability(name), None, "{name}");
        }
    }
}
