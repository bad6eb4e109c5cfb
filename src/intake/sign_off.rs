//! A row of *kendali* to a record.

use super::Rules;
use super::cell::{Found, RowReader};
use super::decision;
use super::heading::Field;
use super::problem::Fact;
use super::text::{is_placeholder, shown};
use crate::records::{
    Decision, Moment, Paraf, Reading, SignOff, SignOffField as K, StepRef, Text, Written,
};

/// The columns that are kept as text, in the order of the contract.
fn is_text(field: K) -> bool {
    !matches!(
        field,
        K::NomorPermohonan
            | K::Langkah
            | K::Pelaksana
            | K::NipPelaksana
            | K::Mulai
            | K::Selesai
            | K::Tanggal
            | K::JamMulai
            | K::JamSelesai
            | K::Hasil
            | K::Paraf
            | K::Dijadwalkan
    )
}

/// Reads one step done, begun or planned; `None` where the row has no number.
pub(super) fn read(row: &mut RowReader<'_>, rules: &Rules<'_>) -> Option<SignOff> {
    let number = row.text(Field::SignOff(K::NomorPermohonan)).known().cloned()?;
    row.about.number = Some(number.value.clone());
    let step = step(row, rules);
    let actor = row.text(Field::SignOff(K::Pelaksana));
    let actor_nip = row.nip(Field::SignOff(K::NipPelaksana));
    let (started, ended, planned) = times(row);
    let mut unread = None;
    let decision = decision_of(row, &mut unread);
    let paraf = paraf(row);
    let mut texts: Vec<(K, Written<Text>)> =
        unread.map(|text| (K::Hasil, text)).into_iter().collect();
    for field in K::ALL.iter().copied().filter(|field| is_text(*field)) {
        if let Reading::Known(text) = row.text(Field::SignOff(field)) {
            texts.push((field, text));
        }
    }
    Some(SignOff {
        place: row.place(),
        number,
        step,
        actor,
        actor_nip,
        started,
        ended,
        planned,
        decision,
        paraf,
        texts,
        flawed: row.flawed,
    })
}

fn step(row: &mut RowReader<'_>, rules: &Rules<'_>) -> StepRef {
    let field = Field::SignOff(K::Langkah);
    let (cell, value) = match row.find(field) {
        Found::Nothing => {
            row.report_empty(field);
            return StepRef::Unknown(row.cell_of(field));
        }
        Found::Broken(cell) => return StepRef::Unknown(cell),
        Found::Value(cell, value) => (cell, value),
    };
    let text = shown(value);
    if is_placeholder(&text) {
        row.report_empty(field);
        return StepRef::Unknown(cell);
    }
    if let Some(no) = rules.sop.recognise_step(&text) {
        row.about.step = Some(no);
        return StepRef::Known(no, cell);
    }
    let nearest = rules.sop.nearest_step_names(&text);
    row.report(vec![cell], Fact::NoSuchStep { text: text.into_owned(), nearest });
    StepRef::Unknown(cell)
}

/// Start, end and plan. The end may be a date-time, or a date and an hour apart; a
/// start without an end is a step in progress, a plan alone a planned one.
fn times(row: &mut RowReader<'_>) -> (Reading<Moment>, Reading<Moment>, Reading<Moment>) {
    let field = Field::SignOff;
    let day = row.moment(field(K::Tanggal));
    let started = match row.moment_on(field(K::Mulai), &day, false) {
        Reading::Empty => row.moment_on(field(K::JamMulai), &day, true),
        read => read,
    };
    let ended = match row.moment_on(field(K::Selesai), &day, false) {
        Reading::Empty => row.moment_on(field(K::JamSelesai), &day, true),
        read => read,
    };
    let planned = row.moment(field(K::Dijadwalkan));
    let ended = match (ended, &day) {
        (Reading::Empty, Reading::Empty) if started.is_empty() && planned.is_empty() => {
            let end = if row.table.has(field(K::Selesai)) { K::Selesai } else { K::Tanggal };
            row.report(vec![row.cell_of(field(end))], Fact::Empty { field: field(K::Selesai) });
            Reading::Unusable(row.cell_of(field(end)))
        }
        // A date alone is the day on which the step was done.
        (Reading::Empty, _) if started.is_empty() => day,
        (ended, _) => ended,
    };
    if let (Some(start), Some(end)) = (started.known(), ended.known())
        && start.value.earliest() > end.value.latest()
    {
        let fact = Fact::EndBeforeStart { started: start.value, ended: end.value };
        row.report(vec![end.cell, start.cell], fact);
    }
    (started, ended, planned)
}

/// A cell that says neither Ya nor Tidak is no decision; its text is kept, so that a
/// finding on the missing decision can show it.
fn decision_of(row: &mut RowReader<'_>, unread: &mut Option<Written<Text>>) -> Reading<Decision> {
    match row.find(Field::SignOff(K::Hasil)) {
        Found::Nothing => Reading::Empty,
        Found::Broken(cell) => Reading::Unusable(cell),
        Found::Value(cell, value) => match decision::decision(value) {
            Some(value) => Reading::Known(Written { value, cell }),
            None => {
                let text = shown(value);
                if !is_placeholder(&text) {
                    *unread = Some(Written { value: row.texts.share(&text), cell });
                }
                Reading::Empty
            }
        },
    }
}

fn paraf(row: &mut RowReader<'_>) -> Paraf {
    let field = Field::SignOff(K::Paraf);
    if !row.table.has(field) {
        return Paraf::NoColumn;
    }
    match row.find(field) {
        Found::Nothing => Paraf::Unsigned(row.cell_of(field)),
        // Nobody can be blamed for a formula's error: it is reported, no more.
        Found::Broken(_) => Paraf::NoColumn,
        Found::Value(cell, value) if decision::is_signed(value) => Paraf::Signed(cell),
        Found::Value(cell, _) => Paraf::Unsigned(cell),
    }
}
