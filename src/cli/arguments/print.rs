//! `--cetak`: the options of the commands that print what they show.

use std::path::PathBuf;

use clap::Args;

use crate::desk::PrintTo;

#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Cetakan")]
pub(in super::super) struct Print {
    /// Mencetak ke berkas PDF ini; yang sudah ada hanya diganti bila itu cetakan tertib
    /// yang sejudul dan belum ditandatangani secara elektronik
    #[arg(long = "cetak", value_name = "F.pdf")]
    file: Option<PathBuf>,
    /// Menunjukkan apa yang akan dicetak, tanpa menulis apa pun
    #[arg(long = "simulasi", requires = "file")]
    simulate: bool,
}

impl Print {
    /// Where to print, where that was asked for.
    pub(in super::super) fn to(self) -> Option<PrintTo> {
        self.file.map(|file| PrintTo { file, simulate: self.simulate })
    }
}
