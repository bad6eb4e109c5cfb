//! The letterhead (*kop*) as `templates/kop.typ` prints it.

use serde::Serialize;

use crate::office::Institution;

/// What the head of a paper says of the office, as it held on the paper's date.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Letterhead {
    baris: Vec<String>,
    alamat: Option<String>,
    kontak: Vec<String>,
    /// The path of the image below the templates.
    logo: Option<String>,
}

impl Letterhead {
    pub(super) fn of(institution: &Institution) -> Self {
        let labelled = [
            ("Telepon ", &institution.telephone),
            ("Laman ", &institution.website),
            ("Surel ", &institution.email),
        ];
        let kontak = labelled
            .into_iter()
            .filter_map(|(label, value)| value.as_ref().map(|value| format!("{label}{value}")))
            .collect();
        Letterhead {
            baris: institution.letterhead.clone(),
            alamat: institution.address.clone(),
            kontak,
            logo: institution.logo.as_ref().map(|logo| format!("/{}", logo.value)),
        }
    }
}
