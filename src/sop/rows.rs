//! The steps of a definition: each row of the table by itself, then what must hold
//! between them.

use super::page::{Entry, Page, nearest, number_of};
use super::problem::{Fault, Wanted};
use super::recognise::{fold, is_number};
use super::{DecisionRule, FlowMark, IfNo, PROVING_COLUMNS, PaperKind, Role, Step};
use crate::calendar::duration;

const KEYS: [&str; 15] = [
    "no",
    "kegiatan",
    "sebutan",
    "pelaksana",
    "kelengkapan",
    "waktu",
    "output",
    "keterangan",
    "naskah",
    "keputusan",
    "terbukti_oleh",
    "penerimaan",
    "serah_terima",
    "bagan",
    "dugaan",
];

/// The keys whose values may be marked as inferred (*dugaan*).
const GUESSES: [&str; 5] = ["pelaksana", "keputusan", "kelengkapan", "waktu", "output"];

/// A step and where it stands.
struct Row<'t> {
    entry: Entry<'t>,
    step: Step,
    names: Vec<(String, usize)>,
    papers: Vec<(PaperKind, usize)>,
    back: Option<usize>,
}

pub(super) fn read(
    page: &mut Page<'_>,
    top: &Entry<'_>,
    roles: &[Role],
    all_roles_read: bool,
) -> Vec<Step> {
    let entries = top.tables(page, "langkah", "[[langkah]]", &KEYS);
    if entries.is_empty() && top.value("langkah").is_none_or(|value| value.get_ref().is_array()) {
        page.tell(0, Fault::NoSteps);
    }
    let count = entries.len();
    let roles = all_roles_read.then_some(roles);
    let mut rows: Vec<Row<'_>> =
        entries.into_iter().filter_map(|entry| row(page, entry, roles)).collect();
    let complete = rows.len() == count;
    rows.sort_by_key(|row| (row.step.no, row.entry.start));
    numbers(page, &rows);
    for row in &rows {
        papers(page, row, &rows);
        names(page, row, &rows);
        marks(page, row, &rows);
        if complete {
            way_back(page, row, &rows);
        }
    }
    rows.into_iter().map(|row| row.step).collect()
}

/// `None` where it has no usable number. Without `roles`, roles are not judged.
fn row<'t>(page: &mut Page<'_>, entry: Entry<'t>, roles: Option<&[Role]>) -> Option<Row<'t>> {
    if entry.value("no").is_none() {
        entry.missing(page, "no");
    }
    let no = entry.step_number(page, "no");
    let names = entry.set(page, "sebutan");
    let papers = papers_of(page, &entry);
    let (decision, back) = decision(page, &entry);
    let (target_text, target_seconds) = target(page, &entry);
    let step = Step {
        no: no.unwrap_or_default(),
        activity: entry.needed(page, "kegiatan").unwrap_or_default(),
        also_known_as: names.iter().map(|(name, _)| name.clone()).collect(),
        actors: actors(page, &entry, roles),
        inputs: entry.text(page, "kelengkapan"),
        target_text,
        target_seconds,
        output: entry.text(page, "output"),
        note: entry.text(page, "keterangan"),
        papers: papers.iter().map(|(kind, _)| *kind).collect(),
        decision,
        proven_by: proven_by(page, &entry),
        receiving: entry.flag(page, "penerimaan"),
        handover: entry.flag(page, "serah_terima"),
        flow_marks: flow_marks(page, &entry, roles),
        inferred: inferred(page, &entry),
    };
    no.map(|_| Row { entry, step, names, papers, back })
}

fn target(page: &mut Page<'_>, entry: &Entry<'_>) -> (String, i64) {
    let offset = entry.offset("waktu");
    let written = match entry.value("waktu").and_then(|value| value.get_ref().as_integer()) {
        // A bare number has no unit; minutes are not taken for granted.
        Some(number) => {
            let written = number.to_string();
            page.tell(offset, Fault::UnreadableTarget { written });
            return (String::new(), 0);
        }
        None => entry.needed(page, "waktu"),
    };
    let Some(written) = written else { return (String::new(), 0) };
    match duration::parse(&written) {
        Some(seconds) if seconds > 0 => return (written, seconds),
        Some(_) => page.tell(offset, Fault::TargetNotPositive { written }),
        None => page.tell(offset, Fault::UnreadableTarget { written }),
    }
    (String::new(), 0)
}

