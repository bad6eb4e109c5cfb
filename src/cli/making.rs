//! `tertib buat`: the papers, and what else is wanted of them.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::arguments::{Format, Shared};
use super::json::{AnswerJson, Told, VERSION, finding};
use super::paint::plain;
use super::printout::done;
use super::progress::Progress;
use super::screen::Screen;
use super::{DONE, Stop, diagnostics, issued, made};
use crate::desk::{
    self, Choices, Diagnostic, Merged, PaperTexts, Preview, PrintTo, Selection, Sources,
};

/// What may be had beside the papers themselves.
#[derive(Debug, Args)]
pub(super) struct Making {
    /// Menulis juga semua naskah yang diminta ke satu berkas PDF untuk dicetak
    #[arg(long = "gabung", value_name = "F.pdf", help_heading = "Berkas cetak")]
    merge: Option<PathBuf>,
    /// Menambah halaman kosong, supaya tiap naskah mulai di lembar baru bila dicetak bolak-balik
    #[arg(long = "bolak-balik", requires = "merge", help_heading = "Berkas cetak")]
    duplex: bool,
    /// Menggambar halaman satu naskah sebagai PNG; tidak dicatat dan tidak bernomor baru
    #[arg(long = "pratinjau", conflicts_with_all = ["merge", "text"], help_heading = "Hanya melihat")]
    preview: bool,
    /// Menulis kata-kata naskah sebagai teks biasa, untuk disalin ke naskah kantor sendiri
    #[arg(long = "teks", conflicts_with = "merge", help_heading = "Hanya melihat")]
    text: bool,
    // Its own id: one of the same name would hide `--folder` behind the command.
    /// Folder tempat gambar atau teks ditulis; tanpa ini: hasil/pratinjau, atau layar
    #[arg(id = "shown_in", long = "ke", value_name = "DIR", help_heading = "Hanya melihat")]
    folder: Option<PathBuf>,
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
    if more.preview || more.text {
        return look(selection, simulate, &more, shared, choices, screen);
    }
    if more.folder.is_some() {
        return Err(vec![
            Diagnostic::error("--ke dipakai bersama --pratinjau atau --teks")
                .advice("naskah sendiri selalu ditulis ke folder hasil"),
        ]
        .into());
    }
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
        true => super::json::issue(&told, merged.as_ref(), out),
        false => {
            issued::write(&told, shared.verbose, screen.out_paint(), out)?;
            merged.as_ref().map_or(Ok(()), |merged| writeln!(out, "{}", joined(merged)))
        }
    })?;
    let is_lacking = !refused.is_empty() || merged.is_some_and(|merged| merged.is_lacking());
    Ok(made(told.has_failures() || is_lacking, told.examination.has_errors()))
}

fn joined(merged: &Merged) -> String {
    let pages = merged.pages.map_or_else(String::new, |pages| format!(", {pages} halaman"));
    let (word, file) = (done(&merged.print), plain(&merged.print.file));
    format!("{word}: {file} ({} naskah{pages})", merged.papers)
}

/// Shows papers without making any.
fn look(
    selection: &Selection,
    simulate: bool,
    more: &Making,
    shared: &Shared,
    choices: &Choices,
    screen: &Screen,
) -> Result<u8, Stop> {
    let as_json = shared.format == Format::Json;
    let folder = more.folder.as_deref();
    if more.preview {
        let told = desk::preview(choices, selection, folder, simulate)?;
        screen.data(|out| match as_json {
            true => preview_json(&told, out),
            false => preview(&told, out),
        })?;
        return Ok(DONE);
    }
    let told = desk::paper_texts(choices, selection, folder, simulate)?;
    screen.error(&diagnostics(&told.problems, &Sources::default(), screen));
    screen.data(|out| match as_json {
        true => texts_json(&told, out),
        false => texts(&told, out),
    })?;
    Ok(made(!told.problems.is_empty(), false))
}

fn preview(told: &Preview, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", plain(&told.paper))?;
    let word = if told.simulated { "akan digambar" } else { "digambar" };
    told.files.iter().try_for_each(|file| writeln!(out, "{word}: {}", plain(file)))
}

fn preview_json(told: &Preview, out: &mut dyn Write) -> io::Result<()> {
    let hasil = json!({ "naskah": told.paper, "gambar": told.files, "simulasi": told.simulated });
    let (perintah, per) = ("buat", told.zone.rfc3339(told.as_of));
    let temuan = Vec::new();
    super::json::print(&AnswerJson { versi: VERSION, perintah, per, hasil, temuan }, out)
}

/// A paper in a file is told by its name; else its words, a line between two papers.
fn texts(told: &PaperTexts, out: &mut dyn Write) -> io::Result<()> {
    let several = told.papers.len() > 1;
    for paper in &told.papers {
        match &paper.file {
            Some(file) if told.simulated => writeln!(out, "akan ditulis: {}", plain(file))?,
            Some(file) => writeln!(out, "ditulis: {}", plain(file))?,
            None => {
                if several {
                    writeln!(out, "===== {} {} =====", paper.kind.title(), plain(&paper.request))?;
                }
                for line in paper.text.lines() {
                    // A tab parts two cells; all else that steers a terminal is shown.
                    let cells: Vec<_> = line.split('\t').map(plain).collect();
                    writeln!(out, "{}", cells.join("\t"))?;
                }
                if several {
                    writeln!(out)?;
                }
            }
        }
    }
    if told.papers.is_empty() && told.problems.is_empty() {
        writeln!(out, "0 naskah")?;
    }
    Ok(())
}

fn texts_json(told: &PaperTexts, out: &mut dyn Write) -> io::Result<()> {
    let papers = told.papers.iter().map(|paper| {
        json!({
            "permohonan": &*paper.request,
            "naskah": paper.kind.stem(),
            "putaran": paper.round,
            "teks": paper.text,
            "file": paper.file,
            "simulasi": told.simulated,
        })
    });
    let hasil: Vec<_> = papers.collect();
    let sources = Sources::default();
    let by = Told { sources: &sources, zone: told.zone };
    let temuan = told.problems.iter().map(|told| finding(told, by)).collect();
    let (perintah, per) = ("buat", by.at(told.as_of));
    super::json::print(&AnswerJson { versi: VERSION, perintah, per, hasil, temuan }, out)
}
