//! `tertib status` as text: one block of two lines for each request, on one screen.

use std::io::{self, Write};

use super::paint::{Paint, cut, padded, plain, width};
use crate::desk::{Level, Moment, Running, Status, Waiting, wording};

/// Writes what runs, the most urgent first, and what it comes to.
pub(super) fn write(told: &Running, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let zone = told.examination.folder.office.zone;
    writeln!(out, "Keadaan pada {} {zone}", wording::date_time(told.examination.as_of()))?;
    for (title, group) in groups(told) {
        if group.is_empty() {
            continue;
        }
        writeln!(out, "\n{}", paint.strong(&format!("{title} ({})", group.len())))?;
        let columns = group.iter().map(|one| width(&plain(&one.number))).max().unwrap_or(0).min(32);
        for one in group {
            request(one, columns, paint, out)?;
        }
    }
    if told.waiting.is_empty() {
        writeln!(out, "Tidak ada permohonan yang berjalan.")?;
    }
    Ok(())
}

fn groups(told: &Running) -> [(&'static str, Vec<&Waiting>); 4] {
    let of = |status: Status| {
        told.waiting.iter().filter(|one| !one.outside_sop && one.status == status).collect()
    };
    [
        ("Dalam proses", of(Status::DalamProses)),
        ("Menunggu pemohon, dikembalikan", of(Status::Dikembalikan)),
        ("Perlu perbaikan data", of(Status::PerluPerbaikan)),
        ("Di luar SOP ini", told.waiting.iter().filter(|one| one.outside_sop).collect()),
    ]
}

fn request(one: &Waiting, columns: usize, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let number = padded(&cut(&plain(&one.number), columns), columns);
    let who: Vec<&str> =
        [&one.applicant, &one.unit].into_iter().flatten().map(|text| &**text).collect();
    writeln!(out, "  {number}  {}", cut(&plain(&who.join(", ")), 80usize.saturating_sub(columns)))?;
    let indent = " ".repeat(columns + 4);
    if let Some(no) = one.next_step {
        let name = one.next_name.as_deref().unwrap_or_default();
        let begun = if one.begun.is_some() { ", sedang dikerjakan" } else { "" };
        let round = if one.round > 1 { format!(", putaran {}", one.round) } else { String::new() };
        let with = one.with.join(" dan ");
        writeln!(
            out,
            "{indent}langkah {no} ({}){begun}{round}; pada {}",
            plain(name),
            plain(&with)
        )?;
    }
    let since = one.since.map(|since| match since {
        Moment::At(at) => format!("sejak {}", wording::short_date_time(at)),
        Moment::Day(day) => format!("sejak {}", wording::short_date(day)),
    });
    let due = one.due.map(|due| format!("jatuh tempo {}", wording::short_date_time(due)));
    let left = one.left.map(|left| match left {
        left if left < 0 => {
            paint.level(Level::Kesalahan, &format!("lewat {}", wording::duration(-left)))
        }
        left => format!("sisa {}", wording::duration(left)),
    });
    let parts: Vec<String> = [since, due, left].into_iter().flatten().collect();
    if parts.is_empty() { Ok(()) } else { writeln!(out, "{indent}{}", parts.join("; ")) }
}
