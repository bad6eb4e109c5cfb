//! One head of a column: which of the known columns it means.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::heading::{
    ATTENDEES, FILLERS, Field, GENERAL, HOURS, ITEMS, Kind, PLAIN_GROUPS, REQUESTS, ROW_NUMBER,
    SECRETS, SIGN_OFFS, STAFF, WORDS,
};
use super::text::fold;
use crate::office::Zone;
use crate::records::SignOffField as K;
use crate::sop::{StepName, Versions};

/// In bytes. A longer head is a sentence, and like no name of a column.
const LONGEST_LIKENESS: usize = 200;

/// In bytes. No spelling with all that people write around it is as long.
const LONGEST_SPELLING: usize = 2_000;

/// The text of one column's head: alone, or with the head of the group above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub group: Option<String>,
    pub own: String,
    /// Looked up once: each of the first rows is held against each kind of sheet.
    meant: ByKind,
    is_secret: bool,
}

/// What a text means in a sheet of each kind, in the order of [`Kind::ALL`].
type ByKind = [Option<Field>; Kind::ALL.len()];

impl Head {
    pub(super) fn new(group: Option<String>, own: String) -> Head {
        let mut head = Head { group, own, meant: ByKind::default(), is_secret: false };
        head.meant = head.looked_up();
        let words = words(&head.shown());
        let is_secret = |word: &str| KNOWN.secrets.contains(word) || word.starts_with("password");
        head.is_secret = words.split(' ').any(is_secret);
        head
    }

    /// The head in one line, as shown.
    pub(super) fn shown(&self) -> String {
        match &self.group {
            Some(group) if self.own.is_empty() => group.clone(),
            Some(group) => format!("{group} {}", self.own),
            None => self.own.clone(),
        }
    }

    /// The column that is meant, in a sheet of this kind.
    pub(super) fn field(&self, kind: Kind) -> Option<Field> {
        in_sheet(kind, &self.meant)
    }

    fn looked_up(&self) -> ByKind {
        let own = &self.own;
        let Some(group) = &self.group else { return lookup(own) };
        let alone = if self.stands_alone() { lookup(own) } else { ByKind::default() };
        let mut meant = lookup(&format!("{group} {own}"));
        for other in [lookup(&format!("{own} {group}")), alone] {
            meant.iter_mut().zip(other).for_each(|(meant, other)| *meant = meant.or(other));
        }
        meant
    }

    /// The step, and the column of *kendali*, that the head of a step's group means:
    /// "Langkah 3" over "Mulai", "Langkah 3 | Mulai", "Mulai (Verifikasi)". A step
    /// without a column is a head that names the step alone.
    pub(super) fn step_column(&self, sop: &Versions) -> Option<(StepName, Option<K>)> {
        let of_group = |group: &str, own: &str| {
            let column = step_field(own)?;
            Some((sop.recognise_step(group)?, Some(column)))
        };
        if let Some(group) = &self.group {
            let below = of_group(group, &self.own).or_else(|| of_group(&self.own, group));
            return below.or_else(|| step_column_of(&self.own, sop));
        }
        step_column_of(&self.own, sop)
    }

    fn stands_alone(&self) -> bool {
        !KNOWN.general.contains(&words(&self.own)) || self.has_plain_group()
    }

    /// What stands above it adds nothing to what it says.
    pub(super) fn has_plain_group(&self) -> bool {
        let plain = |group: &String| KNOWN.plain_groups.contains(&words(&without_brackets(group)));
        self.group.as_ref().is_none_or(plain)
    }

    /// It says that hours stand below, and not of what: "Jam", "Pukul (WITA)".
    pub(super) fn is_bare_hour(&self) -> bool {
        let own = words(&without_brackets(&self.own));
        let telling = own.split(' ').filter(|word| Zone::parse(word).is_none());
        KNOWN.hours.contains(&telling.collect::<Vec<_>>().join(" "))
    }

    /// The column numbers the rows.
    pub(super) fn is_row_number(&self) -> bool {
        self.group.is_none() && KNOWN.row_number.contains(&words(&without_brackets(&self.own)))
    }

    /// A password or the like may stand below it: nothing of it is read.
    pub(super) fn is_secret(&self) -> bool {
        self.is_secret
    }

    /// The zone that the head names for all its times: "Selesai (WITA)".
    pub(super) fn zone(&self) -> Option<Zone> {
        words(&self.shown()).split(' ').find_map(Zone::parse)
    }

    /// The known column that was most likely meant, of those that are still free.
    pub(super) fn nearest(&self, kind: Kind, free: impl Fn(Field) -> bool) -> Option<Field> {
        let written = words(&self.shown());
        if written.len() > LONGEST_LIKENESS {
            return None;
        }
        let mut best: Option<(f64, Field)> = None;
        for (spelling, field) in spellings(kind).iter().filter(|(_, field)| free(**field)) {
            let likeness = strsim::normalized_damerau_levenshtein(&written, spelling);
            if likeness >= 0.72 && best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, *field));
            }
        }
        best.map(|(_, field)| field)
    }
}

/// One text that names a step and a column of it, in either order.
fn step_column_of(text: &str, sop: &Versions) -> Option<(StepName, Option<K>)> {
    if let Some(step) = sop.recognise_step(text) {
        return Some((step, None));
    }
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // Names of steps and columns are short; a sentence is no head of a group.
    if words.len() > 12 {
        return None;
    }
    (1..words.len()).find_map(|at| {
        let (left, right) = words.split_at_checked(at)?;
        let (left, right) = (left.join(" "), right.join(" "));
        let column = |step: &str, column: &str| {
            let column = step_field(column)?;
            Some((sop.recognise_step(step)?, Some(column)))
        };
        column(&left, &right).or_else(|| column(&right, &left))
    })
}

