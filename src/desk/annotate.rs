//! `tertib periksa --anotasi DIR`: a copy of each input workbook with its findings in it.

mod place;
mod told;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::deposit::{not_written, write_whole};
use super::system_words::why;
use super::{Choices, Examination, Refusal};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::intake::{self, InputFile, PlainValue};
use crate::press::{self, AnnotateProblem, Annotation};

use place::Targets;
use told::Telling;

/// What annotating came to.
#[derive(Debug)]
pub struct Annotated {
    /// In the order in which the workbooks were read.
    pub copies: Vec<AnnotatedCopy>,
    /// Why some could not be written.
    pub problems: Vec<Diagnostic>,
    /// Nothing was written (`--simulasi`).
    pub simulated: bool,
}

/// One workbook and its copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnotatedCopy {
    /// The input, as findings name it.
    pub file: Arc<str>,
    /// The copy, below the folder as it was named; `None` where there is none to make.
    pub copy: Option<String>,
    pub findings: usize,
    pub fate: CopyFate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyFate {
    /// Written; in a simulation, what would be.
    Written,
    /// It is there already, byte for byte.
    Unchanged,
    /// The workbook itself cannot be read (D18).
    Unreadable,
    Failed,
}

/// Writes a copy of each workbook of an examination below a folder.
///
/// # Errors
/// The folder is one that tertib reads or keeps for itself, or is none.
pub fn annotate(
    examined: &Examination,
    choices: &Choices,
    folder: &Path,
    simulate: bool,
) -> Result<Annotated, Refusal> {
    let mut targets = Targets::below(folder, choices, &examined.folder.path, &examined.inputs)?;
    let telling = Telling::of(examined);
    let mut annotated = Annotated { copies: Vec::new(), problems: Vec::new(), simulated: simulate };
    for input in &examined.inputs {
        let annotation = telling.annotation(&input.name);
        let findings = annotation.findings.len();
        let file = Arc::clone(&input.name);
        let is_unreadable = examined.findings.iter().any(|told| {
            told.code == Some(Code::D18)
                && told.places.contains(&Place::File(Arc::clone(&input.name)))
        });
        if is_unreadable {
            let fate = CopyFate::Unreadable;
            annotated.copies.push(AnnotatedCopy { file, copy: None, findings, fate });
            continue;
        }
        let mut shown = None;
        let made = copy_of(input, annotation, choices.program.as_deref()).and_then(
            |(bytes, rewritten)| {
                let target = targets.of(input, rewritten);
                shown = Some(target.shown.clone());
                keep(&target.path, &target.shown, &bytes, simulate)
            },
        );
        let fate = made.unwrap_or_else(|problems| {
            annotated.problems.extend(problems);
            CopyFate::Failed
        });
        annotated.copies.push(AnnotatedCopy { file, copy: shown, findings, fate });
    }
    Ok(annotated)
}

/// The bytes of a copy, and whether it had to be written anew in another format.
fn copy_of(
    input: &InputFile,
    annotation: Annotation,
    program: Option<&Path>,
) -> Result<(Vec<u8>, bool), Refusal> {
    let original = fs::read(&input.path).map_err(|error| vec![unread(&input.name, &error)])?;
    match press::annotate(&original, &annotation) {
        Ok(bytes) => Ok((bytes, false)),
        Err(AnnotateProblem::NotPackage) => Ok((rewritten(input, annotation, program)?, true)),
        Err(problem) => Err(vec![not_annotated(&input.name, &problem)]),
    }
}

