//! The short words of a cell: Ya or Tidak, a signature or none, the kind of a request.
//!
//! "Tidak sesuai" is read before "sesuai", and "T" is Tidak. What could be meant
//! either way is no answer: a lone "x" is as often a cross as a tick.

use super::text::{fold, is_placeholder};
use super::workbook::Value;
use crate::records::{Decision, RequestKind};

const REFUSED: &[&str] = &["ditolak", "tolak", "menolak", "penolakan", "reject", "rejected"];
const NO: &[&str] = &[
    "t",
    "n",
    "no",
    "ts",
    "tl",
    "tidak",
    "tdk",
    "tak",
    "bukan",
    "belum",
    "blm",
    "kurang",
    "dikembalikan",
    "kembali",
    "kembalikan",
    "pengembalian",
    "returned",
    "false",
    "salah",
    "gagal",
    "revisi",
    "diperbaiki",
];
const YES: &[&str] = &[
    "y",
    "ya",
    "iya",
    "yes",
    "v",
    "ada",
    "sesuai",
    "lengkap",
    "ok",
    "oke",
    "okay",
    "setuju",
    "disetujui",
    "selesai",
    "sudah",
    "diterima",
    "terima",
    "memenuhi",
    "terpenuhi",
    "valid",
    "benar",
    "true",
    "layak",
    "lanjut",
    "dilanjutkan",
    "diteruskan",
    "approved",
    "lolos",
    "terverifikasi",
];
/// Ticks, those of the Wingdings fonts by the letters behind them included.
const TICKS: &[&str] = &["✓", "✔", "√", "☑", "✅", "🗸", "ü", "þ", "P", "R"];
const CROSSES: &[&str] = &["✗", "✘", "✕", "☒", "❌", "☐", "□", "û"];
/// What cannot be wanting: "tidak ada kendala" is no refusal.
const NOTHING_WRONG: &[&str] =
    &["kendala", "masalah", "kekurangan", "catatan", "keberatan", "hambatan"];

/// What the cell of a decision says; `None` where it is no decision.
pub(super) fn decision(value: &Value<'_>) -> Option<Decision> {
    match value {
        Value::Bool(truth) => Some(if *truth { Decision::Ya } else { Decision::Tidak }),
        Value::Number(number) if *number == 1.0 => Some(Decision::Ya),
        Value::Number(number) if *number == 0.0 => Some(Decision::Tidak),
        Value::Text(text) => decision_in_words(text),
        Value::Number(_) | Value::Date(_) | Value::Clock(_) | Value::Fault(_) => None,
    }
}

pub(super) fn decision_in_words(text: &str) -> Option<Decision> {
    let sign = text.trim();
    if TICKS.contains(&sign) {
        return Some(Decision::Ya);
    }
    if CROSSES.contains(&sign) {
        return Some(Decision::Tidak);
    }
    let folded = fold(sign);
    let words: Vec<&str> = folded.split(' ').collect();
    let first = *words.first()?;
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let pure_yes = ["y", "ya", "iya", "yes"].contains(&first);
    let pure_no = ["t", "n", "no", "tidak", "tdk"];
    if pure_yes && words.get(1).is_some_and(|second| pure_no.contains(second)) {
        // "Y/T", still to be crossed out; "Ya, tidak ada kendala" is a Ya.
        return has(NOTHING_WRONG).then_some(Decision::Ya);
    }
    if pure_yes {
        return Some(Decision::Ya);
    }
    let denied = has(NO);
    if has(REFUSED) {
        return (!denied).then_some(Decision::Ditolak);
    }
    if denied {
        return (!has(NOTHING_WRONG)).then_some(Decision::Tidak);
    }
    match folded.as_str() {
        "1" => Some(Decision::Ya),
        "0" => Some(Decision::Tidak),
        _ => has(YES).then_some(Decision::Ya),
    }
}

/// Whether the cell of initials says that it was signed: a tick, initials, a name,
/// TTE, SRIKANDI. "Tidak", "belum", a dash, 0 and a lone "x" are no signature.
pub(super) fn is_signed(value: &Value<'_>) -> bool {
    match value {
        Value::Bool(truth) => *truth,
        Value::Number(number) => *number != 0.0,
        Value::Date(_) | Value::Clock(_) => true,
        Value::Fault(_) => false,
        Value::Text(text) => {
            let sign = text.trim();
            if TICKS.contains(&sign) {
                return true;
            }
            let folded = fold(sign);
            let first = folded.split(' ').next().unwrap_or_default();
            let denied = [
                "tidak", "tdk", "belum", "blm", "bukan", "tanpa", "no", "false", "kosong", "nihil",
            ];
            let unsaid = is_placeholder(sign) || CROSSES.contains(&sign);
            !(unsaid || denied.contains(&first) || ["t", "x", "n", "0"].contains(&folded.as_str()))
        }
    }
}

