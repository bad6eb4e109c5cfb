//! One cell to one value: text or NIP; moments stand in `stamp.rs`. What cannot be read is
//! reported with the cell it stands in, and is not the same as nothing.

use std::sync::Arc;

use super::decision::says_no_nip;
use super::heading::{Field, FieldSet};
use super::problem::{About, Fact, Problem, ProblemTally};
use super::sheet::{Column, Meaning, Table};
use super::text::{Texts, is_placeholder, shown};
use super::workbook::{Row, Value};
use crate::diagnostic::{Cell, RowPlace, SheetId};
use crate::office::Zone;
use crate::office::nip::Nip;
use crate::records::{Reading, Text, Written};

/// From here on a number has more digits than Excel keeps.
const DIGITS_LOST: f64 = 1e15;

/// How far back a problem of a merged cell is looked for.
const MOST_BETWEEN: usize = 1_000;

/// Reads the cells of one row and gathers what is wrong in them.
pub(super) struct RowReader<'r> {
    pub sheet: SheetId,
    pub table: &'r Table,
    /// The fields that have a column of the table.
    pub fields: FieldSet,
    pub row: &'r Row<'r>,
    /// The step whose group of columns is read, in wide form.
    pub step: Option<u32>,
    pub zone: Zone,
    pub texts: &'r mut Texts,
    pub problems: &'r mut Vec<Problem>,
    pub tally: &'r mut ProblemTally,
    /// What the row speaks of, once it is read.
    pub about: About,
    /// A kesalahan was reported on a cell of this row.
    pub flawed: bool,
}

/// What stands in the column, or columns, of a field.
pub(super) enum Found<'r> {
    Nothing,
    /// A formula error, reported.
    Broken(Cell),
    Value(Cell, &'r Value<'r>),
}

impl<'r> RowReader<'r> {
    pub(super) fn place(&self) -> RowPlace {
        RowPlace { sheet: self.sheet, row: self.row.index }
    }

    pub(super) fn report(&mut self, cells: Vec<Cell>, fact: Fact) {
        let problem = Problem::of_cells(cells, self.about.clone(), fact);
        self.flawed |= problem.code().level() == crate::diagnostic::Level::Kesalahan;
        if !self.was_reported(&problem) {
            problem.keep(self.problems, self.tally);
        }
    }

    /// A merged cell is read for each row that it reaches over; what is wrong in it is
    /// told once.
    fn was_reported(&self, problem: &Problem) -> bool {
        let is_above = problem.cells().first().is_some_and(|cell| cell.row < self.row.index);
        is_above
            && self
                .problems
                .iter()
                .rev()
                .take(MOST_BETWEEN)
                .any(|told| told.seat == problem.seat && told.fact == problem.fact)
    }

    /// The columns in which a field stands: of the step that is read, in wide form.
    pub(super) fn columns(&self, field: Field) -> impl Iterator<Item = &'r Column> + use<'r> {
        // Each row is asked for all fields; most tables have few of them.
        let columns = match self.step {
            None if !self.fields.has(field) => &[],
            _ => self.table.columns.as_slice(),
        };
        let meaning = match (self.step, field) {
            (Some(step), Field::SignOff(column)) => self.table.meaning_in(step, column),
            _ => Meaning::Known(field),
        };
        columns.iter().filter(move |column| column.meaning == meaning)
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.columns(field).next().is_some()
    }

    /// The cell in which the field would stand, for one that is empty.
    pub(super) fn cell_of(&self, field: Field) -> Cell {
        let first = self.columns(field).next();
        self.place().cell(first.map_or(0, |column| column.index))
    }

