//! Photos of the tutorial (*foto kegiatan*): what the paper says of each.

use serde::Serialize;

use crate::calendar::wording::with_capital;
use crate::records::folder_name;

/// A photo that the documentation shows. The record holds its digest, so that the picture
/// on paper can be told from another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Photo {
    /// By what the template calls it.
    pub gambar: String,
    pub keterangan: String,
    /// Of the file among the evidence.
    pub sha256: String,
}

impl Photo {
    /// The photo that stands at a place in the row, from 1.
    pub fn new(at: usize, request: &str, file: &str, digest: String) -> Photo {
        Photo {
            gambar: format!("foto-{at}.jpg"),
            keterangan: caption(request, file),
            sha256: digest,
        }
    }
}

/// What the name of a file says of its picture, without the request and the ending:
/// "P-2024-003/foto_tutorial hari ke-1.jpg" is "Foto tutorial hari ke-1".
fn caption(request: &str, file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    let number = folder_name(request);
    let is_of_request =
        name.get(..number.len()).is_some_and(|head| head.eq_ignore_ascii_case(&number));
    let rest = if is_of_request { name.get(number.len()..).unwrap_or(name) } else { name };
    let words = rest.replace('_', " ");
    let words: Vec<&str> = words.split_whitespace().collect();
    let text = words.join(" ");
    let text = text.trim_matches(['-', '.', ' ']);
    if text.is_empty() { "Foto".to_owned() } else { with_capital(text) }
}

#[cfg(test)]
mod tests {
    use super::caption;

    #[test]
    fn a_caption_is_the_name_of_the_file_made_readable_and_nothing_else() {
        let of = |file| caption("P-2024-003", file);
        assert_eq!(of("P-2024-003/foto tutorial.png"), "Foto tutorial");
        assert_eq!(of("P-2024-003 foto_tutorial__hari ke-1.jpg"), "Foto tutorial hari ke-1");
        assert_eq!(of("p-2024-003_foto.jpeg"), "Foto");
        assert_eq!(of("P-2024-003-foto 2.JPG"), "Foto 2");
        assert_eq!(caption("017/PHA", "017-PHA~57c121 foto.jpg"), "017-PHA~57c121 foto");
    }
}
