//! The number of a civil servant: NIP of a PNS, NI PPPK of a contract employee.
//!
//! Eighteen digits: date of birth (8), year and month of appointment (6), sex (1),
//! serial (3); by Perka BKN 22/2007. There is no check digit. A PPPK has no month:
//! digits 13 and 14 tell kind or count of the contract and lie from 20 upward. The
//! old NIP of nine digits and the NIK of a person without a NIP occur too.

use std::fmt;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

/// The youngest age in years at which a civil servant is appointed.
const YOUNGEST: i32 = 18;

/// A NIP as its digits alone, however it was written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nip(Arc<str>);

/// What is not well formed in a [`Nip`], as facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NipFault {
    /// Nine digits: the NIP as it was before 2008.
    OldNumber,
    /// Sixteen digits: most likely the NIK of the person.
    Nik,
    /// So many digits in place of eighteen.
    Length(usize),
    /// Digits 1–8 are no date of birth.
    BirthDate,
    /// Digits 13–14 are neither a month (01–12) nor a contract (20–39); this was found.
    AppointmentMonth(u8),
    /// Digit 15 is neither 1 nor 2; this was found.
    Sex(u8),
    /// The serial is 000.
    Serial,
    /// The appointment lies before the eighteenth birthday.
    TooYoung,
}

impl Nip {
    /// Takes what people write around the digits away: blanks of all kinds, dots,
    /// apostrophes, hyphens, and "NIP", "NIP.", "NI PPPK" or "NIK" before them.
    /// `None` where nothing but digits does not remain, as with "-" or "tidak ada".
    pub fn parse(text: &str) -> Option<Nip> {
        let solid: String = text.chars().filter(|c| !is_filling(*c)).collect();
        let solid = without_label(&solid);
        let digits = !solid.is_empty() && solid.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| Nip(solid.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first thing that is not well formed, by the order of the digits.
    pub fn fault(&self) -> Option<NipFault> {
        match self.0.len() {
            18 => {}
            9 => return Some(NipFault::OldNumber),
            16 => return Some(NipFault::Nik),
            other => return Some(NipFault::Length(other)),
        }
        let Some(birth) = self.birth_date() else { return Some(NipFault::BirthDate) };
        let code = self.number(12, 14);
        let is_month = (1..=12).contains(&code);
        if !is_month && !self.is_pppk() {
            return Some(NipFault::AppointmentMonth(u8::try_from(code).unwrap_or(u8::MAX)));
        }
        let years = i32::try_from(self.number(8, 12)).unwrap_or_default() - birth.year();
        // Only the month of appointment is known, of a PPPK only the year.
        let before_birth_month = is_month && code < birth.month();
        if years - i32::from(before_birth_month) < YOUNGEST {
            return Some(NipFault::TooYoung);
        }
        let sex = self.number(14, 15);
        if !(1..=2).contains(&sex) {
            return Some(NipFault::Sex(u8::try_from(sex).unwrap_or(u8::MAX)));
        }
        (self.number(15, 18) == 0).then_some(NipFault::Serial)
    }

    /// The date of birth that the first eight digits give.
    pub fn birth_date(&self) -> Option<NaiveDate> {
        let year = i32::try_from(self.number(0, 4)).ok()?;
        let date = NaiveDate::from_ymd_opt(year, self.number(4, 6), self.number(6, 8))?;
        (year >= 1900).then_some(date)
    }

    /// Whether it is the number of a contract employee (*PPPK*).
    pub fn is_pppk(&self) -> bool {
        self.0.len() == 18 && (20..=39).contains(&self.number(12, 14))
    }

    /// What stands before the number on paper.
    pub fn label(&self) -> &'static str {
        if self.is_pppk() { "NI PPPK" } else { "NIP" }
    }

    /// "19860926 201505 1 001"; solid where it has not eighteen digits.
    pub fn grouped(&self) -> String {
        let part = |from, to| self.0.get(from..to).unwrap_or_default();
        if self.0.len() != 18 {
            return self.0.to_string();
        }
        [part(0, 8), part(8, 14), part(14, 15), part(15, 18)].join(" ")
    }

    /// As papers and reports print it below a name: "NIP 19860926 201505 1 001".
    pub fn printed(&self) -> String {
        format!("{} {}", self.label(), self.grouped())
    }

    fn number(&self, from: usize, to: usize) -> u32 {
        self.0.get(from..to).and_then(|digits| digits.parse().ok()).unwrap_or_default()
    }
}

/// Signs that carry no meaning in a NIP, the invisible ones of copied text included.
fn is_filling(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '.' | '\'' | '’' | '‘' | '`' | '"' | '-' | '–' | '\u{2010}' | '\u{2011}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn without_label(solid: &str) -> &str {
    for label in ["NIPPPPK", "NIPPPK", "NIP", "NIK"] {
        if let (Some(start), Some(rest)) = (solid.get(..label.len()), solid.get(label.len()..))
            && start.eq_ignore_ascii_case(label)
        {
            return rest.strip_prefix(':').unwrap_or(rest);
        }
    }
    solid
}

impl fmt::Display for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Display for NipFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NipFault::OldNumber => f.write_str("9 angka adalah NIP lama; NIP sekarang 18 angka"),
            NipFault::Nik => f.write_str("16 angka adalah panjang NIK; NIP 18 angka"),
            NipFault::Length(found) => write!(f, "{found} angka, seharusnya 18"),
            NipFault::BirthDate => f.write_str("angka 1–8 bukan tanggal lahir"),
            NipFault::AppointmentMonth(found) => write!(
                f,
                "angka 13–14 ({found:02}) bukan bulan pengangkatan (01–12) dan bukan kode PPPK (20–39)"
            ),
            NipFault::Sex(found) => write!(f, "angka ke-15 ({found}) seharusnya 1 atau 2"),
            NipFault::Serial => f.write_str("nomor urut pada tiga angka terakhir adalah 000"),
            NipFault::TooYoung => {
                f.write_str("menurut angkanya, pengangkatan terjadi sebelum usia 18 tahun")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Nip, NipFault};

