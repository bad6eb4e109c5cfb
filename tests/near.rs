//! Of every code a fixture that raises it and a near miss that does not: the smallest
//! step from one to the other is what the code is about.
//!
//! Each pair is one office in which all was kept, changed in one place. The catalogue of
//! the words stands in `messages.rs`.

#[path = "near/pairs.rs"]
mod pairs;

use std::collections::{BTreeMap, BTreeSet};

use tertib::diagnostic::Code;

use crate::cli::folder::Folder;
use pairs::{Change, PAIRS, Pair};

/// An office of one request, done step by step on 24 June 2024, with nothing to find.
const OFFICE: [(&str, &str); 3] = [
    (
        "tertib.toml",
        "[instansi]
nama = \"Kantor Contoh\"

[[pegawai]]
nama = \"Ratih Maheswari\"
peran = \"ketua_tim\"

[[pegawai]]
nama = \"Yoga Pradana\"
peran = \"anggota_tim\"

[[aplikasi]]
nama = \"SIMPEG\"
peran = [\"Operator\"]

[[tidak_di_kantor]]
nama = \"Yoga Pradana\"
dari = 2024-06-20
sampai = 2024-06-21
jenis = \"cuti\"

[opsi]
per = \"2024-06-28 08:00\"
",
    ),
    (
        "data/permohonan.csv",
        "Nomor permohonan;Putaran;Nomor surat;Tanggal surat;Diterima tim;Nama pemohon;NIP pemohon;Unit kerja;Aplikasi;Peran;SOP
A-1;;B-1;24/06/2024;;Sekar Ayu;199003142015032001;Bidang Contoh;SIMPEG;Operator;
",
    ),
    (
        "data/kendali.csv",
        "Nomor permohonan;Langkah;Pelaksana;Mulai;Selesai;Hasil;Alasan;Aplikasi;Paraf
A-1;2;Ratih Maheswari;24/06/2024 08.00;24/06/2024 08.10;;;;v
A-1;3;Yoga Pradana;24/06/2024 08.10;24/06/2024 08.35;Y;;;v
A-1;4;Yoga Pradana;24/06/2024 08.35;24/06/2024 08.40;;;;v
A-1;5;Yoga Pradana;24/06/2024 08.40;24/06/2024 09.00;;;;v
A-1;6;Yoga Pradana;24/06/2024 09.00;24/06/2024 09.05;;;;v
A-1;7;Yoga Pradana;24/06/2024 09.05;24/06/2024 09.10;;;;v
A-1;8;Ratih Maheswari;24/06/2024 09.10;24/06/2024 09.15;;;;v
",
    ),
];

const MINUTES: &str = "bukti-dukung/A-1 berita acara.pdf";

fn office(changes: &[Change]) -> Folder {
    let mut files: BTreeMap<&str, Option<String>> =
        OFFICE.iter().map(|(name, text)| (*name, Some((*text).to_owned()))).collect();
    files.insert(MINUTES, Some("pindaian".to_owned()));
    for change in changes {
        match change {
            Change::Swap(name, old, new) => {
                let text = files.get_mut(name).and_then(Option::as_mut).expect("a file");
                assert!(text.contains(old), "{old:?} is not in {name}: {text}");
                *text = text.replacen(old, new, 1);
            }
            Change::File(name, text) => _ = files.insert(name, Some((*text).to_owned())),
            Change::Without(name) => _ = files.insert(name, None),
        }
    }
    let written = files.into_iter().filter_map(|(name, text)| Some((name, text?)));
    written.fold(Folder::empty(), |folder, (name, text)| folder.with(name, text))
}

fn codes(office: &Folder) -> BTreeSet<String> {
    let told = office.tertib(&["periksa", "--format", "json"]);
    assert!(matches!(told.status, Some(0 | 1)), "{}", told.whole());
    let found = told.json()["temuan"].as_array().expect("findings").clone();
    found.iter().filter_map(|told| told["kode"].as_str()).map(str::to_owned).collect()
}

#[test]
fn in_an_office_where_all_was_kept_nothing_is_found() {
    let found = codes(&office(&[]));
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn every_code_has_a_fixture_that_raises_it_and_a_near_miss_that_does_not() {
    let mut wrong = Vec::new();
    for Pair { code, raises, near } in PAIRS {
        let (found, spared) = (codes(&office(raises)), codes(&office(near)));
        if !found.contains(code.name()) {
            wrong.push(format!("{code} is not raised: {found:?}"));
        }
        if spared.contains(code.name()) {
            wrong.push(format!("the near miss raises {code}: {spared:?}"));
        }
        assert_ne!(raises, near, "{code}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_code_is_without_its_pair() {
    let paired: BTreeSet<&str> = PAIRS.iter().map(|pair| pair.code.name()).collect();
    for code in Code::ALL {
        // What only the making of papers finds is paired below.
        assert!(paired.contains(code.name()) || *code == Code::K03, "{code} has no pair");
    }
}

/// K03: the paper was made, then signed and scanned, and only then the record changes.
#[test]
fn a_record_that_changes_after_the_scan_is_told_and_one_that_changes_before_it_is_not() {
    let scan = [Change::Without(MINUTES)];
    let changed = |folder: Folder| {
        let text = OFFICE[1].1.replace("Sekar Ayu", "Putu Anggreni");
        folder.with("data/permohonan.csv", text)
    };
    let told = |folder: &Folder| {
        let json = folder.tertib(&["buat", "--format", "json"]).ends_with(0).json();
        json["temuan"].as_array().expect("findings").iter().any(|told| told["kode"] == "K03")
    };
    let made = || {
        let folder = office(&scan);
        folder.tertib(&["buat"]).ends_with(0);
        folder
    };
    assert!(told(&changed(made().with(MINUTES, "pindaian"))));
    assert!(!told(&changed(made())));
    assert!(!told(&made().with(MINUTES, "pindaian")));
}
