//! The same events in all three faces, as `periksa` judges them.

use std::collections::BTreeMap;
use std::process::Command;

use chrono::NaiveDate;
use roxmltree::{Document, Node};
use serde_json::Value;
use tertib::calendar::WorkingCalendar;
use tertib::check::{Roster, Rules};
use tertib::event_log::{EventLog, Form};
use tertib::sop::{Definition, Versions};

use crate::cli::folder::{Folder, in_repository, in_sample, is_as_kept};
use crate::office::{Office, step};

const XES: &str = "http://www.xes-standard.org/";
const SAMPLES: [&str; 2] = ["samples/kantor", "samples/kantor-bermasalah"];

/// What stands in an element of the log, by key.
type Attributes = BTreeMap<String, String>;

/// The attributes of each trace and of each of its events.
type Traces = Vec<(Attributes, Vec<Attributes>)>;

fn attributes(node: Node<'_, '_>) -> Attributes {
    let mut found = Attributes::new();
    for child in node.children().filter(|child| child.attribute("key").is_some()) {
        let (key, value) = (child.attribute("key").unwrap(), child.attribute("value").unwrap());
        let twice = found.insert(key.to_owned(), value.to_owned());
        assert_eq!(twice, None, "{key} stands twice");
    }
    found
}

fn traces(xes: &str) -> Traces {
    let document = Document::parse(xes).expect("well-formed XML");
    let children = |node: Node<'_, '_>, name: &str| {
        let named = |child: &Node<'_, '_>| child.has_tag_name((XES, name));
        node.children().filter(named).map(|node| node.id()).collect::<Vec<_>>()
    };
    let node = |id| document.get_node(id).unwrap();
    let of = |id| {
        let events = children(node(id), "event").into_iter().map(|id| attributes(node(id)));
        (attributes(node(id)), events.collect())
    };
    children(document.root_element(), "trace").into_iter().map(of).collect()
}

/// Rows of cells, by a reader that knows nothing but RFC 4180.
fn table(csv: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' => quoted = !quoted,
            '\n' if !quoted => {
                assert_eq!(cell.pop(), Some('\r'), "lines end with CR LF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter if !quoted && letter == separator => row.push(std::mem::take(&mut cell)),
            letter => cell.push(letter),
        }
    }
    assert!(cell.is_empty() && row.is_empty() && !quoted, "the last line ends");
    rows
}

fn exported(sample: &str, form: &str) -> String {
    let told = in_repository(&["--folder", sample, "--senyap", "ekspor", form, "--dengan-nip"]);
    assert_eq!(told.err, "");
    told.out
}

/// A value of JSON as the other faces write it; `None` for null and for no values.
fn shown(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(texts) => {
            let texts: Vec<&str> = texts.iter().map(|text| text.as_str().unwrap()).collect();
            (!texts.is_empty()).then(|| texts.join("; "))
        }
        other => Some(other.to_string()),
    }
}

#[test]
fn every_recorded_start_and_end_is_an_event_with_the_verdict_of_periksa() {
    for sample in SAMPLES {
        let log: Value = serde_json::from_str(&exported(sample, "json")).expect("JSON");
        let told = in_repository(&["--folder", sample, "periksa", "--format", "json"]).json();
        let cases = told["permohonan"].as_array().unwrap();
        let traces = log["hasil"].as_array().unwrap();
        assert_eq!(traces.len(), cases.len());
        for (trace, case) in traces.iter().zip(cases) {
            for key in ["nomor", "jenis", "status", "putaran", "sesuai_sop", "tepat_waktu"] {
                assert_eq!(trace[key], case[key], "{key}");
            }
            let events = trace["kejadian"].as_array().unwrap();
            for entry in case["langkah"].as_array().unwrap() {
                let of = |kind: &str, at: &Value| {
                    events.iter().find(|event| {
                        event["kejadian"] == kind
                            && event["langkah"] == entry["no"]
                            && event["putaran"] == entry["putaran"]
                            && event["waktu"] == *at
                    })
                };
                let ended = of("selesai", &entry["selesai"]).expect("the end of a step");
                assert_eq!(of("mulai", &entry["mulai"]).is_some(), !entry["mulai"].is_null());
                for key in ["pelaksana", "hasil", "detik_kerja", "target_detik", "detik_tunggu"] {
                    assert_eq!(ended[key], entry[key], "{entry}");
                }
                let verdict = match entry["tepat_waktu"].as_bool() {
                    Some(true) => "tepat waktu",
                    Some(false) => "terlambat",
                    None if trace["di_luar_sop"] == true => continue,
                    None => "tidak dapat dinilai",
                };
                assert_eq!(ended["putusan"], verdict);
            }
            let ends = events.iter().filter(|event| event["kejadian"] == "selesai").count();
            assert_eq!(ends, case["langkah"].as_array().unwrap().len());
        }
    }
}

