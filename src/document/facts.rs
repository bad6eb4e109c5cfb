//! What the papers of one request and round may state, as it was recorded.
//!
//! Rows of one request that contradict each other (D08) leave the value unknown: a
//! paper with the wrong one of two names is worse than one with a dotted line.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::Source;
use super::due::{Due, ended_for, last_entry, rows_for};
use super::signature::Signature;
use crate::calendar::wording;
use crate::check::{Entry, History, Judged};
use crate::office::nip::Nip;
use crate::office::person::same_person;
use crate::records::{
    AttachmentKind, Moment, RequestField, RequestRow, SignOff, SignOffField, Text, Written,
};
use crate::sop::Step;

pub(super) struct Facts<'a> {
    pub due: &'a Due,
    pub source: &'a Source<'a>,
    pub rows: Vec<&'a RequestRow>,
}

/// A person as a paper names them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Person {
    pub nama: Option<String>,
    pub nip: Option<String>,
    pub jabatan: Option<String>,
    pub unit: Option<String>,
}

/// The letter of request.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Letter {
    pub nomor: Option<String>,
    pub tanggal: Option<String>,
    pub diterima: Option<String>,
    pub nomor_agenda: Option<String>,
    pub hal: Option<String>,
    pub sifat: Option<String>,
    pub derajat: Option<String>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(due: &'a Due, source: &'a Source<'a>) -> Self {
        let case = &source.judged.case;
        // A sheet that has no rows of its own for a later round speaks of the request
        // by those of the round before.
        let round = (1..=due.round).rev().find(|round| case.rows_of(*round).next().is_some());
        let rows = round.map(|round| case.rows_of(round).collect()).unwrap_or_default();
        Facts { due, source, rows }
    }

    pub(super) fn judged(&self) -> &'a Judged {
        self.source.judged
    }

    pub(super) fn history(&self) -> &'a History {
        &self.source.judged.history
    }

    /// The step that yields the paper.
    pub(super) fn step(&self) -> Option<&'a Step> {
        self.source.rules.sop.step(self.due.step)
    }

    /// The sign-off of the paper's own step.
    pub(super) fn own_entry(&self) -> Option<&'a Entry> {
        self.history().entries.get(self.due.entry?)
    }

    /// The last sign-off of a step in the paper's round.
    pub(super) fn entry(&self, step: u32) -> Option<&'a Entry> {
        last_entry(self.history(), self.due.round, step).map(|(_, entry)| entry)
    }

    /// The date of the paper: that of the sign-off of its step. Until then a line to
    /// fill by hand.
    pub(super) fn paper_date(&self) -> Option<NaiveDate> {
        let ended = |entry| ended_for(entry, &self.judged().case, self.due.recipient.as_ref());
        self.own_entry().and_then(ended).map(Moment::date)
    }

    /// The day by which holders of posts and the name of the office are looked up: that
    /// of the paper, else of the event that made it due.
    pub(super) fn reference_date(&self) -> NaiveDate {
        self.paper_date().unwrap_or_else(|| self.due.event.date())
    }

    /// A paper made from sign-offs says so.
    pub(super) fn sources_line(&self) -> Option<String> {
        self.due.signed.then(|| {
            format!("Disusun dari lembar kendali permohonan {}.", self.judged().case.number)
        })
    }

    /// The value that all rows agree on; `None` where they have none or contradict
    /// each other.
    pub(super) fn text(&self, field: RequestField) -> Option<String> {
        let mut values = self.rows.iter().filter_map(|row| row.text_value(field));
        let first = values.next()?;
        values.all(|other| same(first, other)).then(|| first.to_string())
    }

    /// What the rows say in a column that may differ by row, each text once.
    pub(super) fn texts(&self, field: RequestField) -> Option<String> {
        let mut texts: Vec<&str> = Vec::new();
        for text in self.rows.iter().filter_map(|row| row.text_value(field)) {
            if !texts.iter().any(|known| same(known, text)) {
                texts.push(text);
            }
        }
        (!texts.is_empty()).then(|| texts.join("; "))
    }

    fn sole<T: Copy + PartialEq>(&self, of: impl Fn(&RequestRow) -> Option<T>) -> Option<T> {
        let mut values = self.rows.iter().filter_map(|row| of(row));
        let first = values.next()?;
        values.all(|other| other == first).then_some(first)
    }

    /// When the letter came in, where its rows do not contradict each other.
    fn received(&self) -> Option<Moment> {
        let known = self.rows.iter().filter_map(|row| row.received.known());
        let first = Written::first_of(known.clone())?.value;
        known.map(|other| other.value).all(|other| !first.contradicts(other)).then_some(first)
    }

    pub(super) fn applicant(&self) -> Person {
        Person {
            nama: self.text(RequestField::NamaPemohon),
            nip: self.text(RequestField::NipPemohon).map(|nip| nip_line(&nip)),
            jabatan: self.text(RequestField::Jabatan),
            unit: self.text(RequestField::UnitKerja),
        }
    }

    pub(super) fn letter(&self) -> Letter {
        Letter {
            nomor: self.text(RequestField::NomorSurat),
            tanggal: self.sole(|row| row.letter_date.value().copied()).map(wording::date),
            diterima: self.received().map(moment),
            nomor_agenda: self.text(RequestField::NomorAgenda),
            hal: self.text(RequestField::Hal),
            sifat: self.text(RequestField::Sifat),
            derajat: self.text(RequestField::Derajat),
        }
    }

    /// How many scans of a kind lie among the evidence of the request.
    pub(super) fn attached(&self, kind: AttachmentKind) -> usize {
        self.judged().attachments.iter().filter(|file| file.kind == kind).count()
    }

    /// The rows that an entry rests on.
    pub(super) fn sign_offs(&self, entry: &'a Entry) -> impl Iterator<Item = &'a SignOff> {
        rows_for(entry, &self.judged().case, self.due.recipient.as_ref())
    }

    /// A column of the sign-offs of an entry; several different values are joined.
    pub(super) fn noted(&self, entry: &'a Entry, field: SignOffField) -> Option<String> {
        let mut values: Vec<&Text> = Vec::new();
        for value in self.sign_offs(entry).filter_map(|row| row.text_value(field)) {
            if !values.iter().any(|known| same(known, value)) {
                values.push(value);
            }
        }
        let joined = values.iter().map(|text| text.as_ref()).collect::<Vec<_>>().join("; ");
        (!joined.is_empty()).then_some(joined)
    }

    /// Who signed off a step, as the staff list knows them.
    pub(super) fn signer(&self, entry: &'a Entry) -> Option<Person> {
        let is_named = |row: &&SignOff| row.actor.value().is_some();
        let row = match self.due.recipient {
            None => self.judged().case.sign_offs.get(entry.signer())?,
            Some(_) => self.sign_offs(entry).filter(is_named).last()?,
        };
        let name = row.actor.value()?;
        Some(self.member(name, row.actor_nip.value(), entry.ended.map(Moment::date)))
    }

    /// A member of staff by name: with post and NIP where the list knows them.
    pub(super) fn member(&self, name: &Text, nip: Option<&Text>, on: Option<NaiveDate>) -> Person {
        let known = self.source.roster.person(Some(name), nip, on);
        Person {
            nama: Some(known.map_or(name, |member| &member.written).to_string()),
            nip: known
                .and_then(|member| member.nip().map(Nip::printed))
                .or_else(|| nip.map(|nip| nip_line(nip))),
            jabatan: known.and_then(|member| member.post.as_ref()).map(ToString::to_string),
            unit: None,
        }
    }

    /// For when the paper's step is planned, while it is not signed.
    pub(super) fn planned(&self) -> Option<Moment> {
        let own = self.own_entry().map(|entry| self.sign_offs(entry));
        let signed = own.into_iter().flatten().find_map(|row| row.planned().value().copied());
        let open = self.history().open.iter().filter(|open| open.step == self.due.step);
        signed.or_else(|| open.filter_map(|open| open.planned).next_back())
    }

    /// The block of who signs the paper's step: who signed it off, else who was given
    /// the request; the post of tertib.toml goes before both.
    pub(super) fn signer_block(&self) -> Signature {
        let post = self.configured(|rules| rules.signer.as_ref().map(|post| post.value.as_str()));
        if post.is_some() {
            return self.post_holder(post.as_deref(), "");
        }
        let signer = self.own_entry().and_then(|entry| self.signer(entry));
        let assigned =
            || self.assigned().map(|name| self.member(&name, None, Some(self.reference_date())));
        let role = self.team_role(self.step()).unwrap_or_default();
        let role_name = self.source.rules.sop.role_name(role).to_owned();
        let Person { nama, nip, jabatan, .. } = signer.or_else(assigned).unwrap_or_default();
        // Until it is known who signs, the post is a line as well: the role in its place
        // would be another post once the step is signed off.
        let role_name = nama.is_some().then_some(role_name);
        Signature { jabatan: jabatan.or(role_name), nama, nip, ..Signature::default() }
    }

    /// Whether two names mean the same person, titles and case aside.
    pub(super) fn is_same_person(&self, a: &str, b: &str) -> bool {
        same_person((a, None), (b, None))
    }

    /// Who was given the request (*ditugaskan_kepada*) in this round, else in any.
    pub(super) fn assigned(&self) -> Option<Text> {
        let in_round = |round: u32| {
            self.history().round_entries(round).flat_map(|(_, entry)| {
                self.sign_offs(entry)
                    .filter_map(|row| row.text_value(SignOffField::DitugaskanKepada))
            })
        };
        (1..=self.due.round).rev().find_map(|round| in_round(round).last()).cloned()
    }

    /// Who signs for a role of the SOP on the day of the paper: the post that
    /// tertib.toml names for this kind, else the one holder of the role, else nobody.
    pub(super) fn post_holder(&self, post: Option<&str>, role: &str) -> Signature {
        let (office, on) = (self.source.rules.office, self.reference_date());
        if let Some(post) = post {
            return match office.official_on(post, on) {
                Some(official) => Signature::of_official(official),
                None => Signature { jabatan: Some(post.to_owned()), ..Signature::default() },
            };
        }
        let role_name = self.source.rules.sop.role_name(role);
        // Where the role is itself a post, who holds or stands in for it signs.
        if let Some(official) = office.official_on(role_name, on) {
            return Signature::of_official(official);
        }
        match self.source.roster.holders(role, on).as_slice() {
            [member] => {
                let stands_in = office.officials.iter().find(|official| {
                    official.holds_on(on)
                        && official.nip.is_some()
                        && official.nip.as_ref() == member.nip()
                });
                match stands_in {
                    Some(official) => Signature::of_official(official),
                    None => {
                        let post = member.post.as_deref().unwrap_or(role_name);
                        Signature::of_member(member, post)
                    }
                }
            }
            _ => {
                let post = Some(role_name).filter(|name| !name.is_empty());
                Signature { jabatan: post.map(str::to_owned), ..Signature::default() }
            }
        }
    }

    /// The post of `[tanda_tangan.<kind>]` that a key names.
    pub(super) fn configured(
        &self,
        of: impl Fn(&crate::office::Signatories) -> Option<&str>,
    ) -> Option<String> {
        let signatories = self.source.rules.office.papers.signatories(self.due.kind.stem())?;
        of(signatories).map(str::to_owned)
    }

    /// Who gets a copy (*tembusan*).
    pub(super) fn copies(&self) -> Vec<String> {
        let signatories = self.source.rules.office.papers.signatories(self.due.kind.stem());
        signatories.map(|known| known.copies.clone()).unwrap_or_default()
    }

    /// The town that stands before a date.
    pub(super) fn town(&self) -> Option<String> {
        self.source.rules.office.institution_on(self.reference_date()).town.clone()
    }

    /// "09.15 s.d. 10.00 WIB" or "09.15 WIB", over several days "16.20 WIB (7 Juni 2024)
    /// s.d. 07.45 WIB (10 Juni 2024)"; `None` without hours.
    pub(super) fn clock(&self, entry: &Entry) -> Option<String> {
        let zone = self.source.rules.office.zone;
        match (entry.started, entry.ended?) {
            (Some(Moment::At(from)), Moment::At(to)) if from.date() == to.date() => Some(format!(
                "{} s.d. {} {zone}",
                wording::time(from.time()),
                wording::time(to.time())
            )),
            (Some(Moment::At(from)), Moment::At(to)) => {
                let on = |at: NaiveDateTime| {
                    let (time, date) = (wording::time(at.time()), wording::date(at.date()));
                    format!("{time} {zone} ({date})")
                };
                Some(format!("{} s.d. {}", on(from), on(to)))
            }
            (_, Moment::At(to)) => Some(format!("{} {zone}", wording::time(to.time()))),
            _ => None,
        }
    }

    /// The roles that carry out a step and are not the applicant's.
    pub(super) fn team_role(&self, step: Option<&'a Step>) -> Option<&'a str> {
        let sop = self.source.rules.sop;
        step?
            .actors
            .iter()
            .find(|id| sop.role(id).is_some_and(|role| !role.applicant))
            .map(String::as_str)
    }
}

/// A moment as it is printed: "3 Juni 2024 pukul 09.15", or the date alone.
pub(super) fn moment(moment: Moment) -> String {
    match moment {
        Moment::At(at) => {
            format!("{} pukul {}", wording::date(at.date()), wording::time(at.time()))
        }
        Moment::Day(day) => wording::date(day),
    }
}

/// A NIP as written, grouped where it has its eighteen digits; with its label.
pub(super) fn nip_line(written: &str) -> String {
    Nip::parse(written).map_or_else(|| written.to_owned(), |nip| nip.printed())
}

fn same(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace()) || a.eq_ignore_ascii_case(b)
}
