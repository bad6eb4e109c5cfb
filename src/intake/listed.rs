//! A row of *peserta* or *butir verifikasi* to a record.

use super::cell::RowReader;
use super::decision::decision_in_words;
use super::heading::Field;
use super::request::named;
use super::text::fold;
use crate::records::{
    AttendeeField as A, AttendeeRow, Decision, ItemField as I, ItemRow, Moment, Reading, Text,
    Written,
};

/// Why someone was not there.
const AWAY: [&str; 7] = ["izin", "ijin", "sakit", "cuti", "alpa", "absen", "dinas"];

/// Reads one who attended.
pub(super) fn attendee(row: &mut RowReader<'_>, number: Written<Text>) -> AttendeeRow {
    let date = match row.moment(Field::Attendee(A::Tanggal)) {
        Reading::Empty => Reading::Empty,
        Reading::Unusable(cell) => Reading::Unusable(cell),
        Reading::Known(Written { value, cell }) => {
            Reading::Known(Written { value: Moment::date(value), cell })
        }
    };
    AttendeeRow {
        place: row.place(),
        number,
        name: row.text(Field::Attendee(A::Nama)),
        nip: row.nip(Field::Attendee(A::Nip)),
        unit: row.text(Field::Attendee(A::Unit)),
        date,
        present: named(row, Field::Attendee(A::Hadir), is_present, &["Hadir", "Tidak hadir"]),
    }
}

/// Reads one thing that was verified.
pub(super) fn item(row: &mut RowReader<'_>, number: Written<Text>) -> ItemRow {
    let round = |text: &str| {
        let digits = fold(text);
        let digits = digits.trim_start_matches(|c: char| !c.is_ascii_digit());
        digits.parse().ok().filter(|round| (1..=999).contains(round))
    };
    ItemRow {
        place: row.place(),
        number,
        round: named(row, Field::Item(I::Putaran), round, &["1", "2", "3"]),
        item: row.text(Field::Item(I::Butir)),
        found: named(row, Field::Item(I::Ada), is_there, &["Ada", "Tidak"]),
        remark: row.text(Field::Item(I::Keterangan)),
    }
}

fn is_present(text: &str) -> Option<bool> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    match words.as_slice() {
        ["hadir" | "h", ..] => Some(true),
        [first, ..] if AWAY.contains(first) => Some(false),
        _ => is_there(text),
    }
}

fn is_there(text: &str) -> Option<bool> {
    decision_in_words(text).map(|decision| decision == Decision::Ya)
}

#[cfg(test)]
mod tests {
    use super::{is_present, is_there};

    #[test]
    fn who_was_there_is_told_in_many_ways_and_never_guessed() {
        for there in ["Hadir", "hadir tepat waktu", "H", "v", "✓", "Ya", "1"] {
            assert_eq!(is_present(there), Some(true), "{there}");
        }
        for away in ["Tidak hadir", "tdk hadir", "Izin", "Sakit (surat dokter)", "T", "0"] {
            assert_eq!(is_present(away), Some(false), "{away}");
        }
        assert_eq!(is_present("mungkin"), None);
        assert_eq!(
            (is_there("Ada"), is_there("Tidak ada"), is_there("x")),
            (Some(true), Some(false), None)
        );
    }
}
