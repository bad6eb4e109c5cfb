//! The balance of a month holds whatever the records say.

use proptest::prelude::*;
use tertib::check::Status;
use tertib::report::{Balance, MonthReport, Outcome};

use super::{july, june, report_of, with_weekday};
use crate::office::{Office, step};

fn balance(report: &MonthReport) -> [usize; 8] {
    let Balance { opening, received, again, finished, returned, refused, cancelled, closing } =
        report.balance;
    [opening, received, again, finished, returned, refused, cancelled, closing]
}

/// A request that was returned on 3 June.
fn returned() -> Office {
    Office::new().kept_up_to("P-1", step(3)).at(step(3)).decided("T").with("alasan", "Tanpa NIP")
}

#[test]
fn a_request_that_begins_and_ends_in_a_month_comes_in_and_goes_out() {
    let report = report_of(&Office::new().kept("P-1"), june());
    assert_eq!(balance(&report), [0, 1, 0, 1, 0, 0, 0, 0]);
}

#[test]
fn a_request_is_received_on_tanggal_diterima_before_any_other_date() {
    let office = Office::new().request("P-1").with("tanggal_diterima", "Jumat 31/05/2024");
    let office = (2..=8).fold(office, |office, no| {
        let minute = format!("Senin 03/06/2024 09.{no:02}");
        office.signed("P-1", step(no), "", &minute)
    });
    assert_eq!(balance(&report_of(&office, june())), [1, 0, 0, 1, 0, 0, 0, 0]);
}

#[test]
fn a_request_that_comes_back_in_the_month_of_its_return_is_counted_both_ways() {
    let office = returned()
        .signed("P-1", step(1), "Rabu 05/06/2024 08.00", "Rabu 05/06/2024 08.10")
        .signed("P-1", step(2), "Rabu 05/06/2024 08.20", "Rabu 05/06/2024 08.30");
    let report = report_of(&office, june());
    assert_eq!(balance(&report), [0, 1, 1, 0, 1, 0, 0, 1]);
    assert_eq!(report.running.len(), 1);
    assert!(report.returned.is_empty());
}

#[test]
fn a_request_that_comes_back_a_month_after_its_return_is_no_part_of_what_was_left() {
    let office =
        returned().signed("P-1", step(1), "Rabu 03/07/2024 08.00", "Rabu 03/07/2024 08.10");
    let report = report_of(&office, june());
    assert_eq!(balance(&report), [0, 1, 0, 0, 1, 0, 0, 0]);
    assert_eq!(report.returned[0].reason.as_deref(), Some("Tanpa NIP"));
    assert_eq!(balance(&report_of(&office, july())), [0, 0, 1, 0, 0, 0, 0, 1]);
}

#[test]
fn a_request_that_went_on_after_a_return_without_a_new_round_is_in_hand_again() {
    let office =
        returned().signed("P-1", step(4), "Rabu 03/07/2024 08.00", "Rabu 03/07/2024 08.10");
    assert_eq!(balance(&report_of(&office, july())), [0, 0, 1, 0, 0, 0, 0, 1]);
}

