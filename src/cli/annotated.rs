//! The copies of `periksa --anotasi`, as text and as JSON.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::paint::{Paint, plain};
use crate::desk::{Annotated, AnnotatedCopy, CopyFate};

/// Writes which copies there are.
pub(super) fn write(told: &Annotated, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    writeln!(out, "{}", paint.strong("Salinan beranotasi"))?;
    for copy in &told.copies {
        let AnnotatedCopy { file, copy, findings, fate } = copy;
        let shown = plain(copy.as_deref().unwrap_or(file));
        match fate {
            CopyFate::Written if told.simulated => {
                writeln!(out, "  {shown}: {findings} temuan, akan ditulis")?;
            }
            CopyFate::Written => writeln!(out, "  {shown}: {findings} temuan, ditulis")?,
            CopyFate::Unchanged => {
                writeln!(out, "  {shown}: {findings} temuan, sudah ada dan tidak berubah")?;
            }
            CopyFate::Unreadable => writeln!(
                out,
                "  {}: tidak disalin, sebab berkasnya tidak dapat dibaca (D18)",
                plain(file)
            )?,
            CopyFate::Failed => writeln!(out, "  {shown}: tidak ditulis")?,
        }
    }
    if told.copies.is_empty() {
        writeln!(out, "  tidak ada buku kerja untuk disalin")?;
    }
    if told.simulated {
        writeln!(out, "Simulasi: tidak ada yang ditulis.")?;
    }
    Ok(())
}

pub(super) fn json(told: &Annotated) -> Value {
    let copies = told.copies.iter().map(|copy| {
        let state = match copy.fate {
            CopyFate::Written if told.simulated => "akan_ditulis",
            CopyFate::Written => "ditulis",
            CopyFate::Unchanged => "tidak_berubah",
            CopyFate::Unreadable => "tidak_terbaca",
            CopyFate::Failed => "gagal",
        };
        json!({
            "file": &*copy.file,
            "salinan": copy.copy,
            "keadaan": state,
            "temuan": copy.findings,
        })
    });
    json!({ "simulasi": told.simulated, "salinan": copies.collect::<Vec<Value>>() })
}
