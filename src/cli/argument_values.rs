//! The values of options, from what staff type.

use chrono::{NaiveDate, NaiveDateTime};

use crate::desk::{Month, PaperKind, as_of, number_kind};

pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    as_of::date(text)
        .ok_or_else(|| "tulis tanggal sebagai TTTT-BB-HH, misalnya 2024-07-01".to_owned())
}

pub(super) fn numbered_kind(text: &str) -> Result<&'static str, String> {
    number_kind(text).ok_or_else(|| "tulis jenis naskah, misalnya berita-acara".to_owned())
}

pub(super) fn moment(text: &str) -> Result<NaiveDateTime, String> {
    as_of::parse(text).ok_or_else(|| {
        "tulis tanggal sebagai TTTT-BB-HH, misalnya 2024-07-01, atau dengan jam: \"2024-07-01 08:00\""
            .to_owned()
    })
}

pub(super) fn kind(text: &str) -> Result<PaperKind, String> {
    PaperKind::from_stem(text).ok_or_else(|| {
        let kinds = PaperKind::ALL.map(PaperKind::stem).join(", ");
        format!("tulis salah satu jenis naskah: {kinds}")
    })
}

pub(super) fn month(text: &str) -> Result<Month, String> {
    Month::parse(text).ok_or_else(|| "tulis bulan sebagai TTTT-BB, misalnya 2024-06".to_owned())
}
