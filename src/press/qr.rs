//! A QR code as a vector image. The only door to qrcode.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

/// The code of a text as SVG, black on white with its quiet zone; `None` for a text
/// longer than a code holds.
pub fn qr_code(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M).ok()?;
    Some(code.render::<svg::Color<'_>>().min_dimensions(120, 120).build())
}
