//! Which rows of an .xlsx the office does not see: hidden by hand or by a filter.
//!
//! The library that reads the cells passes over what the rows themselves say. So the
//! sheet is run through once more, for the marks of its rows only.

use std::io::Read;

use memchr::memmem::Finder;

/// How much of a sheet is looked at in one go.
const PIECE: usize = 256 << 10;
/// No mark of a row is longer; what is, is none.
const LONGEST_MARK: usize = 4096;
const LONGEST_PREFIX: usize = 32;
const NAME: &[u8] = b"row ";

/// The hidden rows of a sheet's XML, from zero, ascending.
pub(super) fn rows(mut sheet: impl Read) -> Vec<u32> {
    let finder = Finder::new(NAME);
    let mut found = Vec::new();
    // The number of the row before, which one without a number follows.
    let mut before = 0_u32;
    let mut text: Vec<u8> = Vec::with_capacity(PIECE + LONGEST_MARK);
    let mut done = 0;
    loop {
        let had = text.len();
        let read = sheet.by_ref().take(PIECE as u64).read_to_end(&mut text);
        let is_last = read.is_err() || text.len() == had;
        // The beginning of a name may stand at the very end.
        let mut next = text.len().saturating_sub(NAME.len());
        while let Some(at) = text.get(done..).and_then(|rest| finder.find(rest)) {
            let at = done + at;
            let mark = text.get(at..).unwrap_or_default();
            let mark = mark.get(..LONGEST_MARK).unwrap_or(mark);
            match memchr::memchr(b'>', mark) {
                Some(end) if opens(text.get(..at).unwrap_or_default()) => {
                    let mark = mark.get(..end).unwrap_or_default();
                    let number = value(mark, b" r=").and_then(|text| str::from_utf8(text).ok());
                    let number = number.and_then(|number| number.parse().ok());
                    before = number.unwrap_or_else(|| before.saturating_add(1));
                    let is_hidden = matches!(value(mark, b" hidden="), Some(b"1" | b"true"));
                    found.extend(before.checked_sub(1).filter(|_| is_hidden));
                }
                // The mark goes on in the next piece.
                None if mark.len() < LONGEST_MARK && !is_last => {
                    next = at;
                    break;
                }
                _ => {}
            }
            done = at + 1;
        }
        if is_last {
            found.sort_unstable();
            found.dedup();
            return found;
        }
        done = done.max(next);
        let past = done.saturating_sub(LONGEST_PREFIX);
        text.drain(..past);
        done -= past;
    }
}

/// What stands before the name opens a mark: "<", or "<" and a prefix: "<x:".
fn opens(before: &[u8]) -> bool {
    let prefix = before.strip_suffix(b":").unwrap_or(before);
    let name = prefix.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let has_prefix = prefix.len() < before.len();
    let open = prefix.len() - name;
    (has_prefix == (name > 0)) && open > 0 && prefix.get(open - 1) == Some(&b'<')
}

/// The value of an attribute, which is named with a blank before it and `=` behind.
fn value<'a>(mark: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let at = memchr::memmem::find(mark, name)? + name.len();
    let rest = mark.get(at..)?;
    let quote = *rest.first().filter(|byte| matches!(byte, b'"' | b'\''))?;
    let rest = rest.get(1..)?;
    rest.get(..memchr::memchr(quote, rest)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &str) -> String {
        format!(
            "<worksheet><cols><col min=\"1\" hidden=\"1\"/></cols><sheetData>{rows}</sheetData>"
        )
    }

    #[test]
    fn rows_hidden_by_hand_and_by_a_filter_are_found_with_their_numbers() {
        let rows = sheet(
            "<row r=\"2\" hidden=\"1\"><c r=\"A2\"/></row><row r=\"3\"/>\
             <row spans=\"1:2\" r='7' hidden='true' ht=\"0\"></row><row hidden=\"1\"/>",
        );
        assert_eq!(super::rows(rows.as_bytes()), [1, 6, 7]);
    }

    #[test]
    fn a_prefix_of_the_name_changes_nothing() {
        let rows = sheet("<x:row r=\"5\" hidden=\"1\"><x:c/></x:row>");
        assert_eq!(super::rows(rows.as_bytes()), [4]);
    }

    #[test]
    fn what_only_speaks_of_rows_is_none() {
        let rows = sheet(
            "<row r=\"1\"><c><is><t>row r=\"9\" hidden=\"1\"> a narrow hidden=\"1\"></t></is></c></row>\
             <brow r=\"4\" hidden=\"1\"/><rowBreaks hidden=\"1\"/>",
        );
        assert_eq!(super::rows(rows.as_bytes()), [0_u32; 0]);
    }

    /// Gives a few bytes at a time, as a file that is unpacked may.
    struct Drops<'a>(&'a [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let length = into.len().min(7);
            self.0.read(&mut into[..length])
        }
    }

    #[test]
    fn marks_are_found_wherever_a_piece_ends() {
        let row = |number: u32| {
            let hidden = if number.is_multiple_of(1000) { " hidden=\"1\"" } else { "" };
            format!("<row r=\"{number}\"{hidden}><c r=\"A{number}\"><v>1</v></c></row>")
        };
        let rows = sheet(&(1..=20_000).map(row).collect::<String>());
        let expected: Vec<u32> = (1..=20).map(|number| number * 1000 - 1).collect();
        assert_eq!(super::rows(Drops(rows.as_bytes())), expected);
    }
}
