//! `tertib proses` and `tertib laporan` as text and as JSON.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::json::{AnswerJson, Told, VERSION, finding, paper_json, print};
use super::paint::{Paint, plain};
use super::{filing, issued};
use crate::desk::{Fate, MonthResult, Process, Reported};

/// Writes what the main job made: papers, reports, packages.
pub(super) fn write(
    told: &Process,
    all: bool,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    issued::papers(&told.papers, all, paint, out)?;
    for month in &told.months {
        if all || month.fate != Fate::Unchanged {
            self::month(month, paint, out)?;
        }
    }
    writeln!(out, "{}", issued::counts(&told.papers))?;
    let made = told.months.iter().filter(|month| month.fate != Fate::Unchanged).count();
    writeln!(out, "{} laporan bulanan: {made} dibuat atau diperbarui", told.months.len())?;
    writeln!(out)?;
    filing::summary(&told.filed, paint, out)
}

fn month(told: &MonthResult, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let number =
        told.number.as_ref().map_or_else(String::new, |number| format!(", nomor {number}"));
    let [pdf, xlsx, html] = &told.files;
    let name = paint.strong(&plain(pdf));
    writeln!(out, "{:<13} {name}{}", issued::word(&told.fate), plain(&number))?;
    writeln!(out, "{:13} {}", "", plain(xlsx))?;
    writeln!(out, "{:13} {}", "", plain(html))?;
    if let Fate::Revised { revision, .. } = &told.fate {
        writeln!(out, "{:13} revisi {revision}: angka yang pernah dilaporkan berubah", "")?;
    }
    Ok(())
}

/// Writes which files of a report were made.
pub(super) fn report(told: &Reported, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    month(&told.result, paint, out)?;
    if told.simulated {
        writeln!(out, "Simulasi: tidak ada yang ditulis.")?;
    }
    Ok(())
}

#[derive(Serialize)]
struct ProcessJson {
    naskah: Vec<Value>,
    laporan: Vec<Value>,
    arsip: Value,
    simulasi: bool,
}

pub(super) fn json(told: &Process, out: &mut dyn Write) -> io::Result<()> {
    let examination = &told.filed.examination;
    let by = Told { sources: &examination.sources, zone: examination.folder.office.zone };
    let hasil = ProcessJson {
        naskah: told.papers.iter().map(paper_json).collect(),
        laporan: told.months.iter().map(month_json).collect(),
        arsip: filing::filed_value(&told.filed),
        simulasi: told.simulated,
    };
    let temuan = told.told.iter().map(|told| finding(told, by)).collect();
    let per = by.at(examination.as_of());
    print(&AnswerJson { versi: VERSION, perintah: "proses", per, hasil, temuan }, out)
}

fn month_json(told: &MonthResult) -> Value {
    json!({
        "bulan": told.month.key(),
        "nomor": told.number,
        "file": told.files,
        "keadaan": issued::key(&told.fate),
    })
}

pub(super) fn report_json(told: &Reported, out: &mut dyn Write) -> io::Result<()> {
    let sources = crate::desk::Sources::default();
    let by = Told { sources: &sources, zone: told.zone };
    let hasil = month_json(&told.result);
    let temuan = told.result.told.iter().map(|told| finding(told, by)).collect();
    let per = by.at(told.as_of);
    print(&AnswerJson { versi: VERSION, perintah: "laporan", per, hasil, temuan }, out)
}
