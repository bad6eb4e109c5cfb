//! The arithmetic of a request in words: what both faces of `tertib jelaskan` show, the
//! screen and the annex page.

use super::Explanation;
use crate::calendar::wording;
use crate::check::{History, StepLedger};

impl Explanation {
    /// The steps, in the order of rounds and steps.
    pub fn ledger(&self) -> Vec<StepLedger> {
        let Some(judged) = self.judged() else { return Vec::new() };
        let (sop, sources) = (self.examination.sop_of(judged), &self.examination.sources);
        self.steps.iter().map(|step| StepLedger::of(step, sop, Some(sources))).collect()
    }

    /// What all steps come to, where all are told and there are several.
    pub fn total(&self) -> Option<String> {
        let history = &self.judged()?.history;
        if self.steps.len() != history.entries.len() || history.entries.len() < 2 {
            return None;
        }
        let target = wording::duration(history.target);
        Some(match history.worked {
            Some(worked) => {
                format!("{} waktu kerja; target SOP {target}", wording::duration(worked))
            }
            None => format!(
                "belum dapat dijumlahkan; sekurang-kurangnya {} waktu kerja; target SOP {target}",
                wording::duration(history.worked_at_least)
            ),
        })
    }
}

/// Where a request stands, and the two verdicts on it: "selesai, putaran 2; sesuai SOP, …"
pub fn standing(history: &History) -> String {
    let mut text = history.status.words().to_owned();
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
