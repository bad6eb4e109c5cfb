//! Attachments (*bukti dukung*): which scan belongs to which request, by its name.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

/// What an attachment shows, by the words in its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttachmentKind {
    /// The signed minutes (*berita acara serah terima*, step 6).
    BeritaAcara,
    Surat,
    DaftarHadir,
    Foto,
    Lain,
}

impl AttachmentKind {
    /// The kind that the words of a name tell; `berita acara` and `bast` go first,
    /// since the minutes are also a letter.
    pub fn from_words(rest: &str) -> Self {
        let words: Vec<String> = rest
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let has = |word: &str| words.iter().any(|known| known == word);
        let has_pair = |first: &str, second: &str| {
            words.windows(2).any(|pair| matches!(pair, [a, b] if a == first && b == second))
        };
        if has("bast") || has_pair("berita", "acara") {
            AttachmentKind::BeritaAcara
        } else if has("surat") {
            AttachmentKind::Surat
        } else if has_pair("daftar", "hadir") {
            AttachmentKind::DaftarHadir
        } else if has("foto") {
            AttachmentKind::Foto
        } else {
            AttachmentKind::Lain
        }
    }
}

/// A file below `bukti-dukung/` that belongs to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name relative to `bukti-dukung/`, with `/`.
    pub name: Arc<str>,
    pub kind: AttachmentKind,
}

/// The name of a request's folder (contract, section 8): characters that a file
/// system refuses become `-`, and a name that had to change gets `~` and the first
/// six hex digits of the number's SHA-256, so that two numbers never share a folder.
pub fn folder_name(number: &str) -> String {
    let mut name: String = number
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            c if c.is_control() => '-',
            c => c,
        })
        .collect();
    while name.ends_with(['.', ' ']) {
        name.pop();
        name.push('-');
    }
    if is_reserved_on_windows(&name) {
        name.push('-');
    }
    if name == number {
        return name;
    }
    let digest = Sha256::digest(number.as_bytes());
    let hex: String = digest.iter().take(3).map(|byte| format!("{byte:02x}")).collect();
    format!("{name}~{hex}")
}

fn is_reserved_on_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_uppercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix)
            .is_some_and(|n| n.len() == 1 && n != "0" && n.parse::<u8>().is_ok())
    };
    matches!(stem.as_str(), "" | "." | ".." | "CON" | "PRN" | "AUX" | "NUL")
        || numbered("COM")
        || numbered("LPT")
}

/// Gives each file to the request whose folder name its path begins with, followed
/// by its end, a blank, `_`, `-`, `.` or (for a folder) `/`; the longest match wins.
/// Files that fit no request are left out of the result.
pub fn attachments_by_case<'a>(
    numbers: impl Iterator<Item = &'a Arc<str>>,
    files: &[Arc<str>],
) -> BTreeMap<Arc<str>, Vec<Attachment>> {
    let folders: BTreeMap<String, &Arc<str>> =
        numbers.map(|number| (folder_name(number).to_lowercase(), number)).collect();
    let mut found: BTreeMap<Arc<str>, Vec<Attachment>> = BTreeMap::new();
    for file in files {
        let lower = file.to_lowercase();
        let top_length = lower.find('/').unwrap_or(lower.len());
        let ends = lower
            .char_indices()
            .filter(|(_, c)| matches!(c, ' ' | '_' | '-' | '.' | '/'))
            .map(|(at, _)| at)
            .chain([lower.len()])
            .filter(|at| *at <= top_length);
        let longest = ends
            .filter_map(|end| {
                let number = folders.get(lower.get(..end)?)?;
                Some((end, *number))
            })
            .max_by_key(|(end, _)| *end);
        if let Some((end, number)) = longest {
            let kind = AttachmentKind::from_words(lower.get(end..).unwrap_or(""));
            found
                .entry(Arc::clone(number))
                .or_default()
                .push(Attachment { name: Arc::clone(file), kind });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_a_file_system_takes_is_its_own_folder_name() {
        assert_eq!(folder_name("P-2024-017"), "P-2024-017");
        assert_eq!(folder_name("001 (2025)"), "001 (2025)");
    }

    #[test]
    fn a_number_that_had_to_change_is_told_apart_by_its_digest() {
        let slash = folder_name("017/PHA/VI/2024");
        assert!(slash.starts_with("017-PHA-VI-2024~"), "{slash}");
        assert_eq!(slash.len(), "017-PHA-VI-2024~".len() + 6);
        assert_ne!(slash, folder_name("017:PHA:VI:2024"));
        assert!(folder_name("NUL").starts_with("NUL-~"));
        assert!(folder_name("P-1.").starts_with("P-1-~"));
    }

    #[test]
    fn the_longest_folder_name_gets_the_file_and_words_tell_its_kind() {
        let numbers: Vec<Arc<str>> = vec!["P-1".into(), "P-1-2".into(), "P-12".into()];
        let files: Vec<Arc<str>> = [
            "P-1-2 berita acara.pdf",
            "p-1_BAST_scan.pdf",
            "P-12/surat tugas.pdf",
            "P-123 foto.jpg",
            "P-1.pdf",
        ]
        .map(Arc::from)
        .to_vec();
        let found = attachments_by_case(numbers.iter(), &files);
        let seen: Vec<_> = found
            .iter()
            .flat_map(|(number, files)| files.iter().map(move |f| (&**number, &*f.name, f.kind)))
            .collect();
        assert_eq!(
            seen,
            [
                ("P-1", "p-1_BAST_scan.pdf", AttachmentKind::BeritaAcara),
                ("P-1", "P-1.pdf", AttachmentKind::Lain),
                ("P-1-2", "P-1-2 berita acara.pdf", AttachmentKind::BeritaAcara),
                ("P-12", "P-12/surat tugas.pdf", AttachmentKind::Surat),
            ]
        );
    }
}
