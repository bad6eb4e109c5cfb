//! Who signs: a block of post, name and NIP. What is not known is null and becomes a
//! dotted line; no signature is ever drawn.

use serde::Serialize;

use crate::check::Member;
use crate::office::Official;
use crate::office::nip::Nip;

/// A signature block (*blok tanda tangan*).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Signature {
    /// The post as it is signed, "Plh. Ketua Tim …", without the closing comma.
    pub jabatan: Option<String>,
    pub nama: Option<String>,
    /// With its label: "NIP 19860926 201505 1 001".
    pub nip: Option<String>,
}

impl Signature {
    pub(super) fn of_official(official: &Official) -> Self {
        Signature {
            jabatan: Some(official.title()),
            nama: Some(official.name.clone()),
            nip: official.nip.as_ref().map(Nip::printed),
        }
    }

    pub(super) fn of_member(member: &Member, post: &str) -> Self {
        Signature {
            jabatan: Some(post.to_owned()),
            nama: Some(member.written.to_string()),
            nip: member.nip().map(Nip::printed),
        }
    }
}
