//! The main job, told from outside: papers, reports and packages of a whole office.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::samples::copy_folder;

struct Run {
    folder: tempfile::TempDir,
}

impl Run {
    fn of(sample: &str) -> Run {
        let folder = tempfile::tempdir().expect("a folder");
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample);
        copy_folder(&from, folder.path());
        Run { folder }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn tertib(&self, arguments: &[&str]) -> Output {
        self.in_zone("Asia/Jakarta", arguments)
    }

    fn in_zone(&self, zone: &str, arguments: &[&str]) -> Output {
        self.run_by(Command::new(env!("CARGO_BIN_EXE_tertib")), zone, arguments)
    }

    /// On one core, and so with one worker at the press, in the language of elsewhere.
    fn elsewhere(&self, zone: &str, arguments: &[&str]) -> Output {
        let mut run = Command::new("taskset");
        let alone = run.args(["--cpu-list", "0", "true"]).output();
        if !alone.is_ok_and(|output| output.status.success()) {
            eprintln!("skipped: taskset (util-linux) cannot bind to one core; all are used");
            run = Command::new(env!("CARGO_BIN_EXE_tertib"));
        } else {
            run = Command::new("taskset");
            run.args(["--cpu-list", "0", env!("CARGO_BIN_EXE_tertib")]);
        }
        for name in ["LANG", "LC_ALL", "LC_TIME", "LC_NUMERIC", "LANGUAGE"] {
            run.env(name, "de_DE.UTF-8");
        }
        self.run_by(run, zone, arguments)
    }

    fn run_by(&self, mut run: Command, zone: &str, arguments: &[&str]) -> Output {
        run.arg("--folder").arg(self.path()).args(arguments).env("TZ", zone);
        run.output().expect("the program starts")
    }

    /// The digest of every file below a folder of the office.
    fn digests(&self, below: &str) -> BTreeMap<PathBuf, String> {
        let root = self.path().join(below);
        let mut found = BTreeMap::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten() {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let digest = Sha256::digest(fs::read(&path).expect("a file"));
                    let hex = digest.iter().map(|byte| format!("{byte:02x}")).collect();
                    found.insert(path.strip_prefix(&root).expect("below").to_path_buf(), hex);
                }
            }
        }
        found
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn fates(told: &Value) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for paper in told["hasil"]["naskah"].as_array().expect("papers") {
        *counts.entry(paper["keadaan"].as_str().expect("a fate").to_owned()).or_default() += 1;
    }
    counts
}

#[test]
fn a_second_run_changes_nothing_and_another_zone_language_and_core_count_gives_the_same_bytes() {
    let (here, there) = (Run::of("kantor"), Run::of("kantor"));
    let first = here.in_zone("Asia/Jakarta", &["proses"]);
    assert_eq!(first.status.code(), Some(0), "{}", String::from_utf8_lossy(&first.stderr));
    let elsewhere = there.elsewhere("America/New_York", &["proses"]);
    assert_eq!(said(&first), said(&elsewhere));
    let made = here.digests("hasil");
    assert_eq!(made, there.digests("hasil"));
    for (month, end) in [("06", "pdf"), ("06", "xlsx"), ("07", "html"), ("07", "xlsx")] {
        let report = format!("2024-{month}/laporan-bulanan.{end}");
        assert!(made.contains_key(Path::new(&report)), "{report}");
    }
    let archived = here.digests("arsip");
    assert_eq!(archived, there.digests("arsip"));
    assert!(archived.len() > 500, "{} files in packages", archived.len());

    let again = here.tertib(&["proses", "--format", "json"]);
    let told = json(&again);
    assert_eq!(fates(&told).keys().collect::<Vec<_>>(), ["tetap"]);
    assert_eq!(told["hasil"]["arsip"]["diarsipkan"], Value::Array(Vec::new()));
    assert_eq!(here.digests("hasil"), made);
    assert_eq!(here.digests("arsip"), archived);

    let check = here.tertib(&["arsip", "cek"]);
    assert_eq!(check.status.code(), Some(0), "{}", said(&check));
}

