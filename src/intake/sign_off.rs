//! A row of *kendali* to a record.

use std::sync::Arc;

use super::Rules;
use super::cell::{Found, RowReader};
use super::date_and_hour;
use super::decision;
use super::heading::{Field, Kind};
use super::problem::Fact;
use super::procedure::{self, Named};
use super::sheet::Meaning;
use super::step_group::{is_filled, tells_of_work};
use super::text::{is_placeholder, shown};
use super::workbook::Value;
use crate::diagnostic::Cell;
use crate::records::{
    Decision, Moment, Paraf, Reading, RequestField as P, Seldom, SignOff, SignOffField as K,
    StepRef, Text, Written,
};
use crate::sop::{ProcedureId, StepName};

/// The columns that are kept as text, in the order of the contract.
fn is_text(field: K) -> bool {
    !matches!(
        field,
        K::NomorPermohonan
            | K::Langkah
            | K::Sop
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

type ByVersion = Option<Arc<[Option<u32>]>>;

/// Reads one step done, begun or planned, in a row of its own.
pub(super) fn read(row: &mut RowReader<'_>, number: Written<Text>, rules: &Rules<'_>) -> SignOff {
    let named = procedure::read(row, Field::SignOff(K::Sop), rules);
    let (step, by_version) = step(row, named.procedure.value().copied(), rules);
    sign_off(row, number, (step, by_version), named)
}

/// Reads the sign-offs of a row in wide form: one for each step whose columns say that
/// it was done, begun or planned. Names alone are none, unless a later step of the row
/// was done.
pub(super) fn read_wide(
    row: &mut RowReader<'_>,
    number: &Written<Text>,
    rules: &Rules<'_>,
) -> Vec<SignOff> {
    let mut found = Vec::new();
    let groups: Vec<(u32, Group)> =
        row.table.steps.iter().map(|step| (*step, Group::of(row, *step))).collect();
    let last_done = groups.iter().rev().find(|(_, group)| group.is_work).map(|(step, _)| *step);
    let named = match row.table.kind {
        Kind::SignOffs => procedure::read(row, Field::SignOff(K::Sop), rules),
        // The request beside them says it for its steps too.
        Kind::Requests | Kind::Staff | Kind::Attendees | Kind::Items => {
            Named { procedure: Reading::Empty, written: None }
        }
    };
    let flawed = row.flawed;
    for (step, group) in groups {
        let Some(first) = group.first else { continue };
        if !group.is_work && last_done.is_none_or(|last| last < step) {
            continue;
        }
        (row.step, row.about.step, row.flawed) = (Some(step), Some(step), flawed);
        let cell = row.place().cell(first);
        let name = row.table.names.get(&step);
        let by_version = name.and_then(|name| name.by_version.clone());
        let step = (StepRef::Known(step, cell), by_version);
        found.push(sign_off(row, number.clone(), step, named.clone()));
    }
    (row.step, row.about.step) = (None, None);
    match row.table.kind {
        Kind::SignOffs => give_remark(row, found.last_mut()),
        _ => give_reason(row, &mut found),
    }
    found
}

/// A remark on the whole row is of the last step that was done in it.
fn give_remark(row: &mut RowReader<'_>, last: Option<&mut SignOff>) {
    let (Some(last), Some(remark)) = (last, of_row(row, Field::SignOff(K::Keterangan))) else {
        return;
    };
    match last.texts.iter_mut().find(|(field, _)| *field == K::Keterangan) {
        Some((_, own)) => own.value = row.texts.share(&format!("{}; {}", own.value, remark.value)),
        None => add(last, [(K::Keterangan, remark)]),
    }
}

/// Where a step's group has no reason for its Tidak, the reason of the row is the one.
fn give_reason(row: &mut RowReader<'_>, found: &mut [SignOff]) {
    let reasons =
        [(K::Alasan, Field::Request(P::Alasan)), (K::Keterangan, Field::Request(P::Keterangan))];
    for sign_off in found {
        let decision = sign_off.decision.value();
        let is_no = matches!(decision, Some(Decision::Tidak | Decision::Ditolak));
        let has_reason = |(field, _): &(K, _)| matches!(field, K::Alasan | K::Keterangan);
        if !is_no || sign_off.texts.iter().any(has_reason) {
            continue;
        }
        let reason = reasons.into_iter().find_map(|(own, of)| Some((own, of_row(row, of)?)));
        add(sign_off, reason);
    }
}

fn add(sign_off: &mut SignOff, more: impl IntoIterator<Item = (K, Written<Text>)>) {
    let mut texts = std::mem::take(&mut sign_off.texts).into_vec();
    texts.extend(more);
    texts.sort_by_key(|(field, _)| *field);
    sign_off.texts = texts.into_boxed_slice();
}

/// What a cell of the whole row says, where it says anything.
fn of_row(row: &mut RowReader<'_>, field: Field) -> Option<Written<Text>> {
    let cell = row.columns(field).find_map(|column| row.row.cell(column.index))?;
    let text = shown(&cell.value);
    if is_placeholder(&text) || matches!(cell.value, Value::Fault(_)) {
        return None;
    }
    let place = Cell { sheet: row.sheet, row: cell.row, column: cell.column };
    Some(Written { value: row.texts.share(&text), cell: place })
}

/// What the cells of one step hold.
struct Group {
    /// The first column of it that is filled.
    first: Option<u16>,
    is_work: bool,
}

impl Group {
    fn of(row: &RowReader<'_>, step: u32) -> Group {
        let mut group = Group { first: None, is_work: false };
        for column in &row.table.columns {
            let Meaning::Step(own, field) = column.meaning else { continue };
            if own != step {
                continue;
            }
            if let Some(cell) = row.row.cell(column.index).filter(|cell| is_filled(cell)) {
                group.first = group.first.or(Some(column.index));
                group.is_work |= tells_of_work(field, cell);
            }
        }
        group
    }
}

fn sign_off(
    row: &mut RowReader<'_>,
    number: Written<Text>,
    (step, step_by_version): (StepRef, ByVersion),
    named: Named,
) -> SignOff {
    let actor = row.text(Field::SignOff(K::Pelaksana));
    let actor_nip = row.nip(Field::SignOff(K::NipPelaksana));
    let (started, ended, planned) = times(row);
    let mut unread = None;
    let decision = decision_of(row, &mut unread);
    let paraf = paraf(row);
    let mut texts: Vec<(K, Written<Text>)> =
        named.written.map(|text| (K::Sop, text)).into_iter().collect();
    texts.extend(unread.map(|text| (K::Hasil, text)));
    for field in K::ALL.iter().copied().filter(|field| is_text(*field)) {
        if let Reading::Known(text) = row.text(Field::SignOff(field)) {
            texts.push((field, text));
        }
    }
    SignOff {
        place: row.place(),
        number,
        step,
        actor,
        actor_nip,
        started,
        ended,
        decision,
        paraf,
        // A year of them is held at once, and most say one thing or nothing here.
        texts: texts.into_boxed_slice(),
        seldom: Seldom { planned, procedure: named.procedure, step_by_version }.if_any(),
        flawed: row.flawed,
    }
}

/// The step that a row names, and its number in each version of the SOP where they differ.
fn step(
    row: &mut RowReader<'_>,
    procedure: Option<ProcedureId>,
    rules: &Rules<'_>,
) -> (StepRef, ByVersion) {
    let field = Field::SignOff(K::Langkah);
    let (cell, value) = match row.find(field) {
        Found::Nothing => {
            row.report_empty(field);
            return (StepRef::Unknown(row.cell_of(field)), None);
        }
        Found::Broken(cell) => return (StepRef::Unknown(cell), None),
        Found::Value(cell, value) => (cell, value),
    };
    let text = shown(value);
    if is_placeholder(&text) {
        row.report_empty(field);
        return (StepRef::Unknown(cell), None);
    }
    if let Some(step) = row.texts.step(&text, rules.sop) {
        let in_procedure = procedure.and_then(|procedure| rules.sop.number_in(&step, procedure));
        let StepName { no, by_version } = step;
        let no = in_procedure.unwrap_or(no);
        row.about.step = Some(no);
        return (StepRef::Known(no, cell), by_version);
    }
    let nearest = rules.sop.newest_of(procedure.unwrap_or_default()).nearest_step_names(&text);
    row.report(vec![cell], Fact::NoSuchStep { text: text.into_owned(), nearest });
    (StepRef::Unknown(cell), None)
}

/// Start, end and plan. The end may be a date-time, or a date and an hour apart; a
/// start without an end is a step in progress, a plan alone a planned one.
fn times(row: &mut RowReader<'_>) -> (Reading<Moment>, Reading<Moment>, Reading<Moment>) {
    let field = Field::SignOff;
    let (started, ended, day) = match span_column(row) {
        Some(K::Tanggal) => {
            let (from, to) = row.span(field(K::Tanggal), &Reading::Empty);
            (from, to, Reading::Empty)
        }
        Some(column) => {
            let day = row.moment(field(K::Tanggal));
            let (from, to) = row.span(field(column), &day);
            (from, to, day)
        }
        None => {
            let day = row.moment(field(K::Tanggal));
            let (started, ended) = in_two_columns(row, &day);
            (started, ended, day)
        }
    };
    // The day of the whole row does not say that this step was done on it.
    let day = if day_is_own(row) { day } else { Reading::Empty };
    tell_unused_hour(row, &day, [&started, &ended]);
    let planned = row.moment(field(K::Dijadwalkan));
    let ended = match (ended, &day) {
        (Reading::Empty, Reading::Empty) if started.is_empty() && planned.is_empty() => {
            let end = if row.has(field(K::Selesai)) { K::Selesai } else { K::Tanggal };
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

/// Start and end whose dates and hours may stand apart.
fn in_two_columns(
    row: &mut RowReader<'_>,
    day: &Reading<Moment>,
) -> (Reading<Moment>, Reading<Moment>) {
    let mut read = |date: K, hour: K| {
        let columns = (Field::SignOff(date), Field::SignOff(hour));
        date_and_hour::read(row, columns, day).whole
    };
    let (started, ended) = (read(K::Mulai, K::JamMulai), read(K::Selesai, K::JamSelesai));
    let (from, to) = beside_span(row, (K::Mulai, K::JamMulai), &started, [&started, &ended]);
    let (started, ended) = (or(started, from), or(ended, to));
    let (from, to) = beside_span(row, (K::Selesai, K::JamSelesai), &ended, [&started, &ended]);
    (or(started, from), or(ended, to))
}

fn or(read: Reading<Moment>, other: Reading<Moment>) -> Reading<Moment> {
    if read.is_empty() { other } else { read }
}

/// The ends of "09.15-09.30" beside a date that has its hour; one that is not what the
/// row says elsewhere is told.
fn beside_span(
    row: &mut RowReader<'_>,
    (date, hour): (K, K),
    dated: &Reading<Moment>,
    said: [&Reading<Moment>; 2],
) -> (Reading<Moment>, Reading<Moment>) {
    let (date, hour) = (Field::SignOff(date), Field::SignOff(hour));
    let Reading::Known(own) = dated else { return (Reading::Empty, Reading::Empty) };
    let (from, to) = row.span(hour, dated);
    let differ = |(said, end): (&Reading<Moment>, &Reading<Moment>)| {
        let both = said.value().zip(end.value());
        both.is_some_and(|(said, end)| !date_and_hour::is_same(*said, *end))
    };
    if let Some(cell) = from.cell()
        && said.into_iter().zip([&from, &to]).any(differ)
    {
        date_and_hour::tell(row, (date, own.cell), (hour, cell));
    }
    (from, to)
}

/// A day with an hour that is neither the start nor the end: it is told, where these took
/// their day from it.
fn tell_unused_hour(
    row: &mut RowReader<'_>,
    day: &Reading<Moment>,
    [started, ended]: [&Reading<Moment>; 2],
) {
    let Reading::Known(Written { value: own @ Moment::At(_), cell }) = *day else { return };
    let columns = [K::Mulai, K::JamMulai, K::Selesai, K::JamSelesai].map(Field::SignOff);
    let mut known = [started, ended].into_iter().filter_map(Reading::known).peekable();
    let Some(first) = known.peek().map(|moment| moment.cell) else { return };
    let is_used = known.any(|moment| date_and_hour::is_same_hour(own, moment.value));
    if is_used || first == cell || columns.iter().any(|column| row.has_day(*column)) {
        return;
    }
    let of_hour = |field: &Field| row.columns(*field).any(|column| column.index == first.column);
    if let Some(hour) = columns.into_iter().find(of_hour) {
        date_and_hour::tell(row, (Field::SignOff(K::Tanggal), cell), (hour, first));
    }
}

fn day_is_own(row: &RowReader<'_>) -> bool {
    row.step.is_none_or(|step| {
        let own = Meaning::Step(step, K::Tanggal);
        row.table.meaning_in(step, K::Tanggal) == own
    })
}

/// The one column that gives start and end at once ("09.15–09.30"); none where another
/// column gives a time too, for then it is not clear what the span is of.
fn span_column(row: &RowReader<'_>) -> Option<K> {
    let mut filled = [K::Mulai, K::JamMulai, K::Selesai, K::JamSelesai]
        .into_iter()
        .filter(|column| row.is_filled(Field::SignOff(*column)));
    let only = match (filled.next(), filled.next()) {
        (Some(only), None) => only,
        (None, _) if day_is_own(row) => K::Tanggal,
        (None, _) => return None,
        (Some(_), Some(_)) => return None,
    };
    row.is_span(Field::SignOff(only)).then_some(only)
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
    if !row.has(field) {
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
