//! The templates of a run: the built-in ones, the office's own in their place, and its
//! logo.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::OfficeFolder;
use crate::diagnostic::{Diagnostic, Place};
use crate::press::{Pages, Press, PressProblem, Templates};

/// Where the office's own templates stand.
const FOLDER: &str = "templat";

/// A press with the templates that can be used, and what is wrong with the others.
pub(super) struct Shelf {
    pub press: Press,
    templates: Templates,
    /// A digest of all templates: what was printed with others is printed anew.
    pub fingerprint: String,
    /// Faulty templates by name: their papers are not made, the others are.
    pub faulty: BTreeMap<String, Vec<Diagnostic>>,
    /// What is wrong with files that are no template of a paper.
    pub problems: Vec<Diagnostic>,
}

impl Shelf {
    /// The templates of pages for a browser.
    pub(super) fn pages(&self) -> Result<Pages, Vec<PressProblem>> {
        Pages::new(&self.templates)
    }

    pub(super) fn stock(folder: &OfficeFolder) -> Result<Shelf, Vec<Diagnostic>> {
        let mut templates = Templates::built_in();
        let mut problems = Vec::new();
        own_files(&folder.path.join(FOLDER), "", &mut templates, &mut problems);
        for institution in folder.office.institutions() {
            if let Some(logo) = &institution.logo {
                match fs::read(folder.path.join(&logo.value)) {
                    Ok(content) => put(&mut templates, &logo.value, content, &mut problems),
                    Err(error) => problems.push(
                        Diagnostic::error(format!(
                            "logo \"{}\" tidak dapat dibaca: {error}",
                            logo.value
                        ))
                        .advice("betulkan nama berkasnya di tertib.toml, atau hapus kunci logo")
                        .at(logo.place(&folder.office.file)),
                    ),
                }
            }
        }
        let mut hash = Sha256::new();
        for (name, content) in templates.iter() {
            hash.update(name.as_bytes());
            hash.update((content.len() as u64).to_le_bytes());
            hash.update(content);
        }
        let fingerprint = hex(&hash.finalize());
        let mut faulty: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
        loop {
            let found = match Press::new(&templates) {
                Ok(press) => return Ok(Shelf { press, templates, fingerprint, faulty, problems }),
                Err(found) => found,
            };
            let before = faulty.len();
            for problem in &found {
                if let Some(name) = template_of(problem) {
                    templates.remove(&name);
                    faulty.entry(name).or_default().push(problem.diagnostic(FOLDER));
                }
            }
            if faulty.len() == before {
                return Err(found.iter().map(|problem| problem.diagnostic(FOLDER)).collect());
            }
        }
    }
}

/// The template that a problem stands in.
fn template_of(problem: &PressProblem) -> Option<String> {
    match problem {
        PressProblem::Template(fault) => Some(fault.template.clone()),
        PressProblem::NotText { name } => Some(name.clone()),
        _ => None,
    }
}

pub(super) fn told(problems: &[PressProblem]) -> Vec<Diagnostic> {
    problems.iter().map(|problem| problem.diagnostic(FOLDER)).collect()
}

fn own_files(path: &Path, below: &str, shelf: &mut Templates, problems: &mut Vec<Diagnostic>) {
    let Ok(entries) = fs::read_dir(path) else { return };
    let mut paths: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            continue;
        };
        if name.starts_with(['.', '~', '_']) {
            continue;
        }
        let name = format!("{below}{name}");
        if path.is_dir() {
            own_files(&path, &format!("{name}/"), shelf, problems);
            continue;
        }
        match fs::read(&path) {
            Ok(content) => put(shelf, &name, content, problems),
            Err(error) => problems.push(
                Diagnostic::error(format!("templat {name} tidak dapat dibaca: {error}"))
                    .at(Place::File(format!("{FOLDER}/{name}").into())),
            ),
        }
    }
}

fn put(shelf: &mut Templates, name: &str, content: Vec<u8>, problems: &mut Vec<Diagnostic>) {
    if let Err(problem) = shelf.put(name, content) {
        problems.push(problem.diagnostic(FOLDER));
    }
}

/// A digest in small hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
