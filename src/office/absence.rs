//! Who is away on which days, and why (*tidak_di_kantor*).
//!
//! A person's leave never stops the clock of a step: the office still works. It tells
//! with whom a request really waits, and of a sign-off that nobody could have given.

use chrono::NaiveDate;

use super::located::Located;
use super::nip::Nip;
use super::problem::{Expected, Fault};
use super::staff::nip_of;
use super::table::Table;

/// One person away from the office for some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// At least one of the two is there.
    pub nip: Option<Nip>,
    pub name: Option<String>,
    pub from: NaiveDate,
    /// The last day, included.
    pub until: NaiveDate,
    pub kind: AbsenceKind,
}

/// Why someone is away (*jenis*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AbsenceKind {
    /// *Cuti*
    Leave,
    /// *Dinas luar*
    Duty,
    /// *WFA*: works, and signs, from elsewhere.
    Remote,
}

impl AbsenceKind {
    const WORDS: [(&'static str, AbsenceKind); 3] = [
        ("cuti", AbsenceKind::Leave),
        ("dinas luar", AbsenceKind::Duty),
        ("WFA", AbsenceKind::Remote),
    ];

    pub fn name(self) -> &'static str {
        match self {
            AbsenceKind::Leave => "cuti",
            AbsenceKind::Duty => "dinas luar",
            AbsenceKind::Remote => "WFA",
        }
    }
}

impl Absence {
    /// Both ends count.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.until
    }

    pub(super) fn read(table: Table<'_>) -> Option<Absence> {
        let written = table.value("nip");
        let nip = written.as_ref().and_then(nip_of);
        // One that cannot be read was told already.
        let says_none = written.is_none_or(|nip| {
            nip.raw().as_str().is_some_and(|text| !text.chars().any(char::is_alphanumeric))
        });
        let name = table.text("nama").map(|name| name.value);
        if says_none && name.is_none() {
            table.missing("nip", table.position());
        }
        let (from, until) = (needed_day(&table, "dari"), needed_day(&table, "sampai"));
        if let (Some(from), Some(until)) = (&from, &until)
            && until.value < from.value
        {
            let keys = ["dari", "sampai"];
            let fault = Fault::EndsBeforeStart { keys, from: from.value, until: until.value };
            table.reader().note(until.position(), fault);
        }
        let kind = match table.value("jenis") {
            Some(value) => value.choice(&AbsenceKind::WORDS, Expected::Text),
            None => {
                table.missing("jenis", table.position());
                None
            }
        };
        table.finish();
        Some(Absence { nip, name, from: from?.value, until: until?.value, kind: kind? })
    }
}

/// A day that must be there; an empty text is none.
fn needed_day(table: &Table<'_>, key: &'static str) -> Option<Located<NaiveDate>> {
    let Some(value) = table.value(key) else {
        table.missing(key, table.position());
        return None;
    };
    if value.raw().as_str().is_some_and(|text| text.trim().is_empty()) {
        table.missing(key, value.position());
    }
    value.date()
}
