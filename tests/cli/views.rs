//! What only looks: `status`, `sop`, and each job that can be tried without writing.

use std::fs;

use super::folder::{Folder, in_repository, in_sample, is_as_kept};

#[test]
fn status_shows_what_runs_the_most_urgent_first() {
    is_as_kept("status", &in_sample(&["status"]).ends_with(0).whole());
    let told =
        in_repository(&["--folder", "samples/kantor-bermasalah", "status", "-v"]).ends_with(0);
    is_as_kept("status_bermasalah", &told.whole());
}

#[test]
fn status_says_so_where_nothing_runs() {
    let told = Folder::office().tertib(&["status"]).ends_with(0);
    is_as_kept("status_kosong", &told.whole());
}

/// To find breaches is the job of `periksa`; papers are made all the same.
#[test]
fn making_papers_tells_of_data_that_cannot_be_used_by_its_exit_status_alone() {
    in_sample(&["buat", "--simulasi"]).ends_with(0);
    in_sample(&["status"]).ends_with(0);
    let trial = |sample| in_repository(&["--folder", sample, "buat", "--simulasi"]);
    trial("samples/kantor-bermasalah").ends_with(1);
    assert!(trial("samples/kantor-bermasalah").err.is_empty());
}

#[test]
fn the_sop_is_shown_without_an_office() {
    let told = Folder::empty().tertib(&["sop"]).ends_with(0);
    let sop = tertib::sop::Definition::builtin().expect("the built-in SOP");
    assert_eq!((told.out, told.err), (tertib::sop::text::render(&sop), String::new()));
}

#[test]
fn a_trial_shows_the_papers_that_are_due_and_writes_nothing() {
    let office = Folder::small();
    let said = office.conversation(&[
        &["buat", "--simulasi"],
        &["buat", "Verifikasi", "--permohonan", "a-1", "--simulasi"],
        &["buat", "--permohonan", "Z-9", "--simulasi"],
        &["arsip", "simpan", "--simulasi"],
        &["arsip", "daftar", "--simulasi"],
        &["arsip", "cek"],
        &["siapkan", "--simulasi"],
    ]);
    is_as_kept("simulasi", &said);
    let mut names: Vec<_> = fs::read_dir(office.path(""))
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["data", "tertib.toml"]);
}
