//! The row with the bad cell marked, so that a clerk knows it at a glance.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::packed_text::{pack, pack_text, unpack, unpack_text};
use super::place::{Cell, Place, RowPlace, SheetId, Sources};

/// A cell of a row: its column and its text.
type CellText<'a> = (u16, Cow<'a, str>);

/// The text of the rows of one sheet, packed: a year of sign-offs must stay small.
#[derive(Debug, Clone, Default)]
pub(super) struct RowTexts {
    /// For each cell its column and its text.
    packed: Vec<u8>,
    /// Row and the start of its first cell; ascending. A row ends where the next starts.
    rows: Vec<(u32, u32)>,
}

impl RowTexts {
    pub(super) fn push(&mut self, row: u32, cells: impl Iterator<Item = (u16, impl AsRef<str>)>) {
        if self.rows.last().is_some_and(|(last, _)| *last >= row) {
            return;
        }
        let Ok(start) = u32::try_from(self.packed.len()) else { return };
        self.rows.push((row, start));
        for (column, text) in cells {
            pack(usize::from(column), &mut self.packed);
            pack_text(text.as_ref(), &mut self.packed);
        }
    }

    fn row(&self, row: u32) -> Vec<CellText<'_>> {
        let mut rest = self.bytes_of(row);
        let mut cells = Vec::new();
        while let Some((cell, after)) = unpack_cell(rest) {
            cells.push(cell);
            rest = after;
        }
        cells
    }

    fn bytes_of(&self, row: u32) -> &[u8] {
        let Ok(index) = self.rows.binary_search_by_key(&row, |(row, _)| *row) else {
            return &[];
        };
        let start_of = |at: usize| self.rows.get(at).map(|(_, start)| *start as usize);
        let from = start_of(index).unwrap_or(0);
        let to = start_of(index + 1).unwrap_or(self.packed.len());
        self.packed.get(from..to).unwrap_or_default()
    }

    /// Moves the wanted rows together, in place: here a run needs the most memory.
    fn keep_only(&mut self, wanted: &BTreeSet<u32>) {
        let mut kept = 0;
        let ends: Vec<u32> = self.rows.iter().skip(1).map(|(_, start)| *start).collect();
        let mut ends = ends.into_iter();
        let Self { packed, rows } = self;
        rows.retain_mut(|(row, start)| {
            let from = *start as usize;
            let to = ends.next().map_or(packed.len(), |end| end as usize);
            if !wanted.contains(row) || from >= to {
                return false;
            }
            *start = kept as u32;
            packed.copy_within(from..to, kept);
            kept += to - from;
            true
        });
        packed.truncate(kept);
        packed.shrink_to_fit();
        rows.shrink_to_fit();
    }
}

fn unpack_cell(bytes: &[u8]) -> Option<(CellText<'_>, &[u8])> {
    let (column, rest) = unpack(bytes)?;
    let (text, rest) = unpack_text(rest)?;
    Some(((u16::try_from(column).ok()?, text), rest))
}

/// One cell of an excerpt: its head, what it holds, and whether it is the one meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExcerptCell {
    pub column: u16,
    pub head: Option<Arc<str>>,
    pub text: String,
    pub marked: bool,
}

/// One row of a sheet as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    pub row: u32,
    pub cells: Vec<ExcerptCell>,
}

impl Sources {
    /// The row around the given cells: the first columns, which tell whose row it is,
    /// and the neighbours of each marked cell, `most` cells in all where it can be.
    /// `None` where nothing of the row was kept.
    pub fn excerpt(&self, marked: &[Cell], most: usize) -> Option<Excerpt> {
        let first = marked.first()?;
        let place = first.row_place();
        let source = self.sheet(place.sheet)?;
        let mut row = source.rows.row(place.row);
        let wanted: Vec<u16> = marked
            .iter()
            .filter(|cell| cell.row_place() == place)
            .map(|cell| cell.column)
            .collect();
        for column in &wanted {
            if let Err(at) = row.binary_search_by_key(column, |(column, _)| *column) {
                row.insert(at, (*column, Cow::Borrowed("")));
            }
        }
        if row.iter().all(|(_, text)| text.is_empty()) {
            return None;
        }
        let chosen = choose(&row, &wanted, most);
        let cells = chosen
            .into_iter()
            .map(|(column, text)| ExcerptCell {
                column,
                head: source.head_at(place.row, column).map(Arc::clone),
                text: text.split_whitespace().collect::<Vec<_>>().join(" "),
                marked: wanted.contains(&column),
            })
            .collect();
        Some(Excerpt { row: place.row, cells })
    }

