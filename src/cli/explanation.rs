//! `tertib jelaskan` as text: for each step what was counted, what was not, and why.

use std::io::{self, Write};

use super::paint::{Paint, plain};
use super::{diagnostic, examination, stretches};
use crate::desk::{
    Cell, Decision, Explanation, Moment, Part, Place, Sources, StepTime, Unjudged, WaitFrom,
    wording,
};

pub(super) fn write(told: &Explanation, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let Some(judged) = told.judged() else { return Ok(()) };
    let history = &judged.history;
    writeln!(out, "{}", paint.strong(&examination::heading(history)))?;
    if told.examination.folder.versions.are_several() {
        let sop = told.examination.sop_of(judged);
        let since = sop.effective.map(|day| format!(", efektif {}", wording::date(day)));
        let since = since.unwrap_or_else(|| ", tanggal efektif tidak diketahui".to_owned());
        writeln!(
            out,
            "SOP {}{since}: versi yang berlaku ketika permohonan diterima",
            plain(&sop.number)
        )?;
    }
    if told.steps.is_empty() {
        writeln!(out, "\nBelum ada langkah yang ditandatangani.")?;
    }
    for step in &told.steps {
        self::step(step, told, paint, out)?;
    }
    if told.steps.len() == history.entries.len() && history.entries.len() > 1 {
        writeln!(out)?;
        match history.worked {
            Some(worked) => writeln!(
                out,
                "Seluruh langkah: {} waktu kerja; target SOP {}",
                wording::duration(worked),
                wording::duration(history.target)
            )?,
            None => writeln!(
                out,
                "Seluruh langkah: belum dapat dijumlahkan; sekurang-kurangnya {} waktu kerja; target SOP {}",
                wording::duration(history.worked_at_least),
                wording::duration(history.target)
            )?,
        }
    }
    if !told.findings.is_empty() {
        writeln!(out, "\nTemuan:\n")?;
    }
    for finding in &told.findings {
        writeln!(out, "{}", diagnostic::text(finding, &told.examination.sources, paint))?;
    }
    Ok(())
}

fn step(step: &StepTime, told: &Explanation, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let entry = &step.entry;
    let sop = told.judged().map(|judged| told.examination.sop_of(judged));
    let name = sop.and_then(|sop| sop.step(entry.step)).map_or("", |step| &step.activity);
    let round = if entry.round > 1 { format!(", putaran {}", entry.round) } else { String::new() };
    let title = format!("Langkah {}{round}: {}", entry.step, plain(name));
    writeln!(out, "\n{}", paint.strong(&title))?;
    if let Some(actor) = &entry.actor {
        writeln!(out, "  pelaksana  {}", plain(actor))?;
    }
    // A start that was written but is of no use is not the same as none.
    let written = step.rests_on.iter().any(|(key, _)| *key == "mulai");
    let no_start = if written { "tidak dapat dipakai" } else { "tidak tercatat" };
    writeln!(out, "  mulai      {}", moment(entry.started, no_start))?;
    writeln!(out, "  selesai    {}", moment(entry.ended, "tidak dapat dipakai"))?;
    if let Some(decision) = entry.decision {
        let decision = match decision {
            Decision::Ya => "Ya",
            Decision::Tidak => "Tidak: permohonan dikembalikan",
            Decision::Ditolak => "Tidak: permohonan ditolak",
        };
        writeln!(out, "  hasil      {decision}")?;
    }
    rests_on(&step.rests_on, &told.examination.sources, out)?;
    wait(step, out)?;
    time(step, out)
}

fn moment(moment: Option<Moment>, unknown: &str) -> String {
    match moment {
        Some(Moment::At(at)) => wording::date_time(at),
        Some(Moment::Day(day)) => format!("{}, jamnya tidak tercatat", wording::day_and_date(day)),
        None => unknown.to_owned(),
    }
}

