//! `tertib arsip …` as text and as JSON.

use std::collections::BTreeMap;
use std::io::{self, Write};

use chrono::NaiveDateTime;
use serde::Serialize;
use serde_json::{Value, json};

use super::arguments::ArchiveJob;
use super::diagnostic::{self, COLUMNS};
use super::json::{AnswerJson, Told, VERSION, finding, print};
use super::paint::{Paint, plain, wrapped};
use super::screen::Screen;
use super::{DONE, FOUND, NOT_DONE, Stop, diagnostics};
use crate::desk::{
    self, ArchiveCheck, ArchiveList, Choices, Diagnostic, FiledAway, Level, OfficeFolder, Packed,
    Sources,
};

/// Does a job of the archive and gives the exit status.
pub(super) fn job(
    job: ArchiveJob,
    as_json: bool,
    choices: &Choices,
    screen: &Screen,
) -> Result<u8, Stop> {
    let paint = screen.out_paint();
    match job {
        ArchiveJob::Simpan { numbers, simulate } => {
            let told = desk::file_away(choices, &numbers, simulate)?;
            screen.error(&diagnostics(&told.problems, &Sources::default(), screen));
            screen.data(|out| match as_json {
                true => filed_json(&told, out),
                false => summary(&told, paint, out),
            })?;
            Ok(match (told.problems.is_empty(), told.has_errors()) {
                (false, _) => NOT_DONE,
                (true, true) => FOUND,
                (true, false) => DONE,
            })
        }
        ArchiveJob::Cek => {
            let told = desk::check_archive(choices)?;
            screen.data(|out| match as_json {
                true => checked_json(&told, out),
                false => checked(&told, paint, out),
            })?;
            Ok(if told.faults.is_empty() { DONE } else { FOUND })
        }
        ArchiveJob::Daftar { simulate } => {
            let told = desk::list_archive(choices, simulate)?;
            screen.error(&diagnostics(&told.problems, &Sources::default(), screen));
            screen.data(|out| match as_json {
                true => listed_json(&told, out),
                false => listed(&told, out),
            })?;
            let failed = told.problems.iter().any(|told| told.level == Level::Kesalahan);
            Ok(if failed { NOT_DONE } else { DONE })
        }
    }
}

/// Writes what was packed, what was left and why, and what it comes to.
pub(super) fn summary(told: &FiledAway, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let verb = if told.simulated { "Akan diarsipkan" } else { "Diarsipkan" };
    if !told.packed.is_empty() {
        writeln!(out, "{}", paint.strong(&format!("{verb} ({})", told.packed.len())))?;
        for packed in &told.packed {
            self::packed(packed, out)?;
        }
        writeln!(out)?;
    }
    if !told.held.is_empty() {
        let title = format!("Ditahan, paketnya tidak diganti ({})", told.held.len());
        writeln!(out, "{}", paint.strong(&title))?;
        for number in &told.held {
            writeln!(out, "  {}", plain(number))?;
        }
        writeln!(out)?;
    }
    if !told.lacking.is_empty() {
        let title = format!("Belum diarsipkan, masih ada yang kurang ({})", told.lacking.len());
        writeln!(out, "{}", paint.strong(&title))?;
        for lacking in &told.lacking {
            writeln!(out, "  {}", plain(&lacking.number))?;
            for lack in &lacking.lacks {
                for line in wrapped(&plain(lack), COLUMNS - 4) {
                    writeln!(out, "    {line}")?;
                }
            }
        }
        writeln!(
            out,
            "  Lengkapi, lalu jalankan lagi; atau arsipkan apa adanya: tertib arsip simpan NOMOR\n"
        )?;
    }
    let held = match told.held.len() {
        0 => String::new(),
        held => format!("{held} ditahan, "),
    };
    writeln!(
        out,
        "{} {}, {} tidak berubah, {held}{} belum lengkap, {} belum ditutup",
        told.packed.len(),
        verb.to_lowercase(),
        told.unchanged.len(),
        told.lacking.len(),
        told.running
    )?;
    if told.has_errors() {
        writeln!(out, "Data memuat kesalahan; lihat dengan: tertib periksa")?;
    }
    simulated(told.simulated, out)
}

fn packed(packed: &Packed, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  {}", plain(&packed.number))?;
    writeln!(out, "    {}", plain(&packed.path))?;
    if let Some(earlier) = &packed.replaces {
        writeln!(out, "    menggantikan {}", plain(earlier))?;
    }
    if packed.found {
        writeln!(out, "    paket ini sudah ada dan kini dicatat di buku register")?;
    }
    let mut by_reason: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for paper in &packed.without {
        by_reason.entry(paper.why).or_default().push(&paper.name);
    }
    for (why, papers) in by_reason {
        for line in wrapped(&format!("tanpa {} ({why})", papers.join(", ")), COLUMNS - 4) {
            writeln!(out, "    {line}")?;
        }
    }
    Ok(())
}

