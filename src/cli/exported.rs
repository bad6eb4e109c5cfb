//! `tertib ekspor …`: the log itself to stdout, or what became of the file.

use std::io::{self, Write};

use serde_json::json;

use super::arguments::{ExportChoices, ExportJob};
use super::filing::simulated;
use super::json::{AnswerJson, Told, VERSION, print};
use super::paint::plain;
use super::screen::Screen;
use super::{DONE, FOUND, Stop};
use crate::desk::{self, Choices, Export, ExportFate, Exported, Form};

/// Does an export and gives the exit status.
pub(super) fn job(
    job: ExportJob,
    as_json: bool,
    choices: &Choices,
    screen: &Screen,
) -> Result<u8, Stop> {
    let (form, chosen) = match job {
        ExportJob::Xes { choices } => (Form::Xes, choices),
        ExportJob::Csv { choices, separator } => (Form::Csv(separator.sign()), choices),
        ExportJob::Json { choices } => (Form::Json, choices),
    };
    let ExportChoices { target, with_nip, simulate } = chosen;
    let export = desk::export(choices, form, with_nip)?;
    match target {
        None => screen.data(|out| export.write(out))?,
        Some(target) => {
            let told = export.to_file(choices, &target, simulate)?;
            screen.data(|out| match as_json {
                true => answer(&told, &export, out),
                false => text(&told, out),
            })?;
        }
    }
    let errors = export.errors();
    if errors == 0 {
        return Ok(DONE);
    }
    screen.note(&format!(
        "peringatan: data memuat {errors} kesalahan, sehingga log ini mungkin tidak lengkap; lihat dengan: tertib periksa\n"
    ));
    Ok(FOUND)
}

fn text(told: &Exported, out: &mut dyn Write) -> io::Result<()> {
    let state = match (told.fate, told.simulated) {
        (ExportFate::New, false) => "ditulis",
        (ExportFate::New, true) => "akan ditulis",
        (ExportFate::Replaced, false) => "ditulis, menggantikan log yang lama",
        (ExportFate::Replaced, true) => "akan ditulis, menggantikan log yang lama",
        (ExportFate::Unchanged, _) => "sudah ada dan tidak berubah",
    };
    let counts = told.counts;
    writeln!(
        out,
        "{}: {} permohonan, {} kejadian, {state}",
        plain(&told.file),
        counts.requests,
        counts.events
    )?;
    simulated(told.simulated, out)
}

fn answer(told: &Exported, export: &Export, out: &mut dyn Write) -> io::Result<()> {
    let perintah = match export.form {
        Form::Xes => "ekspor xes",
        Form::Csv(_) => "ekspor csv",
        Form::Json => "ekspor json",
    };
    let state = match (told.fate, told.simulated) {
        (ExportFate::New | ExportFate::Replaced, true) => "akan_ditulis",
        (ExportFate::New, false) => "ditulis",
        (ExportFate::Replaced, false) => "diganti",
        (ExportFate::Unchanged, _) => "tidak_berubah",
    };
    let hasil = json!({
        "simulasi": told.simulated,
        "berkas": told.file.replace('\\', "/"),
        "keadaan": state,
        "permohonan": told.counts.requests,
        "kejadian": told.counts.events,
    });
    let examination = &export.examination;
    let by = Told { sources: &examination.sources, zone: examination.folder.office.zone };
    let per = by.at(examination.as_of());
    print(&AnswerJson { versi: VERSION, perintah, per, hasil, temuan: Vec::new() }, out)
}
