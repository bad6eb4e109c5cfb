//! `tertib buat --gabung F.pdf`: the papers that were asked for in one file for the
//! printer.

use std::fs;
use std::io;

use super::deposit::{among_workbooks, lies_among_workbooks, not_written, write_whole_with};
use super::printout::{is_earlier_print, no_pdf, occupied, present};
use super::system_words::why;
use super::{Choices, Issue, PaperResult, PrintFate, PrintTo, Printout};
use crate::diagnostic::{Diagnostic, Level, Place, natural_order};
use crate::press::{Merge, MergeFault};

const TITLE: &str = "Gabungan naskah";

/// The file that holds all papers of a run.
#[derive(Debug, Clone)]
pub struct Merged {
    pub print: Printout,
    pub papers: usize,
    /// Blank ones included; none where nothing was written.
    pub pages: Option<usize>,
}

impl Merged {
    /// Whether a paper that was asked for is not in it.
    pub fn is_lacking(&self) -> bool {
        self.print.fate != PrintFate::Nothing && !self.print.told.is_empty()
    }
}

/// Checks before the papers are made that the file may be written.
///
/// # Errors
/// The name is none for a PDF, or something else stands there.
pub fn may_merge(choices: &Choices, to: &PrintTo) -> Result<(), Vec<Diagnostic>> {
    let shown = shown(to);
    let target = choices.here.join(&to.file);
    if !target.extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf")) {
        return Err(vec![no_pdf(&shown, "--gabung")]);
    }
    if lies_among_workbooks(&target) {
        return Err(vec![among_workbooks(&shown, "--gabung")]);
    }
    match present(&target, &shown)? {
        Some(earlier) if !is_earlier_print(&earlier, TITLE) => {
            Err(vec![occupied(&shown, TITLE, "--gabung")])
        }
        _ => Ok(()),
    }
}

/// Joins the papers as they lie in `hasil/`: by request, in the order of steps. With
/// `duplex` each begins on a sheet of its own.
///
/// # Errors
/// The file cannot be written.
pub fn merge(
    choices: &Choices,
    issue: &Issue,
    to: &PrintTo,
    duplex: bool,
) -> Result<Merged, Vec<Diagnostic>> {
    may_merge(choices, to)?;
    let shown = shown(to);
    let target = choices.here.join(&to.file);
    let mut papers: Vec<&PaperResult> =
        issue.papers.iter().filter(|paper| !paper.fate.is_not_done()).collect();
    papers.sort_by(|a, b| {
        natural_order(&a.request, &b.request)
            .then(a.round.cmp(&b.round))
            .then_with(|| natural_order(&a.file, &b.file))
    });
    let there = target.exists();
    let mut print = Printout {
        file: shown.clone(),
        fate: if there { PrintFate::Replaced } else { PrintFate::Made },
        told: Vec::new(),
        simulated: to.simulate,
    };
    if papers.is_empty() {
        print.fate = PrintFate::Nothing;
        print.told.push(nothing_to_merge(&shown, there));
        return Ok(Merged { print, papers: 0, pages: None });
    }
    if to.simulate {
        return Ok(Merged { print, papers: papers.len(), pages: None });
    }
    let folder = &issue.examination.folder.path;
    let (mut joined, mut pages) = (0, 0);
    let mut told = Vec::new();
    let written = write_whole_with(&target, |out| {
        let mut merge = Merge::begin(out, TITLE, duplex)?;
        for paper in papers {
            let title = format!("{} – {}", paper.request, paper.kind.title());
            let pdf = match fs::read(folder.join(&paper.file)) {
                Ok(pdf) => pdf,
                Err(error) => {
                    told.push(left_out(&paper.file, &why(&error)));
                    continue;
                }
            };
            match merge.add(&pdf, &title) {
                Ok(()) => joined += 1,
                Err(MergeFault::Output(error)) => return Err(error),
                Err(MergeFault::Unreadable) => {
                    told.push(left_out(&paper.file, "isinya bukan PDF yang utuh"));
                }
            }
        }
        pages = merge.page_count();
        if joined == 0 {
            return Err(io::ErrorKind::NotFound.into());
        }
        merge.end()
    });
    match written {
        Ok(()) => {}
        Err(_) if joined == 0 && !told.is_empty() => return Err(told),
        Err(error) => return Err(vec![not_written(&shown, &error)]),
    }
    print.told = told;
    Ok(Merged { print, papers: joined, pages: Some(pages) })
}

fn shown(to: &PrintTo) -> String {
    to.file.to_string_lossy().replace('\\', "/")
}

/// No paper is due, or none of those that are could be made: then that is told as well.
fn nothing_to_merge(shown: &str, there: bool) -> Diagnostic {
    let mut told =
        Diagnostic::error(format!("{shown} tidak ditulis: tidak ada naskah yang dapat digabung"))
            .advice(
                "periksa jenis naskah dan --permohonan; lihat keadaannya dengan: tertib status",
            );
    if there {
        told = told.consequence("cetakan lama di tempat itu tidak diubah.");
    }
    told.level = Level::Peringatan;
    told
}

fn left_out(file: &str, why: &str) -> Diagnostic {
    Diagnostic::error(format!("{file} tidak ikut digabung: {why}"))
        .consequence("naskah lain tetap digabung.")
        .advice("jalankan lagi: tertib buat")
        .at(Place::File(file.into()))
}
