//! The pages of a paper as pictures. The only door to typst-render.

use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use super::manuscript::Product;
use super::{Press, PressProblem, PrintJob};

/// Stands in each picture, by which it is known again.
pub const PREVIEW_MARK: &str = "pratinjau tertib";
const CHUNK: &[u8; 4] = b"tEXt";
/// The signature of a PNG and its first chunk, which says how large it is.
const HEAD: usize = 8 + 25;

impl Press {
    /// Sets a paper and draws each page as PNG.
    ///
    /// # Errors
    /// All that typst has against the template, warnings included.
    pub fn pictures(&self, job: &PrintJob) -> Result<Vec<Vec<u8>>, Vec<PressProblem>> {
        let PrintJob { template, data, edition, pictures } = job;
        let (pages, _) = self.make(template, data, edition, pictures.fetch(), Product::Pictures)?;
        Ok(pages)
    }
}

/// The pages as PNG; `None` where one is larger than a picture may be.
pub(super) fn drawn(document: &PagedDocument) -> Option<Vec<Vec<u8>>> {
    // 144 dots an inch: fine enough to read small print on a screen.
    let options = RenderOptions::default();
    let png = |page| typst_render::render(page, &options).encode_png().ok().map(marked);
    document.pages().iter().map(png).collect()
}

/// The picture with its mark behind the first chunk.
fn marked(png: Vec<u8>) -> Vec<u8> {
    let Some((head, rest)) = png.split_at_checked(HEAD) else { return png };
    let mark = [b"Comment\0", PREVIEW_MARK.as_bytes()].concat();
    let body = [&CHUNK[..], &mark].concat();
    let length = (mark.len() as u32).to_be_bytes();
    [head, &length, &body, &check_sum(&body).to_be_bytes(), rest].concat()
}

/// Whether a picture bears the mark.
pub fn is_own_picture(png: &[u8]) -> bool {
    let mark = png.get(HEAD..).and_then(|rest| rest.get(4..)).unwrap_or_default();
    let expected = [&CHUNK[..], b"Comment\0", PREVIEW_MARK.as_bytes()].concat();
    png.starts_with(b"\x89PNG") && mark.starts_with(&expected)
}

/// CRC-32 as the format of PNG lays it down.
fn check_sum(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 }
        })
    });
    !sum
}

#[cfg(test)]
mod tests {
    use super::{check_sum, is_own_picture, marked};

    #[test]
    fn a_chunk_is_summed_as_the_format_says() {
        // The last chunk of every PNG.
        assert_eq!(check_sum(b"IEND"), 0xAE42_6082);
    }

    #[test]
    fn only_a_picture_with_the_mark_is_ours() {
        let plain = [b"\x89PNG\r\n\x1a\n".to_vec(), vec![0; 40]].concat();
        assert!(!is_own_picture(&plain) && is_own_picture(&marked(plain)));
        assert!(!is_own_picture(b"") && !is_own_picture(b"pratinjau tertib"));
    }
}
