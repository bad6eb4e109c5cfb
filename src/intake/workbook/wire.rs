//! How rows travel from the reading process to the program: bytes without padding,
//! each text with its length before it.

use std::borrow::Cow;
use std::io::{self, Read, Write};

use chrono::{DateTime, NaiveTime, Timelike};

use super::Unreadable;
use super::value::{FAULTS, Row, RowCell, Value};

/// What the program asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Ask {
    /// A file's name; its bytes follow in messages of their own, an empty one last.
    Open,
    Bytes,
    /// The first rows of the sheet that is named.
    Rows,
    /// More of them.
    More,
    /// No more of them are wanted.
    Stop,
    Merged,
    Marks,
}

/// What the reading process answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Answer {
    /// What was asked for, and there is more of it.
    More,
    /// What was asked for, or the rest of it.
    End,
    /// Rows, and what keeps the others from being read.
    Broken,
    TooLarge,
    /// Why the file cannot be opened.
    Fault,
}

impl Ask {
    pub(super) fn of(kind: u8) -> Option<Self> {
        use Ask::{Bytes, Marks, Merged, More, Open, Rows, Stop};
        [Open, Bytes, Rows, More, Stop, Merged, Marks].into_iter().find(|ask| *ask as u8 == kind)
    }
}

impl Answer {
    pub(super) fn of_kind(kind: u8) -> Option<Self> {
        use Answer::{Broken, End, Fault, More, TooLarge};
        [More, End, Broken, TooLarge, Fault].into_iter().find(|answer| *answer as u8 == kind)
    }

    pub(super) fn of(cause: Unreadable) -> Self {
        match cause {
            Unreadable::Damaged => Answer::Broken,
            Unreadable::TooLarge => Answer::TooLarge,
        }
    }
}

/// No message is longer: a batch of rows, and the one row with which it is full.
const LARGEST_MESSAGE: u64 = 64 << 20;

/// A message: its kind, then what it holds.
pub(super) fn send(to: &mut impl Write, kind: u8, holds: &[u8]) -> io::Result<()> {
    let length = u32::try_from(holds.len()).map_err(io::Error::other)?;
    let [a, b, c, d] = length.to_le_bytes();
    to.write_all(&[kind, a, b, c, d])?;
    to.write_all(holds)?;
    to.flush()
}

/// The next message; `None` where the other side has ended.
pub(super) fn receive(from: &mut impl Read, holds: &mut Vec<u8>) -> io::Result<Option<u8>> {
    let mut start = [0; 5];
    match from.read_exact(&mut start) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let [kind, length @ ..] = start;
    let length = u64::from(u32::from_le_bytes(length));
    if length > LARGEST_MESSAGE {
        return Err(io::ErrorKind::InvalidData.into());
    }
    holds.clear();
    from.take(length).read_to_end(holds)?;
    if holds.len() as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Some(kind))
}

const TEXT: u8 = 0;
const NUMBER: u8 = 1;
const TRUTH: u8 = 2;
const DATE: u8 = 3;
const CLOCK: u8 = 4;
const FAULT: u8 = 5;

/// Writes a row; of one that takes more than `most` bytes, a little more than that.
pub(super) fn write_row(row: &Row<'_>, most: usize, to: &mut Vec<u8>) {
    let start = to.len();
    write_count(row.index.into(), to);
    write_count(row.cells.len() as u64, to);
    for cell in &row.cells {
        if to.len() - start > most {
            return;
        }
        write_count(cell.column.into(), to);
        write_value(&cell.value, to);
    }
}

