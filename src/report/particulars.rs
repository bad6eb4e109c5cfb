//! The tables that name requests and steps one by one.

use super::listed::Aside;
use super::month::MonthReport;
use super::section::Section;
use super::table::{Cell, Holds, Table, number};
use crate::calendar::wording;
use crate::check::Unjudged;

pub fn late(report: &MonthReport) -> Table {
    let empty = if report.overall.finished == 0 {
        "Tidak ada data: tidak ada permohonan yang selesai pada bulan ini."
    } else {
        "Tidak ada langkah yang terlambat pada permohonan yang selesai bulan ini."
    };
    let table = Table::new(
        "Terlambat",
        empty,
        &[
            ("Permohonan", Holds::Text, 15),
            ("Langkah", Holds::Text, 18),
            ("Pelaksana", Holds::Text, 12),
            ("Selesai", Holds::Moment, 14),
            ("Waktu kerja", Holds::Duration, 13),
            ("Target", Holds::Duration, 11),
            ("Lebih", Holds::Duration, 12),
            ("Sebab menurut lembar kendali", Holds::Text, 22),
        ],
    );
    table.with(report.late.iter().map(|step| {
        vec![
            Cell::text(&*step.number),
            Cell::text(in_round(report.step_names.of_request(&step.number, step.step), step.round)),
            Cell::known(step.executor.as_deref()),
            Cell::moment(step.ended),
            lasted(step.took, step.at_least),
            Cell::Duration(step.target),
            lasted(step.took - step.target, step.at_least),
            step.reason.as_ref().map_or(Cell::text("tidak dicatat"), Cell::text),
        ]
    }))
}

pub fn unjudged(report: &MonthReport) -> Table {
    let empty = if report.overall.finished == 0 {
        "Tidak ada data: tidak ada permohonan yang selesai pada bulan ini."
    } else {
        "Semua langkah pada permohonan yang selesai bulan ini dapat dinilai."
    };
    let table = Table::new(
        "Tidak dinilai",
        empty,
        &[
            ("Permohonan", Holds::Text, 18),
            ("Langkah", Holds::Text, 22),
            ("Pelaksana", Holds::Text, 12),
            ("Selesai", Holds::Moment, 16),
            ("Sebab", Holds::Text, 40),
        ],
    );
    table.with(report.unjudged.iter().map(|step| {
        vec![
            Cell::text(&*step.number),
            Cell::text(in_round(report.step_names.of_request(&step.number, step.step), step.round)),
            Cell::known(step.executor.as_deref()),
            Cell::moment(step.ended),
            Cell::known(step.why.map(why)),
        ]
    }))
}

fn why(unjudged: Unjudged) -> &'static str {
    match unjudged {
        Unjudged::Unusable => "waktunya tidak dapat dipakai",
        Unjudged::FirstOfRound => "waktu mulai tidak tercatat dan tidak ada langkah sebelumnya",
        Unjudged::EndBeforeUnknown => {
            "waktu mulai tidak tercatat dan akhir langkah sebelumnya tidak diketahui"
        }
        Unjudged::NoStart => "waktu mulai tidak tercatat",
        Unjudged::FlexibleHours => "jam kerja lentur",
        Unjudged::NoHour => "jam tidak tercatat",
    }
}

