//! So many of so many, and what stands in the middle of many durations.

/// A part of a whole. A percentage never stands without its count, and none of none
/// is no percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    pub part: usize,
    pub of: usize,
}

impl Share {
    pub fn new(part: usize, of: usize) -> Self {
        Self { part, of }
    }

    /// Tenths of a percent, rounded; `None` of nothing. What is not all is never
    /// rounded to all, what is not none never to none.
    pub fn per_mille(self) -> Option<usize> {
        let half = self.of / 2;
        let rounded = (self.part * 1000 + half).checked_div(self.of)?;
        Some(match rounded {
            1000 if self.part < self.of => 999,
            0 if self.part > 0 => 1,
            rounded => rounded,
        })
    }

    /// Whether the part is more than so many percent of the whole.
    pub fn exceeds(self, percent: usize) -> bool {
        self.part * 100 > self.of * percent
    }
}

/// How long something took, over all of which that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Durations {
    /// The middle one; of an even number, the mean of the two in the middle.
    pub median: i64,
    /// The smallest that is not exceeded by nine in ten (nearest rank).
    pub ninth_decile: i64,
    pub longest: i64,
    pub total: i64,
}

impl Durations {
    /// `None` of nothing.
    pub fn of(mut seconds: Vec<i64>) -> Option<Durations> {
        seconds.sort_unstable();
        let count = seconds.len();
        let at = |index: usize| seconds.get(index).copied();
        let upper = at(count / 2)?;
        let median = if count.is_multiple_of(2) { (at(count / 2 - 1)? + upper) / 2 } else { upper };
        let rank = (count * 9).div_ceil(10);
        Some(Durations {
            median,
            ninth_decile: at(rank.checked_sub(1)?)?,
            longest: at(count.checked_sub(1)?)?,
            total: seconds.iter().sum(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Durations, Share};

    #[test]
    fn what_is_not_all_is_never_rounded_to_all_and_what_is_not_none_never_to_none() {
        assert_eq!(Share::new(0, 0).per_mille(), None);
        assert_eq!(Share::new(0, 7).per_mille(), Some(0));
        assert_eq!(Share::new(1, 9_999).per_mille(), Some(1));
        assert_eq!(Share::new(9_998, 9_999).per_mille(), Some(999));
        assert_eq!(Share::new(2, 3).per_mille(), Some(667));
        assert_eq!(Share::new(7, 7).per_mille(), Some(1000));
    }

    #[test]
    fn the_ninth_decile_is_a_duration_that_occurred_and_the_median_lies_in_the_middle() {
        let of = |seconds: &[i64]| Durations::of(seconds.to_vec());
        assert_eq!(of(&[]), None);
        let ten = of(&[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]).expect("ten durations");
        assert_eq!((ten.median, ten.ninth_decile, ten.longest, ten.total), (5, 9, 10, 55));
        let one = of(&[900]).expect("one duration");
        assert_eq!((one.median, one.ninth_decile, one.longest), (900, 900, 900));
        let eleven = of(&[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]).expect("eleven durations");
        assert_eq!((eleven.median, eleven.ninth_decile), (6, 10));
    }
}
