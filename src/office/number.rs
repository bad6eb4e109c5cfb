//! The number of a paper: which kinds there are, and the pattern of their numbers.
//!
//! Parts, order and separators differ even within one ministry, so a number is a
//! pattern and never a fixed form: `{kode_unit}-{klasifikasi}-{urut}`.

use std::fmt;

use super::nearest::nearest;

/// The kinds of paper by their file stem, and the monthly report. The room `sop` owns
/// the list of papers; it stands above this one, so the names are held here too and
/// a test in `tests/house.rs` compares the two.
pub const KINDS: [&str; 9] = [
    "disposisi",
    "verifikasi",
    "pengembalian",
    "akun",
    "dokumentasi",
    "berita-acara",
    "berita-acara-pencabutan",
    "laporan-kegiatan",
    "laporan-bulanan",
];

/// The kinds that bear a number where tertib.toml does not say (*bernomor*).
pub const NUMBERED: [&str; 5] = [
    "berita-acara",
    "berita-acara-pencabutan",
    "laporan-kegiatan",
    "pengembalian",
    "laporan-bulanan",
];

/// The widest `{urut:…}`.
const WIDEST: u8 = 9;

/// The kind of that name, as [`KINDS`] writes it.
pub fn kind(name: &str) -> Option<&'static str> {
    KINDS.into_iter().find(|known| known.eq_ignore_ascii_case(name))
}

/// One part of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Written as it stands.
    Text(String),
    /// `{urut}`, `{urut:3}`: the sequence number, filled with zeros to so many digits.
    Sequence { width: u8 },
    /// `{kode_unit}` of the institution on the date of the paper.
    UnitCode,
    /// `{klasifikasi}` of the kind of paper.
    Classification,
    /// `{bulan}`: 01 to 12.
    Month,
    /// `{bulan_romawi}`: I to XII.
    MonthRoman,
    /// `{tahun}`: four digits.
    Year,
}

/// The names that may stand in braces.
const NAMES: [&str; 6] = ["urut", "kode_unit", "klasifikasi", "bulan", "bulan_romawi", "tahun"];

/// The pattern of a number (*pola*). It always has a sequence number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    parts: Vec<Part>,
}

/// What is wrong in a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternFault {
    /// No such name in braces.
    Unknown { name: String },
    /// `{` without its `}`.
    Open,
    /// `}` without its `{`.
    Close,
    /// A width that is no number from 1 to 9.
    Width { written: String },
    /// A width behind a name that takes none.
    NoWidth { name: String },
    /// No `{urut}`: two papers would bear the same number.
    NoSequence,
}

impl Pattern {
    /// Reads a pattern; an error tells at which byte of the text it stands.
    pub fn parse(text: &str) -> Result<Pattern, (usize, PatternFault)> {
        let mut parts = Vec::new();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let plain = rest.find(['{', '}']).unwrap_or(rest.len());
            if plain > 0 {
                parts.push(Part::Text(rest.get(..plain).unwrap_or_default().to_owned()));
                at += plain;
                continue;
            }
            let Some(inner) = rest.strip_prefix('{') else { return Err((at, PatternFault::Close)) };
            let end =
                inner.find(['{', '}']).filter(|end| inner.as_bytes().get(*end) == Some(&b'}'));
            let Some(inner) = end.and_then(|end| inner.get(..end)) else {
                return Err((at, PatternFault::Open));
            };
            parts.push(Part::parse(inner).map_err(|fault| (at, fault))?);
            at += inner.len() + 2;
        }
        if !parts.iter().any(|part| matches!(part, Part::Sequence { .. })) {
            return Err((0, PatternFault::NoSequence));
        }
        Ok(Pattern { parts })
    }

    pub fn parts(&self) -> &[Part] {
        &self.parts
    }
}

impl Part {
    fn parse(inner: &str) -> Result<Part, PatternFault> {
        let (name, width) = match inner.split_once(':') {
            Some((name, width)) => (name.trim(), Some(width.trim())),
            None => (inner.trim(), None),
        };
        let part = match name {
            "urut" => return sequence(width),
            "kode_unit" => Part::UnitCode,
            "klasifikasi" => Part::Classification,
            "bulan" => Part::Month,
            "bulan_romawi" => Part::MonthRoman,
            "tahun" => Part::Year,
            _ => return Err(PatternFault::Unknown { name: name.to_owned() }),
        };
        match width {
            None => Ok(part),
            Some(_) => Err(PatternFault::NoWidth { name: name.to_owned() }),
        }
    }
}

