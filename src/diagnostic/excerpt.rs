//! The row with the bad cell marked, so that a clerk knows it at a glance.

use std::sync::Arc;

use super::place::{Cell, RowPlace, Sources};

/// The text of the rows of one sheet, packed: a year of sign-offs must stay small.
#[derive(Debug, Clone, Default)]
pub(super) struct RowTexts {
    text: String,
    /// Column and start of each cell in `text`; it ends where the next one starts.
    cells: Vec<(u16, u32)>,
    /// Row and index of its first cell; ascending.
    rows: Vec<(u32, u32)>,
}

impl RowTexts {
    pub(super) fn push<'a>(&mut self, row: u32, cells: impl Iterator<Item = (u16, &'a str)>) {
        if self.rows.last().is_some_and(|(last, _)| *last >= row) {
            return;
        }
        let Ok(first) = u32::try_from(self.cells.len()) else { return };
        self.rows.push((row, first));
        for (column, text) in cells {
            let Ok(start) = u32::try_from(self.text.len()) else { return };
            self.cells.push((column, start));
            self.text.push_str(text);
        }
    }

    fn row(&self, row: u32) -> Vec<(u16, &str)> {
        let Ok(index) = self.rows.binary_search_by_key(&row, |(row, _)| *row) else {
            return Vec::new();
        };
        let index_of = |at: usize| self.rows.get(at).map(|(_, first)| *first as usize);
        let from = index_of(index).unwrap_or(0);
        let to = index_of(index + 1).unwrap_or(self.cells.len());
        (from..to)
            .filter_map(|at| {
                let (column, start) = self.cells.get(at)?;
                let end =
                    self.cells.get(at + 1).map_or(self.text.len(), |(_, next)| *next as usize);
                Some((*column, self.text.get(*start as usize..end)?))
            })
            .collect()
    }
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
                row.insert(at, (*column, ""));
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
                head: source
                    .heads
                    .iter()
                    .find(|(head, _)| *head == column)
                    .map(|(_, text)| Arc::clone(text)),
                text: text.split_whitespace().collect::<Vec<_>>().join(" "),
                marked: wanted.contains(&column),
            })
            .collect();
        Some(Excerpt { row: place.row, cells })
    }

    /// What a row holds, for comparing and for showing.
    pub fn row_texts(&self, place: RowPlace) -> Vec<(u16, &str)> {
        self.sheet(place.sheet).map_or_else(Vec::new, |sheet| sheet.rows.row(place.row))
    }
}

fn choose<'a>(row: &[(u16, &'a str)], wanted: &[u16], most: usize) -> Vec<(u16, &'a str)> {
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
    row.iter().zip(keep).filter(|(_, kept)| *kept).map(|(cell, _)| *cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_holds_the_leading_columns_the_marked_cell_and_its_neighbours() {
        let mut sources = Sources::default();
        let id = sources.add("kendali.xlsx".into(), "Kendali".into()).expect("a first sheet");
        let sheet = sources.sheet_mut(id).expect("the sheet just added");
        sheet.heads = vec![(0, "No".into()), (6, "Selesai".into())];
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
    fn an_empty_cell_can_be_marked_and_an_unknown_row_has_no_excerpt() {
        let mut sources = Sources::default();
        let id = sources.add("a.xlsx".into(), "A".into()).expect("a first sheet");
        sources.sheet_mut(id).expect("the sheet").keep_row(3, [(0, "P-1"), (2, "x")].into_iter());
        let excerpt = sources.excerpt(&[Cell { sheet: id, row: 3, column: 1 }], 4);
        assert_eq!(excerpt.map(|e| e.cells.len()), Some(3));
        assert_eq!(sources.excerpt(&[Cell { sheet: id, row: 4, column: 1 }], 4), None);
    }
}
