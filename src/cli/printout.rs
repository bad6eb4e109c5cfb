//! What `--cetak` printed, as text and as JSON.

use std::io::{self, Write};

use chrono::NaiveDateTime;
use serde_json::json;

use super::filing::simulated;
use super::json::{AnswerJson, Told, VERSION, finding, print};
use super::paint::plain;
use super::screen::Screen;
use super::{Stop, diagnostics};
use crate::desk::{PrintFate, Printout, SopPrint, Sources, Zone};

/// The command that printed, and the moment of which it spoke.
pub(super) struct Printed<'a> {
    pub command: &'static str,
    pub print: &'a Printout,
    pub as_of: NaiveDateTime,
    pub zone: Zone,
    /// What else is to be said of it on the screen.
    pub remark: Option<String>,
}

/// The SOP in its official form.
pub(super) fn sop(told: &SopPrint) -> Printed<'_> {
    let doubts = match told.doubts {
        0 => None,
        doubts => Some(format!(
            "SOP {}: {doubts} hal perlu diperhatikan dan dicetak apa adanya; lihat dengan: tertib sop",
            told.number
        )),
    };
    let SopPrint { print, as_of, zone, .. } = told;
    Printed { command: "sop", print, as_of: *as_of, zone: *zone, remark: doubts }
}

impl Printed<'_> {
    /// Tells what was printed, and on stderr what was printed otherwise than written.
    pub(super) fn tell(&self, as_json: bool, screen: &Screen) -> Result<(), Stop> {
        let sources = Sources::default();
        screen.error(&diagnostics(&self.print.told, &sources, screen));
        screen.data(|out| match as_json {
            true => self.json(&sources, out),
            false => self.text(out),
        })?;
        Ok(())
    }

    fn text(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}: {}", done(self.print), plain(&self.print.file))?;
        if let Some(remark) = &self.remark {
            writeln!(out, "{}", plain(remark))?;
        }
        simulated(self.print.simulated, out)
    }

    fn json(&self, sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
        let by = Told { sources, zone: self.zone };
        let hasil = json!({
            "file": self.print.file,
            "keadaan": key(self.print.fate),
            "simulasi": self.print.simulated,
        });
        let temuan = self.print.told.iter().map(|told| finding(told, by)).collect();
        let (perintah, per) = (self.command, by.at(self.as_of));
        print(&AnswerJson { versi: VERSION, perintah, per, hasil, temuan }, out)
    }
}

/// What was done with a file, or would be.
pub(super) fn done(print: &Printout) -> &'static str {
    match (print.fate, print.simulated) {
        (PrintFate::Made, false) => "dicetak",
        (PrintFate::Made, true) => "akan dicetak",
        (PrintFate::Replaced, false) => "dicetak, menggantikan cetakan yang lama",
        (PrintFate::Replaced, true) => "akan dicetak, menggantikan cetakan yang lama",
        (PrintFate::Unchanged, _) => "tidak berubah",
        (PrintFate::Nothing, _) => "tidak ditulis",
    }
}

/// The same in JSON.
pub(super) fn key(fate: PrintFate) -> &'static str {
    match fate {
        PrintFate::Made => "dibuat",
        PrintFate::Replaced => "diganti",
        PrintFate::Unchanged => "tetap",
        PrintFate::Nothing => "tidak_ditulis",
    }
}
