//! The cell of a date, an hour or both, as the moment that it holds. What may be doubted
//! in it is reported with the moment, what cannot be read in place of one.

use super::cell::{Found, RowReader};
use super::decision::says_no_date;
use super::heading::Field;
use super::moment::{self, Clock, MomentFault, MomentText};
use super::problem::Fact;
use super::span_text::{self, End};
use super::text::{clean, shown};
use super::workbook::Value;
use crate::diagnostic::Cell;
use crate::office::Zone;
use crate::records::{Moment, Reading, Written};

/// What the cell of a date holds.
pub(super) enum Stamp {
    Nothing,
    Broken(Cell),
    Moment(Written<Moment>),
    Clock(Written<Clock>),
}

impl<'r> RowReader<'r> {
    /// A date, or a date with a time, in the office's zone.
    pub(super) fn moment(&mut self, field: Field) -> Reading<Moment> {
        let stamp = self.stamp(field, false);
        self.on_day(field, stamp, &Reading::Empty)
    }

    /// A date, or a time on the day that another column of the row gives.
    pub(super) fn moment_on(
        &mut self,
        field: Field,
        day: &Reading<Moment>,
        only_time: bool,
    ) -> Reading<Moment> {
        let stamp = self.stamp(field, only_time || !day.is_empty());
        self.on_day(field, stamp, day)
    }

    /// Whether the cell of a field holds a start and an end.
    pub(super) fn is_span(&self, field: Field) -> bool {
        self.ends(field).is_some()
    }

    /// A start and an end in the one cell of a field, on the day of another column
    /// where they are times alone.
    pub(super) fn span(
        &mut self,
        field: Field,
        day: &Reading<Moment>,
    ) -> (Reading<Moment>, Reading<Moment>) {
        let Some((cell, text, from, to)) = self.ends(field) else {
            return (Reading::Empty, Reading::Empty);
        };
        let from = self.end(field, (cell, text), from, day);
        let of_start = if from.known().is_some() { from } else { *day };
        (from, self.end(field, (cell, text), to, &of_start))
    }

    /// Whether the cell of a field says a day itself.
    pub(super) fn has_day(&self, field: Field) -> bool {
        let is_day = |end: End| matches!(end, End::Moment(_));
        let Some(cell) = self.columns(field).find_map(|column| self.row.cell(column.index)) else {
            return false;
        };
        match &cell.value {
            Value::Date(_) => true,
            Value::Text(text) => {
                moment::parse(text, self.zone).is_ok()
                    || self.ends(field).is_some_and(|(.., from, to)| is_day(from) || is_day(to))
            }
            _ => false,
        }
    }

    fn end(
        &mut self,
        field: Field,
        (cell, text): (Cell, &str),
        end: End,
        day: &Reading<Moment>,
    ) -> Reading<Moment> {
        let stamp = match end {
            End::Moment(moment) => Stamp::Moment(self.doubted(moment, text, cell)),
            End::Clock(value) => Stamp::Clock(Written { value, cell }),
        };
        self.on_day(field, stamp, day)
    }

    fn ends(&self, field: Field) -> Option<(Cell, &'r str, End, End)> {
        let row = self.row;
        let cell = self.columns(field).find_map(|column| row.cell(column.index))?;
        let Value::Text(text) = &cell.value else { return None };
        let place = Cell { sheet: self.sheet, row: cell.row, column: cell.column };
        let written = self.zone_of(place);
        let is_single =
            moment::read(text, written, self.zone).is_ok() || moment::read_clock(text).is_ok();
        let (from, to) =
            (!is_single).then(|| span_text::read(text, written, self.zone)).flatten()?;
        Some((place, text, from, to))
    }

    /// What a cell holds, on the day that another column gives where it is an hour alone.
    pub(super) fn on_day(
        &mut self,
        field: Field,
        stamp: Stamp,
        day: &Reading<Moment>,
    ) -> Reading<Moment> {
        let clock = match stamp {
            Stamp::Nothing => return Reading::Empty,
            Stamp::Broken(cell) => return Reading::Unusable(cell),
            Stamp::Moment(moment) => return Reading::Known(moment),
            Stamp::Clock(clock) => clock,
        };
        match day {
            Reading::Known(day) => {
                let written = self.zone_of(clock.cell);
                match moment::at(day.value.date(), clock.value, written, self.zone) {
                    Some(value) => Reading::Known(Written { value, cell: clock.cell }),
                    None => self.unreadable(field, clock.cell, MomentFault::NoSuchTime),
                }
            }
            Reading::Unusable(_) => Reading::Unusable(clock.cell),
            Reading::Empty => self.unreadable(field, clock.cell, MomentFault::TimeAlone),
        }
    }

