//! A PDF in hand: is it the very file that was issued, that file with something added
//! (an electronic signature), or another that carries a record of this office?

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{PaperCheck, PaperVerdict, Unknown, known, unknown};
use crate::desk::issue::unusable;
use crate::desk::shelf::hex;
use crate::desk::system_words::why;
use crate::desk::{Choices, Refusal};
use crate::diagnostic::{Diagnostic, Place};
use crate::press::{PdfFault, TypedCode, read_pdf};
use crate::register::{FoundIssue, MONTHLY, Register};

/// A scan of many pages is still below it.
const LARGEST: u64 = 64 << 20;
/// Each signature ends the file once more.
const MOST_ENDS: usize = 200;
const END: &[u8] = b"%%EOF";

/// A PDF beside the one that was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// The same to the byte.
    Whole,
    /// The same with something after it.
    Added { bytes: usize, signed: bool },
    /// Another file with the same record in it: printed with another template or
    /// program, or changed by other hands.
    Other,
}

/// The file that is meant, where it is none of the codes.
pub(super) fn file_asked(choices: &Choices, asked: &str) -> Option<PathBuf> {
    let path = choices.here.join(asked);
    let is_named_so = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf"));
    (path.is_file() || is_named_so).then_some(path)
}

/// Looks up the paper that a PDF is.
pub(super) fn check_file(
    path: &Path,
    asked: &str,
    register: &Register,
    choices: &Choices,
) -> Result<PaperCheck, Refusal> {
    let pdf = read(path).map_err(|why| vec![cannot_be_read(asked, &why)])?;
    if let Some((found, file)) = issued_print(&pdf, register)? {
        return Ok(PaperCheck { file: Some(file), ..known(asked, &found, register)? });
    }
    let parts = read_pdf(&pdf, choices.program.as_deref())
        .map_err(|fault| vec![cannot_be_read(asked, in_words(fault))])?;
    let mut records = parts.attachments.iter().filter_map(|(name, content)| {
        let record: Value = serde_json::from_slice(content).ok()?;
        Some((name_of(name, &record)?, hex(&Sha256::digest(content))))
    });
    let Some((named, digest)) = records.next() else {
        return Ok(PaperCheck::of(asked, PaperVerdict::Unknown(Unknown::NoRecord)));
    };
    let printed = parts.codes.iter().map(|code| TypedCode::read(code));
    if printed.into_iter().any(|code| code.is_ok_and(|code| !code.is_of(&digest))) {
        return Ok(PaperCheck::of(asked, PaperVerdict::Unknown(Unknown::CodeOfAnother)));
    }
    let found = register.issues_by_record(&digest).map_err(unusable)?.pop();
    match found {
        Some(found) => {
            let check = known(asked, &found, register)?;
            Ok(PaperCheck { file: Some(FileState::Other), ..check })
        }
        None => unknown(asked, &named, register),
    }
}

/// What an attached record is of, as the check line names it.
pub(in crate::desk) fn name_of(file: &str, record: &Value) -> Option<String> {
    let text = |key: &str| record.get(key).and_then(Value::as_str);
    if text("jenis") == Some(MONTHLY) {
        let month = file.strip_prefix(MONTHLY)?.strip_prefix('-')?.strip_suffix(".json")?;
        return Some(format!("{month}/{MONTHLY}"));
    }
    let round = record.get("putaran").and_then(Value::as_u64)?;
    Some(format!("{}/{}/{round}", text("permohonan")?, text("naskah")?))
}

/// The print that a file begins with, where it is one that was issued.
fn issued_print(
    pdf: &[u8],
    register: &Register,
) -> Result<Option<(FoundIssue, FileState)>, Refusal> {
    for (digest, rest) in beginnings(pdf) {
        if let Some(found) = register.issue_by_print(&digest).map_err(unusable)? {
            let signed = rest.windows(10).any(|part| part == b"/ByteRange");
            let state = match rest.len() {
                0 => FileState::Whole,
                bytes => FileState::Added { bytes, signed },
            };
            return Ok(Some((found, state)));
        }
    }
    Ok(None)
}

/// Of each PDF that a file begins with, the digest of it and what comes after it: who
/// signs a file electronically leaves it as it was and adds to it.
pub(in crate::desk) fn beginnings(pdf: &[u8]) -> impl Iterator<Item = (String, &[u8])> {
    let mut hash = Sha256::new();
    let mut hashed = 0;
    ends(pdf).into_iter().filter_map(move |end| {
        let (piece, rest) = (pdf.get(hashed..end)?, pdf.get(end..)?);
        hash.update(piece);
        hashed = end;
        Some((hex(&hash.clone().finalize()), rest))
    })
}

/// Where the file could end: after each `%%EOF`, with or without the end of its line.
fn ends(pdf: &[u8]) -> Vec<usize> {
    let marks = pdf.windows(END.len()).enumerate().filter(|(_, part)| *part == END);
    let mut ends = Vec::new();
    for (at, _) in marks.take(MOST_ENDS) {
        let mut end = at + END.len();
        ends.push(end);
        while let Some(b'\r' | b'\n') = pdf.get(end) {
            end += 1;
            ends.push(end);
        }
    }
    ends.truncate(4 * MOST_ENDS);
    ends
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let system = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => "berkas itu tidak ada".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "tidak ada izin, atau berkas itu sedang dipakai program lain".to_owned()
        }
        _ => why(&error),
    };
    if fs::metadata(path).map_err(system)?.is_dir() {
        return Err("itu folder".to_owned());
    }
    let mut pdf = Vec::new();
    let file = File::open(path).map_err(system)?;
    file.take(LARGEST + 1).read_to_end(&mut pdf).map_err(system)?;
    if pdf.len() as u64 > LARGEST {
        return Err("lebih besar daripada 64 MB; naskah tertib tidak pernah sebesar itu".to_owned());
    }
    let head = pdf.get(..1024).unwrap_or(&pdf);
    if !head.windows(5).any(|part| part == b"%PDF-") {
        return Err("bukan berkas PDF".to_owned());
    }
    Ok(pdf)
}

fn in_words(fault: PdfFault) -> &'static str {
    match fault {
        PdfFault::Damaged => "berkas PDF itu rusak atau terpotong",
        PdfFault::Encrypted => "berkas PDF itu dikunci dengan kata sandi",
        PdfFault::TooMuch => {
            "membacanya memerlukan memori atau waktu jauh lebih banyak daripada naskah mana pun"
        }
    }
}

fn cannot_be_read(asked: &str, why: &str) -> Diagnostic {
    Diagnostic::error(format!("{asked} tidak dapat dibaca: {why}"))
        .consequence("naskahnya belum dicari.")
        .advice("ketik saja kode cek dari kaki naskahnya: tertib cek-naskah KODE")
        .at(Place::File(asked.replace('\\', "/").into()))
}
