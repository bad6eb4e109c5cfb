//! `tertib siapkan` as text and as JSON.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::filing::simulated;
use super::json::{AnswerJson, Told, VERSION, finding, print};
use super::paint::{padded, plain};
use crate::desk::{Setup, Sources};

/// Writes what was made, what was there, and what to do first.
pub(super) fn write(told: &Setup, out: &mut dyn Write) -> io::Result<()> {
    let folder = told.folder.display().to_string();
    writeln!(out, "Folder kantor: {}", plain(&folder))?;
    for item in &told.items {
        let state = match (item.kept, told.simulated) {
            (true, _) => "sudah ada, tidak diubah",
            (false, true) => "akan dibuat",
            (false, false) => "dibuat",
        };
        writeln!(out, "  {} {}  ({})", padded(item.name, 24), item.about, state)?;
    }
    if told.needs_name() && told.problems.is_empty() && !told.simulated {
        writeln!(
            out,
            "\nGanti dahulu \"Nama Kantor Anda\" di tertib.toml dengan nama kantor, lalu isi\n\
             buku kerja di folder data dan jalankan di folder itu: tertib periksa"
        )?;
    }
    simulated(told.simulated, out)
}

pub(super) fn json(told: &Setup, out: &mut dyn Write) -> io::Result<()> {
    let names = |kept: bool| -> Vec<Value> {
        let items = told.items.iter().filter(|item| item.kept == kept);
        items.map(|item| item.name.into()).collect()
    };
    let hasil = json!({
        "simulasi": told.simulated,
        "folder": told.folder.display().to_string().replace('\\', "/"),
        "dibuat": names(false),
        "sudah_ada": names(true),
        "nama_kantor_perlu_diganti": told.needs_name(),
    });
    let sources = Sources::default();
    let by = Told { sources: &sources, zone: told.zone };
    let temuan = told.problems.iter().map(|told| finding(told, by)).collect();
    let per = by.at(told.as_of);
    print(&AnswerJson { versi: VERSION, perintah: "siapkan", per, hasil, temuan }, out)
}
