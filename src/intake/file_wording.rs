//! The Indonesian words for whole files and sheets that cannot be read.

use super::heading::Kind;
use super::names::{label, sheet_name};
use super::problem::{FileFault, Foreign, Lack, SheetFault};
use super::wording::{AGAIN, Words};

const RUN: &str = "lalu jalankan lagi: tertib periksa";

pub(super) fn file(fault: FileFault) -> Words {
    let rest = "isi berkas ini tidak dibaca; berkas lain tetap diperiksa.".to_owned();
    let (message, advice) = match fault {
        FileFault::Missing => ("berkas ini tidak ada", format!("periksa nama dan letak berkas, {RUN}")),
        FileFault::Denied => (
            "berkas ini tidak boleh dibaca atau sedang dipakai program lain",
            format!("tutup berkas di program lain atau minta izin membacanya, {RUN}"),
        ),
        FileFault::Empty => (
            "berkas ini kosong: tidak ada isinya",
            format!("ganti dengan salinan yang utuh, atau hapus dari folder data, {RUN}"),
        ),
        FileFault::Password => (
            "berkas ini dikunci dengan kata sandi",
            format!("buka di Excel, hapus kata sandinya (File › Info › Lindungi Buku Kerja), {AGAIN}"),
        ),
        FileFault::Damaged => (
            "berkas ini rusak atau terpotong",
            format!("ganti dengan salinan yang utuh, atau buka dan perbaiki di Excel lalu simpan sebagai .xlsx, {RUN}"),
        ),
        FileFault::PartMissing => (
            "berkas ini tidak lengkap: bagian yang memuat daftar lembarnya tidak ada",
            format!("ganti dengan salinan yang utuh, atau buka dan perbaiki di Excel lalu simpan sebagai .xlsx, {RUN}"),
        ),
        FileFault::NoSheets => (
            "berkas ini tidak memuat satu pun lembar kerja",
            format!("bila seharusnya ada isinya, ganti dengan salinan yang utuh, {RUN}"),
        ),
        FileFault::NotWorkbook => (
            "berkas ini bukan buku kerja dan bukan tabel teks (CSV)",
            format!("simpan datanya sebagai .xlsx, atau pindahkan berkas ini ke luar folder data, {RUN}"),
        ),
        FileFault::Foreign(foreign) => return (told_foreign(foreign).to_owned(), rest, advice_on(foreign)),
        FileFault::TooLarge => (
            "berkas ini terlalu besar, atau isinya membengkak jauh melebihi buku kerja kantor",
            format!("pisahkan isinya ke beberapa buku kerja, atau salin hanya baris yang diperlukan ke buku kerja baru, {RUN}"),
        ),
        FileFault::TooSlow => (
            "berkas ini terlalu lama dibaca; pembacaannya dihentikan",
            format!("pisahkan isinya ke beberapa buku kerja, atau simpan ulang di Excel sebagai .xlsx baru, {RUN}"),
        ),
        FileFault::Overwhelming => (
            "berkas ini tidak dapat dibaca: susunannya rusak, atau membacanya memerlukan terlalu banyak memori",
            format!("buka di Excel, simpan sebagai .xlsx baru, {RUN}"),
        ),
        FileFault::FolderUnreadable => {
            ("folder ini tidak dapat dibuka", format!("minta izin membuka folder ini, {RUN}"))
        }
        FileFault::TooManySheets => (
            "lembar pada semua berkas terlalu banyak untuk dibaca sekaligus",
            format!("pindahkan sebagian berkas ke folder yang namanya diawali garis bawah, {RUN}"),
        ),
        FileFault::Stopped | FileFault::Deviant => (
            "berkas ini tidak dapat dibaca: susunannya menyimpang dari buku kerja Excel",
            format!("buka di Excel, simpan sebagai .xlsx baru, {RUN}"),
        ),
        FileFault::NoReader => (
            "berkas ini belum dibaca: bagian program yang membaca buku kerja tidak dapat dijalankan",
            "pastikan program tertib tidak dipindahkan atau dihapus selama dipakai, lalu jalankan lagi: tertib periksa".to_owned(),
        ),
    };
    (message.to_owned(), rest, advice)
}