#[test]
fn a_trial_shows_what_would_be_made_and_writes_nothing() {
    let run = Run::of("kantor");
    let before = run.digests(".");
    let trial = run.tertib(&["proses", "--simulasi", "--format", "json"]);
    assert_eq!(trial.status.code(), Some(0), "{}", String::from_utf8_lossy(&trial.stderr));
    assert_eq!(fates(&json(&trial)).keys().collect::<Vec<_>>(), ["dibuat"]);
    assert_eq!(json(&trial)["hasil"]["simulasi"], true);
    let month = run.tertib(&["laporan", "--bulan", "2024-06", "--simulasi", "--format", "json"]);
    assert_eq!(json(&month)["hasil"]["simulasi"], true);
    let paper = run.tertib(&["buat", "disposisi", "--simulasi", "--format", "json"]);
    assert_eq!(json(&paper)["hasil"][0]["simulasi"], true);
    let text = said(&run.tertib(&["proses", "--simulasi"]));
    assert!(text.contains("2 laporan bulanan: 2 akan dibuat atau diperbarui"), "{text}");
    let made = text.lines().find(|line| line.contains("laporan-bulanan.pdf"));
    assert!(made.is_some_and(|line| line.starts_with("akan dibuat ")), "{text}");
    assert_eq!(run.digests("."), before);
}

#[test]
fn what_was_made_can_be_deleted_and_comes_back_byte_by_byte_with_its_numbers() {
    let run = Run::of("kantor");
    run.tertib(&["buat"]);
    let made = run.digests("hasil");
    fs::remove_dir_all(run.path().join("hasil")).expect("hasil/ is safe to delete");
    let again = run.tertib(&["buat"]);
    assert_eq!(again.status.code(), Some(0));
    assert_eq!(run.digests("hasil"), made);
}

