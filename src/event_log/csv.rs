//! The log as a table, one row for each event.
//!
//! UTF-8 with a byte order mark, lines ended by CR LF (RFC 4180). A spreadsheet takes a
//! cell that begins with `=`, `+`, `-` or `@` for a formula and runs it, and keeps only
//! 15 digits of a number: such a text, and every NIP, gets an apostrophe in front.

use std::borrow::Cow;
use std::io::{self, Write};

use super::plain::plain;
use super::{Event, EventLog, Trace};
use crate::records::Moment;

const MARK: &str = "\u{feff}";

/// The heads; `sop` stands behind them only where there are several procedures or
/// versions, `nip` only where it is asked for.
const HEADS: [&str; 20] = [
    "nomor",
    "jenis",
    "status",
    "di_luar_sop",
    "unit",
    "putaran_terakhir",
    "sesuai_sop",
    "tepat_waktu",
    "langkah",
    "kegiatan",
    "kejadian",
    "waktu",
    "tanggal",
    "putaran",
    "pelaksana",
    "peran",
    "pelaksana_lain",
    "hasil",
    "putusan",
    "detik_kerja",
];
const MORE_HEADS: [&str; 2] = ["target_detik", "detik_tunggu"];

pub(super) fn write(log: &EventLog<'_>, separator: char, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(MARK.as_bytes())?;
    let several = log.rules.versions.are_several();
    let heads = HEADS.into_iter().chain(MORE_HEADS).chain(several.then_some("sop"));
    let heads = heads.chain(log.with_nip.then_some("nip"));
    line(heads.map(Cow::Borrowed), separator, out)?;
    for trace in log.traces() {
        for event in &trace.events {
            let cells = cells(&trace, event, log);
            line(cells.into_iter().map(Cow::Owned), separator, out)?;
        }
    }
    Ok(())
}

/// Whether a file begins as such a table does, whatever parts its columns.
pub(super) fn begins(head: &[u8]) -> bool {
    let head = head.strip_prefix(MARK.as_bytes()).unwrap_or(head);
    let [first, second, ..] = HEADS;
    [b';', b',', b'\t'].into_iter().any(|separator| {
        let rest = head.strip_prefix(first.as_bytes());
        let rest = rest.and_then(|rest| rest.strip_prefix(&[separator]));
        rest.is_some_and(|rest| rest.starts_with(second.as_bytes()))
            && head.windows(8).any(|part| part == b"kejadian")
    })
}

fn cells(trace: &Trace<'_>, event: &Event<'_>, log: &EventLog<'_>) -> Vec<String> {
    let text = |text: Option<&str>| harmless(text.unwrap_or_default());
    let yes_no = |known: Option<bool>| match known {
        Some(true) => "ya".to_owned(),
        Some(false) => "tidak".to_owned(),
        None => String::new(),
    };
    let number = |number: Option<i64>| number.map_or_else(String::new, |n| n.to_string());
    let hour = match event.at {
        Some(Moment::At(at)) => log.zone().rfc3339(at),
        Some(Moment::Day(_)) | None => String::new(),
    };
    let day = event.at.map(|moment| moment.date().format("%Y-%m-%d").to_string());
    let outcome = event.outcome.as_ref();
    let mut cells = vec![
        text(Some(trace.number)),
        trace.kind.to_owned(),
        trace.status.key().to_owned(),
        yes_no(Some(trace.outside_sop)),
        text(trace.unit),
        trace.rounds.to_string(),
        yes_no(trace.kept),
        yes_no(trace.on_time),
        event.step.to_string(),
        text(Some(event.activity)),
        event.transition.name().to_owned(),
        hour,
        day.unwrap_or_default(),
        event.round.to_string(),
        text(event.actor),
        text(event.role),
        text(Some(&event.others.join("; "))),
        text(outcome.and_then(|outcome| outcome.decided())),
        text(outcome.and_then(|outcome| outcome.verdict)),
        number(outcome.and_then(|outcome| outcome.worked)),
        number(outcome.map(|outcome| outcome.target)),
        number(outcome.and_then(|outcome| outcome.waited)),
    ];
    if let Some(sop) = trace.sop {
        cells.push(text(Some(sop)));
    }
    if log.with_nip {
        cells.push(event.nip.as_ref().map_or_else(String::new, |nip| format!("'{nip}")));
    }
    cells
}

fn line<'a>(
    cells: impl Iterator<Item = Cow<'a, str>>,
    separator: char,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            write!(out, "{separator}")?;
        }
        if cell.contains(['"', '\r', '\n', ';', ',', '\t']) {
            write!(out, "\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            out.write_all(cell.as_bytes())?;
        }
    }
    out.write_all(b"\r\n")
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    let text = plain(text);
    let first = text.trim_start().chars().next().or(text.chars().next());
    let runs =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r');
    if first.is_some_and(runs) { format!("'{text}") } else { text.into_owned() }
}
