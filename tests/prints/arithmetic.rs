//! `tertib jelaskan --cetak`: the annex says what the screen says.

use std::fs;

use crate::cli::folder::{Folder, in_sample};
use crate::papers::opened::{Opened, squeezed};

fn annex(arguments: &[&str]) -> (Opened, String) {
    let folder = Folder::empty();
    let place = folder.path("lampiran.pdf").to_string_lossy().into_owned();
    in_sample(&[&["jelaskan"], arguments, &["--cetak", &place]].concat()).ends_with(0);
    let pdf = Opened::new(&fs::read(place).expect("a print"));
    (pdf, in_sample(&[&["jelaskan"], arguments].concat()).ends_with(0).out)
}

#[test]
fn every_line_of_the_screen_stands_on_the_annex() {
    for number in ["P-2024-016", "P-2024-012", "P-2024-021", "P-2024-027", "P-2024-041"] {
        let (pdf, screen) = annex(&[number]);
        let text = squeezed(&pdf.text()).replace(':', "");
        let (arithmetic, _) = screen.split_once("\nTemuan:").unwrap_or((&screen, ""));
        for line in arithmetic.lines().skip(1) {
            // What is indented has its label in the first columns.
            let said: String = match line.starts_with(' ') {
                true => line.chars().skip(13).collect(),
                false => line.to_owned(),
            };
            let words = squeezed(&said).replace(':', "");
            assert!(text.contains(&words), "{number}: {line}\n{}", pdf.text());
        }
    }
}

#[test]
fn the_arithmetic_of_a_step_stands_on_one_page() {
    for number in ["P-2024-009", "P-2024-011", "P-2024-028"] {
        let (pdf, screen) = annex(&[number]);
        let pages: Vec<String> =
            (1..=pdf.page_count() as u32).map(|at| squeezed(&pdf.page(at))).collect();
        assert!(pages.len() > 1);
        let headings = screen.lines().filter(|line| line.starts_with("Langkah "));
        let sums = screen.lines().filter_map(|line| line.trim_start().strip_prefix("jumlah "));
        let steps: Vec<(&str, &str)> =
            headings.zip(sums.filter(|sum| sum.contains("target"))).collect();
        assert!(steps.len() > 6, "{screen}");
        for (heading, sum) in steps {
            let (heading, sum) = (squeezed(heading), squeezed(sum).replacen(':', "", 1));
            let whole = |page: &&String| {
                let rest = page.split_once(&heading).map(|(_, rest)| rest.replace(':', ""));
                rest.is_some_and(|rest| rest.contains(&sum.replace(':', "")))
            };
            assert!(
                pages.iter().any(|page| whole(&page)),
                "{number}: {heading} is torn\n{pages:#?}"
            );
        }
    }
}

#[test]
fn each_holiday_stands_by_its_name_and_its_decree_and_the_sum_against_the_target() {
    let (pdf, screen) = annex(&["P-2024-016", "--langkah", "4"]);
    for words in [
        "Lampiran: Perhitungan waktu kerja",
        "P-2024-016",
        "Senin, 17 Juni 2024 00.00–24.00 tidak dihitung Idul Adha 1445 Hijriah",
        "Rabu, 19 Juni 2024 07.30–07.41 11 menit jam kerja",
        "Idul Adha 1445 Hijriah: menurut SKB 3 Menteri tentang Hari Libur Nasional dan Cuti Bersama Tahun 2024",
        "31 menit; target 30 menit: terlambat 1 menit",
        "sel F120 (mulai), G120 (selesai)",
        "W01 ketidaksesuaian langkah 4",
    ] {
        assert!(pdf.says(words), "{words}\n{}", pdf.text());
    }
    assert!(screen.contains("menurut SKB 3 Menteri"), "{screen}");
    assert!(!pdf.says("Langkah 5:"));
    assert_eq!(pdf.title(), "Perhitungan waktu kerja P-2024-016, langkah 4");
    assert_eq!(pdf.sizes()[0], (210, 297));
}

/// What is worked in flexible hours is summed up in a line of its own, on paper too.
#[test]
fn the_flexible_hours_are_summed_up_on_the_annex_as_on_the_screen() {
    let calendar = "[[jam_kerja]]\nhari = [\"Senin\", \"Selasa\", \"Rabu\", \"Kamis\"]\n\
                    mulai = \"07.30\"\nselesai = \"16.00\"\nistirahat = [[\"12.00\", \"13.00\"]]\n\
                    mulai_paling_lambat = \"09.00\"\n";
    let folder = Folder::small().with("kalender.toml", calendar);
    let screen = folder.tertib(&["jelaskan", "A-1"]).ends_with(0).out;
    let pdf = super::printed(&folder, &["jelaskan", "A-1"]);
    let squeeze = |text: &str| squeezed(text).replace(':', "");
    let told = screen.lines().filter(|line| line.contains("seluruh jam kerja lentur"));
    let told: Vec<String> = told.map(squeeze).collect();
    assert!(told.len() > 1, "{screen}");
    let page = squeeze(&pdf.text());
    for line in told {
        assert!(page.contains(&line), "{line}\n{}", pdf.text());
    }
}

#[test]
fn a_request_or_step_that_is_not_there_prints_nothing() {
    let folder = Folder::small();
    for arguments in [&["jelaskan", "X-9"][..], &["jelaskan", "A-1", "--langkah", "7"]] {
        folder.tertib(&[arguments, &["--cetak", "a.pdf"]].concat()).ends_with(2);
    }
    assert!(!folder.path("a.pdf").exists());
}
