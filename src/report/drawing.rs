//! Which figures are drawn, and what the drawings say in words.

use super::chart::{Chart, Series, Shape};
use super::figures::{self, this_month};
use super::month::{MonthFigures, MonthReport};
use super::table::number;
use crate::calendar::wording;

/// The median of each step against its target.
pub fn steps(report: &MonthReport) -> Chart {
    let minutes = |seconds: i64| seconds as f64 / 60.0;
    let mut told = Vec::new();
    for step in &report.steps {
        let median = match step.durations {
            Some(all) => format!("median {}", wording::duration(all.median)),
            None => "tidak ada data".to_owned(),
        };
        let target = wording::duration(step.target);
        told.push(format!("langkah {} ({}) {median}, target {target}", step.no, step.name));
    }
    let median =
        |step: &super::performance::StepFigures| step.durations.map(|all| minutes(all.median));
    Chart {
        title: "Median waktu kerja per langkah terhadap target".to_owned(),
        alt: format!(
            "Grafik batang median waktu kerja per langkah terhadap target: {}.",
            told.join("; ")
        ),
        shape: Shape::BarsAgainstTarget,
        unit: "menit",
        categories: report.steps.iter().map(|step| format!("{}. {}", step.no, step.name)).collect(),
        series: vec![
            Series {
                name: "Median",
                values: report.steps.iter().map(median).collect(),
                column: figures::MEDIAN_COLUMN,
            },
            Series {
                name: "Target",
                values: report.steps.iter().map(|step| Some(minutes(step.target))).collect(),
                column: figures::TARGET_COLUMN,
            },
        ],
        sheet: "Per langkah",
        category_column: figures::STEP_COLUMN,
    }
}

/// What came in, what was finished and what was left, month by month. A single month
/// is no line and is not drawn.
pub fn months(report: &MonthReport) -> Chart {
    let mut months: Vec<MonthFigures> = report.before.clone();
    months.push(this_month(report));
    let is_line = months.len() > 1;
    let told: Vec<String> = months
        .iter()
        .map(|figures| {
            format!(
                "{} masuk {}, selesai {}, sisa akhir {}",
                figures.month.name(),
                number(figures.balance.received),
                number(figures.balance.finished),
                number(figures.balance.closing)
            )
        })
        .collect();
    let series = |name, column, of: &dyn Fn(&MonthFigures) -> usize| Series {
        name,
        values: months.iter().map(|month| is_line.then(|| of(month) as f64)).collect(),
        column,
    };
    Chart {
        title: "Permohonan masuk, selesai, dan sisa akhir per bulan".to_owned(),
        alt: format!("Grafik garis permohonan per bulan: {}.", told.join("; ")),
        shape: Shape::Lines,
        unit: "permohonan",
        categories: months.iter().map(|figures| figures.month.name()).collect(),
        series: vec![
            series("Masuk", figures::RECEIVED_COLUMN, &|month| month.balance.received),
            series("Selesai", figures::FINISHED_COLUMN, &|month| month.balance.finished),
            series("Sisa akhir", figures::CLOSING_COLUMN, &|month| month.balance.closing),
        ],
        sheet: "Perkembangan",
        category_column: figures::MONTH_COLUMN,
    }
}
