//! The work of a step as the papers tell it: who carried it out, when, in which parts.
//!
//! A time is told as precisely as it was recorded: without a start only the end is
//! told, and a date without an hour stays a date.

use serde::Serialize;

use super::facts::{Facts, Person, moment};
use super::signature::Signature;
use crate::calendar::wording;
use crate::check::Entry;
use crate::office::nip::Nip;
use crate::records::{Moment, SignOffField};
use crate::sop::Step;

/// A part of a step that was signed off by itself: for one application or recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Part {
    aplikasi: Option<String>,
    penerima: Option<String>,
    pelaksana: Option<String>,
    waktu: Option<String>,
}

/// Day and hours apart, as a form asks for them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Timing {
    /// "Senin, 3 Juni 2024"
    hari_tanggal: Option<String>,
    /// "09.15 s.d. 10.00 WIB"
    pukul: Option<String>,
    /// The zone that stands behind an hour filled in by hand.
    zona: &'static str,
}

impl<'a> Facts<'a> {
    /// Who carries out the step of the paper: who signed it off, else who was given the
    /// request.
    pub(super) fn executor(&self) -> Person {
        let signer = self.own_entry().and_then(|entry| self.signer(entry));
        let on = Some(self.reference_date());
        let assigned = || self.assigned().map(|name| self.member(&name, None, on));
        signer.or_else(assigned).unwrap_or_default()
    }

    /// The block of a person at a step; without a known post the name of the role.
    pub(super) fn signature_of(&self, person: Person, step: Option<&'a Step>) -> Signature {
        let role = self.team_role(step).map(|role| self.source.rules.sop.role_name(role));
        let jabatan = person.jabatan.or_else(|| role.map(str::to_owned));
        Signature { jabatan, nama: person.nama, nip: person.nip, ..Signature::default() }
    }

    /// The block of who received at a step: with the post that they held on that day,
    /// where tertib.toml names them among the holders of posts.
    pub(super) fn received_by(&self, entry: &'a Entry, step: &'a Step) -> Signature {
        let person = self.signer(entry).unwrap_or_default();
        let on = entry.ended.map_or_else(|| self.reference_date(), Moment::date);
        let official = self.source.rules.office.officials.iter().find(|official| {
            let nip = official.nip.as_ref().map(Nip::printed);
            official.holds_on(on) && nip.is_some() && nip == person.nip
        });
        match official {
            Some(official) => Signature::of_official(official),
            None => self.signature_of(person, Some(step)),
        }
    }

    /// The block of who acknowledges (*mengetahui*), where tertib.toml names a post.
    pub(super) fn acknowledged_by(&self) -> Option<Signature> {
        self.configured(|rules| rules.acknowledged_by.as_ref().map(|post| post.value.as_str()))
            .map(|post| self.post_holder(Some(&post), ""))
    }

    /// The rows of a step that was signed off in parts; empty where it was one piece.
    pub(super) fn parts(&self, entry: &'a Entry) -> Vec<Part> {
        let text =
            |row: &crate::records::SignOff, field| row.text_value(field).map(ToString::to_string);
        let parts: Vec<Part> = self
            .sign_offs(entry)
            .map(|row| {
                let ended = row.ended.value().copied();
                let name = row.actor.value();
                Part {
                    aplikasi: text(row, SignOffField::Aplikasi),
                    penerima: text(row, SignOffField::Penerima),
                    pelaksana: name.and_then(|name| {
                        self.member(name, row.actor_nip.value(), ended.map(Moment::date)).nama
                    }),
                    waktu: self.when(row.started.value().copied(), ended),
                }
            })
            .collect();
        let named = parts.iter().any(|part| part.aplikasi.is_some() || part.penerima.is_some());
        if named && parts.len() > 1 { parts } else { Vec::new() }
    }

    /// "3 Juni 2024 pukul 09.15 s.d. 10.00 WIB"
    pub(super) fn when(&self, started: Option<Moment>, ended: Option<Moment>) -> Option<String> {
        let ended = ended?;
        let end = self.moment_in_zone(ended);
        Some(match (started, ended) {
            (Some(from @ Moment::At(_)), Moment::At(to)) if from.date() == to.date() => {
                let zone = self.source.rules.office.zone;
                format!("{} s.d. {} {zone}", moment(from), wording::time(to.time()))
            }
            (Some(from), to) if from.date() != to.date() => {
                format!("{} s.d. {end}", moment(from))
            }
            (_, Moment::At(_)) => format!("selesai {end}"),
            (_, Moment::Day(_)) => end,
        })
    }

    /// "3 Juni 2024 pukul 09.15 WIB"; a day without an hour has no zone.
    pub(super) fn moment_in_zone(&self, at: Moment) -> String {
        match at {
            Moment::At(_) => format!("{} {}", moment(at), self.source.rules.office.zone),
            Moment::Day(_) => moment(at),
        }
    }

    /// When an entry was, day and hours apart; without one, lines to fill by hand.
    pub(super) fn timing(&self, entry: Option<&Entry>) -> Timing {
        let zona = self.source.rules.office.zone.name();
        let unknown = Timing { zona, ..Timing::default() };
        let Some(entry) = entry else { return unknown };
        let Some(ended) = entry.ended else { return unknown };
        let day = wording::day_and_date(ended.date());
        let first = entry.started.map(|at| at.date()).filter(|first| *first != ended.date());
        let hari_tanggal = Some(match first {
            Some(first) => format!("{} s.d. {day}", wording::day_and_date(first)),
            None => day,
        });
        let pukul = match (entry.started, ended) {
            (Some(Moment::At(_)), Moment::At(_)) => self.clock(entry),
            (_, Moment::At(to)) => Some(format!("selesai {} {zona}", wording::time(to.time()))),
            _ => None,
        };
        Timing { hari_tanggal, pukul, zona }
    }
}
