//! One diagnostic as staff read it: what, where with the row and the cell marked,
//! what follows, and what to do next.

use std::collections::BTreeSet;

use super::fold::addresses;
use super::paint::{Paint, cut, padded, plain, width, wrapped};
use crate::desk::{Cell, Diagnostic, Excerpt, ExcerptCell, Place, Sources, column_letters};

/// The columns that a diagnostic takes at most, but for a single long word.
pub(super) const COLUMNS: usize = 90;
/// Cells of an excerpt at most.
const CELLS: usize = 5;
/// The widest that a cell of an excerpt may be.
const CELL_WIDTH: usize = 32;
/// Places shown with their rows; of the others only the names are shown.
const EXCERPTS: usize = 3;

/// The lines of one diagnostic, each ended.
pub(super) fn text(told: &Diagnostic, sources: &Sources, paint: Paint) -> String {
    with_others(told, None, sources, paint)
}

/// The same with a line on where else it is seen.
pub(super) fn with_others(
    told: &Diagnostic,
    others: Option<String>,
    sources: &Sources,
    paint: Paint,
) -> String {
    let mut text = String::new();
    first_line(told, paint, &mut text);
    places(told, sources, paint, &mut text);
    for line in others.iter().flat_map(|others| wrapped(others, COLUMNS - 2)) {
        push(&mut text, &format!("  {line}"));
    }
    for (label, words) in [("akibat:", &told.consequence), ("saran:", &told.advice)] {
        if words.is_empty() {
            continue;
        }
        let words = plain(words);
        let mut label = padded(label, 8);
        for line in wrapped(&words, COLUMNS - 10) {
            push(&mut text, &format!("  {}{line}", paint.strong(&label)));
            label = " ".repeat(8);
        }
    }
    text
}

fn first_line(told: &Diagnostic, paint: Paint, text: &mut String) {
    let level = told.level.name();
    let code = told.code.map_or_else(String::new, |code| format!("({})", code.name()));
    let message = format!("{level}: {}", plain(&told.message));
    let lines = wrapped(&message, COLUMNS - code.len() - 1);
    for (at, line) in lines.iter().enumerate() {
        let first = at == 0;
        let painted = match line.strip_prefix(level).filter(|_| first) {
            Some(rest) => format!("{}{rest}", paint.level(told.level, level)),
            None => line.clone(),
        };
        if first && !code.is_empty() {
            let gap = " ".repeat((COLUMNS - code.len()).saturating_sub(width(line)).max(1));
            push(text, &format!("{painted}{gap}{}", paint.faint(&code)));
        } else if first {
            push(text, &painted);
        } else {
            push(text, &format!("  {painted}"));
        }
    }
}

fn places(told: &Diagnostic, sources: &Sources, paint: Paint, text: &mut String) {
    let mut shown = 0;
    let mut groups = by_row(&told.places);
    join_further(&mut groups);
    for group in groups {
        push(text, &format!("  {} {}", paint.faint("──▶"), arrow(&group, sources)));
        let cells: Vec<Cell> = group
            .iter()
            .filter_map(|place| match place {
                Place::Cell(cell) => Some(*cell),
                _ => None,
            })
            .collect();
        if shown < EXCERPTS
            && let Some((row, cells)) = fitting(&cells, sources)
        {
            excerpt(row, &cells, paint, text);
            shown += 1;
        }
    }
}

/// The places, with the cells of one row together.
fn by_row(places: &[Place]) -> Vec<Vec<Place>> {
    let row = |place: &Place| match place {
        Place::Cell(cell) => Some(cell.row_place()),
        _ => None,
    };
    let mut groups: Vec<Vec<Place>> = Vec::new();
    for place in places {
        let same = groups
            .iter_mut()
            .find(|group| row(place).is_some() && group.first().and_then(row) == row(place));
        match same {
            Some(group) if !group.contains(place) => group.push(place.clone()),
            Some(_) => {}
            None => groups.push(vec![place.clone()]),
        }
    }
    groups
}

