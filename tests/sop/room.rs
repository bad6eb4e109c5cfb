//! A small definition to make mistakes in, and all that a person sees of them.

use std::fmt::Write as _;

use tertib::diagnostic::{Diagnostic, Place};
use tertib::sop::Definition;

pub const ROOM: &str = r#"[sop]
nama = "PEMINJAMAN RUANG RAPAT"
nomor = "SOP-7"
tanggal_efektif = "2 Januari 2024"
berlaku_untuk = ["baru"]

[[peran]]
id = "peminjam"
nama = "Peminjam"
pemohon = true

[[peran]]
id = "pengelola"
nama = "Pengelola Ruang"

[[langkah]]
no = 1
kegiatan = "Mengajukan peminjaman"
pelaksana = ["peminjam"]
waktu = "10 menit"

[[langkah]]
no = 2
kegiatan = "Memeriksa jadwal"
pelaksana = ["pengelola"]
waktu = "20 menit"
naskah = ["verifikasi"]
keputusan = { bila_tidak = 1 }

[[langkah]]
no = 3
kegiatan = "Menyerahkan kunci"
pelaksana = ["pengelola"]
waktu = "1 jam"
"#;

/// The file with one place written otherwise.
pub fn with(written: &str, otherwise: &str) -> String {
    assert_eq!(ROOM.matches(written).count(), 1, "{written} must stand there once");
    ROOM.replace(written, otherwise)
}

#[track_caller]
pub fn loads(text: &str) -> Definition {
    Definition::parse("sop/ruang.toml", text).unwrap_or_else(|told| panic!("{}", shown(&told)))
}

#[track_caller]
pub fn refused(text: &str) -> String {
    match Definition::parse("sop/ruang.toml", text) {
        Ok(_) => panic!("it loads:\n{text}"),
        Err(told) => shown(&told),
    }
}

/// All that a person sees of it.
fn shown(told: &[Diagnostic]) -> String {
    let mut text = String::new();
    for told in told {
        assert_eq!(told.code, None, "an error of a file has no code");
        let _ = writeln!(text, "{}: {}", told.level, told.message);
        for place in &told.places {
            let Place::Text { file, line, column } = place else { panic!("{place:?}") };
            let _ = writeln!(text, "{file}:{line}:{column}");
        }
        let _ = writeln!(text, "akibat: {}", told.consequence);
        let _ = writeln!(text, "saran: {}", told.advice);
    }
    text
}
