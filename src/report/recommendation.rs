//! What the figures of a month suggest, by stated rules (*rekomendasi*).
//!
//! No rule weighs or guesses: each fires at a bound that the report prints beside it,
//! and names the figure that it rests on. Where none fires, the report says so.

use super::balance::Balance;
use super::month::MonthReport;
use super::share::Share;
use crate::diagnostic::Code;

/// A step is told of where more than so many percent of it were late, …
const LATE_PERCENT: usize = 20;
/// … and at least so many times: one slip is no pattern.
const LATE_COUNT: usize = 2;
/// Of the requests that were in hand, more than so many percent were returned.
const RETURNED_PERCENT: usize = 20;
const RETURNED_COUNT: usize = 2;
/// More than so many percent of the signed steps cannot be judged.
const UNJUDGED_PERCENT: usize = 10;

/// A recommendation with the figures it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recommendation {
    StepOftenLate {
        step: u32,
        name: String,
        late: Share,
    },
    RestGrew {
        opening: usize,
        closing: usize,
    },
    Overdue {
        overdue: Share,
        numbers: Vec<String>,
    },
    OftenReturned {
        returned: Share,
    },
    OftenUnjudged {
        unjudged: Share,
    },
    /// A finding of the month for which there is a standing remedy.
    Found {
        code: Code,
        count: usize,
    },
    DataToMend {
        count: usize,
    },
}

/// The findings that lead to a recommendation by themselves, in the order of gravity.
const REMEDIED: [Code; 8] =
    [Code::L01, Code::L04, Code::L05, Code::P01, Code::P02, Code::P04, Code::K01, Code::K02];

/// All that follow from the figures, in the order in which they are told.
pub fn recommend(report: &MonthReport) -> Vec<Recommendation> {
    let mut found = Vec::new();
    for figures in &report.steps {
        let late = Share::new(figures.judged.late, figures.judged.late + figures.judged.on_time);
        if late.part >= LATE_COUNT && late.exceeds(LATE_PERCENT) {
            let name = figures.name.clone();
            found.push(Recommendation::StepOftenLate { step: figures.no, name, late });
        }
    }
    let Balance { opening, closing, returned, .. } = report.balance;
    if closing > opening {
        found.push(Recommendation::RestGrew { opening, closing });
    }
    let overdue: Vec<String> = report
        .running
        .iter()
        .filter(|request| request.overdue)
        .map(|request| request.number.to_string())
        .collect();
    if !overdue.is_empty() {
        let share = Share::new(overdue.len(), report.running.len());
        found.push(Recommendation::Overdue { overdue: share, numbers: overdue });
    }
    let returned = Share::new(returned, report.balance.handled());
    if returned.part >= RETURNED_COUNT && returned.exceeds(RETURNED_PERCENT) {
        found.push(Recommendation::OftenReturned { returned });
    }
    let signed = report.steps.iter().map(|figures| figures.judged.all()).sum();
    let unjudged = Share::new(report.unjudged.len(), signed);
    if unjudged.exceeds(UNJUDGED_PERCENT) {
        found.push(Recommendation::OftenUnjudged { unjudged });
    }
    let count_of = |code: Code| {
        report.findings.iter().find(|counted| counted.code == code).map_or(0, |found| found.count)
    };
    for code in REMEDIED {
        let count = count_of(code);
        if count > 0 {
            found.push(Recommendation::Found { code, count });
        }
    }
    let to_mend = report.running.iter().filter(|request| request.to_mend).count();
    if to_mend > 0 {
        found.push(Recommendation::DataToMend { count: to_mend });
    }
    found
}

/// The rules, as the report prints them.
pub fn rules_in_words() -> String {
    format!(
        "Rekomendasi disusun dengan aturan tetap: langkah yang terlambat sedikitnya {LATE_COUNT} kali dan lebih dari {LATE_PERCENT}% \
         dari yang dapat dinilai; sisa akhir lebih banyak daripada sisa awal; permohonan berjalan melewati batas tunggu; \
         pengembalian sedikitnya {RETURNED_COUNT} dan lebih dari {RETURNED_PERCENT}% dari permohonan yang ditangani; \
         langkah yang tidak dapat dinilai lebih dari {UNJUDGED_PERCENT}%; data yang perlu diperbaiki; \
         serta setiap temuan {}.",
        REMEDIED.map(Code::name).join(", ")
    )
}
