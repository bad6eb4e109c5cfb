//! The workshop: one paper from its record to its file. Numbered, compared with what
//! was issued before, printed, written, entered in the register.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::deposit::{not_written, write_whole};
use super::issue::{Fate, REGISTER, RESULTS, unusable};
use super::late_number::Latest;
use super::misnumbered::{cannot_bear, several_numbers};
use super::photos::Photos;
use super::shelf::{self, Shelf, hex};
use super::standing::Standing;
use super::task::Task;
use super::{Examination, OfficeFolder, Refusal};
use crate::check::{Judged, recipients};
use crate::diagnostic::{Code, Diagnostic, Level, Place};
use crate::document::{self, Due, GivenNumber, Number, Source};
use crate::office::{CheckCode, NumberParts, Side};
use crate::press::{
    Attachment, CODE_FORM, Edition, Pictures, PrintJob, Printed, check_code, qr_code,
};
use crate::records::AttachmentKind;
use crate::register::{Dated, Register, RegisterProblem};
use crate::sop::PaperKind;

/// What the papers of one run are made with.
pub(super) struct Workshop<'a> {
    pub examination: &'a Examination,
    pub shelf: &'a Shelf,
    pub latest: Latest,
}

impl Workshop<'_> {
    pub(super) fn folder(&self) -> &OfficeFolder {
        &self.examination.folder
    }

    /// Enters the number that the sign-off of a paper's step names (*nomor_naskah*). One
    /// that the paper cannot bear is told, and the paper is not made.
    pub(super) fn enter_given_number(
        &self,
        task: &mut Task,
        register: &mut Register,
    ) -> Result<Option<Diagnostic>, Refusal> {
        let Some(judged) = self.examination.cases.get(task.case) else { return Ok(None) };
        let written = match document::given_number(&task.due, judged, &self.folder().rules()) {
            GivenNumber::None => return Ok(None),
            GivenNumber::One(written) => written,
            GivenNumber::Several(cells) => {
                task.misnumbered = true;
                return Ok(Some(self.about(task, several_numbers(task.due.kind, &cells))));
            }
        };
        let dated = match task.due.signed {
            true => Dated::On(self.date(task)),
            false => Dated::In(self.date(task).year()),
        };
        match register.enter_number(&task.paper, &written.value, dated) {
            Ok(_) => Ok(None),
            Err(
                problem @ (RegisterProblem::AlreadyNumbered { .. }
                | RegisterProblem::NumberTaken { .. }
                | RegisterProblem::NumberSpent { .. }),
            ) => {
                task.misnumbered = true;
                let told = cannot_bear(task.due.kind, &written, &problem);
                Ok(Some(self.about(task, told)))
            }
            Err(problem) => Err(unusable(problem)),
        }
    }

    /// Numbers a paper, states its record, and asks the register what it would be. A
    /// number that is given late is told.
    pub(super) fn prepare(
        &self,
        task: &mut Task,
        register: &mut Register,
        told: &mut Vec<Diagnostic>,
    ) -> Result<(), RegisterProblem> {
        let Some(judged) = self.examination.cases.get(task.case) else { return Ok(()) };
        let rules = self.folder().rules();
        let before = register.issued(&task.paper)?;
        let known = before.as_ref().map(|before| before.record.as_str());
        let mut photos = self.photos(task, judged, known);
        told.extend(photos.told.drain(..).map(|problem| self.about(task, problem)));
        let roster = &self.examination.roster;
        let source = Source { judged, roster, rules: &rules, photos: &photos.shown };
        let scanned = task.due.kind.has_parties()
            && judged.history.round == task.due.round
            && is_scanned(judged, &task.due);
        if scanned && before.is_some() {
            register.set_frozen(&task.paper, true)?;
        }
        let had_one = register.number_of(&task.paper)?.is_some();
        let number = self.number(task, register)?;
        task.number.clone_from(&number.text);
        if !had_one {
            told.extend(self.late_note(task, register)?);
        }
        task.state(&source, &number);
        let template = template_of(task);
        let fingerprint = self.fingerprint(task);
        let outcome = register.compare(&task.paper, &task.draft(&fingerprint))?;
        let intact = before.is_some_and(|before| self.is_intact(task, &before.pdf_digest));
        let unusable = task.misnumbered
            || self.shelf.faulty.contains_key(&template)
            || self.lacks_its_logo(task);
        task.fate = if unusable { Fate::Failed } else { Fate::of(outcome, intact) };
        told.extend(self.spare_what_stands_there(task));
        let to_print = !matches!(task.fate, Fate::Unchanged | Fate::Frozen { .. } | Fate::Failed);
        if to_print {
            task.job = Some(self.job(task, &source, template, photos.pictures()));
        }
        Ok(())
    }

    /// The photos that a paper shows.
    pub(super) fn photos(&self, task: &Task, judged: &Judged, known: Option<&str>) -> Photos {
        match task.due.kind {
            PaperKind::Dokumentasi => Photos::of(&self.folder().path, judged, known),
            _ => Photos::default(),
        }
    }

    fn number(&self, task: &Task, register: &mut Register) -> Result<Number, RegisterProblem> {
        let office = &self.folder().office;
        let kind = task.due.kind.stem();
        let date = self.date(task);
        let parts = NumberParts {
            date,
            unit_code: office.institution_on(date).unit_code.as_deref(),
            classification: office.archive.classification.of(kind).map(|code| code.value.as_str()),
        };
        let given = register.number_for(&task.paper, &office.numbering, &parts)?;
        Ok(given.map_or_else(Number::default, |number| Number {
            text: Some(number.text),
            date: number.date,
        }))
    }

    /// The day of the sign-off of its step, else of the event that made it due; never
    /// that of the run.
    pub(super) fn date(&self, task: &Task) -> NaiveDate {
        task.due.event.date()
    }

    /// What goes into a print besides the record.
    fn fingerprint(&self, task: &Task) -> String {
        let office = &self.folder().office;
        let kind = task.due.kind.stem();
        let choices = format!(
            "{} {CODE_FORM} {:?} {} {} {} {} {}",
            env!("CARGO_PKG_VERSION"),
            office.options.check_code,
            office.numbering.is_numbered(kind),
            office.institution_on(self.date(task)).paper_size.name(),
            office.zone,
            office.signing(kind).name(),
            self.first_party_side(kind).name(),
        );
        let mut hash = Sha256::new();
        hash.update(choices.as_bytes());
        hash.update(self.shelf.fingerprint(&template_of(task)).as_bytes());
        hex(&hash.finalize())
    }

    /// Leaves alone what stands in a paper's place and is not ours to print over. A
    /// paper that was signed there as it was issued is all that is wanted.
    fn spare_what_stands_there(&self, task: &mut Task) -> Option<Diagnostic> {
        if matches!(task.fate, Fate::Unchanged | Fate::Frozen { .. } | Fate::Failed) {
            return None;
        }
        let standing = Standing::at(&self.target(task));
        if standing == Standing::Signed && task.fate == Fate::Restored {
            task.fate = Fate::Unchanged;
            return None;
        }
        let told = standing.told(&task.shown_file())?;
        task.fate = Fate::Failed;
        Some(self.about(task, told))
    }

    /// The shelf told of it once for all papers.
    fn lacks_its_logo(&self, task: &Task) -> bool {
        let logo = self.folder().office.institution_on(self.date(task)).logo.as_ref();
        logo.is_some_and(|logo| !self.shelf.holds(&logo.value))
    }

    fn first_party_side(&self, kind: &str) -> Side {
        let signatories = self.folder().office.papers.signatories(kind);
        signatories.map(|known| known.first_party_side).unwrap_or_default()
    }

    fn is_intact(&self, task: &Task, digest: &str) -> bool {
        std::fs::read(self.target(task)).is_ok_and(|pdf| hex(&Sha256::digest(&pdf)) == digest)
    }

    fn target(&self, task: &Task) -> PathBuf {
        let mut path = self.folder().path.join(RESULTS);
        path.extend(task.file.split('/'));
        path
    }

    pub(super) fn job(
        &self,
        task: &Task,
        source: &Source<'_>,
        template: String,
        pictures: Pictures,
    ) -> PrintJob {
        let office = &self.folder().office;
        let kind = task.due.kind.stem();
        let code = check_code(&task.paper.name(), &task.digest);
        let check = match office.options.check_code {
            CheckCode::No => Value::Null,
            CheckCode::Text => json!({ "kode": code, "qr": null }),
            CheckCode::Qr => json!({ "kode": code, "qr": qr_code(&code) }),
        };
        let date = self.date(task);
        let record: Value = serde_json::from_str(&task.record).unwrap_or_default();
        let numbered = office.numbering.is_numbered(kind);
        let data = json!({
            "catatan": record,
            "kertas": office.institution_on(date).paper_size.name(),
            "bernomor": numbered,
            "ttd": office.signing(kind).name(),
            "pihak_pertama_di": self.first_party_side(kind).name(),
            "cek": check,
        });
        let midnight = date.and_time(chrono::NaiveTime::MIN);
        let edition = Edition {
            title: document::title(&task.due, source),
            date: office.zone.at(midnight),
            ident: code,
            attachment: Some(Attachment {
                name: format!("{kind}.json"),
                content: task.record.clone().into_bytes(),
                mime: "application/json".to_owned(),
                description: "Data yang dicetak pada naskah ini".to_owned(),
            }),
        };
        PrintJob { template, data, edition, pictures }
    }

    /// Prints what is to be printed; each paper is written and entered as it comes.
    pub(super) fn print(
        &self,
        tasks: &mut [Task],
        register: &mut Register,
        told: &mut Vec<Diagnostic>,
        progress: &mut dyn FnMut(usize),
    ) {
        let (at, jobs): (Vec<usize>, Vec<PrintJob>) = tasks
            .iter_mut()
            .enumerate()
            .filter_map(|(at, task)| Some((at, task.job.take()?)))
            .unzip();
        self.shelf.press.print_all(&jobs, |job, result| {
            let Some(task) = at.get(job).and_then(|at| tasks.get_mut(*at)) else { return true };
            let kept = match result {
                Ok(printed) => self.keep(task, &printed, register, told),
                Err(problems) => Err(shelf::told(&problems)),
            };
            if let Err(problems) = kept {
                task.fate = Fate::Failed;
                for problem in problems {
                    // What a template has against one paper it has against all of its kind.
                    let known = |told: &Diagnostic| {
                        told.message == problem.message && told.places == problem.places
                    };
                    if !told.iter().any(known) {
                        told.push(self.about(task, problem));
                    }
                }
            }
            progress(job + 1);
            true
        });
    }

    fn keep(
        &self,
        task: &Task,
        printed: &Printed,
        register: &mut Register,
        told: &mut Vec<Diagnostic>,
    ) -> Result<(), Vec<Diagnostic>> {
        let shown = task.shown_file();
        write_whole(&self.target(task), &printed.pdf)
            .map_err(|error| vec![not_written(&shown, &error)])?;
        let fingerprint = self.fingerprint(task);
        let digest = hex(&Sha256::digest(&printed.pdf));
        register.record_issue(&task.paper, &task.draft(&fingerprint), &digest).map_err(
            |problem| vec![problem.diagnostic(REGISTER).at(Place::File(shown.as_str().into()))],
        )?;
        if !printed.unprintable.is_empty() {
            let letters: Vec<String> = printed
                .unprintable
                .iter()
                .map(|letter| format!("U+{:04X}", u32::from(*letter)))
                .collect();
            let mut note = Diagnostic::error(format!(
                "naskah ini memuat huruf yang tidak dapat dicetak: {}",
                letters.join(", ")
            ))
            .consequence("huruf itu dicetak sebagai �.")
            .advice("tulis dengan huruf biasa di buku kerja, lalu jalankan lagi")
            .at(Place::File(shown.into()));
            note.level = Level::Peringatan;
            told.push(self.about(task, note));
        }
        Ok(())
    }

    /// K03: the signed scan is there, and what was recorded is no longer what it says.
    pub(super) fn frozen_note(&self, task: &Task) -> Option<Diagnostic> {
        let Fate::Frozen { changed } = &task.fate else { return None };
        if changed.is_empty() {
            return None;
        }
        let note = Diagnostic::finding(
            Code::K03,
            format!(
                "catatan berubah sesudah {} ditandatangani: {}",
                task.due.kind.title(),
                document::facts_in_words(changed)
            ),
        )
        .consequence("naskah yang sudah ditandatangani tidak dibuat ulang dan tetap berlaku sebagaimana tertulis.")
        .advice("bila catatan yang benar, buat ralat; bila naskah yang benar, betulkan buku kerja, lalu jalankan lagi: tertib proses")
        .at(Place::File(task.shown_file().into()));
        Some(self.about(task, note))
    }

    pub(super) fn about(&self, task: &Task, told: Diagnostic) -> Diagnostic {
        match self.examination.cases.get(task.case) {
            Some(judged) => {
                told.of_case(&judged.case.number, Some(task.due.round), Some(task.due.step))
            }
            None => told,
        }
    }
}

/// Whether the signed scan of minutes is among the attachments.
fn is_scanned(judged: &Judged, due: &Due) -> bool {
    let Judged { case, attachments, .. } = judged;
    match &due.recipient {
        Some(one) => one.has_minutes(&recipients(case, due.round), attachments),
        None => attachments.iter().any(|file| file.kind == AttachmentKind::BeritaAcara),
    }
}

pub(super) fn template_of(task: &Task) -> String {
    format!("{}.typ", task.due.kind.stem())
}
