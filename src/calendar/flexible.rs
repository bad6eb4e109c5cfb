//! Flexible hours (*jam kerja lentur*): one may come later and then leaves as much later.
//!
//! Who came when is not in the calendar, so a stretch at the edge of such a day was
//! worked wholly, partly or not at all. Neither reading is taken for the truth: the time
//! lies between the least and the most that any one coming between the earliest and the
//! latest start gives, and only where both agree is there a verdict. A whole day is the
//! same for all of them, and whoever signed at some moment was at work at that moment.

use super::hours::{Hours, second_of_day};

/// Working seconds as far as they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bounds {
    pub least: i64,
    pub most: i64,
}

impl Bounds {
    /// The seconds themselves; `None` where flexible hours leave them open.
    pub fn certain(self) -> Option<i64> {
        (self.least == self.most).then_some(self.least)
    }

    pub(super) fn exactly(seconds: i64) -> Self {
        Bounds { least: seconds, most: seconds }
    }

    pub(super) fn plus(self, other: Bounds) -> Self {
        Bounds { least: self.least + other.least, most: self.most + other.most }
    }
}

impl Hours {
    /// Working seconds between two seconds of one day. `seen`: somebody was at work at
    /// the first, at the second.
    pub(super) fn between(&self, from: i64, to: i64, seen: [bool; 2]) -> Bounds {
        let (Some(first), Some(last)) = (self.working.first(), self.working.last()) else {
            return Bounds::default();
        };
        let (start, end) = (second_of_day(first.from), second_of_day(last.to));
        let common = |a: i64, b: i64| (to.min(b) - from.max(a)).max(0);
        let breaks: i64 = self
            .breaks
            .iter()
            .map(|span| common(second_of_day(span.from), second_of_day(span.to)))
            .sum();
        let (lowest, highest) = self.shifts(from, to, seen);
        // The common part of two spans, by how far one is shifted, rises to a height,
        // stays and falls: least at an end, most where an edge of both meets.
        let shifted = |shift: i64| common(start + shift, end + shift) - breaks;
        let edges = [lowest, highest, from - start, to - end];
        let tried = edges.map(|shift| shifted(shift.clamp(lowest, highest)));
        let least = shifted(lowest).min(shifted(highest));
        Bounds { least, most: tried.into_iter().max().unwrap_or(least) }
    }

    /// How much later than the earliest start one may have come, in seconds.
    fn shifts(&self, from: i64, to: i64, seen: [bool; 2]) -> (i64, i64) {
        let (Some(first), Some(last)) = (self.working.first(), self.working.last()) else {
            return (0, 0);
        };
        let (start, end) = (second_of_day(first.from), second_of_day(last.to));
        let (mut lowest, mut highest) = (0, self.slack);
        for (second, seen) in [from, to].into_iter().zip(seen) {
            if seen && start <= second && second <= end + self.slack {
                lowest = lowest.max(second - end);
                highest = highest.min(second - start);
            }
        }
        // Two moments that nobody can have been at work at both tell of two people.
        if lowest <= highest { (lowest, highest) } else { (0, self.slack) }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::super::hours::Span;
    use super::*;

    fn time(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
    }

    /// 07.30–16.00, an hour of break at noon; one may come until 09.00.
    fn day() -> Hours {
        let whole = Span { from: time(7, 30), to: time(16, 0) };
        let noon = Span { from: time(12, 0), to: time(13, 0) };
        Hours::new(whole, &[noon], Some(time(9, 0)), "uji".into()).expect("hours that hold")
    }

    fn minutes(from: (u32, u32), to: (u32, u32), seen: bool) -> (i64, i64) {
        let at = |(hour, minute)| second_of_day(time(hour, minute));
        let Bounds { least, most } = day().between(at(from), at(to), [seen, seen]);
        (least / 60, most / 60)
    }

    #[test]
    fn a_whole_day_is_the_same_for_whoever_comes_early_and_whoever_comes_late() {
        assert_eq!(minutes((0, 0), (23, 59), false), (450, 450));
        assert_eq!(minutes((7, 30), (17, 30), false), (450, 450));
        assert_eq!(minutes((9, 0), (16, 0), false), (360, 360));
    }

    #[test]
    fn the_edges_of_the_day_are_open_unless_somebody_signed_there() {
        assert_eq!(minutes((8, 0), (8, 20), false), (0, 20));
        assert_eq!(minutes((8, 0), (8, 20), true), (20, 20));
        assert_eq!(minutes((16, 10), (16, 50), false), (0, 40));
        assert_eq!(minutes((16, 10), (16, 50), true), (40, 40));
        assert_eq!(minutes((15, 50), (23, 59), false), (10, 100));
        assert_eq!(minutes((11, 50), (13, 5), false), (15, 15));
        assert_eq!(minutes((18, 0), (19, 0), true), (0, 0));
    }

    #[test]
    fn nobody_is_at_work_longer_than_a_day() {
        assert_eq!(minutes((7, 40), (16, 10), true), (450, 450));
        // Nobody can have been there at both ends: two people were.
        assert_eq!(minutes((7, 40), (17, 20), true), (440, 450));
    }

    #[test]
    fn some_are_at_work_in_each_stretch_that_is_shown_and_at_no_other_time() {
        let hours = day();
        for second in (0..super::super::hours::SECONDS_OF_DAY).step_by(30) {
            let shown = hours.spans().into_iter().any(|(span, _)| {
                (second_of_day(span.from)..=second_of_day(span.to)).contains(&second)
            });
            assert_eq!(hours.may_be_worked(second), shown, "{second}");
        }
    }
}
