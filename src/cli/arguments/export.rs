//! `tertib ekspor …`

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::TEMPLATE;

#[derive(Debug, Subcommand)]
pub(in super::super) enum ExportJob {
    /// Log kejadian XES (IEEE 1849-2016)
    #[command(
        override_usage = "tertib ekspor xes [PILIHAN]",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib ekspor xes > log.xes
  tertib ekspor xes --ke log.xes

Satu trace untuk setiap permohonan. time:timestamp hanya ada bila jamnya tercatat; tanggal
selalu ada, sebagai teks, bila harinya diketahui."
    )]
    Xes {
        #[command(flatten)]
        choices: ExportChoices,
    },
    /// Satu baris untuk setiap kejadian, untuk Excel dan program lain
    #[command(
        override_usage = "tertib ekspor csv [PILIHAN]",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib ekspor csv --ke log.csv
  tertib ekspor csv --pemisah koma --ke log.csv

UTF-8 dengan BOM, dipisahkan titik koma, sehingga terbuka benar di Excel berbahasa Indonesia.
Isi sel yang dapat dianggap rumus (diawali = + - @) diberi tanda petik tunggal di depannya."
    )]
    Csv {
        #[command(flatten)]
        choices: ExportChoices,
        /// Pemisah kolom: titik-koma (bila tidak disebut), koma, atau tab
        #[arg(
            long = "pemisah",
            value_name = "PEMISAH",
            default_value = "titik-koma",
            hide_default_value = true,
            hide_possible_values = true,
            help_heading = "Yang diekspor"
        )]
        separator: Separator,
    },
    /// Log kejadian sebagai JSON
    #[command(
        override_usage = "tertib ekspor json [PILIHAN]",
        help_template = TEMPLATE,
        after_help = "\
Contoh:
  tertib ekspor json --ke log.json"
    )]
    Json {
        #[command(flatten)]
        choices: ExportChoices,
    },
}

/// What every export takes.
#[derive(Debug, Args)]
pub(in super::super) struct ExportChoices {
    /// Berkas yang ditulis; bila tidak disebut: keluaran baku. Berkas lain tidak ditimpa
    #[arg(long = "ke", value_name = "BERKAS", help_heading = "Yang diekspor")]
    pub target: Option<PathBuf>,
    /// Menyertakan NIP pelaksana
    #[arg(long = "dengan-nip", help_heading = "Yang diekspor")]
    pub with_nip: bool,
    /// Menunjukkan apa yang akan ditulis ke BERKAS, tanpa menulis apa pun
    #[arg(long = "simulasi", requires = "target", help_heading = "Yang diekspor")]
    pub simulate: bool,
}

/// `--pemisah`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in super::super) enum Separator {
    #[value(name = "titik-koma")]
    Semicolon,
    #[value(name = "koma")]
    Comma,
    #[value(name = "tab")]
    Tab,
}

impl Separator {
    pub fn sign(self) -> char {
        match self {
            Separator::Semicolon => ';',
            Separator::Comma => ',',
            Separator::Tab => '\t',
        }
    }
}
