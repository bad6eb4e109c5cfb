//! `kalender --format json`.

use std::io::{self, Write};

use chrono::{Datelike, NaiveTime};
use serde::Serialize;

use super::{AnswerJson, VERSION, print};
use crate::desk::{CalendarDay, CalendarMonth, CalendarYear, Off, wording};

#[derive(Serialize)]
struct YearJson<'a> {
    tahun: i32,
    hari_kerja: usize,
    detik_kerja: i64,
    bulan: Vec<MonthJson<'a>>,
}

#[derive(Serialize)]
struct MonthJson<'a> {
    bulan: String,
    hari_kerja: usize,
    detik_kerja: i64,
    hari: Vec<DayJson<'a>>,
}

#[derive(Serialize)]
struct DayJson<'a> {
    tanggal: String,
    hari: &'static str,
    detik_kerja: i64,
    jam: Vec<[String; 2]>,
    mulai_paling_lambat: Option<String>,
    sumber_jam: Option<&'a str>,
    khusus: bool,
    ramadan: Option<i32>,
    perkiraan: bool,
    tanpa_jam_kerja: bool,
    libur: Option<DayOffJson<'a>>,
}

#[derive(Serialize)]
struct DayOffJson<'a> {
    nama: &'a str,
    jenis: &'static str,
    status: &'static str,
    sumber: &'a str,
}

pub fn calendar(told: &CalendarYear, out: &mut dyn Write) -> io::Result<()> {
    let months: Vec<CalendarMonth<'_>> = told.months().collect();
    let hasil = YearJson {
        tahun: told.year,
        hari_kerja: months.iter().map(CalendarMonth::working_days).sum(),
        detik_kerja: months.iter().map(CalendarMonth::working_seconds).sum(),
        bulan: months.iter().map(month).collect(),
    };
    let per = told.zone.rfc3339(told.as_of);
    print(&AnswerJson { versi: VERSION, perintah: "kalender", per, hasil, temuan: Vec::new() }, out)
}

fn month<'a>(told: &CalendarMonth<'a>) -> MonthJson<'a> {
    MonthJson {
        bulan: format!("{}-{:02}", told.year, told.month),
        hari_kerja: told.working_days(),
        detik_kerja: told.working_seconds(),
        hari: told.days.iter().map(day).collect(),
    }
}

fn day<'a>(one: &CalendarDay<'a>) -> DayJson<'a> {
    let day = one.day;
    let time = |time: NaiveTime| time.format("%H:%M:%S").to_string();
    let (off, closed) = match day.off() {
        Some(Off::DayOff(off)) => (Some(off), false),
        Some(Off::Weekend) => (None, true),
        None => (None, false),
    };
    DayJson {
        tanggal: day.date.to_string(),
        hari: wording::weekday(day.date.weekday()),
        detik_kerja: day.working_seconds(),
        jam: day.working().iter().map(|span| [time(span.from), time(span.to)]).collect(),
        mulai_paling_lambat: day.latest_start().map(time),
        sumber_jam: day.hours_source(),
        khusus: day.is_singled_out(),
        ramadan: day.ramadan().map(|ramadan| ramadan.hijri_year),
        perkiraan: one.estimate,
        tanpa_jam_kerja: closed,
        libur: off.map(|off| DayOffJson {
            nama: &off.name,
            jenis: off.kind.name(),
            status: off.standing.name(),
            sumber: &off.source,
        }),
    }
}
