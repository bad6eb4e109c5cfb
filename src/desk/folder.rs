//! The folder of an office: where it is, and the rules that lie in it.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDateTime;

use super::{Choices, Refusal};
use crate::calendar::{self, WorkingCalendar};
use crate::check::Rules;
use crate::diagnostic::{Diagnostic, natural_order};
use crate::intake::{self, HeadMap};
use crate::office::{Office, Zone};
use crate::sop::{BUILTIN_TEXT, Definition};

const OFFICE_FILE: &str = "tertib.toml";
const CALENDAR_FILE: &str = "kalender.toml";

/// An office's folder with its rules read and checked.
#[derive(Debug, Clone)]
pub struct OfficeFolder {
    pub path: PathBuf,
    pub office: Office,
    pub sop: Definition,
    pub calendar: WorkingCalendar,
    /// The moment of which the run speaks, in the office's zone.
    pub as_of: NaiveDateTime,
    /// `batas_tunggu` in seconds of working time.
    pub wait_limit: i64,
    /// The heads that the office maps itself (`[peta]`).
    pub heads: HeadMap,
}

impl OfficeFolder {
    /// Opens the folder that the choices name, or the nearest one upward.
    ///
    /// # Errors
    /// No such folder, or everything that is wrong in its files.
    pub fn open(choices: &Choices) -> Result<Self, Refusal> {
        let path = find(choices)?.ok_or_else(|| vec![no_folder(choices)])?;
        let mut refusal = Refusal::new();
        let mut keep = |wrong: Refusal| refusal.extend(wrong);
        let office = read_office(&path).map_err(&mut keep).ok();
        let calendar = read_calendar(Some(&path)).map_err(&mut keep).ok();
        let sop = read_sop(Some(&path)).map_err(&mut keep).ok();
        let wait_limit =
            office.as_ref().map(wait_limit).transpose().map_err(&mut keep).ok().flatten();
        let both = office.as_ref().zip(sop.as_ref());
        let heads = both.map(|(office, sop)| HeadMap::of(office, sop));
        let heads = heads.transpose().map_err(keep).ok().flatten();
        let (Some(office), Some(calendar), Some(sop), Some(wait_limit), Some(heads)) =
            (office, calendar, sop, wait_limit, heads)
        else {
            return Err(refusal);
        };
        let as_of = as_of(choices, Some(&office));
        Ok(Self { path, office, sop, calendar, as_of, wait_limit, heads })
    }

    /// What the workbooks are read by.
    pub fn reading_rules(&self) -> intake::Rules<'_> {
        intake::Rules {
            sop: &self.sop,
            zone: self.office.zone,
            heads: &self.heads,
            applications: &self.office.applications,
        }
    }

    pub fn rules(&self) -> Rules<'_> {
        Rules {
            sop: &self.sop,
            calendar: &self.calendar,
            office: &self.office,
            as_of: self.as_of,
            wait_limit: self.wait_limit,
        }
    }
}

/// The SOP of the office's folder; outside any folder, the built-in one. With the
/// moment of the run and the zone it is told in.
///
/// # Errors
/// What is wrong in the folder's files.
pub fn sop(choices: &Choices) -> Result<(Definition, NaiveDateTime, Zone), Refusal> {
    let path = find(choices)?;
    let office = path.as_deref().map(read_office).transpose()?;
    let definition = read_sop(path.as_deref())?;
    let zone = office.as_ref().map_or_else(Zone::default, |office| office.zone);
    Ok((definition, as_of(choices, office.as_ref()), zone))
}

/// What the SOP is printed from: the folder and its office, where there is one, and the
/// definition as it is written.
pub(super) struct WrittenSop {
    pub home: Option<(PathBuf, Office)>,
    /// The name of its file: `sop/akses.toml`.
    pub file: String,
    pub text: String,
    pub definition: Definition,
    pub as_of: NaiveDateTime,
}

impl WrittenSop {
    /// As [`sop`], with its text.
    pub(super) fn read(choices: &Choices) -> Result<Self, Refusal> {
        let path = find(choices)?;
        let office = path.as_deref().map(read_office).transpose()?;
        let (file, text) = sop_text(path.as_deref())?;
        let definition = Definition::parse(&file, &text)?;
        let as_of = as_of(choices, office.as_ref());
        Ok(WrittenSop { home: path.zip(office), file, text, definition, as_of })
    }

    pub(super) fn zone(&self) -> Zone {
        self.home.as_ref().map_or_else(Zone::default, |(_, office)| office.zone)
    }
}

/// The calendar and zone of the office's folder, and the moment of the run; outside any
/// folder, the built-in calendar in WIB.
pub(super) fn calendar_zone_and_moment(
    choices: &Choices,
) -> Result<(WorkingCalendar, Zone, NaiveDateTime), Refusal> {
    let path = find(choices)?;
    let office = path.as_deref().map(read_office).transpose()?;
    let calendar = read_calendar(path.as_deref())?;
    let as_of = as_of(choices, office.as_ref());
    Ok((calendar, office.map_or_else(Zone::default, |office| office.zone), as_of))
}

/// `--per`, else `[opsi] per`, else now.
fn as_of(choices: &Choices, office: Option<&Office>) -> NaiveDateTime {
    let fixed = choices.as_of.or_else(|| office.and_then(|office| office.options.as_of));
    fixed.unwrap_or_else(|| {
        let zone = office.map_or_else(Zone::default, |office| office.zone);
        choices.now.with_timezone(&zone.offset()).naive_local()
    })
}

