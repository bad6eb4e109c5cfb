//! `tertib status`: one screen, and the same as a page.

use super::printed;
use crate::cli::folder::{Folder, REQUESTS, SIGN_OFFS, in_sample, request, signed};
use crate::papers::opened::{Opened, squeezed};

/// An office in which so many requests wait since the assignment, one a minute.
fn waiting(count: usize) -> Folder {
    let numbers: Vec<String> = (1..=count).map(|no| format!("B-{no:02}")).collect();
    let ends: Vec<String> =
        (0..count).map(|no| format!("25/06/2024 {:02}.{:02}", 8 + no / 60, no % 60)).collect();
    let requests: Vec<_> = numbers.iter().map(|number| request(number)).collect();
    let sign_offs: Vec<_> = numbers
        .iter()
        .zip(&ends)
        .map(|(number, end)| signed(number, "2", "Ratih Maheswari", ["", end], ""))
        .collect();
    Folder::office()
        .book("data/permohonan.xlsx", &[("Permohonan", &REQUESTS, &requests)])
        .book("data/kendali.xlsx", &[("Kendali", &SIGN_OFFS, &sign_offs)])
}

#[test]
fn a_screen_holds_the_eight_most_urgent_and_says_how_many_more_there_are() {
    let folder = waiting(11);
    let told = folder.tertib(&["status"]).ends_with(0).out;
    assert!(told.contains("Dalam proses (11)"), "{told}");
    assert!(told.contains("B-08") && !told.contains("B-09"), "{told}");
    assert!(told.contains("  … dan 3 permohonan lagi\n"), "{told}");
    assert!(
        told.ends_with("\n8 dari 11 permohonan ditulis; semuanya: tertib status -v\n"),
        "{told}"
    );
    let all = folder.tertib(&["status", "-v"]).ends_with(0).out;
    assert!(all.contains("B-11") && !all.contains("lagi"), "{all}");
    assert!(told.lines().count() <= 32, "{told}");
}

#[test]
fn eight_are_written_whole() {
    let told = waiting(8).tertib(&["status"]).ends_with(0).out;
    assert!(told.contains("B-08") && !told.contains("ditulis; semuanya"), "{told}");
}

#[test]
fn the_page_says_of_each_request_what_the_screen_says_in_the_same_order() {
    let folder = Folder::empty();
    let sample = format!("{}/samples/kantor", env!("CARGO_MANIFEST_DIR"));
    let place = folder.path("status.pdf");
    let place = place.to_string_lossy();
    in_sample(&["status", "--cetak", &place]).ends_with(0);
    let pdf = Opened::new(&std::fs::read(folder.path("status.pdf")).expect("a print"));
    let text = squeezed(&pdf.text());
    let json = folder.tertib(&["--folder", &sample, "--format", "json", "status"]).json();
    let running = json["hasil"].as_array().expect("a list");
    assert_eq!(running.len(), 10);
    let mut last = 0;
    for one in running {
        let number = squeezed(one["nomor"].as_str().expect("a number"));
        let at = text.find(&number).expect("a row");
        assert!(at > last, "{number} out of order");
        last = at;
        for key in ["pemohon", "unit_kerja"] {
            assert!(pdf.says(one[key].as_str().expect("a text")), "{key} of {number}");
        }
        for with in one["pada"].as_array().expect("a list") {
            assert!(pdf.says(with.as_str().expect("a name")), "{with}");
        }
    }
    for words in [
        "Permohonan yang masih berjalan",
        "keadaan pada Kamis, 1 Agustus 2024 pukul 08.00 WIB",
        "lewat 47 jam 30 menit 23 Jul 2024 14.00",
        "langkah 5 (Tutorial), sedang dikerjakan",
        "sisa 26 jam 30 menit 6 Agu 2024 12.00",
        "Menunggu pemohon, dikembalikan (2)",
        "Halaman 1 dari 1",
    ] {
        assert!(pdf.says(words), "{words}\n{}", pdf.text());
    }
    assert_eq!(pdf.sizes(), [(297, 210)]);
}

#[test]
fn many_requests_take_more_pages_with_heads_and_numbers() {
    let pdf = printed(&waiting(60), &["status"]);
    assert!(pdf.page_count() > 1);
    for page in 1..=u32::try_from(pdf.page_count()).expect("few pages") {
        let text = squeezed(&pdf.page(page));
        let foot = format!("Halaman {page} dari {}", pdf.page_count());
        for words in ["Nomor permohonan", "Jatuh tempo", &foot] {
            assert!(text.contains(&squeezed(words)), "{words} on page {page}");
        }
    }
    assert!(pdf.says("B-60"));
}

#[test]
fn an_office_where_nothing_runs_prints_that() {
    let pdf = printed(&Folder::office().with("data/.kosong", ""), &["status"]);
    assert!(pdf.says("Tidak ada permohonan yang berjalan."));
}
