//! The same row, or the same workbook, twice (D10): used once, and said so.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Mention {
    /// A sign of all that it says: records that say the same have the same.
    sign: u64,
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
    let mentions = mentions(&requests, &sign_offs, sources);
    let mut pairs = pairs(&mentions, &requests, &sign_offs, sources);
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

/// All records, those with the same sign side by side, in the order of their cells.
fn mentions(requests: &[RequestRow], sign_offs: &[SignOff], sources: &Sources) -> Vec<Mention> {
    let mut said = Said::of(sources);
    let mut mentions = Vec::with_capacity(requests.len() + sign_offs.len());
    let mut mention = |cell: Cell, say: &mut dyn FnMut(&mut DefaultHasher)| {
        let mut sign = DefaultHasher::new();
        say(&mut sign);
        mentions.push(Mention { sign: sign.finish(), cell, at: mentions.len() });
    };
    for row in requests {
        mention(row.number.cell, &mut |sign| said.request(row, sign));
    }
    for row in sign_offs {
        mention(row.number.cell, &mut |sign| said.sign_off(row, sign));
    }
    mentions.sort_unstable();
    mentions
}

/// Each record that says what an earlier one says. A sign may be had by two that differ,
/// so what has the same sign is compared by all that it says.
fn pairs(
    mentions: &[Mention],
    requests: &[RequestRow],
    sign_offs: &[SignOff],
    sources: &Sources,
) -> Vec<Pair> {
    let mut said = Said::of(sources);
    let mut whole = |at: usize| {
        let mut bytes = Bytes::default();
        match at.checked_sub(requests.len()) {
            None => requests.get(at).iter().for_each(|row| said.request(row, &mut bytes)),
            Some(at) => sign_offs.get(at).iter().for_each(|row| said.sign_off(row, &mut bytes)),
        }
        bytes.0
    };
    let mut pairs = Vec::new();
    for alike in mentions.chunk_by(|a, b| a.sign == b.sign).filter(|alike| alike.len() > 1) {
        let mut used: Vec<(Vec<u8>, Cell)> = Vec::new();
        for Mention { cell, at, .. } in alike {
            let own = whole(*at);
            match used.iter().find(|(said, _)| *said == own) {
                Some((_, used)) => pairs.push(Pair { used: *used, copy: *cell, at: *at }),
                None => used.push((own, *cell)),
            }
        }
    }
    pairs
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
    let mut used: BTreeMap<RowPlace, Used> =
        twice.rows.iter().map(|copy| (copy.used.row_place(), Used::default())).collect();
    if !used.is_empty() {
        claim(&mut used, cases);
    }
    let rows = twice.rows.into_iter().map(|copy| {
        let Used { case, step } = used.get(&copy.used.row_place()).cloned().unwrap_or_default();
        Finding {
            case,
            round: None,
            step,
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

/// Whose the row is that is used, and of which step.
#[derive(Clone, Default)]
struct Used {
    case: Option<Text>,
    step: Option<u32>,
}

fn claim(used: &mut BTreeMap<RowPlace, Used>, cases: &[Case]) {
    for case in cases {
        for row in &case.rows {
            if let Some(used) = used.get_mut(&row.place) {
                used.case = Some(Arc::clone(&case.number));
            }
        }
        for row in &case.sign_offs {
            let Some(used) = used.get_mut(&row.place) else { continue };
            used.case = Some(Arc::clone(&case.number));
            if let StepRef::Known(step, _) = row.step {
                used.step = Some(step);
            }
        }
    }
}

/// What a row says, as bytes: nothing but for being compared.
#[derive(Default)]
struct Bytes(Vec<u8>);

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        0
    }
}

/// Says what rows say.
struct Said<'s> {
    sources: &'s Sources,
    /// The number of the row before, and how it is compared: mostly this row has it too.
    number: Option<(Text, String)>,
}

impl<'s> Said<'s> {
    fn of(sources: &'s Sources) -> Self {
        Self { sources, number: None }
    }

    /// All that a row says, without where it stands. What cannot be used is taken as it
    /// was written, so that two different slips are not the same row.
    fn request(&mut self, row: &RequestRow, to: &mut impl Hasher) {
        "permohonan".hash(to);
        self.number(&row.number.value, to);
        self.reading(&row.round, to);
        self.reading(&row.procedure, to);
        self.reading(&row.kind, to);
        self.reading(&row.letter_date, to);
        self.reading(&row.received, to);
        self.reading(&row.received_by_team, to);
        self.reading(&row.valid_until, to);
        self.reading(&row.cancelled, to);
        texts(&row.texts, to);
    }

    fn sign_off(&mut self, row: &SignOff, to: &mut impl Hasher) {
        "kendali".hash(to);
        self.number(&row.number.value, to);
        match row.step {
            StepRef::Known(step, _) => step.hash(to),
            StepRef::Unknown(cell) => {
                self.reading::<u32>(&Reading::Unusable(cell), to);
            }
        }
        self.reading(row.procedure(), to);
        self.reading(&row.actor, to);
        self.reading(&row.actor_nip, to);
        self.reading(&row.started, to);
        self.reading(&row.ended, to);
        self.reading(row.planned(), to);
        self.reading(&row.decision, to);
        let paraf = match row.paraf {
            Paraf::NoColumn => "",
            Paraf::Signed(_) => "signed",
            Paraf::Unsigned(_) => "unsigned",
        };
        paraf.hash(to);
        texts(&row.texts, to);
    }

    fn number(&mut self, number: &Text, to: &mut impl Hasher) {
        let known = self.number.take().filter(|(known, _)| Arc::ptr_eq(known, number));
        let known = known.unwrap_or_else(|| (Arc::clone(number), comparable_number(number)));
        known.1.hash(to);
        self.number = Some(known);
    }

    fn reading<T: Hash>(&self, reading: &Reading<T>, to: &mut impl Hasher) {
        match reading {
            Reading::Empty => to.write_u8(0),
            Reading::Known(written) => {
                to.write_u8(1);
                written.value.hash(to);
            }
            Reading::Unusable(cell) => {
                to.write_u8(2);
                let texts = self.sources.row_texts(cell.row_place());
                let text = texts.iter().find(|(column, _)| *column == cell.column);
                text.map_or("", |(_, text)| &**text).hash(to);
            }
        }
    }
}

fn texts<F: Hash>(texts: &[(F, Written<Text>)], to: &mut impl Hasher) {
    for (field, written) in texts {
        field.hash(to);
        written.value.hash(to);
    }
}
