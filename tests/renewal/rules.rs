//! A template, the SOP, the calendar or tertib.toml changes between two runs.

use super::{Before, changed, office, paper, process, set};

const SOP: &str = include_str!("../../src/sop/bawaan.toml");
const DISPOSITION: &str = include_str!("../../templates/disposisi.typ");
const SHARED: &str = include_str!("../../templates/naskah.typ");
const REPORT: &str = include_str!("../../templates/laporan-bulanan.typ");

#[test]
fn a_template_of_one_kind_reprints_that_kind_and_no_other() {
    let own = DISPOSITION.replace("Dengan hormat harap:", "Mohon:");
    let before = Before::of(&office()).with("templat/disposisi.typ", &own);
    let told = process(&before.folder);
    let reprinted = set(&["P-1 disposisi dicetak_ulang", "P-2 disposisi dicetak_ulang"]);
    assert_eq!(changed(&told), reprinted);
    assert_eq!(told["hasil"]["laporan"][0]["keadaan"], "tetap");
    let sheets = ["2024-06/P-1/2-disposisi.pdf", "2024-06/P-2/2-disposisi.pdf"];
    assert_eq!(before.touched(), set(&sheets));
    assert_eq!(changed(&process(&before.folder)), set(&[]));
}

#[test]
fn a_template_that_all_kinds_share_reprints_all_and_leaves_the_numbers() {
    let own = SHARED.replace("Halaman #counter", "Hal. #counter");
    let before = Before::of(&office()).with("templat/naskah.typ", &own);
    let told = process(&before.folder);
    let fates = changed(&told);
    // The minutes of P-1 are signed and scanned.
    assert!(!fates.iter().any(|fate| fate.contains("P-1 berita-acara")), "{fates:?}");
    let others = fates.iter().all(|fate| fate.ends_with(" dicetak_ulang"));
    assert!(fates.len() == super::fates(&told).len() - 1 && others, "{fates:?}");
    for kind in ["berita-acara", "laporan-kegiatan"] {
        assert_eq!(paper(&told, "P-2", kind)["nomor"], paper(&before.told, "P-2", kind)["nomor"]);
    }
}

#[test]
fn a_template_of_the_report_reprints_the_report_alone() {
    let own = format!("{REPORT}\n// milik kantor\n");
    let before = Before::of(&office()).with("templat/laporan-bulanan.typ", &own);
    let told = process(&before.folder);
    assert_eq!(changed(&told), set(&[]));
    assert_eq!(told["hasil"]["laporan"][0]["keadaan"], "dicetak_ulang");
}

#[test]
fn another_sop_remakes_the_papers_that_print_what_changed_in_it() {
    let activity = "kegiatan = \"Memberikan tutorial";
    assert_eq!(SOP.matches(activity).count(), 1, "the words of step 5");
    let other = SOP.replace(activity, "kegiatan = \"Mengadakan tutorial");
    let before = Before::of(&office()).with("sop/sop.toml", &other);
    let told = process(&before.folder);
    let revised = set(&[
        "P-1 dokumentasi direvisi",
        "P-1 laporan-kegiatan direvisi",
        "P-2 dokumentasi direvisi",
        "P-2 laporan-kegiatan direvisi",
    ]);
    assert_eq!(changed(&told), revised);
    let named = &paper(&told, "P-1", "dokumentasi")["berubah"];
    assert_eq!(*named, serde_json::json!(["isi.kegiatan"]));
}

#[test]
fn another_calendar_remakes_the_report_whose_figures_hang_on_it_and_no_paper() {
    let holiday =
        "[[libur]]\ntanggal = 2024-06-03\nnama = \"Libur setempat\"\njenis = \"libur kantor\"\n";
    let before = Before::of(&office()).with("kalender.toml", holiday);
    let told = process(&before.folder);
    assert_eq!(changed(&told), set(&[]));
    assert_eq!(told["hasil"]["laporan"][0]["keadaan"], "direvisi", "{}", told["hasil"]["laporan"]);
    let files = ["pdf", "xlsx", "html"].map(|end| format!("2024-06/laporan-bulanan.{end}"));
    assert_eq!(before.touched(), files.into_iter().collect());
}

#[test]
fn another_size_of_paper_reprints_what_was_printed_on_the_old() {
    let before = Before::of(&office());
    let toml = std::fs::read_to_string(before.folder.path("tertib.toml")).expect("a text");
    let toml = toml.replace("kode_unit =", "kertas = \"F4\"\nkode_unit =");
    let before = before.with("tertib.toml", &toml);
    let told = process(&before.folder);
    let paper = paper(&told, "P-2", "berita-acara");
    assert_eq!(paper["keadaan"], "dicetak_ulang");
    let file = std::fs::read(before.folder.path(paper["file"].as_str().unwrap())).expect("a file");
    let size = crate::papers::opened::Opened::new(&file).sizes()[0];
    assert_eq!(size, (215, 330));
}
