//! Findings that say the same of many cells of one column are told once, with the
//! addresses of the others. JSON and the annotated copies tell each one.
//!
//! What speaks of the data, and a start that was not written down, has one cause for all
//! of the column, so it is told before the requests and across them; so are minutes that
//! are not scanned yet, with the numbers of the requests. What else speaks of how the SOP
//! was kept stays with its request; where each case has facts of its own, such as how late
//! a step was, it is never folded.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::paint::plain;
use crate::desk::{Cell, Code, Diagnostic, Place, SheetId, cell_address, column_letters};

/// So many are told in full; from the next on they are folded.
const IN_FULL: usize = 3;
/// Addresses that are written out.
const ADDRESSES: usize = 6;
/// Numbers of requests that are written out.
const NUMBERS: usize = 60;

/// One finding and those that say the same.
#[derive(Debug)]
pub(super) struct Folded<'a> {
    pub first: &'a Diagnostic,
    /// Of the same column, in the order of their rows.
    pub others: Vec<Cell>,
    /// How many more of the column are not listed anywhere.
    pub unlisted: u32,
    /// The requests of all of them, in their order.
    requests: Vec<&'a str>,
    is_of_one_request: bool,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness<'a> {
    code: Code,
    shape: String,
    sheet: SheetId,
    column: u16,
    request: Option<&'a str>,
}

/// The findings in their order: first those of no request and those that were folded
/// across requests, then the others by request.
pub(super) fn folded(findings: &[Diagnostic]) -> (Vec<Folded<'_>>, Vec<Folded<'_>>) {
    let mut alike: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut known: BTreeMap<Likeness<'_>, usize> = BTreeMap::new();
    let group_of: Vec<Option<usize>> = findings
        .iter()
        .map(|told| {
            let group = *known.entry(likeness(told)?).or_insert(alike.len());
            match alike.get_mut(group) {
                Some(group) => group.push(told),
                None => alike.push(vec![told]),
            }
            Some(group)
        })
        .collect();
    // What stands for the rest is sorted before what it comes after.
    alike.iter_mut().for_each(|alike| alike.sort_by_key(|told| told.stands_for > 1));
    let (mut general, mut by_request) = (Vec::new(), Vec::new());
    for (told, group) in findings.iter().zip(group_of) {
        let of = group.and_then(|group| alike.get(group)).filter(|alike| alike.len() > IN_FULL);
        let folded = match of.map(Vec::as_slice) {
            Some([first, others @ ..]) if std::ptr::eq(*first, told) => Folded::of(first, others),
            Some(_) => continue,
            None => Folded::of(told, &[]),
        };
        match folded.is_of_one_request() {
            true => by_request.push(folded),
            false => general.push(folded),
        }
    }
    (general, by_request)
}

impl<'a> Folded<'a> {
    fn of(first: &'a Diagnostic, others: &[&'a Diagnostic]) -> Self {
        let all = || [&first].into_iter().chain(others);
        let mut seen: BTreeSet<Option<&str>> = BTreeSet::new();
        let mut requests: Vec<Option<&str>> = all().map(|told| told.case.as_deref()).collect();
        requests.retain(|request| seen.insert(*request));
        let mut cells: Vec<Cell> = others.iter().filter_map(|told| cell(told)).collect();
        cells.sort_unstable();
        let stand_for: u32 = all().map(|told| told.stands_for - 1).sum();
        Self {
            first,
            others: cells,
            unlisted: stand_for,
            is_of_one_request: requests.len() == 1,
            requests: requests.into_iter().flatten().collect(),
        }
    }

    /// Whether it is told with the request that it is about.
    pub fn is_of_one_request(&self) -> bool {
        self.first.case.is_some() && self.is_of_one_request
    }

    /// "dan 37 sel lain di kolom F (F9, F12:F20, …), dengan akibat dan saran yang sama"
    pub fn rest(&self) -> Option<String> {
        let total = self.others.len() + self.unlisted as usize;
        if total == 0 {
            return None;
        }
        if self.first.code == Some(Code::K02) {
            return self.other_requests();
        }
        let column = cell(self.first)?.column;
        let requests = match self.requests.len() {
            _ if self.unlisted > 0 => format!("; {} sel tidak dirinci", self.unlisted),
            0 | 1 => String::new(),
            many => format!("; seluruhnya {many} permohonan"),
        };
        let mut where_else = addresses(&self.others);
        if self.unlisted > 0 && !where_else.ends_with('…') {
            where_else.push_str(if where_else.is_empty() { "…" } else { ", …" });
        }
        Some(format!(
            "dan {total} sel lain di kolom {} ({where_else}), dengan akibat dan saran yang sama{requests}",
            column_letters(column),
        ))
    }

    /// "juga pada 37 permohonan lain: P-2024-003, …": what is to be done is done for each.
    fn other_requests(&self) -> Option<String> {
        let (_, others) = self.requests.split_first()?;
        let named = others.iter().take(NUMBERS);
        let mut numbers: Vec<Cow<'_, str>> = named.map(|number| plain(number)).collect();
        if others.len() > NUMBERS {
            numbers.push("…".into());
        }
        Some(format!(
            "juga pada {} permohonan lain, dengan akibat dan saran yang sama menurut nomornya masing-masing: {}",
            others.len(),
            numbers.join(", ")
        ))
    }
}