fn rests_on(
    cells: &[(&'static str, Cell)],
    sources: &Sources,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut label = "menurut";
    let mut rest = cells;
    while let Some(((_, first), _)) = rest.split_first() {
        let same_sheet = rest.iter().take_while(|(_, cell)| cell.sheet == first.sheet).count();
        let (here, after) = rest.split_at(same_sheet);
        let named: Vec<String> =
            here.iter().map(|(key, cell)| format!("{} ({key})", cell.address())).collect();
        let place = Place::Cell(*first);
        let file = plain(sources.file(&place));
        let sheet = plain(sources.sheet_name(&place).unwrap_or_default());
        writeln!(out, "  {label:<9}  {file} › lembar \"{sheet}\" › sel {}", named.join(", "))?;
        label = "";
        rest = after;
    }
    Ok(())
}

fn wait(step: &StepTime, out: &mut dyn Write) -> io::Result<()> {
    let (Some(waited), Some(from)) = (step.entry.waited, step.entry.wait_from) else {
        return Ok(());
    };
    let since = match from {
        WaitFrom::Step(_) => "sejak langkah sebelumnya selesai",
        WaitFrom::ReceivedByTeam => "sejak surat diterima tim",
    };
    writeln!(
        out,
        "  menunggu   {} waktu kerja {since}; bukan bagian dari waktu langkah ini",
        wording::duration(waited)
    )?;
    match &step.wait {
        Some(part) if part.stretches.len() > 1 => stretches::write(part, "             ", out),
        _ => Ok(()),
    }
}

fn time(step: &StepTime, out: &mut dyn Write) -> io::Result<()> {
    let entry = &step.entry;
    let target = wording::duration(entry.target);
    if step.longest.is_empty() && entry.span.is_none_or(|span| span.longest.is_some()) {
        parts("waktu", &step.shortest, out)?;
    } else {
        match step.longest.as_slice() {
            [] => {
                writeln!(out, "  waktu      tidak ada batas atasnya: tidak ada langkah sebelumnya")?
            }
            longest if step.since_before => {
                writeln!(out, "  waktu      paling lama sejak langkah sebelumnya selesai:")?;
                parts("", longest, out)?;
            }
            longest => {
                let mut label = "waktu";
                if !step.shortest.is_empty() {
                    writeln!(out, "  {label:<9}  paling singkat:")?;
                    parts("", &step.shortest, out)?;
                    label = "";
                }
                writeln!(out, "  {label:<9}  paling lama:")?;
                parts("", longest, out)?;
            }
        }
    }
    let sum = match (entry.worked, entry.span) {
        (Some(worked), _) => wording::duration(worked),
        (None, Some(span)) => match span.longest {
            Some(longest) => format!(
                "antara {} dan {}",
                wording::duration(span.shortest),
                wording::duration(longest)
            ),
            None => format!("sekurang-kurangnya {}", wording::duration(span.shortest)),
        },
        (None, None) => "tidak dapat dihitung".to_owned(),
    };
    let clock = if entry.by_clock {
        " (seluruhnya di luar jam kerja, maka dihitung menurut jam dinding)"
    } else {
        ""
    };
    writeln!(out, "  jumlah     {sum}{clock}; target {target}: {}", verdict(step))
}

fn verdict(step: &StepTime) -> String {
    let entry = &step.entry;
    let shortest = entry.span.map_or(0, |span| span.shortest);
    match (entry.on_time, entry.worked) {
        (Some(true), Some(worked)) if worked == entry.target => {
            "tepat waktu, tepat pada target".to_owned()
        }
        (Some(true), Some(worked)) => {
            format!("tepat waktu, tersisa {}", wording::duration(entry.target - worked))
        }
        (Some(true), None) => "tepat waktu menurut bacaan paling lama sekalipun".to_owned(),
        (Some(false), Some(worked)) => {
            format!("terlambat {}", wording::duration(worked - entry.target))
        }
        (Some(false), None) => {
            format!("terlambat sekurang-kurangnya {}", wording::duration(shortest - entry.target))
        }
        (None, _) => match entry.unjudged {
            None => "tidak dinilai".to_owned(),
            Some(why) => format!("tidak dapat dinilai: {}", unjudged(why)),
        },
    }
}

fn unjudged(why: Unjudged) -> &'static str {
    match why {
        Unjudged::Unusable => "waktunya tidak dapat dipakai",
        Unjudged::FirstOfRound => "mulainya tidak tercatat dan ini langkah pertama putarannya",
        Unjudged::EndBeforeUnknown => {
            "mulainya tidak tercatat dan akhir langkah sebelumnya tidak dapat menjadi batasnya"
        }
        Unjudged::NoStart => "mulainya tidak tercatat",
        Unjudged::NoHour => "jamnya tidak tercatat",
    }
}

fn parts(label: &str, parts: &[Part], out: &mut dyn Write) -> io::Result<()> {
    let mut label = label;
    for part in parts {
        let mut lines = Vec::new();
        stretches::write(part, "", &mut lines)?;
        for line in String::from_utf8_lossy(&lines).lines() {
            writeln!(out, "  {label:<9}  {line}")?;
            label = "";
        }
    }
    Ok(())
}
