//! A photo as a paper can show it: upright, of a size that a page needs, in plain colours.
//! The only door to the library that reads pictures.
//!
//! What people take with a telephone is far larger than a page can show, turned by a note
//! inside the file, and says where it was taken; what comes from elsewhere has colours for
//! printing presses or transparent parts, which a PDF for the archive cannot take. So each
//! is read, turned, made smaller and written anew: the same file gives the same bytes.

use std::fmt;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbImage};

/// The longest side on paper: half a page wide at 300 dots an inch.
const LONGEST: u32 = 1200;

/// A picture of more dots than that is not opened.
const MOST_DOTS: u64 = 60_000_000;

/// The largest file that is opened, in bytes.
pub const LARGEST_FILE: u64 = 40 * 1024 * 1024;

const QUALITY: u8 = 82;

/// Why a file cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoFault {
    /// Damaged, or neither JPEG nor PNG whatever its name says.
    Unreadable,
    TooLarge,
}

impl fmt::Display for PhotoFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PhotoFault::Unreadable => "berkasnya rusak, atau bukan gambar JPEG atau PNG",
            PhotoFault::TooLarge => "gambarnya terlalu besar (lebih dari 60 juta titik atau 40 MB)",
        })
    }
}

/// A picture for a page, as JPEG.
///
/// # Errors
/// It cannot be read, or is too large to be.
pub fn photo(file: &[u8]) -> Result<Vec<u8>, PhotoFault> {
    // A damaged file may stop its reader in any way.
    catch_unwind(AssertUnwindSafe(|| read(file))).unwrap_or(Err(PhotoFault::Unreadable))
}

fn read(file: &[u8]) -> Result<Vec<u8>, PhotoFault> {
    let unreadable = |_| PhotoFault::Unreadable;
    let mut reader = ImageReader::new(Cursor::new(file));
    reader = reader.with_guessed_format().map_err(|_| PhotoFault::Unreadable)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png)) {
        return Err(PhotoFault::Unreadable);
    }
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_DOTS {
        return Err(PhotoFault::TooLarge);
    }
    let turned = decoder.orientation().map_err(unreadable)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    if width.max(height) > LONGEST {
        picture = picture.thumbnail(LONGEST, LONGEST);
    }
    picture.apply_orientation(turned);
    let mut written = Vec::new();
    JpegEncoder::new_with_quality(&mut written, QUALITY)
        .encode_image(&on_white(&picture))
        .map_err(unreadable)?;
    Ok(written)
}

/// What is transparent shows the paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let seen = picture.to_rgba8();
    let mut page = RgbImage::new(seen.width(), seen.height());
    for (dot, shown) in seen.pixels().zip(page.pixels_mut()) {
        let [red, green, blue, alpha] = dot.0;
        let blend = |colour: u8| {
            let (colour, alpha) = (u32::from(colour), u32::from(alpha));
            u8::try_from((colour * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
        };
        shown.0 = [red, green, blue].map(blend);
    }
    page
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, Rgba, RgbaImage};

    use super::{PhotoFault, photo};

    fn png(width: u32, height: u32, dot: [u8; 4]) -> Vec<u8> {
        let picture = RgbaImage::from_pixel(width, height, Rgba(dot));
        let mut file = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut file, ImageFormat::Png).unwrap();
        file.into_inner()
    }

    #[test]
    fn what_is_transparent_shows_white_paper() {
        let shown = photo(&png(9, 5, [0, 0, 0, 0])).unwrap();
        let shown = image::load_from_memory(&shown).unwrap().to_rgb8();
        assert_eq!(shown.dimensions(), (9, 5));
        assert!(shown.pixels().all(|dot| dot.0.iter().all(|colour| *colour > 250)));
    }

    #[test]
    fn a_picture_is_made_as_small_as_a_page_needs_and_the_same_each_time() {
        let file = png(2400, 600, [200, 10, 10, 255]);
        let shown = photo(&file).unwrap();
        assert_eq!(image::load_from_memory(&shown).unwrap().to_rgb8().dimensions(), (1200, 300));
        assert_eq!(photo(&file).unwrap(), shown);
    }

    #[test]
    fn what_is_no_picture_or_half_of_one_is_told() {
        let file = png(300, 300, [1, 2, 3, 255]);
        let half = file.get(..file.len() / 2).unwrap();
        for damaged in [half, b"", b"%PDF-1.7", b"\xff\xd8\xff\xe0"] {
            assert_eq!(photo(damaged), Err(PhotoFault::Unreadable));
        }
    }

    #[test]
    fn a_small_file_that_claims_to_be_huge_is_not_opened() {
        let mut file = png(4, 4, [0; 4]);
        let (width, height) = (16..20, 20..24);
        for at in [width, height] {
            file.get_mut(at).unwrap().copy_from_slice(&60_000_u32.to_be_bytes());
        }
        let sum = crc(file.get(12..29).unwrap());
        file.get_mut(29..33).unwrap().copy_from_slice(&sum.to_be_bytes());
        assert_eq!(photo(&file), Err(PhotoFault::TooLarge));
    }

    /// The sum at the end of a chunk of PNG.
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
                (sum >> 1) ^ (if sum & 1 == 1 { 0xEDB8_8320 } else { 0 })
            })
        })
    }
}
