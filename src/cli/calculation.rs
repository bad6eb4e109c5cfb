//! `tertib hitung` as text.

use std::io::{self, Write};

use super::stretches;
use crate::desk::{Answer, Calculation, Part, wording};

/// Writes the answer first, then how it comes about.
pub(super) fn write(told: &Calculation, out: &mut dyn Write) -> io::Result<()> {
    match &told.answer {
        Answer::Between { shortest, longest } if shortest.seconds == longest.seconds => {
            writeln!(out, "{} waktu kerja", wording::duration(shortest.seconds))?;
            between(longest, told, out)
        }
        Answer::Between { shortest, longest } => {
            let same_moments = (shortest.from, shortest.to) == (longest.from, longest.to);
            let why = if same_moments { "jam kerjanya lentur" } else { "jamnya tidak disebut" };
            writeln!(
                out,
                "antara {} dan {} waktu kerja, karena {why}",
                wording::duration(shortest.seconds),
                wording::duration(longest.seconds)
            )?;
            between(longest, told, out)
        }
        Answer::After { from, seconds, ends, part } => {
            writeln!(out, "{} {}", wording::date_time(*ends), told.zone)?;
            writeln!(
                out,
                "{} waktu kerja sejak {}",
                wording::duration(*seconds),
                wording::date_time(*from)
            )?;
            stretches::write(part, "", out)
        }
    }
}

fn between(part: &Part, told: &Calculation, out: &mut dyn Write) -> io::Result<()> {
    let (from, to) = (wording::date_time(part.from), wording::date_time(part.to));
    writeln!(out, "dari {from} sampai {to} {}", told.zone)?;
    stretches::write(part, "", out)
}
