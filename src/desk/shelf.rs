//! The templates of a run: the built-in ones, the office's own in their place, and its
//! logo.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::system_words::why;
use super::{Choices, OfficeFolder};
use crate::diagnostic::{Diagnostic, Level, Place};
use crate::office::Office;
use crate::press::{Apart, Pages, Press, PressProblem, Templates};

/// Where the office's own templates stand.
pub(super) const FOLDER: &str = "templat";

/// A press with the templates that can be used, and what is wrong with the others.
pub(super) struct Shelf {
    pub press: Press,
    templates: Templates,
    /// Who sets pages by the office's own templates.
    apart: Option<Arc<Apart>>,
    /// Of each template a digest of all that its prints are made with.
    fingerprints: BTreeMap<String, String>,
    /// Faulty templates by name: their papers are not made, the others are.
    pub faulty: BTreeMap<String, Vec<Diagnostic>>,
    /// What is wrong with files that are no template of a paper.
    pub problems: Vec<Diagnostic>,
}

impl Shelf {
    /// A digest of a template and of what it takes from the shelf: what was printed with
    /// others is printed anew. A change to one kind of paper leaves the others alone.
    pub(super) fn fingerprint(&self, template: &str) -> &str {
        self.fingerprints.get(template).map_or("", String::as_str)
    }

