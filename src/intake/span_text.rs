//! A start and an end in one cell: "09.15–09.30", "3 Juni 2024 09.15 s.d. 10.00",
//! "3–4 Juni 2024". Read only where the text is no single moment.

use chrono::{Datelike, NaiveDate};

use super::moment::{self, Clock, MomentText};
use crate::office::Zone;
use crate::records::Moment;

/// One end of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Moment(MomentText),
    /// A time whose day stands at the other end, or in another column.
    Clock(Clock),
}

/// Words between two ends.
const UNTIL: [&str; 8] = ["sampai dengan", "sampai", "hingga", "s.d.", "s.d", "s/d", "sd.", "sd"];

/// The two ends; `None` where the text is no span, or could be parted in two ways.
pub(super) fn read(text: &str, written: Zone, zone: Zone) -> Option<(End, End)> {
    let mut found = partings(text).into_iter().filter_map(|(left, right)| {
        let to = end(right, written, zone)?;
        // "09.15-09.30 WITA": the zone at the end is that of both.
        let zone_of_both = match to {
            End::Clock(Clock { offset: Some(offset), .. }) => Zone::of_seconds(offset),
            _ => None,
        };
        // "3" alone would be an hour as well: what follows it decides.
        let from = day_of_the_same_month(left, to)
            .or_else(|| end(left, zone_of_both.unwrap_or(written), zone))?;
        match (from, to) {
            // "9-10" may be a day and a month as well.
            (End::Clock(from), End::Clock(to)) if !from.has_minutes && !to.has_minutes => None,
            (End::Clock(_), End::Moment(_)) => None,
            ends => Some(ends),
        }
    });
    match (found.next(), found.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// Every way to part the text at a dash or a word.
fn partings(text: &str) -> Vec<(&str, &str)> {
    let lower = text.to_lowercase();
    let mut at: Vec<(usize, usize)> = text
        .char_indices()
        .filter(|(_, c)| matches!(c, '-' | '–' | '—' | '−' | '~'))
        .map(|(at, c)| (at, at + c.len_utf8()))
        .collect();
    // Letters that change their length in lower case are none of a date's.
    if lower.len() == text.len() {
        let word = UNTIL.iter().find_map(|word| {
            let start = lower.find(&format!(" {word} "))? + 1;
            Some((start, start + word.len()))
        });
        at.extend(word);
    }
    let parts = |(from, to): (usize, usize)| {
        let (left, right) = (text.get(..from)?.trim(), text.get(to..)?.trim());
        (!left.is_empty() && !right.is_empty()).then_some((left, right))
    };
    at.into_iter().filter_map(parts).collect()
}

fn end(text: &str, written: Zone, zone: Zone) -> Option<End> {
    if let Ok(moment) = moment::read(text, written, zone) {
        return Some(End::Moment(moment));
    }
    moment::read_clock(text).ok().map(End::Clock)
}

/// The "3" of "3–4 Juni 2024".
fn day_of_the_same_month(text: &str, to: End) -> Option<End> {
    let End::Moment(MomentText { moment: Moment::Day(until), .. }) = to else { return None };
    let word = text.split([' ', ',']).next_back()?;
    let day = (word.len() <= 2).then(|| word.parse().ok()).flatten()?;
    let date = NaiveDate::from_ymd_opt(until.year(), until.month(), day)?;
    let moment = Moment::Day(date);
    (date < until).then_some(End::Moment(MomentText { moment, exchanged: None, weekday: None }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        let show = |end| match end {
            End::Moment(MomentText { moment: Moment::At(at), .. }) => at.to_string(),
            End::Moment(MomentText { moment: Moment::Day(day), .. }) => day.to_string(),
            End::Clock(clock) => {
                format!("{:02}.{:02}", clock.seconds / 3600, clock.seconds / 60 % 60)
            }
        };
        let (from, to) = read(text, Zone::Wib, Zone::Wib)?;
        Some(format!("{} → {}", show(from), show(to)))
    }

    #[test]
    fn a_start_and_an_end_in_one_cell_are_read_in_every_writing() {
        for (text, spans) in [
            ("09.15-09.30", "09.15 → 09.30"),
            ("9:15 – 10:00 WIB", "09.15 → 10.00"),
            ("09.15 s.d. 10.00", "09.15 → 10.00"),
            ("pukul 9 s/d 10.30", "09.00 → 10.30"),
            ("3 Juni 2024 09.15-09.30", "2024-06-03 09:15:00 → 09.30"),
            ("Senin, 3 Juni 2024, 09.15 s.d. 09.30 WIB", "2024-06-03 09:15:00 → 09.30"),
            ("3-6-2024 09.15 - 4-6-2024 10.00", "2024-06-03 09:15:00 → 2024-06-04 10:00:00"),
            ("3-4 Juni 2024", "2024-06-03 → 2024-06-04"),
            ("3 s.d. 4 Juni 2024", "2024-06-03 → 2024-06-04"),
            ("3 Juni 2024 sampai dengan 4 Juni 2024", "2024-06-03 → 2024-06-04"),
            ("3 Juni 2024 09.15 WITA - 10.00 WITA", "2024-06-03 08:15:00 → 10.00"),
            ("3 Juni 2024 09.15 - 10.00 WITA", "2024-06-03 08:15:00 → 10.00"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(spans), "{text}");
        }
    }

    #[test]
    fn what_is_no_span_or_could_be_two_is_none() {
        for text in ["9-10", "3/6", "09.15", "3 Juni 2024", "-", "09.15-", "a-b", "31-4 Juni 2024"]
        {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}
