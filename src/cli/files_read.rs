//! `tertib periksa -v`: which files and sheets were read, and what each of their rows
//! was taken for, so that a clerk can see that none was lost.

use super::paint::plain;
use crate::desk::{Examination, RowRole, RowRun, SheetId, SheetSource};

/// The list for stderr.
pub(super) fn text(told: &Examination) -> String {
    let mut lines = vec![format!("{} berkas dibaca:", told.inputs.len())];
    let mut last = None;
    let mut sheets = told.sources.sheets_with_ids().peekable();
    while let Some((id, sheet)) = sheets.next() {
        // Tables side by side have ids of their own, and the rows of the first.
        let mut tables = 1;
        while sheets.next_if(|(_, next)| is_same_sheet(sheet, next)).is_some() {
            tables += 1;
        }
        if last != Some(&sheet.file) {
            lines.push(format!("  {}", plain(&sheet.file)));
            last = Some(&sheet.file);
        }
        let account = account(id, &told.rows);
        let beside = match tables {
            1 => String::new(),
            several => format!(" ({several} tabel berdampingan)"),
        };
        lines.push(format!("    lembar \"{}\"{beside}{account}", plain(&sheet.sheet)));
    }
    lines.join("\n") + "\n"
}

/// No two sheets of a workbook have one name.
fn is_same_sheet(one: &SheetSource, other: &SheetSource) -> bool {
    one.file == other.file && one.sheet == other.sheet
}

/// ": 2 baris kepala, 115 baris data, 3 baris jumlah, catatan, atau tanda tangan (120–122)"
fn account(sheet: SheetId, rows: &[RowRun]) -> String {
    let parts: Vec<String> = RowRole::ALL
        .into_iter()
        .filter_map(|role| {
            let runs = || rows.iter().filter(|run| run.sheet == sheet && run.role == role);
            let count: u32 = runs().map(|run| run.count).sum();
            let spans: Vec<String> = runs().map(span).collect();
            // Records are many and lie where they are expected; the others are shown.
            let shown = match role {
                RowRole::Record => String::new(),
                _ => format!(" ({})", spans.join(", ")),
            };
            (count > 0).then(|| format!("{count} {}{shown}", words(role)))
        })
        .collect();
    if parts.is_empty() { String::new() } else { format!(": {}", parts.join("; ")) }
}

fn words(role: RowRole) -> &'static str {
    match role {
        RowRole::Title => "baris judul",
        RowRole::Head => "baris kepala",
        RowRole::Record => "baris data",
        RowRole::Aside => "baris jumlah, catatan, atau tanda tangan",
        RowRole::Unfilled => "baris formulir yang belum diisi",
        RowRole::Told => "baris yang tidak dapat dibaca dan disebut dalam temuan",
    }
}

fn span(run: &RowRun) -> String {
    let number = |row: u32| u64::from(row) + 1;
    match run.first == run.last {
        true => number(run.first).to_string(),
        false => format!("{}–{}", number(run.first), number(run.last)),
    }
}
