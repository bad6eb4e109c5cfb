//! `tertib register`: the agenda book as text and as JSON, or into a file.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::arguments::{TEMPLATE, month};
use super::filing::simulated;
use super::json::{AnswerJson, Told, VERSION, finding, print};
use super::paint::{Paint, padded, plain, width, wrapped};
use super::printout::{done, key};
use super::screen::Screen;
use super::{DONE, Stop, diagnostics};
use crate::desk::{
    self, Agenda as Book, AgendaLine, AgendaSequence, Choices, Month, NumberState, PrintTo,
    Printout, Sources, wording,
};

const COLUMNS: usize = 100;

/// Menampilkan buku agenda: semua nomor naskah, yang batal beserta alasannya
#[derive(Debug, Args)]
#[command(
    override_usage = "tertib register [PILIHAN]",
    help_template = TEMPLATE,
    after_help = "\
Contoh:
  tertib register
  tertib register --bulan 2024-06
  tertib register --bulan 2024-06 --simpan-ke agenda-2024-06.xlsx
  tertib register --simpan-ke agenda.pdf

Menurut jenis dan tahun: nomor, tanggal, permohonan, kepada atau untuk siapa, revisi, keadaan.
Setiap tempat dalam urutan yang tidak berlaku disebut dengan alasannya; nomor yang tanggalnya
lebih awal daripada nomor sebelumnya ditandai. Naskah yang terbit tanpa nomor ikut didaftar.
Yang belum ditandatangani belum bertanggal, dan tidak masuk bulan mana pun.

Berkas yang sudah ada hanya diganti bila itu buku agenda tertib yang sejudul dan belum diubah."
)]
pub(super) struct Agenda {
    /// Hanya naskah yang bertanggal pada bulan ini
    #[arg(long = "bulan", value_name = "TTTT-BB", value_parser = month, help_heading = "Yang ditampilkan")]
    month: Option<Month>,
    /// Menulis buku itu ke berkas ini: .xlsx atau .pdf
    #[arg(long = "simpan-ke", value_name = "BERKAS", help_heading = "Yang ditulis")]
    file: Option<PathBuf>,
    /// Menunjukkan apa yang akan ditulis, tanpa menulis apa pun
    #[arg(long = "simulasi", requires = "file", help_heading = "Yang ditulis")]
    simulate: bool,
}

/// Shows the book, or writes it.
pub(super) fn job(
    asked: Agenda,
    as_json: bool,
    choices: &Choices,
    screen: &Screen,
) -> Result<u8, Stop> {
    let Some(file) = asked.file else {
        let told = desk::agenda(choices, asked.month)?;
        screen.data(|out| match as_json {
            true => write_json(&told, None, out),
            false => write(&told, screen.out_paint(), out),
        })?;
        return Ok(DONE);
    };
    let to = PrintTo { file, simulate: asked.simulate };
    let (told, print) = desk::print_agenda(choices, asked.month, &to)?;
    screen.error(&diagnostics(&print.told, &Sources::default(), screen));
    screen.data(|out| match as_json {
        true => write_json(&told, Some(&print), out),
        false => {
            let numbers = told.lines().count();
            writeln!(out, "{}: {} ({numbers} baris)", done(&print), plain(&print.file))?;
            simulated(print.simulated, out)
        }
    })?;
    Ok(DONE)
}

fn write(told: &Book, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let month = told.month.map_or_else(String::new, |month| format!(" {}", month.name()));
    writeln!(out, "{}, {}", paint.strong(&format!("Buku agenda{month}")), plain(&told.office))?;
    if told.sequences.is_empty() {
        let why = if told.is_begun { "" } else { ": register.db belum ada di folder kantor ini" };
        writeln!(out, "Tidak ada nomor naskah{why}.")?;
    }
    for sequence in &told.sequences {
        self::sequence(sequence, paint, out)?;
    }
    if told.undated > 0 {
        writeln!(
            out,
            "\n{} nomor belum bertanggal dan tidak masuk bulan mana pun; seluruh buku: tertib register",
            told.undated
        )?;
    }
    Ok(())
}

