//! What marks the sheet of findings that `periksa --anotasi` puts first into a copy of a
//! workbook: whoever writes it and whoever reads workbooks must agree on that, for the
//! sheet is no input.

/// How its first cell begins.
pub const FINDINGS_TITLE: &str = "Temuan tertib";

/// The heads of its table.
pub const FINDINGS_HEAD: [&str; 8] =
    ["Kode", "Tingkat", "Permohonan", "Lembar", "Sel", "Pesan", "Akibat", "Saran"];