/// The column of *kendali* that may stand in the group of a step.
fn step_field(head: &str) -> Option<K> {
    match in_sheet(Kind::SignOffs, &lookup(head))? {
        Field::SignOff(K::NomorPermohonan | K::Langkah | K::Sop) => None,
        Field::SignOff(field) => Some(field),
        _ => None,
    }
}

/// The lists of `heading.rs`, each spelling as it is compared.
struct Spellings {
    words: BTreeMap<String, String>,
    requests: BTreeMap<String, Field>,
    sign_offs: BTreeMap<String, Field>,
    staff: BTreeMap<String, Field>,
    attendees: BTreeMap<String, Field>,
    items: BTreeMap<String, Field>,
    row_number: BTreeSet<String>,
    hours: BTreeSet<String>,
    secrets: BTreeSet<String>,
    general: BTreeSet<String>,
    plain_groups: BTreeSet<String>,
    fillers: BTreeSet<String>,
    /// Every word of the spellings of columns.
    of_columns: BTreeSet<String>,
}

static KNOWN: LazyLock<Spellings> = LazyLock::new(|| {
    let pairs = WORDS.split('|').filter_map(|pair| pair.split_once('='));
    let words = pairs.map(|(short, long)| (fold(short), fold(long))).collect();
    let list = |ways: &str| ways.split('|').map(|way| compared(&words, way)).collect();
    let requests = table(&words, REQUESTS, Field::Request);
    let sign_offs = table(&words, SIGN_OFFS, Field::SignOff);
    let staff = table(&words, STAFF, Field::Staff);
    let attendees = table(&words, ATTENDEES, Field::Attendee);
    let items = table(&words, ITEMS, Field::Item);
    let columns = [&requests, &sign_offs, &staff, &attendees, &items];
    let of_columns = columns.into_iter().flat_map(BTreeMap::keys).flat_map(|way| way.split(' '));
    Spellings {
        of_columns: of_columns.map(str::to_owned).collect(),
        requests,
        sign_offs,
        staff,
        attendees,
        items,
        row_number: list(ROW_NUMBER),
        hours: list(HOURS),
        secrets: list(SECRETS),
        general: list(GENERAL),
        plain_groups: list(PLAIN_GROUPS),
        fillers: list(FILLERS),
        words,
    }
});

fn table<F: Copy>(
    words: &BTreeMap<String, String>,
    known: &[(F, &str)],
    field: impl Fn(F) -> Field,
) -> BTreeMap<String, Field> {
    let mut spellings = BTreeMap::new();
    for (known, ways) in known {
        let field = field(*known);
        for way in ways.split('|').chain([field.key()]) {
            spellings.entry(compared(words, way)).or_insert(field);
        }
    }
    spellings
}

fn spellings(kind: Kind) -> &'static BTreeMap<String, Field> {
    match kind {
        Kind::Requests => &KNOWN.requests,
        Kind::SignOffs => &KNOWN.sign_offs,
        Kind::Staff => &KNOWN.staff,
        Kind::Attendees => &KNOWN.attendees,
        Kind::Items => &KNOWN.items,
    }
}

/// A head as it is compared.
fn words(head: &str) -> String {
    compared(&KNOWN.words, head)
}

fn compared(known: &BTreeMap<String, String>, head: &str) -> String {
    let folded = fold(head);
    let full = folded.split(' ').map(|word| known.get(word).map_or(word, String::as_str));
    full.collect::<Vec<_>>().join(" ")
}

fn in_sheet(kind: Kind, meant: &ByKind) -> Option<Field> {
    meant.get(kind as usize).copied().flatten()
}

fn lookup(head: &str) -> ByKind {
    if head.len() > LONGEST_SPELLING {
        return ByKind::default();
    }
    let whole = words(head);
    let is_bracketed = head.contains(['(', ')', '[', ']']);
    // Most of what stands in the first rows of a sheet is no head.
    let is_of_columns = |word: &str| {
        KNOWN.of_columns.contains(word)
            || KNOWN.fillers.contains(word)
            || Zone::parse(word).is_some()
    };
    if !is_bracketed && !whole.split(' ').all(is_of_columns) {
        return ByKind::default();
    }
    let bare = if is_bracketed { Cow::Owned(without_brackets(head)) } else { head.into() };
    let plain = words(&bare);
    let without = |is_left_out: &dyn Fn(&str) -> bool| {
        plain.split(' ').filter(|word| !is_left_out(word)).collect::<Vec<_>>().join(" ")
    };
    let timeless = without(&|word| Zone::parse(word).is_some());
    let telling = without(&|word| KNOWN.fillers.contains(word));
    Kind::ALL.map(|kind| {
        let known = spellings(kind);
        let ways = [&whole, &timeless, &telling];
        let field = ways.into_iter().find_map(|way| known.get(way)).copied();
        field.or_else(|| of_both(&bare, known))
    })
}

/// "Unit kerja/Instansi": two names of one column.
fn of_both(head: &str, known: &BTreeMap<String, Field>) -> Option<Field> {
    if !head.contains('/') {
        return None;
    }
    let mut names = head.split('/').map(|name| known.get(&words(name)).copied());
    let first = names.next()??;
    names.all(|name| name == Some(first)).then_some(first)
}

/// A head as it is compared with those of `[peta]`.
pub(super) fn compared_head(head: &str) -> String {
    words(head)
}

/// Without what stands in brackets: a hint on how to fill the column.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}
