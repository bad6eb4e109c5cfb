//! What holds of every request, whatever was signed and in whatever order of rows.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use proptest::prelude::*;
use tertib::calendar::wording;

use crate::office::{ANGGOTA, Checked, KETUA, Office, PEMOHON, step};

/// A sign-off of a story that nobody thought up.
#[derive(Debug, Clone)]
struct Deed {
    step: u32,
    actor: &'static str,
    /// Minutes since Monday morning.
    ended: i64,
    took: Option<i64>,
    decision: &'static str,
    application: &'static str,
}

fn moment(minutes: i64) -> NaiveDateTime {
    let monday = NaiveDate::from_ymd_opt(2024, 6, 3).expect("a Monday");
    monday.and_hms_opt(7, 0, 0).expect("an hour") + TimeDelta::minutes(minutes)
}

fn written(at: NaiveDateTime) -> String {
    let named = wording::day_and_date(at.date());
    let weekday = named.split(',').next().expect("a weekday");
    format!("{weekday} {}", at.format("%d/%m/%Y %H.%M.%S"))
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    // No two end together: each has its own ten minutes of two weeks.
    prop::collection::btree_set(0_i64..2000, 0..14).prop_flat_map(|slots| {
        let deeds: Vec<_> = slots.into_iter().map(|slot| deed(slot * 10)).collect();
        deeds.prop_shuffle()
    })
}

fn deed(ended: i64) -> impl Strategy<Value = Deed> {
    (
        1_u32..=8,
        prop::sample::select(vec![KETUA, ANGGOTA, ANGGOTA, PEMOHON, "Sinta Maharani"]),
        prop::option::weighted(0.8, 0_i64..600),
        prop::sample::select(vec!["Y", "Y", "T", "", "Ditolak"]),
        prop::sample::select(vec!["", "", "SIMPEG", "SIPKA"]),
    )
        .prop_map(move |(step, actor, took, decision, application)| Deed {
            step,
            actor,
            ended,
            took,
            decision,
            application,
        })
}

fn tell(deeds: &[Deed]) -> Checked {
    let office = Office::new().request("P-1").as_of("Senin 01/07/2024");
    let office = deeds.iter().fold(office, |office, deed| {
        let ended = moment(deed.ended);
        let started = deed.took.map(|took| written(ended - TimeDelta::minutes(took)));
        office
            .signed("P-1", step(deed.step), started.as_deref().unwrap_or(""), &written(ended))
            .by(deed.actor)
            .decided(deed.decision)
            .with("aplikasi", deed.application)
    });
    office.check()
}

/// All that is said of a request but where it stands in the sheet.
fn said(checked: &Checked) -> impl PartialEq + std::fmt::Debug + use<> {
    let history = checked.history("P-1");
    let steps: Vec<_> = history
        .entries
        .iter()
        .map(|e| (e.round, e.step, e.started, e.ended, e.decision, e.worked(), e.waited, e.on_time))
        .collect();
    // Findings of one code and step stand in the order of their cells.
    let mut messages: Vec<_> = checked.told.iter().map(|told| told.message.clone()).collect();
    messages.sort_unstable();
    let verdict = (history.status, history.verdict, history.worked, history.next_step);
    (checked.codes("P-1"), messages, verdict, steps)
}

/// Cells that may hold anything that reading lets through.
fn any_moment() -> impl Strategy<Value = String> {
    let at = (0_i64..40_000).prop_map(|minutes| written(moment(minutes)));
    let day = (0_i64..40_000).prop_map(|minutes| {
        let at = written(moment(minutes));
        at.rsplit_once(' ').map_or_else(String::new, |(day, _)| day.to_owned())
    });
    let outside = Just("Senin 03/01/2028 08.00".to_owned());
    prop_oneof![
        4 => at,
        2 => day,
        1 => Just(String::new()),
        1 => Just("?".to_owned()),
        1 => outside,
    ]
}

type AnyCells = (&'static str, String, String, String, &'static str, &'static str, &'static str);

fn any_cells() -> impl Strategy<Value = AnyCells> {
    (
        prop::sample::select(vec!["1", "2", "3", "3", "4", "5", "6", "6", "7", "8", "?"]),
        any_moment(),
        any_moment(),
        prop_oneof![3 => Just(String::new()), 1 => any_moment()],
        prop::sample::select(vec!["Y", "T", "Ditolak", "", "?"]),
        prop::sample::select(vec![KETUA, ANGGOTA, PEMOHON, "Pemohon", "", "?"]),
        prop::sample::select(vec!["v", "", "belum"]),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_changes_nothing_where_no_two_end_together(deeds in deeds()) {
        let mut in_order = deeds.clone();
        in_order.sort_by_key(|deed| deed.ended);
        prop_assert_eq!(said(&tell(&deeds)), said(&tell(&in_order)));
    }

    #[test]
    fn the_time_of_a_request_is_the_sum_of_its_steps_or_not_known(deeds in deeds()) {
        let checked = tell(&deeds);
        let history = checked.history("P-1");
        let steps: Option<Vec<i64>> = history.entries.iter().map(|entry| entry.worked()).collect();
        prop_assert_eq!(history.worked, steps.map(|steps| steps.iter().sum()));
        prop_assert!(history.worked.is_none_or(|worked| worked == history.worked_at_least));
        for entry in &history.entries {
            let late = entry.worked().map(|worked| worked > entry.target);
            prop_assert!(late.is_none() || entry.on_time == late.map(|late| !late));
        }
    }

    #[test]
    fn no_records_however_strange_stop_a_run(rows in prop::collection::vec(any_cells(), 0..16)) {
        let office = Office::new().request("P-1").as_of("Senin 17/06/2024 09.00");
        let office = rows.iter().fold(office, |office, row| {
            let (no, started, ended, planned, decision, actor, paraf) = row;
            office
                .signed("P-1", step(4), started, ended)
                .with("langkah", no)
                .with("dijadwalkan", planned)
                .with("hasil", decision)
                .with("paraf", paraf)
                .by(actor)
        });
        let checked = office.check();
        let history = checked.history("P-1");
        // A story that is closed waits for nobody.
        prop_assert!(!history.is_closed() || history.next_step.is_none());
        let verdict = history.verdict;
        let is_late = checked.codes("P-1").contains(&"W01");
        prop_assert_eq!(verdict.on_time == Some(false), is_late);
        prop_assert!(!is_late || verdict.kept == Some(false));
        prop_assert!(!(history.flawed && verdict.kept == Some(true)));
        prop_assert!(!checked.told().is_empty() || checked.codes("P-1").is_empty());
    }
}
