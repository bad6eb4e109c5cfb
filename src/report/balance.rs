//! What came in, what went out and what is left (*neraca permohonan*).

use chrono::NaiveDate;

use super::calendar_month::Month;
use super::stay::{Outcome, Stay};

/// The balance of a month, in requests:
/// `opening + received + again = finished + returned + refused + cancelled + closing`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Balance {
    /// *Sisa awal*
    pub opening: usize,
    /// *Masuk*: received for the first time in this month.
    pub received: usize,
    /// *Masuk kembali*: came back after it had been returned.
    pub again: usize,
    pub finished: usize,
    pub returned: usize,
    pub refused: usize,
    pub cancelled: usize,
    /// *Sisa akhir*: runs, or waits for its data to be mended.
    pub closing: usize,
}

impl Balance {
    /// Counts the stays; none of them may begin after the month.
    pub fn of<'a>(stays: impl Iterator<Item = &'a Stay>, month: Month) -> Balance {
        let mut balance = Balance::default();
        let (first, last) = (month.first_day(), month.last_day());
        for stay in stays.filter(|stay| stay.touches(first, last)) {
            balance.count(stay, first, last);
        }
        balance
    }

    fn count(&mut self, stay: &Stay, first: NaiveDate, last: NaiveDate) {
        let came = if stay.entered < first {
            &mut self.opening
        } else if stay.again {
            &mut self.again
        } else {
            &mut self.received
        };
        *came += 1;
        let left = match stay.left.filter(|(day, _)| *day <= last) {
            None => &mut self.closing,
            Some((_, Outcome::Selesai)) => &mut self.finished,
            Some((_, Outcome::Dikembalikan)) => &mut self.returned,
            Some((_, Outcome::Ditolak)) => &mut self.refused,
            Some((_, Outcome::Dibatalkan)) => &mut self.cancelled,
        };
        *left += 1;
    }

    /// All that was there at some time of the month.
    pub fn handled(&self) -> usize {
        self.opening + self.received + self.again
    }

    /// All that left in the month.
    pub fn left(&self) -> usize {
        self.finished + self.returned + self.refused + self.cancelled
    }
}
