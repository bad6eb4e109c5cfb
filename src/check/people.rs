//! Who signed: names and NIP made comparable, once for each spelling.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::roster::Roster;
use crate::office::nip::Nip;
use crate::office::person::comparable_name;
use crate::records::{Case, RequestField, SignOff, SignOffField, StepRef, Text};
use crate::sop::Definition;

/// A person as far as two mentions can be compared: by NIP where both sides have
/// one, else by name without titles, case and punctuation (contract, section 5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Comparable name; empty where none is given.
    pub name: Arc<str>,
    pub nip: Option<Nip>,
}

impl Identity {
    pub fn is_same(&self, other: &Identity) -> bool {
        match (&self.nip, &other.nip) {
            (Some(mine), Some(theirs)) => mine == theirs,
            _ => !self.name.is_empty() && self.name == other.name,
        }
    }

    pub fn is_nobody(&self) -> bool {
        self.name.is_empty() && self.nip.is_none()
    }
}

/// So many spellings are remembered: those of a team recur in every request, those of
/// applicants hardly ever.
const MOST_REMEMBERED: usize = 512;

/// Remembers what the spellings of names and NIP come to.
#[derive(Debug, Default)]
pub struct NameBook {
    names: BTreeMap<Text, Arc<str>>,
    nips: BTreeMap<Text, Option<Nip>>,
}

impl NameBook {
    pub fn identity(&mut self, name: Option<&Text>, nip: Option<&Text>) -> Identity {
        let name = name.map_or_else(Arc::default, |written| self.name(written));
        let nip = nip.and_then(|written| {
            self.nips.entry(Arc::clone(written)).or_insert_with(|| Nip::parse(written)).clone()
        });
        Identity { name, nip }
    }

    fn make_room(&mut self) {
        if self.names.len() > MOST_REMEMBERED || self.nips.len() > MOST_REMEMBERED {
            *self = NameBook::default();
        }
    }

    fn name(&mut self, written: &str) -> Arc<str> {
        if let Some(known) = self.names.get(written) {
            return Arc::clone(known);
        }
        let name: Arc<str> = comparable_name(written).into();
        self.names.insert(written.into(), Arc::clone(&name));
        name
    }
}

/// Who signed one row of the sign-offs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    pub identity: Identity,
    /// The one who asked for the access, or a row that names the applicant's role; at
    /// the handover also a recipient.
    pub is_applicant: bool,
    /// Someone else who gets an access (*penerima*) and signs that it was handed over.
    pub is_recipient: bool,
}

/// The signer of each sign-off of a case, in the order of [`Case::sign_offs`].
pub fn signers(
    case: &Case,
    sop: &Definition,
    roster: &Roster,
    names: &mut NameBook,
) -> Vec<Signer> {
    names.make_room();
    let (name, nip) = case.applicant();
    let applicant = names.identity(name, nip);
    let role = sop.applicant_role().map(|role| [names.name(&role.name), names.name(&role.id)]);
    let recipients: Vec<Identity> = case
        .rows
        .iter()
        .map(|row| {
            let text = |field| row.text_value(field);
            names.identity(text(RequestField::NamaPenerima), text(RequestField::NipPenerima))
        })
        .filter(|recipient| !recipient.is_nobody())
        .collect();
    case.sign_offs
        .iter()
        .map(|row| {
            let identity = names.identity(row.actor.value(), row.actor_nip.value());
            let names_the_role = role.iter().flatten().any(|name| *name == identity.name);
            let is_applicant =
                !identity.is_nobody() && (names_the_role || identity.is_same(&applicant));
            // A recipient who is of the team signs for the team.
            let is_recipient = !is_applicant
                && is_shared_handover(row, sop)
                && recipients.iter().any(|recipient| recipient.is_same(&identity))
                && !roster.is_empty()
                && roster.entries(&identity).is_empty()
                && row
                    .text_value(SignOffField::Penerima)
                    .is_none_or(|named| names.identity(Some(named), None).name == identity.name);
            Signer { identity, is_applicant: is_applicant || is_recipient, is_recipient }
        })
        .collect()
}

fn is_shared_handover(row: &SignOff, sop: &Definition) -> bool {
    let StepRef::Known(no, _) = row.step else { return false };
    sop.step(no).is_some_and(|step| step.handover && step.shared_with_applicant(sop))
}
