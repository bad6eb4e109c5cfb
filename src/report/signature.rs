//! Who signs the report, and under which letterhead it goes out.

use chrono::NaiveDate;

use crate::office::nip::Nip;
use crate::office::{CheckCode, Institution, Letterhead, Office, Official, PaperSize, Signing};

/// The kind of paper that the report is, as tertib.toml names it.
pub const KIND: &str = "laporan-bulanan";

/// A signature block (*blok tanda tangan*). What is not known is left to be filled by
/// hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The post as it is signed: "Plt. Kepala Pusat".
    pub post: String,
    pub name: Option<String>,
    /// With what stands before it: "NIP 1970…".
    pub nip: Option<String>,
    /// What stands above the post of one who signs for another: "a.n. Kepala Pusat,".
    pub above: Vec<String>,
}

impl Signature {
    fn of(post: &str, office: &Office, day: NaiveDate) -> Signature {
        match office.official_on(post, day) {
            Some(official) => Signature {
                post: official.title(),
                name: Some(official.name.clone()),
                nip: official.nip.as_ref().map(Nip::printed),
                above: Vec::new(),
            },
            None => Signature { post: post.to_owned(), name: None, nip: None, above: Vec::new() },
        }
    }
}

/// All of a report that comes from tertib.toml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formalities {
    /// *instansi.nama*
    pub name: String,
    pub letterhead: Letterhead,
    pub town: Option<String>,
    pub paper_size: PaperSize,
    /// Whether reports bear a number.
    pub numbered: bool,
    pub signer: Signature,
    /// What is left free for the signatures.
    pub signing: Signing,
    pub acknowledged_by: Option<Signature>,
    pub copies: Vec<String>,
    pub check_code: CheckCode,
}

impl Formalities {
    pub fn of(office: &Office, day: NaiveDate) -> Formalities {
        let institution = office.institution_on(day);
        let chosen = office.papers.signatories(KIND);
        let signer = chosen.and_then(|chosen| chosen.signer.as_ref());
        let post = signer.map_or_else(|| head_of(office, institution, day), |s| s.value.clone());
        let acknowledged = chosen.and_then(|chosen| chosen.acknowledged_by.as_ref());
        let mut signer = Signature::of(&post, office, day);
        signer.above = chosen.map(|chosen| chosen.above(Some(&signer.post))).unwrap_or_default();
        Formalities {
            name: institution.name.clone(),
            letterhead: Letterhead::of(institution),
            town: institution.town.clone(),
            paper_size: institution.paper_size,
            numbered: office.numbering.is_numbered(KIND),
            signer,
            signing: office.signing(KIND),
            acknowledged_by: acknowledged.map(|post| Signature::of(&post.value, office, day)),
            copies: chosen.map(|chosen| chosen.copies.clone()).unwrap_or_default(),
            check_code: office.options.check_code,
        }
    }
}

/// The post that heads the office: "Kepala" and its name, where a holder of it is known;
/// else the one post of the list that is a "Kepala …".
fn head_of(office: &Office, institution: &Institution, day: NaiveDate) -> String {
    let post = format!("Kepala {}", institution.name);
    if office.official_on(&post, day).is_some() {
        return post;
    }
    let is_head = |official: &&Official| {
        official.holds_on(day) && official.post.to_lowercase().starts_with("kepala ")
    };
    let mut heads: Vec<&str> =
        office.officials.iter().filter(is_head).map(|official| &*official.post).collect();
    heads.dedup();
    match heads.as_slice() {
        [only] => (*only).to_owned(),
        _ => post,
    }
}
