//! What the library that reads the cells of an .xlsb passes over in it: formulas that
//! failed, and merged regions. An .xlsb is a stream of records: a number that says
//! what it is, a length, and that many bytes (Microsoft's [MS-XLSB]).

use super::value::Merged;

const ROW: u16 = 0;
const FAILED_FORMULA: u16 = 11;
const SHEET: u16 = 156;
const MERGED: u16 = 176;

/// What else stands in a sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Besides {
    /// Row, column and name of each formula's fault, as they stand.
    pub faults: Vec<(u32, u32, &'static str)>,
    pub merged: Vec<Merged>,
}

/// The records of a part, as far as they are whole.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let number = self.number(2)?;
        let length = usize::try_from(self.number(4)?).ok()?;
        let (holds, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some((u16::try_from(number).ok()?, holds))
    }
}

impl Records<'_> {
    /// Seven bits a byte, the lowest first.
    fn number(&mut self, most: u32) -> Option<u32> {
        let mut number = 0;
        for at in 0..most {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << (7 * at);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(number)
    }
}

/// By which relation a workbook holds a sheet.
pub(super) fn relation_of(workbook: &[u8], sheet: &str) -> Option<String> {
    let sheets = Records(workbook).filter(|(number, _)| *number == SHEET);
    let named = sheets.filter_map(|(_, holds)| {
        // Before the two texts stand its state and its number.
        let (relation, rest) = wide_text(holds.get(8..)?)?;
        Some((relation, wide_text(rest)?.0))
    });
    named.into_iter().find(|(_, name)| name == sheet).map(|(relation, _)| relation)
}

pub(super) fn besides(sheet: &[u8]) -> Besides {
    let mut besides = Besides::default();
    let mut row = 0;
    for (number, holds) in Records(sheet) {
        match number {
            ROW => row = whole(holds, 0).unwrap_or(row),
            FAILED_FORMULA => {
                let fault = holds.get(8).and_then(|code| fault_of(*code));
                besides.faults.extend(whole(holds, 0).zip(fault).map(|(at, name)| (row, at, name)));
            }
            MERGED => {
                let ends = |at: usize| Some((whole(holds, at)?, whole(holds, at + 4)?));
                let region = ends(0).zip(ends(8));
                besides.merged.extend(region.map(|(rows, columns)| Merged { rows, columns }));
            }
            _ => {}
        }
    }
    besides
}

fn fault_of(code: u8) -> Option<&'static str> {
    Some(match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => return None,
    })
}

fn whole(holds: &[u8], at: usize) -> Option<u32> {
    holds.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

/// A text with its length in letters of two bytes before it, and what follows it.
fn wide_text(holds: &[u8]) -> Option<(String, &[u8])> {
    let letters = usize::try_from(whole(holds, 0)?).ok()?;
    let (text, rest) = holds.get(4..)?.split_at_checked(letters.checked_mul(2)?)?;
    let units = text.as_chunks().0.iter().map(|unit| u16::from_le_bytes(*unit));
    Some((String::from_utf16_lossy(&units.collect::<Vec<_>>()), rest))
}
