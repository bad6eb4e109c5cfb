//! From which day until which day something holds (*berlaku_dari*, *berlaku_sampai*).

use chrono::NaiveDate;

use super::problem::Fault;
use super::table::Table;

/// A span of days; both ends count, an end that is not given is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

impl Period {
    pub fn holds_on(self, date: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }

    pub(super) fn overlaps(self, other: Period) -> bool {
        let begins_in_time = |a: Period, b: Period| match (a.from, b.until) {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        begins_in_time(self, other) && begins_in_time(other, self)
    }

    pub(super) fn read(table: &Table<'_>) -> Period {
        let (from, until) = (table.date("berlaku_dari"), table.date("berlaku_sampai"));
        if let (Some(from), Some(until)) = (&from, &until)
            && until.value < from.value
        {
            let fault = Fault::EndsBeforeStart {
                keys: ["berlaku_dari", "berlaku_sampai"],
                from: from.value,
                until: until.value,
            };
            table.reader().note(until.position(), fault);
        }
        Period { from: from.map(|from| from.value), until: until.map(|until| until.value) }
    }
}

#[cfg(test)]
mod tests {
    use super::Period;
    use chrono::NaiveDate;

    #[test]
    fn both_ends_of_a_period_count_and_an_open_end_has_no_limit() {
        let day = |d| NaiveDate::from_ymd_opt(2024, 6, d);
        let [before, first, last, after] = [2, 3, 7, 8].map(|d| day(d).expect("a day of June"));
        let week = Period { from: Some(first), until: Some(last) };
        assert_eq!(
            [before, first, last, after].map(|d| week.holds_on(d)),
            [false, true, true, false]
        );
        assert!(Period::default().holds_on(before));
        assert!(week.overlaps(Period { from: Some(last), until: None }));
        assert!(!week.overlaps(Period { from: Some(after), until: None }));
    }
}
