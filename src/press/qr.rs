//! A QR code as a vector image. The only door to qrcodegen.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// White modules around the code, as its standard demands.
const QUIET: i32 = 4;

/// The code of a text as SVG, black on white with its quiet zone; `None` for a text
/// longer than a code holds. Black modules side by side are one rectangle: each page
/// carries the picture, and it is half as long so.
pub fn qr_code(text: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let width = code.size();
    let mut bars = String::new();
    for row in 0..width {
        let line: Vec<bool> = (0..width).map(|column| code.get_module(column, row)).collect();
        let mut from = 0;
        for run in line.chunk_by(|left, right| left == right) {
            if run.first() == Some(&true) {
                let (x, y, long) = (from + QUIET, row + QUIET, run.len());
                write!(bars, "M{x} {y}h{long}v1H{x}z").ok()?;
            }
            from += i32::try_from(run.len()).ok()?;
        }
    }
    let side = width + 2 * QUIET;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\" \
         viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{bars}\"/></svg>"
    ))
}
