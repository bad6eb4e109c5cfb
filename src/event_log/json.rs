//! The log as JSON. Unknown is null, never "" or 0.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::plain::plain;
use super::{Event, EventLog, Trace};

/// How every such file begins; by it one is known again.
pub(super) const HEAD: &str = "{\n  \"versi\": 1,\n  \"perintah\": \"ekspor json\",\n";

#[derive(Serialize)]
struct LogJson<T: Serialize> {
    versi: u32,
    perintah: &'static str,
    per: String,
    hasil: T,
    temuan: [(); 0],
}

#[derive(Serialize)]
struct TraceJson<'a> {
    nomor: String,
    jenis: &'a str,
    status: &'a str,
    /// Only where there are several procedures or versions.
    #[serde(skip_serializing_if = "Option::is_none")]
    sop: Option<String>,
    di_luar_sop: bool,
    unit: Option<String>,
    putaran: u32,
    sesuai_sop: Option<bool>,
    tepat_waktu: Option<bool>,
    kejadian: Vec<EventJson>,
}

#[derive(Serialize)]
struct EventJson {
    langkah: u32,
    kegiatan: String,
    kejadian: &'static str,
    /// RFC 3339; a date without an hour as `YYYY-MM-DD`.
    waktu: Option<String>,
    putaran: u32,
    pelaksana: Option<String>,
    peran: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nip: Option<Option<String>>,
    pelaksana_lain: Vec<String>,
    hasil: Option<&'static str>,
    putusan: Option<&'static str>,
    detik_kerja: Option<i64>,
    target_detik: Option<i64>,
    detik_tunggu: Option<i64>,
}

/// Serialises trace by trace, so that a year need not stand in memory a second time.
struct Traces<'l, 'a>(&'l EventLog<'a>);

impl Serialize for Traces<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.traces().map(|trace| self.trace(&trace)))
    }
}

pub(super) fn write(log: &EventLog<'_>, out: &mut dyn Write) -> io::Result<()> {
    let json = LogJson {
        versi: 1,
        perintah: "ekspor json",
        per: log.zone().rfc3339(log.as_of()),
        hasil: Traces(log),
        temuan: [],
    };
    serde_json::to_writer_pretty(&mut *out, &json)?;
    writeln!(out)
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(|text| plain(text).into_owned())
}

impl Traces<'_, '_> {
    fn trace<'t>(&self, trace: &Trace<'t>) -> TraceJson<'t> {
        TraceJson {
            nomor: plain(trace.number).into_owned(),
            jenis: trace.kind,
            status: trace.status.key(),
            sop: owned(trace.sop),
            di_luar_sop: trace.outside_sop,
            unit: owned(trace.unit),
            putaran: trace.rounds,
            sesuai_sop: trace.kept,
            tepat_waktu: trace.on_time,
            kejadian: trace.events.iter().map(|event| self.event(event)).collect(),
        }
    }

    fn event(&self, event: &Event<'_>) -> EventJson {
        let outcome = event.outcome.as_ref();
        EventJson {
            langkah: event.step,
            kegiatan: plain(event.activity).into_owned(),
            kejadian: event.transition.name(),
            waktu: event.at.map(|moment| moment.rfc3339(self.0.zone())),
            putaran: event.round,
            pelaksana: owned(event.actor),
            peran: owned(event.role),
            nip: self.0.with_nip.then(|| event.nip.clone()),
            pelaksana_lain: event.others.iter().map(|name| plain(name).into_owned()).collect(),
            hasil: outcome.and_then(|outcome| outcome.decided()),
            putusan: outcome.and_then(|outcome| outcome.verdict),
            detik_kerja: outcome.and_then(|outcome| outcome.worked),
            target_detik: outcome.map(|outcome| outcome.target),
            detik_tunggu: outcome.and_then(|outcome| outcome.waited),
        }
    }
}
