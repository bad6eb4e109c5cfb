//! The annex of a paper: the arithmetic of the steps done until then, where the office
//! asks for it (`[opsi] lampiran_hitungan`). What it says is part of the record, so that a
//! sign-off that changes afterwards gives a revision.
//!
//! Each step stands under a name of its own, not in a list: one step more is a blank that
//! was filled, as when the sign-off of the paper's own step completes it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::facts::Facts;
use crate::calendar::wording;
use crate::check::{LedgerLine, LedgerText, StepLedger, StepTime};

/// The steps by round, number and repetition, as they are told of: "putaran_1_langkah_2".
pub(super) type Hitungan = BTreeMap<String, StepLines>;

#[derive(Debug, Serialize)]
pub(super) struct StepLines {
    /// Its place among the steps.
    urut: usize,
    judul: String,
    baris: Vec<Line>,
}

/// A line in words, or the stretches of an interval.
#[derive(Debug, Serialize)]
struct Line {
    label: &'static str,
    isi: Option<String>,
    bagian: Vec<StretchRow>,
    /// What the stretches come to.
    jumlah: Option<String>,
}

#[derive(Debug, Serialize)]
struct StretchRow {
    waktu: String,
    dihitung: String,
    keterangan: String,
    /// Whether it counts.
    kerja: bool,
}

impl Facts<'_> {
    /// The arithmetic of all that was signed up to the paper's own step; `None` where the
    /// office does not ask for it.
    pub(super) fn arithmetic(&self) -> Option<Hitungan> {
        let rules = self.source.rules;
        if !rules.office.options.arithmetic_annex {
            return None;
        }
        let history = self.history();
        let is_meant = |at: usize, round: u32, step: u32| match self.due.entry {
            Some(own) => at <= own,
            None => (round, step) < (self.due.round, self.due.step),
        };
        let mut told = Hitungan::new();
        let meant = history.entries.iter().enumerate();
        let meant = meant.filter(|(at, entry)| is_meant(*at, entry.round, entry.step));
        for (urut, (_, entry)) in meant.enumerate() {
            let name = format!("putaran_{}_langkah_{}", entry.round, entry.step);
            let again = (2..).map(|nth| format!("{name}_kali_{nth}"));
            let name =
                std::iter::once(name.clone()).chain(again).find(|one| !told.contains_key(one));
            let time = StepTime::of(entry, self.judged(), rules);
            let StepLedger { title, lines } = StepLedger::of(&time, rules.sop, None);
            let baris = lines.into_iter().map(line).collect();
            told.insert(name.unwrap_or_default(), StepLines { urut, judul: title, baris });
        }
        Some(told)
    }
}

fn line(line: LedgerLine) -> Line {
    let label = line.label;
    match line.told {
        LedgerText::Words(words) => {
            Line { label, isi: Some(words), bagian: Vec::new(), jumlah: None }
        }
        LedgerText::Stretches(part) => {
            let rows = part.lines().into_iter().map(|told| StretchRow {
                waktu: told.span,
                dihitung: told.counted,
                keterangan: told.kind,
                kerja: told.counts,
            });
            let jumlah = Some(wording::duration(part.seconds));
            Line { label, isi: None, bagian: rows.collect(), jumlah }
        }
    }
}
