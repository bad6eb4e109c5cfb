//! `tertib sop --cetak`: the SOP in its official form, drawn from its definition.

use chrono::NaiveDateTime;
use serde::Serialize;

use super::folder::WrittenSop;
use super::printout::Sheet;
use super::shelf::Shelf;
use super::{Choices, PrintTo, Printout, Refusal};
use crate::office::{PaperSize, Zone};
use crate::press::Attachment;
use crate::sop::Form;

const TEMPLATE: &str = "sop.typ";

/// The SOP as it was printed.
#[derive(Debug)]
pub struct SopPrint {
    pub number: String,
    /// How much in the definition is doubtful; it is printed as it is.
    pub doubts: usize,
    pub print: Printout,
    pub as_of: NaiveDateTime,
    pub zone: Zone,
}

/// The data of the template.
#[derive(Serialize)]
struct Page<'a> {
    kertas: &'static str,
    /// The path of the image below the templates.
    logo: Option<String>,
    sop: Form<'a>,
}

/// Prints the SOP of the office's folder, of several procedures the one of a number or
/// name; outside any folder, the built-in one.
///
/// # Errors
/// What is wrong in the folder's files, or with the file that is to be written; it is not
/// said which of several.
pub fn print_sop(
    choices: &Choices,
    number: Option<&str>,
    to: &PrintTo,
) -> Result<SopPrint, Refusal> {
    let written = WrittenSop::read(choices, number)?;
    let home = written.home.as_ref().map(|(path, office)| (path.as_path(), office));
    let shelf = Shelf::of(home, choices)?;
    let date = written.definition.form_date();
    let institution = home.map(|(_, office)| office.institution_on(date));
    let logo = institution.and_then(|institution| institution.logo.as_ref());
    let page = Page {
        kertas: institution.map_or(PaperSize::A4, |institution| institution.paper_size).name(),
        logo: logo.filter(|logo| shelf.holds(&logo.value)).map(|logo| format!("/{}", logo.value)),
        sop: written.definition.form(),
    };
    let name = written.file.rsplit('/').next().unwrap_or_default();
    let sheet = Sheet {
        option: "--cetak",
        template: TEMPLATE,
        title: format!("SOP {}", written.definition.name),
        date,
        zone: written.zone(),
        data: &page,
        attachment: Attachment {
            name: name.to_owned(),
            content: written.text.clone().into_bytes(),
            mime: "application/toml".to_owned(),
            description: "Definisi SOP yang dicetak".to_owned(),
        },
    };
    let print = sheet.print(shelf, to, choices)?;
    Ok(SopPrint {
        number: written.definition.number.clone(),
        doubts: written.definition.doubts().len(),
        print,
        as_of: written.as_of,
        zone: written.zone(),
    })
}
