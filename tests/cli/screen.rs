//! The screen: colour only where it is wanted, readers that stop early, a disk that is
//! full, another time zone of the machine.

use std::process::Stdio;

use super::folder::{Folder, Told, in_sample, program};

/// What stands between the escape codes.
fn without_colour(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
}

#[test]
fn nothing_is_coloured_where_no_terminal_reads() {
    let told = Folder::small().tertib(&["periksa", "-v"]);
    assert!(!(told.out + &told.err).contains('\u{1b}'));
}

#[test]
fn colour_is_there_on_demand_and_carries_no_meaning_of_its_own() {
    let office = Folder::small();
    for command in [&["periksa"][..], &["status"], &["jelaskan", "A-1"]] {
        let plain = office.tertib(command);
        let always = office.tertib(&[&["--warna", "selalu"], command].concat());
        assert!(always.out.contains("\u{1b}["), "{command:?}");
        assert_eq!(without_colour(&always.out), plain.out, "{command:?}");
        assert_eq!(office.tertib(&[&["--warna", "tidak-pernah"], command].concat()), plain);
    }
    let always = office.tertib(&["--warna", "selalu", "jelaskan", "Z-9"]);
    assert_eq!(without_colour(&always.err), office.tertib(&["jelaskan", "Z-9"]).err);
}

#[test]
fn colour_that_was_asked_for_wins_over_the_environment() {
    let office = Folder::small();
    let asked = office.tertib(&["--warna", "selalu", "periksa"]);
    let mut run = office.program("");
    let output = run.env("NO_COLOR", "1").args(["--warna", "selalu", "periksa"]).output();
    assert!(Told::of(output.expect("it starts")).out == asked.out);
    let output = office.program("").env("NO_COLOR", "1").arg("periksa").output();
    assert!(Told::of(output.expect("it starts")) == office.tertib(&["periksa"]));
}

#[test]
fn json_is_never_coloured() {
    let told = Folder::small().tertib(&["--warna", "selalu", "periksa", "--format", "json"]);
    assert!(!told.out.contains('\u{1b}'));
}

#[test]
fn the_zone_of_the_machine_changes_nothing() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = |zone: &str, arguments: &[&str]| {
        let mut run = program(root);
        run.env("TZ", zone).args(["--folder", "samples/kantor"]).args(arguments);
        Told::of(run.output().expect("it starts"))
    };
    for arguments in [&["periksa", "--format", "json"][..], &["status"], &["buat", "--simulasi"]] {
        let here = in_sample(arguments);
        for zone in ["Asia/Jayapura", "America/Los_Angeles", "UTC"] {
            assert!(run(zone, arguments) == here, "{arguments:?} in {zone}");
        }
    }
}

/// The output is longer than any pipe holds, so that the program meets the closed end.
#[test]
fn a_reader_that_stops_early_is_no_fault() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for arguments in
        [&["periksa", "--format", "json"][..], &["--help"], &["jelaskan", "P-2024-027"]]
    {
        let mut run = program(root);
        run.args(["--folder", "samples/kantor"]).args(arguments);
        run.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = run.spawn().expect("it starts");
        drop(child.stdout.take());
        let told = Told::of(child.wait_with_output().expect("it ends"));
        let status = i32::from(arguments.first() == Some(&"periksa"));
        assert_eq!((told.status, &*told.err), (Some(status), ""), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_is_told_and_ends_with_2() {
    let office = Folder::small();
    for arguments in [&["periksa"][..], &["status", "--format", "json"], &["sop"], &["--help"]] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("the device");
        let output = office.program("").args(arguments).stdout(full).output();
        let told = Told::of(output.expect("it starts")).ends_with(2);
        assert_eq!(
            told.err,
            "kesalahan: keluaran tidak dapat ditulis seluruhnya: tempat penyimpanan penuh\n",
            "{arguments:?}"
        );
    }
}