#[test]
fn the_xes_log_says_the_same_as_the_json() {
    for sample in SAMPLES {
        let log: Value = serde_json::from_str(&exported(sample, "json")).expect("JSON");
        let traces = traces(&exported(sample, "xes"));
        let expected = log["hasil"].as_array().unwrap();
        assert_eq!(traces.len(), expected.len());
        for ((trace, events), expected) in traces.iter().zip(expected) {
            assert_eq!(Some(&trace["concept:name"]), shown(&expected["nomor"]).as_ref());
            for key in ["jenis", "status", "di_luar_sop", "unit", "putaran", "sesuai_sop"] {
                assert_eq!(trace.get(key), shown(&expected[key]).as_ref(), "{key}");
            }
            let expected = expected["kejadian"].as_array().unwrap();
            assert_eq!(events.len(), expected.len());
            for (event, expected) in events.iter().zip(expected) {
                let transition = &event["lifecycle:transition"];
                assert_eq!(transition == "start", expected["kejadian"] == "mulai");
                let moment = shown(&expected["waktu"]);
                let hour = moment.clone().filter(|moment| moment.contains('T'));
                assert_eq!(event.get("time:timestamp"), hour.as_ref());
                let day = moment.map(|moment| moment[..10].to_owned());
                assert_eq!(event.get("tanggal"), day.as_ref());
                for (key, other) in [
                    ("concept:name", "kegiatan"),
                    ("org:resource", "pelaksana"),
                    ("org:role", "peran"),
                    ("nip", "nip"),
                    ("pelaksana_lain", "pelaksana_lain"),
                    ("langkah", "langkah"),
                    ("putaran", "putaran"),
                    ("putusan", "putusan"),
                    ("detik_kerja", "detik_kerja"),
                    ("target_detik", "target_detik"),
                    ("detik_tunggu", "detik_tunggu"),
                ] {
                    assert_eq!(event.get(key), shown(&expected[other]).as_ref(), "{key}");
                }
            }
        }
    }
}

