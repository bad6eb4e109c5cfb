//! The month for the head of the centre (*Kepala Pusat*): computed once, drawn three
//! times.
//!
//! [`month`] makes all figures as data. [`sections`](section::sections) lays them out
//! as sentences, tables and charts; paper, workbook and browser page draw those same
//! tables, so that they cannot differ. Where nothing happened the report says so,
//! rather than claim nought or a hundred percent.

mod balance;
mod calendar_month;
mod chart;
mod drawing;
mod evidence;
mod executor;
mod figures;
mod html;
mod listed;
mod month;
mod particulars;
mod pdf;
mod performance;
mod recommendation;
mod row;
mod section;
mod share;
mod signature;
mod stay;
mod step_names;
mod summary;
mod table;
mod workbook;

use crate::press::{Pages, Press, PressProblem, Printed};

pub use balance::Balance;
pub use calendar_month::Month;
pub use listed::{Aside, LateStep, OutsideRequest, ReturnedRequest, RunningRequest, UnjudgedStep};
pub use month::{CodeCount, MonthFigures, MonthReport, month};
pub use pdf::Issue;
pub use performance::{ExecutorFigures, GroupFigures, Judgement, Overall, StepFigures};
pub use recommendation::Recommendation;
pub use row::{Came, RequestLine, StepLine};
pub use section::{Section, sections};
pub use share::{Durations, Share};
pub use signature::{KIND, Signature};
pub use stay::{Outcome, Stay};
pub use table::{Cell, Table};

/// The report on paper, with its record inside (PDF/A-3a, PDF/UA-1).
///
/// # Errors
/// What the press has against the template.
pub fn pdf(
    report: &MonthReport,
    press: &Press,
    issue: Issue<'_>,
) -> Result<Printed, Vec<PressProblem>> {
    pdf::print(report, press, issue)
}

/// The record that the PDF carries and its check line digests.
///
/// # Errors
/// It cannot be written as JSON.
pub fn record(report: &MonthReport, issue: Issue<'_>) -> Result<String, Vec<PressProblem>> {
    pdf::record_of(report, issue)
}

/// The report as a workbook with the rows behind each figure.
///
/// # Errors
/// A value that a workbook cannot hold.
pub fn workbook(report: &MonthReport) -> Result<Vec<u8>, PressProblem> {
    workbook::write(report)
}

/// The report as one file for a browser, without network.
///
/// # Errors
/// What the press has against the template.
pub fn html(report: &MonthReport, pages: &Pages) -> Result<String, Vec<PressProblem>> {
    html::render(report, pages)
}
