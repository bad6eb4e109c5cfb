//! `periksa --format json`: the shape that other programs rely on.

use std::io::{self, Write};

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::super::annotated;
use super::sop::SopVersionJson;
use super::{Told, VERSION, finding, print};
use crate::desk::{Annotated, Decision, Entry, Examination, Judged, Level, Moment, Status};

/// Serialises what an iterator gives, one by one, so that a year of requests need
/// not stand in memory a second time.
struct Each<F>(F);

impl<I: Iterator<Item: Serialize>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

#[derive(Serialize)]
struct ExaminationJson<'a, C: Serialize, F: Serialize> {
    versi: u32,
    sop: &'a str,
    /// Only where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    versi_sop: Vec<VersionJson<'a>>,
    per: String,
    ringkasan: SummaryJson,
    permohonan: C,
    temuan: F,
    #[serde(skip_serializing_if = "Option::is_none")]
    anotasi: Option<Value>,
}

#[derive(Serialize)]
struct SummaryJson {
    permohonan: usize,
    selesai: usize,
    dalam_proses: usize,
    dikembalikan: usize,
    ditolak: usize,
    dibatalkan: usize,
    perlu_perbaikan: usize,
    di_luar_sop: usize,
    sesuai_sop: usize,
    tepat_waktu: usize,
    temuan: LevelsJson,
}

#[derive(Serialize)]
struct LevelsJson {
    kesalahan: usize,
    ketidaksesuaian: usize,
    peringatan: usize,
    info: usize,
}

/// A version of the SOP, and how many requests are judged by it.
#[derive(Serialize)]
struct VersionJson<'a> {
    #[serde(flatten)]
    version: SopVersionJson<'a>,
    permohonan: usize,
}

/// The version of the SOP by which a request is judged.
#[derive(Serialize)]
struct CaseSopJson<'a> {
    nomor: &'a str,
    /// Only where there are several procedures.
    #[serde(skip_serializing_if = "Option::is_none")]
    nama: Option<&'a str>,
    tanggal_efektif: Option<String>,
}

#[derive(Serialize)]
pub struct CaseJson<'a> {
    nomor: &'a str,
    /// Only where there are several versions.
    #[serde(skip_serializing_if = "Option::is_none")]
    sop: Option<CaseSopJson<'a>>,
    jenis: &'static str,
    status: &'static str,
    putaran: u32,
    sesuai_sop: Option<bool>,
    tepat_waktu: Option<bool>,
    detik_kerja: Option<i64>,
    target_detik: i64,
    langkah: Vec<StepJson<'a>>,
}

#[derive(Serialize)]
struct StepJson<'a> {
    no: u32,
    putaran: u32,
    mulai: Option<String>,
    selesai: Option<String>,
    pelaksana: Option<&'a str>,
    hasil: Option<&'static str>,
    detik_kerja: Option<i64>,
    target_detik: i64,
    detik_tunggu: Option<i64>,
    tepat_waktu: Option<bool>,
}

pub fn examination(
    told: &Examination,
    annotated: Option<&Annotated>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let by = Told { sources: &told.sources, zone: told.folder.office.zone };
    let summary = told.summary();
    let of = |status: Status| {
        let found = Status::ALL.iter().zip(summary.by_status).find(|(one, _)| **one == status);
        found.map_or(0, |(_, count)| count)
    };
    let level = |level: Level| {
        let found = Level::ALL.iter().zip(summary.by_level).find(|(one, _)| **one == level);
        found.map_or(0, |(_, count)| count)
    };
    let json = ExaminationJson {
        versi: VERSION,
        sop: &told.folder.sop().number,
        versi_sop: told
            .by_version()
            .into_iter()
            .map(|(one, permohonan)| VersionJson {
                version: SopVersionJson::of(&one, by),
                permohonan,
            })
            .collect(),
        per: by.at(told.as_of()),
        ringkasan: SummaryJson {
            permohonan: summary.requests,
            selesai: of(Status::Selesai),
            dalam_proses: of(Status::DalamProses),
            dikembalikan: of(Status::Dikembalikan),
            ditolak: of(Status::Ditolak),
            dibatalkan: of(Status::Dibatalkan),
            perlu_perbaikan: of(Status::PerluPerbaikan),
            di_luar_sop: summary.outside_sop,
            sesuai_sop: summary.kept,
            tepat_waktu: summary.on_time,
            temuan: LevelsJson {
                kesalahan: level(Level::Kesalahan),
                ketidaksesuaian: level(Level::Ketidaksesuaian),
                peringatan: level(Level::Peringatan),
                info: level(Level::Info),
            },
        },
        permohonan: Each(|| told.cases.iter().map(|judged| case(judged, told, by))),
        temuan: Each(|| told.findings.iter().map(|one| finding(one, by))),
        anotasi: annotated.map(annotated::json),
    };
    print(&json, out)
}

pub fn case<'a>(judged: &'a Judged, told: &'a Examination, by: Told<'_>) -> CaseJson<'a> {
    let history = &judged.history;
    let sop = told.sop_of(judged);
    let versions = &told.folder.versions;
    let sop = versions.are_several().then(|| CaseSopJson {
        nomor: &sop.number,
        nama: versions.are_several_procedures().then_some(&*sop.name),
        tanggal_efektif: sop.effective.map(|day| by.moment(Moment::Day(day))),
    });
    CaseJson {
        nomor: &history.number,
        sop,
        jenis: history.kind.name(),
        status: history.status.key(),
        putaran: history.round,
        sesuai_sop: history.verdict.kept,
        tepat_waktu: history.verdict.on_time,
        detik_kerja: history.worked,
        target_detik: history.target,
        langkah: history.listed().into_iter().map(|entry| step(entry, judged, by)).collect(),
    }
}

fn step<'a>(entry: &'a Entry, judged: &'a Judged, by: Told<'_>) -> StepJson<'a> {
    StepJson {
        no: entry.step,
        putaran: entry.round,
        mulai: entry.started.map(|moment| by.moment(moment)),
        selesai: entry.ended.map(|moment| by.moment(moment)),
        pelaksana: entry.actor(&judged.case).map(|name| &**name),
        hasil: entry.decision.map(|decision| match decision {
            Decision::Ya => "Y",
            Decision::Tidak | Decision::Ditolak => "T",
        }),
        detik_kerja: entry.worked(),
        target_detik: entry.target,
        detik_tunggu: entry.waited,
        tepat_waktu: entry.on_time,
    }
}
