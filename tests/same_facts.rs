//! The same facts in other layouts are the same requests with the same findings.

use serde_json::Value;

use crate::cli::folder::{Folder, REQUESTS, SIGN_OFFS, request, signed};

/// Steps of two requests: one that went well, one with a late step, without a start at
/// another, returned and begun anew.
const STEPS: [[&str; 7]; 9] = [
    ["A-1", "2", "Ratih Maheswari", "24/06/2024 08.00", "24/06/2024 08.10", "", "v"],
    ["A-1", "3", "Yoga Pradana", "24/06/2024 08.20", "24/06/2024 08.45", "Y", "v"],
    ["A-1", "4", "Yoga Pradana", "24/06/2024 09.00", "24/06/2024 09.25", "", ""],
    ["A-1", "5", "Yoga Pradana", "25/06/2024 08.00", "25/06/2024 11.30", "", "v"],
    ["A-2", "2", "Ratih Maheswari", "24/06/2024 10.00", "24/06/2024 10.05", "", "v"],
    ["A-2", "3", "Yoga Pradana", "", "24/06/2024 10.25", "T", "v"],
    ["A-2", "2", "Ratih Maheswari", "26/06/2024 08.00", "26/06/2024 08.10", "", "v"],
    ["A-2", "3", "Yoga Pradana", "26/06/2024 08.15", "26/06/2024 08.30", "Y", "v"],
    ["A-2", "4", "Yoga Pradana", "26/06/2024 08.40", "", "", ""],
];

fn long() -> Vec<Vec<&'static str>> {
    let row = |step: &[&'static str; 7]| {
        let mut row = signed(step[0], step[1], step[2], [step[3], step[4]], step[5]);
        row[6] = step[6];
        row
    };
    STEPS.iter().map(row).collect()
}

const FIELDS: [&str; 5] = ["Pelaksana", "Mulai", "Selesai", "Hasil", "Paraf"];

fn wide_heads() -> [Vec<String>; 2] {
    let (mut upper, mut lower) = (vec!["No. Permohonan".to_owned()], vec![String::new()]);
    for step in 2..=5 {
        for (at, field) in FIELDS.iter().enumerate() {
            upper.push(if at == 0 { format!("Langkah {step}") } else { String::new() });
            lower.push((*field).to_owned());
        }
    }
    [upper, lower]
}

/// One row for each request and round.
fn wide_rows() -> Vec<Vec<&'static str>> {
    let mut rows: Vec<Vec<&str>> = Vec::new();
    let mut last = ("", 0);
    for row in STEPS {
        let step: usize = row[1].parse().expect("a number");
        if row[0] != last.0 || step <= last.1 {
            let mut fresh = vec![""; 1 + 4 * FIELDS.len()];
            fresh[0] = row[0];
            rows.push(fresh);
        }
        last = (row[0], step);
        let group = 1 + (step - 2) * FIELDS.len();
        let values = [row[2], row[3], row[4], row[5], row[6]];
        rows.last_mut().expect("a row")[group..group + FIELDS.len()].copy_from_slice(&values);
    }
    rows
}

fn texts(heads: &[String]) -> Vec<&str> {
    heads.iter().map(String::as_str).collect()
}

/// The requests and the codes of the findings, without places.
fn judged(folder: &Folder) -> (Value, Vec<String>) {
    let told = folder.tertib(&["periksa", "--format", "json"]).json();
    let code =
        |found: &Value| format!("{} {} {}", found["kode"], found["permohonan"], found["langkah"]);
    let mut codes: Vec<String> =
        told["temuan"].as_array().expect("findings").iter().map(code).collect();
    codes.sort();
    (told["permohonan"].clone(), codes)
}

fn requests() -> [Vec<&'static str>; 2] {
    [request("A-1"), request("A-2")]
}

#[test]
fn wide_form_split_files_and_a_shared_sheet_say_what_long_form_says() {
    let [upper, lower] = wide_heads();
    let long = long();
    let plain = Folder::office()
        .book("data/p.xlsx", &[("P", &REQUESTS, &requests())])
        .book("data/k.xlsx", &[("K", &SIGN_OFFS, &long)]);
    let expected = judged(&plain);
    assert!(expected.1.iter().any(|code| code.contains("W01")), "{:?}", expected.1);
    assert!(expected.1.iter().any(|code| code.contains("P04")), "{:?}", expected.1);

    let mut below = vec![texts(&lower)];
    below.extend(wide_rows());
    let wide = Folder::office()
        .book("data/p.xlsx", &[("P", &REQUESTS, &requests())])
        .book("data/k.xlsx", &[("K", &texts(&upper), &below)]);
    assert_eq!(judged(&wide), expected, "wide");

    let (first, second) = long.split_at(3);
    let split = Folder::office()
        .book("data/a/p1.xlsx", &[("P", &REQUESTS, &requests()[..1])])
        .book("data/a/p2.xlsx", &[("P", &REQUESTS, &requests()[1..])])
        .book("data/k1.xlsx", &[("K", &SIGN_OFFS, second)])
        .book("data/k2.xlsx", &[("Juni", &SIGN_OFFS, &[]), ("Juli", &SIGN_OFFS, first)]);
    assert_eq!(judged(&split), expected, "split over files");

    let heads: Vec<&str> = REQUESTS.into_iter().chain(texts(&upper).split_off(1)).collect();
    let mut names = vec![""; REQUESTS.len()];
    names.extend(texts(&lower).split_off(1));
    let mut rows = vec![names];
    for row in wide_rows() {
        rows.push(request(row[0]).into_iter().chain(row[1..].to_vec()).collect());
    }
    let shared = Folder::office().book("data/semua.xlsx", &[("Semua", &heads, &rows)]);
    assert_eq!(judged(&shared), expected, "requests and steps on one sheet");
    let mut stacked: Vec<Vec<&str>> = requests().to_vec();
    stacked.extend([vec![], vec!["Lembar kendali"], SIGN_OFFS.to_vec()]);
    stacked.extend(long.clone());
    let one = Folder::office().book("data/satu.xlsx", &[("Juni", &REQUESTS, &stacked)]);
    assert_eq!(judged(&one), expected, "two tables on one sheet");
}
