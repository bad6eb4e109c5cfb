//! Was each step done by the right person? (P01–P06)
//!
//! One code a signer: the applicant who did a step of the team (P02), else a member
//! of staff without the role on that day (P01), else someone who is not on the staff
//! list (P03).

use std::sync::Arc;

use chrono::NaiveDate;

use super::Rules;
use super::finding::{Fact, Finding};
use super::history::{Entry, History};
use super::people::{Identity, Signer};
use super::roster::Roster;
use crate::diagnostic::Place;
use crate::office::{Absence, AbsenceKind};
use crate::records::{Case, Moment, Paraf, SignOff, Text};
use crate::sop::Step;

/// P05: this many sign-offs by one person within this many seconds.
const IN_ONE_GO: usize = 3;
const IN_ONE_GO_SECONDS: i64 = 60;

pub(super) fn check(
    case: &Case,
    history: &History,
    rules: &Rules<'_>,
    roster: &Roster,
    signers: &[Signer],
    found: &mut Vec<Finding>,
) {
    for entry in &history.entries {
        let Some(step) = rules.sop.step(entry.step) else { continue };
        let (mut told, mut away): (Vec<&Identity>, Vec<&Identity>) = (Vec::new(), Vec::new());
        for at in entry.rows.iter() {
            let (Some(row), Some(signer)) = (case.sign_offs.get(*at), signers.get(*at)) else {
                continue;
            };
            if signer.identity.is_nobody() {
                continue;
            }
            if let Some(fact) = signed_while_away(row, signer, roster)
                && !away.iter().any(|who| who.is_same(&signer.identity))
            {
                away.push(&signer.identity);
                let places = row.ended.cell().into_iter().chain(row.actor.cell());
                found.push(about(case, entry, fact, places.map(Place::Cell).collect()));
            }
            if told.iter().any(|who| who.is_same(&signer.identity)) {
                continue;
            }
            if let Some(fact) = wrong_person(row, signer, step, rules, roster) {
                told.push(&signer.identity);
                let places = row.actor.cell().into_iter().chain(row.actor_nip.cell());
                found.push(about(case, entry, fact, places.map(Place::Cell).collect()));
            }
        }
        found.extend(not_initialled(case, entry));
    }
    found.extend(in_one_go(case, history, signers));
}

fn wrong_person(
    row: &SignOff,
    signer: &Signer,
    step: &Step,
    rules: &Rules<'_>,
    roster: &Roster,
) -> Option<Fact> {
    let who = || row.actor.value().or(row.actor_nip.value()).cloned().unwrap_or_default();
    let of_applicant =
        rules.sop.applicant_role().is_some_and(|role| step.actors.contains(&role.id));
    if signer.is_applicant {
        return (!of_applicant).then(|| Fact::ApplicantDidTeamStep { who: who() });
    }
    let entries = roster.entries(&signer.identity);
    if entries.is_empty() {
        // The applicant's own office is not on the team's staff list.
        let of_team = step.of_team(rules.sop);
        return (of_team && !roster.is_empty()).then(|| Fact::NotOnStaffList { who: who() });
    }
    let day = day_of(row);
    let held: Vec<&Text> = entries
        .iter()
        .filter(|member| day.is_none_or(|day| member.holds_on(day)))
        .filter_map(|member| member.role.as_ref())
        .collect();
    if held.iter().any(|role| step.actors.iter().any(|actor| *actor == ***role)) {
        return None;
    }
    let mut roles: Vec<String> = held
        .iter()
        .map(|role| rules.sop.role(role).map_or_else(|| role.to_string(), |r| r.name.clone()))
        .collect();
    roles.sort();
    roles.dedup();
    Some(Fact::WrongRole { who: who(), on: day, roles })
}

