//! `tertib status` as text: a block of up to three lines for each request, on one screen.

use std::io::{self, Write};

use super::paint::{Paint, cut, padded, plain, width};
use crate::desk::{Level, Running, Waiting, wording};

/// More requests than this do not fit on one screen.
const MOST: usize = 8;

/// Writes what runs, the most urgent first, and what it comes to; all of it, or as much
/// as fits on one screen.
pub(super) fn write(
    told: &Running,
    all: bool,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let zone = told.examination.folder.office.zone;
    writeln!(out, "Keadaan pada {} {zone}", wording::date_time(told.examination.as_of()))?;
    let mut room = if all { told.waiting.len() } else { MOST };
    for (title, group) in told.groups() {
        if group.is_empty() {
            continue;
        }
        writeln!(out, "\n{}", paint.strong(&format!("{title} ({})", group.len())))?;
        let shown: Vec<&Waiting> = group.iter().copied().take(room).collect();
        room -= shown.len();
        let columns = shown.iter().map(|one| width(&plain(&one.number))).max().unwrap_or(0).min(32);
        for one in &shown {
            request(one, columns, paint, out)?;
        }
        if shown.len() < group.len() {
            writeln!(out, "  … dan {} permohonan lagi", group.len() - shown.len())?;
        }
    }
    if told.waiting.is_empty() {
        writeln!(out, "Tidak ada permohonan yang berjalan.")?;
    } else if !all && told.waiting.len() > MOST {
        writeln!(
            out,
            "\n{MOST} dari {} permohonan ditulis; semuanya: tertib status -v",
            told.waiting.len()
        )?;
    }
    Ok(())
}

fn request(one: &Waiting, columns: usize, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let number = padded(&cut(&plain(&one.number), columns), columns);
    let who: Vec<&str> =
        [&one.applicant, &one.unit].into_iter().flatten().map(|text| &**text).collect();
    writeln!(out, "  {number}  {}", cut(&plain(&who.join(", ")), 80usize.saturating_sub(columns)))?;
    let indent = " ".repeat(columns + 4);
    if let Some(step) = one.step_in_words() {
        let with = one.with_in_words();
        writeln!(out, "{indent}{}; pada {}", plain(&step), plain(&with))?;
    }
    let since = one.since_in_words().map(|since| format!("sejak {since}"));
    let due = one.due.map(|due| format!("jatuh tempo {}", wording::short_date_time(due)));
    let left = one.left_in_words().map(|left| match one.is_overdue() {
        true => paint.level(Level::Kesalahan, &left),
        false => left,
    });
    let parts: Vec<String> = [since, due, left].into_iter().flatten().collect();
    if parts.is_empty() { Ok(()) } else { writeln!(out, "{indent}{}", parts.join("; ")) }
}
