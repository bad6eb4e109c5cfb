//! A QR code as a vector image. The only door to qrcode.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// White modules around the code, as its standard demands.
const QUIET: usize = 4;

/// The code of a text as SVG, black on white with its quiet zone; `None` for a text
/// longer than a code holds. Black modules side by side are one rectangle: each page
/// carries the picture, and it is half as long so.
pub fn qr_code(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M).ok()?;
    let width = code.width();
    let modules = code.to_colors();
    let mut bars = String::new();
    for (row, line) in modules.chunks(width).enumerate() {
        let mut from = 0;
        for run in line.chunk_by(|left, right| left == right) {
            if run.first() == Some(&Color::Dark) {
                let (x, y, long) = (from + QUIET, row + QUIET, run.len());
                write!(bars, "M{x} {y}h{long}v1H{x}z").ok()?;
            }
            from += run.len();
        }
    }
    let side = width + 2 * QUIET;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\" \
         viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{bars}\"/></svg>"
    ))
}
