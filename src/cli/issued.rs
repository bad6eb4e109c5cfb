//! `tertib buat` as text: which papers were made, and what became of the others.

use std::io::{self, Write};

use super::paint::{Paint, plain};
use crate::desk::{Fate, Issue, PaperResult};

/// Writes a line for each paper that was made or could not be; those that stayed as
/// they were are only counted, unless `all` asks for them.
pub(super) fn write(told: &Issue, all: bool, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    papers(&told.papers, all, paint, out)?;
    let simulated = if told.simulated { " (simulasi: tidak ada yang ditulis)" } else { "" };
    writeln!(out, "{}{simulated}", counts(&told.papers))
}

/// The lines of [`write`] without their sum.
pub(super) fn papers(
    papers: &[PaperResult],
    all: bool,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    for paper in papers {
        if all || !matches!(paper.fate, Fate::Unchanged | Fate::Frozen { .. }) {
            line(paper, paint, out)?;
        }
    }
    Ok(())
}

fn line(paper: &PaperResult, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let stage = if paper.signed { "" } else { ", untuk ditandatangani" };
    let number =
        paper.number.as_ref().map_or_else(String::new, |number| format!(", nomor {number}"));
    writeln!(
        out,
        "{:<13} {}{}{}",
        word(&paper.fate),
        paint.strong(&plain(&paper.file)),
        plain(&number),
        stage
    )?;
    match &paper.fate {
        Fate::Revised { revision, changed } => {
            writeln!(out, "{:13} revisi {revision}: berubah {}", "", changed.join(", "))
        }
        Fate::Restored => writeln!(out, "{:13} berkasnya hilang atau diubah di luar tertib", ""),
        _ => Ok(()),
    }
}

pub(super) fn word(fate: &Fate) -> &'static str {
    match fate {
        Fate::Made => "dibuat",
        Fate::Completed => "dilengkapi",
        Fate::Revised { .. } => "direvisi",
        Fate::Reprinted => "dicetak ulang",
        Fate::Restored => "dipulihkan",
        Fate::Unchanged => "tetap",
        Fate::Frozen { .. } => "sudah final",
        Fate::Failed => "GAGAL",
    }
}

/// "12 naskah: 3 dibuat, 9 tetap"
pub(super) fn counts(papers: &[PaperResult]) -> String {
    type Kind = (&'static str, fn(&Fate) -> bool);
    let kinds: [Kind; 8] = [
        ("dibuat", |fate| *fate == Fate::Made),
        ("dilengkapi", |fate| *fate == Fate::Completed),
        ("direvisi", |fate| matches!(fate, Fate::Revised { .. })),
        ("dicetak ulang", |fate| *fate == Fate::Reprinted),
        ("dipulihkan", |fate| *fate == Fate::Restored),
        ("tetap", |fate| *fate == Fate::Unchanged),
        ("sudah final", |fate| matches!(fate, Fate::Frozen { .. })),
        ("gagal", |fate| *fate == Fate::Failed),
    ];
    let parts: Vec<String> = kinds
        .iter()
        .map(|(word, is)| (word, papers.iter().filter(|paper| is(&paper.fate)).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{count} {word}"))
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
        Fate::Failed => "gagal",
    }
}