fn told_foreign(foreign: Foreign) -> &'static str {
    match foreign {
        Foreign::Pdf => "berkas ini dokumen PDF, bukan buku kerja",
        Foreign::Picture => "berkas ini gambar, bukan buku kerja",
        Foreign::Word => "berkas ini dokumen pengolah kata, bukan buku kerja",
        Foreign::PowerPoint => "berkas ini bahan presentasi, bukan buku kerja",
        Foreign::Numbers => "berkas ini buku kerja Numbers, yang tidak dapat dibaca",
        Foreign::Archive => "berkas ini arsip (ZIP dan sejenisnya), bukan buku kerja",
        Foreign::WebPage => "berkas ini sebenarnya halaman web, bukan buku kerja Excel",
        Foreign::XmlSpreadsheet => {
            "berkas ini berbentuk XML Spreadsheet 2003, yang tidak dapat dibaca"
        }
        Foreign::OtherXml => "berkas ini dokumen XML, bukan buku kerja",
        Foreign::OldExcel => {
            "berkas ini dari Excel 4 atau yang lebih lama, yang tidak dapat dibaca"
        }
        Foreign::OtherTable => "berkas ini tabel dari program lain, yang tidak dapat dibaca",
    }
}

fn advice_on(foreign: Foreign) -> String {
    match foreign {
        Foreign::WebPage | Foreign::XmlSpreadsheet | Foreign::OldExcel | Foreign::OtherTable => {
            format!(
                "buka di Excel atau LibreOffice, simpan sebagai .xlsx (File › Simpan Sebagai), hapus berkas ini dari folder data, {RUN}"
            )
        }
        Foreign::Numbers => format!(
            "buka di Numbers, pilih File › Export To › Excel, simpan hasilnya di folder data, {RUN}"
        ),
        Foreign::Archive => {
            format!("keluarkan buku kerja dari arsip ini ke folder data, pindahkan arsipnya, {RUN}")
        }
        Foreign::Pdf | Foreign::Picture => format!(
            "bila ini pindaian atau bukti, pindahkan ke folder bukti-dukung; data permohonan disimpan sebagai .xlsx, {RUN}"
        ),
        Foreign::Word | Foreign::PowerPoint | Foreign::OtherXml => format!(
            "salin tabelnya ke buku kerja .xlsx, atau pindahkan berkas ini dari folder data, {RUN}"
        ),
    }
}

pub(super) fn broken(last_row: Option<u32>, fault: SheetFault) -> Words {
    let consequence = match last_row {
        Some(row) => format!(
            "baris sampai {} dibaca, baris sesudahnya tidak; lembar dan berkas lain tetap diperiksa.",
            u64::from(row) + 1
        ),
        None => "isi lembar ini tidak dibaca; lembar dan berkas lain tetap diperiksa.".to_owned(),
    };
    match fault {
        SheetFault::Damaged => (
            "lembar ini rusak atau terpotong".to_owned(),
            consequence,
            format!(
                "ganti berkas dengan salinan yang utuh, atau buka dan perbaiki di Excel lalu simpan sebagai .xlsx, {RUN}"
            ),
        ),
        SheetFault::TooLarge => (
            "lembar ini terlalu besar untuk dibaca seluruhnya".to_owned(),
            consequence,
            format!("pisahkan isinya ke beberapa lembar atau buku kerja, {RUN}"),
        ),
    }
}

pub(super) fn sheet_hidden() -> Words {
    (
        "lembar ini tersembunyi di buku kerja, dan ikut dibaca".to_owned(),
        "isinya diperiksa seperti lembar lain.".to_owned(),
        "bila lembar ini tidak berlaku lagi, hapus dari buku kerja; bila berlaku, tidak perlu diubah.".to_owned(),
    )
}