/// A workbook of another format, first written as an .xlsx, then annotated like one.
fn rewritten(
    input: &InputFile,
    mut annotation: Annotation,
    program: Option<&Path>,
) -> Result<Vec<u8>, Refusal> {
    let unread = |_| vec![not_annotated(&input.name, &AnnotateProblem::Damaged)];
    let sheets = intake::plain_sheets(&input.path, program).map_err(unread)?;
    let names = press::sheet_names(sheets.iter().map(|sheet| &*sheet.name));
    let new_names: BTreeMap<Arc<str>, String> =
        sheets.iter().map(|sheet| Arc::clone(&sheet.name)).zip(names.iter().cloned()).collect();
    let plain: Vec<press::PlainSheet> = sheets
        .into_iter()
        .zip(names)
        .map(|(sheet, name)| press::PlainSheet {
            name,
            cells: sheet
                .cells
                .into_iter()
                .map(|cell| (cell.row, cell.column, plain_value(cell.value)))
                .collect(),
            merged: sheet.merged.iter().map(|region| (region.rows, region.columns)).collect(),
        })
        .collect();
    let cells = annotation.findings.iter_mut().flat_map(|finding| &mut finding.cells);
    for cell in cells.chain(&mut annotation.secrets) {
        if let Some(name) = new_names.get(&cell.sheet) {
            cell.sheet = name.as_str().into();
        }
    }
    let failed = |reason: String| {
        let message = format!("salinan beranotasi {} tidak dapat dibuat: {reason}", input.name);
        vec![Diagnostic::error(message).at(Place::File(Arc::clone(&input.name)))]
    };
    let made = chrono::DateTime::UNIX_EPOCH.fixed_offset();
    let book = press::write_plain_workbook(&plain, made);
    let book = book.map_err(|problem| failed(problem.to_string()))?;
    press::annotate(&book, &annotation).map_err(|problem| failed(problem.to_string()))
}

fn plain_value(value: PlainValue) -> press::PlainValue {
    match value {
        PlainValue::Text(text) => press::PlainValue::Text(text),
        PlainValue::Number(number) => press::PlainValue::Number(number),
        PlainValue::Bool(truth) => press::PlainValue::Bool(truth),
        PlainValue::Date(moment) => press::PlainValue::DateTime(moment),
        PlainValue::Clock(time) => press::PlainValue::Time(time),
        PlainValue::Fault(fault) => press::PlainValue::Fault(fault.to_owned()),
    }
}

/// Writes a copy where none is, or in the place of one in which nobody has worked.
fn keep(path: &Path, shown: &str, bytes: &[u8], simulate: bool) -> Result<CopyFate, Refusal> {
    match fs::read(path) {
        Ok(there) if there == bytes => return Ok(CopyFate::Unchanged),
        Ok(there) if press::is_untouched(&there) => {}
        Ok(_) => return Err(vec![taken(shown)]),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        // A folder of that name, or a file that may not be read.
        Err(_) if path.exists() => return Err(vec![taken(shown)]),
        Err(_) => {}
    }
    if !simulate {
        write_whole(path, bytes).map_err(|error| vec![not_written(shown, &error)])?;
    }
    Ok(CopyFate::Written)
}

fn taken(shown: &str) -> Diagnostic {
    Diagnostic::error(format!(
        "{shown} sudah ada dan tidak ditimpa: bukan salinan buatan tertib, atau sudah diubah sesudah dibuat"
    ))
    .consequence("berkas itu tetap seperti semula; salinan baru tidak ditulis.")
    .advice("pindahkan berkas itu atau sebut folder lain, lalu jalankan lagi: tertib periksa --anotasi FOLDER")
    .at(Place::File(shown.into()))
}

fn unread(name: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error(format!("{name} tidak dapat dibaca lagi untuk disalin: {}", why(error)))
        .consequence("salinan beranotasinya tidak ditulis; yang lain tetap dikerjakan.")
        .advice("periksa apakah berkas itu masih ada, lalu jalankan lagi: tertib periksa --anotasi FOLDER")
        .at(Place::File(name.into()))
}

fn not_annotated(name: &str, problem: &AnnotateProblem) -> Diagnostic {
    let advice = match problem {
        AnnotateProblem::SecretElsewhere { .. } => {
            "hapus kolom kata sandi dari buku kerja, simpan, lalu jalankan lagi: tertib periksa --anotasi FOLDER"
        }
        _ => {
            "buka buku kerja di Excel, simpan sebagai .xlsx, lalu jalankan lagi: tertib periksa --anotasi FOLDER"
        }
    };
    Diagnostic::error(format!("salinan beranotasi {name} tidak dapat dibuat: {problem}"))
        .consequence("buku kerja itu tetap diperiksa; temuannya tertulis di sini saja.")
        .advice(advice)
        .at(Place::File(name.into()))
}

/// The folder's own path, for whoever shows it.
pub(super) fn shown_path(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// Where a path leads once links are followed and steps up are taken, though a part of
/// it may not exist yet.
pub(super) fn real(path: &Path) -> PathBuf {
    let mut real = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                real.pop();
            }
            Component::CurDir => {}
            Component::Normal(name) => {
                real.push(name);
                if let Ok(followed) = real.canonicalize() {
                    real = followed;
                }
            }
            part => real.push(part),
        }
    }
    real
}
