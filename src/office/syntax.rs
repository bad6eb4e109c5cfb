//! What can be wrong with the writing itself, before any key has a meaning.
//!
//! The TOML reader recovers and goes on, so several slips are told at once. Its
//! English descriptions are turned into the few cases that a clerk meets.

/// A slip in the writing of a TOML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slip {
    /// A date or time with all its digits that does not exist.
    ImpossibleDate {
        written: String,
    },
    /// A date or time that is not written as TOML writes it.
    UnreadableDate {
        written: String,
    },
    /// A text without quotation marks.
    Unquoted {
        written: String,
    },
    /// A key without anything behind its `=`.
    NoValue,
    /// A key without `=`.
    NoEquals,
    /// A quotation mark that is not closed.
    OpenQuote,
    /// More after the end of a value.
    AfterValue,
    /// A backslash in quoted text.
    Backslash,
    Duplicate {
        key: String,
    },
    LeadingZero,
    /// `True` or `FALSE`.
    FlagCase {
        written: String,
    },
    /// A list without its `]` or a comma.
    OpenList,
    /// A heading without its `]`.
    OpenHeading,
    /// A table in braces without its `}` or a comma.
    OpenBraces,
    /// A key with signs that a key may not have.
    BadKey,
    Other,
}

impl Slip {
    /// Sorts what the TOML reader says; `written` is the text that it points at.
    pub(super) fn classify(message: &str, written: &str) -> Slip {
        let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
        let text = written.trim().to_owned();
        if says(&["quoted"]) && text.is_empty() || says(&["missing value"]) {
            Slip::NoValue
        } else if says(&["invalid date", "invalid time", "invalid offset", "date-time", "datetime"])
        {
            if text.get(..10).is_some_and(is_full_date) {
                Slip::ImpossibleDate { written: text }
            } else {
                Slip::UnreadableDate { written: text }
            }
        } else if says(&["must be quoted"]) && is_like_a_date(&text) {
            Slip::UnreadableDate { written: text }
        } else if says(&["must be quoted", "invalid value"]) {
            Slip::Unquoted { written: text }
        } else if says(&["key with no value", "missing assignment"]) {
            Slip::NoEquals
        } else if says(&["basic string", "literal string"]) {
            Slip::OpenQuote
        } else if says(&["unexpected key or value", "unexpected content"]) {
            Slip::AfterValue
        } else if says(&["escaped", "unicode"]) {
            Slip::Backslash
        } else if says(&["duplicate key", "cannot extend"]) {
            Slip::Duplicate { key: text }
        } else if says(&["leading zero"]) {
            Slip::LeadingZero
        } else if says(&["invalid boolean"]) {
            Slip::FlagCase { written: text }
        } else if says(&["inline table", "between key-value pairs"]) {
            Slip::OpenBraces
        } else if says(&["array table", "unclosed table", "table open"]) {
            Slip::OpenHeading
        } else if says(&["array"]) {
            Slip::OpenList
        } else if says(&["key"]) {
            Slip::BadKey
        } else {
            Slip::Other
        }
    }

    /// Whether only its own line is lost, so that the rest can still be judged. After
    /// an open list or heading the rest is not what its writer meant.
    pub(super) fn is_local(&self) -> bool {
        !matches!(self, Slip::OpenList | Slip::OpenHeading | Slip::OpenBraces | Slip::Other)
    }

    pub(super) fn message(&self) -> String {
        match self {
            Slip::ImpossibleDate { written } => {
                format!("tanggal atau jam ini tidak ada: {written}")
            }
            Slip::UnreadableDate { written } => {
                format!("tanggal atau jam ini tidak dapat dibaca: {written}")
            }
            Slip::Unquoted { written } => format!("teks tidak diapit tanda petik: {written}"),
            Slip::NoValue => "sesudah tanda = belum ada isinya".to_owned(),
            Slip::NoEquals => "tidak ada tanda = sesudah nama kunci".to_owned(),
            Slip::OpenQuote => "tanda petik yang dibuka tidak ditutup".to_owned(),
            Slip::AfterValue => "ada tulisan lain sesudah akhir isi".to_owned(),
            Slip::Backslash => {
                "garis miring terbalik (\\) tidak dapat dipakai begitu saja".to_owned()
            }
            Slip::Duplicate { key } => format!("`{key}` tertulis dua kali"),
            Slip::LeadingZero => "angka diawali nol".to_owned(),
            Slip::FlagCase { written } => {
                format!("{written} seharusnya ditulis dengan huruf kecil")
            }
            Slip::OpenList => "daftar belum ditutup dengan ] atau kurang koma".to_owned(),
            Slip::OpenHeading => "judul bagian belum ditutup dengan ]".to_owned(),
            Slip::OpenBraces => "isi di antara { dan } belum ditutup atau kurang koma".to_owned(),
            Slip::BadKey => "nama kunci memuat tanda yang tidak dapat dipakai".to_owned(),
            Slip::Other => "susunan baris ini tidak dapat dibaca".to_owned(),
        }
    }

