//! The staff list: tertib.toml and the workbooks together, with who held which role
//! on which day. Entries that contradict each other are D08.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::finding::{Fact, Finding, StaffContradiction};
use super::people::{Identity, NameBook};
use crate::diagnostic::Place;
use crate::office::nip::Nip;
use crate::office::{Absence, Office};
use crate::records::{StaffRow, Text};

/// One role of one member of staff.
#[derive(Debug, Clone)]
pub struct Member {
    pub(super) identity: Identity,
    /// The name as the staff list writes it, titles included.
    pub written: Text,
    /// *Jabatan*
    pub post: Option<Text>,
    /// The id of a role of the SOP.
    pub role: Option<Text>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    place: Place,
}

impl Member {
    pub fn nip(&self) -> Option<&Nip> {
        self.identity.nip.as_ref()
    }

    /// Both `berlaku` days count.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    fn overlaps(&self, other: &Member) -> bool {
        let starts_before_end = |a: &Member, b: &Member| match (a.from, b.until) {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        starts_before_end(self, other) && starts_before_end(other, self)
    }
}

/// All members of staff, found by NIP or by name.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    members: Vec<Member>,
    by_nip: BTreeMap<Nip, Vec<usize>>,
    by_name: BTreeMap<Arc<str>, Vec<usize>>,
    /// Who is away when (*tidak_di_kantor*).
    absences: Vec<(Identity, Absence)>,
}

impl Roster {
    pub(super) fn gather(
        office: &Office,
        rows: &[StaffRow],
        findings: &mut Vec<Finding>,
    ) -> Roster {
        let mut names = NameBook::default();
        let own = office.staff.iter().map(|staff| {
            let written: Text = staff.name.as_str().into();
            Member {
                identity: Identity {
                    nip: staff.nip.clone(),
                    ..names.identity(Some(&written), None)
                },
                written,
                post: staff.post.as_deref().map(Arc::from),
                role: Some(staff.role.as_str().into()),
                from: staff.from,
                until: staff.until,
                place: staff.place.place(&office.file),
            }
        });
        let mut members: Vec<Member> = own.collect();
        members.extend(rows.iter().map(|row| Member {
            identity: names.identity(Some(&row.name.value), row.nip.value()),
            written: Arc::clone(&row.name.value),
            post: row.post.value().cloned(),
            role: row.role.value().cloned(),
            from: row.from.value().copied(),
            until: row.until.value().copied(),
            place: Place::Cell(row.name.cell),
        }));
        let mut roster = Roster { members, ..Roster::default() };
        for (at, member) in roster.members.iter().enumerate() {
            if let Some(nip) = &member.identity.nip {
                roster.by_nip.entry(nip.clone()).or_default().push(at);
            }
            roster.by_name.entry(Arc::clone(&member.identity.name)).or_default().push(at);
        }
        let away = office.absences.iter().map(|absence| {
            let name = absence.name.as_deref().map(Text::from);
            let who = names.identity(name.as_ref(), None);
            (Identity { nip: absence.nip.clone(), ..who }, absence.clone())
        });
        roster.absences = away.collect();
        findings.extend(roster.contradictions());
        roster
    }

    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The entry of a person on a day: by NIP where both sides have one, else by name.
    /// Of several the first that holds on that day, else the first.
    pub fn person(
        &self,
        name: Option<&Text>,
        nip: Option<&Text>,
        on: Option<NaiveDate>,
    ) -> Option<&Member> {
        let entries = self.entries(&NameBook::default().identity(name, nip));
        let holds = |member: &&&Member| on.is_some_and(|day| member.holds_on(day));
        entries.iter().find(holds).or(entries.first()).copied()
    }

    /// Who held a role on a day, each person once, in the order of the list.
    pub fn holders(&self, role: &str, on: NaiveDate) -> Vec<&Member> {
        let mut found: Vec<&Member> = Vec::new();
        for member in &self.members {
            let holds = member.role.as_deref() == Some(role) && member.holds_on(on);
            if holds && !found.iter().any(|known| known.identity.is_same(&member.identity)) {
                found.push(member);
            }
        }
        found
    }

    /// Whether a person is away on a day, and till when; of several entries the one that
    /// lasts longest. The staff list tells the NIP of a name.
    pub(super) fn absence(&self, who: &Identity, on: NaiveDate) -> Option<&Absence> {
        if self.absences.is_empty() {
            return None;
        }
        let entries = self.entries(who);
        let is_meant = |away: &Identity| {
            away.is_same(who) || entries.iter().any(|member| away.is_same(&member.identity))
        };
        let holds = self.absences.iter().filter(|(_, absence)| absence.holds_on(on));
        let meant = holds.filter(|(away, _)| is_meant(away));
        meant.map(|(_, absence)| absence).max_by_key(|absence| absence.until)
    }

    /// The same, of a person known by name alone.
    pub fn absence_of(&self, name: &Text, on: NaiveDate) -> Option<&Absence> {
        self.absence(&NameBook::default().identity(Some(name), None), on)
    }

    /// All entries of a person: by NIP where both sides have one, else by name.
    pub(super) fn entries(&self, who: &Identity) -> Vec<&Member> {
        let same_nip = who.nip.as_ref().and_then(|nip| self.by_nip.get(nip));
        let same_name = self.by_name.get(&who.name);
        let mut found: Vec<usize> =
            same_nip.into_iter().chain(same_name).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found
            .into_iter()
            .filter_map(|at| self.members.get(at))
            .filter(|member| member.identity.is_same(who))
            .collect()
    }

    /// Pairs of entries of one person that cannot both be right, in order of entry.
    fn contradictions(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for member in &self.members {
            let earlier = self
                .entries(&member.identity)
                .into_iter()
                .take_while(|other| !std::ptr::eq(*other, member))
                .find_map(|other| contradiction(other, member).map(|about| (other, about)));
            if let Some((other, about)) = earlier {
                found.push(Finding {
                    case: None,
                    round: None,
                    step: None,
                    fact: Fact::ContradictoryStaff { name: Arc::clone(&member.written), about },
                    places: vec![member.place.clone(), other.place.clone()],
                });
            }
        }
        found
    }
}

fn contradiction(first: &Member, other: &Member) -> Option<StaffContradiction> {
    let same_nip = first.identity.nip.is_some() && first.identity.nip == other.identity.nip;
    if same_nip && first.identity.name != other.identity.name {
        return Some(StaffContradiction::Name { other: Arc::clone(&first.written) });
    }
    let role = first.role.as_ref().filter(|role| other.role.as_ref() == Some(*role))?;
    if !first.overlaps(other) {
        return None;
    }
    if (first.from, first.until) != (other.from, other.until) {
        return Some(StaffContradiction::Days { role: Arc::clone(role) });
    }
    match (&first.post, &other.post) {
        (Some(one), Some(two)) if !one.eq_ignore_ascii_case(two) => {
            Some(StaffContradiction::Post { first: Arc::clone(one), other: Arc::clone(two) })
        }
        _ => None,
    }
}