#[derive(Serialize)]
struct PackedJson<'a> {
    nomor: &'a str,
    paket: &'a str,
    menggantikan: Option<&'a str>,
    sudah_ada: bool,
    tanpa_naskah: Vec<Value>,
}

/// What was packed and what was not, as JSON.
pub(super) fn filed_value(told: &FiledAway) -> Value {
    let packed = |packed: &Packed| {
        let absent = packed.without.iter();
        serde_json::to_value(PackedJson {
            nomor: &packed.number,
            paket: &packed.path,
            menggantikan: packed.replaces.as_deref(),
            sudah_ada: packed.found,
            tanpa_naskah: absent
                .map(|paper| json!({ "naskah": paper.name, "sebab": paper.why }))
                .collect(),
        })
        .unwrap_or_default()
    };
    let lacking = told.lacking.iter();
    json!({
        "simulasi": told.simulated,
        "diarsipkan": told.packed.iter().map(packed).collect::<Vec<_>>(),
        "tidak_berubah": told.unchanged.iter().map(|number| &**number).collect::<Vec<_>>(),
        "ditahan": told.held.iter().map(|number| &**number).collect::<Vec<_>>(),
        "belum_lengkap": lacking
            .map(|one| json!({ "nomor": &*one.number, "kurang": one.lacks }))
            .collect::<Vec<_>>(),
        "belum_ditutup": told.running,
    })
}

fn filed_json(told: &FiledAway, out: &mut dyn Write) -> io::Result<()> {
    let errors = told.examination.findings.iter().filter(|told| told.level == Level::Kesalahan);
    let temuan: Vec<&Diagnostic> = told.problems.iter().chain(errors).collect();
    let (folder, sources) = (&told.examination.folder, &told.examination.sources);
    answer("arsip simpan", folder, filed_value(told), &temuan, sources, out)
}

fn checked(told: &ArchiveCheck, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    problems(&told.faults, paint, out)?;
    if told.packages == 0 {
        writeln!(out, "Belum ada paket arsip.")
    } else {
        writeln!(
            out,
            "{} paket arsip diperiksa: {} utuh, {} bermasalah; {} temuan",
            told.packages,
            told.whole,
            told.packages - told.whole,
            told.faults.len()
        )
    }
}

fn checked_json(told: &ArchiveCheck, out: &mut dyn Write) -> io::Result<()> {
    let hasil = json!({ "paket": told.packages, "utuh": told.whole });
    let temuan: Vec<&Diagnostic> = told.faults.iter().collect();
    answer("arsip cek", &told.folder, hasil, &temuan, &Sources::default(), out)
}

fn listed(told: &ArchiveList, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} berkas dengan {} isi berkas terdaftar", told.dossiers, told.items)?;
    let verb = if told.simulated { "akan ditulis" } else { "ditulis" };
    for file in &told.files {
        writeln!(out, "  {verb}: {}", plain(file))?;
    }
    simulated(told.simulated, out)
}

fn listed_json(told: &ArchiveList, out: &mut dyn Write) -> io::Result<()> {
    let hasil = json!({
        "simulasi": told.simulated,
        "berkas": told.dossiers,
        "isi_berkas": told.items,
        "ditulis": told.files,
    });
    let temuan: Vec<&Diagnostic> = told.problems.iter().collect();
    answer("arsip daftar", &told.folder, hasil, &temuan, &Sources::default(), out)
}

fn answer(
    perintah: &'static str,
    folder: &OfficeFolder,
    hasil: Value,
    temuan: &[&Diagnostic],
    sources: &Sources,
    out: &mut dyn Write,
) -> io::Result<()> {
    let by = Told { sources, zone: folder.office.zone };
    let as_of: NaiveDateTime = folder.as_of;
    let temuan = temuan.iter().map(|told| finding(told, by)).collect();
    print(&AnswerJson { versi: VERSION, perintah, per: by.at(as_of), hasil, temuan }, out)
}

/// Writes what is wrong, each followed by an empty line.
fn problems(told: &[Diagnostic], paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let sources = Sources::default();
    told.iter().try_for_each(|told| writeln!(out, "{}", diagnostic::text(told, &sources, paint)))
}

/// That nothing was written, where that was asked for.
pub(super) fn simulated(simulated: bool, out: &mut dyn Write) -> io::Result<()> {
    if simulated { writeln!(out, "Simulasi: tidak ada yang ditulis.") } else { Ok(()) }
}
