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
    issued::papers(&told.papers, told.simulated, all, paint, out)?;
    for month in &told.months {
        if all || month.fate != Fate::Unchanged {
            self::month(month, told.simulated, paint, out)?;
        }
    }
    writeln!(out, "{}", issued::counts(&told.papers, told.simulated))?;
    let stays = |fate: &Fate| *fate == Fate::Unchanged || fate.is_not_done();
    let made = told.months.iter().filter(|month| !stays(&month.fate)).count();
    let held = match told.months.iter().filter(|month| month.fate.is_held()).count() {
        0 => String::new(),
        held => format!(", {held} ditahan"),
    };
    let akan = if told.simulated { "akan " } else { "" };
    let months = told.months.len();
    writeln!(out, "{months} laporan bulanan: {made} {akan}dibuat atau diperbarui{held}")?;
    writeln!(out)?;
    filing::summary(&told.filed, paint, out)
}

fn month(told: &MonthResult, simulated: bool, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let number =
        told.number.as_ref().map_or_else(String::new, |number| format!(", nomor {number}"));
    let [pdf, xlsx, html] = &told.files;
    let name = paint.strong(&plain(pdf));
    let column = issued::column(&told.fate, simulated);
    let below = " ".repeat(column.len());
    writeln!(out, "{column} {name}{}", plain(&number))?;
    writeln!(out, "{below} {}", plain(xlsx))?;
    writeln!(out, "{below} {}", plain(html))?;
    if let Fate::Revised { revision, .. } = &told.fate {
        writeln!(out, "{below} revisi {revision}: angka yang pernah dilaporkan berubah")?;
    }
    Ok(())
}

/// Writes which files of a report were made.
pub(super) fn report(told: &Reported, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    month(&told.result, told.simulated, paint, out)?;
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
        naskah: told.papers.iter().map(|paper| paper_json(paper, told.simulated)).collect(),
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
    let mut hasil = month_json(&told.result);
    if let Value::Object(keys) = &mut hasil {
        keys.insert("simulasi".to_owned(), told.simulated.into());
    }
    let temuan = told.result.told.iter().map(|told| finding(told, by)).collect();
    let per = by.at(told.as_of);
    print(&AnswerJson { versi: VERSION, perintah: "laporan", per, hasil, temuan }, out)
}
