//! `tertib buat --teks`: the words of papers, to be pasted into the office's own form.

use std::fs;
use std::path::Path;

use chrono::NaiveDateTime;

use super::deposit::{among_workbooks, lies_among_workbooks, not_written, write_whole};
use super::draft::{Drafts, drafts};
use super::{Choices, Refusal, Selection};
use crate::diagnostic::{Diagnostic, Place};
use crate::office::Zone;
use crate::press::{Press, text_of};
use crate::records::Text;
use crate::sop::PaperKind;

/// The words of the papers of a run.
#[derive(Debug, Clone)]
pub struct PaperTexts {
    pub papers: Vec<PaperText>,
    pub problems: Vec<Diagnostic>,
    pub simulated: bool,
    pub as_of: NaiveDateTime,
    pub zone: Zone,
}

/// The words of one paper.
#[derive(Debug, Clone)]
pub struct PaperText {
    pub request: Text,
    pub kind: PaperKind,
    pub round: u32,
    pub text: String,
    /// Where they were written, as it was named.
    pub file: Option<String>,
}

/// Sets the selected papers and reads their words; with `to` each is written into a file
/// of that folder. A file that is there with other words is left and told.
///
/// # Errors
/// No such request, or the office's own files cannot be used.
pub fn paper_texts(
    choices: &Choices,
    selection: &Selection,
    to: Option<&Path>,
    simulate: bool,
) -> Result<PaperTexts, Refusal> {
    if let Some(named) = to.filter(|to| lies_among_workbooks(&choices.here.join(to).join("x"))) {
        return Err(vec![among_workbooks(&named.to_string_lossy().replace('\\', "/"), "--ke")]);
    }
    let Drafts { examination, bench, drafts } = drafts(choices, selection)?;
    let (mut papers, mut problems) = (Vec::new(), Vec::new());
    for draft in &drafts {
        let set = draft.set(&bench.shelf.press, Press::print_job);
        let printed = match set {
            Ok(printed) => printed,
            Err(wrong) => {
                problems.extend(
                    wrong.into_iter().filter(|told| !problems.contains(told)).collect::<Vec<_>>(),
                );
                continue;
            }
        };
        let text = text_of(&printed.pdf).unwrap_or_default();
        let file = to.map(|folder| {
            let name = format!("{}.txt", draft.name.replace('/', "-"));
            (folder.join(&name), format!("{}/{name}", folder.to_string_lossy().replace('\\', "/")))
        });
        let mut kept = None;
        if let Some((path, shown)) = file {
            match deliver(&choices.here.join(path), &shown, &text, simulate) {
                Ok(()) => kept = Some(shown),
                Err(problem) => {
                    problems.push(*problem);
                    continue;
                }
            }
        }
        let (request, kind, round) = (draft.request.clone(), draft.kind, draft.round);
        papers.push(PaperText { request, kind, round, text, file: kept });
    }
    let (as_of, zone) = (examination.folder.as_of, examination.folder.office.zone);
    Ok(PaperTexts { papers, problems, simulated: simulate, as_of, zone })
}

fn deliver(path: &Path, shown: &str, text: &str, simulate: bool) -> Result<(), Box<Diagnostic>> {
    match fs::read(path) {
        Ok(present) if present == text.as_bytes() => return Ok(()),
        Ok(_) => return Err(Box::new(occupied(shown))),
        Err(_) if simulate => return Ok(()),
        Err(_) => {}
    }
    write_whole(path, text.as_bytes()).map_err(|error| Box::new(not_written(shown, &error)))
}

/// Whoever changed it may need it: plain text bears no mark of who wrote it.
fn occupied(shown: &str) -> Diagnostic {
    Diagnostic::error(format!("{shown} sudah ada dengan isi lain"))
        .consequence("berkas itu tidak ditimpa; yang lain tetap ditulis.")
        .advice("hapus atau pindahkan berkas itu, atau sebutkan folder lain sesudah --ke")
        .at(Place::File(shown.into()))
}