pub fn running(report: &MonthReport) -> Table {
    let empty = "Tidak ada permohonan yang masih berjalan.";
    let table = Table::new(
        "Berjalan",
        empty,
        &[
            ("Permohonan", Holds::Text, 17),
            ("Unit kerja", Holds::Text, 20),
            ("Masuk", Holds::Date, 14),
            ("Langkah berikutnya", Holds::Text, 18),
            ("Sejak", Holds::Moment, 14),
            ("Menunggu", Holds::Duration, 13),
            ("Keterangan", Holds::Text, 20),
        ],
    );
    table.with(report.running.iter().map(|request| {
        let next =
            request.next_step.map(|step| report.step_names.of_request(&request.number, step));
        let mut remarks = Vec::new();
        if request.to_mend {
            remarks.push("perlu perbaikan data".to_owned());
        }
        if request.planned {
            remarks.push("dijadwalkan pada saat itu".to_owned());
        }
        if request.overdue {
            remarks.push("melewati batas tunggu".to_owned());
        }
        if request.late_steps > 0 {
            remarks.push(format!("{} langkah terlambat", number(request.late_steps)));
        }
        vec![
            Cell::text(&*request.number),
            Cell::known(request.unit.as_deref()),
            Cell::date(request.received),
            match next {
                Some(next) => Cell::text(in_round(next, request.round)),
                None => Cell::Unknown,
            },
            Cell::moment(request.since),
            if request.planned { Cell::None } else { Cell::duration(request.waits) },
            if remarks.is_empty() { Cell::None } else { Cell::text(remarks.join("; ")) },
        ]
    }))
}

pub fn returned(report: &MonthReport) -> Table {
    let empty = "Tidak ada permohonan yang menunggu perbaikan dari pemohon.";
    let table = Table::new(
        "Dikembalikan",
        empty,
        &[
            ("Permohonan", Holds::Text, 18),
            ("Unit kerja", Holds::Text, 26),
            ("Masuk", Holds::Date, 14),
            ("Dikembalikan", Holds::Date, 16),
            ("Alasan", Holds::Text, 40),
        ],
    );
    table.with(report.returned.iter().map(|request| {
        vec![
            Cell::text(&*request.number),
            Cell::known(request.unit.as_deref()),
            Cell::date(request.received),
            Cell::Date(request.returned),
            request.reason.as_ref().map_or(Cell::text("tidak dicatat"), Cell::text),
        ]
    }))
}

/// What stands beside the figures; a section only where there is something.
pub fn beside(report: &MonthReport) -> Vec<Section> {
    let mut sections = Vec::new();
    if !report.outside.is_empty() {
        let table = Table::new(
            "Di luar SOP",
            "Tidak ada.",
            &[
                ("Permohonan", Holds::Text, 22),
                ("Jenis", Holds::Text, 16),
                ("Masuk", Holds::Date, 14),
                ("Keadaan", Holds::Text, 30),
            ],
        );
        let table = table.with(report.outside.iter().map(|request| {
            vec![
                Cell::text(&*request.number),
                Cell::text(request.kind.name()),
                Cell::date(request.received),
                Cell::text(request.status.words()),
            ]
        }));
        sections.push(
            Section::new("Permohonan di luar SOP ini")
                .table(table)
                .note("SOP ini tidak mengatur jenis permohonan tersebut; tidak termasuk dalam neraca dan kinerja."),
        );
    }
    if !report.aside.is_empty() {
        let table = Table::new(
            "Di luar neraca",
            "Tidak ada.",
            &[("Permohonan", Holds::Text, 22), ("Sebab tidak dihitung", Holds::Text, 60)],
        );
        let table = table.with(report.aside.iter().map(|(number, aside)| {
            let why = match aside {
                Aside::Undated => {
                    "tidak bertanggal: tanggal diterima, waktu langkah pertama, dan tanggal surat tidak diketahui".to_owned()
                }
                Aside::CancelledAway(day) => format!(
                    "dibatalkan {} sesudah keluar dari neraca pada bulan sebelumnya",
                    wording::date(*day)
                ),
            };
            vec![Cell::text(&**number), Cell::text(why)]
        }));
        sections.push(Section::new("Permohonan di luar neraca").table(table));
    }
    sections
}

fn lasted(seconds: i64, at_least: bool) -> Cell {
    if at_least { Cell::AtLeast(seconds) } else { Cell::Duration(seconds) }
}

/// Says which submission is meant, from the second on.
fn in_round(step: String, round: u32) -> String {
    if round > 1 { format!("{step} (pengajuan {round})") } else { step }
}
