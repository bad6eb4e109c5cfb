//! The stretches of an interval, a line each: what counted, what did not, and why.

use std::io::{self, Write};

use super::paint::padded;
use crate::desk::Part;

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
    let told = part.lines();
    let columns = told.iter().map(|line| line.span.chars().count()).max().unwrap_or(0);
    for line in &told {
        let (span, counted) = (padded(&line.span, columns), padded(&line.counted, 18));
        writeln!(out, "{indent}{span}  {counted}  {}", line.kind)?;
    }
    Ok(())
}
