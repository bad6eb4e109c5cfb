//! Rows and cells with meaning, before any format.
//!
//! The three faces of a report draw these same tables: a page and a browser show a
//! cell in words, a workbook as a number, so that no figure can differ between them.

use chrono::NaiveDate;

use super::share::Share;
use crate::calendar::wording;
use crate::records::Moment;

/// What stands where there is nothing to count.
pub const NO_DATA: &str = "tidak ada data";
/// What stands where the records do not say.
pub const UNKNOWN: &str = "tidak diketahui";

/// A table of the report (*tabel*).
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The sheet of a workbook that it fills; no two tables share one.
    pub sheet: &'static str,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// What is said instead where there is no row.
    pub empty: &'static str,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub head: String,
    pub holds: Holds,
    /// Width beside the others, in about as many letters.
    pub width: u16,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    Text,
    Count,
    Duration,
    Date,
    Moment,
    Share,
    /// Each row its own.
    Various,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// A row that stands out: a total, the month itself.
    pub strong: bool,
}

/// One figure or word.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    Count(usize),
    /// Seconds of working time.
    Duration(i64),
    /// At least so many seconds: the rest is not sure.
    AtLeast(i64),
    Share(Share),
    Date(NaiveDate),
    Moment(Moment),
    /// Nothing was there to be counted.
    NoData,
    /// The records do not say.
    Unknown,
    /// Does not apply here.
    None,
}

impl Table {
    pub fn new(sheet: &'static str, empty: &'static str, columns: &[(&str, Holds, u16)]) -> Table {
        let columns = columns.iter().map(|(head, holds, width)| Column {
            head: (*head).to_owned(),
            holds: *holds,
            width: *width,
        });
        Table { sheet, columns: columns.collect(), rows: Vec::new(), empty }
    }

    pub fn push(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, strong: false });
    }

    pub fn push_strong(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, strong: true });
    }

    /// The table with the rows in place.
    pub fn with(mut self, rows: impl IntoIterator<Item = Vec<Cell>>) -> Table {
        self.rows.extend(rows.into_iter().map(|cells| Row { cells, strong: false }));
        self
    }
}

impl Holds {
    /// Whether its cells stand at the right, so that digits stand below digits.
    pub fn at_the_right(self) -> bool {
        matches!(self, Holds::Count | Holds::Duration)
    }
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }

    /// A text, or that it is not known.
    pub fn known(text: Option<&str>) -> Cell {
        text.map_or(Cell::Unknown, Cell::text)
    }

    /// A duration over those that were measured, or that there were none.
    pub fn measured(seconds: Option<i64>) -> Cell {
        seconds.map_or(Cell::NoData, Cell::Duration)
    }

    /// A duration, or that it is not known.
    pub fn duration(seconds: Option<i64>) -> Cell {
        seconds.map_or(Cell::Unknown, Cell::Duration)
    }

    pub fn date(day: Option<NaiveDate>) -> Cell {
        day.map_or(Cell::Unknown, Cell::Date)
    }

    pub fn moment(moment: Option<Moment>) -> Cell {
        moment.map_or(Cell::Unknown, Cell::Moment)
    }

    /// Yes, no, or that it cannot be judged.
    pub fn verdict(verdict: Option<bool>) -> Cell {
        Cell::text(match verdict {
            Some(true) => "ya",
            Some(false) => "tidak",
            None => "tidak dapat dinilai",
        })
    }

    /// The cell in words, as a page shows it.
    pub fn words(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Count(count) => number(*count),
            Cell::Duration(seconds) => wording::duration(*seconds),
            Cell::AtLeast(seconds) => format!("sedikitnya {}", wording::duration(*seconds)),
            Cell::Share(share) => share_in_words(*share),
            Cell::Date(day) => wording::short_date(*day),
            Cell::Moment(Moment::At(at)) => wording::short_date_time(*at),
            Cell::Moment(Moment::Day(day)) => wording::short_date(*day),
            Cell::NoData => NO_DATA.to_owned(),
            Cell::Unknown => UNKNOWN.to_owned(),
            Cell::None => "–".to_owned(),
        }
    }
}

/// Digits with a dot between thousands.
pub fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// "12 dari 15 (80%)": the sign stands at its number (EYD V).
pub fn share_in_words(share: Share) -> String {
    let Some(per_mille) = share.per_mille() else { return NO_DATA.to_owned() };
    let (whole, tenth) = (per_mille / 10, per_mille % 10);
    let percent = if tenth == 0 { whole.to_string() } else { format!("{whole},{tenth}") };
    format!("{} dari {} ({percent}%)", number(share.part), number(share.of))
}

#[cfg(test)]
mod tests {
    use super::{Cell, Share};

    fn words(part: usize, of: usize) -> String {
        Cell::Share(Share::new(part, of)).words()
    }

    #[test]
    fn a_percentage_stands_beside_its_count_and_nothing_of_nothing_is_no_percentage() {
        assert_eq!(words(12, 15), "12 dari 15 (80%)");
        assert_eq!(words(2, 3), "2 dari 3 (66,7%)");
        assert_eq!(words(1_999, 2_000), "1.999 dari 2.000 (99,9%)");
        assert_eq!(words(0, 4), "0 dari 4 (0%)");
        assert_eq!(words(0, 0), "tidak ada data");
    }
}
