//! The same row, or the same workbook, twice (D10): used once, and said so.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::finding::{Fact, Finding};
use crate::diagnostic::{Cell, Place, RowPlace, Sources};
use crate::records::{
    Case, Paraf, Reading, RequestRow, SignOff, StepRef, Text, Written, comparable_number,
};

/// Rows that say nothing that an earlier row had not said.
#[derive(Debug, Default)]
pub(super) struct Twice {
    rows: Vec<Copy>,
    workbooks: Vec<CopiedWorkbook>,
}

#[derive(Debug)]
struct Copy {
    number: Text,
    used: Cell,
    copy: Cell,
    used_at: String,
}

#[derive(Debug)]
struct CopiedWorkbook {
    used: Arc<str>,
    copy: Arc<str>,
    rows: usize,
}

/// One record as far as copies are concerned.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Mention {
    /// Digest of all that it says: a year of sign-offs as text would weigh too much.
    said: [u8; 16],
    /// The cell of its number.
    cell: Cell,
    /// Its index among all records, requests first.
    at: usize,
}

/// A record and the earlier one that says the same.
struct Pair {
    used: Cell,
    copy: Cell,
    at: usize,
}

/// Takes out each row that an earlier one says already.
pub(super) fn without(
    mut requests: Vec<RequestRow>,
    mut sign_offs: Vec<SignOff>,
    sources: &Sources,
) -> (Vec<RequestRow>, Vec<SignOff>, Twice) {
    let said = requests.iter().map(|row| (digest(&said_by_request(row, sources)), row.number.cell));
    let said = said.chain(
        sign_offs.iter().map(|row| (digest(&said_by_sign_off(row, sources)), row.number.cell)),
    );
    let mut mentions: Vec<Mention> =
        said.enumerate().map(|(at, (said, cell))| Mention { said, cell, at }).collect();
    mentions.sort_unstable();
    let mut pairs: Vec<Pair> = mentions
        .chunk_by(|a, b| a.said == b.said)
        .filter_map(<[Mention]>::split_first)
        .flat_map(|(used, copies)| {
            copies.iter().map(|copy| Pair { used: used.cell, copy: copy.cell, at: copy.at })
        })
        .collect();
    if pairs.is_empty() {
        return (requests, sign_offs, Twice::default());
    }
    pairs.sort_unstable_by_key(|pair| pair.at);
    let number = |at: usize| match at.checked_sub(requests.len()) {
        None => requests.get(at).map(|row| Arc::clone(&row.number.value)),
        Some(at) => sign_offs.get(at).map(|row| Arc::clone(&row.number.value)),
    };
    let twice = sum_up(&pairs, &mentions, number, sources);
    let is_copy = |at: usize| pairs.binary_search_by_key(&at, |pair| pair.at).is_ok();
    let mut all = 0..;
    requests.retain(|_| all.next().is_some_and(|at| !is_copy(at)));
    sign_offs.retain(|_| all.next().is_some_and(|at| !is_copy(at)));
    (requests, sign_offs, twice)
}

/// Rows of a workbook that is wholly contained in another are one finding.
fn sum_up(
    pairs: &[Pair],
    mentions: &[Mention],
    number: impl Fn(usize) -> Option<Text>,
    sources: &Sources,
) -> Twice {
    let file_of = |cell: Cell| sources.sheet(cell.sheet).map(|sheet| Arc::clone(&sheet.file));
    let mut records: BTreeMap<Arc<str>, usize> = BTreeMap::new();
    for mention in mentions {
        if let Some(file) = file_of(mention.cell) {
            *records.entry(file).or_default() += 1;
        }
    }
    let mut shared: BTreeMap<(Arc<str>, Arc<str>), usize> = BTreeMap::new();
    for pair in pairs {
        if let (Some(used), Some(copy)) = (file_of(pair.used), file_of(pair.copy))
            && used != copy
        {
            *shared.entry((used, copy)).or_default() += 1;
        }
    }
    let is_whole = |used: &Arc<str>, copy: &Arc<str>| {
        let rows = shared.get(&(Arc::clone(used), Arc::clone(copy))).copied().unwrap_or(0);
        // One row alone is a row, not a workbook.
        rows > 1 && (records.get(copy) == Some(&rows) || records.get(used) == Some(&rows))
    };
    let mut twice = Twice::default();
    for (used, copy) in shared.keys() {
        if is_whole(used, copy) {
            let rows = shared.get(&(Arc::clone(used), Arc::clone(copy))).copied().unwrap_or(0);
            twice.workbooks.push(CopiedWorkbook {
                used: Arc::clone(used),
                copy: Arc::clone(copy),
                rows,
            });
        }
    }
    for pair in pairs {
        let in_copied_workbook = matches!(
            (file_of(pair.used), file_of(pair.copy)),
            (Some(used), Some(copy)) if is_whole(&used, &copy)
        );
        if !in_copied_workbook {
            let file = file_of(pair.used).unwrap_or_default();
            let sheet = sources.sheet(pair.used.sheet).map_or("", |sheet| &sheet.sheet);
            let row = u64::from(pair.used.row) + 1;
            // A row in wide form holds several records; it is one row all the same.
            if twice.rows.iter().any(|told| (told.used, told.copy) == (pair.used, pair.copy)) {
                continue;
            }
            twice.rows.push(Copy {
                number: number(pair.at).unwrap_or_default(),
                used: pair.used,
                copy: pair.copy,
                used_at: format!("baris {row}, lembar \"{sheet}\", {file}"),
            });
        }
    }
    twice
}

