//! `tertib siapkan`: an office's folder from which one can start.
//!
//! Nothing is invented about the office: its name is a placeholder that has to be
//! changed. Nothing is written over: what is there is left and told.

mod entry_workbook;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::system_words::why;
use super::{Choices, Refusal, folder};
use crate::calendar;
use crate::diagnostic::{Diagnostic, Place};
use crate::office::{self, Zone};
use crate::sop::{Definition, Versions};

/// The commented tertib.toml, which parses as it stands.
const OFFICE_FILE: &str = include_str!("setup/contoh-tertib.toml");

/// What setting up came to.
#[derive(Debug)]
pub struct Setup {
    /// The folder as it was named.
    pub folder: PathBuf,
    /// All that belongs into it, in the order in which one meets it.
    pub items: Vec<SetupItem>,
    pub problems: Vec<Diagnostic>,
    /// Nothing was written (`--simulasi`).
    pub simulated: bool,
    pub as_of: NaiveDateTime,
    pub zone: Zone,
}

/// A file or folder of a new office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetupItem {
    /// Relative to the folder; a folder ends in `/`.
    pub name: &'static str,
    pub about: &'static str,
    /// It was there before and was left as it is.
    pub kept: bool,
}

impl Setup {
    /// Whether the office still has to be named.
    pub fn needs_name(&self) -> bool {
        self.items.iter().any(|item| item.name == "tertib.toml" && !item.kept)
    }
}

/// Makes what is missing in a folder: the one that is named, else `--folder`, else the
/// working folder.
///
/// # Errors
/// The SOP of a folder that is an office already cannot be read.
pub fn set_up(choices: &Choices, named: Option<&Path>, simulate: bool) -> Result<Setup, Refusal> {
    let named = named.or(choices.folder.as_deref()).unwrap_or(Path::new("."));
    let root = choices.here.join(named);
    let (versions, as_of, zone) = rules(choices, &root)?;
    let workbook = entry_workbook::bytes(&versions, as_of.date())?;
    let parts: [(&str, &str, Option<&[u8]>); 6] = [
        ("tertib.toml", "kantor: nama, pejabat, pegawai, pilihan", Some(OFFICE_FILE.as_bytes())),
        (
            "kalender.toml",
            "contoh libur setempat dan jam kerja lain",
            Some(calendar::EXAMPLE.as_bytes()),
        ),
        (
            "contoh-kalimat.toml",
            "contoh kalimat naskah yang dapat diganti",
            Some(office::BUILTIN_PHRASES.as_bytes()),
        ),
        ("data/", "buku kerja permohonan dan lembar kendali", None),
        (entry_workbook::NAME, "buku kerja kosong untuk diisi", Some(&workbook)),
        ("bukti-dukung/", "pindaian; namanya diawali nomor permohonan", None),
    ];
    let (mut items, mut problems) = (Vec::new(), Vec::new());
    if !simulate && let Err(error) = fs::create_dir_all(&root) {
        return Err(vec![unmade(&named.display().to_string(), &error)]);
    }
    for (name, about, content) in parts {
        let place = root.join(name);
        let made = match content {
            _ if place.symlink_metadata().is_ok() => misplaced(&place, content.is_none()),
            _ if simulate => Ok(Made::New),
            None => fs::create_dir(&place).map(|()| Made::New),
            Some(bytes) => create(&place, bytes).map(|()| Made::New),
        };
        match made {
            Ok(made) => items.push(SetupItem { name, about, kept: made == Made::Before }),
            Err(error) => problems.push(unmade(name, &error)),
        }
    }
    Ok(Setup { folder: named.to_path_buf(), items, problems, simulated: simulate, as_of, zone })
}

#[derive(PartialEq, Eq)]
enum Made {
    New,
    Before,
}

/// What is there is left; a file in the place of a folder is told.
fn misplaced(place: &Path, wants_folder: bool) -> io::Result<Made> {
    match place.is_dir() == wants_folder {
        true => Ok(Made::Before),
        false if wants_folder => Err(io::ErrorKind::NotADirectory.into()),
        false => Err(io::ErrorKind::IsADirectory.into()),
    }
}

/// Writes a file that does not exist yet, wholly or not at all.
fn create(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(place)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // It is ours, made a moment ago; half a file would be taken for a whole one.
        let _ = fs::remove_file(place);
    }
    written
}

/// The SOP, moment and zone of a folder that is an office already; else the built-in ones.
fn rules(choices: &Choices, root: &Path) -> Result<(Versions, NaiveDateTime, Zone), Refusal> {
    let has_office = root.join("tertib.toml").is_file();
    if has_office {
        return folder::sop(&Choices { folder: Some(root.to_path_buf()), ..choices.clone() });
    }
    let zone = Zone::default();
    let now = choices.now.with_timezone(&zone.offset()).naive_local();
    Ok((Versions::only(Definition::builtin()?), choices.as_of.unwrap_or(now), zone))
}

fn unmade(name: &str, error: &io::Error) -> Diagnostic {
    let why = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "tidak ada izin untuk menulis di sini".to_owned()
        }
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            "di tempat itu sudah ada berkas".to_owned()
        }
        io::ErrorKind::IsADirectory => "di tempat itu sudah ada folder".to_owned(),
        io::ErrorKind::NotFound => "folder di atasnya tidak dapat dibuat".to_owned(),
        io::ErrorKind::StorageFull => "tempat penyimpanan penuh".to_owned(),
        _ => why(error),
    };
    Diagnostic::error(format!("{name} tidak dapat dibuat: {why}"))
        .consequence("yang lain tetap dikerjakan; yang sudah ada tidak diubah.")
        .advice(
            "periksa izin folder itu, atau pilih folder lain, lalu jalankan lagi: tertib siapkan",
        )
        .at(Place::File(name.into()))
}

#[cfg(test)]
mod tests {
    use super::OFFICE_FILE;
    use crate::office::Office;

    fn faults(text: &str) -> Vec<String> {
        let read = Office::parse("tertib.toml", text);
        read.err().unwrap_or_default().iter().map(|told| told.message.clone()).collect()
    }

    #[test]
    fn the_example_holds_as_it_stands_and_names_no_office() {
        assert_eq!(faults(OFFICE_FILE), [""; 0]);
        assert!(OFFICE_FILE.contains("nama = \"Nama Kantor Anda\""));
    }

    #[test]
    fn the_example_holds_with_every_key_put_to_use() {
        let used = OFFICE_FILE.lines().map(|line| match line.strip_prefix('#') {
            Some(key) if !key.is_empty() && !key.starts_with(' ') => key,
            _ => line,
        });
        let used: Vec<&str> = used.collect();
        assert_eq!(faults(&used.join("\n")), [""; 0]);
    }
}
