//! Names under which files stand in a package.
//!
//! A scan is named by whoever scanned it, on whatever computer. In a package its name
//! must survive Windows, a Mac and a tool that takes `%20` for a blank; where it would
//! not, it stands under another, and the record of the package tells both.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::bag_path;

/// The names that one package has given so far.
#[derive(Debug, Default)]
pub(super) struct PayloadNames {
    /// The form in which no disk can tell two names apart → the name as given, and
    /// whether it is a file.
    given: BTreeMap<String, (String, bool)>,
}

impl PayloadNames {
    /// The path for a file, in a folder of the package: its own where that can be.
    pub fn give(&mut self, folder: &str, name: &str) -> String {
        let mut path = folder.to_owned();
        let mut segments = name.split('/').filter(|part| !part.is_empty()).peekable();
        while let Some(segment) = segments.next() {
            let is_file = segments.peek().is_none();
            path = self.segment(&path, segment, is_file);
        }
        path
    }

    fn segment(&mut self, folder: &str, written: &str, is_file: bool) -> String {
        let portable = portable(written);
        let mut path = format!("{folder}/{portable}");
        for again in 0_u32.. {
            let folded = bag_path::folded(&path);
            match self.given.get(&folded) {
                // Two spellings of one folder become one.
                Some((known, false)) if !is_file => return known.clone(),
                Some(_) => {
                    let other = marked(&portable, &format!("{folder}/{written}/{again}"));
                    path = format!("{folder}/{other}");
                }
                None => {
                    self.given.insert(folded, (path.clone(), is_file));
                    break;
                }
            }
        }
        path
    }
}

/// A name that every computer can bear; itself where it is one.
fn portable(written: &str) -> String {
    let refused = |c: char| c.is_control() || r#"%\:*?"<>|"#.contains(c);
    let mut name: String = written.chars().map(|c| if refused(c) { '-' } else { c }).collect();
    while name.ends_with(['.', ' ']) {
        name.pop();
        name.push('-');
    }
    if bag_path::unportability(&format!("x/{name}")).is_some() {
        name.insert(0, '-');
    }
    if name == written { name } else { marked(&name, written) }
}

/// The name with six digits of a digest before its ending, so that two names which
/// had to change do not meet.
fn marked(name: &str, of: &str) -> String {
    let digest = Sha256::digest(of.as_bytes());
    let hex: String = digest.iter().take(3).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => format!("{stem}~{hex}.{ending}"),
        _ => format!("{name}~{hex}"),
    }
}

#[cfg(test)]
mod tests {
    use super::PayloadNames;

    #[test]
    fn a_name_that_travels_is_kept_and_one_that_does_not_keeps_its_ending() {
        let mut names = PayloadNames::default();
        let mut give = |name| names.give("bukti-dukung", name);
        assert_eq!(give("P-1/foto (é).jpg"), "bukti-dukung/P-1/foto (é).jpg");
        for odd in ["P-1 50%25.pdf", "P-1: surat.pdf", "P-1/NUL.pdf", "P-1/akhir.", "a\nb.pdf"] {
            let given = give(odd);
            assert_ne!(given, format!("bukti-dukung/{odd}"));
            assert!(!given.contains(['%', ':', '\n']) && !given.ends_with('.'), "{given}");
            assert_eq!(given.ends_with(".pdf"), odd.ends_with(".pdf"), "{given}");
        }
    }

    #[test]
    fn two_files_that_one_disk_would_keep_as_one_stand_side_by_side() {
        let mut names = PayloadNames::default();
        let given = ["P-1/Surat.pdf", "p-1/surat.pdf", "P-1/SURAT.pdf"]
            .map(|name| names.give("bukti-dukung", name));
        assert_eq!(given[0], "bukti-dukung/P-1/Surat.pdf");
        assert!(given[1].starts_with("bukti-dukung/P-1/surat~"), "{given:?}");
        assert!(given[2].starts_with("bukti-dukung/P-1/SURAT~"), "{given:?}");
        assert_ne!(given[1].to_lowercase(), given[2].to_lowercase());
    }
}