pub(super) fn findings(twice: Twice, cases: &[Case]) -> Vec<Finding> {
    let shown: BTreeMap<RowPlace, &Text> = cases
        .iter()
        .flat_map(|case| {
            let rows = case.rows.iter().map(|row| row.place);
            rows.chain(case.sign_offs.iter().map(|row| row.place))
                .map(|place| (place, &case.number))
        })
        .collect();
    let steps: BTreeMap<RowPlace, u32> = cases
        .iter()
        .flat_map(|case| &case.sign_offs)
        .filter_map(|row| match row.step {
            StepRef::Known(step, _) => Some((row.place, step)),
            StepRef::Unknown(_) => None,
        })
        .collect();
    let rows = twice.rows.into_iter().map(|copy| {
        let used = copy.used.row_place();
        Finding {
            case: shown.get(&used).map(|number| Arc::clone(number)),
            round: None,
            step: steps.get(&used).copied(),
            fact: Fact::SameRowTwice { used: copy.used_at, number: copy.number },
            places: vec![Place::Cell(copy.copy), Place::Cell(copy.used)],
        }
    });
    let workbooks = twice.workbooks.into_iter().map(|book| Finding {
        case: None,
        round: None,
        step: None,
        places: vec![Place::File(Arc::clone(&book.copy)), Place::File(Arc::clone(&book.used))],
        fact: Fact::SameWorkbookTwice { used: book.used, copy: book.copy, rows: book.rows },
    });
    rows.chain(workbooks).collect()
}

fn digest(said: &str) -> [u8; 16] {
    let whole: [u8; 32] = Sha256::digest(said.as_bytes()).into();
    let (half, _) = whole.split_at(16);
    half.try_into().unwrap_or_default()
}

/// All that a row says, without where it stands. What cannot be used is taken as it
/// was written, so that two different slips are not the same row.
fn said_by_request(row: &RequestRow, sources: &Sources) -> String {
    let mut said = format!("permohonan\u{1}{}", comparable_number(&row.number.value));
    say(&mut said, &row.round, sources);
    say(&mut said, &row.procedure, sources);
    say(&mut said, &row.kind, sources);
    say(&mut said, &row.letter_date, sources);
    say(&mut said, &row.received, sources);
    say(&mut said, &row.received_by_team, sources);
    say(&mut said, &row.valid_until, sources);
    say(&mut said, &row.cancelled, sources);
    say_texts(&mut said, &row.texts);
    said
}

fn said_by_sign_off(row: &SignOff, sources: &Sources) -> String {
    let mut said = format!("kendali\u{1}{}", comparable_number(&row.number.value));
    match row.step {
        StepRef::Known(step, _) => _ = write!(said, "\u{1}{step}"),
        StepRef::Unknown(cell) => say::<u32>(&mut said, &Reading::Unusable(cell), sources),
    }
    say(&mut said, &row.procedure, sources);
    say(&mut said, &row.actor, sources);
    say(&mut said, &row.actor_nip, sources);
    say(&mut said, &row.started, sources);
    say(&mut said, &row.ended, sources);
    say(&mut said, &row.planned, sources);
    say(&mut said, &row.decision, sources);
    said.push_str(match row.paraf {
        Paraf::NoColumn => "\u{1}",
        Paraf::Signed(_) => "\u{1}signed",
        Paraf::Unsigned(_) => "\u{1}unsigned",
    });
    say_texts(&mut said, &row.texts);
    said
}

fn say<T: std::fmt::Debug>(said: &mut String, reading: &Reading<T>, sources: &Sources) {
    match reading {
        Reading::Empty => said.push('\u{1}'),
        Reading::Known(written) => _ = write!(said, "\u{1}{:?}", written.value),
        Reading::Unusable(cell) => {
            let texts = sources.row_texts(cell.row_place());
            let text = texts.iter().find(|(column, _)| *column == cell.column);
            _ = write!(said, "\u{1}!{}", text.map_or("", |(_, text)| text));
        }
    }
}

fn say_texts<F: std::fmt::Debug>(said: &mut String, texts: &[(F, Written<Text>)]) {
    for (field, written) in texts {
        _ = write!(said, "\u{1}{field:?}={}", written.value);
    }
}
