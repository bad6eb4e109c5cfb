//! The same mistake in thousands of rows: the first thousand are told one by one, and
//! one finding stands for the rest, so that neither list nor memory grows without end.

use super::folder::{Folder, REQUESTS, SIGN_OFFS, request, signed};

fn office() -> Folder {
    let numbers: Vec<String> = (1..=1_500).map(|number| format!("P-{number}")).collect();
    let requests: Vec<Vec<&str>> = numbers
        .iter()
        .map(|number| {
            let mut row = request(number);
            row[2] = "";
            row
        })
        .collect();
    let unknown: Vec<Vec<&str>> = numbers
        .iter()
        .map(|_| signed("X-1", "2", "Bima", ["03/06/2024 09.00", "03/06/2024 09.10"], "v"))
        .collect();
    Folder::office().book(
        "data/p.xlsx",
        &[("Permohonan", &REQUESTS, &requests), ("Kendali", &SIGN_OFFS, &unknown)],
    )
}

#[test]
fn beyond_a_thousand_of_one_column_one_finding_stands_for_the_rest() {
    let office = office();
    let told = office.tertib(&["--format", "json", "periksa"]).json();
    let findings = told["temuan"].as_array().expect("a list");
    let empty: Vec<_> = findings.iter().filter(|one| one["kode"] == "D02").collect();
    assert_eq!(empty.len(), 1_001);
    let rest: Vec<_> = empty.iter().filter(|one| !one["mewakili"].is_null()).collect();
    assert_eq!(rest.len(), 1);
    assert_eq!(rest[0]["mewakili"], 500);
    assert_eq!(rest[0]["permohonan"], serde_json::Value::Null);
    assert_eq!(rest[0]["lokasi"][0]["sel"], "C1002");
    let listed = findings.iter().filter(|one| one["tingkat"] == "kesalahan");
    let stand_for = |one: &serde_json::Value| one["mewakili"].as_u64().unwrap_or(1);
    let count: u64 = listed.map(stand_for).sum();
    assert_eq!(told["ringkasan"]["temuan"]["kesalahan"], count);
    let text = office.tertib(&["periksa"]).out;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rest = "dan 1499 sel lain di kolom C (C3:C1002, …), dengan akibat dan saran yang sama; \
                499 sel tidak dirinci";
    assert!(text.contains(rest), "{}", text.get(..4_000).unwrap_or(&text));
}
