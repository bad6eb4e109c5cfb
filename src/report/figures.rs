//! The tables that count: months, steps, units, applications, executors, findings.

use super::month::{MonthFigures, MonthReport};
use super::performance::{GroupFigures, Overall};
use super::table::{Cell, Holds, Table};

const NOTHING_FINISHED: &str = "Tidak ada data: tidak ada permohonan yang selesai pada bulan ini.";
const NOTHING_AT_ALL: &str =
    "Tidak ada data: tidak ada permohonan yang masuk atau selesai pada bulan ini.";

/// The columns that [`super::drawing`] draws.
pub const MONTH_COLUMN: usize = 0;
pub const RECEIVED_COLUMN: usize = 1;
pub const FINISHED_COLUMN: usize = 3;
pub const CLOSING_COLUMN: usize = 7;
pub const STEP_COLUMN: usize = 0;
pub const TARGET_COLUMN: usize = 1;
pub const MEDIAN_COLUMN: usize = 3;

/// The months before, and this one.
pub fn months(report: &MonthReport) -> Table {
    let mut table = Table::new(
        "Perkembangan",
        "Tidak ada data.",
        &[
            ("Bulan", Holds::Text, 15),
            ("Masuk", Holds::Count, 8),
            ("Masuk kembali", Holds::Count, 9),
            ("Selesai", Holds::Count, 9),
            ("Dikem\u{ad}balikan", Holds::Count, 9),
            ("Ditolak", Holds::Count, 9),
            ("Dibatal\u{ad}kan", Holds::Count, 9),
            ("Sisa akhir", Holds::Count, 8),
            ("Tepat waktu", Holds::Share, 20),
        ],
    );
    table = table.with(report.before.iter().map(month_cells));
    table.push_strong(month_cells(&this_month(report)));
    table
}

pub fn this_month(report: &MonthReport) -> MonthFigures {
    let MonthReport { month, balance, overall, .. } = *report;
    MonthFigures { month, balance, overall }
}

fn month_cells(figures: &MonthFigures) -> Vec<Cell> {
    let MonthFigures { month, balance, overall } = figures;
    vec![
        Cell::text(month.name()),
        Cell::Count(balance.received),
        Cell::Count(balance.again),
        Cell::Count(balance.finished),
        Cell::Count(balance.returned),
        Cell::Count(balance.refused),
        Cell::Count(balance.cancelled),
        Cell::Count(balance.closing),
        Cell::Share(overall.judged.kept()),
    ]
}

/// Each step against its target, and all steps of a request together.
pub fn steps(report: &MonthReport) -> Table {
    let mut table = Table::new(
        "Per langkah",
        NOTHING_FINISHED,
        &[
            ("Langkah", Holds::Text, 22),
            ("Target", Holds::Duration, 12),
            ("Jumlah", Holds::Count, 9),
            ("Median", Holds::Duration, 13),
            ("90% selesai dalam", Holds::Duration, 13),
            ("Terlama", Holds::Duration, 13),
            ("Tepat waktu", Holds::Share, 21),
            ("Tidak dapat dinilai", Holds::Count, 9),
        ],
    );
    for step in &report.steps {
        let part = |of: fn(&super::share::Durations) -> i64| {
            Cell::measured(step.durations.as_ref().map(of))
        };
        table.push(vec![
            Cell::text(format!("{}. {}", step.no, step.name)),
            Cell::Duration(step.target),
            Cell::Count(step.judged.all()),
            part(|all| all.median),
            part(|all| all.ninth_decile),
            part(|all| all.longest),
            Cell::Share(step.judged.kept()),
            Cell::Count(step.judged.unjudged),
        ]);
    }
    for one in &report.procedures {
        let name = format!("Seluruh langkah, SOP {}", one.number);
        table.push_strong(of_requests(&name, one.target, &one.overall));
    }
    let name = match report.procedures.is_empty() {
        true => "Seluruh langkah satu permohonan",
        false => "Semua SOP bersama-sama",
    };
    table.push_strong(of_requests(name, report.target, &report.overall));
    table
}

fn of_requests(name: &str, target: Option<i64>, overall: &Overall) -> Vec<Cell> {
    let durations = overall.durations;
    vec![
        Cell::text(name),
        target.map_or(Cell::None, Cell::Duration),
        Cell::Count(overall.finished),
        Cell::measured(durations.map(|all| all.median)),
        Cell::measured(durations.map(|all| all.ninth_decile)),
        Cell::measured(durations.map(|all| all.longest)),
        Cell::Share(overall.judged.kept()),
        Cell::Count(overall.judged.unjudged),
    ]
}

pub fn units(report: &MonthReport) -> Table {
    groups("Per unit", "Unit kerja", &report.units)
}

pub fn applications(report: &MonthReport) -> Table {
    groups("Per aplikasi", "Aplikasi", &report.applications)
}

fn groups(sheet: &'static str, head: &str, groups: &[GroupFigures]) -> Table {
    let table = Table::new(
        sheet,
        NOTHING_AT_ALL,
        &[
            (head, Holds::Text, 32),
            ("Masuk", Holds::Count, 8),
            ("Selesai", Holds::Count, 9),
            ("Tepat waktu", Holds::Share, 20),
            ("Tidak dapat dinilai", Holds::Count, 10),
            ("Median waktu kerja", Holds::Duration, 16),
            ("Terlama", Holds::Duration, 16),
        ],
    );
    table.with(groups.iter().map(|group| {
        vec![
            Cell::text(group.name.as_deref().unwrap_or("(tidak tercatat)")),
            Cell::Count(group.received),
            Cell::Count(group.finished),
            Cell::Share(group.judged.kept()),
            Cell::Count(group.judged.unjudged),
            Cell::measured(group.durations.map(|all| all.median)),
            Cell::measured(group.durations.map(|all| all.longest)),
        ]
    }))
}

pub fn executors(report: &MonthReport) -> Table {
    let table = Table::new(
        "Per pelaksana",
        NOTHING_FINISHED,
        &[
            ("Pelaksana", Holds::Text, 24),
            ("Langkah", Holds::Count, 10),
            ("Tepat waktu", Holds::Share, 20),
            ("Terlambat", Holds::Count, 11),
            ("Tidak dapat dinilai", Holds::Count, 10),
            ("Jumlah waktu kerja", Holds::Duration, 20),
        ],
    );
    table.with(report.executors.iter().map(|one| {
        vec![
            Cell::text(one.name.as_deref().unwrap_or("(tidak tercatat)")),
            Cell::Count(one.judged.all()),
            Cell::Share(one.judged.kept()),
            Cell::Count(one.judged.late),
            Cell::Count(one.judged.unjudged),
            Cell::measured(one.durations.map(|all| all.total)),
        ]
    }))
}

/// Findings by their codes, the gravest first.
pub fn findings(report: &MonthReport) -> Table {
    let table = Table::new(
        "Temuan",
        "Tidak ada temuan.",
        &[
            ("Kode", Holds::Text, 7),
            ("Tingkat", Holds::Text, 17),
            ("Arti", Holds::Text, 48),
            ("Jumlah", Holds::Count, 11),
            ("Permohonan", Holds::Count, 14),
        ],
    );
    table.with(report.findings.iter().map(|counted| {
        vec![
            Cell::text(counted.code.name()),
            Cell::text(counted.code.level().name()),
            Cell::text(counted.code.about()),
            Cell::Count(counted.count),
            if counted.requests == 0 { Cell::None } else { Cell::Count(counted.requests) },
        ]
    }))
}
