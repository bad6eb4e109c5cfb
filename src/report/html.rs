//! The report as one page for a browser that needs nothing else: styles and drawings
//! stand in the file itself, and it holds no script.

use serde::Serialize;

use super::chart::{Chart, Shape};
use super::month::MonthReport;
use super::pdf::{Shown, table};
use super::section::{Section, sections};
use super::summary::position;
use crate::office::Letterhead;
use crate::press::{Pages, PressProblem};

const TEMPLATE: &str = "laporan-bulanan.html";

/// Renders the page.
///
/// # Errors
/// What the press has against the template.
pub fn render(report: &MonthReport, pages: &Pages) -> Result<String, Vec<PressProblem>> {
    pages.render(TEMPLATE, &Page::of(report))
}

#[derive(Serialize)]
struct Page {
    kop: Vec<String>,
    alamat: String,
    judul: String,
    bulan: String,
    posisi: String,
    sop: String,
    bagian: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    nomor: usize,
    judul: &'static str,
    alinea: Vec<String>,
    grafik: Vec<Drawing>,
    tabel: Vec<Shown>,
    butir: Vec<String>,
    catatan: Vec<String>,
}

impl Page {
    fn of(report: &MonthReport) -> Page {
        let Letterhead { lines, address, contacts, .. } = &report.formalities.letterhead;
        let address: Vec<&str> = address.iter().chain(contacts).map(String::as_str).collect();
        Page {
            kop: lines.clone(),
            alamat: address.join(" • "),
            judul: format!("Laporan Bulanan {}", report.sop_name),
            bulan: report.month.name(),
            posisi: position(report),
            sop: report.sop_number.clone(),
            bagian: (1..)
                .zip(sections(report))
                .map(|(no, section)| Part::of(no, section))
                .collect(),
        }
    }
}

impl Part {
    fn of(nomor: usize, section: Section) -> Part {
        Part {
            nomor,
            judul: section.title,
            alinea: section.paragraphs,
            grafik: section.chart.iter().map(Drawing::of).collect(),
            tabel: section.tables.iter().map(table).collect(),
            butir: section.points,
            catatan: section.notes,
        }
    }
}

/// A chart laid out in a field of [`WIDTH`] units, ready to be written as SVG.
#[derive(Serialize)]
struct Drawing {
    judul: String,
    alt: String,
    lebar: u32,
    tinggi: u32,
    garis: Vec<Rule>,
    batang: Vec<Bar>,
    kurva: Vec<Curve>,
    teks: Vec<Label>,
}

#[derive(Serialize)]
struct Rule {
    kelas: &'static str,
    x1: String,
    y1: String,
    x2: String,
    y2: String,
}

#[derive(Serialize)]
struct Bar {
    kelas: &'static str,
    x: String,
    y: String,
    lebar: String,
    tinggi: String,
}

#[derive(Serialize)]
struct Curve {
    seri: usize,
    titik: String,
    /// Where a mark stands on it.
    tanda: Vec<(String, String)>,
}

#[derive(Serialize)]
struct Label {
    kelas: &'static str,
    x: String,
    y: String,
    isi: String,
}

const WIDTH: f64 = 720.0;
const LEFT_OF_BARS: f64 = 210.0;
const ROW: f64 = 30.0;
const TOP: f64 = 34.0;
const LINE_FIELD: f64 = 200.0;

impl Drawing {
    fn of(chart: &Chart) -> Drawing {
        let mut drawing = Drawing {
            judul: chart.title.clone(),
            alt: chart.alt.clone(),
            lebar: WIDTH as u32,
            tinggi: 0,
            garis: Vec::new(),
            batang: Vec::new(),
            kurva: Vec::new(),
            teks: Vec::new(),
        };
        match chart.shape {
            Shape::BarsAgainstTarget => drawing.bars(chart),
            Shape::Lines => drawing.lines(chart),
        }
        drawing
    }