    /// Whether a template may show the image of that name.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.templates.contains(name)
    }

    /// The templates of pages for a browser.
    pub(super) fn pages(&self) -> Result<Pages, Vec<PressProblem>> {
        Pages::new(&self.templates).map(|pages| pages.with_apart(self.apart.clone()))
    }

    pub(super) fn stock(
        folder: &OfficeFolder,
        choices: &Choices,
    ) -> Result<Shelf, Vec<Diagnostic>> {
        Shelf::of(Some((&folder.path, &folder.office)), choices)
    }

    /// The shelf of a folder and its office; outside any folder, the built-in templates.
    pub(super) fn of(
        home: Option<(&Path, &Office)>,
        choices: &Choices,
    ) -> Result<Shelf, Vec<Diagnostic>> {
        let mut templates = Templates::built_in();
        let mut problems = Vec::new();
        if let Some((path, office)) = home {
            let own = path.join(FOLDER);
            // Where the folder itself is a link, its own files lie where it leads.
            let root = own.canonicalize().unwrap_or_else(|_| own.clone());
            own_files(&root, &own, "", &mut templates, &mut problems);
            problems.extend(unused(&templates));
            logos(path, office, &mut templates, &mut problems);
        }
        let fingerprints = fingerprints(&templates);
        let mut faulty: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
        loop {
            let found = match Press::new(&templates) {
                Ok(press) => {
                    built_upon(&templates, &mut faulty);
                    if let Some((_, office)) = home {
                        misworded(office, &mut faulty);
                    }
                    let apart = apart(&templates, choices);
                    let press = press.with_apart(apart.clone());
                    return Ok(Shelf { press, templates, apart, fingerprints, faulty, problems });
                }
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

/// Who sets the pages that reach a page which the office wrote or changed; nobody where
/// there is none, or where the program is not known.
fn apart(templates: &Templates, choices: &Choices) -> Option<Arc<Apart>> {
    let program = choices.program.clone()?;
    let built_in = Templates::built_in();
    let built_in: BTreeMap<&str, &[u8]> = built_in.iter().collect();
    let is_own = |name: &str, text: &[u8]| is_page(name) && built_in.get(name) != Some(&text);
    if !templates.iter().any(|(name, text)| is_own(name, text)) {
        return None;
    }
    let pages = templates.iter().map(|(name, _)| name).filter(|name| is_page(name));
    let own = pages.filter_map(|page| {
        let reached = reached(page, templates);
        let own = reached.into_iter().filter(|(name, text)| is_own(name, text));
        let own: Vec<String> = own.map(|(name, _)| name.to_owned()).collect();
        (!own.is_empty()).then(|| (page.to_owned(), own))
    });
    Some(Arc::new(Apart::new(program, templates, own.collect())))
}

/// A page that is built upon a faulty one is faulty with it, for the same reason.
fn built_upon(templates: &Templates, faulty: &mut BTreeMap<String, Vec<Diagnostic>>) {
    loop {
        let page = |(name, content)| {
            let text = String::from_utf8_lossy(content);
            let base = faulty.iter().find(|(base, _)| names(&text, base))?;
            (is_page(name) && !faulty.contains_key(name)).then(|| (name.to_owned(), base.1.clone()))
        };
        let Some((name, told)) = templates.iter().find_map(page) else { return };
        faulty.insert(name, told);
    }
}

/// Whether a page names another as one does to build upon it.
fn names(text: &str, other: &str) -> bool {
    text.contains(&format!("\"{other}\"")) || text.contains(&format!("/{other}\""))
}

/// Pages of the office that replace none of ours and that no other page names: their
/// names are most likely mistaken.
fn unused(templates: &Templates) -> Vec<Diagnostic> {
    let built_in = Templates::built_in();
    let known: Vec<&str> = built_in.iter().map(|(name, _)| name).collect();
    let is_named = |page: &str| {
        let mut others = templates.iter().filter(|(name, _)| *name != page && is_page(name));
        others.any(|(_, text)| names(&String::from_utf8_lossy(text), page))
    };
    let own = templates.iter().map(|(name, _)| name);
    own.filter(|name| is_page(name) && !built_in.contains(name) && !is_named(name))
        .map(|name| {
            let mut told = Diagnostic::error(format!("templat {name} tidak menggantikan apa pun"))
                .consequence("berkas itu tidak dipakai; templat bawaan tetap dipakai.")
                .advice(format!(
                    "namai seperti templat yang digantikannya: {}; atau hapus",
                    known.join(", ")
                ))
                .at(Place::File(format!("{FOLDER}/{name}").into()));
            told.level = Level::Peringatan;
            told
        })
        .collect()
}

/// Papers whose wording (kalimat.toml) has a mistake are not made; it is told once.
fn misworded(office: &Office, faulty: &mut BTreeMap<String, Vec<Diagnostic>>) {
    let mut told = office.phrases.told.clone().into_iter();
    for kind in office.phrases.faulty_kinds() {
        faulty.entry(format!("{kind}.typ")).or_default().extend(told.by_ref());
    }
}

fn logos(path: &Path, office: &Office, shelf: &mut Templates, problems: &mut Vec<Diagnostic>) {
    for logo in office.institutions().filter_map(|institution| institution.logo.as_ref()) {
        match fs::read(path.join(&logo.value)) {
            Ok(content) => put(shelf, &logo.value, content, problems),
            // One that stands among the office's templates is on the shelf already.
            Err(_) if shelf.contains(&logo.value) => {}
            Err(error) => {
                let why = match error.kind() {
                    std::io::ErrorKind::NotFound => {
                        format!("berkas itu tidak ada di folder kantor maupun di {FOLDER}/")
                    }
                    _ => why(&error),
                };
                problems.push(
                    Diagnostic::error(format!("logo \"{}\" tidak dapat dibaca: {why}", logo.value))
                        .consequence("naskah dengan kop ini tidak dibuat; tanpa logo, kopnya lain.")
                        .advice("betulkan nama berkasnya di tertib.toml, atau hapus kunci logo")
                        .at(logo.place(&office.file)),
                );
            }
        }
    }
}

/// The digest of each page with all that it reaches.
fn fingerprints(templates: &Templates) -> BTreeMap<String, String> {
    let pages = templates.iter().filter(|(name, _)| is_page(name));
    let of_page = |(name, _): (&str, &[u8])| {
        let mut hash = Sha256::new();
        for (name, content) in reached(name, templates) {
            hash.update(name.as_bytes());
            hash.update((content.len() as u64).to_le_bytes());
            hash.update(content);
        }
        (name.to_owned(), hex(&hash.finalize()))
    };
    pages.map(of_page).collect()
}

/// A page, the pages whose names it writes somewhere, theirs in turn, and every file
/// that is no page: an image may be named by the data alone.
fn reached<'t>(page: &str, templates: &'t Templates) -> BTreeMap<&'t str, &'t [u8]> {
    let all: BTreeMap<&str, &[u8]> = templates.iter().collect();
    let (mut found, pages): (BTreeMap<_, _>, BTreeMap<_, _>) =
        all.into_iter().partition(|(name, _)| !is_page(name));
    let mut open: Vec<&str> = pages.keys().copied().filter(|name| *name == page).collect();
    while let Some(name) = open.pop() {
        let Some(content) = pages.get(name) else { continue };
        if found.insert(name, content).is_some() {
            continue;
        }
        let text = String::from_utf8_lossy(content);
        open.extend(pages.keys().filter(|other| text.contains(**other)));
    }
    found
}

fn is_page(name: &str) -> bool {
    name.ends_with(".typ") || name.ends_with(".html")
}

/// The template that a problem stands in.
fn template_of(problem: &PressProblem) -> Option<String> {
    match problem {
        PressProblem::Template(fault) => Some(fault.template.clone()),
        PressProblem::NotText { name, .. } | PressProblem::EmptyTemplate { name } => {
            Some(name.clone())
        }
        _ => None,
    }
}

pub(super) fn told(problems: &[PressProblem]) -> Vec<Diagnostic> {
    problems.iter().map(|problem| problem.diagnostic(FOLDER)).collect()
}

fn own_files(
    root: &Path,
    path: &Path,
    below: &str,
    shelf: &mut Templates,
    problems: &mut Vec<Diagnostic>,
) {
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
        if path.is_symlink() && !stays_inside(root, &path) {
            problems.push(leads_outside(&name));
            continue;
        }
        if path.is_dir() {
            own_files(root, &path, &format!("{name}/"), shelf, problems);
            continue;
        }
        match fs::read(&path) {
            Ok(content) => put(shelf, &name, content, problems),
            Err(error) => problems.push(
                Diagnostic::error(format!("templat {name} tidak dapat dibaca: {}", why(&error)))
                    .consequence("berkas itu tidak dipakai.")
                    .advice("periksa berkas itu dan izinnya, lalu jalankan lagi")
                    .at(Place::File(format!("{FOLDER}/{name}").into())),
            ),
        }
    }
}

/// Whether a link leads to a file of the folder; one to a folder could go round for ever.
fn stays_inside(root: &Path, link: &Path) -> bool {
    link.canonicalize().is_ok_and(|real| real.starts_with(root) && real.is_file())
}

fn leads_outside(name: &str) -> Diagnostic {
    Diagnostic::error(format!("templat {name} adalah tautan yang menunjuk ke luar folder {FOLDER}"))
        .consequence(
            "berkas itu tidak dipakai; templat hanya dapat memakai berkas di folder templat.",
        )
        .advice(format!("salin berkas yang dimaksud ke folder {FOLDER}, atau hapus tautan itu"))
        .at(Place::File(format!("{FOLDER}/{name}").into()))
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
