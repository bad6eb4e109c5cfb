//! Where something stands: file › sheet › cell, or file:line:column.
//!
//! A record keeps the place of each of its values in eight bytes; [`Sources`] knows
//! the names behind them and the text of the rows, for the excerpt under a finding.

use std::sync::Arc;

use super::excerpt::RowTexts;

/// A sheet that was read; an index into [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetId(u16);

/// One cell of one sheet; row and column count from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    pub sheet: SheetId,
    pub row: u32,
    pub column: u16,
}

impl Cell {
    pub fn row_place(self) -> RowPlace {
        RowPlace { sheet: self.sheet, row: self.row }
    }

    /// The address as Excel's name box takes it: `F12`.
    pub fn address(self) -> String {
        cell_address(self.row, self.column)
    }
}

/// One row of one sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowPlace {
    pub sheet: SheetId,
    pub row: u32,
}

impl RowPlace {
    pub fn cell(self, column: u16) -> Cell {
        Cell { sheet: self.sheet, row: self.row, column }
    }
}

/// A place that a diagnostic names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A whole file, named relative to the office's folder with `/`.
    File(Arc<str>),
    Sheet(SheetId),
    Cell(Cell),
    /// A position in a text file; line and column count from one.
    Text {
        file: Arc<str>,
        line: usize,
        column: usize,
    },
}

/// What is known of one sheet that was read.
#[derive(Debug, Clone)]
pub struct SheetSource {
    /// The file's name relative to the office's folder, with `/`.
    pub file: Arc<str>,
    pub sheet: Arc<str>,
    /// The tables that were read, from the top.
    tables: Vec<TableSource>,
    pub(super) rows: RowTexts,
}

/// The head of one table of a sheet.
#[derive(Debug, Clone, Default)]
pub struct TableSource {
    /// The row in which it begins.
    pub from: u32,
    /// The heads as written, by column.
    pub heads: Vec<(u16, Arc<str>)>,
    pub keys: Vec<ColumnKey>,
}

/// A column that is known, by the name that the contract gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnKey {
    pub column: u16,
    /// The step to which the column belongs, where each step has columns of its own.
    pub step: Option<u32>,
    pub key: &'static str,
}

impl SheetSource {
    /// Keeps the head of a table; those of one sheet come from the top down.
    pub fn keep_table(&mut self, table: TableSource) {
        self.tables.push(table);
    }

    /// Whether a table was found on it.
    pub fn has_tables(&self) -> bool {
        !self.tables.is_empty()
    }

    /// Forgets all that it holds, for a sheet that is read once more.
    pub fn forget_all(&mut self) {
        self.tables.clear();
        self.rows = RowTexts::default();
    }

    /// Whether a cell stands below a head of a table that is known.
    pub fn knows(&self, row: u32, column: u16) -> bool {
        let below = self.tables.iter().rev().find(|table| table.from < row);
        below.is_some_and(|table| table.keys.iter().any(|known| known.column == column))
    }

    /// The table to which a row belongs.
    fn table_at(&self, row: u32) -> Option<&TableSource> {
        let above = self.tables.iter().rev().find(|table| table.from <= row);
        above.or_else(|| self.tables.first())
    }

    pub(super) fn head_at(&self, row: u32, column: u16) -> Option<&Arc<str>> {
        let heads = &self.table_at(row)?.heads;
        heads.iter().find(|(head, _)| *head == column).map(|(_, text)| text)
    }

    /// Keeps the text of a row as shown to people. Rows come in ascending order;
    /// one that does not is left out of excerpts.
    pub fn keep_row(&mut self, row: u32, cells: impl Iterator<Item = (u16, impl AsRef<str>)>) {
        self.rows.push(row, cells);
    }
}

/// The files and sheets behind the places.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    sheets: Vec<SheetSource>,
}

impl Sources {
    /// Adds a sheet; `None` once more sheets were read than can be told apart (65,535).
    pub fn add(&mut self, file: Arc<str>, sheet: Arc<str>) -> Option<SheetId> {
        let id = u16::try_from(self.sheets.len()).ok()?;
        self.sheets.push(SheetSource {
            file,
            sheet,
            tables: Vec::new(),
            rows: RowTexts::default(),
        });
        Some(SheetId(id))
    }

    pub fn sheet(&self, id: SheetId) -> Option<&SheetSource> {
        self.sheets.get(usize::from(id.0))
    }

    pub fn sheet_mut(&mut self, id: SheetId) -> Option<&mut SheetSource> {
        self.sheets.get_mut(usize::from(id.0))
    }

    pub(super) fn sheets_mut(&mut self) -> impl Iterator<Item = (SheetId, &mut SheetSource)> {
        (0..).map(SheetId).zip(&mut self.sheets)
    }

    pub fn sheets_with_ids(&self) -> impl Iterator<Item = (SheetId, &SheetSource)> {
        (0..).map(SheetId).zip(&self.sheets)
    }

    pub fn sheets(&self) -> impl Iterator<Item = &SheetSource> {
        self.sheets.iter()
    }

    /// The cell of a row in the column of that name, be it empty; `None` where the
    /// sheet has no such column. Where each step has columns of its own, that of the
    /// step.
    pub fn cell_of(&self, row: RowPlace, step: Option<u32>, key: &str) -> Option<Cell> {
        let keys = &self.sheet(row.sheet)?.table_at(row.row)?.keys;
        let find = |step| keys.iter().find(|known| known.key == key && known.step == step);
        let own = step.and_then(|step| find(Some(step)));
        Some(row.cell(own.or_else(|| find(None))?.column))
    }

    /// The file that a place stands in.
    pub fn file<'a>(&'a self, place: &'a Place) -> &'a str {
        match place {
            Place::File(file) | Place::Text { file, .. } => file,
            Place::Sheet(id) | Place::Cell(Cell { sheet: id, .. }) => {
                self.sheet(*id).map_or("", |sheet| &sheet.file)
            }
        }
    }

    /// The sheet (*lembar*) that a place stands in, where it has one.
    pub fn sheet_name<'a>(&'a self, place: &'a Place) -> Option<&'a str> {
        match place {
            Place::File(_) | Place::Text { .. } => None,
            Place::Sheet(id) | Place::Cell(Cell { sheet: id, .. }) => {
                self.sheet(*id).map(|sheet| &*sheet.sheet)
            }
        }
    }

    /// What the order of findings goes by: the file's name, then sheet, row, column.
    pub(super) fn order_key<'a>(&'a self, place: &'a Place) -> (&'a str, u64, u64, u64) {
        let (first, second, third) = match place {
            Place::File(_) => (0, 0, 0),
            Place::Sheet(id) => (u64::from(id.0) + 1, 0, 0),
            Place::Cell(cell) => {
                (u64::from(cell.sheet.0) + 1, u64::from(cell.row) + 1, u64::from(cell.column) + 1)
            }
            Place::Text { line, column, .. } => (0, *line as u64, *column as u64),
        };
        (self.file(place), first, second, third)
    }
}

/// The letters of a column counted from zero: `A`, `Z`, `AA`.
pub fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// The address of a cell as Excel's name box takes it.
pub fn cell_address(row: u32, column: u16) -> String {
    format!("{}{}", column_letters(column), u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::cell_address;

    #[test]
    fn an_address_is_written_as_excel_writes_it() {
        let addresses = [(0, 0), (11, 5), (0, 25), (0, 26), (1_048_575, 16_383)];
        let written = addresses.map(|(row, column)| cell_address(row, column));
        assert_eq!(written, ["A1", "F12", "Z1", "AA1", "XFD1048576"]);
    }
}
