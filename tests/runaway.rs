//! A template of the office that goes round for ever or takes all memory costs its own
//! papers: the run ends, the others are made, and it is told which template it was.

use std::fs;

use serde_json::Value;

use crate::cli::folder::{Folder, is_as_kept};
use crate::faults::{completes_as_if_nothing_had_happened, failed, office};
use crate::papers::made::below;
use tertib::press::Templates;

/// The built-in template of that name with something behind it.
fn with_behind(name: &str, behind: &str) -> Vec<u8> {
    let built_in = Templates::built_in();
    let (_, text) = built_in.iter().find(|(known, _)| *known == name).expect("a template");
    [text, b"\n", behind.as_bytes()].concat()
}

const ALL_MEMORY: &str = "#let all = range(400000000).map(i => (i, i))\n";
/// Each loop for itself is short enough for typst.
const FOR_EVER: &str = "#{
  let a = 0
  while a < 9000 { let b = 0; while b < 9000 { let c = 0; while c < 9000 { c += 1 }; b += 1 }; a += 1 }
}
";

/// Runs the main job with that template, which must cost these papers alone; the next run
/// without it makes them as if nothing had happened.
fn costs(name: &str, behind: &str, lost: &str, told_as: &str) {
    let folder = office();
    let file = format!("templat/{name}");
    let folder = folder.with(&file, with_behind(name, behind));
    let told = folder.tertib(&["proses", "--format", "json"]).ends_with(2);
    is_as_kept(told_as, &told.err);
    let failed = failed(&told.json());
    assert!(!failed.is_empty());
    for files in &failed {
        assert!(files.iter().any(|file| file.contains(lost)), "{files:?}");
    }
    let made = below(&folder, "hasil");
    assert!(made.keys().all(|file| !file.contains(lost)), "{:?}", made.keys());
    assert!(made.keys().any(|file| file.ends_with("7-laporan-kegiatan.pdf")));
    fs::remove_file(folder.path(&file)).unwrap();
    completes_as_if_nothing_had_happened(&folder);
}

#[test]
fn a_template_that_takes_all_memory_costs_its_own_papers() {
    costs("berita-acara.typ", ALL_MEMORY, "berita-acara", "templat_memori");
}

#[test]
fn a_template_that_goes_round_for_ever_costs_its_own_papers_and_the_run_ends() {
    costs("berita-acara.typ", FOR_EVER, "berita-acara", "templat_tanpa_akhir");
}

#[test]
fn a_page_for_a_browser_that_never_ends_costs_the_report_alone() {
    let long = "x".repeat(4000);
    let behind = format!(
        "{{% for a in range(end=90000) %}}{{% for b in range(end=90000) %}}{long}\
         {{% endfor %}}{{% endfor %}}"
    );
    costs("laporan-bulanan.html", &behind, "laporan-bulanan", "templat_html_tanpa_akhir");
}

#[test]
fn a_part_of_the_office_in_a_template_of_ours_is_named_and_a_preview_ends_too() {
    let mut folder = office().with("templat/kop.typ", with_behind("kop.typ", ALL_MEMORY));
    let preview = ["buat", "berita-acara", "--permohonan", "P-1", "--pratinjau"];
    for command in [&preview[..], &["buat", "berita-acara", "--teks"]] {
        let told = folder.tertib(command).ends_with(2);
        assert!(told.err.contains("templat \"berita-acara.typ\""), "{}", told.err);
        assert!(told.err.contains("──▶ templat/kop.typ\n"), "{}", told.err);
    }
    folder = folder.with("templat/kop.typ", with_behind("kop.typ", ""));
    folder.tertib(&preview).ends_with(0);
}

/// The pictures of a preview, by the template that they are set with.
fn pictures(folder: &Folder) -> Vec<Vec<u8>> {
    let preview = ["buat", "dokumentasi", "--permohonan", "P-1", "--pratinjau"];
    folder.tertib(&preview).ends_with(0);
    below(folder, "hasil/pratinjau").into_values().collect()
}

#[test]
fn what_is_set_apart_is_the_same_to_the_byte() {
    let ours = office();
    let own = office();
    // One letter more in a comment makes each of them the office's own.
    for (name, text) in Templates::built_in().iter() {
        let comment = if name.ends_with(".typ") { "// milik kantor\n" } else { "{# kantor #}" };
        let file = own.path("templat").join(name);
        fs::create_dir_all(own.path("templat")).unwrap();
        fs::write(file, [comment.as_bytes(), text].concat()).unwrap();
    }
    assert_eq!(pictures(&ours), pictures(&own));
    for folder in [&ours, &own] {
        let told: Value = folder.tertib(&["proses", "--format", "json"]).ends_with(0).json();
        assert!(failed(&told).is_empty());
    }
    let (ours, own) = (below(&ours, "hasil"), below(&own, "hasil"));
    assert_eq!(ours.keys().collect::<Vec<_>>(), own.keys().collect::<Vec<_>>());
    for (name, bytes) in &ours {
        let same = bytes == &own[name] || name.ends_with(".html");
        assert!(same, "{name} differs");
    }
    let page = "2024-06/laporan-bulanan.html";
    assert_eq!(ours[page].trim_ascii(), own[page].trim_ascii());
}
