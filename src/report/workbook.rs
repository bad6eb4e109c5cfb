//! The report as a workbook: a sheet for each table, numbers as numbers, the charts
//! drawn by the spreadsheet itself from those cells, and the rows behind each figure.

use super::chart::{Chart, Shape};
use super::evidence::behind;
use super::month::MonthReport;
use super::section::sections;
use super::summary::position;
use super::table::{Cell, Column, Holds, Row, Table};
use crate::press::{self, PressProblem, Value};
use crate::records::Moment;

/// Writes the workbook.
///
/// # Errors
/// A value that a workbook cannot hold.
pub fn write(report: &MonthReport) -> Result<Vec<u8>, PressProblem> {
    let mut tables = Vec::new();
    let mut charts = Vec::new();
    let mut notes = Vec::new();
    for section in sections(report) {
        charts.extend(section.chart);
        notes.extend(section.notes.iter().map(|note| (section.title, note.clone())));
        tables.extend(section.tables);
        if !section.points.is_empty() {
            tables.push(points(&section.points));
        }
    }
    tables.extend(behind(report));
    tables.push(about(report, notes));
    let drawn: Vec<press::Chart> =
        charts.iter().filter_map(|chart| drawn(chart, &tables)).collect();
    let sheets: Vec<press::Table> = tables.iter().map(sheet).collect();
    press::write_workbook_with_charts(&sheets, &drawn, report.zone.at(report.as_of))
}

/// What the workbook is about, and how its figures were counted.
fn about(report: &MonthReport, notes: Vec<(&str, String)>) -> Table {
    let table = Table::new(
        "Keterangan",
        "Tidak ada.",
        &[("Perihal", Holds::Text, 34), ("Isi", Holds::Text, 100)],
    );
    let facts = [
        ("Laporan", report.sop_name.clone()),
        ("Bulan", report.month.name()),
        ("Keadaan per", position(report)),
        ("Instansi", report.formalities.name.clone()),
        ("SOP Nomor", report.sop_number.clone()),
        ("Satuan waktu", "menit waktu kerja".to_owned()),
    ];
    table.with(
        facts.into_iter().chain(notes).map(|(head, text)| vec![Cell::text(head), Cell::text(text)]),
    )
}

fn points(points: &[String]) -> Table {
    let table = Table::new(
        "Rekomendasi",
        "Tidak ada.",
        &[("Nomor", Holds::Count, 8), ("Rekomendasi", Holds::Text, 110)],
    );
    table.with((1..).zip(points).map(|(no, text)| vec![Cell::Count(no), Cell::text(text.as_str())]))
}

fn sheet(table: &Table) -> press::Table {
    let columns = table.columns.iter().flat_map(heads).collect::<Vec<_>>();
    let mut rows: Vec<Vec<Value>> = table.rows.iter().map(|row| values(table, row)).collect();
    if rows.is_empty() {
        rows.push(vec![Value::Text(table.empty.to_owned())]);
    }
    press::Table { title: table.sheet.to_owned(), columns, rows }
}

/// The columns of a sheet that a column of a table becomes: a share is counted, so it
/// needs its part, its whole and its percentage apart.
fn heads(column: &Column) -> Vec<press::Column> {
    let head = column.head.replace('\u{ad}', "");
    let width = f64::from(column.width.max(9)) * 1.2;
    match column.holds {
        Holds::Share => vec![
            press::Column { head: head.clone(), width: 12.0 },
            press::Column { head: format!("{head}: dari"), width: 12.0 },
            press::Column { head: format!("{head}: %"), width: 12.0 },
        ],
        Holds::Duration => vec![press::Column { head: format!("{head} (menit)"), width }],
        _ => vec![press::Column { head, width }],
    }
}

fn values(table: &Table, row: &Row) -> Vec<Value> {
    let value = |(column, cell): (&Column, &Cell)| match column.holds {
        Holds::Share => share(cell),
        Holds::Various => vec![match cell {
            // A share and a duration need their words where the column has no unit.
            Cell::Share(_) | Cell::Duration(_) => Value::Text(cell.words()),
            other => single(other),
        }],
        _ => vec![single(cell)],
    };
    table.columns.iter().zip(&row.cells).flat_map(value).collect()
}

fn share(cell: &Cell) -> Vec<Value> {
    let Cell::Share(share) = cell else {
        return vec![single(cell), Value::Blank, Value::Blank];
    };
    match share.per_mille() {
        Some(per_mille) => vec![
            count(share.part),
            count(share.of),
            Value::Decimal(f64::from(u16::try_from(per_mille).unwrap_or(1000)) / 10.0),
        ],
        None => vec![Value::Text(cell.words()), Value::Blank, Value::Blank],
    }
}

fn single(cell: &Cell) -> Value {
    match cell {
        Cell::Count(number) => count(*number),
        Cell::Duration(seconds) => minutes(*seconds),
        Cell::Date(day) => Value::Date(*day),
        Cell::Moment(Moment::At(at)) => Value::DateTime(*at),
        Cell::Moment(Moment::Day(day)) => Value::Date(*day),
        Cell::None => Value::Blank,
        words => Value::Text(words.words()),
    }
}

fn count(number: usize) -> Value {
    i64::try_from(number).map_or_else(|_| Value::Text(number.to_string()), Value::Integer)
}

/// Whole minutes are shown without decimals.
fn minutes(seconds: i64) -> Value {
    if seconds % 60 == 0 {
        Value::Integer(seconds / 60)
    } else {
        Value::Decimal(seconds as f64 / 60.0)
    }
}

/// The chart over the cells of its sheet; `None` where that sheet has no rows.
fn drawn(chart: &Chart, tables: &[Table]) -> Option<press::Chart> {
    let table = tables.iter().find(|table| table.sheet == chart.sheet)?;
    let column = |index: usize| {
        let before = table.columns.iter().take(index).map(|column| heads(column).len());
        before.sum::<usize>()
    };
    let series = chart.series.iter().map(|series| press::ChartSeries {
        name: series.name.to_owned(),
        column: column(series.column),
    });
    Some(press::Chart {
        sheet: chart.sheet.to_owned(),
        shape: match chart.shape {
            Shape::BarsAgainstTarget => press::ChartShape::Bars,
            Shape::Lines => press::ChartShape::Lines,
        },
        title: chart.title.clone(),
        alt: chart.alt.clone(),
        axis: chart.unit.to_owned(),
        categories: column(chart.category_column),
        series: series.collect(),
        // The total row of a table is no category.
        rows: chart.categories.len(),
    })
}