fn sequence(width: Option<&str>) -> Result<Part, PatternFault> {
    let Some(written) = width else { return Ok(Part::Sequence { width: 1 }) };
    let plain = written.bytes().all(|byte| byte.is_ascii_digit());
    let width = written.parse().ok().filter(|width| plain && (1..=WIDEST).contains(width));
    let fault = || PatternFault::Width { written: written.to_owned() };
    width.map(|width| Part::Sequence { width }).ok_or_else(fault)
}

impl fmt::Display for PatternFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PatternFault::Unknown { name } => {
                write!(f, "bagian `{{{name}}}` tidak dikenal dalam pola nomor")
            }
            PatternFault::Open => f.write_str("kurung kurawal { dalam pola nomor tidak ditutup"),
            PatternFault::Close => f.write_str("kurung kurawal } dalam pola nomor tidak dibuka"),
            PatternFault::Width { written } => {
                write!(f, "banyaknya angka nomor urut tidak dapat dibaca: \"{written}\"")
            }
            PatternFault::NoWidth { name } => {
                write!(f, "bagian `{{{name}}}` tidak mengenal banyaknya angka")
            }
            PatternFault::NoSequence => f.write_str("pola nomor tidak memuat {urut}"),
        }
    }
}

impl PatternFault {
    pub(super) fn advice(&self) -> String {
        let all = || format!("yang dikenal: {{{}}}", NAMES.join("}, {"));
        match self {
            PatternFault::Unknown { name } => match nearest(name, NAMES.into_iter()) {
                Some(near) => format!("mungkin maksudnya {{{near}}}; {}", all()),
                None => all(),
            },
            PatternFault::Open | PatternFault::Close => {
                "tulis setiap bagian seperti ini: {urut}, {kode_unit}".to_owned()
            }
            PatternFault::Width { .. } => format!("tulis angka dari 1 sampai {WIDEST}, misalnya {{urut:3}}"),
            PatternFault::NoWidth { name } => format!("tulis {{{name}}} saja; hanya {{urut:3}} mengenalnya"),
            PatternFault::NoSequence => {
                "tambahkan {urut} atau {urut:3}, sebab tanpa nomor urut dua naskah akan bernomor sama".to_owned()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{KINDS, NUMBERED, Part, Pattern, PatternFault, kind};

    #[test]
    fn a_pattern_is_its_parts_in_order() {
        let pattern =
            Pattern::parse("{kode_unit}-{klasifikasi}.{urut:3} TAHUN {tahun}").expect("a pattern");
        let text = |text: &str| Part::Text(text.to_owned());
        assert_eq!(
            pattern.parts(),
            [
                Part::UnitCode,
                text("-"),
                Part::Classification,
                text("."),
                Part::Sequence { width: 3 },
                text(" TAHUN "),
                Part::Year
            ]
        );
    }

    #[test]
    fn a_mistake_in_a_pattern_is_told_where_it_stands() {
        let unknown = PatternFault::Unknown { name: "bulan_rumawi".to_owned() };
        for (text, at, fault) in [
            ("é/{bulan_rumawi}/{urut}", 3, unknown),
            ("{urut}-{tahun", 7, PatternFault::Open),
            ("{urut {tahun}", 0, PatternFault::Open),
            ("{urut}}", 6, PatternFault::Close),
            ("{urut:0}", 0, PatternFault::Width { written: "0".to_owned() }),
            ("{urut:+3}", 0, PatternFault::Width { written: "+3".to_owned() }),
            ("{urut}{tahun:2}", 6, PatternFault::NoWidth { name: "tahun".to_owned() }),
            ("W.32-{tahun}", 0, PatternFault::NoSequence),
        ] {
            assert_eq!(Pattern::parse(text), Err((at, fault)), "{text}");
        }
    }

    #[test]
    fn every_kind_that_bears_a_number_is_a_kind() {
        assert!(NUMBERED.iter().all(|name| KINDS.contains(name)));
        assert_eq!(kind("Berita-Acara"), Some("berita-acara"));
    }
}
