//! `jelaskan --format json`.

use std::io::{self, Write};

use serde::Serialize;

use super::examination::{CaseJson, case};
use super::{AnswerJson, PlaceJson, Told, VERSION, finding, print};
use crate::desk::{Explanation, Part, StepTime};

#[derive(Serialize)]
struct ExplanationJson<'a> {
    permohonan: CaseJson<'a>,
    hitungan: Vec<StepTimeJson<'a>>,
}

#[derive(Serialize)]
struct StepTimeJson<'a> {
    langkah: u32,
    putaran: u32,
    paling_singkat: Vec<PartJson>,
    paling_lama: Option<Vec<PartJson>>,
    sejak_langkah_sebelumnya: bool,
    menunggu: Option<PartJson>,
    detik_paling_singkat: Option<i64>,
    detik_paling_lama: Option<i64>,
    lokasi: Vec<PlaceJson<'a>>,
}

#[derive(Serialize)]
struct PartJson {
    dari: String,
    sampai: String,
    detik: i64,
    menurut_jam_dinding: bool,
    /// Seconds of it that lie in flexible hours.
    #[serde(skip_serializing_if = "is_zero")]
    detik_jam_lentur: i64,
    bagian: Vec<StretchJson>,
}

#[derive(Serialize)]
struct StretchJson {
    dari: String,
    sampai: String,
    detik: i64,
    dihitung: bool,
    keterangan: String,
    /// The decree of a day off.
    dasar: Option<String>,
}

/// With fixed hours there is nothing to tell.
fn is_zero(seconds: &i64) -> bool {
    *seconds == 0
}

pub fn explanation(told: &Explanation, out: &mut dyn Write) -> io::Result<()> {
    let examination = &told.examination;
    let by = Told { sources: &examination.sources, zone: examination.folder.office.zone };
    let hasil = told.judged().map(|judged| ExplanationJson {
        permohonan: case(judged, &told.examination, by),
        hitungan: told.steps.iter().map(|step| step_time(step, by)).collect(),
    });
    let temuan = told.findings.iter().map(|told| finding(told, by)).collect();
    let per = by.at(examination.as_of());
    print(&AnswerJson { versi: VERSION, perintah: "jelaskan", per, hasil, temuan }, out)
}

fn step_time<'a>(step: &'a StepTime, by: Told<'a>) -> StepTimeJson<'a> {
    let entry = &step.entry;
    let places = step.rests_on.iter().map(|(_, cell)| PlaceJson {
        file: by.sources.sheet(cell.sheet).map_or("", |sheet| &sheet.file),
        lembar: by.sources.sheet(cell.sheet).map(|sheet| &*sheet.sheet),
        sel: Some(cell.address()),
        baris: None,
        kolom: None,
    });
    StepTimeJson {
        langkah: entry.step,
        putaran: entry.round,
        paling_singkat: step.shortest.iter().map(|part| self::part(part, by)).collect(),
        paling_lama: (!step.longest.is_empty())
            .then(|| step.longest.iter().map(|part| self::part(part, by)).collect()),
        sejak_langkah_sebelumnya: step.since_before,
        menunggu: step.wait.as_ref().map(|wait| part(wait, by)),
        detik_paling_singkat: entry.span.map(|span| span.shortest),
        detik_paling_lama: entry.span.and_then(|span| span.longest),
        lokasi: places.collect(),
    }
}

fn part(part: &Part, by: Told<'_>) -> PartJson {
    let stretches = part.stretches.iter().map(|stretch| StretchJson {
        dari: by.at(stretch.from),
        sampai: by.at(stretch.to),
        detik: stretch.seconds(),
        dihitung: stretch.counts() || part.by_clock,
        keterangan: stretch.describe(),
        dasar: stretch.decree().map(str::to_owned),
    });
    PartJson {
        dari: by.at(part.from),
        sampai: by.at(part.to),
        detik: part.seconds,
        menurut_jam_dinding: part.by_clock,
        detik_jam_lentur: part.flexible,
        bagian: stretches.collect(),
    }
}
