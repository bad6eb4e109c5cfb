//! `tertib buat` as text: which papers were made, and what became of the others.

use std::io::{self, Write};

use super::paint::{Paint, plain};
use crate::desk::{Fate, Issue, PaperResult, facts_in_words};

/// Writes a line for each paper that was made or could not be; those that stayed as
/// they were are only counted, unless `all` asks for them.
pub(super) fn write(told: &Issue, all: bool, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    papers(&told.papers, told.simulated, all, paint, out)?;
    let simulated = if told.simulated { " (simulasi: tidak ada yang ditulis)" } else { "" };
    writeln!(out, "{}{simulated}", counts(&told.papers, told.simulated))
}

/// The lines of [`write`] without their sum.
pub(super) fn papers(
    papers: &[PaperResult],
    simulated: bool,
    all: bool,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    for paper in papers {
        if all || !matches!(paper.fate, Fate::Unchanged | Fate::Frozen { .. }) {
            line(paper, simulated, paint, out)?;
        }
    }
    Ok(())
}

/// What becomes of a paper, in a column of its own.
pub(super) fn column(fate: &Fate, simulated: bool) -> String {
    if simulated {
        format!("{:<18}", word(fate, true))
    } else {
        format!("{:<13}", word(fate, false))
    }
}

fn line(paper: &PaperResult, simulated: bool, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    // What is out is held, whatever its record would say of the stage now.
    let stands = paper.signed || paper.fate.is_held();
    let stage = if stands { "" } else { ", untuk ditandatangani" };
    let number =
        paper.number.as_ref().map_or_else(String::new, |number| format!(", nomor {number}"));
    let column = column(&paper.fate, simulated);
    let name = paint.strong(&plain(&paper.file));
    writeln!(out, "{column} {name}{}{stage}", plain(&number))?;
    let below = " ".repeat(column.len());
    match &paper.fate {
        Fate::Revised { revision, changed } => {
            let changed = facts_in_words(changed);
            writeln!(out, "{below} revisi {revision}: berubah {}", plain(&changed))
        }
        Fate::Held { changed } => {
            let changed = facts_in_words(changed);
            writeln!(out, "{below} yang berbeda: {}", plain(&changed))
        }
        Fate::Restored => writeln!(out, "{below} berkasnya hilang atau diubah di luar tertib"),
        _ => Ok(()),
    }
}

/// What became of a paper; of a trial, what would become of it.
pub(super) fn word(fate: &Fate, simulated: bool) -> String {
    let done = match fate {
        Fate::Made => "dibuat",
        Fate::Completed => "dilengkapi",
        Fate::Revised { .. } => "direvisi",
        Fate::Reprinted => "dicetak ulang",
        Fate::Restored => "dipulihkan",
        Fate::Unchanged => return "tetap".to_owned(),
        Fate::Frozen { .. } => return "sudah final".to_owned(),
        Fate::Held { .. } => return "ditahan".to_owned(),
        Fate::Failed => return "GAGAL".to_owned(),
    };
    if simulated { format!("akan {done}") } else { done.to_owned() }
}

/// "12 naskah: 3 dibuat, 9 tetap"
pub(super) fn counts(papers: &[PaperResult], simulated: bool) -> String {
    let kinds = [
        Fate::Made,
        Fate::Completed,
        Fate::Revised { revision: 0, changed: Vec::new() },
        Fate::Reprinted,
        Fate::Restored,
        Fate::Unchanged,
        Fate::Frozen { changed: Vec::new() },
        Fate::Held { changed: Vec::new() },
        Fate::Failed,
    ];
    let parts: Vec<String> = kinds
        .iter()
        .map(|kind| (kind, papers.iter().filter(|paper| key(&paper.fate) == key(kind)).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{count} {}", word(kind, simulated).to_lowercase()))
        .collect();
    if parts.is_empty() {
        "0 naskah".to_owned()
    } else {
        format!("{} naskah: {}", papers.len(), parts.join(", "))
    }
}

/// The word of a fate in JSON.
pub(super) fn key(fate: &Fate) -> &'static str {
    match fate {
        Fate::Made => "dibuat",
        Fate::Completed => "dilengkapi",
        Fate::Revised { .. } => "direvisi",
        Fate::Reprinted => "dicetak_ulang",
        Fate::Restored => "dipulihkan",
        Fate::Unchanged => "tetap",
        Fate::Frozen { .. } => "final",
        Fate::Held { .. } => "ditahan",
        Fate::Failed => "gagal",
    }
}
