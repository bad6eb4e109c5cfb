//! `sop --format json`.

use std::io::{self, Write};

use chrono::NaiveDateTime;
use serde::Serialize;

use super::{AnswerJson, Told, VERSION, print};
use crate::desk::{IfNo, Moment, Sources, Versions, Zone};

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
}

#[derive(Serialize)]
struct SopVersionJson<'a> {
    nomor: &'a str,
    tanggal_efektif: Option<String>,
    penerimaan_dari: Option<String>,
    penerimaan_sampai: Option<String>,
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
    per: NaiveDateTime,
    zone: Zone,
    out: &mut dyn Write,
) -> io::Result<()> {
    let by = Told { sources: &Sources::default(), zone };
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| by.moment(Moment::Day(day)));
    let sop = versions.get(versions.in_force(per.date()));
    let all = if versions.are_several() { versions.all() } else { Vec::new() };
    let all = all.into_iter().map(|version| SopVersionJson {
        nomor: &version.definition.number,
        tanggal_efektif: day(version.definition.effective),
        penerimaan_dari: day(version.from),
        penerimaan_sampai: day(version.until),
    });
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
    let hasil = SopJson {
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
        versi_sop: all.collect(),
    };
    let (per, temuan) = (by.at(per), Vec::new());
    print(&AnswerJson { versi: VERSION, perintah: "sop", per, hasil, temuan }, out)
}
