//! `tertib jelaskan N`: the arithmetic of a request, step by step: each stretch of
//! working time that was counted and each that was not, and the cells it rests on.

use super::{Choices, Examination, Refusal, check};
use crate::check::{Entry, Judged, StepTime};
use crate::diagnostic::Diagnostic;

/// One request, explained.
#[derive(Debug)]
pub struct Explanation {
    pub examination: Examination,
    /// Index into [`Examination::cases`].
    case: usize,
    pub steps: Vec<StepTime>,
    /// The findings about the request, or about the one step that was asked for.
    pub findings: Vec<Diagnostic>,
}

impl Explanation {
    /// The request itself.
    pub fn judged(&self) -> Option<&Judged> {
        self.examination.cases.get(self.case)
    }
}

/// Explains the request of that number, or one step of it.
///
/// # Errors
/// No such request or step, or the office's own files cannot be used.
pub fn explain(choices: &Choices, number: &str, step: Option<u32>) -> Result<Explanation, Refusal> {
    let examination = check(choices, &[])?;
    let (case, judged) = examination.requested(number)?;
    let entries = judged.history.listed();
    let entries: Vec<&Entry> =
        entries.into_iter().filter(|entry| step.is_none_or(|no| entry.step == no)).collect();
    if let Some(no) = step.filter(|_| entries.is_empty()) {
        return Err(vec![no_step(no, judged, &examination)]);
    }
    let rules = examination.folder.rules();
    let steps = entries.into_iter().map(|entry| StepTime::of(entry, judged, &rules)).collect();
    let about = |told: &&Diagnostic| {
        let is_of_step = step.is_none_or(|no| told.step == Some(no)) || told.stands_for > 1;
        judged.case.may_be_meant_by(told) && is_of_step
    };
    let findings = examination.findings.iter().filter(about).cloned().collect();
    Ok(Explanation { case, steps, findings, examination })
}

fn no_step(no: u32, judged: &Judged, examination: &Examination) -> Diagnostic {
    let sop = examination.sop_of(judged);
    let number = &judged.case.number;
    match sop.step(no) {
        Some(step) => Diagnostic::error(format!(
            "langkah {no} ({}) pada {number} belum ditandatangani, sehingga belum ada waktu yang dihitung",
            step.short_name()
        ))
        .advice(format!("lihat langkah yang sudah ditandatangani dengan: tertib jelaskan {number}")),
        None => Diagnostic::error(format!("SOP ini tidak mempunyai langkah {no}"))
            .advice("lihat langkah-langkahnya dengan: tertib sop"),
    }
}
