//! Slips against the rules of TOML, in the words of whoever edits the definition.

/// What was written against the rules of TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    KeyTwice,
    NoValue,
    NoEquals,
    Date,
    Quotes,
    Backslash,
    AfterValue,
    FlagCase,
    LeadingZero,
    Bracket,
    Other,
}

impl Slip {
    /// Sorts a message of the parser; the first match tells most. `written` is the text
    /// that it points at.
    pub(super) fn of(message: &str, written: &str) -> Self {
        let signs = [
            ("duplicate key", Slip::KeyTwice),
            ("cannot extend", Slip::KeyTwice),
            ("missing value", Slip::NoValue),
            ("key with no value", Slip::NoEquals),
            ("missing assignment", Slip::NoEquals),
            ("invalid date", Slip::Date),
            ("invalid time", Slip::Date),
            ("must be quoted", Slip::Quotes),
            ("basic string", Slip::Quotes),
            ("literal string", Slip::Quotes),
            ("escaped", Slip::Backslash),
            ("unicode", Slip::Backslash),
            ("unexpected key or value", Slip::AfterValue),
            ("unexpected content", Slip::AfterValue),
            ("invalid boolean", Slip::FlagCase),
            ("leading zero", Slip::LeadingZero),
            ("unclosed", Slip::Bracket),
            ("comma", Slip::Bracket),
            ("array", Slip::Bracket),
            ("inline table", Slip::Bracket),
            ("between key-value pairs", Slip::Bracket),
        ];
        let found = signs.into_iter().find(|(sign, _)| message.contains(sign));
        match found {
            // Where nothing is written there is nothing to quote. An open quotation mark
            // is pointed at with nothing as well, yet its message is another one.
            Some(("must be quoted", _)) if written.trim().is_empty() => Slip::NoValue,
            Some((_, slip)) => slip,
            None => Slip::Other,
        }
    }

    /// Whether only its own line is lost, so that the rest can still be judged.
    pub(super) fn is_local(self) -> bool {
        !matches!(self, Slip::Bracket | Slip::Other)
    }

    pub(super) fn message(self) -> &'static str {
        match self {
            Slip::KeyTwice => "kunci ini ditulis dua kali dalam bagian yang sama",
            Slip::NoValue => "sesudah tanda = belum ada isinya",
            Slip::NoEquals => "tidak ada tanda = sesudah nama kunci",
            Slip::Date => "tanggal atau jam ini tidak dapat dibaca",
            Slip::Quotes => "teks ini belum diapit tanda petik",
            Slip::Backslash => "garis miring terbalik (\\) tidak dapat dipakai begitu saja",
            Slip::AfterValue => "ada tulisan lain sesudah akhir isi",
            Slip::FlagCase => "true dan false ditulis dengan huruf kecil",
            Slip::LeadingZero => "angka ini diawali nol",
            Slip::Bracket => "kurung di sini belum ditutup, atau kurang koma",
            Slip::Other => "tulisan di sini tidak menurut aturan berkas TOML",
        }
    }

    pub(super) fn advice(self) -> &'static str {
        match self {
            Slip::KeyTwice => {
                "hapus salah satu; langkah berikutnya dimulai dengan kepala baru: [[langkah]]"
            }
            Slip::NoValue => "tulis isinya, atau \"\" bila memang kosong",
            Slip::NoEquals => "tulis, misalnya, waktu = \"15 menit\"; catatan diawali tanda #",
            Slip::Date => "tulis, misalnya, tanggal_revisi = \"3 Juni 2024\"",
            Slip::Quotes => "apit teks dengan tanda petik lurus, misalnya waktu = \"15 menit\"",
            Slip::Backslash => "pakai garis miring biasa (/)",
            Slip::AfterValue => {
                "tulis satu kunci pada satu baris; catatan diawali tanda #, \
                 tanda petik di dalam teks ditulis \\\""
            }
            Slip::FlagCase => "tulis true atau false",
            Slip::LeadingZero => "tulis angkanya tanpa nol di depan, misalnya no = 3",
            Slip::Bracket => {
                "kepala ditulis [[langkah]], daftar [\"…\", \"…\"], keputusan { bila_tidak = 1 }"
            }
            Slip::Other => "periksa tanda petik, tanda sama dengan, koma, dan kurung di baris ini",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Slip;

    #[test]
    fn the_slips_of_an_editing_hand_are_told_apart() {
        let slips = [
            ("a = 1\na = 2", Slip::KeyTwice),
            ("a =", Slip::NoValue),
            ("a b", Slip::NoEquals),
            ("a = 2024-02-30", Slip::Date),
            ("waktu = 15 Menit", Slip::Quotes),
            ("a = Disposisi", Slip::Quotes),
            ("a = \"Disposisi", Slip::Quotes),
            ("a = \"D:\\kop\"", Slip::Backslash),
            ("a = \"B\"udi", Slip::AfterValue),
            ("a = True", Slip::FlagCase),
            ("a = 03", Slip::LeadingZero),
            ("[[langkah]", Slip::Bracket),
            ("a = [\"b\" \"c\"]", Slip::Bracket),
            ("a = { b = 1", Slip::Bracket),
        ];
        for (text, slip) in slips {
            let (_, errors) = toml::de::DeTable::parse_recoverable(text);
            let told: Vec<_> = errors
                .iter()
                .map(|error| {
                    let written = error.span().and_then(|span| text.get(span));
                    Slip::of(error.message(), written.unwrap_or_default())
                })
                .collect();
            assert!(told.contains(&slip), "{text}: {told:?} {errors:?}");
        }
    }
}
