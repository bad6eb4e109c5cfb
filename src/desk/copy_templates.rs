//! `tertib templat salin`: the built-in templates into the office's own folder, to be
//! changed there. Nothing is written over.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use chrono::NaiveDateTime;

use super::deposit::not_written;
use super::shelf::FOLDER;
use super::{Choices, OfficeFolder, Refusal};
use crate::diagnostic::Diagnostic;
use crate::document::{TemplateField, template_fields};
use crate::office::Zone;
use crate::press::Templates;

/// How to change a template. A name that begins so is no template.
const GUIDE: (&str, &str) = ("_PETUNJUK.md", include_str!("../../templates/README.md"));

/// What copying came to.
#[derive(Debug)]
pub struct TemplateCopies {
    pub copies: Vec<TemplateCopy>,
    pub problems: Vec<Diagnostic>,
    /// Nothing was written (`--simulasi`).
    pub simulated: bool,
    pub as_of: NaiveDateTime,
    pub zone: Zone,
}

/// A template, and whether the office had its own already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateCopy {
    /// Relative to the office's folder, with `/`.
    pub file: String,
    /// It was there before and was left as it is.
    pub kept: bool,
}

/// Copies the templates of these names, or all.
///
/// # Errors
/// There is no template of a name, or the office's own files cannot be used.
pub fn copy_templates(
    choices: &Choices,
    names: &[String],
    simulate: bool,
) -> Result<TemplateCopies, Refusal> {
    let folder = OfficeFolder::open(choices)?;
    let templates = Templates::built_in();
    let known: Vec<&str> = templates.iter().map(|(name, _)| name).collect();
    let wanted = wanted(names, &known)?;
    let target = folder.path.join(FOLDER);
    let (mut copies, mut problems) = (Vec::new(), Vec::new());
    let templates = templates.iter().filter(|(name, _)| wanted.contains(name));
    let templates = templates.map(|(name, text)| (name, commented(name, text)));
    let (guide, text) = GUIDE;
    for (name, content) in templates.chain([(guide, text.as_bytes().to_vec())]) {
        let file = format!("{FOLDER}/{name}");
        let place = target.join(name);
        let there = place.symlink_metadata().is_ok();
        let written = match there || simulate {
            true => Ok(()),
            false => create(&place, &content),
        };
        match written {
            Ok(()) => copies.push(TemplateCopy { file, kept: there }),
            Err(error) => problems.push(not_written(&file, &error)),
        }
    }
    let (as_of, zone) = (folder.as_of, folder.office.zone);
    Ok(TemplateCopies { copies, problems, simulated: simulate, as_of, zone })
}

/// The names as the shelf has them; a bare stem means all templates of that stem.
fn wanted<'k>(names: &[String], known: &[&'k str]) -> Result<Vec<&'k str>, Refusal> {
    if names.is_empty() {
        return Ok(known.to_vec());
    }
    let (mut wanted, mut unknown) = (Vec::new(), Refusal::new());
    for name in names {
        let typed = name.trim().to_lowercase().replace(['_', ' '], "-");
        let is_meant = |file: &&&str| stem(file) == typed || **file == typed;
        let before = wanted.len();
        wanted.extend(known.iter().filter(is_meant));
        if wanted.len() == before {
            unknown.push(no_template(name, known));
        }
    }
    if unknown.is_empty() { Ok(wanted) } else { Err(unknown) }
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

fn no_template(name: &str, known: &[&str]) -> Diagnostic {
    let likeness = |file: &&&str| {
        let alike = strsim::normalized_damerau_levenshtein(&name.to_lowercase(), stem(file));
        (alike * 1000.0) as i64
    };
    let near = known.iter().max_by_key(likeness).filter(|file| likeness(file) >= 550);
    let near = near.map_or_else(String::new, |file| format!("mungkin maksudnya {}; ", stem(file)));
    let mut stems: Vec<&str> = known.iter().map(|file| stem(file)).collect();
    stems.dedup();
    Diagnostic::error(format!("tidak ada templat bernama \"{name}\""))
        .consequence("tidak ada yang disalin.")
        .advice(format!("{near}yang ada: {}", stems.join(", ")))
}

/// The template below a comment that tells what it may use.
fn commented(name: &str, text: &[u8]) -> Vec<u8> {
    let mut told = vec![
        "Salinan templat bawaan tertib. Selama berkas ini ada di folder templat, berkas inilah"
            .to_owned(),
        "yang dipakai; hapus untuk kembali ke templat bawaan. Petunjuk: README.md di folder"
            .to_owned(),
        "templates tertib. Sesudah mengubah: tertib buat --simulasi".to_owned(),
    ];
    let fields = template_fields(stem(name));
    if !fields.is_empty() {
        told.push(String::new());
        told.push("Isian yang dapat dipakai, sesudah: let data = json(\"/data.json\")".to_owned());
        told.push(
            "none berarti tidak diketahui; [] berarti daftar; semuanya data, bukan kode."
                .to_owned(),
        );
        let widest = fields.iter().map(|field| field.path.len()).max().unwrap_or(0);
        let line = |TemplateField { path, meaning }: &TemplateField| {
            format!("  data.{path:widest$}  {meaning}")
        };
        told.extend(fields.iter().map(line));
    }
    let mut copy = Vec::new();
    if name.ends_with(".html") {
        copy.extend_from_slice(format!("{{# {} -#}}\n", told.join("\n   ")).as_bytes());
    } else {
        for line in told {
            copy.extend_from_slice(format!("// {line}").trim_end().as_bytes());
            copy.push(b'\n');
        }
        copy.push(b'\n');
    }
    copy.extend_from_slice(text);
    copy
}

/// Writes a file that does not exist yet, wholly or not at all.
fn create(place: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(place.parent().ok_or(io::ErrorKind::InvalidInput)?)?;
    let mut file = File::create_new(place)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // It is ours, made a moment ago; half a template would be taken for a whole one.
        let _ = fs::remove_file(place);
    }
    written
}
