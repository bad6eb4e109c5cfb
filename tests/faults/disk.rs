//! A disk that is full, or only read; a file that may not grow.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::{
    completes_as_if_nothing_had_happened, failed, is_plain_indonesian, nothing_is_half, office,
};
use crate::cli::folder::{Folder, Told};

/// Runs a line of the shell where `$0` is the program and `$1` an empty folder, in a
/// room of its own in which one may mount; `None`, told on screen, where the system gives
/// no such room.
fn in_a_room_of_its_own(folder: &Folder, line: &str) -> Option<Told> {
    let place = tempfile::tempdir().expect("a folder");
    let room = |line: &str| {
        let mut run = Command::new("unshare");
        run.args(["--user", "--map-root-user", "--mount", "sh", "-c", line]);
        run.arg(env!("CARGO_BIN_EXE_tertib")).arg(place.path());
        run.current_dir(folder.path("")).stdin(Stdio::null()).output()
    };
    let can = room("mount -t tmpfs -o size=1m tmpfs \"$1\"");
    if !can.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: unshare (util-linux) cannot mount a small disk here");
        return None;
    }
    Some(Told::of(room(line).expect("it starts")))
}

/// The office on a disk of so many kilobytes; what the disk holds in the end is brought
/// back into the folder.
fn on_a_small_disk(folder: &Folder, kilobytes: u32) -> Option<Told> {
    let line = format!(
        "mount -t tmpfs -o size={kilobytes}k tmpfs \"$1\" && cp -a . \"$1\" && \
         \"$0\" --folder \"$1\" proses --format json; status=$?; \
         cp -a \"$1\"/. . ; exit $status"
    );
    in_a_room_of_its_own(folder, &line)
}

fn told_of(told: &Told) -> Value {
    let told = told.json();
    let findings = told["temuan"].as_array().expect("findings");
    for finding in findings {
        is_plain_indonesian(finding["pesan"].as_str().expect("a message"));
    }
    told
}

#[test]
fn a_full_disk_is_told_of_each_file_and_the_next_run_completes_all() {
    // At one size the papers fit in part, at the other all but the packages.
    for kilobytes in [700, 1500] {
        let folder = office();
        let Some(told) = on_a_small_disk(&folder, kilobytes) else { return };
        let told = told.ends_with(2);
        let json = told_of(&told);
        let papers = json["hasil"]["naskah"].as_array().expect("papers").iter();
        for paper in papers.filter(|paper| paper["keadaan"] != "gagal") {
            let file = folder.path(paper["file"].as_str().expect("a file"));
            assert!(file.is_file(), "what is told as made is there: {paper}");
        }
        for files in failed(&json) {
            let said =
                |finding: &Value| files.iter().any(|file| finding.to_string().contains(file));
            let mut findings = json["temuan"].as_array().expect("findings").iter();
            assert!(findings.any(said), "{files:?} failed without a word");
        }
        let said = json["temuan"].to_string();
        assert!(said.contains("penuh"), "{said}");
        nothing_is_half(&folder);
        completes_as_if_nothing_had_happened(&folder);
    }
}

#[test]
fn a_folder_that_is_only_read_is_told() {
    let folder = office();
    folder.tertib(&["buat", "disposisi"]).ends_with(0);
    fs::create_dir(folder.path("arsip")).expect("a folder");
    let line = "mount --bind hasil hasil && mount -o remount,bind,ro hasil && exec \"$0\" proses";
    let Some(told) = in_a_room_of_its_own(&folder, line) else { return };
    let told = told.ends_with(2);
    is_plain_indonesian(&told.err);
    let one_line = told.err.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = "hasil/2024-06/P-1/3-verifikasi.pdf tidak dapat ditulis: folder itu hanya dapat";
    assert!(one_line.contains(words), "{}", told.err);
    completes_as_if_nothing_had_happened(&folder);
}

#[test]
fn a_register_that_is_only_read_gives_no_number() {
    let folder = office();
    folder.tertib(&["buat", "disposisi"]).ends_with(0);
    let line = "mount --bind . \"$1\" && mount -o remount,bind,ro \"$1\" && \
                exec \"$0\" --folder \"$1\" proses";
    let Some(told) = in_a_room_of_its_own(&folder, line) else { return };
    let told = told.ends_with(2);
    is_plain_indonesian(&told.err);
    assert!(told.err.contains("kesalahan: buku register tidak dapat dit"), "{}", told.err);
    completes_as_if_nothing_had_happened(&folder);
}

/// A limit to the size of files, in units of 512 bytes; the signal that would kill the
/// program at the limit is ignored, as a full quota sends none.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_grow_fails_alone_and_is_told() {
    if !Path::new("/bin/sh").exists() {
        eprintln!("skipped: there is no /bin/sh");
        return;
    }
    for blocks in [20, 130, 200] {
        let folder = office();
        let line = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" proses --format json");
        let mut run = Command::new("/bin/sh");
        run.args(["-c", &line, env!("CARGO_BIN_EXE_tertib")]).current_dir(folder.path(""));
        let told = Told::of(run.output().expect("it starts")).ends_with(2);
        is_plain_indonesian(&told.err);
        if !told.out.is_empty() {
            told_of(&told);
        }
        nothing_is_half(&folder);
        completes_as_if_nothing_had_happened(&folder);
    }
}