fn actors(page: &mut Page<'_>, entry: &Entry<'_>, roles: Option<&[Role]>) -> Vec<String> {
    let actors = entry.set(page, "pelaksana");
    match entry.value("pelaksana").map(|value| value.get_ref().as_array()) {
        None => entry.missing(page, "pelaksana"),
        Some(Some(list)) if list.is_empty() => {
            page.tell(entry.offset("pelaksana"), Fault::Blank { key: "pelaksana" });
        }
        Some(_) => {}
    }
    for (written, offset) in &actors {
        role_exists(page, written, *offset, roles);
    }
    actors.into_iter().map(|(actor, _)| actor).collect()
}

fn role_exists(page: &mut Page<'_>, written: &str, offset: usize, roles: Option<&[Role]>) {
    let Some(roles) = roles else { return };
    if roles.iter().any(|role| role.id == written) {
        return;
    }
    // Whoever writes the name of a role means its id.
    let by_name = roles.iter().find(|role| fold(&role.name) == fold(written));
    let by_name = by_name.map(|role| role.id.clone());
    let nearest = by_name.or_else(|| nearest(written, roles.iter().map(|role| &*role.id)));
    let known = roles.iter().map(|role| role.id.clone()).collect();
    page.tell(offset, Fault::UnknownRole { written: written.to_owned(), nearest, known });
}

fn papers_of(page: &mut Page<'_>, entry: &Entry<'_>) -> Vec<(PaperKind, usize)> {
    let mut papers = Vec::new();
    for (written, offset) in entry.set(page, "naskah") {
        match PaperKind::ALL.into_iter().find(|kind| kind.stem() == written) {
            Some(kind) => papers.push((kind, offset)),
            None => {
                let by_title = PaperKind::ALL.into_iter().find(|kind| {
                    fold(kind.title()) == fold(&written) || fold(kind.stem()) == fold(&written)
                });
                let stems = PaperKind::ALL.into_iter().map(PaperKind::stem);
                let nearest = by_title
                    .map(|kind| kind.stem().to_owned())
                    .or_else(|| nearest(&written, stems));
                page.tell(offset, Fault::UnknownPaper { written, nearest });
            }
        }
    }
    papers
}

/// The rule, and where its `bila_tidak` stands.
fn decision(page: &mut Page<'_>, entry: &Entry<'_>) -> (Option<DecisionRule>, Option<usize>) {
    let section = "keputusan = { … }";
    let Some(rule) = entry.table(page, "keputusan", section, Wanted::Braces, &["bila_tidak"])
    else {
        return (None, None);
    };
    let Some(value) = rule.value("bila_tidak") else {
        rule.missing(page, "bila_tidak");
        return (None, None);
    };
    let offset = value.span().start;
    let is_end = value.get_ref().as_str().is_some_and(|text| fold(text) == "selesai");
    match number_of(value.get_ref()).map(IfNo::BackTo).or(is_end.then_some(IfNo::End)) {
        Some(if_no) => (Some(DecisionRule { if_no }), Some(offset)),
        None => {
            page.tell(offset, Fault::WrongType { key: "bila_tidak", wanted: Wanted::WayBack });
            (None, None)
        }
    }
}

fn proven_by(page: &mut Page<'_>, entry: &Entry<'_>) -> Vec<String> {
    let mut columns = Vec::new();
    for (written, offset) in entry.set(page, "terbukti_oleh") {
        if PROVING_COLUMNS.contains(&&*written) {
            columns.push(written);
        } else {
            let nearest = nearest(&written, PROVING_COLUMNS.into_iter());
            page.tell(offset, Fault::UnknownColumn { written, nearest });
        }
    }
    columns
}

fn flow_marks(page: &mut Page<'_>, entry: &Entry<'_>, roles: Option<&[Role]>) -> Vec<FlowMark> {
    let Some(value) = entry.value("bagan") else { return Vec::new() };
    let Some(table) = value.get_ref().as_table() else {
        page.tell(value.span().start, Fault::WrongType { key: "bagan", wanted: Wanted::Braces });
        return Vec::new();
    };
    let mut marks = Vec::new();
    for (role, text) in table.iter() {
        let id = role.get_ref().as_ref();
        role_exists(page, id, role.span().start, roles);
        match text.get_ref().as_str() {
            Some(text) => marks.push(FlowMark { role: id.to_owned(), text: text.to_owned() }),
            None => {
                let fault = Fault::WrongType { key: "bagan", wanted: Wanted::Braces };
                page.tell(text.span().start, fault);
            }
        }
    }
    marks
}