    /// The value of a field: of the first of its columns that is filled. Where a
    /// second one says something else, that is reported.
    pub(super) fn find(&mut self, field: Field) -> Found<'r> {
        let row = self.row;
        let mut filled = self
            .columns(field)
            .filter_map(|column| row.cell(column.index).map(|cell| (column, cell)));
        let Some((column, first)) = filled.next() else { return Found::Nothing };
        let cell = Cell { sheet: self.sheet, row: first.row, column: first.column };
        for (_, second) in filled {
            if shown(&second.value) != shown(&first.value) {
                let other = Cell { sheet: self.sheet, row: second.row, column: second.column };
                let (first, second) = (shown(&first.value).into(), shown(&second.value).into());
                self.report(vec![other, cell], Fact::ColumnsDisagree { field, first, second });
            }
        }
        if let Value::Fault(error) = &first.value {
            let head = Arc::clone(&column.head);
            let fact = match first.is_uncalculated() {
                true => Fact::Uncalculated { head, field },
                false => Fact::FormulaError { head, error },
            };
            self.report(vec![cell], fact);
            return Found::Broken(cell);
        }
        Found::Value(cell, &first.value)
    }

    /// The text of a field as it stands in its cell, line breaks and all.
    pub(super) fn written(&self, field: Field) -> Option<&'r str> {
        let row = self.row;
        let cell = self.columns(field).find_map(|column| row.cell(column.index))?;
        match &cell.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Text as shown; dashes alone are nothing. Reports an empty required cell.
    pub(super) fn text(&mut self, field: Field) -> Reading<Text> {
        let reading = match self.find(field) {
            Found::Nothing => Reading::Empty,
            Found::Broken(cell) => Reading::Unusable(cell),
            Found::Value(cell, value) => {
                let text = shown(value);
                if is_placeholder(&text) {
                    Reading::Empty
                } else {
                    Reading::Known(Written { value: self.texts.share(&text), cell })
                }
            }
        };
        if reading.is_empty() && field.required() {
            self.report_empty(field);
        }
        reading
    }

    /// Reports that a required cell is empty; a column that is not there was reported
    /// once for the whole sheet.
    pub(super) fn report_empty(&mut self, field: Field) {
        if self.has(field) {
            self.report(vec![self.cell_of(field)], Fact::Empty { field });
        }
    }

    /// Whether anything stands in the field's columns, be it a dash.
    pub(super) fn is_filled(&self, field: Field) -> bool {
        self.columns(field).any(|column| self.row.cell(column.index).is_some())
    }

    /// Reports that a part of the key by which requests are known is empty.
    pub(super) fn report_key_part(&mut self, field: Field) {
        self.report(vec![self.cell_of(field)], Fact::Empty { field });
    }

    /// A NIP as its digits; one that is not well formed stays as it is written.
    pub(super) fn nip(&mut self, field: Field) -> Reading<Text> {
        let (cell, value) = match self.find(field) {
            Found::Nothing => return Reading::Empty,
            Found::Broken(cell) => return Reading::Unusable(cell),
            Found::Value(cell, value) => (cell, value),
        };
        let text = shown(value);
        let lost = match value {
            Value::Number(number) => *number >= DIGITS_LOST,
            Value::Text(text) => is_exponent(text),
            _ => false,
        };
        if lost {
            self.report(vec![cell], Fact::NipAsNumber { field });
            return Reading::Unusable(cell);
        }
        if says_no_nip(&text) {
            return Reading::Empty;
        }
        let nip = Nip::parse(&text);
        let fault = nip.as_ref().map(Nip::fault);
        if fault != Some(None) {
            let fault = fault.flatten();
            self.report(vec![cell], Fact::NipMalformed { field, text: text.to_string(), fault });
        }
        let written = nip.as_ref().map_or(&*text, Nip::as_str);
        Reading::Known(Written { value: self.texts.share(written), cell })
    }
}

/// "1,97405E+17": a number that a program wrote out as text.
fn is_exponent(text: &str) -> bool {
    let Some((digits, exponent)) = text.trim().split_once(['E', 'e']) else { return false };
    let digits_only =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits_only(&digits.replace([',', '.'], "")) && digits_only(exponent.trim_start_matches('+'))
}
