//! `tertib buat --pratinjau`: the pages of one paper as pictures.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::deposit::{among_workbooks, lies_among_workbooks, not_written, write_whole};
use super::draft::{DraftPaper, Drafts, drafts};
use super::issue::RESULTS;
use super::{Choices, Refusal, Selection};
use crate::diagnostic::{Diagnostic, Place};
use crate::office::Zone;
use crate::press::{PREVIEW_MARK, is_own_picture};

const FOLDER: &str = "pratinjau";

/// The pictures of a paper.
#[derive(Debug, Clone)]
pub struct Preview {
    /// "Berita Acara Serah Terima … P-2024-016"
    pub paper: String,
    /// The pictures, one a page: as named, or relative to the office's folder.
    pub files: Vec<String>,
    pub simulated: bool,
    pub as_of: NaiveDateTime,
    pub zone: Zone,
}

/// Draws the pages of the one paper that is selected: of several rounds, the last.
///
/// # Errors
/// No paper is selected, or more than one; its template is faulty; a picture cannot be
/// written, or something else stands in its place.
pub fn preview(
    choices: &Choices,
    selection: &Selection,
    to: Option<&Path>,
    simulate: bool,
) -> Result<Preview, Refusal> {
    let Drafts { examination, bench, drafts } = drafts(choices, selection)?;
    let draft = the_one(&drafts)?;
    let pictures = draft.set(&bench.shelf.press, |press, job| press.pictures(job))?;
    let folder = &examination.folder;
    let (place, shown): (PathBuf, String) = match to {
        Some(named) => (choices.here.join(named), named.to_string_lossy().replace('\\', "/")),
        None => (folder.path.join(RESULTS).join(FOLDER), format!("{RESULTS}/{FOLDER}")),
    };
    let stem = draft.name.replace('/', "-");
    let digits = pictures.len().to_string().len();
    let names: Vec<String> =
        (1..=pictures.len()).map(|page| format!("{stem}-{page:0digits$}.png")).collect();
    let files: Vec<String> = names.iter().map(|name| format!("{shown}/{name}")).collect();
    for (name, file) in names.iter().zip(&files) {
        // Someone's own picture of that name stays.
        if fs::read(place.join(name)).is_ok_and(|present| !is_own_picture(&present)) {
            return Err(vec![occupied(file)]);
        }
    }
    if lies_among_workbooks(&place.join(&stem)) {
        return Err(vec![among_workbooks(&shown, "--ke")]);
    }
    if !simulate {
        for ((picture, name), file) in pictures.iter().zip(&names).zip(&files) {
            write_whole(&place.join(name), picture)
                .map_err(|error| vec![not_written(file, &error)])?;
        }
    }
    Ok(Preview {
        paper: format!("{} {}", draft.kind.title(), draft.request),
        files,
        simulated: simulate,
        as_of: folder.as_of,
        zone: folder.office.zone,
    })
}

fn the_one(drafts: &[DraftPaper]) -> Result<&DraftPaper, Refusal> {
    let last = drafts.iter().max_by_key(|draft| draft.round);
    let same = |other: &DraftPaper| {
        last.is_some_and(|last| last.request == other.request && last.kind == other.kind)
    };
    match last {
        Some(last) if drafts.iter().all(same) => Ok(last),
        Some(_) => Err(vec![
            Diagnostic::error(format!("pratinjau menunjukkan satu naskah, sedangkan yang disebut {} naskah", drafts.len()))
                .advice("sebutkan satu jenis dan satu permohonan, misalnya: tertib buat berita-acara --permohonan P-2024-016 --pratinjau"),
        ]),
        None => Err(vec![
            Diagnostic::error("naskah itu belum waktunya dibuat, sehingga tidak ada pratinjaunya")
                .advice("periksa jenis naskah dan --permohonan; lihat keadaannya dengan: tertib status"),
        ]),
    }
}

fn occupied(file: &str) -> Diagnostic {
    Diagnostic::error(format!("{file} sudah ada dan bukan gambar pratinjau tertib"))
        .consequence(format!(
            "berkas itu tidak diubah; yang diganti hanya gambar bertanda \"{PREVIEW_MARK}\"."
        ))
        .advice("pindahkan berkas itu, atau sebutkan folder lain sesudah --ke")
        .at(Place::File(file.into()))
}
