//! The rows behind the figures, for the workbook: every request of the balance and
//! every step that was measured.

use super::month::MonthReport;
use super::row::Came;
use super::stay::Outcome;
use super::table::{Cell, Holds, Table};

/// Both tables.
pub fn behind(report: &MonthReport) -> Vec<Table> {
    vec![requests(report), signed(report)]
}

fn requests(report: &MonthReport) -> Table {
    let table = Table::new(
        "Permohonan",
        "Tidak ada data.",
        &[
            ("Permohonan", Holds::Text, 20),
            ("Unit kerja", Holds::Text, 30),
            ("Aplikasi", Holds::Text, 26),
            ("Tanggal masuk", Holds::Date, 14),
            ("Golongan", Holds::Text, 15),
            ("Tanggal keluar", Holds::Date, 14),
            ("Hasil", Holds::Text, 15),
            ("Tepat waktu", Holds::Text, 18),
            ("Sesuai SOP", Holds::Text, 18),
            ("Waktu kerja", Holds::Duration, 14),
        ],
    );
    table.with(report.requests.iter().map(|line| {
        let came = match line.came {
            Came::Before => "sisa awal",
            Came::Received => "masuk",
            Came::Again => "masuk kembali",
        };
        let outcome = match line.left {
            None => "sisa akhir",
            Some((_, Outcome::Selesai)) => "selesai",
            Some((_, Outcome::Dikembalikan)) => "dikembalikan",
            Some((_, Outcome::Ditolak)) => "ditolak",
            Some((_, Outcome::Dibatalkan)) => "dibatalkan",
        };
        vec![
            Cell::text(&*line.number),
            Cell::text(line.unit.as_str()),
            Cell::text(line.applications.as_str()),
            Cell::Date(line.entered),
            Cell::text(came),
            line.left.map_or(Cell::None, |(day, _)| Cell::Date(day)),
            Cell::text(outcome),
            Cell::verdict(line.on_time),
            Cell::verdict(line.kept),
            Cell::duration(line.worked),
        ]
    }))
}

fn signed(report: &MonthReport) -> Table {
    let table = Table::new(
        "Data",
        "Tidak ada data.",
        &[
            ("Permohonan", Holds::Text, 20),
            ("Tanggal masuk", Holds::Date, 14),
            ("Tanggal selesai", Holds::Date, 14),
            ("Unit kerja", Holds::Text, 30),
            ("Aplikasi", Holds::Text, 26),
            ("Pengajuan", Holds::Count, 11),
            ("Nomor langkah", Holds::Count, 10),
            ("Langkah", Holds::Text, 26),
            ("Pelaksana", Holds::Text, 14),
            ("Mulai", Holds::Moment, 17),
            ("Selesai", Holds::Moment, 17),
            ("Waktu kerja", Holds::Duration, 14),
            ("Waktu tunggu", Holds::Duration, 14),
            ("Target", Holds::Duration, 12),
            ("Tepat waktu", Holds::Text, 18),
        ],
    );
    table.with(report.signed.iter().map(|line| {
        vec![
            Cell::text(&*line.number),
            Cell::date(line.received),
            Cell::date(line.finished),
            Cell::text(line.unit.as_str()),
            Cell::text(line.applications.as_str()),
            Cell::Count(line.round as usize),
            Cell::Count(line.step as usize),
            Cell::text(report.step_names.of_request(&line.number, line.step)),
            Cell::known(line.executor.as_deref()),
            Cell::moment(line.started),
            Cell::moment(line.ended),
            Cell::duration(line.worked),
            Cell::duration(line.waited),
            Cell::Duration(line.target),
            Cell::verdict(line.on_time),
        ]
    }))
}