#[test]
fn a_template_of_the_office_that_fails_takes_only_its_own_papers_with_it() {
    let run = Run::of("kantor");
    let folder = run.path().join("templat");
    fs::create_dir(&folder).expect("a folder");
    fs::write(folder.join("akun.typ"), "#let x = \n#(").expect("a template");
    let output = run.tertib(&["buat", "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("templat/akun.typ:"), "{errors}");
    let told = json(&output);
    for paper in told["hasil"].as_array().expect("papers") {
        let failed = paper["keadaan"] == "gagal";
        assert_eq!(failed, paper["naskah"] == "akun", "{paper}");
    }
}

#[test]
fn an_office_may_give_a_paper_another_look() {
    let run = Run::of("kantor");
    let folder = run.path().join("templat");
    fs::create_dir(&folder).expect("a folder");
    let own = "#import \"/naskah.typ\": *\n#let data = json(\"/data.json\")\n#show: naskah.with(data)\nDisposisi kami untuk #data.catatan.permohonan\n";
    fs::write(folder.join("disposisi.typ"), own).expect("a template");
    let output = run.tertib(&["buat", "disposisi", "--permohonan", "P-2024-003"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(fs::remove_dir_all(&folder).ok(), Some(()));
    let again = run.tertib(&["buat", "disposisi", "--permohonan", "P-2024-003"]);
    assert!(said(&again).contains("dicetak ulang"), "{}", said(&again));
}

#[test]
fn a_later_moment_completes_papers_and_keeps_their_numbers() {
    let run = Run::of("kantor");
    let early = run.tertib(&["--per", "2024-07-22 12:00", "buat", "--format", "json"]);
    assert_eq!(early.status.code(), Some(0));
    let late = run.tertib(&["buat", "--format", "json"]);
    let numbers = |output: &Output| -> BTreeMap<String, String> {
        let told = json(output);
        let papers = told["hasil"].as_array().expect("papers").clone();
        papers
            .iter()
            .filter_map(|paper| {
                let number = paper["nomor"].as_str()?;
                Some((paper["file"].as_str()?.to_owned(), number.to_owned()))
            })
            .collect()
    };
    let (before, after) = (numbers(&early), numbers(&late));
    assert!(before.len() > 20 && after.len() > before.len());
    for (file, number) in &before {
        assert_eq!(after.get(file), Some(number), "{file}");
    }
    let told = json(&late);
    let fates: Vec<&str> = told["hasil"]
        .as_array()
        .expect("papers")
        .iter()
        .filter_map(|paper| paper["keadaan"].as_str())
        .collect();
    assert!(fates.contains(&"dilengkapi") && fates.contains(&"dibuat"));
}

#[test]
fn a_month_that_has_not_begun_has_no_report() {
    let run = Run::of("kantor");
    let output = run.tertib(&["laporan", "--bulan", "2024-09"]);
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("September 2024 belum dimulai"), "{errors}");
    assert!(!run.path().join("hasil").exists());
}

#[test]
fn a_target_that_cannot_be_written_fails_alone() {
    let run = Run::of("kantor");
    // A folder stands where the paper is to lie.
    let blocked = run.path().join("hasil/2024-06/P-2024-003/2-disposisi.pdf");
    fs::create_dir_all(blocked.join("x")).expect("a folder");
    let output = run.tertib(&["buat", "--permohonan", "P-2024-003", "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    let told = json(&output);
    for paper in told["hasil"].as_array().expect("papers") {
        let failed = paper["keadaan"] == "gagal";
        assert_eq!(failed, paper["naskah"] == "disposisi", "{paper}");
    }
    let beside = fs::read_dir(blocked.parent().expect("a folder")).expect("its entries");
    for entry in beside {
        let name = entry.expect("an entry").file_name();
        assert!(!name.to_string_lossy().ends_with(".tmp"), "{name:?} is left");
    }
}

#[test]
fn a_number_given_elsewhere_is_printed_and_a_voided_one_is_never_used_again() {
    let run = Run::of("kantor");
    let enter = ["nomor", "isi", "P-2024-003", "berita-acara", "AG-77/2024"];
    let entered = run.tertib(&enter);
    assert_eq!(entered.status.code(), Some(0), "{}", String::from_utf8_lossy(&entered.stderr));
    let number = |output: &Output| {
        json(output)["hasil"][0]["nomor"].as_str().map(str::to_owned).unwrap_or_default()
    };
    let make = ["buat", "berita-acara", "--permohonan", "P-2024-003", "--format", "json"];
    assert_eq!(number(&run.tertib(&make)), "AG-77/2024");

    let other = ["nomor", "isi", "P-2024-002", "berita-acara", "AG-77/2024"];
    assert_eq!(run.tertib(&other).status.code(), Some(2), "another paper bears it");

    let void = ["nomor", "batal", "berita-acara", "AG-77/2024", "--alasan", "salah agenda"];
    assert_eq!(run.tertib(&void).status.code(), Some(0));
    let next = number(&run.tertib(&make));
    assert!(!next.is_empty() && next != "AG-77/2024", "{next}");
}

/// A workbook cut short, as a broken copy leaves it.
fn cut_short(run: &Run, name: &str) -> Vec<u8> {
    let path = run.path().join(name);
    let whole = fs::read(&path).expect("a workbook");
    fs::write(&path, &whole[..whole.len() / 2]).expect("half of it");
    whole
}

#[test]
fn while_a_workbook_cannot_be_read_nothing_that_is_out_is_replaced_by_less() {
    let run = Run::of("kantor");
    assert_eq!(run.tertib(&["proses"]).status.code(), Some(0));
    let (made, archived) = (run.digests("hasil"), run.digests("arsip"));
    let name = "data/Kendali tambahan.xlsx";
    let whole = cut_short(&run, name);

    let trial = run.tertib(&["proses", "--simulasi"]);
    let output = run.tertib(&["proses", "--format", "json"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let told = json(&output);
    assert_eq!(fates(&told).keys().collect::<Vec<_>>(), ["ditahan", "tetap"]);
    assert_eq!(told["hasil"]["arsip"]["diarsipkan"], Value::Array(Vec::new()));
    assert_eq!(run.digests("hasil"), made);
    assert_eq!(run.digests("arsip"), archived);
    let errors = String::from_utf8_lossy(&output.stderr);
    for held in ["naskah ditahan", "2 laporan bulanan ditahan", name] {
        assert!(errors.contains(held), "{held} in {errors}");
    }
    assert!(said(&trial).contains(" ditahan"), "{}", said(&trial));

    let month = run.tertib(&["laporan", "--bulan", "2024-07"]);
    assert_eq!(month.status.code(), Some(2), "{}", said(&month));
    assert_eq!(run.digests("arsip"), archived);

    fs::write(run.path().join(name), whole).expect("mended");
    let again = run.tertib(&["proses", "--format", "json"]);
    assert_eq!(again.status.code(), Some(0), "{}", String::from_utf8_lossy(&again.stderr));
    assert_eq!(fates(&json(&again)).keys().collect::<Vec<_>>(), ["tetap"]);
    assert_eq!(run.digests("hasil"), made);
}

#[test]
fn a_changed_row_gives_a_revision_and_a_package_that_names_the_one_it_replaces() {
    let run = Run::of("kantor");
    let name = "data/Kendali tambahan.xlsx";
    let whole = cut_short(&run, name);
    // The first papers and packages are made of what can be read, and that is told.
    assert_eq!(run.tertib(&["proses"]).status.code(), Some(1));
    fs::write(run.path().join(name), whole).expect("mended");
    let output = run.tertib(&["proses", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let told = json(&output);
    let revised = fates(&told);
    assert!(revised.contains_key("direvisi") || revised.contains_key("dilengkapi"), "{revised:?}");
    let packed = told["hasil"]["arsip"]["diarsipkan"].as_array().expect("packages").clone();
    assert!(packed.iter().any(|one| one["menggantikan"].is_string()), "{packed:?}");
}
