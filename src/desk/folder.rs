//! The folder of an office: where it is, and the rules that lie in it.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDateTime;

use super::{Choices, Refusal, folder_wording as words};
use crate::calendar::{self, WorkingCalendar};
use crate::check::Rules;
use crate::diagnostic::{Diagnostic, natural_order};
use crate::intake::{self, HeadMap};
use crate::office::{Office, Phrases, Zone};
use crate::sop::{BUILTIN_TEXT, Definition, ProcedureId, Versions};

pub(super) const OFFICE_FILE: &str = "tertib.toml";
const CALENDAR_FILE: &str = "kalender.toml";
const PHRASES_FILE: &str = "kalimat.toml";

/// An office's folder with its rules read and checked.
#[derive(Debug, Clone)]
pub struct OfficeFolder {
    pub path: PathBuf,
    pub office: Office,
    /// All versions of the SOP.
    pub versions: Versions,
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
        let path = find(choices)?.ok_or_else(|| vec![words::no_folder(choices)])?;
        let mut refusal = Refusal::new();
        let mut keep = |wrong: Refusal| refusal.extend(wrong);
        let office = read_office(&path).map_err(&mut keep).ok();
        let calendar = read_calendar(Some(&path)).map_err(&mut keep).ok();
        let versions = read_sop(Some(&path), office.as_ref()).map_err(&mut keep).ok();
        let wait_limit =
            office.as_ref().map(wait_limit).transpose().map_err(&mut keep).ok().flatten();
        let both = office.as_ref().zip(versions.as_ref());
        let heads = both.map(|(office, versions)| HeadMap::of(office, versions));
        let heads = heads.transpose().map_err(keep).ok().flatten();
        let (Some(office), Some(calendar), Some(versions), Some(wait_limit), Some(heads)) =
            (office, calendar, versions, wait_limit, heads)
        else {
            return Err(refusal);
        };
        let as_of = as_of(choices, Some(&office));
        Ok(Self { path, office, versions, calendar, as_of, wait_limit, heads })
    }

    /// What the workbooks are read by.
    pub fn reading_rules(&self) -> intake::Rules<'_> {
        intake::Rules {
            sop: &self.versions,
            zone: self.office.zone,
            heads: &self.heads,
            applications: &self.office.applications,
        }
    }

    /// The version of the SOP in force at the moment of the run.
    pub fn sop(&self) -> &Definition {
        self.versions.get(self.versions.in_force(self.as_of.date()))
    }

    pub fn rules(&self) -> Rules<'_> {
        Rules {
            sop: self.sop(),
            versions: &self.versions,
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
pub fn sop(choices: &Choices) -> Result<(Versions, NaiveDateTime, Zone), Refusal> {
    let path = find(choices)?;
    let office = path.as_deref().map(read_office).transpose()?;
    let versions = read_sop(path.as_deref(), office.as_ref())?;
    let zone = office.as_ref().map_or_else(Zone::default, |office| office.zone);
    Ok((versions, as_of(choices, office.as_ref()), zone))
}

/// The procedure that was asked for by its number or name; `None` where none was.
///
/// # Errors
/// There is none of that number or name.
pub fn chosen(versions: &Versions, number: Option<&str>) -> Result<Option<ProcedureId>, Refusal> {
    let Some(number) = number else { return Ok(None) };
    let procedure = versions.recognise_procedure(number);
    procedure.map(Some).ok_or_else(|| vec![words::no_such_procedure(number, versions)])
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
    ///
    /// # Errors
    /// `number` names no procedure, or it is not told which of several.
    pub(super) fn read(choices: &Choices, number: Option<&str>) -> Result<Self, Refusal> {
        let path = find(choices)?;
        let office = path.as_deref().map(read_office).transpose()?;
        let as_of = as_of(choices, office.as_ref());
        let versions = read_sop(path.as_deref(), office.as_ref())?;
        let procedure = chosen(&versions, number)?;
        if procedure.is_none() && versions.are_several_procedures() {
            return Err(vec![words::which(&versions)]);
        }
        let procedure = procedure.unwrap_or_default();
        let in_force = versions.get(versions.in_force_of(procedure, as_of.date()));
        let (file, text, definition) = written_as(path.as_deref(), in_force)?;
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

fn read_office(folder: &Path) -> Result<Office, Refusal> {
    let text = read_text(folder, OFFICE_FILE)?;
    let mut office = Office::parse(OFFICE_FILE, &text)?;
    if folder.join(PHRASES_FILE).exists() {
        office.phrases = match read_text(folder, PHRASES_FILE) {
            Ok(text) => Phrases::read(PHRASES_FILE, &text),
            Err(told) => Phrases::unreadable(told),
        };
    }
    Ok(office)
}

fn read_calendar(folder: Option<&Path>) -> Result<WorkingCalendar, Refusal> {
    let own = folder.filter(|folder| folder.join(CALENDAR_FILE).exists());
    let text = own.map(|folder| read_text(folder, CALENDAR_FILE)).transpose()?;
    WorkingCalendar::load(text.as_deref().map(|text| (CALENDAR_FILE, text)))
}

fn read_sop(folder: Option<&Path>, office: Option<&Office>) -> Result<Versions, Refusal> {
    let Some(folder) = folder else { return Definition::builtin().map(Versions::only) };
    let mut versions = Vec::new();
    let mut wrong = Refusal::new();
    for name in sop_files(folder)? {
        match read_text(folder, &name).and_then(|text| Definition::parse(&name, &text)) {
            Ok(definition) => versions.push((name, definition)),
            Err(told) => wrong.extend(told),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let main = office.and_then(|office| {
        let named = office.options.main_sop.as_ref()?;
        Some((named.value.as_str(), named.place(&office.file)))
    });
    Versions::in_order(versions, main)
}

/// A version of the SOP as it is written, with the name of its file.
fn written_as(
    folder: Option<&Path>,
    version: &Definition,
) -> Result<(String, String, Definition), Refusal> {
    if let Some(folder) = folder {
        for name in sop_files(folder)? {
            let text = read_text(folder, &name)?;
            let definition = Definition::parse(&name, &text)?;
            if definition == *version {
                return Ok((name, text, definition));
            }
        }
    }
    Ok(("bawaan.toml".to_owned(), BUILTIN_TEXT.to_owned(), version.clone()))
}

fn sop_files(folder: &Path) -> Result<Vec<String>, Refusal> {
    let entries = match fs::read_dir(folder.join("sop")) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(vec![words::unreadable("sop", &error)]),
    };
    let mut names = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| vec![words::unreadable("sop", &error)])?.path();
        let Some(name) = path.file_name().map(OsStr::to_string_lossy) else { continue };
        let is_toml = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
        if is_toml && !name.starts_with('.') && path.is_file() {
            names.push(format!("sop/{name}"));
        }
    }
    names.sort_by(|a, b| natural_order(a, b));
    Ok(names)
}

pub(super) fn read_text(folder: &Path, name: &str) -> Result<String, Refusal> {
    let bytes =
        fs::read(folder.join(name)).map_err(|error| vec![words::unreadable(name, &error)])?;
    String::from_utf8(bytes).map_err(|error| {
        let line = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        let line = line.filter(|byte| **byte == b'\n').count() + 1;
        vec![
            Diagnostic::error(format!("{name} bukan teks UTF-8, mulai baris {line}"))
                .advice("buka dengan Notepad, pilih Simpan Sebagai, lalu pilih Pengodean UTF-8"),
        ]
    })
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
