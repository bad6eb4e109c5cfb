//! Who signs: a block of post, name and NIP. What is not known is null and becomes a
//! dotted line; no signature is ever drawn.

use serde::Serialize;

use super::facts::Facts;
use crate::check::Member;
use crate::office::nip::Nip;
use crate::office::{Official, Signing};

/// A signature block (*blok tanda tangan*).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Signature {
    /// The post as it is signed, "Plh. Ketua Tim …", without the closing comma.
    pub jabatan: Option<String>,
    pub nama: Option<String>,
    /// With its label: "NIP 19860926 201505 1 001".
    pub nip: Option<String>,
    /// What stands above the post of one who signs for another: "a.n. Kepala Pusat,".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub atas_nama: Vec<String>,
}

impl Signature {
    pub(super) fn of_official(official: &Official) -> Self {
        Signature {
            jabatan: Some(official.title()),
            nama: Some(official.name.clone()),
            nip: official.nip.as_ref().map(Nip::printed),
            atas_nama: Vec::new(),
        }
    }

    pub(super) fn of_member(member: &Member, post: &str) -> Self {
        Signature {
            jabatan: Some(post.to_owned()),
            nama: Some(member.written.to_string()),
            nip: member.nip().map(Nip::printed),
            atas_nama: Vec::new(),
        }
    }
}

impl Facts<'_> {
    /// The block of who sends the paper, as it is printed: SRIKANDI fills in its own.
    pub(super) fn sender(&self, block: Signature) -> Signature {
        match self.signing() {
            Signing::Srikandi => Signature::default(),
            Signing::Ink | Signing::Electronic => {
                Signature { atas_nama: self.on_behalf(block.jabatan.as_deref()), ..block }
            }
        }
    }

    /// The lines above the post of one who signs for another.
    pub(super) fn on_behalf(&self, post: Option<&str>) -> Vec<String> {
        let chosen = self.source.rules.office.papers.signatories(self.due.kind.stem());
        chosen.map(|chosen| chosen.above(post)).unwrap_or_default()
    }

    /// What is left free for the signatures of the paper.
    pub(super) fn signing(&self) -> Signing {
        self.source.rules.office.signing(self.due.kind.stem())
    }
}
