//! A row of *permohonan* to a record.

use super::Rules;
use super::cell::{Found, RowReader};
use super::choices::{self, Lines};
use super::date_and_hour;
use super::decision;
use super::heading::Field;
use super::problem::Fact;
use super::procedure::{self, Named};
use super::text::{is_placeholder, shown};
use crate::records::{Moment, Reading, RequestField as P, RequestKind, RequestRow, Text, Written};

/// The columns that are kept as text, in the order of the contract.
fn is_text(field: P) -> bool {
    !matches!(
        field,
        P::NomorPermohonan
            | P::Putaran
            | P::Sop
            | P::TanggalSurat
            | P::TanggalDiterima
            | P::JamDiterima
            | P::DiterimaTim
            | P::JamDiterimaTim
            | P::Jenis
            | P::BerlakuSampai
            | P::TanggalBatal
            | P::JamBatal
    )
}

/// Reads what a row asks for: one access, or several where the form let people choose
/// more than one application of the office's list in one cell.
pub(super) fn read(
    row: &mut RowReader<'_>,
    number: Written<Text>,
    rules: &Rules<'_>,
) -> Vec<RequestRow> {
    let whole = one(row, number, rules);
    if rules.applications.is_empty() {
        return vec![whole];
    }
    let lines = Lines {
        applications: row.written(Field::Request(P::Aplikasi)),
        roles: row.written(Field::Request(P::Peran)),
    };
    choices::parted(whole, &lines, row.texts, rules.applications)
}

fn one(row: &mut RowReader<'_>, number: Written<Text>, rules: &Rules<'_>) -> RequestRow {
    let round = round(row);
    let Named { procedure, written } = procedure::read(row, Field::Request(P::Sop), rules);
    let kind = kind(row);
    let letter_date = date(row, P::TanggalSurat);
    let received = moment(row, P::TanggalDiterima, P::JamDiterima);
    let received_by_team = moment(row, P::DiterimaTim, P::JamDiterimaTim);
    let valid_until = date(row, P::BerlakuSampai);
    let cancelled = moment(row, P::TanggalBatal, P::JamBatal);
    let mut texts = Vec::with_capacity(row.table.columns.len());
    texts.extend(written.map(|text| (P::Sop, text)));
    for field in P::ALL.iter().copied().filter(|field| is_text(*field)) {
        if let Reading::Known(text) = text(row, field) {
            texts.push((field, text));
        }
    }
    // A year of requests is held at once.
    texts.shrink_to_fit();
    RequestRow {
        place: row.place(),
        number,
        round,
        procedure,
        kind,
        letter_date,
        received,
        received_by_team,
        valid_until,
        cancelled,
        texts,
        flawed: row.flawed,
    }
}

fn text(row: &mut RowReader<'_>, field: P) -> Reading<Text> {
    match field {
        P::NipPemohon | P::NipPenerima => row.nip(Field::Request(field)),
        _ => row.text(Field::Request(field)),
    }
}

/// A moment whose hour may stand apart. Without one that can be read the day is known all
/// the same: by it the request has its month.
fn moment(row: &mut RowReader<'_>, date: P, hour: P) -> Reading<Moment> {
    let columns = (Field::Request(date), Field::Request(hour));
    let read = date_and_hour::read(row, columns, &Reading::Empty);
    match read.whole {
        Reading::Unusable(_) if !read.date.is_empty() => read.date,
        whole => whole,
    }
}

fn date(row: &mut RowReader<'_>, field: P) -> Reading<chrono::NaiveDate> {
    match row.moment(Field::Request(field)) {
        Reading::Empty => Reading::Empty,
        Reading::Unusable(cell) => Reading::Unusable(cell),
        Reading::Known(Written { value, cell }) => {
            Reading::Known(Written { value: Moment::date(value), cell })
        }
    }
}

/// "2", "ke-2", "Putaran 2".
fn round(row: &mut RowReader<'_>) -> Reading<u32> {
    let field = Field::Request(P::Putaran);
    let read = |text: &str| {
        let digits: Vec<&str> =
            text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
        match digits.as_slice() {
            [one] => one.parse().ok().filter(|round| (1..=999).contains(round)),
            _ => None,
        }
    };
    named(row, field, read, &["1", "2", "3"])
}

fn kind(row: &mut RowReader<'_>) -> Reading<RequestKind> {
    let known = RequestKind::ALL.map(RequestKind::name);
    named(row, Field::Request(P::Jenis), decision::request_kind, &known)
}

/// A value out of a short list; what is none of it is reported, never guessed.
pub(super) fn named<T>(
    row: &mut RowReader<'_>,
    field: Field,
    read: impl Fn(&str) -> Option<T>,
    known: &[&str],
) -> Reading<T> {
    let (cell, value) = match row.find(field) {
        Found::Nothing => return Reading::Empty,
        Found::Broken(cell) => return Reading::Unusable(cell),
        Found::Value(cell, value) => (cell, value),
    };
    let text = shown(value);
    if is_placeholder(&text) {
        return Reading::Empty;
    }
    if let Some(value) = read(&text) {
        return Reading::Known(Written { value, cell });
    }
    let known = known.iter().map(|name| (*name).to_owned()).collect();
    row.report(vec![cell], Fact::NotUnderstood { field, text: text.into_owned(), known });
    Reading::Unusable(cell)
}
