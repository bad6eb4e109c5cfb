//! What tertib.toml says of the heads of the office's own sheets (`[peta]`), checked
//! against the columns that there are.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::head::{self, Head};
use super::heading::{Field, Kind};
use crate::diagnostic::Diagnostic;
use crate::office::{Located, Office};
use crate::records::{RequestField, SignOffField};
use crate::sop::{StepName, Versions};

/// The heads that the office maps itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeadMap {
    /// By the head as it is compared.
    heads: BTreeMap<String, Mapped>,
    /// The columns that together stand for the number of a request, in this order;
    /// empty where requests have numbers.
    key: Vec<RequestField>,
}

/// What a mapped head means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mapped {
    Ignored,
    /// One column for each kind of sheet that has one of that name.
    Column(Vec<Field>),
    /// Which number it has may differ between versions.
    Step(StepName, SignOffField),
}

impl HeadMap {
    /// Reads the office's choices.
    ///
    /// # Errors
    /// Each name that is no column, with its place in tertib.toml and the nearest one.
    pub fn of(office: &Office, sop: &Versions) -> Result<HeadMap, Vec<Diagnostic>> {
        let rules = &office.heads;
        let mut map = HeadMap::default();
        let mut wrong = Vec::new();
        for head in &rules.ignored {
            map.heads.insert(head::compared_head(&head.value), Mapped::Ignored);
        }
        for (head, column) in &rules.columns {
            match mapped(&column.value, sop) {
                Some(mapped) => {
                    map.heads.insert(head::compared_head(&head.value), mapped);
                }
                None => wrong.push(no_column(column, &office.file, "kolom", &all_names())),
            }
        }
        let names: Vec<&str> = RequestField::ALL.iter().map(|field| field.key()).collect();
        for name in &rules.key {
            match RequestField::from_key(&name.value) {
                Some(field) if !map.key.contains(&field) => map.key.push(field),
                Some(_) => {}
                None => wrong.push(no_column(name, &office.file, "kunci", &names)),
            }
        }
        if wrong.is_empty() { Ok(map) } else { Err(wrong) }
    }

    pub(super) fn find(&self, head: &Head) -> Option<&Mapped> {
        if self.heads.is_empty() {
            return None;
        }
        let find = |text: &str| self.heads.get(&head::compared_head(text));
        find(&head.shown()).or_else(|| find(&head.own))
    }

    /// The step that the head of a column names: by tertib.toml, else by itself.
    pub(super) fn step_in(&self, head: &Head, sop: &Versions) -> Option<StepName> {
        match self.find(head) {
            Some(Mapped::Step(step, _)) => Some(step.clone()),
            Some(Mapped::Ignored | Mapped::Column(_)) => None,
            None => head.step_column(sop).map(|(step, _)| step),
        }
    }

    /// The columns that stand for the number where a sheet has none.
    pub(super) fn key(&self) -> &[RequestField] {
        &self.key
    }
}

fn mapped(name: &str, sop: &Versions) -> Option<Mapped> {
    let fields: Vec<Field> =
        Kind::ALL.into_iter().flat_map(Kind::fields).filter(|field| field.key() == name).collect();
    if !fields.is_empty() {
        return Some(Mapped::Column(fields));
    }
    let head = Head::new(None, name.replace('_', " "));
    let (step, field) = head.step_column(sop)?;
    field.map(|field| Mapped::Step(step, field))
}

fn all_names() -> Vec<&'static str> {
    let mut names: Vec<&str> =
        Kind::ALL.into_iter().flat_map(Kind::fields).map(Field::key).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn no_column(
    written: &Located<String>,
    file: &Arc<str>,
    table: &str,
    names: &[&str],
) -> Diagnostic {
    let likeness = |name: &&&str| (strsim::jaro_winkler(&written.value, name) * 1e6) as i64;
    let nearest = names.iter().max_by_key(likeness).filter(|name| likeness(name) > 800_000);
    let meant = nearest.map_or(String::new(), |name| format!("; mungkin maksudnya \"{name}\""));
    let mut told = Diagnostic::error(format!(
        "\"{}\" pada [peta] {table} bukan nama kolom{meant}",
        written.value
    ))
    .advice("pakai nama kolom seperti tertulis di README bagian \"Lembar yang dikenal\", misalnya \"nomor_surat\"; untuk lembar mendatar: \"langkah 3 selesai\"");
    told.places.push(written.place(file));
    told
}
