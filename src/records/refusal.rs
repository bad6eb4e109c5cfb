//! Does *hasil_verifikasi* refuse an access? Only a clear no counts: an empty cell, a
//! "Y/T" still to be crossed out or a lone "x" refuses nothing.

const NO: [&str; 14] = [
    "t",
    "n",
    "no",
    "ts",
    "tl",
    "tidak",
    "tdk",
    "tak",
    "bukan",
    "belum",
    "blm",
    "kurang",
    "dikembalikan",
    "0",
];
const REFUSED: [&str; 4] = ["ditolak", "tolak", "menolak", "penolakan"];
/// What cannot be wanting: "tidak ada kendala" is no refusal.
const NOTHING_WRONG: [&str; 6] =
    ["kendala", "masalah", "kekurangan", "catatan", "keberatan", "hambatan"];

/// Whether *hasil_verifikasi* clearly says Tidak or Ditolak.
pub fn says_no(written: &str) -> bool {
    if ["✗", "✘", "✕", "☒", "❌"].contains(&written.trim()) {
        return true;
    }
    let folded = written.to_lowercase();
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let begins_with_no = words.first().is_some_and(|first| NO.contains(first));
    if has(&REFUSED) {
        return !words.iter().any(|word| NO.contains(word));
    }
    // "T/Y" is a choice still to be made.
    let open = has(&["y", "ya"]);
    begins_with_no && !open && !has(&NOTHING_WRONG)
}

#[cfg(test)]
mod tests {
    use super::says_no;

    #[test]
    fn only_a_clear_no_leaves_an_access_out() {
        for no in [
            "T",
            "Tidak",
            "tidak sesuai",
            "TDK",
            "Ditolak",
            "Permohonan ditolak",
            "Tolak.",
            "0",
            "Belum lengkap",
            "Dikembalikan",
            "✗",
            "T.",
        ] {
            assert!(says_no(no), "{no}");
        }
        for open in [
            "",
            "Y",
            "Ya",
            "Sesuai",
            "Disetujui",
            "Y/T",
            "T/Y",
            "x",
            "-",
            "?",
            "✓",
            "Tidak ada kendala",
            "tidak ditolak",
            "Ya, tidak ada catatan",
            "1",
            "Sesuai (0 catatan)",
        ] {
            assert!(!says_no(open), "{open}");
        }
    }
}
