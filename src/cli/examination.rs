//! `tertib periksa` as text: the findings by request, and what they come to.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::diagnostic;
use super::paint::{Paint, plain};
use crate::desk::{Examination, History, Level, Status, Summary, wording};

/// Writes the findings grouped by request, then the summary.
pub(super) fn write(told: &Examination, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let histories: BTreeMap<&str, &History> =
        told.cases.iter().map(|judged| (&*judged.case.number, &judged.history)).collect();
    let mut current = None;
    for finding in &told.findings {
        if finding.case.is_some() && finding.case != current {
            let history = finding.case.as_deref().and_then(|number| histories.get(number));
            if let Some(history) = history {
                writeln!(out, "{}", paint.strong(&heading(history)))?;
                writeln!(out)?;
            }
            current.clone_from(&finding.case);
        }
        writeln!(out, "{}", diagnostic::text(finding, &told.sources, paint))?;
    }
    summary(told, out)
}

/// "== P-2024-017: selesai, putaran 2; tidak sesuai SOP, tidak tepat waktu"
pub(super) fn heading(history: &History) -> String {
    let mut text = format!("== {}: {}", plain(&history.number), history.status.words());
    if history.round > 1 {
        text.push_str(&format!(", putaran {}", history.round));
    }
    if history.outside_sop {
        text.push_str(&format!("; {} di luar SOP ini", history.kind.name()));
        return text;
    }
    text.push_str(match history.verdict.kept {
        Some(true) => "; sesuai SOP",
        Some(false) => "; tidak sesuai SOP",
        None => "; kesesuaian belum dapat dinilai",
    });
    text.push_str(match history.verdict.on_time {
        Some(true) => ", tepat waktu",
        Some(false) => ", tidak tepat waktu",
        None => ", ketepatan waktu belum dapat dinilai",
    });
    text
}

fn summary(told: &Examination, out: &mut dyn Write) -> io::Result<()> {
    let Summary { requests, by_status, outside_sop, kept, on_time, by_level } = told.summary();
    let zone = told.folder.office.zone;
    writeln!(out, "Keadaan pada {} {zone}", wording::date_time(told.as_of()))?;
    let versions = told.by_version();
    if versions.is_empty() {
        writeln!(out, "SOP {}", plain(&told.folder.sop().number))?;
    }
    for (version, count) in versions {
        writeln!(out, "SOP {}: {count} permohonan", plain(&version.in_words()))?;
    }
    let mut parts: Vec<String> = Status::ALL
        .iter()
        .zip(by_status)
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| format!("{count} {}", status.words()))
        .collect();
    if outside_sop > 0 {
        parts.push(format!("{outside_sop} di luar SOP ini"));
    }
    let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    if requests == 0 {
        writeln!(out, "Belum ada permohonan di buku kerja.")?;
    }
    writeln!(out, "{requests} permohonan{parts}")?;
    writeln!(out, "{kept} sesuai SOP, {on_time} tepat waktu")?;
    let levels: Vec<String> = Level::ALL
        .iter()
        .zip(by_level)
        .map(|(level, count)| format!("{count} {}", level.name()))
        .collect();
    writeln!(out, "Temuan: {}", levels.join(", "))
}
