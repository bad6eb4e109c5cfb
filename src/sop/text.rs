//! The SOP as text for a terminal, 80 columns wide: what `tertib sop` shows.
//!
//! It follows the printed form. What the SOP itself does not print is marked as such;
//! the doubts stand at the end.

use chrono::NaiveDate;

use super::{Definition, IfNo, ProcedureId, Signatory, Step, Versions};
use crate::calendar::wording;

const WIDTH: usize = 80;
const LABEL: usize = 19;
const EMPTY: &str = "(kosong)";
const COLUMNS: [(&str, usize); 6] = [
    ("No", 3),
    ("Kegiatan", 18),
    ("Pelaksana", 14),
    ("Kelengkapan", 13),
    ("Waktu", 8),
    ("Output", 14),
];

/// The whole SOP; every line ends with a line feed.
pub fn render(sop: &Definition) -> String {
    let mut lines = Vec::new();
    header(sop, &mut lines);
    for (head, items) in [
        ("DASAR HUKUM", &sop.legal_bases),
        ("KUALIFIKASI PELAKSANA", &sop.qualifications),
        ("KETERKAITAN", &sop.related),
        ("PERALATAN/PERLENGKAPAN", &sop.equipment),
    ] {
        list(head, items, &mut lines);
    }
    paragraph("PERINGATAN", &sop.warning, &mut lines);
    paragraph("PENCATATAN DAN PENDAFTARAN", &sop.record_keeping, &mut lines);
    table(sop, &mut lines);
    acknowledged(&sop.acknowledged_by, &mut lines);
    doubts(sop, &mut lines);
    let mut text = String::new();
    for line in lines {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The version in force on a day, below the list of all where there are several: of one
/// procedure, or of each, the main one first.
pub fn render_in_force(versions: &Versions, only: Option<ProcedureId>, day: NaiveDate) -> String {
    let procedures = only.map_or_else(|| versions.procedures(), |one| vec![one]);
    let of = |procedure: ProcedureId| versions.get(versions.in_force_of(procedure, day));
    if !versions.are_several() {
        return render(versions.newest());
    }
    let mut all = versions.all();
    all.retain(|version| procedures.contains(&version.procedure));
    let mut lines = Vec::new();
    if let ([_, _, ..], [_, _, ..]) = (procedures.as_slice(), all.as_slice()) {
        lines
            .push(format!("Kantor ini memakai {} SOP, yang utama lebih dahulu:", procedures.len()));
    } else if all.len() > 1 {
        lines.push(format!("SOP ini mempunyai {} versi:", all.len()));
    }
    for version in if lines.is_empty() { &[][..] } else { &all[..] } {
        let own = wrapped(&version.in_words(), WIDTH - 2);
        lines.extend(own.into_iter().enumerate().map(|(at, line)| match at {
            0 => format!("- {line}"),
            _ => format!("  {line}"),
        }));
    }
    let has_versions = all.len() > procedures.len();
    if has_versions {
        lines.extend(wrapped(
            &format!(
                "Satu permohonan sampai selesai diperiksa menurut versi yang berlaku ketika diterima. Di bawah ini versi yang berlaku pada {}.",
                wording::date(day)
            ),
            WIDTH,
        ));
    }
    if !lines.is_empty() {
        lines.push(String::new());
    }
    let list = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    let between = format!("\n{}\n\n", "=".repeat(WIDTH));
    let each: Vec<String> = procedures.into_iter().map(|one| render(of(one))).collect();
    list + &each.join(&between)
}

fn header(sop: &Definition, lines: &mut Vec<String>) {
    lines.extend(wrapped(&sop.title, WIDTH));
    lines.extend(sop.unit.iter().flat_map(|line| wrapped(line, WIDTH)));
    lines.push(String::new());
    let date = |date: Option<NaiveDate>| date.map_or_else(|| EMPTY.to_owned(), wording::date);
    let approved = [&sop.approved_by.post, &sop.approved_by.name];
    let mut approved: Vec<String> =
        approved.into_iter().filter(|part| !part.is_empty()).cloned().collect();
    if !sop.approved_by.nip.is_empty() {
        approved.push(format!("NIP {}", sop.approved_by.nip));
    }
    for (label, value) in [
        ("Nomor SOP", sop.number.clone()),
        ("Tanggal Pembuatan", date(sop.made)),
        ("Tanggal Revisi", date(sop.revised)),
        ("Tanggal Efektif", date(sop.effective)),
        ("Disahkan oleh", approved.join(" ")),
        ("Nama SOP", sop.name.clone()),
    ] {
        labelled(label, &value, lines);
    }
    labelled("Berlaku untuk", &format!("permohonan {} *", sop.covers.join(", ")), lines);
}

fn labelled(label: &str, value: &str, lines: &mut Vec<String>) {
    let value = if value.is_empty() { EMPTY } else { value };
    let mut label = label;
    for line in wrapped(value, WIDTH - LABEL - 2) {
        let colon = if label.is_empty() { ' ' } else { ':' };
        lines.push(format!("{label:LABEL$}{colon} {line}"));
        label = "";
    }
}

fn list(head: &str, items: &[String], lines: &mut Vec<String>) {
    lines.extend([String::new(), head.to_owned()]);
    if items.is_empty() {
        lines.push(format!("   {EMPTY}"));
    }
    for (number, item) in (1..).zip(items) {
        numbered(number, if item.is_empty() { EMPTY } else { item }, lines);
    }
}

fn numbered(number: usize, text: &str, lines: &mut Vec<String>) {
    let mut mark = format!("{number}.");
    for line in wrapped(text, WIDTH - 4) {
        lines.push(format!("{mark:>3} {line}"));
        mark.clear();
    }
}

fn paragraph(head: &str, text: &str, lines: &mut Vec<String>) {
    lines.extend([String::new(), head.to_owned()]);
    let text = if text.is_empty() { EMPTY } else { text };
    lines.extend(wrapped(text, WIDTH - 4).into_iter().map(|line| format!("    {line}")));
}

fn table(sop: &Definition, lines: &mut Vec<String>) {
    lines.push(String::new());
    lines.extend(wrapped(&sop.table_title, WIDTH));
    let rule = "-".repeat(WIDTH);
    lines.push(rule.clone());
    lines.push(cells(&COLUMNS.map(|(head, _)| head.to_owned())));
    lines.push(rule.clone());
    for step in &sop.steps {
        row(sop, step, lines);
        lines.push(rule.clone());
    }
    let total = wording::duration(sop.total_target_seconds());
    lines.push(format!("Jumlah waktu: {total} *"));
    lines.push("* tidak tertulis dalam SOP; jumlah waktu dihitung dari kolom Waktu".to_owned());
}

fn row(sop: &Definition, step: &Step, lines: &mut Vec<String>) {
    let actors: Vec<&str> = step.actors.iter().map(|id| sop.role_name(id)).collect();
    let texts = [
        step.no.to_string(),
        step.activity.clone(),
        actors.join("; "),
        step.inputs.clone(),
        step.target_text.clone(),
        step.output.clone(),
    ];
    let mut columns = Vec::new();
    for (text, (_, width)) in texts.iter().zip(COLUMNS) {
        columns.push(wrapped(text, width - 1));
    }
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let line: Vec<String> =
            columns.iter().map(|column| column.get(at).cloned().unwrap_or_default()).collect();
        lines.push(cells(&line));
    }
    let papers: Vec<&str> = step.papers.iter().map(|kind| kind.title()).collect();
    let if_no = step.decision.as_ref().map(|rule| match rule.if_no {
        IfNo::BackTo(no) => format!("kembali ke langkah {no}"),
        IfNo::End => "permohonan selesai".to_owned(),
    });
    for (label, text) in [
        ("Keterangan: ", step.note.clone()),
        ("Bila tidak *: ", if_no.unwrap_or_default()),
        ("Naskah *: ", papers.join("; ")),
        ("Terbukti oleh *: ", step.proven_by.join(", ")),
    ] {
        if !text.is_empty() {
            let text = format!("{label}{text}");
            lines.extend(wrapped(&text, WIDTH - 4).into_iter().map(|line| format!("    {line}")));
        }
    }
}

fn cells(texts: &[String]) -> String {
    let mut line = String::new();
    for (text, (_, width)) in texts.iter().zip(COLUMNS) {
        line.push_str(text);
        let filled = text.chars().count();
        line.extend(std::iter::repeat_n(' ', width.saturating_sub(filled).max(1)));
    }
    line
}

fn acknowledged(by: &Signatory, lines: &mut Vec<String>) {
    if *by == Signatory::default() {
        return;
    }
    lines.extend([String::new(), "Mengetahui".to_owned()]);
    lines.extend([by.post.clone(), by.name.clone()].into_iter().filter(|line| !line.is_empty()));
    if !by.nip.is_empty() {
        lines.push(format!("NIP {}", by.nip));
    }
}

fn doubts(sop: &Definition, lines: &mut Vec<String>) {
    let doubts = sop.doubts();
    if doubts.is_empty() {
        return;
    }
    lines.extend([String::new(), "Yang perlu diperhatikan:".to_owned()]);
    for (number, doubt) in (1..).zip(&doubts) {
        numbered(number, &doubt.to_string(), lines);
    }
    let said = "tertib memakai SOP ini apa adanya dan tidak membetulkannya.";
    lines.extend([String::new(), said.to_owned()]);
}

/// Lines of at most `width` characters, broken at blanks, and inside a word only
/// where it is longer than a line. No text gives one empty line.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let mut word: Vec<char> = word.chars().collect();
        if let Some(line) = lines.last_mut() {
            let filled = line.chars().count();
            if filled > 0 && filled + 1 + word.len() <= width {
                line.push(' ');
                line.extend(word);
                continue;
            }
            if filled > 0 {
                lines.push(String::new());
            }
        }
        while !word.is_empty() {
            let rest = word.split_off(word.len().min(width.max(1)));
            if let Some(line) = lines.last_mut() {
                line.extend(word);
            }
            if !rest.is_empty() {
                lines.push(String::new());
            }
            word = rest;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn text_is_broken_at_blanks_and_a_word_only_where_it_is_too_long() {
        assert_eq!(wrapped("berita acara serah", 12), ["berita acara", "serah"]);
        assert_eq!(wrapped("penandatanganan di", 6), ["penand", "atanga", "nan di"]);
        assert_eq!(wrapped("", 6), [""]);
    }
}
