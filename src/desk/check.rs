//! `tertib periksa`: from the workbooks of the office to verdicts and findings.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::join;
use super::{Choices, OfficeFolder, Refusal};
use crate::check::{self, Checked, History, Judged, Records, Roster, Status};
use crate::diagnostic::{self, Cell, Code, Diagnostic, Kept, Level, Place, Sources, Tally};
use crate::intake::{self, InputFile, Intake, Problem, RowRun};
use crate::records::Text;
use crate::sop::{Definition, Version, VersionId};

/// All that an examination of the records gave.
#[derive(Debug)]
pub struct Examination {
    pub folder: OfficeFolder,
    /// The requests in natural order of their numbers.
    pub cases: Vec<Judged>,
    /// In the order of the contract, section 7.
    pub findings: Vec<Diagnostic>,
    pub sources: Sources,
    pub roster: Roster,
    /// What each row of the recognised sheets was taken for.
    pub rows: Vec<RowRun>,
    /// The files that were read, or tried.
    pub inputs: Vec<InputFile>,
    /// A file that was asked for by name does not exist.
    pub file_missing: bool,
}

/// What an examination comes to, in figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    pub requests: usize,
    /// In the order of [`Status::ALL`]; requests outside the SOP are not among them.
    pub by_status: [usize; Status::ALL.len()],
    pub outside_sop: usize,
    /// *sesuai_sop*
    pub kept: usize,
    /// *tepat_waktu*
    pub on_time: usize,
    /// In the order of [`Level::ALL`].
    pub by_level: [usize; Level::ALL.len()],
}

/// Reads and checks the office's workbooks, or only the files that are named.
///
/// # Errors
/// The office's own files cannot be used.
pub fn check(choices: &Choices, named: &[PathBuf]) -> Result<Examination, Refusal> {
    let folder = OfficeFolder::open(choices)?;
    let reading = Reading::of(&folder, choices, named);
    let as_of = folder.as_of;
    Ok(reading.judged(folder, as_of))
}

/// What was read, before it is judged as of some moment.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    records: Records,
    problems: Vec<Problem>,
    rows: Vec<RowRun>,
    sources: Sources,
    inputs: Vec<InputFile>,
    file_missing: bool,
    nothing: bool,
}

impl Reading {
    pub(super) fn of(folder: &OfficeFolder, choices: &Choices, named: &[PathBuf]) -> Reading {
        let data = folder.path.join("data");
        let (files, mut problems) = if named.is_empty() {
            intake::find(&data)
        } else {
            let files = named.iter().map(|path| input_file(path, choices, &folder.path));
            (files.collect(), Vec::new())
        };
        let nothing = named.is_empty() && files.is_empty() && problems.is_empty();
        let Intake { requests, sign_offs, staff, attendees, items, problems: found, rows, sources } =
            intake::read_apart(&files, &folder.reading_rules(), choices.program.as_deref());
        problems.extend(found);
        let (attachments, unreadable) = intake::attachments(&folder.path.join("bukti-dukung"));
        problems.extend(unreadable);
        Reading {
            records: Records { requests, sign_offs, staff, attendees, items, attachments },
            problems,
            rows,
            sources,
            file_missing: files.iter().any(|file| !file.path.exists()),
            inputs: files,
            nothing,
        }
    }

    /// Judges it as of a moment. Who judges it more than once judges clones.
    pub(super) fn judged(self, mut folder: OfficeFolder, as_of: NaiveDateTime) -> Examination {
        folder.as_of = as_of;
        let Reading { records, problems, rows, mut sources, inputs, file_missing, nothing } = self;
        let Checked { cases, findings, roster } = check::check(records, &sources, &folder.rules());
        let named = findings.iter().flat_map(|finding| &finding.places);
        let places: Vec<_> = problems.iter().flat_map(Problem::places).collect();
        sources.keep_rows_of(named.chain(&places));
        let sop = SopOfCase::of(&folder, &cases);
        let mut told = join::diagnostics(problems, &cases, &|case| sop.get(case));
        tell(findings, &sop, &mut told);
        if nothing {
            told.push(no_workbooks());
        }
        diagnostic::sort(&mut told, &sources);
        Examination { folder, cases, findings: told, sources, roster, rows, inputs, file_missing }
    }
}

/// The version of the SOP by which each request is judged, for the words of what was
/// found about it.
struct SopOfCase<'a> {
    folder: &'a OfficeFolder,
    /// Empty where there is one version only.
    by_number: BTreeMap<Text, VersionId>,
}

