//! Lembar Disposisi (step 2): the head of the team hands a request to a member, and
//! signs. It bears no number of its own but that of the agenda.

use serde::Serialize;

use super::facts::{Facts, Letter, Person};
use super::signature::Signature;
use crate::check::Member;
use crate::office::nip::Nip;
use crate::office::person::same_person;
use crate::records::{RequestField, SignOffField};

/// What the sheet states.
#[derive(Debug, Serialize)]
pub(super) struct Disposisi {
    surat_dari: Sender,
    surat: Letter,
    diminta: Vec<Asked>,
    diteruskan_kepada: Vec<Receiver>,
    instruksi: Option<String>,
    catatan: Option<String>,
    tempat: Option<String>,
    penanda: Signature,
    mengetahui: Option<Signature>,
    tembusan: Vec<String>,
}

/// Who sent the letter, as far as the sheet names them.
#[derive(Debug, Serialize)]
struct Sender {
    nama: Option<String>,
    unit: Option<String>,
}

/// A role in an application, and how often the letter asks for it: a letter for twelve
/// people still fits the sheet.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Asked {
    aplikasi: Option<String>,
    peran: Option<String>,
    jumlah: usize,
}

/// One to whom the request may be passed on; ticked where it was.
#[derive(Debug, Serialize)]
struct Receiver {
    nama: String,
    dipilih: Option<bool>,
}

pub(super) fn state(facts: &Facts<'_>) -> Disposisi {
    let own = facts.own_entry();
    let noted = |field| own.and_then(|entry| facts.noted(entry, field));
    let Person { nama, unit, .. } = facts.applicant();
    let signatory = signatory(facts);
    Disposisi {
        surat_dari: Sender { nama, unit },
        surat: facts.letter(),
        diminta: asked(facts),
        diteruskan_kepada: receivers(facts, &signatory),
        instruksi: noted(SignOffField::Instruksi),
        catatan: noted(SignOffField::Keterangan),
        tempat: facts.town(),
        penanda: facts.sender(signatory),
        mengetahui: facts.acknowledged_by(),
        tembusan: facts.copies(),
    }
}

/// What the letter asks for, in the order in which it first does.
fn asked(facts: &Facts<'_>) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    for access in facts.accesses() {
        let same =
            |known: &&mut Asked| known.aplikasi == access.aplikasi && known.peran == access.peran;
        match asked.iter_mut().find(same) {
            Some(known) => known.jumlah += 1,
            None => {
                asked.push(Asked { aplikasi: access.aplikasi, peran: access.peran, jumlah: 1 });
            }
        }
    }
    asked
}

/// Those who on that day hold the role of the next step; the one who was named is
/// ticked, and stands last where the staff list does not know them. Neither who signs
/// the sheet nor who asks for the access is offered, only told where they were named.
fn receivers(facts: &Facts<'_>, signatory: &Signature) -> Vec<Receiver> {
    let next = facts.source.rules.sop.step_after(facts.due.step);
    let role = facts.team_role(next).unwrap_or_default();
    let mut named: Vec<String> = facts
        .own_entry()
        .and_then(|entry| facts.noted(entry, SignOffField::DitugaskanKepada))
        .map(|names| names.split("; ").map(str::to_owned).collect())
        .unwrap_or_default();
    let mut receivers = Vec::new();
    for member in facts.source.roster.holders(role, facts.reference_date()) {
        let before = named.len();
        named.retain(|name| !facts.is_same_person(name, &member.written));
        let dipilih = (named.len() < before).then_some(true);
        if dipilih.is_none() && (signs(member, signatory) || asks(member, facts)) {
            continue;
        }
        receivers.push(Receiver { nama: member.written.to_string(), dipilih });
    }
    receivers.extend(named.into_iter().map(|nama| Receiver { nama, dipilih: Some(true) }));
    receivers
}

fn signs(member: &Member, signatory: &Signature) -> bool {
    match (member.nip().map(Nip::printed), &signatory.nip) {
        (Some(own), Some(printed)) => own == *printed,
        _ => signatory
            .nama
            .as_deref()
            .is_some_and(|name| same_person((name, None), (&member.written, None))),
    }
}

fn asks(member: &Member, facts: &Facts<'_>) -> bool {
    let nip = facts.text(RequestField::NipPemohon).and_then(|nip| Nip::parse(&nip));
    let applicant = facts.text(RequestField::NamaPemohon);
    applicant
        .is_some_and(|name| same_person((&name, nip.as_ref()), (&member.written, member.nip())))
}

/// The post of tertib.toml; else who holds the role on that day, with the post as it is
/// held. Where another one signed off, the sheet names that one: it was their act.
fn signatory(facts: &Facts<'_>) -> Signature {
    let post = facts.configured(|rules| rules.signer.as_ref().map(|post| post.value.as_str()));
    let role = facts.team_role(facts.step()).unwrap_or_default();
    let holder = facts.post_holder(post.as_deref(), role);
    let signer = facts.own_entry().and_then(|entry| facts.signer(entry));
    let another = match (&holder.nama, signer.and_then(|signer| signer.nama)) {
        (Some(holder), Some(signer)) => !facts.is_same_person(holder, &signer),
        (None, Some(_)) => true,
        _ => false,
    };
    if post.is_none() && another { facts.signer_block() } else { holder }
}
