//! `tertib templat …` as text and as JSON.

use std::io::{self, Write};

use clap::Subcommand;
use serde_json::json;

use super::arguments::TEMPLATE;
use super::filing::simulated;
use super::json::{AnswerJson, Told, VERSION, finding, print};
use super::paint::plain;
use super::screen::Screen;
use super::{DONE, NOT_DONE, Stop, diagnostics};
use crate::desk::{self, Choices, Sources, TemplateCopies};

/// `tertib templat …`
#[derive(Debug, Subcommand)]
pub(super) enum TemplateJob {
    /// Menyalin templat bawaan ke folder templat kantor, untuk diubah di sana
    #[command(
        override_usage = "tertib templat salin [PILIHAN] [NAMA]...",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib templat salin                        semua templat
  tertib templat salin berita-acara kop       hanya yang ini
  tertib templat salin --simulasi

Setiap salinan diawali keterangan tentang isian yang dapat dipakai. Yang sudah ada tidak ditimpa.
Templat yang keliru tidak dipakai: naskahnya tidak dibuat, yang lain dibuat, dan letak kesalahannya
disebut (berkas, baris, kolom). Untuk sekadar mengganti kalimat: kalimat.toml."
    )]
    Salin {
        /// Nama templat, misalnya berita-acara; bila tidak disebut: semua
        #[arg(value_name = "NAMA", help_heading = "Yang disalin")]
        names: Vec<String>,
        /// Menunjukkan apa yang akan disalin, tanpa menulis apa pun
        #[arg(long = "simulasi", help_heading = "Yang disalin")]
        simulate: bool,
    },
}

/// Does a job of the templates and gives the exit status.
pub(super) fn job(
    job: TemplateJob,
    as_json: bool,
    choices: &Choices,
    screen: &Screen,
) -> Result<u8, Stop> {
    let TemplateJob::Salin { names, simulate } = job;
    let told = desk::copy_templates(choices, &names, simulate)?;
    screen.error(&diagnostics(&told.problems, &Sources::default(), screen));
    screen.data(|out| match as_json {
        true => write_json(&told, out),
        false => write(&told, out),
    })?;
    Ok(if told.problems.is_empty() { DONE } else { NOT_DONE })
}

fn write(told: &TemplateCopies, out: &mut dyn Write) -> io::Result<()> {
    for copy in &told.copies {
        let word = match (copy.kept, told.simulated) {
            (true, _) => "sudah ada, dibiarkan",
            (false, true) => "akan disalin",
            (false, false) => "disalin",
        };
        writeln!(out, "{word}: {}", plain(&copy.file))?;
    }
    simulated(told.simulated, out)
}

fn write_json(told: &TemplateCopies, out: &mut dyn Write) -> io::Result<()> {
    let sources = Sources::default();
    let by = Told { sources: &sources, zone: told.zone };
    let files = |kept: bool| {
        let copies = told.copies.iter().filter(move |copy| copy.kept == kept);
        copies.map(|copy| copy.file.as_str()).collect::<Vec<_>>()
    };
    let hasil = json!({
        "disalin": files(false),
        "sudah_ada": files(true),
        "simulasi": told.simulated,
    });
    let temuan = told.problems.iter().map(|told| finding(told, by)).collect();
    let per = by.at(told.as_of);
    print(&AnswerJson { versi: VERSION, perintah: "templat salin", per, hasil, temuan }, out)
}
