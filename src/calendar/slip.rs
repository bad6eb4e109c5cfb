//! Slips against the rules of TOML, told in the words of whoever edits the file.
//!
//! The parser speaks English; what it says is sorted into the few slips that staff
//! make. Anything else is told in general, still at its line and column.

/// What was written against the rules of TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    KeyTwice,
    NoSuchDate,
    DateForm,
    TimeForm,
    Quotes,
    Bracket,
    Comma,
    NoValue,
    Other,
}

impl Slip {
    /// Sorts a message of the parser; the first match tells most.
    pub(super) fn of(message: &str) -> Self {
        let signs = [
            ("duplicate key", Slip::KeyTwice),
            ("invalid date, expected day between", Slip::NoSuchDate),
            ("invalid date, expected month between", Slip::NoSuchDate),
            ("invalid date", Slip::DateForm),
            ("invalid time", Slip::TimeForm),
            ("leading zero", Slip::TimeForm),
            ("must be quoted", Slip::Quotes),
            ("invalid basic string", Slip::Quotes),
            ("unclosed", Slip::Bracket),
            ("missing comma", Slip::Comma),
            ("key with no value", Slip::NoValue),
        ];
        let found = signs.into_iter().find(|(sign, _)| message.contains(sign));
        found.map_or(Slip::Other, |(_, slip)| slip)
    }

    pub(super) fn message(self) -> &'static str {
        match self {
            Slip::KeyTwice => "kunci ini ditulis dua kali dalam bagian yang sama",
            Slip::NoSuchDate => "tanggal ini tidak ada",
            Slip::DateForm => "tanggal ini tidak ditulis dengan urutan tahun-bulan-tanggal",
            Slip::TimeForm => "jam atau angka ini tidak dapat dibaca",
            Slip::Quotes => "teks ini belum diapit tanda petik",
            Slip::Bracket => "kurung siku di sini belum ditutup",
            Slip::Comma => "antara dua isi daftar ini belum ada koma",
            Slip::NoValue => "baris ini belum berisi tanda sama dengan dan isinya",
            Slip::Other => "tulisan di sini tidak menurut aturan berkas TOML",
        }
    }

    pub(super) fn advice(self) -> &'static str {
        match self {
            Slip::KeyTwice => {
                "hapus salah satu; entri berikutnya dimulai dengan kepala baru, misalnya [[libur]]"
            }
            Slip::NoSuchDate => "periksa tanggalnya dalam kalender, lalu tulis tahun-bulan-hari",
            Slip::DateForm => {
                "tulis empat angka tahun, dua angka bulan, dua angka tanggal, misalnya \
                 tanggal = 2028-03-26"
            }
            Slip::TimeForm => "jam ditulis dalam tanda petik, misalnya mulai = \"07.30\"",
            Slip::Quotes => "tulis, misalnya, nama = \"Hari Jadi Kota\"",
            Slip::Bracket => {
                "kepala bagian ditulis [[libur]], daftar ditulis [\"Senin\", \"Selasa\"]"
            }
            Slip::Comma => "tulis, misalnya, hari = [\"Senin\", \"Selasa\"]",
            Slip::NoValue => {
                "tulis, misalnya, tanggal = 2028-03-26; keterangan bebas diawali tanda #"
            }
            Slip::Other => {
                "periksa tanda petik, tanda sama dengan, koma, dan kurung siku di baris ini"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Slip;

    #[test]
    fn the_slips_that_staff_make_are_told_apart() {
        let slips = [
            ("a = 1\na = 2", Slip::KeyTwice),
            ("a = 2026-02-30", Slip::NoSuchDate),
            ("a = 2026-13-01", Slip::NoSuchDate),
            ("a = 17-08-2026", Slip::DateForm),
            ("a = 2026-8-1", Slip::DateForm),
            ("a = 07:61:00", Slip::TimeForm),
            ("a = 07.30", Slip::TimeForm),
            ("a = Proklamasi", Slip::Quotes),
            ("a = \"Proklamasi", Slip::Quotes),
            ("[[libur]\na = 1", Slip::Bracket),
            ("a = [\"x\" \"y\"]", Slip::Comma),
            ("tanggal 2026", Slip::NoValue),
            ("a = }", Slip::Other),
        ];
        for (text, slip) in slips {
            let (_, errors) = toml::de::DeTable::parse_recoverable(text);
            assert_eq!(errors.first().map(|error| Slip::of(error.message())), Some(slip), "{text}");
        }
    }
}
