//! What is said of the versions of an SOP.

use chrono::NaiveDate;

use super::versions::Version;
use crate::calendar::wording::date;
use crate::diagnostic::Diagnostic;

/// A version and the receipts that it is for.
pub(super) fn version(version: &Version<'_>) -> String {
    let number = &version.definition.number;
    let receipts = match (version.from, version.until) {
        (None, None) => return number.clone(),
        (Some(from), None) => format!("penerimaan sejak {}", date(from)),
        (Some(from), Some(until)) => format!("penerimaan {} sampai {}", date(from), date(until)),
        (None, Some(until)) => {
            let oldest = match version.definition.effective {
                Some(day) => {
                    format!("efektif {}, dipakai juga untuk semua penerimaan sebelumnya", date(day))
                }
                None => "tanggal efektifnya tidak diketahui, maka dipakai untuk semua penerimaan \
                         sebelum versi berikutnya"
                    .to_owned(),
            };
            format!("penerimaan sampai {}; {oldest}", date(until))
        }
    };
    format!("{number} ({receipts})")
}

pub(super) fn label(version: &Version<'_>) -> String {
    match version.definition.effective {
        Some(day) => format!("SOP efektif {}", date(day)),
        None => "SOP versi pertama".to_owned(),
    }
}

pub(super) fn same_day(one: &str, other: &str, day: Option<NaiveDate>) -> Diagnostic {
    match day {
        None => Diagnostic::error(format!(
            "{one} dan {other} sama-sama tidak menyebut tanggal_efektif; tidak dapat diketahui mana yang berlaku kapan"
        ))
        .advice("isi tanggal_efektif di bawah [sop] pada versi yang lebih baru; hanya versi tertua yang boleh tanpa tanggal"),
        Some(day) => Diagnostic::error(format!(
            "{one} dan {other} sama-sama efektif {}; tidak dapat diketahui mana yang berlaku",
            date(day)
        ))
        .advice("perbaiki tanggal_efektif salah satunya, atau pindahkan yang tidak berlaku ke luar folder sop"),
    }
}

pub(super) fn stranger(file: &str, first: &str) -> Diagnostic {
    Diagnostic::error(format!(
        "{file} bukan versi lain dari SOP di {first}: nomor dan namanya berbeda"
    ))
    .advice(
        "tertib memakai satu prosedur untuk satu folder kantor: pindahkan SOP prosedur lain ke luar folder sop; bila ini memang versi barunya, tulis menggantikan = \"nomor SOP lama\" di bawah [sop]",
    )
}
