//! The report on paper: a record of all that the page states, and its template.
//!
//! The record is exactly what is printed. It travels inside the PDF, and the check
//! line bears its digest, so that a printed copy can be told from a changed one.

use serde::Serialize;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use super::chart::{Chart, Shape};
use super::month::MonthReport;
use super::section::{Section, sections};
use super::signature::{Formalities, KIND, Signature};
use super::summary::position;
use super::table::Table;
use crate::office::{CheckCode, Signing};
use crate::press::{Attachment, Edition, Press, PressProblem, Printed, check_code, qr_code};

const TEMPLATE: &str = "laporan-bulanan.typ";

/// What an issue of the report bears beside its figures.
#[derive(Debug, Clone, Copy, Default)]
pub struct Issue<'a> {
    /// The number that it was given; without one there is a line to fill by hand.
    pub number: Option<&'a str>,
}

/// Prints the report.
///
/// # Errors
/// What the press has against the template.
pub fn print(
    report: &MonthReport,
    press: &Press,
    issue: Issue<'_>,
) -> Result<Printed, Vec<PressProblem>> {
    let record = record(report, issue);
    let text = record_text(&record)?;
    let mut data = record;
    let key = report.month.key();
    let digest: String =
        Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    let code = check_code(&format!("{key}/{KIND}"), &digest);
    let cek = match report.formalities.check_code {
        CheckCode::No => Json::Null,
        CheckCode::Text => json!({ "kode": code, "qr": null }),
        CheckCode::Qr => json!({ "kode": code, "qr": qr_code(&code) }),
    };
    extend(&mut data, "cek", cek);
    extend(&mut data, "ttd", json!(report.formalities.signing.name()));
    let edition = Edition {
        title: format!("Laporan Bulanan {} – {}", report.sop_name, report.month.name()),
        date: report.zone.at(report.as_of),
        ident: code,
        attachment: Some(Attachment {
            name: format!("{KIND}-{key}.json"),
            content: text.into_bytes(),
            mime: "application/json".to_owned(),
            description: "Catatan yang dicetak dalam laporan ini".to_owned(),
        }),
    };
    press.print(TEMPLATE, &data, &edition)
}

/// The record of the report as the text that is attached and digested.
///
/// # Errors
/// It cannot be written as JSON.
pub fn record_of(report: &MonthReport, issue: Issue<'_>) -> Result<String, Vec<PressProblem>> {
    record_text(&record(report, issue))
}

fn record_text(record: &Json) -> Result<String, Vec<PressProblem>> {
    serde_json::to_string_pretty(record).map_err(|error| {
        vec![PressProblem::Data { template: TEMPLATE.to_owned(), reason: error.to_string() }]
    })
}

fn extend(data: &mut Json, key: &str, value: Json) {
    if let Json::Object(fields) = data {
        fields.insert(key.to_owned(), value);
    }
}

fn record(report: &MonthReport, issue: Issue<'_>) -> Json {
    let formalities = &report.formalities;
    json!({
        "jenis": KIND,
        "kertas": formalities.paper_size.name(),
        "kop": formalities.letterhead,
        "judul": format!("LAPORAN BULANAN {}", report.sop_name.to_uppercase()),
        "bulan": report.month.name(),
        "posisi": position(report),
        "sop": report.sop_number,
        "bernomor": formalities.numbered,
        "nomor": issue.number,
        "bagian": sections(report).iter().map(section).collect::<Vec<_>>(),
        "tempat": formalities.town,
        "penanda": sender(formalities),
        "mengetahui": formalities.acknowledged_by.as_ref().map(signature),
        "tembusan": formalities.copies,
    })
}

/// Who signs, as it is printed: SRIKANDI fills in its own.
fn sender(formalities: &Formalities) -> Json {
    match formalities.signing {
        Signing::Srikandi => json!({ "jabatan": null, "nama": null, "nip": null }),
        Signing::Ink | Signing::Electronic => signature(&formalities.signer),
    }
}

fn signature(signature: &Signature) -> Json {
    let mut block =
        json!({ "jabatan": signature.post, "nama": signature.name, "nip": signature.nip });
    if !signature.above.is_empty() {
        extend(&mut block, "atas_nama", json!(signature.above));
    }
    block
}

fn section(section: &Section) -> Json {
    json!({
        "judul": section.title,
        "alinea": section.paragraphs,
        "grafik": section.chart.as_ref().map(chart),
        "tabel": section.tables.iter().map(table).collect::<Vec<_>>(),
        "butir": section.points,
        "catatan": section.notes,
    })
}

/// A table as a page shows it: words, and where they stand.
#[derive(Serialize)]
pub(super) struct Shown {
    kolom: Vec<ShownColumn>,
    baris: Vec<ShownRow>,
    kosong: &'static str,
}

#[derive(Serialize)]
struct ShownColumn {
    judul: String,
    kanan: bool,
    lebar: u16,
}

#[derive(Serialize)]
struct ShownRow {
    isi: Vec<String>,
    tebal: bool,
}

pub(super) fn table(table: &Table) -> Shown {
    let column = |column: &super::table::Column| ShownColumn {
        judul: column.head.clone(),
        kanan: column.holds.at_the_right(),
        lebar: column.width,
    };
    let row = |row: &super::table::Row| ShownRow {
        isi: row.cells.iter().map(super::table::Cell::words).collect(),
        tebal: row.strong,
    };
    Shown {
        kolom: table.columns.iter().map(column).collect(),
        baris: table.rows.iter().map(row).collect(),
        kosong: table.empty,
    }
}

fn chart(chart: &Chart) -> Json {
    let series =
        |series: &super::chart::Series| json!({ "nama": series.name, "nilai": series.values });
    json!({
        "judul": chart.title,
        "alt": chart.alt,
        "bentuk": match chart.shape { Shape::BarsAgainstTarget => "batang", Shape::Lines => "garis" },
        "satuan": chart.unit,
        "kategori": chart.categories,
        "seri": chart.series.iter().map(series).collect::<Vec<_>>(),
        "skala": chart.ticks(),
    })
}
