//! A sentence of a paper with places for what is known of a request:
//! `nomor permohonan {nomor_permohonan}`. What fills them is data, never read again.

use std::fmt;

use super::nearest::nearest;

/// What may stand in braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placeholder {
    Applicant,
    Unit,
    Request,
    LetterNumber,
    LetterDate,
    Institution,
    Town,
}

impl Placeholder {
    const ALL: [(&'static str, Placeholder); 7] = [
        ("nama_pemohon", Placeholder::Applicant),
        ("unit_pemohon", Placeholder::Unit),
        ("nomor_permohonan", Placeholder::Request),
        ("nomor_surat", Placeholder::LetterNumber),
        ("tanggal_surat", Placeholder::LetterDate),
        ("instansi", Placeholder::Institution),
        ("kota", Placeholder::Town),
    ];

    fn names() -> [&'static str; 7] {
        Placeholder::ALL.map(|(name, _)| name)
    }
}

/// A sentence before it is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Place(Placeholder),
}

/// What is wrong in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentenceFault {
    Unknown {
        name: String,
    },
    /// `{` without its `}`.
    Open,
    /// `}` without its `{`.
    Close,
}

/// Printed for what is not known.
const UNKNOWN: &str = "………………………";

impl Sentence {
    /// Reads a sentence; an error tells at which byte of the text it stands.
    pub fn parse(text: &str) -> Result<Sentence, (usize, SentenceFault)> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut at = 0;
        while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = text.get(at..).unwrap_or_default();
            if let Some(brace) = ["{{", "}}"].into_iter().find(|pair| rest.starts_with(pair)) {
                plain.extend(brace.chars().take(1));
                at += brace.len();
            } else if letter == '}' {
                return Err((at, SentenceFault::Close));
            } else if letter == '{' {
                let inner = rest.get(1..).unwrap_or_default();
                let name = inner.split_once('}').map(|(name, _)| name);
                let name = name.filter(|name| !name.contains('{'));
                let name = name.ok_or((at, SentenceFault::Open))?;
                let known = Placeholder::ALL.into_iter().find(|(known, _)| *known == name.trim());
                let fault = || (at, SentenceFault::Unknown { name: name.trim().to_owned() });
                let (_, place) = known.ok_or_else(fault)?;
                pieces.push(Piece::Text(std::mem::take(&mut plain)));
                pieces.push(Piece::Place(place));
                at += name.len() + 2;
            } else {
                plain.push(letter);
                at += letter.len_utf8();
            }
        }
        pieces.push(Piece::Text(plain));
        Ok(Sentence { pieces })
    }

    /// The sentence with what is known in its places.
    pub fn fill(&self, known: impl Fn(Placeholder) -> Option<String>) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Place(place) => known(*place).unwrap_or_else(|| UNKNOWN.to_owned()),
        };
        self.pieces.iter().map(piece).collect()
    }
}

impl fmt::Display for SentenceFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SentenceFault::Unknown { name } => write!(f, "isian `{{{name}}}` tidak dikenal"),
            SentenceFault::Open => f.write_str("kurung kurawal `{` tidak ditutup"),
            SentenceFault::Close => f.write_str("kurung kurawal `}` tanpa pembuka"),
        }
    }
}

impl SentenceFault {
    pub(super) fn advice(&self) -> String {
        let known = Placeholder::names().map(|name| format!("{{{name}}}")).join(", ");
        match self {
            SentenceFault::Unknown { name } => {
                match nearest(name, Placeholder::names().into_iter()) {
                    Some(near) => format!("mungkin maksudnya {{{near}}}; yang dikenal: {known}"),
                    None => format!("yang dikenal: {known}"),
                }
            }
            SentenceFault::Open | SentenceFault::Close => {
                format!(
                    "tulis isian seperti {{nomor_permohonan}}; kurung kurawal itu sendiri ditulis dua kali. Yang dikenal: {known}"
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Placeholder, Sentence, SentenceFault};

    fn filled(text: &str) -> String {
        let sentence = Sentence::parse(text).unwrap();
        sentence.fill(|place| (place == Placeholder::Applicant).then(|| "{kota} #x".to_owned()))
    }

    #[test]
    fn places_are_filled_once_and_what_is_not_known_is_dots() {
        assert_eq!(filled("Sdr. {nama_pemohon}, {kota}."), "Sdr. {kota} #x, ……………………….");
        assert_eq!(filled("{{kota}} 100% #let *tebal*"), "{kota} 100% #let *tebal*");
        assert_eq!(filled(""), "");
    }

    #[test]
    fn a_mistake_is_told_where_it_stands() {
        let fault = |text: &str| Sentence::parse(text).unwrap_err();
        let unknown = |name: &str| SentenceFault::Unknown { name: name.to_owned() };
        assert_eq!(fault("é {nama}"), (3, unknown("nama")));
        assert_eq!(fault("a {kota"), (2, SentenceFault::Open));
        assert_eq!(fault("a {b {kota}"), (2, SentenceFault::Open));
        assert_eq!(fault("kota}"), (4, SentenceFault::Close));
    }
}
