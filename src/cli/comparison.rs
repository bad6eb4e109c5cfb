//! `tertib bandingkan`: what is asked for, and the answer as text: each step before and
//! after, the sums, and the requests whose verdict is another.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::arguments::TEMPLATE;
use super::paint::{Paint, cut, padded, plain};
use crate::desk::{Alternative, Comparison, StepComparison, StepSide, Tally, wording};

/// Membandingkan putusan atas catatan yang sama menurut SOP atau kalender lain
#[derive(Debug, Args)]
#[command(
    override_usage = "tertib bandingkan [PILIHAN] [--sop LAIN.toml] [--kalender LAIN.toml]",
    help_template = TEMPLATE,
    after_help = "\
Contoh:
  tertib bandingkan --sop usulan-2025.toml
  tertib bandingkan --kalender jam-baru.toml --format json

SOP pembanding berlaku untuk semua permohonan, kapan pun diterima; bila kantor memakai beberapa
prosedur, untuk semua permohonan menurut prosedur itu. Tidak ada yang ditulis."
)]
pub(super) struct Compared {
    /// SOP pembanding, berkas seperti di folder sop
    #[arg(long = "sop", value_name = "BERKAS", help_heading = "Pembanding")]
    sop: Option<PathBuf>,
    /// Kalender pembanding, berkas seperti kalender.toml, sebagai gantinya
    #[arg(long = "kalender", value_name = "BERKAS", help_heading = "Pembanding")]
    calendar: Option<PathBuf>,
}

impl Compared {
    pub(super) fn alternative(self) -> Alternative {
        Alternative { sop: self.sop, calendar: self.calendar }
    }
}

pub(super) fn write(told: &Comparison, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let Comparison { before, after, changed, .. } = told;
    let zone = before.folder.office.zone;
    writeln!(out, "Keadaan pada {} {zone}", wording::date_time(before.as_of()))?;
    writeln!(out, "Semula:     SOP {}", plain(&before.folder.versions.in_words()))?;
    let file = |path: &Option<PathBuf>| {
        let shown = path.as_ref().map(|path| plain(&path.display().to_string()).into_owned());
        shown.map_or_else(String::new, |shown| format!(" ({shown})"))
    };
    let sop = plain(&after.folder.versions.in_words()).into_owned();
    writeln!(out, "Pembanding: SOP {sop}{}", file(&told.by.sop))?;
    if told.by.calendar.is_some() {
        writeln!(out, "            kalender lain{}", file(&told.by.calendar))?;
    }
    let heads = ["Terlambat / dinilai, target", "Semula", "Pembanding"];
    writeln!(out, "\n{}", paint.strong(&row(heads)))?;
    let mut sop: Option<&str> = None;
    for step in &told.steps {
        if step.sop.as_deref() != sop {
            sop = step.sop.as_deref();
            writeln!(out, "SOP {}", plain(sop.unwrap_or_default()))?;
        }
        self::step(step, out)?;
    }
    self::step(&told.sum(), out)?;
    writeln!(out, "\n{}", paint.strong("Permohonan"))?;
    tally("tepat waktu", &told.on_time, out)?;
    tally("sesuai SOP", &told.kept, out)?;
    if changed.is_empty() {
        return writeln!(out, "\nTidak ada permohonan yang putusannya berubah.");
    }
    let title = format!("Putusan berubah pada {} permohonan", changed.len());
    writeln!(out, "\n{}", paint.strong(&title))?;
    for one in changed {
        let mut parts = Vec::new();
        for (name, was, is) in [
            ("tepat waktu", one.before.on_time, one.after.on_time),
            ("sesuai SOP", one.before.kept, one.after.kept),
        ] {
            if was != is {
                parts.push(format!("{name}: {} menjadi {}", verdict(was), verdict(is)));
            }
        }
        writeln!(out, "  {}: {}", plain(&one.number), parts.join("; "))?;
    }
    Ok(())
}

fn step(step: &StepComparison, out: &mut dyn Write) -> io::Result<()> {
    let name = match step.no {
        0 => step.name.clone(),
        no => format!("{no}. {}", step.name),
    };
    let words = |side: Option<StepSide>| side.map_or("tidak ada".to_owned(), in_words);
    writeln!(out, "{}", row([&name, &words(step.before), &words(step.after)]))?;
    if let Some(other) = step.other_name.as_ref().filter(|other| **other != step.name) {
        writeln!(out, "     pada pembanding: {}. {}", step.no, plain(other))?;
    }
    let unjudged = |side: Option<StepSide>| {
        let count = side.map_or(0, |side| side.signed.saturating_sub(side.judged));
        if count > 0 { format!("{count} tidak dapat dinilai") } else { String::new() }
    };
    let (before, after) = (unjudged(step.before), unjudged(step.after));
    if !before.is_empty() || !after.is_empty() {
        writeln!(out, "{}", row(["", &before, &after]).trim_end())?;
    }
    if step.changed > 0 {
        writeln!(
            out,
            "     {} putusan berubah: {} menjadi terlambat, {} tidak lagi terlambat",
            step.changed, step.become_late, step.no_longer_late
        )?;
    }
    Ok(())
}

/// Three columns, 80 wide.
fn row([name, before, after]: [&str; 3]) -> String {
    let line = format!("{} {} {}", padded(&cut(&plain(name), 27), 27), padded(before, 26), after);
    line.trim_end().to_owned()
}

fn in_words(side: StepSide) -> String {
    let target = side.target.map_or("menurut versinya".to_owned(), wording::duration);
    format!("{} / {}, {target}", side.late, side.judged)
}

fn tally(name: &str, [before, after]: &[Tally; 2], out: &mut dyn Write) -> io::Result<()> {
    let words = |tally: &Tally| {
        format!("{} ya, {} tidak, {} belum diketahui", tally.yes, tally.no, tally.unknown)
    };
    writeln!(out, "  {}  semula      {}", padded(name, 12), words(before))?;
    writeln!(out, "  {}  pembanding  {}", padded("", 12), words(after))
}

fn verdict(verdict: Option<bool>) -> &'static str {
    match verdict {
        Some(true) => "ya",
        Some(false) => "tidak",
        None => "belum diketahui",
    }
}
