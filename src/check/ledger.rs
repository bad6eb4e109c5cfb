//! The arithmetic of a step in words, line by line: the same on the screen, on the page
//! that is printed of it, and in the annex of a paper.

use super::history::{Unjudged, WaitFrom};
use super::part::Part;
use super::step_time::StepTime;
use crate::calendar::wording;
use crate::diagnostic::{Cell, Place, Sources};
use crate::records::{Decision, Moment};
use crate::sop::Definition;

/// One step that was signed off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLedger {
    /// "Langkah 4, putaran 2: Membuatkan hak akses …"
    pub title: String,
    pub lines: Vec<LedgerLine>,
}

/// A line of it; a label that goes on is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLine {
    pub label: &'static str,
    pub told: LedgerText,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerText {
    Words(String),
    /// Each stretch of an interval, a line of its own.
    Stretches(Part),
}

impl StepLedger {
    /// A step in words; with the cells that it rests on where `sources` are given.
    pub fn of(step: &StepTime, sop: &Definition, sources: Option<&Sources>) -> StepLedger {
        let entry = &step.entry;
        let name = sop.step(entry.step).map_or("", |step| &step.activity);
        let round =
            if entry.round > 1 { format!(", putaran {}", entry.round) } else { String::new() };
        let mut lines = Lines::default();
        if let Some(actor) = &step.actor {
            lines.say("pelaksana", actor.to_string());
        }
        // A start that was written but is of no use is not the same as none.
        let written = step.rests_on.iter().any(|(key, _)| *key == "mulai");
        let no_start = if written { "tidak dapat dipakai" } else { "tidak tercatat" };
        lines.say("mulai", moment(entry.started, no_start));
        lines.say("selesai", moment(entry.ended, "tidak dapat dipakai"));
        if let Some(decision) = entry.decision {
            let decision = match decision {
                Decision::Ya => "Ya",
                Decision::Tidak => "Tidak: permohonan dikembalikan",
                Decision::Ditolak => "Tidak: permohonan ditolak",
            };
            lines.say("hasil", decision.to_owned());
        }
        if let Some(sources) = sources {
            lines.rests_on(&step.rests_on, sources);
        }
        lines.wait(step);
        lines.time(step);
        lines.decrees(step);
        lines.say("jumlah", sum(step));
        StepLedger { title: format!("Langkah {}{round}: {name}", entry.step), lines: lines.0 }
    }
}

#[derive(Default)]
struct Lines(Vec<LedgerLine>);

impl Lines {
    fn say(&mut self, label: &'static str, words: String) {
        self.0.push(LedgerLine { label, told: LedgerText::Words(words) });
    }

    fn lay_out(&mut self, mut label: &'static str, parts: &[Part]) {
        for part in parts.iter().filter(|part| !part.stretches.is_empty()) {
            self.0.push(LedgerLine { label, told: LedgerText::Stretches(part.clone()) });
            label = "";
        }
    }

    /// The cells, those of one sheet in one line.
    fn rests_on(&mut self, cells: &[(&'static str, Cell)], sources: &Sources) {
        let mut label = "menurut";
        let mut rest = cells;
        while let Some(((_, first), _)) = rest.split_first() {
            let same_sheet = rest.iter().take_while(|(_, cell)| cell.sheet == first.sheet).count();
            let (here, after) = rest.split_at(same_sheet);
            let named: Vec<String> =
                here.iter().map(|(key, cell)| format!("{} ({key})", cell.address())).collect();
            let place = Place::Cell(*first);
            let file = sources.file(&place);
            let sheet = sources.sheet_name(&place).unwrap_or_default();
            self.say(label, format!("{file} › lembar \"{sheet}\" › sel {}", named.join(", ")));
            label = "";
            rest = after;
        }
    }

    fn wait(&mut self, step: &StepTime) {
        let (Some(waited), Some(from)) = (step.entry.waited, step.entry.wait_from) else { return };
        let since = match from {
            WaitFrom::Step(_) => "sejak langkah sebelumnya selesai",
            WaitFrom::ReceivedByTeam => "sejak surat diterima tim",
        };
        let waited = wording::duration(waited);
        let words = format!("{waited} waktu kerja {since}; bukan bagian dari waktu langkah ini");
        self.say("menunggu", words);
        if let Some(part) = step.wait.as_ref().filter(|part| part.stretches.len() > 1) {
            self.lay_out("", std::slice::from_ref(part));
        }
    }

    fn time(&mut self, step: &StepTime) {
        let bounded = step.entry.span.is_none_or(|span| span.longest.is_some());
        match step.longest.as_slice() {
            [] if bounded => self.lay_out("waktu", &step.shortest),
            [] => self
                .say("waktu", "tidak ada batas atasnya: tidak ada langkah sebelumnya".to_owned()),
            longest if step.since_before => {
                self.say("waktu", "paling lama sejak langkah sebelumnya selesai:".to_owned());
                self.lay_out("", longest);
            }
            longest => {
                let mut label = "waktu";
                if !step.shortest.is_empty() {
                    self.say(label, "paling singkat:".to_owned());
                    self.lay_out("", &step.shortest);
                    label = "";
                }
                self.say(label, "paling lama:".to_owned());
                self.lay_out("", longest);
            }
        }
    }

    /// Each decree that makes a day off of what was laid out, with the days it names.
    fn decrees(&mut self, step: &StepTime) {
        let parts = step.wait.iter().chain(&step.shortest).chain(&step.longest);
        let mut decrees: Vec<(&str, Vec<String>)> = Vec::new();
        for stretch in parts.flat_map(|part| &part.stretches) {
            let Some(decree) = stretch.decree() else { continue };
            let day = stretch.describe();
            match decrees.iter_mut().find(|(known, _)| *known == decree) {
                Some((_, days)) if days.contains(&day) => {}
                Some((_, days)) => days.push(day),
                None => decrees.push((decree, vec![day])),
            }
        }
        let mut label = "libur";
        for (decree, days) in decrees {
            self.say(label, format!("{}: menurut {decree}", days.join("; ")));
            label = "";
        }
    }
}

fn moment(moment: Option<Moment>, unknown: &str) -> String {
    match moment {
        Some(Moment::At(at)) => wording::date_time(at),
        Some(Moment::Day(day)) => format!("{}, jamnya tidak tercatat", wording::day_and_date(day)),
        None => unknown.to_owned(),
    }
}

fn sum(step: &StepTime) -> String {
    let entry = &step.entry;
    let sum = match (entry.worked(), entry.span) {
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
    format!("{sum}{clock}; target {}: {}", wording::duration(entry.target), verdict(step))
}

fn verdict(step: &StepTime) -> String {
    let entry = &step.entry;
    let shortest = entry.span.map_or(0, |span| span.shortest);
    match (entry.on_time, entry.worked()) {
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
        Unjudged::FlexibleHours => "dengan jam kerja lentur tidak diketahui berapa lama dikerjakan",
        Unjudged::NoHour => "jamnya tidak tercatat",
    }
}
