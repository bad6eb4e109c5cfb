//! Writes a file so that it is there whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, IntoInnerError, Write};
use std::path::Path;

use super::folder::OFFICE_FILE;
use super::system_words::why;
use crate::diagnostic::{Diagnostic, Place};

/// The folder of an office's workbooks.
const DATA: &str = "data";

/// Writes beside the target, then renames into place. What was there before stays until
/// that moment; on any failure it is still there and nothing is left beside it.
pub(super) fn write_whole(target: &Path, content: &[u8]) -> io::Result<()> {
    write_whole_with(target, |file| file.write_all(content))
}

/// The same, of what is written piece by piece.
pub(super) fn write_whole_with(
    target: &Path,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let folder = target.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let name = target.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    fs::create_dir_all(folder)?;
    let draft = folder.join(format!(".{name}.tmp"));
    let written = (|| {
        let mut file = BufWriter::new(File::create(&draft)?);
        content(&mut file)?;
        let file = file.into_inner().map_err(IntoInnerError::into_error)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&draft, target)
    })();
    if written.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&draft);
    }
    written
}

/// Whether a target lies among the workbooks of an office: the next run would read it.
pub(super) fn lies_among_workbooks(target: &Path) -> bool {
    let above = target.ancestors().skip(1).find(|folder| folder.exists());
    let real = above.and_then(|folder| folder.canonicalize().ok());
    let is_data = |folder: &Path| {
        folder.file_name().is_some_and(|name| name == DATA)
            && folder.parent().is_some_and(|office| office.join(OFFICE_FILE).is_file())
    };
    real.is_some_and(|folder| folder.ancestors().any(is_data))
}

/// Why nothing was written there.
pub(super) fn among_workbooks(shown: &str, option: &str) -> Diagnostic {
    Diagnostic::error(format!("{shown} berada di folder data, tempat buku kerja yang dibaca"))
        .consequence("berkas itu tidak ditulis, supaya tidak terbaca lagi sebagai masukan.")
        .advice(format!("sebutkan sesudah {option} tempat di luar folder data"))
        .at(Place::File(shown.into()))
}

/// Why a file could not be written, and what to do.
pub(super) fn not_written(shown: &str, error: &io::Error) -> Diagnostic {
    let (why, advice) = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => (
            "tempat penyimpanan penuh".to_owned(),
            "kosongkan sebagian tempat penyimpanan, lalu jalankan lagi; yang sudah jadi tidak dibuat ulang",
        ),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy => (
            "tidak ada izin, atau berkas itu sedang dibuka program lain".to_owned(),
            "tutup berkas itu di program lain dan periksa izin foldernya, lalu jalankan lagi",
        ),
        io::ErrorKind::ReadOnlyFilesystem => (
            "folder itu hanya dapat dibaca".to_owned(),
            "pindahkan folder kantor ke tempat yang dapat ditulisi, lalu jalankan lagi",
        ),
        io::ErrorKind::FileTooLarge => (
            "komputer ini membatasi besar berkas, dan berkas ini melewatinya".to_owned(),
            "minta pengelola komputer melonggarkan batas itu, lalu jalankan lagi",
        ),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => (
            "di tempat foldernya ada berkas".to_owned(),
            "pindahkan berkas yang menempati folder itu, lalu jalankan lagi",
        ),
        io::ErrorKind::IsADirectory | io::ErrorKind::DirectoryNotEmpty => (
            "di tempat itu ada folder bernama sama".to_owned(),
            "pindahkan folder itu, lalu jalankan lagi",
        ),
        io::ErrorKind::InvalidFilename => (
            "nama berkasnya terlalu panjang untuk tempat ini".to_owned(),
            "pindahkan folder kantor ke tempat yang jalurnya lebih pendek, lalu jalankan lagi",
        ),
        _ => (why(error), "periksa folder hasil, lalu jalankan lagi"),
    };
    Diagnostic::error(format!("{shown} tidak dapat ditulis: {why}"))
        .consequence("berkas yang lama, bila ada, tidak berubah.")
        .advice(advice)
        .at(Place::File(shown.into()))
}