/// Beyond those that are shown with their rows, the cells of one sheet stand in one line.
fn join_further(groups: &mut Vec<Vec<Place>>) {
    let sheet = |group: &[Place]| match group.first() {
        Some(Place::Cell(cell)) => Some(cell.sheet),
        _ => None,
    };
    for next in groups.split_off(groups.len().min(EXCERPTS)) {
        let is_further = groups.len() > EXCERPTS;
        match groups.last_mut().filter(|_| is_further) {
            Some(last) if sheet(last).is_some() && sheet(last) == sheet(&next) => last.extend(next),
            _ => groups.push(next),
        }
    }
}

fn arrow(group: &[Place], sources: &Sources) -> String {
    let Some(first) = group.first() else { return String::new() };
    let file = plain(sources.file(first)).into_owned();
    if let Place::Text { line, column, .. } = first {
        return format!("{file}:{line}:{column}");
    }
    let mut parts = vec![file];
    parts.extend(sources.sheet_name(first).map(|sheet| format!("lembar \"{}\"", plain(sheet))));
    let cells: Vec<Cell> = group
        .iter()
        .filter_map(|place| match place {
            Place::Cell(cell) => Some(*cell),
            _ => None,
        })
        .collect();
    let rows = cells.iter().map(|cell| cell.row).collect::<BTreeSet<u32>>();
    if rows.len() > 1 {
        let written = addresses(&cells);
        let count = if written.ends_with('…') {
            format!(" ({} sel)", cells.len())
        } else {
            String::new()
        };
        parts.push(format!("sel {written}{count}"));
    } else if !cells.is_empty() {
        let cells: Vec<String> = cells.iter().map(|cell| cell.address()).collect();
        parts.push(format!("sel {}", cells.join(", ")));
    }
    parts.join(" › ")
}

/// A cell of an excerpt as it is shown: its head above what it holds.
struct Shown {
    head: String,
    content: String,
    /// The columns that it takes.
    columns: usize,
    marked: bool,
}

impl Shown {
    fn of(cell: &ExcerptCell) -> Self {
        let mut head = column_letters(cell.column);
        head.push(':');
        for word in cell.head.as_deref().unwrap_or_default().split_whitespace() {
            head.push(' ');
            head.push_str(word);
        }
        let head = cut(&plain(&head), CELL_WIDTH);
        let content = cut(&plain(&cell.text), CELL_WIDTH);
        let columns = width(&head).max(width(&content)).max(3);
        Self { head, content, columns, marked: cell.marked }
    }
}

/// The row and as many of its cells as fit beside each other.
fn fitting(cells: &[Cell], sources: &Sources) -> Option<(u32, Vec<Shown>)> {
    (1..=CELLS).rev().find_map(|most| {
        let Excerpt { row, cells } = sources.excerpt(cells, most)?;
        let cells: Vec<Shown> = cells.iter().map(Shown::of).collect();
        let taken: usize = cells.iter().map(|cell| cell.columns + 3).sum();
        (most == 1 || taken <= COLUMNS - 7).then_some((row, cells))
    })
}

fn excerpt(row: u32, cells: &[Shown], paint: Paint, text: &mut String) {
    let number = (u64::from(row) + 1).to_string();
    let margin = number.len().max(2);
    let (mut heads, mut contents, mut marks) = (String::new(), String::new(), String::new());
    for cell in cells {
        let columns = cell.columns + 3;
        let mark =
            if cell.marked { "^".repeat(width(&cell.content).max(3)) } else { String::new() };
        heads.push_str(&padded(&cell.head, columns));
        contents.push_str(&padded(&cell.content, columns));
        marks.push_str(&padded(&mark, columns));
    }
    let blank = " ".repeat(margin);
    for (number, line) in [(&blank, heads), (&number, contents), (&blank, marks)] {
        let line = line.trim_end();
        if !line.is_empty() {
            let number = format!("{}{number}", " ".repeat(margin.saturating_sub(number.len())));
            push(text, &format!("  {} {line}", paint.faint(&format!("{number} │"))));
        }
    }
}

fn push(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push('\n');
}