    fn bars(&mut self, chart: &Chart) {
        let ticks = chart.ticks();
        let most = ticks.last().copied().unwrap_or(1.0);
        let field = WIDTH - LEFT_OF_BARS - 70.0;
        let at = |value: f64| LEFT_OF_BARS + value / most * field;
        let bottom = TOP + ROW * chart.categories.len() as f64;
        self.tinggi = (bottom + 28.0) as u32;
        for tick in &ticks {
            self.rule("kisi", (at(*tick), TOP), (at(*tick), bottom));
            self.label("tengah", at(*tick), bottom + 16.0, in_digits(*tick));
        }
        self.label("kanan", WIDTH, bottom + 16.0, chart.unit.to_owned());
        self.bar("seri0", (LEFT_OF_BARS, 8.0), (14.0, 12.0));
        self.rule("target", (LEFT_OF_BARS + 97.0, 6.0), (LEFT_OF_BARS + 97.0, 22.0));
        for (series, x) in chart.series.iter().zip([20.0, 104.0]) {
            self.label("kiri", LEFT_OF_BARS + x, 18.0, series.name.to_owned());
        }
        let value = |series: usize, row: usize| {
            chart.series.get(series).and_then(|series| series.values.get(row).copied().flatten())
        };
        for (row, category) in chart.categories.iter().enumerate() {
            let top = TOP + ROW * row as f64;
            self.label("kanan", LEFT_OF_BARS - 8.0, top + 19.0, category.clone());
            match value(0, row) {
                Some(drawn) => {
                    self.bar("seri0", (LEFT_OF_BARS, top + 7.0), (at(drawn) - LEFT_OF_BARS, 16.0));
                    let right = value(1, row).map_or(at(drawn), |target| at(drawn.max(target)));
                    let target = value(1, row).map(|target| format!(" / {}", in_digits(target)));
                    let figures = in_digits(drawn) + &target.unwrap_or_default();
                    self.label("kiri", right + 6.0, top + 19.0, figures);
                }
                None => {
                    self.label("kiri", LEFT_OF_BARS + 6.0, top + 19.0, "tidak ada data".to_owned())
                }
            }
            if let Some(target) = value(1, row) {
                self.rule("target", (at(target), top + 3.0), (at(target), top + 27.0));
            }
        }
    }

    fn lines(&mut self, chart: &Chart) {
        let ticks = chart.ticks();
        let most = ticks.last().copied().unwrap_or(1.0);
        let (left, right) = (40.0, WIDTH - 40.0);
        let bottom = TOP + LINE_FIELD;
        let across = (right - left) / (chart.categories.len() as f64);
        let x_of = |column: usize| left + across * (column as f64 + 0.5);
        let y_of = |value: f64| bottom - value / most * LINE_FIELD;
        self.tinggi = (bottom + 28.0) as u32;
        for tick in &ticks {
            self.rule("kisi", (left, y_of(*tick)), (right, y_of(*tick)));
            self.label("kanan", left - 6.0, y_of(*tick) + 4.0, in_digits(*tick));
        }
        for (column, category) in chart.categories.iter().enumerate() {
            self.label("tengah", x_of(column), bottom + 18.0, category.clone());
        }
        for (index, series) in chart.series.iter().enumerate() {
            let start = left + 130.0 * index as f64;
            self.kurva.push(Curve {
                seri: index,
                titik: format!("{},14 {},14", digits(start), digits(start + 24.0)),
                tanda: vec![(digits(start + 12.0), digits(14.0))],
            });
            self.label("kiri", start + 30.0, 18.0, series.name.to_owned());
            let marks: Vec<(String, String)> = series
                .values
                .iter()
                .enumerate()
                .filter_map(|(column, value)| Some((digits(x_of(column)), digits(y_of((*value)?)))))
                .collect();
            let points: Vec<String> = marks.iter().map(|(x, y)| format!("{x},{y}")).collect();
            self.kurva.push(Curve { seri: index, titik: points.join(" "), tanda: marks });
        }
    }

    fn rule(&mut self, kelas: &'static str, from: (f64, f64), to: (f64, f64)) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(digits);
        self.garis.push(Rule { kelas, x1, y1, x2, y2 });
    }

    fn bar(&mut self, kelas: &'static str, at: (f64, f64), size: (f64, f64)) {
        let [x, y, lebar, tinggi] = [at.0, at.1, size.0, size.1].map(digits);
        self.batang.push(Bar { kelas, x, y, lebar, tinggi });
    }

    fn label(&mut self, kelas: &'static str, x: f64, y: f64, isi: String) {
        self.teks.push(Label { kelas, x: digits(x), y: digits(y), isi });
    }
}

/// A coordinate: a tenth of a unit is finer than anyone sees.
fn digits(value: f64) -> String {
    format!("{value:.1}")
}

/// A figure with a decimal comma, without one where it is whole.
fn in_digits(value: f64) -> String {
    if value.fract() == 0.0 {
        format!("{value:.0}")
    } else {
        format!("{value:.1}").replace('.', ",")
    }
}
