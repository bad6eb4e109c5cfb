//! The log as XES, IEEE Std 1849-2016.
//!
//! `time:timestamp` stands only where an hour was recorded. XES has no type for a date
//! without a time, and the time extension does not ask for a timestamp at every event;
//! so it is no global, and the day stands beside it as a text (`tanggal`), which every
//! event with a known day has. The attributes with a prefix are those of the extensions;
//! those without one are our own, in the words of the JSON of `periksa`.

use std::io::{self, Write};

use super::plain::plain;
use super::{Event, EventLog, Trace};
use crate::records::Moment;

/// How every such file begins; by it one is known again.
pub(super) const HEAD: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Log kejadian, dibuat oleh tertib -->\n";

/// Extensions, what every trace and every event has, and by what events are told apart.
const PREAMBLE: &str = r#"<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <global scope="trace">
    <string key="concept:name" value=""/>
    <string key="jenis" value=""/>
    <string key="status" value=""/>
    <boolean key="di_luar_sop" value="false"/>
    <int key="putaran" value="1"/>
  </global>
  <global scope="event">
    <string key="concept:name" value=""/>
    <string key="lifecycle:transition" value="complete"/>
    <int key="langkah" value="0"/>
    <int key="putaran" value="1"/>
  </global>
  <classifier name="Kegiatan" keys="concept:name"/>
  <classifier name="Kegiatan dan kejadian" keys="concept:name lifecycle:transition"/>
"#;

pub(super) fn write(log: &EventLog<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    out.write_all(PREAMBLE.as_bytes())?;
    let office = log.rules.office.institution_on(log.as_of().date());
    let mut log_level = Attributes { out: &mut *out, indent: "  " };
    log_level.string("concept:name", &office.name)?;
    log_level.string("lifecycle:model", "standard")?;
    log_level.string("sop", &log.rules.sop.number)?;
    log_level.put("date", "per", &log.zone().rfc3339(log.as_of()))?;
    for trace in log.traces() {
        self::trace(&trace, log, out)?;
    }
    out.write_all(b"</log>\n")
}

fn trace(trace: &Trace<'_>, log: &EventLog<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"  <trace>\n")?;
    let mut of_trace = Attributes { out: &mut *out, indent: "    " };
    of_trace.string("concept:name", trace.number)?;
    of_trace.string("jenis", trace.kind)?;
    of_trace.string("status", trace.status.key())?;
    of_trace.known("sop", trace.sop)?;
    of_trace.boolean("di_luar_sop", Some(trace.outside_sop))?;
    of_trace.known("unit", trace.unit)?;
    of_trace.int("putaran", Some(i64::from(trace.rounds)))?;
    of_trace.boolean("sesuai_sop", trace.kept)?;
    of_trace.boolean("tepat_waktu", trace.on_time)?;
    for event in &trace.events {
        self::event(event, log, out)?;
    }
    out.write_all(b"  </trace>\n")
}

fn event(event: &Event<'_>, log: &EventLog<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"    <event>\n")?;
    let mut of_event = Attributes { out: &mut *out, indent: "      " };
    of_event.string("concept:name", event.activity)?;
    of_event.string("lifecycle:transition", event.transition.lifecycle())?;
    if let Some(Moment::At(at)) = event.at {
        of_event.put("date", "time:timestamp", &log.zone().rfc3339(at))?;
    }
    if let Some(moment) = event.at {
        of_event.string("tanggal", &moment.date().format("%Y-%m-%d").to_string())?;
    }
    of_event.known("org:resource", event.actor)?;
    of_event.known("org:role", event.role)?;
    of_event.known("nip", event.nip.as_deref())?;
    let others = event.others.join("; ");
    of_event.known("pelaksana_lain", (!others.is_empty()).then_some(&*others))?;
    of_event.int("langkah", Some(i64::from(event.step)))?;
    of_event.int("putaran", Some(i64::from(event.round)))?;
    if let Some(outcome) = &event.outcome {
        of_event.known("hasil", outcome.decided())?;
        of_event.known("putusan", outcome.verdict)?;
        of_event.int("detik_kerja", outcome.worked)?;
        of_event.int("target_detik", Some(outcome.target))?;
        of_event.int("detik_tunggu", outcome.waited)?;
    }
    out.write_all(b"    </event>\n")
}

/// Writes attributes, one a line. What is unknown is not there.
struct Attributes<'o> {
    out: &'o mut dyn Write,
    indent: &'static str,
}

impl Attributes<'_> {
    /// Of our own making: no key and no kind needs escaping.
    fn put(&mut self, kind: &str, key: &str, value: &str) -> io::Result<()> {
        writeln!(self.out, "{}<{kind} key=\"{key}\" value=\"{}\"/>", self.indent, escaped(value))
    }

    fn string(&mut self, key: &str, value: &str) -> io::Result<()> {
        self.put("string", key, value)
    }

    fn known(&mut self, key: &str, value: Option<&str>) -> io::Result<()> {
        value.map_or(Ok(()), |value| self.string(key, value))
    }

    fn int(&mut self, key: &str, value: Option<i64>) -> io::Result<()> {
        value.map_or(Ok(()), |value| self.put("int", key, &value.to_string()))
    }

    fn boolean(&mut self, key: &str, value: Option<bool>) -> io::Result<()> {
        value.map_or(Ok(()), |value| self.put("boolean", key, &value.to_string()))
    }
}

/// A text as the value of an attribute of XML 1.0. A line break or a tab stays one only
/// as a reference: a reader makes a blank of a bare one.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for letter in plain(text).chars() {
        match letter {
            '&' => value.push_str("&amp;"),
            '<' => value.push_str("&lt;"),
            '>' => value.push_str("&gt;"),
            '"' => value.push_str("&quot;"),
            '\t' | '\n' | '\r' | '\u{7f}'..='\u{9f}' => {
                value.push_str(&format!("&#x{:X};", u32::from(letter)));
            }
            letter => value.push(letter),
        }
    }
    value
}
