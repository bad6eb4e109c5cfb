//! What the commands say as JSON (contract, section 7). Unknown is null, never "" or 0.

use std::io::{self, Write};

use chrono::NaiveDateTime;
use serde::{Serialize, Serializer};

use crate::desk::{
    Answer, Calculation, Decision, Definition, Diagnostic, Entry, Examination, Explanation, IfNo,
    Judged, Level, Moment, Part, Place, Running, Sources, Status, Waiting, Zone,
};

pub(super) const VERSION: u32 = 1;

/// Writes a value as indented JSON, ended by a line feed.
pub(super) fn print(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// Sources and zone that the values of one answer are told by.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub sources: &'a Sources,
    pub zone: Zone,
}

impl Told<'_> {
    pub fn at(self, at: NaiveDateTime) -> String {
        // The offsets of the three zones are whole hours: every local moment exists once.
        match at.and_local_timezone(self.zone.offset()).single() {
            Some(at) => at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
            None => at.to_string(),
        }
    }

    fn moment(self, moment: Moment) -> String {
        match moment {
            Moment::At(at) => self.at(at),
            Moment::Day(day) => day.format("%Y-%m-%d").to_string(),
        }
    }
}

/// Serialises what an iterator gives, one by one, so that a year of requests need
/// not stand in memory a second time.
struct Each<F>(F);

impl<I: Iterator<Item: Serialize>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

// --- periksa

#[derive(Serialize)]
struct ExaminationJson<'a, C: Serialize, F: Serialize> {
    versi: u32,
    sop: &'a str,
    per: String,
    ringkasan: SummaryJson,
    permohonan: C,
    temuan: F,
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

#[derive(Serialize)]
struct CaseJson<'a> {
    nomor: &'a str,
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

#[derive(Serialize)]
pub(super) struct FindingJson<'a> {
    kode: Option<&'static str>,
    tingkat: &'static str,
    permohonan: Option<&'a str>,
    langkah: Option<u32>,
    putaran: Option<u32>,
    pesan: &'a str,
    akibat: Option<&'a str>,
    saran: Option<&'a str>,
    lokasi: Vec<PlaceJson<'a>>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    file: &'a str,
    lembar: Option<&'a str>,
    sel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baris: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kolom: Option<usize>,
}

pub(super) fn examination(told: &Examination, out: &mut dyn Write) -> io::Result<()> {
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
        sop: &told.folder.sop.number,
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
        permohonan: Each(|| told.cases.iter().map(|judged| case(judged, by))),
        temuan: Each(|| told.findings.iter().map(|finding| self::finding(finding, by))),
    };
    print(&json, out)
}

fn case<'a>(judged: &'a Judged, by: Told<'_>) -> CaseJson<'a> {
    let history = &judged.history;
    CaseJson {
        nomor: &history.number,
        jenis: history.kind.name(),
        status: history.status.key(),
        putaran: history.round,
        sesuai_sop: history.verdict.kept,
        tepat_waktu: history.verdict.on_time,
        detik_kerja: history.worked,
        target_detik: history.target,
        langkah: history.listed().into_iter().map(|entry| step(entry, by)).collect(),
    }
}

fn step<'a>(entry: &'a Entry, by: Told<'_>) -> StepJson<'a> {
    StepJson {
        no: entry.step,
        putaran: entry.round,
        mulai: entry.started.map(|moment| by.moment(moment)),
        selesai: entry.ended.map(|moment| by.moment(moment)),
        pelaksana: entry.actor.as_deref(),
        hasil: entry.decision.map(|decision| match decision {
            Decision::Ya => "Y",
            Decision::Tidak | Decision::Ditolak => "T",
        }),
        detik_kerja: entry.worked,
        target_detik: entry.target,
        detik_tunggu: entry.waited,
        tepat_waktu: entry.on_time,
    }
}

pub(super) fn finding<'a>(told: &'a Diagnostic, by: Told<'a>) -> FindingJson<'a> {
    let filled = |text: &'a String| (!text.is_empty()).then_some(text.as_str());
    FindingJson {
        kode: told.code.map(|code| code.name()),
        tingkat: told.level.name(),
        permohonan: told.case.as_deref(),
        langkah: told.step,
        putaran: told.round,
        pesan: &told.message,
        akibat: filled(&told.consequence),
        saran: filled(&told.advice),
        lokasi: told.places.iter().map(|place| self::place(place, by)).collect(),
    }
}