/// Another program, another parser: Python's own, as a mining tool would read it.
#[test]
fn python_reads_as_many_traces_and_events_from_the_log() {
    let program = "import sys, xml.etree.ElementTree as e\n\
        ns = '{http://www.xes-standard.org/}'\n\
        log = e.fromstring(sys.stdin.buffer.read())\n\
        keys = {g.get('scope'): {a.get('key') for a in g} for g in log.iter(ns + 'global')}\n\
        for scope in ('trace', 'event'):\n\
        \x20   for one in log.iter(ns + scope):\n\
        \x20       assert keys[scope] <= {a.get('key') for a in one}, scope\n\
        named = {k for c in log.iter(ns + 'classifier') for k in c.get('keys').split()}\n\
        assert named <= keys['event']\n\
        print(len(log.findall(ns + 'trace')), len(list(log.iter(ns + 'event'))))\n";
    let xes = exported("samples/kantor", "xes");
    let run = Command::new("python3")
        .args(["-c", program])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn();
    let Ok(mut child) = run else {
        eprintln!("skipped: python3 is not installed");
        return;
    };
    let mut stdin = child.stdin.take().expect("its input");
    std::io::Write::write_all(&mut stdin, xes.as_bytes()).expect("it reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    let traces = traces(&xes);
    let events: usize = traces.iter().map(|(_, events)| events.len()).sum();
    let counted = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(counted, format!("{} {events}\n", traces.len()));
}

#[test]
fn the_csv_has_a_row_for_each_event_whatever_parts_its_columns() {
    let xes = traces(&exported("samples/kantor", "xes"));
    let events: usize = xes.iter().map(|(_, events)| events.len()).sum();
    let mut tables = Vec::new();
    for (name, sign) in [("titik-koma", ';'), ("koma", ','), ("tab", '\t')] {
        let told = in_sample(&["ekspor", "csv", "--pemisah", name]).ends_with(0);
        let text = told.out.strip_prefix('\u{feff}').expect("a byte order mark");
        let table = table(text, sign);
        assert_eq!(table.len(), events + 1);
        assert!(table.iter().all(|row| row.len() == table[0].len()));
        assert!(!table[0].contains(&"nip".to_owned()), "only where it is asked for");
        tables.push(table);
    }
    assert!(tables.iter().all(|table| *table == tables[0]));
}

#[test]
fn a_small_log_stands_as_kept_in_each_face() {
    let office = Folder::small();
    for form in ["xes", "csv", "json"] {
        is_as_kept(&format!("ekspor_{form}"), &office.tertib(&["ekspor", form]).whole());
    }
}

/// A story in which every text is hostile, as one of the faces writes it.
fn hostile(text: &str, form: Form) -> String {
    let office = Office::new().request(text).with("unit_kerja", text);
    let checked = office.done(text, step(1), step(2)).by(text).check();
    let (sop, calendar) = (Definition::builtin().unwrap(), WorkingCalendar::load(None).unwrap());
    let office = tertib::office::Office::parse("tertib.toml", "[instansi]\nnama = \"&<\"").unwrap();
    let as_of = NaiveDate::from_ymd_opt(2024, 6, 3).unwrap().and_hms_opt(23, 0, 0).unwrap();
    let versions = Versions::only(sop.clone());
    let (sop, office, calendar) = (&sop, &office, &calendar);
    let rules = Rules { sop, versions: &versions, calendar, office, as_of, wait_limit: 1 };
    let roster = Roster::default();
    let log = EventLog { cases: &checked.cases, rules, roster: &roster, with_nip: false };
    let mut out = Vec::new();
    log.write(form, &mut out).expect("memory has room");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn every_control_character_leaves_the_xml_well_formed_and_the_rest_as_it_was() {
    let odd = (0..0x20).chain(0x7f..0xa0).chain([0x2028, 0xfffe, 0xffff, 0x1f600]);
    for letter in odd.filter_map(char::from_u32) {
        let text = format!("a{letter}b");
        let survives = matches!(letter, '\t' | '\n' | '\r' | '\u{7f}'..='\u{9f}' | '\u{2028}')
            || u32::from(letter) > 0xffff;
        let expected = if survives { text.clone() } else { "a\u{fffd}b".to_owned() };
        let traces = traces(&hostile(&text, Form::Xes));
        let (trace, events) = &traces[0];
        assert_eq!(trace["concept:name"], expected, "{letter:?}");
        assert!(events.iter().any(|event| event["org:resource"] == expected), "{letter:?}");
        let json: Value = serde_json::from_str(&hostile(&text, Form::Json)).expect("JSON");
        assert_eq!(json["hasil"][0]["nomor"], expected);
        let csv = hostile(&text, Form::Csv(';'));
        let rows = table(csv.strip_prefix('\u{feff}').unwrap(), ';');
        assert!(rows.iter().any(|row| row[0] == expected), "{letter:?}");
    }
}

#[test]
fn markup_in_a_name_is_text_and_a_formula_runs_in_no_spreadsheet() {
    let markup = "<x a=\"1\" b='2'>&amp;]]>";
    assert_eq!(traces(&hostile(markup, Form::Xes))[0].0["concept:name"], markup);
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1", "=\"a\";b"] {
        let csv = hostile(formula, Form::Csv(';'));
        let rows = table(csv.strip_prefix('\u{feff}').unwrap(), ';');
        assert_eq!(rows[1][0], format!("'{formula}"));
        assert_eq!(rows[1][4], format!("'{formula}"), "the unit");
        assert_eq!(traces(&hostile(formula, Form::Xes))[0].0["concept:name"], formula);
    }
    assert!(hostile("P-1", Form::Csv(';')).contains("\r\nP-1;"), "a sign inside is no formula");
}
