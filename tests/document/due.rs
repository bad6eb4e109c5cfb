//! Which papers are due, and at which stage (contract, section 8).

use crate::office::{Office, step};
use crate::report::{july, june, report_of};

const ALL: [&str; 6] = [
    "2-disposisi.pdf",
    "3-verifikasi.pdf",
    "4-akun.pdf",
    "5-dokumentasi.pdf",
    "6-berita-acara.pdf",
    "7-laporan-kegiatan.pdf",
];

#[test]
fn a_finished_request_has_every_paper_but_the_letter_of_return() {
    assert_eq!(Office::new().kept("P-1").check().due("P-1"), ALL);
}

#[test]
fn a_letter_alone_makes_the_disposition_due_so_that_it_can_be_signed() {
    assert_eq!(Office::new().request("P-1").check().due("P-1"), ["2-disposisi.pdf?"]);
}

#[test]
fn without_a_letter_nothing_is_due() {
    let none: [&str; 0] = [];
    assert_eq!(Office::new().request("P-1").without_letter().check().due("P-1"), none);
}

#[test]
fn a_paper_is_due_once_the_step_before_its_own_is_signed() {
    let checked = Office::new().kept_up_to("P-1", step(5)).check();
    assert_eq!(
        checked.due("P-1"),
        [
            "2-disposisi.pdf",
            "3-verifikasi.pdf",
            "4-akun.pdf",
            "5-dokumentasi.pdf",
            "6-berita-acara.pdf?"
        ]
    );
}

#[test]
fn the_proof_of_an_account_is_due_only_when_its_own_step_is_signed() {
    let checked = Office::new().kept_up_to("P-1", step(3)).check();
    assert_eq!(checked.due("P-1"), ["2-disposisi.pdf", "3-verifikasi.pdf"]);
}

#[test]
fn after_tidak_the_letter_of_return_is_due_and_nothing_to_be_signed() {
    let checked = Office::new()
        .kept_up_to("P-1", step(3))
        .at(step(3))
        .decided("T")
        .with("alasan", "surat tugas belum ada")
        .check();
    let papers = checked.due("P-1");
    assert_eq!(papers, ["2-disposisi.pdf", "3-verifikasi.pdf", "3-pengembalian.pdf"]);
}

#[test]
fn a_decision_that_is_not_recorded_makes_no_later_paper_due() {
    let checked = Office::new().kept_up_to("P-1", step(3)).at(step(3)).decided("").check();
    assert_eq!(checked.due("P-1"), ["2-disposisi.pdf", "3-verifikasi.pdf"]);
}

#[test]
fn a_cancelled_request_keeps_what_was_signed_and_gets_nothing_to_sign() {
    let checked = Office::new()
        .request("P-1")
        .with("tanggal_batal", "Senin 03/06/2024")
        .kept_up_to("P-2", step(2))
        .check();
    assert_eq!(checked.status("P-1"), "dibatalkan");
    assert_eq!(checked.due("P-1"), [""; 0]);
    assert_eq!(checked.due("P-2"), ["2-disposisi.pdf", "3-verifikasi.pdf?"]);
}

#[test]
fn a_request_outside_the_sop_has_no_papers() {
    let checked = Office::new().kept("P-1").request("P-2").with("jenis", "pencabutan").check();
    assert_eq!(checked.due("P-2"), [""; 0]);
}

#[test]
fn a_kind_that_is_made_elsewhere_is_not_made_here() {
    let checked =
        Office::new().toml("[naskah]\nlaporan-kegiatan = \"di_luar\"\n").kept("P-1").check();
    assert_eq!(checked.due("P-1"), ALL[..5]);
}

#[test]
fn papers_of_a_second_round_bear_it_in_their_names() {
    let checked = Office::new()
        .kept_up_to("P-1", step(3))
        .at(step(3))
        .decided("T")
        .with("alasan", "surat tugas belum ada")
        .signed("P-1", step(3), "Senin 10/06/2024 09.00", "Senin 10/06/2024 09.20")
        .check();
    assert_eq!(
        checked.due("P-1"),
        [
            "2-disposisi.pdf",
            "3-verifikasi.pdf",
            "3-pengembalian.pdf",
            "3-verifikasi-pengajuan-2.pdf"
        ]
    );
}

#[test]
fn papers_lie_in_the_month_of_receipt_below_the_folder_of_their_request() {
    let checked = Office::new().request("017/PHA/VI/2024").check();
    let paper = &checked.papers["017/PHA/VI/2024"][0];
    assert_eq!(paper.file, "2024-06/017-PHA-VI-2024~57c121/2-disposisi.pdf");
}

#[test]
fn the_month_of_the_papers_is_the_month_that_reports_the_request() {
    // Round 2 alone has a row in the sheet of requests; its letter came in July.
    let office = Office::new()
        .request("P-1")
        .with("putaran", "2")
        .with("tanggal_diterima", "Senin 01/07/2024")
        .signed("P-1", step(2), "Senin 01/07/2024 08.20", "Senin 01/07/2024 08.30");
    let checked = office.clone().check();
    let files: Vec<&str> = checked.papers["P-1"].iter().map(|paper| &*paper.file).collect();
    assert!(!files.is_empty());
    assert!(files.iter().all(|file| file.starts_with("2024-07/P-1/")), "{files:?}");
    assert_eq!(report_of(&office, june()).balance.received, 0);
    assert_eq!(report_of(&office, july()).balance.received, 1);
}

#[test]
fn a_later_round_does_not_move_the_month_of_the_first() {
    let office = Office::new()
        .request("P-1")
        .with("tanggal_surat", "Senin 24/06/2024")
        .signed("P-1", step(1), "Rabu 26/06/2024 08.00", "Rabu 26/06/2024 08.10")
        .request("P-1")
        .with("putaran", "2")
        .with("tanggal_diterima", "Senin 01/07/2024")
        .signed("P-1", step(2), "Senin 01/07/2024 08.20", "Senin 01/07/2024 08.30");
    let checked = office.clone().check();
    let files: Vec<&str> = checked.papers["P-1"].iter().map(|paper| &*paper.file).collect();
    assert!(files.iter().all(|file| file.starts_with("2024-06/P-1/")), "{files:?}");
    assert_eq!(report_of(&office, june()).balance.received, 1);
    assert_eq!(report_of(&office, july()).balance.received, 0);
}
