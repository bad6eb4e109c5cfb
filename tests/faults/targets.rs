//! Targets and registers that cannot be written.

use std::fs;

use super::{
    completes_as_if_nothing_had_happened, failed, is_plain_indonesian, nothing_is_half, office,
};
use crate::cli::folder::Folder;

/// What of the archive was packed and what was held back.
fn filed(told: &serde_json::Value) -> (usize, usize) {
    let count = |key: &str| told["hasil"]["arsip"][key].as_array().expect("a list").len();
    (count("diarsipkan"), count("belum_lengkap"))
}

#[test]
fn a_file_in_the_place_of_hasil_stops_the_papers_and_is_named() {
    let folder = office().with("hasil", "milik orang");
    let told = folder.tertib(&["proses"]).ends_with(2);
    is_plain_indonesian(&told.err);
    let words = "hasil/2024-06/P-1/2-disposisi.pdf tidak dapat ditulis: di tempat foldernya ada";
    let one_line = told.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line.contains(words), "{}", told.err);
    // One reason for all of them is told once; JSON tells each.
    assert_eq!(told.err.matches("kesalahan:").count(), 1, "{}", told.err);
    assert!(
        one_line.contains("dan 28 berkas lain, dengan akibat dan saran yang sama"),
        "{one_line}"
    );
    let all = folder.tertib(&["proses", "--format", "json"]).ends_with(2).json();
    assert_eq!(all["temuan"].as_array().expect("findings").len(), 29);
    assert_eq!(fs::read_to_string(folder.path("hasil")).expect("it is left"), "milik orang");
    fs::remove_file(folder.path("hasil")).expect("the clerk moves it away");
    completes_as_if_nothing_had_happened(&folder);
}

#[test]
fn a_request_whose_papers_failed_is_not_packed_without_them() {
    let folder = office().with("hasil/2024-06/P-1/2-disposisi.pdf/x", "sebuah folder");
    let told = folder.tertib(&["proses", "--format", "json"]).ends_with(2).json();
    assert_eq!(failed(&told), [["hasil/2024-06/P-1/2-disposisi.pdf"]]);
    assert_eq!(filed(&told), (2, 1));
    let held = &told["hasil"]["arsip"]["belum_lengkap"][0];
    assert_eq!(held["nomor"], "P-1");
    assert!(held.to_string().contains("2-disposisi.pdf belum dapat dibuat"), "{held}");
    let folder = folder.empty_path("hasil/2024-06/P-1/2-disposisi.pdf");
    nothing_is_half(&folder);
    completes_as_if_nothing_had_happened(&folder);
}

#[test]
fn a_report_whose_place_is_taken_fails_alone() {
    let folder = office().with("hasil/2024-06/laporan-bulanan.xlsx/x", "sebuah folder");
    let told = folder.tertib(&["proses", "--format", "json"]).ends_with(2).json();
    let report = ["pdf", "xlsx", "html"].map(|end| format!("hasil/2024-06/laporan-bulanan.{end}"));
    assert_eq!(failed(&told), [report]);
    let finding = &told["temuan"][0];
    let message = finding["pesan"].as_str().expect("a message");
    assert!(message.starts_with("hasil/2024-06/laporan-bulanan.xlsx tidak dapat ditulis"));
    is_plain_indonesian(message);
    assert_eq!(filed(&told), (3, 0), "the papers are there");
    let folder = folder.empty_path("hasil/2024-06/laporan-bulanan.xlsx");
    completes_as_if_nothing_had_happened(&folder);
}

#[test]
fn a_file_in_the_place_of_arsip_leaves_the_papers_made() {
    let folder = office().with("arsip", "milik orang");
    let told = folder.tertib(&["proses", "--format", "json"]).ends_with(2).json();
    assert!(failed(&told).is_empty(), "{:?}", failed(&told));
    let findings = told["temuan"].as_array().expect("findings");
    assert!(!findings.is_empty());
    for finding in findings {
        let message = finding["pesan"].as_str().expect("a message");
        assert!(message.starts_with("\"arsip"), "relative to the office: {message}");
        is_plain_indonesian(message);
    }
    let told = folder.tertib(&["proses"]).ends_with(2);
    let times = |text: &str| text.matches("P-1\" tidak dapat ditulis").count();
    assert_eq!((times(&told.out), times(&told.err)), (0, 1), "told once: {}", told.whole());
    nothing_is_half(&folder);
    fs::remove_file(folder.path("arsip")).expect("the clerk moves it away");
    completes_as_if_nothing_had_happened(&folder);
}

#[test]
fn a_register_that_is_none_stops_the_run_before_anything_is_made() {
    let text = |folder: Folder| folder.with("register.db", "bukan basis data, hanya teks\n");
    let folder_there = |folder: Folder| folder.with("register.db/x", "sebuah folder");
    let half = |folder: Folder| {
        folder.tertib(&["buat", "disposisi"]).ends_with(0);
        let bytes = fs::read(folder.path("register.db")).expect("a register");
        fs::remove_dir_all(folder.path("hasil")).expect("hasil/");
        folder.with("register.db", &bytes[..bytes.len() / 2])
    };
    let spoilt: [fn(Folder) -> Folder; 3] = [text, folder_there, half];
    for spoil in spoilt {
        let folder = spoil(office());
        let before = fs::read(folder.path("register.db")).ok();
        for arguments in [&["proses"][..], &["proses", "--simulasi"]] {
            let told = folder.tertib(arguments).ends_with(2);
            is_plain_indonesian(&told.err);
            assert!(told.err.contains("kesalahan: buku register"), "{}", told.err);
            assert!(told.err.contains("──▶ register.db"), "{}", told.err);
            assert_eq!(told.out, "");
        }
        assert!(!folder.path("hasil").exists() && !folder.path("arsip").exists());
        assert_eq!(fs::read(folder.path("register.db")).ok(), before, "it is left alone");
    }
}

impl Folder {
    /// The folder without what lies under a name.
    fn empty_path(self, name: &str) -> Folder {
        let path = self.path(name);
        if path.is_dir() {
            fs::remove_dir_all(path).expect("a folder that can be removed");
        }
        self
    }
}
