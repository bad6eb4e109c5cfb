//! A paper before it is set: all that goes into its pages, as bytes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Edition, PressProblem, printable};

/// Files of the press itself stand apart; no template can bear such a name.
pub(super) const OWN: &str = ".press/";
pub(super) const EDITION: &str = ".press/edition.json";
pub(super) const ATTACHMENT: &str = ".press/attachment";

/// What is made of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Product {
    Pdf,
    /// One PNG a page.
    Pictures,
}

/// What came of it: one file, or one a page.
pub(super) type Files = Vec<Vec<u8>>;

/// What a template is set with.
#[derive(Debug, Clone)]
pub(super) struct Manuscript {
    pub template: String,
    /// JSON, each character of which can be printed.
    pub data: Vec<u8>,
    pub title: String,
    /// What the cover needs, as JSON.
    pub front: Vec<u8>,
    pub attachment: Option<Vec<u8>>,
    pub pictures: BTreeMap<String, Vec<u8>>,
    pub date: DateTime<FixedOffset>,
    pub ident: String,
}

impl Manuscript {
    /// Writes it out; also gives the characters that cannot be printed.
    pub(super) fn of<D: Serialize + ?Sized>(
        template: &str,
        data: &D,
        edition: &Edition,
        pictures: BTreeMap<String, Vec<u8>>,
        has_glyph: impl Fn(char) -> bool,
    ) -> Result<(Manuscript, BTreeSet<char>), Vec<PressProblem>> {
        let unwritable = |error: serde_json::Error| {
            vec![PressProblem::Data { template: template.to_owned(), reason: error.to_string() }]
        };
        let (data, unprintable) = printable::to_json(data, has_glyph).map_err(unwritable)?;
        let manuscript = Manuscript {
            template: template.to_owned(),
            data,
            title: printable::to_text(&edition.title, |_| true).map_err(unwritable)?,
            front: front_matter(edition).map_err(unwritable)?,
            attachment: edition.attachment.as_ref().map(|file| file.content.clone()),
            pictures,
            date: edition.date,
            ident: edition.ident.clone(),
        };
        Ok((manuscript, unprintable))
    }
}

/// What the cover prints nowhere but writes into the PDF's own records, so that only
/// control characters have to go.
fn front_matter(edition: &Edition) -> serde_json::Result<Vec<u8>> {
    let attachment =
        edition.attachment.as_ref().map(|file| (&file.name, &file.mime, &file.description));
    let front = serde_json::json!({ "attachment": attachment });
    printable::to_json(&front, |_| true).map(|(json, _)| json)
}

/// The fixed text around a template: what holds for every paper and needs no author
/// of a template to remember it. Fonts and language can be changed further in.
pub(super) fn cover_of(template: &str) -> String {
    format!(
        r#"#let edition = json("/{EDITION}")
#set text(lang: "id", font: "Arimo", size: 11pt)
#if edition.attachment != none {{
  let (name, mime, description) = edition.attachment
  pdf.attach(
    "/" + name,
    read("/{ATTACHMENT}", encoding: none),
    relationship: "source",
    mime-type: mime,
    description: description,
  )
}}
#include "/{template}"
"#
    )
}
