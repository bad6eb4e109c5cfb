//! Berita Acara Pencabutan Hak Akses Sistem Aplikasi: which access was taken from whom,
//! when and why. An SOP for such requests yields it; the built-in one does not. Who held
//! the access signs it; this paper leaves the space.

use serde::Serialize;

use super::berita_acara::{self, BeritaAcara};
use super::facts::Facts;
use crate::records::RequestField;

/// What the minutes state: the same as of a handover (`akses` is what was taken away, and
/// `tidak_diberikan` what was asked to be taken away and stays, by the verification), and how
/// and why it was taken.
#[derive(Debug, Serialize)]
pub(super) struct BeritaAcaraPencabutan {
    #[serde(flatten)]
    minutes: BeritaAcara,
    pelaksanaan: Option<Removal>,
    alasan: Option<String>,
}

/// The step before, by which the access was taken away, as it was signed off.
#[derive(Debug, Serialize)]
struct Removal {
    langkah: String,
    waktu: Option<String>,
}

pub(super) fn state(facts: &Facts<'_>) -> BeritaAcaraPencabutan {
    BeritaAcaraPencabutan {
        minutes: berita_acara::state(facts),
        pelaksanaan: removal(facts),
        alasan: facts.texts(RequestField::Alasan).or_else(|| facts.texts(RequestField::Keperluan)),
    }
}

fn removal(facts: &Facts<'_>) -> Option<Removal> {
    let before = facts.source.rules.sop.step_before(facts.due.step)?;
    let entry = facts.entry(before.no)?;
    Some(Removal {
        langkah: before.short_name().to_owned(),
        waktu: facts.when(entry.started, entry.ended),
    })
}