fn likeness(told: &Diagnostic) -> Option<Likeness<'_>> {
    let code = told.code?;
    let request = match code {
        Code::P03 | Code::P04 | Code::W03 => Some(told.case.as_deref().unwrap_or("")),
        Code::W04 | Code::K02 => None,
        code if code.name().starts_with('D') => None,
        _ => return None,
    };
    // Each unknown name is to be read; of what cannot be read at all one is enough.
    let keeps_names = matches!(code, Code::D14 | Code::D16 | Code::P03);
    let Cell { sheet, column, .. } = cell(told)?;
    Some(Likeness { code, shape: shape(&told.message, keeps_names), sheet, column, request })
}

fn cell(told: &Diagnostic) -> Option<Cell> {
    match told.places.first() {
        Some(Place::Cell(cell)) => Some(*cell),
        _ => None,
    }
}

/// A message without what differs from cell to cell: numbers, what stands in brackets,
/// what is quoted.
fn shape(message: &str, keeps_names: bool) -> String {
    let mut shape = String::with_capacity(message.len());
    let (mut closing, mut in_number) = (None, false);
    for letter in message.chars() {
        if let Some(end) = closing {
            closing = (letter != end).then_some(end);
            continue;
        }
        closing = match letter {
            '(' => Some(')'),
            '"' if !keeps_names => Some('"'),
            _ => None,
        };
        if !(letter.is_ascii_digit() && in_number) {
            shape.push(if letter.is_ascii_digit() { '#' } else { letter });
        }
        in_number = letter.is_ascii_digit();
    }
    shape
}

/// Addresses as Excel's name box takes them; rows of a column that follow each other as
/// one range.
pub(super) fn addresses(cells: &[Cell]) -> String {
    let mut ranges: Vec<(Cell, Cell)> = Vec::new();
    for cell in cells {
        match ranges.last_mut() {
            Some((_, last))
                if last.row.checked_add(1) == Some(cell.row) && last.column == cell.column =>
            {
                *last = *cell;
            }
            _ => ranges.push((*cell, *cell)),
        }
    }
    let written = ranges.iter().take(ADDRESSES).map(|(first, last)| {
        let from = cell_address(first.row, first.column);
        match last.row - first.row {
            0 => from,
            1 => format!("{from}, {}", cell_address(last.row, last.column)),
            _ => format!("{from}:{}", cell_address(last.row, last.column)),
        }
    });
    let mut written: Vec<String> = written.collect();
    if ranges.len() > ADDRESSES {
        written.push("…".to_owned());
    }
    written.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Sources;

    fn told(code: Code, message: &str, case: &str, cell: Cell) -> Diagnostic {
        let told = Diagnostic::finding(code, message).at(Place::Cell(cell));
        told.of_case(&case.into(), None, None)
    }

    fn at(row: u32, column: u16) -> Cell {
        let mut sources = Sources::default();
        let sheet = sources.add("k.xlsx".into(), "K".into()).expect("a first sheet");
        Cell { sheet, row, column }
    }

    #[test]
    fn the_same_of_one_column_is_told_once_across_requests() {
        let rows = [4, 6, 7, 8, 9, 20];
        let findings: Vec<Diagnostic> = rows
            .map(|row| {
                let message = format!("tanggal \"hari {row}\" tidak dapat dibaca");
                told(Code::D03, &message, &format!("P-{row}"), at(row, 5))
            })
            .into();
        let (general, by_request) = folded(&findings);
        assert_eq!((general.len(), by_request.len()), (1, 0));
        assert_eq!(
            general[0].rest().as_deref(),
            Some(
                "dan 5 sel lain di kolom F (F7:F10, F21), dengan akibat dan saran yang sama; seluruhnya 6 permohonan"
            )
        );
    }

    #[test]
    fn other_columns_other_words_and_few_cells_are_told_in_full() {
        let mut findings: Vec<Diagnostic> =
            (0..3).map(|row| told(Code::D03, "a", "P-1", at(row, 5))).collect();
        findings.push(told(Code::D03, "a", "P-1", at(9, 6)));
        findings.push(told(Code::D03, "b", "P-1", at(9, 5)));
        assert_eq!(folded(&findings).1.len(), 5);
    }

    #[test]
    fn minutes_that_lack_their_scan_are_told_once_with_the_numbers_of_the_others() {
        let lacking = |last: u32| -> Vec<Diagnostic> {
            let one = |row| told(Code::K02, "belum ada", &format!("P-{row}"), at(row, 1));
            (1..=last).map(one).collect()
        };
        let few = lacking(3);
        let (general, by_request) = folded(&few);
        assert_eq!((general.len(), by_request.len()), (0, 3));
        let four = lacking(4);
        let (general, by_request) = folded(&four);
        assert_eq!((general.len(), by_request.len()), (1, 0));
        let others = "juga pada 3 permohonan lain, dengan akibat dan saran yang sama menurut nomornya masing-masing: P-2, P-3, P-4";
        assert_eq!(general[0].rest().as_deref(), Some(others));
        let many = lacking(62);
        let rest = folded(&many).0[0].rest().expect("others");
        assert!(rest.contains("61 permohonan") && rest.ends_with("P-61, …"), "{rest}");
    }

    #[test]
    fn what_concerns_one_request_stays_there_and_lateness_is_never_folded() {
        let of = |code| -> Vec<Diagnostic> {
            (0..9).map(|row| told(code, &format!("langkah {row}"), "P-1", at(row, 5))).collect()
        };
        assert_eq!(folded(&of(Code::P04)).1.len(), 1);
        assert_eq!(folded(&of(Code::D03)).1.len(), 1);
        assert_eq!(folded(&of(Code::W01)).1.len(), 9);
        let mut two: Vec<Diagnostic> = of(Code::P04);
        two.push(told(Code::P04, "langkah 9", "P-2", at(30, 5)));
        assert_eq!(folded(&two).1.len(), 2);
    }
}