fn inferred(page: &mut Page<'_>, entry: &Entry<'_>) -> Vec<&'static str> {
    let mut inferred = Vec::new();
    for (written, offset) in entry.set(page, "dugaan") {
        match GUESSES.into_iter().find(|key| *key == written) {
            Some(key) => inferred.push(key),
            None => {
                let nearest = nearest(&written, GUESSES.into_iter());
                let known = GUESSES.map(str::to_owned).to_vec();
                page.tell(offset, Fault::UnknownGuess { written, nearest, known });
            }
        }
    }
    inferred
}

fn numbers(page: &mut Page<'_>, rows: &[Row<'_>]) {
    for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
        if row.step.no == next.step.no {
            let line = page.line(row.entry.offset("no"));
            let fault = Fault::StepTwice { no: next.step.no, line };
            page.tell(next.entry.offset("no"), fault);
        }
    }
}

fn way_back(page: &mut Page<'_>, row: &Row<'_>, rows: &[Row<'_>]) {
    let (Some(DecisionRule { if_no: IfNo::BackTo(to) }), Some(offset)) =
        (row.step.decision.as_ref(), row.back)
    else {
        return;
    };
    let (to, own) = (*to, row.step.no);
    if to == own {
        page.tell(offset, Fault::WayBackToItself { own });
    } else if !rows.iter().any(|other| other.step.no == to) {
        let known = rows.iter().map(|row| row.step.no).collect();
        page.tell(offset, Fault::WayBackToNowhere { to, known });
    } else if to > own {
        page.tell(offset, Fault::WayBackForward { to, own });
    }
}

/// The identity of a paper is request, kind and round, so a kind belongs to one step.
fn papers(page: &mut Page<'_>, row: &Row<'_>, rows: &[Row<'_>]) {
    for (kind, offset) in &row.papers {
        if *kind == PaperKind::Pengembalian && row.entry.value("keputusan").is_none() {
            page.tell(*offset, Fault::ReturnWithoutDecision);
        }
        let before = rows.iter().take_while(|other| other.entry.start != row.entry.start);
        if let Some(other) = before.into_iter().find(|other| other.step.papers.contains(kind)) {
            page.tell(*offset, Fault::PaperOfTwoSteps { kind: *kind, other: other.step.no });
        }
    }
}

fn names(page: &mut Page<'_>, row: &Row<'_>, rows: &[Row<'_>]) {
    for (name, offset) in &row.names {
        let folded = fold(name);
        if folded.is_empty() {
            page.tell(*offset, Fault::Blank { key: "sebutan" });
            continue;
        }
        if is_number(name) {
            page.tell(*offset, Fault::NameIsANumber { name: name.clone() });
        }
        let other = rows.iter().find(|other| {
            let is_earlier = other.entry.start < row.entry.start;
            other.entry.start != row.entry.start
                && (fold(&other.step.activity) == folded
                    || is_earlier && other.names.iter().any(|(theirs, _)| fold(theirs) == folded))
        });
        if let Some(other) = other {
            let fault = Fault::NameOfAnotherStep { name: name.clone(), other: other.step.no };
            page.tell(*offset, fault);
        }
    }
}

fn marks(page: &mut Page<'_>, row: &Row<'_>, rows: &[Row<'_>]) {
    type Mark = (&'static str, fn(&Step) -> bool);
    let marks: [Mark; 2] =
        [("penerimaan", |step| step.receiving), ("serah_terima", |step| step.handover)];
    for (key, is_marked) in marks {
        let before = rows.iter().take_while(|other| other.entry.start != row.entry.start);
        if is_marked(&row.step)
            && let Some(other) = before.into_iter().find(|other| is_marked(&other.step))
        {
            page.tell(row.entry.offset(key), Fault::TwoMarked { key, other: other.step.no });
        }
    }
}
