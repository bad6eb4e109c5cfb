//! The same story in a folder, with workbooks, for the program itself to read.

use std::collections::BTreeMap;

use super::Office;
use super::row::{Kind, Row};
use crate::cli::folder::Folder;

impl Office {
    /// The office as a folder: its tertib.toml, a workbook for each that was told of,
    /// its evidence. Every cell is text, and no column is absent.
    pub fn folder(&self) -> Folder {
        let folder = self.write_books(Folder::empty().with("tertib.toml", &self.toml));
        let scans = self.attachments.iter();
        scans.fold(folder, |folder, name| folder.with(&format!("bukti-dukung/{name}"), "pindaian"))
    }

    /// Writes the workbooks anew into a folder, as a clerk would who changed a cell.
    pub fn write_books(&self, folder: Folder) -> Folder {
        let mut books: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in &self.rows {
            books.entry(&row.file).or_default().push(row);
        }
        books.into_iter().fold(folder, |folder, (file, rows)| {
            let kind = rows[0].kind;
            assert!(rows.iter().all(|row| row.kind == kind), "{file} has one sheet");
            let heads = kind.columns();
            let lines: Vec<Vec<&str>> = rows
                .iter()
                .map(|row| heads.iter().map(|column| written(row.text(column))).collect())
                .collect();
            let name = match kind {
                Kind::Permohonan => "Permohonan",
                Kind::Kendali => "Kendali",
                Kind::Pegawai => "Pegawai",
            };
            folder.book(file, &[(name, &heads, &lines)])
        })
    }
}

/// A moment without the weekday that the builder wants before it.
fn written(text: &str) -> &str {
    const WEEKDAYS: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
    match text.split_once(' ') {
        Some((day, rest)) if WEEKDAYS.contains(&day) => rest,
        _ => text,
    }
}