/// Whether a date's cell says that there is none yet, or that it has no end.
pub(super) fn says_no_date(text: &str) -> bool {
    is_placeholder(text)
        || [
            "belum",
            "belum selesai",
            "belum mulai",
            "belum ada",
            "tidak ada",
            "nihil",
            "n a",
            "na",
            "kosong",
            "seterusnya",
            "tidak terbatas",
            "tanpa batas",
            "tanpa batas waktu",
            "sekarang",
        ]
        .contains(&fold(text).as_str())
}

/// Whether the cell of a NIP says that the person has none.
pub(super) fn says_no_nip(text: &str) -> bool {
    is_placeholder(text)
        || [
            "tidak ada",
            "nihil",
            "n a",
            "na",
            "kosong",
            "non asn",
            "bukan asn",
            "ppnpn",
            "belum ada",
            "nip",
            "nip nihil",
            "0",
            "tidak punya",
            "tidak memiliki",
            "non pns",
            "bukan pns",
            "honorer",
            "outsourcing",
        ]
        .contains(&fold(text).as_str())
}

/// The kind of request that the cell names; `None` where it names none of them.
/// What changes an account that is there is a change: the SOP is of new access only.
pub(super) fn request_kind(text: &str) -> Option<RequestKind> {
    let folded = fold(text);
    let has = |starts: &[&str]| {
        folded.split(' ').any(|word| starts.iter().any(|start| word.starts_with(start)))
    };
    let ends = [
        "cabut",
        "pencabut",
        "dicabut",
        "nonaktif",
        "penonaktif",
        "hapus",
        "penghapus",
        "tutup",
        "penutup",
    ];
    let changes = [
        "ubah",
        "perubah",
        "diubah",
        "ganti",
        "penggant",
        "reset",
        "perpanjang",
        "mutasi",
        "revisi",
        "alih",
    ];
    let begins = ["baru", "pemberian", "pembuatan", "buat", "penambah", "tambah", "new"];
    let named = [
        (RequestKind::Pencabutan, has(&ends)),
        (RequestKind::Perubahan, has(&changes)),
        (RequestKind::Baru, has(&begins)),
    ];
    let mut kinds = named.iter().filter(|(_, named)| *named);
    match (kinds.next(), kinds.next()) {
        (Some((kind, _)), None) => Some(*kind),
        // "Perubahan akun baru" names two.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value<'_> {
        Value::Text(text.into())
    }

    #[test]
    fn each_spelling_of_a_decision_is_read_as_it_is_meant() {
        let yes = [
            "Y",
            "ya",
            "YA.",
            "✓",
            "√",
            "v",
            "1",
            "Sesuai",
            "lengkap",
            "Disetujui",
            "ü",
            "Ya, tidak ada kendala",
            "sudah lengkap",
        ];
        let no = [
            "T",
            "t.",
            "Tidak",
            "tdk",
            "Tidak sesuai",
            "belum lengkap",
            "TS",
            "0",
            "Dikembalikan",
            "kurang lengkap",
            "☒",
        ];
        let refused = [
            "Ditolak",
            "DITOLAK",
            "tolak",
            "Ditolak: bukan pegawai".split(':').next().unwrap_or_default(),
        ];
        for word in yes {
            assert_eq!(decision(&text(word)), Some(Decision::Ya), "{word}");
        }
        for word in no {
            assert_eq!(decision(&text(word)), Some(Decision::Tidak), "{word}");
        }
        for word in refused {
            assert_eq!(decision(&text(word)), Some(Decision::Ditolak), "{word}");
        }
        for word in
            ["Y/T", "Ya/Tidak", "x", "-", "?", "tidak ditolak", "tidak ada masalah", "proses"]
        {
            assert_eq!(decision(&text(word)), None, "{word}");
        }
    }

    #[test]
    fn a_tick_initials_or_a_signing_service_is_a_signature_and_a_no_is_not() {
        for word in
            ["✓", "v", "RW", "Rina W.", "TTE", "SRIKANDI", "elektronik", "P", "sudah", "ttd"]
        {
            assert!(is_signed(&text(word)), "{word}");
        }
        for word in ["-", "belum", "Tidak", "tdk ada", "T", "x", "0", "…", "☐"] {
            assert!(!is_signed(&text(word)), "{word}");
        }
        assert!(is_signed(&Value::Bool(true)) && !is_signed(&Value::Number(0.0)));
    }

    #[test]
    fn a_request_that_names_two_kinds_or_none_is_of_no_kind() {
        let kinds = [
            ("Akun baru", Some(RequestKind::Baru)),
            ("perubahan peran", Some(RequestKind::Perubahan)),
            ("Reset akun", Some(RequestKind::Perubahan)),
            ("Pencabutan", Some(RequestKind::Pencabutan)),
            ("penonaktifan", Some(RequestKind::Pencabutan)),
            ("perubahan akun baru", None),
            ("lainnya", None),
        ];
        for (word, kind) in kinds {
            assert_eq!(request_kind(word), kind, "{word}");
        }
    }
}
