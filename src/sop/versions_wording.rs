//! What is said of the procedures of the office and their versions.

use chrono::NaiveDate;

use super::Definition;
use super::recognise::fold;
use super::versions::Version;
use crate::calendar::wording::date;
use crate::diagnostic::Diagnostic;

/// What the built-in definition is called where files are named.
pub(super) const BUILTIN: &str = "SOP bawaan";

/// A version and the receipts that it is for.
pub(super) fn version(version: &Version<'_>) -> String {
    let sop = version.definition;
    let number = match version.named {
        true => format!("{}, {}", sop.number, sop.name),
        false => sop.number.clone(),
    };
    let receipts = match (version.from, version.until) {
        (None, None) => return number,
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
    let is_only = version.from.is_none() && version.until.is_none();
    if version.named && is_only {
        return format!("SOP {}", version.definition.number);
    }
    if version.named {
        let of = &version.definition.name;
        return match version.definition.effective {
            Some(day) => format!("{of}, efektif {}", date(day)),
            None => format!("{of}, versi pertama"),
        };
    }
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

/// Two or more procedures for new requests (`is_shared`), or none.
pub(super) fn no_main(files: &[&(String, Definition)], is_shared: bool) -> Diagnostic {
    let named: Vec<String> =
        files.iter().map(|(file, sop)| format!("{file} (SOP {})", sop.number)).collect();
    let named = named.join(" dan ");
    let message = match is_shared {
        true => {
            format!("{named} sama-sama untuk permohonan baru; tidak disebut SOP mana yang utama")
        }
        false => format!(
            "{named} tidak ada yang untuk permohonan baru; tidak disebut SOP mana yang utama"
        ),
    };
    let first = files.first().map_or("", |(_, sop)| &sop.number);
    Diagnostic::error(message).advice(format!(
        "bila ini versi-versi dari satu SOP, tulis menggantikan = \"nomor SOP lama\" di bawah [sop] pada yang baru; bila prosedur yang berlainan, sebut yang utama di tertib.toml, [opsi] sop = \"{first}\" misalnya, atau betulkan berlaku_untuk"
    ))
}

/// `[opsi] sop` names none of the procedures.
pub(super) fn no_such_main<'a>(
    written: &str,
    known: impl Iterator<Item = &'a Definition>,
) -> Diagnostic {
    let known: Vec<&Definition> = known.collect();
    let likeness = |sop: &&&Definition| {
        let near = |name: &str| strsim::jaro_winkler(&fold(written), &fold(name));
        (near(&sop.number).max(near(&sop.name)) * 1e6) as i64
    };
    let nearest = known.iter().max_by_key(likeness).filter(|sop| likeness(sop) > 800_000);
    let meant = nearest.map_or(String::new(), |sop| format!("; mungkin maksudnya {}", sop.number));
    let all: Vec<String> =
        known.iter().map(|sop| format!("{} ({})", sop.number, sop.name)).collect();
    Diagnostic::error(format!(
        "[opsi] sop \"{written}\" bukan nomor atau nama SOP kantor ini{meant}"
    ))
    .advice(format!("SOP yang ada: {}", all.join("; ")))
}

pub(super) fn role_called_alike(
    file: &str,
    id: &str,
    first: &str,
    first_id: &str,
    name: &str,
) -> Diagnostic {
    Diagnostic::error(format!(
        "peran \"{name}\" ber-id {id} di {file}, tetapi {first_id} di {first}"
    ))
    .advice(format!(
        "pakai id yang sama untuk peran yang sama di semua SOP ({first_id}), supaya daftar pegawai berlaku untuk semuanya"
    ))
}
