//! The same row, or the same workbook, twice (D10): used once, and said so.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
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
    let mut said = Said::default();
    let mut mentions = Vec::with_capacity(requests.len() + sign_offs.len());
    for row in &requests {
        said.request(row, sources);
        mentions.push(Mention { said: said.digest(), cell: row.number.cell, at: mentions.len() });
    }
    for row in &sign_offs {
        said.sign_off(row, sources);
        mentions.push(Mention { said: said.digest(), cell: row.number.cell, at: mentions.len() });
    }
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

/// What a row says, as bytes: nothing but for being compared.
#[derive(Default)]
struct Said {
    bytes: Vec<u8>,
    /// The number of the row before, and how it is compared: mostly this row has it too.
    number: Option<(Text, String)>,
}

impl Hasher for Said {
    fn write(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        0
    }
}

impl Said {
    /// The digest of all that was said, and room for the next row.
    fn digest(&mut self) -> [u8; 16] {
        let whole: [u8; 32] = Sha256::digest(&self.bytes).into();
        self.bytes.clear();
        let (half, _) = whole.split_at(16);
        half.try_into().unwrap_or_default()
    }

    /// All that a row says, without where it stands. What cannot be used is taken as it
    /// was written, so that two different slips are not the same row.
    fn request(&mut self, row: &RequestRow, sources: &Sources) {
        "permohonan".hash(self);
        self.number(&row.number.value);
        self.reading(&row.round, sources);
        self.reading(&row.procedure, sources);
        self.reading(&row.kind, sources);
        self.reading(&row.letter_date, sources);
        self.reading(&row.received, sources);
        self.reading(&row.received_by_team, sources);
        self.reading(&row.valid_until, sources);
        self.reading(&row.cancelled, sources);
        self.texts(&row.texts);
    }

    fn sign_off(&mut self, row: &SignOff, sources: &Sources) {
        "kendali".hash(self);
        self.number(&row.number.value);
        match row.step {
            StepRef::Known(step, _) => step.hash(self),
            StepRef::Unknown(cell) => {
                self.reading::<u32>(&Reading::Unusable(cell), sources);
            }
        }
        self.reading(row.procedure(), sources);
        self.reading(&row.actor, sources);
        self.reading(&row.actor_nip, sources);
        self.reading(&row.started, sources);
        self.reading(&row.ended, sources);
        self.reading(row.planned(), sources);
        self.reading(&row.decision, sources);
        let paraf = match row.paraf {
            Paraf::NoColumn => "",
            Paraf::Signed(_) => "signed",
            Paraf::Unsigned(_) => "unsigned",
        };
        paraf.hash(self);
        self.texts(&row.texts);
    }

    fn number(&mut self, number: &Text) {
        let known = self.number.take().filter(|(known, _)| Arc::ptr_eq(known, number));
        let known = known.unwrap_or_else(|| (Arc::clone(number), comparable_number(number)));
        known.1.hash(self);
        self.number = Some(known);
    }

    fn reading<T: Hash>(&mut self, reading: &Reading<T>, sources: &Sources) {
        match reading {
            Reading::Empty => self.write_u8(0),
            Reading::Known(written) => {
                self.write_u8(1);
                written.value.hash(self);
            }
            Reading::Unusable(cell) => {
                self.write_u8(2);
                let texts = sources.row_texts(cell.row_place());
                let text = texts.iter().find(|(column, _)| *column == cell.column);
                text.map_or("", |(_, text)| text).hash(self);
            }
        }
    }

    fn texts<F: Hash>(&mut self, texts: &[(F, Written<Text>)]) {
        for (field, written) in texts {
            field.hash(self);
            written.value.hash(self);
        }
    }
}
