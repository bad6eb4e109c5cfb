//! What staff type: options that every command takes, and how what is typed is read. The
//! commands, with their Indonesian help and examples, stand in the files beside this one.

mod archive;
mod command;
mod export;
mod number;
mod print;

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::{ArgAction, Args, Parser, ValueEnum};

use crate::desk::{Month, PaperKind, as_of, number_kind};

pub(super) use archive::ArchiveJob;
pub(super) use command::Command;
pub(super) use export::{ExportChoices, ExportJob};
pub(super) use number::NumberJob;

pub(super) const TEMPLATE: &str = "\
{about-with-newline}
Pemakaian: {usage}

{all-args}{after-help}";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "tertib",
    version,
    about = "tertib – memeriksa pelaksanaan SOP pemberian hak akses dari lembar kerja kantor",
    long_about = None,
    override_usage = "tertib [PILIHAN] <PERINTAH>",
    help_template = TEMPLATE,
    subcommand_help_heading = "Perintah",
    subcommand_value_name = "PERINTAH",
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    arg_required_else_help = false,
    after_help = "\
Contoh:
  tertib periksa                       memeriksa buku kerja di folder kantor ini
  tertib --folder D:\\kantor periksa    memeriksa folder kantor lain
  tertib jelaskan P-2024-016           menunjukkan hitungan satu permohonan

Keterangan satu perintah: tertib PERINTAH --help
Status keluar: 0 selesai; 1 selesai, dengan temuan kesalahan atau ketidaksesuaian (periksa);
2 tidak dapat dikerjakan, seluruhnya atau sebagian."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub shared: Shared,
    #[command(subcommand)]
    pub command: Command,
}

/// Options that every command takes, before or after its name.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub(super) struct Shared {
    /// Folder kantor; bila tidak disebut: folder terdekat ke atas yang memuat tertib.toml
    #[arg(long, global = true, value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Keadaan pada saat ini: "2024-07-01" (akhir hari itu) atau "2024-07-01 08:00"
    #[arg(long = "per", global = true, value_name = "WAKTU", value_parser = moment)]
    pub as_of: Option<NaiveDateTime>,
    /// Bentuk keluaran: teks atau json
    #[arg(
        long,
        global = true,
        value_name = "BENTUK",
        default_value = "teks",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: Format,
    /// Tanpa pesan tambahan; kesalahan tetap ditulis
    #[arg(long = "senyap", global = true)]
    pub quiet: bool,
    /// Warna pada layar: otomatis, selalu, atau tidak-pernah
    #[arg(
        long = "warna",
        global = true,
        value_name = "KAPAN",
        default_value = "otomatis",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub colour: Colour,
    /// Menulis juga berkas apa yang dibaca
    #[arg(short = 'v', global = true)]
    pub verbose: bool,
    /// Menampilkan keterangan ini
    #[arg(short = 'h', long = "help", global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Menampilkan versi
    #[arg(short = 'V', long = "version", action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    #[value(name = "teks")]
    Text,
    #[value(name = "json")]
    Json,
}

/// `--warna`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    #[value(name = "otomatis")]
    Auto,
    #[value(name = "selalu")]
    Always,
    #[value(name = "tidak-pernah")]
    Never,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    as_of::date(text)
        .ok_or_else(|| "tulis tanggal sebagai TTTT-BB-HH, misalnya 2024-07-01".to_owned())
}

fn numbered_kind(text: &str) -> Result<&'static str, String> {
    number_kind(text).ok_or_else(|| {
        let kinds = PaperKind::ALL.map(PaperKind::stem).join(", ");
        format!("tulis salah satu jenis naskah: {kinds}, laporan-bulanan")
    })
}

fn moment(text: &str) -> Result<NaiveDateTime, String> {
    as_of::parse(text).ok_or_else(|| {
        "tulis tanggal sebagai TTTT-BB-HH, misalnya 2024-07-01, atau dengan jam: \"2024-07-01 08:00\""
            .to_owned()
    })
}

fn kind(text: &str) -> Result<PaperKind, String> {
    PaperKind::from_stem(text).ok_or_else(|| {
        let kinds = PaperKind::ALL.map(PaperKind::stem).join(", ");
        format!("tulis salah satu jenis naskah: {kinds}")
    })
}

fn month_number(text: &str) -> Result<u32, String> {
    let number = text.parse().ok().filter(|number| (1..=12).contains(number));
    number.ok_or_else(|| "tulis bulan dengan angka 1 sampai 12".to_owned())
}

pub(super) fn month(text: &str) -> Result<Month, String> {
    Month::parse(text).ok_or_else(|| "tulis bulan sebagai TTTT-BB, misalnya 2024-06".to_owned())
}
