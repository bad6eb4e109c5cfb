//! What the data of a template holds, told to whoever changes one.
//!
//! The list is kept by hand beside the papers; a test holds it against the data of real
//! papers, in both directions.

use super::wording::meaning;

const LIST: &str = include_str!("isian.txt");
/// What every paper of a request has.
const ALL: &str = "semua";
/// The wording stands beside what a paper states.
const WORDING: &str = "kalimat.";
const MONTHLY: &str = "laporan-bulanan";

/// A value of `data.json`, by the way to it: `catatan.isi.akses[].peran`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateField {
    pub path: String,
    pub meaning: String,
}

/// The values that a template of that stem may use; none for one that prints no paper.
pub fn template_fields(stem: &str) -> Vec<TemplateField> {
    let own = section(stem);
    if stem == MONTHLY || own.is_empty() {
        return own;
    }
    let below = own.into_iter().map(|field| {
        let meaning = match field.meaning.is_empty() {
            true => meaning(&field.path),
            false => field.meaning,
        };
        let part = if field.path.starts_with(WORDING) { "catatan" } else { "catatan.isi" };
        TemplateField { path: format!("{part}.{}", field.path), meaning }
    });
    section(ALL).into_iter().chain(below).collect()
}

fn section(name: &str) -> Vec<TemplateField> {
    let head = format!("[{name}]");
    let lines = LIST.lines().skip_while(|line| *line != head).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('[')).filter(|line| !line.is_empty());
    let field = |line: &str| {
        let (path, meaning) = line.split_once(" = ").unwrap_or((line, ""));
        TemplateField { path: path.to_owned(), meaning: meaning.to_owned() }
    };
    lines.map(field).collect()
}