    /// What the cell of a field holds; a number may be an hour where one may stand.
    pub(super) fn stamp(&mut self, field: Field, time_may_do: bool) -> Stamp {
        let (cell, value) = match self.find(field) {
            Found::Nothing => return Stamp::Nothing,
            Found::Broken(cell) => return Stamp::Broken(cell),
            Found::Value(cell, value) => (cell, value),
        };
        let written = self.zone_of(cell);
        let fault = match value {
            Value::Date(at) => {
                let value = moment::of_excel(*at, written, self.zone);
                return Stamp::Moment(Written { value, cell });
            }
            Value::Clock(time) => {
                return Stamp::Clock(Written { value: Clock::of(*time), cell });
            }
            Value::Number(number) if time_may_do => match moment::clock_of_number(*number) {
                Some(read) => {
                    let text = shown(value).into_owned();
                    self.report(vec![cell], Fact::ClockAsNumber { read, text });
                    return Stamp::Clock(Written { value: Clock::of(read), cell });
                }
                None => MomentFault::PlainNumber,
            },
            Value::Number(_) => MomentFault::PlainNumber,
            Value::Bool(_) | Value::Fault(_) => MomentFault::Truth,
            Value::Text(text) if says_no_date(text) => return Stamp::Nothing,
            Value::Text(text) => match self.text_stamp(text, cell, written, time_may_do) {
                Ok(stamp) => return stamp,
                Err(fault) => fault,
            },
        };
        self.unreadable::<Moment>(field, cell, fault);
        Stamp::Broken(cell)
    }

    fn text_stamp(
        &mut self,
        text: &str,
        cell: Cell,
        written: Zone,
        time_may_do: bool,
    ) -> Result<Stamp, MomentFault> {
        let clock = if time_may_do { Some(moment::read_clock(text)) } else { None };
        // A table of text has the number that a time with a dot became as text.
        if matches!(clock, Some(Err(_)))
            && let Some(read) = moment::clock_of_decimal(text)
        {
            let text = shown_text(text);
            self.report(vec![cell], Fact::ClockAsNumber { read, text });
            return Ok(Stamp::Clock(Written { value: Clock::of(read), cell }));
        }
        let read = match (clock, moment::read(text, written, self.zone)) {
            (Some(Ok(clock)), _) => return Ok(Stamp::Clock(Written { value: clock, cell })),
            // A text that is no date was meant as a time, where one may stand.
            (Some(Err(fault)), Err(MomentFault::NoDate | MomentFault::TimeAlone)) => {
                return Err(fault);
            }
            (_, read) => read?,
        };
        Ok(Stamp::Moment(self.doubted(read, text, cell)))
    }

    /// The moment that was read, with what about it may be doubted reported.
    fn doubted(&mut self, read: MomentText, text: &str, cell: Cell) -> Written<Moment> {
        if let Some(exchanged) = read.exchanged {
            let (read, text) = (read.moment.date(), shown_text(text));
            self.report(vec![cell], Fact::TwoReadings { read, exchanged, text });
        }
        if let Some(weekday) = read.weekday {
            let date = read.moment.date();
            self.report(vec![cell], Fact::WeekdayDiffers { date, written: weekday });
        }
        Written { value: read.moment, cell }
    }

    fn unreadable<T>(&mut self, field: Field, cell: Cell, fault: MomentFault) -> Reading<T> {
        let text = self.row.cell(cell.column).map_or_else(String::new, |cell| match &cell.value {
            // With a comma, as Excel shows it here.
            value @ Value::Number(_) => shown(value).replace('.', ","),
            value => shown(value).into_owned(),
        });
        self.report(vec![cell], Fact::Moment { field, text, fault });
        Reading::Unusable(cell)
    }

    fn zone_of(&self, cell: Cell) -> Zone {
        self.table.column(cell.column).and_then(|column| column.zone).unwrap_or(self.zone)
    }
}

fn shown_text(text: &str) -> String {
    clean(text).into_owned()
}
