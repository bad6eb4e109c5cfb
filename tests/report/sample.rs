//! The sample office, month by month.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use tertib::desk::{self, Choices, Examination};
use tertib::press::{Pages, Press, Templates};
use tertib::report::{self, Issue, Month, MonthReport};

use super::faces::pages_of;
use super::{july, june};

fn examined(month: Month) -> Examination {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kantor");
    let choices = Choices {
        folder: Some(folder),
        as_of: Some(month.end()),
        here: PathBuf::from("."),
        now: DateTime::<Utc>::UNIX_EPOCH,
        program: None,
    };
    desk::check(&choices, &[]).expect("the sample office can be examined")
}

fn reported(month: Month) -> MonthReport {
    let examined = examined(month);
    report::month(&examined.cases, &examined.folder.rules(), &examined.findings, month)
}

#[test]
fn the_rest_of_one_month_of_the_sample_is_the_opening_of_the_next() {
    let (june, july) = (reported(june()), reported(july()));
    assert_eq!(june.balance.closing, july.balance.opening);
    assert_eq!(july.before.last().map(|month| month.balance), Some(june.balance));
    assert!(june.before.is_empty(), "the sample begins in June");
    assert!(june.balance.finished > 0 && july.balance.finished > 0);
}

#[test]
fn what_is_in_hand_or_waits_is_listed_as_often_as_it_is_counted() {
    for month in [june(), july()] {
        let report = reported(month);
        assert_eq!(report.running.len(), report.balance.closing);
        assert_eq!(report.requests.len(), report.balance.handled());
        let signed: usize = report.steps.iter().map(|step| step.judged.all()).sum();
        assert_eq!(report.signed.len(), signed);
        let late: usize = report.steps.iter().map(|step| step.judged.late).sum();
        assert_eq!(report.late.len(), late);
    }
}

#[test]
fn on_paper_a_figure_keeps_its_unit_and_a_note_its_table() {
    let press = Press::new(&Templates::built_in()).unwrap();
    for month in [june(), july()] {
        let report = reported(month);
        let pdf = report::pdf(&report, &press, Issue::default()).unwrap().pdf;
        let Some(text) = pages_of(&pdf) else { return };
        // The axis of the chart names its unit.
        let torn =
            text.lines().filter(|line| line.starts_with("menit") || line.starts_with("detik"));
        assert_eq!(torn.collect::<Vec<_>>(), ["menit"], "{text}");
        let pages: Vec<&str> = text.split('\u{c}').collect();
        let page_of = |words: &str| pages.iter().position(|page| page.contains(words));
        let trend = page_of("Perkembangan antarbulan");
        assert!(trend.is_some() && trend == page_of("Angka bulan-bulan sebelumnya"), "{text}");
    }
}

/// Prints the sample to the folder that `TERTIB_CONTOH` names, for the eye.
#[test]
fn the_sample_prints_in_all_three_faces() {
    let press = Press::new(&Templates::built_in()).unwrap();
    let pages = Pages::new(&Templates::built_in()).unwrap();
    let target = std::env::var_os("TERTIB_CONTOH").map(PathBuf::from);
    for month in [june(), july()] {
        let report = reported(month);
        let pdf = report::pdf(&report, &press, Issue::default()).unwrap();
        assert!(pdf.unprintable.is_empty(), "{:?}", pdf.unprintable);
        let workbook = report::workbook(&report).unwrap();
        let html = report::html(&report, &pages).unwrap();
        if let Some(folder) = &target {
            let file = |end: &str| folder.join(format!("{}.{end}", month.key()));
            std::fs::write(file("pdf"), &pdf.pdf).unwrap();
            std::fs::write(file("xlsx"), &workbook).unwrap();
            std::fs::write(file("html"), &html).unwrap();
        }
    }
}
