//! `tertib jelaskan` as text: for each step what was counted, what was not, and why.

use std::io::{self, Write};

use super::paint::{Paint, plain};
use super::{diagnostic, examination, stretches};
use crate::desk::{Explanation, LedgerText, StepLedger, wording};

pub(super) fn write(told: &Explanation, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let Some(judged) = told.judged() else { return Ok(()) };
    let history = &judged.history;
    writeln!(out, "{}", paint.strong(&examination::heading(history)))?;
    if told.examination.folder.versions.are_several() {
        let sop = told.examination.sop_of(judged);
        let since = sop.effective.map(|day| format!(", efektif {}", wording::date(day)));
        let since = since.unwrap_or_else(|| ", tanggal efektif tidak diketahui".to_owned());
        let number = plain(&sop.number);
        writeln!(out, "SOP {number}{since}: versi yang berlaku ketika permohonan diterima")?;
        if told.examination.folder.versions.are_several_procedures() {
            writeln!(out, "    {}", plain(&sop.name))?;
        }
    }
    if told.steps.is_empty() {
        writeln!(out, "\nBelum ada langkah yang ditandatangani.")?;
    }
    for step in &told.ledger() {
        self::step(step, paint, out)?;
    }
    if let Some(total) = told.total() {
        writeln!(out, "\nSeluruh langkah: {total}")?;
    }
    if !told.findings.is_empty() {
        writeln!(out, "\nTemuan:\n")?;
    }
    for finding in &told.findings {
        writeln!(out, "{}", diagnostic::text(finding, &told.examination.sources, paint))?;
    }
    Ok(())
}

fn step(step: &StepLedger, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{}", paint.strong(&plain(&step.title)))?;
    for line in &step.lines {
        let mut label = line.label;
        match &line.told {
            LedgerText::Words(words) => writeln!(out, "  {label:<9}  {}", plain(words))?,
            LedgerText::Stretches(part) => {
                let mut lines = Vec::new();
                stretches::write(part, "", &mut lines)?;
                for line in String::from_utf8_lossy(&lines).lines() {
                    writeln!(out, "  {label:<9}  {}", plain(line))?;
                    label = "";
                }
            }
        }
    }
    Ok(())
}
