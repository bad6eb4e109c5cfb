//! `tertib periksa` as text: the findings by request, and what they come to.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::fold::{Folded, folded};
use super::paint::{Paint, plain};
use super::{annotated, diagnostic};
use crate::desk::{
    Annotated, Examination, History, Level, ONE_BY_ONE, Status, Summary, in_parts, standing,
    wording,
};

/// So many findings are put into words before they are written, and no more: the words
/// take far more room than the facts.
const AT_ONCE: usize = 1024;

/// Writes the findings grouped by request, then the summary, then the copies.
pub(super) fn write(
    told: &Examination,
    annotated: Option<&Annotated>,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let histories: BTreeMap<&str, &History> =
        told.cases.iter().map(|judged| (&*judged.case.number, &judged.history)).collect();
    let (general, by_request) = folded(&told.findings);
    let mut current = None;
    let all: Vec<&Folded<'_>> = general.iter().chain(&by_request).collect();
    for some in all.chunks(AT_ONCE) {
        let texts = in_parts(some, |part| {
            let text = |one: &&Folded<'_>| {
                diagnostic::with_others(one.first, one.rest(), &told.sources, paint)
            };
            part.iter().map(text).collect::<Vec<String>>()
        });
        for (told_once, text) in some.iter().zip(texts.into_iter().flatten()) {
            let finding = told_once.first;
            if told_once.is_of_one_request() && finding.case != current {
                let history = finding.case.as_deref().and_then(|number| histories.get(number));
                if let Some(history) = history {
                    writeln!(out, "{}", paint.strong(&heading(history)))?;
                    writeln!(out)?;
                }
                current.clone_from(&finding.case);
            }
            writeln!(out, "{text}")?;
        }
    }
    summary(told, out)?;
    let all = || general.iter().chain(&by_request);
    let listed = match all().any(|told_once| told_once.unlisted > 0) {
        true => format!("{ONE_BY_ONE} yang pertama di satu kolom "),
        false => String::new(),
    };
    if all().any(|told_once| !told_once.others.is_empty()) {
        writeln!(
            out,
            "Temuan yang sama ditulis satu kali; {listed}satu per satu: --anotasi DIR atau --format json"
        )?;
    }
    annotated.map_or(Ok(()), |annotated| annotated::write(annotated, paint, out))
}

/// "== P-2024-017: selesai, putaran 2; tidak sesuai SOP, tidak tepat waktu"
pub(super) fn heading(history: &History) -> String {
    format!("== {}: {}", plain(&history.number), standing(history))
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