    fn nip(text: &str) -> Nip {
        Nip::parse(text).expect("digits remain")
    }

    #[test]
    fn however_it_is_written_the_digits_are_the_same() {
        for text in [
            "198609262015051001",
            "19860926 201505 1 001",
            "'198609262015051001",
            "NIP. 19860926\u{a0}201505\u{a0}1\u{a0}001",
            "nip 19860926.201505.1.001",
            "NIP: 198609262015051001",
            "NI PPPK 198609262015051001",
            "\u{feff}19860926-201505-1-001 ",
        ] {
            assert_eq!(nip(text).to_string(), "198609262015051001", "{text}");
        }
    }

    #[test]
    fn what_has_no_digits_or_more_than_digits_is_no_nip() {
        for text in ["", "-", "NIP", "tidak ada", "1,97405E+17", "19740510x", "１９７４", "12/34"]
        {
            assert_eq!(Nip::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_well_formed_number_of_a_pns_or_a_pppk_has_no_fault() {
        for (text, label) in [
            ("198609262015051001", "NIP"),
            ("199009132025242014", "NI PPPK"),
            ("199505052023211002", "NI PPPK"),
            ("200005312018051001", "NIP"),
        ] {
            assert_eq!((nip(text).fault(), nip(text).label()), (None, label), "{text}");
        }
    }

    #[test]
    fn each_fault_is_told_as_what_it_is() {
        for (text, fault) in [
            ("131110468", NipFault::OldNumber),
            ("3174051005740001", NipFault::Nik),
            ("19860926201505100", NipFault::Length(17)),
            ("198613262015051001", NipFault::BirthDate),
            ("198602302015051001", NipFault::BirthDate),
            ("018609262015051001", NipFault::BirthDate),
            ("198609262015131001", NipFault::AppointmentMonth(13)),
            ("198609262015001001", NipFault::AppointmentMonth(0)),
            ("198609262015401001", NipFault::AppointmentMonth(40)),
            ("198609262015053001", NipFault::Sex(3)),
            ("198609262015051000", NipFault::Serial),
            ("200006012018051001", NipFault::TooYoung),
            ("200509132022212014", NipFault::TooYoung),
        ] {
            assert_eq!(nip(text).fault(), Some(fault), "{text}");
        }
    }

    #[test]
    fn only_eighteen_digits_are_grouped() {
        assert_eq!(nip("198609262015051001").grouped(), "19860926 201505 1 001");
        assert_eq!(nip("131110468").grouped(), "131110468");
        assert_eq!(nip("198609262015051001").printed(), "NIP 19860926 201505 1 001");
    }
}