fn place<'a>(place: &'a Place, by: Told<'a>) -> PlaceJson<'a> {
    let (sel, baris, kolom) = match place {
        Place::Cell(cell) => (Some(cell.address()), None, None),
        Place::Text { line, column, .. } => (None, Some(*line), Some(*column)),
        Place::File(_) | Place::Sheet(_) => (None, None, None),
    };
    let (file, lembar) = (by.sources.file(place), by.sources.sheet_name(place));
    PlaceJson { file, lembar, sel, baris, kolom }
}

// --- the other commands

#[derive(Serialize)]
pub(super) struct AnswerJson<'a, R: Serialize> {
    pub versi: u32,
    pub perintah: &'static str,
    pub per: String,
    pub hasil: R,
    pub temuan: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct WaitingJson<'a> {
    nomor: &'a str,
    status: &'static str,
    di_luar_sop: bool,
    putaran: u32,
    pemohon: Option<&'a str>,
    unit_kerja: Option<&'a str>,
    langkah_berikut: Option<u32>,
    mulai: Option<String>,
    pada: &'a [String],
    sejak: Option<String>,
    jatuh_tempo: Option<String>,
    sisa_detik: Option<i64>,
}

pub(super) fn running(told: &Running, out: &mut dyn Write) -> io::Result<()> {
    let by = Told { sources: &told.examination.sources, zone: told.examination.folder.office.zone };
    let hasil: Vec<_> = told.waiting.iter().map(|one| waiting(one, by)).collect();
    let per = by.at(told.examination.as_of());
    let temuan = Vec::new();
    print(&AnswerJson { versi: VERSION, perintah: "status", per, hasil, temuan }, out)
}

fn waiting<'a>(one: &'a Waiting, by: Told<'_>) -> WaitingJson<'a> {
    WaitingJson {
        nomor: &one.number,
        status: one.status.key(),
        di_luar_sop: one.outside_sop,
        putaran: one.round,
        pemohon: one.applicant.as_deref(),
        unit_kerja: one.unit.as_deref(),
        langkah_berikut: one.next_step,
        mulai: one.begun.map(|moment| by.moment(moment)),
        pada: &one.with,
        sejak: one.since.map(|moment| by.moment(moment)),
        jatuh_tempo: one.due.map(|at| by.at(at)),
        sisa_detik: one.left,
    }
}

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
    bagian: Vec<StretchJson>,
}

#[derive(Serialize)]
struct StretchJson {
    dari: String,
    sampai: String,
    detik: i64,
    dihitung: bool,
    keterangan: String,
}

pub(super) fn explanation(told: &Explanation, out: &mut dyn Write) -> io::Result<()> {
    let examination = &told.examination;
    let by = Told { sources: &examination.sources, zone: examination.folder.office.zone };
    let hasil = told.judged().map(|judged| ExplanationJson {
        permohonan: case(judged, by),
        hitungan: told.steps.iter().map(|step| step_time(step, by)).collect(),
    });
    let temuan = told.findings.iter().map(|told| finding(told, by)).collect();
    let per = by.at(examination.as_of());
    print(&AnswerJson { versi: VERSION, perintah: "jelaskan", per, hasil, temuan }, out)
}

fn step_time<'a>(step: &'a crate::desk::StepTime, by: Told<'a>) -> StepTimeJson<'a> {
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
    });
    PartJson {
        dari: by.at(part.from),
        sampai: by.at(part.to),
        detik: part.seconds,
        menurut_jam_dinding: part.by_clock,
        bagian: stretches.collect(),
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum CalculationJson {
    Certain { detik_kerja: i64 },
    Between { detik_kerja: Option<i64>, detik_paling_singkat: i64, detik_paling_lama: i64 },
    After { selesai: String },
}

pub(super) fn calculation(told: &Calculation, out: &mut dyn Write) -> io::Result<()> {
    let json = match &told.answer {
        Answer::Between { shortest, longest } if shortest.seconds == longest.seconds => {
            CalculationJson::Certain { detik_kerja: shortest.seconds }
        }
        Answer::Between { shortest, longest } => CalculationJson::Between {
            detik_kerja: None,
            detik_paling_singkat: shortest.seconds,
            detik_paling_lama: longest.seconds,
        },
        Answer::After { ends, .. } => {
            let by = Told { sources: &Sources::default(), zone: told.zone };
            CalculationJson::After { selesai: by.at(*ends) }
        }
    };
    print(&json, out)
}

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

pub(super) fn sop(
    sop: &Definition,
    per: NaiveDateTime,
    zone: Zone,
    out: &mut dyn Write,
) -> io::Result<()> {
    let by = Told { sources: &Sources::default(), zone };
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| by.moment(Moment::Day(day)));
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
    };
    let (per, temuan) = (by.at(per), Vec::new());
    print(&AnswerJson { versi: VERSION, perintah: "sop", per, hasil, temuan }, out)
}