pub(super) fn rows_hidden(rows: &[u32]) -> Words {
    (
        format!("{} baris tersembunyi ikut dibaca: baris {}", rows.len(), ranges(rows)),
        "isinya diperiksa seperti baris lain.".to_owned(),
        "bila baris itu tidak berlaku lagi, hapus dari lembar; bila berlaku, tidak perlu diubah."
            .to_owned(),
    )
}

pub(super) const CALCULATE: &str =
    "buka berkas di Excel atau LibreOffice supaya rumusnya dihitung, simpan";

pub(super) fn rows_uncalculated(rows: &[u32]) -> Words {
    (
        format!(
            "{} baris hanya berisi rumus yang belum dihitung, tanpa nilai yang tersimpan: baris {}",
            rows.len(),
            ranges(rows)
        ),
        "baris itu tidak dibaca; baris lain tetap diperiksa.".to_owned(),
        format!("bila baris itu berisi data, {CALCULATE}, {RUN}"),
    )
}

pub(super) fn sheet_uncalculated(formulas: usize) -> Words {
    let count = match formulas {
        1 => "1 rumus".to_owned(),
        many => format!("{many} rumus"),
    };
    (
        format!("lembar ini berisi {count} yang belum dihitung, tanpa nilai yang tersimpan"),
        "lembar ini tidak dibaca; lembar lain tetap diperiksa.".to_owned(),
        format!("bila lembar ini berisi data permohonan, {CALCULATE}, {RUN}"),
    )
}

/// "5, 8–12, 40 dan 3 baris lain"
fn ranges(rows: &[u32]) -> String {
    const MOST: usize = 6;
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match ranges.last_mut() {
            Some((_, last)) if last.saturating_add(1) == *row => *last = *row,
            _ => ranges.push((*row, *row)),
        }
    }
    let told = ranges.iter().take(MOST).map(|(first, last)| {
        let (first, last) = (u64::from(*first) + 1, u64::from(*last) + 1);
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    });
    let told = told.collect::<Vec<_>>().join(", ");
    let rest: u64 = ranges.iter().skip(MOST).map(|(first, last)| u64::from(last - first) + 1).sum();
    if rest == 0 { told } else { format!("{told} dan {rest} baris lain") }
}

pub(super) fn heads_downward(kind: Kind) -> Words {
    (
        format!(
            "kepala kolom {} pada lembar ini tersusun ke bawah, seperti pada formulir",
            sheet_name(kind)
        ),
        "isi lembar ini tidak dibaca; lembar lain tetap diperiksa.".to_owned(),
        format!(
            "salin isinya ke tabel dengan kepala kolom ke samping (di Excel: Salin, lalu Tempel Khusus › Transpos), satu baris satu catatan, {AGAIN}"
        ),
    )
}

pub(super) fn unknown_sheet(nearest: Option<&(Kind, Vec<Lack>)>, tie: bool) -> Words {
    let message = match nearest {
        _ if tie => {
            "jenis lembar ini tidak dapat ditentukan: kepalanya cocok untuk lebih dari satu jenis"
                .to_owned()
        }
        None => "lembar ini tidak dikenal: tidak ada kepala kolom yang dikenal".to_owned(),
        Some((kind, lacks)) => {
            let lacks: Vec<String> = lacks.iter().map(lack).collect();
            format!(
                "lembar ini tidak dikenal; paling mirip lembar {}, tetapi {}",
                sheet_name(*kind),
                lacks.join(" dan ")
            )
        }
    };
    (
        message,
        "isi lembar ini tidak dibaca; lembar lain tetap diperiksa.".to_owned(),
        format!(
            "bila lembar ini perlu dibaca, lengkapi kepala kolomnya di 30 baris pertama, {AGAIN}"
        ),
    )
}

fn lack(lack: &Lack) -> String {
    match lack {
        Lack::Column(field) => format!("tidak ada kolom {}", label(*field)),
        Lack::Either(first, second) => {
            format!("tidak ada kolom {} atau {}", label(*first), label(*second))
        }
        Lack::Heads(known) => format!("hanya {known} kepala kolom yang cocok"),
    }
}
