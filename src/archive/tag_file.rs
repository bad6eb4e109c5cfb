//! The text files of a bag (*tag files*), line by line (RFC 8493, section 2.3).
//!
//! A line ends in LF, CR or CRLF. Lines are read one at a time and bounded, so that
//! a damaged file of any size can be told line by line what is wrong with it, and a
//! line that is not UTF-8 spoils no other.

use std::io::{self, BufRead};

use super::fault::LineFault;

/// Longer than any path that a file system takes, with its checksum.
const LONGEST: usize = 64 * 1024;

/// One line; counted from one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub number: usize,
    pub text: Result<String, LineFault>,
}

/// The lines of one file.
pub(super) struct Lines<R> {
    source: R,
    number: usize,
    /// The line before ended in CR, so that an LF right after it ends nothing.
    after_return: bool,
    /// The file begins with a byte order mark; it is no part of the first line.
    pub marked: bool,
}

impl<R: BufRead> Lines<R> {
    pub fn new(source: R) -> Self {
        Self { source, number: 0, after_return: false, marked: false }
    }

    /// The next line; `None` at the end of the file.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        let (mut bytes, mut seen, mut too_long) = (Vec::new(), false, false);
        while let Some(byte) = self.byte()? {
            if std::mem::take(&mut self.after_return) && byte == b'\n' {
                continue;
            }
            seen = true;
            match byte {
                b'\n' => break,
                b'\r' => {
                    self.after_return = true;
                    break;
                }
                _ if bytes.len() < LONGEST => bytes.push(byte),
                _ => too_long = true,
            }
        }
        if !seen {
            return Ok(None);
        }
        self.number += 1;
        if self.number == 1 && bytes.starts_with(b"\xEF\xBB\xBF") {
            self.marked = true;
            bytes.drain(..3);
        }
        let text = match String::from_utf8(bytes) {
            _ if too_long => Err(LineFault::TooLong),
            Ok(text) => Ok(text),
            Err(_) => Err(LineFault::NotText),
        };
        Ok(Some(Line { number: self.number, text }))
    }

    fn byte(&mut self) -> io::Result<Option<u8>> {
        let byte = loop {
            match self.source.fill_buf() {
                Ok(buffer) => break buffer.first().copied(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        };
        if byte.is_some() {
            self.source.consume(1);
        }
        Ok(byte)
    }
}

/// The elements of `bag-info.txt` in their order, and the lines that are none.
pub(super) type Elements = (Vec<(String, String)>, Vec<(usize, LineFault)>);

/// Reads `bag-info.txt`: a label, a colon, a value; a line that begins with a blank
/// goes on with the value before it (RFC 8493, section 2.2.2).
pub(super) fn elements(source: impl BufRead) -> io::Result<Elements> {
    let (mut elements, mut faults): Elements = (Vec::new(), Vec::new());
    let mut lines = Lines::new(source);
    while let Some(Line { number, text }) = lines.next()? {
        let text = match text {
            Ok(text) if text.trim().is_empty() => continue,
            Ok(text) => text,
            Err(fault) => {
                faults.push((number, fault));
                continue;
            }
        };
        if text.starts_with([' ', '\t']) {
            match elements.last_mut() {
                Some((_, value)) => {
                    if !value.is_empty() {
                        value.push(' ');
                    }
                    value.push_str(text.trim());
                }
                None => faults.push((number, LineFault::NoLabel)),
            }
            continue;
        }
        match text.split_once(':') {
            Some((label, value)) if !label.trim().is_empty() => {
                elements.push((label.trim().to_owned(), value.trim().to_owned()));
            }
            _ => faults.push((number, LineFault::NoLabel)),
        }
    }
    Ok((elements, faults))
}

/// Writes one element, folded at its blanks so that no line is longer than 79
/// characters where its words allow it; a word is never broken.
pub(super) fn folded(label: &str, value: &str) -> String {
    const WIDTH: usize = 79;
    let mut text = format!("{label}:");
    let mut length = text.chars().count();
    for (index, word) in value.split_whitespace().enumerate() {
        let word_length = word.chars().count();
        // The value begins on the line of its label, however long its first word is.
        if index > 0 && length + 1 + word_length > WIDTH {
            text.push('\n');
            length = 0;
        }
        text.push(' ');
        text.push_str(word);
        length += 1 + word_length;
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<Result<String, LineFault>> {
        let mut lines = Lines::new(bytes);
        let mut found = Vec::new();
        while let Some(line) = lines.next().expect("memory can be read") {
            found.push(line.text);
        }
        found
    }

    #[test]
    fn a_line_ends_in_lf_cr_or_crlf_and_the_last_needs_no_end() {
        let texts = ["a", "b", "c", "", "d"].map(|text| Ok(text.to_owned()));
        assert_eq!(read(b"a\nb\rc\r\n\nd"), texts);
        assert_eq!(read(b"a\nb\rc\r\n\nd\r\n"), texts);
        assert_eq!(read(b""), []);
    }

    #[test]
    fn a_line_that_is_not_utf8_or_endless_spoils_no_other() {
        let mut bytes = b"a\n\xFF\n".to_vec();
        bytes.extend(vec![b'x'; LONGEST + 1]);
        bytes.extend(b"\nb");
        let expected = [
            Ok("a".to_owned()),
            Err(LineFault::NotText),
            Err(LineFault::TooLong),
            Ok("b".to_owned()),
        ];
        assert_eq!(read(&bytes), expected);
    }

    #[test]
    fn a_folded_value_reads_back_as_it_was_and_no_line_passes_79_characters() {
        let value = "pegawai ".repeat(30);
        let text = folded("Internal-Sender-Description", &value);
        assert!(text.lines().all(|line| line.chars().count() <= 79), "{text}");
        assert!(text.lines().count() > 3);
        let (elements, faults) = elements(text.as_bytes()).expect("memory can be read");
        assert_eq!(faults, []);
        let expected = ("Internal-Sender-Description".to_owned(), value.trim().to_owned());
        assert_eq!(elements, [expected]);
    }
}
