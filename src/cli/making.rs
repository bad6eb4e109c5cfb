//! `tertib buat`: the papers, and what else is wanted of them.

use std::path::PathBuf;

use clap::Args;

use super::arguments::{Format, Shared};
use super::paint::plain;
use super::printout::done;
use super::progress::Progress;
use super::screen::Screen;
use super::{Stop, diagnostics, issued, json, made};
use crate::desk::{self, Choices, Merged, PrintTo, Selection};

/// What may be had beside the papers themselves.
#[derive(Debug, Args)]
pub(super) struct Making {
    /// Menulis juga semua naskah yang diminta ke satu berkas PDF untuk dicetak
    #[arg(long = "gabung", value_name = "F.pdf", help_heading = "Berkas cetak")]
    merge: Option<PathBuf>,
    /// Menambah halaman kosong, supaya tiap naskah mulai di lembar baru bila dicetak bolak-balik
    #[arg(long = "bolak-balik", requires = "merge", help_heading = "Berkas cetak")]
    duplex: bool,
}

/// Makes the papers, and joins them where that was asked for.
pub(super) fn job(
    selection: &Selection,
    simulate: bool,
    more: Making,
    shared: &Shared,
    choices: &Choices,
    screen: &Screen,
) -> Result<u8, Stop> {
    let to = more.merge.map(|file| PrintTo { file, simulate });
    // Nothing is numbered for a file that cannot be written.
    if let Some(to) = &to {
        desk::may_merge(choices, to)?;
    }
    let bar = Progress::new(shared.quiet);
    let mut tell = |done, all| bar.tell("Mencetak naskah", done, all);
    let told = desk::issue(choices, selection, simulate, &mut tell)?;
    bar.end();
    screen.error(&diagnostics(&told.told, &told.examination.sources, screen));
    let merged = to.map(|to| desk::merge(choices, &told, &to, more.duplex));
    let (merged, refused) = match merged.transpose() {
        Ok(merged) => (merged, Vec::new()),
        Err(refused) => (None, refused),
    };
    let left_out = merged.as_ref().map_or(&[][..], |merged| &merged.print.told);
    let wrong = [refused.as_slice(), left_out].concat();
    screen.error(&diagnostics(&wrong, &told.examination.sources, screen));
    screen.data(|out| match shared.format == Format::Json {
        true => json::issue(&told, merged.as_ref(), out),
        false => {
            issued::write(&told, shared.verbose, screen.out_paint(), out)?;
            merged.as_ref().map_or(Ok(()), |merged| writeln!(out, "{}", joined(merged)))
        }
    })?;
    Ok(made(told.has_failures() || !wrong.is_empty(), told.examination.has_errors()))
}

fn joined(merged: &Merged) -> String {
    let pages = merged.pages.map_or_else(String::new, |pages| format!(", {pages} halaman"));
    let (word, file) = (done(&merged.print), plain(&merged.print.file));
    format!("{word}: {file} ({} naskah{pages})", merged.papers)
}