impl<'a> SopOfCase<'a> {
    fn of(folder: &'a OfficeFolder, cases: &[Judged]) -> Self {
        let version = |one: &Judged| (one.case.number.clone(), one.history.version);
        let several = folder.versions.are_several();
        let by_number = cases.iter().filter(|_| several).map(version).collect();
        Self { folder, by_number }
    }

    fn get(&self, case: Option<&Text>) -> &'a Definition {
        let version = case.and_then(|number| self.by_number.get(number));
        version.map_or_else(|| self.folder.sop(), |version| self.folder.versions.get(*version))
    }
}

/// Adds what was found. Of what is wrong with the data, one stands for the rest of its
/// kind in a column where there are very many; what the work of a request was like is
/// told of each request.
fn tell(findings: Vec<check::Finding>, sop: &SopOfCase<'_>, told: &mut Vec<Diagnostic>) {
    let mut tally: Tally<(Code, Cell)> = Tally::default();
    let mut kept: Vec<(check::Finding, u32)> = Vec::with_capacity(findings.len());
    for finding in findings {
        let code = finding.code();
        let cell = match finding.places.first() {
            Some(Place::Cell(cell)) if code.name().starts_with('D') => Some(*cell),
            _ => None,
        };
        match cell
            .map_or(Kept::Own, |cell| tally.count((code, Cell { row: 0, ..cell }), kept.len()))
        {
            Kept::Own | Kept::ForTheRest => kept.push((finding, 1)),
            Kept::In(at) => {
                if let Some((_, stands_for)) = kept.get_mut(at) {
                    *stands_for = stands_for.saturating_add(1);
                }
            }
        }
    }
    let in_words = |(finding, stands_for): (check::Finding, u32)| {
        let mut told = finding.diagnostic(sop.get(finding.case.as_ref()));
        if stands_for > 1 {
            told.set_for_the_rest(stands_for);
        }
        told
    };
    told.extend(kept.into_iter().map(in_words));
}

/// An office without a single workbook is not one in which all is well.
fn no_workbooks() -> Diagnostic {
    let mut told = Diagnostic::error("tidak ada buku kerja di folder data")
        .consequence("belum ada permohonan yang dapat diperiksa.")
        .advice("salin buku kerja permohonan dan lembar kendali ke folder data, lalu jalankan lagi: tertib periksa");
    told.level = Level::Peringatan;
    told
}

/// A file named on the command line; shown relative to the office's folder where it
/// lies below it.
fn input_file(path: &Path, choices: &Choices, folder: &Path) -> InputFile {
    let full = choices.here.join(path);
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let (inside, root) = (real(&full), real(folder));
    let shown = inside.strip_prefix(&root).unwrap_or(path);
    let name = shown.to_string_lossy().replace('\\', "/");
    InputFile { path: full, name: name.into() }
}

impl Examination {
    pub fn as_of(&self) -> NaiveDateTime {
        self.folder.as_of
    }

    /// The version of the SOP by which a request is judged.
    pub fn sop_of(&self, judged: &Judged) -> &Definition {
        self.folder.versions.get(judged.history.version)
    }

    /// Each version of the SOP, where there are several, and how many requests are judged
    /// by it; beside other procedures only those that it is for.
    pub fn by_version(&self) -> Vec<(Version<'_>, usize)> {
        if !self.folder.versions.are_several() {
            return Vec::new();
        }
        let several = self.folder.versions.are_several_procedures();
        let is_its = |history: &History, version: &Version<'_>| {
            history.version == version.id && !(several && history.outside_sop)
        };
        let count = |version: &Version<'_>| {
            self.cases.iter().filter(|judged| is_its(&judged.history, version)).count()
        };
        self.folder.versions.all().into_iter().map(|one| (one, count(&one))).collect()
    }

    pub fn summary(&self) -> Summary {
        let mut summary = Summary { requests: self.cases.len(), ..Summary::default() };
        for Judged { history, .. } in &self.cases {
            if history.outside_sop {
                summary.outside_sop += 1;
                continue;
            }
            for (count, status) in summary.by_status.iter_mut().zip(Status::ALL) {
                *count += usize::from(status == history.status);
            }
            summary.kept += usize::from(history.verdict.kept == Some(true));
            summary.on_time += usize::from(history.verdict.on_time == Some(true));
        }
        for told in &self.findings {
            for (count, level) in summary.by_level.iter_mut().zip(Level::ALL) {
                if level == told.level {
                    *count += told.stands_for as usize;
                }
            }
        }
        summary
    }

    /// Whether data was found that cannot be used.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|told| told.level == Level::Kesalahan)
    }

    /// Whether anything was found that a clean office would not have.
    pub fn has_faults(&self) -> bool {
        self.findings
            .iter()
            .any(|told| matches!(told.level, Level::Kesalahan | Level::Ketidaksesuaian))
    }
}
