//! Lembar Hasil Verifikasi (step 3): what was looked at, and whether the request is
//! granted or returned. The one who verified signs it, the head of the team
//! acknowledges.

use chrono::NaiveDateTime;
use serde::Serialize;

use super::facts::{Facts, Person};
use super::grant::Reference;
use super::hitungan::Hitungan;
use super::phrases::items;
use super::signature::Signature;
use crate::calendar::wording;
use crate::check::Entry;
use crate::records::{Decision, ItemRow, Moment, RequestField, SignOffField};

/// What the sheet states.
#[derive(Debug, Serialize)]
pub(super) struct Verifikasi {
    pemohon: Person,
    surat: Reference,
    keperluan: Option<String>,
    akses: Vec<Examined>,
    /// The items of the check-list, to be ticked by hand.
    butir: Vec<String>,
    /// Those of the sheet *butir verifikasi*, in their place; no key where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    butir_diperiksa: Vec<Item>,
    disetujui: Option<bool>,
    dikembalikan: Option<bool>,
    ditolak: Option<bool>,
    /// Why it was returned or refused.
    alasan: Option<String>,
    catatan: Option<String>,
    hari: Option<String>,
    pukul: Option<String>,
    tempat: Option<String>,
    verifikator: Signature,
    mengetahui: Signature,
    tembusan: Vec<String>,
    /// The annex, where the office asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    hitungan: Option<Hitungan>,
}

/// One access, and what the verification said of it.
#[derive(Debug, Serialize)]
pub(super) struct Examined {
    /// Null in a request that is for the applicant alone.
    penerima: Option<Recipient>,
    aplikasi: Option<String>,
    peran: Option<String>,
    berlaku_sampai: Option<String>,
    hasil: Option<String>,
    keterangan: Option<String>,
}

#[derive(Debug, Serialize)]
struct Recipient {
    nama: Option<String>,
    nip: Option<String>,
}

/// An item that the office listed for this request.
#[derive(Debug, Serialize)]
struct Item {
    butir: String,
    /// Whether it was there; null before the step is signed off.
    ada: Option<bool>,
    keterangan: Option<String>,
}

/// The items of the round that the paper is of; an empty *putaran* means 1.
fn listed_items(facts: &Facts<'_>) -> Vec<Item> {
    let of_round = |row: &&ItemRow| row.round.value().copied().unwrap_or(1) == facts.due.round;
    facts
        .judged()
        .case
        .items
        .iter()
        .filter(of_round)
        .filter_map(|row| {
            Some(Item {
                butir: row.item.value()?.to_string(),
                ada: row.found.value().copied().filter(|_| facts.due.signed),
                keterangan: row
                    .remark
                    .value()
                    .map(ToString::to_string)
                    .filter(|_| facts.due.signed),
            })
        })
        .collect()
}

pub(super) fn state(facts: &Facts<'_>) -> Verifikasi {
    let own = facts.own_entry();
    let decision = own.and_then(|entry| entry.decision);
    let noted = |field| own.and_then(|entry| facts.noted(entry, field));
    let post =
        facts.configured(|rules| rules.acknowledged_by.as_ref().map(|post| post.value.as_str()));
    let listed = listed_items(facts);
    let refused = facts.is_refused_for_good();
    let returned = !refused && decision == Some(Decision::Tidak);
    let remark = noted(SignOffField::Keterangan);
    let (alasan, catatan) = match noted(SignOffField::Alasan) {
        None if refused || returned => (remark, None),
        reason if refused || returned => (reason, remark),
        _ => (None, remark),
    };
    Verifikasi {
        pemohon: facts.applicant(),
        surat: facts.reference(),
        keperluan: facts.texts(RequestField::Keperluan),
        akses: facts.examined(),
        butir: if listed.is_empty() { items(facts) } else { Vec::new() },
        butir_diperiksa: listed,
        disetujui: (decision == Some(Decision::Ya)).then_some(true),
        dikembalikan: returned.then_some(true),
        ditolak: refused.then_some(true),
        alasan,
        catatan,
        hari: own.and_then(examined_on),
        pukul: own.and_then(|entry| facts.examined_at(entry)),
        tempat: facts.town(),
        verifikator: facts.sender(facts.signer_block()),
        mengetahui: facts.post_holder(post.as_deref(), facts.leading_role()),
        tembusan: facts.copies(),
        hitungan: facts.arithmetic(),
    }
}

/// The day of the verification; where it took several, the first, and the last stands
/// with the hour: "Jumat, 7 Juni 2024 pukul 15.50 s.d. Senin, 10 Juni 2024 pukul 07.35 WIB".
fn examined_on(entry: &Entry) -> Option<String> {
    let ended = entry.ended?;
    let day = over_days(entry).map_or_else(|| ended.date(), |(from, _)| from.date());
    Some(wording::day_and_date(day))
}

/// Start and end of a verification that took several days, where both have an hour.
fn over_days(entry: &Entry) -> Option<(NaiveDateTime, NaiveDateTime)> {
    match (entry.started?, entry.ended?) {
        (Moment::At(from), Moment::At(to)) if from.date() != to.date() => Some((from, to)),
        _ => None,
    }
}

impl Facts<'_> {
    fn examined_at(&self, entry: &Entry) -> Option<String> {
        match (over_days(entry), entry.ended?) {
            (Some((from, to)), _) => {
                let (from, to) = (wording::time(from.time()), wording::date_time(to));
                Some(format!("{from} s.d. {to} {}", self.source.rules.office.zone))
            }
            (None, Moment::At(_)) => self.clock(entry),
            (None, Moment::Day(_)) => None,
        }
    }

    /// The accesses with what the verification said of each; nothing before it is
    /// signed, even where the sheet already holds a result.
    pub(super) fn examined(&self) -> Vec<Examined> {
        let applicant = self.applicant().nama;
        let accesses = self.accesses();
        let for_others = accesses.iter().any(|access| access.penerima.nama != applicant);
        let known = |text: Option<String>| text.filter(|_| self.due.signed);
        let examined = accesses.into_iter().map(|access| {
            let Person { nama, nip, .. } = access.penerima;
            Examined {
                penerima: for_others.then_some(Recipient { nama, nip }),
                aplikasi: access.aplikasi,
                peran: access.peran,
                berlaku_sampai: access.berlaku_sampai,
                hasil: known(access.hasil_verifikasi),
                keterangan: known(access.alasan),
            }
        });
        examined.collect()
    }

    /// Whether the paper's step refused the request for good: it said so, or the SOP
    /// knows no way back.
    pub(super) fn is_refused_for_good(&self) -> bool {
        let said = self.own_entry().is_some_and(|own| own.decision == Some(Decision::Ditolak));
        let own = |entry| Some(entry) == self.due.entry;
        said || self.history().returns.iter().any(|back| own(back.entry) && back.refused)
    }

    /// Who leads the one that carries out the paper's step: the nearest role of the
    /// team before it, else after it, that is another.
    pub(super) fn leading_role(&self) -> &str {
        let own = self.team_role(self.step());
        let steps = &self.source.rules.sop.steps;
        let before = steps.iter().rev().filter(|step| step.no < self.due.step);
        let after = steps.iter().filter(|step| step.no > self.due.step);
        let mut roles = before.chain(after).filter_map(|step| self.team_role(Some(step)));
        roles.find(|role| Some(*role) != own).unwrap_or_default()
    }
}
