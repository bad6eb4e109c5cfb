//! What goes wrong around the main job: disks, targets, registers, kills, and two runs
//! at once. What could be made is made and told; nothing is half under its final name;
//! the next run completes the rest as if nothing had happened.

#[path = "faults/disk.rs"]
mod disk;
#[path = "faults/kill.rs"]
mod kill;
#[path = "faults/targets.rs"]
mod targets;
#[path = "faults/twice.rs"]
mod twice;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;

use crate::cli::folder::Folder;
use crate::office::{Office, step};
use crate::papers::made::below;
use crate::papers::opened::Opened;

/// Five requests: three done with their minutes, one under way, one returned; numbers
/// of the register.
pub fn office() -> Folder {
    let office = Office::new()
        .toml(crate::papers::OFFICE)
        .toml("[opsi]\nper = \"2024-07-01 08:00\"\n")
        .kept("P-1")
        .kept("P-2")
        .kept("P-3")
        .kept_up_to("P-4", step(5))
        .kept_up_to("P-5", step(3))
        .at(step(3))
        .decided("T")
        .with("alasan", "tanpa surat tugas");
    office.folder()
}

/// All that a run leaves behind, byte for byte, but for the register.
pub struct Left {
    pub results: BTreeMap<String, Vec<u8>>,
    pub archive: BTreeMap<String, Vec<u8>>,
    /// The number of each paper, by its file.
    pub numbers: BTreeMap<String, String>,
}

impl Left {
    pub fn of(folder: &Folder, told: &Value) -> Left {
        let papers = told["hasil"]["naskah"].as_array().expect("papers").iter();
        let numbers = papers
            .filter_map(|paper| {
                let text = |key: &str| paper[key].as_str().map(str::to_owned);
                Some((text("file")?, text("nomor")?))
            })
            .collect();
        Left { results: below(folder, "hasil"), archive: below(folder, "arsip"), numbers }
    }
}

/// What an undisturbed run leaves.
pub static UNDISTURBED: LazyLock<Left> = LazyLock::new(|| {
    let folder = office();
    let told = folder.tertib(&["proses", "--format", "json"]).ends_with(0).json();
    let left = Left::of(&folder, &told);
    assert!(left.results.len() > 20 && left.archive.len() > 20 && left.numbers.len() >= 8);
    left
});

/// Runs once more, which must go well and leave what an undisturbed run leaves.
pub fn completes_as_if_nothing_had_happened(folder: &Folder) {
    let told = folder.tertib(&["proses", "--format", "json"]).ends_with(0).json();
    let (left, wanted) = (Left::of(folder, &told), &*UNDISTURBED);
    assert_eq!(left.numbers, wanted.numbers);
    same_files(&left.results, &wanted.results);
    same_files(&left.archive, &wanted.archive);
    let again = folder.tertib(&["proses", "--format", "json"]).ends_with(0).json();
    assert_eq!(crate::renewal::changed(&again), crate::renewal::set(&[]));
    folder.tertib(&["arsip", "cek"]).ends_with(0);
}

fn same_files(left: &BTreeMap<String, Vec<u8>>, wanted: &BTreeMap<String, Vec<u8>>) {
    assert_eq!(left.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
    for (name, bytes) in left {
        assert!(bytes == &wanted[name], "{name} differs");
    }
}

/// Nothing half stands under a final name, and no draft is left.
pub fn nothing_is_half(folder: &Folder) {
    for (name, bytes) in below(folder, "hasil") {
        assert!(!name.ends_with(".tmp"), "{name} is left");
        assert!(!name.ends_with(".pdf") || Opened::new(&bytes).page_count() > 0, "{name}");
        assert!(!name.ends_with(".html") || bytes.ends_with(b"</html>\n"), "{name}");
        assert!(!name.ends_with(".xlsx") || bytes.starts_with(b"PK"), "{name}");
    }
    for package in packages(&folder.path("arsip")) {
        assert!(Path::new(&package).join("tagmanifest-sha512.txt").exists(), "{package}");
    }
}

/// The folders of `arsip/` that bear the name of a package.
fn packages(archive: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![archive.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            let draft =
                path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".tmp-"));
            if path.is_dir() && !draft {
                if path.join("bagit.txt").exists() {
                    found.push(path.to_string_lossy().into_owned());
                } else {
                    folders.push(path);
                }
            }
        }
    }
    found
}

/// What an Indonesian clerk must not have to read.
pub fn is_plain_indonesian(said: &str) {
    for foreign in
        ["os error", "Error code", "No such", "Not a dir", "Is a dir", "denied", "panicked"]
    {
        assert!(!said.contains(foreign), "{foreign} in:\n{said}");
    }
}

/// The papers and reports that could not be made, each by its file or files.
pub fn failed(told: &Value) -> Vec<Vec<String>> {
    let all = ["naskah", "laporan"].map(|key| told["hasil"][key].as_array().expect("a list"));
    let failed = all.into_iter().flatten().filter(|one| one["keadaan"] == "gagal");
    let text = |file: &Value| file.as_str().expect("a file").to_owned();
    failed
        .map(|one| match &one["file"] {
            Value::Array(files) => files.iter().map(text).collect(),
            file => vec![text(file)],
        })
        .collect()
}
