//! What a PDF holds that a paper of this program would hold: the files that travel in it
//! and the check codes that stand on its pages. A door to lopdf.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, LoadOptions, Object};

use super::{PdfFault, PdfParts};

/// The most that one stream may hold once it is unpacked: records and pages of papers
/// are far below it.
const LARGEST_STREAM: usize = 64 << 20;
/// No paper has more pages.
const MOST_PAGES: usize = 2000;
const CAPTIONS: [&str; 2] = ["Kode cek (bukan tanda tangan elektronik):", "Kode cek "];

/// Reads a PDF from whatever hand it comes.
pub(super) fn parts_of(pdf: &[u8]) -> Result<PdfParts, PdfFault> {
    let options = LoadOptions::with_max_decompressed_size(LARGEST_STREAM);
    let document = Document::load_mem_with_options(pdf, options).map_err(fault)?;
    if document.is_encrypted() {
        return Err(PdfFault::Encrypted);
    }
    let mut parts = PdfParts { attachments: Vec::new(), codes: codes(&document) };
    for object in document.objects.values() {
        let Ok(file) = object.as_dict() else { continue };
        if let Some(attached) = attached(&document, file) {
            parts.attachments.push(attached);
        }
    }
    Ok(parts)
}

fn fault(error: lopdf::Error) -> PdfFault {
    match error {
        lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) => PdfFault::Encrypted,
        _ => PdfFault::Damaged,
    }
}

/// The file that a file specification embeds.
fn attached(document: &Document, file: &Dictionary) -> Option<(String, Vec<u8>)> {
    let embedded = resolved(document, file.get(b"EF").ok()?).as_dict().ok()?;
    let stream = resolved(document, embedded.get(b"F").ok()?).as_stream().ok()?;
    let name = file.get(b"UF").or_else(|_| file.get(b"F")).ok()?;
    let name = lopdf::decode_text_string(resolved(document, name)).unwrap_or_default();
    let content = match stream.is_compressed() {
        true => stream.decompressed_content_with_limit(LARGEST_STREAM).ok()?,
        false => stream.content.clone(),
    };
    Some((name, content))
}

fn resolved<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).map_or(object, |(_, object)| object)
}

/// The check codes of the pages, and of the pictures that stand for them, each once.
fn codes(document: &Document) -> Vec<String> {
    let mut found = BTreeSet::new();
    for page in document.get_pages().into_keys().take(MOST_PAGES) {
        let text = document.extract_text_with_limit(&[page], LARGEST_STREAM).unwrap_or_default();
        found.extend(after_caption(&text));
    }
    for object in document.objects.values() {
        let Ok(alt) = object.as_dict().and_then(|figure| figure.get(b"Alt")) else { continue };
        let words = lopdf::decode_text_string(resolved(document, alt)).unwrap_or_default();
        found.extend(after_caption(&words));
    }
    found.into_iter().collect()
}

fn after_caption(text: &str) -> Option<String> {
    let caption = CAPTIONS.iter().find_map(|caption| text.split_once(caption));
    let (code, _) = caption.map(|(_, rest)| rest.split_once("Halaman").unwrap_or((rest, "")))?;
    let code: String = code.chars().filter(|c| !c.is_whitespace() && !is_break(*c)).collect();
    code.contains('/').then_some(code)
}

/// A place at which a long word may be broken.
fn is_break(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}')
}

#[cfg(test)]
mod tests {
    use super::after_caption;

    #[test]
    fn a_code_is_found_after_its_caption_wherever_its_line_is_broken() {
        let page = "… lembar kendali.\nKode cek (bukan tanda tangan elektronik): P-1/akun/1/HX1M-\n6HK4-HXNS-DQW9-2C\nHalaman 1 dari 1";
        assert_eq!(after_caption(page).unwrap(), "P-1/akun/1/HX1M-6HK4-HXNS-DQW9-2C");
        assert_eq!(after_caption("Kode cek P-1/akun/1/X").unwrap(), "P-1/akun/1/X");
        assert_eq!(after_caption("Kode cek pada gambar; bukan tanda tangan elektronik"), None);
        assert_eq!(after_caption("tanpa kode"), None);
    }
}
