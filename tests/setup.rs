//! `tertib siapkan`, from outside.

use std::fs;

use tempfile::TempDir;

use crate::archive::room::tertib;

const MADE: [&str; 5] =
    ["tertib.toml", "kalender.toml", "data/", "data/Lembar Kerja.xlsx", "bukti-dukung/"];

#[test]
fn an_empty_folder_becomes_an_office_that_can_be_checked() {
    let room = TempDir::new().expect("a folder for the test");
    let said = tertib(room.path(), &["siapkan", "kantor"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("Ganti dahulu \"Nama Kantor Anda\""), "{}", said.out);
    let office = room.path().join("kantor");
    assert!(MADE.iter().all(|name| office.join(name).exists()));
    let said = tertib(&office, &["periksa"]);
    assert_eq!(said.status, 0, "{}", said.out);
    assert!(said.out.contains("Belum ada permohonan di buku kerja."), "{}", said.out);
    let read = tertib(&office, &["periksa", "--format", "json", "-v"]);
    assert_eq!(read.json()["temuan"], serde_json::json!([]), "no D13, no D14");
    for sheet in ["permohonan", "kendali", "pegawai"] {
        assert!(read.err.contains(&format!("lembar \"{sheet}\"")), "{}", read.err);
    }
}

#[test]
fn what_is_there_is_left_and_told() {
    let room = TempDir::new().expect("a folder for the test");
    fs::write(room.path().join("kalender.toml"), "# milik kantor\n").expect("a file");
    fs::create_dir(room.path().join("data")).expect("a folder");
    let answer = tertib(room.path(), &["siapkan", "--format", "json"]).json();
    assert_eq!(answer["perintah"], "siapkan");
    assert_eq!(answer["hasil"]["sudah_ada"], serde_json::json!(["kalender.toml", "data/"]));
    let kept = fs::read_to_string(room.path().join("kalender.toml")).expect("a text");
    assert_eq!(kept, "# milik kantor\n");
    let again = tertib(room.path(), &["siapkan", "--format", "json"]).json();
    assert_eq!(again["hasil"]["sudah_ada"], serde_json::json!(MADE));
}

#[test]
fn a_trial_writes_nothing_and_each_run_makes_the_same_bytes() {
    let room = TempDir::new().expect("a folder for the test");
    let tried = tertib(room.path(), &["siapkan", "satu", "--simulasi"]);
    assert!(tried.out.contains("akan dibuat") && !room.path().join("satu").exists());
    for name in ["satu", "dua"] {
        assert_eq!(tertib(room.path(), &["siapkan", name]).status, 0);
    }
    for name in MADE.iter().filter(|name| !name.ends_with('/')) {
        let bytes = |office: &str| fs::read(room.path().join(office).join(name)).expect("made");
        assert!(bytes("satu") == bytes("dua"), "{name}");
    }
}

#[test]
fn what_cannot_be_made_is_told_and_the_rest_is_made() {
    let room = TempDir::new().expect("a folder for the test");
    fs::write(room.path().join("data"), "bukan folder").expect("a file");
    let said = tertib(room.path(), &["siapkan"]);
    assert_eq!(said.status, 2);
    assert!(said.out.contains("data/ tidak dapat dibuat"), "{}", said.out);
    assert!(room.path().join("tertib.toml").exists());
    assert_eq!(tertib(room.path(), &["siapkan", "data/kantor"]).status, 2);
}

#[cfg(unix)]
#[test]
fn a_folder_that_takes_nothing_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let room = TempDir::new().expect("a folder for the test");
    let closed = room.path().join("tertutup");
    fs::create_dir(&closed).expect("a folder");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).expect("closed");
    if fs::write(closed.join("coba"), "x").is_ok() {
        println!("skipped: this user may write anywhere");
        return;
    }
    let said = tertib(room.path(), &["siapkan", "tertutup"]);
    assert_eq!(said.status, 2);
    assert!(said.out.contains("tidak ada izin untuk menulis di sini"), "{}", said.out);
}
