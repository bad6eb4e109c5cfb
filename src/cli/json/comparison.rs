//! `bandingkan --format json`.

use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;

use super::{AnswerJson, Told, VERSION, print};
use crate::desk::{Comparison, Examination, StepComparison, StepSide, Tally, Verdict};

/// Of what was, and of what would be.
#[derive(Serialize)]
struct Both<T> {
    semula: T,
    pembanding: T,
}

#[derive(Serialize)]
struct ComparisonJson<'a> {
    berkas: FilesJson,
    sop: Both<&'a str>,
    langkah: Vec<StepJson<'a>>,
    semua_langkah: StepJson<'a>,
    tepat_waktu: Both<TallyJson>,
    sesuai_sop: Both<TallyJson>,
    permohonan: Vec<ChangedJson<'a>>,
}

/// What was asked to compare with.
#[derive(Serialize)]
struct FilesJson {
    sop: Option<String>,
    kalender: Option<String>,
}

#[derive(Serialize)]
struct StepJson<'a> {
    /// Only where there are several procedures.
    #[serde(skip_serializing_if = "Option::is_none")]
    sop: Option<&'a str>,
    no: Option<u32>,
    nama: &'a str,
    nama_pembanding: Option<&'a str>,
    semula: Option<SideJson>,
    pembanding: Option<SideJson>,
    berubah: usize,
    menjadi_terlambat: usize,
    tidak_lagi_terlambat: usize,
}

#[derive(Serialize)]
struct SideJson {
    target_detik: Option<i64>,
    ditandatangani: usize,
    dinilai: usize,
    terlambat: usize,
}

#[derive(Serialize)]
struct TallyJson {
    ya: usize,
    tidak: usize,
    tidak_diketahui: usize,
}

#[derive(Serialize)]
struct ChangedJson<'a> {
    nomor: &'a str,
    semula: VerdictJson,
    pembanding: VerdictJson,
}

#[derive(Serialize)]
struct VerdictJson {
    sesuai_sop: Option<bool>,
    tepat_waktu: Option<bool>,
}

pub fn comparison(told: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    let by = Told { sources: &told.before.sources, zone: told.before.folder.office.zone };
    let sop = |one: &'_ Examination| one.folder.versions.in_words();
    let (before, after, sum) = (sop(&told.before), sop(&told.after), told.sum());
    let both = |[semula, pembanding]: [Tally; 2]| Both {
        semula: tally(semula),
        pembanding: tally(pembanding),
    };
    let file = |path: &Option<PathBuf>| path.as_ref().map(|path| path.display().to_string());
    let hasil = ComparisonJson {
        berkas: FilesJson { sop: file(&told.by.sop), kalender: file(&told.by.calendar) },
        sop: Both { semula: &before, pembanding: &after },
        langkah: told.steps.iter().map(step).collect(),
        semua_langkah: step(&sum),
        tepat_waktu: both(told.on_time),
        sesuai_sop: both(told.kept),
        permohonan: told
            .changed
            .iter()
            .map(|one| ChangedJson {
                nomor: &one.number,
                semula: verdict(one.before),
                pembanding: verdict(one.after),
            })
            .collect(),
    };
    let (per, temuan) = (by.at(told.before.as_of()), Vec::new());
    print(&AnswerJson { versi: VERSION, perintah: "bandingkan", per, hasil, temuan }, out)
}

fn step(step: &StepComparison) -> StepJson<'_> {
    StepJson {
        sop: step.sop.as_deref(),
        no: (step.no > 0).then_some(step.no),
        nama: &step.name,
        nama_pembanding: step.other_name.as_deref(),
        semula: step.before.map(side),
        pembanding: step.after.map(side),
        berubah: step.changed,
        menjadi_terlambat: step.become_late,
        tidak_lagi_terlambat: step.no_longer_late,
    }
}

fn side(side: StepSide) -> SideJson {
    let StepSide { target, signed, judged, late } = side;
    SideJson { target_detik: target, ditandatangani: signed, dinilai: judged, terlambat: late }
}

fn tally(Tally { yes, no, unknown }: Tally) -> TallyJson {
    TallyJson { ya: yes, tidak: no, tidak_diketahui: unknown }
}

fn verdict(verdict: Verdict) -> VerdictJson {
    VerdictJson { sesuai_sop: verdict.kept, tepat_waktu: verdict.on_time }
}
