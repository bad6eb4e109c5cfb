//! `tertib laporan`: the report of a month for the head of the centre, three times: to
//! sign, to reckon with, to read in a browser.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDateTime};
use sha2::{Digest, Sha256};

use super::check::Reading;
use super::deposit::{not_written, write_whole};
use super::held_back;
use super::issue::{Bench, REGISTER, RESULTS, unusable};
use super::shelf::{self, hex};
use super::standing::Standing;
use super::{Choices, Fate, OfficeFolder, Refusal};
use crate::check::received_on;
use crate::diagnostic::{Diagnostic, Level, Place};
use crate::office::{NumberParts, Zone};
use crate::press::CODE_FORM;
use crate::register::{Draft, MONTHLY, Paper, Stage};
use crate::report::{self, Month, MonthReport};

const TEMPLATE: &str = "laporan-bulanan.typ";
const PAGE: &str = "laporan-bulanan.html";

/// The report of one month and what became of it.
#[derive(Debug)]
pub struct MonthResult {
    pub month: Month,
    pub number: Option<String>,
    /// Relative to the office's folder, with `/`: PDF, XLSX, HTML.
    pub files: [String; 3],
    pub fate: Fate,
    pub told: Vec<Diagnostic>,
}

impl MonthResult {
    /// The report of a month that could not even be begun.
    pub(super) fn refused(month: Month, told: Refusal) -> Self {
        let files = files_of(month).map(|name| format!("{RESULTS}/{name}"));
        let [pdf, ..] = &files;
        let place = Place::File(pdf.as_str().into());
        let told = told.into_iter().map(|one| one.at(place.clone())).collect();
        MonthResult { month, number: None, files, fate: Fate::Failed, told }
    }
}

/// PDF, XLSX and HTML, relative to the folder of results.
fn files_of(month: Month) -> [String; 3] {
    let stem = format!("{}/{MONTHLY}", month.key());
    ["pdf", "xlsx", "html"].map(|end| format!("{stem}.{end}"))
}

/// The report that was asked for, and whether its data has errors.
#[derive(Debug)]
pub struct Reported {
    pub result: MonthResult,
    /// Data of the office that cannot be used (kesalahan), as of the report.
    pub errors: Vec<Diagnostic>,
    pub zone: Zone,
    pub as_of: NaiveDateTime,
    pub simulated: bool,
}

/// Makes the report of a month, as of its end or, where that is earlier, of the moment
/// of the run.
///
/// # Errors
/// The month has not begun, or the office's own files, its templates or its register
/// cannot be used.
pub fn report_month(choices: &Choices, month: Month, simulate: bool) -> Result<Reported, Refusal> {
    let folder = OfficeFolder::open(choices)?;
    if folder.as_of.date() < month.first_day() {
        return Err(vec![not_begun(month, &folder)]);
    }
    let reading = Reading::of(&folder, choices, &[]);
    let mut bench = Bench::to_issue(choices, &folder, simulate)?;
    let (report, errors) = compute(&folder, &reading, month);
    let unread = held_back::unread(&errors);
    let mut result = make(&folder, &report, &mut bench, !unread.is_empty())?;
    if result.fate.is_held() {
        result.told.push(held_back::note(&format!("laporan {}", month.name()), unread));
    }
    Ok(Reported { result, errors, zone: report.zone, as_of: report.as_of, simulated: simulate })
}

fn not_begun(month: Month, folder: &OfficeFolder) -> Diagnostic {
    let as_of = crate::calendar::wording::date(folder.as_of.date());
    Diagnostic::error(format!("{} belum dimulai pada {as_of}", month.name()))
        .advice("pilih bulan yang sudah berjalan, atau sebutkan saatnya dengan --per")
}

/// The months that have ended and have a request received in them.
pub(super) fn ended_months(examination: &super::Examination) -> Vec<Month> {
    let rules = examination.folder.rules();
    let mut months: Vec<Month> = examination
        .cases
        .iter()
        .filter_map(|judged| received_on(judged, &rules))
        .map(|received| Month::of(received.date()))
        .filter(|month| month.end() <= examination.folder.as_of)
        .collect();
    months.sort();
    months.dedup();
    months
}

/// The report of a month, judged as of its end, and the errors in the data then.
pub(super) fn compute(
    folder: &OfficeFolder,
    reading: &Reading,
    month: Month,
) -> (MonthReport, Vec<Diagnostic>) {
    let as_of = month.end().min(folder.as_of);
    let examination = reading.clone().judged(folder.clone(), as_of);
    let rules = examination.folder.rules();
    let report = report::month(&examination.cases, &rules, &examination.findings, month);
    let errors =
        examination.findings.into_iter().filter(|told| told.level == Level::Kesalahan).collect();
    (report, errors)
}

/// The report of a month, as the register knows it.
pub(super) fn paper_of(month: Month) -> Paper {
    let first = month.first_day();
    Paper::Month { year: first.year(), month: first.month() }
}

