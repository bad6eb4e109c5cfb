//! Who works here and in which role of the SOP (*pegawai*).

use chrono::NaiveDate;

use super::located::Position;
use super::nip::Nip;
use super::period::Period;
use super::problem::{Expected, Fault};
use super::table::Table;
use super::value::Value;

/// A member of staff with one role for a span of days (*pegawai*). A person may have
/// several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// As written, titles included.
    pub name: String,
    pub nip: Option<Nip>,
    pub post: Option<String>,
    /// The id of a role (*peran*); whether the SOP has it is known on a higher floor.
    pub role: String,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    /// Where the row begins.
    pub place: Position,
    /// Where the role is written.
    pub role_place: Position,
}

impl StaffMember {
    /// Both ends of the period count.
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        Period { from: self.from, until: self.until }.holds_on(date)
    }

    pub(super) fn read(table: Table<'_>) -> Option<StaffMember> {
        let name = table.needed("nama");
        let role = table.needed("peran");
        let nip = read_nip(&table);
        let post = table.text("jabatan").map(|post| post.value);
        let Period { from, until } = Period::read(&table);
        let place = table.position();
        table.finish();
        let (name, role) = (name?.value, role?);
        let role_place = role.position();
        Some(StaffMember { name, nip, post, role: role.value, from, until, place, role_place })
    }
}

/// The `nip` of a row; "-" and an empty one are none. Its inner form is not judged
/// here: a malformed NIP is a warning (D05), not a reason to stop.
pub(super) fn read_nip(table: &Table<'_>) -> Option<Nip> {
    nip_of(&table.value("nip")?)
}

pub(super) fn nip_of(value: &Value<'_>) -> Option<Nip> {
    let written = value.text(Expected::Text)?;
    let nip = Nip::parse(&written.value);
    let says_none = !written.value.chars().any(char::is_alphanumeric);
    if nip.is_none() && !says_none {
        value.note(written.position(), Fault::NotANip { written: written.value });
    }
    nip
}