fn write_value(value: &Value<'_>, to: &mut Vec<u8>) {
    match value {
        Value::Text(text) => {
            to.push(TEXT);
            write_text(text, to);
        }
        Value::Number(number) => {
            to.push(NUMBER);
            to.extend(number.to_le_bytes());
        }
        Value::Bool(truth) => to.extend([TRUTH, u8::from(*truth)]),
        Value::Date(at) => {
            to.push(DATE);
            to.extend(at.and_utc().timestamp().to_le_bytes());
        }
        Value::Clock(time) => {
            to.push(CLOCK);
            write_count(time.num_seconds_from_midnight().into(), to);
        }
        Value::Fault(fault) => {
            let at = FAULTS.iter().position(|known| known == fault).unwrap_or_default();
            to.extend([FAULT, u8::try_from(at).unwrap_or_default()]);
        }
    }
}

pub(super) fn write_text(text: &str, to: &mut Vec<u8>) {
    write_count(text.len() as u64, to);
    to.extend(text.as_bytes());
}

/// Seven bits a byte, the lowest first; most numbers here are small.
pub(super) fn write_count(mut count: u64, to: &mut Vec<u8>) {
    while count > 0x7f {
        to.push((count & 0x7f) as u8 | 0x80);
        count >>= 7;
    }
    to.push(count as u8);
}

/// Takes what was written from the front; `None` where it is not as written.
pub(super) struct Taking<'a>(pub &'a [u8]);

impl<'a> Taking<'a> {
    pub(super) fn row(&mut self) -> Option<Row<'static>> {
        let index = self.count()?.try_into().ok()?;
        let count = self.count()?;
        let mut cells = Vec::with_capacity(usize::try_from(count.min(64)).ok()?);
        for _ in 0..count {
            let column = self.count()?.try_into().ok()?;
            cells.push(RowCell { column, row: index, value: self.value()? });
        }
        Some(Row { index, cells })
    }

    fn value(&mut self) -> Option<Value<'static>> {
        Some(match self.byte()? {
            TEXT => Value::Text(Cow::Owned(self.text()?.to_owned())),
            NUMBER => Value::Number(f64::from_le_bytes(self.eight()?)),
            TRUTH => Value::Bool(self.byte()? != 0),
            DATE => {
                let seconds = i64::from_le_bytes(self.eight()?);
                Value::Date(DateTime::from_timestamp(seconds, 0)?.naive_utc())
            }
            CLOCK => {
                let seconds = self.count()?.try_into().ok()?;
                Value::Clock(NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?)
            }
            FAULT => Value::Fault(FAULTS.get(usize::from(self.byte()?))?),
            _ => return None,
        })
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = self.count()?.try_into().ok()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        str::from_utf8(text).ok()
    }

    pub(super) fn count(&mut self) -> Option<u64> {
        let (mut count, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            count |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(count);
            }
            shift += 7;
        }
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    fn eight(&mut self) -> Option<[u8; 8]> {
        let (eight, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*eight)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How much is left.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_arrives_as_it_was_sent() {
        let at = "2024-06-03T09:15:00".parse().unwrap();
        let values = [
            Value::Text("José\n#*".into()),
            Value::Number(-0.1),
            Value::Bool(true),
            Value::Date(at),
            Value::Clock(NaiveTime::from_hms_opt(23, 59, 59).unwrap()),
            Value::Fault("#REF!"),
        ];
        let cells = (0..).step_by(300).zip(values);
        let cells = cells.map(|(column, value)| RowCell { column, row: 1_048_575, value });
        let row = Row { index: 1_048_575, cells: cells.collect() };
        let mut sent = Vec::new();
        write_row(&row, usize::MAX, &mut sent);
        let mut taking = Taking(&sent);
        assert_eq!(taking.row(), Some(row));
        assert!(taking.is_empty());
    }

    #[test]
    fn a_row_that_is_cut_short_is_no_row() {
        let cell = RowCell { column: 3, row: 7, value: Value::Text("Rina".into()) };
        let mut sent = Vec::new();
        write_row(&Row { index: 7, cells: vec![cell] }, usize::MAX, &mut sent);
        for length in 0..sent.len() {
            assert_eq!(Taking(&sent[..length]).row(), None);
        }
    }
}
