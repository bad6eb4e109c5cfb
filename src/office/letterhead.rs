//! The letterhead (*kop*) as `templates/kop.typ` prints it, on papers and reports alike.

use serde::Serialize;

use super::Institution;

/// What the head of a paper says of the office, as it held on the paper's date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Letterhead {
    #[serde(rename = "baris")]
    pub lines: Vec<String>,
    #[serde(rename = "alamat")]
    pub address: Option<String>,
    /// "Telepon …", "Laman …", "Surel …"
    #[serde(rename = "kontak")]
    pub contacts: Vec<String>,
    /// The path of the image below the templates.
    pub logo: Option<String>,
}

impl Letterhead {
    pub fn of(institution: &Institution) -> Self {
        let labelled = [
            ("Telepon", &institution.telephone),
            ("Laman", &institution.website),
            ("Surel", &institution.email),
        ];
        let contacts = labelled
            .into_iter()
            .filter_map(|(label, value)| value.as_ref().map(|value| format!("{label} {value}")))
            .collect();
        Letterhead {
            lines: institution.letterhead.clone(),
            address: institution.address.clone(),
            contacts,
            logo: institution.logo.as_ref().map(|logo| format!("/{}", logo.value)),
        }
    }
}
