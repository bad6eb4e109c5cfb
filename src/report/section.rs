//! The report from top to bottom: its sections (*bagian*) with their sentences, tables
//! and charts, in the order in which the head of the centre reads them.

use super::chart::Chart;
use super::month::MonthReport;
use super::table::Table;
use super::{drawing, figures, particulars, summary};

/// A part of the report under a heading of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub title: &'static str,
    pub paragraphs: Vec<String>,
    pub chart: Option<Chart>,
    pub tables: Vec<Table>,
    /// Numbered points.
    pub points: Vec<String>,
    /// Small print below: how something is counted.
    pub notes: Vec<String>,
}

impl Section {
    pub fn new(title: &'static str) -> Section {
        Section {
            title,
            paragraphs: Vec::new(),
            chart: None,
            tables: Vec::new(),
            points: Vec::new(),
            notes: Vec::new(),
        }
    }

    pub fn paragraph(mut self, text: impl Into<String>) -> Section {
        self.paragraphs.push(text.into());
        self
    }

    pub fn table(mut self, table: Table) -> Section {
        self.tables.push(table);
        self
    }

    pub fn chart(mut self, chart: Chart) -> Section {
        self.chart = Some(chart).filter(Chart::has_data);
        self
    }

    pub fn note(mut self, text: impl Into<String>) -> Section {
        self.notes.push(text.into());
        self
    }
}

/// All sections of a report.
pub fn sections(report: &MonthReport) -> Vec<Section> {
    let steps = Section::new("Waktu per langkah terhadap target")
        .chart(drawing::steps(report))
        .table(figures::steps(report))
        .note(
            "Dihitung atas permohonan yang selesai pada bulan ini, dalam waktu kerja; waktu tunggu antarlangkah tidak \
             termasuk. Langkah yang diulang dihitung setiap kali. Tepat waktu dihitung dari yang dapat dinilai.",
        );
    let steps = match report.procedures.is_empty() {
        true => steps,
        false => steps.note(
            "Permohonan yang selesai menurut beberapa SOP: setiap langkah, dan setiap jumlahnya, hanya dari permohonan \
             menurut SOP itu; target satu SOP tidak berlaku bagi yang lain.",
        ),
    };
    let mut sections = vec![
        summary::section(report),
        Section::new("Perkembangan antarbulan")
            .chart(drawing::months(report))
            .table(figures::months(report))
            .note("Angka bulan-bulan sebelumnya dihitung dari catatan yang ada sekarang."),
        steps,
        Section::new("Per unit kerja").table(figures::units(report)),
        Section::new("Per aplikasi")
            .table(figures::applications(report))
            .note("Satu permohonan untuk beberapa aplikasi dihitung pada setiap aplikasinya."),
        Section::new("Per pelaksana").table(figures::executors(report)),
        Section::new("Langkah yang terlambat").table(particulars::late(report)),
        Section::new("Yang tidak dapat dinilai").table(particulars::unjudged(report)),
        Section::new("Permohonan yang berjalan").table(particulars::running(report)),
        Section::new("Menunggu perbaikan dari pemohon").table(particulars::returned(report)),
    ];
    sections.extend(particulars::beside(report));
    sections.push(
        Section::new("Temuan pemeriksaan").table(figures::findings(report)).note(
            "Temuan pada permohonan yang ditangani bulan ini, dan temuan yang tidak menyangkut satu permohonan.",
        ),
    );
    sections.push(summary::recommendations(report));
    sections
}
