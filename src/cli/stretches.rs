//! The stretches of an interval, a line each: what counted, what did not, and why.

use std::io::{self, Write};

use super::paint::padded;
use crate::desk::{Part, Stretch, StretchKind, wording};

/// More stretches than this are told as a sum: nobody follows a year line by line.
const MOST: usize = 60;

/// Writes the stretches of a part, each line begun with `indent`.
pub(super) fn write(part: &Part, indent: &str, out: &mut dyn Write) -> io::Result<()> {
    if part.stretches.len() > MOST {
        return writeln!(
            out,
            "{indent}({} bagian waktu, tidak ditulis satu per satu)",
            part.stretches.len()
        );
    }
    let spans: Vec<String> = part.stretches.iter().map(span).collect();
    let columns = spans.iter().map(|span| span.chars().count()).max().unwrap_or(0);
    for (stretch, span) in part.stretches.iter().zip(&spans) {
        let counted = match (stretch.counts(), part.by_clock) {
            (true, _) | (false, true) => wording::duration(stretch.seconds()),
            (false, false) if stretch.kind == StretchKind::Flexible => "lihat di bawah".to_owned(),
            (false, false) => "tidak dihitung".to_owned(),
        };
        writeln!(
            out,
            "{indent}{}  {}  {}",
            padded(span, columns),
            padded(&counted, 18),
            stretch.describe()
        )?;
    }
    if part.stretches.iter().any(|stretch| stretch.kind == StretchKind::Flexible) && !part.by_clock
    {
        let flexible = wording::duration(part.flexible);
        writeln!(out, "{indent}dari jam kerja lentur dihitung {flexible}")?;
    }
    Ok(())
}

/// "Jumat, 7 Juni 2024 15.50–16.30"; with both dates where they differ.
fn span(stretch: &Stretch) -> String {
    let (from, to) = (stretch.from, stretch.to);
    let start = format!("{} {}", wording::day_and_date(from.date()), wording::time(from.time()));
    let midnight = to.time() == chrono::NaiveTime::MIN;
    let end_day = if midnight { to.date().pred_opt().unwrap_or(to.date()) } else { to.date() };
    let end = if midnight { "24.00".to_owned() } else { wording::time(to.time()) };
    if end_day == from.date() {
        format!("{start}–{end}")
    } else {
        format!("{start} – {} {end}", wording::day_and_date(end_day))
    }
}
