//! `status --format json`.

use std::io::{self, Write};

use serde::Serialize;

use super::{AnswerJson, Told, VERSION, print};
use crate::desk::{Running, Waiting};

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
    tidak_di_kantor: Option<AwayJson>,
    sejak: Option<String>,
    jatuh_tempo: Option<String>,
    sisa_detik: Option<i64>,
}

/// Whom it waits on is away.
#[derive(Serialize)]
struct AwayJson {
    jenis: &'static str,
    dari: String,
    sampai: String,
}

pub fn running(told: &Running, out: &mut dyn Write) -> io::Result<()> {
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
        tidak_di_kantor: one.away.as_ref().map(|away| AwayJson {
            jenis: away.kind.name(),
            dari: away.from.to_string(),
            sampai: away.until.to_string(),
        }),
        sejak: one.since.map(|moment| by.moment(moment)),
        jatuh_tempo: one.due.map(|at| by.at(at)),
        sisa_detik: one.left,
    }
}
