//! `tertib nomor …` as text and as JSON.

use std::io::{self, Write};

use serde_json::json;

use super::arguments::NumberJob;
use super::paint::plain;
use super::screen::Screen;
use super::{DONE, Stop};
use crate::desk::{
    self, Choices, Diagnostic, Month, NumberFor, NumberToEnter, Numbered, PaperKind, Refusal,
};

/// Enters or voids a number.
pub(super) fn job(
    job: NumberJob,
    as_json: bool,
    choices: &Choices,
    screen: &Screen,
) -> Result<u8, Stop> {
    let (told, done) = match job {
        NumberJob::Isi { request, kind, number, date, round, recipient, simulate } => {
            let entry = match PaperKind::from_stem(kind) {
                Some(kind) => NumberFor::Paper(NumberToEnter {
                    request,
                    kind,
                    number,
                    date,
                    round,
                    recipient,
                }),
                None => NumberFor::Report { month: month(&request)?, number, date },
            };
            (desk::enter_number(choices, &entry, simulate)?, "diisi")
        }
        NumberJob::Batal { kind, number, reason, year, simulate } => {
            (desk::void_number(choices, kind, &number, year, &reason, simulate)?, "dibatalkan")
        }
    };
    screen.data(|out| match as_json {
        true => write_json(&told, done, out),
        false => write(&told, done, out),
    })?;
    Ok(DONE)
}

/// The month of a report, as it stands in the place of a request.
fn month(text: &str) -> Result<Month, Refusal> {
    let wrong = format!("\"{text}\" bukan bulan laporan");
    Month::parse(text).ok_or_else(|| {
        vec![
            Diagnostic::error(wrong)
                .consequence("tidak ada nomor yang dicatat.")
                .advice("tulis bulannya sebagai TTTT-BB, misalnya: tertib nomor isi 2024-06 laporan-bulanan NOMOR"),
        ]
    })
}

fn write(told: &Numbered, done: &str, out: &mut dyn Write) -> io::Result<()> {
    let request =
        told.request.as_ref().map_or_else(String::new, |number| format!(" untuk {number}"));
    let akan = if told.simulated { "akan " } else { "" };
    writeln!(out, "{akan}{done}: nomor {} {}{}", told.kind, plain(&told.number), plain(&request))?;
    if told.simulated {
        return writeln!(out, "Simulasi: tidak ada yang ditulis.");
    }
    writeln!(out, "Naskahnya diperbarui dengan: tertib proses")
}

fn write_json(told: &Numbered, done: &str, out: &mut dyn Write) -> io::Result<()> {
    let answer = json!({
        "versi": super::json::VERSION,
        "perintah": "nomor",
        "hasil": {
            "keadaan": done,
            "naskah": told.kind,
            "nomor": told.number,
            "permohonan": told.request.as_deref(),
            "simulasi": told.simulated,
        },
        "temuan": [],
    });
    super::json::print(&answer, out)
}
