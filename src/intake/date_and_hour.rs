//! A moment whose date and hour may stand in two columns: "Tanggal mulai" and "Jam
//! mulai", "Tanggal terima" and "Jam terima".
//!
//! A date that has an hour of its own stands by itself; an hour beside it that says
//! another is told, as two columns of one meaning are.

use chrono::{NaiveDateTime, Timelike};

use super::cell::RowReader;
use super::heading::Field;
use super::problem::Fact;
use super::stamp::Stamp;
use super::text::shown;
use crate::diagnostic::Cell;
use crate::records::{Moment, Reading, Written};

/// What the two columns say.
pub(super) struct DateAndHour {
    /// The cell of the date alone.
    pub date: Reading<Moment>,
    pub whole: Reading<Moment>,
}

/// Reads the two columns; `day` is the day of the row, on which an hour stands where the
/// date's own cell is empty or has an hour alone.
pub(super) fn read(
    row: &mut RowReader<'_>,
    (date, hour): (Field, Field),
    day: &Reading<Moment>,
) -> DateAndHour {
    let dated = row.moment_on(date, day, false);
    let whole = match dated {
        Reading::Known(own) if row.is_filled(hour) => beside(row, (date, hour), own),
        Reading::Empty => row.moment_on(hour, day, true),
        read => read,
    };
    DateAndHour { date: dated, whole }
}

/// The hour's cell beside a date that is known.
fn beside(
    row: &mut RowReader<'_>,
    (date, hour): (Field, Field),
    own: Written<Moment>,
) -> Reading<Moment> {
    let dated = Reading::Known(own);
    // A start and an end beside one of the two: whoever reads both holds them together.
    if own.value.has_hour() && matches!(hour, Field::SignOff(_)) && row.is_span(hour) {
        return dated;
    }
    let stamp = row.stamp(hour, true);
    let (said, agrees) = match (own.value, stamp) {
        (_, Stamp::Nothing) => return dated,
        (Moment::Day(_), stamp @ (Stamp::Broken(_) | Stamp::Clock(_))) => {
            return row.on_day(hour, stamp, &dated);
        }
        // It was reported, and the date has its hour without it.
        (Moment::At(_), Stamp::Broken(_)) => return dated,
        (Moment::Day(day), Stamp::Moment(whole)) if whole.value.date() == day => {
            return Reading::Known(whole);
        }
        (Moment::Day(_), Stamp::Moment(whole)) => (whole.cell, false),
        (Moment::At(_), Stamp::Moment(whole)) => {
            let is_day = whole.value == Moment::Day(own.value.date());
            (whole.cell, is_day || is_same(own.value, whole.value))
        }
        (Moment::At(_), Stamp::Clock(clock)) => {
            let cell = clock.cell;
            let read = row.on_day(hour, Stamp::Clock(clock), &dated);
            // Another zone may put it on another day; the hour is what is compared.
            let agrees = read.value().is_none_or(|read| is_same_hour(own.value, *read));
            (cell, agrees)
        }
    };
    if !agrees {
        tell(row, (date, own.cell), (hour, said));
    }
    dated
}

/// Reports that the hour's column says something else than the date's, which is used.
pub(super) fn tell(row: &mut RowReader<'_>, date: (Field, Cell), hour: (Field, Cell)) {
    let text = |cell: Cell| {
        let written = row.row.cell(cell.column);
        written.map_or_else(String::new, |written| shown(&written.value).into_owned())
    };
    let fact =
        Fact::HourDiffers { date: date.0, hour: hour.0, first: text(date.1), second: text(hour.1) };
    row.report(vec![hour.1, date.1], fact);
}

pub(super) fn is_same(a: Moment, b: Moment) -> bool {
    a.date() == b.date() && is_same_hour(a, b)
}

/// One of them may say the seconds too, as the stamp of a form does.
pub(super) fn is_same_hour(a: Moment, b: Moment) -> bool {
    let (Moment::At(a), Moment::At(b)) = (a, b) else { return false };
    let of_minute = |at: NaiveDateTime| (at.hour(), at.minute());
    of_minute(a) == of_minute(b) && (a.second() == b.second() || a.second() == 0 || b.second() == 0)
}
