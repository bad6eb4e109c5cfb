//! What is said of the office's folder and its files.

use std::io;

use super::Choices;
use super::folder::OFFICE_FILE;
use super::system_words::why;
use crate::diagnostic::Diagnostic;
use crate::sop::Versions;

pub(super) fn no_folder(choices: &Choices) -> Diagnostic {
    let here = choices.here.display();
    Diagnostic::error(format!(
        "folder kantor tidak ditemukan: tidak ada {OFFICE_FILE} di \"{here}\" maupun di folder-folder di atasnya"
    ))
    .advice("masuk dahulu ke folder kantor, atau sebutkan dengan --folder DIR")
}

pub(super) fn unreadable(name: &str, error: &io::Error) -> Diagnostic {
    let (why, advice) = match error.kind() {
        io::ErrorKind::PermissionDenied => (
            "tidak ada izin untuk membacanya, atau sedang dipakai program lain".to_owned(),
            "tutup program lain yang memakainya dan periksa izinnya, lalu jalankan lagi",
        ),
        io::ErrorKind::NotFound => {
            ("berkas itu tidak ada".to_owned(), "periksa nama dan tempatnya, lalu jalankan lagi")
        }
        io::ErrorKind::IsADirectory => ("itu folder".to_owned(), "sebutkan berkas, bukan folder"),
        _ => (why(error), "periksa berkas itu dan izinnya, lalu jalankan lagi"),
    };
    Diagnostic::error(format!("{name} tidak dapat dibaca: {why}")).advice(advice)
}

/// There are several procedures, and one is wanted.
pub(super) fn which(versions: &Versions) -> Diagnostic {
    Diagnostic::error("kantor ini memakai beberapa SOP; tidak disebut yang mana")
        .advice(format!("sebutkan dengan --nomor; SOP yang ada: {}", all(versions)))
}

pub(super) fn no_such_procedure(written: &str, versions: &Versions) -> Diagnostic {
    let nearest = versions.nearest_procedures(written);
    let meant = nearest.first().map_or(String::new(), |name| format!("; mungkin maksudnya {name}"));
    Diagnostic::error(format!("\"{written}\" bukan nomor atau nama SOP kantor ini{meant}"))
        .advice(format!("SOP yang ada: {}", all(versions)))
}

fn all(versions: &Versions) -> String {
    let newest = versions.procedures().into_iter().map(|procedure| versions.newest_of(procedure));
    newest.map(|sop| format!("{} ({})", sop.number, sop.name)).collect::<Vec<_>>().join("; ")
}
