//! What the library that reads the cells of an .xlsb passes over in it: cells in the
//! short form, formulas that failed, and merged regions. An .xlsb is a stream of
//! records: a number that says what it is, a length, and that many bytes (Microsoft's
//! [MS-XLSB]).

use super::value::Merged;

const ROW: u16 = 0;
const FAULT: u16 = 3;
const FAILED_FORMULA: u16 = 11;
/// Cells are numbered 1 to 11 with their column; in the short form, which says only
/// that they follow the cell before, 12 to 18.
const CELLS: std::ops::RangeInclusive<u16> = 1..=11;
const SHORT_CELLS: std::ops::RangeInclusive<u16> = 12..=18;
const SHORT_BY: u16 = 11;
const SHEET: u16 = 156;
const MERGED: u16 = 176;

/// The records of a part, as far as they are whole.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let mut rest = Records(self.0);
        let number = u16::try_from(rest.number(2)?).ok()?;
        let length = usize::try_from(rest.number(4)?).ok()?;
        let (holds, rest) = rest.0.split_at_checked(length)?;
        self.0 = rest;
        Some((number, holds))
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

pub(super) fn merged(sheet: &[u8]) -> Vec<Merged> {
    let regions = Records(sheet).filter(|(number, _)| *number == MERGED);
    let regions = regions.filter_map(|(_, holds)| {
        let ends = |at: usize| Some((whole(holds, at)?, whole(holds, at + 4)?));
        Some(Merged { rows: ends(0)?, columns: ends(8)? })
    });
    regions.collect()
}

/// The sheet with each cell in the long form and each failed formula as the fault that
/// it shows; `None` where it is so already.
pub(super) fn in_long_form(sheet: &[u8]) -> Option<Vec<u8>> {
    let is_other = |number: u16| number == FAILED_FORMULA || SHORT_CELLS.contains(&number);
    if !Records(sheet).any(|(number, _)| is_other(number)) {
        return None;
    }
    let mut long = Vec::with_capacity(sheet.len() + (sheet.len() >> 2));
    // The column of the next cell in the short form.
    let mut next = 0_u32;
    let mut records = Records(sheet);
    for (number, holds) in records.by_ref() {
        if SHORT_CELLS.contains(&number) {
            write(number - SHORT_BY, &[&next.to_le_bytes(), holds], &mut long);
            next = next.saturating_add(1);
            continue;
        }
        if number == ROW {
            next = 0;
        } else if CELLS.contains(&number) {
            next = whole(holds, 0).map_or(next, |column| column.saturating_add(1));
        }
        match (number, holds.get(..9)) {
            // The column, the style, and the fault; the formula is left away.
            (FAILED_FORMULA, Some(cell)) => write(FAULT, &[cell], &mut long),
            _ => write(number, &[holds], &mut long),
        }
    }
    // What is no record any more is left for the reader to stumble over.
    long.extend_from_slice(records.0);
    Some(long)
}

fn write(number: u16, holds: &[&[u8]], to: &mut Vec<u8>) {
    write_number(number.into(), to);
    write_number(holds.iter().map(|part| part.len()).sum(), to);
    for part in holds {
        to.extend_from_slice(part);
    }
}

fn write_number(mut number: usize, to: &mut Vec<u8>) {
    while number > 0x7f {
        to.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_in_the_short_form_follow_the_cell_before() {
        let mut sheet = Vec::new();
        write(ROW, &[&[7; 25]], &mut sheet);
        write(7, &[&2_u32.to_le_bytes(), &[0; 4], &[9, 0, 0, 0]], &mut sheet);
        write(18, &[&[0; 4], &[5, 0, 0, 0]], &mut sheet);
        write(FAILED_FORMULA, &[&4_u32.to_le_bytes(), &[0; 4], &[0x2A], &[1; 20]], &mut sheet);
        write(600, &[&[3; 300]], &mut sheet);
        let mut long = Vec::new();
        write(ROW, &[&[7; 25]], &mut long);
        write(7, &[&2_u32.to_le_bytes(), &[0; 4], &[9, 0, 0, 0]], &mut long);
        write(7, &[&3_u32.to_le_bytes(), &[0; 4], &[5, 0, 0, 0]], &mut long);
        write(FAULT, &[&4_u32.to_le_bytes(), &[0; 4], &[0x2A]], &mut long);
        write(600, &[&[3; 300]], &mut long);
        assert_eq!(in_long_form(&sheet), Some(long.clone()));
        assert_eq!(in_long_form(&long), None);
    }

    #[test]
    fn a_sheet_that_is_cut_short_keeps_its_end() {
        let mut sheet = Vec::new();
        write(18, &[&[0; 8]], &mut sheet);
        let whole = sheet.len();
        write(7, &[&[1; 12]], &mut sheet);
        sheet.truncate(whole + 5);
        let long = in_long_form(&sheet).unwrap();
        assert_eq!(long.strip_suffix(&sheet[whole..]).map(<[u8]>::len), Some(14));
    }
}
