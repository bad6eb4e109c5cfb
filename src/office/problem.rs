//! Everything that can be wrong in tertib.toml, as facts, and its Indonesian words.

use chrono::NaiveDate;

use super::number::PatternFault;
use super::sentence::SentenceFault;
use super::syntax::Slip;
use crate::diagnostic::Diagnostic;

/// What was expected of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    Text,
    Texts,
    Date,
    Moment,
    Flag,
    Years,
    Table,
    Tables,
    TableOrTables,
    TextOrPerKind,
}

/// What stands there instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Text,
    Number,
    Flag,
    Date,
    List,
    Table,
    /// A list of tables.
    Tables,
}

/// One thing that is wrong in tertib.toml. `table` is named as users write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    Syntax(Slip),
    UnknownKey {
        key: String,
        table: String,
        nearest: Option<String>,
        known: Vec<&'static str>,
    },
    UnknownTable {
        key: String,
        table: String,
        nearest: Option<String>,
        known: Vec<&'static str>,
    },
    Missing {
        key: &'static str,
        table: String,
    },
    WrongType {
        key: String,
        table: String,
        expected: Expected,
        found: Found,
    },
    NotOneOf {
        key: String,
        table: String,
        written: String,
        allowed: Vec<&'static str>,
        nearest: Option<&'static str>,
    },
    NoSuchDay {
        key: String,
        written: String,
    },
    NotADate {
        key: String,
        written: String,
    },
    NotAMoment {
        written: String,
    },
    OffsetInMoment,
    EndsBeforeStart {
        keys: [&'static str; 2],
        from: NaiveDate,
        until: NaiveDate,
    },
    InstitutionsOverlap {
        line: usize,
    },
    ZonesDiffer {
        line: usize,
    },
    NotANip {
        written: String,
    },
    Years {
        key: String,
        most: u32,
    },
    Pattern(PatternFault),
    /// Kinds that each count by themselves, and their first numbers as they are printed.
    SameNumber {
        kinds: Vec<&'static str>,
        numbers: Vec<String>,
    },
    Sentence(SentenceFault),
    /// Two changes of the wording that begin on the same day.
    SameDay {
        day: NaiveDate,
    },
}

impl Fault {
    pub(super) fn diagnostic(&self) -> Diagnostic {
        Diagnostic::error(self.message()).consequence(self.consequence()).advice(self.advice())
    }

    fn message(&self) -> String {
        match self {
            Fault::Syntax(slip) => slip.message(),
            Fault::UnknownKey { key, table, .. } => {
                format!("kunci `{key}` tidak dikenal{}", within(table))
            }
            Fault::UnknownTable { key, table, .. } => {
                format!("bagian `{key}` tidak dikenal{}", within(table))
            }
            Fault::Missing { key, table } => format!("`{key}`{} belum diisi", within(table)),
            Fault::WrongType { key, table, expected, found } => format!(
                "`{key}`{} seharusnya {}, tetapi yang tertulis {}",
                within(table),
                expected.name(),
                found.name()
            ),
            Fault::NotOneOf { key, table, written, .. } => {
                format!("isi `{key}`{} tidak dikenal: \"{written}\"", within(table))
            }
            Fault::NoSuchDay { key, written } => {
                format!("tanggal pada `{key}` tidak ada: {written}")
            }
            Fault::NotADate { key, written } => {
                format!("tanggal pada `{key}` tidak dapat dibaca: \"{written}\"")
            }
            Fault::NotAMoment { written } => {
                format!("saat pada `per` tidak dapat dibaca: \"{written}\"")
            }
            Fault::OffsetInMoment => {
                "saat pada `per` ditulis dengan selisih waktu dari UTC".to_owned()
            }
            Fault::EndsBeforeStart { keys: [first, last], from, until } => {
                format!("{last} ({until}) lebih awal daripada {first} ({from})")
            }
            Fault::InstitutionsOverlap { line } => {
                format!(
                    "masa berlaku [[instansi]] ini bertumpang tindih dengan yang di baris {line}"
                )
            }
            Fault::ZonesDiffer { line } => {
                format!("zona berbeda dari zona pada [[instansi]] di baris {line}")
            }
            Fault::NotANip { written } => format!("NIP tidak dapat dibaca: \"{written}\""),
            Fault::Years { key, most } => {
                format!("`{key}` seharusnya bilangan bulat dari 0 sampai {most}")
            }
            Fault::Pattern(fault) => fault.to_string(),
            Fault::SameNumber { kinds, numbers } => format!(
                "pola nomor {} memberi nomor yang sama: \"{}\"",
                listed(kinds),
                numbers.join("\", \"")
            ),
            Fault::Sentence(fault) => fault.to_string(),
            Fault::SameDay { day } => {
                format!("dua [[perubahan]] berlaku sejak hari yang sama, {day}")
            }
        }
    }

