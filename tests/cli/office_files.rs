//! Which folder is the office's, and what is told where one of its files is wrong: all
//! of it at once, each mistake with its line and column.

use std::fs;

use super::folder::{Folder, REQUESTS, is_as_kept, request};

#[test]
fn a_folder_that_is_no_office_is_told_and_nothing_is_read() {
    let folder = Folder::empty().with("catatan.txt", "bukan folder").with("kosong/x.txt", "");
    let said = folder.conversation(&[
        &["--folder", "tidak-ada", "periksa"],
        &["--folder", "catatan.txt", "periksa"],
        &["--folder", "kosong", "periksa"],
        &["--folder", "", "periksa"],
        &["--folder", "tidak-ada", "hitung", "14/6/2024 08.00", "14/6/2024 09.00"],
        &["--folder", "tidak-ada", "sop"],
    ]);
    is_as_kept("folder_bukan_kantor", &said);
}

/// The path is told as it is, so where its line breaks is not for a test to say.
#[test]
fn where_no_folder_upward_is_an_office_the_way_out_is_told() {
    let folder = Folder::empty();
    for command in [&["periksa"][..], &["status"], &["jelaskan", "A-1"], &["buat"]] {
        let told = folder.tertib(command).ends_with(2);
        let words: Vec<&str> = told.err.split_whitespace().collect();
        assert_eq!(
            words.join(" "),
            "kesalahan: folder kantor tidak ditemukan: tidak ada tertib.toml di \"[folder]\" \
             maupun di folder-folder di atasnya saran: masuk dahulu ke folder kantor, atau \
             sebutkan dengan --folder DIR"
        );
        assert_eq!(told.out, "");
    }
}

#[test]
fn the_nearest_folder_upward_that_has_a_tertib_toml_is_the_office() {
    let office = Folder::small();
    fs::create_dir_all(office.path("data/2024/06")).expect("a folder");
    let here = office.tertib(&["periksa"]).ends_with(1);
    assert_eq!(office.tertib_below("data/2024/06", &["periksa"]), here);
    assert_eq!(office.tertib_below("data", &["--folder", "..", "periksa"]), here);
    let nearer = office.with("data/2024/tertib.toml", "[instansi]\nnama = \"Kantor Lain\"\n");
    let told = nearer.tertib_below("data/2024/06", &["periksa", "--per", "2024-06-28"]);
    assert!(told.out.contains("0 permohonan"), "{}", told.whole());
}

#[test]
fn every_mistake_in_the_files_of_the_office_is_told_at_once() {
    let toml = "[instansi]\nnaam = \"Kantor Contoh\"\nzona = \"WIBB\"\n\n\
                [opsi]\nper = \"kemarin\"\nbatas_tungu = \"1 hari kerja\"\n";
    let calendar = "[[libur]]\ntanggal = 2024-06-31\nnama = \"Hari jadi kota\"\n";
    let sop = "nomor = \"SOP-1\"\nnama = \"Contoh\"\n\n[[langkah]]\nno = 1\n";
    let said = Folder::empty()
        .with("tertib.toml", toml)
        .with("kalender.toml", calendar)
        .with("sop/contoh.toml", sop)
        .conversation(&[&["periksa"], &["periksa", "--format", "json"], &["sop"]]);
    is_as_kept("berkas_kantor_keliru", &said);
}

#[test]
fn a_calendar_with_two_mistakes_tells_both() {
    let calendar = "[[libur]]\ntangal = 2024-06-19\nnama = \"Hari jadi kota\"\n\n\
                    [[jam_kerja]]\nhari = [\"Senen\"]\nmulai = \"08.00\"\nselesai = \"07.00\"\n";
    let said = Folder::small()
        .with("kalender.toml", calendar)
        .conversation(&[&["periksa"], &["hitung", "14/6/2024 08.00", "14/6/2024 09.00"]]);
    is_as_kept("kalender_keliru", &said);
}

#[test]
fn a_wait_limit_that_is_no_duration_is_told_at_its_place() {
    let toml = "[instansi]\nnama = \"Kantor Contoh\"\n\n[opsi]\nbatas_tunggu = \"sebentar\"\n";
    let told = Folder::empty().with("tertib.toml", toml).tertib(&["periksa"]).ends_with(2);
    is_as_kept("batas_tunggu_keliru", &told.whole());
}

#[test]
fn two_files_of_one_sop_must_say_which_is_in_force_when() {
    let sop = include_str!("../sop/lima-langkah.toml");
    let office = Folder::small().with("sop/dua.toml", sop).with("sop/.lama.toml", sop);
    let told = office.tertib(&["sop"]).ends_with(0);
    assert!(!told.out.contains("SDM-233-OT.02.02"), "its own SOP, not the built-in one");
    let told = office.with("sop/satu.toml", sop).tertib(&["periksa"]).ends_with(2);
    is_as_kept("dua_sop", &told.whole());
    let other = tertib::sop::BUILTIN_TEXT;
    let told = Folder::small().with("sop/a.toml", sop).with("sop/b.toml", other);
    is_as_kept("sop_prosedur_lain", &told.tertib(&["periksa"]).ends_with(2).whole());
}

#[test]
fn a_file_in_another_encoding_is_told_with_its_line() {
    let toml = b"[instansi]\nnama = \"Kantor Contoh\"\n# Jalan Caf\xe9\n";
    let office = Folder::empty().with("tertib.toml", toml);
    let told = office.tertib(&["periksa"]).ends_with(2);
    is_as_kept("bukan_utf8", &told.whole());
}

#[test]
fn a_byte_order_mark_as_notepad_writes_it_is_no_fault() {
    let toml = "\u{feff}[instansi]\r\nnama = \"Kantor Contoh\"\r\n";
    let rows = [request("A-1")];
    let office = Folder::empty()
        .with("tertib.toml", toml)
        .book("data/p.xlsx", &[("Permohonan", &REQUESTS, &rows)]);
    let told = office.tertib(&["periksa", "--per", "2024-06-28"]).ends_with(0);
    assert_eq!(told.err, "");
}