fn sequence(told: &AgendaSequence, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let year = told.year.map_or_else(String::new, |year| format!(", {year}"));
    writeln!(out, "\n{}", paint.strong(&format!("{}{year}", told.title)))?;
    let longest = |of: &dyn Fn(&AgendaLine) -> String| {
        told.lines.iter().map(|line| width(&of(line))).max().unwrap_or(0).min(36)
    };
    let number =
        |line: &AgendaLine| plain(line.number.as_deref().unwrap_or("(tanpa nomor)")).into_owned();
    let date = |line: &AgendaLine| line.date.map_or_else(|| "-".to_owned(), wording::date);
    let about = |line: &AgendaLine| plain(&line.about()).into_owned();
    let (numbers, dates, abouts) = (longest(&number), longest(&date), longest(&about));
    for line in &told.lines {
        let place = line.place.map_or_else(|| "-".to_owned(), |place| place.to_string());
        let concerns = line.concerns.as_deref().unwrap_or("-");
        writeln!(
            out,
            "{place:>5}  {}  {}  {}  {}",
            padded(&number(line), numbers),
            padded(&date(line), dates),
            padded(&about(line), abouts),
            plain(concerns)
        )?;
        for note in notes(line) {
            for text in wrapped(&plain(&note), COLUMNS - 7) {
                writeln!(out, "       {text}")?;
            }
        }
    }
    for text in wrapped(&plain(&told.gaps.join("; ")), COLUMNS - 2) {
        writeln!(out, "  {text}")?;
    }
    Ok(())
}

fn notes(line: &AgendaLine) -> Vec<String> {
    let revision = line.revision.filter(|revision| *revision > 0);
    let state = (line.state != NumberState::InForce).then(|| line.state.in_words());
    let revision = revision.map(|revision| format!("revisi {revision}"));
    state.into_iter().chain(revision).chain(line.notes.iter().cloned()).collect()
}

fn write_json(told: &Book, written: Option<&Printout>, out: &mut dyn Write) -> io::Result<()> {
    let sources = Sources::default();
    let by = Told { sources: &sources, zone: told.zone };
    let hasil = json!({
        "bulan": told.month.map(Month::key),
        "urutan": told.sequences.iter().map(sequence_json).collect::<Vec<_>>(),
        "tanpa_tanggal": told.undated,
        "file": written.map(|print| &print.file),
        "keadaan": written.map(|print| key(print.fate)),
        "simulasi": written.map(|print| print.simulated),
    });
    let temuan = written.into_iter().flat_map(|print| &print.told);
    let temuan = temuan.map(|told| finding(told, by)).collect();
    let per = by.at(told.as_of);
    print(&AnswerJson { versi: VERSION, perintah: "register", per, hasil, temuan }, out)
}

fn sequence_json(told: &AgendaSequence) -> Value {
    json!({
        "jenis": told.kind,
        "tahun": told.year,
        "keterangan": told.gaps,
        "nomor": told.lines.iter().map(line_json).collect::<Vec<_>>(),
    })
}

fn line_json(line: &AgendaLine) -> Value {
    let (state, reason) = match &line.state {
        NumberState::InForce => ("berlaku", None),
        NumberState::Voided { reason } => ("dibatalkan", Some(reason)),
        NumberState::NotIssued => ("belum_dibuat", None),
        NumberState::Blank => ("tanpa_nomor", None),
    };
    json!({
        "urut": line.place,
        "nomor": line.number,
        "tanggal": line.date.map(|date| date.to_string()),
        "permohonan": line.subject,
        "putaran": line.round,
        "untuk": line.concerns,
        "revisi": line.revision,
        "keadaan": state,
        "alasan_batal": reason,
        "catatan": line.notes,
    })
}