/// Numbers, prints, writes and enters a report; what is unchanged is not made again, nor
/// is one with other figures while a file is `unread`.
pub(super) fn make(
    folder: &OfficeFolder,
    report: &MonthReport,
    bench: &mut Bench,
    unread: bool,
) -> Result<MonthResult, Refusal> {
    let month = report.month;
    let day = report.as_of.date();
    let paper = paper_of(month);
    let kind = paper.kind();
    bench.hold_for(folder, [&paper])?;
    let parts = NumberParts {
        date: day,
        unit_code: folder.office.institution_on(day).unit_code.as_deref(),
        classification: folder
            .office
            .archive
            .classification
            .of(kind)
            .map(|code| code.value.as_str()),
    };
    let number = bench
        .register
        .number_for(&paper, &folder.office.numbering, &parts)
        .map_err(unusable)?
        .map(|number| number.text);
    let issue = report::Issue { number: number.as_deref() };
    let record = report::record(report, issue).map_err(|wrong| shelf::told(&wrong))?;
    let digest = hex(&Sha256::digest(record.as_bytes()));
    let names = files_of(month);
    let [pdf_name, _, _] = &names;
    let check_code = format!("{:?}", folder.office.options.check_code);
    let fingerprint = [env!("CARGO_PKG_VERSION"), CODE_FORM, &check_code]
        .into_iter()
        .chain([TEMPLATE, PAGE].map(|name| bench.shelf.fingerprint(name)))
        .collect::<Vec<_>>()
        .join(" ");
    let draft = Draft {
        record: &record,
        record_digest: &digest,
        file: pdf_name,
        stage: Stage::ToSign,
        fingerprint: &fingerprint,
    };
    let outcome = bench.register.compare(&paper, &draft).map_err(unusable)?;
    let issued = bench.register.issued(&paper).map_err(unusable)?;
    let targets = names.clone().map(|name| target(folder, &name));
    let intact = issued.is_some_and(|issued| {
        let [pdf, others @ ..] = &targets;
        let same =
            std::fs::read(pdf).is_ok_and(|pdf| hex(&Sha256::digest(&pdf)) == issued.pdf_digest);
        same && others.iter().all(|target| target.is_file())
    });
    let mut result = MonthResult {
        month,
        number: number.clone(),
        files: names.clone().map(|name| format!("{RESULTS}/{name}")),
        fate: Fate::of(outcome, intact),
        told: Vec::new(),
    };
    if unread {
        result.fate = result.fate.held_back();
    }
    let [pdf, others @ ..] = &targets;
    let standing = Standing::at(pdf);
    let others_stand = others.iter().all(|target| target.is_file());
    if standing == Standing::Signed && others_stand && result.fate == Fate::Restored {
        result.fate = Fate::Unchanged;
    }
    let stays = matches!(result.fate, Fate::Unchanged | Fate::Frozen { .. } | Fate::Held { .. });
    if !stays {
        let [pdf, ..] = &result.files;
        result.told.extend(standing.told(pdf));
    }
    if !result.told.is_empty() {
        result.fate = Fate::Failed;
    }
    if bench.simulate || stays || !result.told.is_empty() {
        return Ok(result);
    }
    let faces = faces(report, issue, bench);
    match faces {
        Ok(contents) => {
            for ((content, target), shown) in contents.iter().zip(&targets).zip(&result.files) {
                if let Err(error) = write_whole(target, content) {
                    result.told.push(not_written(shown, &error));
                }
            }
            let [pdf, ..] = &contents;
            if result.told.is_empty() {
                let digest = hex(&Sha256::digest(pdf));
                let entered = bench.register.record_issue(&paper, &draft, &digest);
                result.told.extend(entered.err().map(|problem| {
                    let [pdf, ..] = &result.files;
                    problem.diagnostic(REGISTER).at(Place::File(pdf.as_str().into()))
                }));
            }
        }
        Err(problems) => result.told.extend(problems),
    }
    if !result.told.is_empty() {
        result.fate = Fate::Failed;
    }
    Ok(result)
}

fn target(folder: &OfficeFolder, name: &str) -> PathBuf {
    let mut path = folder.path.join(RESULTS);
    path.extend(name.split('/'));
    path
}

/// PDF, XLSX and HTML of the same tables.
fn faces(
    report: &MonthReport,
    issue: report::Issue<'_>,
    bench: &Bench,
) -> Result<[Vec<u8>; 3], Vec<Diagnostic>> {
    for name in [TEMPLATE, PAGE] {
        if let Some(faulty) = bench.shelf.faulty.get(name) {
            return Err(faulty.clone());
        }
    }
    let pages = bench.shelf.pages().map_err(|wrong| shelf::told(&wrong))?;
    let pdf =
        report::pdf(report, &bench.shelf.press, issue).map_err(|wrong| shelf::told(&wrong))?;
    let workbook = report::workbook(report).map_err(|wrong| shelf::told(&[wrong]))?;
    let html = report::html(report, &pages).map_err(|wrong| shelf::told(&wrong))?;
    Ok([pdf.pdf, workbook, html.into_bytes()])
}
