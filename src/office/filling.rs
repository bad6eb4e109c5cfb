//! A pattern filled in: the number as it is printed.

use chrono::{Datelike, NaiveDate};

use super::number::{Part, Pattern};

/// What a pattern is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberParts<'a> {
    /// The day whose year and month the number bears: that of the paper, else of the
    /// event that made it due; never that of the run.
    pub date: NaiveDate,
    /// *kode_unit* of the institution on that day.
    pub unit_code: Option<&'a str>,
    /// *klasifikasi* of the kind of paper.
    pub classification: Option<&'a str>,
}

impl NumberParts<'_> {
    /// The same in another month of the year, from 1 to 12.
    pub fn in_month(self, month: u32) -> Self {
        let first = self.date.with_day(1).and_then(|day| day.with_month(month));
        Self { date: first.unwrap_or(self.date), ..self }
    }
}

impl Pattern {
    /// The number at a place of its sequence.
    ///
    /// # Errors
    ///
    /// The name of the part that the pattern asks for and that is not known.
    pub fn fill(&self, parts: &NumberParts<'_>, sequence: i64) -> Result<String, &'static str> {
        let mut text = String::new();
        for part in self.parts() {
            match part {
                Part::Text(plain) => text.push_str(plain),
                Part::Sequence { width } => {
                    text.push_str(&format!("{sequence:0width$}", width = usize::from(*width)));
                }
                Part::UnitCode => text.push_str(parts.unit_code.ok_or("kode_unit")?),
                Part::Classification => text.push_str(parts.classification.ok_or("klasifikasi")?),
                Part::Month => text.push_str(&format!("{:02}", parts.date.month())),
                Part::MonthRoman => text.push_str(roman(parts.date.month0())),
                Part::Year => text.push_str(&format!("{:04}", parts.date.year())),
            }
        }
        Ok(text)
    }
}

/// A month counted from 0.
fn roman(month: u32) -> &'static str {
    const MONTHS: [&str; 12] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let at = usize::try_from(month).ok();
    at.and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}