/// P06: on that day the signer was away, and not at work elsewhere (WFA).
fn signed_while_away(row: &SignOff, signer: &Signer, roster: &Roster) -> Option<Fact> {
    let on = row.ended.value()?.date();
    let absence = roster.absence(&signer.identity, on)?;
    let Absence { kind, from, until, .. } = *absence;
    let who = row.actor.value().or(row.actor_nip.value()).cloned().unwrap_or_default();
    (kind != AbsenceKind::Remote).then_some(Fact::SignedWhileAway { who, on, kind, from, until })
}

fn day_of(row: &SignOff) -> Option<NaiveDate> {
    let moment = row.ended.value().or(row.started.value()).copied();
    moment.map(Moment::date)
}

/// P04: there is a paraf column, the step is signed off, and the cell says no or is
/// empty.
fn not_initialled(case: &Case, entry: &Entry) -> Option<Finding> {
    let cells: Vec<_> = entry
        .sign_offs(case)
        .filter_map(|row| match row.paraf {
            Paraf::Unsigned(cell) => Some(cell),
            Paraf::NoColumn | Paraf::Signed(_) => None,
        })
        .collect();
    if cells.is_empty() {
        return None;
    }
    let places = cells.into_iter().map(Place::Cell).collect();
    Some(about(case, entry, Fact::NotInitialled, places))
}

struct SignedAt<'a> {
    at: chrono::NaiveDateTime,
    entry: &'a Entry,
    who: &'a Identity,
    row: &'a SignOff,
}

/// P05: each run of sign-offs by one person of which the first and the last lie
/// within a minute.
fn in_one_go(case: &Case, history: &History, signers: &[Signer]) -> Vec<Finding> {
    let mut signed: Vec<SignedAt<'_>> = Vec::new();
    for entry in &history.entries {
        // Parts of one step that one person signs together are one sign-off of his.
        let mut seen: Vec<&Identity> = Vec::new();
        for at in entry.rows.iter() {
            let (Some(row), Some(signer)) = (case.sign_offs.get(*at), signers.get(*at)) else {
                continue;
            };
            let Some(Moment::At(ended)) = row.ended.value().copied() else { continue };
            if entry.ended.is_none()
                || signer.identity.is_nobody()
                || seen.iter().any(|who| who.is_same(&signer.identity))
            {
                continue;
            }
            seen.push(&signer.identity);
            signed.push(SignedAt { at: ended, entry, who: &signer.identity, row });
        }
    }
    signed.sort_by_key(|signed| signed.at);
    let mut found = Vec::new();
    let mut used = vec![false; signed.len()];
    for (start, first) in signed.iter().enumerate() {
        if used.get(start).copied().unwrap_or(true) {
            continue;
        }
        let run: Vec<usize> = signed
            .iter()
            .enumerate()
            .skip(start)
            .filter(|(at, other)| {
                let apart = other.at.signed_duration_since(first.at).num_seconds();
                !used.get(*at).copied().unwrap_or(true)
                    && apart <= IN_ONE_GO_SECONDS
                    && other.who.is_same(first.who)
            })
            .map(|(at, _)| at)
            .collect();
        if run.len() < IN_ONE_GO {
            continue;
        }
        let members: Vec<&SignedAt<'_>> = run.iter().filter_map(|at| signed.get(*at)).collect();
        for at in &run {
            if let Some(slot) = used.get_mut(*at) {
                *slot = true;
            }
        }
        let last = members.last().map_or(first.at, |member| member.at);
        let fact = Fact::SignedInOneGo {
            who: first.row.actor.value().cloned().unwrap_or_default(),
            steps: members.iter().map(|member| member.entry.step).collect(),
            from: Moment::At(first.at),
            to: Moment::At(last),
        };
        let cells = members.iter().filter_map(|member| member.row.ended.cell());
        found.push(about(case, first.entry, fact, cells.map(Place::Cell).collect()));
    }
    found
}

fn about(case: &Case, entry: &Entry, fact: Fact, places: Vec<Place>) -> Finding {
    Finding {
        case: Some(Arc::clone(&case.number)),
        round: Some(entry.round),
        step: Some(entry.step),
        fact,
        places,
    }
}