    /// Forgets the text of all rows but those that these places name: once all is
    /// checked, no other row will be shown.
    pub fn keep_rows_of<'a>(&mut self, places: impl Iterator<Item = &'a Place>) {
        let mut wanted: BTreeMap<SheetId, BTreeSet<u32>> = BTreeMap::new();
        for place in places {
            if let Place::Cell(cell) = place {
                wanted.entry(cell.sheet).or_default().insert(cell.row);
            }
        }
        for (id, sheet) in self.sheets_mut() {
            match wanted.get(&id) {
                Some(wanted) => sheet.rows.keep_only(wanted),
                None => sheet.rows = RowTexts::default(),
            }
        }
    }

    /// What a row holds, for comparing and for showing.
    pub fn row_texts(&self, place: RowPlace) -> Vec<CellText<'_>> {
        self.sheet(place.sheet).map_or_else(Vec::new, |sheet| sheet.rows.row(place.row))
    }
}

fn choose<'a>(row: &'a [CellText<'_>], wanted: &[u16], most: usize) -> Vec<(u16, &'a str)> {
    let mut keep = vec![false; row.len()];
    let mut count = 0;
    let mut take = |at: usize, keep: &mut Vec<bool>, force: bool| {
        if let Some(slot) = keep.get_mut(at)
            && !*slot
            && (force || count < most)
        {
            *slot = true;
            count += 1;
        }
    };
    let places: Vec<usize> =
        (0..row.len()).filter(|at| row.get(*at).is_some_and(|(c, _)| wanted.contains(c))).collect();
    for at in &places {
        take(*at, &mut keep, true);
    }
    // The leading columns name the request; the neighbours tell which event it was.
    for at in 0..row.len().min(3) {
        take(at, &mut keep, false);
    }
    for distance in 1..row.len() {
        for at in &places {
            if let Some(left) = at.checked_sub(distance) {
                take(left, &mut keep, false);
            }
            take(at + distance, &mut keep, false);
        }
    }
    let kept = row.iter().zip(keep).filter(|(_, kept)| *kept);
    kept.map(|((column, text), _)| (*column, &**text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_holds_the_leading_columns_the_marked_cell_and_its_neighbours() {
        let mut sources = Sources::default();
        let id = sources.add("kendali.xlsx".into(), "Kendali".into()).expect("a first sheet");
        let sheet = sources.sheet_mut(id).expect("the sheet just added");
        let heads = vec![(0, "No".into()), (6, "Selesai".into())];
        sheet.keep_table(super::super::TableSource { heads, ..Default::default() });
        let texts = ["1", "P-1", "3", "a", "b", "c", "31/06/2024", "d"];
        sheet.keep_row(11, (0..).zip(texts));
        let cell = Cell { sheet: id, row: 11, column: 6 };
        let excerpt = sources.excerpt(&[cell], 5).expect("the row was kept");
        let seen: Vec<_> =
            excerpt.cells.iter().map(|cell| (cell.column, &*cell.text, cell.marked)).collect();
        assert_eq!(
            seen,
            [
                (0, "1", false),
                (1, "P-1", false),
                (2, "3", false),
                (5, "c", false),
                (6, "31/06/2024", true)
            ]
        );
    }

    #[test]
    fn rows_that_no_place_names_can_be_forgotten() {
        let mut sources = Sources::default();
        let id = sources.add("a.xlsx".into(), "A".into()).expect("a first sheet");
        let sheet = sources.sheet_mut(id).expect("the sheet just added");
        let long = "é".repeat(200);
        for row in 0..3 {
            sheet.keep_row(row, [(300, long.as_str()), (301, "x")].into_iter());
        }
        let cell = Cell { sheet: id, row: 1, column: 301 };
        sources.keep_rows_of([Place::Cell(cell)].iter());
        let kept = [(300, long.as_str().into()), (301, "x".into())];
        assert_eq!(sources.row_texts(cell.row_place()), kept);
        assert_eq!(sources.row_texts(RowPlace { sheet: id, row: 2 }), []);
    }

    #[test]
    fn an_empty_cell_can_be_marked_and_an_unknown_row_has_no_excerpt() {
        let mut sources = Sources::default();
        let id = sources.add("a.xlsx".into(), "A".into()).expect("a first sheet");
        sources.sheet_mut(id).expect("the sheet").keep_row(3, [(0, "P-1"), (2, "x")].into_iter());
        let excerpt = sources.excerpt(&[Cell { sheet: id, row: 3, column: 1 }], 4);
        assert_eq!(excerpt.map(|e| e.cells.len()), Some(3));
        assert_eq!(sources.excerpt(&[Cell { sheet: id, row: 4, column: 1 }], 4), None);
    }
}
