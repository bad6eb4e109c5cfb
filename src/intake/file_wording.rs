//! The Indonesian words for whole files and sheets that cannot be read.

use super::heading::Kind;
use super::names::{label, sheet_name};
use super::problem::{FileFault, Lack};
use super::wording::{AGAIN, Words};

pub(super) fn file(fault: FileFault) -> Words {
    let rest = "isi berkas ini tidak dibaca; berkas lain tetap diperiksa.".to_owned();
    let (message, advice) = match fault {
        FileFault::Missing => ("berkas ini tidak ada".to_owned(), "periksa nama dan letak berkas, lalu jalankan lagi: tertib periksa".to_owned()),
        FileFault::Denied => (
            "berkas ini tidak boleh dibaca atau sedang dipakai program lain".to_owned(),
            "tutup berkas di program lain atau minta izin membacanya, lalu jalankan lagi: tertib periksa".to_owned(),
        ),
        FileFault::Empty => (
            "berkas ini kosong: ukurannya nol".to_owned(),
            "ganti dengan salinan yang utuh, atau hapus dari folder data, lalu jalankan lagi: tertib periksa".to_owned(),
        ),
        FileFault::Password => (
            "berkas ini dikunci dengan kata sandi".to_owned(),
            format!("buka di Excel, hapus kata sandinya (File › Info › Lindungi Buku Kerja), {AGAIN}"),
        ),
        FileFault::Damaged => (
            "berkas ini rusak atau terpotong".to_owned(),
            "ganti dengan salinan yang utuh, atau buka dan perbaiki di Excel lalu simpan sebagai .xlsx, lalu jalankan lagi: tertib periksa".to_owned(),
        ),
        FileFault::NotWorkbook => (
            "berkas ini bukan buku kerja Excel".to_owned(),
            "simpan datanya sebagai .xlsx, atau pindahkan berkas ini ke luar folder data, lalu jalankan lagi: tertib periksa".to_owned(),
        ),
        FileFault::OtherFormat(ending) => (
            format!("berkas ini berbentuk {ending}, yang belum dapat dibaca"),
            "buka berkas ini, simpan sebagai .xlsx (File › Simpan Sebagai), lalu jalankan lagi: tertib periksa".to_owned(),
        ),
        FileFault::FolderUnreadable => (
            "folder ini tidak dapat dibuka".to_owned(),
            "minta izin membuka folder ini, lalu jalankan lagi: tertib periksa".to_owned(),
        ),
        FileFault::TooManySheets => (
            "lembar pada semua berkas terlalu banyak untuk dibaca sekaligus".to_owned(),
            "pindahkan sebagian berkas ke folder yang namanya diawali garis bawah, lalu jalankan lagi: tertib periksa".to_owned(),
        ),
        FileFault::Stopped => (
            "berkas ini tidak dapat dibaca: susunannya menyimpang dari buku kerja Excel".to_owned(),
            "buka di Excel, simpan sebagai .xlsx baru, lalu jalankan lagi: tertib periksa".to_owned(),
        ),
    };
    (message, rest, advice)
}

pub(super) fn broken(last_row: Option<u32>) -> Words {
    let consequence = match last_row {
        Some(row) => format!(
            "baris sampai {} dibaca, baris sesudahnya tidak; lembar dan berkas lain tetap diperiksa.",
            u64::from(row) + 1
        ),
        None => "isi lembar ini tidak dibaca; lembar dan berkas lain tetap diperiksa.".to_owned(),
    };
    (
        "lembar ini rusak atau terpotong".to_owned(),
        consequence,
        "ganti berkas dengan salinan yang utuh, atau buka dan perbaiki di Excel lalu simpan sebagai .xlsx, lalu jalankan lagi: tertib periksa".to_owned(),
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
