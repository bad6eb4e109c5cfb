//! Who gets an access of a request (*penerima*): the applicant where a row names nobody
//! else. Minutes may be made for each of them apart.

use sha2::{Digest, Sha256};

use crate::office::nip::Nip;
use crate::office::person::{comparable_name, same_person};
use crate::records::{Attachment, AttachmentKind, Case, RequestField, RequestRow, Text};

/// The longest a name stands in the name of a file, in letters.
const LONGEST: usize = 48;

/// One who gets an access.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// As first written.
    pub name: Text,
    pub nip: Option<Nip>,
    /// What tells their minutes apart in the name of a file.
    pub slug: String,
}

impl Recipient {
    fn of(row: &RequestRow) -> Option<Recipient> {
        let named = row.text_value(RequestField::NamaPenerima);
        let (name, nip) = match named {
            Some(name) => (name, RequestField::NipPenerima),
            None => (row.text_value(RequestField::NamaPemohon)?, RequestField::NipPemohon),
        };
        let nip = row.text_value(nip).and_then(|nip| Nip::parse(nip));
        Some(Recipient { name: name.clone(), nip, slug: String::new() })
    }

    /// Whether a name, and a NIP where one is written beside it, mean this person.
    pub fn is(&self, name: &str, nip: Option<&Nip>) -> bool {
        same_person((&self.name, self.nip.as_ref()), (name, nip))
    }

    /// What the person is known by in the register: the NIP, and without one the name
    /// as names are compared. The second is what they were known by before they had one.
    pub fn keys(&self) -> [String; 2] {
        let name = comparable_name(&self.name);
        [self.nip.as_ref().map_or_else(|| name.clone(), |nip| nip.as_str().to_owned()), name]
    }

    /// Whether the name of a file holds all words of the person's name.
    fn is_named_in(&self, file: &str) -> bool {
        let folded = file.to_lowercase();
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
        let own = comparable_name(&self.name);
        !own.is_empty() && own.split(' ').all(|word| words.contains(&word))
    }

    /// Whether the signed minutes of this person are among the attachments: a scan that
    /// names them, or one that names nobody and so holds them all.
    pub fn has_minutes(&self, all: &[Recipient], attachments: &[Attachment]) -> bool {
        let scans = attachments.iter().filter(|file| file.kind == AttachmentKind::BeritaAcara);
        scans.into_iter().any(|scan| {
            self.is_named_in(&scan.name) || !all.iter().any(|one| one.is_named_in(&scan.name))
        })
    }
}

/// Those who get an access in a round, in the order of the rows, each once. Empty where a
/// row tells nobody: minutes for each apart would then leave someone out.
pub fn recipients(case: &Case, round: u32) -> Vec<Recipient> {
    let round = (1..=round).rev().find(|round| case.rows_of(*round).next().is_some());
    let rows = round.into_iter().flat_map(|round| case.rows_of(round));
    let mut found: Vec<Recipient> = Vec::new();
    for row in rows.filter(|row| !row.is_refused()) {
        let Some(recipient) = Recipient::of(row) else { return Vec::new() };
        let known =
            found.iter_mut().find(|known| known.is(&recipient.name, recipient.nip.as_ref()));
        match known {
            Some(known) => known.nip = known.nip.take().or(recipient.nip),
            None => found.push(recipient),
        }
    }
    name_apart(&mut found);
    found
}

/// Gives each a name for files; two of one name are told apart by a digest.
fn name_apart(all: &mut [Recipient]) {
    let plain: Vec<String> = all.iter().map(|one| slug(&one.name)).collect();
    for (at, one) in all.iter_mut().enumerate() {
        let Some(own) = plain.get(at) else { continue };
        let is_shared = plain.iter().filter(|other| *other == own).count() > 1;
        let is_cut = own.chars().count() > LONGEST;
        one.slug = own.chars().take(LONGEST).collect();
        if is_shared || is_cut || own.is_empty() {
            let [key, _] = one.keys();
            let digest = Sha256::digest(key.as_bytes());
            let hex: String = digest.iter().take(3).map(|byte| format!("{byte:02x}")).collect();
            one.slug = format!("{}~{hex}", one.slug);
        }
    }
}

fn slug(name: &str) -> String {
    comparable_name(name).replace(' ', "-")
}
