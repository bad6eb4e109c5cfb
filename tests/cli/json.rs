//! `--format json`: the keys and their order are a promise (contract, section 7).

use std::collections::BTreeMap;

use super::folder::{Folder, in_repository, in_sample, is_as_kept};

/// The keys of each object in the order in which they are written, by where it stands:
/// `permohonan[].langkah[]`. All objects at one place must have the same keys.
fn keys(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut open: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines().map(str::trim) {
        let key = line.split_once("\": ").and_then(|(key, _)| key.strip_prefix('"'));
        if let Some(key) = key {
            open.last_mut().expect("a key stands in an object").1.push(key.to_owned());
        }
        let place = |open: &[(String, Vec<String>)], end: &str| {
            let above = open.last().map_or("", |(place, _)| place);
            let dot = if above.is_empty() || key.is_none() { "" } else { "." };
            format!("{above}{dot}{}{end}", key.unwrap_or_default())
        };
        if line.ends_with('{') {
            open.push((place(&open, ""), Vec::new()));
        } else if line.ends_with('[') {
            open.push((place(&open, "[]"), Vec::new()));
        } else if matches!(line.trim_end_matches(','), "}" | "]") {
            let (place, keys) = open.pop().expect("what closes was open");
            if line.starts_with('}') {
                let first = found.entry(place.clone()).or_insert_with(|| keys.clone());
                assert_eq!(*first, keys, "{place}");
            }
        }
    }
    found
}

const STEP: &str = "no putaran mulai selesai pelaksana hasil detik_kerja target_detik \
                    detik_tunggu tepat_waktu";
const FINDING: &str = "kode tingkat permohonan langkah putaran pesan akibat saran lokasi";

#[test]
fn periksa_gives_exactly_the_keys_of_the_contract_in_their_order() {
    let expected: BTreeMap<String, Vec<String>> = [
        ("", "versi sop per ringkasan permohonan temuan"),
        (
            "ringkasan",
            "permohonan selesai dalam_proses dikembalikan ditolak dibatalkan perlu_perbaikan \
             di_luar_sop sesuai_sop tepat_waktu temuan",
        ),
        ("ringkasan.temuan", "kesalahan ketidaksesuaian peringatan info"),
        (
            "permohonan[]",
            "nomor jenis status putaran sesuai_sop tepat_waktu detik_kerja target_detik langkah",
        ),
        ("permohonan[].langkah[]", STEP),
        ("temuan[]", FINDING),
        ("temuan[].lokasi[]", "file lembar sel"),
    ]
    .into_iter()
    .map(|(place, keys)| (place.to_owned(), keys.split(' ').map(str::to_owned).collect()))
    .collect();
    for sample in ["samples/kantor", "samples/kantor-bermasalah"] {
        let told = in_repository(&["--folder", sample, "periksa", "--format", "json"]).ends_with(1);
        assert_eq!(told.err, "");
        assert_eq!(keys(&told.out), expected, "{sample}");
    }
}

#[test]
fn an_answer_without_a_request_has_the_same_frame() {
    let told = Folder::office().tertib(&["periksa", "--format", "json"]).ends_with(0);
    is_as_kept("json_kosong", &told.whole());
}

#[test]
fn what_is_unknown_is_null_and_a_day_is_a_day() {
    let told = Folder::small().tertib(&["periksa", "--format", "json"]).ends_with(1);
    is_as_kept("json_periksa", &told.whole());
}

#[test]
fn the_other_commands_say_which_they_are_and_as_of_when() {
    let office = Folder::small();
    for (name, arguments) in [
        ("status", &["status"][..]),
        ("jelaskan", &["jelaskan", "A-2"]),
        ("sop", &["sop"]),
        ("buat", &["buat", "--simulasi"]),
    ] {
        let told = office.tertib(&[arguments, &["--format", "json"]].concat());
        let answer = told.json();
        assert_eq!(answer["versi"], 1);
        assert_eq!(answer["perintah"], name);
        assert_eq!(answer["per"], "2024-06-28T08:00:00+07:00");
        let frame: Vec<String> = keys(&told.out).remove("").expect("an object");
        assert_eq!(frame, ["versi", "perintah", "per", "hasil", "temuan"]);
        is_as_kept(&format!("json_{name}"), &told.out);
    }
}

#[test]
fn the_offset_is_that_of_the_office() {
    let office = Folder::small().with(
        "tertib.toml",
        "[instansi]\nnama = \"Kantor Contoh\"\nzona = \"WIT\"\n[opsi]\nper = \"2024-06-28 08:00\"\n",
    );
    let answer = office.tertib(&["periksa", "--format", "json"]).json();
    assert_eq!(answer["per"], "2024-06-28T08:00:00+09:00");
    assert_eq!(answer["permohonan"][0]["langkah"][0]["mulai"], "2024-06-25T08:00:00+09:00");
}

#[test]
fn findings_without_a_request_come_first_then_by_request_round_step_and_code() {
    let answer = in_sample(&["periksa", "--format", "json"]).json();
    let findings = answer["temuan"].as_array().expect("findings");
    let numbers: Vec<&str> =
        findings.iter().map(|told| told["permohonan"].as_str().unwrap_or("")).collect();
    let with_none = numbers.iter().take_while(|number| number.is_empty()).count();
    assert!(with_none > 0 && numbers[with_none..].iter().all(|number| !number.is_empty()));
    let cases = answer["permohonan"].as_array().expect("requests");
    let order: Vec<&str> =
        cases.iter().map(|case| case["nomor"].as_str().expect("a number")).collect();
    let places: Vec<usize> = numbers[with_none..]
        .iter()
        .map(|number| order.iter().position(|known| known == number).expect("a request"))
        .collect();
    assert!(places.is_sorted());
    assert!(
        order.iter().position(|n| *n == "P-2024-002")
            < order.iter().position(|n| *n == "P-2024-010")
    );
}
