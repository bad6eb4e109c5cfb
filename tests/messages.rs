//! The catalogue of findings: of every code one reproduction, and how it is worded.
//!
//! `samples/kantor-bermasalah` has one of every mistake that an examination can find;
//! a code that only making papers can find, or a calendar of its own, has a small office
//! here.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;
use tertib::diagnostic::Code;

use crate::cli::folder::{Folder, REQUESTS, SIGN_OFFS, in_repository, is_as_kept, request, signed};

/// What no clerk should have to read: a value as Rust prints it, or an English word.
const FOREIGN: [&str; 14] = [
    "Some(",
    "None",
    "Ok(",
    "Err(",
    "::",
    "{",
    "}",
    "NaN",
    "panicked",
    "rror",
    "invalid",
    "failed",
    "not found",
    "null",
];

fn text<'a>(finding: &'a Value, key: &str) -> &'a str {
    finding[key].as_str().unwrap_or_else(|| panic!("no {key} in {finding}"))
}

fn findings_of(told: &Value) -> Vec<Value> {
    told["temuan"].as_array().expect("findings").clone()
}

fn examined(sample: &str) -> Vec<Value> {
    let told = in_repository(&["--folder", sample, "periksa", "--format", "json"]).ends_with(1);
    findings_of(&told.json())
}

/// The minutes were signed and scanned, and only then is another applicant written down.
fn changed_after_the_scan() -> Vec<Value> {
    let (ratih, yoga) = ("Ratih Maheswari", "Yoga Pradana");
    let rows = [
        signed("A-1", "2", ratih, ["25/06/2024 08.00", "25/06/2024 08.10"], ""),
        signed("A-1", "3", yoga, ["25/06/2024 08.20", "25/06/2024 08.40"], "Y"),
        signed("A-1", "4", yoga, ["25/06/2024 09.00", "25/06/2024 09.20"], ""),
        signed("A-1", "5", yoga, ["25/06/2024 09.30", "25/06/2024 11.30"], ""),
        signed("A-1", "6", yoga, ["25/06/2024 13.00", "25/06/2024 13.10"], ""),
    ];
    let written = |row: Vec<&str>, office: Folder| {
        office.book("data/permohonan.xlsx", &[("Permohonan", &REQUESTS, &[row])])
    };
    let office = Folder::office().book("data/kendali.xlsx", &[("Kendali", &SIGN_OFFS, &rows)]);
    let office = written(request("A-1"), office);
    office.tertib(&["buat"]).ends_with(0);
    let mut other = request("A-1");
    other[1] = "Putu Anggreni";
    let office = written(other, office.with("bukti-dukung/A-1 berita acara.pdf", "pindaian"));
    findings_of(&office.tertib(&["buat", "--format", "json"]).ends_with(0).json())
}

/// A step that runs over a holiday that is only expected.
fn over_an_expected_holiday() -> Vec<Value> {
    let calendar =
        "[[libur]]\ntanggal = 2024-06-25\nnama = \"Hari raya contoh\"\nstatus = \"perkiraan\"\n";
    let step = signed("A-1", "2", "Ratih Maheswari", ["24/06/2024 15.50", "26/06/2024 07.35"], "");
    let office = Folder::office()
        .with("kalender.toml", calendar)
        .book("data/permohonan.xlsx", &[("Permohonan", &REQUESTS, &[request("A-1")])])
        .book("data/kendali.xlsx", &[("Kendali", &SIGN_OFFS, &[step])]);
    findings_of(&office.tertib(&["periksa", "--format", "json"]).ends_with(0).json())
}

/// The first finding of each code.
fn reproductions() -> BTreeMap<String, Value> {
    let mut first = BTreeMap::new();
    let elsewhere = [changed_after_the_scan(), over_an_expected_holiday()].concat();
    for finding in examined("samples/kantor-bermasalah").into_iter().chain(elsewhere) {
        first.entry(text(&finding, "kode").to_owned()).or_insert(finding);
    }
    first
}

#[test]
fn every_code_is_reproduced_and_worded_as_kept() {
    let found = reproductions();
    let mut catalogue = String::new();
    for code in Code::ALL {
        let Some(finding) = found.get(code.name()) else { panic!("{code} is nowhere reproduced") };
        assert_eq!(text(finding, "tingkat"), code.level().name(), "{code}");
        writeln!(
            catalogue,
            "{code} {}: {}\n  akibat: {}\n  saran:  {}\n",
            code.level(),
            text(finding, "pesan"),
            text(finding, "akibat"),
            text(finding, "saran")
        )
        .expect("a text grows");
    }
    is_as_kept("katalog_temuan", &catalogue);
}

#[test]
fn every_finding_says_what_follows_and_what_to_do_in_plain_indonesian() {
    let samples = ["samples/kantor", "samples/kantor-bermasalah"];
    for finding in samples.into_iter().flat_map(examined) {
        let [message, consequence, advice] =
            ["pesan", "akibat", "saran"].map(|key| text(&finding, key));
        assert!(!message.ends_with(['.', '!', ':', ' ']), "{message}");
        assert!(consequence.ends_with('.'), "{consequence}");
        // It mostly ends with a command, which is typed as it stands.
        assert!(!advice.ends_with(['.', '!', ';', ' ']), "{advice}");
        for said in [message, consequence, advice] {
            assert!(!said.is_empty() && !said.contains('\n') && !said.contains("  "), "{said}");
            let foreign = FOREIGN.iter().find(|word| said.contains(**word));
            assert_eq!(foreign, None, "{said}");
        }
    }
}

#[test]
fn every_place_of_a_finding_can_be_found_in_a_file() {
    for finding in examined("samples/kantor-bermasalah") {
        let places = finding["lokasi"].as_array().expect("places");
        assert!(!places.is_empty(), "{finding}");
        for place in places {
            assert!(text(place, "file").starts_with("data/"), "{place}");
            assert!(place["sel"].is_null() || place["lembar"].is_string(), "{place}");
        }
    }
}
