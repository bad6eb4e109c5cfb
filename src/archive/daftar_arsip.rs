//! The lists of the archive: *Daftar Berkas*, one row for each dossier, and *Daftar Isi
//! Berkas*, one row for each of its items.
//!
//! They are made from what the packages say of themselves, so that they can be made
//! again when the workbooks are long gone. A package that another one replaced is not
//! listed; the one in force names it.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::summary::{Item, Summary};
use crate::calendar::wording;
use crate::office::{Office, Retention};
use crate::press::{Column, Table, Value};
use crate::register::Package;

/// The template of the PDF.
pub const TEMPLATE: &str = "daftar-arsip.typ";

/// Both lists, as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DaftarArsip {
    kantor: String,
    kertas: &'static str,
    per: String,
    berkas: Vec<DossierLine>,
    isi: Vec<ItemLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct DossierLine {
    no: usize,
    klasifikasi: String,
    nomor: String,
    unit: String,
    uraian: String,
    kurun_waktu: String,
    jumlah: usize,
    keamanan: String,
    retensi_aktif: String,
    retensi_inaktif: String,
    nasib_akhir: String,
    lokasi: String,
    keterangan: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ItemLine {
    no_berkas: usize,
    no_item: usize,
    klasifikasi: String,
    nomor: String,
    uraian: String,
    #[serde(skip)]
    date: Option<NaiveDate>,
    tanggal: String,
    jumlah: String,
    keamanan: String,
    berkas: String,
}

impl DaftarArsip {
    /// The lists of the packages in force, in the order given. Of one without a summary
    /// only what the register knows is told.
    pub fn of(
        packages: &[(Package, Option<Summary>)],
        office: &Office,
        as_of: NaiveDateTime,
    ) -> Self {
        let institution = office.institution_on(as_of.date());
        let mut lists = Self {
            kantor: institution.name.clone(),
            kertas: institution.paper_size.name(),
            per: format!("{} {}", wording::date_time(as_of), office.zone),
            berkas: Vec::new(),
            isi: Vec::new(),
        };
        for (no, (package, summary)) in (1..).zip(packages) {
            lists.add(no, package, summary.as_ref(), office.archive.retention.as_ref());
        }
        lists
    }

    fn add(
        &mut self,
        no: usize,
        package: &Package,
        summary: Option<&Summary>,
        retention: Option<&Retention>,
    ) {
        let none = Summary::default();
        let known = summary.unwrap_or(&none);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let years = |years: Option<u32>| years.map(|n| format!("{n} tahun")).unwrap_or_default();
        let mut notes = Vec::new();
        if !known.status.is_empty() {
            notes.push(known.status.replace('_', " "));
        }
        if summary.is_none() {
            notes.push("isi paket tidak dapat dibaca; jalankan tertib arsip cek".to_owned());
        }
        if let Some(earlier) = &package.replaces {
            notes.push(format!("menggantikan {earlier}"));
        }
        self.berkas.push(DossierLine {
            no,
            klasifikasi: text(&known.klasifikasi),
            nomor: package.request.clone(),
            unit: known.kantor.clone(),
            uraian: known.uraian.clone(),
            kurun_waktu: known.kurun_waktu.as_ref().map_or_else(String::new, |span| {
                let (from, to) = (shown(&span.dari), shown(&span.sampai));
                if from == to { from } else { format!("{from} s.d. {to}") }
            }),
            jumlah: known.isi_berkas.len(),
            keamanan: text(&known.keamanan),
            retensi_aktif: retention.map_or_else(String::new, |rule| years(rule.active_years)),
            retensi_inaktif: retention.map_or_else(String::new, |rule| years(rule.inactive_years)),
            nasib_akhir: retention
                .and_then(|rule| rule.final_fate)
                .map_or_else(String::new, |fate| fate.name().to_owned()),
            lokasi: format!("arsip/{}", package.path),
            keterangan: notes.join("; "),
        });
        for (at, item) in (1..).zip(&known.isi_berkas) {
            let Item { berkas, uraian, nomor, tanggal, klasifikasi, keamanan } = item;
            let date = tanggal.as_deref().and_then(day);
            self.isi.push(ItemLine {
                no_berkas: no,
                no_item: at,
                klasifikasi: text(klasifikasi),
                nomor: text(nomor),
                uraian: uraian.clone(),
                date,
                tanggal: date.map(wording::short_date).unwrap_or_default(),
                jumlah: "1 berkas".to_owned(),
                keamanan: text(keamanan),
                berkas: berkas.clone(),
            });
        }
    }

    /// How many dossiers and items are listed.
    pub fn counts(&self) -> (usize, usize) {
        (self.berkas.len(), self.isi.len())
    }

    /// The two lists as sheets of a workbook.
    pub fn tables(&self) -> [Table; 2] {
        [self.dossiers(), self.items()]
    }

    fn dossiers(&self) -> Table {
        let columns = [
            ("No.", 6.0),
            ("Kode klasifikasi", 16.0),
            ("Nomor berkas", 20.0),
            ("Unit pengolah", 28.0),
            ("Uraian informasi berkas", 60.0),
            ("Kurun waktu", 24.0),
            ("Jumlah (berkas)", 10.0),
            ("Klasifikasi keamanan", 14.0),
            ("Retensi aktif", 12.0),
            ("Retensi inaktif", 12.0),
            ("Nasib akhir", 14.0),
            ("Lokasi simpan", 40.0),
            ("Keterangan", 40.0),
        ];
        let row = |line: &DossierLine| {
            vec![
                count(line.no),
                text(&line.klasifikasi),
                text(&line.nomor),
                text(&line.unit),
                text(&line.uraian),
                text(&line.kurun_waktu),
                count(line.jumlah),
                text(&line.keamanan),
                text(&line.retensi_aktif),
                text(&line.retensi_inaktif),
                text(&line.nasib_akhir),
                text(&line.lokasi),
                text(&line.keterangan),
            ]
        };
        table("Daftar Berkas", &columns, self.berkas.iter().map(row))
    }

    fn items(&self) -> Table {
        let columns = [
            ("No. berkas", 8.0),
            ("No. item", 8.0),
            ("Kode klasifikasi", 16.0),
            ("Nomor naskah", 24.0),
            ("Uraian informasi arsip", 60.0),
            ("Tanggal", 12.0),
            ("Jumlah", 10.0),
            ("Klasifikasi keamanan", 14.0),
            ("Nama berkas dalam paket", 60.0),
        ];
        let row = |line: &ItemLine| {
            vec![
                count(line.no_berkas),
                count(line.no_item),
                text(&line.klasifikasi),
                text(&line.nomor),
                text(&line.uraian),
                line.date.map_or(Value::Blank, Value::Date),
                text(&line.jumlah),
                text(&line.keamanan),
                text(&line.berkas),
            ]
        };
        table("Daftar Isi Berkas", &columns, self.isi.iter().map(row))
    }
}

/// A table; one without rows says that there is nothing.
fn table(title: &str, columns: &[(&str, f64)], rows: impl Iterator<Item = Vec<Value>>) -> Table {
    let mut rows: Vec<Vec<Value>> = rows.collect();
    if rows.is_empty() {
        rows.push(vec![text("tidak ada data")]);
    }
    let column = |(head, width): &(&str, f64)| Column { head: (*head).to_owned(), width: *width };
    Table { title: title.to_owned(), columns: columns.iter().map(column).collect(), rows }
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Blank } else { Value::Text(text.to_owned()) }
}

fn count(number: usize) -> Value {
    i64::try_from(number).map_or(Value::Blank, Value::Integer)
}

/// A day as people write it; what is no day, as it stands.
fn shown(written: &str) -> String {
    day(written).map_or_else(|| written.to_owned(), wording::short_date)
}

fn day(written: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(written, "%Y-%m-%d").ok()
}
