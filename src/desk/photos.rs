//! The photos among the evidence of a request that its documentation shows.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::shelf::hex;
use super::system_words::why;
use crate::check::Judged;
use crate::diagnostic::{Diagnostic, Level, Place};
use crate::document::Photo;
use crate::press::{LARGEST_FILE, PhotoFault, Pictures, photo};
use crate::records::AttachmentKind;

/// Where the evidence stands.
const EVIDENCE: &str = "bukti-dukung";

/// The photos that can be shown, where each is, and what is wrong with the others.
#[derive(Debug, Default)]
pub(super) struct Photos {
    pub shown: Vec<Photo>,
    files: Vec<PathBuf>,
    pub told: Vec<Diagnostic>,
}

impl Photos {
    /// Looks at the photos of a request, in the order of their names. One whose digest
    /// stands in `known`, the record that was printed last, was opened before.
    pub(super) fn of(folder: &Path, judged: &Judged, known: Option<&str>) -> Photos {
        let mut photos = Photos::default();
        let files = judged.attachments.iter().filter(|file| file.kind == AttachmentKind::Foto);
        for name in files.map(|file| &file.name).filter(|name| is_picture(name)) {
            let place = folder.join(EVIDENCE).join(&**name);
            match look(&place, known) {
                Ok(digest) => {
                    let at = photos.shown.len() + 1;
                    photos.shown.push(Photo::new(at, &judged.case.number, name, digest));
                    photos.files.push(place);
                }
                Err(why) => photos.told.push(cannot_be_shown(name, &why)),
            }
        }
        photos
    }

    /// What the press fetches when the paper is set.
    pub(super) fn pictures(&self) -> Pictures {
        if self.shown.is_empty() {
            return Pictures::default();
        }
        let names = self.shown.iter().map(|photo| photo.gambar.clone());
        let wanted: Vec<(String, PathBuf)> = names.zip(self.files.iter().cloned()).collect();
        Pictures::fetched_by(move || {
            let fetched = wanted.iter().filter_map(|(name, file)| {
                Some((name.clone(), photo(&fs::read(file).ok()?).ok()?))
            });
            fetched.collect::<BTreeMap<_, _>>()
        })
    }
}

fn is_picture(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| matches!(&*ending, "jpg" | "jpeg" | "png"))
}

/// The digest of a picture that can be shown.
fn look(place: &Path, known: Option<&str>) -> Result<String, String> {
    let bytes = read(place)?;
    let digest = hex(&Sha256::digest(&bytes));
    if !known.is_some_and(|record| record.contains(&digest)) {
        photo(&bytes).map_err(|fault| fault.to_string())?;
    }
    Ok(digest)
}

fn read(place: &Path) -> Result<Vec<u8>, String> {
    let unreadable =
        |error: std::io::Error| format!("berkasnya tidak dapat dibaca: {}", why(&error));
    let mut bytes = Vec::new();
    let file = File::open(place).map_err(unreadable)?;
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(PhotoFault::TooLarge.to_string());
    }
    Ok(bytes)
}

fn cannot_be_shown(name: &str, why: &str) -> Diagnostic {
    let mut told = Diagnostic::error(format!("foto ini tidak dapat dicetak: {why}"))
        .consequence("dokumentasi kegiatan dibuat tanpa foto ini.")
        .advice("simpan ulang fotonya sebagai JPEG atau PNG, lalu jalankan lagi")
        .at(Place::File(format!("{EVIDENCE}/{name}").into()));
    told.level = Level::Peringatan;
    told
}