/// The folder that is meant; `None` where none was named and none is found upward.
fn find(choices: &Choices) -> Result<Option<PathBuf>, Refusal> {
    let Some(named) = &choices.folder else {
        let upward = choices.here.ancestors().find(|folder| folder.join(OFFICE_FILE).is_file());
        return Ok(upward.map(Path::to_path_buf));
    };
    let path = choices.here.join(named);
    if path.join(OFFICE_FILE).is_file() {
        return Ok(Some(path));
    }
    let shown = named.display();
    let message = if path.is_dir() {
        format!("folder \"{shown}\" bukan folder kantor: di dalamnya tidak ada {OFFICE_FILE}")
    } else if path.exists() {
        format!("\"{shown}\" bukan folder")
    } else {
        format!("folder \"{shown}\" tidak ada")
    };
    Err(vec![
        Diagnostic::error(message)
            .advice(format!("tulis sesudah --folder nama folder yang memuat {OFFICE_FILE}")),
    ])
}

fn no_folder(choices: &Choices) -> Diagnostic {
    let here = choices.here.display();
    Diagnostic::error(format!(
        "folder kantor tidak ditemukan: tidak ada {OFFICE_FILE} di \"{here}\" maupun di folder-folder di atasnya"
    ))
    .advice("masuk dahulu ke folder kantor, atau sebutkan dengan --folder DIR")
}

fn read_office(folder: &Path) -> Result<Office, Refusal> {
    let text = read_text(folder, OFFICE_FILE)?;
    Office::parse(OFFICE_FILE, &text)
}

fn read_calendar(folder: Option<&Path>) -> Result<WorkingCalendar, Refusal> {
    let own = folder.filter(|folder| folder.join(CALENDAR_FILE).exists());
    let text = own.map(|folder| read_text(folder, CALENDAR_FILE)).transpose()?;
    WorkingCalendar::load(text.as_deref().map(|text| (CALENDAR_FILE, text)))
}

fn read_sop(folder: Option<&Path>) -> Result<Definition, Refusal> {
    let (name, text) = sop_text(folder)?;
    Definition::parse(&name, &text)
}

/// The definition in force as it is written, with the name of its file.
fn sop_text(folder: Option<&Path>) -> Result<(String, String), Refusal> {
    let files = folder.map(sop_files).transpose()?.unwrap_or_default();
    match (folder, files.as_slice()) {
        (Some(folder), [name]) => Ok((name.clone(), read_text(folder, name)?)),
        (None, _) | (_, []) => Ok(("bawaan.toml".to_owned(), BUILTIN_TEXT.to_owned())),
        (_, [first, .., last]) => {
            let several = Diagnostic::error(format!(
                "ada {} berkas SOP di folder sop, dari {first} sampai {last}; tertib memakai satu",
                files.len()
            ));
            Err(vec![several.advice(
                "tinggalkan satu berkas .toml di folder sop, pindahkan yang lain ke luar folder itu",
            )])
        }
    }
}

fn sop_files(folder: &Path) -> Result<Vec<String>, Refusal> {
    let entries = match fs::read_dir(folder.join("sop")) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(vec![unreadable("sop", &error)]),
    };
    let mut names = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| vec![unreadable("sop", &error)])?.path();
        let Some(name) = path.file_name().map(OsStr::to_string_lossy) else { continue };
        let is_toml = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
        if is_toml && !name.starts_with('.') && path.is_file() {
            names.push(format!("sop/{name}"));
        }
    }
    names.sort_by(|a, b| natural_order(a, b));
    Ok(names)
}

fn read_text(folder: &Path, name: &str) -> Result<String, Refusal> {
    let bytes = fs::read(folder.join(name)).map_err(|error| vec![unreadable(name, &error)])?;
    String::from_utf8(bytes).map_err(|error| {
        let line = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        let line = line.filter(|byte| **byte == b'\n').count() + 1;
        vec![
            Diagnostic::error(format!("{name} bukan teks UTF-8, mulai baris {line}"))
                .advice("buka dengan Notepad, pilih Simpan Sebagai, lalu pilih Pengodean UTF-8"),
        ]
    })
}

fn unreadable(name: &str, error: &io::Error) -> Diagnostic {
    let why = match error.kind() {
        io::ErrorKind::PermissionDenied => {
            "tidak ada izin untuk membacanya, atau sedang dipakai program lain".to_owned()
        }
        io::ErrorKind::NotFound => "tidak ada".to_owned(),
        _ => error.to_string(),
    };
    Diagnostic::error(format!("{name} tidak dapat dibaca: {why}"))
        .advice("tutup program lain yang memakainya dan periksa izinnya, lalu jalankan lagi")
}

fn wait_limit(office: &Office) -> Result<i64, Refusal> {
    let Some(written) = &office.options.wait_limit else {
        return Ok(calendar::SECONDS_OF_WORKING_DAY);
    };
    calendar::duration::parse(&written.value).ok_or_else(|| {
        let message = format!("batas_tunggu \"{}\" bukan lama waktu", written.value);
        vec![
            Diagnostic::error(message)
                .advice("tulis misalnya \"1 hari kerja\", \"4 jam\", atau \"90 menit\"")
                .at(written.place(&Arc::clone(&office.file))),
        ]
    })
}
