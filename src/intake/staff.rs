//! A row of *pegawai* to a record.

use chrono::NaiveDate;

use super::Rules;
use super::cell::RowReader;
use super::heading::Field;
use super::request::named;
use super::text::fold;
use crate::records::{Reading, StaffField as S, StaffRow, Text, Written};
use crate::sop::{Definition, Versions};

/// Reads a member of staff.
pub(super) fn read(row: &mut RowReader<'_>, name: Written<Text>, rules: &Rules<'_>) -> StaffRow {
    let nip = row.nip(Field::Staff(S::Nip));
    let post = row.text(Field::Staff(S::Jabatan));
    let role = role(row, rules.sop);
    let from = date(row, S::BerlakuDari);
    let until = date(row, S::BerlakuSampai);
    StaffRow { place: row.place(), name, nip, post, role, from, until }
}

fn date(row: &mut RowReader<'_>, field: S) -> Reading<NaiveDate> {
    match row.moment(Field::Staff(field)) {
        Reading::Empty => Reading::Empty,
        Reading::Unusable(cell) => Reading::Unusable(cell),
        Reading::Known(Written { value, cell }) => {
            Reading::Known(Written { value: value.date(), cell })
        }
    }
}

/// The id of the role that the cell names, by id or by name, whole or shortened.
fn role(row: &mut RowReader<'_>, sop: &Versions) -> Reading<Text> {
    let field = Field::Staff(S::Peran);
    let mut names: Vec<&str> = Vec::new();
    for role in sop.newest_first().flat_map(|version| &version.roles) {
        if !names.contains(&&*role.name) {
            names.push(&role.name);
        }
    }
    let id = named(row, field, |text| role_id(sop, text), &names);
    match id {
        Reading::Empty => {
            row.report_empty(field);
            Reading::Empty
        }
        Reading::Unusable(cell) => Reading::Unusable(cell),
        Reading::Known(Written { value, cell }) => {
            Reading::Known(Written { value: row.texts.share(&value), cell })
        }
    }
}

/// The id of the one role that a text names, in the newest version that knows it.
pub(super) fn role_id(sop: &Versions, text: &str) -> Option<String> {
    sop.newest_first().find_map(|version| role_in(version, text))
}

fn role_in(sop: &Definition, text: &str) -> Option<String> {
    let written = fold(text);
    let exact =
        sop.roles.iter().find(|role| fold(&role.id) == written || fold(&role.name) == written);
    let exact = exact.map(|role| role.id.to_string());
    exact.or_else(|| {
        let shortened = |long: &str, short: &str| long.starts_with(&format!("{short} "));
        let mut alike = sop.roles.iter().filter(|role| {
            let (id, name) = (fold(&role.id), fold(&role.name));
            shortened(&name, &written) || shortened(&written, &id) || shortened(&written, &name)
        });
        match (alike.next(), alike.next()) {
            (Some(role), None) => Some(role.id.to_string()),
            _ => None,
        }
    })
}
