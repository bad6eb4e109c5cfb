//! `tertib buat` as text: which papers were made, and what became of the others.

use std::io::{self, Write};

use super::paint::{Paint, plain};
use crate::desk::{Fate, Issue, PaperResult};

/// Writes a line for each paper that was made or could not be; those that stayed as
/// they were are only counted, unless `all` asks for them.
pub(super) fn write(told: &Issue, all: bool, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    for paper in &told.papers {
        if all || !matches!(paper.fate, Fate::Unchanged | Fate::Frozen { .. }) {
            line(paper, paint, out)?;
        }
    }
    writeln!(out, "{}", counts(told))
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

fn word(fate: &Fate) -> &'static str {
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
fn counts(told: &Issue) -> String {
    let kinds: [(&str, fn(&Fate) -> bool); 8] = [
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
        .map(|(word, is)| (word, told.papers.iter().filter(|paper| is(&paper.fate)).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{count} {word}"))
        .collect();
    let simulated = if told.simulated { " (simulasi: tidak ada yang ditulis)" } else { "" };
    if parts.is_empty() {
        format!("0 naskah{simulated}")
    } else {
        format!("{} naskah: {}{simulated}", told.papers.len(), parts.join(", "))
    }
}