#[test]
fn a_request_that_was_refused_does_not_come_back_whatever_is_signed_later() {
    let office = returned().decided("Ditolak");
    let office =
        office.signed("P-1", step(4), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.10");
    assert_eq!(balance(&report_of(&office, june())), [0, 1, 0, 0, 0, 1, 0, 0]);
}

#[test]
fn a_cancellation_in_the_month_of_the_return_counts_instead_of_it() {
    let office = Office::new().request("P-1").with("tanggal_batal", "Kamis 06/06/2024");
    let office = office
        .signed("P-1", step(3), "Senin 03/06/2024 08.40", "Senin 03/06/2024 09.00")
        .decided("T");
    assert_eq!(balance(&report_of(&office, june())), [0, 1, 0, 0, 0, 0, 1, 0]);
}

#[test]
fn a_cancellation_a_month_after_the_return_is_named_beside_the_balance() {
    let office = Office::new().request("P-1").with("tanggal_batal", "Kamis 04/07/2024");
    let office = office
        .signed("P-1", step(3), "Senin 03/06/2024 08.40", "Senin 03/06/2024 09.00")
        .decided("T");
    let report = report_of(&office, july());
    assert_eq!(balance(&report), [0; 8]);
    assert_eq!(&*report.aside[0].0, "P-1");
}

#[test]
fn a_request_whose_data_are_to_be_mended_is_among_what_is_left() {
    let office = Office::new().signed("P-1", step(2), "?", "?");
    let report = report_of(&office, june());
    assert_eq!(balance(&report), [0, 1, 0, 0, 0, 0, 0, 1]);
    assert!(report.running[0].to_mend);
}

#[test]
fn a_request_without_any_date_is_listed_and_not_counted() {
    let office = Office::new().request("P-1").without_letter();
    let report = report_of(&office, june());
    assert_eq!(balance(&report), [0; 8]);
    assert_eq!(report.aside.len(), 1);
}

#[test]
fn a_request_outside_the_sop_is_counted_apart() {
    let office = Office::new().request("P-1").with("jenis", "pencabutan");
    let report = report_of(&office, june());
    assert_eq!(balance(&report), [0; 8]);
    assert_eq!(report.outside.len(), 1);
}

#[test]
fn a_request_received_after_the_month_is_no_part_of_it() {
    let office = Office::new().request("P-1").with("tanggal_surat", "Senin 01/07/2024");
    let report = report_of(&office, june());
    assert_eq!(balance(&report), [0; 8]);
    assert!(report.aside.is_empty() && report.running.is_empty());
}

/// A cell of a date that may lie in any of four months, be empty or unreadable.
fn any_date() -> impl Strategy<Value = String> {
    let day = (0_u64..120, 7_u32..17, 0_u32..60).prop_map(|(day, hour, minute)| {
        let date =
            chrono::NaiveDate::from_ymd_opt(2024, 5, 1).expect("a day") + chrono::Days::new(day);
        with_weekday(&format!("{} {hour:02}.{minute:02}", date.format("%d/%m/%Y")))
    });
    let whole_day = day
        .clone()
        .prop_map(|at| at.rsplit_once(' ').map_or_else(String::new, |(day, _)| day.to_owned()));
    prop_oneof![6 => day, 2 => whole_day, 1 => Just(String::new()), 1 => Just("?".to_owned())]
}

type Told = (u8, u32, String, String, &'static str);

fn any_story() -> impl Strategy<Value = (Vec<Told>, Vec<(String, String, String)>)> {
    let row = (
        0_u8..4,
        1_u32..=8,
        any_date(),
        any_date(),
        prop::sample::select(vec!["Y", "T", "T", "Ditolak", ""]),
    );
    let request = (
        prop_oneof![2 => Just(String::new()), 1 => any_date()],
        prop_oneof![1 => Just(String::new()), 3 => any_date()],
        prop_oneof![4 => Just(String::new()), 1 => any_date()],
    );
    (prop::collection::vec(row, 0..24), prop::collection::vec(request, 4))
}

fn story(rows: &[Told], requests: &[(String, String, String)]) -> Office {
    let mut office = Office::new();
    for (no, (received, letter, cancelled)) in requests.iter().enumerate() {
        // The date of a letter has no hour.
        let letter = letter.split(' ').take(2).collect::<Vec<_>>().join(" ");
        office = office
            .request(&format!("P-{no}"))
            .with("tanggal_diterima", received)
            .with("tanggal_surat", &letter)
            .with("tanggal_batal", cancelled);
    }
    rows.iter().fold(office, |office, (of, no, started, ended, decision)| {
        office.signed(&format!("P-{of}"), step(*no), started, ended).with("hasil", decision)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_balance_of_every_month_holds_and_agrees_with_the_requests((rows, requests) in any_story()) {
        let office = story(&rows, &requests);
        let report = report_of(&office, july());
        let all = || report.before.iter().map(|month| month.balance).chain([report.balance]);
        for balance in all() {
            prop_assert_eq!(balance.handled(), balance.left() + balance.closing);
        }
        for (earlier, later) in all().zip(all().skip(1)) {
            prop_assert_eq!(earlier.closing, later.opening);
        }
        prop_assert_eq!(report.running.len(), report.balance.closing);
        prop_assert_eq!(report.requests.len(), report.balance.handled());
        let left = |outcome| report.requests.iter().filter(|line| line.left.is_some_and(|(_, of)| of == outcome)).count();
        prop_assert_eq!(left(Outcome::Selesai), report.balance.finished);
        prop_assert!(report.overall.finished <= report.balance.finished);
    }

    #[test]
    fn what_is_left_is_what_the_status_of_the_requests_says((rows, requests) in any_story()) {
        let office = story(&rows, &requests);
        let end = july().end().format("%d/%m/%Y %H.%M.%S").to_string();
        let checked = office.clone().as_of(&with_weekday(&end)).check();
        let report = report_of(&office, july());
        let stands = |number: &str| report.running.iter().any(|one| &*one.number == number);
        let counted = |number: &str| {
            stands(number)
                || report.requests.iter().any(|line| &*line.number == number)
                || report.returned.iter().any(|one| &*one.number == number)
        };
        for judged in &checked.cases {
            let number = &*judged.case.number;
            let open = matches!(judged.history.status, Status::DalamProses | Status::PerluPerbaikan);
            if counted(number) {
                prop_assert_eq!(stands(number), open, "{} {:?}", number, judged.history.status);
            }
        }
    }
}
