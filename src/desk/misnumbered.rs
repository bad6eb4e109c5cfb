//! What is told of a number in a sign-off's row that its paper cannot bear.

use super::issue::REGISTER;
use crate::diagnostic::{Cell, Diagnostic, Place};
use crate::records::{Text, Written};
use crate::register::RegisterProblem;
use crate::sop::PaperKind;

/// Two rows of one step name two numbers for its paper.
pub(super) fn several_numbers(kind: PaperKind, cells: &[Cell]) -> Diagnostic {
    let told = Diagnostic::error(format!(
        "baris-baris langkah ini memberi {} lebih dari satu nomor naskah",
        kind.title()
    ))
    .consequence("naskah ini tidak dibuat; naskah lain tidak terpengaruh.")
    .advice("tulis nomor yang sama di semua baris langkah itu, atau di satu baris saja, simpan, lalu jalankan lagi: tertib proses");
    cells.iter().fold(told, |told, cell| told.at(Place::Cell(*cell)))
}

/// The register has another number for the paper, or another paper for the number.
pub(super) fn cannot_bear(
    kind: PaperKind,
    written: &Written<Text>,
    problem: &RegisterProblem,
) -> Diagnostic {
    let reason = problem.diagnostic(REGISTER);
    Diagnostic::error(format!(
        "{} tidak dapat bernomor \"{}\": {}",
        kind.title(),
        written.value,
        reason.message
    ))
    .consequence("naskah ini tidak dibuat; naskah lain tidak terpengaruh.")
    .at(Place::Cell(written.cell))
    .advice(format!(
        "bila sel ini yang keliru, betulkan lalu jalankan lagi: tertib proses; {}",
        reason.advice
    ))
}
