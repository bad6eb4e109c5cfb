//! The reading process: the same program, started to read workbooks and nothing else.
//!
//! It gets a file's bytes and is asked for its rows, a batch at a time. Whatever a
//! workbook makes of it, the program that started it goes on.

use std::io::{self, BufReader, BufWriter, Read, Write};

use super::Unreadable;
use super::book::{Book, BookRows};
use super::wire::{Answer, Ask, receive, send, write_count, write_row, write_text};

/// How much is sent at once, in bytes; one row more may be.
const BATCH: usize = 64 << 10;
/// The most that one sheet may hold: it may name one long text in all its cells.
const LARGEST_SHEET: usize = 256 << 20;
const LARGEST_ROW: usize = 16 << 20;

/// Answers what is asked until no one asks any more.
///
/// # Errors
/// The program that asks has gone.
pub fn serve(from: impl Read, to: impl Write) -> io::Result<()> {
    let mut line = Line { from: BufReader::new(from), to: BufWriter::new(to), holds: Vec::new() };
    let mut book: Option<Book> = None;
    while let Some(ask) = line.next()? {
        let sheet = line.sheet();
        match (ask, &mut book) {
            (Ask::Open, _) => {
                // The one before makes room first.
                drop(book.take());
                book = line.open()?;
            }
            (Ask::Rows, Some(book)) => match book.rows(&sheet) {
                Ok(rows) => line.rows(rows)?,
                Err(cause) => line.answer(Answer::of(cause), &[])?,
            },
            (Ask::Merged, Some(book)) => {
                let mut holds = Vec::new();
                for region in book.merged(&sheet) {
                    let (rows, columns) = (region.rows, region.columns);
                    for end in [rows.0, rows.1, columns.0, columns.1] {
                        write_count(end.into(), &mut holds);
                    }
                }
                line.answer(Answer::End, &holds)?;
            }
            (Ask::Marks, Some(book)) => {
                let marks = book.marks(&sheet);
                let mut holds = Vec::new();
                write_count(marks.hidden.len() as u64, &mut holds);
                for row in marks.hidden {
                    write_count(row.into(), &mut holds);
                }
                for (row, column) in marks.uncalculated {
                    write_count(row.into(), &mut holds);
                    write_count(column.into(), &mut holds);
                }
                line.answer(Answer::End, &holds)?;
            }
            (Ask::Stop | Ask::Bytes, _) => {}
            (Ask::More | Ask::Rows | Ask::Merged | Ask::Marks, _) => {
                line.answer(Answer::Broken, &[])?;
            }
        }
    }
    Ok(())
}

/// The line to the program that asks.
struct Line<R: Read, W: Write> {
    from: BufReader<R>,
    to: BufWriter<W>,
    holds: Vec<u8>,
}

impl<R: Read, W: Write> Line<R, W> {
    fn next(&mut self) -> io::Result<Option<Ask>> {
        let kind = receive(&mut self.from, &mut self.holds)?;
        Ok(kind.and_then(Ask::of))
    }

    fn sheet(&self) -> String {
        String::from_utf8_lossy(&self.holds).into_owned()
    }

    fn answer(&mut self, answer: Answer, holds: &[u8]) -> io::Result<()> {
        send(&mut self.to, answer as u8, holds)
    }

    /// The name of the file was asked for; its bytes follow.
    fn open(&mut self) -> io::Result<Option<Book>> {
        let name = self.sheet();
        let mut bytes = Vec::new();
        loop {
            match receive(&mut self.from, &mut self.holds)? {
                None => return Ok(None),
                Some(_) if self.holds.is_empty() => break,
                Some(_) => bytes.extend_from_slice(&self.holds),
            }
        }
        let opened = Book::open(&name, bytes);
        match opened {
            Ok(book) => {
                let mut holds = Vec::new();
                for sheet in book.sheets() {
                    write_count(sheet.hidden.into(), &mut holds);
                    write_text(&sheet.name, &mut holds);
                }
                self.answer(Answer::End, &holds)?;
                Ok(Some(book))
            }
            Err(fault) => {
                let fault = serde_json::to_vec(&fault).map_err(io::Error::other)?;
                self.answer(Answer::Fault, &fault)?;
                Ok(None)
            }
        }
    }

    /// Batches of rows, one for each time that more is asked for.
    fn rows(&mut self, mut rows: BookRows<'_>) -> io::Result<()> {
        let mut left = LARGEST_SHEET;
        loop {
            let (batch, answer) = batch(&mut rows, &mut left);
            self.answer(answer, &batch)?;
            if answer != Answer::More || self.next()? != Some(Ask::More) {
                return Ok(());
            }
        }
    }
}

fn batch(rows: &mut BookRows<'_>, left: &mut usize) -> (Vec<u8>, Answer) {
    let mut batch = Vec::with_capacity(BATCH + (BATCH >> 2));
    while batch.len() < BATCH {
        let before = batch.len();
        match rows.next_row() {
            Ok(Some(row)) => write_row(&row, LARGEST_ROW, &mut batch),
            Ok(None) => return (batch, Answer::End),
            Err(cause) => return (batch, Answer::of(cause)),
        }
        let length = batch.len() - before;
        match left.checked_sub(length).filter(|_| length <= LARGEST_ROW) {
            Some(rest) => *left = rest,
            None => {
                batch.truncate(before);
                return (batch, Answer::of(Unreadable::TooLarge));
            }
        }
    }
    (batch, Answer::More)
}
