//! What is printed on a paper and can be compared with the sheet in hand.

use serde_json::{Map, Value};

use crate::document::facts_in_words;
use crate::register::{FoundIssue, Paper};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particular {
    /// What it is: "nomor", "nama Pihak Kedua".
    pub name: String,
    /// As it is printed; `None` for a line to fill by hand.
    pub value: Option<String>,
}

/// The record that a state was printed from.
pub(super) fn record(found: &FoundIssue) -> Value {
    serde_json::from_str(&found.issued.record).unwrap_or_default()
}

/// What the paper is called. Who it is made out to is named as it is printed: the register
/// knows that person by a NIP.
pub(super) fn name(found: &FoundIssue, record: &Value) -> String {
    let printed = record.pointer("/isi/pihak_kedua/nama").and_then(Value::as_str);
    match (&found.paper, printed) {
        (Paper::Request { number, kind, round, recipient: Some(_) }, Some(printed)) => {
            format!("{} untuk penerima {printed}", Paper::of_request(number, *kind, *round))
        }
        (paper, _) => paper.to_string(),
    }
}

pub(super) fn number(record: &Value) -> Option<&str> {
    record.get("nomor").and_then(Value::as_str)
}

/// Title, number, date, request or month, and every name, in the order of the record.
pub(super) fn of(found: &FoundIssue, record: &Value) -> Vec<Particular> {
    let written = |key: &str| record.get(key).and_then(Value::as_str).map(str::to_owned);
    let mut all = Vec::new();
    let mut say = |name: &str, value| all.push(Particular { name: name.to_owned(), value });
    say("judul", written("judul"));
    say("nomor", written("nomor"));
    match &found.paper {
        Paper::Request { number, round, .. } => {
            say("tanggal", written("tanggal"));
            say("permohonan", Some(number.clone()));
            if *round > 1 {
                say("pengajuan", Some(round.to_string()));
            }
        }
        Paper::Month { .. } => say("bulan", written("bulan")),
    }
    names(record, "", &mut all);
    all
}

/// The names of persons, wherever they stand in a record.
fn names(value: &Value, path: &str, all: &mut Vec<Particular>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                match value {
                    Value::String(name) if key == "nama" && is_person(fields) => {
                        let told = Particular {
                            name: facts_in_words([&below]),
                            value: Some(name.clone()),
                        };
                        if !all.contains(&told) {
                            all.push(told);
                        }
                    }
                    _ => names(value, &below, all),
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                names(item, &format!("{path}[{}]", at + 1), all);
            }
        }
        _ => {}
    }
}

/// The SOP and the lines of a chart have names as well.
fn is_person(fields: &Map<String, Value>) -> bool {
    ["nip", "jabatan", "unit", "dipilih"].iter().any(|key| fields.contains_key(*key))
}
