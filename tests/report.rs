//! The monthly report from outside: an office in a few words, its month in figures, and
//! the three faces read back as a stranger would read them.

#[path = "report/balance.rs"]
mod balance;
#[path = "report/faces.rs"]
mod faces;
#[path = "report/figures.rs"]
mod figures;
#[path = "report/sample.rs"]
mod sample;

use std::sync::LazyLock;

use tertib::calendar::{SECONDS_OF_WORKING_DAY, WorkingCalendar};
use tertib::check::Rules;
use tertib::report::{self, Month, MonthReport};
use tertib::sop::{Definition, Versions};

use crate::office::{Office, when};

static SOP: LazyLock<Definition> = LazyLock::new(|| Definition::builtin().expect("built-in SOP"));
static VERSIONS: LazyLock<Versions> = LazyLock::new(|| Versions::only(SOP.clone()));
static CALENDAR: LazyLock<WorkingCalendar> =
    LazyLock::new(|| WorkingCalendar::load(None).expect("built-in calendar"));

pub fn june() -> Month {
    Month::new(2024, 6).expect("a month")
}

pub fn july() -> Month {
    Month::new(2024, 7).expect("a month")
}

/// The report of a month as of its end, in an office with more in its tertib.toml.
pub fn report_with(story: &Office, toml: &str, month: Month) -> MonthReport {
    let end = month.end();
    report_as_of(story, toml, month, &end.format("%d/%m/%Y %H.%M.%S").to_string())
}

pub fn report_of(story: &Office, month: Month) -> MonthReport {
    report_with(story, "", month)
}

/// The report of a month as of a moment in it, written without its weekday.
pub fn report_as_of(story: &Office, toml: &str, month: Month, at: &str) -> MonthReport {
    let at = with_weekday(at);
    let checked = story.clone().toml(toml).as_of(&at).check();
    let text = format!("[instansi]\nnama = \"Pusat Contoh\"\n{toml}");
    let office = tertib::office::Office::parse("tertib.toml", &text).expect("a tertib.toml");
    let rules = Rules {
        sop: &SOP,
        versions: &VERSIONS,
        calendar: &CALENDAR,
        office: &office,
        as_of: when(&at).latest(),
        wait_limit: SECONDS_OF_WORKING_DAY,
    };
    report::month(&checked.cases, &rules, &checked.told, month)
}

/// The builder of offices wants a weekday with each date.
pub fn with_weekday(at: &str) -> String {
    let date = at.split(' ').next().expect("a date");
    let day = chrono::NaiveDate::parse_from_str(date, "%d/%m/%Y").expect("a date of the calendar");
    let weekday = tertib::calendar::wording::weekday(chrono::Datelike::weekday(&day));
    format!("{weekday} {at}")
}