    fn consequence(&self) -> &'static str {
        match self {
            Fault::EndsBeforeStart { .. } => {
                "tidak ada satu hari pun ketika baris ini berlaku; perintah belum dijalankan."
            }
            Fault::InstitutionsOverlap { .. } => {
                "pada hari yang sama ada dua nama instansi, sehingga kop naskah tidak dapat ditentukan; \
                 perintah belum dijalankan."
            }
            Fault::ZonesDiffer { .. } => {
                "waktu kerja dihitung dengan satu zona untuk seluruh folder; perintah belum dijalankan."
            }
            Fault::Pattern(_) => "nomor naskah tidak dapat dibentuk; perintah belum dijalankan.",
            Fault::SameNumber { .. } => {
                "setiap jenis mempunyai urutan sendiri, maka dua naskah yang berlainan akan bernomor \
                 sama (huruf besar, spasi, dan nol di depan tidak membedakan); perintah belum \
                 dijalankan."
            }
            Fault::Sentence(_) => "kalimat ini tidak dapat dipakai.",
            Fault::UnknownKey { .. } | Fault::UnknownTable { .. } => {
                "isinya tidak akan dipakai, maka perintah belum dijalankan."
            }
            _ => "berkas ini belum dapat dipakai, maka perintah belum dijalankan.",
        }
    }

    fn advice(&self) -> String {
        match self {
            Fault::Syntax(slip) => slip.advice(),
            Fault::UnknownKey { nearest: Some(near), .. } => {
                format!("mungkin maksudnya `{near}`; kalau bukan, hapus baris ini")
            }
            Fault::UnknownTable { nearest: Some(near), .. } => {
                format!("mungkin maksudnya `{near}`; kalau bukan, hapus bagian ini")
            }
            Fault::UnknownKey { known, .. } | Fault::UnknownTable { known, .. } if known.is_empty() => {
                "hapus baris ini".to_owned()
            }
            Fault::UnknownKey { known, .. } | Fault::UnknownTable { known, .. } => {
                format!("yang dikenal di sini: {}", known.join(", "))
            }
            Fault::Missing { key, .. } => format!("tulis {key} = \"…\" dengan isinya di antara tanda petik"),
            Fault::WrongType { key, expected, .. } => {
                format!("tulis seperti ini: {}", expected.example(key))
            }
            Fault::NotOneOf { allowed, nearest, .. } => {
                let quoted: Vec<_> = allowed.iter().map(|name| format!("\"{name}\"")).collect();
                let list = format!("isi dengan salah satu dari: {}", quoted.join(", "));
                nearest.map_or(list.clone(), |near| format!("mungkin maksudnya \"{near}\"; {list}"))
            }
            Fault::NoSuchDay { .. } => "periksa tanggalnya dalam kalender, lalu tulis tahun-bulan-hari".to_owned(),
            Fault::NotADate { .. } => {
                "tulis tahun-bulan-hari dengan dua angka untuk bulan dan hari, misalnya 2024-06-03".to_owned()
            }
            Fault::NotAMoment { .. } | Fault::OffsetInMoment => {
                "tulis menurut zona kantor: \"2024-06-03\" atau \"2024-06-03 16:00\"".to_owned()
            }
            Fault::EndsBeforeStart { .. } => "periksa kedua tanggal itu; mungkin tertukar".to_owned(),
            Fault::InstitutionsOverlap { .. } => {
                "isi berlaku_sampai pada nama lama dan berlaku_dari pada nama baru, sehari sesudahnya".to_owned()
            }
            Fault::ZonesDiffer { .. } => "tulis zona yang sama pada setiap [[instansi]]".to_owned(),
            Fault::NotANip { .. } => {
                "tulis angkanya di antara tanda petik, atau kosongkan bila tidak mempunyai NIP".to_owned()
            }
            Fault::Years { .. } => "tulis banyaknya tahun dengan angka, misalnya 2".to_owned(),
            Fault::Pattern(fault) => fault.advice(),
            Fault::SameNumber { .. } => {
                "tulis pola sendiri untuk setiap jenis di [penomoran.pola], dengan tanda jenisnya, \
                 misalnya BA-{urut} dan LK-{urut}; nomor yang sudah diberikan tidak berubah"
                    .to_owned()
            }
            Fault::Sentence(fault) => fault.advice(),
            Fault::SameDay { .. } => "gabungkan keduanya menjadi satu [[perubahan]]".to_owned(),
        }
    }
}

fn listed(kinds: &[&str]) -> String {
    match kinds {
        [rest @ .., last] if rest.len() > 1 => format!("{}, dan {last}", rest.join(", ")),
        few => few.join(" dan "),
    }
}

/// " dalam [instansi]"; nothing for the top of the file.
fn within(table: &str) -> String {
    if table.is_empty() { String::new() } else { format!(" dalam {table}") }
}

impl Expected {
    fn name(self) -> &'static str {
        match self {
            Expected::Text => "teks",
            Expected::Texts => "daftar teks",
            Expected::Date => "tanggal",
            Expected::Moment => "tanggal, atau tanggal dan jam",
            Expected::Flag => "true atau false",
            Expected::Years => "bilangan bulat",
            Expected::Table => "satu bagian",
            Expected::Tables => "bagian berulang",
            Expected::TableOrTables => "satu bagian atau bagian berulang",
            Expected::TextOrPerKind => "teks, atau teks per jenis naskah",
        }
    }

    fn example(self, key: &str) -> String {
        match self {
            Expected::Text => format!("{key} = \"…\""),
            Expected::Texts => format!("{key} = [\"…\", \"…\"]"),
            Expected::Date => format!("{key} = 2024-06-03"),
            Expected::Moment => format!("{key} = \"2024-06-03 16:00\""),
            Expected::Flag => format!("{key} = true"),
            Expected::Years => format!("{key} = 2 (tanpa tanda petik)"),
            Expected::Table | Expected::TableOrTables => {
                format!("[{key}] pada baris sendiri, isinya di baris-baris di bawahnya")
            }
            Expected::Tables => {
                format!("[[{key}]] dengan dua kurung siku, isinya di baris-baris di bawahnya")
            }
            Expected::TextOrPerKind => {
                format!("{key} = \"…\", atau {key} = {{ berita-acara = \"…\" }}")
            }
        }
    }
}

impl Found {
    fn name(self) -> &'static str {
        match self {
            Found::Text => "teks",
            Found::Number => "angka",
            Found::Flag => "true atau false",
            Found::Date => "tanggal atau jam",
            Found::List => "daftar",
            Found::Table => "satu bagian",
            Found::Tables => "bagian berulang",
        }
    }
}