    pub(super) fn advice(&self) -> String {
        match self {
            Slip::ImpossibleDate { .. } => {
                "periksa tanggalnya dalam kalender, lalu tulis tahun-bulan-hari, misalnya 2024-06-03"
            }
            Slip::UnreadableDate { .. } => {
                "tulis tahun-bulan-hari dengan dua angka untuk bulan dan hari, misalnya 2024-06-03"
            }
            Slip::Unquoted { .. } => "apit teks dengan tanda petik lurus: \"…\"",
            Slip::NoValue => "tulis isinya, atau hapus baris ini",
            Slip::NoEquals => "tulis seperti ini: nama = \"…\"",
            Slip::OpenQuote => "tutup teks dengan tanda petik yang sama pada baris yang sama",
            Slip::AfterValue => {
                "tulis satu kunci pada satu baris; tanda petik di dalam teks ditulis \\\", \
                 catatan diawali tanda #"
            }
            Slip::Backslash => "pakai garis miring biasa (/), atau apit teks dengan petik tunggal: '…'",
            Slip::Duplicate { .. } => {
                "hapus salah satunya; bagian yang boleh berulang ditulis dengan dua kurung siku, misalnya [[pejabat]]"
            }
            Slip::LeadingZero => "apit dengan tanda petik bila nol di depan harus tetap ada: \"…\"",
            Slip::FlagCase { .. } => "tulis true atau false",
            Slip::OpenList => "tulis daftar seperti ini: [\"…\", \"…\"]",
            Slip::OpenHeading => "tulis nama bagian di antara kurung siku: [bagian] atau [[bagian]]",
            Slip::OpenBraces => "tulis seperti ini: { berita-acara = \"…\", pengembalian = \"…\" }",
            Slip::BadKey => "nama kunci hanya memuat huruf, angka, garis bawah, dan tanda hubung",
            Slip::Other => "tulis satu kunci pada satu baris: nama = \"…\"; catatan diawali tanda #",
        }
        .to_owned()
    }
}

/// Four digits, two and two, with hyphens between them.
pub(super) fn is_full_date(text: &str) -> bool {
    let digits = text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
    digits && text.split('-').map(str::len).eq([4, 2, 2])
}

/// "24/7/2023", "24-07-23": three numbers with a sign between them.
fn is_like_a_date(text: &str) -> bool {
    let parts: Vec<_> = text.split(['/', '-', '.']).collect();
    let number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(number)
}

#[cfg(test)]
mod tests {
    use super::Slip;
    use toml::de::DeTable;

    #[test]
    fn what_the_reader_of_toml_says_is_sorted_into_what_a_clerk_meets() {
        let written = |text: &str| text.to_owned();
        for (text, slip) in [
            ("a = 2024-02-30", Slip::ImpossibleDate { written: written("2024-02-30") }),
            ("a = 2024-13-01", Slip::ImpossibleDate { written: written("2024-13-01") }),
            ("a = 2024-7-1", Slip::UnreadableDate { written: written("2024-7-1") }),
            ("a = 24/7/2023", Slip::UnreadableDate { written: written("24/7/2023") }),
            ("a = Budi Santoso", Slip::Unquoted { written: written("Budi Santoso") }),
            ("a = “Budi”", Slip::Unquoted { written: written("“Budi”") }),
            ("a =", Slip::NoValue),
            ("a b", Slip::NoEquals),
            ("a = \"b", Slip::OpenQuote),
            ("a = 'b", Slip::OpenQuote),
            ("a = \"B\"udi", Slip::AfterValue),
            ("a = \"D:\\kop\"", Slip::Backslash),
            ("a = 1\na = 2", Slip::Duplicate { key: written("a") }),
            ("a = 007", Slip::LeadingZero),
            ("a = True", Slip::FlagCase { written: written("True") }),
            ("a = [\"b\"", Slip::OpenList),
            ("a = [\"b\" \"c\"]", Slip::OpenList),
            ("[a", Slip::OpenHeading),
            ("[[a]", Slip::OpenHeading),
            ("a = { b = 1", Slip::OpenBraces),
            ("a: 1", Slip::BadKey),
        ] {
            let (_, errors) = DeTable::parse_recoverable(text);
            let slips: Vec<_> = errors
                .iter()
                .map(|error| {
                    let span = error.span().and_then(|span| text.get(span));
                    Slip::classify(error.message(), span.unwrap_or_default())
                })
                .collect();
            assert!(slips.contains(&slip), "{text}: {slips:?}");
        }
    }
}
