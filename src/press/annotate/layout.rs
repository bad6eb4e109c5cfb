//! The columns of a sheet, and addresses of its cells.

use std::collections::BTreeMap;

use super::tags::Tag;
use crate::diagnostic::{Level, cell_address};

/// How wide the columns are, and which style they give.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// First and last column, from zero, width in characters, and style.
    columns: Vec<(u32, u32, Option<f64>, usize)>,
    default_width: Option<f64>,
}

impl Layout {
    /// The width of a column in pixels.
    pub fn pixels(&self, column: u32) -> u32 {
        let own = self.columns.iter().find(|(first, last, ..)| (*first..=*last).contains(&column));
        let width = own.and_then(|(_, _, width, _)| *width).or(self.default_width).unwrap_or(8.43);
        (width.clamp(0.0, 255.0) * 7.0) as u32 + 5
    }

    pub fn style(&self, column: u16) -> usize {
        let column = u32::from(column);
        let own = self.columns.iter().find(|(first, last, ..)| (*first..=*last).contains(&column));
        own.map_or(0, |(.., style)| *style)
    }

    pub fn note(&mut self, tag: &Tag<'_>) {
        let width = |name: &str| tag.attribute(name).and_then(|value| value.trim().parse().ok());
        if tag.opens("sheetFormatPr") {
            self.default_width = width("defaultColWidth");
        } else if tag.opens("col")
            && let (Some(first), Some(last)) = (tag.number("min"), tag.number("max"))
        {
            let style = tag.number("style").unwrap_or(0) as usize;
            let first = first.saturating_sub(1);
            self.columns.push((first, last.saturating_sub(1), width("width"), style));
        }
    }
}

/// Row and column of an address, from zero.
pub(super) fn position(address: &str) -> Option<(u32, u16)> {
    let address = address.replace('$', "");
    let digits = address.find(|c: char| c.is_ascii_digit())?;
    let row: u32 = address.get(digits..)?.parse().ok()?;
    Some((row.checked_sub(1)?, column_of(&address)?))
}

pub(super) fn column_of(address: &str) -> Option<u16> {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0_u32, |column, letter| {
        column.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    u16::try_from(column.checked_sub(1)?).ok()
}

/// The tag of the used range, where cells to be marked lie beyond it.
pub(super) fn grown(tag: &Tag<'_>, marks: &BTreeMap<u32, BTreeMap<u16, Level>>) -> Option<String> {
    let range = tag.attribute("ref")?;
    let (first, last) = range.split_once(':').unwrap_or((&range, &range));
    let (mut first, mut last) = (position(first)?, position(last)?);
    let before = (first, last);
    for (row, columns) in marks {
        for column in columns.keys() {
            first = (first.0.min(*row), first.1.min(*column));
            last = (last.0.max(*row), last.1.max(*column));
        }
    }
    let written = format!("{}:{}", cell_address(first.0, first.1), cell_address(last.0, last.1));
    (before != (first, last)).then(|| tag.with("ref", &written))
}
