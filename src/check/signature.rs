//! In which role a sign-off was signed, and by which NIP.

use super::people::{self, NameBook, Signer};
use super::roster::Roster;
use crate::office::nip::Nip;
use crate::records::{Case, SignOff, StepRef, Text};
use crate::sop::Definition;

/// Who stands behind one row of the sign-offs, as far as the staff list tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signature {
    /// The id of the role held on that day: the one that the step asks for, where it was
    /// held; `None` where none is known.
    pub role: Option<Text>,
    /// As written in the row, else as in the staff list.
    pub nip: Option<Nip>,
}

/// The signature of each sign-off of a case, in the order of [`Case::sign_offs`].
pub fn signatures(case: &Case, sop: &Definition, roster: &Roster) -> Vec<Signature> {
    let signers = people::signers(case, sop, roster, &mut NameBook::default());
    let rows = case.sign_offs.iter().zip(signers);
    rows.map(|(row, signer)| signature(row, &signer, sop, roster)).collect()
}

fn signature(row: &SignOff, signer: &Signer, sop: &Definition, roster: &Roster) -> Signature {
    if signer.is_applicant {
        let role = sop.applicant_role().map(|role| Text::from(role.id.as_str()));
        return Signature { role, nip: signer.identity.nip.clone() };
    }
    let entries = roster.entries(&signer.identity);
    let listed = entries.iter().find_map(|member| member.nip());
    let nip = signer.identity.nip.as_ref().or(listed).cloned();
    let day = row.ended.value().or(row.started.value()).map(|moment| moment.date());
    let held = || {
        let on_day = entries.iter().filter(|member| day.is_none_or(|day| member.holds_on(day)));
        on_day.filter_map(|member| member.role.as_ref())
    };
    let step = match row.step {
        StepRef::Known(no, _) => sop.step(no),
        StepRef::Unknown(_) => None,
    };
    let asked = |role: &&Text| step.is_some_and(|step| step.actors.iter().any(|a| **a == ***role));
    Signature { role: held().find(asked).or_else(|| held().next()).cloned(), nip }
}
