//! `tertib periksa`: which files it reads, as of when, and its exit status.

use std::fs;

use super::folder::{Folder, REQUESTS, SIGN_OFFS, in_repository, is_as_kept, request, signed};

/// A clean request of which step 2 is signed.
fn clean() -> Folder {
    let ratih = "Ratih Maheswari";
    let rows = [signed("A-1", "2", ratih, ["28/06/2024 07.40", "28/06/2024 07.50"], "")];
    Folder::office()
        .book("data/p.xlsx", &[("Permohonan", &REQUESTS, &[request("A-1")])])
        .book("data/k.xlsx", &[("Kendali", &SIGN_OFFS, &rows)])
}

#[test]
fn the_findings_stand_by_request_and_the_summary_last() {
    is_as_kept("periksa_kantor_kecil", &Folder::small().conversation(&[&["periksa"]]));
}

#[test]
fn an_office_in_which_all_is_well_ends_with_0() {
    is_as_kept("periksa_bersih", &clean().tertib(&["periksa"]).ends_with(0).whole());
}

#[test]
fn a_warning_alone_does_not_change_the_exit_status() {
    let told = clean().tertib(&["periksa", "--per", "2024-07-14"]).ends_with(0);
    assert!(told.out.contains("(W06)"), "{}", told.whole());
}

#[test]
fn a_mistake_in_the_data_or_a_breach_of_the_sop_ends_with_1() {
    for (ended, code) in [("28/06/2024 07.56", "(W01)"), ("kemarin", "(D03)")] {
        let rows = [signed("A-1", "2", "Ratih Maheswari", ["28/06/2024 07.40", ended], "")];
        let office = clean().book("data/k.xlsx", &[("Kendali", &SIGN_OFFS, &rows)]);
        let told = office.tertib(&["periksa"]).ends_with(1);
        assert!(told.out.contains(code), "{}", told.whole());
        assert_eq!(office.tertib(&["status"]).status, Some(0), "a view says what there is");
        assert_eq!(office.tertib(&["jelaskan", "A-1"]).status, Some(0));
    }
}

#[test]
fn an_office_without_a_workbook_is_told_so() {
    let office = Folder::office();
    let without_folder = office.tertib(&["periksa"]);
    is_as_kept("periksa_tanpa_buku", &without_folder.whole());
    fs::create_dir(office.path("data")).expect("a folder");
    assert_eq!(office.tertib(&["periksa"]), without_folder);
}

#[test]
fn lock_files_dot_files_and_folders_put_aside_are_passed_over() {
    let office = clean();
    let before = office.tertib(&["periksa", "-v"]).ends_with(0);
    let office = office
        .with("data/~$k.xlsx", "kunci Excel")
        .with("data/.~lock.k.xlsx#", "kunci LibreOffice")
        .with("data/_arsip/rusak.xlsx", "bukan buku kerja")
        .with("data/2024/_lama/rusak.xlsx", "bukan buku kerja");
    assert_eq!(office.tertib(&["periksa", "-v"]), before);
}

#[test]
fn every_other_file_at_any_depth_is_read() {
    let office = clean().with("data/2024/Kantor Wilayah/rusak.xlsx", "bukan buku kerja");
    let told = office.tertib(&["periksa"]).ends_with(1);
    assert!(told.out.contains("──▶ data/2024/Kantor Wilayah/rusak.xlsx"), "{}", told.whole());
}

#[test]
fn only_the_files_that_are_named_are_read() {
    let office = Folder::small().with("data/rusak.xlsx", "bukan buku kerja");
    let said = office.conversation(&[
        &["periksa", "-v", "data/permohonan.xlsx"],
        &["periksa", "data/kendali.xlsx"],
    ]);
    is_as_kept("periksa_berkas", &said);
    let absolute = office.path("data/permohonan.xlsx").to_string_lossy().into_owned();
    let named = office.tertib(&["periksa", "data/permohonan.xlsx"]);
    assert_eq!(office.tertib(&["periksa", &absolute]), named, "shown below the folder");
    assert_eq!(office.tertib_below("data", &["periksa", "permohonan.xlsx"]), named);
}

#[test]
fn a_named_file_that_is_missing_ends_with_2_and_the_rest_is_examined() {
    let office = clean();
    let told = office.tertib(&["periksa", "data/p.xlsx", "data/tidak ada.xlsx"]).ends_with(2);
    is_as_kept("periksa_berkas_hilang", &told.whole());
    assert_eq!(office.tertib(&["periksa", "data"]).status, Some(1), "a folder is no workbook");
}

#[test]
fn the_moment_asked_for_wins_over_that_of_the_office_which_wins_over_now() {
    let office = clean();
    let state = |arguments: &[&str]| {
        let told = office.tertib(&[&["periksa"], arguments].concat()).ends_with(0);
        let line = told.out.lines().find(|line| line.starts_with("Keadaan pada"));
        line.expect("the summary says as of when").to_owned()
    };
    assert_eq!(state(&[]), "Keadaan pada Jumat, 28 Juni 2024 pukul 08.00 WIB");
    let asked = state(&["--per", "2024-06-27 07:45"]);
    assert_eq!(asked, "Keadaan pada Kamis, 27 Juni 2024 pukul 07.45 WIB");
    let day = state(&["--per", "2024-06-28"]);
    assert_eq!(day, "Keadaan pada Jumat, 28 Juni 2024 pukul 23.59.59 WIB");
}

#[test]
fn what_is_later_than_that_moment_has_not_happened() {
    let told = clean().tertib(&["periksa", "--per", "2024-06-28 07:45"]).ends_with(0);
    assert!(told.out.contains("(D12)"), "{}", told.whole());
    let told = clean().tertib(&["periksa", "--per", "2024-06-28 07:50"]).ends_with(0);
    assert!(!told.out.contains("(D12)"), "{}", told.whole());
}

#[test]
fn quiet_leaves_out_messages_but_no_finding_and_no_error() {
    let office = Folder::small();
    let told = office.tertib(&["periksa", "-v"]);
    let quiet = office.tertib(&["periksa", "-v", "--senyap"]);
    assert_eq!((quiet.out, quiet.status), (told.out, told.status));
    assert!(!told.err.is_empty() && quiet.err.is_empty());
    let refused = office.tertib(&["--senyap", "jelaskan", "Z-9"]).ends_with(2);
    assert!(refused.err.starts_with("kesalahan: "), "{}", refused.whole());
}

#[test]
fn the_sample_offices_are_told_alike_on_every_run() {
    for sample in ["samples/kantor", "samples/kantor-bermasalah"] {
        let run = || in_repository(&["--folder", sample, "periksa", "-v"]).ends_with(1);
        assert!(run() == run(), "{sample}");
    }
}
