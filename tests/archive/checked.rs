//! `arsip cek` and `arsip daftar`.

use std::fs;

use super::room::Room;

const PACKAGE: &str = "arsip/2024/tanpa-klasifikasi/P-1";

fn office() -> Room {
    let room = Room::of(&[("P-1", "satu"), ("P-2", "dua")]);
    room.put("bukti-dukung/P-1 surat.pdf", b"pindaian");
    room.result(&["arsip", "simpan"], 0);
    room
}

#[test]
fn a_flipped_byte_is_found_and_named() {
    let room = office();
    let name = format!("{PACKAGE}/data/bukti-dukung/P-1 surat.pdf");
    room.put(&name, b"pindaiaN");
    let said = room.tertib(&["arsip", "cek"]);
    assert_eq!(said.status, 1);
    assert!(
        said.out.contains("isi berkas \"data/bukti-dukung/P-1 surat.pdf\" berubah"),
        "{}",
        said.out
    );
    assert!(said.out.contains(&format!("──▶ {name}")), "{}", said.out);
    assert!(said.out.ends_with("2 paket arsip diperiksa: 1 utuh, 1 bermasalah; 1 temuan\n"));
}

#[test]
fn a_package_that_is_gone_is_told_and_not_made_again() {
    let room = office();
    fs::remove_dir_all(room.path(PACKAGE)).expect("the package goes");
    let said = room.tertib(&["arsip", "cek"]);
    assert_eq!(said.status, 1);
    assert!(said.out.contains("tercatat di buku register, tetapi foldernya tidak ada"));
    let said = room.tertib(&["arsip", "simpan"]);
    assert_eq!(said.status, 2, "{}", said.out);
    assert!(!room.path(PACKAGE).exists());
}

#[test]
fn a_package_that_was_made_over_is_not_the_one_that_was_entered() {
    let room = office();
    let info = room.text(&format!("{PACKAGE}/bag-info.txt"));
    // Whole in itself, and yet another: the package of P-2 under the name of P-1.
    fs::remove_dir_all(room.path(PACKAGE)).expect("the package goes");
    fs::rename(room.path("arsip/2024/tanpa-klasifikasi/P-2"), room.path(PACKAGE)).expect("moved");
    assert_ne!(room.text(&format!("{PACKAGE}/bag-info.txt")), info);
    let answer = room.tertib(&["arsip", "cek", "--format", "json"]).json();
    let told: Vec<&str> = answer["temuan"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["pesan"].as_str().expect("a message"))
        .collect();
    assert_eq!(
        told,
        [
            "isi paket arsip bukan yang tercatat di buku register",
            "paket arsip tercatat di buku register, tetapi foldernya tidak ada"
        ]
    );
}

#[test]
fn what_the_register_does_not_know_is_told() {
    let room = office();
    fs::remove_file(room.path("register.db")).expect("the register goes");
    room.put("arsip/catatan pribadi.txt", b"x");
    let said = room.tertib(&["arsip", "cek"]);
    assert_eq!(said.status, 1);
    assert_eq!(said.out.matches("tidak tercatat di buku register").count(), 2, "{}", said.out);
    assert!(said.out.contains("berkas ini bukan bagian paket arsip mana pun"), "{}", said.out);
}

#[test]
fn the_lists_hold_each_dossier_with_its_items_and_are_the_same_on_each_run() {
    let room = office();
    assert_eq!(room.result(&["arsip", "daftar", "--simulasi"], 0)["berkas"], 2);
    assert!(!room.path("arsip/daftar-arsip.pdf").exists());
    let result = room.result(&["arsip", "daftar"], 0);
    assert_eq!((&result["berkas"], &result["isi_berkas"]), (&2.into(), &3.into()));
    let files = ["arsip/daftar-arsip.xlsx", "arsip/daftar-arsip.pdf"];
    let bytes = || files.map(|file| fs::read(room.path(file)).expect("a list"));
    let first = bytes();
    assert!(first[1].starts_with(b"%PDF"));
    for file in files {
        fs::remove_file(room.path(file)).expect("the list goes");
    }
    room.result(&["arsip", "daftar"], 0);
    assert!(bytes() == first);
    // The lists are no strangers in the archive.
    room.result(&["arsip", "cek"], 0);
}

#[test]
fn an_archive_without_packages_is_listed_as_empty() {
    let room = Room::of(&[]);
    assert_eq!(room.tertib(&["arsip", "cek"]).out, "Belum ada paket arsip.\n");
    assert_eq!(room.result(&["arsip", "daftar"], 0)["berkas"], 0);
}
