//! The figures of a month, on offices small enough to count by hand.

use tertib::report::{Recommendation, Share, sections};

use super::{june, report_of, report_with};
use crate::office::{ANGGOTA, Office, step};

#[test]
fn a_month_without_a_request_says_so_and_claims_no_percentage() {
    let report = report_of(&Office::new(), june());
    let text = format!("{:?}", sections(&report));
    assert!(text.contains("Pada Juni 2024 tidak ada permohonan yang masuk"), "{text}");
    assert!(text.contains("Tidak ada rekomendasi"), "{text}");
    let words = words_of(&report);
    assert!(words.contains("tidak ada data"), "{words}");
    assert!(!words.contains('%'), "{words}");
}

#[test]
fn a_month_in_which_requests_only_run_has_no_figures_of_time() {
    let report = report_of(&Office::new().kept_up_to("P-1", step(4)), june());
    assert_eq!((report.overall.finished, report.running.len()), (0, 1));
    assert!(report.steps.iter().all(|step| step.durations.is_none()));
    assert!(!words_of(&report).contains('%'));
    assert_eq!(report.running[0].next_step, Some(5));
}

#[test]
fn a_late_step_is_listed_with_its_excess_and_the_reason_of_its_sign_off() {
    let office = Office::new()
        .kept("P-1")
        .at(step(3))
        .times("Senin 03/06/2024 08.35", "Senin 03/06/2024 09.06")
        .with("kendala", "Berkas menyusul")
        .kept("P-2");
    let report = report_of(&office, june());
    let [late] = report.late.as_slice() else { panic!("{:?}", report.late) };
    assert_eq!((&*late.number, late.step, late.took, late.target), ("P-1", 3, 1860, 1800));
    assert_eq!(late.reason.as_deref(), Some("Berkas menyusul"));
    let verification = report.steps.iter().find(|step| step.no == 3).unwrap();
    assert_eq!(verification.judged.kept(), Share::new(1, 2));
    let durations = verification.durations.unwrap();
    // 20 and 31 minutes.
    assert_eq!((durations.median, durations.ninth_decile, durations.longest), (1530, 1860, 1860));
    assert_eq!(report.overall.judged.kept(), Share::new(1, 2));
}

#[test]
fn what_cannot_be_judged_is_neither_on_time_nor_late() {
    let office = Office::new().kept("P-1").at(step(4)).with("mulai", "Senin 03/06/2024");
    let office = office.with("selesai", "Senin 03/06/2024");
    let report = report_of(&office, june());
    let creation = report.steps.iter().find(|step| step.no == 4).unwrap();
    assert_eq!(creation.judged.kept(), Share::new(0, 0));
    assert_eq!((creation.judged.unjudged, report.unjudged.len()), (1, 1));
    assert_eq!(report.overall.judged.kept(), Share::new(0, 0));
}

#[test]
fn no_sentence_of_the_summary_begins_with_a_figure() {
    let office =
        Office::new().kept("P-1").kept("P-2").at(step(4)).with("mulai", "Senin 03/06/2024");
    let report = report_of(&office.with("selesai", "Senin 03/06/2024"), june());
    let sections = sections(&report);
    let told: Vec<&str> = sections[0].paragraphs.iter().map(String::as_str).collect();
    assert_eq!(
        told,
        [
            "Pada Juni 2024 masuk 2 permohonan baru dan 0 permohonan masuk kembali; sisa dari bulan \
             sebelumnya 0. Dari semuanya, 2 selesai, 0 dikembalikan kepada pemohon, 0 ditolak, dan 0 \
             dibatalkan; 0 masih berjalan.",
            "Permohonan yang selesai tepat waktu: 1 dari 1 (100%); 1 tidak dapat dinilai.",
        ]
    );
}

#[test]
fn executors_are_told_by_initials_unless_the_office_chose_names() {
    let office = Office::new().kept("P-1");
    let names = |toml: &str| -> Vec<String> {
        let report = report_with(&office, toml, june());
        report.executors.into_iter().filter_map(|one| one.name).collect()
    };
    assert_eq!(names(""), ["H.W.", "R.W."]);
    assert_eq!(names("[laporan]\npelaksana = \"nama\"\n"), ["Hendra Wijaya", ANGGOTA]);
}

#[test]
fn two_executors_with_the_same_initials_are_told_apart() {
    let office = Office::new().staff("Rudi Winarno", "anggota_tim").kept("P-1");
    let report = report_of(&office.at(step(4)).by("Rudi Winarno"), june());
    let names: Vec<_> = report.executors.iter().filter_map(|one| one.name.as_deref()).collect();
    assert_eq!(names, ["H.W.", "R.W. (1)", "R.W. (2)"]);
}

#[test]
fn a_request_for_two_applications_counts_for_each_but_once_in_its_unit() {
    let office = Office::new().kept("P-1").request("P-1").with("aplikasi", "CACT");
    let report = report_of(&office, june());
    let names: Vec<_> = report.applications.iter().map(|one| one.name.as_deref()).collect();
    assert_eq!(names, [Some("CACT"), Some("SIMPEG")]);
    assert_eq!((report.units.len(), report.units[0].finished), (1, 1));
}

#[test]
fn a_recommendation_names_the_figure_that_it_rests_on() {
    let late = |office: Office, number: &str| {
        let office = office.kept(number).at(step(3));
        office.times("Senin 03/06/2024 08.35", "Senin 03/06/2024 09.06")
    };
    let one = report_of(&late(Office::new(), "P-1"), june());
    assert!(one.recommendations.is_empty(), "{:?}", one.recommendations);
    let two = report_of(&late(late(Office::new(), "P-1"), "P-2"), june());
    let [Recommendation::StepOftenLate { step: 3, late, .. }] = two.recommendations.as_slice()
    else {
        panic!("{:?}", two.recommendations)
    };
    assert_eq!(*late, Share::new(2, 2));
}

#[test]
fn the_head_of_the_centre_signs_and_an_unknown_one_is_left_to_be_filled_in() {
    let office = Office::new();
    let unknown = report_of(&office, june()).formalities.signer;
    assert_eq!((unknown.post.as_str(), unknown.name), ("Kepala Pusat Contoh", None));
    let toml = "[[pejabat]]\njabatan = \"Sekretaris\"\nnama = \"Sari Lestari\"\nsebagai = \"Plt.\"\n\
                [tanda_tangan.laporan-bulanan]\npenanda = \"Sekretaris\"\n";
    let known = report_with(&office, toml, june()).formalities.signer;
    assert_eq!(
        (known.post.as_str(), known.name.as_deref()),
        ("Plt. Sekretaris", Some("Sari Lestari"))
    );
}

fn words_of(report: &tertib::report::MonthReport) -> String {
    let tables = sections(report).into_iter().flat_map(|section| section.tables);
    let cells = tables.flat_map(|table| table.rows).flat_map(|row| row.cells);
    cells.map(|cell| cell.words()).collect::<Vec<_>>().join("\n")
}
