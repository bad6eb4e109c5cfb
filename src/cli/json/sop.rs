//! `sop --format json`.

use std::io::{self, Write};

use chrono::NaiveDateTime;
use serde::Serialize;

use super::{AnswerJson, Told, VERSION, print};
use crate::desk::{Definition, IfNo, Moment, ProcedureId, Sources, Version, Versions, Zone};

#[derive(Serialize)]
struct SopJson<'a> {
    nomor: &'a str,
    nama: &'a str,
    judul: &'a str,
    unit: &'a [String],
    tanggal_pembuatan: Option<String>,
    tanggal_revisi: Option<String>,
    tanggal_efektif: Option<String>,
    dasar_hukum: &'a [String],
    kualifikasi_pelaksana: &'a [String],
    keterkaitan: &'a [String],
    peralatan: &'a [String],
    peringatan: &'a str,
    pencatatan: &'a str,
    berlaku_untuk: &'a [String],
    target_detik: i64,
    langkah: Vec<SopStepJson<'a>>,
    keraguan: Vec<String>,
    /// Only where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    versi_sop: Vec<SopVersionJson<'a>>,
    /// The other procedures of the office.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    prosedur_lain: Vec<SopJson<'a>>,
}

/// A version of the SOP and the receipts that it is for.
#[derive(Serialize)]
pub(super) struct SopVersionJson<'a> {
    nomor: &'a str,
    /// Only where there are several procedures.
    #[serde(skip_serializing_if = "Option::is_none")]
    nama: Option<&'a str>,
    tanggal_efektif: Option<String>,
    penerimaan_dari: Option<String>,
    penerimaan_sampai: Option<String>,
}

impl<'a> SopVersionJson<'a> {
    pub(super) fn of(version: &Version<'a>, by: Told<'_>) -> Self {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| by.moment(Moment::Day(day)));
        Self {
            nomor: &version.definition.number,
            nama: version.name(),
            tanggal_efektif: day(version.definition.effective),
            penerimaan_dari: day(version.from),
            penerimaan_sampai: day(version.until),
        }
    }
}

#[derive(Serialize)]
struct SopStepJson<'a> {
    no: u32,
    kegiatan: &'a str,
    pelaksana: Vec<&'a str>,
    kelengkapan: &'a str,
    target_detik: i64,
    output: &'a str,
    keterangan: &'a str,
    naskah: Vec<&'static str>,
    bila_tidak: Option<serde_json::Value>,
}

pub fn sop(
    versions: &Versions,
    only: Option<ProcedureId>,
    (per, zone): (NaiveDateTime, Zone),
    out: &mut dyn Write,
) -> io::Result<()> {
    let by = Told { sources: &Sources::default(), zone };
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| by.moment(Moment::Day(day)));
    let procedures = only.map_or_else(|| versions.procedures(), |one| vec![one]);
    let mut all = if versions.are_several() { versions.all() } else { Vec::new() };
    all.retain(|version| procedures.contains(&version.procedure));
    let all = all.into_iter().map(|version| SopVersionJson::of(&version, by));
    let mut each = procedures.iter().map(|procedure| {
        definition(versions.get(versions.in_force_of(*procedure, per.date())), &day)
    });
    let first = each.next();
    let hasil = first.map(|first| SopJson {
        versi_sop: all.collect(),
        prosedur_lain: each.collect(),
        ..first
    });
    let (per, temuan) = (by.at(per), Vec::new());
    print(&AnswerJson { versi: VERSION, perintah: "sop", per, hasil, temuan }, out)
}

fn definition<'a>(
    sop: &'a Definition,
    day: &dyn Fn(Option<chrono::NaiveDate>) -> Option<String>,
) -> SopJson<'a> {
    let steps = sop.steps.iter().map(|step| SopStepJson {
        no: step.no,
        kegiatan: &step.activity,
        pelaksana: step.actors.iter().map(String::as_str).collect(),
        kelengkapan: &step.inputs,
        target_detik: step.target_seconds,
        output: &step.output,
        keterangan: &step.note,
        naskah: step.papers.iter().map(|kind| kind.stem()).collect(),
        bila_tidak: step.decision.as_ref().map(|rule| match rule.if_no {
            IfNo::BackTo(no) => no.into(),
            IfNo::End => "selesai".into(),
        }),
    });
    SopJson {
        nomor: &sop.number,
        nama: &sop.name,
        judul: &sop.title,
        unit: &sop.unit,
        tanggal_pembuatan: day(sop.made),
        tanggal_revisi: day(sop.revised),
        tanggal_efektif: day(sop.effective),
        dasar_hukum: &sop.legal_bases,
        kualifikasi_pelaksana: &sop.qualifications,
        keterkaitan: &sop.related,
        peralatan: &sop.equipment,
        peringatan: &sop.warning,
        pencatatan: &sop.record_keeping,
        berlaku_untuk: &sop.covers,
        target_detik: sop.total_target_seconds(),
        langkah: steps.collect(),
        keraguan: sop.doubts().iter().map(ToString::to_string).collect(),
        versi_sop: Vec::new(),
        prosedur_lain: Vec::new(),
    }
}
