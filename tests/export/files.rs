//! `--ke`: a file that is there whole, or not at all, and replaces nothing but a log.

use std::fs;

use crate::cli::folder::{Folder, is_as_kept};

#[test]
fn a_log_is_written_told_unchanged_and_replaced() {
    let office = Folder::small();
    let said = office.conversation(&[
        &["ekspor", "xes", "--ke", "log.xes", "--simulasi"],
        &["ekspor", "xes", "--ke", "log.xes"],
        &["ekspor", "xes", "--ke", "log.xes"],
        &["--per", "2024-06-25", "ekspor", "xes", "--ke", "log.xes", "--simulasi"],
        &["--per", "2024-06-25", "ekspor", "xes", "--ke", "log.xes", "--format", "json"],
        &["ekspor", "csv", "--ke", "tabel/log.csv"],
        &["ekspor", "csv", "--ke", "tabel/log.csv", "--pemisah", "koma"],
        &["ekspor", "json", "--ke", "log.json", "--format", "json"],
        &["ekspor", "json", "--ke", "log.json", "--dengan-nip"],
    ]);
    is_as_kept("ekspor_ke_berkas", &said);
    let to_stdout = office.tertib(&["--per", "2024-06-25", "ekspor", "xes"]).out;
    assert_eq!(fs::read_to_string(office.path("log.xes")).expect("a log"), to_stdout);
    let beside = fs::read_dir(office.path("tabel")).expect("the folder").count();
    assert_eq!(beside, 1, "nothing is left beside it");
}

#[test]
fn what_is_no_log_of_that_form_is_not_written_over() {
    let office = Folder::small().with("catatan.xes", "catatan saya").with("log/x.txt", "");
    office.tertib(&["ekspor", "json", "--ke", "log.json"]).ends_with(0);
    let said = office.conversation(&[
        &["ekspor", "xes", "--ke", "catatan.xes"],
        &["ekspor", "xes", "--ke", "catatan.xes", "--simulasi"],
        &["ekspor", "xes", "--ke", "log.json"],
        &["ekspor", "csv", "--ke", "log"],
        &["ekspor", "csv", "--ke", "data/log.csv"],
        &["ekspor", "csv", "--ke", "data/baru/log.csv"],
        &["ekspor", "csv", "--ke", "log/../data/log.csv"],
        &["ekspor", "csv", "--simulasi"],
        &["ekspor"],
        &["ekspor", "pdf"],
        &["ekspor", "csv", "--pemisah", "pagar"],
    ]);
    is_as_kept("ekspor_ditolak", &said);
    assert_eq!(fs::read_to_string(office.path("catatan.xes")).expect("it"), "catatan saya");
}

#[test]
fn data_that_cannot_be_used_is_told_beside_the_log() {
    let office = Folder::small().with("data/rusak.xlsx", "bukan buku kerja");
    let told = office.tertib(&["ekspor", "json"]).ends_with(1);
    assert!(told.err.starts_with("peringatan: data memuat 1 kesalahan"), "{}", told.err);
    let quiet = office.tertib(&["--senyap", "ekspor", "json"]).ends_with(1);
    assert_eq!((quiet.out, quiet.err), (told.out, String::new()));
}
